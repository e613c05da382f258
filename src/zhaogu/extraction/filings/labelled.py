"""Which lines are the label of which value: a label may go on above and below the line where its value stands.

The lines are divided into groups with one value each, so that as many as possible read as a label and as few as
possible are left over; where two divisions read as well, white space decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from zhaogu.reading.fold import fold

from .rows import UNFINISHED, Row

_REACH = 3
"""How many lines of a label may stand above or below the line of its value."""
_LEFT_OVER = 0.5
_UNREAD = 1.0
_OPEN = 0.5
_JOINED = 0.25
_PARTED = 0.3
"""Prices: of a line of words that no value takes, of a value without a known label, of words that want more, of
each line that joins another, and of white space inside a group where less of it stands outside."""
_WIDE = 0.9
"""White space, in line heights, that no label goes on across."""
_UNEVEN = 0.1

Reads = Callable[[Sequence[Row]], bool]


def groups(rows: Sequence[Row], reads: Reads) -> list[Sequence[Row]]:
    """The groups with one value that ``reads`` knows."""
    cost = [0.0] + [float("inf")] * len(rows)
    back = [0] * (len(rows) + 1)
    for end in range(1, len(rows) + 1):
        for start in range(max(0, end - _REACH - 1), end):
            price = _price(rows, start, end, reads)
            if price is not None and cost[start] + price < cost[end]:
                cost[end], back[end] = cost[start] + price, start
    found: list[Sequence[Row]] = []
    end = len(rows)
    while end:
        if any(row.value is not None for row in rows[back[end] : end]):
            found.append(rows[back[end] : end])
        end = back[end]
    return [group for group in reversed(found) if reads(group)]


def _price(rows: Sequence[Row], start: int, end: int, reads: Reads) -> float | None:
    """What the lines cost as one group; None where they cannot be one."""
    group = rows[start:end]
    values = sum(row.value is not None for row in group)
    if len(group) == 1:
        if not values:
            return _LEFT_OVER
        return _OPEN * _is_open(group) if reads(group) else _UNREAD
    gaps = [_gap(rows, at) for at in range(start + 1, end)]
    height = max(group[0].line.bottom - group[0].line.top, 1.0)
    if values != 1 or max(gaps) > _WIDE * height or not reads(group):
        return None
    around = [_gap(rows, at) for at in (start, end) if 0 < at < len(rows)]
    parted = sum(gap < max(gaps) - _UNEVEN * height for gap in around)
    return _JOINED * len(gaps) + _OPEN * _is_open(group) + _PARTED * parted


def _gap(rows: Sequence[Row], at: int) -> float:
    """White space above row ``at``; none is known across a page."""
    above, here = rows[at - 1], rows[at]
    return here.line.top - above.line.bottom if above.page == here.page else 0.0


def _is_open(group: Sequence[Row]) -> bool:
    """Whether the words of a group want more: a bracket to close, or what follows 'reallocated to the'."""
    return not _is_closed(group) or UNFINISHED.search(fold(group[-1].label)) is not None


def _is_closed(group: Sequence[Row]) -> bool:
    """Whether every bracket is opened before it is closed, and closed."""
    depth = 0
    for char in fold("".join(row.label for row in group)):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0
