"""The numbers of shares that an announcement in running text prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from .scan import Number, Scan
from .small_letters import in_small

_SHARES = in_small(
    r"(?<![\d.,$])(?P<value>\d{1,3}(?:,\d{3})+|\d{5,12}(?= ?股| shares))(?![.,]?\d)(?!\s?(?:%|份|名|位|宗|港元|美元|元|百万|million|times|倍))"
    r"(?:\s?(?:股|(?:hong kong |international |public |offer |placing |reserved |sale |share |stapled |h )*(?:shares|units)\b))?"
)
_TINY = 10_000
"""What is a smaller part of the offer is a lot or an allotment to one applicant, of which older announcements list thousands."""


@dataclass(frozen=True)
class Shares:
    """The numbers of shares of a text in their order, and what the words beside them say."""

    scan: Scan
    numbers: Sequence[Number]

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """The different numbers."""
        return frozenset(one.value for one in self.numbers)

    def of(self, total: Decimal) -> Shares:
        """Those that may be a part of an offer of ``total`` shares, or what was applied for."""
        return Shares(self.scan, [one for one in self.numbers if one.value * _TINY >= total])

    def places(self, value: Decimal | None) -> list[Number]:
        """Where a number stands."""
        return [one for one in self.numbers if one.value == value]

    def says(self, name: str, value: Decimal) -> bool:
        """Whether a word of a list stands near a number in one of its places."""
        return any(self.scan.says(name, one) for one in self.places(value))


def shares_in(scan: Scan) -> Shares:
    """Every number of a text that may be one of shares: in groups of three digits, or with the word behind it."""
    return Shares(scan, list(scan.numbers(_SHARES)))
