"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

import re

from .company import Company
from .cues import subjects, word_pattern

_OF_A_LISTING = re.compile(r"上市|挂牌|IPO|招股|[募集]资|递表|保荐|分拆|登陆")
_NEAR = 90
"""So far before a denial stands what it denies."""


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


def is_denied(folded: str) -> bool:
    """Whether the article tells that a listing is denied: the denial of something else says nothing of an offering.

    >>> is_denied("传甲公司赴港上市,公司否认。"), is_denied("甲公司今日挂牌。\\n乙公司被剔出指数?公司否认")
    (True, False)
    """
    for denial in word_pattern("denials").finditer(folded):
        line = folded.rfind("\n", 0, denial.start()) + 1
        ends = folded.find("\n", denial.end(), denial.end() + _NEAR)
        low, high = max(line, denial.start() - _NEAR), ends if ends > 0 else denial.end() + _NEAR // 4
        if _OF_A_LISTING.search(folded, low, min(high, denial.end() + _NEAR // 4)):
            return True
    return False


def is_firm(company: Company) -> bool:
    """Whether a name is that of a company that may be listed, and not of a fund, a warrant or an exchange.

    >>> [is_firm(Company(name, 0, {name})) for name in ("甲ETF", "港交所", "甲公司")]
    [False, False, True]
    """
    return not any(word_pattern("never").search(name) or name in subjects()["neutral"] for name in company.names)
