"""A path, bytes or text to Documents."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from zhaogu.errors import DocumentError, LimitExceeded, UnsupportedFormat

from .articles import from_json, from_jsonl
from .document import Document, PDFDocument, TextDocument
from .encoding import decode
from .html import from_html
from .limits import DEFAULT_LIMITS, Limits
from .pdf import PDF

STDIN = "-"
TEXT_SUFFIXES = (".txt", ".md", ".html", ".htm", ".json", ".jsonl")
SUFFIXES = (*TEXT_SUFFIXES, ".pdf")


def expand(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Files that ``paths`` name: folders are walked for the formats read here, globs are matched, in sorted order.

    A folder or glob without such a file is kept as it stands, so that reading it gives the error.
    """
    for given in [os.fspath(path) for path in paths]:
        if given != STDIN and os.path.isdir(given):
            found = [p for p in sorted(Path(given).rglob("*")) if p.is_file() and p.suffix.lower() in SUFFIXES]
            found = [p for p in found if not p.name.endswith(".gold.json")]
            yield from map(str, found) if found else [given]
        elif given != STDIN and glob.has_magic(given) and not os.path.exists(given):
            matched = sorted(path for path in glob.glob(given, recursive=True) if not path.endswith(".gold.json"))
            yield from matched or [given]
        else:
            yield given


def read(
    path: str | os.PathLike[str],
    *,
    published: date | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ocr: bool = False,
) -> Document:
    """The document at ``path`` (``-`` is article text on standard input).

    ``published`` stands in where the document itself does not say when it was published; with ``ocr`` the pages of a
    PDF whose text is missing or garbled are read from their picture (the extra ``zhaogu[ocr]``). Raises the DocumentError
    that names what is wrong and what to do; for JSONL, which holds many articles, use :func:`read_all`.
    """
    documents = list(read_all(path, published=published, encoding=encoding, limits=limits, ocr=ocr))
    if len(documents) != 1:
        raise UnsupportedFormat(
            os.fspath(path),
            f"the file holds {len(documents)} articles",
            "use read_all, or extract from the command line",
        )
    document = documents[0]
    if isinstance(document, DocumentError):
        raise document
    return document


def read_all(
    path: str | os.PathLike[str],
    *,
    published: date | None = None,
    encoding: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ocr: bool = False,
) -> Iterator[Document | DocumentError]:
    """Every document at ``path``: one, or for JSONL one a line; what could not be read comes as its DocumentError."""
    name = os.fspath(path)
    try:
        for document in _documents(name, encoding, limits, ocr):
            if isinstance(document, Document) and document.published is None and published is not None:
                yield replace(document, published=published)
            else:
                yield document
    except DocumentError as error:
        yield error


def from_text(
    text: str, *, name: str = "text", published: date | None = None, title: str | None = None
) -> TextDocument:
    """A Document out of text that is at hand.

    >>> from_text("智譜發行價為每股 116.20 港元。").name
    'text'
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return TextDocument(name=name, sha256=digest, published=published, text=text, title=title)


def _documents(name: str, encoding: str | None, limits: Limits, ocr: bool) -> Iterator[Document | DocumentError]:
    suffix = Path(name).suffix.lower() if name != STDIN else ".txt"
    data = _load(name, suffix, limits)
    digest = hashlib.sha256(data).hexdigest()
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        yield PDFDocument(name=name, sha256=digest, pdf=PDF(name, data, limits, ocr))
        return
    text = decode(data, name, encoding)
    if not text.strip():
        raise UnsupportedFormat(name, "the file is empty", "give a file with text in it")
    if suffix == ".jsonl":
        yield from from_jsonl(name, text)
    else:
        yield _READERS.get(suffix, _plain)(name, text, digest)


def _plain(name: str, text: str, sha256: str) -> TextDocument:
    return TextDocument(name=name, sha256=sha256, text=text)


_READERS: dict[str, Callable[[str, str, str], TextDocument]] = {
    ".json": from_json,
    ".html": from_html,
    ".htm": from_html,
}


def _load(name: str, suffix: str, limits: Limits) -> bytes:
    if name == STDIN:
        data = sys.stdin.buffer.read(limits.text_bytes + 1)
    else:
        path = Path(name)
        if os.path.isdir(name):
            raise UnsupportedFormat(name, "the folder holds no document", f"give files ending in {', '.join(SUFFIXES)}")
        if suffix not in SUFFIXES:
            raise UnsupportedFormat(
                name, f"{suffix or 'no suffix'} is no format that is read here", f"give {', '.join(SUFFIXES)}"
            )
        limit = limits.pdf_bytes if suffix == ".pdf" else limits.text_bytes
        try:
            if path.stat().st_size > limit:
                raise LimitExceeded(
                    name,
                    f"the file has {path.stat().st_size} bytes, the limit is {limit}",
                    "split the file or raise the limit",
                )
            data = path.read_bytes()
        except FileNotFoundError:
            raise UnsupportedFormat(name, "there is no such file", "check the path") from None
        except OSError as error:
            raise UnsupportedFormat(
                name, f"the file cannot be read ({error.strerror})", "check its path and permissions"
            ) from None
        except ValueError:
            raise UnsupportedFormat(name, "no file can be called so", "check the path") from None
    if not data:
        raise UnsupportedFormat(name, "the file is empty", "give a file with text in it")
    if name == STDIN and len(data) > limits.text_bytes:
        raise LimitExceeded(
            name, f"more than {limits.text_bytes} bytes came in", "split the text or raise Limits.text_bytes"
        )
    return data
