"""Rates that somebody gives: a mapping, a table of dates and rates, a prospectus."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from zhaogu.errors import ConversionError, RateNotFound, UnknownCurrency

from .rates import Rate

if TYPE_CHECKING:
    import pandas as pd

Pair = tuple[str, str]
Dated = tuple[date | None, Decimal]


class FixedRates:
    """Rates given by the user. ``USD/HKD`` 7.8 means what dealers mean by it: one US dollar is 7.8 Hong Kong dollars.

    A rate without a date holds for all days; of dated ones the last on or before the day asked for is taken.

    >>> FixedRates({"USD/HKD": "7.8"}).on("HKD", "USD", date(2026, 1, 9))
    Rate(1 HKD = 0.128205 USD, given)
    """

    def __init__(self, rates: Mapping[str | Pair, Decimal | int | str], source: str = "given") -> None:
        """One rate a pair, for all days."""
        self.source = source
        self.table: dict[Pair, list[Dated]] = {}
        for pair, value in rates.items():
            self._add(pair, None, value)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[date | str, str | Pair, object]], source: str = "given") -> FixedRates:
        """Dated rates: rows of day, pair and rate."""
        made = cls({}, source)
        for day, pair, value in rows:
            made._add(pair, day if isinstance(day, date) else date.fromisoformat(day), value)
        return made

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, source: str = "given") -> FixedRates:
        """A DataFrame with one column a pair (``USD/HKD``) and the dates in its index or in a column ``date``."""
        table = frame.set_index("date") if "date" in frame.columns else frame
        return cls.from_rows(
            (
                (date.fromisoformat(str(day)[:10]), str(pair), value)
                for pair, column in table.items()
                for day, value in column.dropna().items()
            ),
            source,
        )

    @classmethod
    def from_csv(cls, path: str | Path, source: str | None = None) -> FixedRates:
        """A CSV file with a column ``date`` and one column a pair."""
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        if rows and "date" not in rows[0]:
            raise ConversionError(f"{path}: no column 'date': name the columns date,USD/HKD,…")
        return cls.from_rows(
            ((row["date"], pair, value) for row in rows for pair, value in row.items() if pair != "date" and value),
            source or Path(path).name,
        )

    def on(self, base: str, quote: str, day: date) -> Rate:
        """The rate of the last date on or before ``day``."""
        if base == quote:
            return Rate(base, quote, Decimal(1), None, self.source)
        if (base, quote) not in self.table and (quote, base) in self.table:
            return self.on(quote, base, day).inverse
        known = self._known(base, quote)
        place = bisect_right([when or date.min for when, _ in known], day)
        if not place:
            raise RateNotFound(
                f"no rate {base}/{quote} for {day}: the first day given is {known[0][0]}: give an earlier one"
            )
        when, value = known[place - 1]
        return Rate(base, quote, value, when, self.source, f"{base}→{quote}")

    def over(self, base: str, quote: str, start: date, end: date) -> Rate:
        """The average of the rates dated in the period; where there are none, the rate that holds at its end."""
        if (base, quote) not in self.table and (quote, base) in self.table:
            rows = [(when, 1 / value) for when, value in self._known(quote, base)]
        else:
            rows = self._known(base, quote)
        inside = [(when, value) for when, value in rows if when and start <= when <= end]
        if not inside:
            return self.on(base, quote, end)
        mean = sum((value for _, value in inside), Decimal(0)) / len(inside)
        return Rate(base, quote, mean, inside[-1][0], self.source, f"{base}→{quote}", len(inside))

    def _known(self, base: str, quote: str) -> list[Dated]:
        try:
            return self.table[base, quote]
        except KeyError:
            pairs = ", ".join("/".join(pair) for pair in self.table) or "none"
            raise UnknownCurrency(f"{base}/{quote}: no such rate was given (given: {pairs})") from None

    def _add(self, pair: str | Pair, day: date | None, value: object) -> None:
        base, _, quote = pair.upper().partition("/") if isinstance(pair, str) else (pair[0], "/", pair[1])
        try:
            rate = value if isinstance(value, Decimal) else Decimal(str(value))
        except InvalidOperation:
            rate = Decimal(0)
        if len(base) != 3 or len(quote) != 3 or not rate.is_finite() or rate <= 0:
            raise ConversionError(f"{pair!r} {value!r} is no rate: write for example 'USD/HKD': '7.8'")
        rows = self.table.setdefault((base, quote), [])
        rows.append((day, rate))
        rows.sort(key=lambda row: row[0] or date.min)
