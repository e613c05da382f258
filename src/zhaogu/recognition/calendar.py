"""Days and financial years: what a written date means beside a day of publication or a neighbour."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from zhaogu.model.period import Period


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date | None:
    """The last day of a month.

    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and year >= 1 else None


def nearest(month: int, day: int, near: date, *, past: bool = False) -> date | None:
    """The day ``month``/``day`` of the year that brings it nearest to ``near``; with ``past`` not after it.

    >>> nearest(12, 29, date(2026, 1, 3))
    datetime.date(2025, 12, 29)
    """
    days = (day_of(near.year + shift, month, day) for shift in (-1, 0, 1))
    known = [found for found in days if found and not (past and found > near)]
    return min(known, key=lambda found: abs(found - near), default=None)


def nearest_day(day: int, near: date, sense: int = 0) -> date | None:
    """The day of the month ``day`` nearest to ``near``; ``sense`` -1 wants it not later, 1 not earlier.

    >>> nearest_day(20, date(2018, 9, 21), -1)
    datetime.date(2018, 9, 20)
    """
    months = (in_month(near, shift, day) for shift in (-1, 0, 1))
    fitting = [found for found in months if found and (found - near).days * sense >= 0]
    return min(fitting, key=lambda found: abs(found - near), default=None)


def in_month(near: date, shift: int, day: int) -> date | None:
    """The day of the month ``shift`` months from that of ``near``."""
    months = near.year * 12 + near.month - 1 + shift
    return day_of(months // 12, months % 12 + 1, day) if months >= 12 else None


def in_week(near: date, shift: int, weekday: int) -> date:
    """The weekday (0 is Monday) of the week ``shift`` weeks from that of ``near``."""
    return near - timedelta(days=near.weekday()) + timedelta(weeks=shift, days=weekday)


def months_ended(end: date, months: int) -> Period:
    """The ``months`` months that end on ``end``, counted within the financial year that they seem to begin.

    Three months that end in June, September or December are a quarter of the calendar year.

    >>> months_ended(date(2025, 9, 30), 9), months_ended(date(2025, 9, 30), 6).label, months_ended(date(2025, 6, 30), 3).label
    (Period('2025-9M', ends 2025-09-30), '2026H1', '2025Q2')
    """
    if months == 3 and end.month in (6, 9, 12):
        return Period(f"{end.year}Q{end.month // 3}", end)
    year = end.year + (end.month + 12 - months > 12)
    return Period.of_months(year, months, end)


@lru_cache(maxsize=1_024)
def part_of(year: int, part: str) -> Period:
    """A named part of a financial year: ``FY``, ``H1``, ``Q3``, ``9M``."""
    return Period(f"{year}-{part}" if part.endswith("M") else f"{year}{part}")
