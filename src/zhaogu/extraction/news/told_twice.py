"""Figures of one kind that an article tells more than once: rounded, before a move, of one investor, as a threshold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .candidate import Candidate

_AT_ONCE: Final = ("over", "at_least", "exact")
_STEPS: Final = frozenset(map(Decimal, (10, 15, 50, 100)))
"""The multiples from which on shares are reallocated."""
_AT_LAST: Final = re.compile(
    r"最终|最后|回[拨补]后|重新分配后|调整后|(?:增|升|扩|提|加|减|降|缩|放大?|调)[^,，。;；\d]{0,3}[至到成](?:了|约|共)*[\d一二三四五六七八九]"
)
"""Before a number of shares, or around it: it is that of the end."""
_RIVALS: Final = 12
"""More different figures of one kind than these are no roundings of each other."""
_TOTAL: Final = re.compile(
    r"[两二三四五六七八九十\d](?:家|名|位|个)(?:基石)?(?:投资者|投资人|机构)[^,，。;；]{0,6}(?:认购|包揽|出资|斥资|拿下)|[合总]共|[合总累]计|共计|总[额共数]|[^公]共(?:认购|投资|斥资|出资)|等值|全部|涉资"
)
_TOTAL_REACH: Final = 16


def rank_roundings(found: list[Candidate]) -> None:
    """A figure that another one of its kind only rounds goes behind it: 升1.48倍 behind 升147.91%."""
    kinds: dict[tuple[object, ...], list[Candidate]] = {}
    for one in found:
        if one.reason is None and isinstance(one.value, Decimal) and one.resolution:
            key = (id(one.company), one.metric, one.period, one.unit, one.basis, one.offer_basis, one.stage, one.holder)
            kinds.setdefault(key, []).append(one)
    for rivals in kinds.values():
        if len({one.resolution for one in rivals}) < 2:
            continue  # as exact as each other
        several = {one.value: one for one in rivals}
        for one in rivals if 1 < len(several) <= _RIVALS else ():
            if any(_rounds(one, other) for other in several.values()):
                one.rank += 1


def _rounds(one: Candidate, other: Candidate) -> bool:
    assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.resolution and other.resolution
    return other.resolution < one.resolution and 0 < abs(one.value - other.value) < one.resolution


def drop_thresholds(found: list[Candidate]) -> None:
    """``超過100倍`` beside a multiple that is higher is only what sets a reallocation off."""
    told = [c for c in found if c.metric == "public_subscription_multiple" and c.reason is None]
    for one in told:
        if one.qualifier not in _AT_ONCE or one.value not in _STEPS or not isinstance(one.value, Decimal):
            continue
        if any(c.company is one.company and isinstance(c.value, Decimal) and c.value > one.value for c in told):
            one.code, one.reason = "decoy", "a threshold"


def note_moves(found: list[Candidate], folded: str) -> None:
    """Of two numbers of a tranche, that which is not told to be the last one is the one before reallocation."""
    for name in ("shares_offered_public", "shares_offered_international"):
        rows: dict[int, list[Candidate]] = {}
        for one in found:
            if one.metric == name and one.reason is None:
                rows.setdefault(id(one.company), []).append(one)
        for told in rows.values():
            last = [c for c in told if _AT_LAST.search(folded, max(0, c.start - _TOTAL_REACH), c.end)]
            if not last or len({c.value for c in told}) < 2:
                continue
            final = {c.value for c in last}
            for one in told:
                if one.value not in final and one.start < last[-1].start:
                    one.metric = f"{name}_initial"


def drop_single_investors(found: list[Candidate], folded: str) -> None:
    """Of several amounts of cornerstone investors, those that are no total are of one of them each."""
    amounts: dict[tuple[int, str | None], list[Candidate]] = {}
    for c in found:
        if c.metric == "cornerstone_amount" and c.reason is None and not c.heading:
            amounts.setdefault((id(c.company), c.unit), []).append(c)
    for rows in amounts.values():
        if len({c.value for c in rows}) < 2:
            continue
        for c in rows:
            if not _TOTAL.search(folded, max(0, c.start - _TOTAL_REACH), c.end):
                c.code, c.reason = "decoy", "the amount of one investor"
