"""What only the whole article can tell: which listing day, how far the offering is, what currency a bare 元 is."""

from __future__ import annotations

import re
from datetime import date

from zhaogu.model import Stage, metric

from .candidate import Candidate
from .cues import Cue
from .names import Company
from .subjects import Subjects

_MAINLAND = re.compile(r"上交所|深交所|北交所|科创板|创业板|沪市|深市|北证|网上发行|网上申购|A股")
_HONG_KONG = re.compile(r"港交所|联交所|港股|香港|H股|孖展|港元|每手")
_US = re.compile(r"纳斯达克|纽交所|纽约证券交易所|美股|美国预托|美国存托|ADS")
_CURRENCIES = {"HKEX": "HKD", "SSE": "CNY", "SZSE": "CNY", "BSE": "CNY", "NASDAQ": "CNY", "NYSE": "CNY"}
_CONTEXT = re.compile(r"单位[:为]?\s*(?:百万|千万|亿|万|千)?(?P<unit>美元|港元|人民币|新台币)")
_NAMED = {"美元": "USD", "港元": "HKD", "人民币": "CNY", "新台币": "TWD"}
_DATES = ("listing_date", "price_date", "stabilisation_end_date")


def finish(found: list[Candidate], cues: list[Cue], who: Subjects, folded: str, traditional: bool, published: date | None) -> None:
    """Complete and judge the candidates of an article in place."""
    stage = _article_stage(cues)
    market = _market(folded, who.companies)
    days = _listing_days(found)
    yuan = "人民币" in folded or not traditional
    contexts = [(m.start(), _NAMED[m["unit"]]) for m in _CONTEXT.finditer(folded)]
    for candidate in found:
        company = candidate.company
        if candidate.reason is None and company is not None and not who.is_issuer(company):
            candidate.code, candidate.reason = "no_offering", f"the article tells of no offering by {company.name}"
        if company is None:
            continue
        _currency(candidate, company.exchange or market, yuan, contexts)
        _stage(candidate, stage)
        if candidate.metric in _DATES and published and isinstance(candidate.value, date) and candidate.value > published:
            candidate.stage = "plan"
        if candidate.metric in ("closing_price", "share_price") and candidate.unit == "USD" and company.exchange == "HKEX":
            candidate.code, candidate.reason = "decoy", "a price on another exchange"
        _trading_day(candidate, days.get(company.name), published, stage)


def _article_stage(cues: list[Cue]) -> Stage:
    stages = [cue.stage for cue in cues]
    if "final" in stages:
        return "final"
    return "plan"


def _market(folded: str, companies: list[Company]) -> str:
    for company in companies:
        if company.exchange:
            return company.exchange
    counts = {
        "HKEX": len(_HONG_KONG.findall(folded)),
        "SSE": len(_MAINLAND.findall(folded)),
        "NASDAQ": len(_US.findall(folded)),
    }
    return max(counts, key=lambda name: counts[name])


def _listing_days(found: list[Candidate]) -> dict[str, date]:
    days: dict[str, date] = {}
    for candidate in found:
        if candidate.metric == "listing_date" and candidate.company and isinstance(candidate.value, date):
            days.setdefault(candidate.company.name, candidate.value)
    return days


def _currency(candidate: Candidate, exchange: str, yuan: bool, contexts: list[tuple[int, str]]) -> None:
    """A bare 元: the market's currency for the offering, yuan for accounts."""
    if candidate.unit is not None or metric(candidate.metric).type not in ("money", "price"):
        return
    by_period = metric(candidate.metric).by_period
    stated = next((unit for at, unit in reversed(contexts) if at < candidate.start), None)
    if by_period and stated:
        candidate.unit, why = stated, "the unit that the text states for its figures"
    elif by_period and yuan:
        candidate.unit, why = "CNY", "accounts of a Chinese issuer"
    else:
        candidate.unit, why = _CURRENCIES.get(exchange, "HKD"), f"a listing on {exchange}"
    candidate.notes.append(("currency_assumed", f"currency assumed {candidate.unit}: {why}, bare 元"))


def _stage(candidate: Candidate, stage: Stage) -> None:
    if candidate.metric in ("offer_price_low", "offer_price_high"):
        candidate.stage = stage
    elif not metric(candidate.metric).staged:
        candidate.stage = None
    elif candidate.stage is None or (candidate.stage == "interim" and not candidate.metric.endswith(("multiple", "amount"))):
        candidate.stage = stage


def _trading_day(candidate: Candidate, listed: date | None, published: date | None, stage: Stage) -> None:
    if candidate.metric == "closing_price":
        day = candidate.as_of or listed
        candidate.as_of = day
        if listed is not None and day != listed:
            candidate.metric = "share_price"
    elif candidate.metric == "market_cap" and stage == "final" and candidate.as_of is None and listed and candidate.stage == "final" and all(code != "at_offer_price" for code, _ in candidate.notes):
        candidate.as_of = listed
