"""Boxes are pdfplumber's, on sheets that are turned, cropped, or inherit their size."""

from __future__ import annotations

import io

import pdfplumber
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from zhaogu.reading.frame import Frame
from zhaogu.reading.pdf import PDF

SHEET = (600, 800)
CROP = (50, 100, 590, 780)


def sheet(rotation: int = 0, crop: tuple[int, int, int, int] | None = None) -> bytes:
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=SHEET)
    canvas.drawString(100, 700, "Offer Price HK$165.00 per Share")
    canvas.save()
    document = pypdfium2.PdfDocument(drawn.getvalue())
    document[0].set_rotation(rotation)
    if crop:
        document[0].set_cropbox(*crop)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("crop", [None, CROP])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_box_is_where_pdfplumber_sees_the_same_characters(
    rotation: int, crop: tuple[int, int, int, int] | None
) -> None:
    data = sheet(rotation, crop)
    page = PDF("a.pdf", data).page(1)
    start = page.text.index("HK$165.00")
    (box,) = page.boxes(start, start + len("HK$165.00"))
    with pdfplumber.open(io.BytesIO(data)) as opened:
        same = opened.pages[0]
        assert page.size == (same.width, same.height)
        inside = same.within_bbox((box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)).chars
    assert sorted(char["text"] for char in inside) == sorted("HK$165.00")
    words = [word for word in page.words if "165" in word.text]
    assert [tuple(round(edge, 2) for edge in word.box) for word in words] == [box]


@pytest.mark.parametrize("crop", [None, CROP])
def test_a_sheet_may_inherit_its_size(crop: tuple[int, int, int, int] | None) -> None:
    data = inherited(crop)
    assert pypdfium2.PdfDocument(data)[0].get_mediabox(fallback_ok=False) is None
    assert PDF("a.pdf", data).page(1).size == SHEET


def inherited(crop: tuple[int, int, int, int] | None) -> bytes:
    """A page of 600 × 800 points, said by the node above it."""
    cut = f" /CropBox [{' '.join(map(str, crop))}]" if crop else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 {SHEET[0]} {SHEET[1]}] >>",
        f"<< /Type /Page /Parent 2 0 R{cut} >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    body += (
        f"xref\n0 4\n0000000000 65535 f \n{table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    )
    return body.encode()


def test_what_is_shown_lies_on_the_sheet() -> None:
    for turn in (0, 90, 180, 270):
        frame = Frame((0, 0, *SHEET), CROP, turn)
        x0, top, x1, bottom = frame.visible
        assert 0 < x0 < x1 < frame.size[0]
        assert 0 < top < bottom < frame.size[1]
