"""The numbers in the lines of a table without rules, the columns that they make, and where the names left of them end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Word, is_cjk

_PART = re.compile(r"\d{1,3}(?:,\d{3})*,?|\d{3}|%+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_GLUED = re.compile(r".*[^\d,.\s(（$A-Za-z%](?P<number>\d{1,3}(?:,\d{3})+)")
_MONEY = re.compile(
    r"(?:us|hk|s|a|c)?\$\d[\d,.]*\D*|(?:rmb|€|人民币|港币|美金)\d[\d,.]*\D*|\d[\d,.]*(?:百万|万|亿)?(?:美元|港元|人民币)",
    re.I,
)
_ROWS = 3
_APART = 6.0
"""White space, in points, that sets a column apart from the names."""


@dataclass(slots=True)
class Number:
    """A number in a line: its text without spaces, and where it stands."""

    text: str
    x0: float
    x1: float
    at: int

    @property
    def centre(self) -> float:
        """Horizontal centre."""
        return (self.x0 + self.x1) / 2


def numbers_in(words: Sequence[Word], at: int) -> list[Number]:
    """Numbers of a line; one that is printed with a space inside is put together."""
    found: list[Number] = []
    for word in words:
        text = fold(word.text).strip("*#^†()")
        last = found[-1] if found else None
        if (
            last
            and (last.text.endswith(",") or text.startswith("%"))
            and _PART.fullmatch(text)
            and word.x0 - last.x1 < 12
        ):
            last.text, last.x1 = last.text + text, word.x1
        elif _NUMBER.fullmatch(text.rstrip("%,")):
            found.append(Number(text, word.x0, word.x1, at))
        elif (match := re.fullmatch(rf"({_NUMBER.pattern})(?:股.*|附注.*|\(.*)", text)) and _GROUPED.match(text):
            found.append(Number(match[1], word.x0, word.x1, at))
    return [Number(n.text.rstrip("%,"), n.x0, n.x1, at) if n.text[-1] in "%," else n for n in found]


def columns_of(numbers: Sequence[Number]) -> list[tuple[float, float]]:
    """X-ranges of the columns: from the first column of grouped numbers on to the right."""
    grouped = [number for number in numbers if _GROUPED.fullmatch(number.text)]
    if not grouped:
        return []
    start = min(number.x0 for number in grouped) - 3
    columns: list[list[float]] = []
    for number in sorted((n for n in numbers if n.x0 >= start), key=lambda n: n.centre):
        if columns and number.x0 < columns[-1][1] - 1:
            columns[-1][0] = min(columns[-1][0], number.x0)
            columns[-1][1] = max(columns[-1][1], number.x1)
        else:
            columns.append([number.x0, number.x1])
    filled = [sum(x0 - 1 <= n.centre <= x1 + 1 for n in numbers) for x0, x1 in columns]
    return [(x0, x1) for (x0, x1), count in zip(columns, filled, strict=True) if 4 * count >= filled[0]]


def parted(words: Sequence[Word]) -> list[Word]:
    """The words, with one cut in two that is the end of a name and, without space between, a number."""
    cut: list[Word] = []
    for word in words:
        match = _GLUED.fullmatch(fold(word.text))
        if match is None:
            cut.append(word)
            continue
        at = match.start("number")
        wide = [2 if is_cjk(char) else 1 for char in word.text]
        edge = word.x0 + (word.x1 - word.x0) * sum(wide[:at]) / sum(wide)
        cut += [replace(word, text=word.text[:at], x1=edge), replace(word, text=word.text[at:], x0=edge)]
    return cut


def names_end(lines: Sequence[Sequence[Word]], left: float) -> float:
    """Where the names end: before the sums of money, or the numbers without groups in millions, that make columns."""
    while (end := _before_amounts(lines, left)) < left:
        left = end
    return left


def _before_amounts(lines: Sequence[Sequence[Word]], left: float) -> float:
    """Where the column of amounts begins that stands next to the left of a place, else the place."""
    last = [
        amount
        for at, words in enumerate(lines)
        if any(word.x0 >= left for word in words)
        and (amount := _amount([word for word in words if word.x1 <= left], at))
    ]
    if len(last) < _ROWS or max(n.x0 for n in last) >= min(n.x1 for n in last):
        return left
    rows = sum(any(_GROUPED.fullmatch(fold(word.text)) for word in words) for words in lines)
    return min(n.x0 for n in last) - 2 if 2 * len(last) > rows else left


def _amount(words: Sequence[Word], at: int) -> Number | None:
    """The number that ends ``words``, or the sum of money near their end, where it stands apart from the word before it."""
    for before, word in zip(words[-2::-1], words[:0:-1], strict=True):
        if word.x0 - before.x1 >= _APART:
            if _MONEY.fullmatch(fold(word.text)):
                return Number(word.text, word.x0, word.x1, at)
            return next(iter(numbers_in([word], at)), None) if word is words[-1] else None
    return None
