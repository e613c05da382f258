"""What the press calls the first share of its trade, part of a tranche that is taken up, several bells at once, prices of products."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_news_families import ASKED, TRADED, read, said

from zhaogu import extract
from zhaogu.model import Fact
from zhaogu.model.fact import value_text

LISTED = "12日披露網上中簽結果。公司擬登陸深交所創業板,證券代碼300999,發行價14.68元/股。"
FIRST_SHARES = ("三隻星河", "七匹河", "優必河", "一河紅", "百河雲", "星河液")


@pytest.mark.parametrize("name", FIRST_SHARES)
@pytest.mark.parametrize("title", ["「零食第一股」", "人形機器人第一股", "被稱為“國產AI第一股”的"])
def test_the_first_share_of_its_trade(title: str, name: str) -> None:
    facts = extract(f"{title}{name}{LISTED}", published=date(2026, 1, 13)).facts
    assert {fact.issuer for fact in facts} == {name}
    assert {value_text(fact.value) for fact in facts if fact.metric == "offer_price"} == {"14.68"}


TAKEN_UP = [
    (TRADED + "當時散戶只認購約55%,其後由獨家穩價人護盤。", "public_subscription_multiple 0.55"),
    (ASKED + "公開發售認購率僅47.4%,餘下撥往國際發售。", "public_subscription_multiple 0.474"),
    (ASKED + "公開發售只獲認購72%。", "public_subscription_multiple 0.72"),
    (ASKED + "國際發售僅獲認購90%。", "international_subscription_multiple 0.90"),
]


@pytest.mark.parametrize(("text", "wanted"), TAKEN_UP)
def test_part_of_a_tranche_is_taken_up(text: str, wanted: str) -> None:
    stated = said(read(text))
    assert wanted in stated
    assert not any(one.startswith(("public_share_pct", "international_share_pct")) for one in stated)


NOT_TAKEN_UP = [
    ASKED + "回撥後公開發售增至初步可供認購股份總數的約15%。",
    ASKED + "三名基石投資者合共認購30%的發售股份。",
    ASKED + "公開發售初步可供認購股份約佔10%。",
]


@pytest.mark.parametrize("text", NOT_TAKEN_UP)
def test_shares_of_the_whole_are_no_multiple(text: str) -> None:
    assert not [one for one in said(read(text)) if "multiple" in one]


TWO = "GPU公司星河智芯(02802)發行價14.6港元,收盤15.8港元;機器人公司大鵬科工(02543)發行價43.2港元,收盤56.6港元。"
BELLS = [
    ("港交所今日三鑼齊鳴。", "2026-01-14"),
    ("開年首批硬科技新股今日同場敲鐘。", "2026-01-14"),
    ("港交所昨日三鑼齊響。", "2026-01-13"),
    ("明日(15日)兩股齊發,今晚暗盤熱度驚人。", "2026-01-15"),
    ("首批新股今早登場。", "2026-01-14"),
]


@pytest.mark.parametrize(("lead", "day"), BELLS)
def test_several_bells_at_once(lead: str, day: str) -> None:
    facts = extract(lead + TWO, published=date(2026, 1, 14)).facts
    listed = {(fact.issuer, value_text(fact.value)) for fact in facts if fact.metric == "listing_date"}
    assert listed == {("星河智芯", day), ("大鵬科工", day)}


def test_a_second_share_is_no_several() -> None:
    facts = read("1月13日,這家頂着「國內質檢第二股」名號的星河視覺(02802)敲響了港交所的鑼,收報25.8港元。")
    assert [value_text(fact.value) for fact in facts if fact.metric == "listing_date"] == ["2026-01-13"]


PRODUCTS = [
    "首款藥物剛獲批,定價每支7,200元。",
    "新產品定價每盒720元。",
    "公司把飲品定價為每杯7.2元。",
    "旗艦產品定價每套售價1,999元。",
]


@pytest.mark.parametrize("text", PRODUCTS)
def test_the_price_of_a_product(text: str) -> None:
    assert not [fact for fact in read(TRADED + text) if fact.metric.startswith("offer_price")]


UNITS = [("定價每股7.2元。", "7.2"), ("發售價為每個基金單位7.2港元。", "7.2"), ("最終定價每股H股7.20港元。", "7.20")]


@pytest.mark.parametrize(("text", "value"), UNITS)
def test_the_price_of_a_share(text: str, value: str) -> None:
    assert f"offer_price {value}" in said(read(TRADED + text))


COLUMNS = "公司|2024年收入|2025上半年收入|2025上半年淨虧損\n"
CELLS = [
    ("業績對照(人民幣)\n" + COLUMNS + "星河智芯|5.40億|3.24億|6,090萬\n", ("540000000", "324000000", "-60900000")),
    ("業績對照(人民幣億元)\n" + COLUMNS + "星河智芯|5.40|3.24|6,090萬\n", ("540000000", "324000000", "-60900000")),
    ("業績對照\n" + COLUMNS + "星河智芯|5.40億元|3.24億元|0.609億元\n", ("540000000", "324000000", "-60900000")),
]


@pytest.mark.parametrize(("table", "wanted"), CELLS)
def test_a_cell_says_its_own_scale(table: str, wanted: tuple[str, ...]) -> None:
    facts = read("星河智芯(02802)今日掛牌,發售價14.6港元,收報15.8港元。\n" + table)
    rows = [fact for fact in facts if fact.rule == "news.table"]
    assert tuple(value_text(fact.value) for fact in rows) == wanted
    assert [str(fact.period) for fact in rows] == ["2024FY", "2025H1", "2025H1"]


FLATS = [
    "房屋協會新一期居屋昨晚截表,初步錄得約10.5萬份申請,超額認購約13.7倍,入場費148萬元,白表中籤率料低至1.8%。",
    "銀色債券今日截止認購,收到32萬份有效申請,超額認購1.5倍,每手入場費10,000元。",
]


@pytest.mark.parametrize("text", FLATS)
def test_flats_and_bonds_are_no_shares(text: str) -> None:
    facts: list[Fact] = read(text)
    assert facts == []


MEANT = [
    ("公司擬登陸深交所創業板,公開發行4,100萬股。", "final"),
    ("公司擬登陸深交所創業板,計劃公開發行4,010萬股。", "plan"),
    ("公司計劃在聯交所主板上市,發行4,100萬股。", "final"),
    ("公司擬公開發行4,100萬股。", "plan"),
]


@pytest.mark.parametrize(("text", "stage"), MEANT)
def test_what_is_meant_is_the_listing(text: str, stage: str) -> None:
    facts = read("星河動力(300999)披露中簽結果,網上有效申購倍數為8,219.68倍。" + text)
    assert [fact.stage for fact in facts if fact.metric == "shares_offered"] == [stage]


MET = [
    ("企業AI服務商星河智芯(02802)昨(13)日技驚四座,收市報66.6元,較招股價26.66元飆1.5倍。同場上市的大鵬科工(02543)亦升86.7%,收93.35元。", True),
    ("企業AI服務商星河智芯(02802)昨(13)日收市報66.6元。大鵬科工(02543)亦升86.7%,收93.35元。", False),
    ("以上周五收盤價842.5港元計,星河智芯(02802)較去年40.5港元的招股價累漲近20倍。當日解禁的約6,900萬股佔已發行股份四成。", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "listed"), MET)
def test_whoever_is_listed_in_the_same_session(text: str, listed: bool) -> None:
    days = {(fact.issuer, value_text(fact.value)) for fact in read(text) if fact.metric == "listing_date"}
    assert days == ({("星河智芯", "2026-01-13"), ("大鵬科工", "2026-01-13")} if listed else set())


OPENINGS = [
    ("「最快IPO」今日兌現。星河工業(02802)在聯交所主板掛牌,全日收報19.83元,升44.01%。", ["2026-01-14"]),
    ("認購明日截止。星河工業(02802)料在聯交所主板掛牌。", []),
    ("「最快IPO」今日兌現。星河工業(02802)計劃在聯交所主板掛牌。", []),
]


@pytest.mark.parametrize(("text", "days"), OPENINGS)
def test_the_day_that_opens_an_article(text: str, days: list[str]) -> None:
    assert [value_text(fact.value) for fact in read(text) if fact.metric == "listing_date"] == days


MARGIN = ASKED + "2022年至2024年毛利率41.6%、42.3%、44.1%。"
OTHER_RATIOS = [
    "能量飲料佔總收入的比例由2022年的96.6%降到2024年的74.6%。",
    "能量飲料收入佔比由2022年的96.6%降至2024年的74.6%。",
    "產能利用率由2022年的96.6%降至2024年的74.6%。",
    "客戶留存率2022年96.6%、2024年74.6%。",
    "市場份額從2022年的16.6%升到2024年的24.6%。",
]


@pytest.mark.parametrize("text", OTHER_RATIOS)
def test_another_ratio_is_no_margin(text: str) -> None:
    margins = [value_text(fact.value) for fact in read(MARGIN + text) if fact.metric == "gross_margin_pct"]
    assert margins == ["41.6", "42.3", "44.1"]


def test_a_margin_goes_on() -> None:
    stated = said(read(MARGIN + "2025年上半年則升至45.2%。"))
    assert "gross_margin_pct 45.2" in stated
