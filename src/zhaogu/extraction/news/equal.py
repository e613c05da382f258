"""A close that is said to equal the offer price: 收報252元,與招股價相同."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from .tokens import Clause
from .walk import Walk

_EQUALS: Final = re.compile(
    r"\s*(?:刚好|正好|恰好|仅)?[与和跟同](?:公司|其|最终|每股|IPO|H股|的)*(?:发[行售]|招股|上市|定|承销|认购)价格?(?:相同|持平|一致|看齐|打平|相等|一样)"
)


def equal(walk: Walk, clause: Clause) -> None:
    """The offer price is the close before, and the day's change is nil."""
    close = walk.last
    if close is None or close.metric != "closing_price" or close.reason:
        return
    match = _EQUALS.match(walk.folded, clause.start, clause.end)
    if match is None or not walk.sentence.start <= close.start < clause.start:
        return
    told = replace(close, end=match.end(), rule="news.close.equal", rank=3, notes=[])
    walk.found.append(replace(told, metric="offer_price", as_of=None))
    walk.found.append(replace(told, metric="first_day_change_pct", value=Decimal(0), unit="percent", resolution=None))
