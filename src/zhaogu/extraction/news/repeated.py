"""What clauses open with again and again, whatever it is made of: a name may be of common words, digits and months."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .cues import subjects
from .edges import Endings
from .namelike import first_cue, is_called, may_open
from .pages import PAGES
from .phrases import LONGEST, described, is_trade, skip_leaders
from .vocabulary import vocabulary

_LONGEST: Final = 12
_MARK: Final = re.compile(r"[^\w&'’.+\-]|_")
"""What no name holds."""
_LABEL: Final = re.compile(r"[【\[《(（][^】\]》)）\n]{1,14}[】\]》)）]\s*")
OPENING: Final = re.compile(rf"(?:{_LABEL.pattern}|[ \n\u3000“”\"「『【●•■▪·*#>○◎◆◇□①-⑳])*")
"""What may stand before the first word of a clause: marks, and a label in brackets."""
_FIRM: Final = re.compile("集团|公司|企业")
_LONGISH: Final = 6
_JOINT: Final = re.compile("[与和及跟、]")
_ASCII: Final = re.compile(r"[A-Za-z0-9]")
_NO_END: Final = frozenset("以于在至及和与了是有将为由被对从向已拟近约逾仍又也则均亦且、'’.-")


class Repeated:
    """What a text says more than once.

    >>> said = Repeated("每日挂牌,36氪挂牌。36氪招股。36氪每日")
    >>> [said.folded[a:b] for a, b in said.openings(5, 10)]
    ['36氪']
    """

    def __init__(self, folded: str) -> None:
        """Take a folded text, of which the first pages count."""
        self.folded, self._pages = folded, folded[:PAGES]
        self._counts: dict[str, int] = {}

    def count(self, start: int, end: int) -> int:
        """How often the text says what stands between two places."""
        return self.times(self.folded[start:end])

    def times(self, said: str) -> int:
        """How often the text says something."""
        if (count := self._counts.get(said)) is None:
            count = self._counts[said] = self._pages.count(said)
        return count

    def openings(self, start: int, end: int) -> list[tuple[int, int]]:
        """The beginnings of a clause that the text says elsewhere, where what follows them differs, and the longest."""
        found: list[tuple[int, int]] = []
        for opening in _openings(self.folded, start, end):
            pair = self.folded[opening : opening + 2]
            if may_open(pair) and self.times(pair) > 1:
                self._grow(opening, end, found)
        return found

    def end_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The longest end of a phrase that the text says elsewhere without what stands before it.

        >>> said = Repeated("中式快餐老乡鸡递表。老乡鸡招股")
        >>> said.folded[slice(*said.end_of(0, 7))]
        '老乡鸡'
        """
        folded, whole, at = self.folded, self.count(start, end), end - 2
        while at > start and self.count(at - 1, end) > whole:
            at -= 1
        if at <= start or self.count(at, end) <= whole or not is_called(folded[at:end]):
            return None
        known = _nouns().of(folded[start:at]) or (at - start > 1 and folded[at - 2 : at] in vocabulary())
        split = _ASCII.match(folded, at) and _ASCII.match(folded, at - 1)
        return (at, end) if known and not split else None

    def behind_firm(self, start: int, end: int) -> int | None:
        """Where a name begins behind the noun of a firm in a long phrase, as the text has it again: 餐饮集团|甲乙控股."""
        firm = _FIRM.search(self.folded, start + 2, end - 2) if end - start > _LONGISH else None
        if firm is None or self.count(firm.end(), firm.end() + 2) <= self.count(firm.start(), firm.end() + 2):
            return None
        return firm.end()

    def apart(self, start: int, end: int) -> list[tuple[int, int]]:
        """The two names of a phrase that the text also has apart, or none: 甲科技与乙医疗."""
        joint = _JOINT.search(self.folded, start + 2, end - 2)
        parts = [(start, joint.start()), (joint.end(), end)] if joint else []
        return parts if all(self.count(*part) > self.count(start, end) for part in parts) else []

    def _grow(self, start: int, end: int, found: list[tuple[int, int]]) -> None:
        """Note what begins at a place and comes again, at each length where it goes on in another way."""
        folded = self.folded
        if start and folded[start].isascii() and _ASCII.match(folded, start) and _ASCII.match(folded, start - 1):
            return
        mark = _MARK.search(folded, start, min(end, start + _LONGEST))
        limit = mark.start() if mark else min(end, start + _LONGEST)
        if limit - start < 2:
            return
        limit = first_cue(folded, start, limit)
        size, count = 2, self.count(start, start + 2)
        while start + size <= limit and count > 1:
            longer = self.count(start, start + size + 1) if start + size < limit else 1
            if longer < count and _may_end(folded, start, start + size):
                found.append((start, start + size))
            size, count = size + 1, longer


def past_marks(folded: str, start: int, end: int) -> int:
    """Past the marks and the label that may stand before the first word of a clause."""
    if "\u4e00" <= folded[start : start + 1] <= "\u9fff":
        return start
    return OPENING.match(folded, start, end).end()  # type: ignore[union-attr]


def _openings(folded: str, start: int, end: int) -> list[int]:
    """Where a name may begin: the clause, what follows its conjunctions, and what follows a noun of the trade."""
    start = past_marks(folded, start, end)
    led = skip_leaders(folded, start, end)
    found = [start] if led == start else [start, led]
    for noun in described().finditer(folded, led, min(end, led + LONGEST)):
        first, at = noun.span()
        if at - first > 1 or (folded[first] in "商厂股的" and is_trade(folded, at)):
            found.append(at)
    return found


@cache
def _nouns() -> Endings:
    return Endings(word for word in subjects()["descriptors"] if len(word) > 1)


def _may_end(folded: str, start: int, end: int) -> bool:
    """Whether a name may end at a place: not within Latin letters or a number, and not with a word that leads on."""
    last = folded[end - 1]
    within = _ASCII.match(folded, end) and last.isascii() and (last.isdigit() or not folded[end].isdigit())
    leads_on = last in _NO_END or (last in "的们" and end - start > 2)
    return not within and not leads_on and is_called(folded[start:end])
