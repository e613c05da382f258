"""Figures that their own form and the words beside them tell: a lot, a fee, a margin, old shares, an option."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import Cue, by_id
from .figures import is_old, span
from .tokens import Clause, Kind
from .walk import Walk

_PROCEEDS: Final = ("gross_proceeds", "net_proceeds")
_COMES_TO: Final = re.compile(
    r"(?:(?:则|可|将|会|或|能|就|便|总额|规模|金额|进一步|最终)*(?:最[高多]|至多|[升增达扩]{1,2}[大至到]|涨至|上看|高达|可达|达|为)(?:可?[达至到为])?)"
    r"(?:约|逾|近|到|至)?(?:[A-Z]{2,3}|港[币元]|人民币|美元)?[$€]?$"
)
"""Before what is raised in all: ``則最高``, ``可增至``, ``將升至約``."""
_FEE_REACH: Final = 12
_TAKES: Final = re.compile(
    r"[)）]?(?:的?(?:投资者|散户|者))?(?:连手续费|费用|入场费?|最少|至少|大约|约)*(?:要|需|须|就|即|为|只|仅|计|付|缴)*(?:约|大约)?\s*"
)
_A_LOT: Final = re.compile(r"(?:(?<![\d一二三四五六七八九十百千万])[一1]|每)手\s*$")
_SUPPOSED: Final = ("final_greenshoe_full", "final_ex_greenshoe")
_IN_BRACKETS: Final = Cue(id="gross_margin.brackets", words=())
_LOT: Final = Cue(id="board_lot.brackets", words=())
_OLD: Final = Cue(id="sale_shares.old", words=())
_FEE: Final = Cue(id="entry_fee.lot", words=())
_WITH_OPTION: Final = Cue(id="gross_proceeds.with_option", words=())


def margin(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A percentage alone in brackets behind a gross profit is the margin."""
    if kinds != ("percent",) or walk.last is None or walk.last.metric != "gross_profit" or walk.last.reason:
        return None
    if at == 0 or clause.tokens[at - 1].kind is not Kind.OPEN or clause.tokens[at - 1].start - walk.last.end > 1:
        return None
    return Reading("gross_margin_pct", None, _IN_BRACKETS, (0, 0), "percent")


def lot(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A number of shares alone in brackets behind an entry fee, or any behind 一手, is the lot."""
    if kinds == ("shares",) and walk.folded.endswith(("一手", "每手"), 0, clause.tokens[at].end):
        return _the_lot()  # 500股一手
    if kinds != ("shares",) or at == 0:
        return None
    before = clause.tokens[at - 1]
    if before.kind is not Kind.OPEN:
        if before.cue is not None and "shares" in before.cue.reads:
            return None
        return _the_lot() if _A_LOT.search(walk.folded, clause.start, clause.tokens[at].start) else None
    opens, last = clause.tokens[at - 1].start, walk.last
    priced = last is not None and last.metric == "entry_fee" and not last.reason and opens - last.end <= 1
    if not priced and not _A_LOT.search(walk.folded, clause.start, opens):
        return None
    return _the_lot()


def _the_lot() -> Reading:
    return Reading("board_lot", None, _LOT, (0, 0), "shares")


def old_shares(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Existing shares that call themselves so."""
    if not is_old(clause.tokens[at], walk.folded):
        return None
    return Reading("sale_shares", None, _OLD, (0, 0), "shares")


def fee(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What a lot takes, right behind the lot: ``打一手(200股)要2,525元``."""
    if kinds != ("price",) or walk.last is None or walk.last.metric != "board_lot" or walk.last.reason:
        return None
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    if not 0 <= start - walk.last.end <= _FEE_REACH or not _TAKES.fullmatch(walk.folded, walk.last.end, start):
        return None
    return Reading("entry_fee", None, _FEE, (0, 0), "price")


def to_date(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A sum of the part of a year right before it is no sum of several periods: ``前三季度合計虧7.24億元``."""
    cue, time = (clause.tokens[at - 1].cue, clause.tokens[at - 2]) if at > 1 else (None, None)
    if kinds[0] != "money" or cue is None or cue.id != "sum" or time is None or time.mention is None:
        return None
    part = time.mention.period.label[4:] if time.mention.period else time.mention.part
    if clause.tokens[at - 1].start > time.end + 1 or part in (None, "FY", "same"):
        return None
    words = walk.folded[clause.tokens[at - 1].start : clause.tokens[at - 1].end]
    told = by_id()["lost" if re.search("[亏蚀]", words) else "earned"]
    return Reading(walk.slots.resolve("@profit"), None, told, (time.end, clause.tokens[at - 1].end), "money")


def with_option(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What is raised in all once the option is used: ``集資54億元;若行使超額配股權,則最高62億元``."""
    if kinds[0] != "money" or walk.supposed is None or walk.supposed[0] not in _SUPPOSED:
        return None
    start = max(clause.start, walk.supposed[1])
    if not start < clause.tokens[at].start or not _COMES_TO.search(walk.folded, start, clause.tokens[at].start):
        return None
    told = (c.metric for c in reversed(walk.lately()) if c.reason is None and c.metric in _PROCEEDS)
    name = next(told, None)
    return Reading(name, None, _WITH_OPTION, (0, 0), "money") if name else None
