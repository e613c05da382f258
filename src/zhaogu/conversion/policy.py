"""Which day's rate a figure is converted at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from zhaogu.errors import ConversionError
from zhaogu.model import Fact, Group, IPORecord, Money, Period, metric

from .convert import ECB, Converted, convert
from .rates import Rates
from .spans import span

When = Literal["as_of", "listing", "average", "end"] | date


@dataclass(frozen=True, slots=True)
class Policy:
    """How a table is brought into one currency.

    Figures of the offer and prices: the rate of the day they name (``as_of``), else of the listing. Flows: the average
    of the period; balances: its end (IAS 21). ``convenience``: one day's rate for everything, as in a convenience
    translation. ``overrides`` sets another rule for single metrics.
    """

    rates: Rates = ECB
    offer: When = "as_of"
    flows: When = "average"
    balances: When = "end"
    convenience: date | None = None
    overrides: Mapping[str, When] = field(default_factory=dict)

    def when(self, name: str) -> When:
        """The rule for one metric."""
        if name in self.overrides:
            return self.overrides[name]
        if self.convenience:
            return self.convenience
        about = metric(name)
        if about.instant:
            return self.balances
        return self.flows if about.group is Group.STATEMENTS else self.offer

    def describe(self) -> str:
        """The policy in a line, for footnotes.

        >>> Policy().describe()
        'figures of the offer: as_of; flows: average; balances: end'
        """
        if self.convenience:
            rules = [f"all figures: rate of {self.convenience}"]
        else:
            rules = [f"figures of the offer: {self.offer}", f"flows: {self.flows}", f"balances: {self.balances}"]
        return "; ".join(rules + [f"{name}: {when}" for name, when in self.overrides.items()])

    def convert(self, money: Money, to: str, fact: Fact, record: IPORecord) -> tuple[Converted, str]:
        """``money``, which ``fact`` states or was the source of, in ``to``; and the rule that chose the day."""
        rule = self.when(fact.metric)
        if isinstance(rule, date):
            return convert(money, to, on=rule, rates=self.rates), f"rate of {rule}"
        if rule in ("average", "end") and fact.period:
            first, last = _days(fact.period, fact.period_end)
            if rule == "average" and first != last:
                return convert(money, to, over=(first, last), rates=self.rates), f"average rate of {fact.period}"
            return convert(money, to, on=last, rates=self.rates), f"rate at the end of {fact.period}"
        day, why = offer_day(fact, record)
        return convert(money, to, on=day, rates=self.rates), why


@lru_cache(maxsize=4096)
def _days(label: str, end: date | None) -> tuple[date, date]:
    return span(Period(label, end))


def offer_day(fact: Fact, record: IPORecord) -> tuple[date, str]:
    """The day for a figure of the offer: its own, else the listing, the pricing or the publication."""
    if fact.as_of:
        return fact.as_of, f"rate of {fact.as_of}"
    days = (
        (record.day("listing_date"), "listing date"),
        (record.day("price_date"), "price date"),
        (record.published, "publication date"),
        (record.day("prospectus_date"), "prospectus date"),
    )
    for day, name in days:
        if day:
            return day, f"rate of the {name}"
    raise ConversionError(f"{record.issuer} {fact.metric}: no day to convert at: give a policy with convenience=DATE")
