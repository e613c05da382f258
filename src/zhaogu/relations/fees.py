"""What an applicant in Hong Kong pays on top of the price of a board lot."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files


def fee_factor(day: date) -> Decimal | None:
    """Price with brokerage and levies for a price of one; None for days before the table begins.

    >>> fee_factor(date(2026, 1, 9)), fee_factor(date(2020, 6, 11))
    (Decimal('1.010085'), Decimal('1.010077'))
    """
    known = [factor for start, factor in _table() if start <= day]
    return known[-1] if known else None


@cache
def _table() -> list[tuple[date, Decimal]]:
    rows = tomllib.loads(files("zhaogu.relations").joinpath("fees.toml").read_text(encoding="utf-8"))["from"]
    return [(row["day"], 1 + sum(_percents(row), Decimal(0)) / 100) for row in rows]


def _percents(row: dict[str, object]) -> list[Decimal]:
    return [Decimal(value) for name, value in row.items() if isinstance(value, str) and name != "example"]
