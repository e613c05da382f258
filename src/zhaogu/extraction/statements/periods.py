"""The period that a column header states: a span, a day, or both."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from zhaogu.model.period import Period

_MONTHS = {name.lower()[:3]: number for number, name in enumerate(calendar.month_name) if number}
_MONTH_NAME = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_EN_DAY = (
    re.compile(_MONTH_NAME + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?\b"),
    re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? " + _MONTH_NAME),
)
_ZH_DAY = re.compile(r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_M, _D = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
_ISO_DAY = re.compile(rf"(?P<year>20\d\d|19\d\d)(?P<sep>[-./])(?P<month>{_M})(?P=sep)(?P<day>{_D})(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)(?P<day>{_D})(?P<sep>[./-])(?P<month>{_M})(?P=sep)(?P<year>20\d\d|19\d\d)(?!\d)")
_ZH_MONTH_END = re.compile(r"(?:19|20)\d\d年(?P<month>\d{1,2})月(?!\d|至|-)")
_TWO_YEARS = re.compile(r"\b(?:fy ?)?(?:20)?(\d\d)/(?:20)?(\d\d)(?!\d|/)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"\b(?:fye?|[12]h|[1-4]q|\d{1,2}m) ?(\d\d)\b")
_NUMBERS = {
    n: i
    for i, n in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_EN_MONTHS = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}})[- ]months?\b")
_ZH_MONTHS = re.compile(r"(\d{1,2})个月")
_ZH_RANGE = re.compile(rf"(?<!\d)1(?:月)?[-至]({_M})月|(?<=20\d\d\.)1-({_M})(?!\d)")
_HALF = re.compile(r"上半年|半年度|first half|half[- ]year|\b1h ?(?:20)?\d\d|h1\b")
_QUARTER = re.compile(r"\bquarters? ended|季度|\b[1-4]q ?(?:20)?\d\d|\bq[1-4]\b")
_WHICH_QUARTER = re.compile(r"\b([1-4])q|\bq([1-4])\b|第?([一二三四1-4])季度")
_THREE_QUARTERS = re.compile(r"前三季度|first three quarters")
_MONTHS_AND_YEAR = re.compile(r"\b(\d{1,2})m ?(?:20)?\d\d\b")
_YEAR_SPAN = re.compile(
    r"years? (?:then )?ended|fiscal|止(?:各)?(?:财政|会计)?年度|年度|财年|\bfye? ?(?:20)?\d\d|for the years?|财政年度|止年|末/年?度|全年|full[- ]year"
)
_DAY_MARK = re.compile(
    r"\bas (?:at|of)\b|^at\b|\bat \d|\bat [a-z]+ \d|于(?!\d+个)|[年月]末|期末|截至[^止]{0,40}日(?!止)|日[/或及 ]*(?=20\d\d年?(?:度|1-|1月|上半))|(?:年度|年|月)[/或及 ]+20\d\d年\d+月\d+日"
)
_FROM = re.compile(r"\bfrom\b.*\bto\b|自.*(?:起)?至|由.*至")
_ZH_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class Span:
    """What a header says: year, month and day of the end, months covered (12 for a year), whether a day is meant."""

    year: int | None
    month: int | None
    day: int | None
    months: int | None
    instant: bool
    quarter: int | None = None
    """Which quarter of the financial year, where the header counts them."""

    @property
    def complete(self) -> bool:
        """Whether a year is known at all."""
        return self.year is not None


def arabic(text: str) -> str:
    """Chinese numerals of years, months and days in digits.

    >>> arabic("截至二零一七年十二月三十一日止六个月")
    '截至2017年12月31日止6个月'
    """
    text = re.sub(r"[〇零○一二三四五六七八九]{4}(?=年|财)", lambda m: m[0].translate(_ZH_DIGITS), text)
    return re.sub(r"[一二三四五六七八九十]{1,3}(?=月|日|个月)", lambda m: str(_small(m[0])), text)


def _small(text: str) -> int:
    digits = {c: i for i, c in enumerate("零一二三四五六七八九")}
    tens, ten, ones = text.partition("十")
    return (digits.get(tens, 1) * 10 if ten else 0) + digits.get(ones if ten else tens, 0)


def span(head: str) -> Span:
    """The period in the folded text of a header.

    >>> span("year ended 31 december 2019")
    Span(year=2019, month=12, day=31, months=12, instant=False, quarter=None)
    >>> span("截至6月30日止六个月 2025年").months, span("as of december 31, 2018").instant
    (6, True)
    """
    text = arabic(head)
    year = month = day = None
    if iso := _ISO_DAY.search(text) or _DAY_FIRST.search(text):
        year, month, day = int(iso["year"]), int(iso["month"]), int(iso["day"])
    elif zh := _first_or_last(_ZH_DAY, text):
        month, day = int(zh["month"]), int(zh["day"])
    elif en := next((m for pattern in _EN_DAY if (m := _first_or_last(pattern, text))), None):
        month, day = _MONTHS[en["name"]], int(en["day"])
    if found := _YEAR.findall(text):
        year = int(found[-1])
    elif short := _SHORT_YEAR.search(text):
        year = 2000 + int(short[1])
    if (both := _TWO_YEARS.search(text)) and int(both[2]) == int(both[1]) + 1:
        year = 2000 + int(both[2])
    months = _covered(text)
    if month is None and year is not None:
        month, day = _month_without_day(text, year, months)
    which = _WHICH_QUARTER.search(text) if months == 3 else None
    quarter = int((which[1] or which[2] or which[3]).translate(_ZH_DIGITS)) if which else None
    return Span(year, month, day, months, bool(_DAY_MARK.search(text)) or bool(iso), quarter)


def _first_or_last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The day that ``pattern`` finds; of a period from one day to another the end."""
    found = list(pattern.finditer(text))
    return found[-1 if _FROM.search(text) else 0] if found else None


def _month_without_day(text: str, year: int, months: int | None) -> tuple[int | None, int | None]:
    """The month in which a period ends that is stated without a day, and the day where it must be the last."""
    if to := _ZH_RANGE.search(text):
        return int(to[1] or to[2]), None
    if (end := _ZH_MONTH_END.search(text)) and 1 <= int(end["month"]) <= 12:
        return int(end["month"]), calendar.monthrange(year, int(end["month"]))[1]
    return None, None


def _covered(text: str) -> int | None:
    if _THREE_QUARTERS.search(text):
        return 9
    if short := _MONTHS_AND_YEAR.search(text):
        return int(short[1])
    if en := _EN_MONTHS.search(text):
        return int(en[1]) if en[1].isdigit() else _NUMBERS[en[1]]
    if zh := _ZH_MONTHS.search(text):
        return int(zh[1])
    if to := _ZH_RANGE.search(text):
        return int(to[1] or to[2])
    if _HALF.search(text):
        return 6
    if _QUARTER.search(text):
        return 3
    return 12 if _YEAR_SPAN.search(text) else None


def duration(span: Span, year_end: tuple[int, int] | None) -> Period | None:
    """The period of a flow; the financial year is named by the year in which it ends.

    >>> duration(Span(2024, 12, 31, 6, False), (6, 30))
    Period('2025H1', ends 2024-12-31)
    >>> duration(Span(2019, None, None, None, False), (12, 31))
    Period('2019FY', ends 2019-12-31)
    """
    if span.year is None:
        return None
    months = span.months or 12
    if months == 12:
        month, day = (span.month, span.day) if span.month and span.day else year_end or (None, None)
        return Period(f"{span.year}FY", _day(span.year, month, day))
    month = span.month or ((year_end[0] if year_end else 12) + months * (span.quarter or 1) - 1) % 12 + 1
    day = span.day or calendar.monthrange(span.year, month)[1]
    last = year_end[0] if year_end else 12
    into = (month - last - 1) % 12 + 1  # months of the financial year that have passed by then
    year = span.year + (month > last)
    end = _day(span.year, month, day)
    if into == months:
        return Period.of_months(year, months, end)
    if months == 6 and into == 12:
        return Period(f"{year}H2", end)
    if months == 3 and into % 3 == 0:
        return Period(f"{year}Q{into // 3}", end)
    return None


def instant(span: Span, year_end: tuple[int, int] | None) -> Period | None:
    """The day of a balance.

    >>> instant(Span(2019, None, None, None, False), (12, 31))
    Period('2019-12-31')
    """
    if span.year is None:
        return None
    month, day = (span.month, span.day) if span.month and span.day else (None, None)
    if month is None and span.months in (None, 12):
        month, day = year_end or (None, None)
    elif month is None and span.month:
        month, day = span.month, calendar.monthrange(span.year, span.month)[1]
    found = _day(span.year, month, day)
    return Period.at(found) if found else None


def _day(year: int, month: int | None, day: int | None) -> date | None:
    if not month or not day or not 1 <= month <= 12:
        return None
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
