"""Which day's rate a figure is converted at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal, get_args

from zhaogu.errors import ConversionError, RateNotFound, UnknownCurrency
from zhaogu.model import Fact, Group, IPORecord, Money, Period, metric

from .convert import ECB, Converted, convert
from .rates import Rates
from .spans import span
from .stated import RECENT, stated_rates

Rule = Literal["as_of", "listing", "average", "end"]
When = Rule | date
_WORDS: dict[When, str] = {
    "as_of": "the day they name, else the listing",
    "listing": "the listing",
    "average": "average of the period",
    "end": "end of the period",
}


@dataclass(frozen=True, slots=True)
class Policy:
    """How a table is brought into one currency.

    Figures of the offer and prices: the rate of the day they name (``as_of``), else of the listing. Flows: the average
    of the period; balances: its end (IAS 21). ``convenience``: one day's rate for everything, as in a convenience
    translation. ``overrides`` sets another rule for single metrics.

    ``rates`` None prefers what the documents print in the currency asked for, then the rates that the issuer's filings
    state for their own translations, then the ECB's; ``ECB`` takes the market's rates only. A day that the policy names
    always has the market's rate.
    """

    rates: Rates | None = None
    offer: When = "as_of"
    flows: When = "average"
    balances: When = "end"
    convenience: date | None = None
    overrides: Mapping[str, When] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse rules and metrics that there are none of."""
        for name in self.overrides:
            metric(name)
        for rule in (self.offer, self.flows, self.balances, *self.overrides.values()):
            if rule not in get_args(Rule) and not isinstance(rule, date):
                raise ValueError(f"{rule!r} is no rule: write as_of, listing, average, end or a date")

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
        'rates that the filings state, else figures of the offer: the day they name, else the listing; flows: average of the period; balances: end of the period'
        """
        if self.convenience:
            rules: dict[str, When] = {"all figures": self.convenience}
        else:
            rules = {"figures of the offer": self.offer, "flows": self.flows, "balances": self.balances}
        told = "; ".join(f"{what}: {_WORDS.get(when, when)}" for what, when in {**rules, **self.overrides}.items())
        return told if self.rates or self.convenience else f"rates that the filings state, else {told}"

    def convert(self, money: Money, to: str, fact: Fact, record: IPORecord) -> tuple[Converted, str]:
        """``money``, which ``fact`` states or was the source of, in ``to``; and the rule that chose the day."""
        rule = self.when(fact.metric)
        if isinstance(rule, date):
            return convert(money, to, on=rule, rates=self.market), f"rate of {rule}"
        stated = _as_filed(money, to, record) if self.believes_documents(fact.metric) else None
        if stated:
            return stated, "rate that the filing states"
        if rule in ("average", "end") and fact.period:
            first, last = _days(fact.period, fact.period_end)
            if rule == "average" and first != last:
                return convert(money, to, over=(first, last), rates=self.market), f"average rate of {fact.period}"
            return convert(money, to, on=last, rates=self.market), f"rate at the end of {fact.period}"
        return self._of_the_offer(money, to, fact, record, own_day=rule == "as_of")

    def believes_documents(self, name: str) -> bool:
        """Whether what documents say of other currencies comes before the market's rates, for one metric."""
        return not (self.rates or self.convenience or name in self.overrides)

    @property
    def market(self) -> Rates:
        """Where rates come from that no filing states."""
        return self.rates or ECB

    def _of_the_offer(
        self, money: Money, to: str, fact: Fact, record: IPORecord, own_day: bool
    ) -> tuple[Converted, str]:
        """At the first of the days for which there is a rate: a listing to come has none yet."""
        missing: ConversionError | None = None
        for day, name in offer_days(fact, record, own_day):
            try:
                return convert(money, to, on=day, rates=self.market), f"rate of the {name}, {day}"
            except RateNotFound as failure:
                missing = missing or failure
        raise missing or ConversionError(
            f"{record.issuer} {fact.metric}: no day to convert at: give a policy with convenience=DATE"
        )


def _as_filed(money: Money, to: str, record: IPORecord) -> Converted | None:
    """``money`` at the rate that the issuer's own filings state for their translations, whatever the day."""
    filed = [fact for fact in record.all("exchange_rate") if fact.kind != "news"]
    for rates in stated_rates(filed) if filed else ():
        try:
            return convert(money, to, on=RECENT, rates=rates)
        except UnknownCurrency:
            continue
    return None


@lru_cache(maxsize=4096)
def _days(label: str, end: date | None) -> tuple[date, date]:
    return span(Period(label, end))


def offer_days(fact: Fact, record: IPORecord, own_day: bool = True) -> list[tuple[date, str]]:
    """The days for a figure of the offer, the preferred one first: its own, the listing, the pricing, the publication."""
    days = (
        (fact.as_of if own_day else None, "day it names"),
        (record.day("listing_date"), "listing"),
        (record.day("price_date"), "pricing"),
        (record.published, "publication"),
        (record.day("prospectus_date"), "prospectus"),
    )
    return [(day, name) for day, name in days if day]
