"""Which market an article is about, by its own words."""

from __future__ import annotations

import re

HONG_KONG = re.compile(r"港交所|联交所|港股|香港|H股|孖展|港元|每手")
MAINLAND = re.compile(r"上交所|深交所|北交所|科创板|创业板|沪市|深市|北证|网上发行|网上申购|A股")
US = re.compile(r"纳斯达克|那斯达克|纽交所|纽约证券交易所|纽约挂牌|美股|美国预托|美国存托|ADS")
_TAIWAN = re.compile(r"台北报[道导]|承销价|[兴上]柜|柜买|新台币|台湾证券交易所|现金增资")


def is_taiwan(folded: str) -> bool:
    """Whether the shares are listed in Taiwan, whose codes look like those of Hong Kong.

    >>> is_taiwan("承销价168元,12日起公开申购"), is_taiwan("港交所挂牌,约新台币4,321亿元")
    (True, False)
    """
    return HONG_KONG.search(folded) is None and _TAIWAN.search(folded) is not None
