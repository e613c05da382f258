"""Statements of several issuers: one row an issuer and period, one column a line item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from zhaogu.conversion import Policy, span
from zhaogu.errors import ConversionError
from zhaogu.model import Fact, IPORecord, Note, Period
from zhaogu.model.record import period_order

from .asked import line_items as asked_items
from .asked import policy_for
from .remarks import attributes, not_converted
from .schema import PLACES
from .sources import Item, as_records

ABOUT = ("issuer", "stock_code", "period", "unit")


def financials_frame(
    items: Iterable[Item] | Item,
    line_items: Iterable[str] | str | None = None,
    *,
    currency: str | None = None,
    policy: Policy | None = None,
) -> pd.DataFrame:
    """Statements: one row an issuer and period, one column a line item, as exact Decimals.

    A balance sheet stands in the row of the period that ends on its day. Amounts stay in the currency of the accounts,
    which the column ``unit`` names, unless one is asked for: flows are then converted at the average of their period,
    balances at its end.
    """
    names = asked_items(line_items)
    currency, policy = policy_for(currency, policy)
    converter = _Converter(currency, policy)
    rows: list[dict[str, Any]] = []
    for record in as_records(items):
        for label, facts in _by_row(record, names).items():
            units = sorted({fact.unit for fact in facts.values() if fact.unit})
            row = {"issuer": record.issuer, "stock_code": record.stock_code, "period": label}
            values = {name: converter.amount(fact, record) for name, fact in facts.items()}
            rows.append({**row, "unit": currency or "/".join(units), **values})
    data = {
        name: pd.Series([row.get(name) for row in rows], dtype="string" if name in ABOUT else "object")
        for name in (*ABOUT, *names)
    }
    frame = pd.DataFrame(data).set_index(["issuer", "period"])
    frame.attrs = attributes(currency, "1", policy, list(converter.rates), converter.notes)
    return frame


def _by_row(record: IPORecord, names: list[str]) -> dict[str, dict[str, Fact]]:
    """The facts of each row, by the row's period, the earliest first."""
    periods = {period.label: period for name in names for period in record.periods(name)}
    flows = sorted((period for period in periods.values() if not period.is_instant), key=period_order)
    ending: dict[date, str] = {span(period)[1]: period.label for period in flows}
    rows: dict[str, dict[str, Fact]] = {}
    for period in sorted(periods.values(), key=period_order):
        label = ending.get(date.fromisoformat(period.label), period.label) if period.is_instant else period.label
        facts = {name: fact for name in names if (fact := record.fact(name, period))}
        rows.setdefault(label, {}).update(facts)
    return dict(sorted(rows.items(), key=lambda row: period_order(Period(row[0]))))


@dataclass
class _Converter:
    """Brings amounts into the currency asked for, and keeps the rates it used and what it could not convert."""

    currency: str | None
    policy: Policy
    rates: dict[str, None] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def amount(self, fact: Fact, record: IPORecord) -> Decimal | None:
        """The figure of ``fact``; None where no rate is known."""
        if not self.currency or fact.money is None or fact.unit == self.currency:
            return fact.number
        try:
            converted, _ = self.policy.convert(fact.money, self.currency, fact, record)
        except ConversionError as failure:
            self.notes.append(not_converted(f"{record.issuer} {fact.metric} {fact.period}", str(failure)))
            return None
        self.rates[str(converted.rate)] = None
        return round(converted.amount, PLACES)
