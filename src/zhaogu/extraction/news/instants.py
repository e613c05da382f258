"""The day that a figure of a balance sheet is of."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import Mention

from .steps import starts
from .times import year_before, years_between
from .tokens import Clause
from .walk import Walk

_SAME_DAY: Final = re.compile(r"[同该]日(?:期)?(?![上首开挂登])|同一[日天]")
_THROUGH: Final = re.compile(r"[^,，。;；]{0,8}[至到—–~-][^,，。;；]{0,4}")


def instants_of(walk: Walk, clause: Clause, at: int, size: int) -> list[Period]:
    """The days of the ``size`` figures at a place: as many as the sentence told, or the latest for all of them."""
    if size > 1 and len(told := _for_list(walk, size)) == size:
        return told
    latest = _latest(walk)
    if latest is None:
        return []
    if (years := _years_back(walk, clause, at, latest)) and not starts(walk, clause, at):
        return [year_before(latest, years)] * size
    mention = clause.tokens[at - 1].mention if at else None
    if size == 1 and mention and mention.day:
        return [Period.at(day_told(walk, mention) or mention.day)]
    if size == 1 and starts(walk, clause, at):
        told = _told(walk)
        return [told[-2] if len(told) > 1 else year_before(latest)]
    return [latest] * size


def _years_back(walk: Walk, clause: Clause, at: int, latest: Period) -> int:
    """How many years before the latest day the clause tells of, by 上年同期 or 2023年同期."""
    for token in reversed(clause.tokens[:at]):
        if token.cue is not None and token.cue.role == "prior_period":
            return 1
        if token.mention is not None and token.mention.part == "same":
            year = (token.mention.partial or (None,))[0]
            return latest.year - year if year else int(walk.folded.startswith(("上", "去"), token.start))
    return 0


def day_told(walk: Walk, mention: Mention) -> date | None:
    """The day of a mention; 上年末 is the end of the year before the one that the sentence speaks of."""
    if mention.day is None or not walk.folded.startswith(("上年", "上一年"), mention.start):
        return mention.day
    spoken = walk.instants[-1][1] if walk.instants else walk.times.latest()
    return mention.day if spoken is None else mention.day.replace(year=spoken.year - 1)


def _told(walk: Walk) -> list[Period]:
    """The different days of the sentence so far, in their order."""
    return list(dict.fromkeys(day for _, day in walk.instants))


def _for_list(walk: Walk, size: int) -> list[Period]:
    """The days of a list: those of the sentence with the years that share them, else the ends of the periods told last."""
    told = _told(walk)
    if len(told) >= size:
        return told[-size:]
    if not told:
        return [_end(period) for period in walk.times.for_list(size, walk.sentence.start)]
    return next((days[-size:] for days in (_between(walk, told), _with_years(walk)) if len(days) >= size), [])


def _between(walk: Walk, told: list[Period]) -> list[Period]:
    """``2022年末至2024年末``: the same day of the years between."""
    if len(told) != 2 or told[0].label[4:] != told[1].label[4:]:
        return []
    if not _THROUGH.fullmatch(walk.folded, walk.instants[-2][0], walk.instants[-1][0]):
        return []
    return [year_before(told[1], back) for back in reversed(range(told[1].year - told[0].year + 1))]


def _with_years(walk: Walk) -> list[Period]:
    """``截至2022年、2023年及2024年12月31日``: years without a day are of the next day that is told."""
    days: list[Period] = []
    years = [s for s in walk.times.said if s.at >= walk.sentence.start and s.period.label.endswith("FY")]
    for at, day in walk.instants:
        named = sorted({s.period.year for s in years if s.at < at and s.period.year < day.year})
        if len(named) == 1 and _THROUGH.search(walk.folded, walk.sentence.start, at):
            named = [y.year for y in years_between(Period(f"{named[0]}FY"), Period(f"{day.year}FY"))[:-1]]
        days += [*(year_before(day, day.year - year) for year in named), day]
        years = [s for s in years if s.at > at]
    return list(dict.fromkeys(days))


def _end(period: Period) -> Period:
    """The last day of a period, as far as its months tell."""
    if period.is_instant:
        return period
    month = max(period.months, 1)
    return Period.at(period.end or date(period.year, month, calendar.monthrange(period.year, month)[1]))


def _latest(walk: Walk) -> Period | None:
    """The latest day said in this sentence, else the end of the latest period."""
    if walk.instants:
        return walk.instants[-1][1]
    if walk.told_day and _SAME_DAY.search(walk.folded, walk.sentence.start, walk.sentence.end):
        return walk.told_day
    latest = walk.times.latest()
    return _end(latest) if latest else None
