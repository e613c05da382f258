"""Long tables: one row a fact, and statements by issuer, period and line item."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pandas as pd

from zhaogu.conversion import Policy
from zhaogu.model import Fact, Group, IPORecord, metric, metrics
from zhaogu.model.fact import value_text
from zhaogu.model.record import period_order

from .schema import DTYPES, FACTS, PLACES
from .sources import Item, as_facts, as_records


def facts_frame(items: Iterable[Item] | Item) -> pd.DataFrame:
    """One row a fact: exact Decimals in ``value``, the wire form of every value in ``text``.

    >>> list(facts_frame([]).columns)[:4]
    ['fact_id', 'document', 'kind', 'issuer']
    """
    rows = [_row(fact) for fact in as_facts(items)]
    return _frame(dict(zip(FACTS, columns, strict=True)) if (columns := list(zip(*rows, strict=True))) else {})


def financials_frame(
    items: Iterable[Item] | Item,
    line_items: Iterable[str] | None = None,
    *,
    currency: str | None = None,
    policy: Policy | None = None,
) -> pd.DataFrame:
    """Statements: one row an issuer and period, one column a line item, as exact Decimals.

    Amounts stay in the currency of the accounts, which the column ``unit`` names, unless one is asked for: flows are
    then converted at the average of their period, balances at its end.
    """
    names = list(line_items) if line_items else [m.id for m in metrics().values() if m.group is Group.STATEMENTS]
    rows: list[dict[str, Any]] = []
    for record in as_records(items):
        periods = {period.label: period for name in names for period in record.periods(name)}
        for period in sorted(periods.values(), key=period_order):
            facts = {name: fact for name in names if (fact := record.fact(name, period))}
            units = sorted({fact.unit for fact in facts.values() if fact.unit})
            row = {"issuer": record.issuer, "stock_code": record.stock_code, "period": period.label}
            values = {name: _amount(fact, record, currency, policy or Policy()) for name, fact in facts.items()}
            rows.append({**row, "unit": currency or "/".join(units), **values})
    about = ["issuer", "stock_code", "period", "unit"]
    data = {
        name: pd.Series([row.get(name) for row in rows], dtype="string" if name in about else "object")
        for name in (*about, *names)
    }
    return pd.DataFrame(data).set_index(["issuer", "period"])


def _amount(fact: Fact, record: IPORecord, currency: str | None, policy: Policy) -> Decimal | None:
    if not currency or fact.money is None or fact.unit == currency:
        return fact.number
    converted, _ = policy.convert(fact.money, currency, fact, record)
    return round(converted.amount, PLACES)


def _row(fact: Fact) -> tuple[Any, ...]:
    value, place = fact.value, fact.evidence
    return (
        fact.fact_id,
        fact.document,
        fact.kind,
        fact.issuer,
        fact.stock_code,
        metric(fact.metric).group.value,
        fact.metric,
        fact.period,
        fact.period_end,
        fact.as_of,
        value if isinstance(value, Decimal) else None,
        fact.unit,
        None if value is None else value_text(value),
        fact.resolution,
        fact.status,
        fact.qualifier,
        fact.basis,
        fact.offer_basis,
        fact.stage,
        fact.audited,
        fact.holder,
        fact.label,
        place.quote,
        place.field,
        place.page,
        place.start,
        place.end,
        fact.rule,
        "; ".join(f"{note.code}: {note.text}" for note in fact.notes) or None,
    )


def _frame(columns: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(columns.get(name, ()), dtype=DTYPES[kind]) for name, kind in FACTS.items()})
