"""The amount pass: numbers with their scales, units, currencies, signs and qualifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.mention import Mention, MentionKind
from .before import STRENGTH, Before, beginnings, qualifiers, read_before
from .numerals import DIGITS, EXACT, LONGEST, Number, read, scale_power, shifted, times_ten
from .patterns import Unit, forward, units
from .words import compact, table, words

_PER_REACH = 16
_PAUSE = re.compile(r"[0-9,，。;；、\n:!?！？]")
_BARE = Unit(MentionKind.NUMBER, None, rule="amount.number")
_NOT_QUANTITY = MentionKind.NOISE
_ORDINAL = frozenset(words("numbers", "ordinal"))
_GROWTH = tuple(words("units", "growth"))
_PER = tuple((word, str(entry["per"])) for group, entry in table("units", "per_before", per=str) for word in group)
_PER_AFTER = {compact(word): str(entry["per"]) for group, entry in table("units", "per_after", per=str) for word in group}
_GROUPING = re.compile(r"[,\s]")


def amounts(text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[Mention]:
    """The amounts of the folded ``text``, looked for in the ``gaps`` between what other passes took."""
    search, opens = forward().finditer, beginnings()
    for low, high in gaps:
        taken = low
        for match in search(text, low, high):
            start = match.start()
            if match["skip"]:
                taken = match.end()
                continue
            before = read_before(text, start, taken) if start > taken and text[start - 1] in opens else None
            mention = _mention(text, match, before or Before(start, start))
            if mention is not None:
                taken = mention.end
                yield mention


def _mention(text: str, match: re.Match[str], before: Before) -> Mention | None:
    """The mention of a match of the forward pattern, or None where its number is no quantity."""
    closed = match["close"] is not None or match["bracket"] is not None
    if closed and not before.bracket:
        return _cut(text, match, before)
    unit_word = match["unit"]
    unit = units().get(unit_word) or units()[compact(unit_word)] if unit_word else _BARE
    end = match.end()
    if unit.kind is _NOT_QUANTITY or not _is_quantity(text, match, before, end):
        return None
    number = _number(match)
    if number is None:
        return None
    mention = _typed(match, before, unit, number)
    if closed:
        _bracketed(text, match, before, mention)
    _qualify(mention, match, before)
    if mention.kind is MentionKind.MONEY or mention.kind is MentionKind.SHARES:
        _per(text, mention, match["per"])
    elif mention.kind is MentionKind.MULTIPLE and text.endswith(_GROWTH, 0, mention.outer[0] if mention.outer else mention.start):
        mention.notes.append("growth")
    return mention


def _cut(text: str, match: re.Match[str], before: Before) -> Mention | None:
    """The number alone, where the bracket after it was opened by something else: (见附注3)元."""
    again = forward().match(text, match.start(), match.end("arabic") if match["arabic"] else match.end("chinese"))
    return _mention(text, again, before) if again else None


def _number(match: re.Match[str]) -> Number | None:
    digits, tail = match["arabic"], match["tail"]
    if digits is None:
        number = read(match["chinese"])
        return times_ten(number, scale_power(tail)) if number and tail else number
    if not digits.isdigit():
        digits = _GROUPING.sub("", digits)
        digits = "0" + digits if digits[0] == "." else digits
    if len(digits) > LONGEST:
        return None
    scale = match["scale"] or match["english"] or match["letter"]
    if not scale:
        return shifted(digits, scale_power(tail) if tail else 0)
    if match["more"]:
        return read(digits + scale + match["more"])
    return shifted(digits, scale_power(scale) + (scale_power(tail) if tail else 0))


def _is_quantity(text: str, match: re.Match[str], before: Before, end: int) -> bool:
    """Whether the number counts something, rather than being part of a name, an ordinal or an everyday word."""
    start = match.start()
    previous = text[start - 1] if start else ""
    if match["chinese"] is not None:
        return _is_chinese_quantity(text, match, before, previous)
    letter = match["letter"]
    if letter and not before.named:
        return False
    if match["unit"] is None and not letter and match["english"] is None:
        following = text[end : end + 1]
        if following.isascii() and following.isalpha():
            return False  # 5G, 3D
    if not previous:
        return True
    if previous.isascii():
        if previous == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
            return False  # COVID-19
        if (previous.isalpha() or previous == "_") and not before.named:
            return False  # MINIMAX2
        return previous != " " or text[start - 2 : start] != "第 "
    return previous != "第"


def _is_chinese_quantity(text: str, match: re.Match[str], before: Before, previous: str) -> bool:
    start, chinese, counted = match.start(), match["chinese"], match["unit"] is not None
    if previous in _ORDINAL or text[max(0, start - 2) : start] in _ORDINAL:
        return False
    qualified = before.qualifier != "exact"
    if len(chinese) > 1:
        return chinese[0] not in "百千" or counted or qualified or chinese[1] in DIGITS
    if match["tail"]:
        return True
    if chinese in "百千":
        return counted and qualified
    return counted or previous == "是" or chinese == "十" or _alone(text, start, match.end())


def _alone(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()


def _typed(match: re.Match[str], before: Before, unit: Unit, number: Number) -> Mention:
    """The mention with its kind, unit, value and span, its qualifiers aside."""
    value, resolution, kind, code, rule = number.value, number.resolution, unit.kind, unit.unit, unit.rule
    start, notes = match.start(), []
    if unit.factor != 1:
        value, resolution = EXACT.multiply(value, unit.factor), EXACT.multiply(resolution, unit.factor)
    if before.named and code is None:
        kind, code, rule = MentionKind.MONEY, before.currency, "amount.money.sign"
        start = before.start
    elif before.signed or before.named and kind is MentionKind.MONEY:
        start = before.start
    if kind is MentionKind.MONEY and code is None:
        notes.append("currency_open")
    elif kind is MentionKind.NUMBER and len(match[0]) == 4 and "1900" <= match[0] <= "2100":
        notes.append("year_like")
    if before.negative:
        value = value.copy_negate()
    end = match.end("per") if match["per"] else match.end("unit") if match["unit"] else _bare_end(match)
    return Mention(kind, start, end, value, code, resolution, signed=before.signed, rule=rule, notes=notes)


def _bare_end(match: re.Match[str]) -> int:
    return max(map(match.end, ("arabic", "chinese", "scale", "more", "english", "letter", "inside", "tail", "close", "bracket")))


def _bracketed(text: str, match: re.Match[str], before: Before, mention: Mention) -> None:
    """(39.61)百万 is negative; a bare (12) in a sentence is not."""
    bare = mention.kind is MentionKind.NUMBER and not match["scale"] and not match["english"]
    if mention.kind is MentionKind.COUNT or match["arabic"] is None or bare and match["arabic"].isdigit():
        if text[mention.end - 1] == ")":
            mention.end -= 1
        return
    if mention.value is not None and not before.negative:
        mention.value = mention.value.copy_negate()
    mention.signed = True
    mention.notes.append("negative_by_brackets")
    mention.start = min(mention.start, text.rfind("(", 0, match.start()))


def _qualify(mention: Mention, match: re.Match[str], before: Before) -> None:
    said, after, inside = before.qualifier, match["after"], match["inside"]
    for section, word in (("inside", inside), ("after", after)):
        if word:
            later = qualifiers(section)[compact(word)]
            if STRENGTH[later] >= STRENGTH[said]:
                said = later
    mention.qualifier = said
    start, end = mention.start, mention.end
    outer = min(before.outer, start), match.end("after") if after else end
    if outer != (start, end):
        mention.outer = outer


def _per(text: str, mention: Mention, after: str | None) -> None:
    """The unit of a per-unit amount: said after it (港元/股), or before it in the same clause (每股作价…)."""
    if after:
        mention.per = _PER_AFTER[compact(after)]
        return
    start = mention.outer[0] if mention.outer else mention.start
    floor = max(0, start - _PER_REACH)
    for word, per in _PER:
        at = text.rfind(word, floor, start)
        if at >= 0 and not _PAUSE.search(text, at + len(word), start) and (per == "lot" or mention.kind is MentionKind.MONEY):
            mention.per = per
            return
