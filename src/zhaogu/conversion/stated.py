"""Rates that documents state themselves, or imply by giving one amount in two currencies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from zhaogu.errors import ConversionError
from zhaogu.model import Fact

from .ecb import EcbRates
from .fixed import FixedRates
from .rates import FirstOf, Rates

RECENT = date(2024, 12, 31)
"""Where a stated rate carries no day: any recent one tells which way round it is."""
FAR = Decimal("0.5")
"""A stated rate that is off the market's by this much was misread."""


def document_rates(facts: Iterable[Fact], fallback: Rates | None = None) -> FirstOf:
    """What the documents say first: stated rates, then implied ones, then ``fallback`` (the ECB)."""
    listed = list(facts)
    market = fallback or EcbRates()
    return FirstOf([*stated_rates(listed, market), *implied_rates(listed), market])


def stated_rates(facts: Iterable[Fact], market: Rates | None = None) -> list[FixedRates]:
    """One source for each ``exchange_rate`` fact. Its label ``CNY/HKD`` reads: so many yuan for one Hong Kong dollar.

    Where the market's rate shows that the label was meant the other way round, it is read so; a rate that is far from
    the market's either way is none.
    """
    found = []
    for fact in facts:
        quote, _, base = (fact.label or "").partition("/")
        if fact.metric == "exchange_rate" and fact.number and len(base) == len(quote) == 3:
            pair = _direction(base, quote, fact, market or EcbRates())
            if pair:
                found.append(FixedRates({pair: fact.number}, f"stated by {fact.document}"))
    return found


def implied_rates(facts: Iterable[Fact]) -> list[FixedRates]:
    """One source for each amount that a document gives in two currencies.

    >>> from zhaogu.model import Evidence
    >>> def amount(value, unit):
    ...     return Fact(document="a.txt", document_sha256="0", kind="news", issuer="A", metric="order_amount", value=value,
    ...                 unit=unit, rule="doc", evidence=Evidence(quote=value, field="text", start=0, end=1))
    >>> implied_rates([amount("19000000000", "USD"), amount("132700000000", "CNY")])[0].on("USD", "CNY", date(2026, 1, 9))
    Rate(1 USD = 6.984211 CNY, implied by a.txt)
    """
    groups: dict[tuple[str | None, ...], list[Fact]] = {}
    for fact in facts:
        if fact.money and fact.number:
            key = (
                fact.document,
                fact.issuer,
                fact.metric,
                fact.period,
                fact.stage,
                fact.offer_basis,
                fact.holder,
                fact.label,
            )
            groups.setdefault(key, []).append(fact)
    found = []
    for (document, *_), group in groups.items():
        first, *others = group
        for other in others:
            if first.unit and other.unit and first.unit != other.unit and first.number and other.number:
                rate = other.number / first.number
                found.append(FixedRates({(first.unit, other.unit): rate}, f"implied by {document}"))
    return found


def _direction(base: str, quote: str, fact: Fact, market: Rates) -> tuple[str, str] | None:
    """The pair whose market rate is near what ``fact`` states; where there is no such market the label is believed."""
    try:
        usual = market.on(base, quote, fact.as_of or fact.period_end or RECENT).value
    except ConversionError:
        return base, quote
    stated = fact.number or Decimal(1)
    off = {(base, quote): abs(stated / usual - 1), (quote, base): abs(stated * usual - 1)}
    pair = min(off, key=lambda pair: off[pair])
    return pair if off[pair] < FAR else None
