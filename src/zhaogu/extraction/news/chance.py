"""How likely one lot was, told in people: 每十人有六人獲派."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .candidate import Candidate
from .tokens import Clause
from .walk import Walk

_N: Final = r"(?:\d{1,3}|[一二两三四五六七八九十百])"
_OF_SO_MANY: Final = re.compile(
    rf"每(?P<of>{_N})(?:个|名|位)?(?:人|份申请|份|申请人|申请者|个申请|散户|手)(?:之?中|当中|里|就|便|才|只|仅|大?约|平均|会|可)*"
    rf"有(?:约)?(?P<n>{_N})(?:个|名|位)?(?:人|份|手|户)?[^,，。;；\d]{{0,4}}(?:获[派配分]|中签|抽中|中奖|有份|派到|分到)"
)
_DIGITS: Final = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2, "百": 100}


def chance(walk: Walk, clause: Clause) -> None:
    """Note the rate that a clause tells as so many of so many."""
    told = _OF_SO_MANY.search(walk.folded, clause.start, clause.end)
    if told is None:
        return
    value = rate(told["n"], told["of"])
    if value is None:
        return
    for company in walk.who.at(told.start()):
        walk.found.append(Candidate(
            "one_lot_success_rate_pct", value, "percent", told.start(), told.end(), "news.one_lot.of_so_many", company,
            stage="final", rank=2,
        ))  # fmt: skip


def rate(n: str, of: str) -> Decimal | None:
    """So many of so many, in percent; None where it is more than all.

    >>> rate("六", "十"), rate("3", "10"), rate("9", "3")
    (Decimal('60'), Decimal('30'), None)
    """
    some, every = (_DIGITS[word] if word in _DIGITS else int(word) for word in (n, of))
    if not 0 < some <= every:
        return None
    value = Decimal(100 * some) / every
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else round(value, 2)
