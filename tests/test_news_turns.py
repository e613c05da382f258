"""Where a figure does not go on with what the words before it said: another sign, another company, another currency."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_news_families import ASKED, read, said

SIGNS = [
    # one loss in a list of profits
    ("净利润:2023年仍亏520万元,2024年录得1.02亿元;2025年1.23亿元。", {"net_profit -5200000 2023FY", "net_profit 102000000 2024FY", "net_profit 123000000 2025FY"}),
    # what the issuer came back to
    ("2023年净亏损7184万元,2024年随即回到4.27亿元,2025年5.12亿元。", {"net_profit -71840000 2023FY", "net_profit 427000000 2024FY", "net_profit 512000000 2025FY"}),
    ("净利润从2023年的亏损9070万元变成2024年的8.03亿元,再到2025年的25.15亿元。", {"net_profit -90700000 2023FY", "net_profit 803000000 2024FY", "net_profit 2515000000 2025FY"}),
    # and where it stays a loss
    ("亏损由2023年的5亿元变为2024年的8亿元。", {"net_profit -500000000 2023FY", "net_profit -800000000 2024FY"}),
    ("2023年净亏损5亿元,2024年8亿元。", {"net_profit -500000000 2023FY", "net_profit -800000000 2024FY"}),
    ("公司仍未盈利:2024年及2025年收入分别为3亿元和4亿元。", {"revenue 300000000 2024FY", "revenue 400000000 2025FY"}),
    ("2024年净利润2亿元。剔除非经常性损益后,归母净利润为1.8亿元。", {"net_profit 200000000 2024FY", "net_profit_ex_nonrecurring 180000000 2024FY"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SIGNS)
def test_profits_after_losses(text: str, wanted: set[str]) -> None:
    found = {fact for fact in said(read(ASKED + text), "period") if fact.startswith(("net_profit", "revenue"))}
    assert found == wanted


FORECASTS = [
    "公司预计2025年营收85亿元至87.2亿元,同比增长约7%至10%;归母净利润12.5亿元至17.5亿元。",
    "同行的数据并不乐观:晶合集成2025年预亏4900万元左右。",
]


@pytest.mark.parametrize("text", FORECASTS)
def test_what_is_foretold_is_no_result(text: str) -> None:
    assert {fact.metric for fact in read(ASKED + text)} == {"stock_code", "exchange"}


WHO = [
    # a company named for comparison only
    ("星河動力(02802.HK)今日首日掛牌。香港發售獲3,616.83倍認購,僅次於蜜雪集團(02097.HK)的5,258倍,國際發售獲2.98倍認購。", {"星河動力 international_subscription_multiple 2.98"}),
    ("星河動力(02802.HK)今日首日掛牌。\n・香港發售獲3,616.83倍認購,僅次於蜜雪集團(02097.HK)的5,258倍\n・國際發售獲2.98倍認購", {"星河動力 international_subscription_multiple 2.98"}),
    # a bracket behind 公司 names nobody new
    ("星河动力今日上市。这家号称“第一品牌”的公司(02802.HK)全球发售2236.85万股。", {"星河动力 stock_code 02802", "星河动力 shares_offered 22368500"}),
    # a name behind what it is called
    ("港股一天迎来三只新股。周六福(06168.HK)报收30港元,较发行价24港元涨25%。\n\n“家庭护理第一股”圣贝拉(02508.HK)势头最猛,比每股6.58港元的售价高33.74%。发行9542万股。", {"圣贝拉 shares_offered 95420000"}),
    # a byline
    ("界面新闻记者 | 机器人公司星河动力在港股招股,发售价16.80港元,每手200股。", {"星河动力 offer_price 16.80", "星河动力 board_lot 200"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WHO)
def test_whose_figure_it_is(text: str, wanted: set[str]) -> None:
    found = {f"{fact.issuer} {fact.metric} {fact.value}" for fact in read(text, date(2026, 1, 14))}
    assert wanted <= found
    assert not {one for one in found if one.startswith(("公司 ", "界面", "蜜雪"))}


def test_books_are_kept_in_a_currency_of_their_own() -> None:
    text = "星河动力(02802.HK)今日招股,以美元记账,2024年收入6840万元。白露科技(02803.HK)今日招股,账本则用人民币。2024年收入5.28亿元。"
    assert {(f.issuer, str(f.value), f.unit) for f in read(text) if f.metric == "revenue"} == {
        ("星河动力", "68400000", "USD"),
        ("白露科技", "528000000", "CNY"),
    }


def test_an_entry_fee_behind_a_bracket_and_a_size_that_was_enlarged() -> None:
    assert "entry_fee 3393.89" in said(read(ASKED + "买一手(200股)需3393.89港元。"))
    assert "shares_offered 21000000" in said(read(ASKED + "发行股数由原订的1,750万股扩大为2,100万股。"))


def test_a_list_under_a_header_in_brackets() -> None:
    text = "两新股今日首挂,表现如下(发售价/收市价/公开发售认购倍数):\n星河动力(02802):16.80元/17.70元/133.62倍\n白露科技(02803):18.18元/19.84元/462.98倍\n"
    found = {f"{fact.issuer} {fact.metric} {fact.value}" for fact in read(text)}
    assert found >= {
        "星河动力 offer_price 16.80",
        "星河动力 closing_price 17.70",
        "白露科技 offer_price 18.18",
        "白露科技 closing_price 19.84",
        "白露科技 public_subscription_multiple 462.98",
    }
