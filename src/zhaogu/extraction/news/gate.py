"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

import re

from .company import Company
from .cues import word_pattern


def is_other_news(lead: str) -> bool:
    """Whether the lead tells of something that is no offering of a company's shares, and of no listing.

    >>> is_other_news("甲公司回购10万股"), is_other_news("甲公司今日首日挂牌"), is_other_news("甲ETF今日首日挂牌")
    (True, False, True)
    """
    if word_pattern("never").search(lead):
        return True
    told = word_pattern("no_events").sub("", lead)
    return word_pattern("other_deals", "results").search(lead) is not None and not word_pattern("firm_events").search(
        told
    )


def is_firm(company: Company) -> bool:
    """Whether a name is that of a company, and not of a fund or a warrant.

    >>> is_firm(Company("甲ETF", 0, {"甲ETF"})), is_firm(Company("甲公司", 0, {"甲公司"}))
    (False, True)
    """
    return not any(word_pattern("never").search(name) for name in company.names)


_PAST = re.compile(r"(?P<year>(?:19|20)\d\d)年[^，,。;；]{0,12}?(?:上市|挂牌|登陆)")


def past_listings(folded: str, year: int | None) -> list[int]:
    """Where a listing of earlier years is told: ``2004年6月在港上市`` in an article of 2018.

    >>> past_listings("甲2004年6月在港上市", 2018), past_listings("甲2018年6月在港上市", 2018)
    ([1], [])
    """
    return [m.start() for m in _PAST.finditer(folded) if year and int(m["year"]) < year - 1]
