"""Sources that differ: each class of difference, the worked example of two issuers, and who is who."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from sample import ARTICLE, NOTICE, RESULTS, article, extraction, fact, facts, filings

from zhaogu.model import Fact, IPORecord
from zhaogu.reconciliation import Precedence, checks, reconcile, records
from zhaogu.relations import fee_factor

FILING = {"document": "filing.pdf", "kind": "allotment", "stage": "final"}
SHARES = [
    fact("甲", "shares_offered", "10000000", "shares", **FILING),
    fact("甲", "over_allocated_shares", "1500000", "shares", **FILING),
    fact("甲", "upsize_shares", "2000000", "shares", **FILING),
    fact("甲", "reallocated_shares", "4000000", "shares", **FILING),
    fact("甲", "shares_offered_public", "5000000", "shares", **FILING),
    fact("甲", "offer_price", "20", "HKD", **FILING),
]


def only(facts: list[Fact]) -> IPORecord:
    (record,) = records(facts)
    return record


def codes(record: IPORecord, metric: str) -> list[str]:
    return [difference.code for difference in record.differences if difference.metric == metric]


CLASSES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # class, what the filing says, what the article says
    ("agrees", {"metric": "offer_price", "value": "20.00", "unit": "HKD"}, {"value": "20"}),
    ("rounding", {"metric": "international_subscription_multiple", "value": "36.76", "unit": "times"}, {"value": "37"}),
    ("rounding", {"metric": "valid_applications", "value": "417646", "unit": "count"},
     {"value": "410000", "qualifier": "over"}),
    ("loose_label", {"metric": "public_subscription_multiple", "value": "1837.17", "unit": "times", "basis": "total"},
     {"value": "1837", "basis": "over"}),
    ("agrees", {"metric": "public_subscription_multiple", "value": "5258.21", "unit": "times", "basis": "total"},
     {"value": "5257", "basis": "over"}),
    ("interim", {"metric": "public_subscription_multiple", "value": "1837.17", "unit": "times"},
     {"value": "1209", "stage": "interim"}),
    ("over_allotment", {"metric": "shares_offered", "value": "10000000", "unit": "shares"}, {"value": "11500000"}),
    ("over_allotment", {"metric": "gross_proceeds", "value": "200000000", "unit": "HKD", "resolution": "100000"},
     {"value": "230000000", "offer_basis": "final_greenshoe_full"}),
    ("upsize", {"metric": "shares_offered", "value": "10000000", "unit": "shares"}, {"value": "8000000", "stage": "plan"}),
    ("reallocation", {"metric": "shares_offered_public", "value": "5000000", "unit": "shares"},
     {"value": "1000000", "stage": "plan", "offer_basis": "initial"}),
    ("upsize", {"metric": "public_share_pct", "value": "50.0", "unit": "percent"}, {"value": "62.5"}),
    ("currency", {"metric": "order_amount", "value": "19000000000", "unit": "USD"}, {"value": "132700000000", "unit": "CNY"}),
    ("share_class", {"metric": "offer_price", "value": "20", "unit": "HKD"}, {"value": "160"}),
    ("share_class", {"metric": "offer_price", "value": "20", "unit": "HKD"}, {"value": "40", "unit": "CNY"}),
    ("share_class", {"metric": "listing_date", "value": "2026-01-09", "unit": "date"}, {"value": "2023-02-09"}),
    ("share_class", {"metric": "shares_offered", "value": "7000000", "unit": "shares", "stock_code": "03001"},
     {"value": "3100000", "stock_code": "600001"}),
    ("share_class", {"metric": "public_subscription_multiple", "value": "50.5", "unit": "times", "stock_code": "03001"},
     {"value": "5104.6", "stock_code": "600001"}),
    ("conflict", {"metric": "shares_offered", "value": "7000000", "unit": "shares", "stock_code": "03001"},
     {"value": "3100000", "stock_code": "03001"}),
    ("share_class", {"metric": "market_cap", "value": "70000000000", "unit": "HKD", "as_of": "2026-01-08"},
     {"value": "50000000000", "quote": "H股市值約500億港元", "as_of": "2026-01-08"}),
    ("rounding", {"metric": "shares_offered_public", "value": "37419500", "unit": "shares"},
     {"value": "37410000", "resolution": "10000"}),
    ("conflict", {"metric": "shares_offered_public", "value": "37419500", "unit": "shares"},
     {"value": "37430000", "resolution": "10000"}),
    ("agrees", {"metric": "sponsor", "value": "北辰雲跡證券", "unit": "text"}, {"value": "北辰云迹证券"}),
    ("rounding", {"metric": "gross_proceeds", "value": "4817600000", "unit": "HKD", "resolution": "100000"},
     {"value": "4800000000", "qualifier": "over", "resolution": "100000000"}),
    ("preliminary", {"metric": "offer_price", "value": "20", "unit": "HKD"}, {"value": "17.3", "stage": "plan"}),
    ("preliminary", {"metric": "over_allotment_option_shares", "value": "1500000", "unit": "shares"},
     {"value": "1300000", "stage": "plan"}),
    ("conflict", {"metric": "offer_price", "value": "20", "unit": "HKD"}, {"value": "17.3"}),
    ("conflict", {"metric": "listing_date", "value": "2026-01-09", "unit": "date"}, {"value": "2026-01-12"}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "filed", "told"), CLASSES)
def test_class_of_a_difference(code: str, filed: dict[str, Any], told: dict[str, Any]) -> None:
    first = fact("甲", **{**FILING, **filed})
    other = fact("甲", **{"metric": filed["metric"], "unit": filed["unit"], "stage": "final", **told})
    context = [known for known in SHARES if known.metric != filed["metric"]]
    record = only([*context, other, first])
    assert codes(record, filed["metric"]) == [code]
    chosen = record.fact(filed["metric"])
    assert chosen is not None and chosen.fact_id == first.fact_id


def test_an_offer_priced_in_another_currency_is_another_listing() -> None:
    abroad = {"document": "abroad.txt", "stage": "final"}
    record = only(
        [
            *SHARES,
            fact("甲", "offer_price", "40", "USD", **abroad),
            fact("甲", "shares_offered", "3100000", "shares", **abroad),
        ]
    )
    assert codes(record, "shares_offered") == ["share_class"]
    assert record.differences[0].reason_zh


FIRST_LISTING = """
listing_date 2018-06-11 date
offer_price 25.14 CNY stage=final
shares_offered 217243700 shares stage=final
gross_proceeds 5461000000 CNY stage=final
public_subscription_multiple 1000.5 times stage=final basis=total
closing_price 36.2 CNY
net_profit 3387000000 CNY period=2018FY
"""
SECOND_LISTING = """
listing_date 2025-05-20 date
offer_price 263 HKD stage=final
shares_offered 135578600 shares stage=final
gross_proceeds 35657000000 HKD stage=final
public_subscription_multiple 151 times stage=final basis=over
closing_price 306.2 HKD
net_profit 50745000000 CNY period=2024FY
"""


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize(
    ("kinds", "code", "price", "shares"),
    [
        (("news", "news"), "03001", "263", 135578600),
        (("prospectus", "news"), "600001", "25.14", 217243700),
        (("news", "allotment"), "03001", "263", 135578600),
        (("prospectus", "allotment"), "03001", "263", 135578600),
    ],
)
def test_a_record_tells_of_one_listing(kinds: tuple[str, str], code: str, price: str, shares: int, first: int) -> None:
    told = [
        facts("晨光智能", rows, document=document, stock_code=listed, kind=kind)
        for rows, document, listed, kind in (
            (FIRST_LISTING, "a", "600001", kinds[0]),
            (SECOND_LISTING, "h", "03001", kinds[1]),
        )
    ]
    record = only([*told[first], *told[1 - first]])
    assert record.stock_code == code
    for name in ("offer_price", "shares_offered", "gross_proceeds", "public_subscription_multiple", "closing_price"):
        chosen = record.fact(name)
        assert chosen is not None and chosen.stock_code == code, name
    assert (record.number("offer_price"), record.number("shares_offered")) == (Decimal(price), shares)
    assert record.listing_date == (date(2025, 5, 20) if code == "03001" else date(2018, 6, 11))
    assert {difference.code for difference in record.differences} == {"share_class"}
    assert len(record.periods("net_profit")) == 2


STATEMENTS = {"document": "prospectus.pdf", "kind": "prospectus"}


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("period", {"value": "-304300000", "period": "2024FY"}),
        ("preliminary", {"value": "-471300000", "period": "2024FY", "audited": False}),
        ("rounding", {"value": "-465000000", "period": "2024FY", "resolution": "1000000"}),
        ("rounding", {"value": "-465000000", "period": "2024FY", "resolution": "10000"}),
        ("conflict", {"value": "-1", "period": "2024FY"}),
    ],
)
def test_statement_figures(code: str, more: dict[str, Any]) -> None:
    filed = [
        fact("甲", "net_profit", "-465200000", "USD", period="2024FY", audited=True, **STATEMENTS),
        fact("甲", "net_profit", "-304300000", "USD", period="2024-9M", **STATEMENTS),
    ]
    record = only([fact("甲", "net_profit", unit="USD", **more), *filed])
    assert codes(record, "net_profit") == [code]
    assert record.number("net_profit", "2024FY") == -465200000


def both() -> dict[str, IPORecord]:
    return {record.stock_code or "": record for record in reconcile([article(), *filings()])}


@pytest.mark.parametrize(
    ("code", "metric", "document", "class_", "words"),
    [
        (
            "00100",
            "public_subscription_multiple",
            ARTICLE,
            "loose_label",
            "1,837 is said to be over but is the total 1,837.17",
        ),
        ("00100", "international_subscription_multiple", ARTICLE, "rounding", "37 is 36.76 rounded to 1"),
        ("00100", "shares_offered", ARTICLE, "over_allotment", "about 33,580,000 is 29,197,600 + 4,379,640 shares"),
        ("00100", "gross_proceeds", ARTICLE, "over_allotment", "33,577,240 shares × 165.00"),
        ("00100", "shares_offered", NOTICE, "upsize", "25,389,220 is 29,197,600 − 3,808,380 shares"),
        ("00100", "shares_offered_public", NOTICE, "reallocation", "1,269,480 is 5,077,860 − 3,808,380 shares"),
        ("00100", "offer_price", ARTICLE, "agrees", "165"),
        ("00100", "listing_date", ARTICLE, "agrees", "2026-01-09"),
        ("00100", "order_amount", ARTICLE, "currency", "implied rate 6.9842 CNY/USD"),
        ("02513", "shares_offered", "02513-notice.pdf", "agrees", "37,419,500"),
        ("02513", "offer_price", "02513-notice.pdf", "agrees", "116.20"),
    ],
)
def test_worked_example(code: str, metric: str, document: str, class_: str, words: str) -> None:
    record = both()[code]
    found = [
        difference
        for difference in record.differences
        if difference.metric == metric and (other := record.get(difference.other)) and other.document == document
    ]
    assert [difference.code for difference in found] == [class_]
    assert words in found[0].reason


def test_reallocation_is_read_off_the_tranches_where_no_row_states_it() -> None:
    tranches = {
        "shares_offered_public": ("1706000", "8530000"),
        "shares_offered_international": ("15353900", "8529900"),
    }
    found = [
        row
        for name, (before, after) in tranches.items()
        for row in (
            fact("甲", name, before, "shares", document="n.pdf", kind="notice", stage="plan", offer_basis="initial"),
            fact("甲", name, after, "shares", document="r.pdf", kind="allotment", stage="final"),
        )
    ]
    record = only(found)
    assert [difference.code for difference in record.differences] == ["reallocation"] * 2
    assert "1,706,000 is 8,530,000 − 6,824,000 shares" in record.differences[0].reason


def test_figures_without_a_label_are_not_compared() -> None:
    record = only([fact("甲", "operating_kpi", value, "count") for value in ("12000", "80000000")])
    assert len(record.facts) == 2 and record.differences == []


def test_the_issuer_is_called_as_articles_call_it() -> None:
    assert both()["00100"].issuer == "MiniMax"
    assert both()["00100"].aliases[0] == "MiniMax Group Inc."


def test_cornerstones_agree_by_arithmetic() -> None:
    passed = {check.code: check.computed for check in checks(both()["00100"]) if check.passed}
    assert passed["ZG-CORNERSTONE-COUNT"] == 14
    assert passed["ZG-CORNERSTONE-ROWS"] == 16504040
    assert passed["ZG-CORNERSTONE-AMOUNT"] == 16504040 * Decimal("165.00") == Decimal("2723166600")


def test_nothing_fails_in_the_worked_example() -> None:
    assert [check for record in both().values() for check in checks(record) if not check.passed] == []


def test_outcome_stands_beside_the_figures_before_it() -> None:
    record = both()["00100"]
    assert record.number("shares_offered") == 29197600
    assert record.number("over_allotment_shares_issued") == record.number("over_allocated_shares") == 4379640
    outcome = record.fact("over_allotment_outcome")
    assert outcome is not None and outcome.value == "full"
    assert record.number("shares_offered", stage="plan") == 25389220
    assert record.number("shares_offered", offer_basis="final_greenshoe_full") == 33580000


def test_losers_are_kept_with_the_reason() -> None:
    loser = next(rival for rival in both()["00100"].rivals if rival.fact.metric == "public_subscription_multiple")
    assert (loser.fact.document, loser.code) == (ARTICLE, "loose_label")


def test_precedence_is_a_policy() -> None:
    table = {group: ["news", "allotment"] for group in ("issuer", "dates", "offering", "demand", "cornerstones", "debut",
                                                        "statements", "ratios", "operating", "further")}  # fmt: skip
    trusting = reconcile([article(), *filings()], Precedence(table))
    found = next(record for record in trusting if record.stock_code == "00100").fact("public_subscription_multiple")
    assert found is not None and found.value == 1837


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("MiniMax", "00100"), ("稀宇科技", "00100"), True),
        (("北京智譜華章科技股份有限公司", None), ("北京智谱华章科技股份有限公司", None), True),
        (("MINIMAX - WP", None), ("MiniMax", None), True),
        (("Dawnlight Robotics Co., Ltd.", None), ("DAWNLIGHT ROBOTICS CO., LIMITED", None), True),
        (("智譜", None), ("北京智譜華章科技股份有限公司", None), False),
        (("晨光智能", "02001"), ("晨光智能", "02002"), False),
        (("晨光智能", "02001"), ("晨光智能", "600001"), True),
        (("晨光", None), ("朝陽", None), False),
    ],
)
def test_who_is_who(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:
    found = [
        fact(name, "offer_price", "1", "HKD", stock_code=code, document=f"{place}.txt")
        for place, (name, code) in enumerate((one, other))
    ]
    assert len(records(found)) == (1 if same else 2)


def test_an_uncertain_match_is_a_question() -> None:
    found = records(
        [
            fact("智譜", "offer_price", "1", "HKD", document="a"),
            fact("北京智譜華章科技", "offer_price", "1", "HKD", document="b"),
        ]
    )
    assert [note.code for record in found for note in record.notes] == ["ZG-SAME-ISSUER"] * 2
    apart = records(
        [fact("晨光智能", "offer_price", "1", "HKD", stock_code=code, document=code) for code in ("02001", "02002")]
    )
    assert [note for record in apart for note in record.notes] == []


def test_a_bridge_joins_what_stood_apart() -> None:
    found = records([
        fact("智譜", "offer_price", "1", "HKD", document="a"),
        fact("北京智譜華章科技", "board_lot", "1", "shares", document="b", stock_code="02513"),
        fact("智譜", "listing_date", "2026-01-08", "date", document="c", stock_code="02513"),
    ])  # fmt: skip
    assert [len(record.facts) for record in found] == [3]


BROKEN = [
    ("ZG-PRICE-SHARES", {"gross_proceeds": ("300000000", "HKD")}),
    ("ZG-TRANCHES", {"shares_offered_international": ("6000000", "shares")}),
    ("ZG-PRICE-RANGE", {"offer_price_high": ("19", "HKD")}),
    ("ZG-FIRST-DAY", {"closing_price": ("30", "HKD"), "first_day_change_pct": ("40", "percent")}),
    ("ZG-NET-PROCEEDS", {"gross_proceeds": ("200000000", "HKD"), "net_proceeds": ("188000000", "HKD"), "listing_expenses": ("9000000", "HKD")}),
    ("ZG-CORNERSTONE-AMOUNT", {"cornerstone_shares": ("2500000", "shares"), "cornerstone_amount": ("60000000", "HKD")}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "more"), BROKEN)
def test_a_broken_relation_is_a_note_with_both_sides(code: str, more: dict[str, tuple[str, str]]) -> None:
    base = [known for known in SHARES if known.metric in ("shares_offered", "shares_offered_public", "offer_price")]
    printed = {"resolution": "1000000"} if code == "ZG-NET-PROCEEDS" else {}
    record = only(base + [fact("甲", metric, *pair, **printed, **FILING) for metric, pair in more.items()])
    notes = [note for note in record.notes if note.code == code]
    assert len(notes) == 1 and len(notes[0].sides) == 2 and notes[0].evidence


@pytest.mark.parametrize(
    ("rows", "period", "code"),
    [
        (
            {"revenue": "312400000", "cost_of_sales": "136500000", "gross_profit": "175900000"},
            "2024FY",
            "ZG-GROSS-PROFIT",
        ),
        ({"profit_before_tax": "-51200000", "income_tax": "4100000", "net_profit": "-55300000"}, "2024FY", "ZG-PROFIT"),
        (
            {"total_assets": "1020000000", "total_liabilities": "640000000", "net_assets": "380000000"},
            "2024-12-31",
            "ZG-NET-ASSETS",
        ),
    ],
)
def test_statements_add_up(rows: dict[str, str], period: str, code: str) -> None:
    record = only([fact("甲", name, value, "CNY", period=period, **STATEMENTS) for name, value in rows.items()])
    assert [(check.code, check.passed) for check in checks(record)] == [(code, True)]


def test_one_document_alone() -> None:
    (record,) = extraction(RESULTS, "allotment", filings()[0].facts).records
    assert record.rivals == [] and record.notes == []
    assert len(record.cornerstones) == 14
    assert record.cornerstones[0].shares == 3065040


def test_the_currency_of_the_filings_is_the_headline() -> None:
    told = [
        fact("甲", "offer_price", "19", "USD", stage="final"),
        fact("甲", "gross_proceeds", "190000000", "USD"),
        fact("甲", "offer_price_high", "19", "USD"),
    ]
    filed = [fact("甲", "offer_price", "212.80", "HKD", **FILING)]
    price = only([*told, *filed]).offer_price
    assert price is not None and price.currency == "HKD"


@pytest.mark.parametrize(
    ("day", "price", "fee"),
    [("2026-01-09", "165.00", "3333.28"), ("2020-07-07", "10.00", "202.02"), ("2022-06-01", "100.00", "2020.16")],
)
def test_entry_fee_with_the_levies_of_the_day(day: str, price: str, fee: str) -> None:
    rows = [
        ("board_lot", "20", "shares"),
        ("offer_price_high", price, "HKD"),
        ("entry_fee", fee, "HKD"),
        ("listing_date", day, "date"),
    ]
    record = only([fact("甲", *row, kind="notice", document="n.pdf") for row in rows])
    assert [(check.code, check.passed) for check in checks(record)] == [("ZG-ENTRY-FEE", True)]


def test_levies_have_examples_that_hold() -> None:
    rows = tomllib.loads((files("zhaogu.relations") / "fees.toml").read_text("utf-8"))["from"]
    for row in rows:
        factor = fee_factor(row["day"])
        assert factor is not None and f"{1000 * 100 * factor:,.2f}" in row["example"]


def test_between_equals_the_figures_around_decide() -> None:
    told = {"document": "a.txt", "stage": "final"}
    found = [
        fact("甲", "shares_offered", "159000000", "shares", **told),
        fact("甲", "shares_offered", "182000000", "shares", document="b.txt", stage="final"),
        fact("甲", "shares_offered_public", "80000000", "shares", **told),
        fact("甲", "shares_offered_international", "102000000", "shares", **told),
    ]
    record = only(found)
    assert record.shares_offered == 182000000
    assert [(rival.fact.number, rival.code) for rival in record.rivals] == [(159000000, "conflict")]
    assert record.rivals[0].reason.endswith("the chosen one fits ZG-TRANCHES")
    assert record.notes == []
    assert only(found[:2]).shares_offered == 159000000


def test_a_code_that_is_none_is_none() -> None:
    found = [fact(name, "offer_price", "1", "HKD", stock_code="None", document=name) for name in ("甲公司", "乙公司")]
    assert [record.stock_code for record in records(found)] == [None, None]


def test_redacted_figures_agree_and_come_before_printed_ones() -> None:
    redacted = [
        fact(
            "甲",
            "shares_offered",
            None,
            "shares",
            status="redacted",
            kind="prospectus",
            document=f"{name}.pdf",
            stage="plan",
        )
        for name in "ab"
    ]
    printed = fact("甲", "shares_offered", "100", "shares", kind="notice", document="n.pdf", stage="plan")
    assert codes(only(redacted), "shares_offered") == ["agrees"]
    assert codes(only([*redacted, printed]), "shares_offered") == ["preliminary"] * 2
