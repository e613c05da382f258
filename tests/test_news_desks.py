"""Figures in the manner of the business desks of Hong Kong, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

PUBLISHED = date(2026, 1, 14)
LEAD = "星河動力(02802.HK)今日招股。"
TRADED = "星河動力(02802.HK)今日首日掛牌。"
RESULT = "星河動力(02802.HK)公布配發結果。"

CASES = [
    (
        RESULT + "公開發售股份增至7,974萬股,相當於總數五成。",
        {("shares_offered_public", "79740000"), ("public_share_pct", "50")},
    ),
]


def told(text: str, published: date | None = PUBLISHED) -> set[tuple[str, str]]:
    """The facts of a text, its code and exchange aside."""
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=published)
    facts = extract_news(document).facts
    for fact in facts:
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    return {
        (fact.metric, value_text(fact.value))
        for fact in facts
        if fact.value is not None and fact.metric not in ("stock_code", "exchange")
    }


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: set[tuple[str, str]]) -> None:
    got = told(text)
    assert {pair for pair in got if pair[0] != "listing_date" or pair in expected} == expected


def test_words_cut_by_the_width_of_a_line() -> None:
    text = (
        "星河動力(02802.HK)公布配發結果,香港公開發售獲足額認購,回補機制啟動後,公開發售股份數目增\n"
        "至約3041.79萬股。認購一手(100股)中籤率為10%,要申請60手才可穩獲一手。國際配售亦獲超額認\n"
        "購5倍。"
    )
    expected = {
        ("shares_offered_public", "30417900"),
        ("board_lot", "100"),
        ("one_lot_success_rate_pct", "10"),
        ("international_subscription_multiple", "5"),
    }
    assert expected <= told(text)


def test_rows_of_a_table_are_no_cut_sentences() -> None:
    text = "公司／招股價／每手股數／入場費／截止日期／掛牌日\n星河動力／1.18－1.42／2000／2,868.63／1月18日／1月29日\n大地科技／11.90－14.10／250／3,560.52／1月17日／1月28日"
    assert ("entry_fee", "2868.63") in told(text)
