"""Where points of a page stand as it is looked at: pdfplumber's coordinates out of those that the PDF itself uses."""

from __future__ import annotations

from dataclasses import dataclass

from .layout import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet, turned clockwise by ``rotation`` degrees; ``cropped`` is the part of it that a viewer shows.

    Both boxes are the PDF's own, x0, y0, x1, y1, upwards from a corner that may lie anywhere.

    >>> Frame((0, 0, 600, 800), (0, 0, 600, 800)).box(100, 690, 160, 702)
    (100, 98, 160, 110)
    >>> Frame((0, 0, 600, 800), (50, 100, 590, 780), rotation=90).visible
    (100, 50, 780, 590)
    """

    sheet: Box
    cropped: Box
    rotation: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole sheet as it is looked at."""
        x0, y0, x1, y1 = self.sheet
        return (y1 - y0, x1 - x0) if self.rotation in (90, 270) else (x1 - x0, y1 - y0)

    @property
    def visible(self) -> Box:
        """The part that a viewer shows, from the sheet's top left."""
        return self.box(*self.cropped)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """x0, top, x1, bottom from the sheet's top left."""
        x0, y0, x1, y1 = self.sheet
        if self.rotation == 90:
            return bottom - y0, left - x0, top - y0, right - x0
        if self.rotation == 180:
            return x1 - right, bottom - y0, x1 - left, top - y0
        if self.rotation == 270:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        return left - x0, y1 - top, right - x0, y1 - bottom
