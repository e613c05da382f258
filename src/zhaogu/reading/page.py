"""A page of a PDF: its text, its words and rows with boxes, and whether any of it can be trusted."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from .frame import Frame
from .glyphs import Condition, condition
from .layout import Box, Line, Word, rows, upright

if TYPE_CHECKING:
    from PIL.Image import Image

    from .pdfium import Pdfium

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65"
# pdfium writes a space between the characters of justified or spaced-out Chinese lines
_LETTER_SPACE = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
# soft hyphens, control characters and the noncharacters that stand for dot leaders
_UNREADABLE = dict.fromkeys((*range(9), *range(11, 32), 127, 65534, 65535), " ") | {0xAD: "-"}
_HAS_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\xad\ufffe\uffff]")
_RUNNING_HEAD = 200
"""Characters that may stand above and below a scan."""


class Page:
    """One page: ``text`` in reading order with letter spacing closed, ``words`` and ``lines`` with boxes."""

    source: Literal["text", "ocr"] = "text"
    """Where the text comes from: the PDF itself, or a picture of the page."""

    def __init__(self, pdfium: Pdfium, number: int) -> None:
        """Page ``number`` (from 1) of ``pdfium``; nothing is read yet."""
        self._pdfium = pdfium
        self.number = number

    @cached_property
    def glyphs(self) -> str:
        """pdfium's characters as the file has them, whatever they are worth."""
        return self._pdfium.glyphs(self.number)

    @cached_property
    def condition(self) -> Condition:
        """Whether the text can be trusted: ``readable``, ``empty`` (a scan, or nothing at all) or ``garbled``."""
        found = condition(self.glyphs)
        if found == "readable" and self._pdfium.is_unmapped(self.number, self.glyphs):
            return "garbled"
        return "empty" if found == "readable" and self._is_scan_with_head() else found

    def _is_scan_with_head(self) -> bool:
        """A picture as large as the page, and text above and below it only."""
        if len(self.glyphs) > _RUNNING_HEAD or self._pdfium.art(self.number)[0] < 0.5:
            return False
        words, height = self._pdfium.words(self.number, self.glyphs, self.frame), self.size[1]
        return all(word.bottom < 0.12 * height or word.top > 0.88 * height for word in words)

    @cached_property
    def is_blank(self) -> bool:
        """Whether the page has neither text nor a picture: nothing is lost with it."""
        pictures, paths = self._pdfium.art(self.number) if self.condition == "empty" else (1.0, 0)
        return pictures < 0.05 and paths < 200

    @property
    def is_picture(self) -> bool:
        """Whether the page shows something, but has no text: a scan."""
        return self.condition == "empty" and not self.is_blank

    @property
    def was_read(self) -> bool:
        """Whether anybody asked for the text of the page."""
        return "condition" in self.__dict__

    @cached_property
    def raw(self) -> str:
        """pdfium's characters, one code point each, so that offsets are pdfium's own; nothing of a garbled page."""
        if self.condition == "garbled":
            return ""
        return self.glyphs.translate(_UNREADABLE) if _HAS_UNREADABLE.search(self.glyphs) else self.glyphs

    @cached_property
    def _closed(self) -> tuple[str, list[int]]:
        """The text with letter spaces taken out, and where they stood (counted in the closed text)."""
        cuts = [match.start() - i for i, match in enumerate(_LETTER_SPACE.finditer(self.raw))]
        return _LETTER_SPACE.sub("", self.raw), cuts

    @property
    def text(self) -> str:
        """The page's text, lines ended by ``\\n``, Chinese letter spacing closed up."""
        return self._closed[0]

    def raw_offset(self, offset: int) -> int:
        """Where the character ``offset`` of ``text`` stands among pdfium's characters."""
        return offset + bisect_right(self._closed[1], offset)

    @cached_property
    def frame(self) -> Frame:
        """The sheet, how it is turned, and what of it is shown."""
        return self._pdfium.frame(self.number)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points, as it is looked at."""
        return self.frame.size

    @cached_property
    def words(self) -> list[Word]:
        """Runs without a space, each with its box, in pdfium's order."""
        return self._pdfium.words(self.number, self.raw, self.frame)

    @cached_property
    def lines(self) -> list[Line]:
        """Visual rows from top to bottom, each from left to right."""
        return rows(self.words)

    @cached_property
    def upright_lines(self) -> list[Line]:
        """The rows of the page as it is turned to be read: of a table that was set sideways, its own rows."""
        sideways = self._pdfium.sideways(self.number, self.raw)
        if sideways is None:
            return self.lines
        angle, starts = sideways
        return rows([upright(word, angle, self.size) for word in self.words if word.start in starts])

    def boxes(self, start: int, end: int) -> list[Box]:
        """A box for each line of ``text[start:end]``."""
        raw_start, raw_end = self.raw_offset(start), self.raw_offset(end - 1) + 1
        return self._pdfium.boxes(self.number, self.raw, self.frame, raw_start, raw_end)

    @property
    def is_readable(self) -> bool:
        """Whether the page carries letters, digits or Han characters that can be trusted."""
        return self.condition == "readable"

    def picture(self, dpi: float = 150) -> Image:
        """The page as it looks; a page too large for the limits is drawn at a smaller scale."""
        return self._pdfium.picture(self.number, dpi)

    def __repr__(self) -> str:
        """Number and first words."""
        return f"Page({self.number}, {' '.join(self.text.split())[:50]!r})"
