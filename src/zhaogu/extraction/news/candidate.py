"""A figure with what the article says about it, before it becomes a fact or loses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhaogu.model import Basis, OfferBasis, Period, Qualifier, Stage

from .company import Company


@dataclass(slots=True)
class Candidate:
    """One value of one metric for one company; ``reason`` says why it is no fact.

    ``debut``: its paragraph tells of a first day of trading; ``elsewhere``: a price of A shares or depositary shares.
    """

    metric: str
    value: Decimal | date | str
    unit: str | None
    start: int
    end: int
    rule: str
    company: Company | None = None
    resolution: Decimal | None = None
    qualifier: Qualifier = "exact"
    period: Period | None = None
    as_of: date | None = None
    basis: Basis | None = None
    offer_basis: OfferBasis | None = None
    stage: Stage | None = None
    holder: str | None = None
    label: str | None = None
    rank: int = 0
    heading: bool = False
    debut: bool = False
    elsewhere: bool = False
    code: str | None = None
    reason: str | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
