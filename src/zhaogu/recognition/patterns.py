"""The patterns of the amount pass, compiled once from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from zhaogu.model.mention import MentionKind

from .numerals import DIGITS, SCALES, TENS
from .words import alternation, compact, table, words

_GROUPED: Final = (
    r"[0-9]{1,3}+(?:(?:,[0-9]{3})+(?!,[0-9]{3})(?:,[ \n][0-9]{3}(?![0-9]))*(?![0-9])"
    r"|(?:，[0-9]{3}){2,5}+(?![0-9])|(?: [0-9]{3}){2,4}+(?=[万亿股港美元倍]))"
)
_BROKEN: Final = r"(?<=[^\n]{20})\n[0-9]++"
"""A hard-wrapped line breaks off inside a number: 6.9 and 8亿元."""
ARABIC: Final = rf"(?:{_GROUPED}|[0-9]++)(?:{_BROKEN}(?=[万亿]))?(?:\.[0-9]++(?:{_BROKEN}(?=[万亿元港美股倍%]))?|\.\n[0-9]++(?=[万亿元港美股倍%]))?"
_DIGIT: Final = "".join(DIGITS)
_TENS: Final = "".join(TENS)
_SCALE: Final = "".join(SCALES)
_SMALL: Final = "".join(char for char, power in SCALES.items() if power < 4)
CHINESE: Final = (
    rf"(?:(?=[{_DIGIT}]点[{_DIGIT}](?![滴点]))|(?!{alternation(words('numbers', 'everyday'))}))[{_DIGIT}{_TENS}{_SMALL}]"
    rf"(?: ?(?!{alternation(words('numbers', 'swallow'))})[{_DIGIT}{_TENS}{_SCALE}]| ?点 ?(?=[{_DIGIT.replace('两', '')}]))*+"
)
_SCALES: Final = (
    rf"(?:(?!{alternation(words('numbers', 'swallow'))})(?:个(?=[{_SCALE}](?!分)))?[{_SCALE}](?: ?[{_SCALE}])*+)"
)
_COUNTED: Final = alternation([*words("units", "shares"), *words("currencies", "open"), *"份人名户张笔件宗"])
"""What the digits behind 万 go on to count: 4191万700股."""
_MORE: Final = rf"(?: ?零? ?(?:{ARABIC}|[{_DIGIT}]) ?(?!{alternation(words('numbers', 'swallow'))})[{_SCALE}]++|零(?:[0-9]++|[{_DIGIT}](?![{_DIGIT}]))|(?<=万)[0-9],[0-9]{{3}}(?![0-9,.万亿])|(?<=万)[0-9]{{1,4}}(?= ?(?:{_COUNTED})))*"
_ENGLISH: Final = alternation(words("numbers", "english"))
_LETTER: Final = alternation(words("numbers", "letter"))


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word says: the kind of quantity, its unit, and a factor on the number."""

    kind: MentionKind
    unit: str | None
    factor: Decimal | None = None
    rule: str = ""


def _factor(text: str) -> Decimal | None:
    return None if text == "1" else Decimal(text)


@cache
def units() -> dict[str, Unit]:
    """Every unit word that stands after a number, folded, without its spaces."""
    found: dict[str, Unit] = {}

    def put(group: tuple[str, ...], unit: Unit) -> None:
        for word in group:
            found[word] = found[compact(word)] = unit

    for section, kind in (("counter", MentionKind.COUNT), ("duration", MentionKind.COUNT)):
        for word in words("units", section):
            counter = word.lstrip("个") or "个" if section == "counter" else word
            put((word,), Unit(kind, counter, rule=f"amount.{section}"))
    for word in words("units", "label"):
        put((word,), Unit(MentionKind.NOISE, None, rule="amount.label"))
    for group, entry in table("units", "percent", factor=str):
        put(group, Unit(MentionKind.PERCENT, "percent", _factor(entry["factor"]), "amount.percent"))
    for group, entry in table("units", "points", factor=str):
        put(group, Unit(MentionKind.POINTS, "points", _factor(entry["factor"]), "amount.points"))
    for group, entry in table("units", "dozen", factor=str):
        put(group, Unit(MentionKind.COUNT, "个", _factor(entry["factor"]), "amount.counter"))
    put(tuple(words("units", "shares")), Unit(MentionKind.SHARES, "shares", rule="amount.shares"))
    put(tuple(words("units", "multiple")), Unit(MentionKind.MULTIPLE, "times", rule="amount.multiple"))
    put(tuple(words("currencies", "open")), Unit(MentionKind.MONEY, None, rule="amount.money.open"))
    for group, entry in table("currencies", "subunit", code=str):
        put(group, Unit(MentionKind.MONEY, entry["code"], Decimal("0.01"), "amount.money.subunit"))
    for group, entry in table("currencies", "currency", code=str, signs=list):
        put(group, Unit(MentionKind.MONEY, entry["code"], rule="amount.money.unit"))
    return found


def _unit_words() -> list[str]:
    sections = ("counter", "dozen", "duration", "label", "percent", "points", "shares", "multiple")
    money = [word for section in ("open", "subunit", "currency") for word in words("currencies", section)]
    return [word for section in sections for word in words("units", section)] + money


def _strong_words() -> list[str]:
    money = [word for section in ("open", "currency") for word in words("currencies", section)]
    return [*words("units", "shares"), "倍", "%", *money]


def _skipped(unit: str) -> str:
    """Versions, times of the day and telephone numbers, which are no quantities."""
    alone = rf"(?![0-9.,]| ?(?:{_SCALES}|{unit}))"
    return "|".join(
        (
            r"[0-9]++(?:\.[0-9]++){2,}+",
            r"[0-9]{1,2}(?::[0-9]{2}){1,2}+(?![0-9])",
            rf"[0-9]{{3,4}}+(?:-[0-9]{{3,4}}-[0-9]{{4}}|(?<=[0-9]{{4}})(?<![$€£¥][0-9]{{4}})[ -][0-9]{{4}}){alone}",
            rf"1[3-9][0-9]{{9}}{alone}",
            r"\+(?:[0-9]{1,3}[ -][0-9 -]{6,}+|[0-9]{9,}+)",
        )
    )


@cache
def forward() -> re.Pattern[str]:
    """A number with its scale, unit and the qualifier after it, read from left to right.

    All that may follow a number is optional, so nothing is ever given back. It is not written possessively, though:
    Python before 3.11.5 raises SystemError where a possessive repeat holds a group (python/cpython issue 101955).
    """
    strong = alternation(_strong_words())
    becomes = r"成为(?<![二三四五六七八九]成为)|成交(?![由予给])"  # 其中九成为国际配售, 余下八成交由
    unit = f"(?!{alternation(words('units', 'not_unit'))}|{becomes}){alternation(_unit_words())}"
    gap = rf"(?: {{0,3}}(?!\n)| ?\n ?(?={_SCALES}? ?{strong}|{strong}))"
    per = words("units", "per_after")
    parts = (
        rf"(?=[0-9.+{_DIGIT}{_TENS}{_SMALL}])",  # fails fast on every other character
        rf"(?:(?P<skip>{_skipped(unit)})",
        rf"|(?P<arabic>{ARABIC}|(?<![0-9.])\.[0-9]++)",
        rf"(?:(?P<close>\))?{gap}(?:(?P<scale>{_SCALES})(?P<more>{_MORE})|[- ]?(?P<english>{_ENGLISH})|(?P<letter>{_LETTER})))?",
        rf"|(?P<chinese>{CHINESE}))",
        rf"(?: ?(?P<inside>{alternation(words('qualifiers', 'inside'))})(?P<tail>(?: ?[{_SCALE}])++|(?= ?{unit})|(?=[\s,，。、;；:)]|$)))?",
        rf"(?P<bracket>\))?(?:{gap}(?P<unit>{unit})(?:(?<=成) ?(?P<tenth>零?[{_DIGIT}]|半|[1-9])(?!\.?[0-9]|[%倍{_DIGIT}{_TENS}{_SCALE}年月日家只间个]))?(?: ?(?P<per>{alternation(per)}))?)?(?: ?(?P<each>{alternation(word for word in per if word.isascii() or word[0] == '/')}))?",
        rf"(?: ?(?P<after>{alternation(words('qualifiers', 'after'))}))?",
    )
    return re.compile("".join(parts))
