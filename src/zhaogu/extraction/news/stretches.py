"""The stretches of a clause that may be a company's name, and what they are made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .cues import subjects
from .doing import acts
from .namelike import is_called, is_plain_name
from .phrases import lead_phrase, skip_leaders, trim
from .repeated import Repeated, past_marks
from .vocabulary import Part, runs, segment

_FAR: Final = 40
_LONG: Final = 12
_SHORT: Final = 3
_LONGISH: Final = 6
_OPENS_NAME: Final = re.compile(r"\d{1,4}|[^\d]{1,3}")
"""Of a date or a number, what may begin a name: 51, 十月, 三只."""
_WEEKDAY: Final = re.compile("周[一二三四五六日]")
_TITLE: Final = re.compile(r"第一股[”」』\"》]?(?!(?:股份|[的之]称))[“「『]?")
"""Behind what the press calls the first share of its trade stands its name: 零食第一股三只松鼠."""
_ODD: Final = frozenset({"odd", "latin"})
Span = tuple[int, int]


class Stretches:
    """An article as the names in it are looked for: what it says again, and where its days and figures stand.

    >>> text = "护肤品牌林清轩挂牌"
    >>> spans = Stretches(Repeated(text), [], 0, again=False).of(0, len(text))
    >>> sorted((text[start:end], *made) for (start, end), made in spans.items())
    [('护肤', 'general'), ('林清轩', 'odd')]
    """

    def __init__(self, said: Repeated, mentions: list[Mention], near: int, *, again: bool) -> None:
        """Take the article, its mentions, and where its lead ends; ``again``: what comes again may be a name too."""
        self.folded, self.said, self._near, self._again = said.folded, said, near, again
        self._acts = acts()
        self._days = sorted(m.start for m in mentions if m.kind is MentionKind.DATE)
        self._taken = [(m.start, m.end) for m in sorted(mentions, key=attrgetter("start"))]

    def of(self, start: int, end: int) -> dict[Span, set[str]]:
        """What may be a name in a clause, and what it is made of: letters that no word holds, or known words."""
        spans: dict[Span, set[str]] = {}
        parts = segment(self.folded, start, end)
        weekdays = self._weekdays(parts) if self.folded.find("周", start, end) >= 0 else {}
        for run in runs(parts):
            first, last = run[0][0], run[-1][1]
            if self._is_taken(first, last):
                continue
            for span, made in _in_run(run).items():
                spans.setdefault(span, {made})
            day = weekdays.get(first, first)
            if day < first and self.said.count(day, last) > 1:
                spans.setdefault((day, last), {"half_odd"})  # 周六福: no weekday, where it comes again
        opening = lead_phrase(self.folded, start, end)
        if opening is not None and opening not in spans:
            first, last = opening
            if is_plain_name(self.folded[first:last], strict=False) and not self._is_taken(first, last):
                spans[opening] = {"phrase"}
        if self._again:
            self._said_again(start, end, spans)
        title = _TITLE.search(self.folded, start, end)
        if title is not None and (named := self._behind_title(title.end(), end)) is not None:
            spans.setdefault(named, set()).update(("led", "first"))
        if (start < self._near or self.folded[start - 1] == "\n") and (led := self._before_act(start, end)) is not None:
            spans.setdefault(led, set()).add("led")
        return spans

    def _said_again(self, start: int, end: int, spans: dict[Span, set[str]]) -> None:
        """Add what a clause opens with and the ends of its phrases, where the text says them again."""
        again: list[Span] = []
        firms: list[Span] = []
        for first, last in spans:
            if last - first > _SHORT and (shorter := self.said.end_of(first, last)) is not None:
                again.append(shorter)
            if last - first > _LONGISH and (at := self.said.behind_firm(first, last)) is not None:
                firms.append((at, last))
        for span in firms:
            if span not in spans:
                spans[span] = {"phrase"}
        again += self.said.openings(start, end)
        for first, last in again:
            if not self._is_dated(first, last):
                spans.setdefault((first, last), set()).add("repeated")

    def _before_act(self, start: int, end: int) -> Span | None:
        """What stands between the opening of a clause of the lead and the day or the act of an issuer behind it."""
        led = skip_leaders(self.folded, past_marks(self.folded, start, end), end)
        far = min(end, led + _FAR)
        act = self._acts.search(self.folded, led + 2, far)
        day = bisect_left(self._days, led + 2)
        stop = min(act.start() if act else far, self._days[day] if day < len(self._days) else far)
        if stop == far:
            return None
        first, stop = trim(self.folded, led, stop)
        last = segment(self.folded, first, stop)[-1:]
        if last and self.folded[last[0][0] : stop] in subjects()["stops"]:
            stop = last[0][0]
        stop = len(self.folded[:stop].rstrip(' ”」』"于在已将'))
        whole = 2 <= stop - first <= _LONG and is_called(self.folded[first:stop]) and not self._is_dated(first, stop)
        return (first, stop) if whole else None

    def _behind_title(self, start: int, end: int) -> Span | None:
        """What stands behind the title of a first share, up to a day, an act or a verb."""
        named = self._before_act(start, end) or lead_phrase(self.folded, start, end)
        whole = named is not None and named[0] == start and is_called(self.folded[slice(*named)])
        return named if whole else None

    def _weekdays(self, parts: list[Part]) -> dict[int, int]:
        """Where the weekdays of a clause begin, by their ends."""
        return {end: start for start, end, _ in parts if _WEEKDAY.fullmatch(self.folded, start, end)}

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether a day or a figure stands in a phrase, and not only the beginning of a name: 十月 in 十月稻田."""
        at = bisect_right(self._taken, (start, len(self.folded)))
        if at and start < self._taken[at - 1][1]:
            first, last = self._taken[at - 1]
            if first < start or last >= end or not _OPENS_NAME.fullmatch(self.folded, first, last):
                return True
        return at < len(self._taken) and self._taken[at][0] < end

    def _is_taken(self, start: int, end: int) -> bool:
        at = bisect_right(self._taken, (start, len(self.folded)))
        if at and self._taken[at - 1][1] > start:
            return True
        return at < len(self._taken) and self._taken[at][0] < end


def _in_run(run: list[Part]) -> dict[Span, str]:
    """The names that a run may hold: all of it, from its first odd letter on, up to its last one, or to a legal form."""
    first, last, form, letters = -1, 0, 0, 0
    for n, (start, end, kind) in enumerate(run):
        if kind == "word":
            continue
        last = n
        if kind == "form":
            form = n
        else:
            first = n if first < 0 else first
            letters += end - start
    if first < 0:
        return {(run[0][0], run[-1][1]): "general"}
    form = form if form > first else last
    begin, stop = run[first][0], run[-1][1]
    # up to a form letters may be left out, else all odd ones are in it
    upto = sum(end - start for start, end, kind in run[first : form + 1] if kind in _ODD)
    made = "odd" if letters > 1 else "half_odd"
    spans = {(run[0][0], stop): made, (begin, stop): made, (begin, run[last][1]): made}
    spans.setdefault((begin, run[form][1]), "odd" if upto > 1 else "half_odd")
    return spans
