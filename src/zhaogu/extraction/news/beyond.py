"""Readings beyond the figure's own clause: restatements, lists in parallel, and metrics carried on."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from zhaogu.model import metric
from zhaogu.model.mention import MentionKind

from .binding import Reading, carried
from .candidate import Candidate
from .cues import Cue, by_id
from .figures import FROM, INITIAL, is_old, span
from .greenshoe import only_supposes
from .tokens import Clause, Kind, Token
from .walk import Walk

_BY_PERIOD_CARRY = frozenset({"money", "percent"})
_GOES_ON = ("to", "respectively", "prior_period", "next_year", "next_two_years", "same_period")
_NEAR_BRACKET = 3
_PROCEEDS = ("gross_proceeds", "net_proceeds")
_COMES_TO = re.compile(
    r"(?:(?:则|可|将|会|或|能|就|便|总额|规模|金额|进一步|最终)*(?:最[高多]|至多|[升增达扩]{1,2}[大至到]|涨至|上看|高达|可达|达|为)(?:可?[达至到为])?)"
    r"(?:约|逾|近|到|至)?(?:[A-Z]{2,3}|港[币元]|人民币|美元)?[$€]?$"
)
"""Before what is raised in all: ``則最高``, ``可增至``, ``將升至約``."""
_BARE = re.compile(
    r"[\s,，]*(?:[二两]者|两项|还|仍|则|全年|同期|底|末|的|约|为|达|到|至|逾|近|超|共|有|录得|录|报|是|仅|人民币|一共|合共|实现|取得)*"
)
_FEE_REACH = 12
_TAKES = re.compile(
    r"[)）]?(?:的?(?:投资者|散户|者))?(?:连手续费|费用|入场费?|最少|至少|大约|约)*(?:要|需|须|就|即|为|只|仅|计|付|缴)*(?:约|大约)?\s*"
)
_BODIES = frozenset("家名位间")
_INVESTORS = re.compile(
    r"\s*(?:[,，。;；、:：)）(（]|$|机构|投资|基石|撑场|参与|认购|合共|合计|包括|承诺|共|分别|知名|大型|国际)"
)
_ASKED_FOR = re.compile(
    r"(?<![可所]供)(?:认购|申请|申购)[^占,，。;；]{0,16}(?:[可所]供|提呈|初步|发售|公开)[^占,，。;；]{0,14}"
    r"(?:[的之]|总数|总额|数目|股数|股份|份额)(?:大约|仅|只|约|近|逾)*$"
)
_TIMES_THE_SHARES = re.compile(
    r"(?:相当于|相等于|等于|[为是])[^,，。;；\d]{0,12}[\d.,]+[万亿]?股[^,，。;；\d]{0,8}的(?:大?约|近|逾)?$"
)
_A_LOT = re.compile(r"(?:(?<![\d一二三四五六七八九十百千万])[一1]|每)手\s*$")
_TAKEN = ("cornerstone_shares", "cornerstone_share_pct", "cornerstone_amount")
_INVESTOR = re.compile(
    r"\s*(?:当中|其中|而|另|及)?(?!余|其余|剩|另外|合|共)[^\s,，。;；:：()（）\d公散]{2,14}(?:则|亦|也)?"
)
_AMONG = ("当中", "其中", "而")
_ACT_AS = re.compile(
    r"\s*(?:知名|国际|长线|大型|海外|内地|本地|中外|境内外)*(?:机构|投资者|投资人|投资方|企业|公司|股东|基金|财团)+(?:[,，])?(?:获?引入)?"
    r"(?:作为?|为|担任|成为?|当|出任|充当|担当|组成|以)(?:了|是次|今次|此次|本次|公司|上市|首发|的)*基石"
)
"""Bodies behind their number that are the cornerstone investors: ``9家机构作为基石投资者``."""
_CLOSES = re.compile(r"[^,，。;；\d]{0,4}[,，](?:最终|全日|今日|终场)?(?:收[市盘]?[报于在]?|报收?于?|终报)(?:每股)?\d")
_TO_A_PRICE = re.compile(
    r"(?:以上|左右|多)?\s*[,，(（]?\s*(?:股价|最终|并|则)*(?:[升跌涨挫收]?[至到]|收?[见于在]|收报|企于)\s*(?:每股)?"
)
_SUPPOSED = ("final_greenshoe_full", "final_ex_greenshoe")
_SUBSCRIBE = re.compile(r"\s*(?:共|合共|合计|一共|总共|总计|累计|联合|携手|承诺|同意|拟|将)*(?:认购|出资|斥资)")
_ELLIPTIC = re.compile(
    r"(?:[(（][^()（）]{2,12}[)）])?\s*(?:则|就|亦|也|都|均|只|仅|约|逾|近|有|同[年期]|当年|为|是|达|得|录得?|获得?|取得|报|独占|独得|占|以|拿下|收获|分别|依次|各|[:：])*\s*"
)
_CHANGES = re.compile(
    r"\s*(?:[则而亦也已更便即]|分别|逐年|逐步|一路|持续|[两三四五]年[间来内]?|期[间内]|报告期内?|往绩(?:记录)?期内?)*[由从自](?:约|逾|近|人民币)*"
)
_SOMETHING_ELSE = re.compile(r"该项|此项|这一?项|该等|有关|相关|[这该]部分|部分来自")
_COMES_TO_BE = re.compile(r"[多余左右]{0,2}[,，]?(?:至|到|达到?|为)(?:约|逾|近|超|超过|人民币)*")
_AT_HOME = re.compile(r"[境国]内|内地|大陆|本土|本地|内销")
_ABROAD = re.compile(r"[海境国]外|外销|出口")
_MORE_OR_LESS = frozenset("多少")
_THAN = re.compile(
    r"(?:较|比|按年|同比)(?:[^,，。;；]|(?<=\d),(?=\d)){0,30}(?:多|(?P<less>(?<![至最不])少))(?:了|约|逾|近)*$"
)
_BY_AMOUNTS = frozenset({"grow", "shrink", "earned_more", "earned_less"})
_SIGNED = re.compile(r"[(（]$|(?:同比|按年|年比|较上年|较去年|YoY)[:：]?\s?$", re.IGNORECASE)
"""Before a percentage with a sign: it is a change."""
_PUTS = re.compile(r"(?:投入|投放|投)(?:了|约|逾|近|超|超过|达|共)*$")
_INTO_RESEARCH = re.compile(
    r"(?:的?资金|经费)?(?:用于|用作|用在|做|进行|于|到|在)(?:新药|产品|新产品|技术|核心技术|新|各类|相关)*的?(?:研发|研究|开发)"
)
_OF_PROCEEDS = re.compile(r"募|集资|筹|净额|所得|拟|将|计划|预计|未来")
_RESTATED = re.compile(r"(?:约合|折合|相当于|即|合)[约人民币\s]{0,5}$")
_TOLD = 3
"""So many of the figures told last are of one metric, where a change of nothing else is one of it."""
_BESIDE = re.compile(r"\s*[,，]\s*(?:约|大约|约为|或)\s*")
"""Between an amount and the same one in another currency."""
_LISTED = re.compile(r"\s*(?:[、和及与/]|以及)\s*")
_GROWTH = {
    "revenue": "revenue_growth_pct",
    "net_profit": "net_profit_growth_pct",
    "net_profit_attributable": "net_profit_growth_pct",
}


def margin(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A percentage alone in brackets behind a gross profit is the margin."""
    if kinds != ("percent",) or walk.last is None or walk.last.metric != "gross_profit" or walk.last.reason:
        return None
    if at == 0 or clause.tokens[at - 1].kind is not Kind.OPEN or clause.tokens[at - 1].start - walk.last.end > 1:
        return None
    return Reading("gross_margin_pct", None, Cue(id="gross_margin.brackets", words=()), (0, 0), "percent")


def lot(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """A number of shares alone in brackets behind an entry fee, or any behind 一手, is the lot."""
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
    return Reading("board_lot", None, Cue(id="board_lot.brackets", words=()), (0, 0), "shares")


def old_shares(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Existing shares that call themselves so."""
    if not is_old(clause.tokens[at], walk.folded):
        return None
    return Reading("sale_shares", None, Cue(id="sale_shares.old", words=()), (0, 0), "shares")


def fee(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What a lot takes, right behind the lot: ``打一手(200股)要2,525元``."""
    if kinds != ("price",) or walk.last is None or walk.last.metric != "board_lot" or walk.last.reason:
        return None
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    if not 0 <= start - walk.last.end <= _FEE_REACH or not _TAKES.fullmatch(walk.folded, walk.last.end, start):
        return None
    return Reading("entry_fee", None, Cue(id="entry_fee.lot", words=()), (0, 0), "price")


def takes_too(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Shares of another investor in the clauses behind cornerstones: ``当中甲基金402万股,乙资本258万股``."""
    last, mention = _told_of_them(walk, clause) or walk.last, clause.tokens[at].mention
    if kinds != ("shares",) or mention is None or last is None or last.metric not in _TAKEN or last.reason:
        return None
    if any(t.cue and t.cue.id != "of_which" for t in clause.tokens[:at] if t.end - t.start > 1):
        return None
    if not _INVESTOR.fullmatch(walk.folded, clause.start, span(mention)[0]):
        return None
    return Reading("cornerstone_shares", None, Cue(id="cornerstone.listed", words=()), (0, 0), "shares")


def _told_of_them(walk: Walk, clause: Clause) -> Candidate | None:
    """The figure told last, where a sentence goes on with some of those that it is of: ``當中甲基金一家1,266萬股``."""
    among = walk.folded.startswith(_AMONG, clause.start) and clause.start == walk.sentence.start
    return next((c for c in reversed(walk.found[-_TOLD:]) if c.metric in _TAKEN), None) if among else None


def asked_for(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """How much of what was offered was asked for: ``认购额仅为初步可供认购股数的24%`` is 0.24 times."""
    mention = clause.tokens[at].mention
    if kinds not in (("percent",), ("times",)) or mention is None:
        return None
    meaning = walk.slots.resolve("@multiple")
    if meaning is None or meaning.startswith("!"):
        return None
    pattern = _ASKED_FOR if kinds == ("percent",) else _TIMES_THE_SHARES
    if not pattern.search(walk.folded, clause.start, span(mention)[0]):
        return None
    return Reading(meaning, None, Cue(id="asked_for", words=(), basis="total"), (0, 0), kinds[0])


def over_all(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Over-subscription of no tranche, where none was spoken of, is that of the public: ``獲超額認購2,300倍``."""
    mention = clause.tokens[at].mention
    if kinds[0] != "times" or mention is None or "multiple" in walk.slots.values or walk.sentence.heading:
        return None
    start, end = span(mention)
    over = [t for t in clause.cued if t.cue is not None and t.cue.basis == "over"]
    word = next((t for t in over if 0 <= start - t.end <= _NEAR_BRACKET or 0 <= t.start - end <= 1), None)
    owners = walk.who.at(start)
    if word is None or word.cue is None or not owners or any(c.exchange not in (None, "HKEX") for c in owners):
        return None
    return Reading("public_subscription_multiple", None, word.cue, (word.start, word.end), "times")


def counted(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...], *, first: bool = False) -> Reading | None:
    """A number of bodies that act as cornerstone investors, or stand where these are spoken of and nothing says more.

    ``first`` for those that subscribe, ``三家合共認購``, before other words read them as applications.
    """
    token = clause.tokens[at]
    if "count" not in kinds or token.mention is None or token.mention.unit not in _BODIES:
        return None
    end = span(token.mention)[1]
    behind = _SUBSCRIBE if first else _INVESTORS
    told = walk.slots.resolve("@investors") == "cornerstone_count" and behind.match(walk.folded, end)
    if not told and not _ACT_AS.match(walk.folded, end):
        return None
    return Reading("cornerstone_count", None, Cue(id="cornerstone.counted", words=()), (0, 0), "count")


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
    return Reading("closing_price", None, Cue(id="close.at", words=()), (0, 0), "price")


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
    return Reading(None if reason else meaning, reason, Cue(id="signed", words=()), (0, 0), "percent")


def more_or_less(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """So many percent more or less than before is a change: ``較去年同期的3,405.4萬元少11.2%``."""
    if kinds != ("percent",) or _MORE_OR_LESS.isdisjoint(clause.letters):
        return None
    mention = clause.tokens[at].mention
    start = span(mention)[0] if mention else clause.tokens[at].start
    said = _THAN.search(walk.folded, clause.start, start)
    meaning = walk.slots.resolve("@change") if said else None
    if said is None or meaning is None:
        return None
    cue, reason = by_id()["shrink" if said["less"] else "grow"], meaning[1:] if meaning.startswith("!") else None
    return Reading(None if reason else meaning, reason, cue, (0, 0), "percent")


def changed_by(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """An amount right behind a word of change is no new level: ``收入增加1.2亿元``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if kinds[0] != "money" or before is None or before.cue is None or mention is None:
        return None
    if before.cue.id not in _BY_AMOUNTS or span(mention)[0] - before.end > 1:
        return None
    meaning = walk.slots.resolve("@change")
    if meaning is None or not meaning.endswith("_growth_pct"):
        return None
    return Reading(None, "a change by an amount", before.cue, (before.start, before.end), "money")


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
    last = walk.last if metric(walk.last.metric).type == "money" or opened else _amount_before(walk)
    if last is None or last.unit == mention.unit or metric(last.metric).type != "money":
        return None
    name, reason = last.metric, last.reason
    sign = "-" if isinstance(last.value, Decimal) and last.value < 0 else None
    return Reading(None if reason else name, reason, Cue(id="restated", words=(), sign=sign), (0, 0), "money", name)


def _amount_before(walk: Walk) -> Candidate | None:
    """The amount of which the change was told last: ``营收9亿元人民币,同比增长29.3%,折合1.2亿美元``."""
    told = [c for c in walk.found[-_TOLD:] if c.start >= walk.sentence.start]
    amounts = [c for c in told if metric(c.metric).type == "money"]
    only = {c.metric for c in told if c.metric.endswith("_growth_pct")}
    return amounts[-1] if amounts and only == {_GROWTH.get(amounts[-1].metric)} else None


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


def with_option(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What is raised in all once the option is used: ``集資54億元;若行使超額配股權,則最高62億元``."""
    if kinds[0] != "money" or walk.supposed is None or walk.supposed[0] not in _SUPPOSED:
        return None
    start = max(clause.start, walk.supposed[1])
    if not start < clause.tokens[at].start or not _COMES_TO.search(walk.folded, start, clause.tokens[at].start):
        return None
    told = (c.metric for c in reversed(walk.found[-_TOLD:]) if c.reason is None and c.metric in _PROCEEDS)
    name = next(told, None)
    return Reading(name, None, Cue(id="gross_proceeds.with_option", words=()), (0, 0), "money") if name else None


def carried_on(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The metric of the clauses before, where the clause goes on with it: another period, or a change to."""
    earlier = reversed(clause.tokens[:at])
    before = next((t for t in earlier if t.cue is None or t.cue.role or any(k in t.cue.reads for k in kinds)), None)
    if kinds == ("percent",) and (change := _dated_change(walk, clause, at)) is not None:
        return change
    supposed = walk.supposed is not None and walk.supposed[1] >= clause.start
    if supposed and only_supposes(walk.folded, clause.start, clause.tokens[at].start):
        return carried(walk.history, kinds, walk.slots)
    if _is_elliptic(walk, clause, at) or _is_left_open(walk, clause, at, kinds):
        return carried(walk.history, kinds, walk.slots)
    if kinds[0] == "money" and (_after_change(walk, clause, at) or _ends_change(walk, clause, at)):
        return _of_the_sentence(walk, kinds)
    if kinds[0] in _BY_PERIOD_CARRY and (_changes(walk, clause, at) or _only_says(walk, clause, at)):
        asked = walk.folded[clause.start - 1 : clause.start] in ("?", "？")
        return carried(walk.history, kinds, walk.slots) if asked else _of_the_sentence(walk, kinds)
    if _SOMETHING_ELSE.search(walk.folded, clause.start, clause.tokens[at].start):
        return None
    timed = before is not None and before.kind is Kind.TIME and _is_amount(walk, before, clause.tokens[at])
    led = before is not None and before.cue is not None and before.cue.role in _GOES_ON
    if not (timed or led or _goes_on(walk.folded[clause.start : clause.tokens[at].start], clause, at, kinds)):
        return None
    reading = carried(walk.history, kinds, walk.slots)
    if timed and reading is not None and reading.metric and kinds[0] in _BY_PERIOD_CARRY:
        return reading if metric(reading.metric).by_period else None
    return reading


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


def _of_the_sentence(walk: Walk, kinds: tuple[str, ...]) -> Reading | None:
    """What the latest cue of the sentence reads, if it is told by period."""
    here = [token for token in walk.history if token.start >= walk.sentence.start]
    reading = carried(here, kinds, walk.slots)
    return reading if reading and (reading.metric is None or metric(reading.metric).by_period) else None


def _dated_change(walk: Walk, clause: Clause, at: int) -> Reading | None:
    """A change with its year, of what the sentence before told: ``收入分別為…。2023年增長47.6%``."""
    tokens = clause.tokens[:at]
    cue = next((t.cue for t in reversed(tokens) if t.cue and t.cue.role != "to"), None)
    dated = any(t.kind is Kind.TIME and t.mention and t.mention.kind is MentionKind.PERIOD for t in tokens)
    if not dated or cue is None or cue.role != "change" or cue.reads.get("percent") != "@change":
        return None
    told = {c.metric for c in walk.found[-_TOLD:] if c.reason is None and not c.metric.endswith("_growth_pct")}
    if not walk.history or len(told) != 1 or (name := told.pop()) not in _GROWTH:
        return None
    return Reading(_GROWTH[name], None, cue, (0, 0), "percent")


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
    changed = before is not None and any(t.cue and t.cue.role == "change" for t in before.tokens)
    return changed and told is not None and told.kind in (MentionKind.PERCENT, MentionKind.MULTIPLE)


def _ends_change(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a figure is what a change right before it led to: ``收入止跌回升,同比增加9.1%至23.5亿元``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if before is None or before.mention is None or before.kind is not Kind.FIGURE or mention is None:
        return False
    kinds = (MentionKind.PERCENT, MentionKind.MULTIPLE, MentionKind.MONEY)
    changed = before.mention.kind in kinds and "change" in clause.roles
    return changed and _COMES_TO_BE.fullmatch(walk.folded, before.end, span(mention)[0]) is not None


def _goes_on(said: str, clause: Clause, at: int, kinds: tuple[str, ...]) -> bool:
    """Whether the words before a figure go on with what was spoken of."""
    if kinds[0] in ("times", "shares") and not said.strip(" \n再则仅为约逾达就到有还剩只其另即录获得报也亦均都更共至"):
        return True
    if "shares" in kinds and (FROM.search(said) or INITIAL.search(said)):
        return True
    told = any(t.kind is Kind.TIME for t in clause.tokens[:at])
    return kinds[0] == "money" and told and said.rstrip("约逾近").endswith(("至", "到", "为", "达"))


def parallel(walk: Walk, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
    """One reading for each figure of a list, where the text names as many tranches or metrics."""
    if len(group) < 2 or reading.type not in reading.cue.reads:
        return None
    slot = reading.cue.reads[reading.type]
    if reading.cue.role != "ends" and all(
        a.mention and b.mention and a.mention.mate == b.mention.start for a, b in pairwise(group)
    ):
        return None  # one range
    if reading.cue.role == "ends":
        values = [t.mention.value for t in group if t.mention and t.mention.value is not None]
        falls = values == sorted(values, reverse=True)
        ends = ("offer_price_high", "offer_price_low") if falls else ("offer_price_low", "offer_price_high")
        named = [(end, reading.cue) for end in ends]  # 上下限 and 下限及上限 alike
    elif slot == "@share" and len(group) == 2 and (homes := _at_home_and_abroad(walk, clause, at)):
        named = [(name, reading.cue) for name in homes]
    elif slot == "@share" and len(group) == 2 and sum(t.mention.value or 0 for t in group if t.mention) == 100:
        named = [("public_share_pct", reading.cue), ("international_share_pct", reading.cue)]
    elif slot == "@change":
        named = [(name, reading.cue) for name in _grown(walk, clause, at, len(group))]
    elif slot.startswith("@"):
        named = [(t.cue.fills[slot[1:]], reading.cue) for t in clause.tokens[:at] if t.cue and slot[1:] in t.cue.fills]
    else:
        named = _named(walk, clause, at, reading.type)
    told = dict(named)
    if len(told) != len(group):
        told = {name: cue for name, cue in named if name[0] != "!"}
    if len(told) != len(group):
        return None
    return [
        replace(
            reading, metric=None if n[0] == "!" else n, reason=n[1:] if n[0] == "!" else None, tempting=None, cue=cue
        )
        for n, cue in told.items()
    ]


def _at_home_and_abroad(walk: Walk, clause: Clause, at: int) -> list[str]:
    """What two shares of the revenue are, where home and abroad are named before them: ``境内、境外收入分别占66.6%和33.4%``."""
    start, end = clause.start, clause.tokens[at].start
    home, abroad = _AT_HOME.search(walk.folded, start, end), _ABROAD.search(walk.folded, start, end)
    if home is None or abroad is None:
        return []
    names = ["!the share at home", "overseas_revenue_pct"]
    return names if home.start() < abroad.start() else names[::-1]


def _named(walk: Walk, clause: Clause, at: int, type_: str) -> list[tuple[str, Cue]]:
    """The metrics and decoys that a clause names before its figures, also by the short names of a list."""
    named, joins = [], False
    for token, following in pairwise(clause.tokens[: at + 1]):
        joined, joins = joins, _LISTED.fullmatch(walk.folded, token.end, following.start) is not None
        if token.cue is None:
            continue
        reading = token.cue.reads.get(type_, "@")
        if token.cue.short and (joins or token.end == following.start):
            named.append((token.cue.short, token.cue))
        elif reading[0] != "@" and (reading[0] != "!" or joins or joined):
            named.append((reading, token.cue))
    return named


def _grown(walk: Walk, clause: Clause, at: int, size: int) -> list[str]:
    """Whose changes a list of percentages gives: of the metrics named in its clause, in its sentence, or told last."""
    here = [t for t in clause.tokens[:at] if t.cue and "change" in t.cue.fills]
    before = [t for t in walk.history if t.start >= walk.sentence.start and t.cue and "change" in t.cue.fills]
    for tokens in (here, [*before, *here]):
        names = list(dict.fromkeys(t.cue.fills["change"] for t in tokens if t.cue and "money" in t.cue.reads))
        if len(names) == size:
            return names
    if size != 2:
        return []
    latest = dict.fromkeys(_GROWTH[c.metric] for c in reversed(walk.found[-4:]) if c.metric in _GROWTH)
    return list(latest)[1::-1]
