"""Running text as sentences and numbers, with the words beside a number that say what it is: ``lexicon/filings_cues.toml``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache, cached_property

from zhaogu.lexicon.loader import entries
from zhaogu.model import Basis

from .flow import FULL_STOP, Flow
from .found import Found, Source
from .small_letters import in_small
from .values import Cell, is_about, last_place

TABLE = "filings_cues"
TRANCHES = ("public", "international")
_END = in_small(rf"[。；;•]|{FULL_STOP}(?<!\. \.)(?= [a-z0-9(]|$)")
"""Where a sentence ends; the leader dots of a timetable end none."""
PERCENT = re.compile(r"(?<![\d.,])(?P<value>\d{1,2}(?:\.\d+)?)\s?(?:%|per cent)", re.I)
REACH = 420
"""How far from a number the words and numbers stand that it has to do with."""
NEAR = 70
"""How far from a number the word stands that says which state of the offering it is."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: where it stands and what it is."""

    start: int
    end: int
    value: Decimal


@dataclass
class Scan:
    """What the readers of running text ask it."""

    flow: Flow

    @property
    def text(self) -> str:
        """The text in one script and in small letters."""
        return self.flow.small

    @cached_property
    def _ends(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self.text)), len(self.text)]

    @cached_property
    def _tranches(self) -> list[tuple[int, str]]:
        return sorted((found.end(), name) for name in TRANCHES for found in cues(name).finditer(self.text))

    def numbers(self, pattern: re.Pattern[str]) -> Iterator[Number]:
        """The numbers that a pattern finds, its ``value``."""
        for match in pattern.finditer(self.text):
            yield Number(match.start("value"), match.end(), Decimal(match["value"].replace(",", "")))

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence begins and ends that holds a place."""
        index = bisect_right(self._ends, at)
        return self._ends[index - 1], self._ends[min(index, len(self._ends) - 1)]

    def window(self, one: Number, before: int, after: int) -> tuple[int, int]:
        """From how far before a number to how far behind it its sentence goes, and no further than told."""
        start, end = self.sentence(one.start)
        return max(start, one.start - before), min(end, one.end + after)

    def says(self, name: str, one: Number, before: int = NEAR, after: int = NEAR) -> bool:
        """Whether a word of a list stands near a number in its sentence."""
        first, last = self.window(one, before, after)
        return cues(name).search(self.text[first:last]) is not None

    def tranche(self, at: int) -> str | None:
        """The tranche that the text names last before a place, not far away."""
        index = bisect_right(self._tranches, (at, "zz")) - 1
        return self._tranches[index][1] if index >= 0 and at - self._tranches[index][0] <= REACH else None

    def found(
        self, name: str, one: Number, unit: str, span: tuple[int, int] | None = None, basis: Basis | None = None
    ) -> list[Found]:
        """The figure that a number states, with ``span`` as evidence, if the page has it."""
        return self.stated(name, one, Cell(one.value, unit, last_place(one.value)), span, basis)

    def stated(
        self, name: str, at: Number, cell: Cell, span: tuple[int, int] | None = None, basis: Basis | None = None
    ) -> list[Found]:
        """The same where the number is read already, with its currency and scale."""
        evidence = self.flow.evidence(*(span or (at.start, at.end)), at.start)
        if evidence is None:
            return []
        told = cell.roughly() if is_about(self.text, at.start, cell.unit) else cell
        return [Found(name, told, evidence, Source.TEXT, f"proof.{name}", basis)]


@cache
def cues(name: str) -> re.Pattern[str]:
    """The words of a list as one pattern.

    >>> bool(cues("international").search("国际配售")), bool(cues("public").search("国际配售"))
    (True, False)
    """
    words = (word for one in entries(TABLE, "cue", id=str, never=str) if one["id"] == name for word in one.words)
    return in_small("|".join(words))


def nearest(names: Iterable[str], text: str, start: int, end: int, lead: int = 0) -> str | None:
    """The list whose word stands nearest to ``text[start:end]``; words before it stand ``lead`` characters further away.

    >>> nearest(("net", "gross"), "总额为400百万港元，净额为358百万港元", 14, 21)
    'net'
    """
    near = [
        (word.start() - end if word.start() >= end else start - word.end() + lead, name)
        for name in names
        for word in cues(name).finditer(text)
    ]
    return min(near)[1] if near else None


def rounds(exact: Decimal, printed: Decimal) -> bool:
    """Whether ``printed`` is ``exact``, rounded or cut off.

    >>> rounds(Decimal("21.036"), Decimal("21.04")), rounds(Decimal("21.036"), Decimal("21.1"))
    (True, False)
    """
    step = last_place(printed)
    return printed in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))


def is_percentage(printed: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Whether ``printed`` is what percentage a part is of the whole.

    >>> is_percentage(Decimal("28.6"), Decimal(20_000_000), Decimal(70_000_000))
    True
    """
    return rounds(part * 100 / whole, printed)
