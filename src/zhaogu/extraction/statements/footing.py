"""Columns against their totals: a column that does not add up where the columns beside it do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from zhaogu.model.fact import Note
from zhaogu.model.money import plain

from .figures import STATEMENTS, evidence
from .reading import ColumnMeaning, Reading
from .rows import NamedRow

_PARTS = 40
"""How many rows a total may be of."""


def footing(readings: Iterable[Reading]) -> Iterator[Note]:
    """A note for each figure of the group's statements that is not the sum of the rows above it, where most of its row are."""
    for reading in readings:
        if reading.statement in STATEMENTS and reading.title.scope is None:
            columns = [column for column in reading.columns if not column.percent and column.period(reading.statement)]
            cells = [[_value(row, column.index) for column in columns] for row in reading.rows]
            for n in range(2, len(cells)):
                for i, reckoned in _not_footing(cells[max(0, n - _PARTS) : n], cells[n]):
                    yield _note(reading, reading.rows[n], columns[i], reckoned, cells[n][i])


def _value(row: NamedRow, index: int) -> Decimal:
    cell = row.row.columns.get(index)
    return (cell.numeral.value if cell else None) or Decimal(0)


def _not_footing(above: Sequence[Sequence[Decimal]], total: Sequence[Decimal]) -> list[tuple[int, Decimal]]:
    """Columns that are off, with their sums: one of at least three, where the rows that sum up in the others are found."""
    used = [i for i, value in enumerate(total) if value]
    if len(used) < 3:
        return []
    sums = {i: list(accumulate(row[i] for row in reversed(above))) for i in used}
    off: list[tuple[int, Decimal]] = []
    for parts in range(1, len(above)):
        wrong = [(i, sums[i][parts]) for i in used if abs(sums[i][parts] - total[i]) > parts]
        if not wrong:
            return []
        if len(wrong) == 1 and _alike(above[-1 - parts :], used):
            off = off or wrong
    return off


def _alike(parts: Sequence[Sequence[Decimal]], used: Sequence[int]) -> bool:
    """Whether every row is in all the columns, or in none: then they should add up alike."""
    return all(len({bool(row[i]) for i in used}) == 1 for row in parts)


def _note(reading: Reading, row: NamedRow, column: ColumnMeaning, reckoned: Decimal, printed: Decimal) -> Note:
    period = column.period(reading.statement)
    return Note(
        code="ZG-COLUMN-TOTAL", severity="warning",
        text=f"page {reading.page}, {row.text}, {period.label if period else ''}: the rows above sum to {plain(reckoned)}",
        sides=[plain(reckoned), plain(printed)], evidence=[evidence(reading.page, row)],
    )  # fmt: skip
