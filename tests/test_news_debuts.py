"""The first day by other names and beside other prices; rows of companies; what only an offering has."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_news_families import ASKED, TRADED, read, said

FIRST_DAYS = [
    # the day of the clause before
    (ASKED + "公司1月8日在聯交所主板上市,當日收報120.6元,較發售價升68.46%。", {"listing_date 2026-01-08", "closing_price 120.6", "first_day_change_pct 68.46"}),
    # the day that the sentence opens with
    ("1月13日,星河動力(NASDAQ:XHDL)開盤報26美元,最終收於28.26美元,首日大漲34.57%。", {"listing_date 2026-01-13", "closing_price 28.26", "first_day_change_pct 34.57"}),
    ("星河動力(02802.HK)掛牌頭天收報39.76元,比21.3元的發售價高出86.67%。", {"closing_price 39.76", "first_day_change_pct 86.67"}),
    # above or below the price of the offer, told behind both
    (TRADED + "收報11.05元,低於13元的發售價15%。", {"first_day_change_pct -15"}),
    (TRADED + "收報186.5元,高於招股價155元逾兩成。", {"first_day_change_pct 20"}),
    (TRADED + "首日失守發售價,收市蝕三成,報40.6元。", {"first_day_change_pct -30", "closing_price 40.6"}),
    (TRADED + "首口價72元,即時飆285%;收57.25元,首日漲幅仍有2.06倍。", {"closing_price 57.25", "first_day_change_pct 206"}),
    (TRADED + "收報93.25元,升86.5%,高於暗盤價90.9元;2025年純利2.24億元人民幣。", {"closing_price 93.25", "first_day_change_pct 86.5", "net_profit 224000000"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FIRST_DAYS)
def test_first_days(text: str, wanted: set[str]) -> None:
    assert wanted <= said(read(text))


NO_DAYS = [
    # of the week, not of the day of publication
    "本周A股共上市三只新股:創業板星河動力(301638)首日漲225.09%,北交所大鵬工裝(920091)漲1211.11%。",
    # of what is only intended
    "證監會昨日放行又一單境外發行:星河動力擬發行不超過8,155.42萬股並在港交所上市。",
]


@pytest.mark.parametrize("text", NO_DAYS)
def test_days_of_no_listing(text: str) -> None:
    assert not [fact for fact in read(text) if fact.metric == "listing_date"]


ROWS = [
    # clauses alike: what changes before the same word is a name
    ("新股成績表(1月13日掛牌):先為達收46.2元/升65%;卓正康療收66.6元/平收;寶濟生物-B收31.68元/跌12%。", {"先為達 listing_date 2026-01-13", "先為達 closing_price 46.2"}),
    # a day and a fee in the brackets of each
    ("招股中新股一覽:麥可食品(入場費3,030.25港元,1月18日上市)、極石汽車(入場費5,151.44港元,1月22日上市)。", {"麥可食品 listing_date 2026-01-18", "極石汽車 listing_date 2026-01-22", "極石汽車 entry_fee 5151.44"}),
    # days before the names they are of
    ("下周有兩只新股掛牌,依次為1月19日的同仁養生(02667.HK)、1月20日的半畝花園(03690.HK)。", {"同仁養生 listing_date 2026-01-19", "半畝花園 listing_date 2026-01-20"}),
    # a list of changes with their words
    ("不同育兒(06090)、西普咖啡(06651)、長風藥械(02652)首日收市價各較發售價升43.7%、跌4.2%及升161.9%。", {"不同育兒 first_day_change_pct 43.7", "西普咖啡 first_day_change_pct -4.2", "長風藥械 first_day_change_pct 161.9"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_rows_of_companies(text: str, wanted: set[str]) -> None:
    assert wanted <= {f"{fact.issuer} {fact.metric} {fact.value}" for fact in read(text)}


def test_a_table_goes_on_with_whom_it_follows() -> None:
    text = (
        "星河動力(688802.SH)1月14日上市,收報829.90元。\n主要財務數據(單位:億元)\n"
        "項目 2023年 2024年\n營業收入 0.53 7.43\n公司首日漲692.95%。稍早上市的摩爾線程首日漲425.46%。"
    )
    found = read(text)
    assert {fact.issuer for fact in found if fact.metric == "revenue"} == {"星河動力"}


WHO = [
    # who takes shares is an investor, who came before only a comparison
    (TRADED + "BA Capital、南方基金等15名基石投資者合計獲配40,416,800股,其中BA Capital認購4,450,200股。聯席保薦人已超額分配13,632,600股。\n\n公司2025年收入5億元人民幣。", "BA Capital"),
    ("星河動力(NASDAQ:XHDL)周二掛牌,是繼蔚來之後第二家赴美的造車新勢力。公司以每份ADS 11.5美元定價,發行9500萬份ADS。", "蔚來"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "other"), WHO)
def test_who_is_no_issuer(text: str, other: str) -> None:
    issuers = {fact.issuer for fact in read(text)}
    assert issuers == {"星河動力"} and other not in issuers


OFFERINGS = [
    # no word for an offering stands there, but a figure that nothing else has
    ("長風科技(02656.HK)的入場費為5,050.43港元。", {"entry_fee 5050.43"}),
    ("維他星(02613)派發結果顯示,公開部分獲超購1,244.7倍。", {"public_subscription_multiple 1244.7"}),
    ("龍騰重工(02388.HK)H股以14.5港元定價;今次發行3.2億股,籌46.4億港元。", {"offer_price 14.5", "shares_offered 320000000", "gross_proceeds 4640000000"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OFFERINGS)
def test_figures_tell_of_an_offering(text: str, wanted: set[str]) -> None:
    assert wanted <= said(read(text))


COUNTS = [
    ("截至2025年9月30日,公司在營餐廳465家,其中香港14家。", {"operating_kpi 465 2025-09-30 2025-09-30 restaurants"}),
    ("截至去年底,公司旗下有門店1,404家。", {"operating_kpi 1404 2025-12-31 2025-12-31 stores"}),
    # none without a day
    ("公司旗下有門店1,404家。", set()),
    # plans, changes and single shops
    ("公司計劃未來三年再開門店150間,去年新開門店87間,首家門店開了一家。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), COUNTS)
def test_counts_of_the_business(text: str, wanted: set[str]) -> None:
    found = [fact for fact in read(ASKED + text) if fact.metric == "operating_kpi"]
    assert said(found, "period", "as_of", "label") == wanted


ACCOUNTS = [
    ("2023年至2025年收入分別為1億元、2億元和3億元人民幣;年內利潤則從虧損12.69億元轉為盈利480萬元,再到7.62億元。", {"net_profit -1269000000 2023FY", "net_profit 4800000 2024FY", "net_profit 762000000 2025FY"}),
    ("2023年至2025年收入分別為1億元、2億元和3億元人民幣。研發費用逐年抬升,從1.46億元到1.71億元,再到2.59億元。", {"rd_expense 146000000 2023FY", "rd_expense 171000000 2024FY", "rd_expense 259000000 2025FY"}),
    ("研發方面,2024年及2025年開支為1.5億元及1.8億元人民幣。", {"rd_expense 150000000 2024FY", "rd_expense 180000000 2025FY"}),
    ("2025年研發費用為1.23億元人民幣,是收入的171%。", {"rd_expense 123000000 2025FY", "rd_ratio_pct 171 2025FY"}),
    ("毛利率並不高:2024年16.1%,2025年16.2%。", {"gross_margin_pct 16.1 2024FY", "gross_margin_pct 16.2 2025FY"}),
    ("毛利率一度從2024年的15.9%降至2025年的7.7%。", {"gross_margin_pct 15.9 2024FY", "gross_margin_pct 7.7 2025FY"}),
    ("2025年研發開支7,490萬元人民幣,佔收入三成零八。", {"rd_expense 74900000 2025FY", "rd_ratio_pct 30.8 2025FY"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ACCOUNTS)
def test_accounts_told_in_other_ways(text: str, wanted: set[str]) -> None:
    assert wanted <= said(read(ASKED + text), "period")


SUMS = [
    ("所得款項總額4.5億港元,開支6,050萬港元,實收3.895億港元。", {"gross_proceeds 450000000", "listing_expenses 60500000", "net_proceeds 389500000"}),
    ("承銷商還可在30天內額外購買至多315萬股。", {"over_allotment_option_shares 3150000"}),
    ("國際發售共有承配人132名,三名承配人各分得逾一成。", {"placees 132"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SUMS)
def test_sums_of_the_offering(text: str, wanted: set[str]) -> None:
    found = said(read(ASKED + text))
    assert wanted <= found
    assert not any(fact.startswith("placees 3") for fact in found)


def test_a_day_is_none_of_the_future() -> None:
    facts = read("星河動力(02802.HK)將於1月20日上市,當日收市前公布結果,發售價10元。", date(2026, 1, 14))
    assert {str(fact.value) for fact in facts if fact.metric == "listing_date"} == {"2026-01-20"}
    assert not [fact for fact in facts if fact.metric == "closing_price"]


OTHERS = [
    # a wire before the date of its message, a whole name that stands once
    ("中新经纬2月25日电 上交所上市委24日审议通过星河半导体有限公司的科创板IPO申请。公司拟发行不超过5.3577亿股,募资48亿元。", {"星河半导体有限公司"}),
    # a name that ends like a message, and one that begins like it
    ("恒信通讯,今日招股,每股定价10元,公开发售获5倍认购。恒信通讯计划募资5亿元。", {"恒信通讯"}),
    ("5月1日讯飞医疗启动招股,每股定价10元,公开发售获5倍认购。", {"讯飞医疗"}),
    # a code by its market
    ("星河動力(滬:688235)昨日在上海科創板上市,成為首間三地掛牌的公司,收市跌至160.98元,挫16.42%。", {"星河動力"}),
    # somebody else's accounts, whose name ends like a verb
    (TRADED + "英偉達三季度營收570億美元,毛利率73.4%。", {"星河動力"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "issuers"), OTHERS)
def test_who_the_issuer_is(text: str, issuers: set[str]) -> None:
    facts = read(text)
    assert {fact.issuer for fact in facts} == issuers
    assert not [fact for fact in facts if fact.metric in ("revenue", "gross_margin_pct")]


def test_a_listing_put_off_has_no_day() -> None:
    facts = read(
        "星河動力(02615)昨晚突宣布押後全球發售及H股上市,發售價每股347.5元至389元。15家基石按最高發售價認購約49.9億港元,對應約2,012.1萬股。"
    )
    assert not [fact for fact in facts if fact.metric in ("listing_date", "offer_price", "cornerstone_allocation")]


def test_what_the_grey_market_trades_has_been_allotted() -> None:
    facts = read("星河動力(02802.HK)明日上市,今晚暗盤收6.9港元,定價為5.28港元。")
    assert [fact.stage for fact in facts if fact.metric == "offer_price"] == ["final"]


def test_shares_given_up_are_no_tranche() -> None:
    facts = read("創業板新股星河動力(301622)回撥前網上申購倍數7,866.3倍;散戶棄購1.26萬股,由主承銷商包銷。")
    assert not [fact for fact in facts if fact.metric.startswith("shares_offered")]
