"""A comparison as text: figures as rows and issuers as columns, the other way round for many; notes below."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from zhaogu.conversion import scale as scale_of
from zhaogu.model.fact import value_text
from zhaogu.model.terminal import lines

from .grid import grid, shorten

if TYPE_CHECKING:
    from zhaogu.tables import Comparison
    from zhaogu.tables.cells import Cell
    from zhaogu.tables.columns import Column

MOST_COLUMNS = 4
"""More issuers than this stand one below the other, in parts no wider than ``WIDEST``."""
WIDEST = 140
_CENT = Decimal("0.01")
_SIGNS = {"percent": "%", "times": "x"}


def side_by_side(table: Comparison) -> str:
    """The comparison for a terminal; amounts are in the table's currency and scale, ``n.d.`` is not disclosed."""
    trace = table.trace
    unit = Decimal(scale_of(trace.scale).factor) if trace.scale != "1" else Decimal(1)
    header = ["", *(shorten(record.issuer, 30) for record in trace.records)]
    rows = [["stock_code", *(record.stock_code or "" for record in trace.records)]]
    for column in trace.columns:
        cells = [trace.cells.get((record.issuer, column.name)) for record in trace.records]
        if any(cells):
            rows.append([column.name, *(_shown(found, column, unit, trace.currency) for found in cells)])
    counted = "" if trace.scale == "1" else f", counted in {trace.scale}"
    money = f"amounts in {trace.currency or 'the currency stated'}{counted}; n.d.: not disclosed"
    notes = [f"{note.code}: {note.text}" for note in trace.notes]
    side_to_side = len(trace.records) <= MOST_COLUMNS
    text = grid(header, rows) if side_to_side else "\n".join(lines(list(zip(header, *rows, strict=True)), WIDEST))
    return "\n".join([text, "", money, *notes])


def _shown(cell: Cell | None, column: Column, unit: Decimal, currency: str | None) -> str:
    if cell is not None and cell.failure:
        return "no rate"
    if cell is None or cell.value is None:
        return "n.d."
    value = cell.value
    if not isinstance(value, Decimal):
        return value_text(value)
    own = f"{cell.unit} " if currency is None and column.type in ("money", "price") else ""
    if column.type == "money":
        scaled = value / unit
        value = scaled.quantize(_CENT) if cell.rate or unit != 1 else scaled
    elif cell.rate or cell.formula:
        value = value.quantize(_CENT)
    return f"{own}{value:,f}{_SIGNS.get(column.type, '')}"
