"""What stands before a number, read from right to left: sign, bracket, currency, qualifiers."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, cast

from zhaogu.lexicon import entries
from zhaogu.model.fact import Qualifier
from zhaogu.reading.fold import fold

from .words import alternation, compact, table, words

_REACH: Final = 40
_TIMES: Final = "年度季月半"
"""How a period ends: a sign behind it is that of its figure, 前三季度-3.46亿元."""
STRENGTH: Final = {"exact": 0, "approx": 1, "over": 2, "under": 2, "at_least": 2, "at_most": 2}
"""Of two qualifiers the stronger holds: 最多約 is at most."""


class Before:
    """Where a number begins with what belongs to it, and what stands there.

    ``start`` is that of the number with its sign and currency, ``outer`` that of the qualifiers before it;
    ``opened``: a bracket stands right before the digits, within the currency.
    """

    __slots__ = ("bracket", "currency", "named", "negative", "opened", "outer", "qualifier", "signed", "start")

    def __init__(self, start: int) -> None:
        """Nothing yet."""
        self.start = start
        self.outer = start
        self.opened = False
        self.negative = False
        self.signed = False
        self.bracket = False
        self.currency: str | None = None
        self.named = False
        self.qualifier: Qualifier = "exact"


def read_before(text: str, start: int, taken: int) -> Before:
    """What qualifies the number at ``start``; nothing before ``taken`` is looked at."""
    floor = max(taken, start - _REACH)
    match = _pattern().match(text[floor:start][::-1])
    assert match is not None  # every part is optional
    before = Before(start)
    sign, open_, minus, near, currency, outer_sign, outer_open, far, farther = match.groups()
    before.opened = bool(open_)
    before.bracket = bool(open_ or outer_open)
    if currency:
        before.start = before.outer = start - match.end("currency")
        before.currency = signs()[compact(currency[::-1])]
        before.named = True
    for said, group in ((sign, "sign"), (minus, "minus"), (outer_sign, "outer_sign")):
        if said:
            _sign(before, text, start - match.end(group), said, taken)
    for word, group in ((near, "near"), (far, "far"), (farther, "farther")):
        if word:
            qualifier = qualifiers("before")[compact(word[::-1])]
            if STRENGTH[qualifier]:
                before.outer = min(before.start, start - match.end(group))
            if STRENGTH[qualifier] > STRENGTH[before.qualifier]:
                before.qualifier = qualifier
    return before


def _sign(before: Before, text: str, at: int, sign: str, taken: int) -> None:
    """Take the sign at ``at``, unless it is a dash between two things or the bullet of a list."""
    previous = text[at - 1] if at else "\n"
    adjoins = taken > 0 and not text[taken:at].strip() and previous not in _TIMES
    joins = (previous.isascii() and previous.isalnum()) or adjoins
    bullet = previous == "\n" and text[at + 1 : at + 2].isspace()
    if not (joins or bullet):
        before.signed, before.negative = True, sign not in "+正"
        before.start = before.outer = min(before.start, at)


@cache
def signs() -> dict[str, str | None]:
    """Every currency word or sign that stands before a number, folded, without its spaces."""
    return {compact(sign): code for sign, code in _spelled_signs()}


@cache
def qualifiers(section: str) -> dict[str, Qualifier]:
    """Folded qualifier words of a section (``before``, ``after``, ``inside``) and what they say."""
    rows = table("qualifiers", section, qualifier=str)
    return {compact(word): cast(Qualifier, entry["qualifier"]) for group, entry in rows for word in group}


@cache
def beginnings() -> frozenset[str]:
    """Every character that can stand right before a number and say something about it."""
    return frozenset(word[-1] for word in (*signs(), *qualifiers("before"), *words("units", "per_before"))) | frozenset(
        "-+负正( \n"
    )


def _spelled_signs() -> list[tuple[str, str | None]]:
    rows = (*entries("currencies", "open"), *entries("currencies", "currency", code=str, signs=list))
    return [(fold(sign), entry.get("code")) for entry in rows for sign in entry.get("signs", ())]


@cache
def _pattern() -> re.Pattern[str]:
    currency = alternation(sign[::-1] for sign, _ in _spelled_signs())
    qualifier = alternation(word[::-1] for word in words("qualifiers", "before"))
    per = alternation(word[::-1] for word in words("units", "per_before"))
    minus = "|".join(word[::-1] for word in words("numbers", "minus"))
    gap = r"[ \n]{0,2}"
    parts = (
        rf"(?P<sign>[-+负正](?![0-9]))? ?(?P<open>\()?(?P<minus>-)?{gap}(?P<near>{qualifier})?{gap}",
        rf"(?P<currency>{currency})?(?P<outer_sign>[-负]| ?(?:{minus})(?![A-Za-z]))?(?P<outer_open>\()?{gap}(?:{per})?{gap}",
        rf"(?P<far>{qualifier})?{gap}(?P<farther>{qualifier})?",
    )
    return re.compile("".join(parts))
