"""A figure as one place of a filing states it, before the document's facts are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum

from zhaogu.model import Basis, Evidence, FactNote, OfferBasis

from .values import Cell


class Source(IntEnum):
    """Where a figure stands; the lower one wins where two disagree."""

    DETAILS = 0
    SUMMARY = 1
    COVER = 2
    TEXT = 3
    LOOSE = 4
    """A label that is not known in full: counts only where no other place states the figure."""


@dataclass(slots=True)
class Found:
    """One printed figure with its place and what its label says about it."""

    metric: str
    cell: Cell
    evidence: Evidence
    source: Source
    rule: str
    basis: Basis | None = None
    offer_basis: OfferBasis | None = None
    holder: str | None = None
    notes: list[FactNote] = field(default_factory=list)
    against: str | None = None
    """Why it is no figure of the document, where another one shows that."""


def metrics_of(found: Iterable[Found]) -> set[str]:
    """What is found."""
    return {one.metric for one in found}


def values(found: Iterable[Found]) -> dict[str, Decimal]:
    """The number of each figure, from the place that counts most."""
    first: dict[str, Decimal] = {}
    for one in sorted(found, key=lambda one: one.source):
        if isinstance(one.cell.value, Decimal) and one.offer_basis != "final_greenshoe_full":
            first.setdefault(one.metric, one.cell.value)
    return first
