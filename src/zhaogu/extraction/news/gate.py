"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

from .company import Company
from .cues import subjects, word_pattern


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
    """Whether a name is that of a company that may be listed, and not of a fund, a warrant or an exchange.

    >>> [is_firm(Company(name, 0, {name})) for name in ("甲ETF", "港交所", "甲公司")]
    [False, False, True]
    """
    return not any(word_pattern("never").search(name) or name in subjects()["neutral"] for name in company.names)
