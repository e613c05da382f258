"""The first pass: where a date, a period or a code could begin, and what stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention

from . import codes, fractions, times
from .words import alternation, words

_NUMERALS: Final = "一二三四五六七八九十"
_ZEROS: Final = "零〇○"
_PARTED: Final = "百千万壹两叁佰仟"  # how the whole of a fraction may begin besides


def scan(text: str) -> tuple[list[times.Token], list[Mention], list[Mention]]:
    """The tokens of time, the codes and the fractions of the folded ``text``, each in order."""
    tokens: list[times.Token] = []
    coded: list[Mention] = []
    parted: list[Mention] = []
    taken = 0
    places, after_digits, length = _places(), _after_digits(), len(text)
    for gate in _gate().finditer(text):
        start = gate.start()
        if start < taken:
            continue
        first, end = text[start], gate.end()
        place = places[first]
        if first in _DIGITS and end < length:
            place = after_digits.get(text[end], place)
        match = place.pattern.match(text, start)
        if match is None:
            continue
        name = match.lastgroup or ""
        if name in _CODES or name in _FRACTIONS:
            found = codes.code(text, match) if name in _CODES else fractions.fraction(text, match, taken)
            if found is None:
                continue
            (coded if name in _CODES else parted).append(found)
        else:
            tokens.append(times.token(match, name, place.fields[name]))
        taken = match.end()
    return tokens, coded, parted


_CODES: Final = frozenset((*codes.NUMBER, *codes.LETTER, *codes.WORD, *codes.BRACKET))
_FRACTIONS: Final = frozenset((*fractions.NUMBER, *fractions.HAN, *fractions.WORD))
_DIGITS: Final = "0123456789"
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@cache
def _known() -> list[str]:
    """Every Chinese word of times and codes."""
    sections = [words("times", name) for name in ("day", "week", "month", "year", "part", "named")]
    sections += [
        words("times", "short_day"),
        words("codes", "label"),
        words("codes", "exchange"),
        words("numbers", "half"),
        ["截至", "截止2", *(f"止{char}" for char in "的年各财会半上月中季个")],
    ]
    starts = [f"{first}{char}" for first in "前首头止" for char in _NUMERALS + "0123456789两"]
    starts += [f"{first}(" for first in "今去前明"]
    return [word for section in sections for word in section if not word[0].isascii()] + starts


@cache
def _gate() -> re.Pattern[str]:
    """Every place worth a closer look: one class of first characters, then what must stand around each sort.

    The leading class lets the search skip all other characters at the speed of a table.
    """
    known = [word for word in _known() if word[0] not in _NUMERALS]
    first = "".join(sorted({word[0] for word in known}))
    rest = alternation({word[1:] for word in known if len(word) > 1})
    alone = "".join(sorted({word for word in known if len(word) == 1}))
    number = (
        r"(?=[ \n]?[年月日]|号[起止敲挂上截登公正]| {0,2}[分份] {0,2}之| {0,2}又|/[0-9]| [0-9]{1,2}/|[ \n]?[-–—―~至到/][ \n]?[0-9一二三四五六七八九十]|\.[0-9]{1,2}\.[0-9]|[ ]?[.,，:-] ?[A-Z]"
        r"|[ ]?[上下全中各首前第一二三四1-4半财HQFM9]|[ ]?[、及和与,/] ?20[0-9]|[ \n][JFMASONDmy2]|(?:st|nd|rd|th)[ \n]|(?<=[-–—―~至到]20[0-9][0-9])\))"
    )
    letter = r"(?=[ \n.:-]{0,3}[0-9]|[.-][A-Z]|://|[:：] ?[A-Z]|[ \n](?:months?|quarters?|half|years?|end|Record|record|same))"
    digits = (
        rf"(?<![0-9][0-9])(?:(?<![0-9][.,][0-9])|(?<=,[12])(?=[0-9]{{3}}年))"
        rf"(?:[0-9]{{0,5}}+{number}|(?<=[Ii]n[ \n][12])[0-9]{{3}}+(?![0-9]|[,.][0-9]))"
    )
    sorts = (
        rf"(?<=[A-Za-z])(?<![A-Za-z][A-Za-z])[A-Za-z]*+{letter}",
        rf"(?<=\()(?=[-+]?[0-9]|{codes.homes()} ?:)",
        rf"(?<=[{_NUMERALS}])(?<![第{_NUMERALS}].)[{_NUMERALS}{_ZEROS}百千万两壹 ]{{0,10}}+(?=[\n]?[年月季分份又])",
        r"(?<=一)(?=半)",
        rf"(?<=[{_PARTED}])[{_NUMERALS}{_ZEROS}百千万两壹 ]{{0,10}}+(?=[分份] {{0,2}}之|又)",
        rf"(?<=[{first}])(?=[ \n]?{rest})",
        rf"(?<=[{alone}])",
    )
    return re.compile(rf"[0-9A-Za-z({_NUMERALS}{_PARTED}{first}](?:(?<=[0-9]){digits}|(?<![0-9])(?:{'|'.join(sorts)}))")


@dataclass(frozen=True, slots=True)
class Place:
    """What can stand at a place of one sort: the pattern, and the groups of each of its branches."""

    pattern: re.Pattern[str]
    fields: dict[str, times.Fields]


@cache
def _places() -> dict[str, Place]:
    """What can stand where a text has each character."""
    sorts = (
        (_DIGITS, (*codes.NUMBER, *times.LABELLED, *fractions.NUMBER, *times.NUMBER)),
        (_LETTERS, (*codes.LETTER, *times.LETTER)),
        ("(", codes.BRACKET),
        (_NUMERALS, (*fractions.HAN, *times.HAN)),
        (
            "".join({word[0] for word in _known()} - set(_NUMERALS)) + _PARTED,
            (*codes.WORD, *fractions.WORD, *times.WORD),
        ),
    )
    found: dict[str, Place] = {}
    for characters, names in sorts:
        found |= dict.fromkeys(characters, _place(names))
    return found


@cache
def _after_digits() -> dict[str, Place]:
    """What can stand where digits run into 年, 月 or 日, so that the other branches need not be tried."""
    return {
        "年": _place(("ymd", "span", "ymend", "ym", "year")),
        "月": _place(("span", "md", "mend", "m")),
        "日": _place(("d",)),
    }


def _place(names: tuple[str, ...]) -> Place:
    known = codes.branches() | fractions.branches() | times.branches()
    pattern = re.compile("|".join(f"(?P<{name}>{known[name]})" for name in names))
    return Place(pattern, {name: times.fields_of(pattern, name) for name in names})
