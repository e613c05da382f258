"""Words of the first day of trading."""

from __future__ import annotations

import re
from typing import Final

DEBUT: Final = re.compile(
    r"(?:上市|挂牌|交易)?首(?:日(?!期)|挂(?!日)|秀|演|天|个交易日)|首[次度]挂牌|(?:挂牌|上市|交易|登场)头[日天]|(?<![口码源龙回])头日"
)
_ON_EXCHANGE: Final = re.compile(
    r"今[日天早晨晚]|当日(?=[开收全])|全日|首[日挂]|正式|(?:上市|挂牌)(?!价)|登陆|敲[钟锣]"
)
"""What is told of the exchange and not of the grey market before it."""
_AFTER_A_STOP: Final = re.compile(
    r"(?:届满|解禁|复牌|停牌|假期?|节|长假|业绩|公布|新年|今年|年内|本[周月]|下半年|上半年|除息|除净)(?:后|之?后的?|的|[,，])*$"
)
"""Before 首個交易日: it is the first one after something else than the listing."""


def is_another_first(folded: str, begin: int, start: int, end: int) -> bool:
    """Whether ``首個交易日`` between two places is the first one after something else, in a sentence that begins at ``begin``.

    >>> is_another_first("禁售期届满后首个交易日", 0, 6, 11), is_another_first("首个交易日收涨", 0, 0, 5)
    (True, False)
    """
    place = folded.find("首个交易日", start, end)
    return place >= 0 and _AFTER_A_STOP.search(folded, max(begin, place - 12), place) is not None


def on_exchange(folded: str, start: int, end: int) -> bool:
    """Whether words between two places tell of the exchange and not of the grey market before it.

    >>> on_exchange("今日挂牌,收报9元", 0, 10), on_exchange("暗盘收报9元", 0, 6)
    (True, False)
    """
    return _ON_EXCHANGE.search(folded, start, end) is not None
