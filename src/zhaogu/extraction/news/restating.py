"""Figures that tell the one before again, in another currency or to another digit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import MentionKind

from .binding import Reading
from .candidate import Candidate
from .cues import Cue
from .figures import span
from .parallels import GROWTH
from .tokens import Clause, Kind
from .traits import traits
from .walk import Walk

_NEAR_BRACKET: Final = 3
_RESTATED: Final = re.compile(r"(?:约合|折合|相当于|即|合)[约人民币\s]{0,5}$")
_BESIDE: Final = re.compile(r"\s*[,，]\s*(?:约|大约|约为|或)\s*")
"""Between an amount and the same one in another currency."""


def restated(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The same amount again in brackets in another currency, or the same percentage without rounding."""
    mention = clause.tokens[at].mention
    if walk.last is None or mention is None:
        return None
    if mention.kind is MentionKind.PERCENT:
        return _unrounded(walk, clause, at)
    if mention.kind is not MentionKind.MONEY:
        return None
    opened = at > 0 and clause.tokens[at - 1].kind is Kind.OPEN and walk.last.end >= clause.tokens[at - 1].start - 2
    told = _RESTATED.search(walk.folded[max(0, mention.start - 8) : mention.start]) or (
        mention.unit and walk.last.unit and _BESIDE.fullmatch(walk.folded, walk.last.end, mention.start)
    )
    if not (opened or (told and span(mention)[0] - walk.last.end < 8)):
        return None
    last = walk.last if traits(walk.last.metric).type == "money" or opened else _amount_before(walk)
    if last is None or last.unit == mention.unit or traits(last.metric).type != "money":
        return None
    name, reason = last.metric, last.reason
    sign = "-" if isinstance(last.value, Decimal) and last.value < 0 else None
    return Reading(None if reason else name, reason, Cue(id="restated", words=(), sign=sign), (0, 0), "money", name)


def _amount_before(walk: Walk) -> Candidate | None:
    """The amount of which the change was told last: ``营收9亿元人民币,同比增长29.3%,折合1.2亿美元``."""
    told = [c for c in walk.lately() if c.start >= walk.sentence.start]
    amounts = [c for c in told if traits(c.metric).type == "money"]
    only = {c.metric for c in told if c.metric.endswith("_growth_pct")}
    return amounts[-1] if amounts and only == {GROWTH.get(amounts[-1].metric)} else None


def _unrounded(walk: Walk, clause: Clause, at: int) -> Reading | None:
    """``佔發售股份近三成三(32.7%)``: a percentage in brackets that the one before only rounds."""
    last, token = walk.last, clause.tokens[at]
    if last is None or at == 0 or clause.tokens[at - 1].kind is not Kind.OPEN or token.mention is None:
        return None
    near = 0 <= token.start - last.end <= _NEAR_BRACKET and last.start >= clause.start
    if not near or last.unit != "percent" or not isinstance(last.value, Decimal) or last.resolution is None:
        return None
    value, worth = token.mention.value, token.mention.resolution
    if value is None or worth is None or worth >= last.resolution or abs(abs(last.value) - value) >= last.resolution:
        return None
    cue = Cue(id="unrounded", words=(), sign="-" if last.value < 0 else None)
    return Reading(None if last.reason else last.metric, last.reason, cue, (0, 0), "percent", last.metric)
