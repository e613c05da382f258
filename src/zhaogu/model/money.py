"""An exact amount in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhaogu.conversion import Converted, Rates

    from .period import Period


def scaled(number: Decimal, power: int) -> Decimal:
    """``number`` times ten to the ``power``, written without an exponent.

    >>> str(scaled(Decimal("1.5"), 2)), str(scaled(Decimal("5.40"), 8)), str(scaled(Decimal("0.123"), 2))
    ('150', '540000000', '12.3')
    """
    number = number.scaleb(power)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def plain(number: Decimal) -> str:
    """Plain decimal notation: no exponent, printed zeros kept.

    >>> plain(Decimal("5.54E+9")), plain(Decimal("165.00"))
    ('5540000000', '165.00')
    """
    return format(number, "f")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in base units of one currency; never a float.

    ``currency`` is an ISO 4217 code, or None where the text names none.

    >>> Money(Decimal("5540000000"), "HKD")
    Money(HKD 5,540,000,000)
    """

    amount: Decimal
    currency: str | None

    def __post_init__(self) -> None:
        """Refuse floats: an amount that went through one is no longer what was printed."""
        if not isinstance(self.amount, Decimal):
            raise TypeError(f"Money takes a Decimal, not {type(self.amount).__name__}: write Decimal('1.5')")

    def to(
        self,
        currency: str,
        *,
        on: date | None = None,
        over: Period | str | tuple[date, date] | None = None,
        rates: Rates | None = None,
    ) -> Converted:
        """This amount in another currency, at the rate of a day or the average of a period; see ``zhaogu.convert``.

        >>> Money(Decimal("165"), "HKD").to("USD", on=date(2026, 1, 9)).rate
        Rate(1 HKD = 0.128268 USD, ECB, HKD→EUR→USD, 2026-01-09)
        """
        from zhaogu.conversion import (
            ECB,
            convert,
        )  # the one step back up the stages: a method that people look for here

        return convert(self, currency, on=on, over=over, rates=rates or ECB)

    def __repr__(self) -> str:
        """Currency and grouped amount."""
        return f"Money({self.currency or '?'} {self.amount:,f})"

    def __str__(self) -> str:
        """As a table would print it."""
        return f"{self.currency or '?'} {self.amount:,f}"
