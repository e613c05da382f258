"""Headings in a first column of their own: 公司資料 beside its rows, where other forms set it above them.

Such a category stands in the middle of its rows or on the first of them, and the grid around it is only drawn. The
rows are divided so that each category stands as near as possible to where its rows say that it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zhaogu.reading.layout import Line, Word

from .sections import heading_role

_GAP = 0.7
"""White space between two columns, in line heights."""
_WRAPPED = 0.5
"""White space between two lines of one category, in line heights, at most."""
_OFF = 0.8
"""How far a category may stand, on average and in line heights, from where its rows say."""
_FAR = 3.0
"""White space that ends a table, in line heights."""
_LONGEST = 60
"""Lines of a table above and below a category, at most: no page of a form has more."""
_MOST = 16
"""Fewer categories than these stand in one table."""
_SLACK = 3.0
"""Points by which the left edges of one column differ."""
_PARTS = ("form", "tranche")

Span = tuple[int, int]


@dataclass(slots=True)
class Part:
    """A line of the page; ``is_category``: it heads the lines that follow, wherever it was printed."""

    line: Line
    is_category: bool = False


@dataclass(slots=True)
class _Table:
    """Lines ``start`` to ``end`` of a page: the words left of the labels, the rows without them, and whose rows are which."""

    start: int
    end: int
    categories: list[Line]
    rows: list[Line]
    spans: list[Span]


def parts_of(lines: Sequence[Line]) -> Iterator[Part]:
    """The lines, each category before the rows that it heads."""
    at = 0
    for table in _tables(lines):
        yield from map(Part, lines[at : table.start])
        at = table.end
        for category, (start, end) in zip(table.categories, table.spans, strict=True):
            yield Part(category, is_category=True)
            yield from map(Part, table.rows[start:end])
    yield from map(Part, lines[at:])


def _tables(lines: Sequence[Line]) -> Iterator[_Table]:
    """The stretches of lines whose labels leave a column on their left for categories."""
    done = 0
    for index in range(len(lines)):
        if index < done or (edge := _edge(lines, index)) is None:
            continue
        start, end = index, index + 1
        first, last = max(done, index - _LONGEST), min(len(lines), index + _LONGEST)
        while start > first and _belongs(lines[start - 1], edge) and not _is_far(*lines[start - 1 : start + 1]):
            start -= 1
        while end < last and _belongs(lines[end], edge) and not _is_far(*lines[end - 1 : end + 1]):
            end += 1
        if table := _read(lines, start, end, edge):
            yield table
            done = table.end


def _edge(lines: Sequence[Line], index: int) -> float | None:
    """Where the labels begin, if the first cell is a category that ends left of the line above or below."""
    around = [near.x0 for near in lines[max(0, index - 1) : index + 2] if near.x0 > lines[index].x0 + _SLACK]
    if not around:
        return None
    edge, first = min(around), _columns(lines[index])[0]
    if first[-1].x1 >= edge:
        return None
    below = lines[index + 1].words if index + 1 < len(lines) else []
    wrapped = Line([*first, *(word for word in below if word.x1 < edge)])
    return edge if _is_part(Line(first)) or _is_part(wrapped) else None


def _belongs(line: Line, edge: float) -> bool:
    """Whether the line is of the table: it begins with a label, or with a category that ends left of the labels."""
    if line.x0 < edge - _SLACK:
        return _columns(line)[0][-1].x1 < edge
    return heading_role(line.text, apart=True) is None


def _is_far(above: Line, below: Line) -> bool:
    return below.top - above.bottom > _FAR * (above.bottom - above.top)


def _read(lines: Sequence[Line], start: int, end: int, edge: float) -> _Table | None:
    """The lines as a table, if its rows have labels and values, and its categories are parts of the form."""
    left: list[list[Word]] = []
    rows: list[Line] = []
    for line in lines[start:end]:
        words = [word for word in line.words if word.x1 < edge]
        if words and not _goes_on(left, words):
            left.append(words)
        elif words:
            left[-1] += words
        if rest := [word for word in line.words if word.x1 >= edge]:
            rows.append(Line(rest))
    categories = [Line(words) for words in left]
    paired = sum(len(_columns(row)) > 1 for row in rows)
    if not len(categories) < min(paired, _MOST) or 2 * paired < len(rows) or not any(map(_is_part, categories)):
        return None
    spans = _spans(categories, rows)
    return _Table(start, end, categories, rows, spans) if spans else None


def _goes_on(left: Sequence[Sequence[Word]], words: Sequence[Word]) -> bool:
    """Whether the words are the next line of the category above."""
    return bool(left) and words[0].top - left[-1][-1].bottom < _WRAPPED * words[0].height


def _is_part(category: Line) -> bool:
    return (heading_role(category.text, apart=True) or "").partition(":")[0] in _PARTS


def _columns(line: Line) -> list[list[Word]]:
    return [cell.words for cell in line.cells(_GAP)]


def _spans(categories: Sequence[Line], rows: Sequence[Line]) -> list[Span]:
    """Which rows each category heads; none where no division comes near."""
    divisions = (_divided(categories, rows, far) for far in (_from_middle, _from_top))
    spans, off = min(divisions, key=lambda division: division[1])
    height = rows[0].bottom - rows[0].top
    return spans if off <= _OFF * height * len(categories) else []


def _from_middle(category: Line, rows: Sequence[Line]) -> float:
    return abs(category.top + category.bottom - rows[0].top - rows[-1].bottom) / 2


def _from_top(category: Line, rows: Sequence[Line]) -> float:
    return abs(category.top - rows[0].top)


def _divided(
    categories: Sequence[Line], rows: Sequence[Line], far: Callable[[Line, Sequence[Line]], float]
) -> tuple[list[Span], float]:
    """The division of the rows among the categories with the smallest sum of ``far``, and that sum."""
    best: list[tuple[list[Span], float] | None] = [([], 0.0)] + [None] * len(rows)
    for category in categories:
        reached: list[tuple[list[Span], float] | None] = [None] * len(best)
        for start, so_far in enumerate(best):
            if so_far is None:
                continue
            for end in range(start + 1, len(best)):
                off = so_far[1] + far(category, rows[start:end])
                if (other := reached[end]) is None or off < other[1]:
                    reached[end] = [*so_far[0], (start, end)], off
        best = reached
    return best[-1] or ([], float("inf"))
