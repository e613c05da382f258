"""What the state of a PDF's pages means for its facts: notes on pages that were not read, or were read by OCR."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zhaogu.model import Fact, FactNote, Note
from zhaogu.reading.pdf import PDF, Page

BY_OCR = FactNote(code="ocr", text="read by OCR from the picture of the page: compare it with the picture")


def page_notes(pages: Iterable[Page]) -> list[Note]:
    """A note for the scans among ``pages``, one for the garbled ones, one for those that OCR has read."""
    looked_at = list(pages)
    scanned = [page.number for page in looked_at if page.is_picture]
    garbled = [page.number for page in looked_at if page.condition == "garbled"]
    by_ocr = [page.number for page in looked_at if page.source == "ocr" and page.is_readable]
    told = (
        ("ZG-PAGE-SCANNED", scanned, "no text layer (a scan or a picture): nothing was read there; try --ocr"),
        ("ZG-PAGE-GARBLED", garbled, "glyph codes without a character map: nothing was read there; try --ocr"),
        ("ZG-PAGE-OCR", by_ocr, "no text to trust: OCR read the picture instead"),
    )
    return [
        Note(code=code, severity="info" if numbers is by_ocr else "warning", text=f"{_named(numbers)}: {what}")
        for code, numbers, what in told
        if numbers
    ]


def marked(facts: Sequence[Fact], pdf: PDF) -> list[Fact]:
    """``facts``, those from pages that OCR has read with a note that says so."""
    pages = {page.number for page in pdf.pages_read if page.source == "ocr"}
    return [
        fact.model_copy(update={"notes": [*fact.notes, BY_OCR]}) if fact.evidence.page in pages else fact
        for fact in facts
    ]


def _named(numbers: Sequence[int]) -> str:
    """Page numbers for people.

    >>> _named([7]), _named([3, 4, 5, 9])
    ('page 7', 'pages 3-5, 9')
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {named}"
