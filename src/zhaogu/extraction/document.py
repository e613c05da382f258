"""One document, by its kind."""

from __future__ import annotations

from zhaogu.model import Fact, Note
from zhaogu.reading import Document, PDFDocument, TextDocument

from .filings import extract_cover, extract_filing
from .found import Found, choose
from .kind import recognise_kind
from .news import extract_news
from .pages import marked, page_notes
from .statements import extract_statements


def extract_document(document: Document) -> Found:
    """What ``document`` is and what it states; a document of kind ``other`` states nothing here.

    Raises NoTextLayer for a PDF without readable text, DamagedPDF for one whose pages cannot be loaded.
    """
    if isinstance(document, TextDocument):
        return extract_news(document)
    if not isinstance(document, PDFDocument):
        raise TypeError(f"{type(document).__name__} is no document that can be extracted")
    document.pdf.require_text()
    found = _filing(document)
    found.facts = marked(found.facts, document.pdf)
    found.notes += page_notes(document.pdf.pages_read)
    return found


def _filing(document: PDFDocument) -> Found:
    kind = recognise_kind(document)
    if kind.kind == "other":
        note = Note(code="ZG-OTHER", text=f"no IPO document but {kind.what}: no facts are taken from it")
        return Found("other", notes=[note])
    if kind.kind == "prospectus":
        return _prospectus(document)
    facts, rejected, notes = extract_filing(document, kind.kind)
    chosen, conflicts = choose(facts)
    return Found(kind.kind, chosen, [*rejected, *conflicts], notes)


def _prospectus(document: PDFDocument) -> Found:
    """The offering from the first pages, the track record from the statements."""
    cover, rejected, notes = extract_cover(document)
    name = _issuer(cover)
    stated = extract_statements(document, name)
    facts, conflicts = choose([*cover, *stated.facts])
    losers = [*rejected, *stated.rejected, *conflicts]
    return Found("prospectus", facts, losers, [*notes, *stated.notes], stated.statements)


def _issuer(cover: list[Fact]) -> str | None:
    return next((fact.issuer for fact in cover if fact.issuer), None)
