"""Headings over the lines of a calendar, which tell what the days of the lines are."""

from __future__ import annotations

import re
from typing import Final

_HEADING: Final = re.compile(
    r"[ \u3000]*(?:[▲△●○■□◆◇▪•·*※【\[#-]|\(?[一二三四五六七八九十\d]{1,2}[.、)])*[ \u3000]*(?P<words>[^\s\d,，。;；]{2,14}?)[】\]]?[ \u3000]*[:：]?[ \u3000]*"
)
_LISTED: Final = re.compile(r"挂牌|上市|登场|首挂|首日")
_OTHER: Final = re.compile(r"招股|申购|截止|截飞|结果|暗盘|递表|聆讯|申请|孖展|认购|计划|拟")
UNDER_LISTINGS: Final = "news.listing.headed"
"""The rule of such a day: the price beside it is set."""
_LINES: Final = 12
"""So many lines may stand below a heading."""


def under_listings(folded: str, line: int) -> bool:
    """Whether the heading above a line says that shares are listed on the days below it.

    >>> text = "一、招股\\n甲:7日起\\n二、掛牌\\n周一(6日):乙\\n周三(8日):丙"
    >>> [under_listings(text.replace("掛", "挂"), text.index(day)) for day in ("甲", "周一", "周三")]
    [False, True, True]
    """
    end = line - 1
    for _ in range(_LINES):
        if end <= 0:
            return False
        start = folded.rfind("\n", 0, end) + 1
        heading = _HEADING.fullmatch(folded, start, end)
        if heading is not None:
            words = heading["words"]
            return _LISTED.search(words) is not None and _OTHER.search(words) is None
        end = start - 1
    return False
