"""What a rate of exchange is, and what a source of rates must be able to say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from zhaogu.errors import ConversionError, RateNotFound, UnknownCurrency
from zhaogu.model import plain


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of ``base`` is worth ``value`` units of ``quote``.

    ``day`` is the day for which the rate was published, or the last day of an average over ``days`` published days;
    None where one rate is stated for all days. ``path`` names the currencies it was crossed through.

    >>> Rate("USD", "HKD", Decimal("7.8"), None, "given")
    Rate(1 USD = 7.8 HKD, given)
    """

    base: str
    quote: str
    value: Decimal
    day: date | None
    source: str
    path: str = ""
    days: int = 1

    @property
    def inverse(self) -> Rate:
        """The same rate seen from the other side."""
        path = "→".join(reversed(self.path.split("→")))
        return replace(self, base=self.quote, quote=self.base, value=1 / self.value, path=path)

    def __str__(self) -> str:
        """For footnotes: the rate, where it comes from, of which day."""
        shown = plain(round(self.value, 6).normalize())
        path = f", {self.path}" if self.path.count("→") > 1 else ""
        when = f", average of {self.days} days to {self.day}" if self.days > 1 else f", {self.day}" if self.day else ""
        return f"1 {self.base} = {shown} {self.quote}, {self.source}{path}{when}"

    def __repr__(self) -> str:
        """The rate, its source, path and day."""
        return f"Rate({self})"


class Rates(Protocol):
    """A source of rates. It never looks past the day that it is asked for."""

    def on(self, base: str, quote: str, day: date) -> Rate:
        """The rate last published on or before ``day``."""
        ...

    def over(self, base: str, quote: str, start: date, end: date) -> Rate:
        """The average over the days published from ``start`` to ``end``, both included."""
        ...


class FirstOf:
    """Several sources in order of preference: the first that knows the rate gives it.

    >>> from zhaogu.conversion import FixedRates
    >>> rates = FirstOf([FixedRates({("CNY", "HKD"): "1.1"}), FixedRates({("USD", "HKD"): "7.8"})])
    >>> rates.on("USD", "HKD", date(2026, 1, 9)).value
    Decimal('7.8')
    """

    def __init__(self, sources: Iterable[Rates]) -> None:
        """Take the sources, the preferred one first."""
        self.sources = tuple(sources)

    def on(self, base: str, quote: str, day: date) -> Rate:
        """The first answer; the last source's error where none has one."""
        error: ConversionError = UnknownCurrency(f"{base}/{quote}: no source of rates was given")
        for source in self.sources:
            try:
                return source.on(base, quote, day)
            except (UnknownCurrency, RateNotFound) as failure:
                error = failure
        raise error

    def over(self, base: str, quote: str, start: date, end: date) -> Rate:
        """The first answer; the last source's error where none has one."""
        error: ConversionError = UnknownCurrency(f"{base}/{quote}: no source of rates was given")
        for source in self.sources:
            try:
                return source.over(base, quote, start, end)
            except (UnknownCurrency, RateNotFound) as failure:
                error = failure
        raise error
