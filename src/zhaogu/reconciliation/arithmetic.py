"""Whether two printed figures can be the same number, and the sums that explain why they differ."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from zhaogu.conversion import format_money
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


QUALIFIERS = {
    "en": {"approx": "about ", "over": "over ", "under": "under ", "at_least": "at least ", "at_most": "at most "},
    "zh": {"approx": "約 ", "over": "逾 ", "under": "不足 ", "at_least": "至少 ", "at_most": "最多 "},
}
STATUSES = {"redacted": "已遮蓋", "not_applicable": "不適用"}
UNITS = {"times": " 倍", "percent": "%", "shares": " 股"}


def shown(fact: Fact, language: Literal["en", "zh"] = "en") -> str:
    """A value for a sentence: in Chinese amounts count in 億 and carry their unit."""
    if fact.value is None:
        return STATUSES.get(fact.status, fact.status) if language == "zh" else fact.status
    if fact.number is None:
        return value_text(fact.value)
    about = QUALIFIERS[language].get(fact.qualifier, "")
    kind = metric(fact.metric).type
    if language == "zh":
        if fact.money:
            return about + format_money(fact.money, "億" if kind == "money" else "元")
        return f"{about}{fact.number:,f}{UNITS.get(fact.unit or '', '')}"
    whole = kind == "money" and fact.number == fact.number.to_integral_value()
    number = f"{fact.number:,.0f}" if whole else f"{fact.number:,f}"
    return about + (f"{fact.unit} " if fact.money else "") + number
