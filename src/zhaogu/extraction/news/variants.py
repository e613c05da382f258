"""What the words around a figure make of its metric: an end of a range, the number before a change, what is net."""

from __future__ import annotations

import re

from zhaogu.model import metric
from zhaogu.model.mention import Mention

from .candidate import Candidate
from .deductions import is_net
from .figures import FROM, INITIAL, span
from .tokens import Clause
from .walk import Walk

_OPTION_SHARES = ("shares_offered", "over_allotment_option_shares", "upsize_shares")
_IN_ALL = re.compile(r"(?:[升增扩大高加展]至|达到?|总[数量]|总股数|规模)[为至约]?\s*(?:最多|至多)?$")
_EX_CORNERSTONE = re.compile(
    r"的?(?:超额)?(?:认购|超购|覆盖)?\s*[(（](?:不含|不计|未计|剔除|扣除|撇除|不包括|已剔除|已扣除)[^()（）]{0,4}基石"
)
_UNUSED = re.compile(r"(?:余下|剩余|其余|未行使|未获行使|未动用)[^,，。;；]{0,8}$")
_PART = re.compile(r"[%成]\s*[,，]?\s*[即约(（]约?\s*$")
_ENDS = {
    "at_most": "offer_price_high",
    "high": "offer_price_high",
    "at_least": "offer_price_low",
    "low": "offer_price_low",
}
_SET = re.compile(r"(?:[定订][于在为]|落在|取|敲定|锁定)$")
"""Before 上限 or 下限: the price was set there."""
_LOTS = re.compile(r"(?:[2-9]|\d\d+|[二两三四五六七八九十百千]+)手(?!中签率)")
_YEARS = re.compile(r"(?:连续|每年|历年|年年)[^,，。;；增升涨长降跌减扩]{0,12}$")
"""Before an amount: it is told of several years at once, ``連續兩年守在5億元附近``."""
_ONE_LOT = re.compile(r"(?:[中每单一]一?签|[每一]手)(?:[(（][^()（）]{1,8}[)）])?[^,，。;；]{0,14}$")
_CONVERTED = re.compile(r"(?:折合|约合|折算|相当于)(?:为|成)?(?:人民币|港币|港元|美元|新台币)?约?$")
_PROCEEDS = ("gross_proceeds", "net_proceeds")
_TRANCHES = ("shares_offered_public", "shares_offered_international")


def variant(walk: Walk, name: str, mention: Mention, clause: Clause, cue: int) -> str:
    """The metric that a range, a starting value, the option or net words turn another one into."""
    start, end = span(mention)
    before = walk.folded[max(clause.start, start - 8) : mention.start]
    if name == "offer_price":
        return _ENDS.get(mention.bound or mention.qualifier, name)
    if name in ("offer_price_high", "offer_price_low") and _SET.search(walk.folded, max(0, cue - 4), cue):
        return "offer_price"
    if name == "over_allotment_option_shares" and _IN_ALL.search(walk.folded, clause.start, start):
        return "shares_offered"
    if name == "order_amount" and _is_cornerstones(walk):
        return "cornerstone_amount"
    if name in _OPTION_SHARES and walk.exercised in ("full", "partial"):
        return "over_allotment_shares_issued"
    if name in _PROCEEDS and "more_money" in walk.roles and walk.slots.resolve("@more_money"):
        return "additional_net_proceeds"
    if name == "net_profit" and _is_adjusted(walk, clause, cue):
        walk.slots.values["change"] = ("!growth of another profit", cue)
        return "net_profit_ex_nonrecurring"
    if name in _TRANCHES and (FROM.search(before) or INITIAL.search(before)):
        return f"{name}_initial"
    if name == "international_subscription_multiple" and _EX_CORNERSTONE.match(walk.folded, end):
        return f"{name}_ex_cornerstone"
    return "net_proceeds" if name == "gross_proceeds" and is_net(walk, start) else name


def _is_adjusted(walk: Walk, clause: Clause, cue: int) -> bool:
    """Whether the words before say without which items a profit is: ``若扣除非經常性損益,2025年淨利潤達6億元``."""
    words = [
        t.start for t in (*walk.history, *clause.tokens) if t.cue and t.cue.id == "net_profit_ex" and t.start < cue
    ]
    last = walk.last.start if walk.last else 0
    return bool(words) and words[-1] >= max(walk.sentence.start, last)


def _is_cornerstones(walk: Walk) -> bool:
    """Whether the orders are those of the cornerstone investors that the sentence speaks of."""
    held = walk.slots.values.get("subscribed_money")
    return held is not None and held[0] == "cornerstone_amount" and held[1] >= walk.sentence.start


def part(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """Why a figure is only a part or another one's: what is left of the option, 20%即4,000萬股, the rate of 200 lots."""
    before = walk.folded[max(clause.start, candidate.start - 24) : candidate.start]
    if candidate.metric == "one_lot_success_rate_pct" and _LOTS.search(before):
        return "the rate of another application"
    if metric(candidate.metric).type == "price" and _CONVERTED.search(before):
        return "a conversion"
    if metric(candidate.metric).by_period and _YEARS.search(before):
        return "a bound of several years"
    if candidate.metric.startswith(("net_profit", "adjusted")) and _ONE_LOT.search(before):
        return "gain of one lot"
    if candidate.metric == "over_allotment_option_shares":
        found = _UNUSED.search(walk.folded, max(0, candidate.start - 12), candidate.start)
        return "what is left of the option" if found else None
    if candidate.metric == "shares_offered":
        found = _PART.search(walk.folded, max(0, candidate.start - 16), candidate.start)
        return "a part of the offering" if found else None
    return None
