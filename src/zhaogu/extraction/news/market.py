"""Which market an article is about, by its own words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .sifted import starting

HONG_KONG: Final = re.compile(r"港交所|联交所|港股|香港|H股|孖展|港元|每手")
MAINLAND: Final = re.compile(r"上交所|深交所|北交所|科创板|创业板|沪市|深市|北证|网上发行|网上申购|A股")
US: Final = re.compile(r"纳斯达克|那斯达克|纽交所|纽约证券交易所|纽约挂牌|美股|美国预托|美国存托|ADS")
_TAIWAN: Final = re.compile(r"台北报[道导]|承销价|[兴上]柜|柜买|新台币|台湾证券交易所|现金增资")

_PERIOD: Final = r"(?:全年|[上下]半年|首[季\d]度?|[一二三四]季度?|年内|年初至今|前?[\d一二三四五六七八九十]{1,2}个?月)"
_PLACE: Final = r"(?:香港|本港|港股|港交所|新股|IPO|整体|内地|A股|北交所|科创板|创业板|美股|中概股)"
_ITS_TOTAL: Final = re.compile(
    starting(
        r"全上下首一二三四五六七八九十年前今去明\d",
        rf"(?:{_PERIOD}(?:的)?{_PLACE}*|(?:{_PERIOD}|[今去明]年)(?:的)?{_PLACE}+)(?:新股|市场|IPO)*(?:的)?(?:总|合计|累计|共)?$",
    )
)

_NEXT_YEAR: Final = re.compile(r"[明后]年(?=(?:集资|募资|融资|筹资)(?:总|金)?额)")
_COUNTED: Final = re.compile(r"(?:IPO|新股|上市)(?:公司|企业|项目)?(?:数量|宗数|数目|家数|总数)")
_SENTENCE: Final = 60


def is_total(folded: str, cue: int) -> bool:
    """Whether the words before a word for proceeds make them those of the whole market in a part of a year.

    >>> is_total("料全年集资额达2,500亿元", 3), is_total("公司今年集资10亿元", 4)
    (True, False)
    """
    counted = _COUNTED.search(folded, max(0, folded.rfind("。", 0, cue), cue - _SENTENCE), cue)
    if _NEXT_YEAR.match(folded, max(0, cue - 2)):
        return True
    return counted is not None or _ITS_TOTAL.search(folded, max(0, cue - 16), cue) is not None


def is_taiwan(folded: str) -> bool:
    """Whether the shares are listed in Taiwan, whose codes look like those of Hong Kong.

    >>> is_taiwan("承销价168元,12日起公开申购"), is_taiwan("港交所挂牌,约新台币4,321亿元")
    (True, False)
    """
    return HONG_KONG.search(folded) is None and _TAIWAN.search(folded) is not None


SEVERAL: Final = re.compile(
    r"[两二三四五六七八九](?<![\d第十].)(?:公司|企业)(?!债)|[两二三四五六七八九十\d](?:(?<!第.)[两二三四五六七八九十\d]*[只家间](?:[^\s,，。;；]{0,4}(?:挂牌|上市|招股|递表)的|[大中小]盘|(?!上市)[^\s,，。;；的子附分联属合同]{2,8})?(?:新股|公司|企业|品牌|个股|药企|股份(?!制)|[AH]股|股(?=[今明昨同齐轮陆先将拟均都也首双]))|(?<!\d)(?:(?<=[三四五六七八九])新)?股(?![份东权价票息民]))"
)
"""Several companies or new shares, counted."""


def counts_several(folded: str, end: int | None = None) -> bool:
    """Whether a text counts several companies or new shares, up to ``end``.

    >>> counts_several("甲挂牌。两只新股首日均升"), counts_several("甲挂牌。两只新股首日均升", 4)
    (True, False)
    """
    first = _first_count(folded)
    return first is not None and (end is None or first <= end)


@lru_cache(maxsize=8)
def _first_count(folded: str) -> int | None:
    """Where the first words end that count several, in an article that is asked again and again."""
    counted = SEVERAL.search(folded)
    return counted.end() if counted else None


@lru_cache(maxsize=8)
def spoken_of(folded: str) -> str:
    """The market whose words the article uses most."""
    counts = {
        "HKEX": len(HONG_KONG.findall(folded)),
        "SSE": len(MAINLAND.findall(folded)),
        "NASDAQ": len(US.findall(folded)),
    }
    return max(counts, key=lambda name: counts[name])
