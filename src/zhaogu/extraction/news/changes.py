"""Figures of a change: of a price against another, of an amount against an earlier one."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import Cue
from .figures import span
from .tokens import Clause
from .walk import Walk

_CLOSES: Final = re.compile(
    r"[^,，。;；\d]{0,4}[,，](?:最终|全日|今日|终场)?(?:收[市盘]?[报于在]?|报收?于?|终报)(?:每股)?\d"
)
_TO_A_PRICE: Final = re.compile(
    r"(?:以上|左右|多)?\s*[,，(（]?\s*(?:股价|最终|并|则)*(?:[升跌涨挫收]?[至到]|收?[见于在]|收报|企于)\s*(?:每股)?"
)
_SIGNED: Final = re.compile(r"[(（]$|(?:同比|按年|年比|较上年|较去年|YoY)[:：]?\s?$", re.IGNORECASE)
"""Before a percentage with a sign: it is a change."""
_PRICE: Final = r"(?:发售|发行|招股|承销|配售|认购|献议|上市|IPO|公开发售)(?:定)?价|定价"
_BESIDE: Final = re.compile(
    rf"(?:(?P<below>低[于过]|不及|跌[穿破]|失守|少于)|高[于过出]|多[于出]|贵[过出])(?:[^,，。;；%\d]{{0,8}}[\d.]+[^,，。;；%\d]{{1,6}}?的?(?:{_PRICE})"
    rf"|[^,，。;；%\d]{{0,6}}(?:{_PRICE})(?:每股)?[\d.]+(?:[^,，。;；%\d]{{0,4}}?元))(?:约|逾|近|达|足|多达|了|整整|超过|不足)*$"
)
"""Before a percentage: a close against the price of the offer."""
_WON: Final = re.compile(r"(?:(?P<below>倒?[亏蚀]|损失|输掉?)|[赚赢])(?:约|逾|近|达|足|了|超过)*$")
"""So is what whoever was allotted shares has won or lost: ``收市蝕三成``."""
_ABOVE: Final = Cue(id="close.above", words=())
_BELOW: Final = Cue(id="close.below", words=(), sign="-")
_CLOSE: Final = Cue(id="close.at", words=())
_BY_SIGN: Final = Cue(id="signed", words=())


def leads_to_close(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A change right before the close is the day's: ``甲微漲0.5%,收報20.1元``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if kinds[0] not in ("percent", "times") or mention is None or walk.slots.resolve("@change"):
        return None
    if (
        before is None
        or before.cue is None
        or before.cue.role != "change"
        or before.cue.reads.get(kinds[0]) != "@change"
    ):
        return None
    if span(mention)[0] - before.end > 2 or not _CLOSES.match(walk.folded, span(mention)[1]):
        return None
    return Reading("first_day_change_pct", None, before.cue, (before.start, before.end), kinds[0])


def closes_at(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The price that a change of the first day leads to: ``收跌9.4%,至11.6元``."""
    last, mention = walk.last, clause.tokens[at].mention
    if kinds[0] != "price" or mention is None or last is None or last.metric != "first_day_change_pct" or last.reason:
        return None
    if last.start < walk.sentence.start or not _TO_A_PRICE.fullmatch(walk.folded, last.end, span(mention)[0]):
        return None
    return Reading("closing_price", None, _CLOSE, (0, 0), "price")


def _of_the_close(walk: Walk, clause: Clause) -> bool:
    """Whether a change is that of a close: of the first day, or of a clause that tells one."""
    if walk.slots.resolve("@change") == "first_day_change_pct":
        return True
    return walk.debut and any(t.cue and t.cue.reads.get("price") == "closing_price" for t in clause.cued)


def beside_price(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """How far a close is above or below the offer price, told behind both, or as won or lost: ``低於13美元的發售價15%``, ``蝕三成``."""
    mention = clause.tokens[at].mention
    if kinds[0] != "percent" or mention is None or not _of_the_close(walk, clause):
        return None
    before = (clause.start, span(mention)[0])
    told = _BESIDE.search(walk.folded, *before) or _WON.search(walk.folded, *before)
    if told is None:
        return None
    return Reading("first_day_change_pct", None, _BELOW if told["below"] else _ABOVE, told.span(), "percent")


def signed(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A percentage with a sign of its own is the change that is spoken of: ``甲(+132.4%)、乙(-17.25%)``, ``同比+36.6%``."""
    token = clause.tokens[at]
    if kinds != ("percent",) or walk.folded[token.start] not in "+-":
        return None
    if _SIGNED.search(walk.folded, max(0, token.start - 4), token.start) is None:
        return None
    meaning = walk.slots.resolve("@change")
    if meaning is None:
        return None
    reason = meaning[1:] if meaning.startswith("!") else None
    return Reading(None if reason else meaning, reason, _BY_SIGN, (0, 0), "percent")
