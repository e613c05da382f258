"""Words and lines of a page, from the geometry of its characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]


def is_cjk(char: str) -> bool:
    """Han characters and the full-width punctuation that stands among them.

    >>> [is_cjk(c) for c in "公，（A1 "]
    [True, True, True, False, False, False]
    """
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\uff01" <= char <= "\uff65"
        or char >= "\U00020000"
    )


@dataclass(slots=True)
class Word:
    """A run of characters without a space; ``start`` and ``end`` count pdfium's characters of the page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    start: int
    end: int
    place: Box | None = None
    """Where it stands on the sheet, of a word that was turned upright."""

    @property
    def height(self) -> float:
        """Height of the loose boxes: about the font size."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Vertical centre."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """x0, top, x1, bottom."""
        return self.x0, self.top, self.x1, self.bottom


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them.

    >>> union([(1, 2, 3, 4), (2, 1, 5, 3)])
    (1, 1, 5, 4)
    """
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def rounded(box: Box) -> Box:
    """To a hundredth of a point: finer than any print, and stable in JSON."""
    x0, top, x1, bottom = (round(edge, 2) for edge in box)
    return x0, top, x1, bottom


@dataclass(slots=True)
class Line:
    """The words of one visual row, from left to right."""

    words: list[Word]

    @property
    def text(self) -> str:
        """The words with spaces between them, Chinese letter spacing closed."""
        return join(self.words)

    @property
    def box(self) -> Box:
        """Union of the words' boxes."""
        return union(word.box for word in self.words)

    @property
    def place(self) -> Box:
        """Union of the places on the sheet."""
        return union(word.place or word.box for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    def cells(self, gap: float = 1.2) -> list[Line]:
        """The row cut where white space is wider than ``gap`` times the font size: its columns."""
        cells: list[Line] = []
        for word in self.words:
            if cells and word.x0 - cells[-1].words[-1].x1 <= gap * word.height:
                cells[-1].words.append(word)
            else:
                cells.append(Line([word]))
        return cells

    def __repr__(self) -> str:
        """Position and text."""
        return f"Line(top={self.top:.0f}, x0={self.x0:.0f}, {self.text!r})"


def join(words: Sequence[Word], gap: float = 1.2) -> str:
    """Text of neighbouring words; no space between Chinese characters that are only spaced out."""
    parts: list[str] = []
    for i, word in enumerate(words):
        if i:
            last = words[i - 1]
            spaced_out = is_cjk(last.text[-1]) and is_cjk(word.text[0]) and word.x0 - last.x1 <= gap * word.height
            parts.append("" if spaced_out else " ")
        parts.append(word.text)
    return "".join(parts)


def upright(word: Word, angle: int, size: tuple[float, float]) -> Word:
    """``word`` as it stands when a sheet of ``size``, whose text runs upwards (270) or downwards (90), is turned to be read.

    >>> upright(Word("1,234", 100, 200, 112, 230, 0, 5), 270, (595, 842)).box
    (612, 100, 642, 112)
    """
    width, height = size
    x0, top, x1, bottom = word.box
    box = (height - bottom, x0, height - top, x1) if angle == 270 else (top, width - x1, bottom, width - x0)
    return Word(word.text, *box, word.start, word.end, word.box)


def rows(words: Sequence[Word]) -> list[Line]:
    """Words into visual rows, top to bottom: a word joins the row whose centre its own centre meets."""
    lines: list[list[Word]] = []
    middles: list[float] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        if lines and abs(word.middle - middles[-1]) <= 0.45 * min(word.height, lines[-1][0].height):
            line = lines[-1]
            line.append(word)
            middles[-1] += (word.middle - middles[-1]) / len(line)
        else:
            lines.append([word])
            middles.append(word.middle)
    return [Line(sorted(line, key=lambda w: w.x0)) for line in lines]
