"""The memo of the worked example, word for word, alone and with the filings."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sample import article, fact, filings

from zhaogu.model import Fact
from zhaogu.model.fact import FactNote
from zhaogu.reconciliation.reasons import Language, sentences
from zhaogu.tables import compare, memo

DAY = date(2026, 2, 10)


def row(text: str, label: str) -> list[str]:
    """The cells of the row that begins with ``label``."""
    line = next(line for line in text.splitlines() if line.startswith(f"| {label}"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


@pytest.mark.parametrize(
    ("label", "zhipu", "minimax"),
    [
        ("Listing date", "8 Jan 2026", "9 Jan 2026"),
        ("Offer price", "HK$116.20", "HK$165.00 (at the cap of HK$165.00)"),
        ("Offer shares (m), without", "~37.42[1]", "n.d."),
        ("Offer shares (m), with over", "n.d.", "~33.58[2]"),
        ("Gross proceeds, with over", "n.d.", "~5,540[2]"),
        ("Public offer multiple", "~1,159.46x", "1,837x[3]"),
        ("International multiple", "15.28x", "37x"),
        ("International multiple ex", "n.d.", "~79x[3]"),
        ("Cornerstones", "n.d.", "14, 2,723"),
        ("First-day close", "n.d.", "HK$345.00 (+109.09%)"),
        ("Last close", "HK$158.60 (9 Jan 2026), +36.5%[4]", "HK$345.00 (9 Jan 2026), +109.1%[5]"),
        ("Market value (", "", ""),
        ("Profit (loss) 2022FY", "RMB(144)m", "US$(73.7)m"),
        ("Profit (loss) 2024FY", "RMB(2,958)m", "US$(465.2)m"),
        ("Profit (loss), latest interim", "RMB(2,358)m (2025H1)", "US$(512)m (2025-9M)"),
        ("R&D ratio", "n.d.", "619.1% (2024FY)"),
    ],
)
def test_article_alone(label: str, zhipu: str, minimax: str) -> None:
    text = memo([article()], today=DAY).to_markdown()
    if label != "Market value (":
        assert row(text, label) == [zhipu, minimax]
    assert row(text, "Market value |") == ["69,821 (9 Jan 2026)", "106,700 (9 Jan 2026)"]


@pytest.mark.parametrize(
    ("label", "minimax"),
    [
        ("Offer price", "HK$165.00 (top of 151.00–165.00)"),
        ("Offer shares (m), without", "29.2"),
        ("Gross proceeds, without", "4,817.6"),
        ("Market value at offer", "51,027.2"),
        ("Public offer multiple", "1,837.17x"),
        ("International multiple", "36.76x"),
    ],
)
def test_article_with_filings(label: str, minimax: str) -> None:
    text = memo([article(), *filings()], today=DAY).to_markdown()
    assert row(text, label)[1].split("[")[0] == minimax


def test_differences_and_sources_are_named() -> None:
    text = str(memo([article(), *filings()], today=DAY))
    assert "about 33,580,000 is 29,197,600 + 4,379,640 shares (over_allotment)" in text
    assert "derived: offer price × shares in issue" in text
    assert "00100-allotment.pdf (p. 2)" in text
    assert text.splitlines()[-1].startswith("Made 2026-02-10 with zhaogu ")


def test_chinese_counts_in_hundred_millions_and_names_the_rates() -> None:
    made = memo([article()], "zh", currency="HKD", today=DAY)
    text = made.to_markdown()
    assert row(text, "市值") == ["698.21 (2026年1月9日)", "1,067 (2026年1月9日)"]
    assert row(text, "發售股份(萬股),計入超額配股權") == ["n.d.", "~3,358[2]"]
    assert row(text, "公開發售認購倍數") == ["~1,159.46倍", "1,837倍[3]"]
    assert row(text, "利潤(虧損)2024FY") == ["(32.08)", "(36.3)"]
    assert "匯率:1 USD = 7.802555 HKD,ECB,USD→EUR→HKD,至 2024-12-31 共 256 日之平均" in made.sources


def test_more_than_four_issuers_stand_below_each_other() -> None:
    many = [
        fact(f"第{n}公司", "offer_price", str(n), "HKD", stock_code=f"0300{n}", document=f"{n}.txt")
        for n in range(1, 6)
    ]
    table = compare(many, ["offer_price"]).memo().table
    assert [line[0] for line in table[1:]] == [f"第{n}公司 (0300{n})" for n in range(1, 6)]
    assert table[0][2] == "Offer price"


def test_what_does_not_apply_is_told_from_what_is_not_disclosed() -> None:
    found = [
        fact("甲", "market_cap", None, "HKD", status="not_applicable"),
        fact("甲", "gross_proceeds", None, "HKD", status="redacted"),
    ]
    text = memo(found, today=DAY).to_markdown()
    assert row(text, "Market value |") == ["n.a."]
    assert row(text, "Gross proceeds, without") == ["redacted"]
    assert row(text, "Listing date") == ["n.d."]


def test_over_allotment_is_derived_where_no_source_counts_it() -> None:
    (results, *_) = filings()
    text = memo([results], today=DAY)
    assert row(text.to_markdown(), "Offer shares (m), with over") == ["33.58[1]"]
    assert "derived: offer shares + over-allocated shares" in text.footnotes


def test_a_tally_is_no_result() -> None:
    text = memo([fact("甲", "public_subscription_multiple", "1209", "times", stage="interim")], today=DAY)
    assert row(text.to_markdown(), "Public offer multiple") == ["1,209x[1]"]
    assert text.footnotes == ["a tally before the close of the offer, not the result"]


def test_issuers_of_other_years_name_theirs() -> None:
    found = [
        fact(name, "net_profit", value, "CNY", period=period, document=name)
        for name, value, period in (
            ("甲公司", "1000000", "2018FY"),
            ("甲公司", "2000000", "2019FY"),
            ("乙公司", "-3000000", "2024FY"),
        )
    ]
    text = memo(found, today=DAY).to_markdown()
    assert row(text, "Profit (loss), latest year") == ["RMB(3)m (2024FY)", "RMB2m (2019FY)"]
    assert row(text, "Profit (loss), year before") == ["n.d.", "RMB1m (2018FY)"]


def filed_and_told(*amounts: str) -> list[Fact]:
    """Proceeds as the filing and as some articles tell them."""
    filed = fact("甲", "gross_proceeds", "4348100000", "HKD", stage="final", kind="allotment", document="r.pdf")
    return [
        filed,
        *(
            fact("甲", "gross_proceeds", amount, "HKD", stage="final", document=f"{name}.txt", resolution="1000000")
            for name, amount in zip("abcdef", amounts, strict=False)
        ),
    ]


def test_sources_that_agree_within_rounding_need_no_footnote() -> None:
    text = memo(filed_and_told("4348000000", "4348000000"), today=DAY)
    assert row(text.to_markdown(), "Gross proceeds, without") == ["4,348.1"]
    assert text.footnotes == []


@pytest.mark.parametrize(
    ("language", "footnote"),
    [
        ("en", "甲: a.txt, b.txt and 1 more: HKD 4,000,000,000 against HKD 4,348,100,000: nothing in the documents explains it (conflict)"),
        ("zh", "甲:a.txt, b.txt 等另 1 份:40 億港元 與 43.481 億港元 不符,文件未有解釋(矛盾)"),
    ],
)  # fmt: skip
def test_differences_of_a_figure_are_one_footnote(language: Language, footnote: str) -> None:
    text = memo(filed_and_told("4000000000", "4100000000", "4200000000"), language, today=DAY)
    assert text.footnotes == [footnote]


def test_no_english_sentence_in_the_chinese_memo() -> None:
    text = memo([article(), *filings()], "zh", currency="HKD", today=DAY)
    assert [note for note in (*text.footnotes, *text.sources[1:-1]) if re.search("[a-z]{3} [a-z]{2}", note)] == []
    assert sentences().keys() == {key for key, words in sentences().items() if words.keys() == {"en", "zh"}}


def test_a_currency_without_a_rate_is_marked() -> None:
    text = memo([fact("甲", "gross_proceeds", "1000000", "TWD", stage="final")], "zh", currency="HKD", today=DAY)
    assert row(text.to_markdown(), "所得款項總額,未計") == ["NT$0.01億[1][2]"]
    assert text.footnotes[0] == "無該日之 TWD/HKD 匯率,未作換算"


def test_a_currency_taken_from_the_context_is_assumed() -> None:
    told = fact("甲", "closing_price", "100", "HKD", notes=[FactNote(code="assumed_currency", text="bare 元")])
    table = compare([told], ["closing_price"])
    assert table.zhaogu.tier("甲", "closing_price") == "assumed"
    assert "the source names no currency: taken to be HKD" in table.memo().footnotes


def test_proceeds_of_the_shares_issued_are_derived() -> None:
    found = [
        fact("甲", name, value, unit, stage="final", kind="allotment", document="r.pdf")
        for name, value, unit in (
            ("gross_proceeds", "1000000000", "HKD"),
            ("offer_price", "10", "HKD"),
            ("over_allotment_shares_issued", "15000000", "shares"),
            ("cornerstone_shares", "40000000", "shares"),
            ("cornerstone_count", "7", "count"),
        )
    ]
    text = memo(found, today=DAY)
    assert row(text.to_markdown(), "Gross proceeds, with over") == ["1,150[1]"]
    assert row(text.to_markdown(), "Cornerstones") == ["7, 400[2]"]
    assert text.footnotes == [
        "derived: gross proceeds + over-allotment shares issued × offer price",
        "derived: cornerstone shares × offer price",
    ]


def test_a_range_names_its_currency_where_the_price_is_converted() -> None:
    text = memo([article(), *filings()], currency="USD", today=DAY).to_markdown()
    assert row(text, "Offer price")[1].endswith("(top of HK$151.00–165.00)")
