"""Figures that name no metric: an earlier clause or sentence has told it, and they go on with it."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model.mention import MentionKind

from .accounts import BY_AMOUNTS
from .binding import Reading, carried
from .figures import FROM, INITIAL, span
from .greenshoe import only_supposes
from .parallels import GROWTH
from .tokens import Clause, Kind, Token
from .traits import traits
from .walk import Walk

_BY_PERIOD_CARRY: Final = frozenset({"money", "percent"})
_MONEY_OF_OFFERING: Final = frozenset({"market_cap", "gross_proceeds", "net_proceeds", "order_amount"})
_GOES_ON: Final = ("to", "respectively", "prior_period", "next_year", "next_two_years", "same_period")
_BARE: Final = re.compile(
    r"[\s,，]*(?:[二两]者|两项|还|仍|只|剩|余|得|则|全年|同期|底|末|的|约|为|达|到|至|逾|近|超|共|有|录得|录|报|是|仅|人民币|一共|合共|实现|取得)*"
)
_ELLIPTIC: Final = re.compile(
    r"(?:[(（][^()（）]{2,12}[)）])?\s*(?:则|就|亦|也|都|均|只|仅|约|逾|近|有|同[年期]|当年|为|是|达|得|录得?|获得?|取得|报|独占|独得|占|以|拿下|收获|分别|依[次序]|各|[:：])*\s*"
)
_CHANGES: Final = re.compile(
    r"\s*(?:[则而亦也已更便即]|分别|逐年|逐步|一路|持续|[两三四五]年[间来内]?|期[间内]|报告期内?|往绩(?:记录)?期内?)*[由从自](?:约|逾|近|人民币)*"
)
_YEARS_ARE: Final = re.compile(
    r"\s*(?:近|过去|最近|这|上述|报告期)?[二两三四五](?:个)?(?:完整|财政|会计)*年度?(?:来|间|里|内)?(?:分别|依[次序]|各|则|均)*(?:为|是|录得|达|报)?(?:约|逾|近)?"
)
_OTHER_RATIO: Final = re.compile(r"占(?![优据])|(?<!毛利)(?<!净利)率(?!先)|比[重例]|份额")
"""What a ratio is called that is no margin."""
_SOMETHING_ELSE: Final = re.compile(r"该项|此项|这一?项|该等|有关|相关|[这该]部分|部分来自")
_COMES_TO_BE: Final = re.compile(r"[多余左右]{0,2}[,，]?(?:至|到|达到?|为)(?:约|逾|近|超|超过|人民币)*")


def carried_on(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The metric of the clauses before, where the clause goes on with it: another period, or a change to.

    A clause that names a ratio of its own does not go on with a margin: ``飲料佔總收入的比例由2022年的96.6%降到74.6%``.
    """
    reading = _carried_on(walk, clause, at, kinds)
    margin = reading is not None and reading.metric == "gross_margin_pct"
    other = margin and _OTHER_RATIO.search(walk.folded, clause.start, clause.tokens[at].start) is not None
    return None if other else reading


def _carried_on(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    earlier = reversed(clause.tokens[:at])
    before = next((t for t in earlier if t.cue is None or t.cue.role or any(k in t.cue.reads for k in kinds)), None)
    if kinds == ("percent",) and (change := _dated_change(walk, clause, at)) is not None:
        return change
    supposed = walk.supposed is not None and walk.supposed[1] >= clause.start
    if (
        (supposed and only_supposes(walk.folded, clause.start, clause.tokens[at].start))
        or _told_by_year(walk, clause, at, kinds)
        or _is_elliptic(walk, clause, at)
        or _is_left_open(walk, clause, at, kinds)
    ):
        return carried(walk.history, kinds, walk.slots)
    if kinds[0] == "money" and (_after_change(walk, clause, at) or _ends_change(walk, clause, at)):
        return _of_the_sentence(walk, kinds)
    if kinds[0] in _BY_PERIOD_CARRY and (_changes(walk, clause, at) or _only_says(walk, clause, at)):
        asked = walk.folded[clause.start - 1 : clause.start] in ("?", "？")
        if asked or _is_dated_only(walk, clause, kinds):
            return carried(walk.history, kinds, walk.slots)
        return _of_the_sentence(walk, kinds)
    if _SOMETHING_ELSE.search(walk.folded, clause.start, clause.tokens[at].start):
        return None
    timed = before is not None and before.kind is Kind.TIME and _is_amount(walk, before, clause.tokens[at])
    led = before is not None and before.cue is not None and before.cue.role in _GOES_ON
    if not (timed or led or _goes_on(walk.folded[clause.start : clause.tokens[at].start], clause, at, kinds)):
        return None
    reading = carried(walk.history, kinds, walk.slots)
    bare = clause.tokens[at].mention
    if bare is not None and bare.kind is MentionKind.NUMBER and reading and reading.metric in _MONEY_OF_OFFERING:
        return None  # 日活由上市時的3億升到4億: nobody says that it is money
    if timed and reading is not None and reading.metric and kinds[0] in _BY_PERIOD_CARRY:
        return reading if traits(reading.metric).by_period else None
    return reading


def _told_by_year(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> bool:
    """Whether a list gives the years of what the clause before names: ``毛利率几乎没有波动,三年为7.5%、7.5%及7.6%``."""
    if kinds[0] not in _BY_PERIOD_CARRY or not walk.bare or len(walk.group) < 2:
        return False
    return _YEARS_ARE.fullmatch(walk.folded, clause.start, clause.tokens[at].start) is not None


def _is_amount(walk: Walk, time: Token, token: Token) -> bool:
    """Whether a figure behind a time is an amount: a bare number may count anything that stands between them."""
    mention = token.mention
    if mention is None or mention.kind is not MentionKind.NUMBER:
        return True
    return _BARE.fullmatch(walk.folded, time.end, span(mention)[0]) is not None


def _is_left_open(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> bool:
    """Whether the clause before names what this figure is and gives none: ``净利润扭亏,录得586万元``."""
    if kinds[0] != "money" or not walk.bare or not walk.history:
        return False
    cue, last = walk.history[-1], walk.last
    named = cue.cue is not None and "money" in cue.cue.reads and (last is None or last.end <= cue.start)
    return named and cue.start >= walk.sentence.start and _bare(walk, clause, at)


def _bare(walk: Walk, clause: Clause, at: int) -> bool:
    return _BARE.fullmatch(walk.folded, clause.start, clause.tokens[at].start) is not None


def _changes(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a clause only says how what was spoken of changed: ``虧損逐年上升,由4,180萬升至5,250萬``."""
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    return _CHANGES.fullmatch(walk.folded, clause.start, start) is not None


def _only_says(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a bare verb is all that stands before the figure of what the clause before told: ``扭虧為盈,實現9,450萬元``."""
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    follows = walk.folded[clause.start - 1 : clause.start] in tuple(",，:：?？")
    return follows and walk.bare and _BARE.fullmatch(walk.folded, clause.start, start) is not None


def _is_dated_only(walk: Walk, clause: Clause, kinds: tuple[str, ...]) -> bool:
    """Whether the sentence named a period and nothing that has figures yet: ``到了上半年,受推迟拖累,仅录得7,000万元``."""
    dated = bool(walk.times.within(walk.sentence.start, clause.start))
    named = any(t.start >= walk.sentence.start and t.cue and any(k in t.cue.reads for k in kinds) for t in walk.history)
    return dated and not named


def _of_the_sentence(walk: Walk, kinds: tuple[str, ...]) -> Reading | None:
    """What the latest cue of the sentence reads, if it is told by period."""
    here = [token for token in walk.history if token.start >= walk.sentence.start]
    reading = carried(here, kinds, walk.slots)
    return reading if reading and (reading.metric is None or traits(reading.metric).by_period) else None


def _dated_change(walk: Walk, clause: Clause, at: int) -> Reading | None:
    """A change with its year, of what the sentence before told: ``收入分別為…。2023年增長47.6%``."""
    tokens = clause.tokens[:at]
    cue = next((t.cue for t in reversed(tokens) if t.cue and t.cue.role != "to"), None)
    dated = any(t.kind is Kind.TIME and t.mention and t.mention.kind is MentionKind.PERIOD for t in tokens)
    if not dated or cue is None or cue.role != "change" or cue.reads.get("percent") != "@change":
        return None
    told = {c.metric for c in walk.lately() if c.reason is None and not c.metric.endswith("_growth_pct")}
    if not walk.history or len(told) != 1 or (name := told.pop()) not in GROWTH:
        return None
    return Reading(GROWTH[name], None, cue, (0, 0), "percent")


def _is_elliptic(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether only a company and a bare verb stand before a figure, as in a list: ``甲籌得3億元,乙僅6,000萬元``."""
    name = walk.who.named_at(clause)
    if name is None:
        return False
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    return name <= start and _ELLIPTIC.fullmatch(walk.folded, name, start) is not None


def _after_change(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a bare verb leads from a change to what it led to: ``營收成長58.6%,為5.79億元``, ``虧損收窄38%,至1.5億元``."""
    if _BARE.fullmatch(walk.folded, clause.start, clause.tokens[at].start) is None:
        return False
    before = next((c for c in reversed(walk.sentence.clauses) if c.end == clause.start - 1), None)
    figures = [t for t in before.tokens if t.kind is Kind.FIGURE and t.mention] if before else []
    told = figures[-1].mention if figures else None
    changed = before is not None and any(
        t.cue and (t.cue.role == "change" or t.cue.id in BY_AMOUNTS) for t in before.tokens
    )
    return changed and told is not None and told.kind in (MentionKind.PERCENT, MentionKind.MULTIPLE)


def _ends_change(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a figure is what a change right before it led to: ``收入止跌回升,同比增加9.1%至23.5亿元``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if before is None or before.mention is None or before.kind is not Kind.FIGURE or mention is None:
        return False
    kinds = (MentionKind.PERCENT, MentionKind.MULTIPLE, MentionKind.MONEY)
    changed = before.mention.kind in kinds and any(t.cue and t.cue.role == "change" for t in clause.cued)
    return changed and _COMES_TO_BE.fullmatch(walk.folded, before.end, span(mention)[0]) is not None


def _goes_on(said: str, clause: Clause, at: int, kinds: tuple[str, ...]) -> bool:
    """Whether the words before a figure go on with what was spoken of."""
    if kinds[0] in ("times", "shares") and not said.strip(" \n再则仅为约逾达就到有还剩只其另即录获得报也亦均都更共至"):
        return True
    if "shares" in kinds and (FROM.search(said) or INITIAL.search(said)):
        return True
    told = any(t.kind is Kind.TIME for t in clause.tokens[:at])
    return kinds[0] == "money" and told and said.rstrip("约逾近").endswith(("至", "到", "为", "达"))
