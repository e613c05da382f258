"""Whether an article reports an offering at all, judged by its title and first sentence."""

from __future__ import annotations

import re
from typing import Final

from .company import Company
from .cues import subjects, word_pattern

_HOOK: Final = re.compile(r"\s*[^\n。！!？?]{2,40}[。！!？?”」\"\s]+(?P<news>[^。！!？?\n]+)")
"""A short sentence that opens an article, and the one that tells its news."""
_PAST: Final = re.compile(r"去年|前年|早前|此前|年前|曾|以来|(?:19|20)\d\d年[^,，。;；]{0,6}(?:上市|挂牌|招股|登陆)")
_BONDS: Final = re.compile(r"债|换股|转股|供股|REIT")
_TO_CHOSEN: Final = re.compile(
    r"(?:向|面向|对)[^,，。;；]{0,14}(?<!不)特定(?:对象|投资[者人])|定增|定向增发|非公开发行|先旧后新|定价基准日|(?:股权)?再融资|增发(?:[AH]股|股[票份]|新股|不超过|定价|计划|方案)"
    r"|(?:完成|公[布告]|宣布|启动|建议|进行)了?(?:[^,，。;；\d]{0,4})增发|后续(?:公开)?(?:发行|发售|增发)"
)
"""New shares of a listed company for those it chose."""
_STOP: Final = re.compile(r"[。！!？?]|\n\s*\n")
_FULL_STOP: Final = re.compile(r"。")
_LONGEST_LEAD: Final = 200
_PLACING: Final = re.compile(
    r"(?<![获分可所])(?:配股|批股)(?![结份数比权选])|闪电配|[配批]售?[\d,.]+[万亿]?股(?:新?H股|新股|旧股|现有股份)"
    r"|较[^,，。;；A]{0,10}(?:收[市盘]价|市价|停牌前)[^,，。;；A]{0,14}(?:折让|折价|溢价|折扣)"
)
"""New or old shares of a listed company: they have a price to be compared with already."""
_NEW_SHARES: Final = re.compile(r"股新股|[配发]售?新股")
"""What is placed is no new share of the market."""


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


def is_other_news(lead: str, text: str = "") -> bool:
    """Whether the lead tells of something that is no offering of a company's shares, and of no listing.

    A short one may tell of the past, and the next sentence of the ``text`` the news: 靠收購起家. 甲今日向港交所遞表.

    >>> is_other_news("甲公司回购10万股"), is_other_news("甲公司今日首日挂牌"), is_other_news("甲ETF今日首日挂牌")
    (True, False, True)
    """
    if word_pattern("never").search(lead):
        return True
    placed = _PLACING.search(lead) is not None
    other = placed or _TO_CHOSEN.search(lead) or word_pattern("other_deals", "results").search(lead)
    if not other or _tells_an_event(lead):
        return False
    hook = None if placed or _BONDS.search(lead) else _HOOK.match(text)
    return hook is None or _PAST.search(hook["news"]) is not None or not _tells_an_event(hook["news"])


def is_no_share(lead: str) -> bool:
    """Whether the lead tells of what is sold as new shares are and is none: a fund, a warrant, a bond, a placing.

    >>> is_no_share("甲转债今日申购"), is_no_share("甲定增结果出炉"), is_no_share("拿过十轮融资的甲上市")
    (True, True, False)
    """
    if word_pattern("never").search(lead) or _BONDS.search(lead):
        return True
    return _TO_CHOSEN.search(lead) is not None and not _tells_an_event(lead)


def _tells_an_event(text: str) -> bool:
    """Whether words stand in a text that no other news has."""
    return word_pattern("firm_events").search(_NEW_SHARES.sub("", word_pattern("no_events").sub("", text))) is not None


_DENIED: Final = re.compile(
    r"(?:否认|澄清|不属实|不实|纯属谣言|子虚乌有)[^。;；\n]{0,16}(?:上市|IPO|招股|集资|募资|赴港|分拆)"
    r"|(?:上市|IPO|招股|集资|募资|赴港|分拆)[^。;；\n]{0,24}(?:否认|不属实|不实|纯属谣言|子虚乌有)"
    r"|(?:(?:有关|上述|该等?|相关|此)(?:报[道导]|传闻|消息|说法|市传)|报[道导]|传闻|传言|消息|爆料)(?:内容)?[^,，。;；\n]{0,6}(?:不属实|不实|假的|谣言|子虚乌有)"
    r"|(?:否认|澄清)了?(?:有关|上述|该|相关|此)?(?:报[道导]|传闻|消息|说法)"
    r"|(?:没有|暂无|未有|并无|从未|没)(?:任何|具体|明确|有|过)*(?:考虑|打算|计划|提出)过?(?:将|要|在|于|赴|来|港|美|分拆|A股|H股|港股|境外|海外|香港)*(?:上市|IPO|招股|集资)(?!公司|后|前|会)"
    r"|(?:没有|暂无|未有|并无|没)(?:任何|具体|明确|有|的)*(?:赴港|赴美|来港|在港|分拆|[AH]股|港股|境外|海外|香港)?(?:上市|IPO|招股|集资)(?:的|相关)?(?:计划|打算|安排|意向|意愿|时间表)"
    r"|没有可以对外公布|(?:暂无|没有)(?:上市|IPO)?计划(?=[,，。;；\n]|$)"
)
"""A rumour of an offering that is denied; other rumours may be denied by whoever is listed."""
_DENIES: Final = re.compile(r"否认|澄清|不属实|不实|谣言|子虚乌有|假的|没|暂无|未有|并无|从未")
"""What stands in every denial: the sentences without are not asked."""
_SENTENCE_END: Final = re.compile(r"[。;；\n]")


def is_denied(folded: str) -> bool:
    """Whether an article says that there is no offering.

    >>> is_denied("公司回应称有关报道不实。"), is_denied("公司从未盈利,并否认抄袭。"), is_denied("公司没有上市计划。")
    (True, False, True)
    """
    return any(
        _DENIED.search(folded, *sentence_at(folded, match.start())) is not None for match in _DENIES.finditer(folded)
    )


def sentence_at(folded: str, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that a place is in, semicolons and line breaks being its ends too.

    >>> sentence_at("甲。公司否认;乙", 4)
    (2, 6)
    """
    start = max(folded.rfind(mark, 0, at) for mark in "。;；\n") + 1
    stop = _SENTENCE_END.search(folded, at)
    return start, stop.start() if stop else len(folded)


def is_firm(company: Company) -> bool:
    """Whether a name is that of a company that may be listed, and not of a fund, a warrant or an exchange.

    >>> [is_firm(Company(name, 0, {name})) for name in ("甲ETF", "港交所", "甲公司")]
    [False, False, True]
    """
    return not any(word_pattern("never").search(name) or name in subjects()["neutral"] for name in company.names)
