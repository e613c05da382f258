"""The memo of the worked example, word for word, alone and with the filings."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from sample import article, fact, filings

from zhaogu.conversion import FixedRates, Policy
from zhaogu.model import Fact
from zhaogu.model.fact import FactNote
from zhaogu.model.terminal import width
from zhaogu.reconciliation.reasons import Language, sentences
from zhaogu.tables import compare, memo
from zhaogu.tables.memo_cells import Page

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
        ("Cornerstones", "n.d.", "14; 2,723"),
        ("First-day close", "n.d.", "HK$345.00 (+109.09%)"),
        ("Last close", "HK$158.60 (9 Jan 2026), +36.5%[4]", "HK$345.00 (9 Jan 2026), +109.1%[5]"),
        ("Market value (", "", ""),
        ("Profit (loss), FY2022", "RMB(144)m", "US$(73.7)m"),
        ("Profit (loss), FY2024", "RMB(2,958)m", "US$(465.2)m"),
        ("Profit (loss), latest interim", "RMB(2,358)m (1H 2025)", "US$(512)m (9M 2025)"),
        ("R&D ratio", "n.d.", "619.1% (FY2024)"),
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
        ("Offer shares (m), without", "29.20"),
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
    assert "about 33,580,000 is 29,197,600 + 4,379,640 shares (over-allotment)" in text
    assert "derived: offer price × shares in issue" in text
    assert "00100-allotment.pdf (p. 2)" in text
    assert text.splitlines()[-1].startswith("Made 2026-02-10 with zhaogu ")


def test_chinese_counts_in_hundred_millions_and_names_the_rates() -> None:
    made = memo([article()], "zh", currency="HKD", today=DAY)
    text = made.to_markdown()
    assert row(text, "市值") == ["698.21 (2026年1月9日)", "1,067 (2026年1月9日)"]
    assert row(text, "發售股份（萬股），計入超額配股權") == ["n.d.", "~3,358[2]"]
    assert row(text, "公開發售認購倍數") == ["~1,159.46倍", "1,837倍[3]"]
    assert row(text, "利潤（虧損）2024年度") == ["(32.08)", "(36.30)"]
    assert "匯率：1 USD = 7.802555 HKD，ECB，USD→EUR→HKD，至 2024-12-31 共 256 日之平均" in made.sources


def test_more_than_four_issuers_stand_below_each_other() -> None:
    many = [
        fact(f"第{n}公司", "offer_price", str(n), "HKD", stock_code=f"0300{n}", document=f"{n}.txt")
        for n in range(1, 6)
    ]
    table = compare(many, ["offer_price"]).memo().table
    assert [line[0] for line in table[1:]] == [f"第{n}公司 (0300{n})" for n in range(1, 6)]
    assert table[0] == ["", "Offer price"]


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
    assert row(text, "Profit (loss), latest year") == ["RMB(3)m (FY2024)", "RMB2m (FY2019)"]
    assert row(text, "Profit (loss), year before") == ["n.d.", "RMB1m (FY2018)"]


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
        ("zh", "甲：a.txt, b.txt 等另 1 份：40 億港元與 43.481 億港元不符，文件未有解釋（矛盾）"),
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
    assert row(text.to_markdown(), "所得款項總額，未計") == ["NT$0.01億[1][2]"]
    assert text.footnotes[0] == "無該日之 TWD/HKD 匯率，未作換算"


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
    assert row(text.to_markdown(), "Cornerstones") == ["7; 400[2]"]
    assert text.footnotes == [
        "derived: gross proceeds + over-allotment shares issued × offer price",
        "derived: cornerstone shares × offer price",
    ]


def test_a_range_names_its_currency_where_the_price_is_converted() -> None:
    text = memo([article(), *filings()], currency="USD", today=DAY).to_markdown()
    assert row(text, "Offer price")[1].endswith("(top of HK$151.00–165.00)")


def test_a_range_of_one_price_says_nothing_of_where_another_price_lies() -> None:
    about = {"stock_code": "03009", "document": "a.txt", "stage": "final"}
    prices = {"offer_price": "12", "offer_price_low": "10", "offer_price_high": "10"}
    facts = [fact("甲公司", name, value, "HKD", **about) for name, value in prices.items()]
    assert row(memo(facts, today=DAY).to_markdown(), "Offer price") == ["HK$12.00"]


def many(*, closing: str | None = None) -> list[Fact]:
    """Six offers; the first has proceeds of an unknown basis, the last a close where one is given."""
    found = [
        fact(f"第{n}公司", "offer_price", str(n), "HKD", stock_code=f"0300{n}", document=f"{n}.txt", stage="final")
        for n in range(1, 7)
    ]
    found.append(fact("第1公司", "gross_proceeds", "1000000", "HKD", document="1.txt", stage="final"))
    found.append(
        fact("第3公司", "public_subscription_multiple", "5", "times", basis="over", document="3.txt", stage="final")
    )
    return [*found, fact("第6公司", "closing_price", closing, "HKD", document="6.txt")] if closing else found


def test_footnotes_are_numbered_as_they_are_read() -> None:
    marks = re.findall(r"\[(\d+)]", "\n".join("|".join(line) for line in memo(many(closing="9"), today=DAY).table))
    assert list(dict.fromkeys(marks)) == ["1", "2", "3"]


def test_columns_without_a_figure_are_named_below_a_table_of_many_issuers() -> None:
    made = memo(many(), today=DAY)
    assert made.table[0] == ["", "Offer price", "Gross proceeds, without over-allotment", "Public offer multiple"]
    (left_out,) = [line for line in made.sources if line.startswith("Disclosed for none of them: ")]
    assert "First-day close; Last close, return since offer; Market value" in left_out
    assert "上市日期；" in str(memo(many(), "zh", today=DAY))


def test_a_table_of_many_issuers_fits_a_page() -> None:
    found = [*many(closing="9"), *(known for made in (article(), *filings()) for known in made.facts)]
    text = str(memo(found, today=DAY))
    table = text.partition("\n[1] ")[0].splitlines()
    assert max(map(width, table)) <= 140
    assert sum(line.startswith("MiniMax (00100)") for line in table) > 1


def test_the_legend_tells_what_occurs() -> None:
    assert memo([article()], today=DAY).legend == "n.d.: not disclosed; brackets: losses; ~ about"
    assert memo([article()], "zh", today=DAY).legend == "n.d. 未披露；括號為虧損；~ 約"
    assert memo([], today=DAY).legend == ""


@pytest.mark.parametrize(
    ("language", "label", "name"),
    [
        ("en", "2024FY", "FY2024"), ("en", "2025H1", "1H 2025"), ("en", "2025Q3", "Q3 2025"), ("en", "2025-9M", "9M 2025"),
        ("zh", "2024FY", "2024年度"), ("zh", "2025H2", "2025年下半年"), ("zh", "2025Q1", "2025年第一季"),
        ("zh", "2025-9M", "2025年首9個月"), ("zh", "2024-12-31", "2024年12月31日"),
    ],
)  # fmt: skip
def test_periods_as_readers_call_them(language: Language, label: str, name: str) -> None:
    assert Page([], language, None, Policy()).period(label) == name


@pytest.mark.parametrize(
    ("currency", "language", "headline"),
    [
        ("USD", "en", "All amounts in US$m, prices in US$"),
        ("CNY", "zh", "金額以億元人民幣計，股價以元人民幣計"),
        ("JPY", "en", "All amounts in JPYm, prices in JPY"),
    ],
)
def test_the_headline_tells_currency_and_scale(currency: str, language: Language, headline: str) -> None:
    assert memo([article()], language, currency=currency, today=DAY).headline == headline


@pytest.mark.parametrize(
    ("metric", "more", "row_label", "cell", "footnote"),
    [
        ("market_cap", {"value": "1000000000", "unit": "HKD", "quote": "H股市值10億港元"}, "Market value |", "1,000[1]", "of the H shares only"),
        ("market_cap", {"value": "1000000000", "unit": "HKD", "notes": [FactNote(code="at_offer_price", text="-")]}, "Market value |", "1,000[1]", "at the offer price"),
        ("rd_ratio_pct", {"value": "12.5", "unit": "percent", "period": "2024FY", "notes": [FactNote(code="rd_investment_base", text="-")]},
         "R&D", "12.5%[1] (FY2024)", "of R&D investment, with what was capitalised"),
    ],
)  # fmt: skip
def test_what_kind_of_figure_it_is(metric: str, more: dict[str, Any], row_label: str, cell: str, footnote: str) -> None:
    made = memo([fact("甲", metric, **more)], today=DAY)
    assert row(made.to_markdown(), row_label) == [cell]
    assert made.footnotes == [footnote]


def test_prices_keep_their_digits() -> None:
    shown = [fact("甲", "offer_price", value, "HKD", stage="final") for value in ("8.275",)]
    assert row(memo(shown, today=DAY).to_markdown(), "Offer price") == ["HK$8.275"]


def test_pages_of_what_was_compared_are_named() -> None:
    listed = next(line for line in memo([article(), *filings()], today=DAY).sources if line.startswith("Sources"))
    assert "02513-notice.pdf (p. 1)" in listed and "00100-stabilisation.pdf (p. 1)" in listed


def test_the_memo_as_a_frame_and_in_a_notebook() -> None:
    made = memo([article()], today=DAY)
    frame = made.to_frame()
    assert frame.loc["Listing date", "MiniMax (00100)"] == "9 Jan 2026"
    assert frame.attrs["below"][-1].startswith("Made 2026-02-10")
    assert r"HK\$116.20" in made._repr_markdown_() and "HK$116.20" in made.to_markdown()
    assert "|---|---:|---:|" in made.to_markdown()


def test_chinese_has_its_own_punctuation() -> None:
    text = str(memo([article(), *filings()], "zh", currency="HKD", today=DAY))
    assert re.findall(r"[一-鿿][,:;]|[,:;][一-鿿]|[一-鿿] [一-鿿]", text) == []


@pytest.mark.parametrize(("rate", "footnotes"), [("7.80", 0), ("7.9", 1)])
def test_a_rate_outside_the_peg_is_a_footnote(rate: str, footnotes: int) -> None:
    told = [fact("甲", "offer_price", "79", "HKD", as_of="2026-01-09", stage="final")]
    made = memo(told, currency="USD", policy=Policy(rates=FixedRates({"USD/HKD": rate})), today=DAY)
    assert made.footnotes == ["at a rate outside 7.75 to 7.85 Hong Kong dollars to the US dollar"] * footnotes
