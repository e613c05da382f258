"""Currencies and scales, as headers, titles and labels of statements state them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from zhaogu.lexicon import entries


@dataclass(frozen=True, slots=True)
class Unit:
    """Currency and scale; None where the text names none."""

    currency: str | None = None
    scale: Decimal | None = None

    def over(self, other: Unit) -> Unit:
        """This unit, filled up from ``other``."""
        return Unit(self.currency or other.currency, self.scale or other.scale)


@cache
def _currencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((e["code"], re.compile("|".join(e.words))) for e in entries("statements_units", "currency", code=str))


@cache
def _scales() -> tuple[tuple[Decimal, re.Pattern[str]], ...]:
    found = entries("statements_units", "scale", factor=str)
    return tuple((Decimal(e["factor"]), re.compile("|".join(e.words))) for e in found)


@lru_cache(maxsize=5_000)
def unit(text: str) -> Unit:
    """The unit in folded ``text``.

    >>> unit("rmb'000"), unit("(in millions)"), unit("单位:万元")
    (Unit(currency='CNY', scale=Decimal('1000')), Unit(currency=None, scale=Decimal('1000000')),
     Unit(currency=None, scale=Decimal('10000')))
    """
    currency = next((code for code, pattern in _currencies() if pattern.search(text)), None)
    scale = next((factor for factor, pattern in _scales() if pattern.search(text)), None)
    if scale is None and currency is None and re.search(r"元", text):
        scale = Decimal(1)
    return Unit(currency, scale)
