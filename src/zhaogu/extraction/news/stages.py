"""How far the offering of each company of an article is: planned, or its results are told, or its shares trade."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from zhaogu.model import Stage, metric

from .asking import RULE as ASKING
from .candidate import Candidate
from .headings import UNDER_LISTINGS
from .names import Company
from .subjects import Subjects

_PLANNED: Final = ("shares_offered", "shares_offered_public", "shares_offered_international")
_DATES: Final = ("listing_date", "price_date", "stabilisation_end_date")
_TRADING: Final = ("closing_price", "share_price", "first_day_change_pct")
_RESULTS: Final = frozenset({
    "successful_applications", "placees", "closing_price", "first_day_change_pct", "one_lot_success_rate_pct",
    "valid_applications", "international_subscription_multiple", "online_subscription_multiple",
    "international_subscription_multiple_ex_cornerstone", "over_allotment_outcome", "over_allotment_shares_issued",
})  # fmt: skip
_RESULT_WORDS: Final = re.compile(
    "|".join(f"{word}结果(?!前|为准|公布前|将)" for word in ("配发", "配售", "分配", "招股", "发售", "中签", "发行"))
    + "|结果出炉|招股成绩|揭晓(?:配售|配发|中签)|配发公告(?!为准)"
    + r"|(?:暗盘|场外)[^。;；\d]{0,18}?(?:收|报|见|高|低|升|跌|涨|造|至)[^,，。;；\d]{0,8}\d"
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
_SET: Final = "news.price_date.set"
"""The rule of a price that was set: 定價808港元."""
_ENDS: Final = ("offer_price_low", "offer_price_high")


def settle_stages(
    found: list[Candidate], who: Subjects, folded: str, days: dict[str, date], published: date | None
) -> None:
    """Give every candidate its stage; shares of an offering to come are those it begins with, and days to come are planned."""
    stages = _stages(found, who, folded, days, published)
    changed = {(c.company.name, c.metric) for c in found if c.company and c.offer_basis == "initial"}
    for candidate in found:
        if candidate.company is None:
            continue
        name, kind, value = candidate.company.name, candidate.metric, candidate.value
        _settle(candidate, stages[name])
        if candidate.stage == "plan" and kind in _PLANNED and (name, kind) not in changed:
            candidate.offer_basis = candidate.offer_basis or "initial"
        if kind in _DATES and published and isinstance(value, date) and value > published:
            candidate.stage = "plan"
    _agree_ends(found)


def _stages(
    found: list[Candidate], who: Subjects, folded: str, days: dict[str, date], published: date | None
) -> dict[str, Stage]:
    """How far each company's offering is: its results are told, or its shares trade, or neither."""
    told = _further(found, days, published)
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


def _further(found: list[Candidate], days: dict[str, date], published: date | None) -> set[str]:
    """The companies of which a result, a price set before today or a listing of a list is told."""
    told = {
        c.company.name
        for c in found
        if c.company and c.reason is None and c.metric in _RESULTS and c.stage != "interim"
        if not (c.metric in _TRADING and published and days.get(c.company.name, published) > published)
    }
    told |= {c.company.name for c in found if c.company and c.reason is None and _is_priced(c, published)}
    headed = {c.company.name for c in found if c.company and c.rule == UNDER_LISTINGS}
    return told | {
        c.company.name for c in found if c.company and c.metric == "offer_price" and c.company.name in headed
    }


def _applies(company: Company, folded: str) -> bool:
    """Whether a company has only applied for its listing, where others of the article are further."""
    named = (name for name in company.names if folded.startswith(name, company.start))
    return any(_APPLIED.match(folded, company.start + len(name)) for name in named)


def _is_priced(candidate: Candidate, published: date | None) -> bool:
    """Whether a candidate says that the price was set on a day that is past."""
    day = candidate.value
    return candidate.metric == "price_date" and isinstance(day, date) and published is not None and day <= published


def _agree_ends(found: list[Candidate]) -> None:
    """An end of a range that is told of the plan and of the result again is one end."""
    ends = [c for c in found if c.metric in _ENDS and c.reason is None]
    final = {(id(c.company), c.metric, c.value) for c in ends if c.stage == "final"}
    for candidate in ends:
        if (id(candidate.company), candidate.metric, candidate.value) in final:
            candidate.stage = "final"


def _settle(candidate: Candidate, stage: Stage) -> None:
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
