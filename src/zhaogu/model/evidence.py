"""Where a figure stands in its document."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Box = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in points from the page's top left."""


class Evidence(BaseModel):
    """The place of a figure: offsets into a text, or page and boxes in a PDF.

    >>> Evidence(quote="37 倍認購", field="text", start=10, end=16)
    Evidence('37 倍認購' at text[10:16])
    """

    model_config = ConfigDict(frozen=True)

    quote: str = Field(min_length=1, description="Verbatim: the value with its label where they adjoin.")
    field: Literal["text", "title"] | None = Field(None, description="Which text of an article; null for PDFs.")
    start: int | None = Field(None, ge=0, description="First code point of the quote in that text.")
    end: int | None = Field(None, ge=0, description="One past the last code point of the quote.")
    page: int | None = Field(None, ge=1, description="Page of a PDF, counted from 1.")
    bbox: Box | None = Field(None, description="Union of the boxes: x0, top, x1, bottom in points from the top left.")
    bboxes: list[Box] | None = Field(None, description="One box a line.")

    def __repr__(self) -> str:
        """The quote and its place."""
        quote = " ".join(self.quote.split())
        quote = quote if len(quote) <= 60 else quote[:57] + "..."
        place = f"page {self.page}" if self.page else f"{self.field}[{self.start}:{self.end}]"
        return f"Evidence({quote!r} at {place})"

    __str__ = __repr__
