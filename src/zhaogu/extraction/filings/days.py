"""Days as filings print them: in figures, in Chinese numerals, in English, with or without the year."""

from __future__ import annotations

import re
from datetime import date

_HAN = "零一二三四五六七八九"
_HAN_DIGITS = {char: str(digit) for digit, char in enumerate(_HAN)} | {"〇": "0", "○": "0", "O": "0", "o": "0"}
_HAN_NUMBER = "零〇○Oo一二三四五六七八九十廿卅"
_YMD = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_HAN_YMD = re.compile(rf"([{_HAN_NUMBER}]{{4}})\s*年\s*([{_HAN_NUMBER}]{{1,3}})\s*月\s*([{_HAN_NUMBER}]{{1,3}})\s*日")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_MDY = re.compile(rf"({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}})", re.I)
_DMY = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\s*,?\s*(\d{{4}})", re.I)
DATE = "|".join(re.sub(r"\((?!\?)", "(?:", pattern.pattern) for pattern in (_YMD, _HAN_YMD, _MDY, _DMY))
WEEKDAY = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?"
DATED = f"{WEEKDAY}(?:{DATE})"
MONTH_DAY = rf"\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|[{_HAN_NUMBER}]{{1,3}}月[{_HAN_NUMBER}]{{1,3}}日|\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}"


def next_day(text: str, after: date | None) -> date | None:
    """The first day called ``text`` (a month and a day) on or after another day.

    >>> next_day("一月九日", date(2025, 12, 31)), next_day("29 September", date(2023, 9, 18))
    (datetime.date(2026, 1, 9), datetime.date(2023, 9, 29))
    """
    if after is None:
        return None
    for year in (after.year, after.year + 1):
        if "月" not in text:
            day = parse_date(f"{text} {year}")
        elif re.search("[0-9]", text):
            day = parse_date(f"{year}年{text}")
        else:
            day = parse_date(f"{''.join(_HAN[int(digit)] for digit in str(year))}年{text}")
        if day and day >= after:
            return day
    return None


def parse_date(text: str) -> date | None:
    """The first full date in ``text``, in any of the forms that filings print.

    >>> parse_date("Friday, July 10, 2020"), parse_date("2025 年 3 月 3 日(星期一)")
    (datetime.date(2020, 7, 10), datetime.date(2025, 3, 3))
    """
    try:
        if match := _YMD.search(text):
            return date(*map(int, match.groups()))
        if match := _HAN_YMD.search(text):
            year, month, day = match.groups()
            return date(int("".join(_HAN_DIGITS[c] for c in year)), _han_small(month), _han_small(day))
        if match := _MDY.search(text):
            return date(int(match[3]), _month(match[1]), int(match[2]))
        if match := _DMY.search(text):
            return date(int(match[3]), _month(match[2]), int(match[1]))
    except (ValueError, KeyError):
        return None  # 2月30日 and the like: a misprint is no date
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].casefold()) + 1


def _han_small(text: str) -> int:
    """一 to 三十一, with 十 as a digit place: 十三, 二十, 二十五, 廿五."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(_HAN_DIGITS[c] for c in text))
    return 10 * (int(_HAN_DIGITS[tens]) if tens else 1) + (int(_HAN_DIGITS[ones]) if ones else 0)
