"""The wide table: a DataFrame that remembers where each of its cells comes from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from zhaogu.conversion import Policy
from zhaogu.model import Evidence, IPORecord, Note
from zhaogu.reconciliation import checks

from .cells import Cell, Tier
from .columns import Column

if TYPE_CHECKING:
    from .memo import Memo
    from .memo_cells import Language


@dataclass(frozen=True)
class Trace:
    """What a comparison was made of: records, each column with a cell a record, and what a reader should know."""

    records: list[IPORecord]
    rows: list[tuple[Column, list[Cell | None]]]
    currency: str | None
    scale: str
    policy: Policy
    notes: list[Note] = field(default_factory=list)
    checked: dict[str, set[str]] = field(default_factory=dict)

    def __deepcopy__(self, memo: dict[int, Any]) -> Trace:
        """Shared between copies of a table: nothing in it changes."""
        return self

    @property
    def columns(self) -> list[Column]:
        """The columns, in order."""
        return [column for column, _ in self.rows]

    @cached_property
    def cells(self) -> dict[tuple[str, str], Cell]:
        """The cells that hold something, by issuer and column; made when first asked for."""
        names = [record.issuer for record in self.records]
        return {
            (name, column.name): found
            for column, row in self.rows
            for name, found in zip(names, row, strict=True)
            if found
        }

    def cell(self, issuer: str, metric: str, period: str | None = None) -> Cell | None:
        """The cell of ``issuer`` (by name, alias or code) and ``metric`` (by id or column name), None where it is empty.

        KeyError names the columns there are where the table has none such.
        """
        record = self.record(issuer)
        asked = [
            column.name
            for column in self.columns
            if metric == column.name or (metric == column.metric and period in (None, column.period))
        ]
        if not asked:
            known = ", ".join(column.name for column in self.columns)
            raise KeyError(f"the table has no column {' '.join(filter(None, (metric, period)))!r}: {known}")
        return next(filter(None, (self.cells.get((record.issuer, name)) for name in asked)), None)

    @property
    def rates(self) -> list[str]:
        """The rates that were used, each once."""
        used = {id(cell.rate): cell.rate for _, row in self.rows for cell in row if cell and cell.rate}
        return list(dict.fromkeys(map(str, used.values())))

    def tier(self, issuer: str, found: Cell) -> Tier:
        """How well a cell is founded: ``checked`` where an identity holds that its fact takes part in."""
        if found.tier != "printed":
            return found.tier
        return "checked" if found.fact.fact_id in self._checked(issuer) else "printed"

    def _checked(self, issuer: str) -> set[str]:
        if issuer not in self.checked:
            passed = [check for check in checks(self.record(issuer)) if check.passed and check.code != "ZG-PRICE-RANGE"]
            self.checked[issuer] = {fact.fact_id for check in passed for fact in check.facts}
        return self.checked[issuer]

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

    def memo(self, language: Language = "en", currency: str | None = None) -> Memo:
        """The same issuers as a table for people; amounts in their own currency unless one is named."""
        from .memo import memo

        return memo(self.trace.records, language, currency=currency, policy=self.trace.policy)

    def to_clipboard(self, *_: Any, **__: Any) -> None:  # type: ignore[misc]  # pandas' own executes formulas
        """The table for a spreadsheet, with nothing in it that the spreadsheet would execute."""
        from .clipboard import to_clipboard

        to_clipboard(self)

    @property
    def zhaogu(self) -> Accessor:
        """Evidence and notes: ``table.zhaogu.evidence("MiniMax", "net_profit", "2024FY")``."""
        if not hasattr(self, "trace"):
            raise AttributeError("this table was put together from others: compare their extractions instead")
        return Accessor(self)


@dataclass(frozen=True)
class Accessor:
    """What a comparison knows beyond its figures."""

    table: Comparison

    def __repr__(self) -> str:
        """How much there is to ask for."""
        trace = self.table.trace
        return f"<{len(trace.records)} issuers, {len(trace.cells)} cells with evidence, {len(trace.notes)} notes>"

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

    def tier(self, issuer: str, metric: str, period: str | None = None) -> Tier | None:
        """``checked`` (an identity holds), ``printed``, ``derived`` or ``assumed``."""
        found = self.cell(issuer, metric, period)
        return self.table.trace.tier(self.table.trace.record(issuer).issuer, found) if found else None

    def evidence(self, issuer: str, metric: str, period: str | None = None) -> list[Evidence]:
        """Where a cell's figures stand in their documents."""
        found = self.cell(issuer, metric, period)
        return [place for fact in found.facts for place in (fact.evidence, *fact.also)] if found else []
