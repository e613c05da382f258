"""Which period a figure of the accounts belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from zhaogu.model import Period
from zhaogu.model.money import scaled
from zhaogu.recognition.calendar import month_end

_RECENT: Final = 60


@dataclass(slots=True)
class Spoken:
    """A period as the article goes on: where it was said and whether only for comparison, or as the start of a change.

    ``to_come``: it is not over yet, and so none of the years of a list.
    """

    period: Period
    at: int
    sentence: int
    compared: bool = False
    passing: bool = False
    since: bool = False
    passed: bool = False
    to_come: bool = False


@dataclass(slots=True)
class Times:
    """The periods said so far."""

    said: list[Spoken] = field(default_factory=list)
    paragraph_from: int = 0
    sentence: int = 0
    year_end: int = 12
    """The month in which the financial year ends that the article tells."""

    def begin_sentence(self, number: int, opens_paragraph: bool) -> None:
        """Go on to the next sentence."""
        for spoken in reversed(self.said[-_RECENT:]):
            if spoken.sentence < self.sentence:
                break
            spoken.compared = spoken.compared or spoken.passing
        self.sentence = number
        if opens_paragraph:
            self.paragraph_from = len(self.said)

    def say(self, period: Period, at: int, compared: bool, passing: bool = False, since: bool = False) -> None:
        """Note a period; ``compared`` for one after 較, ``passing`` for one that its sentence only turns back to.

        ``since`` for one after 由: it belongs to a list of years, but what follows is not of that year.
        """
        if period.end is not None and period.label.endswith("FY"):
            self.year_end = period.end.month
        self.said.append(Spoken(period, at, self.sentence, compared or since, passing, since))

    def pass_by(self, start: int) -> None:
        """A year that a clause without a metric of its own turns back to holds for that clause: ``前年則為9.16億元``."""
        for spoken in reversed(self.said[-_RECENT:]):
            if spoken.at < start:
                break
            spoken.passed = spoken.passing

    def compared_here(self) -> Period | None:
        """The period that the sentence compares with."""
        recent = reversed(self.said[-_RECENT:])
        return next((s.period for s in recent if s.sentence == self.sentence and s.compared), None)

    def ends_compared(self) -> bool:
        """Whether the period said last only compares: also ``去年同期3億元`` in passing, of which no growth is told."""
        if not self.said:
            return False
        last, main = self.said[-1], self.latest()
        return last.compared or (last.passed and main is not None and last.period == year_before(main))

    def latest(self, *, compared: bool = False) -> Period | None:
        """The period that a figure without one of its own belongs to."""
        for spoken in reversed(self.said):
            if compared or not (spoken.compared or spoken.passed):
                return spoken.period
        return None

    def latest_past(self) -> Period | None:
        """The same of the periods that are over."""
        over = (s.period for s in reversed(self.said) if not (s.compared or s.passed or s.to_come))
        return next(over, None)

    def latest_year(self) -> Period | None:
        """The whole year that was told last."""
        years = (s.period for s in reversed(self.said) if s.period.label.endswith("FY") and not s.to_come)
        return next(years, None)

    def said_here(self) -> bool:
        """Whether the sentence says a period."""
        return bool(self.said) and self.said[-1].sentence == self.sentence

    def said_since(self, at: int) -> bool:
        """Whether a period was said in this sentence or behind a place."""
        return self.said_here() or (bool(self.said) and self.said[-1].at > at)

    def within(self, start: int, end: int) -> list[Period]:
        """The different periods said between two places, in their order."""
        return _distinct([s.period for s in self.said[-_RECENT:] if start <= s.at < end])

    def in_turn(self, size: int) -> list[Period]:
        """The periods of the sentence before, those that only compare too, where they are as many as the figures of a list."""
        told = _distinct([s.period for s in self.said[-_RECENT:] if s.sentence == self.sentence - 1 and not s.to_come])
        return told if len(told) == size else []

    def for_list(self, size: int, sentence_start: int, years_only: bool = False) -> list[Period]:
        """The periods of a list of ``size`` figures: those of its sentence, else the latest run of as many."""
        said = [
            s
            for s in self.said[-_RECENT:]
            if not s.period.is_instant and (not years_only or s.period.label.endswith("FY"))
        ]
        here = _last_of_each([s.period for s in said if s.at >= sentence_start and not (years_only and s.to_come)])
        if len(here) >= size:
            return here[-size:]
        if len(here) == 2 and len(years := years_between(*here)) == size:
            return years  # 由2021年的…增至2023年的…,毛利率分别为
        run: list[Period] = []
        for sentence in sorted({s.sentence for s in said}, reverse=True):
            told = [s.period for s in said if s.sentence == sentence and (s.since or not s.compared) and not s.to_come]
            if len(told := _distinct(told)) >= size:
                return _as_many(told, size)
            added = bool(run)
            run = _distinct([*told, *run])
            if len(run) >= size:
                return _as_many(sorted(run) if added else run, size)
        return []


def _as_many(periods: list[Period], size: int) -> list[Period]:
    """The latest so many of some periods; all whole years, where they are as many and no other part of them is."""
    years = [period for period in periods if period.label.endswith("FY")]
    return years if len(years) == size > len(periods) - size else periods[-size:]


def _distinct(periods: list[Period]) -> list[Period]:
    return list(dict.fromkeys(periods))


def _last_of_each(periods: list[Period]) -> list[Period]:
    """The different periods, each where it was said last: a list of years follows what 报告期内 meant before it."""
    return _distinct(periods[::-1])[::-1]


@lru_cache(maxsize=1_024)
def year_before(period: Period, years: int = 1) -> Period:
    """The same span one year earlier, or later for a negative number.

    >>> year_before(Period("2025-9M", date(2025, 9, 30)))
    Period('2024-9M', ends 2024-09-30)
    """
    year = period.year - years
    if period.is_instant:
        return Period.at(_shift(date.fromisoformat(period.label), years))
    end = _shift(period.end, years) if period.end else None
    return replace(period, label=f"{year}{period.label[4:]}", end=end)


_ENDED: Final = re.compile(
    r"[上前][^()（）]{2,6}\s*[(（](?:截?至|到|截止)(?P<month>1[0-2]|[1-9])月(?:[底末]|\d{1,2}日)?(?:止|为止)?[)）]"
)
_YEARS: Final = ("年结", "财年", "政年度", "计年度", "务年度")
"""What a financial year is called, without which its end is not told."""
_YEAR_END: Final = re.compile(
    r"(?:年结日?|财年|(?:财政|会计|财务)年度)(?:结束日|年结日)?(?:则|均|都)?(?:为|是|于|在|截至|截止|结束于|定于|以)*(?:每年)?的?(?P<month>1[0-2]|[1-9])月(?:\d{1,2}日|[底末])"
)


def year_end(text: str) -> int | None:
    """The month in which the financial year ends, where an article says so of every year.

    >>> year_end("公司年结日为3月31日"), year_end("其财年截至每年6月30日"), year_end("2024财年收入5亿元")
    (3, 6, None)
    """
    told = _YEAR_END.search(text) if any(word in text for word in _YEARS) else None
    return int(told["month"]) if told else None


def last_year(text: str, at: int, published: date | None) -> Period | None:
    """The financial year that 上個財年 means where no other year is told, by the month of its end if that is said.

    >>> last_year("上个财年(至3月底)", 0, date(2025, 9, 15)), last_year("上个财年", 0, date(2025, 9, 15)).label
    (Period('2025FY', ends 2025-03-31), '2024FY')
    """
    if published is None or text[at] != "上":
        return None
    if (ended := _ENDED.match(text, at)) is None:
        return Period(f"{published.year - 1}FY")
    month = int(ended["month"])
    year = published.year - (month >= published.month)
    return Period(f"{year}FY", month_end(year, month))


def _shift(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)


def years_between(first: Period, last: Period) -> list[Period]:
    """Both ends of a range of financial years and the years between them."""
    if not (first.label.endswith("FY") and last.label.endswith("FY") and 0 < last.year - first.year < 12):
        return [first, last]
    return [year_before(first, -n) for n in range(last.year - first.year + 1)]


def as_percent(multiple: Decimal) -> Decimal:
    """A growth told as a multiple, ``升2.06倍``, as a percentage."""
    return scaled(multiple, 2)
