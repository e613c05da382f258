"""Pages whose text cannot be trusted: told from those that can, named, and never read as numbers."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fixtures import bad
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import zhaogu
from zhaogu.extraction.pages import page_notes
from zhaogu.reading import Limits, read
from zhaogu.reading.glyphs import condition
from zhaogu.reading.pdf import PDF

FIXTURES = Path(bad.__file__).parent
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", "../shared/corpus"))

PAGE_NOTES = ("ZG-PAGE-SCANNED", "ZG-PAGE-GARBLED", "ZG-PAGE-OCR")

PROSE = "本公司於年內錄得收入增長，主要由於海外業務的訂閱收入有所增加，以及企業客戶的數目上升所致。" * 6
ENGLISH = "The Group recorded a higher revenue for the year, as more customers renewed their subscriptions. " * 6


def private(text: str) -> str:
    """``text`` with its digits in a private-use font."""
    return text.translate({ord("0") + i: chr(0xE030 + i) for i in range(10)})


def shifted(text: str) -> str:
    """``text`` as glyph numbers of a Latin font taken for characters."""
    return "".join(char if char == "\n" else chr(ord(char) - 29) for char in text)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        ENGLISH,
        PROSE.translate(str.maketrans("於錄業務訂閱", "于录业务订阅")),
        "12",
        "收入 5 48,215 56,340\n毛利 9,113 11,329\n",
        "Contents\n" + "".join(f"Risk Factors {'.' * 80} {page}\n" for page in range(30)),
        "Contents\n" + "".join(f"Risk Factors {chr(2) * 80} {page}\n" for page in range(30)),
        "目錄\n" + "".join(f"風險因素 {chr(0xF0B7) * 60} {page}\n" for page in range(30)),
        "目錄\n" + "".join(f"風險因素 {'· ' * 60} {page}\n" for page in range(30)),
        "".join(f"\uf06c {line}\n" for line in ("股份將於聯交所上市", "年度業績載於附錄", "元為人民幣單位") * 9),
        "Sociét\u00e9 G\u00e9n\u00e9rale, Z\u00fcrich \u2013 banque fran\u00e7aise \u00a31,000 at 10\u00b0 " * 9,
        "Revenue 1,234 – – – (–) – – – – 5,678 * * * ** †\n" * 5,
        "주식회사 한국 홀딩스 서울특별시 강남구 테헤란로",
        "the soft hyphen \ufffe\n of pdfium, and \x02\nits other form" * 3,
        "中" + PROSE + "㬎䫪",
        "codes: A,BCD and USD,HKD,CNY; 1,234 5,678",
    ],
)
def test_readable(text: str) -> None:
    assert condition(text) == "readable"


@pytest.mark.parametrize("text", ["", " \n \n", "– –", "•", "........"])
def test_empty(text: str) -> None:
    assert condition(text) == "empty"


@pytest.mark.parametrize(
    "text",
    [
        private("收入 48,215 56,340\n毛利 9,113 11,329\n"),
        PROSE + private("截至2022年、2023年及2024年12月31日止年度，收入為48.2百萬元、56.3百萬元，增長約12.5%。"),
        "(cid:21)(cid:7)(cid:133)(cid:4) (cid:55)(cid:1)(cid:9)",
        ENGLISH[:90] + "".join(f"(cid:{n})" for n in range(20, 60)),
        shifted(ENGLISH + "48,215 56,340"),
        "\x01\x04\x05\x06\x07\x04\x08\x0b\x05\x0c\x0e\x0f\x10 12",
        PROSE.encode("gbk", "ignore").decode("latin-1"),
        PROSE.encode("utf-8").decode("cp1252", "replace"),
        "".join(chr(0x1200 + 37 * i % 350) for i in range(80)),
        "".join(chr(0x3400 + 97 * i % 6500) for i in range(80)),
        "".join(chr(0x4E00 + 97 * i % 20000) for i in range(400)),
        "Revenue QM,ROS TU,VQW\nCost (RM,NOP) (QU,ABC)\nProfit M,NOP S,TUV\n",
        "\ufffd\ufffd\ufffd\ufffd \ufffd\ufffd 2024",
        "!\"#$ %&'( )*+, -./: ;<=> @[]^ !#%' )+-/ ;=@] !$'* -:=[ " * 2,
        "xkcd qwrt ZXCV bnmp sdfg hjkl " * 15,
    ],
)
def test_garbled(text: str) -> None:
    assert condition(text) == "garbled"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here: set ZHAOGU_CORPUS")
def test_no_false_alarm_in_the_samples() -> None:
    unreadable = []
    for path in [*sorted(CORPUS.glob("hkex/*.pdf"))[::4], *sorted(CORPUS.glob("prospectus/*.pdf"))]:
        pdf = PDF(path.name, path.read_bytes())
        unreadable += [(path.name, page.number) for page in pdf if not page.is_readable and not page.is_blank]
        pdf.close()
    assert unreadable == []


def without_character_map(source: Path, target: Path) -> Path:
    """``source`` with the character maps of its embedded fonts taken away."""
    target.write_bytes(source.read_bytes().replace(b"/ToUnicode", b"/ToNothing"))
    return target


@pytest.mark.parametrize("name", ["net-liabilities", "newest-first", "one-year"])
def test_fonts_without_a_character_map(name: str, tmp_path: Path) -> None:
    path = without_character_map(FIXTURES / "statements" / f"{name}.pdf", tmp_path / "a.pdf")
    pdf = PDF("a.pdf", path.read_bytes())
    assert {page.condition for page in pdf} == {"garbled"}
    assert {(page.text, len(page.words), len(page.lines)) for page in pdf} == {("", 0, 0)}
    with pytest.raises(zhaogu.NoTextLayer, match=r"glyph codes without a character map: .*--ocr"):
        zhaogu.extract(path)


def test_scan_of_every_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(zhaogu.NoTextLayer, match=r"no page has a text layer \(a scan or a picture\): .*zhaogu\[ocr\]"):
        zhaogu.extract(bad.picture_pdf(tmp_path).path)


def test_notes_name_the_pages_that_were_looked_at(tmp_path: Path) -> None:
    source = bad.scanned_among_text(FIXTURES / "demo" / "minimax-allotment.pdf", tmp_path)
    found = zhaogu.extract(source)
    assert [(note.code, note.severity) for note in found.notes if note.code in PAGE_NOTES] == [
        ("ZG-PAGE-SCANNED", "warning")
    ]
    whole = zhaogu.extract(FIXTURES / "demo" / "minimax-allotment.pdf")
    assert {(fact.metric, fact.value) for fact in found.facts} == {(fact.metric, fact.value) for fact in whole.facts}

    pdf = PDF("a.pdf", source.read_bytes())
    assert page_notes(pdf.pages_read) == []
    assert [pdf.page(number).condition for number in (1, 2)] == ["readable", "empty"]
    (note,) = page_notes(pdf.pages_read)
    assert note.text.startswith("page 2: no text layer")


def test_a_garbled_page_among_others_is_noted(tmp_path: Path) -> None:
    chinese, english = FIXTURES / "statements" / "one-year.pdf", FIXTURES / "statements" / "in-millions.pdf"
    garbled = without_character_map(chinese, tmp_path / "g.pdf")
    both = joined([(garbled, 2), (garbled, 3), (english, 2)], tmp_path / "both.pdf")
    pdf = PDF("both.pdf", both.read_bytes())
    pdf.require_text()
    assert [page.condition for page in pdf] == ["garbled", "garbled", "readable"]
    (note,) = page_notes(pdf.pages_read)
    assert (note.code, note.text.split(":")[0]) == ("ZG-PAGE-GARBLED", "pages 1-2")


def joined(pages: list[tuple[Path, int]], target: Path) -> Path:
    """A PDF of single pages of others."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for source, number in pages:
        whole.import_pages(pypdfium2.PdfDocument(source), [number - 1])
    whole.save(target)
    return target


def drawn(draw: Callable[[Canvas], object], size: tuple[float, float] = (595, 842)) -> PDF:
    """A page that ``draw`` has drawn."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return PDF("drawn.pdf", out.getvalue())


def picture(canvas: Canvas, *texts: tuple[float, str]) -> None:
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 20, 60, 555, 720)
    for y, text in texts:
        canvas.drawString(60, y, text)


def test_a_scan_under_a_running_head_is_a_scan() -> None:
    page = drawn(lambda canvas: picture(canvas, (815, "APPENDIX I"), (25, "I-12"))).page(1)
    assert (page.condition, page.is_blank) == ("empty", False)


def test_a_cover_over_a_picture_is_none() -> None:
    assert drawn(lambda canvas: picture(canvas, (500, "GLOBAL OFFERING"))).page(1).condition == "readable"


def test_a_blank_page_is_not_missed() -> None:
    pdf = drawn(lambda canvas: canvas.line(50, 50, 500, 50))
    assert (pdf.page(1).condition, pdf.page(1).is_blank) == ("empty", True)
    assert page_notes(pdf.pages_read) == []


def test_a_huge_page_is_drawn_small() -> None:
    pdf = drawn(lambda canvas: canvas.drawString(10, 10, "x"), (200_000, 200_000))
    assert pdf.page(1).picture(200).size == (5000, 5000)
    assert max(drawn(lambda canvas: canvas.drawString(1, 1, "x"), (0.1, 400_000)).page(1).picture(200).size) <= 20_001


def test_a_page_with_millions_of_characters_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    path.write_bytes(raw_pdf(b"BT /F1 8 Tf 10 800 Td 9 TL\n" + b"(ab1,234 ab1,234) Tj T*\n" * 20_000 + b"ET"))
    with pytest.raises(zhaogu.LimitExceeded, match=r"page 1 has 3\d\d\d\d\d characters, the limit is 200000"):
        zhaogu.extract(path)
    with pytest.raises(zhaogu.LimitExceeded, match="more than 1000 characters"):
        zhaogu.extract(FIXTURES / "demo" / "minimax-allotment.pdf", limits=Limits(text_bytes=1000))


def entry(number: int, *links: str) -> bytes:
    return f"<</Title(entry {number})/Dest[3 0 R/Fit]{''.join(links)}>>".encode()


OUTLINES = {
    "many": (10_000, [entry(n, f"/Next {n + 8} 0 R") for n in range(12_000)]),
    "deep": (6, [entry(n, f"/First {n + 8} 0 R/Last {n + 8} 0 R") for n in range(5_000)]),
    "circle": (2, [entry(0, "/Next 8 0 R"), entry(1, "/Next 7 0 R")]),
    "long title": (1, [b"<</Title(%s)/Dest[3 0 R/Fit]>>" % (b"x" * 100_000)]),
    "nowhere": (1, [b"<</Title(x)>>"]),
}


@pytest.mark.parametrize("case", OUTLINES)
def test_outlines_end(case: str, capfd: pytest.CaptureFixture[str]) -> None:
    number, entries = OUTLINES[case]
    root = b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"
    marks = PDF("outline.pdf", raw_pdf(b"", outlines=[root, *entries])).bookmarks
    assert len(marks) == number
    assert all(len(mark.title) <= 500 for mark in marks)
    assert marks[0].page == (None if case == "nowhere" else 1)
    assert capfd.readouterr() == ("", "")


def raw_pdf(content: bytes, outlines: list[bytes] | None = None) -> bytes:
    """A PDF of one page, written by hand; objects from 6 on are ``outlines``."""
    packed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % (b"/Outlines 6 0 R" if outlines else b""),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(outlines or []),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def test_a_text_page_says_where_its_text_comes_from() -> None:
    document = read(FIXTURES / "demo" / "minimax-allotment.pdf")
    assert isinstance(document, zhaogu.reading.PDFDocument)
    assert document.pdf.page(1).source == "text"
