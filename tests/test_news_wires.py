"""Figures in the manner of the wires of Hong Kong, Taiwan and the mainland, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

LEAD = "星河動力(02802.HK)今日招股。"
TRADED = "星河動力(02802.HK)今日首日掛牌。"

BOTH = "星河動力(02802.HK)及大地科技(02803.HK)今日公布招股結果,"
CURRENCY_ASIDE = {
    ("revenue", "2022FY", "500000000"),
    ("revenue", "2023FY", "600000000"),
    ("revenue", "2024FY", "700000000"),
}
CASES = [
    (LEAD + "2022年至2024年,公司收入分別為5億元(人民幣,下同)、6億元及7億元。", CURRENCY_ASIDE),
    (LEAD + "2022年至2024年,公司收入分別為5億元(單位:人民幣,下同)、6億元和7億元。", CURRENCY_ASIDE),
    (LEAD + "2022年至2024年收入為5億元(以下均為人民幣)、6億元、7億元。", CURRENCY_ASIDE),
    (LEAD + "2022年至2024年收入為5億(人民幣)、6億、7億元。", CURRENCY_ASIDE),
    (
        LEAD + "公司發行4191萬700股,共有2萬8440人認購。",
        {("shares_offered", None, "41910700"), ("valid_applications", None, "28440")},
    ),
    (
        LEAD + "甲基金、乙資本等9家機構作為基石投資者認購1.5億美元股份。",
        {("cornerstone_count", None, "9"), ("cornerstone_amount", None, "150000000")},
    ),
    (
        LEAD + "公司引入五間國際機構擔任基石,合共認購2億美元。",
        {("cornerstone_count", None, "5"), ("cornerstone_amount", None, "200000000")},
    ),
    (
        TRADED + "公開發售認購額僅為初步可供認購股數的24%。公開發售原本佔一成,即2,658.5萬股,公開發售佔比因此降至2.4%。",
        {
            ("public_subscription_multiple", None, "0.24"),
            ("public_share_pct", None, "10"),
            ("public_share_pct", None, "2.4"),
            ("shares_offered_public_initial", None, "26585000"),
        },
    ),
    (TRADED + "市值236.5億元,較去年最後一輪融資的600億元人民幣估值縮水。", {("market_cap", None, "23650000000")}),
    (
        TRADED
        + "收報39元,升2.6%。\n昨晚暗盤表現未見起色。輝立交易場開報37.5元,其後反覆,收報35.8元,較招股價低5.8%;耀才收報36.1元,跌5%。",
        {("closing_price", None, "39"), ("first_day_change_pct", None, "2.6")},
    ),
    (TRADED + "暗盤收報35.8元。該股今早高開5%,收報39元。", {("closing_price", None, "39")}),
    ("星河動力(02802.HK)明日掛牌,定價38元。富途收報36元,跌5.3%。", {("offer_price", None, "38")}),
    (
        "新股熱鬧,兩隻新股首日掛牌均告報捷。\n星河動力(02802.HK)公開發售超購98倍,收市報27.6元,即全日最高位,升98.8%。",
        {
            ("public_subscription_multiple", None, "98"),
            ("closing_price", None, "27.6"),
            ("first_day_change_pct", None, "98.8"),
        },
    ),
    (
        TRADED + "H股收報82元,升5%。A股方面,星河動力(002802.SZ)收於137.5元,上漲3.4%。",
        {("closing_price", None, "82"), ("first_day_change_pct", None, "5")},
    ),
    (
        TRADED + "收報82元。其A股今日收報137.5元,跌0.4%。",
        {("closing_price", None, "82")},
    ),
    (TRADED + "收報82元。該股年內累計上漲46%。", {("closing_price", None, "82")}),
    (
        TRADED + "收報252元,與招股價相同。",
        {("closing_price", None, "252"), ("offer_price", None, "252"), ("first_day_change_pct", None, "0")},
    ),
    (TRADED + "該股開市報248元,與發售價持平。", set()),
    (
        LEAD
        + "2018年至2020年虧損分別為5億元、6億元和7億元。若剔除優先股公允價值變動,2018年、2019年分別虧損2億元和1億元,2020年則盈利3億元。",
        {
            ("net_profit", "2018FY", "-500000000"),
            ("net_profit", "2019FY", "-600000000"),
            ("net_profit", "2020FY", "-700000000"),
            ("adjusted_net_profit", "2018FY", "-200000000"),
            ("adjusted_net_profit", "2019FY", "-100000000"),
            ("adjusted_net_profit", "2020FY", "300000000"),
        },
    ),
    (
        LEAD + "若按非國際財務報告準則計量,2024年淨利潤為5億元,同比增長12%。",
        {("adjusted_net_profit", "2024FY", "500000000")},
    ),
    (
        LEAD + "扣除非經常性損益(主要為股份支付),2024年淨利潤達6億元。",
        {("net_profit_ex_nonrecurring", "2024FY", "600000000")},
    ),
    (LEAD + "公司發盈喜,料2025年全年收入介乎207億至211億元,股東應佔溢利介乎43億至46億元,增幅最多38%。", set()),
    (
        LEAD + "公司曾申報上交所主板,計劃募資12億元,次年主動撤回申請。是次計劃集資5億港元。",
        {("gross_proceeds", None, "500000000")},
    ),
    (
        TRADED + "公司發售600萬股。若超額配股權悉數行使,還可額外發行最多90萬股,帶來約3億元淨額。",
        {
            ("shares_offered", None, "6000000"),
            ("over_allotment_option_shares", None, "900000"),
            ("additional_net_proceeds", None, "300000000"),
        },
    ),
    ("星河動力(02802.HK)上周四首日掛牌即由48元跌至31.9元,挫33.5%。", {("first_day_change_pct", None, "-33.5")}),
    (LEAD + "公司去年虧損30億元人民幣;第四季月均活躍用戶2.02億。", {("net_profit", "2025FY", "-3000000000")}),
    (
        LEAD + "2023年首季收入32億元人民幣,同比增長10.3%,淨利潤扭虧,錄得586萬元人民幣。",
        {
            ("revenue", "2023Q1", "3200000000"),
            ("revenue_growth_pct", "2023Q1", "10.3"),
            ("net_profit", "2023Q1", "5860000"),
        },
    ),
    (
        "兩家公司同日掛牌,一漲一跌。\n星河動力(02802.HK)微漲0.5%,收報20.1港元。\n大地科技(02803.HK)大跌,收報10.6港元。",
        {("first_day_change_pct", None, "0.5"), ("closing_price", None, "20.1"), ("closing_price", None, "10.6")},
    ),
    (
        LEAD + "2024年收入5億元人民幣;「星塵」收入3億元,急增1.35倍,佔比升至六成,「月光」收入1億元,佔總收入兩成。",
        {("revenue", "2024FY", "500000000")},
    ),
    (
        LEAD + "2024年收入5億元人民幣,研發開支1億元人民幣,佔收入20%。",
        {("revenue", "2024FY", "500000000"), ("rd_expense", "2024FY", "100000000"), ("rd_ratio_pct", "2024FY", "20")},
    ),
    (LEAD + "\n收入三年增近三倍\n2024年收入5億元人民幣,兩年增長12%。", {("revenue", "2024FY", "500000000")}),
    (TRADED + "集資5億元。公司2023年5月融資20億美元,估值660億美元。", {("gross_proceeds", None, "500000000")}),
    (TRADED + "集資5億元。4月,對手剛完成18億美元融資,投後估值78億美元。", {("gross_proceeds", None, "500000000")}),
    (LEAD + "公司擬在港IPO融資5億美元,估值料達80億美元。", {("gross_proceeds", None, "500000000")}),
    (
        TRADED + "升1.48倍。開市報58元,較招股價26.3元高1.2倍,收報65.2元,升147.91%。",
        {("offer_price", None, "26.3"), ("closing_price", None, "65.2"), ("first_day_change_pct", None, "147.91")},
    ),
    (
        LEAD
        + "截至2020年3月底止年度虧損15億元人民幣,上年度虧損9億元人民幣。2023年收入4億元人民幣,上一年則3億元人民幣。",
        {
            ("net_profit", "2020FY", "-1500000000"),
            ("net_profit", "2019FY", "-900000000"),
            ("revenue", "2023FY", "400000000"),
            ("revenue", "2022FY", "300000000"),
        },
    ),
    (LEAD + "2025 年前 9 個月,公司營收同比增長 170%。", {("revenue_growth_pct", "2025-9M", "170")}),
    (
        LEAD + "2023年及2024年歸母淨利潤-7億元人民幣、-8億元人民幣,2025年前三季度-3億元人民幣。",
        {
            ("net_profit_attributable", "2023FY", "-700000000"),
            ("net_profit_attributable", "2024FY", "-800000000"),
            ("net_profit_attributable", "2025-9M", "-300000000"),
        },
    ),
    (LEAD + "申請1手(100股)者有8%獲派。", {("board_lot", None, "100")}),
    (
        LEAD + "毛虧率由2022年的95.7%改善至2023年的26.6%。",
        {("gross_margin_pct", "2022FY", "-95.7"), ("gross_margin_pct", "2023FY", "-26.6")},
    ),
    (
        LEAD
        + "2022年至2024年收入由1億元人民幣增至3億元人民幣,2025年上半年2億元人民幣。\n同期虧損為3億、2億及1億元人民幣,2025年上半年再蝕4億元人民幣。",
        {
            ("revenue", "2022FY", "100000000"),
            ("revenue", "2024FY", "300000000"),
            ("revenue", "2025H1", "200000000"),
            ("net_profit", "2022FY", "-300000000"),
            ("net_profit", "2023FY", "-200000000"),
            ("net_profit", "2024FY", "-100000000"),
            ("net_profit", "2025H1", "-400000000"),
        },
    ),
    (
        LEAD + "2025年上半年淨虧損由上年同期的2.65億元人民幣收窄至7,801萬元人民幣。",
        {("net_profit", "2024H1", "-265000000"), ("net_profit", "2025H1", "-78010000")},
    ),
    (
        "星河動力(02802.HK)收報6.3元,單日下跌12%。回溯去年4月23日在港交所上市當天,該股收於12.8元,較發售價17.5元跌26.86%。",
        {
            ("share_price", None, "6.3"),
            ("closing_price", None, "12.8"),
            ("offer_price", None, "17.5"),
            ("first_day_change_pct", None, "-26.86"),
        },
    ),
    (LEAD + "承銷商另有權在30天內加購220萬2,598股。", {("over_allotment_option_shares", None, "2202598")}),
    (LEAD + "2024年營業活動淨現金流入28.38億元人民幣。", {("operating_cash_flow", "2024FY", "2838000000")}),
    (
        TRADED + "市值59.5億美元,折合新台幣約1,930億元。",
        {("market_cap", None, "5950000000"), ("market_cap", None, "193000000000")},
    ),
    (
        LEAD + "集資額由最多27億元縮水到只得17.6億元。",
        {("gross_proceeds", None, "2700000000"), ("gross_proceeds", None, "1760000000")},
    ),
    (
        LEAD + "每手五百股,連各項收費約須五千二百零一元九角。",
        {("board_lot", None, "500"), ("entry_fee", None, "5201.9")},
    ),
    (
        LEAD + "公開發售的申請相當於初始2,717.64萬股的約1148.3倍。",
        {("public_subscription_multiple", None, "1148.3")},
    ),
    (
        LEAD + "每手入場費為8,145.26元(招股價範圍33.8至40.3元)。",
        {("entry_fee", None, "8145.26"), ("offer_price_low", None, "33.8"), ("offer_price_high", None, "40.3")},
    ),
    (
        "新股市場:星河動力(02802)掛牌首個交易日截至收市:\n‧ 上市價:12.9元\n‧ 收市價:33.28元 (↑157.98%)",
        {("offer_price", None, "12.9"), ("closing_price", None, "33.28"), ("first_day_change_pct", None, "157.98")},
    ),
    (LEAD + "2024財年(截至3月31日止年度)收入6億元人民幣。", {("revenue", "2024FY", "600000000")}),
    (
        LEAD + "分產品看,2024年機器人業務收入4億元人民幣,毛利率40.2%;配件收入2億元人民幣,毛利率18.5%,綜合毛利率33.1%。",
        {("gross_margin_pct", "2024FY", "33.1")},
    ),
    (LEAD + "2024年每股基本盈利0.52元人民幣,擬派末期息每股0.1元。", {("eps_basic", "2024FY", "0.52")}),
    (LEAD + "承配人共235名,其中首25名佔國際發售九成。", {("placees", None, "235")}),
    (LEAD + "基石投資者包括甲基金、乙基金及丙基金,分別認購5,000萬、3,000萬及2,000萬美元。", set()),
    (
        TRADED + "公開發售超購352倍,觸發回撥至三成五。國際配售若不足可回撥至五成。",
        {("public_subscription_multiple", None, "352"), ("public_share_pct", None, "35")},
    ),
    (
        TRADED + "招股價上限12.38元定價,集資額的50%(約4.35億元)用於研發。",
        {("offer_price", None, "12.38"), ("offer_price_high", None, "12.38")},
    ),
    (
        LEAD + "若以招股價上限12.38元定價,集資10億元。",
        {("offer_price_high", None, "12.38"), ("gross_proceeds", None, "1000000000")},
    ),
    (
        "星河動力(02802.HK)周五首掛,收報14.2元,升14.7%。",
        {("closing_price", None, "14.2"), ("first_day_change_pct", None, "14.7")},
    ),
    (
        LEAD + "假設超額配股權未獲行使,發售價為11.3港元,淨籌約9.8億港元。",
        {("net_proceeds", None, "980000000")},
    ),
    (LEAD + "以每股11.3港元(即中位數)計算,淨額約9.8億港元。", {("net_proceeds", None, "980000000")}),
    (TRADED + "發售價定為每股11.3港元(即招股價範圍中位數)。", {("offer_price", None, "11.3")}),
    (
        LEAD + "2023年、2024年收入增速分別為50%和27.1%,淨利潤增速為30%和12%。",
        {
            ("revenue_growth_pct", "2023FY", "50"),
            ("revenue_growth_pct", "2024FY", "27.1"),
            ("net_profit_growth_pct", "2023FY", "30"),
            ("net_profit_growth_pct", "2024FY", "12"),
        },
    ),
    (
        LEAD + "2024年虧損5,000萬元人民幣,經調整後則錄得淨利潤2,000萬元人民幣。",
        {("net_profit", "2024FY", "-50000000"), ("adjusted_net_profit", "2024FY", "20000000")},
    ),
    (
        LEAD + "2024年上半年收入2億元人民幣,下半年收入3億元人民幣。",
        {("revenue", "2024H1", "200000000"), ("revenue", "2024H2", "300000000")},
    ),
    (
        LEAD
        + "截至去年3月底止年度收入12億元人民幣。截至去年6月底止3個月虧損1,218萬元人民幣,前年同期則賺950萬元人民幣。",
        {
            ("revenue", "2025FY", "1200000000"),
            ("net_profit", "2026Q1", "-12180000"),
            ("net_profit", "2025Q1", "9500000"),
        },
    ),
    (
        LEAD + "基石投資者認購203億港元股份,約佔發售股份(未計超額配股權)的57%。",
        {("cornerstone_amount", None, "20300000000"), ("cornerstone_share_pct", None, "57")},
    ),
    (
        LEAD + "公司私募融資超百億元,最早的投資方賬面增值逾6262倍。IPO預計募資總額80億元。",
        {("gross_proceeds", None, "8000000000")},
    ),
    (LEAD + "招股價10元,合理估值為1倍市賬率,對應每股約13.2元。", {("offer_price", None, "10")}),
    (
        LEAD + "去年收入3億元人民幣,純利因撥備回撥增加四成一,至5,930萬元人民幣。",
        {
            ("revenue", "2025FY", "300000000"),
            ("net_profit_growth_pct", "2025FY", "41"),
            ("net_profit", "2025FY", "59300000"),
        },
    ),
    (LEAD + "筆者拿五萬元孖展去抽。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[text.find("。") + 1 :][:24] for text, _ in CASES])
def test_figures(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=date(2026, 1, 14))
    found = {
        (fact.metric, fact.period, value_text(fact.value))
        for fact in extract_news(document).facts
        if fact.value is not None and fact.metric not in ("stock_code", "exchange", "listing_date")
    }
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "將分別於1月15日及1月16日掛牌。",
        BOTH + "股份將分別於周四(15日)及周五(16日)開始買賣。",
    ],
)
def test_each_its_own_day(text: str) -> None:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=None, published=date(2026, 1, 14))
    facts = extract_news(document).facts
    days = {(fact.stock_code, value_text(fact.value)) for fact in facts if fact.metric == "listing_date" and fact.value}
    assert days == {("02802", "2026-01-15"), ("02803", "2026-01-16")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "基石投資者包括月光半導體及星塵基金,合共認購2,500萬股。其中月光半導體獲分配1,200萬股。",
            {("cornerstone_shares", None, "25000000"), ("cornerstone_allocation", "月光半導體", "12000000")},
        ),
        (
            "三名基石合共獲分配761萬股,當中月光基金402萬股,高星資本258萬股。",
            {
                ("cornerstone_count", None, "3"),
                ("cornerstone_shares", None, "7610000"),
                ("cornerstone_allocation", "月光基金", "4020000"),
                ("cornerstone_allocation", "高星資本", "2580000"),
            },
        ),
        (
            "月光生物、星塵證券投資等4名基石投資者獲配758.1萬股。",
            {("cornerstone_count", None, "4"), ("cornerstone_shares", None, "7581000")},
        ),
    ],
)
def test_cornerstones_are_of_the_issuer(text: str, expected: set[tuple[str, str | None, str]]) -> None:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=TRADED + text, title=None, published=date(2026, 1, 14))
    found = {
        (fact.metric, fact.holder, value_text(fact.value))
        for fact in extract_news(document).facts
        if fact.value is not None and fact.metric.startswith("cornerstone") and fact.stock_code == "02802"
    }
    assert found == expected
