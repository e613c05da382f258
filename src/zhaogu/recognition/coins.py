"""Prices in dollars and tenths: 八元一角, 2元5毫半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention

from .numerals import DIGITS

_DIGIT: Final = "".join({*DIGITS, *"123456789"})
_COINS: Final = re.compile(
    rf"(?P<tenths>[{_DIGIT}])[角毫](?:(?P<hundredths>[{_DIGIT}半])(?:[分仙]|(?![0-9年月日成])))?"
)


def add_coins(text: str, mention: Mention) -> None:
    """Take the tenths and hundredths behind a whole number of dollars into its amount."""
    if mention.value is None or not text.endswith("元", mention.start, mention.end):
        return
    match = _COINS.match(text, mention.end)
    if match is None or mention.value != mention.value.to_integral_value():
        return
    mention.value += _digit(match["tenths"]).scaleb(-1)
    mention.resolution = Decimal("0.1")
    if match["hundredths"]:
        mention.value += _digit(match["hundredths"]).scaleb(-2)
        mention.resolution = Decimal("0.01")
    mention.end = match.end()


def _digit(char: str) -> Decimal:
    return Decimal(5) if char == "半" else Decimal(DIGITS.get(char, char))
