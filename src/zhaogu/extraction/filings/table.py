"""Rows of a table without rules: names over many lines on the left, numbers in columns on the right.

A row is found by its numbers: between two of them the names are divided where the page leaves the larger gap, where
brackets close, and where every column has just one value for each row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, Word, is_cjk, join

from .table_numbers import columns_of, names_end, numbers_in, parted

_CLOSING = "）)」』】”’,，.。、；;"
_MAX_LINES = 16
_OVER_PAGES = 1.0
"""A row seldom goes on over a page break: the price of one that does."""


@dataclass(slots=True)
class TableLine:
    """A visual line of the table and its page."""

    page: int
    line: Line


@dataclass(slots=True)
class TableRow:
    """A row: the name with its line breaks closed, its numbers by column, and its lines."""

    name: str
    numbers: dict[int, str]
    lines: list[TableLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hints:
    """What words tell: those that never begin a name, and those that are a row of their own, such as 總計."""

    continues: Callable[[str], bool]
    stands_alone: Callable[[str], bool]


@dataclass(slots=True)
class Table:
    """Rows of a table and the x-range of each column of numbers."""

    rows: list[TableRow]
    columns: list[tuple[float, float]]


def read_table(body: Sequence[TableLine], hints: Hints) -> Table | None:
    """The rows of ``body``; None where it has no column of numbers."""
    words = [parted(line.line.words) for line in body]
    numbers = [number for at, line in enumerate(words) for number in numbers_in(line, at)]
    columns = columns_of(numbers)
    if not columns:
        return None
    left = names_end(words, columns[0][0])
    names = [[word for word in line if word.x1 <= left + 2] for line in words]
    placed: list[dict[int, str]] = [{} for _ in body]
    for number in numbers:
        column = next((i for i, (x0, x1) in enumerate(columns) if x0 - 3 <= number.centre <= x1 + 3), None)
        if column is not None:
            placed[number.at].setdefault(column, number.text)
    blocks = _blocks(body, names, placed, hints)
    return Table([_row(body, names, placed, block) for block in blocks], columns)


_ANCHORS = ("first", "last", "middle")
"""Where in its row the number may stand: beside the first, the last or the middle line of the name."""


def _blocks(
    body: Sequence[TableLine],
    names: Sequence[Sequence[Word]],
    placed: Sequence[dict[int, str]],
    hints: Hints,
) -> list[range]:
    """The cheapest division of the lines into rows, under the best guess of where numbers stand in their rows."""
    shape = _Shape(body, names, placed, hints)
    return min((_divide(shape, anchor) for anchor in _ANCHORS), key=lambda divided: divided[0])[1]


class _Shape:
    """What the prices of a division are made of."""

    def __init__(
        self,
        body: Sequence[TableLine],
        names: Sequence[Sequence[Word]],
        placed: Sequence[dict[int, str]],
        hints: Hints,
    ) -> None:
        """Measure the lines once."""
        self.body, self.names, self.placed = body, names, placed
        self.texts = [fold(join(name)) for name in names]
        self.base = min((name[0].x0 for name in names if name), default=0.0)
        self.indented = any(name and name[0].x0 > self.base + 3 for name in names)
        self.alone = [hints.stands_alone(text) for text in self.texts]
        self.bad = [bool(text) and (hints.continues(text) or text[0] in _CLOSING + "(（") for text in self.texts]

    def price(self, block: range, anchor: str) -> float | None:
        """What ``block`` costs as one row; None where it cannot be one.

        Lines without a number may stand alone as a heading between rows, at a price.
        """
        held = [column for i in block for column in self.placed[i]]
        if len(held) != len(set(held)) or (len(block) > 1 and any(self.alone[i] for i in block)):
            return None
        joined = "".join(self.texts[i] for i in block)
        price = 5.0 * abs(joined.count("(") - joined.count(")")) + 5.0 * abs(joined.count("「") - joined.count("」"))
        named = [i for i in block if self.names[i]]
        if named:
            first = named[0]
            price += 4.0 * self.bad[first] + 3.0 * (self.indented and self.names[first][0].x0 > self.base + 3)
        price += self._gap_price(block)
        if 0 not in held:
            return price + 6.0 * len(block) + 4.0 * len(held)
        return price + (self._anchor_price(block, named, anchor) if named else 3.0)

    def _anchor_price(self, block: range, named: Sequence[int], anchor: str) -> float:
        at = next(i for i in block if 0 in self.placed[i])
        top, bottom = self.body[named[0]].line, self.body[named[-1]].line
        here = self.body[at].line
        height = max(here.bottom - here.top, 1.0)
        if self.body[named[0]].page != self.body[named[-1]].page:
            return _OVER_PAGES
        wanted = {"first": top.top, "last": bottom.top, "middle": (top.top + bottom.top) / 2}[anchor]
        return min(3.0, abs(here.top - wanted) / height)

    def _gap_price(self, block: range) -> float:
        """A row should begin after as much white space as it has inside."""
        start = block.start
        if start == 0 or self.body[start - 1].page != self.body[start].page:
            return 0.0
        inside = max((_gap(self.body, i) for i in block[1:]), default=0.0)
        return 0.0 if _gap(self.body, start) >= inside - 0.3 else 0.6


def _divide(shape: _Shape, anchor: str) -> tuple[float, list[range]]:
    lines = len(shape.body)
    cost = [0.0] + [float("inf")] * lines
    back = [0] * (lines + 1)
    for end in range(1, lines + 1):
        for start in range(max(0, end - _MAX_LINES), end):
            price = shape.price(range(start, end), anchor)
            if price is not None and cost[start] + price < cost[end]:
                cost[end], back[end] = cost[start] + price, start
    blocks: list[range] = []
    end = lines
    while end > 0:
        blocks.append(range(back[end], end))
        end = back[end]
    return cost[lines], blocks[::-1]


def _gap(body: Sequence[TableLine], index: int) -> float:
    """White space above line ``index``; none is known across a page."""
    above, here = body[index - 1], body[index]
    return max(0.0, here.line.top - above.line.bottom) if above.page == here.page else 0.0


def _row(
    body: Sequence[TableLine], names: Sequence[Sequence[Word]], placed: Sequence[dict[int, str]], block: range
) -> TableRow:
    numbers = {column: text for i in block for column, text in placed[i].items()}
    return TableRow(close_lines([join(names[i]) for i in block if names[i]]), numbers, [body[i] for i in block])


def close_lines(parts: Sequence[str]) -> str:
    """Lines of a name as one: no space where a Chinese character stands on either side of the break.

    >>> close_lines(["北辰基金（香", "港）有限公司"]), close_lines(["North Star", "Fund L.P."])
    ('北辰基金（香港）有限公司', 'North Star Fund L.P.')
    """
    text = ""
    for part in parts:
        glue = "" if not text or is_cjk(text[-1]) or is_cjk(part[0]) or text[-1] == "-" else " "
        text += glue + part
    return text
