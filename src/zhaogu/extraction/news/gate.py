"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

import re

from .company import Company
from .cues import subjects, word_pattern

_STOP = re.compile(r"[。！!？?]|\n\s*\n")
_FULL_STOP = re.compile(r"。")
_LONGEST_LEAD = 200
_PLACING = re.compile(
    r"(?<![获分可所])(?:配股|批股)(?![结份数比权选])|闪电配|[配批]售?[\d,.]+[万亿]?股(?:新?H股|新股|旧股|现有股份)"
    r"|较[^,，。;；A]{0,10}(?:收[市盘]价|市价|停牌前)[^,，。;；A]{0,14}(?:折让|折价|溢价|折扣)"
)
"""New or old shares of a listed company: they have a price to be compared with already."""
_NEW_SHARES = re.compile(r"股新股|[配发]售?新股")
"""What is placed is no new share of the market."""
_OF_A_LISTING = re.compile(r"上市|挂牌|IPO|招股|[募集]资|递表|保荐|分拆|登陆")
_END = re.compile(r"[。！!？?\n]")
_NEAR, _SHORT = 90, 3
"""So far before a denial stands what it denies, unless more than a few letters behind it say so."""


def lead_end(folded: str, title_end: int) -> int:
    """Where the lead ends: the title and the first sentence, behind the lines that a page puts over its text.

    >>> lead_end("新股 > 消息\\n09:48 分享\\n\\n甲公司配股。集资5亿元。", 0)
    24
    """
    stop = _STOP.search(folded, title_end + 8)
    end = stop.end() if stop else len(folded)
    if not title_end and stop and stop.group()[0] == "\n":
        told = _FULL_STOP.search(folded, end, end + _LONGEST_LEAD)
        return told.end() if told else end
    return end


def is_other_news(lead: str) -> bool:
    """Whether the lead tells of something that is no offering of a company's shares, and of no listing.

    >>> is_other_news("甲公司回购10万股"), is_other_news("甲公司今日首日挂牌"), is_other_news("甲ETF今日首日挂牌")
    (True, False, True)
    """
    if word_pattern("never").search(lead):
        return True
    told = _NEW_SHARES.sub("", word_pattern("no_events").sub("", lead))
    if word_pattern("firm_events").search(told):
        return False
    return word_pattern("other_deals", "results").search(lead) is not None or _PLACING.search(lead) is not None


def is_denied(folded: str) -> bool:
    """Whether the article tells that a listing is denied: the denial of something else says nothing of an offering.

    >>> is_denied("传甲公司赴港上市,公司否认。"), is_denied("甲公司今日挂牌。\\n乙公司被剔出指数?公司否认")
    (True, False)
    """
    for denial in word_pattern("denials").finditer(folded):
        ends = _END.search(folded, denial.end(), denial.end() + _NEAR)
        end = ends.start() if ends else denial.end() + _NEAR
        named = denial.group().startswith("否认") and end - denial.end() > _SHORT
        line = folded.rfind("\n", 0, denial.start()) + 1
        low = denial.end() if named else max(line, denial.start() - _NEAR)
        if _OF_A_LISTING.search(folded, low, end):
            return True
    return False


def is_firm(company: Company) -> bool:
    """Whether a name is that of a company that may be listed, and not of a fund, a warrant or an exchange.

    >>> [is_firm(Company(name, 0, {name})) for name in ("甲ETF", "港交所", "甲公司")]
    [False, False, True]
    """
    return not any(word_pattern("never").search(name) or name in subjects()["neutral"] for name in company.names)
