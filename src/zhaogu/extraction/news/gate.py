"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

import re

from .company import Company
from .cues import subjects, word_pattern

_HOOK = re.compile(r"\s*[^\n]{4,40}\n\s*\n(?P<news>[^。！!？?\n]+)")
"""A line of its own that opens an article, and the sentence that tells its news."""


def is_other_news(lead: str, text: str = "") -> bool:
    """Whether the lead tells of something that is no offering of a company's shares, and of no listing.

    A lead that is a line of its own may tell what earned the company its ``text``: 一年多賺三倍,甲要上市了.

    >>> is_other_news("甲公司回购10万股"), is_other_news("甲公司今日首日挂牌"), is_other_news("甲ETF今日首日挂牌")
    (True, False, True)
    """
    if word_pattern("never").search(lead):
        return True
    if not word_pattern("other_deals", "results").search(lead) or _tells_an_event(lead):
        return False
    hook = None if word_pattern("other_deals").search(lead) else _HOOK.match(text)
    return hook is None or not _tells_an_event(hook["news"])


def _tells_an_event(text: str) -> bool:
    """Whether words stand in a text that no other news has."""
    return word_pattern("firm_events").search(word_pattern("no_events").sub("", text)) is not None


def is_firm(company: Company) -> bool:
    """Whether a name is that of a company that may be listed, and not of a fund, a warrant or an exchange.

    >>> [is_firm(Company(name, 0, {name})) for name in ("甲ETF", "港交所", "甲公司")]
    [False, False, True]
    """
    return not any(word_pattern("never").search(name) or name in subjects()["neutral"] for name in company.names)
