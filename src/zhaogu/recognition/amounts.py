"""The amount pass: numbers with their scales, units, currencies, signs and qualifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from ..model.fact import Qualifier
from ..model.mention import Mention, MentionKind
from .numerals import DIGITS, EXACT, LONGEST, Number, read, scale_power, shifted
from .patterns import Unit, backward, beginnings, forward, qualifiers, signs, units
from .words import words

_LOOK_BACK = 40
_PER_REACH = 16
_PAUSE = re.compile(r"[0-9,，。;；、\n:!?！？]")
_STRENGTH = {"exact": 0, "approx": 1, "over": 2, "under": 2, "at_least": 2, "at_most": 2}
_BARE = Unit(MentionKind.NUMBER, None, rule="amount.number")
_ORDINAL = frozenset(words("numbers", "ordinal"))
_GROWTH = tuple(words("units", "growth"))
_PER = tuple((word, entry) for word, entry in (("每股", "share"), ("每手", "lot"), ("一手", "lot")))


@dataclass(slots=True)
class Before:
    """What stands before a number: where it begins, and what it says."""

    start: int  # of the number with its sign and currency
    outer: int  # of the qualifiers before it
    negative: bool = False
    signed: bool = False
    bracket: bool = False
    currency: str | None = None
    named: bool = False
    qualifier: Qualifier = "exact"


def amounts(text: str, gaps: Iterable[tuple[int, int]]) -> Iterator[Mention]:
    """The amounts of the folded ``text``, looked for in the ``gaps`` between what other passes took."""
    pattern, opens = forward(), beginnings()
    for low, high in gaps:
        taken = low
        for match in pattern.finditer(text, low, high):
            start = match.start()
            if match.lastgroup == "skip":
                taken = match.end()
                continue
            before = Before(start, start)
            if start > taken and text[start - 1] in opens:
                before = _before(text, start, taken)
            mention = _mention(text, match, before, taken)
            if mention is not None:
                taken = mention.end
                yield mention


def _before(text: str, start: int, taken: int) -> Before:
    floor = max(taken, start - _LOOK_BACK)
    window = text[floor:start][::-1]
    match = backward().match(window)
    assert match is not None
    before = Before(start, start)
    currency, sign = match["currency"], match["sign"] or match["sign2"] or match["sign3"]
    before.bracket = bool(match["open"] or match["open2"])
    if currency:
        before.start = start - match.end("currency")
        before.currency = signs()[re.sub(r"\s", "", currency[::-1])]
        before.named = True
    if sign:
        at = max(match.end(name) for name in ("sign", "sign2", "sign3"))
        if not _is_dash(text, start - at, taken):
            before.signed, before.negative = True, sign in "-负"
            before.start = min(before.start, start - at)
    if match["open"] and not currency:
        before.start = min(before.start, start)
    words_ = [match[name] for name in ("near", "far", "farther") if match[name]]
    before.outer = min(
        before.start, start - max([match.end(name) for name in ("near", "far", "farther") if match[name]], default=0)
    )
    for word in words_:
        said = qualifiers("before")[re.sub(r"\s", "", word[::-1])]
        if _STRENGTH[said] > _STRENGTH[before.qualifier]:
            before.qualifier = cast(Qualifier, said)
    return before


def _is_dash(text: str, at: int, taken: int) -> bool:
    """Whether the minus at ``at`` joins two things rather than being a sign."""
    if at <= 0:
        return False
    before = text[at - 1]
    return before.isascii() and before.isalnum() or (0 < taken and not text[taken:at].strip())


def _mention(text: str, match: re.Match[str], before: Before, taken: int) -> Mention | None:
    start, end = match.span()
    arabic, unit_word, after = match["arabic"], match["unit"], match["after"]
    number_end = match.end("arabic") if arabic else match.end("chinese")
    closed = match["close"] is not None or match["bracket"] is not None
    cut = closed and not before.bracket
    if cut:  # the bracket closes something else: the number ends before it
        unit_word = after = None
        end = match.start("bracket") if match["bracket"] else number_end
        if match["bracket"] is None:
            match_scale = False
        else:
            match_scale = True
    else:
        match_scale = True
    unit = units()[re.sub(r"\s", "", unit_word)] if unit_word else _BARE
    if unit.kind is MentionKind.NOISE or not _is_quantity(text, match, before, unit_word, end, taken):
        return None
    number = _number(match, match_scale)
    if number is None:
        return None
    return _built(text, match, before, unit, number, end, closed and not cut, after)


def _number(match: re.Match[str], scaled: bool) -> Number | None:
    arabic = match["arabic"]
    if not arabic:
        number = read(match["chinese"])
        tail = match["tail"]
        return number if number is None or not tail else _times(number, scale_power(tail))
    digits = re.sub(r"[,\s]", "", arabic) if len(arabic) > 3 else arabic
    if len(digits) > LONGEST:
        return None
    if digits[0] == ".":
        digits = "0" + digits
    if not scaled:
        return shifted(digits, 0)
    scale = match["scale"] or match["english"] or match["letter"] or ""
    if match["more"]:
        return read(digits + scale + match["more"])
    power = (scale_power(scale) if scale else 0) + (scale_power(match["tail"]) if match["tail"] else 0)
    return shifted(digits, power)


def _times(number: Number, power: int) -> Number:
    ten = Decimal("1" + "0" * power)
    return Number(EXACT.multiply(number.value, ten), EXACT.multiply(number.resolution, ten))


def _is_quantity(text: str, match: re.Match[str], before: Before, unit: str | None, end: int, taken: int) -> bool:
    start = match.start()
    previous = text[start - 1] if start else ""
    if match["arabic"]:
        if match["letter"] and not before.named:
            return False
        following = text[end] if end < len(text) else ""
        if not (unit or match["english"] or match["letter"]) and following.isascii() and following.isalpha():
            return False
        if previous == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
            return False
        glued = previous.isascii() and (previous.isalpha() or previous == "_")
        return not (glued and not before.named) and previous != "第" and text[max(0, start - 2) : start] != "第 "
    chinese = match["chinese"]
    if previous in _ORDINAL or text[max(0, start - 2) : start] in _ORDINAL:
        return False
    if len(chinese) > 1:
        return chinese[0] not in "百千" or bool(unit) or before.qualifier != "exact" or chinese[1] in DIGITS
    if chinese in "百千":
        return bool(match["tail"]) or bool(unit) and before.qualifier != "exact"
    return bool(unit) or bool(match["tail"]) or previous == "是" or chinese == "十" or _alone(text, start, end)


def _alone(text: str, start: int, end: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum() and not text[end : end + 1].isalnum()


def _built(
    text: str,
    match: re.Match[str],
    before: Before,
    unit: Unit,
    number: Number,
    end: int,
    closed: bool,
    after: str | None,
) -> Mention:
    value, resolution, notes = number.value, number.resolution, []
    if unit.factor != 1:
        value, resolution = _scaled(value, unit.factor), _scaled(resolution, unit.factor)
    kind, code, rule = unit.kind, unit.unit, unit.rule
    if before.named and kind in (MentionKind.NUMBER, MentionKind.MONEY) and code is None:
        kind, code, rule = MentionKind.MONEY, before.currency, "amount.money.sign"
    named = before.named and kind is MentionKind.MONEY
    start = before.start if named or before.signed else match.start()
    if kind is MentionKind.MONEY and code is None:
        notes.append("currency_open")
    negative, signed = before.negative, before.signed
    if closed and (
        kind is not MentionKind.NUMBER or match["scale"] or match["english"] or "," in match[0] or "." in match[0]
    ):
        negative = signed = True
        notes.append("negative_by_brackets")
        if not named:
            start = text.rfind("(", 0, match.start())
    if negative:
        value = value.copy_negate()
    if (
        kind is MentionKind.NUMBER
        and match["arabic"]
        and len(match[0]) == 4
        and match[0].isdigit()
        and "1900" <= match[0] <= "2100"
    ):
        notes.append("year_like")
    inner_end = match.start("after") if after else end
    while inner_end > start and text[inner_end - 1] in " \n":
        inner_end -= 1
    mention = Mention(kind, start, inner_end, value, code, resolution, rule=rule, signed=signed, notes=notes)
    _qualify(mention, match, before, after, end)
    _per(text, mention, match)
    if kind is MentionKind.MULTIPLE and text.endswith(_GROWTH, 0, mention.outer[0] if mention.outer else start):
        notes.append("growth")
    return mention


def _scaled(value: Decimal, factor: Decimal) -> Decimal:
    product = EXACT.multiply(value, factor)
    return product


def _qualify(mention: Mention, match: re.Match[str], before: Before, after: str | None, end: int) -> None:
    said = before.qualifier
    for section, word in (("inside", match["inside"]), ("after", after)):
        if word:
            later = qualifiers(section)[re.sub(r"\s", "", word)]
            if _STRENGTH[later] > _STRENGTH[said] or said == "approx":
                said = cast(Qualifier, later)
    mention.qualifier = said
    outer = (min(before.outer, mention.start), max(end, mention.end) if after else mention.end)
    mention.outer = outer if outer != (mention.start, mention.end) else None


def _per(text: str, mention: Mention, match: re.Match[str]) -> None:
    if mention.kind is not MentionKind.MONEY and mention.kind is not MentionKind.SHARES:
        return
    if match["per"]:
        mention.per = "lot" if "手" in match["per"] or "lot" in match["per"] else "share"
        return
    start = mention.outer[0] if mention.outer else mention.start
    floor = max(0, start - _PER_REACH)
    for word, per in _PER:
        at = text.rfind(word, floor, start)
        if at >= 0 and not _PAUSE.search(text, at + 2, start) and (per == "lot" or mention.kind is MentionKind.MONEY):
            mention.per = per
            return
