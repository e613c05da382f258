"""Amounts of several offerings together, which are nobody's: 兩家公司合共集資, 五隻新股同日掛牌,合計募資約104億港元."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .figures import span
from .names import Company
from .tokens import Clause, Token
from .walk import Walk

_OFFERED: Final = frozenset({"gross_proceeds", "net_proceeds", "shares_offered", "market_cap", "listing_expenses"})
_ASKED: Final = frozenset({"order_amount", "valid_applications", "cornerstone_amount"})
_ALL_ASKED: Final = frozenset({"order_amount", "valid_applications"})
_SUMMED: Final = re.compile(r"合[计共]|总[共计额]|(?<![公一])共(?!同)|一共|加起来|加总|[集募筹]资总额|总(?:规模|额|数)")
_EACH: Final = re.compile(r"各|均|每|都|分别|同样|同为|依次")
_MANY: Final = r"(?:[两二三四五六七八九十]|\d{1,3})"
_OF_SEVERAL: Final = re.compile(
    rf"(?:两者|二者|三者|[该这上述]{{0,2}}{_MANY}(?:家|只|间|单|宗|档|个)(?:[^,，。;；:：\d第基机]{{0,8}}?(?:公司|企业|新股|IPO|股份|药企|车企|项目|发行人))?"
    rf"|(?<![\d万亿一二三四五六七八九十])(?:[两二三四五六七八九十]|(?<![,.])\d{{1,3}})股(?![份价东权票息本]))"
    r"(?:今[日次天]|本[周月]|同日|是次|今年|首日|年内|均|将|料|预计|预期|的|IPO|首发|最多|[,，])*"
    r"(?:合[计共]|总[共计]|一?共|加起来|加总|累计|总)[^,，。;；\d]{0,12}$"
)
"""Before an amount: it is that of several offerings, which are counted right before."""
_SUMS: Final = re.compile(r"[合总共加累]")
"""What every word for a sum holds: it is asked for first."""
_EACH_OF: Final = re.compile(rf"(?:那|这|有)?{_MANY}(?:家|只|间|单|宗)(?:大?股|新股|公司)?(?:均|都|各|分别)?$")
"""Right before a word for what is raised: so many of them did, 兩隻集資逾90億元的巨無霸."""
_REACH: Final = 48


def of_several(walk: Walk, clause: Clause, token: Token, reading: Reading, owners: list[Company]) -> bool:
    """Whether a figure sums the offerings of several companies up."""
    if token.mention is None or (reading.metric not in _OFFERED and reading.metric not in _ASKED):
        return False
    start = span(token.mention)[0]
    low = max(walk.sentence.start, start - _REACH)
    sums = _SUMS.search(walk.folded, low, start) is not None
    if sums and reading.metric in _OFFERED | _ALL_ASKED and _OF_SEVERAL.search(walk.folded, low, start):
        return True
    if reading.metric in _OFFERED and _EACH_OF.search(walk.folded, max(low, reading.at[0] - 8), reading.at[0]):
        return True
    if len(owners) < 2 or _EACH.search(walk.folded, clause.start, start):
        return False
    return _SUMMED.search(walk.folded, clause.start, max(start, reading.at[1])) is not None
