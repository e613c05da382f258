"""Long articles, round-ups and articles without an offering: whose figures they are, and which are none."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model import Fact
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

PUBLISHED = date(2026, 1, 14)


def facts(text: str, title: str | None = None) -> list[Fact]:
    return extract_news(TextDocument(name="a.txt", sha256="0" * 64, text=text, title=title, published=PUBLISHED)).facts


NO_OFFERING = [
    "【本報訊】恒達電器(01234)宣布,以每股15.2元先舊後新方式配售1億股,集資15億元,淨額14.8億元。股份現報16元。",
    "恒達電器批股抽水15億\n2026年1月14日 09:48    讚好 分享 收藏\n\n恒達電器(01234.HK)今早宣布,以每股15.2元配售1億股新H股,"
    "集資總額約15.2億元,承配人不少於六名,超額認購逾四倍。去年公司收入77億元人民幣,純利4億元人民幣。",
    "恒達電器(01234.HK)公布,擬以每股15.2元配售最多1億股新股,較昨日收市價16.5元折讓約7.9%,所得款項總額15.2億元。"
    "該股2024年上市,招股價12元。",
    "恒達電器(01234.HK)獲主要股東以每股15.2元至15.5元配售5,000萬股現有股份,涉資7.6億元,較前收市價折讓6%至8%。",
    "恒達電器供股集資5億元\n恒達電器(01234.HK)建議2供1,供股價1.2元,集資4.8億元。公司去年收入20億元。",
]


@pytest.mark.parametrize("text", NO_OFFERING)
def test_shares_of_listed_companies_are_no_offering(text: str) -> None:
    assert facts(text) == []


OFFERINGS = [
    (
        "恒達電器(01234.HK)今日招股,招股價12元,較A股昨日收市價折讓三成,發售1億股,集資12億元。",
        {("offer_price", "12"), ("shares_offered", "100000000"), ("gross_proceeds", "1200000000")},
    ),
    (
        "恒達電器(01234.HK)公布配股結果,定價12元,公開發售超購50倍,一手中籤率20%,明日上市。",
        {("offer_price", "12"), ("public_subscription_multiple", "50"), ("one_lot_success_rate_pct", "20")},
    ),
    (
        "恒達電器(01234.HK)以配售方式於GEM上市,每股配售價0.5元,集資5,000萬元,1月16日掛牌。",
        {("offer_price", "0.5"), ("gross_proceeds", "50000000"), ("listing_date", "2026-01-16")},
    ),
    (
        "新股 > 消息\n09:48 分享\n\n恒達電器(01234)今日首日掛牌,收報12元。\n網上樂韻(09899)被剔出指數?公司否認",
        {("closing_price", "12"), ("listing_date", "2026-01-14")},
    ),
    (
        "恒達電器(01234)今日首日掛牌,收報12元。公司否認產品有質素問題。",
        {("closing_price", "12"), ("listing_date", "2026-01-14")},
    ),
    (
        "恒達電器(01234)今日招股,招股價12元,每手100股,入場費1,212元,公開發售1,000萬股。市傳其曾否認來港上市。",
        {("offer_price", "12"), ("board_lot", "100"), ("entry_fee", "1212")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OFFERINGS)
def test_offerings_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(fact.metric, value_text(fact.value)) for fact in facts(text)}
