"""Tables whose units stand in notes, labels or cells, and lines of a label with its unit; days that were put off."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 1, 7)
CARD = """新股檔案
今日申購:測試電工(301489)

股票簡稱  測試電工
發行價格(元/股)  19.99
發行市盈率(倍)  38.75
發行總數(萬股)  9,728.00
預計募資總額(億元):19.45
中籤繳款日  1月9日(周五)

財務數據(單位:萬元)
項目  2024年  2023年  2022年
營業收入  244,571.66  214,610.39  158,238.07
資產總計  301,218.45  276,553.20  229,961.04
"""
CARD_SAYS = [
    ("offer_price", None, "19.99"),
    ("issue_pe", None, "38.75"),
    ("shares_offered", None, "97280000"),
    ("gross_proceeds", None, "1945000000"),
    ("revenue", "2024FY", "2445716600"),
    ("revenue", "2022FY", "1582380700"),
    ("total_assets", "2024-12-31", "3012184500"),
    ("total_assets", "2022-12-31", "2299610400"),
]


@pytest.mark.parametrize(("metric", "period", "value"), CARD_SAYS)
def test_a_card_of_labelled_lines(metric: str, period: str | None, value: str) -> None:
    found = [
        str(f.value)
        for f in zhaogu.extract(CARD, published=PUBLISHED).facts
        if (f.metric, f.period) == (metric, period)
    ]
    assert found == [value]


LIST = """新股日程一覽

下周暫有三隻新股掛牌(招股價、入場費單位:港元;集資額單位:億港元):

股份(編號)/招股價/每手/入場費/集資額/掛牌日
測試生命(02899)/2.43-3.16/1,000股/3,191.84/2.4-3.2/1月12日
對照智行(09886)/24.5(定價)/200股/4,949.38/19.9/1月13日
比照物業(06777)/不高於4.35/500股/2,196.92/最多8.7/1月14日

備註:對照智行原定去年12月17日掛牌,因故延期。
"""
LIST_SAYS = [
    ("02899", "offer_price_low", "2.43", "exact"),
    ("02899", "board_lot", "1000", "exact"),
    ("02899", "entry_fee", "3191.84", "exact"),
    ("02899", "gross_proceeds", "240000000 320000000", "at_least at_most"),
    ("09886", "offer_price", "24.5", "exact"),
    ("09886", "gross_proceeds", "1990000000", "exact"),
    ("09886", "listing_date", "2026-01-13", "exact"),
    ("06777", "offer_price_high", "4.35", "exact"),
    ("06777", "entry_fee", "2196.92", "exact"),
    ("06777", "gross_proceeds", "870000000", "at_most"),
]


@pytest.mark.parametrize(("code", "metric", "value", "qualifier"), LIST_SAYS)
def test_a_list_with_the_units_of_its_columns_in_a_note(code: str, metric: str, value: str, qualifier: str) -> None:
    found = [f for f in zhaogu.extract(LIST, published=PUBLISHED).facts if (f.stock_code, f.metric) == (code, metric)]
    assert " ".join(str(f.value) for f in found) == value
    assert " ".join(f.qualifier for f in found) == qualifier


DAYS = [
    ("原定去年12月17日掛牌,因故延期,改於1月14日掛牌。", {"2026-01-14"}),
    ("原計劃於1月9日上市,現押後至1月16日。", {"2026-01-16"}),
    ("本應1月9日掛牌,惟須補充資料。", set()),
    ("原擬在1月9日上市,其後推遲。", set()),
    ("按計劃於1月9日掛牌。", {"2026-01-09"}),
    ("原定價下限為10元,1月9日掛牌。", {"2026-01-09"}),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_a_day_that_was_put_off_is_no_listing(text: str, days: set[str]) -> None:
    lead = "測試生命(02899)招股,招股價10元至12元。"
    facts = zhaogu.extract(lead + text, published=PUBLISHED).facts
    assert {str(f.value) for f in facts if f.metric == "listing_date"} == days
