"""Periods that a text names by their neighbours: 2025年上半年…，去年同期…；2024年收入…，其中上半年…."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from zhaogu.model.mention import Mention, MentionKind
from zhaogu.model.period import Period

from .calendar import day_of, month_end, part_of
from .times import shifts

_PERIOD: Final = MentionKind.PERIOD

_FARTHEST: Final = 120
_SENTENCE_ENDS: Final = frozenset("。；;!?！？\n")
_NOTE: Final = "period_from_context"


def settle(text: str, timed: list[Mention]) -> list[Mention]:
    """The dates and periods, with the periods that the sentence says by their neighbours resolved in place."""
    timed = list(_joined(timed))
    last: Mention | None = None
    for mention in timed:
        if mention.kind is not _PERIOD:
            continue
        near = last if last is not None and _same_sentence(text, last, mention) else None
        if near is not None and near.period is not None:
            if mention.part == "same":
                _same(text, mention, near.period)
            elif _lone(text, mention) and (mention.period is None or text.endswith("其中", 0, mention.start)):
                _give(mention, part_of(near.period.year, mention.part or "FY"))
        if mention.period is not None and mention.part != "same":
            last = mention
    return timed


def _joined(timed: list[Mention]) -> Iterator[Mention]:
    """The mentions, 2024年同期 as one of them: its year is that of the first, its part that of a neighbour."""
    absorbed = False
    for first, second in pairwise([*timed, None]):
        if absorbed:
            absorbed = False
        elif first is not None and second is not None and _year_of_same(first, second):
            second.start, second.partial = first.start, first.partial
            absorbed = True
            yield second
        elif first is not None:
            yield first


def _year_of_same(first: Mention, second: Mention) -> bool:
    return second.part == "same" and first.end == second.start and "bare_year" in first.notes and first.outer is None


def _same_sentence(text: str, left: Mention, right: Mention) -> bool:
    if not 0 <= right.start - left.end <= _FARTHEST:
        return False
    return _SENTENCE_ENDS.isdisjoint(text[left.end : right.start])


def _same(text: str, mention: Mention, near: Period) -> None:
    year = mention.partial[0] if mention.partial else None
    if year is None:
        before = text.startswith(("去", "上", "前"), mention.start) or text.endswith(("较", "比"), 0, mention.start)
        year = near.year - before
    _give(mention, _in_year(near, year))


def _lone(text: str, mention: Mention) -> bool:
    """Whether a part of a year stands without any year, not even 今年."""
    if mention.rule != "period.relative" or mention.partial != (None, None, None) or mention.part == "track_record":
        return False
    return not text.startswith(tuple(shifts("year", "years")), mention.start)


def _give(mention: Mention, period: Period) -> None:
    mention.period = period
    mention.notes = (*(note for note in mention.notes if note != "year_from_publication"), _NOTE)


def _in_year(period: Period, year: int) -> Period:
    """The same period of the financial year ``year``."""
    end = period.end
    if end is not None:
        back = end.year + year - period.year
        end = month_end(back, end.month) if end == month_end(end.year, end.month) else day_of(back, end.month, end.day)
    return Period(f"{year}{period.label[4:]}", end)
