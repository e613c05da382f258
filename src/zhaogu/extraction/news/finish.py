"""What only the whole article can tell: which listing day, how far the offering is, what currency a bare 元 is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from zhaogu.model import Stage, metric
from zhaogu.recognition.context import currency_context

from .asking import RULE as ASKING
from .candidate import Candidate
from .capital import prefer_values
from .headings import UNDER_LISTINGS
from .market import HONG_KONG, is_taiwan, spoken_of
from .names import Company
from .subjects import Subjects

_MAINLAND_ISSUER: Final = re.compile(
    r"人民币|A股|科创板|中证监|国产|内地[^,，。;；:：的及和与]{0,8}?(?:商|企|公司|集团|股|龙头|平台|连锁)|总部(?:位于|设于|设在|在)(?!香港|本港)"
)
"""In a text in traditional script: the issuer is one of the mainland, whose accounts are in yuan, 內地藥企."""
_CURRENCIES: Final = {
    "HKEX": "HKD",
    "SSE": "CNY",
    "SZSE": "CNY",
    "BSE": "CNY",
    "TWSE": "TWD",
    "NASDAQ": "CNY",
    "NYSE": "CNY",
}
_CONTEXT: Final = re.compile(r"单位[:为]?\s*(?:百万|千万|亿|万|千)?(?P<unit>美元|港元|人民币|新台币)")
_KEPT_IN: Final = re.compile(
    r"[以按](?P<unit>美元|港元|人民币|新台币)(?:为)?(?:列账|列帐|记账|记帐|入账|入帐|计账|计帐|呈报|列报|列示|呈列|记账本位币)"
)
_BOOKS: Final = re.compile(
    r"(?:账本|账目|账簿|财报|报表)(?:则|却|都|均)?[用以是](?P<unit>美元|港元|人民币|新台币)(?=[,，。;；])"
)
_HEADED: Final = re.compile(
    r"(?:业绩|财务|数据|报表|账目|账本|往绩|财报|收支|表现)[^,，。;；\n()（）]{0,6}[(（](?P<unit>美元|港元|人民币|新台币)[)）]\s*[:：]"
)
_BESIDE: Final = 14
"""So near before a declaration a figure without a currency has that one."""
_NAMED: Final = {"美元": "USD", "港元": "HKD", "人民币": "CNY", "新台币": "TWD"}
_TOTAL: Final = re.compile(
    r"[两二三四五六七八九十\d](?:家|名|位|个)(?:基石)?(?:投资者|投资人|机构)[^,，。;；]{0,6}(?:认购|包揽|出资|斥资|拿下)|[合总]共|[合总累]计|共计|总[额共数]|[^公]共(?:认购|投资|斥资|出资)|等值|全部|涉资"
)
_TOTAL_REACH: Final = 16
_ENDS: Final = ("offer_price_low", "offer_price_high")
_PRICES: Final = ("closing_price", "share_price")
_TRADING: Final = ("closing_price", "share_price", "first_day_change_pct")
_OF_TRADING: Final = frozenset((*_TRADING, "market_cap"))
_OF_THE_DEBUT: Final = ("closing_price", "first_day_change_pct")
_RESULTS: Final = frozenset({
    "successful_applications", "placees", "closing_price", "first_day_change_pct", "one_lot_success_rate_pct",
    "valid_applications", "international_subscription_multiple", "online_subscription_multiple",
    "international_subscription_multiple_ex_cornerstone", "over_allotment_outcome", "over_allotment_shares_issued",
})  # fmt: skip
_RESULT_WORDS: Final = re.compile(
    "|".join(f"{word}结果(?!前|为准|公布前|将)" for word in ("配发", "配售", "分配", "招股", "发售", "中签", "发行"))
    + "|结果出炉|招股成绩|揭晓(?:配售|配发|中签)|配发公告(?!为准)"
    + r"|(?:暗盘|场外)[^,，。;；\d]{0,14}?(?:收|报|见|高|低|升|跌|涨|造|至)[^,，。;；\d]{0,8}\d"
)
"""What tells that the shares have been allotted: nothing else is traded in the grey market."""
_AWAITED: Final = re.compile(r"(?:等|待|将|静候|留意|预计|预期|料)[^,，。;；]{0,14}$")
"""Before results that are still to come: ``最終數字要等10月23日的配發公告``."""
_EXPECTED: Final = re.compile(r"(?:预期|预计|预料|料|拟|将|计划|暂定|有望)(?:将|会|可)?(?:于|在)?$")
_EXPECTS: Final = 8
"""Before a day of listing: it is still to come, whenever the article was written."""
_APPLIED: Final = re.compile(
    r"(?:[(（][^()（）]{1,24}[)）])?[^。;；\n发定招]{0,16}?(?:通过(?:了|港交所|联交所|上市|主板)*聆讯|(?:递交|提交|呈交|递上)[^,，。;；\n]{0,10}(?:申请|招股书|A1)|[递交入]表"
    r"|获(?:得|中国|中)*证监会?[^,，。;；\n]{0,6}备案|获[^,，。;；\n]{0,6}受理)"
)
"""Behind a name: its company has applied for a listing."""
_PLANNED: Final = ("shares_offered", "shares_offered_public", "shares_offered_international")
_SET: Final = "news.price_date.set"
"""The rule of a price that was set: 定價808港元."""
_FEW_DAYS: Final = 4
_AT_ONCE: Final = ("over", "at_least", "exact")
_STEPS: Final = frozenset(map(Decimal, (10, 15, 50, 100)))
"""The multiples from which on shares are reallocated."""
_AT_LAST: Final = re.compile(
    r"最终|最后|回[拨补]后|重新分配后|调整后|(?:增|升|扩|提|加|减|降|缩|放大?|调)[^,，。;；\d]{0,3}[至到成](?:了|约|共)*[\d一二三四五六七八九]"
)
"""Before a number of shares, or around it: it is that of the end."""
_LIVE: Final = re.compile(
    r"(?:截至发稿|截稿|发稿时|现[报价涨升跌]|高开|低开|平开|开[盘市]报?|盘中|午[间市]?收?报)[^。;；\n]{0,20}\d"
)
"""The shares trade while the article is written."""
_RIVALS: Final = 12
"""More different figures of one kind than these are no roundings of each other."""
_LISTED_THEN: Final = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日|[初中底末])?|[去前]年|上[月周]|早前|此前|年初|[一两二三四五六七八九十\d]+个?(?:周|星期|月|年)前)[^,，。;；]{0,6}(?:挂牌|上市|登陆|登场)的$"
)
"""Before the first mention of a company: it was listed on another day than those of the article."""
_LISTED_REACH: Final = 16
_DATES: Final = ("listing_date", "price_date", "stabilisation_end_date")


def finish(found: list[Candidate], who: Subjects, folded: str, traditional: bool, published: date | None) -> None:
    """Complete and judge the candidates of an article in place."""
    _everyone(found, who)
    _undated(found, folded)
    _rounded(found)
    _thresholds(found)
    _before_the_move(found, folded)
    prefer_values(found, folded)
    market = _market(folded, who.companies)
    here = market == "HKEX" or (market != "TWSE" and _is_spoken_of_as_here(folded))
    days = _listing_days(found, published)
    stages = _stages(found, who, folded, days, published)
    changed = {(c.company.name, c.metric) for c in found if c.company and c.offer_basis == "initial"}
    debuts = published is None or any(c.debut for c in found)
    yuan = not traditional or _MAINLAND_ISSUER.search(folded) is not None
    issuers = {company.name for company in who.companies if who.offerings.is_issuer(company)}
    contexts = _contexts(folded)
    for candidate in found:
        company = candidate.company
        if company is None:
            continue
        if candidate.reason is None and company.name not in issuers:
            candidate.code, candidate.reason = "no_offering", f"the article tells of no offering by {company.name}"
        if candidate.unit is None:
            own = market != "TWSE" or company.exchange in ("SSE", "SZSE", "BSE")
            _currency(candidate, (company.exchange if own else None) or market, yuan, contexts)
        _stage(candidate, stages[company.name])
        if (
            candidate.stage == "plan"
            and candidate.metric in _PLANNED
            and (company.name, candidate.metric) not in changed
        ):
            candidate.offer_basis = candidate.offer_basis or "initial"
        if (
            candidate.metric in _DATES
            and published
            and isinstance(candidate.value, date)
            and candidate.value > published
        ):
            candidate.stage = "plan"
        abroad = candidate.unit == "USD" and company.exchange == "HKEX" and candidate.metric in _TRADING
        if candidate.metric in _OF_TRADING and ((candidate.elsewhere and here) or abroad) and not candidate.reason:
            candidate.code, candidate.reason = "decoy", "a price on another exchange"
        if candidate.metric in _OF_THE_DEBUT and published and days.get(company.name, published) > published:
            candidate.code, candidate.reason = "decoy", "a price before the listing"
        if candidate.metric in _OF_TRADING:
            _trading_day(candidate, days.get(company.name), published, debuts)
    _on_one_market(found)
    _agreed_ends(found)
    _single_investors(found, folded)


def _is_spoken_of_as_here(folded: str) -> bool:
    return HONG_KONG.search(folded) is not None and spoken_of(folded) == "HKEX"


def _contexts(folded: str) -> list[tuple[int, str]]:
    """Where the text states the currency of the accounts to come, and which: ``单位:亿美元``, ``3.2亿(美元,下同)``, ``以美元记账``, ``业绩(美元):``."""
    stated = (_CONTEXT, _KEPT_IN, _BOOKS, _HEADED)
    contexts = [(m.start(), _NAMED[m["unit"]]) for pattern in stated for m in pattern.finditer(folded)]
    if "下同" in folded:
        contexts += [(d.start - _BESIDE, d.currency) for d in currency_context(folded) if d.currency]
    return sorted(contexts)


def _on_one_market(found: list[Candidate]) -> None:
    """A price in another currency than the company's offer price is that of its shares on another exchange."""
    sold: dict[int, set[str | None]] = {}
    for one in found:
        if one.metric == "offer_price" and one.reason is None and one.company:
            sold.setdefault(id(one.company), set()).add(one.unit)
    for one in found:
        if one.metric in _PRICES and one.reason is None and one.unit not in sold.get(id(one.company), {one.unit}):
            one.code, one.reason = "decoy", "a price on another exchange"


def _everyone(found: list[Candidate], who: Subjects) -> None:
    """A listing day told of several new shares at once is that of every issuer without one of its own."""
    for shared in [c for c in found if c.company is None and c.metric == "listing_date" and c.reason is None]:
        found.remove(shared)
        dated = {c.company.name for c in found if c.company and c.metric == "listing_date" and c.reason is None}
        for company in who.companies:
            before = who.folded[max(0, company.start - _LISTED_REACH) : company.start]
            if company.name not in dated and who.offerings.is_issuer(company) and not _LISTED_THEN.search(before):
                found.append(replace(shared, company=company, rank=3, debut=True))


def _undated(found: list[Candidate], folded: str) -> None:
    """``首日掛牌`` without a day counts where no day is told and a price or move of that day shows that it was today.

    Told of several at once, it holds for each that any price is told of. A price of the running session shows it as
    well, where one company is told of.
    """
    dated = {
        c.company.name
        for c in found
        if c.company and c.metric == "listing_date" and not _is_undated(c) and not c.reason
    }
    traded = {c.company.name: c.debut for c in sorted(found, key=_is_debut) if c.company and c.metric in _TRADING}
    for candidate in [c for c in found if _is_undated(c)]:
        name = candidate.company.name if candidate.company else None
        trades = traded.get(name) or (candidate.debut and name in traded) if name else False
        live = len({id(c.company) for c in found if _is_undated(c)}) == 1 and _LIVE.search(folded) is not None
        if name is None or name in dated or not (trades or live):
            found.remove(candidate)
        elif len(closed := {c.as_of for c in found if _closed_on_debut(c, name)}) == 1:
            candidate.value = closed.pop() or candidate.value  # 上市首日破發,昨日收報27.9元


def _rounded(found: list[Candidate]) -> None:
    """A figure that another one of its kind only rounds goes behind it: 升1.48倍 behind 升147.91%."""
    kinds: dict[tuple[object, ...], list[Candidate]] = {}
    for one in found:
        if one.reason is None and isinstance(one.value, Decimal) and one.resolution:
            key = (id(one.company), one.metric, one.period, one.unit, one.basis, one.offer_basis, one.stage, one.holder)
            kinds.setdefault(key, []).append(one)
    for rivals in kinds.values():
        if len({one.resolution for one in rivals}) < 2:
            continue  # as exact as each other
        several = {one.value: one for one in rivals}
        for one in rivals if 1 < len(several) <= _RIVALS else ():
            if any(_rounds(one, other) for other in several.values()):
                one.rank += 1


def _rounds(one: Candidate, other: Candidate) -> bool:
    assert isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.resolution and other.resolution
    return other.resolution < one.resolution and 0 < abs(one.value - other.value) < one.resolution


def _closed_on_debut(candidate: Candidate, name: str) -> bool:
    """Whether a candidate is a close told of the first day, with its day."""
    told = candidate.metric == "closing_price" and candidate.debut and candidate.as_of is not None
    return told and candidate.reason is None and candidate.company is not None and candidate.company.name == name


def _thresholds(found: list[Candidate]) -> None:
    """``超過100倍`` beside a multiple that is higher is only what sets a reallocation off."""
    told = [c for c in found if c.metric == "public_subscription_multiple" and c.reason is None]
    for one in told:
        if one.qualifier not in _AT_ONCE or one.value not in _STEPS or not isinstance(one.value, Decimal):
            continue
        if any(c.company is one.company and isinstance(c.value, Decimal) and c.value > one.value for c in told):
            one.code, one.reason = "decoy", "a threshold"


def _before_the_move(found: list[Candidate], folded: str) -> None:
    """Of two numbers of a tranche, that which is not told to be the last one is the one before reallocation."""
    for name in ("shares_offered_public", "shares_offered_international"):
        rows: dict[int, list[Candidate]] = {}
        for one in found:
            if one.metric == name and one.reason is None:
                rows.setdefault(id(one.company), []).append(one)
        for told in rows.values():
            last = [c for c in told if _AT_LAST.search(folded, max(0, c.start - _TOTAL_REACH), c.end)]
            if not last or len({c.value for c in told}) < 2:
                continue
            final = {c.value for c in last}
            for one in told:
                if one.value not in final and one.start < last[-1].start:
                    one.metric = f"{name}_initial"


def _is_debut(candidate: Candidate) -> bool:
    return candidate.debut


def _is_undated(candidate: Candidate) -> bool:
    return candidate.rule == "news.listing.undated"


def _stages(
    found: list[Candidate], who: Subjects, folded: str, days: dict[str, date], published: date | None
) -> dict[str, Stage]:
    """How far each company's offering is: its results are told, or its shares trade, or neither."""
    told = {
        c.company.name
        for c in found
        if c.company and c.reason is None and c.metric in _RESULTS and c.stage != "interim"
        if not (c.metric in _TRADING and published and days.get(c.company.name, published) > published)
    }
    told |= {c.company.name for c in found if c.company and c.reason is None and _is_priced(c, published)}
    headed = {c.company.name for c in found if c.company and c.rule == UNDER_LISTINGS}
    told |= {c.company.name for c in found if c.company and c.metric == "offer_price" and c.company.name in headed}
    priced = {
        c.company.name for c in found if c.company and c.rule == _SET and c.metric == "offer_price" and not c.reason
    }
    asked = {c.company.name for c in found if c.company and c.rule == ASKING}
    result = any(not _AWAITED.search(folded, max(0, m.start() - 18), m.start()) for m in _RESULT_WORDS.finditer(folded))
    of_all = who.shared and _RESULT_WORDS.search(folded, 0, who.lead_end) is not None
    expected = {
        c.company.name
        for c in found
        if c.company and c.metric == "listing_date" and _EXPECTED.search(folded, max(0, c.start - _EXPECTS), c.start)
    }
    stages: dict[str, Stage] = {}
    for company in who.companies:
        day = days.get(company.name)
        to_come = expected | asked
        trades = day is not None and (day <= published if published else company.name not in to_come)
        waits = day is not None and published is not None and day > published
        others = told - {company.name}
        alone = waits and all(days.get(name) != day for name in others)
        several = len(who.companies) > 1
        alone = alone and not of_all and company.name not in priced
        open_ = company.name in asked or (several and (alone or _applies(company, folded)))
        final = company.name in told or trades or ((result or bool(others)) and not open_)
        stages[company.name] = "final" if final else "plan"
    return stages


def _applies(company: Company, folded: str) -> bool:
    """Whether a company has only applied for its listing, where others of the article are further."""
    named = (name for name in company.names if folded.startswith(name, company.start))
    return any(_APPLIED.match(folded, company.start + len(name)) for name in named)


def _is_priced(candidate: Candidate, published: date | None) -> bool:
    """Whether a candidate says that the price was set on a day that is past."""
    day = candidate.value
    return candidate.metric == "price_date" and isinstance(day, date) and published is not None and day <= published


def _market(folded: str, companies: list[Company]) -> str:
    if is_taiwan(folded):
        return "TWSE"
    for company in companies:
        if company.exchange:
            return company.exchange
    return spoken_of(folded)


def _listing_days(found: list[Candidate], published: date | None) -> dict[str, date]:
    """The listing day of each company: the one nearest to the publication, where several are told."""
    days: dict[str, date] = {}
    for candidate in found:
        told = candidate.metric == "listing_date" and candidate.reason is None
        if told and candidate.company and isinstance(candidate.value, date):
            name, day = candidate.company.name, candidate.value
            if name not in days or (published and abs(day - published) < abs(days[name] - published)):
                days[name] = day
    return days


def _currency(candidate: Candidate, exchange: str, yuan: bool, contexts: list[tuple[int, str]]) -> None:
    """A bare 元: the market's currency for the offering, yuan for accounts."""
    if metric(candidate.metric).type not in ("money", "price"):
        return
    by_period = metric(candidate.metric).by_period
    stated = next((unit for at, unit in reversed(contexts) if at < candidate.start), None)
    if by_period and stated:
        candidate.unit, why = stated, "the unit that the text states for its figures"
    elif by_period and yuan:
        candidate.unit, why = "CNY", "accounts of a Chinese issuer"
    else:
        candidate.unit, why = _CURRENCIES.get(exchange, "HKD"), f"a listing on {exchange}"
    candidate.notes.append(("assumed_currency", f"currency assumed {candidate.unit}: {why}, bare 元"))


def _single_investors(found: list[Candidate], folded: str) -> None:
    """Of several amounts of cornerstone investors, those that are no total are of one of them each."""
    amounts: dict[tuple[int, str | None], list[Candidate]] = {}
    for c in found:
        if c.metric == "cornerstone_amount" and c.reason is None and not c.heading:
            amounts.setdefault((id(c.company), c.unit), []).append(c)
    for rows in amounts.values():
        if len({c.value for c in rows}) < 2:
            continue
        for c in rows:
            if not _TOTAL.search(folded, max(0, c.start - _TOTAL_REACH), c.end):
                c.code, c.reason = "decoy", "the amount of one investor"


def _agreed_ends(found: list[Candidate]) -> None:
    """An end of a range that is told of the plan and of the result again is one end."""
    ends = [c for c in found if c.metric in _ENDS and c.reason is None]
    final = {(id(c.company), c.metric, c.value) for c in ends if c.stage == "final"}
    for candidate in ends:
        if (id(candidate.company), candidate.metric, candidate.value) in final:
            candidate.stage = "final"


def _stage(candidate: Candidate, stage: Stage) -> None:
    if candidate.metric in _ENDS:
        candidate.stage = "plan" if candidate.stage == "plan" else stage
    elif not metric(candidate.metric).staged:
        candidate.stage = None
    elif candidate.metric.endswith("_multiple") and stage == "plan":
        candidate.stage = "interim"
    elif candidate.stage is None or (
        candidate.stage == "interim" and not candidate.metric.endswith(("multiple", "amount"))
    ):
        candidate.stage = stage


def _trading_day(candidate: Candidate, listed: date | None, today: date | None, debuts: bool) -> None:
    """A close belongs to the first day, or to another day, or to none that is known."""
    if candidate.metric in _TRADING:
        recent = listed is not None and (today is None or 0 <= (today - listed).days <= _FEW_DAYS)
        if candidate.as_of is None and (candidate.debut or recent):
            candidate.as_of = listed
        day = candidate.as_of
        first = day == listed if day and listed else candidate.debut or recent or (listed is None and debuts)
        if not first and candidate.metric == "closing_price":
            candidate.metric, candidate.as_of = "share_price", day or today
        elif not first and candidate.reason is None:
            candidate.code, candidate.reason = "decoy", "a day after the first day of trading"
        if candidate.metric == "first_day_change_pct":
            candidate.as_of = None
    elif candidate.metric == "market_cap" and candidate.stage == "final" and candidate.as_of is None and listed:
        at_issue = any(code == "at_offer_price" for code, _ in candidate.notes)
        candidate.as_of = None if at_issue or (today and listed > today) else listed
