"""Texts whose lines were cut to a width: read as if they were not, each place leads back to where it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .tokens import is_soft

_POINTS: Final = (".", ",", "﹒", "．", "$")
_LINE_END: Final = re.compile(r"(?<=[^\s])\n(?=[^\s])")
_LINES: Final = 3
_RAGGED: Final = 10
"""Lines that are cut to a width differ in it by a word of letters or a mark that may not open a line."""
_SENTENCE: Final = re.compile(r"[,，。;；](?!\d)")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without the line breaks inside its sentences, and where these were."""

    text: str
    breaks: tuple[int, ...] = ()

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the text, in the text that was wrapped.

        >>> Unwrapped("股份增至五百", (3,)).back(2, 4)
        (2, 5)
        """
        if not self.breaks:
            return start, end
        return start + self._before(start), end + (self._before(end - 1) if end > start else self._before(end))

    def _before(self, place: int) -> int:
        return bisect_right(self.breaks, place)


def unwrap(text: str) -> Unwrapped:
    """Join the lines of a text that was cut to a width, which also cuts words: ``增\\n至约3041万股``.

    >>> text = "甲公司今日挂牌。\\n回补机制启动后,公开发售股份的数目已由原来的数目增\\n至约3041万股。"
    >>> unwrap(text).text[30:36]
    '的数目增至约'
    """
    places: list[int] = []
    beside: list[int] = []
    """Breaks beside a figure, which a text that is not cut to a width has too."""
    at = text.find("\n")
    while at >= 0:
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if _is_ideograph(before) and _is_ideograph(after):
            if _is_inside(text, at):
                places.append(at)
        elif (before.isalnum() and after.isalnum()) or (before in _POINTS and after.isdigit()):
            beside.append(at)
        at = text.find("\n", at + 1)
    if beside and (widest := _column(text)):
        places = sorted(places + [at for at in beside if widest - _width(text, at) < _RAGGED and _is_inside(text, at)])
    if not places:
        return Unwrapped(text)
    pieces = [text[start + 1 : end] for start, end in pairwise((-1, *places, len(text)))]
    return Unwrapped("".join(pieces), tuple(at - number for number, at in enumerate(places)))


def _column(text: str) -> int:
    """How wide the column is that a text was cut to, whose lines are all about as long; 0 where it was not cut."""
    ends = [match.start() for match in _LINE_END.finditer(text)]
    widths = [_width(text, at) for at in ends]
    full = [width for width in widths if max(widths) - width < _RAGGED]
    return max(widths) if len(full) >= _LINES and 2 * len(full) > len(widths) else 0


def _width(text: str, at: int) -> int:
    """How wide the line is that ends at a place, an ideograph being two letters wide."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line) + sum(letter > "\u2e80" for letter in line)


def _is_inside(text: str, at: int) -> bool:
    """Whether a line break stands inside a sentence: its line has the marks of one, which the row of a table has not."""
    return is_soft(text, at) and _SENTENCE.search(text, text.rfind("\n", 0, at) + 1, at) is not None


def _is_ideograph(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"
