"""The word that says what a day is: the listing, the end of the offer, the pricing."""

from __future__ import annotations

import re
from typing import Final

from .cues import Cue, by_id
from .debut import DEBUT, is_another_first
from .tokens import Clause, Kind, Token
from .walk import Walk

_IN_TURN: Final = re.compile(
    r"[)）\s]*(?:率先|最先|首先|则|便|也|亦|才|再|就)*(?:轮到|轮为|则有|登场的?|先行|先到|打头阵|打响头炮|揭幕|跟进|跟随|接力|接棒|紧随|随后|殿后|压轴|压阵|收官)"
)
_ENDS: Final = re.compile(
    r"\s*(?:[(（][^()（）]{1,8}[)）])?(?:才|始|便|就|将|会|正式|自动|起)*"
    r"(?:届满|期满|到期|结束|解除|解禁|为止|止(?!损)|[方可能自由]{0,4}(?:出售|卖出|沽[售出]|减持|流通|抛售|转让))"
)
"""Behind a day: what the sentence told of ends then."""
_LASTS: Final = re.compile(r"(?:直?至|直到|为期至)$")
_ELLIPTIC: Final = re.compile(r"(?:则|便|就|却|也|亦|则?[为是在于]|定[在于]|安排在|排在)$")
SINCE: Final = re.compile(
    r"(?:至今|以来|已经?|刚刚?|刚好|正好|恰好|将|快|近|逾|尚?未|不足|不到)*满?(?:[一两二三四五六七八九十半数几]|\d{1,2})+个?(?:多)?(?:周年|年(?!度)|月|星期|周|天|交易日)(?![上挂登末底初中])"
)
"""Behind a word for the listing: it was so long ago, 掛牌剛好一年."""
_INTENDS: Final = re.compile(
    r"拟(?!于|在|\d)|(?:计划|打算|申请)(?!于|在|\d)|(?:押后|推迟|延[迟期后]|暂缓|搁置|取消|终止|撤回)(?![至到])"
)
"""Between a day and a word for the listing: it is only intended, 昨日放行:甲拟发行8,000万股并在港上市."""
_JOINS: Final = re.compile(r"[、及并且]|然后|随后|再")
_UNTIL: Final = re.compile(r"(?<![迟延后前改早定])(?:至|到|截至|截止)$")
_PUT_OFF: Final = re.compile(r"(?:推迟|延迟|延期|押后|顺延|延后|提前|提早|改期|改|延)(?:至|到|为)$")
_SAYS: Final = (":", "：", "为", "于", "至", "到", "是", "定在", "截止", "在", "即")


def word_for(walk: Walk, clause: Clause, at: int) -> Cue | None:
    """The word that says what the day at a place of the clause is, in it or in the clauses before."""
    token = clause.tokens[at]
    return (
        _date_cue(walk, clause, at)
        or _put_off(walk, clause, token)
        or _in_turn(walk, clause, token)
        or _runs_out(walk, clause, token)
        or _too(walk, clause, token)
    )


def _event_before(walk: Walk) -> Cue | None:
    """What the clauses before in the sentence told of last that has a day."""
    told = (t.cue for t in reversed(walk.history) if t.start >= walk.sentence.start and t.cue and "date" in t.cue.reads)
    return next(told, None)


def _put_off(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """The event of the clauses before that is put off to a day: ``原定15日上市,現押後至19日``."""
    if not _PUT_OFF.search(walk.folded, max(clause.start, token.start - 5), token.start):
        return None
    return _event_before(walk)


def _in_turn(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """Where the lead tells that several are listed, who comes first or follows is listed: ``甲1月5日先行,乙昨日跟進``."""
    several = walk.who.shared or any(c.metric == "listing_date" and not c.reason for c in walk.found)
    turns = several and walk.who.turns and _IN_TURN.match(walk.folded, token.end, clause.end)
    return by_id()["listing"] if turns else None


def _runs_out(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """The day on which what a clause before told of ends: ``禁售期六個月,7月13日屆滿``."""
    lasts = _LASTS.search(walk.folded, max(clause.start, token.start - 4), token.start)
    if _ENDS.match(walk.folded, token.end, clause.end) is None and lasts is None:
        return None
    cue = _event_before(walk)
    return cue if cue is not None and cue.reads["date"].endswith(("_expiry_date", "_end_date")) else None


def _too(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """A day of listing again, of somebody else in the same sentence: ``甲21日掛牌,乙則為22日``."""
    if _ELLIPTIC.search(walk.folded, clause.start, token.start) is None:
        return None
    last = walk.found[-1] if walk.found else None
    if last is None or last.metric != "listing_date" or last.reason or last.start < walk.sentence.start:
        return None
    other = len(walk.who.at(token.start)) == 1 and walk.who.at(token.start)[0] is not last.company
    return by_id()["listing"] if other else None


def restates(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a day alone in brackets says another one again: ``23日(周五)``."""
    tokens = clause.tokens
    if at < 2 or tokens[at - 1].kind is not Kind.OPEN or tokens[at - 2].kind is not Kind.TIME:
        return False
    closed = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.CLOSE and tokens[at + 1].start == tokens[at].end
    return closed and tokens[at - 1].start - tokens[at - 2].end <= 1


def _date_cue(walk: Walk, clause: Clause, at: int) -> Cue | None:
    """The word that says what a day is: the next one behind it, or the last one before it."""
    token = clause.tokens[at]
    assert token.mention is not None
    ahead: list[Cue] = []
    priced = -1
    for place, other in enumerate(clause.tokens[at + 1 :], at + 1):
        if other.kind is Kind.TIME and other.mention and other.mention.day and not restates(walk, clause, place):
            break
        if other.cue and other.cue.role == "listing" and _INTENDS.search(walk.folded, token.end, other.start):
            continue
        if other.cue and "date" in other.cue.reads and not SINCE.match(walk.folded, other.end):
            if other.cue.role == "listing" and other.start == priced:
                ahead.clear()  # 10月25日以15.5美元定价上市
            ahead.append(other.cue)
            priced = other.end if other.cue.id == "price_date.set" else -1
        elif other.cue and DEBUT.match(walk.folded, other.start):
            ahead.append(by_id()["debut"])
    behind = [t.cue for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads]
    if is_another_first(walk.folded, walk.sentence.start, clause.start, clause.end):
        ahead, behind = ([cue for cue in cues if cue.id != "debut"] for cues in (ahead, behind))
    if ahead and ahead[0].reads["date"] == "!trading day":
        return ahead[0]
    if token.mention.bound and behind and behind[0].role == "listing":
        behind = []  # nobody is listed from one day to another
    if behind and walk.folded.endswith(_SAYS, 0, token.start) and not _goes_on(walk, clause, at):
        return behind[0]
    ends = token.mention.bound or _UNTIL.search(walk.folded, max(0, token.start - 3), token.start)
    if ends and not _PUT_OFF.search(walk.folded, max(0, token.start - 4), token.start):
        ending = (*behind, *ahead[:1])  # 禁售期至9月27日, 至9月27日解禁
        return next((cue for cue in ending if cue.reads["date"].endswith(("_end_date", "_expiry_date"))), None)
    return next(iter(ahead or behind), None)


def _goes_on(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether something else is told behind the last word before a day: ``周五截飛、同於下周四上市``."""
    last = next((t for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads), None)
    return last is not None and _JOINS.search(walk.folded, last.end, clause.tokens[at].start) is not None
