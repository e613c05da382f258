"""Percentages and fractions that are written as parts: 百分之五, 三分之一, 一又二分之一, 1/2, 一半."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .before import qualifiers, read_before
from .numerals import DIGITS, EXACT, SCALES, TENS, Number, read, scale_power, times_ten
from .words import alternation, compact, words

_MULTIPLE: Final = MentionKind.MULTIPLE
_NUMBER: Final = MentionKind.NUMBER
_PERCENT: Final = MentionKind.PERCENT

NUMBER: Final[tuple[str, ...]] = ("part", "slash")
HAN: Final[tuple[str, ...]] = ("half", "part")
WORD: Final[tuple[str, ...]] = ("half", "part")
"""The branches that can begin with a digit, a Chinese numeral, another Chinese character."""

_DIVISION: Final = 28


@cache
def branches() -> dict[str, str]:
    """The pattern of each kind of fraction, by its name."""
    numerals = "".join({**DIGITS, **TENS, **SCALES})
    number = rf"(?:[0-9][0-9,]*+(?:\.[0-9]++)?k?|[{numerals}](?: ?[{numerals}点])*+)"
    return {
        "part": rf"(?:(?P<part_whole>{number}) {{0,2}}又 {{0,2}})?(?P<part_of>{number}) {{0,2}}[分份] {{0,2}}之 {{0,2}}(?P<part_minus>负?) ?(?P<part_n>{number})",
        "slash": r"(?:(?P<slash_whole>[0-9]{1,3}) )?(?P<slash_n>[0-9]{1,2})/(?P<slash_of>[0-9]{1,2})(?![0-9/]|\.[0-9])",
        "half": rf"(?P<half_word>{alternation(words('numbers', 'half'))})",
    }


def fraction(text: str, match: re.Match[str], taken: int) -> Mention | None:
    """The mention of a match of one of the :func:`branches`; nothing before ``taken`` is looked at."""
    branch = match.lastgroup
    if branch == "half":
        value = Decimal(5 if "成" in match["half_word"] else 50)
        mention = Mention(_PERCENT, *match.span(), value, "percent", Decimal(5), rule="fraction.half")
    else:
        whole, of, n = (match[f"{branch}_{name}"] for name in ("whole", "of", "n"))
        if branch == "slash" and not whole and int(n) >= int(of):
            return None
        found = _percent(of, n) if not whole else None
        found = found or _quotient(whole, of, n)
        if found is None:
            return None
        mention = found
        mention.start, mention.end = match.span()
        if mention.kind is _NUMBER and text.startswith("倍", mention.end):
            mention.kind, mention.unit, mention.end = _MULTIPLE, "times", mention.end + 1
        if branch == "part" and match["part_minus"] and mention.value is not None:
            mention.value = mention.value.copy_negate()
    return _qualified(text, mention, taken)


def _qualified(text: str, mention: Mention, taken: int) -> Mention:
    before = read_before(text, mention.start, taken)
    if before.negative and mention.value is not None:
        mention.value, mention.signed, mention.start = mention.value.copy_negate(), True, before.start
    mention.qualifier = before.qualifier
    after = _after().match(text, mention.end)
    if after and before.qualifier == "exact":
        mention.qualifier = qualifiers("after")[compact(after[1])]
    if mention.qualifier != "exact":
        mention.outer = (before.outer, after.end() if after else mention.end)
    return mention


@cache
def _after() -> re.Pattern[str]:
    return re.compile(f" ?({alternation(words('qualifiers', 'after'))})")


def _read(text: str) -> Number | None:
    number = read(text.rstrip("k"))
    return times_ten(number, 3) if number and text.endswith("k") else number


def _percent(of: str, n: str) -> Mention | None:
    """百分之五, 千分之一, 万分之三: a scale alone is the whole."""
    bare = of.replace(" ", "")
    number = _read(n)
    if any(char not in SCALES for char in bare) or number is None:
        if bare in SCALES and n.strip() in SCALES:
            number = (Decimal(10 ** scale_power(n)), Decimal(1))
        else:
            return None
    value, worth = (EXACT.scaleb(each, Decimal(2 - scale_power(bare))) for each in number)
    return Mention(_PERCENT, 0, 0, value, "percent", worth, rule="fraction.percent")


def _quotient(whole: str | None, of: str, n: str) -> Mention | None:
    """M parts of N, with what stands before 又; the quotient is rounded where it does not end, and says so."""
    parts = [_read(each) for each in (whole or "0", of, n)]
    if any(part is None for part in parts):
        return None
    add, divisor, dividend = (part[0] for part in parts if part is not None)
    if not divisor:
        return None
    share = Context(prec=_DIVISION).divide(dividend, divisor)
    mention = Mention(_NUMBER, 0, 0, EXACT.add(add, share), rule="fraction.quotient")
    if EXACT.multiply(share, divisor) != dividend:
        mention.notes += ("fraction_rounded",)
    return mention
