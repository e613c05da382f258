"""Whom an article names who offers nothing in it: who floats a part of itself, speaks of the market, or is in a teaser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from .company import Company
from .sifted import Sifted

_LEADS: Final = "|".join(
    f"{word}(?:(?:阅读|新闻|报[道导]|文章|推荐|喜欢|精选|回顾|内容|话题){'|[:：]' if word in ('相关', '更多') else ''})"
    for word in ("相关", "延伸", "推荐", "热门", "更多", "猜你", "往期", "精选", "编辑")
)
TEASER: Final = Sifted(
    rf"{_LEADS}|点击(?:查看|阅读)|详见[:：]|另见[:：]|上一[篇则条](?!公告)|下一[篇则条](?!公告)"
    r"|还想看|还在看|同场加映|欲知更多",
    needs="关延荐热更猜期选编击见篇则条看映",
)
"""What leads to another article: it tells of somebody else unless it names a company of this one."""
_TEASERS: Final = re.compile(
    r"^[\s—\-●■▪#>【\[]*(?:相关|延伸|推荐|热门|更多|往期|精选|热点)(?:阅读|新闻|报[道导]|文章|推荐|精选|回顾|内容)[\s—\-】\]:：]*$",
    re.MULTILINE,
)
"""A line of its own over such leads: what follows it is of other articles, as long as its lines are short."""
PARENT_OF: Final = re.compile(r"[^其的司团为是由向与和及给对从，,、\s]母公司$")
"""``始祖鳥母公司甲``: whom the clause speaks of, by its brand."""
_LONG_LINE: Final = re.compile(r"[^\n]{80}")
_LEAD: Final = 200
"""So far behind the first sentence somebody may begin to speak of the market."""
_SPLITS: Final = re.compile(r"(?:[(（][^()（）]{2,12}[)）])?(?:拟|计划|宣布|公布|建议)*分拆")
_BELOW: Final = re.compile(r"[^。;；\n]{0,16}?旗下")
_IS_SPLIT: Final = re.compile(r"[^,，。;；\n]{0,8}分拆")
_SPEAKS: Final = re.compile(
    r"(?:中国|香港|会计师事务所|会计师行|大中华|华南|研究部|分析)*(?:今日|昨日|日前|最新|今早|的|合伙人)*"
    r"(?:发[表布]|公布|预[料计测期]|估[计算]|料|指|称|表示|认为|统计|总结|展望)[^。;；]{0,24}?"
    r"(?:(?:新股|IPO|上市|集资|资本|首次公开招股)市场|[今明去全]年(?:本港|香港|港股|港交所|内地|A股|全球)?[^,，。;；]{0,6}(?:新股(?!份)|IPO|上市公司)"
    r"|(?:本港|香港|港股|全球|A股)(?:今年|明年|去年|全年|新股)(?!份)|\d[只宗家间](?:新股|IPO)|(?:新股|IPO)(?:数目|数量|宗数|活动|气氛|热潮))"
)
"""Behind a name: it speaks of the market, as accountants and brokers do, and is no issuer."""


def parents(folded: str, named: re.Pattern[str], by_name: Mapping[str, Company]) -> set[str]:
    """``甲分拆乙招股``, ``甲旗下的乙獲准分拆``: the companies that float a part of themselves; ``named`` finds their names."""
    found = set()
    for match in named.finditer(folded):
        company = by_name[match.group()]
        split = _SPLITS.match(folded, match.end())
        part = named.search(folded, split.end(), split.end() + 16) if split else None
        below = _BELOW.match(folded, match.end())
        if below and below.group().endswith("旗下"):
            part = named.search(folded, below.end(), below.end() + 16)
            part = part if part and _IS_SPLIT.match(folded, part.end()) else None
        if part and by_name[part.group()] is not company:
            found.add(company.name)
    return found


def speakers(folded: str, named: re.Pattern[str], by_name: Mapping[str, Company], lead_end: int) -> set[str]:
    """``甲發表新股市場總結``: who speaks of the market, and has no code."""
    heard = (match for match in named.finditer(folded, 0, lead_end + _LEAD) if _SPEAKS.match(folded, match.end()))
    return {by_name[match.group()].name for match in heard if not by_name[match.group()].code}


def teased(folded: str, companies: Iterable[Company]) -> set[str]:
    """Who is named without a code in a line that leads to another article, and nowhere else: ``延伸閱讀:甲首日收漲``."""
    ends = {match.start(): folded.find("\n", match.end()) for match in TEASER.pattern.finditer(folded)}
    lines = [(start, end if end >= 0 else len(folded)) for start, end in ends.items()]
    return {
        company.name
        for start, end in lines
        for company in companies
        if not company.code
        and start < company.start < end
        and not any(folded.find(name, end) >= 0 for name in company.names)
    }


def teaser_blocks(folded: str) -> list[tuple[int, int]]:
    """Where the lines stand that lead to other articles.

    >>> teaser_blocks("甲今日挂牌。\\n延伸阅读\\n乙超购9倍")
    [(7, 17)]
    """
    spans = []
    for heading in _TEASERS.finditer(folded):
        ends = _LONG_LINE.search(folded, heading.end())
        spans.append((heading.start(), ends.start() if ends else len(folded)))
    return spans
