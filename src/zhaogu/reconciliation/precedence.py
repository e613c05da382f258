"""Which of several facts about the same thing is chosen."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files

from zhaogu.model import Fact, metric

from .names import core

Slot = tuple[str | None, ...]

DATED = frozenset({"share_price", "market_cap", "operating_kpi"})
"""Metrics of which each day has its own value."""

MANY = frozenset({"issuer_name", "stock_code", "stock_short_name", "exchange", "sponsor"})
"""Metrics of which an issuer may have several values side by side."""

LABELLED = frozenset({"operating_kpi", "use_of_proceeds", "dividend", "exchange_rate"})
"""Metrics that mean nothing without their label: unlabelled values are never compared."""


@dataclass(frozen=True, slots=True)
class Precedence:
    """Kinds of documents in order of belief, by group of metrics and for single metrics.

    >>> default_precedence().order("gross_proceeds")[0], default_precedence().order("net_profit")[0]
    ('allotment', 'prospectus')
    """

    groups: Mapping[str, Sequence[str]]
    metrics: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def order(self, name: str) -> Sequence[str]:
        """The kinds in order of belief for one metric."""
        return self.metrics.get(name) or self.groups[metric(name).group.value]

    def rank(self, fact: Fact) -> tuple[bool, int, bool, bool, Decimal]:
        """A sorting key, the most credible first: not redacted, kind of document, stated, exact, then the finest digits."""
        order = self.order(fact.metric)
        place = order.index(fact.kind) if fact.kind in order else len(order)
        return fact.status == "redacted", place, fact.value is None, fact.qualifier != "exact", resolution(fact)


@cache
def default_precedence() -> Precedence:
    """The order that comes with zhaogu, as ``precedence.toml`` has it."""
    table = tomllib.loads(files("zhaogu.reconciliation").joinpath("precedence.toml").read_text(encoding="utf-8"))
    return Precedence(table["group"], table["metric"])


_BEFORE_GREENSHOE = (None, "final_ex_greenshoe")


def slot(fact: Fact) -> Slot:
    """What a record holds one chosen fact of; facts of the same slot are rivals.

    A basis that is not stated competes with the figures before over-allotment, a stage that is not stated with the
    final ones (in notices and prospectuses: with the planned ones).
    """
    about = metric(fact.metric)
    stage = (fact.stage or _usual_stage(fact)) if about.staged else None
    basis = fact.offer_basis if fact.offer_basis not in _BEFORE_GREENSHOE else None
    if stage == "plan" and basis == "initial":
        basis = None
    as_of = fact.as_of.isoformat() if fact.as_of and (fact.metric in DATED or stage == "interim") else None
    label = fact.label or (str(fact.value) if fact.metric in LABELLED else None)
    bound = fact.qualifier if fact.qualifier in ("at_least", "at_most") else None
    holder = core(fact.holder) if fact.holder else None
    if fact.metric in MANY:
        return fact.metric, core(str(fact.value))
    return fact.metric, fact.period, fact.unit, holder, label, as_of, basis, stage, bound


def counted_basis(fact: Fact) -> str | None:
    """The offer basis, where the document says it or its kind tells: final filings count without over-allotment."""
    if fact.offer_basis is None and fact.kind != "news" and fact.stage == "final":
        return "final_ex_greenshoe"
    return fact.offer_basis


def resolution(fact: Fact) -> Decimal:
    """The worth of the last printed digit; where the fact does not say, of the last digit that is no zero.

    Prices, multiples and percentages are printed to the unit at least, exact counts too.

    >>> last_digit(Decimal("5540000000")), last_digit(Decimal("36.76"))
    (Decimal('1E+7'), Decimal('0.01'))
    """
    if fact.resolution is not None:
        return fact.resolution
    if fact.number is None:
        return Decimal(0)
    kind = metric(fact.metric).type
    if kind == "money" or (fact.qualifier != "exact" and kind in ("shares", "count")):
        return last_digit(fact.number)
    return min(Decimal(1), last_digit(fact.number))


def last_digit(number: Decimal) -> Decimal:
    """The worth of the last digit that is no zero."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and number else Decimal(1)


def _usual_stage(fact: Fact) -> str:
    return "plan" if fact.kind in ("notice", "prospectus") else "final"
