"""The wide table: a DataFrame that remembers where each of its cells comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from zhaogu.model import Evidence, IPORecord, Note

from .cells import Cell
from .columns import Column


@dataclass(frozen=True)
class Trace:
    """What a comparison was made of: records, columns, cells by issuer and column, and what a reader should know."""

    records: list[IPORecord]
    columns: list[Column]
    cells: dict[tuple[str, str], Cell]
    currency: str | None
    scale: str
    notes: list[Note] = field(default_factory=list)

    def __deepcopy__(self, memo: dict[int, Any]) -> Trace:
        """Shared between copies of a table: nothing in it changes."""
        return self

    def cell(self, issuer: str, metric: str, period: str | None = None) -> Cell | None:
        """The cell of ``issuer`` (by name, alias or code) and ``metric`` (by id or column name)."""
        record = self.record(issuer)
        for column in self.columns:
            if metric == column.name or (metric == column.metric and period in (None, column.period)):
                found = self.cells.get((record.issuer, column.name))
                if found or period:
                    return found
        return None

    def record(self, issuer: str) -> IPORecord:
        """The record called so; KeyError names those there are."""
        for record in self.records:
            if issuer in (record.issuer, record.stock_code, *record.aliases):
                return record
        known = ", ".join(record.issuer for record in self.records)
        raise KeyError(f"{issuer!r} is not in the table: {known}")


class Comparison(pd.DataFrame):
    """A wide table, one row an issuer. It is a DataFrame in all respects; ``trace`` is what its cells come from."""

    _metadata = ["trace"]  # noqa: RUF012  # pandas wants a plain list
    trace: Trace

    @property
    def _constructor(self) -> type[Comparison]:
        return Comparison

    @property
    def zhaogu(self) -> Accessor:
        """Evidence, notes and exports: ``table.zhaogu.evidence("MiniMax", "net_profit", "2024FY")``."""
        return Accessor(self)


@dataclass(frozen=True)
class Accessor:
    """What a comparison knows beyond its figures."""

    table: Comparison

    @property
    def notes(self) -> list[Note]:
        """What a reader of the table should know."""
        return self.table.trace.notes

    @property
    def records(self) -> list[IPORecord]:
        """The records behind the rows."""
        return self.table.trace.records

    def cell(self, issuer: str, metric: str, period: str | None = None) -> Cell | None:
        """The value with the facts, rate and rule behind it."""
        return self.table.trace.cell(issuer, metric, period)

    def evidence(self, issuer: str, metric: str, period: str | None = None) -> list[Evidence]:
        """Where a cell's figures stand in their documents."""
        found = self.cell(issuer, metric, period)
        return [place for fact in found.facts for place in (fact.evidence, *fact.also)] if found else []
