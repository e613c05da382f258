"""The day that a figure of a balance sheet is of."""

from __future__ import annotations

import calendar
import re
from datetime import date

from zhaogu.model import Period

from .steps import starts
from .times import year_before
from .tokens import Clause
from .walk import Walk

_SAME_DAY = re.compile(r"[同该]日(?:期)?(?![上首开挂登])|同一[日天]")


def instants_of(walk: Walk, clause: Clause, at: int, size: int) -> list[Period]:
    """The days of the ``size`` figures at a place: as many as the sentence told, or the latest for all of them."""
    told = list(dict.fromkeys(walk.instants))
    if told and size > len(told):
        told = [*_same_day(walk, told[-1]), *told]
    if 1 < size <= len(told):
        return told[-size:]
    latest = _latest(walk)
    if latest is None:
        return []
    mention = clause.tokens[at - 1].mention if at else None
    if size == 1 and mention and mention.day:
        return [Period.at(mention.day)]
    if size == 1 and starts(walk, clause, at):
        return [told[-2] if len(told) > 1 else year_before(latest)]
    return [latest] * size


def _same_day(walk: Walk, day: Period) -> list[Period]:
    """The same day of the years that the sentence names before it: ``截至2023年、2024年12月31日``."""
    years = walk.times.within(walk.sentence.start, walk.sentence.end)
    earlier = sorted({p.year for p in years if p.label.endswith("FY") and p.year < day.year})
    return [year_before(day, day.year - year) for year in earlier]


def _latest(walk: Walk) -> Period | None:
    """The latest day said in this sentence, else the end of the latest period."""
    if walk.instants:
        return walk.instants[-1]
    if walk.told_day and _SAME_DAY.search(walk.folded, walk.sentence.start, walk.sentence.end):
        return walk.told_day
    latest = walk.times.latest()
    if latest is None or latest.is_instant:
        return latest
    month = max(latest.months, 1)
    return Period.at(latest.end or date(latest.year, month, calendar.monthrange(latest.year, month)[1]))
