"""What the words around a figure make of its metric: an end of a range, the number before a change, what is net."""

from __future__ import annotations

import re

from zhaogu.model import metric
from zhaogu.model.mention import Mention

from .candidate import Candidate
from .deductions import is_net
from .figures import is_before, span
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
_OF_THE_WHOLE = re.compile(
    r"(?:[^,，。;；、\d]{0,4}[,，](?:同比|按年|大幅|急|劲|猛|大|微|略)*[增升涨跌降减下][^,，。;；]{0,14})?[^,，。;；、\d]{0,4}[,，](?:约|共|合共)?"
    r"占(?:比|去|到|了|公司|集团|整体|全部|当期|同期)*(?:总收入|总营收|收入|营收|营业收入|营业额|[升增降跌]至|[为约达]|\d)"
)
"""Behind a revenue: it is the share of a part, 乙產品收入3億元,佔總收入的六成."""
_YEARS = re.compile(
    r"(?<![\d至到-])(?:[两二三四五六七八九十]|(?<!\d)[2-9])年(?:间|内|来|累计|合共|共|收入|营收|纯利|净利)*"
    r"(?:(?:大幅|急|大|飙|暴|劲)?[增升长翻涨跌减降][^,，。;；]{0,4})?$"
)
_SINCE = re.compile(
    r"(?:(?:年内|至今|迄今|以来|[今去]年)[^,，。;；]{0,10}|(?<!首日)(?<!全日)(?<!收市)累[计积]?)(?:[大急劲飙狂暴上下]?[升涨扬飙跌挫][幅势]?[^,，。;；\d]{0,4})?$"
)
"""Before a change: it is that of the time since, and not of a day."""
_CONVERTED = re.compile(r"(?:折合|约合|折算|相当于)(?:为|成)?(?:人民币|港币|港元|美元|新台币)?约?$")
_FUNDED = re.compile(r"融资|注资|入股")
_ROUND = re.compile(r"估值|[投轮]后|领投|跟投|轮|(?:完成|获得?|拿到|宣布)[^,，。;；]{0,16}$")
_PUBLIC = re.compile(r"IPO|上市|首发|首次公开|挂牌|招股|公开发|港交所|联交所|交易所|发行")
_NEAR = 80
_BRINGS = re.compile(
    r"(?:股|[,，])[^,，。;；]{0,4}[,，]?(?:公司|集团|发行人|可|将|会|并|预期|预计|料|为|其)*(?:带来|带进|带入|贡献|[收取获]得|收取|收到|[进入]账|新增|增加)(?:合共|最多|至多|约|近|逾|的)*$"
)
_PROCEEDS = ("gross_proceeds", "net_proceeds")
_TRANCHES = ("shares_offered_public", "shares_offered_international")


def variant(walk: Walk, name: str, mention: Mention, clause: Clause, cue: int) -> str:
    """The metric that a range, a starting value, the option or net words turn another one into."""
    start, end = span(mention)
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
    if name in _PROCEEDS:
        return _proceeds(walk, name, start)
    if name == "net_profit":
        return _profit(walk, clause, cue)
    if name in _TRANCHES and is_before(walk.folded, max(walk.sentence.start, start - 20), mention.start):
        return f"{name}_initial"
    if name == "international_subscription_multiple" and _EX_CORNERSTONE.match(walk.folded, end):
        return f"{name}_ex_cornerstone"
    return name


def _profit(walk: Walk, clause: Clause, cue: int) -> str:
    """Which profit it is, where the words before say what it leaves out."""
    if _is_adjusted(walk, clause, cue):
        walk.slots.values["change"] = ("!growth of another profit", cue)
        return "net_profit_ex_nonrecurring"
    return walk.profit or "net_profit"


def _is_private(walk: Walk, candidate: Candidate) -> bool:
    """Whether 融资 is a round before the listing: a valuation, its leader or 完成 stands beside it, and no offering."""
    start = max(walk.sentence.start, candidate.start - _NEAR)
    end = min(walk.sentence.end, candidate.end + _NEAR)
    if not _FUNDED.search(walk.folded, candidate.start - 2, candidate.end + 4) or _PUBLIC.search(
        walk.folded, start, end
    ):
        return False
    return (
        _ROUND.search(walk.folded, start, candidate.start) is not None
        or _ROUND.search(walk.folded, candidate.end, end) is not None
    )


def _proceeds(walk: Walk, name: str, start: int) -> str:
    """What an amount raised is: that of the option, or what is left after expenses."""
    if walk.slots.resolve("@more_money") and ("more_money" in walk.roles or _is_brought(walk, start)):
        return "additional_net_proceeds"
    return "net_proceeds" if is_net(walk, start) else name


def _is_brought(walk: Walk, start: int) -> bool:
    """Whether the option, once exercised, brings the amount: ``若行使超額配股權,可額外發行9百萬股,帶來約3億元淨額``."""
    if walk.supposed is None or walk.supposed[0] != "final_greenshoe_full":
        return False
    return _BRINGS.search(walk.folded, max(walk.supposed[1], start - _NEAR), start) is not None


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
    if candidate.metric == "gross_proceeds" and _is_private(walk, candidate):
        return "a private round"
    if candidate.metric == "revenue" and _OF_THE_WHOLE.match(walk.folded, candidate.end):
        walk.slots.values["change"] = ("!growth of a part", candidate.start)
        return "a part of revenue"
    if candidate.metric.endswith("_growth_pct") and _YEARS.search(
        walk.folded, max(clause.start, candidate.start - _NEAR), candidate.start
    ):
        return "growth over several years"
    if candidate.metric == "net_profit_growth_pct" and walk.profit:
        return "growth of another profit"
    if candidate.metric == "first_day_change_pct" and _SINCE.search(
        walk.folded, max(clause.start, candidate.start - _NEAR), candidate.start
    ):
        return "the change since the listing"
    if metric(candidate.metric).type == "price" and _CONVERTED.search(before):
        return "a conversion"
    if candidate.metric == "over_allotment_option_shares":
        found = _UNUSED.search(walk.folded, max(0, candidate.start - 12), candidate.start)
        return "what is left of the option" if found else None
    if candidate.metric == "shares_offered":
        found = _PART.search(walk.folded, max(0, candidate.start - 16), candidate.start)
        return "a part of the offering" if found else None
    return None
