"""Reporting periods as the contract writes them: ``2024FY``, ``2025H1``, ``2025-9M``, ``2024-12-31``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

_LABEL = re.compile(r"(?P<year>\d{4})(?P<part>FY|H[12]|Q[1-4]|-(?:[1-9]|1[0-1])M)|(?P<day>\d{4}-\d\d-\d\d)")
_MONTHS = {"FY": 12, "H1": 6, "H2": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A span of one financial year, or the day of a balance sheet.

    ``label`` is the contract's spelling; ``end`` the last day, where the year end is known.

    >>> Period("2025-9M", date(2025, 9, 30))
    Period('2025-9M', ends 2025-09-30)
    >>> Period.of_months(2025, 6).label, Period.of_months(2025, 9).label
    ('2025H1', '2025-9M')
    """

    label: str
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a label that the contract does not know."""
        if not _LABEL.fullmatch(self.label):
            raise ValueError(f"{self.label!r} is no period label: write 2024FY, 2025H1, 2025Q3, 2025-9M or 2024-12-31")

    def __lt__(self, other: Period) -> bool:
        """By label; a period whose last day is not known comes before the same one with its day."""
        return (self.label, self.end or date.min) < (other.label, other.end or date.min)

    @classmethod
    def of_months(cls, year: int, months: int, end: date | None = None) -> Period:
        """The first ``months`` months of the financial year ``year``."""
        part = {3: "Q1", 6: "H1", 12: "FY"}.get(months) or f"-{months}M"
        return cls(f"{year}{part}", end)

    @classmethod
    def at(cls, day: date) -> Period:
        """The balance-sheet date ``day``."""
        return cls(day.isoformat(), day)

    @property
    def year(self) -> int:
        """The financial year, named by the year in which it ends."""
        return int(self.label[:4])

    @property
    def is_instant(self) -> bool:
        """Whether this is a balance-sheet date."""
        return len(self.label) == 10

    @property
    def months(self) -> int:
        """How far into the financial year the period reaches; 0 for a balance-sheet date."""
        part = self.label[4:]
        if self.is_instant:
            return 0
        return _MONTHS[part] if part in _MONTHS else int(part[1:-1])

    def __repr__(self) -> str:
        """The label, and the last day where it is known."""
        ends = f", ends {self.end}" if self.end and not self.is_instant else ""
        return f"Period('{self.label}'{ends})"

    def __str__(self) -> str:
        """The contract's spelling."""
        return self.label
