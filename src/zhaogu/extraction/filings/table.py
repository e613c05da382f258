"""Rows of a table without rules: names over many lines on the left, numbers in columns on the right.

A row is found by its numbers: between two of them the names are divided where the page leaves the larger gap, where
brackets close, and where every column has just one value for each row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, Word, is_cjk, join

from .row_steps import breaks
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
    names = [_name(line, left, columns[0][1]) for line in words]
    placed: list[dict[int, str]] = [{} for _ in body]
    for number in numbers:
        column = next((i for i, (x0, x1) in enumerate(columns) if x0 - 3 <= number.centre <= x1 + 3), None)
        if column is not None:
            placed[number.at].setdefault(column, number.text)
    blocks = _blocks(body, names, placed, hints)
    return Table([_row(body, names, placed, block) for block in blocks], columns)


def _name(line: Sequence[Word], left: float, right: float) -> list[Word]:
    """The words of a line that are part of a name: those left of the first numbers, and one that reaches over their column."""
    words = [word for word in line if word.x1 <= left + 2]
    over = line[len(words) :]
    if len(over) == 1 and over[0].x0 < left - _REACH and over[0].x1 <= right + 2 and not numbers_in(over, 0):
        return [*line]
    return words


_REACH = 12.0
"""How far before the numbers, in points, a word begins that is part of a name."""
_ROWS = 3
"""So many rows have their number apart from the shares where a house sets a column so."""
_HEADING = 1.0
"""The price of a line without numbers that stands apart from the lines around it."""
_ANCHORS = ("first", "last", "middle")
"""Where in its row the number may stand: beside the first, the last or the middle line of the name."""
Anchors = tuple[str, str]
"""Where the numbers of shares stand, and those of the column that is set apart from them."""


def _blocks(
    body: Sequence[TableLine],
    names: Sequence[Sequence[Word]],
    placed: Sequence[dict[int, str]],
    hints: Hints,
) -> list[range]:
    """The cheapest division of the lines into rows, under the best guess of where numbers stand in their rows."""
    shape = _Shape(body, names, placed, hints)
    guesses = product(_ANCHORS, _ANCHORS if shape.apart is not None else _ANCHORS[:1])
    return min((_divide(shape, anchors) for anchors in guesses), key=lambda divided: divided[0])[1]


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
        self.begins = self._begins()
        self.apart = self._apart()

    def _apart(self) -> int | None:
        """A column whose numbers stand on other lines than the numbers of shares, as a house may set one of them."""
        alone = Counter(column for numbers in self.placed if 0 not in numbers for column in numbers)
        return next((column for column, count in alone.most_common(1) if count >= _ROWS), None)

    def _begins(self) -> list[bool | None]:
        """Whether rows begin at the lines, by how far they stand apart."""
        places = [
            (each.page, each.line.top) if name else None for each, name in zip(self.body, self.names, strict=True)
        ]
        heights = sorted(each.line.bottom - each.line.top for each in self.body)
        return breaks(places, [0 in numbers for numbers in self.placed], heights[len(heights) // 2])

    def price(self, block: range, anchors: Anchors) -> float | None:
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
        if self.begins[block.start] is False:
            price += 2.0
        price += 5.0 * sum(self.begins[i] is True for i in block[1:])
        if 0 not in held:
            apart = not held and self.begins[block.start] is not False and self._ends(block)
            return price + (_HEADING if apart else 6.0 * len(block) + 4.0 * len(held))
        return price + (self._anchors_price(block, named, anchors) if named else 3.0)

    def _ends(self, block: range) -> bool:
        """Whether what follows certainly begins a row."""
        return block.stop == len(self.body) or self.begins[block.stop] is True

    def _anchors_price(self, block: range, named: Sequence[int], anchors: Anchors) -> float:
        """How far from where they are expected the number of shares stands, and the one set apart from it."""
        if self.body[named[0]].page != self.body[named[-1]].page:
            return _OVER_PAGES
        top, bottom = self.body[named[0]].line, self.body[named[-1]].line
        wanted = {"first": top.top, "last": bottom.top, "middle": (top.top + bottom.top) / 2}
        price = 0.0
        for column, anchor in zip((0, self.apart), anchors, strict=True):
            here = next((self.body[i].line for i in block if column in self.placed[i]), None)
            if here is not None:
                height = max(here.bottom - here.top, 1.0)
                price += min(3.0, abs(here.top - wanted[anchor]) / height)
        return price

    def _gap_price(self, block: range) -> float:
        """A row should begin after as much white space as it has inside."""
        start = block.start
        if start == 0 or self.body[start - 1].page != self.body[start].page:
            return 0.0
        inside = max((_gap(self.body, i) for i in block[1:]), default=0.0)
        return 0.0 if _gap(self.body, start) >= inside - 0.3 else 0.6


def _divide(shape: _Shape, anchors: Anchors) -> tuple[float, list[range]]:
    lines = len(shape.body)
    cost = [0.0] + [float("inf")] * lines
    back = [0] * (lines + 1)
    for end in range(1, lines + 1):
        for start in range(max(0, end - _MAX_LINES), end):
            price = shape.price(range(start, end), anchors)
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
