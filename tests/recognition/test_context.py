"""Declarations of currency and scale, and dates completed from a neighbour."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.errors import ParseError, ZhaoguError
from zhaogu.model import Money
from zhaogu.reading.fold import fold
from zhaogu.recognition import complete, currency_context, parse_amount, recognise


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("營收3.2億元(人民幣,下同)", [("CNY", 0)]),
        ("營收3.2億元（人民幣，下同）", [("CNY", 0)]),
        ("集資5億元(港元,下同)", [("HKD", 0)]),
        ("單位：萬元", [(None, 4)]),
        ("(单位:亿元)", [(None, 8)]),
        ("单位:美元", [("USD", 0)]),
        ("單位：人民幣千元", [("CNY", 3)]),
        ("金額單位：百萬港元", [("HKD", 6)]),
        ("货币单位：人民币万元", [("CNY", 4)]),
        ("人民幣千元", [("CNY", 3)]),
        ("RMB'000", [("CNY", 3)]),
        ("HK$’000", [("HKD", 3)]),
        ("以人民幣計算，下同", []),
        ("(以人民幣計算，下同)", [("CNY", 0)]),
        ("人民幣3千元", []),
        ("集資5億港元", []),
        ("单位净值1.2元", []),
    ],
)
def test_declarations(text: str, declared: list[tuple[str | None, int]]) -> None:
    assert [(found.currency, found.power) for found in currency_context(fold(text))] == declared


def test_a_unit_line_holds_to_the_next_or_to_a_blank_line() -> None:
    text = fold("(人民幣,下同)\n單位：萬元\n收入 1\n單位：億元\n資產 2\n\n其後 3")
    whole, first, second = currency_context(text)
    assert (whole.rule, whole.until) == ("context.same_below", len(text))
    assert first.until == second.start
    assert text[second.end : second.until] == "\n资产 2"


def test_complete_takes_the_nearest_year() -> None:
    (mention,) = recognise("1月6日")
    assert complete(mention, date(2025, 12, 31))
    assert (mention.day, mention.notes) == (date(2026, 1, 6), ("year_from_context",))
    (full,) = recognise("2024年1月6日")
    assert not complete(full, date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("12億3,400萬港元", "HKD 1,234,000,000"),
        ("約人民幣8.2億元", "CNY 820,000,000"),
        ("NT$500", "TWD 500"),
        ("1,234.50", "? 1,234.50"),
        ("三千萬元", "? 30,000,000"),
        ("發行價17元", "? 17"),
    ],
)
def test_parse_amount(text: str, money: str) -> None:
    assert str(parse_amount(text)) == money


@pytest.mark.parametrize("text", ["", "港元", "10港元和20港元", "第三名", "37,419,500股"])
def test_parse_amount_says_what_is_wrong(text: str) -> None:
    with pytest.raises(ParseError, match="give one"):
        parse_amount(text)
    assert issubclass(ParseError, ZhaoguError)


def test_parse_amount_is_exact() -> None:
    assert parse_amount("0.1億港元") == Money(parse_amount("1000萬港元").amount, "HKD")


def test_notes_say_what_was_assumed() -> None:
    assert recognise("14.8元")[0].notes == ("currency_open",)
    assert recognise("升2.06倍")[0].notes == ("growth",)
    assert recognise("40億、130億和339億港元")[0].notes == ("unit_from_list",)
    assert recognise("1.2、3.4和5.6億港元")[0].notes == ("scale_from_list", "unit_from_list")
    assert recognise("三分之一")[0].notes == ("fraction_rounded",)
    assert recognise("昨日", published=date(2025, 9, 24))[0].notes == ("day_from_publication",)


def test_qualifiers_have_their_own_span() -> None:
    text = "最多約1億港元"
    (mention,) = recognise(text)
    assert text[mention.start : mention.end] == "1億港元"
    assert mention.outer == (0, len(text))


def test_the_ends_of_a_range_name_each_other() -> None:
    low, high = recognise("13.8–15.6億港元")
    assert (low.mate, high.mate) == (high.start, low.start)
