"""The amount pass: numbers with their scales, units, currencies, signs and qualifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Final

from zhaogu.model.fact import Qualifier
from zhaogu.model.mention import Mention, MentionKind

from .before import STRENGTH, Before, beginnings, qualifiers, read_before
from .coins import add_coins
from .numerals import DIGITS, EXACT, LONGEST, Number, read, scale_power, shifted, times_ten
from .patterns import Unit, forward, units
from .per import say_per
from .references import reference_end
from .words import alternation, compact, words

_UNITS: Final = units()
_BARE: Final = Unit(MentionKind.NUMBER, None, rule="amount.number")
_NUMBER: Final = MentionKind.NUMBER
_MONEY: Final = MentionKind.MONEY
_SHARES: Final = MentionKind.SHARES
_MULTIPLE: Final = MentionKind.MULTIPLE
_NOT_QUANTITY: Final = MentionKind.NOISE
_CHANGES: Final = (*words("units", "growth"), *words("units", "decline"))
_ORDINAL: Final = frozenset(words("numbers", "ordinal"))
_GROWTH: Final = tuple(words("units", "growth"))
_GROUPING: Final = re.compile(r"[,，\s]")
_CONTINUES: Final = 48
_MILLIONS: Final = f"(?:{alternation(words('numbers', 'letter'))})"
_JOINT: Final = r" ?(?:[-–—~至到、及和,]|to|and) ?"
_CONTINUED: Final = re.compile(
    rf"(?:[$€£¥]|[A-Z]{{2}}) ?[0-9][0-9,.]*{_MILLIONS}?(?:{_JOINT}[0-9][0-9,.]*{_MILLIONS})*{_JOINT}\Z"
)  # US$100m-150m
_TO: Final = re.compile(f"[-–—~至到][{''.join(DIGITS)}十]")  # 三至五亿元
_CELL_ENDS: Final = re.compile(r" *(?:[-–—0-9(\n]|$)")
Said = tuple[str | Any, ...]
"""The groups of a match, by their places below: to ask for all at once costs a third of asking for each by its name."""
_SKIP: Final = 0
_ARABIC: Final = 1
_CLOSE: Final = 2
_SCALE: Final = 3
_MORE: Final = 4
_ENGLISH: Final = 5
_LETTER: Final = 6
_CHINESE: Final = 7
_INSIDE: Final = 8
_TAIL: Final = 9
_BRACKET: Final = 10
_UNIT: Final = 11
_TENTH: Final = 12
_PER: Final = 13
_EACH: Final = 14
_AFTER: Final = 15
_UNGROUPED: Final = frozenset("0123456789.")


def amounts(text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[Mention]:
    """The amounts of the folded ``text``, looked for in the ``gaps`` between what other passes took."""
    search, opens = forward().finditer, beginnings()
    for low, high in gaps:
        taken = low
        for match in search(text, low, high):
            start = match.start()
            if start < taken:
                continue  # within a telephone number
            said = match.groups()
            if said[_SKIP]:
                taken = match.end()
                continue
            before = read_before(text, start, taken) if start > taken and text[start - 1] in opens else None
            mention = _mention(text, match, said, before)
            if mention is None:
                continue
            if mention.kind is _NUMBER and (end := _reference_end(text, match, said)):
                taken = end
                continue
            taken = mention.end
            yield mention


def _reference_end(text: str, match: re.Match[str], said: Said) -> int:
    """Where the reference ends that a bare number without a scale is part of, else 0."""
    if said[_SCALE] or said[_ENGLISH] or said[_LETTER] or said[_INSIDE]:
        return 0
    group = "arabic" if said[_ARABIC] else "chinese"
    return reference_end(text, *match.span(group))


def _mention(text: str, match: re.Match[str], said: Said, before: Before | None) -> Mention | None:
    """The mention of a match of the forward pattern, or None where its number is no quantity."""
    closed = said[_CLOSE] or said[_BRACKET]
    if closed and not (before and before.bracket):
        return _cut(text, match, said, before)
    unit = _unit(said[_UNIT])
    if unit.kind is _NOT_QUANTITY or not _is_quantity(text, match, said, before):
        return None
    number = _number(said)
    if number is None:
        return None
    mention = _typed(match, said, before, unit, number)
    if closed:
        _bracketed(text, match, said, mention, before)
    if before or said[_INSIDE] or said[_AFTER]:
        _qualify(mention, match, said, before)
    kind = mention.kind
    if kind is _MONEY and mention.end == match.end():
        add_coins(text, mention)
    if kind is _MONEY or kind is _SHARES:
        say_per(text, mention, said[_PER] or said[_EACH])
    elif kind is _MULTIPLE:
        if text.endswith(_GROWTH, 0, mention.outer[0] if mention.outer else mention.start):
            mention.notes += ("growth",)
        _and_a_half(text, mention)
    return mention


def _and_a_half(text: str, mention: Mention) -> None:
    """Take in the half of 一倍半; the years of 一倍半年 are no part of it."""
    whole = mention.value is not None and mention.value == mention.value.to_integral_value()
    if mention.outer is None and whole and mention.value is not None and _HALF.match(text, mention.end):
        mention.value, mention.resolution, mention.end = mention.value + Decimal("0.5"), Decimal("0.1"), mention.end + 1


def _unit(word: str | None) -> Unit:
    if not word:
        return _BARE
    return _UNITS.get(word) or _UNITS[compact(word)]


def _cut(text: str, match: re.Match[str], said: Said, before: Before | None) -> Mention | None:
    """The number alone, where the bracket after it was opened by something else: (见附注3)元."""
    end = match.start("close" if said[_CLOSE] else "bracket")
    while text[end - 1] == " ":
        end -= 1
    again = forward().match(text, match.start(), end)
    return _mention(text, again, again.groups(), before) if again else None


def _number(said: Said) -> Number | None:
    digits, tail = said[_ARABIC], said[_TAIL]
    if digits is None:
        number = read(said[_CHINESE])
        if number is None and said[_UNIT] == "折":  # 五五折
            number = shifted(".".join(str(DIGITS.get(char, "")) for char in said[_CHINESE]), 0)
        return times_ten(number, scale_power(tail)) if number and tail else number
    if not digits.isdigit() and not _UNGROUPED.issuperset(digits):
        digits = _GROUPING.sub("", digits)
    if len(digits) > LONGEST:
        return None
    scale = said[_SCALE] or said[_ENGLISH] or said[_LETTER]
    if not scale:
        return shifted(digits, scale_power(tail) if tail else 0)
    if said[_MORE]:
        return read(digits + scale + said[_MORE])
    return shifted(digits, scale_power(scale) + (scale_power(tail) if tail else 0))


def _is_quantity(text: str, match: re.Match[str], said: Said, before: Before | None) -> bool:
    """Whether the number counts something, rather than being part of a name, an ordinal or an everyday word."""
    start, end = match.span()
    previous = text[start - 1] if start else ""
    if said[_CHINESE]:
        return _is_chinese_quantity(text, match, said, before, previous)
    named = before is not None and before.named
    if not said[_UNIT]:
        if said[_LETTER]:
            return named or bool(_CONTINUED.search(text, max(0, start - _CONTINUES), start))
        following = text[end : end + 1]
        if following.isalpha() and following.isascii() and not said[_ENGLISH]:
            return False  # 5G, 3D
    if not previous.isascii():
        return previous != "第"
    if previous == "'" and said[_ARABIC] == "000":
        return False  # RMB'000
    if previous == "-":
        return not text[start - 2 : start - 1].isascii() or not text[start - 2 : start - 1].isalpha()  # COVID-19
    if previous.isalpha() or previous == "_":
        return named  # MINIMAX2
    return previous != " " or text[start - 2 : start] != "第 "


def _is_chinese_quantity(text: str, match: re.Match[str], said: Said, before: Before | None, previous: str) -> bool:
    start, chinese, counted = match.start(), said[_CHINESE], said[_UNIT] is not None
    tenths = said[_UNIT] == "成" and (previous == "高" or text.endswith(_CHANGES, 0, start))  # 倒退一成, 扩大六成
    noun = previous == "数" and text.endswith(_NOUNS, 0, start)
    if not tenths and not noun and (previous in _ORDINAL or text[max(0, start - 2) : start] in _ORDINAL):
        return False
    qualified = bool(said[_INSIDE]) or (before is not None and before.qualifier != "exact")
    if len(chinese) > 1:
        return chinese[0] not in "百千" or counted or qualified or chinese[1] in DIGITS or chinese[-1] in "亿兆"
    if said[_TAIL]:
        return True
    if chinese in "百千":
        return counted and (qualified or said[_UNIT] == "倍")  # 百人, 千元 and 百家 are everyday words and headings
    end = match.end()
    return counted or previous == "是" or chinese == "十" or _alone(text, start, end) or bool(_TO.match(text, end))


_HALF: Final = re.compile(r"(?<=倍)半(?![年月日个数价成])")
_NOUNS: Final = ("总数", "股数", "份数", "人数", "户数", "家数", "宗数", "件数", "次数", "倍数")
"""Nouns behind which a numeral is a figure, though 数 alone says several: 总数五成 beside 数十家."""


def _alone(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()


def _tenth(word: str) -> Decimal:
    """What stands behind 成 in percent: six in 七成六, 2成6; 半 is five, 零八 is 0.8."""
    if word[0] == "零" and len(word) > 1:
        return Decimal(DIGITS[word[1]]).scaleb(-1)
    return Decimal(word) if word.isdecimal() else Decimal(DIGITS.get(word, 5))


def _typed(match: re.Match[str], said: Said, before: Before | None, unit: Unit, number: Number) -> Mention:
    """The mention with its kind, unit, value and span, its qualifiers aside."""
    value, resolution = number
    kind, code, rule = unit.kind, unit.unit, unit.rule
    start, end = match.span()
    if said[_AFTER]:
        end = match.start("after") - (match.string[match.start("after") - 1] == " ")
    signed = False
    if unit.factor is not None:
        value, resolution = EXACT.multiply(value, unit.factor), EXACT.multiply(resolution, unit.factor)
        if said[_TENTH]:  # 七成六
            value, resolution = (
                EXACT.add(value, tenth := _tenth(said[_TENTH])),
                Decimal(1).scaleb(min(0, int(tenth.as_tuple().exponent))),
            )
    if before:
        signed = before.signed
        if before.named and code is None:
            kind, code, rule = _MONEY, before.currency, "amount.money.sign"
        if signed or (before.named and kind is _MONEY):
            start = before.start
        if before.negative:
            value = value.copy_negate()
    notes: tuple[str, ...] = ()
    if code is None:
        if kind is _MONEY:
            notes = ("currency_open",)
        elif end - start == 4 and match[0].isdecimal() and "1900" <= match[0] <= "2100":
            notes = ("year_like",)
    # by position, which costs half of what names do: this runs for every number of a text
    return Mention(
        kind,
        start,
        end,
        value,
        code,
        resolution,
        "exact",
        None,
        None,
        None,
        None,
        signed,
        None,
        None,
        None,
        None,
        None,
        rule,
        notes,
    )


def _bracketed(text: str, match: re.Match[str], said: Said, mention: Mention, before: Before | None) -> None:
    """Brackets that enclose less than the amount are a minus: (39.61)百万, HK$(3.5) million, and cells of a table.

    In a sentence (12), (HK$3.5 million) and 员工(1,234) are asides.
    """
    bracket = text.rfind("(", 0, match.start())
    outside = said[_CLOSE] or said[_UNIT] or (before and before.named and before.opened)
    if mention.kind is MentionKind.COUNT or not (outside or _is_cell(text, match, said, bracket)):
        if text[mention.end - 1] == ")":
            mention.end -= 1
        return
    if mention.value is not None:
        mention.value = -abs(mention.value)
    mention.signed = True
    mention.notes += ("negative_by_brackets",)
    mention.start = min(mention.start, bracket)


def _is_cell(text: str, match: re.Match[str], said: Said, bracket: int) -> bool:
    """Whether a bracketed grouped or decimal number stands by itself, as in a row of a table."""
    if not said[_ARABIC] or said[_ARABIC].isdigit() or said[_SCALE] or said[_ENGLISH]:
        return False
    return text[max(0, bracket - 1) : bracket] in ("", " ", "\n") and bool(_CELL_ENDS.match(text, match.end()))


def _qualify(mention: Mention, match: re.Match[str], said: Said, before: Before | None) -> None:
    holds: Qualifier = before.qualifier if before else "exact"
    for section, word in (("inside", said[_INSIDE]), ("after", said[_AFTER])):
        if word:
            later = qualifiers(section)[compact(word)]
            if STRENGTH[later] >= STRENGTH[holds]:
                holds = later
    mention.qualifier = holds
    start, end = mention.start, mention.end
    outer = min(before.outer, start) if before else start, match.end("after") if said[_AFTER] else end
    if outer != (start, end):
        mention.outer = outer
