"""Money into another currency, with the rate that did it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from zhaogu.errors import ConversionError, UnknownCurrency
from zhaogu.model import Money, Note, Period

from .ecb import EcbRates
from .rates import Rate, Rates
from .spans import span

ECB = EcbRates()
PEG = (Decimal("7.75"), Decimal("7.85"))
"""The band in which the Hong Kong Monetary Authority keeps the US dollar."""


@dataclass(frozen=True, slots=True, repr=False)
class Converted(Money):
    """An amount in the currency asked for, what it was made of, and the rate (None where nothing had to be done)."""

    original: Money
    rate: Rate | None

    @property
    def notes(self) -> list[Note]:
        """What is odd about the rate."""
        return peg_notes(self.rate) if self.rate else []

    def __repr__(self) -> str:
        """The amount and the rate."""
        rate = f": {self.rate}" if self.rate else ""
        return f"Converted({self.currency} {self.amount:,f}{rate})"


def convert(
    money: Money,
    to: str,
    *,
    on: date | None = None,
    over: Period | str | tuple[date, date] | None = None,
    rates: Rates = ECB,
) -> Converted:
    """``money`` in the currency ``to``: at the rate of the day ``on``, or at the average of the period ``over``.

    A period is a Period, its label (``2024FY``), or its first and last day.

    >>> fee = convert(Money(Decimal("19000000000"), "USD"), "CNY", on=date(2026, 1, 9))
    >>> round(fee.amount), fee.rate
    (132663803470, Rate(1 USD = 6.982305 CNY, ECB, USD→EUR→CNY, 2026-01-09))
    """
    if money.currency is None:
        raise UnknownCurrency(f"{money}: the document names no currency: give the amount one first")
    to = to.upper()
    if money.currency == to:
        return Converted(money.amount, to, money, None)
    if on is not None and over is None:
        rate = rates.on(money.currency, to, _day(on))
    elif over is not None and on is None:
        rate = rates.over(money.currency, to, *_days(over))
    else:
        raise ConversionError(f"{money} to {to}: give either a day (on=…) or a period (over=…)")
    return Converted(money.amount * rate.value, to, money, rate)


def _day(day: date) -> date:
    """A calendar day: of a moment, the day in which it falls."""
    if not isinstance(day, date):
        raise ConversionError(f"{day!r}: a day is a date: write date(2026, 1, 9)")
    return day.date() if isinstance(day, datetime) else day


def _days(over: Period | str | tuple[date, date]) -> tuple[date, date]:
    """The first and the last day."""
    start, end = map(_day, over) if isinstance(over, tuple) else span(Period(over) if isinstance(over, str) else over)
    if end < start:
        raise ConversionError(f"{start} to {end}: the period ends before it begins")
    return start, end


def peg_notes(rate: Rate) -> list[Note]:
    """A note where a rate puts the US dollar outside the band of the Hong Kong dollar.

    >>> peg_notes(Rate("USD", "HKD", Decimal("7.9"), None, "given"))
    [Note(ZG-HKD-PEG: 1 USD = 7.9 HKD, given: outside the band from 7.75 to 7.85)]
    """
    if {rate.base, rate.quote} != {"USD", "HKD"}:
        return []
    per_dollar = rate if rate.base == "USD" else rate.inverse
    if PEG[0] <= round(per_dollar.value, 4) <= PEG[1]:
        return []
    return [
        Note(code="ZG-HKD-PEG", severity="warning", text=f"{per_dollar}: outside the band from {PEG[0]} to {PEG[1]}")
    ]
