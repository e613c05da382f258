"""One open file of pdfium: what it says of a page, by its number.

Pages hold this and not the PDF that holds them, so nothing refers to itself in a circle: a document that nobody has any
more is given back at once, and not when Python next looks for circles. Page numbers count from 1, offsets are pdfium's.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from zhaogu.errors import DamagedPDF, EncryptedPDF, LimitExceeded, UnsupportedFormat

from .drawing import art, picture
from .frame import Frame
from .layout import Box, Word, rounded
from .limits import Limits

if TYPE_CHECKING:
    from PIL.Image import Image

_OPEN_PAGES = 34
"""So many pages stay open: enough for a statement and what refers to it, and no more memory than an announcement may take."""
_PASSWORD_ERROR = 4


class Pdfium:
    """An open file; the handles of its latest pages stay open."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        """Open ``data``; raises EncryptedPDF, DamagedPDF or LimitExceeded, each naming ``name``."""
        import pypdfium2

        self.name = name
        self.limits = limits
        self.raw: Any = pypdfium2.raw
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
            self.document: Any = pypdfium2.PdfDocument(data)
            self.page_count: int = len(self.document)
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
        self._characters = 0
        self._ocr_pages = 0
        self._open: OrderedDict[int, tuple[Any, Any]] = OrderedDict()

    @contextmanager
    def plumber(self, number: int) -> Iterator[Any]:
        """Page ``number`` as pdfplumber's Page, for its tools (crop, curves, pictures); only that page is parsed."""
        import pdfplumber

        with pdfplumber.open(BytesIO(self._data), pages=[number]) as opened:
            yield opened.pages[0]

    def close(self) -> None:
        """Give the memory back."""
        while self._open:
            self._close_page(*self._open.popitem()[1])
        self.document.close()

    def _handles(self, number: int) -> tuple[Any, Any]:
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        import pypdfium2

        try:
            page = self.document[number - 1]
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

    def frame(self, number: int) -> Frame:
        """The sheet of page ``number``: its own MediaBox, or what stands for one that it inherits."""
        page = self._handles(number)[0]
        shown, sheet = page.get_bbox(), page.get_mediabox(fallback_ok=False)
        if sheet is None and page.get_cropbox(fallback_ok=False) is None:
            sheet = shown
        elif sheet is None:  # pdfium looks up no inherited box, and the page shows only a part of it
            with self.plumber(number) as parsed:
                sheet = parsed.mediabox
        left, bottom, right, top = sheet
        return Frame(
            (min(left, right), min(bottom, top), max(left, right), max(bottom, top)), shown, page.get_rotation()
        )

    def glyphs(self, number: int) -> str:
        """The characters of a page, one for each that pdfium counts."""
        textpage = self._handles(number)[1]
        count = textpage.count_chars()
        self._count(number, count)
        text: str = textpage.get_text_range() if count else ""
        if len(text) != count:  # characters beyond the BMP or generated ones: take them one by one
            get = self.raw.FPDFText_GetUnicode
            text = "".join(
                chr(code) if 0 < code < 0x110000 else " " for code in (get(textpage, i) for i in range(count))
            )
        return text.replace("\r\n", " \n").replace("\r", "\n")

    def _count(self, number: int, characters: int) -> None:
        """Refuse a page, or a document, with more text than anybody prints."""
        self._characters += characters
        if characters > self.limits.page_characters:
            problem = f"page {number} has {characters} characters, the limit is {self.limits.page_characters}"
            raise LimitExceeded(self.name, problem, "raise Limits.page_characters or leave the page out")
        if self._characters > self.limits.text_bytes:
            problem = f"pages up to {number} have more than {self.limits.text_bytes} characters"
            raise LimitExceeded(self.name, problem, "raise Limits.text_bytes or split the file")

    def count_ocr(self) -> None:
        """Refuse a document with more scanned pages than anybody waits for."""
        self._ocr_pages += 1
        if self._ocr_pages > self.limits.ocr_pages:
            problem = f"more than {self.limits.ocr_pages} pages need OCR"
            raise LimitExceeded(self.name, problem, "raise Limits.ocr_pages or give only the pages that matter")

    def is_unmapped(self, number: int, text: str) -> bool:
        """Whether the fonts say of too many characters, or of the digits, that they do not know what they are."""
        sample = range(0, len(text), len(text) // 24 + 1)
        if not any(self._unmapped(number, text, sample)):
            return False
        visible = len(text) - sum(map(str.isspace, text))
        unmapped = list(self._unmapped(number, text, range(len(text))))
        return len(unmapped) >= 4 and (len(unmapped) > 0.1 * visible or sum(map(str.isdigit, unmapped)) >= 4)

    def _unmapped(self, number: int, text: str, places: range) -> Iterator[str]:
        """Characters without a meaning; not the leaders, which are the same one again and again."""
        textpage = self._handles(number)[1]
        for i in places:
            alone = text[i] not in text[max(i - 2, 0) : i]
            if alone and self.raw.FPDFText_HasUnicodeMapError(textpage, i) == 1:
                yield text[i]

    def art(self, number: int) -> tuple[float, int]:
        """How much of a page is pictures, and how many paths are drawn on it."""
        return art(self.raw, self._handles(number)[0])

    def picture(self, number: int, dpi: float) -> Image:
        """A page as a picture."""
        return picture(self._handles(number)[0], dpi, self.limits)

    def _char_box(self, textpage: Any, index: int, rect: Any, frame: Frame) -> Box | None:
        if not self.raw.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect)):
            return None
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def words(self, number: int, raw: str, frame: Frame) -> list[Word]:
        """The words of a page with their boxes in its ``frame``."""
        textpage = self._handles(number)[1]
        rect = self.raw.FS_RECTF()
        words = []
        for match in re.finditer(r"\S+", raw):
            start, end = match.span()
            first = self._char_box(textpage, start, rect, frame)
            last = self._char_box(textpage, end - 1, rect, frame) if end - start > 1 else first
            if first and last:
                x0, x1 = min(first[0], last[0]), max(first[2], last[2])
                words.append(Word(match[0], x0, min(first[1], last[1]), x1, max(first[3], last[3]), start, end))
        return words

    def sideways(self, number: int, raw: str) -> tuple[int, set[int]] | None:
        """How text runs that for the most part is set sideways (90 or 270), and where the words begin that run so."""
        page, textpage = self._handles(number)
        turned = page.get_rotation()

        def angle(index: int) -> int:
            drawn: float = self.raw.FPDFText_GetCharAngle(textpage, index)
            return (round(math.degrees(drawn)) + int(turned)) % 360

        sample = [angle(i) for i in range(0, len(raw), len(raw) // 16 + 1) if not raw[i].isspace()]
        main = max(set(sample), key=sample.count, default=0)
        if main not in (90, 270):
            return None
        return main, {match.start() for match in re.finditer(r"\S+", raw) if angle(match.start()) == main}

    def boxes(self, number: int, raw: str, frame: Frame, start: int, end: int) -> list[Box]:
        """A box for each line of the characters ``start`` to ``end`` of a page."""
        textpage = self._handles(number)[1]
        rect = self.raw.FS_RECTF()
        boxes: list[Box] = []
        for match in re.finditer(r"[^\n]+", raw[start:end]):
            chars = [i for i in range(start + match.start(), start + match.end()) if not raw[i].isspace()]
            found = [box for i in chars if (box := self._char_box(textpage, i, rect, frame))]
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
