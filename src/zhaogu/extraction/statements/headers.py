"""The header band of a table: which cell stands over which columns, and what the columns therefore are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from zhaogu.lexicon import entries
from zhaogu.reading.layout import Line

from .grid import Column, header_cells
from .labels import fold
from .numerals import numeral
from .periods import Span, arabic, span
from .units import Unit, unit

_UNIT_LINE = re.compile("单位:")  # of the whole table
_BARE_COLUMN = 0.9
_BARE_CELL = 2.8
_OVER_ONE = 3
"""How much worse off its centre a cell is that spans columns while it stands over one, a percentage or not in their middle."""


@cache
def _pieces() -> re.Pattern[str]:
    words = [word for entry in entries("statements_headers", "piece", name=str) for word in entry.words]
    return re.compile("|".join(f"(?:{word})" for word in words))


@cache
def _mark(name: str) -> re.Pattern[str]:
    words = [w for e in entries("statements_headers", "mark", name=str) if e["name"] == name for w in e.words]
    return re.compile("|".join(words))


def says(text: str, mark: str) -> bool:
    """Whether folded header text carries ``mark``: unaudited, audited, percent, change or note."""
    return _mark(mark).search(text) is not None


def is_header_text(text: str) -> bool:
    """Whether ``text`` is nothing but pieces of headers.

    >>> is_header_text("截至12月31日止年度"), is_header_text("Year ended 31 December"), is_header_text("Revenue 2019")
    (True, True, False)
    """
    folded = arabic(fold(text))
    return any(c.isalnum() or c in "%$" for c in folded) and not any(c.isalnum() for c in _pieces().sub(" ", folded))


def is_header(line: Line, left: float) -> bool:
    """Whether ``line`` belongs to a header band: header cells only, or for the most part after a label."""
    cells = header_cells(line)
    fits = [is_header_text(cell.text) for cell in cells]
    if _UNIT_LINE.search(fold(line.text)):
        return False
    if all(fits):
        return any((cell.x0 + cell.words[-1].x1) / 2 > left for cell in cells)
    mostly = len(cells) > 2 and sum(fits[1:]) >= max(2, 0.6 * (len(cells) - 1))
    return mostly and not any(_is_figure(cell.text) for cell in cells[1:])


def _is_figure(text: str) -> bool:
    number = numeral(text)
    return number is not None and not re.fullmatch(r"(?:19|20)\d\d", text)


def is_aside(line: Line) -> bool:
    """Whether ``line`` may stand between header lines: header text over the labels, such as 项目."""
    return all(is_header_text(cell.text) for cell in header_cells(line)) and not _UNIT_LINE.search(fold(line.text))


@dataclass(frozen=True, slots=True)
class Head:
    """What a column is."""

    text: str
    span: Span
    unit: Unit
    percent: bool
    change: bool
    audited: bool | None
    company: bool = False


def head(texts: Sequence[str]) -> Head:
    """The column under the header cells ``texts``."""
    text = fold(" ".join(texts))
    audited = False if says(text, "unaudited") else True if says(text, "audited") else None
    percent = any(_is_percent(t) for t in texts)
    return Head(text, span(text), unit(text), percent, says(text, "change"), audited, says(text, "company"))


def assign(band: Sequence[Line], columns: Sequence[Column]) -> None:
    """Give each column the header cells that stand over it, from top to bottom.

    The lines are taken from below, so that a column is as wide as its own header before spanning cells are centred.
    """
    for line in reversed(band):
        cells = [part for cell in header_cells(line) for part in _apart(cell) if not _is_note(part)]
        remarks = [cell for cell in cells if _is_remark(cell)]
        for cell in remarks:
            for column in _beneath(cell, columns):
                column.put_on(cell.text, id(cell))
        spanning = [cell for cell in cells if cell not in remarks]
        for cell, first, last in _by_years(spanning, columns) or partition(spanning, columns):
            for column in columns[first:last]:
                column.put_on(cell.text, id(cell))
            if last - first == 1:
                column.x0, column.x1 = min(column.x0, cell.x0), max(column.x1, cell.words[-1].x1)
        _pair_percentages(columns)
    _complete(columns)


def _by_years(cells: Sequence[Line], columns: Sequence[Column]) -> list[tuple[Line, int, int]]:
    """Spans such as "Year ended …" over the runs of years beneath them, where there are as many of the one as of the other.

    2022 2023 2024 | 2024 2025: a run ends where the years do not go on in its direction.
    """
    if len(cells) < 2 or not all(_is_spanning(cell.text) for cell in cells):
        return []
    years = [_year_cell(column) for column in columns]
    starts = [0]
    step = 0
    for i, (before, now) in enumerate(pairwise(years), 1):
        if before is None or now is None:
            return []
        if before == now:  # columns under one year: an amount and its percentage
            continue
        move = now[0] - before[0]
        if move == 0 or (step and move * step < 0):
            starts.append(i)
            step = 0
        else:
            step = move
    if len(starts) != len(cells):
        return []
    return [(cell, a, b) for cell, (a, b) in zip(cells, pairwise([*starts, len(columns)]), strict=True)]


def _year_cell(column: Column) -> tuple[int, int] | None:
    """The year over a column, and which header cell it stands in."""
    cells = ((span(arabic(fold(text))).year, cell) for text, cell in zip(column.head, column.over, strict=True))
    return next(((year, cell) for year, cell in cells if year is not None), None)


def _pair_percentages(columns: Sequence[Column]) -> None:
    """A percentage stands under the year of the amount to its left, unless it has a year to itself."""
    for left, column in pairwise(columns):
        if not column.head or not left.head or not _is_percent(column.head[-1]) or _is_percent(left.head[-1]):
            continue
        owners = sum(column.over[0] in other.over for other in columns)
        if len(column.head) < len(left.head) or (
            len(column.head) > 1 and owners > 1 and column.over[0] not in left.over
        ):
            column.head, column.over = [*left.head[:-1], column.head[-1]], [*left.over[:-1], column.over[-1]]


def _complete(columns: Sequence[Column]) -> None:
    """Give a column that has but its year the spanning header of its neighbour: not every one is centred."""
    spans = [span(arabic(fold(" ".join(column.head)))) for column in columns]
    known = [i for i, said in enumerate(spans) if said.month is not None or said.months is not None]
    for i, said in enumerate(spans):
        if known and said.complete and said.month is None and said.months is None:
            nearest = columns[min(known, key=lambda k: abs(columns[k].middle - columns[i].middle))]
            columns[i].head[:0] = [text for text in nearest.head if _is_spanning(text)]


@lru_cache(maxsize=5_000)
def _is_spanning(text: str) -> bool:
    """Whether a header cell says of what the years beneath it are the ends."""
    said = span(arabic(fold(text)))
    return not said.complete and bool(said.month or said.months)


@lru_cache(maxsize=5_000)
def _is_percent(text: str) -> bool:
    return says(fold(text), "percent") and not unit(fold(text)).currency


def _is_remark(cell: Line) -> bool:
    text = fold(cell.text)
    return (says(text, "unaudited") or says(text, "audited")) and not span(text).complete


def _beneath(cell: Line, columns: Sequence[Column]) -> list[Column]:
    """The columns that a remark is of: those it stands over, or the two that it stands between."""
    x0, x1 = cell.x0, cell.words[-1].x1
    over = [column for column in columns if min(column.x1, x1) - max(column.x0, x0) > 0]
    if over:
        return over
    off = sorted((max(column.x0 - x1, x0 - column.x1), i) for i, column in enumerate(columns))
    return [columns[i] for distance, i in off[:2] if distance <= 1.3 * off[0][0]]


def note_middle(band: Sequence[Line]) -> float | None:
    """Where the header of the note column stands."""
    for line in band:
        for cell in header_cells(line):
            if _is_note(cell) and not re.search(r"\d", cell.text):
                return (cell.x0 + cell.words[-1].x1) / 2
    return None


def has_remarks(band: Sequence[Line]) -> bool:
    """Whether the header of the last column says that it holds remarks."""
    return any(says(fold(header_cells(line)[-1].text), "remarks") for line in band)


def _is_note(cell: Line) -> bool:
    return re.fullmatch(r"附注[一二三四五六七八九十]{0,2}|注释?|notes?|附注编号", fold(cell.text).strip()) is not None


_NEXT_SPAN = re.compile(r"(?<=[度月年日,\d])(?=截至|[於于]\d|(?:For|As|Years?|Three|Four|Five|Six|Seven|Eight|Nine)\b)")


def _apart(cell: Line) -> list[Line]:
    """Cells that stand so close that they look like one: 人民幣千元人民幣千元, or "… December 31,For the …"."""
    words = cell.words
    for i, word in enumerate(words):
        if seam := _NEXT_SPAN.search(word.text):
            x = word.x0 + (word.x1 - word.x0) * seam.start() / len(word.text)
            before = replace(word, text=word.text[: seam.start()], x1=x, end=word.start + seam.start())
            after = replace(word, text=word.text[seam.start() :], x0=x, start=word.start + seam.start())
            return [*_apart(Line([*words[:i], before])), *_apart(Line([after, *words[i + 1 :]]))]
    if len(words) > 1 and all(
        re.fullmatch(r"\S*(?:元|年|日|%|\)|）|000|\d)", w.text) and len(w.text) > 1 for w in words
    ):
        gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
        if min(gaps) > 0.35 * words[0].height and not any(re.fullmatch(r"\d{1,2}", w.text) for w in words):
            return [Line([word]) for word in words]
    return [cell]


def partition(cells: Sequence[Line], columns: Sequence[Column]) -> list[tuple[Line, int, int]]:
    """Each cell with the run of columns that it is centred over: the cheapest way through both in order.

    A cell may stand over nothing and a column under nothing, each at a price.
    """
    if len(cells) == len(columns) and _one_by_one(cells, columns):
        return [(cell, i, i + 1) for i, cell in enumerate(cells)]
    if len(cells) > 1 and all(_is_percent(cell.text) for cell in cells):
        alone = [_alone_over(cell, columns) for cell in cells]
        if None not in alone and len(set(alone)) == len(cells):
            return [(cell, i, i + 1) for cell, i in zip(cells, alone, strict=True) if i is not None]
    n, m = len(columns), len(cells)
    size = max((cell.words[0].height for cell in cells), default=1.0)
    bare_column, bare_cell = _BARE_COLUMN * size, _BARE_CELL * size
    best: list[list[tuple[float, tuple[int, int, bool] | None]]] = [
        [(float("inf"), None)] * (n + 1) for _ in range(m + 1)
    ]
    best[0][0] = (0.0, None)
    for i in range(m + 1):
        for j in range(n + 1):
            cost = best[i][j][0]
            if cost == float("inf"):
                continue
            if j < n and cost + bare_column < best[i][j + 1][0]:
                best[i][j + 1] = (cost + bare_column, (i, j, False))
            if i < m and cost + bare_cell < best[i + 1][j][0]:
                best[i + 1][j] = (cost + bare_cell, (i, j, False))
            for k in range(j + 1, n + 1) if i < m else ():
                price = cost + _off_centre(cells[i], columns, j, k)
                if price < best[i + 1][k][0]:
                    best[i + 1][k] = (price, (i, j, True))
    return _path(best, cells)


def _one_by_one(cells: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether each cell is nearer to its own column than half way to the next."""
    gaps = [b.middle - a.middle for a, b in pairwise(columns)]
    return all(_off_centre(cell, columns, i, i + 1) <= 0.5 * min(gaps, default=100) for i, cell in enumerate(cells))


def _alone_over(cell: Line, columns: Sequence[Column]) -> int | None:
    """The column that the middle of ``cell`` stands over, if it is hardly wider."""
    left, right, height = cell.x0, cell.words[-1].x1, cell.words[0].height
    middle = (left + right) / 2
    over = (i for i, c in enumerate(columns) if c.x0 - 1 <= middle <= c.x1 + 1 and right - left <= c.x1 - c.x0 + height)
    return next(over, None)


def _path(
    best: list[list[tuple[float, tuple[int, int, bool] | None]]], cells: Sequence[Line]
) -> list[tuple[Line, int, int]]:
    i, j = len(best) - 1, len(best[0]) - 1
    found: list[tuple[Line, int, int]] = []
    while (step := best[i][j][1]) is not None:
        if step[2]:
            found.append((cells[step[0]], step[1], j))
        i, j = step[0], step[1]
    return found[::-1]


def _off_centre(cell: Line, columns: Sequence[Column], first: int, stop: int) -> float:
    """How far ``cell`` is from the middle of a run of columns, or from one of the edges of a single column.

    The run is as wide as its numbers; one that a period spans may begin where the column before it ends, as its rule does.
    """
    x0, x1 = columns[first].x0, columns[stop - 1].x1
    left, right = cell.x0, cell.words[-1].x1
    middle = (left + right) / 2
    off = abs(middle - (x0 + x1) / 2)
    if _is_spanning(cell.text):
        off = min(off, abs(middle - (_begins(columns, first) + x1) / 2))
    if stop - first == 1:
        return min(off, abs(right - x1), abs(left - x0))
    beneath = [i for i in range(first, stop) if columns[i].x0 - 1 <= left and right <= columns[i].x1 + 1]
    of_one = beneath and (_is_percent(cell.text) or 2 * (beneath[0] - first) + 1 != stop - first)
    return off * _OVER_ONE if of_one else off


def _begins(columns: Sequence[Column], first: int) -> float:
    """Where the room of a column begins that is set flush right: at the end of the one before."""
    if first:
        return columns[first - 1].x1
    return columns[0].x1 - (columns[1].x1 - columns[0].x1) if len(columns) > 1 else columns[0].x0
