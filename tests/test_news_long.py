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
    (
        "安睿發表報告指市場回暖。恒達電器(01234)今日招股,招股價12元,集資5億元。",
        {("offer_price", "12"), ("gross_proceeds", "500000000")},
    ),
    (
        "智庫型公司晨迅科技今日首日掛牌,收報12元。晨迅科技上月發布行業白皮書。晨迅科技每手200股。",
        {("closing_price", "12"), ("board_lot", "200")},
    ),
    ("網約車平台晨行科技今起招股,預計1月25日以「2643」為股份代號在主板掛牌。", {("stock_code", "02643")}),
    ("晨行科技今日掛牌,以2643作為股份代號。", {("stock_code", "02643")}),
    ("晨行科技,股份編號2589,今日在港交所掛牌。", {("stock_code", "02589")}),
    (
        "晨行科技(02643)今日招股,發售1億股。承銷商另獲授權可於30日內要求公司發行最多1,500萬股額外股份。",
        {("shares_offered", "100000000"), ("over_allotment_option_shares", "15000000")},
    ),
    (
        "晨行科技(02643)今日招股,發售1億股,另有15%超額配股權,對應最多1,500萬股。",
        {("shares_offered", "100000000"), ("over_allotment_option_shares", "15000000")},
    ),
    (
        "晨行科技(02643)今日招股,發售1億股。國際包銷商可要求公司增發不超過1,500萬股。",
        {("shares_offered", "100000000"), ("over_allotment_option_shares", "15000000")},
    ),
    (
        "晨行科技(02643)今日公布配發結果,接獲8,672份有效申請,分配予7,904名申請人,國際發售有承配人116名。",
        {("valid_applications", "8672"), ("successful_applications", "7904"), ("placees", "116")},
    ),
    (
        "晨行科技(02643)今日招股,集資總額7.786億港元,淨額5.919億港元,差額的1.867億港元都是上市開支。",
        {("gross_proceeds", "778600000"), ("net_proceeds", "591900000"), ("listing_expenses", "186700000")},
    ),
    ("第四範式科技(01234)今日招股,招股價12元。", {("offer_price", "12")}),
]


@pytest.mark.parametrize(("text", "expected"), OFFERINGS)
def test_offerings_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(fact.metric, value_text(fact.value)) for fact in facts(text)}


ABOUT_THE_MARKET = [
    "安睿會計師行:港股料全年集資3000億\n安睿會計師行發表報告指,預計今年本港有90隻新股上市,集資3,000億元,市盈率中位數18倍,"
    "已有300份申請待審。",
    "據明澄證券統計,上半年港股共有44隻新股上市,合計集資1,071億元,平均超購620倍,首日平均升幅21%,破發率三成。",
    "普睿永道调查显示,A股首三季78只新股上市,筹759亿元人民币,按年增59%。美国市场有63家中国企业上市,集资11.4亿美元。",
    "科创板第五套上市标准重启\n上交所昨日宣布,第五套标准要求预计市值不低于40亿元,第四套标准为预计市值不低于30亿元、"
    "最近一年营业收入不低于3亿元。科创板共588家公司,IPO累计募资9257亿元。",
    "港交所數據:首季16隻新股集資182億\n港交所(00388)數據顯示,今年首季共有16隻新股上市,集資182億元,按年升2.8倍。",
]


@pytest.mark.parametrize("text", ABOUT_THE_MARKET)
def test_the_market_is_no_issuer(text: str) -> None:
    assert facts(text) == []


TRADED = "恒達電器(01234.HK)今日首日掛牌,發售價12元,收報13元,升8.33%。"
OF_OTHERS = [
    "更早赴美的藍鯨智駕,2021年4月以40美元發行,集資5億美元,如今早已退市。",
    "上月來港上市的藍鯨智駕,首日升五成,集資8億元。",
    "2019年登陸港股的藍鯨智駕,發行價2.8港元,籌資8.44億港元。",
    "藍鯨智駕2019年1月上市時,發行價2.80港元,籌資8.44億港元;如今青禾網絡市值只有30億港元。",
    "目前同業藍鯨智駕市值30億港元,收入5億元。",
    "\n上一則 順風H股上限定價36元   下一則 夢金閣11月29日首日收漲,市值44億港元",
    "\n還在看:藍鯨智駕公開發售超購300倍,一手中籤率5%",
    "IPO之前,公司累計獲得7.8億美元融資。",
    "上市前,公司先後獲注資合共5億元。",
]


@pytest.mark.parametrize("text", OF_OTHERS)
def test_figures_of_others_are_none_of_the_issuer(text: str) -> None:
    told = {(f.issuer, f.metric, value_text(f.value)) for f in facts(TRADED + text)}
    assert told == {(f.issuer, f.metric, value_text(f.value)) for f in facts(TRADED)}


def test_money_raised_in_the_offering_is_no_private_round() -> None:
    told = {(f.metric, value_text(f.value)) for f in facts(TRADED + "公司透過IPO融資7億元。")}
    assert ("gross_proceeds", "700000000") in told


ROUND_UPS = [
    (
        "三間公司今早齊公布分配結果。泛文化企業聲迅科技(02495)定價152.1元,集資淨額4.4億元,1月20日掛牌。"
        "如意出行(09680)同於該日上市,發售價釐定為35元。反觀早一日(19日)登場的中晨通信(02545)成為小熱門,1.1元定價,"
        "散戶超購逾124倍,回撥至發行總數的五成,一手2,500股只有兩成機會抽中。",
        {
            ("聲迅科技", "offer_price", "152.1"),
            ("聲迅科技", "net_proceeds", "440000000"),
            ("聲迅科技", "listing_date", "2026-01-20"),
            ("如意出行", "listing_date", "2026-01-20"),
            ("如意出行", "offer_price", "35"),
            ("中晨通信", "listing_date", "2026-01-19"),
            ("中晨通信", "offer_price", "1.1"),
            ("中晨通信", "public_subscription_multiple", "124"),
            ("中晨通信", "public_share_pct", "50"),
            ("中晨通信", "board_lot", "2500"),
            ("中晨通信", "one_lot_success_rate_pct", "20"),
        },
    ),
    (
        "兩家自動駕駛公司,前後腳登陸納斯達克。文途科技(WRDX)1月5日先行,首日收報16.55美元,漲6.8%。"
        "小驥科技(PONX)昨日(13日)跟進,IPO募資2.6億美元,收盤12美元,跌幅7.69%。",
        {
            ("文途科技", "listing_date", "2026-01-05"),
            ("文途科技", "closing_price", "16.55"),
            ("文途科技", "first_day_change_pct", "6.8"),
            ("小驥科技", "listing_date", "2026-01-13"),
            ("小驥科技", "gross_proceeds", "260000000"),
            ("小驥科技", "closing_price", "12"),
            ("小驥科技", "first_day_change_pct", "-7.69"),
        },
    ),
    (
        "小驥科技、文途科技昨日(1月13日)同步回港,結果雙雙破發。小驥科技(02026)定價139港元,文途科技(00800)定價27.1港元。"
        "公開發售端小驥科技獲15.88倍認購,文途科技則有73.44倍;機構端為7.7倍和9.98倍。收盤時,小驥科技報126.1港元,跌9.28%;"
        "文途科技報24.4港元,跌9.96%。",
        {
            ("小驥科技", "listing_date", "2026-01-13"),
            ("小驥科技", "offer_price", "139"),
            ("小驥科技", "public_subscription_multiple", "15.88"),
            ("小驥科技", "international_subscription_multiple", "7.7"),
            ("小驥科技", "closing_price", "126.1"),
            ("小驥科技", "first_day_change_pct", "-9.28"),
            ("文途科技", "listing_date", "2026-01-13"),
            ("文途科技", "offer_price", "27.1"),
            ("文途科技", "public_subscription_multiple", "73.44"),
            ("文途科技", "international_subscription_multiple", "9.98"),
            ("文途科技", "closing_price", "24.4"),
            ("文途科技", "first_day_change_pct", "-9.96"),
        },
    ),
    (
        "兩隻新股今日齊掛牌。升得較多的是晨力醫療(02801),收報15元,升五成;以每股8元定價的乙達環保(02802)則收報8.4元。"
        "公開發售超購120倍的乙達環保,一手中籤率10%。",
        {
            ("晨力醫療", "listing_date", "2026-01-14"),
            ("晨力醫療", "closing_price", "15"),
            ("晨力醫療", "first_day_change_pct", "50"),
            ("乙達環保", "listing_date", "2026-01-14"),
            ("乙達環保", "offer_price", "8"),
            ("乙達環保", "closing_price", "8.4"),
            ("乙達環保", "public_subscription_multiple", "120"),
            ("乙達環保", "one_lot_success_rate_pct", "10"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROUND_UPS)
def test_each_figure_of_a_round_up_is_its_own_issuers(text: str, expected: set[tuple[str, str, str]]) -> None:
    told = {(f.issuer, f.metric, value_text(f.value)) for f in facts(text)}
    assert {row for row in told if row[1] not in ("stock_code", "exchange")} == expected


def test_the_years_before_the_publication() -> None:
    text = "晨行科技(02643)今日招股。過往三年(截至12月底止)收入分別錄得18.53億、30.27億及34.46億元人民幣。"
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=date(2025, 12, 30))
    told = {(f.period, value_text(f.value)) for f in extract_news(document).facts if f.metric == "revenue"}
    assert told == {("2022FY", "1853000000"), ("2023FY", "3027000000"), ("2024FY", "3446000000")}
    assert "revenue" not in {fact.metric for fact in facts(text)}  # in January the last accounts may not be out


ABOUT = [
    ("公開發售認購額約為可供認購股數的3.61倍。", "public_subscription_multiple", "approx"),
    ("公開發售認購額為可供認購股數的3.61倍。", "public_subscription_multiple", "exact"),
    ("國際發售約有20倍認購。", "international_subscription_multiple", "approx"),
]


@pytest.mark.parametrize(("text", "name", "qualifier"), ABOUT)
def test_about_how_much(text: str, name: str, qualifier: str) -> None:
    told = {f.metric: f.qualifier for f in facts("晨行科技(02643)今日公布配發結果。" + text)}
    assert told[name] == qualifier
