"""The days that a period covers."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from zhaogu.model import Period


def span(period: Period) -> tuple[date, date]:
    """First and last day of a period; where its end is not known, the calendar year is taken.

    >>> span(Period("2025-9M", date(2025, 9, 30)))
    (datetime.date(2025, 1, 1), datetime.date(2025, 9, 30))
    >>> span(Period("2024FY", date(2024, 6, 30)))
    (datetime.date(2023, 7, 1), datetime.date(2024, 6, 30))
    """
    end = period.end or _calendar_end(period)
    if period.is_instant:
        return end, end
    first = end.month - length(period)
    year, month = end.year + first // 12, first % 12 + 1
    return date(year, month, 1), end


def length(period: Period) -> int:
    """How many months a period covers: single quarters three, halves six.

    >>> [length(Period(label)) for label in ("2024FY", "2025H2", "2025Q3", "2025-9M", "2024-12-31")]
    [12, 6, 3, 9, 0]
    """
    part = period.label[4:5]
    if period.is_instant:
        return 0
    return {"Q": 3, "H": 6}.get(part, period.months)


def _calendar_end(period: Period) -> date:
    if period.is_instant:
        return date.fromisoformat(period.label)
    last = calendar.monthrange(period.year, period.months)[1]
    return date(period.year, period.months, 1) + timedelta(last - 1)
