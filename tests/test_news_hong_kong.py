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

LISTED = ("listing_date", "2026-01-20")
CASES = [
    # a percentage of the offering, and its shares
    (
        RESULT + "公開發售佔比維持一成,涉及289.16萬股。",
        {("public_share_pct", "10"), ("shares_offered_public", "2891600")},
    ),
    (
        RESULT + "公開發售佔比增至三成半(即約700萬股)。",
        {("public_share_pct", "35"), ("shares_offered_public", "7000000")},
    ),
    (
        RESULT + "國際發售佔九成,合共2,602.4萬股。",
        {("international_share_pct", "90"), ("shares_offered_international", "26024000")},
    ),
    (
        RESULT + "公開發售佔比維持一成,餘下2,602.4萬股屬國際發售。",
        {("public_share_pct", "10"), ("shares_offered_international", "26024000")},
    ),
    (
        RESULT + "公開發售佔一成,超額配股權涉及300萬股。",
        {("public_share_pct", "10"), ("over_allotment_option_shares", "3000000")},
    ),
    # a lot right behind its word, whatever is said of it
    (RESULT + "抽中一手1,000股的機會率僅12%。", {("board_lot", "1000"), ("one_lot_success_rate_pct", "12")}),
    (RESULT + "申請100手(10萬股)才保證獲發兩手。", set()),
    # a multiple before its tranche
    (TRADED + "早前獲747.9倍公開超購。", {("public_subscription_multiple", "747.9")}),
    (
        TRADED + "早前獲10.5倍國際配售認購及60倍香港公開發售超額認購。",
        {("international_subscription_multiple", "10.5"), ("public_subscription_multiple", "60")},
    ),
    # whose a profit is
    (LEAD + "2024年歸屬母公司淨損3億元人民幣。", {("net_profit_attributable", "-300000000")}),
    (LEAD + "2024年歸屬於母公司股東之稅後淨利3億元人民幣。", {("net_profit_attributable", "300000000")}),
    (LEAD + "母公司淨虧損擴大。2024年淨虧損3億元人民幣。", {("net_profit", "-300000000")}),
    # days that were given up
    (LEAD + "股份將於1月20日掛牌。", {LISTED}),
    (LEAD + "原定1月19日掛牌,現押後至1月20日。", {LISTED}),
    (LEAD + "原定1月19日推遲至1月20日掛牌。", {LISTED}),
    (
        LEAD + "公司昨日公布,決定暫不進行全球發售及上市,招股價10元至12元。",
        {("offer_price_low", "10"), ("offer_price_high", "12")},
    ),
    (LEAD + "公司取消上市,本來安排在1月20日掛牌。", set()),
    (LEAD + "公司擱置招股,原擬1月20日上市。", set()),
    (LEAD + "公司昨晚宣布押後1月20日的上市。", set()),
    (LEAD + "招股價10元至12元,有基金要求以下限定價。", {("offer_price_low", "10"), ("offer_price_high", "12")}),
    # several on their first day
    (
        "兩隻新股今日同場較勁。星河動力(02802.HK)招股價4元,收市報6元,飆50%。",
        {("offer_price", "4"), ("closing_price", "6"), ("first_day_change_pct", "50")},
    ),
    (
        "三隻新股今早一齊登場。星河動力(02802.HK)收市報6元,升50%。",
        {("closing_price", "6"), ("first_day_change_pct", "50")},
    ),
    ("兩隻新股今日截飛。星河動力(02802.HK)招股價4元,收市報6元。", {("offer_price", "4"), ("share_price", "6")}),
    # the first day goes on behind its opening
    (
        "星河動力(02802.HK)1月2日掛牌,首日高開八成至35元,盤中一度翻倍,收市34.46元,升75.8%。",
        {("closing_price", "34.46"), ("first_day_change_pct", "75.8")},
    ),
    # compared with another company
    (
        TRADED
        + "以收市價計,公司市值944億元,較大地科技(00520.HK)的124億元多六倍半。淨集資約72.7億元,公開發售超額認購4.6倍。",
        {("market_cap", "94400000000"), ("net_proceeds", "7270000000"), ("public_subscription_multiple", "4.6")},
    ),
    # the day's leading part is a first day
    (
        "新股回顧。周五(9日)的主角固然是星河動力(02802.HK),股價較招股價165元倍升至345元。",
        {("listing_date", "2026-01-09"), ("offer_price", "165")},
    ),
    ("公司引入新產品,星河動力(02802.HK)是行業的主力。", set()),
    # the bare days of a week that is looked back on
    (
        "【一周新股回顧】上周有兩隻新股登陸港股。表現最好的星河動力(02802.HK)周四首掛,首日彈29.6%收19.96元。",
        {("listing_date", "2026-01-08"), ("first_day_change_pct", "29.6"), ("closing_price", "19.96")},
    ),
    (
        "上周有兩隻新股登陸港股。星河動力(02802.HK)將於周五掛牌,發售價2.5元。",
        {("listing_date", "2026-01-16"), ("offer_price", "2.5")},
    ),
    (
        "本周有新股登場。星河動力(02802.HK)周五掛牌,發售價2.5元。",
        {("listing_date", "2026-01-16"), ("offer_price", "2.5")},
    ),
    # what the option brought once it was exercised, and the capital behind it
    (
        TRADED + "穩價操作人悉數行使超額配股權,涉及477萬股,為公司額外帶來約7,120萬元淨額。H股股數將增至2.1億股。",
        {
            ("over_allotment_outcome", "full"),
            ("over_allotment_shares_issued", "4770000"),
            ("additional_net_proceeds", "71200000"),
        },
    ),
    (
        TRADED + "公司集資淨額約7,120萬元,超額配股權未獲行使而失效。",
        {("net_proceeds", "71200000"), ("over_allotment_outcome", "lapsed")},
    ),
    # by the name alone, told of its cornerstone investors
    (
        "基石投資者名單方面,遠岫醫療引入包括高嶺資本、北岸基金在內的8名基石投資者,將認購約3,318萬股,佔發售股份約43%。",
        {("cornerstone_count", "8"), ("cornerstone_shares", "33180000"), ("cornerstone_share_pct", "43")},
    ),
    # an aside about cornerstones that has a figure of its own
    (
        RESULT + "國際配售錄得11.6倍認購(撇除基石則為22倍)。",
        {("international_subscription_multiple", "11.6"), ("international_subscription_multiple_ex_cornerstone", "22")},
    ),
    (RESULT + "國際配售錄得22倍認購(不計基石投資者)。", {("international_subscription_multiple_ex_cornerstone", "22")}),
    # a price that was set at an end of the range
    (RESULT + "公司把發售價定在招股範圍下限9.8元。", {("offer_price", "9.8"), ("offer_price_low", "9.8")}),
    (RESULT + "發售價定於招股價區間的上限12.38元。", {("offer_price", "12.38"), ("offer_price_high", "12.38")}),
    (LEAD + "招股範圍下限9.8元,上限12元。", {("offer_price_low", "9.8"), ("offer_price_high", "12")}),
    # what brokers hold ready is no order
    (LEAD + "月光證券稱已預留50億元孖展額;10家券商合共借出逾315億元。", {("order_amount", "31500000000")}),
    (LEAD + "券商已借出50億元孖展。", {("order_amount", "5000000000")}),
    # what was raised by the listing
    (
        TRADED + "公司上市集資總額5億元,上市開支約4,200萬元。",
        {("gross_proceeds", "500000000"), ("listing_expenses", "42000000")},
    ),
    (TRADED + "公司上市集資淨額4.6億元。", {("net_proceeds", "460000000")}),
    # who speaks of the market
    ("月光會計師行發表新股市場總結,預料今年本港有114隻新股。今年98%新股的公開部分獲超額認購,集資逾1,500億元。", set()),
    ("月光香港預計全年新股集資3,000億元,現時申請超過300宗,平均一手中籤率兩成。", set()),
    (
        RESULT + "公開發售股份增至7,974萬股,相當於總數五成。",
        {("shares_offered_public", "79740000"), ("public_share_pct", "50")},
    ),
]


def test_a_code_without_its_exchange() -> None:
    text = "星河動力 (688256-CN) 20 日於上海科創板掛牌,收在 212.4 元。"
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=date(2026, 1, 20))
    found = {(f.metric, value_text(f.value)) for f in extract_news(document).facts if f.value is not None}
    assert {("stock_code", "688256"), ("closing_price", "212.4")} <= found


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


def test_a_lot_names_its_company() -> None:
    text = (
        "打新攻略:本周四隻新股撞期。蘭汀食品入場費最平,一手500股只需2,828元;松澗物業每手1,000股,入場費4,545.38元,"
        "在輝星暗盤場買賣,兩股均於下周二(20日)掛牌。"
    )
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=PUBLISHED)
    found = {(f.issuer, f.metric, value_text(f.value)) for f in extract_news(document).facts if f.value is not None}
    assert {
        ("蘭汀食品", "board_lot", "500"),
        ("蘭汀食品", "entry_fee", "2828"),
        ("松澗物業", "board_lot", "1000"),
        ("松澗物業", "entry_fee", "4545.38"),
    } <= found
    assert {issuer for issuer, _, _ in found} == {"蘭汀食品", "松澗物業"}


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
