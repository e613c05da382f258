"""Articles of our own: who is meant, which metric, which period, and what is no fact."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model import Fact
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

DAY = date(2026, 1, 14)


def facts(text: str, published: date | None = DAY, title: str | None = None) -> list[Fact]:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=title, published=published)
    return extract_news(document).facts


def told(text: str, *metrics: str) -> set[tuple[str | None, str, str | None, str]]:
    return {
        (fact.issuer, fact.metric, fact.period, value_text(fact.value) if fact.value is not None else "")
        for fact in facts(text)
        if fact.metric in metrics
    }


ISSUERS = [
    (
        "新股:1. 康樂藥業(02801):收報12.5元,較招股價10元升25%;2. 星河動力(02802):收報8元,較招股價8.5元跌5.9%。今日首日掛牌。",
        {("康樂藥業", "offer_price", None, "10"), ("星河動力", "offer_price", None, "8.5")},
        ("offer_price",),
    ),
    (
        "康樂藥業(02801)、星河動力(02802)今日同時招股,招股價分別為10至12元及8至8.5元,每手500股及1000股。",
        {
            ("康樂藥業", "offer_price_high", None, "12"),
            ("星河動力", "offer_price_high", None, "8.5"),
            ("康樂藥業", "board_lot", None, "500"),
            ("星河動力", "board_lot", None, "1000"),
        },
        ("offer_price_high", "board_lot"),
    ),
    (
        "康樂藥業\n股份代號:02801\n招股價:10-12元\n\n星河動力\n股份代號:02802\n招股價:8-8.5元\n上市日期:1月21日",
        {("康樂藥業", "offer_price_low", None, "10"), ("星河動力", "offer_price_low", None, "8")},
        ("offer_price_low",),
    ),
    (
        "京東方便旗下的樂活工業今日掛牌,京東方便(09618)跌2%。樂活工業招股價14元,公開發售超購60倍。",
        {("樂活工業", "public_subscription_multiple", None, "60")},
        ("public_subscription_multiple",),
    ),
    (
        "1月12日,本源材料科技(合肥)股份有限公司(以下簡稱「本源材料」)在上交所科創板上市,股票代碼688999,發行價50元/股。",
        {("本源材料", "offer_price", None, "50"), ("本源材料", "stock_code", None, "688999")},
        ("offer_price", "stock_code"),
    ),
    (
        "慕眠集團(2810)今起招股,招股價10元。慕眠2024年收入12億元人民幣。同業方面,安睡股份2024年收入80億元人民幣。",
        {("慕眠集團", "revenue", "2024FY", "1200000000")},
        ("revenue",),
    ),
]

PERIODS = [
    (
        "慕眠集團(2810)今起招股。2022年至2024年收入依次為2.88億元、5.30億元及6.32億元人民幣,虧損分別為9,650萬元、6,340萬元及9,780萬元。",
        {
            ("net_profit", "2022FY", "-96500000"),
            ("net_profit", "2024FY", "-97800000"),
            ("revenue", "2023FY", "530000000"),
        },
    ),
    (
        "慕眠集團(2810)今起招股。2022年、2023年與2024年營收分別為1億元、2億元及3億元人民幣,2025年上半年為2億元。",
        {("revenue", "2022FY", "100000000"), ("revenue", "2024FY", "300000000"), ("revenue", "2025H1", "200000000")},
    ),
    (
        "慕眠集團(2810)今起招股。2024年收入12億元人民幣,較一年前的10億元增20%。",
        {
            ("revenue", "2024FY", "1200000000"),
            ("revenue", "2023FY", "1000000000"),
            ("revenue_growth_pct", "2024FY", "20"),
        },
    ),
    (
        "慕眠集團(2810)今起招股。2022年至2024年營業收入從92億元升至269億元人民幣,淨利潤從5億元升至14億元人民幣。",
        {("revenue", "2022FY", "9200000000"), ("net_profit", "2024FY", "1400000000")},
    ),
    (
        "慕眠集團(2810)今起招股。2024年純利26億元人民幣,躍升1.43倍。",
        {("net_profit_growth_pct", "2024FY", "143")},
    ),
]

NOTHING = [
    "測試控股(00918)公布,於8月15日在聯交所回購286萬股,每股作價介乎346.2元至352.8元,涉資約10億元。公司中期收入1,611億元人民幣,按年升8%。",
    "測試科技集團發行可轉債8億元,發行價格100元/張,網上有效申購倍數約3萬倍,中籤率0.0026%。公司2023年營收11.27億元。",
    "據知情人士透露,某大模型公司已完成新一輪5億美元融資,投後估值約43億美元,超額認購近三倍。",
    "恒指收報26,844點,跌78點或0.29%,大市成交2,607億元。近一個月掛牌的21隻股份中,12隻低於上市價。",
    "證監會公布新規,公開認購部分初步佔5%,超額認購15倍至不足50倍升至15%,上市時市值須達6億港元。",
    "測試軟件(02899)獲大行上調目標價,由365元調至382元,維持增持評級,料全年收入348億元人民幣。股份收報316元。",
    "測試網絡否認上市傳聞,稱暫無計劃。市場傳言公司擬集資5億美元,估值310億美元。",
]


@pytest.mark.parametrize(("text", "wanted", "metrics"), ISSUERS)
def test_whose_figure(text: str, wanted: set[tuple[str, str, str | None, str]], metrics: tuple[str, ...]) -> None:
    assert told(text, *metrics) == wanted


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_which_period(text: str, wanted: set[tuple[str, str, str]]) -> None:
    metrics = {metric for metric, _, _ in wanted}
    assert wanted <= {(metric, period, value) for _, metric, period, value in told(text, *metrics)}


@pytest.mark.parametrize("text", NOTHING)
def test_no_reportable_fact(text: str) -> None:
    assert facts(text) == []


def test_first_day_is_told_from_opening_noon_and_grey_market() -> None:
    text = (
        "測試科技(02899)今日首日掛牌,開報20元,高開60%,中午收19元,收報15元,較招股價12.5元升20%。"
        "昨晚暗盤收報18元。恒指跌0.5%。"
    )
    wanted = {("closing_price", "15"), ("first_day_change_pct", "20"), ("offer_price", "12.5")}
    metrics = ("closing_price", "share_price", "first_day_change_pct", "offer_price")
    assert {(metric, value) for _, metric, _, value in told(text, *metrics)} == wanted


def test_basis_is_what_the_words_say() -> None:
    text = "測試科技(02899)公布配發結果,香港公開發售獲60倍超額認購,國際發售認購水平2.5倍。"
    assert {(f.metric, f.basis, f.stage) for f in facts(text) if f.metric.endswith("multiple")} == {
        ("public_subscription_multiple", "over", "final"),
        ("international_subscription_multiple", "total", "final"),
    }


def test_margin_tally_is_interim() -> None:
    text = "測試科技(02899)招股,多家券商合計借出630億元孖展,超額認購近100倍。"
    assert [f.stage for f in facts(text) if f.metric == "public_subscription_multiple"] == ["interim"]


def test_restatement_in_another_currency_is_a_fact_of_its_own() -> None:
    text = "測試科技(02899)招股,集資8.85億港元(約合人民幣8.2億元)。"
    assert {(f.unit, str(f.value)) for f in facts(text) if f.metric == "gross_proceeds"} == {
        ("HKD", "885000000"),
        ("CNY", "820000000"),
    }


def test_a_loser_says_why() -> None:
    document = TextDocument(
        name="a", sha256="0" * 64, text="測試科技(02899)首日掛牌,成交160億元,收報15元。", published=DAY
    )
    found = extract_news(document)
    assert ("decoy", "turnover") in {(r.code, r.reason) for r in found.rejected} or found.rejected == []


@pytest.mark.parametrize("text", [text for text, _, _ in ISSUERS] + [text for text, _ in PERIODS])
def test_quotes_stand_at_their_offsets(text: str) -> None:
    for fact in facts(text):
        place = fact.evidence
        assert place.start is not None and text[place.start : place.end] == place.quote


def test_title_names_the_issuer() -> None:
    found = facts("今早公布,發售價定為15元,屬範圍上限。慕眠集團每手200股。", title="慕眠集團公開發售超購208倍")
    assert {f.issuer for f in found} == {"慕眠集團"}
