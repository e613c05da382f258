"""What a reader of a wide table should know: mixed bases, failed conversions, differences between sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from zhaogu.conversion import peg_notes
from zhaogu.model import IPORecord, Note, metric, metrics
from zhaogu.reconciliation.precedence import DATED

from .cells import Cell
from .columns import Column

Cells = dict[tuple[str, str], Cell]

MIXES: dict[str, Callable[[Cell], str | None]] = {
    "offer bases": lambda cell: cell.fact.offer_basis,
    "multiples": lambda cell: cell.fact.basis,
    "stages": lambda cell: cell.fact.stage,
    "periods": lambda cell: cell.fact.period,
    "days": lambda cell: cell.fact.as_of.isoformat() if cell.fact.as_of else None,
    "currencies": lambda cell: cell.unit,
}


def remarks(records: Sequence[IPORecord], columns: Sequence[Column], cells: Cells) -> list[Note]:
    """The notes of a table, each once."""
    found = [note for record in records for note in record.notes]
    for column in columns:
        row = [
            (record.issuer, cells[record.issuer, column.name])
            for record in records
            if (record.issuer, column.name) in cells
        ]
        found += _mixed(column, row) + _failed(column, row)
        found += [note for _, cell in row if cell.rate for note in peg_notes(cell.rate)]
    found += _conflicts(records, {column.metric for column in columns})
    return list({(note.code, note.text): note for note in found}.values())


def _mixed(column: Column, row: list[tuple[str, Cell]]) -> list[Note]:
    notes = []
    for what, side in MIXES.items():
        if what in ("days", "stages") and not _matters(what, column):
            continue
        said = {issuer: side(cell) or "not stated" for issuer, cell in row if cell.value is not None}
        if len(set(said.values())) > 1:
            text = f"{column.name} mixes {what}: " + ", ".join(f"{issuer} {word}" for issuer, word in said.items())
            notes.append(
                Note(code="ZG-MIXED-BASIS", severity="warning", text=text, sides=list(dict.fromkeys(said.values())))
            )
    return notes


def _matters(what: str, column: Column) -> bool:
    """Days matter to prices and values of other days than the first, stages to figures that are planned first."""
    if what == "days":
        return column.metric in DATED
    return column.metric in metrics() and metric(column.metric).staged


def _failed(column: Column, row: list[tuple[str, Cell]]) -> list[Note]:
    return [
        Note(code="ZG-NOT-CONVERTED", severity="error", text=f"{issuer} {column.name}: {cell.failure}")
        for issuer, cell in row
        if cell.failure
    ]


def _conflicts(records: Sequence[IPORecord], shown: set[str]) -> list[Note]:
    return [
        Note(code="ZG-CONFLICT", severity="warning", text=f"{record.issuer} {difference.metric}: {difference.reason}")
        for record in records
        for difference in record.differences
        if difference.code == "conflict" and difference.metric in shown
    ]
