"""The statements themselves: the tables of one statement, over all its pages, as one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from zhaogu.model.period import Period
from zhaogu.model.statement import Statement, StatementRow

from .figures import evidence, main_rows
from .reading import ColumnMeaning, Reading, scale_of
from .sections import RANK

_NAMES = {"income": "income", "position": "financial_position", "cash_flow": "cash_flow"}
_SCALES = {Decimal(1): "", Decimal(1000): "'000", Decimal(10_000): " 10,000", Decimal(1_000_000): " million",
           Decimal(100_000_000): " 100 million", Decimal(1_000_000_000): " billion"}  # fmt: skip


def statements(readings: Sequence[Reading], bare: str | None) -> dict[str, Statement]:
    """The fullest statement of each kind from the part of the document that states it with most authority.

    ``bare`` is the currency where nothing names one.
    """
    found: dict[str, Statement] = {}
    for kind, name in _NAMES.items():
        runs = [run for run in _runs(readings, kind) if main_rows(run, kind)]
        if runs:
            found[name] = _assembled(
                min(runs, key=lambda run: (RANK[run[0].section.kind], -main_rows(run, kind))), kind, bare
            )
    return found


def _runs(readings: Sequence[Reading], kind: str) -> list[list[Reading]]:
    """Tables of one kind that follow each other with the same columns."""
    runs: list[list[Reading]] = []
    for reading in readings:
        if reading.title.scope is not None or reading.statement not in (kind, "mixed") or not _columns(reading, kind):
            continue
        last = runs[-1][-1] if runs else None
        goes_on = last and reading.page - last.page <= 1 and _periods(last, kind) == _periods(reading, kind)
        if goes_on and reading.section.kind == runs[-1][0].section.kind:
            runs[-1].append(reading)
        else:
            runs.append([reading])
    return runs


def _columns(reading: Reading, kind: str) -> list[ColumnMeaning]:
    """The columns of amounts in the reported currency, those of a translation left out."""
    amounts = [c for c in reading.columns if not c.percent and c.period(kind)]
    main = next((c.unit.currency for c in amounts if c.unit.currency), None)
    return [c for c in amounts if c.unit.currency in (main, None)]


def _periods(reading: Reading, kind: str) -> list[Period]:
    return [period for column in _columns(reading, kind) if (period := column.period(kind))]


def _assembled(run: Sequence[Reading], kind: str, bare: str | None) -> Statement:
    first = _columns(run[0], kind)
    currency = next((c.unit.currency for c in first if c.unit.currency), bare)
    scale = scale_of(first[0])
    statement = Statement(
        run[0].title.text, _NAMES[kind], f"{currency or ''}{_SCALES.get(scale, f' {scale}')}".strip() or None, currency, scale,
        _periods(run[0], kind),
    )  # fmt: skip
    for reading in run:
        columns = _columns(reading, kind)
        statement.pages.append(reading.page)
        for row in reading.rows:
            cells = [row.row.columns.get(c.index) for c in columns]
            values = [cell.numeral.value if cell else None for cell in cells]
            last = statement.rows[-1] if statement.rows else None
            if last and last.label == row.text and _complement(last.cells, values):  # periods were rows
                last.cells = [a if b is None else b for a, b in zip(last.cells, values, strict=True)]
            else:
                statement.rows.append(StatementRow(row.text, row.metric, values, evidence(reading.page, row)))
    return statement


def _complement(cells: Sequence[Decimal | None], others: Sequence[Decimal | None]) -> bool:
    """Whether two rows have figures in different columns."""
    return all(a is None or b is None for a, b in zip(cells, others, strict=True))
