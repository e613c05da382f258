"""PDF pages through pdfium: text first, boxes only where they are asked for.

pdfium is many times faster than pdfminer (docs/performance.md); pdfplumber opens single pages where its tools are
needed. pdfium is not thread-safe: use processes to read many files at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any

from zhaogu.errors import NoTextLayer

from .limits import DEFAULT_LIMITS, Limits
from .outline import Bookmark, outline
from .page import Page
from .pdfium import Pdfium


class PDF:
    """An open PDF; pages are read one by one, when they are asked for."""

    def __init__(self, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS, ocr: bool = False) -> None:
        """Open ``data``; raises EncryptedPDF, DamagedPDF or LimitExceeded, each naming ``name``.

        With ``ocr``, pages whose text is missing or garbled are read from their picture.
        """
        self.name = name
        self._ocr = ocr
        self._pdfium = Pdfium(name, data, limits)
        self.page_count = self._pdfium.page_count
        self._pages: dict[int, Page] = {}

    def page(self, number: int) -> Page:
        """Page ``number``, counted from 1; IndexError beyond the last."""
        if not 1 <= number <= self.page_count:
            raise IndexError(f"{self.name} has pages 1 to {self.page_count}, not {number}")
        if number not in self._pages:
            page = Page(self._pdfium, number)
            if self._ocr and not page.is_readable and not page.is_blank:
                from .ocr import ScannedPage

                page = ScannedPage(page)
            self._pages[number] = page
        return self._pages[number]

    @property
    def pages_read(self) -> list[Page]:
        """The pages whose text anybody asked for, in order."""
        return [page for _, page in sorted(self._pages.items()) if page.was_read]

    def __iter__(self) -> Iterator[Page]:
        """All pages in order."""
        return (self.page(number) for number in range(1, self.page_count + 1))

    def __len__(self) -> int:
        """Number of pages."""
        return self.page_count

    def require_text(self) -> None:
        """Raise NoTextLayer where no page carries readable text."""
        if any(page.is_readable for page in self):
            return
        if self._ocr:
            raise NoTextLayer(self.name, "OCR finds no text on any page", "look at the file: it may be blank")
        garbled = any(page.condition == "garbled" for page in self)
        problem = (
            "the text of its pages is glyph codes without a character map" if garbled
            else "no page has a text layer (a scan or a picture)"
        )  # fmt: skip
        raise NoTextLayer(self.name, problem, "read it with OCR: --ocr or read(path, ocr=True), extra zhaogu[ocr]")

    @cached_property
    def bookmarks(self) -> list[Bookmark]:
        """The outline in document order; empty where there is none."""
        return outline(self._pdfium.raw, self._pdfium.document)

    def plumber(self, number: int) -> AbstractContextManager[Any]:
        """Page ``number`` as pdfplumber's Page, for its tools (crop, curves, pictures); only that page is parsed."""
        return self._pdfium.plumber(number)

    def close(self) -> None:
        """Give pdfium's memory back; pages already read keep what they have."""
        self._pdfium.close()

    def __repr__(self) -> str:
        """Name and pages."""
        return f"PDF({self.name!r}, {self.page_count} pages)"


__all__ = ["PDF", "Page"]
