"""PDF pages through pdfium: text first, boxes only where they are asked for.

pdfium is many times faster than pdfminer (docs/performance.md); pdfplumber opens single pages where its tools are
needed. pdfium is not thread-safe: use processes to read many files at once.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from zhaogu.errors import DamagedPDF, EncryptedPDF, LimitExceeded, NoTextLayer, UnsupportedFormat

from .layout import Box, Line, Word, rounded, rows
from .limits import DEFAULT_LIMITS, Limits

_OPEN_PAGES = 48
_PASSWORD_ERROR = 4
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65"
# pdfium writes a space between the characters of justified or spaced-out Chinese lines
_LETTER_SPACE = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
# soft hyphens, control characters and the noncharacters that stand for dot leaders
_UNREADABLE = dict.fromkeys((*range(9), *range(11, 32), 127, 65534, 65535), " ") | {0xAD: "-"}
_READABLE = re.compile(r"[0-9A-Za-z\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline; ``page`` is None where it leads nowhere."""

    title: str
    level: int
    page: int | None


class Page:
    """One page: ``text`` in reading order with letter spacing closed, ``words`` and ``lines`` with boxes."""

    def __init__(self, pdf: PDF, number: int) -> None:
        """Page ``number`` (from 1) of ``pdf``; nothing is read yet."""
        self._pdf = pdf
        self.number = number

    @cached_property
    def raw(self) -> str:
        """pdfium's characters, one code point each, so that offsets are pdfium's own."""
        return self._pdf._raw_text(self.number)

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
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self._pdf._size(self.number)

    @cached_property
    def words(self) -> list[Word]:
        """Runs without a space, each with its box, in pdfium's order."""
        return self._pdf._words(self.number, self.raw)

    @cached_property
    def lines(self) -> list[Line]:
        """Visual rows from top to bottom, each from left to right."""
        return rows(self.words)

    def boxes(self, start: int, end: int) -> list[Box]:
        """A box for each line of ``text[start:end]``."""
        raw_start, raw_end = self.raw_offset(start), self.raw_offset(end - 1) + 1
        return self._pdf._boxes(self.number, self.raw, raw_start, raw_end)

    @property
    def is_readable(self) -> bool:
        """Whether the page carries letters, digits or Han characters at all."""
        return _READABLE.search(self.raw) is not None

    @cached_property
    def is_picture(self) -> bool:
        """Whether the page shows a picture and no readable text: a scan."""
        return not self.is_readable and self._pdf._has_picture(self.number)

    def __repr__(self) -> str:
        """Number and first words."""
        return f"Page({self.number}, {' '.join(self.text.split())[:50]!r})"


class PDF:
    """An open PDF; pages are read one by one, when they are asked for."""

    def __init__(self, name: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> None:
        """Open ``data``; raises EncryptedPDF, DamagedPDF or LimitExceeded, each naming ``name``."""
        import pypdfium2

        self.name = name
        self._c: Any = pypdfium2.raw
        if len(data) > limits.pdf_bytes:
            raise LimitExceeded(
                name,
                f"the PDF has {len(data)} bytes, the limit is {limits.pdf_bytes}",
                "raise Limits.pdf_bytes or split the file",
            )
        if b"%PDF-" not in data[:1024]:
            raise UnsupportedFormat(
                name, f"this is no PDF but {_looks_like(data)}", "give the file its right extension or fetch it again"
            )
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
            self.page_count: int = len(self._document)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD_ERROR:
                raise EncryptedPDF(
                    name, "the PDF needs a password", "save a copy without one, e.g. with qpdf --decrypt"
                ) from None
            raise DamagedPDF(name, "the PDF is damaged or cut off", "fetch it again") from None
        if self.page_count == 0:
            raise DamagedPDF(name, "the PDF has no pages", "fetch it again")
        if self.page_count > limits.pdf_pages:
            raise LimitExceeded(
                name,
                f"the PDF has {self.page_count} pages, the limit is {limits.pdf_pages}",
                "raise Limits.pdf_pages or split the file",
            )
        self._data = data
        self._pages: dict[int, Page] = {}
        self._open: OrderedDict[int, tuple[Any, Any]] = OrderedDict()

    def page(self, number: int) -> Page:
        """Page ``number``, counted from 1; IndexError beyond the last."""
        if not 1 <= number <= self.page_count:
            raise IndexError(f"{self.name} has pages 1 to {self.page_count}, not {number}")
        if number not in self._pages:
            self._pages[number] = Page(self, number)
        return self._pages[number]

    def __iter__(self) -> Iterator[Page]:
        """All pages in order."""
        return (self.page(number) for number in range(1, self.page_count + 1))

    def __len__(self) -> int:
        """Number of pages."""
        return self.page_count

    def require_text(self) -> None:
        """Raise NoTextLayer where no page carries readable text."""
        if not any(page.is_readable for page in self):
            raise NoTextLayer(
                self.name, "no page has a text layer (a scan or a picture)", "run OCR over it first, e.g. ocrmypdf"
            )

    @cached_property
    def bookmarks(self) -> list[Bookmark]:
        """The outline in document order; empty where there is none."""
        found = []
        for item in self._document.get_toc(max_depth=6):
            dest = item.get_dest()
            index = dest.get_index() if dest else None
            found.append(Bookmark(item.get_title().strip(), item.level, None if index is None else index + 1))
        return found

    @contextmanager
    def plumber(self, number: int) -> Iterator[Any]:
        """Page ``number`` as pdfplumber's Page, for its tools (crop, curves, pictures); only that page is parsed."""
        import pdfplumber

        with pdfplumber.open(BytesIO(self._data), pages=[number]) as opened:
            yield opened.pages[0]

    def close(self) -> None:
        """Give pdfium's memory back; pages already read keep what they have."""
        while self._open:
            self._close_page(*self._open.popitem()[1])
        self._document.close()

    def __repr__(self) -> str:
        """Name and pages."""
        return f"PDF({self.name!r}, {self.page_count} pages)"

    # What follows talks to pdfium; page numbers count from 1, offsets are pdfium's.

    def _handles(self, number: int) -> tuple[Any, Any]:
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        import pypdfium2

        try:
            page = self._document[number - 1]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise DamagedPDF(self.name, f"page {number} cannot be loaded", "fetch the file again") from None
        self._open[number] = page, textpage
        if len(self._open) > _OPEN_PAGES:
            self._close_page(*self._open.popitem(last=False)[1])
        return page, textpage

    @staticmethod
    def _close_page(page: Any, textpage: Any) -> None:
        textpage.close()
        page.close()

    def _size(self, number: int) -> tuple[float, float]:
        width, height = self._document.get_page_size(number - 1)  # without loading the page
        return width, height

    def _raw_text(self, number: int) -> str:
        textpage = self._handles(number)[1]
        count = textpage.count_chars()
        text: str = textpage.get_text_range() if count else ""
        if len(text) != count:  # characters beyond the BMP or generated ones: take them one by one
            get = self._c.FPDFText_GetUnicode
            text = "".join(
                chr(code) if 0 < code < 0x110000 else " " for code in (get(textpage, i) for i in range(count))
            )
        return text.replace("\r\n", " \n").replace("\r", "\n").translate(_UNREADABLE)

    def _has_picture(self, number: int) -> bool:
        page = self._handles(number)[0]
        return next(page.get_objects(filter=[self._c.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None

    def _char_box(self, textpage: Any, index: int, rect: Any, height: float) -> Box | None:
        if not self._c.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect)):
            return None
        return rect.left, height - rect.top, rect.right, height - rect.bottom

    def _words(self, number: int, raw: str) -> list[Word]:
        textpage = self._handles(number)[1]
        height = self._size(number)[1]
        rect = self._c.FS_RECTF()
        words = []
        for match in re.finditer(r"\S+", raw):
            start, end = match.span()
            first = self._char_box(textpage, start, rect, height)
            last = self._char_box(textpage, end - 1, rect, height) if end - start > 1 else first
            if first and last:
                x0, x1 = min(first[0], last[0]), max(first[2], last[2])
                words.append(Word(match[0], x0, min(first[1], last[1]), x1, max(first[3], last[3]), start, end))
        return words

    def _boxes(self, number: int, raw: str, start: int, end: int) -> list[Box]:
        textpage = self._handles(number)[1]
        height = self._size(number)[1]
        rect = self._c.FS_RECTF()
        boxes: list[Box] = []
        for match in re.finditer(r"[^\n]+", raw[start:end]):
            chars = [i for i in range(start + match.start(), start + match.end()) if not raw[i].isspace()]
            found = [box for i in chars if (box := self._char_box(textpage, i, rect, height))]
            if found:
                x0, top, x1, bottom = zip(*found, strict=True)
                boxes.append(rounded((min(x0), min(top), max(x1), max(bottom))))
        return boxes


def _looks_like(data: bytes) -> str:
    head = data[:512].lstrip().lower()
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<")):
        return "an HTML page"
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm", b"ii*\x00", b"mm\x00*")):
        return "a picture"
    if head.startswith(b"pk\x03\x04"):
        return "a ZIP archive or Office file"
    return "something else"
