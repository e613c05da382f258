"""Tables inside an article, and names beside the markets that they are listed on."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 1, 28)
PAIRS = """測試零食集團(02899.HK)今早在港交所主板掛牌,發售價236.6港元。
| 項目 | 數據 |
| 公開發售認購 | 1,899.49倍 |
| 有效申請 | 39.87萬份 |
| 基石投資者 | 8家,合計認購約1.95億美元 |
"""

CASES = [
    (PAIRS, "public_subscription_multiple", "1899.49"),
    (PAIRS, "valid_applications", "398700"),
    (PAIRS, "cornerstone_count", "8"),
    # the code of another listing names nobody: what follows is still told of the issuer
    ("測試快遞(02899)今起招股。\n公司A股(002352.SZ)昨收42.24元。2023年收入2,584.09億元人民幣。", "revenue", "258409000000"),
    # nor does what a company is compared by
    ("測試黃金(02899)今早掛牌,集資額僅次於對照時代(300750.SZ)的H股上市。散戶認購240.74倍。", "public_subscription_multiple", "240.74"),
    # a name is spoken of by its end
    ("國貨美妝測試平(02899)今日掛牌,發售價29.8元。\n測試平2023年收益19.72億元人民幣。", "revenue", "1972000000"),
    ("測試語音(02438)公布,穩定價格期結束,期間並無就全球發售行使超額配股權。", "over_allotment_outcome", "lapsed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metric", "value"), CASES)
def test_figure_and_its_issuer(text: str, metric: str, value: str) -> None:
    facts = {fact.metric: fact for fact in zhaogu.extract(text, published=PUBLISHED).facts}
    assert metric in facts
    assert str(facts[metric].value) == value or f"{facts[metric].value:f}" == value
    assert facts[metric].stock_code in ("02899", "02438")


def test_a_cell_of_many_digits_is_no_figure() -> None:
    text = PAIRS.replace("39.87", "9" * 60)
    assert "valid_applications" not in {fact.metric for fact in zhaogu.extract(text, published=PUBLISHED).facts}


CODED = """配售結果一覽

代碼 / 名稱 / 最終定價 / 招股價範圍 / 申購人數 / 一手中籤率 / 淨募資
2899 / 測試物業 / 5.70港元 / 4.80-6.20港元 / 71,507人 / 13% / 7.52億港元
9886 / 對照製藥 / 13.46港元 / 12.80-13.46港元 / 228,991人 / 4.11% / 33.9億港元
"""
NAMED = """新股一覽表

股份(編號)/招股價(元)/每手(股)/入場費(元)/截止日/上市日
測試科創(02899)/1.28-1.52/2000/3,070.66/1月30日/2月6日
對照優居(09886)/12.90/250/3,257.52/2月2日/2月9日
"""
ROWS = [
    (CODED, "02899", "offer_price", "5.70"),
    (CODED, "02899", "offer_price_high", "6.20"),
    (CODED, "02899", "net_proceeds", "752000000"),
    (CODED, "09886", "valid_applications", "228991"),
    (CODED, "09886", "one_lot_success_rate_pct", "4.11"),
    (NAMED, "02899", "offer_price_low", "1.28"),
    (NAMED, "02899", "board_lot", "2000"),
    (NAMED, "02899", "listing_date", "2026-02-06"),
    (NAMED, "09886", "entry_fee", "3257.52"),
    (NAMED, "09886", "listing_date", "2026-02-09"),
]


@pytest.mark.parametrize(("text", "code", "metric", "value"), ROWS)
def test_a_row_of_slashes_is_a_company(text: str, code: str, metric: str, value: str) -> None:
    found = [f for f in zhaogu.extract(text, published=PUBLISHED).facts if (f.stock_code, f.metric) == (code, metric)]
    assert [str(fact.value) for fact in found] == [value]


LINES = """一周撤單:3家企業撤回上市申請

【創業板】測試飼料:原擬發行4,220萬股,募資9.45億元。
【科創板】對照電源:首輪問詢後撤回,原計劃募集資金16億元。
【滬主板】比照芯禾:2022年營收3.88億元。
"""


def test_a_line_that_opens_with_a_name_is_a_company() -> None:
    found = {(fact.issuer, fact.metric, str(fact.value)) for fact in zhaogu.extract(LINES, published=PUBLISHED).facts}
    assert {
        ("測試飼料", "gross_proceeds", "945000000"),
        ("對照電源", "gross_proceeds", "1600000000"),
        ("比照芯禾", "revenue", "388000000"),
    } <= found


def test_a_full_name_in_brackets_defines_the_short_one() -> None:
    text = "兩家公司同日遞表港交所\n\n2月19日,對照時光與測試柚(測試柚控股有限公司)遞表港交所。測試柚2023年收入15.3億元人民幣。"
    fact = next(f for f in zhaogu.extract(text, published=PUBLISHED).facts if f.metric == "revenue")
    assert fact.issuer == "測試柚"
    assert "測試柚控股有限公司" in fact.aliases


H_SHARES = [
    ("測試動力(300798.SZ)今起在港招股,H股編號02899。每手100股。", "02899"),
    ("測試動力(300798.SZ)H股IPO定價,每股264港元。H股代碼2899,每手100股。", "02899"),
]


@pytest.mark.parametrize(("text", "code"), H_SHARES)
def test_the_code_of_the_h_shares_is_that_of_the_offering(text: str, code: str) -> None:
    assert {fact.stock_code for fact in zhaogu.extract(text, published=PUBLISHED).facts} == {code}


def test_as_many_figures_as_companies() -> None:
    text = """測試牧業(02899)、對照科技(03898)及比照影像(06777)三隻新股掛牌。

測試牧業公開發售超購12倍;對照科技超購3倍;比照影像超購5倍。

三股昨收報3.15元、6.88元及78.9元。"""
    found = {
        f.stock_code: str(f.value)
        for f in zhaogu.extract(text, published=PUBLISHED).facts
        if f.metric in ("share_price", "closing_price")
    }
    assert found == {"02899": "3.15", "03898": "6.88", "06777": "78.9"}


BULLETS = {
    "▲光纖傳感器商縱衡光電:2024年收入7.72億元人民幣。中信建投國際保薦。\n\n▲製衣商偉健國際:2024年收入1.95億美元。\n\n▲短劇平台星迪互娛:2024年收入21.6億元人民幣。": {
        "縱衡光電": "772000000", "偉健國際": "195000000", "星迪互娛": "2160000000",
    },
    "一、縱衡光電(02499):2024年收入7.72億元人民幣。\n二、偉健國際:2024年收入1.95億美元。\n三、星迪互娛:2024年收入21.6億元人民幣。": {
        "縱衡光電": "772000000", "偉健國際": "195000000", "星迪互娛": "2160000000",
    },
}  # fmt: skip
"""Lists whose items begin with a company, with a mark or a number before it, with its trade or its code."""


@pytest.mark.parametrize("items", BULLETS)
def test_each_item_of_a_list_has_its_company(items: str) -> None:
    text = f"三家公司昨日同日向港交所遞交上市申請。\n\n{items}"
    facts = zhaogu.extract(text, published=date(2025, 9, 29)).facts
    assert {f.issuer: str(f.value) for f in facts if f.metric == "revenue"} == BULLETS[items]
