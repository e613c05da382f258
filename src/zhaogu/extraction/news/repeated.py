"""What clauses open with again and again, whatever it is made of: a name may be of common words, digits and months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .cues import subjects, word_pattern
from .phrases import LONGEST, first_cue, is_called, is_trade, skip_leaders
from .vocabulary import vocabulary

_LONGEST = 12
_PAGES = 20_000
_MARK = re.compile(r"[^\w&'’.+\-]|_")
"""What no name holds."""
_LABEL = re.compile(r"[【\[《(（][^】\]》)）\n]{1,14}[】\]》)）]\s*")
OPENING = re.compile(rf"(?:{_LABEL.pattern}|[ \n\u3000“”\"「『【●•■▪·*#>○◎◆◇□①-⑳])*")
"""What may stand before the first word of a clause: marks, and a label in brackets."""
_ASCII = re.compile(r"[A-Za-z0-9]")
_NO_END = frozenset("以于在至及和与了是有将为由被对从向已拟近约逾仍又也则均亦且、'’.-")


def repeated(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The beginnings of a clause that the text says elsewhere too, where what follows them differs, and the longest.

    >>> text = "每日挂牌,36氪挂牌。36氪招股。36氪每日"
    >>> [text[a:b] for a, b in repeated(text, 5, 10)]
    ['36氪']
    """
    seen: set[int] = set()
    for opening in _openings(folded, start, end):
        if opening not in seen:
            seen.add(opening)
            yield from _grown(folded, opening, end)


def _openings(folded: str, start: int, end: int) -> Iterator[int]:
    """Where a name may begin: the clause, what follows its conjunctions, and what follows a noun of the trade."""
    start = OPENING.match(folded, start, end).end()  # type: ignore[union-attr]
    yield start
    led = skip_leaders(folded, start, end)
    yield led
    for described in word_pattern("descriptors").finditer(folded, led, min(end, led + LONGEST)):
        noun, at = described.group(), described.end()
        if len(noun) > 1 or (noun in "商厂股的" and is_trade(folded, at)):
            yield at


def _grown(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What begins at a place and comes again, at each length where it goes on in another way."""
    if start and _ASCII.match(folded, start) and _ASCII.match(folded, start - 1):
        return
    mark = _MARK.search(folded, start, min(end, start + _LONGEST))
    limit = mark.start() if mark else min(end, start + _LONGEST)
    size, count = 2, folded.count(folded[start : start + 2], 0, _PAGES)
    if count > 1:
        limit = min(limit, first_cue(folded, start, limit))
    while start + size <= limit and count > 1:
        longer = folded.count(folded[start : start + size + 1], 0, _PAGES) if start + size < limit else 1
        if longer < count and _may_end(folded, start, start + size):
            yield start, start + size
        size, count = size + 1, longer


def ends_again(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The longest end of a phrase that the text says elsewhere without what stands before it: 甲 in 中式快餐甲.

    >>> text = "中式快餐老乡鸡递表。老乡鸡招股"
    >>> a, b = ends_again(text, 0, 7); text[a:b]
    '老乡鸡'
    """
    whole, at = folded.count(folded[start:end], 0, _PAGES), end - 2
    while at > start and folded.count(folded[at - 1 : end], 0, _PAGES) > whole:
        at -= 1
    word = folded[start:at].endswith(_nouns()) or (at - start > 1 and folded[at - 2 : at] in vocabulary())
    split = at > start and _ASCII.match(folded, at) and _ASCII.match(folded, at - 1)
    if at <= start or split or not word or folded.count(folded[at:end], 0, _PAGES) <= whole or not is_called(folded[at:end]):
        return None
    return at, end


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(word for word in subjects()["descriptors"] if len(word) > 1)


def _may_end(folded: str, start: int, end: int) -> bool:
    """Whether a name may end at a place: not within Latin letters or a number, and not with a word that leads on."""
    last = folded[end - 1]
    within = _ASCII.match(folded, end) and last.isascii() and (last.isdigit() or not folded[end].isdigit())
    leads_on = last in _NO_END or (last in "的们" and end - start > 2)
    return not within and not leads_on and is_called(folded[start:end])
