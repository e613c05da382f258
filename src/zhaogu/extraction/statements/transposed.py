"""Tables that are turned round: a period a row, a line item a column. They are turned back here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from zhaogu.reading.layout import Line, Word

from .grid import Column, Row, columns, header_cells, plain, split
from .headers import Head, head, is_header_text
from .labels import fold, label, named
from .units import Unit, unit

_HEADER_LINES = 5


def periods_as_rows(lines: Sequence[Line]) -> Iterator[tuple[int, list[Column], list[Head], list[Row]]]:
    """Runs of at least two periods under the names of line items: first line, and the table turned.

    Each figure becomes a row of its own, whose line is that of its period.
    """
    i = 0
    while i < len(lines):
        run: list[tuple[Row, Head]] = []
        while i + len(run) < len(lines) and (found := _period_row(lines[i + len(run)])):
            run.append(found)
        if len(run) > 1 and (turned := _turned(lines[max(0, i - _HEADER_LINES) : i], run)):
            yield i, *turned
        i += max(len(run), 1)


def _period_row(line: Line) -> tuple[Row, Head] | None:
    """A line of a period and at least two numbers."""
    words, cells = split(line)
    if not words and cells:
        words, cells = [cells[0].word], cells[1:]
    if len(cells) < 2 or not is_header_text(text := plain(words)):
        return None
    said = head([text])
    return (Row(line, words, cells), said) if said.span.complete and not said.change else None


def _turned(
    above: Sequence[Line], run: Sequence[tuple[Row, Head]]
) -> tuple[list[Column], list[Head], list[Row]] | None:
    rows = [row for row, _ in run]
    items = columns(rows)
    labels, stated = _over(above, items)
    known = [{item.statement for item in named(label(plain(words)).text) if item.metric} for words in labels]
    ratios = all(cell.numeral.percent for row in rows for cell in row.columns.values())
    if sum(map(bool, known)) < 2 and not (ratios and any("ratio" in kinds for kinds in known)):
        return None
    heads = [replace(said, unit=unit(fold(" ".join(stated)))) for _, said in run]
    turned = [
        Row(row.line, words, [cell], columns={n: cell})
        for i, words in enumerate(labels)
        for n, row in enumerate(rows)
        if words and (cell := row.columns.get(i)) is not None
    ]
    return [Column(row.line.x0, row.line.words[-1].x1) for row in rows], heads, turned


def _over(above: Sequence[Line], items: Sequence[Column]) -> tuple[list[list[Word]], list[str]]:
    """The words over each column, from top to bottom, and the units among them."""
    labels: list[list[Word]] = [[] for _ in items]
    stated: list[str] = []
    for line in reversed(above):
        cells = [part for cell in header_cells(line) for part in _apart(cell, items)]
        placed = [(i, cell) for cell in cells if (i := _beneath(cell, items)) is not None]
        if split(line)[1] or not placed or (len(placed) < 2 <= len(items) and any(labels)):
            break
        for i, cell in placed:
            if is_header_text(cell.text) and unit(fold(cell.text)) != Unit():
                stated.append(cell.text)
            else:
                labels[i] = [*cell.words, *labels[i]]
    return labels, stated


def _apart(cell: Line, items: Sequence[Column]) -> list[Line]:
    """A header cell that reaches over the numbers of several columns, cut at its widest gaps."""
    over = [item for item in items if cell.x0 < item.x1 - 1 and item.x0 + 1 < cell.words[-1].x1]
    gaps = [right.x0 - left.x1 for left, right in pairwise(cell.words)]
    if len(over) < 2 or len(gaps) < len(over) - 1:
        return [cell]
    widest = sorted(sorted(range(len(gaps)), key=lambda i: -gaps[i])[: len(over) - 1])
    if min(gaps[i] for i in widest) < 1.5 * min(gaps):
        return [cell]
    edges = [0, *(i + 1 for i in widest), len(cell.words)]
    return [Line(cell.words[a:b]) for a, b in pairwise(edges)]


def _beneath(cell: Line, items: Sequence[Column]) -> int | None:
    """The column that most of a header cell stands over."""
    x0, x1 = cell.x0, cell.words[-1].x1
    shared = [min(x1, item.x1) - max(x0, item.x0) for item in items]
    best = max(range(len(items)), key=lambda i: shared[i])
    return best if shared[best] > 0 else None
