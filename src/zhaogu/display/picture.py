"""A page of a filing as a picture, with the place of a figure marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhaogu.model import Evidence
from zhaogu.reading import PDFDocument

if TYPE_CHECKING:
    from PIL.Image import Image


def picture(document: PDFDocument, evidence: Evidence, resolution: int = 110) -> Image:
    """The page that ``evidence`` names, its boxes drawn in red; ``resolution`` in dots per inch.

    Raises ValueError for evidence of a text, which has no page.
    """
    if evidence.page is None:
        raise ValueError(f"{evidence} stands in a text: only pages of a PDF can be drawn")
    boxes = evidence.bboxes or ([evidence.bbox] if evidence.bbox else [])
    with document.pdf.plumber(evidence.page) as page:
        drawing = page.to_image(resolution=resolution)
        for box in boxes:
            drawing.draw_rect(box, stroke="red", stroke_width=2)
        image: Image = drawing.annotated.copy()
    return image
