"""Figures that have the words of an offering and are none of it: a threshold, a later placing, a company's own applications."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from .candidate import Candidate
from .supposing import EXPECTS
from .tokens import Clause
from .walk import Walk

_IF: Final = r"(?:若果?|倘若?|如果?(?![期愿今数约下上此同何实])|假如|一旦|只要)"
_THRESHOLD: Final = re.compile(
    rf"(?:{_IF}|凡|惟有|除非|须|需要?|必须|未[达到足]+|不[足到]|视乎)[^,，。;；]{{0,16}}(?:超[额购]|认购|倍数)[^,，。;；]{{0,12}}$"
)
_ONCE: Final = re.compile(r"[^,，。;；\d]{0,4}?(?:门[槛坎]|触发点|关口才|或以上|以上[,，]?(?:会|将|便|就|可|方|才|须))")
"""Around a multiple: it is one at which shares would be reallocated, 倘超購15倍或以上."""
_IF_ASKED: Final = re.compile(
    rf"{_IF}[^。;；]{{0,40}}(?:[升增提调]|回[拨补])[^,，。;；\d]{{0,6}}[至到](?:最多|至多|约)*(?:[\d.]+%|[一二三四五六七八九半]+成.?)?$"
)
"""Around shares of the public: they are reallocated only in a case that is still open, 若超購100倍,可升至35%."""
_GIVEN_UP: Final = re.compile(r"弃购|放弃(?:认购|缴款)|未缴款")
"""Beside shares: whoever was allotted them did not pay."""
_OWN_APPLICATION: Final = re.compile(
    r"(?:递[交上呈]|提[交呈]|呈[交递]|入了?|撤[回销]|重[新交]|再次|失效|更新|向(?:港交所|联交所|证监会|交易所)[^,，。;；\d]{0,8})[了过]?(?:合共|约|共)?$"
)
"""Before a few applications: the company itself hands them in, 遞交了一份申請."""
_SPENT: Final = re.compile(r"(?:[借拿用投花斥砸]|投入|动用|准备|孖展)[了出入]?(?:约|逾|近)?$")
"""Before a bare number: it is money, 借一百萬抽新股."""
_POOL: Final = re.compile(r"[甲乙]组[^,，。;；\d]{0,8}$")
_TO_LIST: Final = re.compile(r"[宗份家]?(?:新的?|首次)*(?:上市|IPO|发行上市|挂牌)的?申请")
"""What is counted, with its counting word or behind it: companies have applied, 269宗上市申請."""
_FIRST: Final = re.compile(r"[首前头]$|最大的?$")
"""Before a number of placees: they are only the largest, 首25名承配人."""
_LEVERAGE: Final = re.compile(
    r"(?:提供|[用做借以]|动用|最高|最多|上限)[^,，。;；\d]{0,6}[\d一二三四五六七八九十两]+倍的?(?:孖展|杠杆|融资)"
)
_FEW: Final = Decimal(20)
_COSTLY: Final = Decimal(500_000)
"""No lot costs so much: it is what the largest applicants pay."""
_LATER: Final = re.compile(
    r"(?:曾经?[^。;；国]{0,20}(?<!国际)(?:配售|配股(?![权结])|批股|增发|供股)|先旧后新"
    r"|(?:上市后|其后|年内)[^。;；国]{0,16}(?:配股(?![权结])|批股|供股))[^。;；]{0,24}$"
)
"""Before an amount: it was raised by a placing of a company that was listed already."""
_OLD_FOR_NEW: Final = re.compile(
    r"先旧后新|配股价|配售价(?:为)?(?:每股)?[\d.]+[^,，。;；]{0,4}[,，]较[^。;；]{0,24}(?:折让|折价|溢价)"
)
"""In the sentence of an amount: a company that is listed already sold shares."""
_MIDDLE: Final = re.compile(rf"{_IF}[^,，。;；]{{0,8}}?(?:中位数|中间价|中间数|中位价|中点)(?:即|为|的|每股|定价)*$")
"""Before a price: it is halfway between the ends of the range, and nobody's price yet."""
_MIDDLE_BEHIND: Final = re.compile(r"的?(?:中位数|中间价|中间数|中位价|中点)(?:发行|定价|发售|计)")
"""Behind a price that is supposed: 假設以47.5港元的中間價發行."""
_SET: Final = re.compile(r"(?:^|[,，。;；\s])(?:假设|设)(?:以|按)?(?:最终)?(?:定价|发售价)(?:为|每股)*$")
"""Before a price: it is supposed, 設定價每股131.5元."""
_VALUED: Final = re.compile(
    r"(?:合理|公[平允]|目标|估值|建议|有效|机构)(?:股价|价值|报价|价格?|价位|定价|区间|范围|估值)+(?:区间|范围)?(?:为|是|在|介乎|介于|约)*[\d.]+[^,，。;；]{0,12}$"
)
"""Around an end of a range: it is what somebody thinks the shares are worth."""
_SWUNG: Final = re.compile(
    r"(?:全[日天]|盘中|日内|早段|[上下]午|(?<![招售行])股价)[^,，。;；\d]{0,6}[\d.]+[^,，。;；]{0,12}$|(?:上落|波动|徘徊|震荡|游走|拉锯|窄幅)[^,，。;；\d]{0,6}[\d.]+[^,，。;；]{0,12}$"
)
"""The same with the word before: 全日徘徊22.6元至25元."""
_SWINGS: Final = re.compile(
    r"(?:港元|美元|元)?(?:[至到—–~-](?:每股)?[\d.]+(?:港元|美元|元)?)?(?:之?间|的?区间)?(?:内|里)?(?:窄幅|来回|反复)?(?:上落|波动|徘徊|震荡|游走|拉锯)"
)
"""Around an end of a range: the shares traded in it, 全日在22.6元至25元之間上落."""
_BESIDES: Final = re.compile(r"(?:[HA]?股)?(?:股份)?的?(?:之外|以外|基础上|基础之上)")
"""Behind shares: others are added to them, 在原定的1,629.95萬股之外加發244.49萬股."""
_MOVED: Final = re.compile(
    r"(?:[HA]?股)?(?:股份)?(?:已|获|均|全数|全部|悉数)*(?:回拨|重新分配|转拨|[转拨]入|拨[回往])[至到往给予]?(?:国际|公开|香港)"
)
"""Behind shares: they went from one tranche to the other, 3,042.34萬股撥入國際發售."""
_OF_A_YEAR: Final = re.compile(r"(?:对应|相当于|相等于)(?:公司)?(?P<year>20\d\d)年[^,，。;；]{0,12}$")
"""Before a multiple of earnings: of which year they are."""
_OF_A_THING: Final = re.compile(
    r"每一?(?![股手份签HAB]|(?:发售|基金|合订|个)*单位|基金|\s*[A-Z])[\u4e00-\u9fff]{1,3}(?:的?(?:零售|平均)?(?:定价|售价|价格|单价))?(?:为|是|约|卖)*[\d,.]+[^,，。;；\d]{0,6}$"
)
"""Around a price: it is that of a product, 首款藥物定價每支7,200元."""
_OF_EARNINGS: Final = re.compile(r"(?:盈利|利润|净利|纯利|收入|营收|市盈率|市销率|PE|PS)的?(?:大?约|逾|近|超过)*$")
_FORECAST: Final = re.compile(
    rf"(?:预期|预计|预料|估计|{EXPECTS}|有望|可望|相信|憧憬|看好)[^,，。;；]{{0,20}}[\d一二三四五六七八九十百千][^,，。;；]{{0,6}}$"
    r"|(?:或|可望|有机会|势将)(?:可|会|将)?(?:达|升|涨|跌|见|获|录|高达)[^,，。;；]{0,10}$"
)
"""Around a multiple or a move: somebody expects it."""
_OLD_RANGE: Final = re.compile(
    r"[由从](?:原[来先定本]?的?|每股|此前的?)*[\d.]+(?:港元|美元|元)?(?:[至到—–~-](?:每股)?[\d.]+(?:港元|美元|元)?)?$"
)
_NEW_RANGE: Final = re.compile(
    r"(?:港元|美元|元)?(?:[至到—–~-](?:每股)?[\d.]+(?:港元|美元|元)?)?(?:股)?[^,，。;；\d]{0,4}(?:下调|上调|调[低高升降整]|下降|降|改|收窄|缩窄|提[高升])[^,，。;；\d]{0,3}[至到为成]"
)
"""Around an end of a range: another one has come in its place."""
_YEARS_AGO: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?[^,，。;；]{0,10}(?:IPO|上市|挂牌|登陆|首发)[^,，。;；]{0,8}时[^。;；]{0,40}$"
)
"""Before an amount: it is that of a listing of that year."""
_LISTED_IN: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?[^,，。;；]{0,10}(?:IPO|上市|挂牌|登陆|首发)(?:[上深北]交所|科创板|创业板|主板|新三板|A股|美股)?[,，][^。;；]{0,24}$"
)
"""The same where the clause before tells of it: it counts if the article gives such an amount of this offering already."""
_GOES_ON: Final = re.compile(r"(?:则|亦|也|同样|各)[为是有达备]?(?:约|逾|近)*$")
_ADVICE: Final = re.compile(
    r"(?:只|宜|应|可|优先|建议)(?:选|挑|考虑|吸纳|买)|目标|[三五十\d]年[内后]|偏好|挑选|(?:合理|公平)(?:市值|估值)|(?:估计|认为|料|相信|预料)[^,，。;；]{0,14}(?:合理|值)"
)
"""Before a market value: it is what somebody thinks of or advises."""
_TO_COME: Final = re.compile(
    rf"(?:预[计期测料]|{EXPECTS}|估计|预估)[^。;；]{{0,24}}(?:利润|净利|纯利|盈利|溢利|市盈率|本益比|PE)[^。;；]{{0,30}}$|市盈率预测|(?:远期|前瞻|预测|动态预测)(?:市盈率|PE)"
)
"""Before a multiple of earnings: somebody foretells them."""
_EARLIER: Final = re.compile(r"[由从](?:[昨前首]日|[今昨]早|早上|中午|上[午周])?(?:首日)?的?(?:约|逾|近)*$")
"""Before an amount of margin loans: it has risen since."""
_EACH: Final = re.compile(r"(?:各|均|都)(?:自|分|获|认|持)")
"""Behind placees: some of them are told of, 三名承配人各分得一成."""
_SMALL_COUNT: Final = 10
_OPENED: Final = re.compile(
    r"计划|打算|拟|目标|未来|有望|将(?:会|再|在|于|开|增|达)|预[计期]|新开|新增|净增|再[开增]|增开|开出|开设|关[闭掉停]|闭店|筹备|签约|平方|平米"
)
"""Beside a number of shops or users: it is of those to come, opened or closed."""
_REACH: Final = 24
_NEAR: Final = 80
READY: Final = "what brokers hold ready"
"""Why an amount of margin loans is none yet."""


def mistaken(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """Why a figure is none of the offering, or None."""
    judge = _JUDGES.get(candidate.metric)
    return judge(walk, candidate, clause) if judge is not None else None


def _threshold(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(clause.start, candidate.start - _REACH)
    met = _ONCE.match(walk.folded, candidate.end) or _THRESHOLD.search(walk.folded, low, candidate.start + 2)
    return "a threshold" if met else None


def _expected(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(clause.start, candidate.start - _REACH)
    return "a forecast" if _FORECAST.search(walk.folded, low, candidate.end) else None


def _asked(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    if _OF_EARNINGS.search(walk.folded, max(clause.start, candidate.start - _REACH), candidate.start):
        return "a multiple of earnings"
    if _LEVERAGE.search(walk.folded, max(clause.start, candidate.start - _REACH), candidate.end + 4):
        return "a leverage"
    return _threshold(walk, candidate, clause) or _expected(walk, candidate, clause)


def _old_range(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(clause.start, candidate.start - _REACH)
    if _VALUED.search(walk.folded, low, candidate.end):
        return "an analyst's value"
    if _SWUNG.search(walk.folded, low, candidate.end) or _SWINGS.match(walk.folded, candidate.end):
        return "where the shares traded"
    led = _OLD_RANGE.search(walk.folded, low, candidate.end)
    return "an earlier range" if led and _NEW_RANGE.match(walk.folded, candidate.end) else None


def _once(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """An amount of an offering of years ago, or of a placing after it."""
    low = max(walk.sentence.start, candidate.start - _NEAR)
    told = _YEARS_AGO.search(walk.folded, low, candidate.end)
    if told is None and walk.has_told(candidate.metric, candidate.company):
        told = _LISTED_IN.search(walk.folded, low, candidate.end)
    ago = told is not None and walk.published is not None and int(told["year"]) < walk.published.year - 1
    if candidate.metric == "offer_price" and _OF_A_THING.search(
        walk.folded, max(clause.start, candidate.start - _REACH), candidate.end
    ):
        return "the price of a product"
    if candidate.metric == "offer_price" and _SET.search(walk.folded, walk.sentence.start, candidate.start):
        return "an assumption"
    if candidate.metric == "offer_price" and _MIDDLE_BEHIND.match(walk.folded, candidate.end):
        return "the middle of the range"
    if candidate.metric == "offer_price" and _MIDDLE.search(walk.folded, clause.start, candidate.start):
        return "the middle of the range"
    return "an earlier offering" if ago else _later(walk, candidate, clause)


def _largest(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(clause.start, candidate.start - 3)
    largest = _FIRST.search(walk.folded, low, candidate.start) or _EACH.match(walk.folded, candidate.end)
    return "the largest of them" if largest else None


def _flow(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    if isinstance(candidate.value, Decimal) and candidate.value < _SMALL_COUNT:
        return "one of them"
    low = max(clause.start, candidate.start - _REACH)
    return "a plan or a change" if _OPENED.search(walk.folded, low, candidate.end) else None


def _if_asked(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(walk.sentence.start, candidate.start - _NEAR)
    if _GIVEN_UP.search(walk.folded, max(clause.start, candidate.start - _REACH), candidate.end):
        return "shares that were given up"
    return "only if shares are reallocated" if _IF_ASKED.search(walk.folded, low, candidate.end) else None


def _later(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(walk.sentence.start, candidate.start - _NEAR)
    later = _LATER.search(walk.folded, low, candidate.end) or _OLD_FOR_NEW.search(walk.folded, low, candidate.start)
    return "a placing after the listing" if later else None


def _moved(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """Shares that were given from one tranche to the other are none that it has."""
    moved = _MOVED.search(walk.folded, candidate.start, candidate.end) or _MOVED.match(walk.folded, candidate.end)
    return "shares that are reallocated" if moved else _later(walk, candidate, clause)


def _besides(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    return "what others are added to" if _BESIDES.match(walk.folded, candidate.end) else None


def _costly(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    costly = isinstance(candidate.value, Decimal) and candidate.value >= _COSTLY
    return "what the largest applicants pay" if costly else None


def _own_application(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    before = (max(clause.start, candidate.start - _REACH), candidate.start)
    if _SPENT.search(walk.folded, *before):
        return "an amount of money"
    if any(_TO_LIST.match(walk.folded, end) for end in (candidate.end - 1, candidate.end)):
        return "applications for a listing"
    if _POOL.search(walk.folded, *before):
        return "the applications of one pool"
    if not isinstance(candidate.value, Decimal) or candidate.value >= _FEW:
        return None
    own = _OWN_APPLICATION.search(walk.folded, *before)
    return "an application of the company" if own else "too few to be all applications"


def _ready_too(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """An amount that goes on with those that brokers hold ready, ``甲獲預留孖展80億元;乙則為10億元``, or an earlier tally."""
    if _EARLIER.search(walk.folded, max(clause.start, candidate.start - _REACH), candidate.start):
        return "an earlier tally"
    last = walk.found[-1] if walk.found else None
    if last is None or last.reason != READY or candidate.start - last.end > _NEAR:
        return None
    return READY if _GOES_ON.search(walk.folded, last.end, candidate.start) else None


def _foretold(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    """A multiple of earnings that are still to come: ``預計2026年淨利為5億元,對應市盈率約26倍``, ``預測市盈率12倍``."""
    low = max(walk.sentence.start, candidate.start - _NEAR)
    told = _OF_A_YEAR.search(walk.folded, max(clause.start, low), candidate.start)
    if told is not None and walk.published is not None and int(told["year"]) >= walk.published.year:
        return "a forecast"
    return "a forecast" if _TO_COME.search(walk.folded, low, candidate.end) else None


def _advice(walk: Walk, candidate: Candidate, clause: Clause) -> str | None:
    low = max(walk.sentence.start, candidate.start - _NEAR)
    return "what an adviser looks for" if _ADVICE.search(walk.folded, low, candidate.start) else None


_JUDGES: Final[dict[str, Callable[[Walk, Candidate, Clause], str | None]]] = {
    "public_subscription_multiple": _asked,
    "international_subscription_multiple": _asked,
    "first_day_change_pct": _expected,
    "offer_price_low": _old_range,
    "offer_price_high": _old_range,
    "public_share_pct": _if_asked,
    "shares_offered_public": _if_asked,
    "gross_proceeds": _once,
    "net_proceeds": _once,
    "shares_offered": _once,
    "shares_offered_international": _moved,
    "upsize_shares": _besides,
    "offer_price": _once,
    "entry_fee": _costly,
    "market_cap": _advice,
    "issue_pe": _foretold,
    "placees": _largest,
    "operating_kpi": _flow,
    "valid_applications": _own_application,
    "successful_applications": _own_application,
    "order_amount": _ready_too,
}
