"""Accounts as the desks of the papers tell them: what leans on a period told before, and what is no figure of the issuer."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 3, 21)
HEARD = "測試科技(02899.HK)通過港交所聆訊。"
FILED = "测试科技(02899.HK)向港交所递交招股书。"

PERIODS = [
    # the year before the one that is told
    ("2023年净利润5,100万元,上年为4,700万元。", "net_profit 2023FY 51000000; net_profit 2022FY 47000000"),
    (
        "2024年收入6.6亿元;净利润1.1亿元,上一年则为0.7亿元。",
        "revenue 2024FY 660000000; net_profit 2024FY 110000000; net_profit 2023FY 70000000",
    ),
    (
        "截至2025年12月31日,经营活动现金流净流出3,300万元,上年净流入1,200万元。",
        "operating_cash_flow 2025FY -33000000; operating_cash_flow 2024FY 12000000",
    ),
    (
        "去年收入3.4亿元,上年为2亿元;净亏损5亿元,2024年亏7亿元,经调整净亏损由6亿元收窄至4亿元。",
        "revenue 2025FY 340000000; revenue 2024FY 200000000; net_profit 2025FY -500000000; net_profit 2024FY -700000000; "
        "adjusted_net_profit 2024FY -600000000; adjusted_net_profit 2025FY -400000000",
    ),
    (
        "去年净亏损5亿元,2024年净亏损7亿元,经调整净亏损4亿元。",
        "net_profit 2025FY -500000000; net_profit 2024FY -700000000; adjusted_net_profit 2025FY -400000000",
    ),
    (
        "截至去年9月底止九个月毛利率57%,2024年同期为54%。",
        "gross_margin_pct 2025-9M 57; gross_margin_pct 2024-9M 54",
    ),
    # a part of a year, or the latest one
    (
        "2022年前三季度收入8亿元。前三季度的研发费用为4亿元,2021年全年为5亿元。",
        "revenue 2022-9M 800000000; rd_expense 2022-9M 400000000; rd_expense 2021FY 500000000",
    ),
    (
        "2022年度賺3,000萬元人民幣,翌年減至2,000萬元,最近年度回升到3,500萬元。",
        "net_profit 2022FY 30000000; net_profit 2023FY 20000000; net_profit 2024FY 35000000",
    ),
    (
        "2023年、2024年收入分別為3億元及4億元人民幣,最近一個財政年度毛利率20%。",
        "revenue 2023FY 300000000; revenue 2024FY 400000000; gross_margin_pct 2024FY 20",
    ),
    # lists
    (
        "2024年、2023年、2022年营收分别为9亿元、6亿元和4亿元,2024年首次扭亏。同期研发费用率分别为31%、38%及47%。",
        "revenue 2024FY 900000000; revenue 2023FY 600000000; revenue 2022FY 400000000; "
        "rd_ratio_pct 2024FY 31; rd_ratio_pct 2023FY 38; rd_ratio_pct 2022FY 47",
    ),
    (
        "收入从2021年的4亿元增至2023年的6亿元,毛利率依次为30%、31%和32%。",
        "revenue 2021FY 400000000; revenue 2023FY 600000000; "
        "gross_margin_pct 2021FY 30; gross_margin_pct 2022FY 31; gross_margin_pct 2023FY 32",
    ),
    (
        "净利润2023年为1亿元,2024年2亿元,2025年上半年1.5亿元。两年一期毛利率分别是20%、22%和24%。",
        "net_profit 2023FY 100000000; net_profit 2024FY 200000000; net_profit 2025H1 150000000; "
        "gross_margin_pct 2023FY 20; gross_margin_pct 2024FY 22; gross_margin_pct 2025H1 24",
    ),
    (
        "2022年亏2亿元,2023年亏1亿元,2024年亏5,000万元,公司预计2026年全年扭亏。三年收入分别是4亿元、8亿元和14亿元。",
        "net_profit 2022FY -200000000; net_profit 2023FY -100000000; net_profit 2024FY -50000000; "
        "revenue 2022FY 400000000; revenue 2023FY 800000000; revenue 2024FY 1400000000",
    ),
    (
        "2024年收入12亿元,净利润1.3亿元。2023年,两者分别为10亿元和0.9亿元。",
        "revenue 2024FY 1200000000; net_profit 2024FY 130000000; revenue 2023FY 1000000000; net_profit 2023FY 90000000",
    ),
    # balance sheets and what stands beside them
    (
        "截至去年底,公司持有現金及現金等價物4億元人民幣,年度虧損3億元人民幣。",
        "cash_and_equivalents 2025-12-31 400000000; net_profit 2025FY -300000000",
    ),
    (
        "截至2025年3月31日,總資產3億元人民幣,負債總額2億元;手頭現金5,000萬元。",
        "total_assets 2025-03-31 300000000; total_liabilities 2025-03-31 200000000; cash_and_equivalents 2025-03-31 50000000",
    ),
    ("截至2025年6月30日,公司有1.9亿元的现金及现金等价物。", "cash_and_equivalents 2025-06-30 190000000"),
    ("現金方面,截至2025年底有8億元人民幣。", "cash_and_equivalents 2025-12-31 800000000"),
    # changes
    (
        "2024年收入4亿元,到2025年掉头向下,减少17%至3.3亿元。",
        "revenue 2024FY 400000000; revenue 2025FY 330000000; revenue_growth_pct 2025FY -17",
    ),
    (
        "2025年头三季,收入止跌回升,同比增加9.1%至23亿元。",
        "revenue 2025-9M 2300000000; revenue_growth_pct 2025-9M 9.1",
    ),
    (
        "2025年营收5亿元,同比+36.6%;净利润0.7亿元,同比-12%。",
        "revenue 2025FY 500000000; revenue_growth_pct 2025FY 36.6; net_profit 2025FY 70000000; net_profit_growth_pct 2025FY -12",
    ),
    (
        "2025年上半年溢利3,000萬元人民幣,較去年同期的3,400萬元人民幣少11.2%。",
        "net_profit 2025H1 30000000; net_profit 2024H1 34000000; net_profit_growth_pct 2025H1 -11.2",
    ),
    ("毛利率连年走高,2023年12%,2024年14%。", "gross_margin_pct 2023FY 12; gross_margin_pct 2024FY 14"),
    (
        "2023年及2024年年內利潤/(虧損)分別為1.3億元人民幣及(3.5)億元人民幣。",
        "net_profit 2023FY 130000000; net_profit 2024FY -350000000",
    ),
    ("2024年上半年账面亏损50亿元,上年同期亏18亿元。", "net_profit 2024H1 -5000000000; net_profit 2023H1 -1800000000"),
    (
        "2025年股東應佔虧損1,800萬元人民幣,2024年虧3,300萬元人民幣。",
        "net_profit_attributable 2025FY -18000000; net_profit_attributable 2024FY -33000000",
    ),
    (
        "2025年收入增加1.2亿元至5亿元,净利润减少0.3亿元至0.8亿元。",
        "revenue 2025FY 500000000; net_profit 2025FY 80000000",
    ),
    ("2025年收入5亿元,较上年增加1.2亿元。", "revenue 2025FY 500000000"),
    (
        "2025年第四季賺1.3億元人民幣,帶動全年純利升至3.9億元。",
        "net_profit 2025Q4 130000000; net_profit 2025FY 390000000",
    ),
    (
        "2024年的营收和净利润分别为14亿元、2亿元,同比变动幅度分别为-3.2%和-11.5%。",
        "revenue 2024FY 1400000000; net_profit 2024FY 200000000; revenue_growth_pct 2024FY -3.2; net_profit_growth_pct 2024FY -11.5",
    ),
    (
        "2025年收入12亿元,其中A产品收入6亿元,毛利率55%;整体毛利率44.2%。",
        "revenue 2025FY 1200000000; gross_margin_pct 2025FY 44.2",
    ),
    ("2025年赚2亿元,其中包括出售物业的一次性收益8,000万元。", "net_profit 2025FY 200000000"),
    (
        "2025年销售、管理、研发费用分别为1.2亿元、0.8亿元和2.2亿元,合计占营收的35%。",
        "selling_expense 2025FY 120000000; admin_expense 2025FY 80000000; rd_expense 2025FY 220000000",
    ),
    # research, the revenue abroad, restatements
    ("2025年公司投入1.6亿元用于研发,占收入的12.3%。", "rd_investment 2025FY 160000000; rd_ratio_pct 2025FY 12.3"),
    ("2025年在研發上花了2.3億元人民幣,相當於收入的14.2%。", "rd_expense 2025FY 230000000; rd_ratio_pct 2025FY 14.2"),
    (
        "2024年及2025年收入5亿元、6亿元。研发开支更是收入的数倍:7亿元、9亿元。",
        "revenue 2024FY 500000000; revenue 2025FY 600000000; rd_expense 2024FY 700000000; rd_expense 2025FY 900000000",
    ),
    ("2025年境内、境外收入分别占66.6%和33.4%。", "overseas_revenue_pct 2025FY 33.4"),
    (
        "销售费用是吞噬利润的主因,2025年达3.5亿元。",
        "selling_expense 2025FY 350000000",
    ),
    (
        "2025年收入9亿元人民币,同比增长29%,折合1.2亿美元;净亏损6,600万元人民币(约900万美元)。",
        "revenue 2025FY 900000000; revenue 2025FY 120000000; revenue_growth_pct 2025FY 29; "
        "net_profit 2025FY -66000000; net_profit 2025FY -9000000",
    ),
]
NONE = [
    # not over on the day of publication
    "公司目标2026年营收突破20亿元,净利润不低于3亿元。",
    "大行料公司今年收入可達人民幣80億元。",
    "公司预计全年净利润2亿元至3亿元。",
    # somebody else's
    "行业老大蓝海股份去年收入88亿元。",
    "海外龙头达索系统去年收入56亿欧元。",
    "同为中式快餐的乡里鸡也曾递表港交所后折戟,其2024年营收46亿元。",
    "公司以2亿元收购云帆软件,后者2023年收入1.1亿元。",
    # a share of a part, a change by an amount
    "公司2025年收入增长1.2亿元。",
    "核心产品占去其中六成。",
]


def accounts(text: str) -> set[str]:
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    return {f"{f.metric} {f.period} {f.value}" for f in facts if f.period}


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_told(text: str, expected: str) -> None:
    assert accounts((HEARD if "幣" in text else FILED) + text) == set(expected.split("; "))


@pytest.mark.parametrize("text", NONE)
def test_no_figure_of_the_issuer(text: str) -> None:
    assert accounts(FILED + text) == set()


def test_years_that_end_in_march() -> None:
    text = HEARD + "公司年結日為3月31日。2024年度收入5億元,2025年度6億元。去年度增長20%。"
    assert "revenue_growth_pct 2025FY 20" in accounts(text)


def test_a_dollar_of_hong_kong() -> None:
    text = "本地食肆測試餐飲(02899.HK)遞表。2024年度收入5億元。同業北上開店,內地客亦來港消費。"
    assert {f.unit for f in zhaogu.extract(text).facts if f.metric == "revenue"} == {"HKD"}


def test_this_one_is_who_was_spoken_of() -> None:
    text = "测试科技(02899.HK)今日挂牌,收报12港元。这家武汉的民营口腔连锁2024年收入4亿元。"
    assert accounts(text) == {"revenue 2024FY 400000000"}


def test_a_table_with_an_empty_corner() -> None:
    text = f"{FILED}\n财务数据(人民币亿元)\n| | 2023年 | 2024年 |\n|---|---|---|\n| 收入 | 3.3 | 4.8 |\n"
    assert accounts(text) == {"revenue 2023FY 330000000", "revenue 2024FY 480000000"}
