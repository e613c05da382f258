"""Pages read from their picture (rapidocr, the extra ``ocr``), with text, words, lines and boxes like any other page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from statistics import median
from typing import Any, Literal

from zhaogu.errors import UnsupportedFormat

from .glyphs import Condition, condition
from .layout import Box, Line, Word, rounded, rows, union
from .page import Page

_DPI = 200
_SURE = 0.7
"""Text of a lower score is left out: clean print scores above 0.9, patterns without text below 0.6."""
_GAP = 0.9
"""White space within one line of the OCR that is wider than this many times its height parts two words."""


class ScannedPage(Page):
    """A page whose text OCR reads from its picture when it is first asked for."""

    source: Literal["text", "ocr"] = "ocr"

    def __init__(self, page: Page) -> None:
        """The page ``page``, whose own text is missing or garbled."""
        super().__init__(page._pdfium, page.number)
        self.glyphs = page.glyphs

    @cached_property
    def _read(self) -> tuple[str, list[Word], list[Line]]:
        self._pdfium.count_ocr()
        return _laid_out(_pieces(self))

    @property
    def was_read(self) -> bool:
        """Whether anybody asked for the text of the page."""
        return "_read" in self.__dict__

    @cached_property
    def raw(self) -> str:
        """The rows from top to bottom, their words parted by spaces."""
        return self._read[0]

    @cached_property
    def words(self) -> list[Word]:
        """Runs without a space, each with its box, row by row."""
        return self._read[1]

    @property
    def upright_lines(self) -> list[Line]:
        """The rows: OCR reads a page as it lies."""
        return self.lines

    @cached_property
    def lines(self) -> list[Line]:
        """Visual rows from top to bottom, each from left to right; a picture that stands aslant is put straight."""
        return self._read[2]

    @cached_property
    def condition(self) -> Condition:
        """``readable``, or ``empty`` where the picture shows no text."""
        return "readable" if condition(self.raw) == "readable" else "empty"

    @cached_property
    def is_blank(self) -> bool:
        """Never: a page without a picture is not read by OCR."""
        return False

    def boxes(self, start: int, end: int) -> list[Box]:
        """A box for each line of ``text[start:end]``; within a word the width is shared out among its characters."""
        raw_start, raw_end = self.raw_offset(start), self.raw_offset(end - 1) + 1
        found = []
        for line in self.lines:
            parts = [_part(w, raw_start, raw_end) for w in line.words if w.start < raw_end and w.end > raw_start]
            if parts:
                found.append(rounded(union(parts)))
        return found


@dataclass(slots=True)
class _Piece:
    """A run of text as OCR found it; ``chars`` are the left and right edges of what is not white space."""

    text: str
    top: float
    bottom: float
    chars: list[tuple[float, float]]
    slope: float


def _part(word: Word, start: int, end: int) -> Box:
    """The box of those characters of ``word`` that stand between ``start`` and ``end``."""
    step = (word.x1 - word.x0) / (word.end - word.start)
    x0 = word.x0 + step * max(start - word.start, 0)
    return x0, word.top, word.x1 - step * max(word.end - end, 0), word.bottom


@cache
def _engine() -> Any:
    import onnxruntime  # noqa: F401 - rapidocr asks for it late, and with another error
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.text_score": _SURE})


def _pieces(page: ScannedPage) -> list[_Piece]:
    """What OCR sees on ``page``, in points from its top left."""
    try:
        engine = _engine()
    except ImportError:
        raise UnsupportedFormat(
            page._pdfium.name, "OCR needs an extra that is not installed", "pip install 'zhaogu[ocr]'"
        ) from None
    import numpy

    image = page.picture(_DPI).convert("RGB")
    seen = engine(numpy.asarray(image)[:, :, ::-1], return_word_box=True)
    if seen.boxes is None or not seen.txts:
        return []
    left, top, right, _ = page.frame.visible
    point = (right - left) / image.width
    quads = seen.boxes.astype(float) * point + (left, top)
    return [
        _piece(text, quad, [(*_edges(box, point, left), word) for word, _, box in parts])
        for text, quad, parts in zip(seen.txts, quads.tolist(), seen.word_results, strict=True)
        if text.strip()
    ]


def _edges(quad: Sequence[Sequence[float]], point: float, left: float) -> tuple[float, float]:
    xs = [left + float(x) * point for x, _ in quad]
    return min(xs), max(xs)


def _piece(text: str, quad: list[list[float]], parts: list[tuple[float, float, str]]) -> _Piece:
    """The characters of ``text`` spread over the boxes of its ``parts``, or over the whole where those do not fit."""
    (x0, y0), (x1, y1) = quad[0], quad[1]
    tops, bottoms = [y for _, y in quad[:2]], [y for _, y in quad[2:]]
    chars = [edge for left, right, word in parts for edge in _spread(left, right, word)]
    if len(chars) != len("".join(text.split())):
        every = list(_spread(x0, x1, "x" * len(text)))
        chars = [edge for edge, char in zip(every, text, strict=True) if not char.isspace()]
    slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
    return _Piece(text, min(tops), max(bottoms), chars, slope)


def _spread(left: float, right: float, word: str) -> Iterator[tuple[float, float]]:
    letters = "".join(word.split())
    step = (right - left) / max(len(letters), 1)
    return ((left + i * step, left + (i + 1) * step) for i in range(len(letters)))


def _laid_out(pieces: list[_Piece]) -> tuple[str, list[Word], list[Line]]:
    """The text of the page, its words in the order of the text, and its rows."""
    words = [word for piece in pieces for word in _words(piece)]
    slope = median([piece.slope for piece in pieces]) if pieces else 0.0
    level = [
        replace(word, top=word.top - slope * word.x0, bottom=word.bottom - slope * word.x0, start=i)
        for i, word in enumerate(words)
    ]
    lines = [Line([words[word.start] for word in row.words]) for row in rows(level)]
    offset = 0
    for line in lines:
        for word in line.words:
            word.start, word.end = offset, offset + len(word.text)
            offset = word.end + 1
    text = "\n".join(" ".join(word.text for word in line.words) for line in lines)
    return text, [word for line in lines for word in line.words], lines


def _words(piece: _Piece) -> Iterator[Word]:
    """``piece`` parted at its spaces and at wide gaps."""
    height = piece.bottom - piece.top
    run, x0, last = "", 0.0, 0.0
    edges = iter(piece.chars)
    for char in piece.text:
        left, right = (0.0, 0.0) if char.isspace() else next(edges)
        if run and (char.isspace() or left - last > _GAP * height):
            yield Word(run, x0, piece.top, last, piece.bottom, 0, 0)
            run = ""
        if not char.isspace():
            x0 = x0 if run else left
            run, last = run + char, right
    if run:
        yield Word(run, x0, piece.top, last, piece.bottom, 0, 0)
