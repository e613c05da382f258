"""Figures of the accounts that a verb or a noun beside them reads: put into research, held in cash, fewer than before."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import by_id
from .figures import span
from .tokens import Clause
from .walk import Walk

_MORE_OR_LESS: Final = frozenset("多少")
_THAN: Final = re.compile(
    r"(?:较|比|按年|同比)(?:[^,，。;；]|(?<=\d),(?=\d)){0,30}(?:多|(?P<less>(?<![至最不])少))(?:了|约|逾|近)*$"
)
_MORE: Final = re.compile(r"(?:再|则|亦|更)?(?:多|(?P<less>少))(?:了|约|逾|近|出)*")
BY_AMOUNTS: Final = frozenset({"grow", "shrink", "earned_more", "earned_less"})
"""The cues behind which an amount is that of the change."""
_CASH: Final = re.compile(r"的?现金(?!流|股|分红|代价|支付|收购|选择|补偿|红利)")
_HELD: Final = re.compile(
    r"(?:手[上头中]|[账帐][上面]|持有|坐拥|握有|拥有|尚有|仍有|还有|储备|剩下?)(?:约|有|逾|近|超过|共|合共)*$"
)
"""Before an amount of cash: somebody has it."""
_PUTS: Final = re.compile(r"(?:投入|投放|投)(?:了|约|逾|近|超|超过|达|共)*$")
_INTO_RESEARCH: Final = re.compile(
    r"(?:的?资金|经费)?(?:用于|用作|用在|做|进行|于|到|在)(?:新药|产品|新产品|技术|核心技术|新|各类|相关)*的?(?:研发|研究|开发)"
)
"""Behind an amount: what it was put into."""
_OF_PROCEEDS: Final = re.compile(r"募|集资|筹|净额|所得|拟|将|计划|预计|未来")


def more_or_less(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """So many percent more or less than before is a change: ``較去年同期的3,405.4萬元少11.2%``, ``賺5億元,多1.37倍``."""
    if kinds[0] not in ("percent", "times") or _MORE_OR_LESS.isdisjoint(clause.letters):
        return None
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    said = _THAN.search(walk.folded, clause.start, start) or _MORE.fullmatch(walk.folded, clause.start, start)
    meaning = walk.slots.resolve("@change") if said else None
    if said is None or meaning is None:
        return None
    cue, reason = by_id()["shrink" if said["less"] else "grow"], meaning[1:] if meaning.startswith("!") else None
    return Reading(None if reason else meaning, reason, cue, (0, 0), kinds[0])


def changed_by(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """An amount right behind a word of change is no new level: ``收入增加1.2亿元``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if kinds[0] != "money" or before is None or before.cue is None or mention is None:
        return None
    if before.cue.id not in BY_AMOUNTS or span(mention)[0] - before.end > 1:
        return None
    meaning = walk.slots.resolve("@change")
    if meaning is None or not meaning.endswith("_growth_pct"):
        return None
    return Reading(None, "a change by an amount", before.cue, (before.start, before.end), "money")


def held_in_cash(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """An amount of cash that is held: ``手上有3.3亿元现金``, and none that is paid."""
    mention = clause.tokens[at].mention
    if kinds[0] != "money" or mention is None or "现" not in clause.letters:
        return None
    start, end = span(mention)
    if not _CASH.match(walk.folded, end) or not _HELD.search(walk.folded, clause.start, start):
        return None
    return Reading("cash_and_equivalents", None, by_id()["cash"], (0, 0), "money")


def its_ratio(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A bare 费用率 behind the research expense is its ratio: ``研发费用1,870万元,费用率15.2%``."""
    before, last = clause.tokens[at - 1] if at else None, walk.last
    if kinds != ("percent",) or before is None or before.cue is None or last is None or last.reason:
        return None
    if not last.metric.startswith("rd_") or not walk.folded.startswith("费用率", before.start):
        return None
    return Reading("rd_ratio_pct", None, by_id()["rd_ratio"], (before.start, before.end), "percent")


def spent(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What was put into research, by its verb: ``投入1.6亿元用于研发``; what is raised for it is no such figure."""
    mention = clause.tokens[at].mention
    if kinds[0] != "money" or mention is None or "投" not in clause.letters or "研" not in clause.letters:
        return None
    start, end = span(mention)
    if not _PUTS.search(walk.folded, clause.start, start) or not _INTO_RESEARCH.match(walk.folded, end, clause.end):
        return None
    if _OF_PROCEEDS.search(walk.folded, walk.sentence.start, start):
        return None
    return Reading("rd_investment", None, by_id()["rd_investment"], (0, 0), "money")
