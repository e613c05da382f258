"""Everything known about one offering: the chosen facts of one issuer, and what else was seen."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field, field_serializer

from .fact import Fact, Note, OfferBasis, Stage
from .metrics import Group, metrics
from .money import Money, plain
from .period import Period

_STAGES: tuple[Stage | None, ...] = ("final", None, "plan", "interim")
_BASES: tuple[OfferBasis | None, ...] = (
    "final_ex_greenshoe",
    None,
    "final_greenshoe_actual",
    "final_greenshoe_full",
    "initial",
)


class Rejection(BaseModel):
    """A candidate that lost: superseded, interim, conflicting or no such figure at all, with the reason."""

    model_config = ConfigDict(frozen=True)

    fact: Fact
    code: str = Field(description="Why it lost, in one stable word: interim, superseded, rounding, conflict, …")
    reason: str = Field(description="The same for people, with the arithmetic where there is any.")

    def __repr__(self) -> str:
        """Code, fact and reason."""
        return f"Rejection({self.code}: {self.fact!r}: {self.reason})"

    __str__ = __repr__


class Difference(BaseModel):
    """Two facts about the same thing compared: the chosen one, another, and what kind of difference it is."""

    model_config = ConfigDict(frozen=True)

    metric: str
    period: str | None = None
    code: str = Field(description="agrees, rounding, over_allotment, …: see the reconciliation page.")
    reason: str
    reason_zh: str = Field("", description="The same in Chinese.")
    chosen: str = Field(description="fact_id of the chosen fact")
    other: str = Field(description="fact_id of the other one")

    def __repr__(self) -> str:
        """Metric, class and reason."""
        return f"Difference({' '.join(filter(None, (self.metric, self.period)))} {self.code}: {self.reason})"

    __str__ = __repr__


class DerivedValue(BaseModel):
    """A figure that no document prints but that follows from printed ones."""

    model_config = ConfigDict(frozen=True)

    name: str
    period: str | None = None
    value: Decimal
    unit: str | None
    formula: str
    facts: list[str] = Field(description="fact_ids of what it was made of")

    @field_serializer("value")
    def _plain_value(self, value: Decimal) -> str:
        return plain(value)

    def __repr__(self) -> str:
        """Name, value and formula."""
        about = " ".join(filter(None, (self.name, self.period)))
        return f"DerivedValue({about} = {round(self.value, 2):,f} {self.unit or ''}: {self.formula})"

    __str__ = __repr__


class Cornerstone(NamedTuple):
    """A row of the cornerstone table, as printed."""

    holder: str
    shares: Decimal | None = None
    pct: Decimal | None = None
    amount: Money | None = None


class IPORecord(BaseModel):
    """One issuer's offering: a chosen fact for each figure, the rivals of each, and notes.

    Figures on another basis or of another stage are no rivals: they stand side by side in ``facts``.
    Where several fit a question, ``fact`` prefers final over planned figures, and those without over-allotment.
    """

    model_config = ConfigDict(frozen=True)

    issuer: str
    aliases: list[str] = Field(default_factory=list)
    stock_code: str | None = None
    documents: list[str] = Field(default_factory=list)
    published: date | None = Field(None, description="The latest publication date among the documents.")
    facts: list[Fact] = Field(default_factory=list)
    rivals: list[Rejection] = Field(default_factory=list)
    differences: list[Difference] = Field(default_factory=list)
    derived: list[DerivedValue] = Field(default_factory=list)
    notes: list[Note] = Field(default_factory=list)

    @cached_property
    def _by_metric(self) -> dict[str, list[Fact]]:
        table: dict[str, list[Fact]] = {}
        for fact in self.facts:
            table.setdefault(fact.metric, []).append(fact)
        return table

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return {fact.fact_id: fact for fact in (*self.facts, *(rival.fact for rival in self.rivals))}

    @cached_property
    def _known_periods(self) -> dict[str, tuple[Period, ...]]:
        return {}

    @cached_property
    def _usual_units(self) -> dict[Group, str]:
        """The currency in which most amounts of each group of metrics are: that of the accounts, that of the offer.

        Filings decide where there are any: an article may tell of another listing of the same issuer.
        """
        counts: dict[Group, Counter[str]] = {}
        for filed in (True, False):
            decided = set(counts)
            for fact in self.facts:
                group = metrics()[fact.metric].group
                if fact.unit and fact.money and (fact.kind != "news") is filed and group not in decided:
                    counts.setdefault(group, Counter())[fact.unit] += 1
        return {group: units.most_common(1)[0][0] for group, units in counts.items()}

    def _preference(self, fact: Fact) -> tuple[int, ...]:
        """A sorting key: the latest period, the record's own listing, the usual currency, final and exact figures without
        over-allotment, the latest day.
        """
        elsewhere = None not in (fact.stock_code, self.stock_code) and fact.stock_code != self.stock_code
        year, months, _ = period_order(_period(fact.period, None)) if fact.period else (0, 0, "")
        foreign = fact.unit != self._usual_units.get(metrics()[fact.metric].group, fact.unit)
        day = fact.as_of.toordinal() if fact.as_of else 0
        bound = fact.qualifier in ("at_least", "at_most")
        return (
            -year,
            -months,
            elsewhere,
            foreign,
            _STAGES.index(fact.stage),
            _BASES.index(fact.offer_basis),
            bound,
            -day,
        )

    def with_facts(self, facts: list[Fact]) -> IPORecord:
        """The same record with other facts."""
        return IPORecord.model_construct(**{**dict(self), "facts": facts})

    def all(self, metric: str) -> list[Fact]:
        """Every chosen fact of ``metric``, over all periods, stages, bases and holders."""
        return list(self._by_metric.get(metric, ()))

    def get(self, fact_id: str) -> Fact | None:
        """The fact or rival with that id."""
        return self._by_id.get(fact_id)

    def restated(self, fact: Fact, currency: str) -> Fact | None:
        """The same amount as a document prints it in another currency, or None."""
        for difference in self.differences:
            if difference.code == "currency" and difference.chosen == fact.fact_id:
                other = self.get(difference.other)
                if other and other.unit == currency:
                    return other
        return None

    def fact(
        self,
        metric: str,
        period: str | Period | None = None,
        *,
        stage: Stage | None = None,
        offer_basis: OfferBasis | None = None,
        holder: str | None = None,
        label: str | None = None,
    ) -> Fact | None:
        """The fact that answers the question best, or None.

        Without a ``period`` it is the latest one; without a ``holder`` the figure of all holders.
        """
        known = self._by_metric.get(metric)
        if known is None:
            return None
        # The commonest question has one answer; a table of thousands of records asks it for every cell.
        if len(known) == 1 and known[0].holder is None and not (period or stage or offer_basis or holder or label):
            return known[0]
        fits = [fact for fact in known if fact.holder == holder]
        if period:
            wanted = str(period)
            fits = [fact for fact in fits if fact.period == wanted]
        for name, asked in (("stage", stage), ("offer_basis", offer_basis), ("label", label)):
            if asked:
                fits = [fact for fact in fits if getattr(fact, name) == asked]
        if len(fits) < 2:
            return fits[0] if fits else None
        return min(fits, key=self._preference)

    def money(self, metric: str, period: str | Period | None = None, *, stage: Stage | None = None,
              offer_basis: OfferBasis | None = None) -> Money | None:  # fmt: skip
        """The amount or price that ``fact`` would give."""
        fact = self.fact(metric, period, stage=stage, offer_basis=offer_basis)
        return fact.money if fact else None

    def number(self, metric: str, period: str | Period | None = None, *, stage: Stage | None = None,
               offer_basis: OfferBasis | None = None) -> Decimal | None:  # fmt: skip
        """The number that ``fact`` would give, without its unit."""
        fact = self.fact(metric, period, stage=stage, offer_basis=offer_basis)
        return fact.number if fact else None

    def day(self, metric: str) -> date | None:
        """The date that ``fact`` would give."""
        fact = self.fact(metric)
        return fact.value if fact and isinstance(fact.value, date) else None

    def periods(self, metric: str) -> list[Period]:
        """The periods for which ``metric`` is known, the earliest first."""
        if metric not in self._known_periods:
            known: dict[str, date | None] = {}
            for fact in self._by_metric.get(metric, ()):
                if fact.period:
                    known[fact.period] = known.get(fact.period) or fact.period_end
            self._known_periods[metric] = _in_order(tuple(known.items()))
        return list(self._known_periods[metric])

    @property
    def cornerstones(self) -> list[Cornerstone]:
        """The rows of the cornerstone table."""
        rows: dict[str, Cornerstone] = {}
        for metric in ("cornerstone_allocation", "cornerstone_share_pct", "cornerstone_amount"):
            for fact in self._by_metric.get(metric, ()):
                if fact.holder:
                    row = rows.get(fact.holder, Cornerstone(fact.holder))
                    rows[fact.holder] = _filled(row, fact)
        return list(rows.values())

    @property
    def offer_price(self) -> Money | None:
        """The offer price per share."""
        return self.money("offer_price")

    @property
    def listing_date(self) -> date | None:
        """The first day of dealings."""
        return self.day("listing_date")

    @property
    def shares_offered(self) -> Decimal | None:
        """All shares offered, without over-allotment where both are known."""
        return self.number("shares_offered")

    @property
    def gross_proceeds(self) -> Money | None:
        """Proceeds before expenses, without over-allotment where both are known."""
        return self.money("gross_proceeds")

    @property
    def net_proceeds(self) -> Money | None:
        """Proceeds after expenses."""
        return self.money("net_proceeds")

    @property
    def closing_price(self) -> Money | None:
        """The close of the first trading day."""
        return self.money("closing_price")

    def __repr__(self) -> str:
        """Issuer, code and how much is known."""
        about = " ".join(filter(None, (self.issuer, self.stock_code)))
        sources = f"{len(self.documents)} document{'' if len(self.documents) == 1 else 's'}"
        return f"IPORecord({about}: {len(self.facts)} facts, {len(self.rivals)} rivals from {sources})"

    __str__ = __repr__


def _filled(row: Cornerstone, fact: Fact) -> Cornerstone:
    if fact.metric == "cornerstone_allocation":
        return row._replace(shares=fact.number)
    if fact.metric == "cornerstone_share_pct":
        return row._replace(pct=fact.number)
    return row._replace(amount=fact.money)


@lru_cache(maxsize=4096)
def _period(label: str, end: date | None) -> Period:
    """The few periods that there are, each made once."""
    return Period(label, end)


@lru_cache(maxsize=4096)
def _in_order(known: tuple[tuple[str, date | None], ...]) -> tuple[Period, ...]:
    """Periods by label and last day, the earliest first; many records know the same."""
    return tuple(sorted((_period(label, end) for label, end in known), key=period_order))


@lru_cache(maxsize=4096)
def period_order(period: Period) -> tuple[int, int, str]:
    """A sorting key: earlier years first, within a year the shorter span first, a balance-sheet date by its month."""
    months = int(period.label[5:7]) if period.is_instant else period.months
    return period.year, months, period.label
