"""Reading one number, Arabic, Chinese or mixed, exactly: value and worth of the last printed digit."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from functools import cache
from typing import Final

from .words import table

EXACT: Final = Context(prec=10_000, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Additions and products here never round."""

DIGITS: Final[dict[str, int]] = {
    word: entry["value"] for group, entry in table("numbers", "digit", value=int) for word in group
}
TENS: Final[dict[str, int]] = {
    word: entry["value"] for group, entry in table("numbers", "tens", value=int) for word in group
}
SCALES: Final[dict[str, int]] = {
    word: entry["power"] for group, entry in table("numbers", "scale", power=int) for word in group
}
ENGLISH: Final[dict[str, int]] = {
    word: entry["power"]
    for section in ("english", "letter")
    for group, entry in table("numbers", section, power=int)
    for word in group
}
LONGEST: Final = 40
"""A run of more digits than this is no quantity."""


Number = tuple[Decimal, Decimal]
"""A value in base units and the worth of its last printed digit."""


def shifted(digits: str, power: int) -> Number:
    """``digits`` times ten to the ``power``, without any arithmetic.

    >>> shifted("55.4", 8)
    (Decimal('5540000000'), Decimal('10000000'))
    >>> shifted("165.00", 0)
    (Decimal('165.00'), Decimal('0.01'))
    """
    point = digits.find(".")
    if point < 0:
        return Decimal(digits + "0" * power if power else digits), _unit(power)
    places = len(digits) - point - 1
    if power == 0:
        return Decimal(digits), _unit(-places)
    if places > power:
        point += power
        moved = digits.replace(".", "")
        return Decimal(f"{moved[:point]}.{moved[point:]}"), _unit(power - places)
    return Decimal(digits.replace(".", "") + "0" * (power - places)), _unit(power - places)


def times_ten(number: Number, power: int) -> Number:
    """``number`` times ten to the ``power``, exactly."""
    value, worth = EXACT.multiply(number[0], _unit(power)), EXACT.multiply(number[1], _unit(power))
    return (value, worth) if worth < 1 else (value.to_integral_value(), worth.to_integral_value())


@cache
def _unit(power: int) -> Decimal:
    """Ten to the ``power``, written plainly."""
    return Decimal("1" + "0" * power) if power >= 0 else Decimal(f"0.{'0' * (-power - 1)}1")


@cache
def scale_power(scale: str) -> int:
    """The power of ten of a scale word, Chinese or English.

    >>> scale_power("百万"), scale_power("万亿"), scale_power("billion")
    (6, 12, 9)
    """
    if scale in ENGLISH:
        return ENGLISH[scale]
    return sum(SCALES.get(char, 0) for char in scale)


_TOKEN: Final = re.compile(
    rf"[0-9][0-9,\s]*(?:\.\s?[0-9]+(?:\n[0-9]+)?)?|\.[0-9]+|[{''.join({**DIGITS, **TENS, **SCALES})}点]"
)


def read(text: str) -> Number | None:
    """The number that ``text`` writes, or None where it is not well formed.

    >>> read("12亿3,400万"), read("三点五亿")
    ((Decimal('1234000000'), Decimal('10000')), (Decimal('350000000'), Decimal('10000000')))
    """
    tokens = [re.sub(r"[,\s]", "", token) for token in _TOKEN.findall(text)]
    if not tokens:
        return None
    if all(token in DIGITS for token in tokens):
        return _digits(tokens)
    if "点" in tokens:
        return _with_point(tokens)
    return _Sum().read(tokens)


def _digits(tokens: list[str]) -> Number | None:
    """A single digit, or digits read out one by one (二零二五); two alone (二三) are an estimate, not a number."""
    if len(tokens) == 2:
        return None
    return shifted("".join(str(DIGITS[token]) for token in tokens), 0)


def _with_point(tokens: list[str]) -> Number | None:
    at = tokens.index("点")
    end = at + 1
    while end < len(tokens) and tokens[end] in DIGITS:
        end += 1
    whole, part, scales = tokens[:at], tokens[at + 1 : end], tokens[end:]
    if not whole or not part or any(token not in SCALES for token in scales):
        return None
    number = read("".join(whole))
    if number is None or number[0] != number[0].to_integral_value():
        return None
    digits = "".join(str(DIGITS[token]) for token in part)
    return shifted(f"{number[0]:f}.{digits}", sum(SCALES[token] for token in scales))


class _Sum:
    """Adds up coefficients and scales from the left: a greater scale multiplies all that stands before it."""

    def __init__(self) -> None:
        self.total = Decimal(0)  # finished sections, above the present 万 or 亿
        self.section = Decimal(0)  # the present section, below 万
        self.digit: Decimal | None = None  # a coefficient that still waits for its scale
        self.last = 0  # the power of the scale read last
        self.worth = 0  # the power of ten of the last printed digit
        self.zero = False

    def read(self, tokens: list[str]) -> Number | None:
        for token in tokens:
            if token in SCALES:
                if self.digit is None and self.section and self.last < SCALES[token] < 4:
                    return None  # 五十千 is no numeral
                self._scale(SCALES[token])
            elif not self._coefficient(token):
                return None
        if self.digit is not None:
            self._rest(tokens)
        value = EXACT.add(self.total, self.section)
        return value.to_integral_value() if self.worth >= 0 else value, _unit(self.worth)

    def _coefficient(self, token: str) -> bool:
        if token in DIGITS and DIGITS[token] == 0:
            self.zero = True
            return True
        if self.digit is not None:
            return False
        if token in TENS:
            self.section, self.last, self.worth = EXACT.add(self.section, Decimal(TENS[token])), 1, 1
        else:
            self.digit = Decimal(DIGITS.get(token, token))
        return True

    def _scale(self, power: int) -> None:
        if power < 4:
            self._small(power)
        else:
            self._great(power)
        self.digit, self.last, self.zero = None, power, False

    def _small(self, power: int) -> None:
        """十, 百 and 千, which build up a section; alone they count for one (百三, 一百零十万)."""
        coefficient = Decimal(1) if self.digit is None else self.digit
        self.section = EXACT.add(self.section, EXACT.multiply(coefficient, _unit(power)))
        self.worth = power - _places(coefficient)

    def _great(self, power: int) -> None:
        """万, 亿 and 兆, which close a section; after another of them they multiply (万亿, 四万万)."""
        bare = self.section == 0 and self.digit is None
        if self.digit is not None:
            self.section, self.worth = EXACT.add(self.section, self.digit), -_places(self.digit)
        if bare:
            self.total = EXACT.multiply(self.total or Decimal(1), _unit(power))
        elif self.total < _unit(power):
            self.total = EXACT.multiply(EXACT.add(self.total, self.section), _unit(power))
        else:
            self.total = EXACT.add(self.total, EXACT.multiply(self.section, _unit(power)))
        self.section = Decimal(0)
        self.worth += power

    def _rest(self, tokens: list[str]) -> None:
        """The last coefficient: units after 十 or 零, else one step below the scale before it (两千三, 九万四)."""
        assert self.digit is not None
        colloquial = self.last > 1 and not self.zero and len(tokens) > 1 and tokens[-1] in DIGITS
        self.worth = (self.last - 1 if colloquial else 0) - _places(self.digit)
        self.section = EXACT.add(self.section, EXACT.multiply(self.digit, _unit(self.worth + _places(self.digit))))


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)
