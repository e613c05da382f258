"""A comparison as text: figures as rows, issuers as columns, notes below."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from zhaogu.model import Value
from zhaogu.model.fact import value_text

from .grid import grid, shorten

if TYPE_CHECKING:
    from zhaogu.tables import Comparison


def side_by_side(table: Comparison) -> str:
    """The comparison for a terminal."""
    trace = table.trace
    header = ["", *(shorten(record.issuer, 30) for record in trace.records)]
    rows = [["stock_code", *(record.stock_code or "" for record in trace.records)]]
    for column in trace.columns:
        cells = [trace.cells.get((record.issuer, column.name)) for record in trace.records]
        if any(cells):
            rows.append([column.name, *(_shown(found.value, found.unit) if found else "n.d." for found in cells)])
    notes = [f"{note.code}: {note.text}" for note in trace.notes]
    return "\n".join([grid(header, rows), *notes])


def _shown(value: Value | None, unit: str | None) -> str:
    if value is None:
        return "n.d."
    if not isinstance(value, Decimal):
        return value_text(value)
    return f"{unit or ''} {value:,f}".strip()
