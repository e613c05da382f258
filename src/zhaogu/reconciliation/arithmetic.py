"""Whether two printed figures can be the same number, and the sums that explain why they differ."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from zhaogu.model import Fact, IPORecord, metric
from zhaogu.model.fact import value_text

from .precedence import last_digit, resolution


def rounds_to(exact: Decimal, printed: Decimal, step: Decimal) -> bool:
    """Whether ``exact`` may be printed as ``printed`` when the last digit is worth ``step``.

    >>> rounds_to(Decimal("36.76"), Decimal(37), Decimal(1)), rounds_to(Decimal("36.2"), Decimal(37), Decimal(1))
    (True, False)
    """
    return abs(exact - printed) * 2 <= step


def near(computed: Decimal, other: Fact, chosen: Fact) -> bool:
    """Whether ``other`` prints what was computed, as exactly as the two facts were printed.

    A figure that is said to be about right may be off by a whole last digit that is no zero.
    """
    if other.number is None:
        return False
    step = max(resolution(other), resolution(chosen))
    if other.qualifier != "exact":
        return abs(computed - other.number) < max(step, last_digit(other.number))
    return rounds_to(computed, other.number, step)


def moved_shares(record: IPORecord, names: Iterable[str]) -> list[Decimal]:
    """The share counts that may explain a difference, each once."""
    counts = (fact.number for name in names for fact in record.all(name))
    return list(dict.fromkeys(count for count in counts if count))


def shown(fact: Fact) -> str:
    """A value for a sentence."""
    if fact.value is None:
        return fact.status
    if fact.number is None:
        return value_text(fact.value)
    whole = metric(fact.metric).type == "money" and fact.number == fact.number.to_integral_value()
    number = f"{fact.number:,.0f}" if whole else f"{fact.number:,f}"
    about = {"approx": "about ", "over": "over ", "under": "under ", "at_least": "at least ", "at_most": "at most "}
    unit = f"{fact.unit} " if fact.money else ""
    return about.get(fact.qualifier, "") + unit + number
