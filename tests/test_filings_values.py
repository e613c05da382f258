"""Values of form cells, label by label and figure by figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhaogu.extraction.filings.cornerstones import holder_name
from zhaogu.extraction.filings.days import next_day, parse_date
from zhaogu.extraction.filings.label_rules import rule_for
from zhaogu.extraction.filings.labels import read_label
from zhaogu.extraction.filings.values import parse, without_marks

AMOUNTS = {
    "3,455 百萬港元": ("3455000000", "HKD"),
    "HK$4,817.6 million": ("4817600000.0", "HKD"),
    "港元(39.61)百萬": ("39610000.00", "HKD"),
    "HK$ (82.62) million": ("82620000.00", "HKD"),
    "1,607,007,600港元": ("1607007600", "HKD"),
    "港元1,291.9百萬": ("1291900000.0", "HKD"),
    "約 71百萬港元": ("71000000", "HKD"),
    "每股H股人民幣1.00元": ("1.00", "CNY"),
    "US$0.0001 per Share": ("0.0001", "USD"),
    "每股股份0.000005美元": ("0.000005", "USD"),
}
SHARES = {
    "4,447, 000": "4447000",
    "9,000,000 股 H 股": "9000000",
    "3,270,300附註3": "3270300",
    "20,000,000股附註一": "20000000",
    "0*": "0",
    "–": "0",
    "4,100.00 萬股": "41000000",
}
DATES = {
    "2025 年 3 月 3 日*": "2025-03-03",
    "二零二六年一月十三日": "2026-01-13",
    "二零二五年十二月三十一日": "2025-12-31",
    "June 10, 2025*": "2025-06-10",
    "25 June 2025": "2025-06-25",
    "Friday, July 10, 2020": "2020-07-10",
}


@pytest.mark.parametrize(("text", "wanted"), AMOUNTS.items())
def test_amounts(text: str, wanted: tuple[str, str]) -> None:
    cell = parse(text, "money")
    assert cell is not None and (cell.value, cell.unit) == (Decimal(wanted[0]), wanted[1])


@pytest.mark.parametrize(("text", "wanted"), SHARES.items())
def test_shares(text: str, wanted: str) -> None:
    cell = parse(text, "shares")
    assert cell is not None and cell.value == Decimal(wanted)


@pytest.mark.parametrize(("text", "wanted"), DATES.items())
def test_dates(text: str, wanted: str) -> None:
    cell = parse(text, "date")
    assert cell is not None and str(cell.value) == wanted


@pytest.mark.parametrize(
    ("text", "type_", "value", "qualifier"),
    [
        ("約45.0%", "percent", "45.0", "approx"),
        ("2.79%%", "percent", "2.79", "exact"),
        ("15.88倍", "times", "15.88", "exact"),
        ("388.06x", "times", "388.06", "exact"),
        ("129名", "count", "129", "exact"),
        ("201,807份", "count", "201807", "exact"),
        ("不超過30名", "count", "30", "at_most"),
    ],
)
def test_other_quantities(text: str, type_: str, value: str, qualifier: str) -> None:
    cell = parse(text, type_)
    assert cell is not None and (cell.value, cell.qualifier) == (Decimal(value), qualifier)


@pytest.mark.parametrize("text", ["不適用", "N/A", "Not applicable"])
def test_what_does_not_apply_has_no_value(text: str) -> None:
    for type_ in ("bool", "shares", "money"):
        cell = parse(text, type_)
        assert cell is not None and (cell.value, cell.status) == (None, "not_applicable")


@pytest.mark.parametrize("text", ["[編纂]", "HK$[REDACTED]", "［編纂］股H股"])
def test_redacted(text: str) -> None:
    cell = parse(text, "shares")
    assert cell is not None and cell.status == "redacted"


@pytest.mark.parametrize(("text", "type_"), [("12及13", "shares"), ("北辰基金", "shares"), ("2026年2月30日", "date"), ("1.5", "count"), ("3股", "times")])  # fmt: skip
def test_what_is_no_value(text: str, type_: str) -> None:
    assert parse(text, type_) is None


def test_the_year_of_a_date_without_one() -> None:
    assert next_day("1月9日", parse_date("2025年12月31日")) == parse_date("2026年1月9日")
    assert next_day("28 September", parse_date("18 September 2023")) == parse_date("2023年9月28日")
    assert next_day("1月9日", None) is None


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("北辰基金（香港）有限公司（「北辰香港」）(3)(5)", "北辰基金（香港）有限公司"),
        ("North Star Fund, L.P. (“North Star”)", "North Star Fund, L.P."),
        ("北辰理財（有關北辰場外掉期）附註2", "北辰理財（有關北辰場外掉期）"),
        ("NR 1 SP", "NR 1 SP"),
    ],
)
def test_names_of_investors(printed: str, wanted: str) -> None:
    assert holder_name(printed) == wanted


def test_footnote_marks() -> None:
    assert without_marks("晨光智能-W*") == "晨光智能-W"


@pytest.mark.parametrize(
    ("label", "section", "tranche", "metric"),
    [
        ("香港公開發售項下發售股份佔全球發售項下發售股份之百分比", "tranche", "public", "TRANCHE_share_pct"),
        (
            "國際發售之最終發售股份數目（重新分配後及計及發售量調整權",
            "tranche",
            "international",
            "shares_offered_TRANCHE",
        ),
        (
            "No. of Offer Shares reallocated from the International Offer (claw-back)",
            "tranche",
            "public",
            "reallocated_shares",
        ),
        (
            "Subscription level (before the Offer Size Adjustment Option)",
            "tranche",
            "international",
            "TRANCHE_subscription_multiple",
        ),
        (
            "Level of subscription, before taking into account the option",
            "tranche",
            "public",
            "TRANCHE_subscription_multiple",
        ),
        ("公開發售的發售股份數目（重新分配前）", "tranche", "public", "shares_offered_TRANCHE_initial"),
        ("Less: estimated listing expenses payable based on final Offer Price", "proceeds", None, "listing_expenses"),
        ("售股股東所得款項總額", "proceeds", None, None),
        ("已行使發售價調整", "price", None, None),
        ("於上市後已發行的H股數目", "offer_shares", None, None),
    ],
)
def test_labels(label: str, section: str, tranche: str | None, metric: str | None) -> None:
    read = read_label(label)
    rule = rule_for(read, section, tranche) if read else None
    assert (rule.metric if rule else None) == metric
