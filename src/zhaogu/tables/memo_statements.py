"""The rows of the memo about the accounts: profits of three years and of the latest interim period, the R&D ratio."""

from __future__ import annotations

from zhaogu.model import IPORecord, Period
from zhaogu.model.record import period_order

from .memo_cells import Page
from .memo_row import Row, called, derived

PROFITS = ("net_profit", "net_profit_attributable")
YEARS = 3


def statements(page: Page) -> list[Row]:
    """The rows about the accounts of the page's issuers."""
    return [*_profit_rows(page), Row(_interim_label, _interim), called("rd_ratio", _rd_ratio)]


def _profit_rows(page: Page) -> list[Row]:
    """The last three years; where issuers' last years differ, each cell names its own."""
    known = [_years(record) for record in page.records]
    if len({years[-1] for years in known if years}) > 1:
        return [_year_from_the_end(back) for back in range(YEARS, 0, -1)]
    return [_year(label) for label in sorted({year for years in known for year in years})[-YEARS:]]


def _year(label: str) -> Row:
    return Row(
        lambda page: page.say("profit_year", period=page.period(label)),
        lambda page, record: _profit(page, record, label),
    )


def _year_from_the_end(back: int) -> Row:
    def write(page: Page, record: IPORecord) -> str:
        years = _years(record)
        if len(years) < back:
            return page.say("not_disclosed")
        return f"{_profit(page, record, years[-back])} ({page.period(years[-back])})"

    return called(f"profit_{back}", write)


def _profit(page: Page, record: IPORecord, period: str) -> str:
    fact = record.fact("net_profit", period)
    if fact:
        return page.amount(record, fact)
    parent = record.fact("net_profit_attributable", period)
    return page.amount(record, parent) + (page.mark(page.say("attributable")) if parent else "")


def _interim_of(record: IPORecord) -> Period | None:
    """The latest period that is no full year."""
    parts = [period for period in _periods(record) if not period.label.endswith("FY")]
    return parts[-1] if parts else None


def _interim(page: Page, record: IPORecord) -> str:
    period = _interim_of(record)
    if period is None:
        return page.say("not_disclosed")
    return f"{_profit(page, record, period.label)} ({page.period(period.label)})"


def _interim_label(page: Page) -> str:
    labels = {period.label for record in page.records if (period := _interim_of(record))}
    mixed = page.mark(page.say("mixed_periods")) if len(labels) > 1 else ""
    return page.say("profit_interim") + mixed


def _rd_ratio(page: Page, record: IPORecord) -> str:
    printed = [period.label for period in record.periods("rd_ratio_pct") if period.label.endswith("FY")]
    if printed:
        shown = page.number(record, record.fact("rd_ratio_pct", printed[-1]), 1, "%")
        return f"{shown} ({page.period(printed[-1])})"
    known = [period.label for period in record.periods("rd_expense") if period.label.endswith("FY")]
    if not known:
        return page.say("not_disclosed")
    return f"{derived(page, record, 'rd_to_revenue_pct', known[-1])} ({page.period(known[-1])})"


def _years(record: IPORecord) -> list[str]:
    """The financial years whose profit is known."""
    return sorted({period.label for period in _periods(record) if period.label.endswith("FY")})


def _periods(record: IPORecord) -> list[Period]:
    """The periods whose profit is known, the earliest first."""
    found = {period.label: period for name in PROFITS for period in record.periods(name)}
    return sorted(found.values(), key=period_order)
