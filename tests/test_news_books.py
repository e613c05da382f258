"""Figures of the accounts as the press tells them: which metric, which period, which sign, and whose part."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.extraction.news.cues import table
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

LEAD = "星河動力(02802.HK)向港交所遞交上市申請。"

CASES = [
    (
        "2024年營收、淨利分別為8.2億元及1.1億元人民幣,分別增長21%和減少3.5%。",
        "revenue 2024FY 820000000;net_profit 2024FY 110000000;revenue_growth_pct 2024FY 21;net_profit_growth_pct 2024FY -3.5",
    ),
    (
        "去年收入5億元人民幣,多賺17.8%至9,120萬元。",
        "revenue 2024FY 500000000;net_profit 2024FY 91200000;net_profit_growth_pct 2024FY 17.8",
    ),
    ("公司去年純利3.2億元人民幣,多賺2.2倍。", "net_profit 2024FY 320000000;net_profit_growth_pct 2024FY 220"),
    (
        "今年首季轉盈為虧,損失310萬元人民幣,去年同期則賺520萬元人民幣。",
        "net_profit 2025Q1 -3100000;net_profit 2024Q1 5200000",
    ),
    ("2023財年進帳4.67億元人民幣,2024財年進帳6.1億元人民幣。", "revenue 2023FY 467000000;revenue 2024FY 610000000"),
    (
        "2024年經營現金流由淨流出3,000萬元人民幣轉為淨流入4,500萬元人民幣。",
        "operating_cash_flow 2023FY -30000000;operating_cash_flow 2024FY 45000000",
    ),
    (
        "去年銷售、行政及研發開支分別為2.1億、0.8億及1.2億元人民幣。",
        "selling_expense 2024FY 210000000;admin_expense 2024FY 80000000;rd_expense 2024FY 120000000",
    ),
    (
        "總資產及總負債分別為32.1億元及12.5億元人民幣(截至2024年底)。",
        "total_assets 2024-12-31 3210000000;total_liabilities 2024-12-31 1250000000",
    ),
    ("前三季度营收破百亿,达102.3亿元,同比增23.4%。", "revenue 2025-9M 10230000000;revenue_growth_pct 2025-9M 23.4"),
    (
        "2024年,其营收同比增长33%至7.7亿元,净亏损则从上年的2.1亿元收窄至9800万元。",
        "revenue 2024FY 770000000;revenue_growth_pct 2024FY 33;net_profit 2023FY -210000000;net_profit 2024FY -98000000",
    ),
    (
        "2024年,公司营收25.3亿元,增速从2023年的45%降至12%。",
        "revenue 2024FY 2530000000;revenue_growth_pct 2023FY 45;revenue_growth_pct 2024FY 12",
    ),
    ("2024年收入5億元人民幣,交付4.3萬輛,按年增長近三倍。", "revenue 2024FY 500000000;operating_kpi 2024FY 43000"),
    ("去年收入5億元人民幣,交付量按年增長65%。", "revenue 2024FY 500000000"),
    ("截至3月底止年度,公司收入6.2億元人民幣。", "revenue 2025FY 620000000"),
    ("2024年產品A收入8,000萬元人民幣;公司總收入2.5億元人民幣。", "revenue 2024FY 250000000"),
    ("2024年海外收入占比为42%(2024年),公司收入5亿元。", "overseas_revenue_pct 2024FY 42;revenue 2024FY 500000000"),
]


def facts(text: str) -> set[str]:
    document = TextDocument(name="a", sha256="0" * 64, text=LEAD + text, title=None, published=date(2025, 9, 24))
    found = extract_news(document).facts
    return {f"{f.metric} {f.period} {value_text(f.value)}" for f in found if f.period and f.value is not None}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:20] for text, _ in CASES])
def test_books(text: str, expected: str) -> None:
    assert facts(text) == set(expected.split(";"))


@pytest.mark.parametrize(("text", "told"), table("news_parts.toml")["examples"])
def test_a_part_is_not_the_whole(text: str, told: str) -> None:
    name, value = told.split()
    assert facts(text) == {f"{name} 2024FY {value}"}


def test_bare_dollars_of_taiwan() -> None:
    """A stock of Taiwan has a code like one of Hong Kong; the words of its offering say where it is."""
    text = "星河矽光(7822)5日上市,承銷價168元,公開申購552張,主辦券商為某證券,昨日興櫃收275元。前三季營收18.92億元。"
    document = TextDocument(name="a", sha256="0" * 64, text=text, title=None, published=date(2024, 12, 3))
    told = {(f.metric, f.period, f.unit) for f in extract_news(document).facts if f.period}
    assert told == {("revenue", "2024-9M", "TWD")}
