"""The day of the listing, and what its prices are of: the first day, another day, another exchange."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from .candidate import Candidate
from .market import HONG_KONG, spoken_of
from .subjects import Subjects

_PRICES: Final = ("closing_price", "share_price")
_TRADING: Final = ("closing_price", "share_price", "first_day_change_pct")
_OF_TRADING: Final = frozenset((*_TRADING, "market_cap"))
_OF_THE_DEBUT: Final = ("closing_price", "first_day_change_pct")
_FEW_DAYS: Final = 4
_ABOUT: Final = 30
"""So many days before or behind an article a listing is the news of it."""
_LIVE: Final = re.compile(
    r"(?:截至发稿|截稿|发稿时|现[报价涨升跌]|高开|低开|平开|开[盘市]报?|盘中|午[间市]?收?报)[^。;；\n]{0,20}\d"
)
"""The shares trade while the article is written."""
_LISTED_THEN: Final = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日|[初中底末])?|[去前]年|上[月周]|早前|此前|年初|[一两二三四五六七八九十\d]+个?(?:周|星期|月|年)前)[^,，。;；]{0,6}(?:挂牌|上市|登陆|登场)的$"
)
"""Before the first mention of a company: it was listed on another day than those of the article."""
_LISTED_REACH: Final = 16


def settle_trading(
    found: list[Candidate], market: str, folded: str, days: dict[str, date], published: date | None
) -> None:
    """Give the prices of the trading their day, and refuse those of another exchange and of before the listing."""
    here = market == "HKEX" or (market != "TWSE" and _is_spoken_of_as_here(folded))
    debuts = published is None or any(c.debut for c in found)
    told = {(c.company, c.value) for c in found if c.metric == "listing_date" and c.reason is None}
    for candidate in found:
        company = candidate.company
        if company is None or candidate.metric not in _OF_TRADING:
            continue
        abroad = candidate.unit == "USD" and company.exchange == "HKEX" and candidate.metric in _TRADING
        if ((candidate.elsewhere and here) or abroad) and not candidate.reason:
            candidate.code, candidate.reason = "decoy", "a price on another exchange"
        if candidate.metric in _OF_THE_DEBUT and published and days.get(company.name, published) > published:
            candidate.code, candidate.reason = "decoy", "a price before the listing"
        listed = candidate.as_of if (company, candidate.as_of) in told else days.get(company.name)
        _trading_day(candidate, listed, published, debuts)
    _keep_to_one_market(found)


def _is_spoken_of_as_here(folded: str) -> bool:
    return HONG_KONG.search(folded) is not None and spoken_of(folded) == "HKEX"


def _keep_to_one_market(found: list[Candidate]) -> None:
    """A price in another currency than the company's offer price is that of its shares on another exchange."""
    sold: dict[int, set[str | None]] = {}
    for one in found:
        if one.metric == "offer_price" and one.reason is None and one.company:
            sold.setdefault(id(one.company), set()).add(one.unit)
    for one in found:
        if one.metric in _PRICES and one.reason is None and one.unit not in sold.get(id(one.company), {one.unit}):
            one.code, one.reason = "decoy", "a price on another exchange"


def share_listing_days(found: list[Candidate], who: Subjects) -> None:
    """A listing day told of several new shares at once is that of every issuer without one of its own."""
    for shared in [c for c in found if c.company is None and c.metric == "listing_date" and c.reason is None]:
        found.remove(shared)
        dated = {c.company.name for c in found if c.company and c.metric == "listing_date" and c.reason is None}
        for company in who.companies:
            before = who.folded[max(0, company.start - _LISTED_REACH) : company.start]
            if company.name not in dated and who.offerings.is_issuer(company) and not _LISTED_THEN.search(before):
                found.append(replace(shared, company=company, rank=3, debut=True))


def date_debuts(found: list[Candidate], folded: str) -> None:
    """``首日掛牌`` without a day counts where no day is told and a price or move of that day shows that it was today.

    Told of several at once, it holds for each that any price is told of. A price of the running session shows it as
    well, where one company is told of.
    """
    dated = {
        c.company.name
        for c in found
        if c.company and c.metric == "listing_date" and not _is_undated(c) and not c.reason
    }
    traded = {c.company.name: c.debut for c in sorted(found, key=_is_debut) if c.company and c.metric in _TRADING}
    for candidate in [c for c in found if _is_undated(c)]:
        name = candidate.company.name if candidate.company else None
        trades = traded.get(name) or (candidate.debut and name in traded) if name else False
        live = len({id(c.company) for c in found if _is_undated(c)}) == 1 and _LIVE.search(folded) is not None
        if name is None or name in dated or not (trades or live):
            found.remove(candidate)
        elif len(closed := {c.as_of for c in found if _closed_on_debut(c, name)}) == 1:
            candidate.value = closed.pop() or candidate.value  # 上市首日破發,昨日收報27.9元


def _closed_on_debut(candidate: Candidate, name: str) -> bool:
    """Whether a candidate is a close told of the first day, with its day."""
    told = candidate.metric == "closing_price" and candidate.debut and candidate.as_of is not None
    return told and candidate.reason is None and candidate.company is not None and candidate.company.name == name


def _is_debut(candidate: Candidate) -> bool:
    return candidate.debut


def _is_undated(candidate: Candidate) -> bool:
    return candidate.rule == "news.listing.undated"


def listing_days(found: list[Candidate], published: date | None) -> dict[str, date]:
    """The listing day of each company: the one nearest to the publication, where several are told."""
    days: dict[str, date] = {}
    for candidate in found:
        told = candidate.metric == "listing_date" and candidate.reason is None
        if told and candidate.company and isinstance(candidate.value, date):
            name, day = candidate.company.name, candidate.value
            if name not in days or (published and abs(day - published) < abs(days[name] - published)):
                days[name] = day
    return days


def newly_listed(found: list[Candidate], published: date | None) -> set[str]:
    """The companies that are listed about the day of an article, whatever words tell of it: ``甲8月8日上市``."""
    days = listing_days(found, published)
    return {name for name, day in days.items() if published and abs((day - published).days) <= _ABOUT}


def _trading_day(candidate: Candidate, listed: date | None, today: date | None, debuts: bool) -> None:
    """A close belongs to the first day, or to another day, or to none that is known."""
    if candidate.metric in _TRADING:
        recent = listed is not None and (today is None or 0 <= (today - listed).days <= _FEW_DAYS)
        if candidate.as_of is None and (candidate.debut or recent):
            candidate.as_of = listed
        day = candidate.as_of
        first = day == listed if day and listed else candidate.debut or recent or (listed is None and debuts)
        if not first and candidate.metric == "closing_price":
            candidate.metric, candidate.as_of = "share_price", day or today
        elif not first and candidate.reason is None:
            candidate.code, candidate.reason = "decoy", "a day after the first day of trading"
        if candidate.metric == "first_day_change_pct":
            candidate.as_of = None
    elif candidate.metric == "market_cap" and candidate.stage == "final" and candidate.as_of is None and listed:
        at_issue = any(code == "at_offer_price" for code, _ in candidate.notes)
        candidate.as_of = None if at_issue or (today and listed > today) else listed
