"""Currencies and scales, every rate recomputed from the euro rates that the ECB published on that day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from sample import ARTICLE, article, extraction, fact

from zhaogu.conversion import (
    ECB,
    EcbRates,
    FirstOf,
    FixedRates,
    Policy,
    convert,
    document_rates,
    format_money,
    implied_rates,
    peg_notes,
    scale,
    span,
    stated_rates,
)
from zhaogu.conversion.scales import table as table_of_scales
from zhaogu.errors import ConversionError, RateNotFound, UnknownCurrency
from zhaogu.model import Money, Period
from zhaogu.recognition import recognise
from zhaogu.tables import compare

FRIDAY, SUNDAY = date(2026, 1, 9), date(2026, 1, 11)
EURO = {"USD": Decimal("1.1642"), "HKD": Decimal("9.0763"), "CNY": Decimal("8.1288"), "EUR": Decimal(1)}
"""One euro on 9 January 2026."""

D = Decimal


@pytest.mark.parametrize(
    ("base", "quote", "path"),
    [
        ("USD", "CNY", "USD→EUR→CNY"),
        ("HKD", "USD", "HKD→EUR→USD"),
        ("EUR", "HKD", "EUR→HKD"),
        ("CNY", "EUR", "CNY→EUR"),
    ],
)
def test_rate_is_crossed_through_the_euro(base: str, quote: str, path: str) -> None:
    rate = EcbRates().on(base, quote, FRIDAY)
    assert abs(rate.value - EURO[quote] / EURO[base]) < D("1e-20")
    assert (rate.path, rate.day, rate.source) == (path, FRIDAY, "ECB")


def test_a_sunday_takes_the_friday_before_and_says_so() -> None:
    sunday = EcbRates().on("USD", "CNY", SUNDAY)
    assert (sunday.value, sunday.day) == (EcbRates().on("USD", "CNY", FRIDAY).value, FRIDAY)


def test_never_a_later_day() -> None:
    monday = EcbRates().on("USD", "CNY", date(2026, 1, 12))
    assert monday.value != EcbRates().on("USD", "CNY", SUNDAY).value


@pytest.mark.parametrize(
    ("base", "day", "message"),
    [("USD", date(2099, 1, 1), r"USD/HKD for 2099-01-01: the last day available is 20\d\d-\d\d-\d\d"),
     ("USD", date(1998, 1, 1), "USD/HKD for 1998-01-01")],
)  # fmt: skip
def test_no_rate_names_currency_day_and_last_day(base: str, day: date, message: str) -> None:
    with pytest.raises(RateNotFound, match=message):
        EcbRates().on(base, "HKD", day)


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2026, 1, 9), True),
        (date(2026, 1, 10), True),
        (date(2026, 1, 11), True),
        (date(2026, 1, 12), False),
        (date(2026, 1, 18), False),
        (date(2027, 1, 10), False),
    ],
)
def test_a_day_after_the_last_known_one_has_no_rate_unless_nothing_was_published_between(
    day: date, known: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EcbRates, "last_day", lambda *_: FRIDAY)
    for ask in (lambda: EcbRates().on("USD", "HKD", day), lambda: EcbRates().over("USD", "HKD", date(2026, 1, 5), day)):
        if known:
            assert ask().day == FRIDAY
        else:
            with pytest.raises(RateNotFound, match=f"for {day}: the last day available is 2026-01-09"):
                ask()


def test_unknown_currency_is_named() -> None:
    with pytest.raises(UnknownCurrency, match="TWD"):
        Money(D(1), "TWD").to("HKD", on=FRIDAY)
    with pytest.raises(UnknownCurrency, match="names no currency"):
        Money(D(1), None).to("HKD", on=FRIDAY)


def test_average_over_the_published_days_of_a_week() -> None:
    week = (date(2026, 1, 5), SUNDAY)
    days = [EcbRates().on("USD", "CNY", date(2026, 1, day)).value for day in (5, 6, 7, 8, 9)]
    rate = EcbRates().over("USD", "CNY", *week)
    assert abs(rate.value - sum(days, D(0)) / 5) < D("1e-20")
    assert (rate.days, rate.day) == (5, FRIDAY)
    assert Money(D(100), "USD").to("CNY", over=week).amount == 100 * rate.value


def test_an_average_that_is_not_over_yet_is_refused() -> None:
    with pytest.raises(RateNotFound, match="last day available"):
        EcbRates().over("USD", "HKD", date(2098, 1, 1), date(2099, 12, 31))


def test_money_to() -> None:
    made = Money(D("165"), "HKD").to("USD", on=FRIDAY)
    assert round(made.amount, 4) == round(D("165") / EURO["HKD"] * EURO["USD"], 4) == D("21.1642")
    assert made.original == Money(D("165"), "HKD")
    assert Money(D("165"), "HKD").to("HKD").amount == 165
    with pytest.raises(ConversionError, match="either a day"):
        Money(D("165"), "HKD").to("USD")


def test_fixed_rates_from_mapping_frame_and_csv(tmp_path: Path) -> None:
    file = tmp_path / "rates.csv"
    file.write_text("date,USD/HKD\n2026-01-01,7.80\n2026-01-08,7.79\n", encoding="utf-8")
    frame = pd.DataFrame({"date": ["2026-01-01", "2026-01-08"], "USD/HKD": ["7.80", "7.79"]})
    for rates in (
        FixedRates.from_csv(file),
        FixedRates.from_frame(frame),
        FixedRates.from_frame(frame.set_index("date")),
    ):
        assert rates.on("USD", "HKD", date(2026, 1, 7)).value == D("7.80")
        assert rates.on("USD", "HKD", FRIDAY).value == D("7.79")
        assert rates.over("USD", "HKD", date(2026, 1, 1), FRIDAY).value == D("7.795")
        with pytest.raises(RateNotFound, match="first day given is 2026-01-01"):
            rates.on("USD", "HKD", date(2025, 12, 31))
    fixed = FixedRates({"USD/HKD": "7.8"})
    assert convert(Money(D(78), "HKD"), "USD", on=FRIDAY, rates=fixed).amount == 10
    with pytest.raises(UnknownCurrency, match="given: USD/HKD"):
        fixed.on("CNY", "HKD", FRIDAY)
    for pair, value in (("USDHKD", "7.8"), ("USD/HKD", "0"), ("USD/HKD", "x"), ("USD/HKD", "-1"), ("USD/HKD", "NaN")):
        with pytest.raises(ConversionError, match="is no rate"):
            FixedRates({pair: value})


def test_first_source_that_knows_the_rate() -> None:
    rates = FirstOf([FixedRates({"USD/HKD": "7.8"}), EcbRates()])
    assert rates.on("USD", "HKD", FRIDAY).source == "given"
    assert rates.on("CNY", "HKD", FRIDAY).source == "ECB"
    with pytest.raises(UnknownCurrency):
        rates.on("TWD", "HKD", FRIDAY)
    with pytest.raises(UnknownCurrency):
        FirstOf([]).over("USD", "HKD", FRIDAY, FRIDAY)


def test_order_book_of_the_article_implies_its_own_rate() -> None:
    rate = implied_rates(article().facts)[0].on("USD", "CNY", FRIDAY)
    assert round(rate.value, 3) == D("6.984") == round(D("132700000000") / D("19000000000"), 3)
    assert rate.source == "implied by article.txt"
    assert document_rates(article().facts).on("HKD", "USD", FRIDAY).source == "ECB"


@pytest.mark.parametrize(("label", "value"), [("CNY/HKD", "0.9012"), ("HKD/CNY", "0.9012")])
def test_stated_rate_is_read_the_right_way_round(label: str, value: str) -> None:
    rates = stated_rates([fact("甲", "exchange_rate", value, "rate", label=label, as_of="2025-06-30")])
    assert rates[0].on("HKD", "CNY", FRIDAY).value == D("0.9012")


STATED = {"kind": "prospectus", "document": "p.pdf"}


@pytest.mark.parametrize(
    ("policy", "filed", "rate"),
    [
        (None, True, "1 CNY = 1.1 HKD, stated by p.pdf"),
        (Policy(rates=ECB), True, "ECB"),
        (Policy(convenience=FRIDAY), True, "ECB"),
        (Policy(overrides={"revenue": "average"}), True, "ECB"),
        (None, False, "ECB"),
    ],
)
def test_rates_of_the_filings_come_first(policy: Policy | None, filed: bool, rate: str) -> None:
    found = [
        fact("甲", "revenue", "100", "CNY", period="2024FY", **STATED),
        fact("甲", "exchange_rate", "1.1", "rate", label="HKD/CNY", **(STATED if filed else {})),
    ]
    table = compare(found, ["revenue"], policy=policy, dtype="decimal")
    (used,) = table.attrs["rates"]
    assert rate in used
    assert (table["revenue_2024FY"].iloc[0] == 110) == (rate != "ECB")


def test_a_rate_far_from_the_market_was_misread() -> None:
    assert stated_rates([fact("甲", "exchange_rate", "365", "rate", label="CNY/USD")]) == []


@pytest.mark.parametrize(
    ("rate", "odd"), [("7.75", False), ("7.80", False), ("7.85", False), ("7.74", True), ("7.86", True)]
)
def test_the_peg(rate: str, odd: bool) -> None:
    made = FixedRates({"USD/HKD": rate}).on("USD", "HKD", FRIDAY)
    assert bool(peg_notes(made)) is bool(peg_notes(made.inverse)) is odd


@pytest.mark.parametrize(
    ("label", "end", "first", "last"),
    [
        ("2024FY", None, date(2024, 1, 1), date(2024, 12, 31)),
        ("2025FY", date(2025, 3, 31), date(2024, 4, 1), date(2025, 3, 31)),
        ("2025H1", None, date(2025, 1, 1), date(2025, 6, 30)),
        ("2025H2", None, date(2025, 7, 1), date(2025, 12, 31)),
        ("2025Q3", None, date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-9M", date(2025, 9, 30), date(2025, 1, 1), date(2025, 9, 30)),
        ("2024-12-31", None, date(2024, 12, 31), date(2024, 12, 31)),
        ("2025-2M", None, date(2025, 1, 1), date(2025, 2, 28)),
    ],
)
def test_days_of_a_period(label: str, end: date | None, first: date, last: date) -> None:
    assert span(Period(label, end)) == (first, last)


@pytest.mark.parametrize(
    ("currency", "price", "profit"),
    [
        ("HKD", D(165), D("-465200000") * EcbRates().over("USD", "HKD", date(2024, 1, 1), date(2024, 12, 31)).value),
        ("USD", D(165) / EURO["HKD"] * EURO["USD"], D("-465200000")),
        ("CNY", D(165) / EURO["HKD"] * EURO["CNY"],
         D("-465200000") * EcbRates().over("USD", "CNY", date(2024, 1, 1), date(2024, 12, 31)).value),
    ],
)  # fmt: skip
def test_worked_example_in_three_currencies(currency: str, price: Decimal, profit: Decimal) -> None:
    table = compare([article()], ["offer_price", "net_profit"], currency=currency, dtype="decimal")
    assert round(table.loc["MiniMax", "offer_price"], 6) == round(price, 6)
    assert round(table.loc["MiniMax", "net_profit_2024FY"], 2) == round(profit, 2)


def test_policy_convenience_and_overrides() -> None:
    table = compare([article()], ["net_profit"], currency="CNY", dtype="decimal", policy=Policy(convenience=FRIDAY))
    assert round(table.loc["MiniMax", "net_profit_2024FY"]) == round(D("-465200000") * EURO["CNY"] / EURO["USD"])
    assert table.attrs["policy"] == "all figures: 2026-01-09"
    ending = compare(
        [article()], ["net_profit"], currency="CNY", dtype="decimal", policy=Policy(overrides={"net_profit": "end"})
    )
    assert round(ending.loc["MiniMax", "net_profit_2024FY"]) == round(D("-465200000") * D("7.5833") / D("1.0389"))


@pytest.mark.parametrize(
    ("money", "name", "reader", "text"),
    [
        (Money(D("106700000000"), "HKD"), "億", "hk", "1,067 億港元"),
        (Money(D("106700000000"), "HKD"), "bn", "en", "HK$106.7 billion"),
        (Money(D("4817600000"), "HKD"), "m", "hk", "4,817.6 百萬港元"),
        (Money(D("-2358000000"), "CNY"), "亿", "cn", "-23.58亿元人民币"),
        (Money(D("2358000000"), "CNY"), "億", "tw", "人民幣23.58億元"),
        (Money(D("512000000"), "USD"), "million", "en", "US$512 million"),
        (Money(D("40000000000"), "TWD"), "100m", "tw", "新台幣400億元"),
        (Money(D("165.00"), "HKD"), "元", "hk", "165 港元"),
        (Money(D("1200"), "JPY"), "k", "en", "JPY 1.2 thousand"),
    ],
)
def test_scales_for_readers(money: Money, name: str, reader: str, text: str) -> None:
    assert format_money(money, name, reader) == text  # type: ignore[arg-type]


def test_unknown_scale_names_those_there_are() -> None:
    with pytest.raises(ConversionError, match="100m"):
        scale("dozen")


AMOUNTS = ("106700000000", "4817600000", "-2358000000", "1234567", "165.5")


@pytest.mark.parametrize("reader", ["hk", "cn", "tw", "en"])
@pytest.mark.parametrize("currency", ["HKD", "CNY", "USD", "TWD", "EUR"])
@pytest.mark.parametrize("name", ["元", "k", "萬", "m", "億", "bn"])
def test_what_is_written_is_read_back_equal(reader: str, currency: str, name: str) -> None:
    for amount in AMOUNTS:
        money = Money(D(amount), currency)
        text = format_money(money, name, reader)  # type: ignore[arg-type]
        assert [(found.value, found.unit) for found in recognise(text)] == [(money.amount, currency)], text


def test_examples_of_the_scales_read_back() -> None:
    for row in table_of_scales()["scale"].values():
        assert [found.value for found in recognise(row["example"])] == [D(row["value"])]


@pytest.mark.parametrize(
    ("known", "day", "why"),
    [
        ({"listing_date": "2026-01-09", "price_date": "2026-01-07"}, date(2026, 1, 9), "listing"),
        ({"price_date": "2026-01-07"}, date(2026, 1, 7), "pricing"),
        ({"listing_date": "2098-01-01", "price_date": "2026-01-07"}, date(2026, 1, 7), "pricing"),
        ({}, date(2026, 1, 8), "publication"),
    ],
)
def test_day_of_a_figure_of_the_offer(known: dict[str, str], day: date, why: str) -> None:
    found = [
        fact("甲", "gross_proceeds", "1000", "HKD"),
        *(fact("甲", name, value, "date") for name, value in known.items()),
    ]
    told = extraction(ARTICLE, "news", found, "2026-01-08")
    shown = compare([told], ["gross_proceeds"], currency="USD").zhaogu.cell("甲", "gross_proceeds")
    assert shown is not None and shown.rate is not None
    assert (shown.rate.day, shown.rule) == (day, f"rate of the {why}, {day}")


def test_the_day_that_a_figure_names_comes_first() -> None:
    found = [
        fact("甲", "market_cap", "1000", "HKD", as_of="2026-01-08"),
        fact("甲", "listing_date", "2026-01-09", "date"),
    ]
    for policy, day in ((Policy(), date(2026, 1, 8)), (Policy(offer="listing"), FRIDAY)):
        shown = compare(found, ["market_cap"], currency="USD", policy=policy).zhaogu.cell("甲", "market_cap")
        assert shown is not None and shown.rate is not None and shown.rate.day == day
