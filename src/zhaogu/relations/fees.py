"""What an applicant in Hong Kong pays on top of the price of a board lot."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from .equations import Equation

FEE_STEP = Decimal("0.02")
"""How far a printed fee may be from what the relation makes: each levy is rounded for itself."""


def entry_fee(day: date, price: str) -> Equation | None:
    """What a board lot costs an applicant of ``day`` at the metric ``price``; None for days before the table begins.

    >>> fee = entry_fee(date(2026, 1, 9), "offer_price")
    >>> fee.formula(Decimal(200), Decimal("17.5"))
    Decimal('3535.2975000')
    """
    factor = fee_factor(day)
    if factor is None:
        return None
    words = f"board_lot × {price} × {factor}"
    return Equation("ZG-ENTRY-FEE", "entry_fee", ("board_lot", price), lambda lot, paid: lot * paid * factor, words)


def fee_factor(day: date) -> Decimal | None:
    """Price with brokerage and levies for a price of one; None for days before the table begins.

    >>> fee_factor(date(2026, 1, 9)), fee_factor(date(2020, 6, 11))
    (Decimal('1.010085'), Decimal('1.010077'))
    """
    known = [factor for start, factor in _table() if start <= day]
    return known[-1] if known else None


def fee_factors() -> list[Decimal]:
    """The factors of all days, the newest first.

    >>> fee_factors()[0]
    Decimal('1.010085')
    """
    return [factor for _, factor in reversed(_table())]


@cache
def _table() -> list[tuple[date, Decimal]]:
    rows = tomllib.loads(files("zhaogu.relations").joinpath("fees.toml").read_text(encoding="utf-8"))["from"]
    return [(row["day"], 1 + sum(_percents(row), Decimal(0)) / 100) for row in rows]


def _percents(row: dict[str, object]) -> list[Decimal]:
    return [Decimal(value) for name, value in row.items() if isinstance(value, str) and name != "example"]
