"""What adjoining amounts say together: ranges and enumerations that share a unit or a scale."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .numerals import DIGITS, ENGLISH, EXACT, SCALES, TENS, scale_power
from .per import say_per
from .words import words

_COUNT: Final = MentionKind.COUNT
_MONEY: Final = MentionKind.MONEY
_MULTIPLE: Final = MentionKind.MULTIPLE
_NUMBER: Final = MentionKind.NUMBER
_PERCENT: Final = MentionKind.PERCENT
_POINTS: Final = MentionKind.POINTS
_SHARES: Final = MentionKind.SHARES

_LONGEST_JOINT: Final = 6
_FARTHEST: Final = 24  # with the qualifiers on both sides
_RANGE: Final = re.compile(r"(?:\s*(?:[-–—―─~]{1,2}|至|到|to)\s*)")
_BETWEEN: Final = re.compile(r"\s*(?:与|和|及|and)\s*")
_BETWEEN_OPENS: Final = re.compile(r"(?:介乎|介于|between)(?:约|每股)*\s*$")
_BETWEEN_CLOSES: Final = re.compile(r"\s*(?:的)?(?:两者)?之间")
_LIST: Final = re.compile(r"\s*(?:[、/]|[、，,]?(?:以及|和|及|与|and)|(?:, ?)?and|, )\s*")
_NUMERALS: Final = "".join((*DIGITS, *TENS, *SCALES))
_GREAT: Final = "".join(char for char, power in SCALES.items() if power >= 4)
_SCALE_IN: Final = re.compile(
    rf"[0-9)] *(?P<scale>[{''.join(SCALES)}]+|{'|'.join(sorted(ENGLISH, key=len, reverse=True))})"
    rf"|[{_NUMERALS}] *(?P<great>[{_GREAT}]++)(?! *[{_NUMERALS}])"
)
_CHANGES: Final = (*words("units", "growth"), *words("units", "decline"))
_SHARING: Final = {
    _MONEY,
    _SHARES,
    _MULTIPLE,
    _PERCENT,
    _POINTS,
    _COUNT,
}


def link(text: str, mentions: list[Mention]) -> None:
    """Bind the ends of ranges and hand units on within enumerations, in place."""
    run: list[Mention] = []
    for mention in mentions:
        near = run and mention.start - run[-1].end <= _FARTHEST
        joint = _joint(text, run[-1], mention) if near else None
        if joint is None:
            if len(run) > 1:
                _hand_on(text, run)
            run = [mention]
            continue
        if joint == "range":
            _range(text, run[-1], mention)
        run.append(mention)
    if len(run) > 1:
        _hand_on(text, run)


def _joint(text: str, left: Mention, right: Mention) -> str | None:
    """How two neighbours are joined: ``range``, ``list`` or not at all."""
    low = left.outer[1] if left.outer else left.end
    high = right.outer[0] if right.outer else right.start
    if not 0 <= high - low <= _LONGEST_JOINT or low == high:
        return None
    between = text[low:high]
    if _RANGE.fullmatch(between):
        change = between.strip() in "至到to" and text.endswith(_CHANGES, 0, left.outer[0] if left.outer else left.start)
        return "range" if left.bound is None and _agree(text, left, right, between.strip(), change) else None
    if _BETWEEN.fullmatch(between) and (
        _BETWEEN_OPENS.search(text[max(0, low - 40) : left.outer[0] if left.outer else left.start])
        or _BETWEEN_CLOSES.match(text, right.outer[1] if right.outer else right.end)
    ):
        return "range" if left.bound is None and _agree(text, left, right, between, False) else None
    return "list" if _LIST.fullmatch(between) else None


def _agree(text: str, low: Mention, high: Mention, joint: str, change: bool) -> bool:
    """Whether two amounts can be the ends of one range.

    增加500万元至3,200万元 and 增长1.2倍至3.4亿 say a change and what it led to, and 10亿元至5亿元 falls.
    """
    if "year_like" in low.notes:
        return False
    if low.kind is not high.kind:
        if high.kind is _NUMBER:
            return low.kind in _SHARING and (joint not in ("至", "到") or _bare_sign(text, low))
        return low.kind is _NUMBER and not change
    if change and low.kind is not _PERCENT:
        return False
    if low.kind is _NUMBER:
        return True
    if low.unit != high.unit and not (low.kind is _MONEY and None in (low.unit, high.unit)):
        return False
    bare = _bare_sign(text, low)
    return bare or low.value is None or high.value is None or low.value <= high.value


def _range(text: str, low: Mention, high: Mention) -> None:
    low.bound, high.bound, low.mate, high.mate = "low", "high", high.start, low.start
    if low.kind is _NUMBER and high.kind in _SHARING:
        if not _power(text, low):
            _take_scale(low, _power(text, high), high, "scale_from_range")
        _take_unit(low, high, "unit_from_range")
    elif low.kind is _NUMBER and not _power(text, low):
        _take_scale(low, _power(text, high), high, "scale_from_range")
    elif high.kind is _NUMBER and low.kind in _SHARING:
        if not _power(text, low):
            _take_scale(low, _power(text, high), high, "scale_from_range")
        _take_unit(high, low, "unit_from_range")
    elif low.kind is _MONEY and not _power(text, low) and low.unit == high.unit and _bare_sign(text, low):
        _take_scale(low, _power(text, high), high, "scale_from_range")
    if low.kind is high.kind is _MONEY:
        _currency_from(low, high, "currency_from_range")
        _currency_from(high, low, "currency_from_range")
    if low.per is None and low.kind is _MONEY:
        say_per(text, low)
    low.per, high.per = low.per or high.per, high.per or low.per
    if high.qualifier == "exact" and low.qualifier == "approx":
        high.qualifier = "approx"


def _bare_sign(text: str, mention: Mention) -> bool:
    """Whether the number stands last, so that a scale may be missing after it (HK$10 to 12 million)."""
    return text[mention.end - 1].isdigit()


def _hand_on(text: str, run: list[Mention]) -> None:
    """A unit holds for the numbers right before it that have none, and its scale if none of them has one."""
    bare: list[Mention] = []  # numbers that wait for a unit
    open_: list[Mention] = []  # amounts that wait for a currency
    for mention in run:
        if mention.kind is _NUMBER and "year_like" not in mention.notes:
            bare.append(mention)
            continue
        if mention.kind in _SHARING:
            _share(text, bare, mention)
        if mention.kind is _MONEY and mention.unit is None:
            open_ += [*bare, mention]
        else:
            for waiting in open_:
                _currency_from(waiting, mention, "currency_from_list")
            open_ = []
        bare = []
    if bare:
        _share(text, bare[:-1], bare[-1])
    _carry_sign(run)
    _carry_per(text, run)


def _share(text: str, bare: list[Mention], last: Mention) -> None:
    """Give ``bare`` the unit of ``last``, and its scale where none of them has one."""
    if not bare:
        return
    power = _power(text, last)
    scaled = power and not any(_power(text, mention) or mention.bound for mention in bare)
    for mention in bare:
        if scaled and mention.value:
            _take_scale(mention, power, last, "scale_from_list")
        if last.kind in _SHARING:
            _take_unit(mention, last, "unit_from_list")


def _carry_sign(run: list[Mention]) -> None:
    """A currency before the first number of a list holds for those after it: HK$10 million, 12 million and 15 million."""
    sign: Mention | None = None
    for mention in run:
        if mention.kind is _MONEY and mention.unit is not None:
            sign = mention if mention.rule == "amount.money.sign" else None
        elif sign is not None and mention.kind is _NUMBER and "year_like" not in mention.notes:
            _take_unit(mention, sign, "unit_from_list")
        elif sign is not None:
            _currency_from(mention, sign, "currency_from_list")


def _carry_per(text: str, run: list[Mention]) -> None:
    """每股盈利分别为0.1元、0.2元及0.3元: what the first amount is per, the others of the list are."""
    first = run[0]
    if first.kind is not _MONEY or "每" not in text[max(0, first.start - 16) : first.start]:
        return
    say_per(text, first)
    for mention in run[1:]:
        if mention.kind is _MONEY and mention.unit == first.unit:
            mention.per = mention.per or first.per


def _currency_from(mention: Mention, source: Mention, note: str) -> None:
    if mention.kind is source.kind is _MONEY and mention.unit is None and source.unit is not None:
        mention.unit = source.unit
        mention.notes = (*(said for said in mention.notes if said != "currency_open"), note)


def _power(text: str, mention: Mention) -> int:
    """The scale that is printed with a mention, as a power of ten; 0 where there is none."""
    found = _SCALE_IN.search(text, mention.start, mention.end)
    return scale_power(found["scale"] or found["great"]) if found else 0


def _take_scale(mention: Mention, power: int, source: Mention, note: str) -> None:
    """Scale ``mention`` as ``source`` is, unless it is the greater number already (7000 至 1 万)."""
    if not power or mention.value is None or source.value is None or mention.resolution is None:
        return
    ten = Decimal("1" + "0" * power)
    value = EXACT.multiply(mention.value, ten)
    if note == "scale_from_range" and abs(value) > abs(source.value):
        return
    resolution = EXACT.multiply(mention.resolution, ten)
    mention.value = value.to_integral_value() if resolution >= 1 else value
    mention.resolution = resolution.to_integral_value() if resolution >= 1 else resolution
    mention.notes += (note,)


def _take_unit(mention: Mention, source: Mention, note: str) -> None:
    mention.kind, mention.unit, mention.per = source.kind, source.unit, mention.per or source.per
    if source.kind is _MONEY and source.unit is None:
        mention.notes += ("currency_open",)
    mention.notes += (note,)
    mention.rule = source.rule
