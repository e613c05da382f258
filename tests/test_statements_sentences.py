"""What sentences of a prospectus state beside its tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from zhaogu.extraction.statements.dividends import stated_dividends
from zhaogu.extraction.statements.proceeds import uses
from zhaogu.extraction.statements.rates import stated_rates
from zhaogu.extraction.statements.sentences import listed
from zhaogu.model.period import Period

YEARS = [Period("2022FY"), Period("2023FY"), Period("2024FY")]


def page(text: str) -> Any:
    return SimpleNamespace(text=text, number=7, boxes=lambda start, end: [(0.0, 0.0, float(end - start), 10.0)])


LISTS = [
    (
        "於2022年、2023年及2024年，我們的研發開支分別為人民幣63.8百萬元、人民幣\n84.7百萬元及人民幣116.7百萬元。",
        [("rd_expense", "2022FY", "63800000"), ("rd_expense", "2023FY", "84700000"), ("rd_expense", "2024FY", "116700000")],
    ),
    (
        "公司最近三年研发投入分别为10,001.32 万\n元、12,768.03 万元和15,658.91 万元，累计38,428.26万元。",
        [("rd_investment", "2022FY", "100013200"), ("rd_investment", "2023FY", "127680300"), ("rd_investment", "2024FY", "156589100")],
    ),
    (
        "In 2023 and 2024, our gross profit margin was 40.1% and 42.5%, respectively.",
        [("gross_margin_pct", "2023FY", "40.1"), ("gross_margin_pct", "2024FY", "42.5")],
    ),
    (
        "Our revenue was RMB10.5 million, RMB20.5 million and RMB30.5 million in 2022, 2023 and 2024, respectively.",
        [("revenue", "2022FY", "10500000"), ("revenue", "2023FY", "20500000"), ("revenue", "2024FY", "30500000")],
    ),
    ("最近三年研发投入占营业收入的比例为13.16%，高于5%。", []),
    ("我們的客戶數目於2022年及2023年分別為12名及15名。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [figure for figure, _ in listed(page(text), "summary", YEARS)]
    assert [(f.metric, f.period.label, format(f.value.normalize(), "f")) for f in found] == expected
    assert all(figure.evidence.quote.replace("\n", "") in text.replace("\n", "") for figure in found)


RATES = [
    ("按人民幣0.9133元兌\n1.00港元及1.00美元兌7.8501港元的匯率換算", {"CNY/HKD": "0.9133", "HKD/USD": "7.8501"}),
    ("at a rate of RMB7.0808 to US$1.00, the rate in force.", {"CNY/USD": "7.0808"}),
    ("at an exchange rate of HK$1.0 to RMB0.9150.", {"CNY/HKD": "0.9150"}),
    ("the offer price range of HK$3.60 to HK$4.70 at the rate of the day", {}),
    (
        "at the rate of US$1.00 = HK$7.80. Elsewhere the rate is US$1.00 = HK$7.75 or US$1.00 = HK$7.75.",
        {"HKD/USD": "7.75"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates(text: str, expected: dict[str, str]) -> None:
    assert {label: rate for label, rate, *_ in stated_rates([page(text)])} == {
        label: Decimal(rate) for label, rate in expected.items()
    }


USES = [
    (
        "• 所得款項淨額約60.0%或600.5百萬港元（相當於約人民幣550.1百萬元）將用於擴充產能；\n• 約10.0%（或約100.1百萬港元）將用於營運資金。",
        [("擴充產能", "600500000"), ("營運資金", "100100000")],
    ),
    (
        "approximately 60.0%, or approximately HK$600.5 million, will be used to build our plant, including: and\n"
        "approximately 10.0%, or approximately HK$100.1 million, will be used for working capital. We will not pay debts.",
        [("build our plant", "600500000"), ("working capital", "100100000")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), USES)
def test_uses_of_proceeds(text: str, expected: list[tuple[str, str]]) -> None:
    found = list(uses([page(text)]))
    assert [(purpose, format(amount.value or 0, "f").split(".")[0]) for purpose, amount, _ in found] == expected
    assert {(amount.unit, amount.qualifier) for _, amount, _ in found} == {("HKD", "approx")}


RATE_DAYS = [
    ("at a rate of RMB7.1500 to US$1.00, the noon buying rate on June 28, 2024.", date(2024, 6, 28)),
    ("已按於2024年6月28日的匯率人民幣0.9200元兌1.00港元換算", date(2024, 6, 28)),
    ("at an exchange rate of HK$1.0 to RMB0.9150.", None),
    (
        "Net assets as of December 31, 2023 are shown in Hong Kong dollars for the convenience of readers of this document "
        "only, and at the rate of RMB0.9200 to HK$1.00.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "day"), RATE_DAYS)
def test_day_of_a_rate(text: str, day: date | None) -> None:
    assert [found for _, _, found, _ in stated_rates([page(text)])] == [day]


DIVIDENDS = [
    (
        "我們於2023年及2024年分別宣派股息人民幣12.5百萬元及人民幣14.0百萬元。",
        [("declared", "2023FY", "12500000", "CNY"), ("declared", "2024FY", "14000000", "CNY")],
    ),
    ("於2024年，融資活動所用現金主要來自已付股息人民幣14.0百萬元及租賃付款人民幣2.0百萬元。", [("paid", "2024FY", "14000000", "CNY")]),
    ("For the year ended December 31, 2023, dividends paid in the amount of US$3.5 million.", [("paid", "2023FY", "3500000", "USD")]),
    (
        "We declared dividends of RMB10.0 million and RMB12.0 million in 2022 and 2023, respectively.",
        [("declared", "2022FY", "10000000", "CNY"), ("declared", "2023FY", "12000000", "CNY")],
    ),
    ("We declared dividends of US$0.25 per share in 2023.", []),
    ("We expect to pay a dividend of RMB5.0 million in 2025.", []),
    ("於2024年，本公司的附屬公司向非控股股東宣派股息人民幣1.0百萬元。", []),
    ("我們於2024年並無宣派股息。收入為人民幣9.0百萬元。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIVIDENDS)
def test_dividends(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [
        (item.label, item.period.label, format(item.value, "f").split(".")[0], item.unit)
        for item in stated_dividends(page(text))
    ]
    assert found == expected


USES = [
    ("• 約30.0%（即150.0百萬港元）將用作營運資金及一般企業用途。", "營運資金及一般企業用途", "150000000"),
    ("• 約175.0百萬港元（佔所得款項淨額約35.0%）將用於海外擴張。", "海外擴張", "175000000"),
    ("approximately HK$25.0 million (representing approximately 5.0% of the net proceeds) will be used for repaying bank loans.", "repaying bank loans", "25000000"),
    ("approximately 10.0% (or approximately HK$50.0 million) is expected to be used for working capital.\n• approximately 5.0%", "working capital", "50000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "purpose", "amount"), USES)
def test_uses_in_other_words(text: str, purpose: str, amount: str) -> None:
    assert [(label, format(m.value or 0, "f")) for label, m, _ in uses([page(text)])] == [(purpose, amount)]


def test_day_of_the_rate() -> None:
    made = "translations are made at RMB7.1672 to US$1.00, the exchange rate set forth in the H.10 statistical release of the Federal Reserve Board on June 30, 2025."
    assert [(rate[0], rate[1], rate[2]) for rate in stated_rates([page(made)])] == [
        ("CNY/USD", Decimal("7.1672"), date(2025, 6, 30))
    ]


def test_dividends_that_end_in_nil() -> None:
    said = "We declared dividends of RMB50.0 million, RMB60.0 million and nil in 2022, 2023 and 2024, respectively."
    assert [(d.period.label, d.value) for d in stated_dividends(page(said))] == [
        ("2022FY", Decimal(50_000_000)),
        ("2023FY", Decimal(60_000_000)),
    ]
