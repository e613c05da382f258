"""A quantity found in a text, before anyone knows what it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from .fact import Qualifier
from .period import Period


class MentionKind(StrEnum):
    """What sort of quantity a mention is."""

    NUMBER = "number"
    MONEY = "money"
    SHARES = "shares"
    COUNT = "count"
    MULTIPLE = "multiple"
    PERCENT = "percent"
    POINTS = "points"
    DATE = "date"
    PERIOD = "period"
    CODE = "code"
    NOISE = "noise"


_FIELDS: Final = (
    "kind",
    "start",
    "end",
    "value",
    "unit",
    "resolution",
    "qualifier",
    "outer",
    "per",
    "bound",
    "mate",
    "signed",
    "day",
    "period",
    "partial",
    "part",
    "code",
    "rule",
    "notes",
)


class Mention:  # noqa: PLW1641
    """One quantity and exactly where it stands: ``text[start:end]`` is the quantity with its unit.

    ``value`` is in base units (``55.4 億`` is 5540000000), ``resolution`` the worth of its last printed digit.
    ``unit``: ISO 4217 code of money (None: the text names no currency), the counter of a count (``名``, ``家``,
    folded), ``shares``, ``times``, ``percent`` or ``points``.
    ``per``: ``share`` or ``lot`` for per-unit amounts. ``qualifier`` with its own span ``outer``: the mention with
    the words before and after that qualify it. The ends of a range are two mentions: ``bound`` is ``low`` or
    ``high`` and ``mate`` the start offset of the other. ``signed``: the text itself prints a sign.

    A date has its ``day`` where it is known and ``partial`` as far as the text says it: ``(None, 1, 9)`` for 1月9日.
    A period has its ``period`` where the year is known, and ``part`` (``FY`` ``H1`` ``Q3`` ``9M``; ``same`` for 同期, whose ``period`` is told from the sentence)
    where the text names a part of a year. Periods that a range or a count of years implies (2022年至2024年) share the
    span of the words that imply them; the ``outer`` of each period is the whole list.
    ``rule`` is what made the mention, ``notes`` the stable codes of what was assumed.
    """

    __slots__ = _FIELDS

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        kind: MentionKind,
        start: int,
        end: int,
        value: Decimal | None = None,
        unit: str | None = None,
        resolution: Decimal | None = None,
        qualifier: Qualifier = "exact",
        outer: tuple[int, int] | None = None,
        per: str | None = None,
        bound: str | None = None,
        mate: int | None = None,
        signed: bool = False,
        day: date | None = None,
        period: Period | None = None,
        partial: tuple[int | None, int | None, int | None] | None = None,
        part: str | None = None,
        code: str | None = None,
        rule: str = "",
        notes: tuple[str, ...] = (),
    ) -> None:
        """Take what it says; written out, for compiled it is several times as fast as that of a dataclass."""
        self.kind = kind
        self.start = start
        self.end = end
        self.value = value
        self.unit = unit
        self.resolution = resolution
        self.qualifier: Qualifier = qualifier
        self.outer = outer
        self.per = per
        self.bound = bound
        self.mate = mate
        self.signed = signed
        self.day = day
        self.period = period
        self.partial = partial
        self.part = part
        self.code = code
        self.rule = rule
        self.notes = notes

    def __eq__(self, other: object) -> bool:
        """Whether all of the other is the same."""
        return isinstance(other, Mention) and all(getattr(self, name) == getattr(other, name) for name in _FIELDS)

    def on(self, day: date | None) -> Mention:
        """The same of another day."""
        values = {name: getattr(self, name) for name in _FIELDS}
        return Mention(**values | {"day": day})

    def __repr__(self) -> str:
        """Kind, what it reads as, and where it stands.

        >>> Mention(MentionKind.MONEY, 0, 5, value=Decimal("165"), unit="HKD", rule="doc")
        Mention(money HKD 165 at 0:5)
        """
        known = (self.code, self.period, self.day, self.partial, self.part)
        read = f"{self.value:,f}" if self.value is not None else next(filter(None, known), "?")
        unit = f"{self.unit} " if self.kind is MentionKind.MONEY else ""
        counter = f" {self.unit}" if self.unit and self.kind is not MentionKind.MONEY else ""
        qualifier = "" if self.qualifier == "exact" else f"{self.qualifier} "
        return f"Mention({self.kind.value} {qualifier}{unit}{read}{counter} at {self.start}:{self.end})"
