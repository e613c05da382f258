"""What the words around a figure say beside its value: the day, how far the offering was, and what the figure supposes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from zhaogu.model import OfferBasis
from zhaogu.model.mention import Mention

from .binding import Reading
from .candidate import Candidate
from .figures import FROM, INITIAL, TO, span
from .greenshoe import supposed
from .tokens import Clause
from .walk import Walk

_BEFORE: Final = 8
"""So far before a figure its words stand."""
_BRACKETS: Final = re.compile(r"[^,，。;；()（）]{0,6}[(（]([^()（）]{3,40})[)）]")
_BASE: Final = re.compile(r"(?:初始|基础发行|绿鞋前)[^,，;；。\d]{0,10}$")
_FINAL: Final = re.compile(r"(?:最终|最后|实际|合计|总计)[^,，;；。\d]{0,10}$")
"""Before a figure where the result of the over-allotment option is told: it is with the shares issued under it."""
_BASIS_REACH: Final = 14
_MEANT: Final = re.compile(r"拟|原计划|原打算|原本(?:只|仅)?(?:打算|计划|想)")
"""Within a word for what is raised, or right before it: it was only meant to be."""
_MOST: Final = re.compile(r"(?:最[多高]|至多|大?约)$")
_MEANT_FIRST: Final = re.compile(r"原[来先定本拟]|当初|计划")
_CHANGED: Final = re.compile(
    r"(?:股|份)?(?:ADS|美国存托股[份票]?|H股)?(?:大幅|进一步|轻微|略为|大)*(?:砍|缩|减|削|降|下调|微调|调[低降减])[^,，。;；\d]{0,3}[至到为成]"
)
"""Behind a size: the issuer chose another one."""
_ON_A_BASIS: Final = ("shares_offered", "gross_proceeds", "net_proceeds")
_YESTERDAY: Final = re.compile(r"昨[日天]?收[^，,。;；]{0,30}$")
TRADED: Final = ("closing_price", "market_cap", "share_price", "first_day_change_pct")
"""What has a day of trading."""
_SHARES_OF_IT: Final = ("public_share_pct", "international_share_pct")
_OF_A_DAY: Final = ("stores", "restaurants", "cumulative_deliveries.short")
"""What gives counts of a day, and of no period."""
_WORDED: Final = frozenset((*_ON_A_BASIS, *TRADED, *_SHARES_OF_IT))
"""Of which the words before the figure tell more."""


def attribute(walk: Walk, candidate: Candidate, reading: Reading, mention: Mention, clause: Clause) -> None:
    """Offer basis, day and stage, as the words around the figure give them."""
    candidate.label = reading.cue.label
    if candidate.metric in _WORDED:
        before = walk.folded[max(clause.start, span(mention)[0] - _BEFORE) : mention.start]
        _worded(walk, candidate, mention, before)
    if reading.cue.id in _OF_A_DAY:  # 截至6月底有门店1,404家
        candidate.period = walk.instants[-1][1] if walk.instants else None
        candidate.as_of = candidate.period.end if candidate.period else None
    if reading.cue.stage == "interim":
        candidate.stage = "interim"
    elif candidate.metric in _ON_A_BASIS and reading.at[1] and _is_meant(walk, reading):
        candidate.stage = "plan"


def _is_meant(walk: Walk, reading: Reading) -> bool:
    """Whether the word for what is raised or offered says that it was only meant: 拟募资, 原本打算募集."""
    return _MEANT.search(walk.folded, max(0, reading.at[0] - 3), reading.at[1]) is not None


def _worded(walk: Walk, candidate: Candidate, mention: Mention, before: str) -> None:
    """What the words right before a figure, and the option, say of figures of the offering and of prices."""
    name = candidate.metric
    if name in _ON_A_BASIS:
        candidate.offer_basis = _offer_basis(walk, candidate.start, *span(mention))
    if name in _ON_A_BASIS and _was_cut(walk, candidate, mention, before):
        candidate.stage = "plan"
    if name == "shares_offered" and (FROM.search(before) or INITIAL.search(before)):
        candidate.offer_basis = "initial"
    elif name == "shares_offered" and TO.search(before):
        candidate.stage = None
    if name in _SHARES_OF_IT and (FROM.search(before) or INITIAL.search(before)):
        candidate.stage = "plan"
    if name in ("gross_proceeds", "net_proceeds") and FROM.search(before.removesuffix("最多")):
        candidate.offer_basis, candidate.rank = None, candidate.rank + 2
        candidate.stage = "plan" if mention.qualifier == "at_most" else candidate.stage  # 由最多27亿元缩水
    if name in TRADED:
        candidate.as_of = walk.trading_day
        if walk.trading_day is None and walk.published and _YESTERDAY.search(before):
            candidate.as_of = walk.published - timedelta(days=1)
    if name == "market_cap" and "at_issue" in walk.roles:
        candidate.as_of = None
        candidate.notes.append(("at_offer_price", "at the offer price"))


def _was_cut(walk: Walk, candidate: Candidate, mention: Mention, before: str) -> bool:
    """Whether a size is the one that was meant before it was changed: ``由1400萬股砍到370萬股``, ``由原先的1,288萬股微調至``."""
    led = _MOST.sub("", before)
    if FROM.search(led) is None:
        return False
    return _MEANT_FIRST.search(led) is not None or _CHANGED.match(walk.folded, span(mention)[1]) is not None


def _offer_basis(walk: Walk, start: int, low: int, end: int) -> OfferBasis | None:
    """What a figure supposes of the over-allotment option, in brackets behind it or by the words before."""
    if (aside := _BRACKETS.match(walk.folded, end)) and (said := supposed(walk.folded, *aside.span(1))):
        return said[0]
    begin = max(walk.sentence.start, low - _BASIS_REACH)
    if _BASE.search(walk.folded, begin, low):
        return "initial"
    if walk.settled and _FINAL.search(walk.folded, begin, low):
        return "final_greenshoe_actual"
    if walk.exercised in ("full", "partial"):
        return "final_greenshoe_actual"
    return walk.supposed[0] if walk.supposed and walk.supposed[1] < start else None
