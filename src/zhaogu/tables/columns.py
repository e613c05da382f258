"""Which columns a wide table has: metrics, derived ones, and their periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhaogu.model import IPORecord, Period
from zhaogu.model.metrics import ValueType
from zhaogu.model.record import period_order
from zhaogu.reconciliation.derived import DERIVED

from .asked import describe, names

DEFAULT = (
    "listing_date",
    "offer_price",
    "shares_offered",
    "gross_proceeds",
    "net_proceeds",
    "market_cap",
    "public_subscription_multiple",
    "international_subscription_multiple",
    "cornerstone_count",
    "cornerstone_amount",
    "closing_price",
    "first_day_change_pct",
    "revenue",
    "gross_margin_pct",
    "net_profit",
    "rd_ratio_pct",
)
"""What is compared where nothing else is asked for."""

LATEST = "latest"
NAMED_PERIODS = ("latest_year", LATEST, "all")
"""What may be asked for besides labels of periods."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a metric or a derived figure, of one period or of each issuer's latest."""

    metric: str
    type: ValueType
    period: str | None = None

    @property
    def name(self) -> str:
        """The flat name: ``net_profit_2024FY``."""
        return f"{self.metric}_{self.period}" if self.period else self.metric


def plan(records: Sequence[IPORecord], asked: Iterable[str] | str | None, periods: str | Sequence[str]) -> list[Column]:
    """The columns of a table over ``records``; default columns that nobody has a figure for are left out."""
    columns = []
    for name in DEFAULT if asked is None else names(asked):
        about = describe(name)
        chosen = _periods(records, _basis(name), periods) if about.by_period else [None]
        columns += [Column(name, about.type, period) for period in chosen]
    if asked is None:
        columns = [column for column in columns if any(record.all(column.metric) for record in records)]
    return columns


def resolve(record: IPORecord, column: Column) -> str | None:
    """The record's own label of the column's period: balance sheets answer for the year in which their day falls."""
    if column.period is None or _basis(column.metric) is None:
        return None
    known = record.periods(_basis(column.metric) or column.metric)
    if column.period == LATEST:
        return known[-1].label if known else None
    if any(period.label == column.period for period in known):
        return column.period
    if column.period.endswith("FY"):
        same_year = [period for period in known if period.is_instant and period.year == int(column.period[:4])]
        return same_year[-1].label if same_year else column.period
    return column.period


def _basis(name: str) -> str:
    """The metric whose periods a column follows."""
    return "revenue" if name in DERIVED else name


def _periods(records: Sequence[IPORecord], name: str, asked: str | Sequence[str]) -> list[str | None]:
    known = {tuple(periods) for record in records if (periods := record.periods(name))}  # many know the same
    if asked == "latest_year":
        years = [{_year(period) for period in periods} - {None} for periods in known]
        common = set.intersection(*years) if years else set()
        return [max(common, key=lambda label: label or "")] if common else [LATEST]
    if asked == LATEST:
        return [LATEST]
    if asked == "all":
        every = {period.label: period for periods in known for period in periods}
        return [period.label for period in sorted(every.values(), key=period_order)] or [LATEST]
    return [Period(label).label for label in ([asked] if isinstance(asked, str) else asked)]


@lru_cache(maxsize=1024)
def _year(period: Period) -> str | None:
    if period.is_instant or period.label.endswith("FY"):
        return f"{period.year}FY"
    return None
