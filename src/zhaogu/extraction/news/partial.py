"""Figures that are only a part of what they seem, or somebody else's: what is left of the option, a private round."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from .candidate import Candidate
from .mistaken import READY, mistaken
from .tokens import Clause
from .traits import traits
from .walk import Walk

_OF_THE_WHOLE: Final = re.compile(
    r"(?:[^,，。;；、\d]{0,4}[,，](?:同比|按年|大幅|急|劲|猛|大|微|略)*[增升涨跌降减下][^,，。;；]{0,14})?[^,，。;；、\d]{0,4}[,，](?:约|共|合共)?"
    r"占(?:比|去|到|了|公司|集团|整体|全部|当期|同期)*(?:总收入|总营收|收入|营收|营业收入|营业额|[升增降跌]至|[为约达]|\d)"
)
"""Behind a revenue: it is the share of a part, 乙產品收入3億元,佔總收入的六成."""
_YEARS: Final = re.compile(
    r"(?<![\d至到后-])(?:[两二三四五六七八九十]|(?<!\d)[2-9])年(?:间|内|来|累计|合共|共|收入|营收|纯利|净利)*"
    r"(?:(?:大幅|急|大|飙|暴|劲)?[增升长翻涨跌减降][^,，。;；]{0,4})?$"
)
_SINCE: Final = re.compile(
    r"(?:(?:年内|至今|迄今|以来|[今去]年)[^,，。;；]{0,10}|(?<!首日)(?<!全日)(?<!收市)累[计积]?)(?:[大急劲飙狂暴上下]?[升涨扬飙跌挫][幅势]?[^,，。;；\d]{0,4})?$"
)
"""Before a change: it is that of the time since, and not of a day."""
_SUMMED: Final = re.compile(
    r"(?:[两二三四五六2-6](?:个完整)?(?:会计|财政)?年度?|(?:期内|报告期|往绩期|往绩记录期|各期|期间)内?)(?:间|内|来|的|一期)*(?:累计|累积|合计|合共|总共|共)"
)
"""Before a ratio: it is that of a sum, 三年累計佔營收的比例."""
_OF_A_TRANCHE: Final = re.compile(
    r"(?:占|[仅只]及|相当于|相等于|[仅只]达)(?:了|去|到)?(?:香港|本地)?(?:公开|国际)(?:发售|配售|认购|部分)(?:部分|股份|总数|的|约|近|逾|超过)*"
    r"(?:[\d.]+%|[一二三四五六七八九十半\d]+成[一二三四五六七八九半]?)$"
)
"""A percentage of a tranche: 首25名佔國際發售九成."""
_SHARES: Final = ("public_share_pct", "international_share_pct")
_WHOLE: Final = re.compile(r"综合|整体|总体|集团|公司|平均")
_RECENT: Final = 8
_TOGETHER: Final = re.compile(r"(?:合计|合共|总计|总共|[三四][项费者])(?:约|共|已)*(?:占[^,，。;；\d]{0,14})?$")
"""Before a ratio: it is that of several expenses, 三項費用合計佔收入35%."""
_OF_EXPENSES: Final = re.compile(r"占[^,，。;；\d收]{0,12}(?:开支|费用|支出|成本|投入)[^,，。;；\d收]{0,6}$")
"""Before a ratio: it is not one of revenue, 佔經營開支總額的41%."""
_OF_ONE_PRODUCT: Final = re.compile(r"(?:核心|主要|在研|候选)(?:产品|候选|药物|管线)[^,，。;；\d]{0,10}$")
_IN_YEARS: Final = re.compile(
    r"(?<![第\d连续至到-])近?(?:[两三四五六七八九十]|(?<!\d)[2-9])年半?(?:时间|光景)?(?:间|内|里|来|下来)?(?:就|共|合共|一共|总共|已经?|又|狂|大)*$"
)
"""Before what was earned or lost: it is that of several years, 四年烧掉30亿元."""
_OF_WHICH: Final = re.compile(r"占(?:去|了|到|据)*(?:其中|当中)[^,，。;；\d]{0,6}$")
"""Before a share: it is one of what was told before, 核心产品占去其中六成."""
_EACH_YEAR: Final = re.compile(
    r"(?:连续|每年|历年|(?<![\d去今前明当上])年年(?![底末初中报度均内]))[^,，。;；增升涨长降跌减扩]{0,12}$"
)
"""Before an amount: it is told of several years at once, ``連續兩年守在5億元附近``."""
_OF_YEARS: Final = re.compile(
    r"(?:报告期|往绩期|[近过去最]*[两二三四五][个]?(?:完整)?(?:会计)?年|20\d\d年?(?:度)?(?:至|到|-|—|–|~)20\d\d年?)[^。;；\d]{0,24}?"
    r"(?:累计|合计|合共|总计|共计|加起来|加总|拢共)"
)
"""Before a figure of the accounts: it is a sum of several years, 報告期內累計研發投入18億元."""
_SUMS: Final = re.compile(r"[累合总共](?:计|(?<=合)共)")
_LEADS: Final = re.compile(r"[^,，。;；\d]{0,16}")
_TO_A_SUM: Final = re.compile(
    r"占(?:公司|同期)?(?:累计|合计)(?:总)?(?:营业)?(?:收入|营收)(?:总额)?(?:的)?(?:比例|比重)?(?:为|约|达)*$"
)
_ONE_LOT: Final = re.compile(r"(?:[中每单一]一?签|[每一]手)(?:[(（][^()（）]{1,8}[)）])?[^,，。;；]{0,14}$")
_FUNDED: Final = re.compile(r"融资|注资|入股")
_ROUND: Final = re.compile(r"估值|[投轮]后|领投|跟投|轮|(?:完成|获得?|拿到|宣布|累[计积]|先后)[^,，。;；]{0,16}$")
_PUBLIC: Final = re.compile(
    r"(?:IPO|上市|首发|首次公开|挂牌|招股|公开发)(?!(?:之)?前|以前|前夕)|港交所|联交所|交易所|发行"
)
_CONVERTED: Final = re.compile(r"(?:折合|约合|折算|相当于)(?:为|成)?(?:人民币|港币|港元|美元|新台币)?约?$")
_UNUSED: Final = re.compile(r"(?:余下|剩余|其余|未行使|未获行使|未动用)[^,，。;；]{0,8}$")
_PART: Final = re.compile(r"[%成]\s*[,，]?\s*[即约(（]约?\s*$")
_OTHERS: Final = re.compile(r"(?:其余|其他|余下|另外)[^,，。;；\n\d股]{0,8}[名家位者][:：,，]?(?:合共|合计|共)?$")
"""Before shares: they are those of the investors not named, 其餘四名:合計1,000萬股."""
_ASSUMED: Final = re.compile(
    r"(?:假设|假定|假使)[^。;；]{0,40}?(?:发售价|招股价|发行价|定价)(?:将)?(?:为|是|定为|厘定为)[^,，。;；]{0,16}$"
)
"""Up to a price: it is only assumed, 假設發售價為11.3港元."""
_RECKONED: Final = re.compile(r"(?:以|按|若|倘|假设)[^,，。;；]{0,24}$")
_MIDDLE: Final = re.compile(r"\s*[(（][^()（）]{0,14}中[位间][^()（）]{0,6}[)）](?!定价)")
"""Behind a price: it is the middle of the range, 以每股11.3港元(即中位數)計."""
_OF_THE_PUBLIC: Final = re.compile(
    r"[按以](?:香港|本地)?公开(?:发售|认购|招股)(?:部分)?的?(?:[集募融筹]资(?:总|金)?额?)?[为约达]*$"
)
"""Up to an amount: it is that of the public tranche, 按公開發售集資額1.2億元計."""
_PERCENT_OF: Final = re.compile(r"[%成]\s*(?:[(（]\s*(?:约|即)?|[,，]?\s*即)\s*约?$")
"""Before an amount: it is a part of what was raised, 50%(約4.35億元)用於研發."""
_MAY: Final = re.compile(
    r"(?:可(?!供)|能|最多|至多|若|如|倘|上限|有机会|或)[^,，。;；]{0,10}回[拨补](?:比例)?[至到][^,，。;；]{0,12}$"
    r"|回[拨补](?:比例|上限)?[至到]?(?:最多|至多|最高|上限)[^,，。;；\d]{0,4}"
)
_TO_THE_PUBLIC: Final = ("public_share_pct", "shares_offered_public")
_LOTS: Final = re.compile(r"(?:[2-9]|\d\d+|[二两三四五六七八九十百千]+)手(?!中签率)")


_ONE_BROKER: Final = re.compile(
    r"(?:[一单][间家]|单一|个别)[^,，。;；]{0,6}(?:券商|经纪|证券行|证券|银行)[^,，。;；]{0,10}$"
)
_HELD_READY: Final = re.compile(
    r"(?:预[留备]|备[有妥]|准备|拨备|可供借出|提供)了?(?:合共|逾|近|约|超过|最多|共|不少于|至少)*(?:孖展)?(?:额度|额)?(?:合共|逾|近|约|超过|最多|共|不少于|至少|达|为)*$"
)
"""Before an amount of margin loans: nobody has asked for it yet, 預留50億元孖展額."""
_NEAR: Final = 80
_LOAN: Final = Decimal(1_000_000)
"""Orders of less are those of one investor: 拿五萬元孖展."""


class _Partial(NamedTuple):
    """Which metrics, the words before a figure that make it a part, how far back they stand, and the reason.

    ``across`` clauses, or within that of the figure.
    """

    metrics: re.Pattern[str]
    words: re.Pattern[str]
    reach: int
    across: bool
    reason: str


_BEFORE: Final = (
    _Partial(re.compile("one_lot_success_rate_pct"), _LOTS, 24, False, "the rate of another application"),
    _Partial(re.compile(r".*_growth_pct"), _YEARS, _NEAR, False, "growth over several years"),
    _Partial(
        re.compile("(?:rd_ratio|gross_margin|overseas_revenue)_pct"), _SUMMED, 24, False, "a sum of several periods"
    ),
    _Partial(re.compile("rd_ratio_pct"), _OF_EXPENSES, 24, False, "a share of the expenses"),
    _Partial(re.compile("rd_(?:expense|investment)"), _OF_ONE_PRODUCT, 20, False, "the research of one product"),
    _Partial(re.compile("rd_ratio_pct"), _TOGETHER, 24, False, "several expenses together"),
    _Partial(re.compile("(?:rd_ratio|overseas_revenue)_pct"), _OF_WHICH, 16, False, "a share of a part"),
    _Partial(re.compile("first_day_change_pct"), _SINCE, _NEAR, False, "the change since the listing"),
    _Partial(re.compile(r"(?:net_profit|adjusted).*"), _ONE_LOT, 24, False, "gain of one lot"),
    _Partial(re.compile("order_amount"), _ONE_BROKER, 30, False, "the part of one broker"),
    _Partial(re.compile("order_amount"), _HELD_READY, 16, False, READY),
    _Partial(re.compile("over_allotment_option_shares"), _UNUSED, 12, True, "what is left of the option"),
    _Partial(re.compile("(?:gross|net)_proceeds"), _PERCENT_OF, 16, True, "a part of the proceeds"),
    _Partial(re.compile("gross_proceeds"), _OF_THE_PUBLIC, 20, False, "the amount of the public tranche"),
    _Partial(re.compile("shares_offered"), _PART, 16, True, "a part of the offering"),
    _Partial(re.compile("shares_offered"), _OTHERS, 20, True, "what the other investors take"),
)


def part(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """Why a figure is only a part or another one's: what is left of the option, 20%即4,000萬股, the rate of 200 lots."""
    name, folded, start = candidate.metric, walk.folded, candidate.start
    kind = traits(name)
    before = folded[max(clause.start, start - 24) : start]
    reason = None
    if name == "gross_proceeds" and _is_private(walk, candidate):
        reason = "a private round"
    elif name == "revenue" and _OF_THE_WHOLE.match(folded, candidate.end):
        walk.slots.values["change"], walk.part = ("!growth of a part", start), start
        reason = "a part of revenue"
    elif name == "gross_margin_pct" and _is_of_a_part(walk, candidate, clause):
        reason = "the margin of a part"
    elif name in _SHARES and _OF_A_TRANCHE.search(folded, max(clause.start, start - _NEAR), candidate.end):
        reason = "a share of a tranche"
    elif name == "net_profit_growth_pct" and walk.profit:
        reason = "growth of another profit"
    elif name == "order_amount" and isinstance(candidate.value, Decimal) and candidate.value < _LOAN:
        reason = "the loan of one investor"
    elif name == "offer_price" and _is_assumed(walk, candidate, clause):
        reason = "a price that is only assumed"
    elif name in _TO_THE_PUBLIC and _MAY.search(folded, max(clause.start, start - _NEAR), candidate.end):
        reason = "only if shares are reallocated"
    elif kind.type == "price" and _CONVERTED.search(before):
        reason = "a conversion"
    elif kind.by_period:
        reason = _of_several(walk, candidate, before)
    reason = reason or mistaken(walk, candidate, clause)
    if reason is None:
        for row in _rows(name):
            if _holds(row, walk, candidate, clause):
                return row.reason
    return reason


def _of_several(walk: Walk, candidate: Candidate, before: str) -> str | None:
    """Why a figure of the accounts is one of several periods."""
    if ("年" in before or "续" in before) and _EACH_YEAR.search(before):
        return "a bound of several years"
    summed = _is_sum(walk, candidate, before) or _is_of_years(walk, candidate, before)
    return "a sum of several periods" if summed else None


def _is_of_years(walk: Walk, candidate: Candidate, before: str) -> bool:
    """Whether one profit or loss is told of several years: no list of as many figures."""
    return "profit" in candidate.metric and len(walk.group) == 1 and _IN_YEARS.search(before) is not None


def _is_sum(walk: Walk, candidate: Candidate, before: str) -> bool:
    if _SUMS.search(walk.folded, max(0, candidate.start - 20), candidate.end) is None:
        return False
    if _TO_A_SUM.search(before):
        return True
    summed = list(_OF_YEARS.finditer(walk.folded, max(walk.sentence.start, candidate.start - _NEAR), candidate.end))
    return (
        bool(summed)
        and _LEADS.fullmatch(walk.folded, summed[-1].end(), max(summed[-1].end(), candidate.start)) is not None
    )


@cache
def _rows(name: str) -> tuple[_Partial, ...]:
    """The rows of one metric: most have none."""
    return tuple(row for row in _BEFORE if row.metrics.fullmatch(name))


def _holds(row: _Partial, walk: Walk, candidate: Candidate, clause: Clause) -> bool:
    low = max(0 if row.across else clause.start, candidate.start - row.reach)
    return row.words.search(walk.folded, low, candidate.start) is not None


def _is_assumed(walk: Walk, candidate: Candidate, clause: Clause) -> bool:
    low = max(walk.sentence.start, candidate.start - _NEAR)
    if _ASSUMED.search(walk.folded, low, candidate.end):
        return True
    reckoned = _RECKONED.search(walk.folded, max(clause.start, candidate.start - _NEAR), candidate.end)
    return reckoned is not None and _MIDDLE.match(walk.folded, candidate.end) is not None


def _is_of_a_part(walk: Walk, candidate: Candidate, clause: Clause) -> bool:
    """Whether a margin stands beside the revenue of a part in a sentence that tells no revenue of the whole."""
    if walk.part is None or _WHOLE.search(walk.folded, clause.start, candidate.end):
        return False
    begin = walk.sentence.start
    return not any(c.metric == "revenue" and c.reason is None and c.start >= begin for c in walk.found[-_RECENT:])


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
