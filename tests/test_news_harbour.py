"""Whom an article tells of in passing, what is no day of listing, units that stand apart from their figures, other markets."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_news_families import ASKED, TRADED, read, said

from zhaogu import extract
from zhaogu.model import Fact

ISSUERS = [
    # whose record is broken
    ("GEM新股星河國際集團(8549)超額認購11,463.7倍,刷新大鵬科工(2543)上月寫下的7,557倍紀錄;配售部分亦錄得10.8倍認購。公司以每股0.5元定價,發售1億股。", "星河國際集團 offer_price 0.5"),
    # the parent that sells
    ("星河服務(0873)今日掛牌,收15.18元,跌8.55%。是次發售的5.88億股中,1.176億股為母公司星河集團(0813)沽售的舊股,淨集資約75.6億元。", "星河服務 net_proceeds 7560000000"),
    # 公司 behind two investors is the issuer again
    ("雲端服務商星河雲(XHY-US)8日晚間在那斯達克敲鐘,收23.84美元。甲骨軟體(3888-HK)與大米(1810-HK)分別認購2,500萬美元、5,000萬美元。公司2019年營收為人民幣39.56億元。", "星河雲 revenue 3956000000"),
    # a part of a group, floated by it
    ("大鵬集團(09888)昨公布,旗下AI晶片企星河芯已於1月1日以保密形式向聯交所提交上市申請,集資額最多20億美元。", "星河芯 gross_proceeds 2000000000"),
    ("〈鉅亨網〉大鵬集團旗下星河工業(601138)8日在上海證交所主板敲鑼,終場收在每股19.83元,較發行價13.77元大漲44.01%,也高於母公司大鵬的市值。", "星河工業 closing_price 19.83"),
    # a ticker beside the listing and not beside the name
    ("星河汽車12日晚於紐約證交所掛牌(代碼XPEV),是繼大鵬、理念之後第三家。ADS定價15美元,收盤21.22美元。", "星河汽車 closing_price 21.22"),
    ("沒有敲鐘儀式,滴答悄然赴美。美東時間1月12日,公司在紐交所上市,代碼DIDA,定價14美元,收於14.14美元。", "滴答 offer_price 14"),
    ("极氪星的IPO首秀好于预期。北京时间1月12日晚,这家电动车企在纽交所上市,证券代码“ZK”,收于28.26美元。", "极氪星 closing_price 28.26"),
    # words of the press before a name and behind it
    ("資訊應用星頭條北京時間12日晚敲響納斯達克的鐘,股票代碼XTT,收報15.97美元。", "星頭條 closing_price 15.97"),
    ("雲朵酒店終於走完赴美上市的最後一步,這家公司沒有在最後一刻叫停。1月12日,雲朵酒店(ATAT)在納斯達克掛牌,發行價11美元,扣除約470萬美元的發行開支後,所得淨額約4,390萬美元。", "雲朵酒店 net_proceeds 43900000"),
    ("北京時間1月12日,星河出行(NASDAQ:XHCX)掛牌,收報12美元。", "星河出行 closing_price 12"),
    ("早其三周交表的星河飲料(605499.SH)向港交所更新招股書,2024年毛利率44.1%。", "星河飲料 gross_margin_pct 44.1"),
    ("散戶超購逾千倍,仍救不了星河口腔(02651)。該股今日首日上市,收市插21.9%,報15.62元。", "星河口腔 first_day_change_pct -21.9"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ISSUERS)
def test_whose_figure_it_is(text: str, wanted: str) -> None:
    assert wanted in {f"{fact.issuer} {fact.metric} {fact.value}" for fact in read(text)}


STRANGERS = [
    (TRADED + "隔著太平洋,雲海茶飲三周前在納斯達克募資4.11億美元。", "gross_proceeds 411000000"),
    (TRADED + "愛寶宮上市多年,市值只剩5億元。", "market_cap 500000000"),
    (TRADED + "香港上市的大鵬企業去年賺9.2億元,市值不足150億港元。", "market_cap 15000000000"),
    (TRADED + "年內披露赴港計劃的A股公司有40餘家,預計募資合計逾1,500億港元。", "gross_proceeds 150000000000"),
    (TRADED + "市場焦點轉向下周的十隻新股,料合共凍資逾2,000億元。", "order_amount 200000000000"),
    (ASKED + "相比之下,上月掛牌的大鵬黃金,基石投資者認購金額高達16億美元。", "cornerstone_amount 1600000000"),
    (TRADED + "券商給出的H股合理區間為38港元至44港元。", "offer_price_low 38"),
    ("大鵬微盟(2013)今早公布,以先舊後新方式配售2.55億股,配股價4.54港元,較昨日收市價折讓7.7%,集資約11.57億港元。", "gross_proceeds 1157000000"),
    ("蔚藍(09866.HK)公告完成增發定價:每股43.36港元,合計發行1.818億股,募資總額約10億美元。", "shares_offered 181800000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unwanted"), STRANGERS)
def test_what_is_nobodys_here(text: str, unwanted: str) -> None:
    assert unwanted not in said(read(text))


DAYS = [
    # the day of the filing, of an answer, the end of a year
    "星河出行1月12日凌晨向美國證監會公開遞交F-1文件,擬以「XHCX」為代碼赴美掛牌,募資額一欄暫填1億美元。",
    "星河創新董秘昨日回應稱,公司赴港上市事項按計劃推進。公司已向港交所主板遞交申請。",
    "星河財險(09988)首日升6.59%,去年底回歸港股。",
    # the shares of the option
    "星河美妝(01318)公告,已悉數行使超額配股權,涉及1,058.82萬股。相關股份1月15日開始買賣。",
]


@pytest.mark.parametrize("text", DAYS)
def test_what_is_no_day_of_listing(text: str) -> None:
    assert not [fact for fact in read(text) if fact.metric == "listing_date"]


def test_a_weekday_that_says_its_day() -> None:
    facts = extract("星河科技(6699)周三(16日)首掛前夕,券商暗盤收報390元。", published=date(2021, 6, 15)).facts
    assert [str(fact.value) for fact in facts if fact.metric == "listing_date"] == ["2021-06-16"]


def test_years_ago_to_the_day() -> None:
    facts = extract("四年前的今天,星河科技以每股115港元在港掛牌,首日收盤價300港元。", published=date(2025, 2, 5)).facts
    assert [str(fact.value) for fact in facts if fact.metric == "listing_date"] == ["2021-02-05"]


def test_a_close_of_a_later_day_is_a_price_of_that_day() -> None:
    text = TRADED + "此外,上周五掛牌的大鵬礦業(2546.HK)今天收跌6.1%,報5.24港元,較4.51港元的發行價仍有浮盈。"
    told = {(fact.metric, str(fact.value)) for fact in read(text) if fact.issuer == "大鵬礦業"}
    assert ("share_price", "5.24") in told and not told & {("closing_price", "5.24"), ("first_day_change_pct", "-6.1")}


MARKETS = [
    # A shares beside H shares: the currency and the close are those of where it is listed now
    ("星河芯片(688981)13日登陸科創板,收盤報82.92元,發行價27.46元。當日港股星河芯片(00981.HK)收跌25.23%,報28.75港元。", {"closing_price 82.92 CNY", "offer_price 27.46 CNY"}),
    # the price of the A shares and their worth
    (TRADED + "其A股(603986)報251.9元,總市值約1,683億元。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), MARKETS)
def test_other_markets(text: str, wanted: set[str]) -> None:
    facts = read(text)
    assert wanted <= {f"{fact.metric} {fact.value} {fact.unit}" for fact in facts}
    assert not {"closing_price 28.75", "market_cap 168300000000"} & said(facts)


UNITS = [
    ("招股書(單位:億元)列示,2023年度至2024年度,營業收入90.87和241.78,歸母淨利潤-163.40和-71.45。", {"revenue 9087000000 2023FY", "revenue 24178000000 2024FY", "net_profit_attributable -7145000000 2024FY"}),
    ("招股書主要數據如下(單位:萬元):營業收入2023年784.33,2024年11,702.52。", {"revenue 7843300 2023FY", "revenue 117025200 2024FY"}),
    ("招股書披露的業績:\n營收(億元人民幣) 2023:2.02;2024:2.34;2025H1:1.18\n毛利率 2023:53.9%;2024:54.4%", {"revenue 202000000 2023FY", "revenue 118000000 2025H1", "gross_margin_pct 54.4 2024FY"}),
    ("招股書披露過往成績(百萬美元):\n收入——2023年105.8,2024年179.9;\n毛利率(%)——2023年26.3,2024年34.4;", {"revenue 105800000 2023FY", "gross_margin_pct 34.4 2024FY"}),
    ("招股書的財務快照(人民幣,百萬元)\n項目|2023|2024\n營業收入|1,143|1,232\n年內虧損|(217)|(169)\n", {"revenue 1232000000 2024FY", "net_profit -169000000 2024FY"}),
    ("招股書顯示,近三年(2022—2024),營收1.59億元、3.92億元、17.08億元。毛利率一路走高:44.22%、56.41%,2024年達60.27%。", {"revenue 159000000 2022FY", "gross_margin_pct 56.41 2023FY", "gross_margin_pct 60.27 2024FY"}),
    ("招股書顯示,2022年至2024年收入為1億元、2億元、4億元;毛利率幾乎沒有波動,三年為7.5%、7.4%及7.6%。", {"gross_margin_pct 7.5 2022FY", "gross_margin_pct 7.6 2024FY"}),
    ("招股書顯示,公司2023年營收20.78億元、淨利潤1.63億元;到2024年,前者躍升至57.71億元,後者卻跌到297萬元。", {"revenue 5771000000 2024FY", "net_profit 2970000 2024FY"}),
]  # fmt: skip


UNITS += [
    # how long a period was, behind 的 or 之 instead of 止
    ("招股書顯示,截至2024年12月31日的九個月收入8.56億元,虧損5,750萬元。", {"revenue 856000000 2025-9M", "net_profit -57500000 2025-9M"}),
    ("招股書顯示,截至2025年6月30日之六個月收入8.56億元;截至2024年12月31日的年度收入15億元。", {"revenue 856000000 2025H1", "revenue 1500000000 2024FY"}),
    ("招股書顯示,截至2024年12月31日的年內溢利為1億元。", {"net_profit 100000000 2024FY"}),
    # the years before the period told last; the latest first
    ("招股書顯示,2024年首九個月收入15.02億元。再往前三年,收入分別為13.48億、13.51億及13.83億元。", {"revenue 1348000000 2021FY", "revenue 1383000000 2023FY"}),
    ("招股書顯示,2022年至2024年收入為4億、5億及6億元,最近三年的年內利潤由近及遠為3.53億、3.85億和2.81億元。", {"revenue 600000000 2024FY", "net_profit 353000000 2024FY", "net_profit 281000000 2022FY"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), UNITS)
def test_units_and_years_that_stand_apart(text: str, wanted: set[str]) -> None:
    facts = read(f"星河科技向港交所遞表。{text}")
    assert wanted <= {f"{fact.metric} {fact.value} {fact.period}" for fact in facts}


TRANCHES = [
    (TRADED + "香港部分由133.16萬股回撥至932.12萬股,國際部分餘1,731.08萬股;前者獲7,569.83倍認購,後者獲22.92倍。", {"public_subscription_multiple 7569.83", "international_subscription_multiple 22.92"}),
    (TRADED + "散戶份額由665萬股加碼至1,596萬股,即12%。", {"shares_offered_public 15960000", "public_share_pct 12"}),
    ("GEM新股星河控股(08529)刊發配發結果:配售及公開發售合共125,000,000股,發售價0.51元。配售獲認購4.48倍,承配人135名。", {"shares_offered 125000000", "international_subscription_multiple 4.48"}),
    (TRADED + "綠鞋行使前發行16.86億股、募資462.87億元;如全額行使,則為19.38億股、532.30億元。", {"shares_offered 1938000000", "gross_proceeds 53230000000"}),
    (TRADED + "承銷商30天內還可再買195萬股。", {"over_allotment_option_shares 1950000"}),
]  # fmt: skip


TRANCHES += [
    (TRADED + "招股價訂於69至82元,最終落實為82元。", {"offer_price_low 69", "offer_price 82"}),
    ("星河科技(02643)今日掛牌,此後一路下挫,最終停在7.85元。", {"closing_price 7.85"}),
]


@pytest.mark.parametrize(("text", "wanted"), TRANCHES)
def test_tranches_and_what_stands_beside(text: str, wanted: set[str]) -> None:
    assert wanted <= said(read(text))


def test_a_text_cut_to_a_width_is_read_as_one() -> None:
    text = (
        "《財訊社4日專訊》星河醫生(01833)首日上板,早段曾見58﹒7元,其後升幅盡失,收報\n"
        "54﹒8元,無升無跌,市值584﹒9億元。發售價定於50﹒8元至54﹒8元的頂部,集資淨額約8\n"
        "5﹒64億元。公開發售錄得約653倍超額認購,凍資逾3768億元;回撥機制啟動後,香港部分由\n"
        "1040﹒6萬股增至3746﹒2萬股,佔全球發售約1﹒601億股的23﹒4%。每手100股。"
    )
    found = extract(text, published=date(2018, 5, 4))
    proceeds: Fact = next(fact for fact in found.facts if fact.metric == "net_proceeds")
    assert str(proceeds.value) == "8564000000"
    assert proceeds.evidence.quote == text[proceeds.evidence.start : proceeds.evidence.end] == "約8\n5﹒64億元"


def test_a_subscription_that_began_is_still_open() -> None:
    facts = read(
        "大鵬激光(002008)旗下設備商星河數控(3200)再來港掛牌,周一(12日)起一連四個交易日招股,1月21日上市。最高發售價95.8元,集資48.33億元。"
    )
    assert {
        f"{fact.metric} {fact.stage}" for fact in facts if fact.metric in ("offer_price_high", "gross_proceeds")
    } == {
        "offer_price_high plan",
        "gross_proceeds plan",
    }
