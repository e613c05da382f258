"""A figure with what the article says about it, before it becomes a fact or loses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhaogu.model import Basis, OfferBasis, Period, Qualifier, Stage

from .company import Company


@dataclass(slots=True, init=False)
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
    company: Company | None
    resolution: Decimal | None
    qualifier: Qualifier
    period: Period | None
    as_of: date | None
    basis: Basis | None
    offer_basis: OfferBasis | None
    stage: Stage | None
    holder: str | None
    label: str | None
    rank: int
    heading: bool
    debut: bool
    elsewhere: bool
    code: str | None
    reason: str | None
    notes: list[tuple[str, str]]

    def __init__(  # noqa: PLR0913, PLR0917  # the attributes of a fact
        self, metric: str, value: Decimal | date | str, unit: str | None, start: int, end: int, rule: str,
        company: Company | None = None, resolution: Decimal | None = None, qualifier: Qualifier = "exact",
        period: Period | None = None, as_of: date | None = None, basis: Basis | None = None,
        offer_basis: OfferBasis | None = None, stage: Stage | None = None, holder: str | None = None,
        label: str | None = None, rank: int = 0, heading: bool = False, debut: bool = False, elsewhere: bool = False,
        code: str | None = None, reason: str | None = None, notes: list[tuple[str, str]] | None = None,
    ) -> None:  # fmt: skip
        """Written out, for it is compiled so, and what a dataclass writes by itself is not."""
        self.metric, self.value, self.unit = metric, value, unit
        self.start, self.end, self.rule = start, end, rule
        self.company, self.resolution, self.qualifier = company, resolution, qualifier
        self.period, self.as_of, self.basis, self.offer_basis = period, as_of, basis, offer_basis
        self.stage, self.holder, self.label, self.rank = stage, holder, label, rank
        self.heading, self.debut, self.elsewhere = heading, debut, elsewhere
        self.code, self.reason = code, reason
        self.notes = [] if notes is None else notes
