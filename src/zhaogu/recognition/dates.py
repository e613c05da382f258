"""Single dates, full, without a year, or told from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .calendar import day_of, in_month, in_week, month_end, nearest, nearest_day, part_of
from .times import Token
from .words import words

_DATE: Final = MentionKind.DATE
_PERIOD: Final = MentionKind.PERIOD

_FULL: Final = frozenset({"ymd", "iso", "mdy", "dmy"})


def dated(text: str, token: Token, published: date | None) -> Mention | None:
    """The mention that one token makes by itself, or None where it is no date and no period."""
    if token.kind in ("name", "cumulative", "span", "named"):
        return _lone_part(text, token, published)
    mention = Mention(_DATE, token.start, token.end, rule=f"date.{_RULES.get(token.kind, token.kind)}")
    mention.partial = (token.year, token.month, token.day)
    past = text.endswith(("截至", "截止"), 0, token.start)
    if token.kind in _FULL:
        mention.day = day_of(token.year or 0, token.month or 0, token.day or 0)
        return mention if mention.day else None
    if token.kind in ("ym", "my"):
        return mention
    if token.kind in ("ymend", "mend"):
        return _month_end(mention, token, published, past)
    if published is not None:
        mention.day = _resolved(token, published, past)
        if mention.day is not None:
            mention.notes += (_NOTES.get(token.kind, "year_from_publication"),)
    return mention


_RULES: Final = {"md": "month_day", "monthday": "month_day", "emd": "month_day", "edm": "month_day", "rmd": "relative_year", "m": "month", "ym": "month", "my": "month", "d": "day",
          "ymd": "full", "iso": "full", "mdy": "full", "dmy": "full", "relday": "relative_day", "rmonth": "relative_month",
          "ymend": "month_end", "mend": "month_end"}  # fmt: skip
_NOTES: Final = {
    "relday": "day_from_publication",
    "weekday": "day_from_publication",
    "rmonth": "month_from_publication",
    "d": "month_from_publication",
}


def _resolved(token: Token, published: date, past: bool) -> date | None:
    kind, day, shift = token.kind, token.day, token.shift or 0
    if kind in ("md", "monthday", "emd", "edm"):
        return nearest(token.month or 0, day or 0, published, past=past)
    if kind == "rmd":
        year = published.year + shift
        if token.part == "end":
            return month_end(year, token.month or 0)
        return day_of(year, token.month or 0, day) if day else None
    if kind == "rmonth":
        return in_month(published, shift, day or 0)
    if kind == "d":
        return nearest_day(day or 0, published)
    if kind == "relday":
        if day is None:
            return published + timedelta(days=shift)
        return _near(token, published + timedelta(days=shift))
    if kind == "weekday":
        weekday = in_week(published, shift, token.count or 0)
        return weekday if day is None else _near(token, weekday)
    return None


def _near(token: Token, guess: date) -> date | None:
    """The printed day of the month nearest to where the word points."""
    if token.month:
        return nearest(token.month, token.day or 0, guess)
    return nearest_day(token.day or 0, guess)


def _month_end(mention: Mention, token: Token, published: date | None, past: bool) -> Mention | None:
    if token.year:
        mention.day = month_end(token.year, token.month or 0)
    elif published:
        days = (month_end(published.year + shift, token.month or 0) for shift in (-1, 0, 1))
        known = [day for day in days if day and not (past and day > published)]
        mention.day = min(known, key=lambda day: abs(day - published), default=None)
        mention.notes += ("year_from_publication",)
    return mention


def _lone_part(text: str, token: Token, published: date | None) -> Mention | None:
    """上半年, 前三季度 or 同期 without a year of its own."""
    if token.part is None or text[token.start : token.end] in _NEEDS_YEAR:
        return None
    mention = Mention(
        _PERIOD, token.start, token.end, part=token.part, rule="period.relative", partial=(None, None, None)
    )
    if token.kind == "named":
        return mention
    if token.year is not None:
        mention.rule, mention.partial, mention.period = (
            "period.part",
            (token.year, None, None),
            part_of(token.year, token.part),
        )
    elif published is not None:
        mention.period = part_of(_latest_year(token.part, published), token.part)
        mention.notes += ("year_from_publication",)
    return mention


_NEEDS_YEAR: Final = frozenset(words("times", "needs_year"))
_LOOKING_AHEAD: Final = timedelta(days=45)  # forecasts are given for a part that is almost over
_SPOKEN_OF_FROM: Final = {"H1": 4, "H2": 7, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "FY": 7}


def _latest_year(part: str, published: date) -> int:
    """The year whose ``part`` a text of that day means: this year's once it is spoken of, else last year's."""
    if part in _SPOKEN_OF_FROM:
        return published.year - (published.month < _SPOKEN_OF_FROM[part])
    end = month_end(published.year, int(part[:-1]))
    return published.year - (end is not None and end > published + _LOOKING_AHEAD)


def complete(mention: Mention, near: date, note: str = "year_from_context") -> bool:
    """Give a year-less date the year that brings it nearest to ``near``; False where it needs none or takes none.

    >>> mention = Mention(_DATE, 0, 4, partial=(None, 1, 6))
    >>> complete(mention, date(2025, 12, 31)), mention.day
    (True, datetime.date(2026, 1, 6))
    """
    year, month, day = mention.partial or (None, None, None)
    if mention.kind is not _DATE or mention.day is not None or year is not None or not month or not day:
        return False
    mention.day = nearest(month, day, near)
    if mention.day is not None:
        mention.notes += (note,)
    return mention.day is not None
