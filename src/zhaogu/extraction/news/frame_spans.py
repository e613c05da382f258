"""Where a name begins and ends that stands before the act of an issuer, or behind the words that lead to one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .cues import subjects, trie_pattern
from .frame_forms import before_act, frame_words, leads, time_and_place
from .phrases import LATIN, lead_phrase, trim
from .repeated import OPENING, Repeated

MARK: Final = re.compile(r"[，,。;；:：、！!？?\n()（）|｜丨【】《》—\u2190-\u2bff]")
QUOTES: Final = ' “”"「」『』*'
_ENDS: Final = QUOTES + "的"
REACH: Final = 40
_TELLS_WHEN: Final = re.compile("[今明昨早午][日天早晨晚午起间盘前]|日[前内起]|正[式在]|起[至招]")
_SAME: Final = frozenset("同均都齐皆双")
Span = tuple[int, int]


def apart(said: Repeated, start: int, end: int) -> list[Span]:
    """Two names that are joined, where the text also has them apart: 甲科技与乙医疗同日."""
    if said.folded[end - 1] in _SAME and said.count(start, end) == 1:
        end -= 1
    return said.apart(start, end) or [(start, end)]


def name_before_act(said: Repeated, end: int, act: re.Match[str]) -> Span | None:
    """The phrase that an act ends, without what leads to it in its clause."""
    folded = said.folded
    low = max((mark.end() for mark in MARK.finditer(folded, max(0, end - REACH), end)), default=max(0, end - REACH))
    led = before_act().search(folded, low, end) if end > low else None
    end = _whole_end(said, low, led.start() if led else end, act.end())
    start = low
    for lead in leads().finditer(folded, low, end - 2):
        start = lead.end()
    start = OPENING.match(folded, start, end).end()  # type: ignore[union-attr]
    if (when := time_and_place().match(folded, start, end)) and end - when.end() >= 2:
        start = when.end()
    return _narrowed(said, start, end)


def name_behind(said: Repeated, start: int) -> Span | None:
    """The phrase that words such as 申購的是 lead to."""
    folded = said.folded
    mark = MARK.search(folded, start, start + REACH)
    end = mark.start() if mark else min(len(folded), start + REACH)
    span = lead_phrase(folded, start, end)
    if span is None:
        return None
    form = _legal().match(folded, span[1], end)  # 股份 ends names, and begins 股份有限公司
    return _narrowed(said, span[0], form.end() if form else span[1])


def _whole_end(said: Repeated, low: int, end: int, limit: int) -> int:
    """A name may end with a letter that also tells when: 旭日; then no place has it without that letter."""
    folded = said.folded
    if (
        folded[end : end + 1] in tuple("日明早午今起正")
        and not _TELLS_WHEN.match(folded, end)
        and said.count(max(low, end - 1), end + 1) > 1
    ):
        first = max(low, end - 2)
        if end < limit and said.count(first, end + 1) == said.count(first, end) > 1:
            return end + 1
    return end


def _narrowed(said: Repeated, start: int, end: int) -> Span | None:
    """A phrase without the description before the name: at a noun of the trade, or where the text repeats its end."""
    folded = said.folded
    if end - start < 2:
        return None
    start, end = trim(folded, start, end)
    while start < end and folded[start] in QUOTES:
        start += 1
    while end > start and folded[end - 1] in _ENDS:
        end -= 1
    if (
        end - start > 2
        and folded[start] in frame_words("letters")
        and said.count(start + 1, end) > said.count(start, end)
    ):
        start += 1
    latin = next((m for m in LATIN.finditer(folded, start, end) if m.end() == end and m.start() > start), None)
    if latin and said.count(*latin.span()) > said.count(start, end):
        start = latin.start()
    firm = said.behind_firm(start, end)
    start = start if firm is None else firm
    shorter = said.end_of(start, end) if end - start > 3 else None
    return shorter or (start, end)


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(trie_pattern(subjects()["legal"]))
