"""Putting tokens of time together: lists, ranges, years ended, parts of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .calendar import day_of, in_month, month_end, months_ended, part_of
from .dates import dated
from .times import Token, fields_of
from .times import token as token_of

_DATE: Final = MentionKind.DATE
_PERIOD: Final = MentionKind.PERIOD

_LIST: Final = re.compile(r"[ \n]*(?:[、，,]|及|和|与|以及|或|and|, and|、以及|及截至|以及截至)?[ \n]*")
_RANGE: Final = re.compile(r"[ \n]*(?:[-–—―~]{1,2}|至|到|to)[ \n]*")
_AND: Final = re.compile(r"[ \n]?[及和与][ \n]?")
_LIST_BEFORE: Final = re.compile(r"年[ \n]?[、,，至到—–-][ \n]?\Z")
_DATED: Final = frozenset(
    {"ymd", "iso", "ymend", "ym", "rmd", "md", "monthday", "mend", "m", "mdy", "dmy", "my", "emd", "edm"}
)
_YEARS: Final = frozenset({"year", "bare", "byear", "ryear"})
_LISTED = _DATED | _YEARS
_LONGEST_LIST: Final = 12
_PARTS: Final = frozenset({"name", "cumulative", "span"})
_WHOLE: Final = frozenset({"eyear", "fiscal", "compact", "yearcompact", "epart", "ecumulative", "efy"})
_STRETCH: Final = re.compile(
    r"[ \n]?[的之][ \n]?(?:(?:(?P<ended_n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[ \n]?个?)?[ \n]?"
    r"(?P<ended_u>(?<=[^的之])(?:年(?!前)|个?月|个?季度)|(?:财政|会计)?年度(?![报业总结])|财年|半年(?!报)))(?:期间)?"
)
"""Behind the day of 截至2018年12月31日: 的九个月, 之财政年度."""
_ENGLISH_YEARS: Final = re.compile(r"(?:,[ \n]?|,?[ \n]and[ \n])((?:19|20)[0-9]{2})(?![0-9]|[,.][0-9])")


class Reader:
    """Reads the tokens of a text from left to right and makes the mentions that they say together."""

    def __init__(self, text: str, tokens: list[Token], published: date | None) -> None:
        """Take the folded text, its tokens in order and the day of publication."""
        self.text, self.tokens, self.published = text, tokens, published
        self.at = 0

    def mentions(self) -> Iterator[Mention]:
        """Every date and period; the tokens that are neither are left out."""
        previous: Mention | None = None
        while self.at < len(self.tokens):
            kind = self.tokens[self.at].kind
            found = (
                self._ended_list()
                if kind in _LISTED or kind == "until"
                else self._english_ended()
                if kind == "eended"
                else None
            )
            found = found or (self._years() if kind in _YEARS or kind in _WHOLE else None)
            if found:
                yield from found
            else:
                token = self.tokens[self.at]
                self.at += 1
                if token.kind in ("until", "ended", "eended"):
                    continue
                mention = dated(self.text, token, self.published)
                if mention is not None:
                    if previous is not None and token.kind == "weekday" and self._aside(previous, token):
                        continue
                    if previous is not None and mention.kind is _DATE:
                        self._range_of_days(previous, mention)
                    yield mention
                previous = mention if mention is not None and mention.kind is _DATE else None

    def _aside(self, day: Mention, weekday: Token) -> bool:
        """Whether a weekday only repeats the day before it: 10月31日(周五)."""
        between = self.text[day.end : weekday.start].strip()
        other = day.day is not None and day.day.weekday() != weekday.count  # 周五,下周四
        return weekday.day is None and between in ("(", "", ",", "，") and not (other and between in (",", "，"))

    def _range_of_days(self, low: Mention, high: Mention) -> None:
        """12月31日至1月6日, 15日至18日: the second takes from the first what it does not say itself."""
        if low.bound or not _RANGE.fullmatch(self.text[low.end : high.start]):
            return
        low.bound, high.bound, low.mate, high.mate = "low", "high", high.start, low.start
        year, month, day = high.partial or (None, None, None)
        if low.day is None or year is not None or day is None:
            return
        months = (in_month(low.day, shift, day) for shift in range(12))
        later = (found for found in months if found and found >= low.day and month in (None, found.month))
        high.day = next(later, high.day)
        high.notes = (*(note for note in high.notes if not note.endswith("_from_publication")), "year_from_range")

    # --- lists that an "ended" closes: 截至2024年及2025年9月30日止九个月

    def _ended_list(self) -> list[Mention] | None:
        first = self.at
        if self.tokens[first].kind == "until":
            first += 1
        at = first
        while at < min(len(self.tokens), first + _LONGEST_LIST) and self.tokens[at].kind in _LISTED:
            if at > first and not self._joined(at):
                return None
            at += 1
        ended = self._stretch(at) if at > first else None
        if ended is None:
            return None
        dates = self.tokens[first:at]
        start = self.tokens[self.at].start
        while at < len(self.tokens) and self.tokens[at].start < ended.end:
            at += 1
        self.at = at
        dates[-1].end = ended.end
        return self._ended(dates, ended, (start, ended.end))

    def _stretch(self, at: int) -> Token | None:
        """What says how long the period was: 止九个月 before token ``at``, or 的九个月 behind 截至."""
        last = self.tokens[at - 1]
        if at < len(self.tokens) and self.tokens[at].kind == "ended" and self.tokens[at].start - last.end <= 1:
            return self.tokens[at]
        match = _STRETCH.match(self.text, last.end) if self.tokens[self.at].kind == "until" else None
        return token_of(match, "ended", fields_of(_STRETCH, "ended")) if match else None

    def _ended(self, dates: list[Token], ended: Token, outer: tuple[int, int]) -> list[Mention]:
        last = dates[-1]
        month, day = last.month or 12, last.day
        if ended.part == "years":
            months, years = 12, ended.count or 1
        else:
            months, years = (ended.count or 1) * (3 if ended.part == "quarters" else 1), 1
        whole = len(dates) == 2 and dates[0].day is not None and self._range_gap(*dates) is not None
        if whole:  # 自2021年1月1日至2023年12月31日止三个年度
            dates[1].start, dates = dates[0].start, dates[1:]
        spread = self._spread(dates)
        token, year = spread[0]
        if len(spread) == 1 and years > 1 and year is not None:
            spread = [(token, year - back) for back in reversed(range(years))]
        return [self._one_ended(token, year, month, day, months, outer) for token, year in spread]

    def _one_ended(
        self, token: Token, year: int | None, month: int, day: int | None, months: int, outer: tuple[int, int]
    ) -> Mention:
        mention = Mention(_PERIOD, token.start, token.end, rule="period.ended", outer=outer)
        month, day = token.month or month, token.day or day
        mention.partial = (year, month, day)
        if year is None and token.shift is not None and self.published:
            year = self.published.year + token.shift
            mention.notes += ("year_from_publication",)
        elif year is None and self.published and (months < 12 or month < 12):
            year = self.published.year - (month >= self.published.month)
            mention.notes += ("year_from_publication",)
        if year is None:
            mention.part = f"{months}M" if months not in (6, 12) else "FY" if months == 12 else "H1"
            return mention
        end = day_of(year, month, day) if day else month_end(year, month)
        if end is not None and 1 <= months <= 12:
            mention.period = months_ended(end, months)
        return mention

    def _spread(self, dates: list[Token]) -> list[tuple[Token, int | None]]:
        """Each token with its year, and the years between the ends of a range."""
        spread: list[tuple[Token, int | None]] = []
        for number, token in enumerate(dates):
            if number and (gap := self._range_gap(dates[number - 1], token)) and token.year is not None:
                low = dates[number - 1].year
                if low is not None and 1 < token.year - low <= 20:
                    between = Token("implied", *gap)
                    spread += [(between, year) for year in range(low + 1, token.year)]
            spread.append((token, token.year))
        return spread

    def _range_gap(self, left: Token, right: Token) -> tuple[int, int] | None:
        gap = self.text[left.end : right.start]
        return (left.end, right.start) if _RANGE.fullmatch(gap) else None

    def _joined(self, at: int) -> bool:
        left, right = self.tokens[at - 1], self.tokens[at]
        if right.start - left.end > 8:
            return False
        gap = self.text[left.end : right.start]
        return bool(_LIST.fullmatch(gap) or _RANGE.fullmatch(gap))

    # --- years, ranges and lists of them, with a part of the year after the last

    def _years(self) -> list[Mention] | None:
        token = self.tokens[self.at]
        if token.kind == "eyear":
            self.at += 1
            years, end = self._english_years(token)
            return [self._year(each, each.year, None, (token.start, end) if len(years) > 1 else None) for each in years]
        if token.kind in _WHOLE:
            part = self._part(self.at + 1)
            self.at += 1 + (part is not None)
            if part is not None:
                token.part, token.end = part.part, part.end
            return [self._whole(token)]
        first = self.at
        at = first + 1
        while at < len(self.tokens) and self.tokens[at].kind in _YEARS and self._joined(at):
            at += 1
        years = self.tokens[first:at]
        part = self._part(at)
        shared = part is not None and (all(year.kind == "bare" for year in years[:-1]) or self._compared(years))
        implied_range = any(self._range_gap(*pair) for pair in pairwise(years))
        self.at = at + (part is not None)
        outer = (years[0].start, part.end if part else years[-1].end)
        if part:
            years[-1].end = part.end
        found = []
        for token, year in self._spread(years):
            own = (
                part.part
                if part and (token is years[-1] or (shared and not implied_range) or part.part == "FY")
                else None
            )
            found.append(self._year(token, year, own, outer if len(years) > 1 else None))
        return found

    def _compared(self, years: list[Token]) -> bool:
        """2024年及2025年上半年 sets one half beside the other; 2023年、2024年及2025年上半年 ends two years with a half."""
        if len(years) != 2 or _AND.fullmatch(self.text[years[0].end : years[1].start]) is None:
            return False
        first, second = (year.year for year in years)
        listed = _LIST_BEFORE.search(self.text, max(0, years[0].start - 8), years[0].start)
        return first is not None and second == first + 1 and not listed

    def _part(self, at: int) -> Token | None:
        if at >= len(self.tokens) or self.tokens[at].kind not in _PARTS:
            return None
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return self.tokens[at] if gap in ("", " ", "\n", "的", "度", "度的") else None

    def _year(self, token: Token, year: int | None, part: str | None, outer: tuple[int, int] | None) -> Mention:
        mention = Mention(_PERIOD, token.start, token.end, rule="period.part" if part else "period.year", outer=outer)
        if token.kind == "implied":
            mention.rule, mention.notes = "period.implied", ("implied_by_range",)
        mention.part = part
        if year is None and token.shift is not None:
            mention.rule = "period.relative"
            mention.partial = (None, None, None)
            mention.part = part or "FY"
            if self.published:
                year = self.published.year + token.shift
                mention.notes += ("year_from_publication",)
        if year is not None:
            mention.partial = (year, None, None)
            mention.period = part_of(year, part or "FY")
            if part is None:
                mention.notes += ("bare_year",)
        return mention

    def _whole(self, token: Token) -> Mention:
        part = token.part or "FY"
        period = part_of(token.year, part) if token.year else None
        return Mention(
            _PERIOD,
            token.start,
            token.end,
            period=period,
            part=part,
            partial=(token.year, None, None),
            rule="period.part",
        )

    # --- in 2022, 2023 and 2024; nine months ended September 30, 2024 and 2025

    def _english_ended(self) -> list[Mention] | None:
        ended = self.tokens[self.at]
        if self.at + 1 >= len(self.tokens):
            return None
        token = self.tokens[self.at + 1]
        if token.kind not in _DATED or token.start - ended.end > 2:
            return None
        self.at += 2
        months = 12 if ended.part == "years" else 3 if ended.part == "quarters" else ended.count or 1
        dates, end = self._english_years(token)
        token.start = ended.start
        outer = (ended.start, end)
        if (
            ended.part == "years" and len(dates) == 1 and token.year is not None
        ):  # the three years ended December 31, 2024
            years = [token.year - back for back in reversed(range(ended.count or 1))]
            return [self._one_ended(token, year, token.month or 12, token.day, 12, outer) for year in years]
        return [self._one_ended(each, each.year, token.month or 12, token.day, months, outer) for each in dates]

    def _english_years(self, token: Token) -> tuple[list[Token], int]:
        """The years listed after a token, each with its month and day, and where the list ends."""
        dates, end = [token], token.end
        while (more := _ENGLISH_YEARS.match(self.text, end)) is not None:
            dates.append(Token(token.kind, more.start(1), more.end(1), int(more[1]), token.month, token.day))
            end = more.end()
            while self.at < len(self.tokens) and self.tokens[self.at].start < end:
                self.at += 1
        return dates, end
