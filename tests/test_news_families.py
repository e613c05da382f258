"""Whole families of wordings, each with the look-alikes that mean something else, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model import Fact
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

ASKED = "星河動力(02802.HK)今日招股。"
PLACED = "星河動力(02802.HK)公布配發結果。"
TRADED = "星河動力(02802.HK)今日首日掛牌。"
SETTLED = "星河动力(688802)公告超额配售选择权实施结果。"


def read(text: str, day: date | None = date(2026, 1, 14)) -> list[Fact]:
    return extract_news(TextDocument(name="a", sha256="0" * 64, text=text, published=day)).facts


def said(facts: list[Fact], *more: str) -> set[str]:
    """Metric, value and the attributes asked for, as words."""
    return {
        " ".join(
            str(word) for word in (f.metric, value_text(f.value) if f.value is not None else "", *(getattr(f, m) for m in more)) if word
        )
        for f in facts
    }  # fmt: skip


OPTION = [
    # shares of the option, by whoever's verb
    (ASKED + "若承銷商行使超額配股權,可額外出售750萬股。", "over_allotment_option_shares 7500000"),
    (ASKED + "公司授予超額配股權,承銷商可額外購入750萬股。", "over_allotment_option_shares 7500000"),
    (ASKED + "如超額配股權獲全數行使,將額外配發750萬股。", "over_allotment_option_shares 7500000"),
    (ASKED + "若承銷商買下額外750萬股,集資額可增至7.5億港元。", "over_allotment_option_shares 7500000"),
    (ASKED + "發售5,000萬股,承銷團可額外買入750萬股。", "over_allotment_option_shares 7500000"),
    # what it brings
    (ASKED + "若超額配股權全額行使,公司將額外發行750萬股,另得淨額約0.9億港元。", "additional_net_proceeds 90000000"),
    (ASKED + "若超額配股權悉數行使,可另籌0.9億港元。", "additional_net_proceeds 90000000"),
    (ASKED + "若超額配股權悉數行使,將再得淨額0.9億港元。", "additional_net_proceeds 90000000"),
    (ASKED + "若超額配股權悉數行使,增加募集資金淨額0.9億港元。", "additional_net_proceeds 90000000"),
    # what became of it
    (SETTLED + "未购回部分由公司增发300.5万股,增加的募集资金总额6010万元,扣除费用后增加净额5900万元。", "over_allotment_shares_issued 3005000"),
    (SETTLED + "未购回部分由公司增发300.5万股,增加的募集资金总额6010万元,扣除费用后增加净额5900万元。", "additional_net_proceeds 59000000"),
    ("星河动力(688802)披露超额配售选择权行使结果:公司额外发行300.5万股。", "over_allotment_shares_issued 3005000"),
    (SETTLED + "截至2026年1月9日,后市稳定期已经结束。", "stabilisation_end_date 2026-01-09"),
    (SETTLED + "截至1月9日,稳定价格操作结束。", "stabilisation_end_date 2026-01-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OPTION)
def test_the_over_allotment_option(text: str, wanted: str) -> None:
    assert wanted in said(read(text))


BASES = [
    (SETTLED + "初始发行2,000万股,初始募集资金总额4亿元。", "gross_proceeds 400000000 initial"),
    (SETTLED + "最终发行股数2,300.5万股,最终募集资金总额4.6亿元。", "gross_proceeds 460000000 final_greenshoe_actual"),
    (SETTLED + "最终发行股数2,300.5万股,最终募集资金总额4.6亿元。", "shares_offered 23005000 final_greenshoe_actual"),
    ("星河动力(688802)今日登陆科创板。若全额行使超额配售选择权,发行总股数扩大至2,300万股。募集资金总额4亿元,全额行使后为4.6亿元。", "gross_proceeds 460000000 final_greenshoe_full"),
    (TRADED + "集資4億港元(綠鞋前),若綠鞋全額行使則為4.6億港元。", "gross_proceeds 400000000 final_ex_greenshoe"),
    (TRADED + "集資4億港元(綠鞋前),若綠鞋全額行使則為4.6億港元。", "gross_proceeds 460000000 final_greenshoe_full"),
    # the plan is not the initial offering, and final without an option is only final
    (TRADED + "最終集資4億港元。", "gross_proceeds 400000000"),
    ("星河动力(688802)今日登陆科创板,授予15%的超额配售选择权,最终募集资金总额4亿元。", "gross_proceeds 400000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BASES)
def test_what_a_figure_supposes_of_the_option(text: str, wanted: str) -> None:
    assert wanted in said(read(text), "offer_basis")


ACCOUNTS = "星河動力(02802.HK)今日招股。"
EARNED = [
    ("2024年虧損3億元人民幣,2025年微利480萬元人民幣。", "net_profit 4800000 2025FY"),
    ("2024年虧損3億元人民幣,2025年小幅盈利480萬元人民幣。", "net_profit 4800000 2025FY"),
    ("2024年虧損3億元人民幣,2025年微賺480萬元人民幣。", "net_profit 4800000 2025FY"),
    ("2024年賺3億元人民幣,2025年微虧480萬元人民幣。", "net_profit -4800000 2025FY"),
    ("2024年賺3億元人民幣,2025年巨虧4.8億元人民幣。", "net_profit -480000000 2025FY"),
    ("2024年賺3億元人民幣,2025年倒虧4.8億元人民幣。", "net_profit -480000000 2025FY"),
]


@pytest.mark.parametrize(("text", "wanted"), EARNED)
def test_verbs_of_a_small_or_great_profit(text: str, wanted: str) -> None:
    assert wanted in said(read(ACCOUNTS + text), "period")


NEVER = [
    # turnover of a platform and its costs are no revenue and no orders
    ("2025年收入5億元人民幣,GTV達170億元人民幣。", "revenue 17000000000"),
    ("2025年收入5億元人民幣,平台總交易額170億元人民幣。", "revenue 17000000000"),
    ("2025年訂單佔比升到85.4%,支付的佣金由3億元人民幣漲至10億元人民幣。", "order_amount 1000000000"),
    # a ratio of several years together is of none of them
    ("2025年收入5億元人民幣,研發投入三年累計佔營收的比例為33.11%。", "rd_ratio_pct 33.11"),
    ("2025年收入5億元人民幣,最近三年合計研發投入佔營業收入比例12.5%。", "rd_ratio_pct 12.5"),
    ("2025年收入5億元人民幣,報告期內累計研發投入佔營業收入的12.5%。", "rd_ratio_pct 12.5"),
]


@pytest.mark.parametrize(("text", "wrong"), NEVER)
def test_look_alikes(text: str, wrong: str) -> None:
    assert wrong not in said(read(ACCOUNTS + text))


PRICES = [
    (TRADED + "發售價21港元,觸及18至21港元區間的頂端。", {"offer_price 21", "offer_price_low 18", "offer_price_high 21"}),
    (TRADED + "發售價21港元,觸及18港元至21港元的招股區間上限。", {"offer_price 21", "offer_price_low 18", "offer_price_high 21"}),
    (TRADED + "發售價18港元,觸及18至21港元區間的下限。", {"offer_price 18", "offer_price_low 18", "offer_price_high 21"}),
    (TRADED + "發售價21港元,盤中觸及25港元,收報22港元。", {"offer_price 21", "closing_price 22"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PRICES)
def test_a_range_that_the_price_touched(text: str, wanted: set[str]) -> None:
    assert {row for row in said(read(text)) if "price" in row} == wanted


CORNERSTONES = [
    (ASKED + "甲資本、乙基金等7家基石投資者合計認購1.7億美元,按發售價計獲配9,416.88萬股。", "cornerstone_shares 94168800"),
    (ASKED + "7家基石投資者合計認購1.7億美元,以中位數計算獲配9,416.88萬股。", "cornerstone_shares 94168800"),
    (ASKED + "7家基石投資者認購1.7億美元,若以發售價12元計共獲配9,416.88萬股。", "cornerstone_shares 94168800"),
    (ASKED + "7家基石投資者合計認購1.7億美元,其中海岳資本獲配416.88萬股。", "cornerstone_allocation 4168800"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CORNERSTONES)
def test_shares_of_cornerstones_reckoned_at_a_price(text: str, wanted: str) -> None:
    assert wanted in said(read(text))


ISSUERS = [
    # a class of shares before a code is nobody
    (TRADED + "收報15元。同日A股(601127.SH)收跌2%,報154.3元。每手100股。", "board_lot 100"),
    (TRADED + "收報15元。其A股(601127.SH)跌2%。每手100股。", "board_lot 100"),
    (TRADED + "收報15元。公司A股方面(601127.SH)跌2%。每手100股。", "board_lot 100"),
    # nor is a former name another company
    (TRADED + "星河動力的前身小康鋼構早年以農機起家,小康鋼構其後改名。發售5,000萬股。", "shares_offered 50000000"),
    # 后者 is whom the sentence named last, not a company named further below
    (TRADED + "22家基石投資者由甲資本領銜,後者認購2億港元。一手100股。\n同業明月重工(02803.HK)昨收10元。", "board_lot 100"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ISSUERS)
def test_who_is_spoken_of(text: str, wanted: str) -> None:
    facts = read(text)
    assert wanted in said(facts)
    assert {fact.issuer for fact in facts} == {"星河動力"}


def test_the_first_day_is_told_by_the_word_for_the_opening() -> None:
    text = "星河動力(02802.HK)2025年10月25日上市。首日開市報13.71元,收市12.5元,跌26.47%。公司昨公布業績。"
    assert {"closing_price 12.5 2025-10-25", "first_day_change_pct -26.47"} <= said(read(text), "as_of")


SPACED = """单位:亿元
指标 2023 2024 2025
营业收入 76.31 106.68 146.57
年内亏损 -20.07 -19.81 -12.46
毛利率(%) -4.4 5.8 8.1
"""
TURNED = """单位:亿元
年份 营业收入 毛利率(%)
2023 76.31 -4.4
2024 106.68 5.8
"""
MONTHS = """主要财务数据(单位:万元)
项目 | 2025年1-6月 | 2024年
营业收入 | 31,870.46 | 52,403.18
资产总额 | 118,926.07 | 104,338.51
"""
WITHOUT_LABEL = """财务摘要(单位:百万元人民币)
          2023年   2024年   2025年首9个月
收入      402.7    655.9    612.3
期内盈亏  (71.5)   (8.4)    47.6
"""
TABLES = [
    (MONTHS, {"revenue 318704600 2025H1", "total_assets 1189260700 2025-06-30", "total_assets 1043385100 2024-12-31"}),
    (WITHOUT_LABEL, {"revenue 612300000 2025-9M", "net_profit -8400000 2024FY", "net_profit 47600000 2025-9M"}),
    (SPACED, {"revenue 14657000000 2025FY", "net_profit -2007000000 2023FY", "gross_margin_pct 5.8 2024FY"}),
    (TURNED, {"revenue 7631000000 2023FY", "gross_margin_pct 5.8 2024FY"}),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_tables_by_periods(text: str, wanted: set[str]) -> None:
    assert wanted <= said(read("星河动力(02802.HK)今日招股。\n\n" + text), "period")


def test_words_between_spaces_are_no_table() -> None:
    text = "星河动力(02802.HK)今日招股。\n\n记者 张三 2025 报道\n责任编辑 李四 2026\n"
    assert {fact.metric for fact in read(text)} <= {"stock_code", "exchange"}


DAYS = [
    # a listing whose close is told is over; none is announced months ahead
    ("星河動力(02802.HK)去年股價反覆。公司4月27日掛牌首日,收報8.88元,跌17.93%。", "listing_date 2025-04-27"),
    ("星河動力(02802.HK)掛牌逾半年。這隻新股5月2日上市,首日收升一成。", "listing_date 2025-05-02"),
    ("星河動力(02802.HK)今日招股,預計1月23日掛牌。", "listing_date 2026-01-23"),
    ("星河動力(02802.HK)今日招股,A股昨收報15元,預計1月23日掛牌。", "listing_date 2026-01-23"),
    # priced and listed on one day
    ("星河动力(NASDAQ:NOVA)1月9日以15.5美元定价上市,首日收涨6.78%,报16.55美元。", "listing_date 2026-01-09"),
    ("星河动力(NASDAQ:NOVA)1月9日定价,1月12日登陆纳斯达克。", "listing_date 2026-01-12"),
    # a board welcomes its newcomers
    ("科创板今日迎来首批三家新注册企业,其中星河动力(688802)发行价8.62元,收于25.75元。", "listing_date 2026-01-14"),
    ("北交所今日新增两家上市公司,星河动力(920802)发行价8.62元,收于25.75元。", "listing_date 2026-01-14"),
    ("深交所今日喜迎两家科技企业,星河动力(301802)发行价8.62元,收于25.75元。", "listing_date 2026-01-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DAYS)
def test_the_day_of_the_listing(text: str, wanted: str) -> None:
    assert {row for row in said(read(text)) if row.startswith("listing_date")} == {wanted}


SEVERAL = [
    # of the whole market
    (ASKED + "據統計,1月共有八隻新股掛牌,集資57億元。", "gross_proceeds 5700000000"),
    (ASKED + "今年首次公開招股集資額已逾940億元。", "gross_proceeds 94000000000"),
    (ASKED + "年內首次公開發售集資總額940億元。", "gross_proceeds 94000000000"),
    # of competitors, in a section of their own
    (TRADED + "收報15元。\n\n**對手們的價格**\n\n明月重工2024年6月上市,首日跌22%,收報4.63元,如今市值只剩17億元。", "market_cap 1700000000"),
    (TRADED + "收報15元。\n\n三、同行對比\n\n更早上市的明月重工,按最近成交價計市值約230億美元,去年盈利12.6億元。", "net_profit 1260000000"),
    # the A shares of a company that is listed in Hong Kong
    (TRADED + "收報15元。A股市值約1,600億元。", "market_cap 160000000000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), SEVERAL)
def test_figures_of_others(text: str, wrong: str) -> None:
    assert wrong not in said(read(text))


def test_a_section_after_that_of_the_competitors_is_the_issuers_again() -> None:
    text = "收報15元。\n\n**對手們的價格**\n\n明月重工首日跌22%。\n\n**賬本**\n\n2025年收入5億元人民幣。"
    assert "revenue 500000000 2025FY" in said(read(TRADED + text), "period")


VALUES = [
    ("星河动力(688802)今日登陆科创板,收于25元,A股市值约160亿元。", "market_cap 16000000000"),
    (TRADED + "發售價21元,市值51億元。收報28元,收盤市值約69億元。", "market_cap 6900000000"),
    (TRADED + "發售價21元,市值51億元。收報28元,以收市價計市值約69億元。", "market_cap 6900000000"),
]


@pytest.mark.parametrize(("text", "wanted"), VALUES)
def test_market_values(text: str, wanted: str) -> None:
    assert {row for row in said(read(text)) if row.startswith("market_cap")} == {wanted}


SECOND = "星河动力(NASDAQ:NOVA)1月12日登陆纳斯达克,发行价13美元,收报12美元。\n"
OTHERS = [
    SECOND + "云帆智行比它早一个月:12月10日上市,发行价15.5美元。云帆智行2024年净亏8亿元人民币。",
    SECOND + "云帆智行较其晚一周:12月10日上市,发行价15.5美元。云帆智行2024年净亏8亿元人民币。",
    SECOND + "云帆智行早一个月登陆纳斯达克,发行价15.5美元。云帆智行2024年净亏8亿元人民币。",
]


@pytest.mark.parametrize("text", OTHERS)
def test_a_second_issuer_is_named_by_when_it_came(text: str) -> None:
    facts = read(text)
    assert {"offer_price 13", "offer_price 15.5"} <= said(facts)
    assert [f.issuer for f in facts if f.metric == "offer_price"] == ["星河动力", "云帆智行"]


def test_investors_for_whom_something_holds_are_no_company() -> None:
    text = "主板注册制首批10家企业今日上市。\n对普通投资者而言,打新门槛没有变:持有市值1万元以上即可参与。"
    assert read(text) == []


PERIODS = [
    # a list that is too short for its years goes on in the clause behind it
    ("2023年至2025年收入分別為15億、48億和72億元;同期淨虧損6.64億、61.92億元,2025年則賺15.73億元。", {
        "net_profit -664000000 2023FY", "net_profit -6192000000 2024FY", "net_profit 1573000000 2025FY"}),
    ("2023年至2025年收入分別為15億、48億和72億元;同期毛利率10%、20%,2025年升至30%。", {
        "gross_margin_pct 10 2023FY", "gross_margin_pct 20 2024FY", "gross_margin_pct 30 2025FY"}),
    # the financial year before this one
    ("上個會計年度營收26.8億美元,淨利5.24億美元。", {"revenue 2680000000 2025FY", "net_profit 524000000 2025FY"}),
    ("上個財年(至9月底)營收26.8億美元。", {"revenue 2680000000 2025FY"}),
    ("上一財年(截至3月31日)收入26.8億美元。", {"revenue 2680000000 2025FY"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PERIODS)
def test_periods(text: str, wanted: set[str]) -> None:
    rows = said(read(ACCOUNTS + text), "period")
    assert wanted <= rows
    assert len([r for r in rows if r.split()[0] in {w.split()[0] for w in wanted}]) == len(wanted)


STAGES = [
    ("星河动力递交H股上市申请,拟集资5亿美元。公司2020年2月登陆科创板,发行价271.12元人民币。", "offer_price 271.12 final"),
    ("星河动力递交H股上市申请,拟集资5亿美元。公司2020年2月登陆科创板,发行价271.12元人民币。", "gross_proceeds 500000000 plan"),
    ("星河动力(02802.HK)今日招股,计划2026年2月登陆港交所,招股价27元。", "offer_price 27 plan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), STAGES)
def test_a_listing_that_is_over_is_final_whatever_is_planned_now(text: str, wanted: str) -> None:
    assert wanted in said(read(text), "stage")


PARENTS = [
    (TRADED + "母公司明月集團釋出9,550萬股,發售價51元。", "shares_offered 95500000"),
    (TRADED + "母公司明月集團釋股9,550萬股,發售價51元。", "shares_offered 95500000"),
]


@pytest.mark.parametrize(("text", "wanted"), PARENTS)
def test_shares_that_the_parent_lets_go_are_those_of_the_offering(text: str, wanted: str) -> None:
    assert wanted in said(read(text))


def test_a_name_that_begins_like_a_weekday_is_no_day() -> None:
    rows = said(read("周六福(06168.HK)今日掛牌,周六福收報30元,升25%。"), "as_of")
    assert "closing_price 30 2026-01-14" in rows


QUALIFIED = [
    (ASKED + "孖展至少錄得3,993億元。", "order_amount 399300000000 at_least"),
    (ASKED + "公開發售約有8.13倍超額認購。", "public_subscription_multiple 8.13 approx"),
    (ASKED + "頂價可集21.4億元。", "gross_proceeds 2140000000 at_most"),
    (ASKED + "6名基石投資者約佔發售股份(未計超額配股權)的57%。", "cornerstone_share_pct 57 approx"),
    (ASKED + "基石投資者合計認購上限7.35億美元。", "cornerstone_amount 735000000 at_most"),
    (TRADED + "收報15元,市值站上660億元。", "market_cap 66000000000 over"),
    (TRADED + "收報15元,市值縮水到93億元附近。", "market_cap 9300000000 approx"),
    (TRADED + "收報15元,市值93億元出頭。", "market_cap 9300000000 over"),
    (ASKED + "2025年研發開支佔收入的0.1%也不到。", "rd_ratio_pct 0.1 under"),
    # look-alikes
    (TRADED + "收報15元,錄得市值93億元。", "market_cap 9300000000 exact"),
    (ASKED + "與基石投資者簽約認購2億港元。", "cornerstone_amount 200000000 exact"),
    (ASKED + "集資21.4億元。", "gross_proceeds 2140000000 exact"),
]


@pytest.mark.parametrize(("text", "wanted"), QUALIFIED)
def test_how_exact_a_figure_is(text: str, wanted: str) -> None:
    assert wanted in said(read(text), "qualifier")


BASED = [
    (PLACED + "香港部分獲308.18倍超額認購,國際部分獲11.61倍。", "international_subscription_multiple 11.61 over"),
    (PLACED + "香港部分獲308.18倍認購,國際部分獲11.61倍。", "international_subscription_multiple 11.61 total"),
    (PLACED + "香港部分超購307倍,國際部分獲11.61倍認購。", "international_subscription_multiple 11.61 total"),
]


@pytest.mark.parametrize(("text", "wanted"), BASED)
def test_a_bare_multiple_goes_on_with_the_words_before(text: str, wanted: str) -> None:
    assert wanted in said(read(text), "basis")
