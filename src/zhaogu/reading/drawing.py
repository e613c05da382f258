"""What is drawn on a page besides its text, and the page as a picture."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from .limits import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_OBJECTS = 2_000
_LONGEST_SIDE = 20_000


def art(pdfium: Any, page: Any) -> tuple[float, int]:
    """The share of ``page`` that pictures cover, and how many paths are drawn on it."""
    left, bottom, right, top = page.get_bbox()
    covered, paths = 0.0, 0
    for item in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        if item.type in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            x0, y0, x1, y1 = item.get_bounds()
            wide, high = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
            covered += max(wide, 0) * max(high, 0) / ((right - left) * (top - bottom))
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
    return covered, paths


def picture(page: Any, dpi: float, limits: Limits) -> Image:
    """``page`` drawn at ``dpi``, or at the largest scale that the limits allow."""
    width, height = page.get_size()
    most = (limits.picture_pixels / (width * height)) ** 0.5
    image: Image = page.render(scale=min(dpi / 72, most, _LONGEST_SIDE / max(width, height))).to_pil()
    return image
