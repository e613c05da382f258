"""Every quote stands where the evidence says it stands."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import zhaogu
from zhaogu.demo import documents
from zhaogu.display import picture
from zhaogu.model import Box, Evidence
from zhaogu.reading import PDFDocument, TextDocument, read, read_all

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).parents[2] / "shared" / "corpus"))
DEMO = [path for path in documents() if path.endswith(".pdf")]
SAMPLES = sorted(CORPUS.glob("hkex/*.pdf")) + sorted(CORPUS.glob("prospectus/*.pdf"))
UNMAPPED = {"岹"}  # a rare character that one sample's font maps for pdfium only


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def characters(document: PDFDocument, number: int) -> list[dict[str, Any]]:
    """The characters of a page as another library reads them."""
    with document.pdf.plumber(number) as page:
        return list(page.chars)


def inside(chars: list[dict[str, Any]], box: Box) -> str:
    """The characters whose centre lies in ``box``."""
    x0, top, x1, bottom = box
    found = [c for c in chars if x0 <= (c["x0"] + c["x1"]) / 2 <= x1 and top <= (c["top"] + c["bottom"]) / 2 <= bottom]
    return "".join(c["text"] for c in found)


def misplaced(found: zhaogu.Extraction, document: PDFDocument) -> Iterator[str]:
    pages: dict[int, list[dict[str, Any]]] = {}
    for fact in found.facts:
        for place in (fact.evidence, *fact.also):
            if not place.page or not place.bboxes or place.bbox is None:
                yield f"{fact}: no page or box"
                continue
            if place.page not in pages:
                pages[place.page] = characters(document, place.page)
            read_there = bare("".join(inside(pages[place.page], box) for box in place.bboxes))
            missing = set(bare(place.quote)) - set(read_there) - UNMAPPED
            if missing:
                yield f"{fact}: {missing} of {place.quote!r} not in its box on page {place.page}: {read_there!r}"


@pytest.mark.parametrize("path", DEMO, ids=lambda path: Path(path).name)
def test_boxes_of_the_demo_hold_their_quotes(path: str) -> None:
    document = read(path)
    assert isinstance(document, PDFDocument)
    assert list(misplaced(zhaogu.extract(document), document)) == []


@pytest.mark.skipif(not SAMPLES, reason=f"no corpus at {CORPUS}: set ZHAOGU_CORPUS")
@pytest.mark.parametrize("path", SAMPLES[::5], ids=lambda path: path.stem)
def test_boxes_of_real_filings_hold_their_quotes(path: Path) -> None:
    document = read(path)
    assert isinstance(document, PDFDocument)
    assert list(misplaced(zhaogu.extract(document), document)) == []


@pytest.mark.parametrize("path", [p for p in documents() if not p.endswith(".pdf")], ids=lambda path: Path(path).name)
def test_offsets_of_articles_slice_to_their_quotes(path: str) -> None:
    for document in read_all(path):
        assert isinstance(document, TextDocument)
        texts = {"text": document.text, "title": document.title or ""}
        for fact in zhaogu.extract(document).facts:
            for place in (fact.evidence, *fact.also):
                assert texts[place.field or ""][place.start : place.end] == place.quote


def test_a_picture_marks_the_place() -> None:
    path = next(p for p in DEMO if p.endswith("minimax-allotment.pdf"))
    document = read(path)
    assert isinstance(document, PDFDocument)
    (price,) = [fact for fact in zhaogu.extract(document).facts if fact.metric == "offer_price"]
    image = picture(document, price.evidence, resolution=72)
    assert price.evidence.bbox is not None
    x0, top, x1, _ = price.evidence.bbox
    red = [image.getpixel((round(x), round(top) + d)) for x in (x0 + 3, x1 - 3) for d in (-1, 0, 1)]
    assert (255, 0, 0) in [pixel[:3] for pixel in red if isinstance(pixel, tuple)]


def test_a_text_has_no_picture() -> None:
    path = next(p for p in DEMO if p.endswith("minimax-allotment.pdf"))
    document = read(path)
    assert isinstance(document, PDFDocument)
    with pytest.raises(ValueError, match="stands in a text"):
        picture(document, Evidence(quote="a", field="text", start=0, end=1))
