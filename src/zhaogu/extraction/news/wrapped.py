"""Texts whose lines were cut to a width: read as if they were not, each place leads back to where it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from .tokens import is_soft

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
    breaks: list[int] = []
    pieces: list[str] = []
    begin = 0
    at = text.find("\n")
    while at >= 0:
        if _is_ideograph(text[at - 1 : at]) and _is_ideograph(text[at + 1 : at + 2]) and _is_inside(text, at):
            pieces.append(text[begin:at])
            breaks.append(at - len(breaks))
            begin = at + 1
        at = text.find("\n", at + 1)
    if not breaks:
        return Unwrapped(text)
    return Unwrapped("".join([*pieces, text[begin:]]), tuple(breaks))


def _is_inside(text: str, at: int) -> bool:
    """Whether a line break stands inside a sentence: its line has the marks of one, which the row of a table has not."""
    return is_soft(text, at) and _SENTENCE.search(text, text.rfind("\n", 0, at) + 1, at) is not None


def _is_ideograph(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"
