"""Companies that an article names, or does not name, only in passing: their figures are nobody's, or their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model import Fact
from zhaogu.reading.document import TextDocument

LEAD = "測試材料(02899)今日起招股,發行5,000萬股,招股價10元至12元。"
TITLE = "測試材料今起招股"


def facts(text: str, title: str = TITLE) -> list[Fact]:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=title, published=date(2026, 1, 14))
    return extract_news(document).facts


BACK = [
    ("公開發售暫錄5倍孖展認購;同期招股的對照物流(02777)則獲1.6倍孖展認購。\n2024年收入19.9億元人民幣。"),
    ("孖展反應一般,不及同日招股的對照物流(02777)。\n公司2024年收入19.9億元人民幣。"),
    ("▷ 市場反應?\n冷淡。同類股份對照物流(02777)招股時獲30倍認購。\n▷ 賺錢嗎?\n2024年收入19.9億元人民幣。"),
]


@pytest.mark.parametrize("text", BACK)
def test_a_paragraph_turns_back_to_the_company_of_the_title(text: str) -> None:
    owners = {f.stock_code: f.value for f in facts(LEAD + "\n" + text) if f.metric == "revenue"}
    assert owners == {"02899": Decimal(1_990_000_000)}


def test_a_paragraph_that_opens_with_another_company_is_followed_by_its_own() -> None:
    text = LEAD + "\n對照物流(02777)同日招股,招股價3元。\n2024年收入2億元人民幣。"
    owners = {f.stock_code for f in facts(text) if f.metric == "revenue"}
    assert owners == {"02777"}


NOBODYS = [
    ("另一家教育公司已將招股價區間由9至11元下調,集資規模縮減三成。", "offer_price_high", "12"),
    ("另有一間藥企上周招股,招股價上限為20元。", "offer_price_high", "12"),
    ("某消費股昨日截飛,招股價上限20元。", "offer_price_high", "12"),
    ("還有一隻醫療新股明日招股,發行9,000萬股。", "shares_offered", "50000000"),
    ("最近一單集資逾百億元的新股是前年的事,集資102億元。", "gross_proceeds", None),
    ("上一隻同類新股集資30億元。", "gross_proceeds", None),
    ("為今年最大新股(度娘2014年集資250億元)。", "gross_proceeds", None),
    ("為中概股最大規模IPO(阿里2014年募資250億美元)。", "gross_proceeds", None),
    ("測試材料為內房測試地產(03301,現價1.93元,市值68億元)分拆。", "market_cap", None),
    ("主要對手為深創電子(SZ:300999,市值680億元)。", "market_cap", None),
    ("2009年大唐地產曾凍資1,640億元。", "order_amount", None),
    ("交易所新受理企業24家,擬募資合計約261億元。", "gross_proceeds", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metric", "value"), NOBODYS)
def test_figures_told_in_passing_are_not_the_issuers(text: str, metric: str, value: str | None) -> None:
    told = {str(f.value) for f in facts(LEAD + text) if f.metric == metric}
    assert told == ({value} if value else set())


OWN = [
    ("公司是一家生物科技公司,擬集資6億元。", "gross_proceeds", "600000000"),
    ("測試材料(02899,市值68億元)擬集資6億元。", "market_cap", "6800000000"),
    ("集資6億元(2024年收入3億元人民幣)。", "revenue", "300000000"),
    ("公司另一家附屬公司從事物流,擬集資6億元。", "gross_proceeds", "600000000"),
    ("公司2024年收入3億元人民幣(上年2億元人民幣),擬集資6億元。", "gross_proceeds", "600000000"),
    ("公司門店共24家,擬集資6億元。", "gross_proceeds", "600000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metric", "value"), OWN)
def test_figures_of_the_issuer_stay_its_own(text: str, metric: str, value: str) -> None:
    told = {str(f.value) for f in facts(LEAD + text) if f.metric == metric and f.stock_code == "02899"}
    assert value in told


def test_a_class_of_shares_is_no_part_of_a_name() -> None:
    text = "測試集團(02899)公布,H股發行價54.8元,今日掛牌。測試A股(000999.SZ)上日收報63.25元。"
    assert {f.issuer for f in facts(text, "測試集團掛牌")} == {"測試集團"}
