"""What the words around a figure make of its metric: an end of a range, the number before a change, what is net."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention

from .deductions import is_net
from .figures import is_before, span
from .supposing import EXPECTS
from .tokens import Clause
from .walk import Walk

_OPTION_SHARES: Final = ("shares_offered", "over_allotment_option_shares", "upsize_shares")
_IN_ALL: Final = re.compile(
    r"(?:[升增扩大高加展]至|达到?|总[数量]|总股数|规模)[为至约]?\s*(?:最多|至多)?$|行使[前后](?:[,，]?(?:发行|发售))?(?:股[份数]|总[数量]|规模|则|将|共|合共|为|达|约|有)*$"
)
_WITH_IT: Final = re.compile(
    r"[^,，。;；\d()（）]{2,12}(?:后的?(?:股份|股数|总数|总量|规模)?|(?:后)?[)）](?:股份|股数)?)(?:则|变|增至|升至|扩至|合计|合共|共|为|达|约)*\Z"
)
"""From the option to upsize on: the shares are all of the offering, 行使發售量調整權後為8,000萬股, (含發售量調整權)8,000萬股."""
_EX_CORNERSTONE: Final = re.compile(
    r"的?(?:超额)?(?:认购|超购|覆盖)?\s*[(（](?:不含|不计|未计|剔除|扣除|撇除|不包括|已剔除|已扣除)[^()（）]{0,4}基石[^()（）\d]{0,10}[)）]"
)
_ENDS: Final = {
    "at_most": "offer_price_high",
    "high": "offer_price_high",
    "at_least": "offer_price_low",
    "low": "offer_price_low",
}
_SET: Final = re.compile(r"(?:[定订]价?[于在为]|落在|取|敲定|锁定)(?:招股|发[售行]|定价|指导)?价?格?(?:区间|范围)?的?$")
"""Before 上限 or 下限: the price was set there."""
_PRICED: Final = re.compile(r"(?:的?价格)?(?:最终)?(?:定价|订价|敲定)(?!日|区间|范围)")
_IF: Final = re.compile(rf"(?:若|如|倘|{EXPECTS}|假设|预期|拟|按|计划)[^,，。;；]{{0,10}}$")
_BRINGS: Final = re.compile(
    r"(?:股|[,，])[^,，。;；]{0,4}[,，]?(?:公司|集团|发行人|可|将|会|并|预期|预计|料|为|其|由此|因此|额外|再|另|多)*(?:带来|带进|带入|贡献|[收取获]得|收取|收到|[进入]账|新增|增加)(?:合共|最多|至多|约|近|逾|的)*$"
)
_IN_TOTAL: Final = re.compile(r"连同|合[共计]|总|最终|累[计积]|原先|此前|上市时")
_OF_IT: Final = ("", "的", "最终", "的最终", "项下的", "项下", "最终的")
"""Between a tranche and a word for its shares."""
_SCOPES: Final = {"public": "shares_offered_public", "international": "shares_offered_international"}
_FIRST: Final = ("shares_offered_public_initial", "shares_offered_international_initial")
_LAST: Final = re.compile(r"(?:最终|最后)[^,，。;；\d]{0,14}$|[增升扩提减降缩][^,，。;；\d]{0,3}[至到为](?:了|约|共)*$")
"""Before shares: they are those that a tranche has in the end."""
_LIMIT: Final = re.compile(r"(?:上限|最[高多]|至多|可(?:供)?行使)(?:的|股[份数]|总数|数目|数量|规模|为|是|约|涉及)*$")
"""Before shares where the option was used: they are all that it allowed, ``佔可行使上限1,919,800股不足三分之一``."""
_ATTRIBUTABLE: Final = re.compile(
    r"归[属母](?:于|予|至)?(?:[母本]?公司|上市公司|挂牌公司|集团)?的?(?:普通股|权益)?(?:股东|拥有人|所有者|业主|持有人)?"
    r"(?:权益)?(?:应占)?[之的]?(?:税后)?$"
    r"|归属于?[^,，。;；\d的]{2,12}的$"
)
"""Before a profit or a loss: whose it is, ``歸屬母公司淨損``."""
_OWNERS: Final = 20
_GIVEN_TO: Final = re.compile(r"(?:分配|分派|派发|配发|发放|派)[予给](?:了|约|合共|共)*$")
"""Before so many applicants: they got shares."""
_NEAR: Final = 80
_PROCEEDS: Final = ("gross_proceeds", "net_proceeds")
_TRANCHES: Final = ("shares_offered_public", "shares_offered_international")


def variant(walk: Walk, name: str, mention: Mention, clause: Clause, cue: int) -> str:
    """The metric that a range, a starting value, the option or net words turn another one into."""
    start, end = span(mention)
    if name == "offer_price":
        return _supposed_end(walk, cue) or _ENDS.get(mention.bound or mention.qualifier, name)
    if name in ("offer_price_high", "offer_price_low") and _is_set(walk, cue, mention.end):
        return "offer_price"
    if name == "shares_offered" and (tranche := _of_a_tranche(walk, clause, cue)) is not None:
        name = tranche
    if name in _OPTION_SHARES:
        return _option_shares(walk, name, mention, clause, cue)
    if name == "valid_applications" and _GIVEN_TO.search(walk.folded, clause.start, start):
        return "successful_applications"
    if name == "order_amount" and _is_cornerstones(walk):
        return "cornerstone_amount"
    if name in _PROCEEDS:
        return _proceeds(walk, name, start)
    if name == "net_profit":
        return _profit(walk, clause, cue)
    if name in _TRANCHES or name in _FIRST:
        return _of_the_end(walk, name, mention, clause)
    if name == "international_subscription_multiple" and _EX_CORNERSTONE.match(walk.folded, end):
        return f"{name}_ex_cornerstone"
    return name


def _of_the_end(walk: Walk, name: str, mention: Mention, clause: Clause) -> str:
    """Shares of a tranche before the reallocation, or in the end: ``可供認購股份最終增至4,506萬股``."""
    start = span(mention)[0]
    if name in _FIRST:
        last = _LAST.search(walk.folded, max(clause.start, start - _OWNERS), start)
        return name.removesuffix("_initial") if last else name
    before = is_before(walk.folded, max(walk.sentence.start, start - 20), mention.start)
    return f"{name}_initial" if before else name


def _with_the_option(walk: Walk, name: str, mention: Mention, clause: Clause, cue: int) -> bool:
    """Whether shares beyond the offering are told together with it."""
    start = span(mention)[0]
    if name == "upsize_shares":
        return _WITH_IT.match(walk.folded, cue, start) is not None
    in_all = name == "over_allotment_option_shares" and _IN_ALL.search(walk.folded, clause.start, start)
    return bool(in_all) or (name == "over_allotment_option_shares" and _is_more(walk, mention, start))


def _is_more(walk: Walk, mention: Mention, place: int) -> bool:
    """Whether shares with the option used are more than the offering before: all of them, ``若行使則為2,127.5萬股``."""
    if walk.supposed is None or walk.supposed[0] != "final_greenshoe_full" or mention.value is None:
        return False
    owners = walk.who.at(place)
    told = [c for c in walk.found if c.metric == "shares_offered" and c.company in owners and c.reason is None]
    return bool(told) and isinstance(told[-1].value, Decimal) and mention.value > told[-1].value


def _of_a_tranche(walk: Walk, clause: Clause, cue: int) -> str | None:
    """The tranche whose shares a general word means, where it ends a clause about the demand for that tranche."""
    token = next((t for t in clause.cued if t.start == cue), None)
    told_before = (t for t in reversed(clause.cued) if t.start < cue and t.cue and t.cue.id != "stage.final")
    before = next(told_before, None)
    if (
        before is not None
        and before.cue is not None
        and before.cue.scope in _SCOPES
        and walk.folded[before.end : cue] in _OF_IT
    ):
        return _SCOPES[before.cue.scope]  # 香港公开发售的发售股份最终数目为2500万股
    ends = any(walk.folded.startswith(("最终", "最后", "实际"), place) for place in (cue, max(0, cue - 2)))
    if token is None or not ends:
        return None
    told = [t.cue for t in (*walk.history, *clause.cued) if walk.sentence.start <= t.start < cue and t.cue]
    scope = next((c.scope for c in reversed(told) if c.scope or c.id == "shares_offered"), None)
    return _SCOPES.get(scope or "") if any(c.basis for c in told) else None


def _option_shares(walk: Walk, name: str, mention: Mention, clause: Clause, cue: int) -> str:
    """Shares of the option or of the whole: ``超额配股权,最多发行1,500万股``, ``可要求公司发行最多1,500万股``."""
    if _with_the_option(walk, name, mention, clause, cue):
        return "shares_offered"
    if walk.exercised in ("full", "partial"):
        start = span(mention)[0]
        limit = mention.qualifier == "at_most" or _LIMIT.search(walk.folded, max(clause.start, start - _NEAR), start)
        return "over_allotment_option_shares" if limit else "over_allotment_shares_issued"
    if name != "shares_offered" or "scope" not in walk.roles:
        return name
    if any(t.cue and t.cue.id == "upsize" and cue == t.end for t in clause.cued):
        return "upsize_shares"  # 悉數行使發售量調整權發行的7,380萬股
    at_most = walk.folded.startswith("最多", cue)
    told = (*walk.history, *clause.tokens) if at_most else clause.tokens if mention.qualifier == "at_most" else ()
    option = any(t.cue and t.cue.id == "over_allotment" and t.start < cue for t in told)
    return "over_allotment_option_shares" if option else name


def _profit(walk: Walk, clause: Clause, cue: int) -> str:
    """Which profit it is, where the words before say what it leaves out."""
    if _is_adjusted(walk, clause, cue):
        walk.slots.values["change"] = ("!growth of another profit", cue)
        return "net_profit_ex_nonrecurring"
    if walk.profit is None and _ATTRIBUTABLE.search(walk.folded, max(0, cue - _OWNERS), cue):
        return "net_profit_attributable"
    return walk.profit or "net_profit"


def _supposed_end(walk: Walk, cue: int) -> str | None:
    """The end of the range that a price is only supposed to be: ``若以上限12.38元定價``."""
    if not walk.bounds or walk.bounds[-1][1] != cue or not _IF.search(walk.folded, max(0, cue - 12), cue):
        return None
    return walk.bounds[-1][0]


def _is_set(walk: Walk, cue: int, end: int) -> bool:
    """Whether an end of the range is the price: ``定於上限12.38元``, ``招股價上限12.38元定價``."""
    if _SET.search(walk.folded, max(0, cue - 10), cue):
        return True
    return _PRICED.match(walk.folded, end) is not None and not _IF.search(walk.folded, max(0, cue - 12), cue)


def _proceeds(walk: Walk, name: str, start: int) -> str:
    """What an amount raised is: that of the option, or what is left after expenses."""
    if walk.slots.resolve("@more_money") and ("more_money" in walk.roles or _is_brought(walk, start)):
        return "additional_net_proceeds"
    if "more_money" in walk.roles and any(c.metric == "over_allotment_outcome" for c in walk.found):
        return "additional_net_proceeds"
    net = "net_proceeds" if is_net(walk, start) else name
    return "additional_net_proceeds" if net == "net_proceeds" and _is_of_the_option(walk, start) else net


def _is_of_the_option(walk: Walk, start: int) -> bool:
    """Whether net proceeds stand right behind the shares issued under the option: ``額外配發191萬股,淨得8,500萬元``."""
    last = walk.last
    if last is None or last.metric != "over_allotment_shares_issued" or last.reason:
        return False
    return _IN_TOTAL.search(walk.folded, last.end, start) is None


def _is_brought(walk: Walk, start: int) -> bool:
    """Whether the option, once exercised, brings the amount: ``若行使超額配股權,可額外發行9百萬股,帶來約3億元淨額``."""
    if walk.supposed is not None and walk.supposed[0] == "final_greenshoe_full":
        said = walk.supposed[1]
    elif walk.exercised in ("full", "partial"):
        said = walk.sentence.start
    else:
        return False
    return _BRINGS.search(walk.folded, max(said, start - _NEAR), start) is not None


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
