"""Whether two figures are restatements of one another, or of different shares: another class, or another listing."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from zhaogu.conversion import ECB
from zhaogu.errors import ConversionError
from zhaogu.model import Fact, Group, IPORecord, metric, plain

from .arithmetic import near
from .reasons import Verdict, because

_OF_A_LISTING = frozenset({Group.OFFERING, Group.DEBUT})
_OF_AN_OFFER = _OF_A_LISTING | {Group.DEMAND, Group.CORNERSTONES}
_OF_ANY_LISTING = _OF_AN_OFFER | {Group.DATES}
MARKET_BAND = Decimal("0.08")
"""A restatement in another currency is at a rate no further than this from the market's."""
RECENT = date(2024, 12, 31)
"""Where nothing says when: any recent day tells a rate of exchange from none."""


def leading(facts: Iterable[Fact]) -> str | None:
    """The code of the listing that a record tells of: that of filings, the latest to list, the one most is known of."""
    known = [fact for fact in facts if fact.stock_code]
    counts = Counter(fact.stock_code for fact in known)
    filed = {fact.stock_code for fact in known if fact.kind != "news"}
    days: dict[str | None, date] = {}
    for fact in known:
        if fact.metric == "listing_date" and isinstance(fact.value, date):
            days[fact.stock_code] = max(fact.value, days.get(fact.stock_code, date.min))
    return max(counts, key=lambda code: (code in filed, days.get(code, date.min), counts[code]), default=None)


def elsewhere(fact: Fact, code: str | None) -> bool:
    """Whether a figure is of an offer or of dealings under another code than ``code``."""
    return fact.stock_code not in (None, code) and metric(fact.metric).group in _OF_ANY_LISTING


def currency(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    """Amounts in two currencies: a restatement where their ratio is a rate of exchange, else two listings."""
    if chosen.unit == other.unit or not (chosen.money and other.money and chosen.number and other.number):
        return None
    rate = other.number / chosen.number
    implied = {"rate": plain(round(rate, 4)), "pair": f"{other.unit}/{chosen.unit}"}
    if _is_market_rate(rate, chosen, other, record):
        return because("currency", "restated", chosen, other, **implied)
    if metric(chosen.metric).group in _OF_A_LISTING:
        return because("share_class", "no_rate", chosen, other, **implied)
    return None


def _is_market_rate(rate: Decimal, chosen: Fact, other: Fact, record: IPORecord) -> bool:
    """Whether the market's rate of about that time is near; where none is known, the documents are believed."""
    days = (other.as_of, chosen.period_end, record.day("listing_date"), record.published)
    day = next(filter(None, days), RECENT)
    try:
        market = ECB.on(chosen.unit or "", other.unit or "", day).value
    except ConversionError:
        return True
    return abs(rate / market - 1) < MARKET_BAND


def days_apart(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    """Two first days of dealings months apart are two listings of one issuer, such as A and H shares."""
    if chosen.metric != "listing_date" or not (isinstance(chosen.value, date) and isinstance(other.value, date)):
        return None
    apart = abs((chosen.value - other.value).days)
    return because("share_class", "days_apart", chosen, other, days=str(apart)) if apart > 90 else None


def share_class(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    """Prices of shares and depositary shares stand in a whole ratio; market values may count one class only."""
    if metric(chosen.metric).type == "price" and chosen.number and other.number:
        small, large = sorted((chosen, other), key=lambda fact: abs(fact.number or Decimal(0)))
        assert small.number and large.number
        ratio = large.number / small.number
        if 2 <= ratio <= 100 and near(round(ratio) * small.number, large, small):
            return because("share_class", "whole_ratio", chosen, other, ratio=str(round(ratio)))
    if chosen.metric == "market_cap" and shares_counted(chosen) != shares_counted(other):
        return because("share_class", "other_shares", chosen, other)
    return None


def another_listing(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    """Documents that name codes of two exchanges, or an offer price each in its own currency, tell of two offers."""
    if metric(chosen.metric).group not in _OF_AN_OFFER:
        return None
    codes = chosen.stock_code, other.stock_code
    if codes[0] and codes[1] and codes[0] != codes[1]:
        return because("share_class", "two_codes", chosen, other, chosen_code=codes[0], other_code=codes[1])
    priced = {fact.document: fact for fact in reversed(record.all("offer_price")) if fact.unit}
    here, there = priced.get(chosen.document), priced.get(other.document)
    if not (here and there and here.unit and there.unit) or here.unit == there.unit:
        return None
    verdict = currency(here, there, record)
    if verdict is None or verdict.code != "share_class":
        return None
    return because("share_class", "two_prices", chosen, other, chosen_currency=here.unit, other_currency=there.unit)


def shares_counted(fact: Fact) -> str:
    """Of which shares a market value is, as its words or its notes say; ``all`` where they do not.

    >>> from zhaogu.model import Evidence
    >>> shares_counted(Fact(document="a.txt", document_sha256="0", kind="news", metric="market_cap", value="1", unit="HKD",
    ...                     rule="doc", evidence=Evidence(quote="H股市值約1億", field="text", start=0, end=7)))
    'H'
    """
    said = " ".join((fact.evidence.quote, *(note.text for note in fact.notes))).casefold()
    return next((name for name, words in _classes().items() if any(word in said for word in words)), "all")


@cache
def _classes() -> dict[str, list[str]]:
    table = tomllib.loads(files("zhaogu.reconciliation").joinpath("share_classes.toml").read_text(encoding="utf-8"))
    return {row["name"]: [word.casefold() for word in row["words"]] for row in table["class"]}
