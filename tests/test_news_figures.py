"""Which metric, period and stage a figure of the press has, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

LEAD = "星河動力(02802.HK)今日招股。"
TRADED = "星河動力(02802.HK)今日首日掛牌。"

CASES = [
    (LEAD + "2023年毛利率由20%升至25%。", {("gross_margin_pct", "2022FY", "20"), ("gross_margin_pct", "2023FY", "25")}),
    (
        LEAD + "2018年至2021年,公司收入從2億元人民幣增至9億元人民幣。",
        {("revenue", "2018FY", "200000000"), ("revenue", "2021FY", "900000000")},
    ),
    (
        LEAD + "於2023年、2024年及2025年截至6月30日止六個月,公司收入分別為2億、3億及4億元人民幣。",
        {("revenue", "2023FY", "200000000"), ("revenue", "2024FY", "300000000"), ("revenue", "2025H1", "400000000")},
    ),
    (
        LEAD + "2025年前三季度營業總收入7億元人民幣,歸母淨利潤8,815萬元人民幣,同比分別增長11.0%、9.4%。",
        {
            ("revenue", "2025-9M", "700000000"),
            ("net_profit_attributable", "2025-9M", "88150000"),
            ("revenue_growth_pct", "2025-9M", "11.0"),
            ("net_profit_growth_pct", "2025-9M", "9.4"),
        },
    ),
    (
        "星河動力(02802.HK)公布,操作人已部分行使超額配股權,涉及315萬股,由此額外獲得淨額約2,300萬港元。",
        {
            ("over_allotment_outcome", None, "partial"),
            ("over_allotment_shares_issued", None, "3150000"),
            ("additional_net_proceeds", None, "23000000"),
        },
    ),
    (
        LEAD + "招股價上下限為0.42元及0.56元,共有25.3萬人爭飛,入場費4,999.92元(500股)。",
        {
            ("offer_price_low", None, "0.42"),
            ("offer_price_high", None, "0.56"),
            ("valid_applications", None, "253000"),
            ("entry_fee", None, "4999.92"),
            ("board_lot", None, "500"),
        },
    ),
    (
        LEAD + "公司擬以不低於6.50元/股的底價發行不超過1,150萬股。",
        {("offer_price_low", None, "6.50"), ("shares_offered", None, "11500000")},
    ),
    (LEAD + "本次發行對應22.99倍發行市盈率。", {("issue_pe", None, "22.99")}),
    (LEAD + "2024年海外銷售收入佔比70%,美國佔63%。", {("overseas_revenue_pct", "2024FY", "70")}),
    (
        LEAD + "\n主要財務數據(單位:人民幣萬元)\n項目　　2024年度　　2023年度\n營業收入　　58,213.40　　49,771.26\n",
        {("revenue", "2024FY", "582134000"), ("revenue", "2023FY", "497712600")},
    ),
    (TRADED + "早段報12元,較發行價上漲20%,尾段企穩11.5元。", {("closing_price", None, "11.5")}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[len(LEAD) :][:20] for text, _ in CASES])
def test_figures(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=date(2026, 1, 14))
    found = {
        (fact.metric, fact.period, value_text(fact.value))
        for fact in extract_news(document).facts
        if fact.value is not None and fact.metric not in ("stock_code", "exchange", "listing_date")
    }
    assert found == expected
