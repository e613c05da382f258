"""The one relation of a notice that needs the levies of its day; a broken one is a note, and no figure is changed for it.

The other relations of an offering are checked where records are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import Fact, Note

_CENTS = Decimal("0.02")


def check_entry_fee(facts: Iterable[Fact]) -> list[Note]:
    """A note where the entry fee is not lot × price × (1 + the levies of its day)."""
    stated = {fact.metric: fact for fact in facts if fact.value is not None}
    price = stated.get("offer_price_high") or stated.get("offer_price")
    lot, fee, day = (stated.get(name) for name in ("board_lot", "entry_fee", "prospectus_date"))
    if not (
        lot and lot.number and fee and fee.number and price and price.number and day and isinstance(day.value, date)
    ):
        return []
    expected = (lot.number * price.number * (1 + levies(day.value) / 100)).quantize(Decimal("0.01"))
    if abs(expected - fee.number) <= _CENTS:
        return []
    sides = [f"{fee.number:f}", f"{expected:f}"]
    text = f"the entry fee is {sides[0]}, lot × price with the levies of {day.value.isoformat()} makes {sides[1]}"
    return [
        Note(code="ZG-ENTRY-FEE", severity="warning", text=text, sides=sides, evidence=[lot.evidence, price.evidence])
    ]


def levies(day: date) -> Decimal:
    """Brokerage and levies on an application of ``day``, in percent of the price.

    >>> levies(date(2026, 1, 9)), levies(date(2020, 7, 10))
    (Decimal('1.00850'), Decimal('1.0077'))
    """
    rates = [entry for entry in _levies() if entry[0] <= day]
    return (rates or _levies()[:1])[-1][1]


@cache
def _levies() -> list[tuple[date, Decimal]]:
    rows = entries("filings_levies", "levies", since=str, brokerage=str, sfc=str, exchange=str, afrc=str)
    return sorted(
        (
            date.fromisoformat(row["since"]),
            sum((Decimal(row[name]) for name in ("brokerage", "sfc", "exchange", "afrc")), Decimal(0)),
        )
        for row in rows
    )
