"""Putting tokens of time together: lists, ranges, years ended, parts of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model.mention import Mention, MentionKind
from ..model.period import Period
from .calendar import day_of, month_end, months_ended, part_of
from .times import Token

_LIST = re.compile(r"[ \n]*(?:[、，,]|及|和|与|以及|或|and|, and|、以及|及截至|以及截至)?[ \n]*")
_RANGE = re.compile(r"[ \n]*(?:[-–—―~]{1,2}|至|到|to)[ \n]*")
_DATED = frozenset({"ymd", "iso", "ymend", "ym", "rmd", "md", "mend", "m", "mdy", "dmy", "my", "emd"})
_YEARS = frozenset({"year", "bare", "ryear"})
_PARTS = frozenset({"name", "cumulative", "span"})
_WHOLE = frozenset({"fiscal", "compact", "yearcompact", "epart", "efy"})
_ENGLISH_YEARS = re.compile(r"(?:,[ \n]?|,?[ \n]and[ \n])((?:19|20)[0-9]{2})(?![0-9]|[,.][0-9])")


class Reader:
    """Reads the tokens of a text from left to right and makes the mentions that they say together."""

    def __init__(self, text: str, tokens: list[Token], published: date | None) -> None:
        """Take the folded text, its tokens in order and the day of publication."""
        self.text, self.tokens, self.published = text, tokens, published
        self.at = 0

    def mentions(self) -> Iterator[Mention]:
        """Every date and period; the tokens that are neither are left out."""
        from .dates import dated

        while self.at < len(self.tokens):
            found = self._ended_list() or self._english_ended() or self._years()
            if found:
                yield from found
            else:
                token = self.tokens[self.at]
                self.at += 1
                if token.kind in ("until", "ended", "eended"):
                    continue
                mention = dated(self.text, token, self.published)
                if mention is not None:
                    yield mention

    # --- lists that an "ended" closes: 截至2024年及2025年9月30日止九个月

    def _ended_list(self) -> list[Mention] | None:
        first = self.at
        if self.tokens[first].kind == "until":
            first += 1
        at = first
        while at < len(self.tokens) and (self.tokens[at].kind in _DATED or self.tokens[at].kind in _YEARS):
            if at > first and not self._joined(at):
                return None
            at += 1
        if at == first or at >= len(self.tokens) or self.tokens[at].kind != "ended":
            return None
        if self.tokens[at].start - self.tokens[at - 1].end > 1:
            return None
        dates, ended = self.tokens[first:at], self.tokens[at]
        start = self.tokens[self.at].start
        self.at = at + 1
        dates[-1].end = ended.end
        return self._ended(dates, ended, (start, ended.end))

    def _ended(self, dates: list[Token], ended: Token, outer: tuple[int, int]) -> list[Mention]:
        last = dates[-1]
        month, day = last.month or 12, last.day
        if ended.part == "years":
            months, years = 12, ended.count or 1
        else:
            months, years = (ended.count or 1) * (3 if ended.part == "quarters" else 1), 1
        spread = self._spread(dates)
        if len(spread) == 1 and years > 1 and spread[0][1] is not None:
            token, year = spread[0]
            spread = [(token, year - back) for back in reversed(range(years))]
        return [self._one_ended(token, year, month, day, months, outer) for token, year in spread]

    def _one_ended(self, token: Token, year: int | None, month: int, day: int | None, months: int, outer: tuple[int, int]) -> Mention:
        mention = Mention(MentionKind.PERIOD, token.start, token.end, rule="period.ended", outer=outer)
        month, day = token.month or month, token.day or day
        mention.partial = (year, month, day)
        if year is None and token.shift is not None and self.published:
            year = self.published.year + token.shift
            mention.notes.append("year_from_publication")
        elif year is None and self.published and months < 12:
            year = self.published.year - (month >= self.published.month)
            mention.notes.append("year_from_publication")
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
        if token.kind in _WHOLE:
            self.at += 1
            return [self._whole(token)]
        if token.kind not in _YEARS:
            return None
        first = self.at
        at = first + 1
        while at < len(self.tokens) and self.tokens[at].kind in _YEARS and self._joined(at):
            at += 1
        years = self.tokens[first:at]
        part = self._part(at)
        shared = part is not None and all(year.kind == "bare" for year in years[:-1])
        implied_range = any(self._range_gap(*pair) for pair in zip(years, years[1:], strict=False))
        self.at = at + (part is not None)
        outer = (years[0].start, part.end if part else years[-1].end)
        if part:
            years[-1].end = part.end
        found = []
        for token, year in self._spread(years):
            own = part.part if part and (token is years[-1] or shared and not implied_range or part.part == "FY") else None
            found.append(self._year(token, year, own, outer if len(years) > 1 else None))
        return found

    def _part(self, at: int) -> Token | None:
        if at >= len(self.tokens) or self.tokens[at].kind not in _PARTS:
            return None
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return self.tokens[at] if gap in ("", " ", "\n", "的", "度", "度的") else None

    def _year(self, token: Token, year: int | None, part: str | None, outer: tuple[int, int] | None) -> Mention:
        mention = Mention(MentionKind.PERIOD, token.start, token.end, rule="period.part" if part else "period.year", outer=outer)
        if token.kind == "implied":
            mention.rule, mention.notes = "period.implied", ["implied_by_range"]
        mention.part = part
        if year is None and token.shift is not None:
            mention.rule = "period.relative"
            mention.partial = (None, None, None)
            mention.part = part or "FY"
            if self.published:
                year = self.published.year + token.shift
                mention.notes.append("year_from_publication")
        if year is not None:
            mention.partial = (year, None, None)
            mention.period = part_of(year, part or "FY")
            if part is None:
                mention.notes.append("bare_year")
        return mention

    def _whole(self, token: Token) -> Mention:
        part = token.part or "FY"
        period = part_of(token.year, part) if token.year else None
        return Mention(MentionKind.PERIOD, token.start, token.end, period=period, part=part, partial=(token.year, None, None), rule="period.part")

    # --- nine months ended September 30, 2024 and 2025

    def _english_ended(self) -> list[Mention] | None:
        ended = self.tokens[self.at]
        if ended.kind != "eended" or self.at + 1 >= len(self.tokens):
            return None
        token = self.tokens[self.at + 1]
        if token.kind not in _DATED or token.start - ended.end > 2:
            return None
        self.at += 2
        months = 12 if ended.part == "years" else 3 if ended.part == "quarters" else ended.count or 1
        dates, end = [token], token.end
        while (more := _ENGLISH_YEARS.match(self.text, end)) is not None:
            dates.append(Token("year", more.start(1), more.end(1), int(more[1]), token.month, token.day))
            end = more.end()
            while self.at < len(self.tokens) and self.tokens[self.at].start < end:
                self.at += 1
        token.start = ended.start
        outer = (ended.start, end)
        return [self._one_ended(each, each.year, token.month or 12, token.day, months, outer) for each in dates]


def instant(mention: Mention) -> Period | None:
    """The balance-sheet date that a date mention names, as a period."""
    return Period.at(mention.day) if mention.day else None
