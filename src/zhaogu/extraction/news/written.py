"""When an article was written: its dateline, or the year in which it says the shares were listed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from zhaogu.model.mention import Mention, MentionKind
from zhaogu.recognition.calendar import day_of, nearest, nearest_day
from zhaogu.recognition.dates import complete

_LEAD: Final = 240
_OLD: Final = 4
_DATELINE: Final = re.compile(
    r"(?:社|[一-鿿]{2}网|本报|记者|专讯|报)[^,，。;；()（）\n\d]{0,16}(?:(?P<month>1[0-2]|[1-9])月)?"
    r"(?P<day>3[01]|[12]\d|[1-9])日(?:[^,，。;；()（）\n\d]{0,4})(?:专?电|讯|报道|报导)"
)
_LISTED: Final = re.compile(
    r"(?P<year>20\d\d) ?年(?P<part>初|开年|年初|底|末|年底|年末|(?:1[0-2]|[1-9])月(?!\d))?[^,，。;；\n\d拟计申]{0,8}"
    r"(?:上市|挂牌|登陆|敲钟|首秀|新股|首日|首挂|招股)(?!申请|公司|标准|规则|辅导)"
)
_BARE: Final = "date.day"
_WEEKDAY: Final = "date.weekday"
_BARE_WEEK: Final = ("周", "星期", "礼拜")
_DAYS: Final = 7
_LISTED_DAYS: Final = re.compile(
    r"(?:[(（][^()（）\d]{1,6}[)）])?\s*(?:[、及和与或]|以及)\s*(?:[^\s,，、。\d]{1,8}[則则]?[为於于在是])?"
)
_AGO: Final = "年前的"
_YEARS_AGO: Final = re.compile(r"(?P<years>[一两二三四五六七八九十]|\d{1,2})年前的$")
_AGO_REACH: Final = 6
_COUNTS: Final = "零一二三四五六七八九十"
_STOP: Final = re.compile(r"[。;；!！?？\n]")
_SAME_SENTENCE: Final = 30
_MONTH: Final = {"初": 1, "开年": 1, "年初": 1, "底": 12, "末": 12, "年底": 12, "年末": 12}


def today(folded: str, published: date | None) -> date | None:
    """The day that 今日 means: that of the agency's dateline, where it is shortly before the publication.

    >>> today("(中央社台北14日电)某公司今天挂牌。", date(2025, 7, 15))
    datetime.date(2025, 7, 14)
    """
    match = _DATELINE.search(folded, 0, _LEAD) if published else None
    if match is None or published is None:
        return published
    day = int(match["day"])
    told = nearest(int(match["month"]), day, published) if match["month"] else nearest_day(day, published)
    return told if told and 0 <= (published - told).days <= _OLD else published


def give_months(folded: str, mentions: list[Mention], published: date | None) -> None:
    """Bare days behind a day with its month are of that month: 分別於本月27日及30日掛牌, or of the next one.

    >>> from zhaogu.recognition import recognise_folded
    >>> said, day = "分别于本月27日及30日挂牌", date(2026, 1, 14)
    >>> told = recognise_folded(said, published=day)
    >>> give_months(said, told, day)
    >>> [str(mention.day) for mention in told]
    ['2026-01-27', '2026-01-30']
    """
    before: Mention | None = None
    for mention in mentions:
        if mention.kind is not MentionKind.DATE:
            continue
        if mention.rule == _BARE and before is not None and before.partial and mention.partial:
            between = folded[before.end : mention.start]
            listed = _LISTED_DAYS.fullmatch(between) is not None
            ahead = published is not None and before.day is not None and before.day >= published
            if listed or (ahead and len(between) < _SAME_SENTENCE and not _STOP.search(between)):
                _follow(mention, before, listed)
        elif mention.rule == _WEEKDAY and before is not None:
            between = folded[before.end : mention.start]
            if len(between) < _SAME_SENTENCE and not _STOP.search(between):
                _next_week(folded, mention, before, published)
        before = mention


def _next_week(folded: str, mention: Mention, before: Mention, published: date | None) -> None:
    """A bare weekday behind one of next week is of that week too: ``下周一定價,周三公布結果``."""
    if (
        mention.day is None
        or before.day is None
        or published is None
        or not folded.startswith(_BARE_WEEK, mention.start)
    ):
        return
    weekly = before.rule == _WEEKDAY and before.day.isocalendar()[:2] != published.isocalendar()[:2]
    if weekly and published <= mention.day < before.day and (before.day - mention.day).days < _DAYS:
        mention.day += timedelta(days=_DAYS)


def _follow(mention: Mention, before: Mention, listed: bool) -> None:
    """Give a bare day the month of the one before it, where it is not told to be a later one already."""
    day = mention.partial[2] if mention.partial else None
    if before.day is None or day is None:
        if listed and before.partial and day and before.partial[2] and day > before.partial[2]:
            mention.partial = (*before.partial[:2], day)
        return
    if mention.day is not None and (mention.day > before.day or not (listed or mention.day.month != before.day.month)):
        return
    if day > before.day.day and (told := day_of(before.day.year, before.day.month, day)) is not None:
        mention.day = told


def give_anniversaries(folded: str, mentions: list[Mention]) -> None:
    """``四年前的今天``: a day so many years before.

    >>> from zhaogu.recognition import recognise_folded
    >>> told = recognise_folded("四年前的今天,甲上市", published=date(2025, 2, 5))
    >>> give_anniversaries("四年前的今天,甲上市", told)
    >>> [str(mention.day) for mention in told if mention.day]
    ['2021-02-05']
    """
    for mention in mentions if _AGO in folded else ():
        ago = _YEARS_AGO.search(folded, max(0, mention.start - _AGO_REACH), mention.start)
        if ago is None or mention.kind is not MentionKind.DATE or mention.day is None:
            continue
        years = int(ago["years"]) if ago["years"].isdigit() else _COUNTS.index(ago["years"].replace("两", "二"))
        mention.day = day_of(mention.day.year - years, mention.day.month, mention.day.day)


def give_years(folded: str, mentions: list[Mention], published: date | None) -> None:
    """Days without a year in an article without a day: near the day told before them, or the year of the listing."""
    if published is not None:
        return
    last: date | None = None
    for mention in mentions:
        if mention.kind is MentionKind.DATE:
            if last is not None:
                complete(mention, last)
            last = mention.day or last
    told = {(match["year"], match["part"]) for match in _LISTED.finditer(folded)}
    if len({year for year, _ in told}) != 1:
        return
    year, part = max(told, key=lambda pair: pair[1] is not None)
    month = int(part[:-1]) if part and part[:-1].isdigit() else _MONTH.get(part or "", 7)
    near = date(int(year), month, 1)
    for mention in mentions:
        complete(mention, near)
