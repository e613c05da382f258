"""The main job: read a document, say what it is, take its facts, and put issuers side by side."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zhaogu.errors import DocumentError, ExtractionFailed, UnsupportedFormat, ZhaoguError
from zhaogu.extraction import extract_document
from zhaogu.model.extraction import Extraction
from zhaogu.reading import DEFAULT_LIMITS, Document, Limits, PDFDocument, expand, from_text, read, read_all
from zhaogu.reading.read import STDIN, SUFFIXES
from zhaogu.reconciliation import records

if TYPE_CHECKING:
    from zhaogu.conversion import Policy
    from zhaogu.model import OfferBasis
    from zhaogu.tables import Comparison
    from zhaogu.tables.compare import Dtype

Source = str | os.PathLike[str] | Document
"""A path, the text of an article itself, or a Document. A string is a path where it ends like a file that zhaogu
reads or names an existing file; any other string is text."""


def extract(
    source: Source,
    *,
    published: date | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ocr: bool = False,
) -> Extraction:
    """The facts of one document, with their sources.

    ``published`` dates an article that carries no date of its own; ``ocr`` reads scanned and garbled pages
    from their picture (the extra ``zhaogu[ocr]``). Raises a DocumentError for what cannot be read.

    >>> found = extract("智譜(02513)發行價為每股116.20港元,1月8日在港交所掛牌。", published=date(2026, 1, 9))
    >>> [(fact.metric, str(fact.value)) for fact in found.facts if fact.metric == "offer_price"]
    [('offer_price', '116.20')]
    """
    if isinstance(source, Document):
        document = source
    elif isinstance(source, str) and not _is_path(source):
        document = from_text(source, published=published)
    else:
        document = read(source, published=published, encoding=encoding, limits=limits, ocr=ocr)
    return _extraction(document)


def extract_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ocr: bool = False,
) -> Iterator[Extraction | DocumentError]:
    """One result a document, in order; a document that fails comes as its error and loses nothing else.

    ``paths`` are files, folders, globs, or ``-`` for standard input.
    """
    for path in expand(paths):
        if is_fact_file(path):
            yield UnsupportedFormat(path, "it holds facts, no articles", "give it to zhaogu compare, or leave it out")
            continue
        for document in read_all(path, published=published, encoding=encoding, limits=limits, ocr=ocr):
            if isinstance(document, DocumentError):
                yield document
                continue
            try:
                yield _extraction(document)
            except DocumentError as error:
                yield error


def extract_or_load(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    encoding: str | None = None,
    ocr: bool = False,
) -> Iterator[Extraction | DocumentError]:
    """Like ``extract_all``; fact files written before are taken as they are, so that nothing is parsed twice."""
    for path in expand(paths):
        if is_fact_file(path):
            try:
                yield from from_fact_file(path)
            except DocumentError as error:
                yield error
        else:
            yield from extract_all([path], published=published, encoding=encoding, ocr=ocr)


def compare(  # noqa: PLR0913  # the options of a table
    items: Iterable[Source | Extraction] | Source | Extraction,
    metrics: Iterable[str] | str | None = None,
    *,
    currency: str | None = "HKD",
    scale: str | None = None,
    periods: str | Sequence[str] = "latest_year",
    offer_basis: OfferBasis | None = None,
    dtype: Dtype = "float64",
    flat: bool = True,
    policy: Policy | None = None,
) -> Comparison:
    """One row an issuer, in one currency and scale; paths may be documents or fact files written before.

    The options are those of :func:`zhaogu.tables.compare`.
    """
    from zhaogu.tables import compare as table

    listed = [items] if isinstance(items, (str, os.PathLike, Document, Extraction)) else items
    return table(
        extractions(listed),
        metrics,
        currency=currency,
        scale=scale,
        periods=periods,
        offer_basis=offer_basis,
        dtype=dtype,
        flat=flat,
        policy=policy,
    )


def extractions(items: Iterable[Source | Extraction]) -> list[Extraction]:
    """``items`` read and extracted, or loaded from fact files; raises the first DocumentError."""
    found: list[Extraction] = []
    for item in items:
        if isinstance(item, Extraction):
            found.append(item)
        elif isinstance(item, Document) or not _is_path(item):
            found.append(extract(item))
        else:
            for result in extract_or_load([item]):
                if isinstance(result, DocumentError):
                    raise result
                found.append(result)
    return found


def is_fact_file(path: str | os.PathLike[str]) -> bool:
    """Whether ``path`` holds fact lines that ``zhaogu extract`` wrote."""
    if Path(path).suffix.lower() != ".jsonl" or not os.path.isfile(path):
        return False
    try:
        with Path(path).open(encoding="utf-8", errors="replace") as lines:
            first = lines.readline(4096)
    except OSError:  # reading it says why
        return False
    return '"schema_version"' in first and '"document"' in first


def from_fact_file(path: str | os.PathLike[str]) -> list[Extraction]:
    """The extractions whose facts ``path`` holds, one a document; raises DocumentError for a line that is no fact."""
    from pydantic import ValidationError

    from zhaogu.model import Fact

    by_document: dict[str, list[Fact]] = {}
    with Path(path).open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    fact = Fact.model_validate_json(line)
                except ValidationError as error:
                    problem = f"line {number} is no fact line ({error.errors()[0]['msg']})"
                    raise UnsupportedFormat(os.fspath(path), problem, "write it again with zhaogu extract") from None
                by_document.setdefault(fact.document, []).append(fact)
    return [
        Extraction(document=name, kind=facts[0].kind, facts=facts, records=records(facts, []))
        for name, facts in by_document.items()
    ]


def _is_path(source: str | os.PathLike[str]) -> bool:
    if not isinstance(source, str) or source == STDIN:
        return True
    if "\n" in source or len(source) > 1024:
        return False
    return source.lower().endswith(SUFFIXES) or os.path.exists(source)


def _extraction(document: Document) -> Extraction:
    try:
        found = extract_document(document)
    except ZhaoguError:
        raise
    except Exception as error:  # whatever it is, a night's run must not lose the other documents by it
        problem = f"a rule of zhaogu broke on it ({type(error).__name__}: {error})"
        raise ExtractionFailed(
            document.name, problem, "report it with the document, or leave the document out"
        ) from error
    return Extraction(
        document=document.name,
        sha256=document.sha256,
        kind=found.kind,
        published=document.published,
        pages=document.pdf.page_count if isinstance(document, PDFDocument) else None,
        notes=found.notes,
        facts=found.facts,
        rejected=found.rejected,
        records=records(found.facts, found.rejected),
        statements=found.statements,
    )


__all__ = [
    "ZhaoguError",
    "compare",
    "extract",
    "extract_all",
    "extract_or_load",
    "extractions",
    "from_fact_file",
    "is_fact_file",
]
