"""What stands in a cell, and everything that led to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from zhaogu.conversion import Policy, Rate
from zhaogu.errors import ConversionError
from zhaogu.model import Fact, IPORecord, Money, OfferBasis, Value
from zhaogu.reconciliation.derived import DERIVED

from .columns import Column, resolve

Tier = Literal["checked", "printed", "derived", "assumed"]


@dataclass(slots=True)
class Cell:
    """A value in the table's currency, unscaled, with the facts, the rate and the rule behind it."""

    value: Value | None
    unit: str | None
    facts: tuple[Fact, ...]
    tier: Tier = "printed"
    formula: str = ""
    rate: Rate | None = None
    rule: str = ""
    failure: str = ""

    @property
    def fact(self) -> Fact:
        """The fact that the cell shows, or the first of those it was derived from."""
        return self.facts[0]


def cell(
    record: IPORecord, column: Column, policy: Policy, currency: str | None, basis: OfferBasis | None
) -> Cell | None:
    """The cell of ``record`` in ``column``, or None where nothing is known."""
    period = resolve(record, column)
    if column.metric in DERIVED:
        result = DERIVED[column.metric].rule(record, period)
        if result is None:
            return None
        made = Cell(result.value, result.unit, result.facts, "derived", result.formula)
    else:
        fact = _asked(record, column.metric, period, basis)
        if fact is None:
            return None
        if currency and fact.unit != currency and record.differences and policy.believes_documents(column.metric):
            fact = record.restated(fact, currency) or fact
        tier: Tier = "assumed" if fact.notes and any("assumed" in note.code for note in fact.notes) else "printed"
        made = Cell(fact.value, fact.unit, (fact,), tier)
    if currency and made.unit != currency and column.type in ("money", "price"):
        _convert(made, record, policy, currency)
    return made


def _asked(record: IPORecord, name: str, period: str | None, basis: OfferBasis | None) -> Fact | None:
    """The fact on the basis asked for, else the best there is."""
    fact = record.fact(name, period, offer_basis=basis) if basis else None
    return fact or record.fact(name, period)


def _convert(made: Cell, record: IPORecord, policy: Policy, currency: str) -> None:
    """Bring an amount into the currency of the table; where no rate is known the cell is empty and says why."""
    if not isinstance(made.value, Decimal):
        return
    try:
        converted, made.rule = policy.convert(Money(made.value, made.unit), currency, made.fact, record)
    except ConversionError as failure:
        made.value, made.failure = None, str(failure)
        return
    made.value, made.unit, made.rate = converted.amount, currency, converted.rate
