"""Wrong calls are told what is wrong with them, and near misses are understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from sample import article, fact

import zhaogu
from zhaogu.conversion import FixedRates, Policy
from zhaogu.errors import ConversionError, RateNotFound, UnknownCurrency
from zhaogu.model import Money, Period
from zhaogu.tables import compare, facts_frame, financials_frame, memo

FRIDAY = date(2026, 1, 9)
DOLLARS = Money(Decimal(100), "USD")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: DOLLARS.to("HKD", on="2026-01-09"), ConversionError, "a day is a date"),
        (lambda: DOLLARS.to("HKD", over="2024"), ValueError, "write 2024FY"),
        (lambda: DOLLARS.to("HKD", over=(FRIDAY, date(2024, 1, 1))), ConversionError, "ends before it begins"),
        (lambda: DOLLARS.to("HKD", on=date(1990, 1, 1)), RateNotFound, "for 1990-01-01: the first day available is 1999-01-04"),
        (lambda: compare(None), TypeError, "not of NoneType"),
        (lambda: compare([1]), TypeError, "not of int"),
        (lambda: facts_frame(None), TypeError, "not of NoneType"),
        (lambda: compare(article(), dtype="float"), ValueError, "'float' is no dtype: write float64 or decimal"),
        (lambda: compare(article(), offer_basis="full"), ValueError, "'full' is no offer basis: write initial, final_ex"),
        (lambda: compare(article(), policy="ECB"), TypeError, "a policy is a zhaogu.conversion.Policy, not str"),
        (lambda: compare(article(), ["market_cap_at_ofer"]), KeyError, "market_cap_at_offer"),
        (lambda: compare(article(), currency="XYZ"), UnknownCurrency, "XYZ"),
        (lambda: memo(article(), currency="XYZ"), UnknownCurrency, "XYZ"),
        (lambda: memo(article(), "fr"), ValueError, "'fr' is no language of the memo: write en or zh"),
        (lambda: financials_frame(article(), ["offer_price"]), KeyError, "'offer_price' is no line item"),
        (lambda: financials_frame(article(), ["revenu"]), KeyError, "revenue"),
        (lambda: zhaogu.reconcile(["article.txt"]), TypeError, "extractions, not of str"),
        (lambda: zhaogu.reconcile(None), TypeError, "extractions, not of NoneType"),
        (lambda: Policy(offer="yesterday"), ValueError, "'yesterday' is no rule: write as_of, listing, average, end or a date"),
        (lambda: Policy(overrides={"net_profits": "end"}), KeyError, "net_profit"),
        (lambda: compare(article()).zhaogu.evidence("MiniMax", "total_assets"), KeyError, "no column 'total_assets'"),
        (lambda: compare(article()).zhaogu.evidence("MiniMax", "net_profit", "2021FY"), KeyError, "net_profit_2024FY"),
    ],
)  # fmt: skip
def test_wrong_calls(call: Callable[[], Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


@pytest.mark.parametrize(
    ("call", "same"),
    [
        (lambda: DOLLARS.to("hkd", on=FRIDAY), lambda: DOLLARS.to("HKD", on=FRIDAY)),
        (lambda: DOLLARS.to("HKD", on=datetime(2026, 1, 9, 18)), lambda: DOLLARS.to("HKD", on=FRIDAY)),
        (lambda: DOLLARS.to("HKD", on=pd.Timestamp(FRIDAY)), lambda: DOLLARS.to("HKD", on=FRIDAY)),
        (lambda: DOLLARS.to("HKD", over="2024FY"), lambda: DOLLARS.to("HKD", over=Period("2024FY"))),
        (lambda: list(compare(article(), "net_profit")), lambda: list(compare([article()], ["net_profit"]))),
        (lambda: list(compare(article(), currency="usd")), lambda: list(compare(article(), currency="USD"))),
        (lambda: str(memo(article(), currency="usd")), lambda: str(memo(article(), currency="USD"))),
        (lambda: zhaogu.reconcile(article()), lambda: zhaogu.reconcile([article()])),
        (lambda: FixedRates({"usd/hkd": "7.8"}).table, lambda: FixedRates({"USD/HKD": "7.8"}).table),
    ],
)
def test_near_misses(call: Callable[[], Any], same: Callable[[], Any]) -> None:
    assert call() == same()


def test_statements_without_a_rate_are_empty_and_noted() -> None:
    told = [
        fact("甲", "revenue", "100", "TWD", period="2024FY"),
        fact("甲", "net_profit", "10", "HKD", period="2024FY"),
    ]
    frame = financials_frame(told, ["revenue", "net_profit"], currency="HKD")
    assert list(frame.loc[("甲", "2024FY"), ["revenue", "net_profit"]]) == [None, 10]
    assert frame.attrs["notes"] == [
        "ZG-NOT-CONVERTED: 甲 revenue 2024FY: TWD: the ECB publishes no rate for it: give rates of your own"
    ]


def test_statements_carry_their_rates_and_policy() -> None:
    attrs = financials_frame(article(), ["net_profit"], currency="HKD").attrs
    assert any(rate.startswith("1 USD = 7.802555 HKD, ECB") for rate in attrs["rates"])
    assert attrs["policy"] == Policy().describe() and attrs["currency"] == "HKD"


def test_what_is_shown_of_a_table_is_short() -> None:
    assert repr(compare(article()).zhaogu).startswith("<2 issuers, ")
