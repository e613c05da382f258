"""What the columns of a table hold, by the header over them and by the numbers in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, pairwise

from zhaogu.lexicon.loader import entries
from zhaogu.reading.layout import Line, Word, is_cjk

from .labels import normal
from .table import Table
from .values import is_part

_HEADER_GAP = 0.5
_SAME_EDGE = 2.0
_AGREEING = 2
_BESIDE = 30.0
_LEFT = 0.7
"""What part of the way between two columns a word may stand left of the first one's middle; beyond it stands over another, of money."""
_WHOLE = Decimal(100)


def shares_column(table: Table, header: Sequence[Line], offered: Decimal | None = None) -> int | None:
    """The first column of whole numbers whose parts of the offer another column prints, or that are no amounts of money."""
    whole = [index for index in range(len(table.columns)) if _is_whole(table, index)]
    proven = (index for index in whole if offered and _parts_of(table, index, offered) is not None)
    unpriced = (index for index in whole if not _says("amount", _header_over(table, header, index)))
    return next(chain(proven, unpriced), None)


def _is_whole(table: Table, index: int) -> bool:
    numbers = _column(table, index)
    return bool(numbers) and all(n == int(n) for n in numbers.values())


def _parts_of(table: Table, shares: int, offered: Decimal, among: Iterable[int] = ()) -> int | None:
    """The first column of what the numbers of shares are in percent of the offer."""
    counts = _column(table, shares)
    for index in among or range(shares + 1, len(table.columns)):
        numbers = _column(table, index)
        right = [is_part(counts[at] * 100 / offered, n) for at, n in numbers.items() if at in counts]
        if any(right) and sum(right) >= 0.8 * len(numbers):
            return index
    return None


def pct_column(table: Table, header: Sequence[Line], shares: int, offered: Decimal | None) -> int | None:
    """The column of percentages of the offer shares: the header names it, and where they are known the numbers prove it."""
    over = [_header_over(table, header, index) for index in range(len(table.columns))]
    named = [i for i, text in enumerate(over) if i > shares and _says("offer_pct", text)]
    whole = normal("".join(line.text for line in header))
    if offered and (named or _says("offer_pct_anywhere", whole)):
        proven = _parts_of(table, shares, offered, (*named, *range(shares + 1, len(over))))
        if proven is not None:
            return proven
    return named[0] if named and all(n <= _WHOLE for n in _column(table, named[0]).values()) else None


def _column(table: Table, index: int) -> dict[int, Decimal]:
    """The numbers of a column by their row."""
    return {
        at: Decimal(row.numbers[index].replace(",", "")) for at, row in enumerate(table.rows) if index in row.numbers
    }


def _header_over(table: Table, header: Sequence[Line], index: int) -> str:
    """What the header says over a column.

    Where header and numbers begin at the same edges, these part the columns; else words go to the nearest column,
    and words that span several are cut into characters.
    """
    words = [word for line in header for word in line.words if word.x1 > table.columns[0][0] - _BESIDE]
    edges = [x0 for x0, _ in table.columns]
    if all(sum(abs(word.x0 - edge) <= _SAME_EDGE for word in words) >= _AGREEING for edge in edges):
        return normal(" ".join(word.text for word in words if bisect_right(edges, word.x0 + _SAME_EDGE) == index + 1))
    centres = [(x0 + x1) / 2 for x0, x1 in table.columns]
    pitch = min((b - a for a, b in pairwise(centres)), default=100.0)
    last = table.columns[-1][1] + 40
    parts = []
    for cell in (cell for line in header for cell in line.cells(_HEADER_GAP)):
        x0, x1 = cell.words[0].x0, cell.words[-1].x1
        if x1 <= table.columns[0][0] - _BESIDE:
            continue
        pieces = (
            [(cell.text, (x0 + x1) / 2)] if x1 - x0 < 1.2 * pitch else [p for w in cell.words for p in _characters(w)]
        )
        first = centres[0] - _LEFT * pitch
        parts.append("".join(text for text, at in pieces if first < at < last and _nearest(at, centres) == index))
    return normal(" ".join(part for part in parts if part))


def _nearest(at: float, centres: Sequence[float]) -> int:
    return min(range(len(centres)), key=lambda i: abs(centres[i] - at))


def _characters(word: Word) -> Iterator[tuple[str, float]]:
    """The characters of ``word``, each with its centre; Chinese ones are twice as wide as others."""
    widths = [2 if is_cjk(char) else 1 for char in word.text]
    step = (word.x1 - word.x0) / sum(widths)
    at = word.x0
    for char, width in zip(word.text, widths, strict=True):
        yield char, at + width * step / 2
        at += width * step
    yield " ", at


def _says(id_: str, header: str) -> bool:
    """Whether a header speaks of this kind of column."""
    return any(yes.search(header) and not (never and never.search(header)) for yes, never in _kinds(id_))


@cache
def _kinds(id_: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (re.compile("|".join(entry.words)), re.compile("|".join(entry["never"])) if entry["never"] else None)
        for entry in entries("filings_sections", "column", id=str)
        if entry["id"] == id_
    )
