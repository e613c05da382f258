"""What a reader of a wide table should know: mixed bases, failed conversions, differences between sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter

from zhaogu.conversion import Policy, Rate, peg_notes
from zhaogu.model import Fact, IPORecord, Note, OfferBasis, metric, metrics
from zhaogu.reconciliation.checks import COUNTED
from zhaogu.reconciliation.listings import shares_counted
from zhaogu.reconciliation.precedence import DATED, counted_basis

from .cells import Cell
from .columns import Column

Row = list[tuple[str, Cell]]
"""The issuers that have a figure in a column, with their cells."""

NAMED = 3
"""So many issuers are named on each side of a note."""

SIDES: dict[str, Callable[[Fact], object]] = {
    "multiples": attrgetter("basis"),
    "stages": attrgetter("stage"),
    "periods": attrgetter("period"),
    "days": attrgetter("as_of"),
    "share classes": shares_counted,
    "offer bases": counted_basis,
}
"""What a column should hold one of besides currencies, and what tells it of a fact."""
OF_SOME_SHARES = frozenset({"market_cap", "shares_in_issue"})
"""Figures that may count one class of shares only."""


def remarks(
    records: Sequence[IPORecord], rows: Sequence[tuple[Column, Sequence[Cell | None]]], asked: OfferBasis | None = None
) -> list[Note]:
    """The notes of a table, each once; ``rows`` hold a cell for each record, on the offer basis ``asked`` if there is."""
    found = [_of(record, note) for record in records for note in record.notes]
    names = [record.issuer for record in records]
    rates: dict[int, Rate] = {}
    for column, cells in rows:
        told = [(name, cell) for name, cell in zip(names, cells, strict=True) if cell is not None]
        rates |= {id(cell.rate): cell.rate for _, cell in told if cell.rate}
        found += [not_converted(f"{name} {column.name}", cell.failure) for name, cell in told if cell.failure]
        filled = [item for item in told if item[1].value is not None]
        found += _mixed(column, filled) + (_not_on(asked, column, filled) if asked else [])
    found += [note for rate in rates.values() for note in peg_notes(rate)]
    found += _conflicts(records, {column.metric for column, _ in rows})
    return list({(note.code, note.text): note for note in found}.values())


def _of(record: IPORecord, note: Note) -> Note:
    """A record's note with the issuer's name before it, where it does not name it."""
    return note if record.issuer in note.text else note.model_copy(update={"text": f"{record.issuer} {note.text}"})


def not_converted(what: str, failure: str) -> Note:
    """Why an amount is not in the currency of its table."""
    return Note(code="ZG-NOT-CONVERTED", severity="error", text=f"{what}: {failure}")


def attributes(
    currency: str | None,
    scale: str,
    policy: Policy,
    rates: Sequence[str],
    notes: Sequence[Note],
    derived: Sequence[str] = (),
) -> dict[Hashable, object]:
    """What goes with a table as plain data, so that it survives a file."""
    return {
        "currency": currency,
        "scale": scale,
        "policy": policy.describe(),
        "rates": list(rates),
        "derived": list(derived),
        "notes": [f"{note.code}: {note.text}" for note in notes],
    }


def _mixed(column: Column, row: Row) -> list[Note]:
    notes = []
    facts = [cell.facts[0] for _, cell in row]
    for what in _matters(column):
        sides = [cell.unit for _, cell in row] if what == "currencies" else list(map(SIDES[what], facts))
        if len(set(sides)) < 2:
            continue
        told: dict[str, list[str]] = {}
        for (issuer, _), side in zip(row, sides, strict=True):
            told.setdefault(str(side or "not stated"), []).append(issuer)
        text = f"{column.name} mixes {what}: " + "; ".join(f"{word} ({_some(names)})" for word, names in told.items())
        notes.append(Note(code="ZG-MIXED-BASIS", severity="warning", text=text, sides=list(told)))
    return notes


def _not_on(asked: OfferBasis, column: Column, row: Row) -> list[Note]:
    """Who has no figure on the basis that was asked for, so that another one stands there."""
    others = [issuer for issuer, cell in row if counted_basis(cell.facts[0]) != asked]
    if column.metric not in COUNTED or not others:
        return []
    text = f"{column.name}: not known on the basis {asked}, shown on another: {_some(others)}"
    return [Note(code="ZG-MIXED-BASIS", severity="warning", text=text, sides=others)]


def _some(issuers: list[str]) -> str:
    more = f" and {len(issuers) - NAMED} more" if len(issuers) > NAMED else ""
    return ", ".join(issuers[:NAMED]) + more


def _matters(column: Column) -> list[str]:
    """What must not be mixed in a column."""
    if column.metric not in metrics():
        return ["currencies"]
    about = metric(column.metric)
    found = ["periods"] if about.by_period else []
    found += ["days"] if column.metric in DATED else []
    found += ["share classes"] if column.metric in OF_SOME_SHARES else []
    found += ["stages"] if about.staged else []
    found += ["offer bases"] if column.metric in COUNTED else []
    found += ["multiples"] if about.type == "times" else []
    return found + (["currencies"] if about.type in ("money", "price") else [])


def _conflicts(records: Sequence[IPORecord], shown: set[str]) -> list[Note]:
    return [
        Note(code="ZG-CONFLICT", severity="warning", text=f"{record.issuer} {difference.metric}: {difference.reason}")
        for record in records
        for difference in record.differences
        if difference.code == "conflict" and difference.metric in shown
    ]
