"""The evidence and the notes of a table as rows, for the sheets and pages that go with it."""

from __future__ import annotations

from zhaogu.model import Fact, plain
from zhaogu.model.fact import value_text
from zhaogu.reconciliation.derived import Derived

from .asked import describe
from .cells import Cell
from .comparison import Trace

EVIDENCE = ("issuer", "column", "value", "unit", "tier", "document", "page", "quote", "how", "rate")
NOTES = ("code", "severity", "text")
INDEX = {"issuer": "發行人 Issuer", "stock_code": "股份代號 Stock code"}


def evidence_rows(trace: Trace) -> list[tuple[str, ...]]:
    """One row for each fact behind each cell."""
    return [
        (
            issuer,
            column,
            _cell_text(cell),
            cell.unit or "",
            trace.tier(issuer, cell),
            *_place(fact),
            _how(cell, fact),
            str(cell.rate or ""),
        )
        for (issuer, column), cell in trace.cells.items()
        for fact in cell.facts
    ]


def note_rows(trace: Trace, policy: str = "") -> list[tuple[str, str, str]]:
    """The notes, then the rates that were used."""
    rows = [(note.code, str(note.severity), note.text) for note in trace.notes]
    rows += [("ZG-POLICY", "info", policy)] if policy else []
    return rows + [("ZG-RATE", "info", rate) for rate in trace.rates]


def heading(name: str, trace: Trace) -> str:
    """What a column is, for people: terms, period, currency and scale."""
    column = next((column for column in trace.columns if column.name == name), None)
    if column is None:
        return INDEX.get(name, name.replace("_", " "))
    about = describe(column.metric)
    unit = ""
    if column.type in ("money", "price") and trace.currency:
        scaled = trace.scale if column.type == "money" and trace.scale != "1" else ""
        unit = f" ({' '.join(filter(None, (trace.currency, scaled)))})"
    derived = ", 推算 derived" if isinstance(about, Derived) else ""
    return f"{about.zh} {about.en}{' ' + column.period if column.period else ''}{unit}{derived}"


def _cell_text(cell: Cell) -> str:
    return "" if cell.value is None else value_text(cell.value)


def _place(fact: Fact) -> tuple[str, str, str]:
    place = fact.evidence
    return fact.document, str(place.page or ""), place.quote


def _how(cell: Cell, fact: Fact) -> str:
    if cell.formula:
        stated = "" if fact.value is None else value_text(fact.value)
        return f"{cell.formula}; {fact.metric} {stated} {fact.unit or ''}".strip()
    if cell.rate:
        return f"{fact.unit} {plain(fact.number or cell.rate.value)} at the {cell.rule}"
    return fact.rule
