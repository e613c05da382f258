"""Figures that no document prints but that follow from printed ones; always marked as derived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from zhaogu.model import DerivedValue, Fact, IPORecord
from zhaogu.model.metrics import ValueType

HUNDRED = Decimal(100)
PLACES = 4
"""Decimal places of a derived percentage in a record."""


@dataclass(frozen=True, slots=True)
class Result:
    """A derived value, its unit, the facts it was made of, and how."""

    value: Decimal
    unit: str | None
    facts: tuple[Fact, ...]
    formula: str


Rule = Callable[[IPORecord, str | None], Result | None]


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived column: its name, terms and the rule that makes it."""

    name: str
    type: ValueType
    zh: str
    en: str
    rule: Rule
    by_period: bool = False


def _ratio(record: IPORecord, over: str, under: str, period: str | None) -> Result | None:
    part, whole = record.fact(over, period), record.fact(under, period)
    if not (part and whole and part.number is not None and whole.number) or (part.unit, part.period) != (
        whole.unit,
        whole.period,
    ):
        return None
    return Result(part.number / whole.number * HUNDRED, "percent", (part, whole), f"{over} ÷ {under}")


def _rd_ratio(record: IPORecord, period: str | None) -> Result | None:
    return _ratio(record, "rd_expense", "revenue", period)


def _net_margin(record: IPORecord, period: str | None) -> Result | None:
    return _ratio(record, "net_profit", "revenue", period)


def _product(record: IPORecord, price: str, shares: str) -> Result | None:
    each, count = record.fact(price), record.fact(shares)
    if not (each and count and each.number and count.number):
        return None
    return Result(each.number * count.number, each.unit, (each, count), f"{price} × {shares}")


def _market_cap_at_offer(record: IPORecord, _: str | None) -> Result | None:
    return _product(record, "offer_price", "shares_in_issue")


def _offering_size(record: IPORecord, _: str | None) -> Result | None:
    return _product(record, "offer_price", "shares_offered")


def _return_since_offer(record: IPORecord, _: str | None) -> Result | None:
    offer, last = record.fact("offer_price"), record.fact("share_price") or record.fact("closing_price")
    if not (offer and last and offer.number and last.number) or offer.unit != last.unit:
        return None
    change = (last.number / offer.number - 1) * HUNDRED
    return Result(change, "percent", (last, offer), f"{last.metric} ÷ offer_price − 1")


def _public_share_initial(record: IPORecord, _: str | None) -> Result | None:
    public = record.fact("shares_offered_public_initial") or record.fact("shares_offered_public", stage="plan")
    others = record.fact("shares_offered_international_initial") or record.fact(
        "shares_offered_international", stage="plan"
    )
    if not (public and others and public.number and others.number):
        return None
    employees = record.fact("shares_offered_preferential")
    facts = (public, others, *([employees] if employees else []))
    total = sum((fact.number or Decimal(0) for fact in facts), Decimal(0))
    return Result(public.number / total * HUNDRED, "percent", facts, "public ÷ all tranches, as first offered")


DERIVED = {
    column.name: column
    for column in (
        Derived("rd_to_revenue_pct", "percent", "研發開支佔收入", "R&D expenses to revenue", _rd_ratio, True),
        Derived("net_margin_pct", "percent", "淨利率", "Profit (loss) to revenue", _net_margin, True),
        Derived("market_cap_at_offer", "money", "發售價市值", "Market value at offer", _market_cap_at_offer),
        Derived("offering_size", "money", "發售規模(含銷售股份)", "Offering size with sale shares", _offering_size),
        Derived("return_since_offer_pct", "percent", "較發售價回報", "Return since the offer", _return_since_offer),
        Derived("public_share_initial_pct", "percent", "初始公開發售佔比", "Public share of the initial offer", _public_share_initial),
    )
}  # fmt: skip


def derived(record: IPORecord) -> list[DerivedValue]:
    """Every derived figure that the record has the facts for."""
    found = []
    for column in DERIVED.values():
        periods = [period.label for period in record.periods("revenue")] if column.by_period else [None]
        for period in periods:
            result = column.rule(record, period)
            if result:
                ids = [fact.fact_id for fact in result.facts]
                made = round(result.value, PLACES) if result.unit == "percent" else result.value
                found.append(
                    DerivedValue(
                        name=column.name, period=period, value=made, unit=result.unit, formula=result.formula, facts=ids
                    )
                )
    return found
