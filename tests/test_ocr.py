"""Scanned and garbled pages read by OCR: the same figures as from the text, with boxes that enclose them."""

from __future__ import annotations

import json
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fixtures import bad
from typer.testing import CliRunner

import zhaogu
from zhaogu.cli import app
from zhaogu.extraction.statements import extract_statements
from zhaogu.reading import Limits, PDFDocument, ocr, read
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import PDF, Page

STATEMENTS = Path(bad.__file__).parent / "statements"
ALLOTMENT = Path(bad.__file__).parent / "demo" / "zhipu-allotment.pdf"

needs_ocr = pytest.mark.skipif(
    find_spec("rapidocr") is None or find_spec("onnxruntime") is None,
    reason="the extra ocr is not installed: pip install 'zhaogu[ocr]'",
)


def scanned(source: Path, number: int, target: Path, turn: float = 0) -> Path:
    """Page ``number`` of ``source`` as a picture of 200 dpi, turned by ``turn`` degrees."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    page = PDF(source.name, source.read_bytes()).page(number)
    image = page.picture(200).convert("L").rotate(turn, fillcolor=255)
    canvas = Canvas(str(target), pagesize=page.size)
    canvas.drawImage(ImageReader(image), 0, 0, *page.size)
    canvas.showPage()
    canvas.save()
    return target


def single(source: Path, number: int, target: Path) -> Path:
    """Page ``number`` of ``source`` as it is."""
    return bad.pages(source, [number], target)


def opened(path: Path, **options: Any) -> PDFDocument:
    document = read(path, **options)
    assert isinstance(document, PDFDocument)
    return document


def figures(document: PDFDocument) -> Counter[tuple[str, str | None, str, str | None]]:
    found = extract_statements(document, "Specimen").facts
    return Counter((fact.metric, fact.period, str(fact.value), fact.unit) for fact in found)


@needs_ocr
@pytest.mark.parametrize(
    ("name", "number", "turn", "least"),
    [
        ("in-millions", 2, 0, 30),
        ("in-millions", 2, 0.8, 30),
        ("net-liabilities", 2, 0, 10),
        ("newest-first", 2, -0.5, 6),
    ],
)
def test_a_scanned_statement_gives_the_figures_of_its_text(
    name: str, number: int, turn: float, least: int, tmp_path: Path
) -> None:
    source = STATEMENTS / f"{name}.pdf"
    expected = figures(opened(single(source, number, tmp_path / "text.pdf")))
    scan = opened(scanned(source, number, tmp_path / "scan.pdf", turn), ocr=True)
    assert sum(expected.values()) >= least
    assert figures(scan) == expected
    assert scan.pdf.page(1).source == "ocr"


@needs_ocr
def test_words_and_boxes_stand_where_the_text_has_them(tmp_path: Path) -> None:
    source = STATEMENTS / "in-millions.pdf"
    text = PDF("text.pdf", source.read_bytes()).page(2)
    scan = opened(scanned(source, 2, tmp_path / "scan.pdf"), ocr=True).pdf.page(1)
    assert all(scan.raw[word.start : word.end] == word.text for word in scan.words)
    assert [word for line in scan.lines for word in line.words] == scan.words
    for number in ("48,215", "(39,102)", "1.60"):
        (mine,), (true,) = box_of(scan, number), box_of(text, number)
        assert max(abs(a - b) for a, b in zip(mine, true, strict=True)) < 4
    whole = scan.boxes(0, len(scan.text))
    assert len(whole) == len(scan.lines)


def box_of(page: Page, words: str) -> list[tuple[float, float, float, float]]:
    start = page.text.index(words)
    return page.boxes(start, start + len(words))


@needs_ocr
def test_a_garbled_page_is_read_from_its_picture(tmp_path: Path) -> None:
    source = STATEMENTS / "one-year.pdf"
    expected = figures(opened(single(source, 2, tmp_path / "text.pdf")))
    garbled = tmp_path / "garbled.pdf"
    single(source, 2, garbled)
    garbled.write_bytes(garbled.read_bytes().replace(b"/ToUnicode", b"/ToNothing"))
    with pytest.raises(zhaogu.NoTextLayer):
        opened(garbled).pdf.require_text()
    assert figures(opened(garbled, ocr=True)) == expected


@needs_ocr
def test_facts_from_ocr_say_so_and_the_others_do_not(tmp_path: Path) -> None:
    path = with_scan(ALLOTMENT, scanned(ALLOTMENT, 2, tmp_path / "page.pdf"), tmp_path / "mixed.pdf")

    without = zhaogu.extract(path)
    found = zhaogu.extract(path, ocr=True)
    assert not [fact for fact in without.facts if fact.evidence.page == 2]
    assert [note.text.split(":")[0] for note in without.notes if note.code == "ZG-PAGE-SCANNED"] == ["page 2"]
    assert [note.text.split(":")[0] for note in found.notes if note.code == "ZG-PAGE-OCR"] == ["page 2"]
    told = {fact.evidence.page == 2: "ocr" in [note.code for note in fact.notes] for fact in found.facts}
    assert told == {True: True, False: False}
    whole = {(fact.metric, fact.holder, str(fact.value)) for fact in zhaogu.extract(ALLOTMENT).facts}
    assert {(fact.metric, fact.holder, str(fact.value)) for fact in found.facts} == whole

    run = CliRunner().invoke(app, ["extract", str(path), "--ocr"])
    assert run.exit_code == 0
    assert len([line for line in map(json.loads, run.stdout.splitlines()) if line["notes"]]) >= sum(
        fact.evidence.page == 2 for fact in found.facts
    )


@needs_ocr
def test_a_picture_without_text_stays_without(tmp_path: Path) -> None:
    with pytest.raises(zhaogu.NoTextLayer, match="OCR finds no text on any page"):
        zhaogu.extract(bad.picture_pdf(tmp_path).path, ocr=True)


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    ocr._engine.cache_clear()
    with pytest.raises(zhaogu.UnsupportedFormat, match=r"OCR needs an extra .*: pip install 'zhaogu\[ocr\]'"):
        zhaogu.extract(bad.picture_pdf(tmp_path).path, ocr=True)
    assert zhaogu.extract(ALLOTMENT, ocr=True).facts, "a document that needs no OCR needs no extra"


def test_too_many_scans_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_engine", lambda: lambda image, **_: SEEN_NOTHING)
    with pytest.raises(zhaogu.LimitExceeded, match="more than 1 pages need OCR"):
        zhaogu.extract(bad.picture_pdf(tmp_path).path, ocr=True, limits=Limits(ocr_pages=1))


@pytest.mark.parametrize(("name", "least"), [("in-millions", 30), ("net-liabilities", 10), ("newest-first", 6)])
def test_what_an_engine_sees_of_a_statement_becomes_its_figures(
    name: str, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = STATEMENTS / f"{name}.pdf"
    text = opened(single(source, 2, tmp_path / "text.pdf"))
    expected = figures(text)
    monkeypatch.setattr(ocr, "_engine", lambda: lambda image, **_: seen_of(text.pdf.page(1), image.shape))
    scan = scanned(source, 2, tmp_path / "scan.pdf")
    assert sum(expected.values()) >= least
    assert figures(opened(scan, ocr=True)) == expected
    assert figures(opened(scan)) == Counter()
    found = zhaogu.extract(with_scan(source, scan, tmp_path / "mixed.pdf"), ocr=True).facts
    told = {fact.evidence.page == 2: "ocr" in [note.code for note in fact.notes] for fact in found}
    assert told == {True: True, False: False}


def with_scan(source: Path, scan: Path, target: Path) -> Path:
    """``source`` with its second page as the picture in ``scan``."""
    import pypdfium2

    mixed = pypdfium2.PdfDocument(source)
    mixed.del_page(1)
    mixed.import_pages(pypdfium2.PdfDocument(scan), [0], index=1)
    mixed.save(target)
    return target


def seen_of(page: Page, shape: tuple[int, ...]) -> SimpleNamespace:
    """What an engine would say of the picture of ``page``: each word in a box of pixels."""
    import numpy

    scale = shape[1] / page.size[0]
    boxes = [[(w.x0, w.top), (w.x1, w.top), (w.x1, w.bottom), (w.x0, w.bottom)] for w in page.words]
    return SimpleNamespace(
        boxes=numpy.asarray(boxes) * scale, txts=[w.text for w in page.words], word_results=[() for _ in page.words]
    )


class SEEN_NOTHING:  # noqa: N801
    boxes = None
    txts = None


# How what OCR sees becomes words and rows, without OCR: (text, x0, top, x1, bottom), each character as wide as the next.
@pytest.mark.parametrize(
    ("seen", "rows"),
    [
        ([("Revenue", 10, 10, 60, 22), ("48,215", 200, 11, 240, 23)], ["Revenue 48,215"]),
        (
            [("48,215", 200, 11, 240, 23), ("Revenue", 10, 10, 60, 22), ("Cost", 10, 30, 40, 42)],
            ["Revenue 48,215", "Cost"],
        ),
        ([("Cost of sales", 10, 10, 90, 22), ("(39,102)", 200, 10, 240, 22)], ["Cost of sales (39,102)"]),
        ([("收入", 10, 10, 34, 22), ("–", 200, 15, 206, 17)], ["收入 –"]),
        ([], []),
    ],
)
def test_rows_of_what_was_seen(seen: list[tuple[str, float, float, float, float]], rows: list[str]) -> None:
    pieces = [ocr._piece(text, [[x0, top], [x1, top], [x1, low], [x0, low]], []) for text, x0, top, x1, low in seen]
    text, words, lines = ocr._laid_out(pieces)
    assert [line.text for line in lines] == rows
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]


def test_a_slanted_row_is_one_row() -> None:
    pieces = [
        ocr._piece("Revenue", [[10, 100], [60, 101], [60, 113], [10, 112]], []),
        ocr._piece("48,215", [[500, 109], [540, 110], [540, 122], [500, 121]], []),
        ocr._piece("Cost", [[10, 114], [40, 115], [40, 127], [10, 126]], []),
        ocr._piece("(39,102)", [[495, 123], [540, 124], [540, 136], [495, 135]], []),
    ]
    lines: list[Line] = ocr._laid_out(pieces)[2]
    assert [line.text for line in lines] == ["Revenue 48,215", "Cost (39,102)"]


def test_a_wide_gap_parts_words() -> None:
    parts = [(100.0, 130.0, "48,215"), (180.0, 210.0, "56,340")]
    piece = ocr._piece("48,21556,340", [[100, 10], [210, 10], [210, 22], [100, 22]], parts)
    assert [(word.text, word.x0, word.x1) for word in ocr._words(piece)] == [("48,215", 100, 130), ("56,340", 180, 210)]
