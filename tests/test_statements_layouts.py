"""Odd statements, drawn as text: what the samples do not show."""

from __future__ import annotations

import pytest

from statement_pages import extract, values

JUNE = """
                       CONSOLIDATED STATEMENTS OF PROFIT OR LOSS

                                          Year ended 30 June       Six months ended 31 December
                               Notes       2022         2023           2022           2023
                                         HK$’000      HK$’000        HK$’000        HK$’000
                                                                   (unaudited)
Revenue ....................      4       120,000      150,500         70,250         81,000
Cost of services ...........              (80,000)     (99,500)       (45,000)       (51,000)
Gross profit ...............               40,000       51,000         25,250         30,000
Other income ...............      5         1,200          900            400            350
Administrative and other
  operating expenses .......              (12,000)     (14,000)        (6,500)        (7,000)
Finance costs ..............      6          (800)        (700)          (350)          (300)
Profit before taxation .....               28,400       37,200         18,800         23,050
Income tax expense .........      7        (4,700)      (6,100)        (3,100)        (3,800)
Profit and total comprehensive
  income for the year/period                23,700       31,100         15,700         19,250
"""

ONE_YEAR = """
                              綜合損益表
                                        自2023年
                              附註      截至12月31日止年度
                                              2023年
                                            人民幣千元
收入                             4              12,345
銷售成本                                         (9,000)
毛利                                              3,345
行政開支                                         (1,000)
除稅前溢利                       5               2,345
所得稅開支                       6                (345)
年內溢利                                          2,000
"""

NET_LIABILITIES = """
                     CONSOLIDATED STATEMENTS OF FINANCIAL POSITION
                                                    As at 31 December
                                       Note      2022         2023        2024
                                                RMB’000      RMB’000     RMB’000
NON-CURRENT ASSETS
Property and equipment                   12        1,000        2,000       3,000
CURRENT ASSETS
Cash and cash equivalents                15       10,000        8,000       6,500
Total assets                                      11,000       10,000       9,500
CURRENT LIABILITIES
Redemption liabilities                   18       30,000       42,000      50,000
Total liabilities                                 30,000       42,000      50,000
NET LIABILITIES                                  (19,000)     (32,000)    (40,500)
EQUITY
Share capital                                         10           10          10
Deficits                                         (19,010)     (32,010)    (40,510)
TOTAL DEFICIT                                    (19,000)     (32,000)    (40,500)
Total deficit and liabilities                     11,000       10,000       9,500
"""

BIOTECH = """
                  CONSOLIDATED STATEMENTS OF PROFIT OR LOSS AND OTHER COMPREHENSIVE LOSS
                                           Year ended December 31,     Three months ended March 31,
                                   Note       2023         2024            2024          2025
                                            US$’000      US$’000         US$’000       US$’000
                                                                       (unaudited)
Other income                        5           310          205              40            55
Other gains and losses, net         6          (120)          88             (14)            9
Research and development expenses           (21,400)     (30,250)         (7,000)       (8,800)
Administrative expenses                      (4,300)      (5,100)         (1,200)       (1,350)
Fair value changes of convertible
  redeemable preferred shares      20        (9,000)      12,500          (2,000)       (3,100)
Finance costs                                   (45)         (60)            (12)          (15)
Loss before tax                    7        (34,555)     (22,617)        (10,186)      (13,201)
Income tax expense                  8             –            –               –             –
Loss for the year/period                    (34,555)     (22,617)        (10,186)      (13,201)
Attributable to:
  Owners of the Company                     (34,000)     (22,000)        (10,000)      (13,000)
  Non-controlling interests                    (555)        (617)           (186)         (201)
LOSS PER SHARE
  – Basic and diluted (US$)         9         (0.52)       (0.31)          (0.15)        (0.18)
"""

MILLIONS = """
              Consolidated Statements of Income
              (in millions of RMB, except per share data)
                                  Years ended December 31,
                               2022         2023         2024
Net revenues                 1,204.5      1,380.2      1,522.9
Cost of revenues              (700.1)      (800.0)      (880.4)
Gross profit                   504.4        580.2        642.5
Income tax expense             (20.1)       (25.0)       (30.2)
Net income                     110.0        120.5        133.3
Basic net income per share      0.55         0.60         0.66
"""

CURRENCIES = """
                 Consolidated Balance Sheets
                 (in thousands)
                             December 31,    December 31,    December 31,    December 31,
                                 2022            2023            2023            2023
                                 RMB             RMB             HK$             US$
Cash and cash equivalents        5,000           6,000           6,600             845
Total assets                    20,000          24,000          26,400           3,380
Total liabilities                8,000           9,000           9,900           1,268
Total equity                    12,000          15,000          16,500           2,112
"""

NEWEST_FIRST = """
七、发行人主要财务数据及财务指标
                                                   单位：万元
        项目             2024年6月30日     2023年12月31日    2022年12月31日
                         /2024年1-6月        /2023年度          /2022年度
资产总计                    90,000.00          85,000.00         70,500.50
归属于母公司所有者权益      60,000.00          55,000.00         40,000.00
营业收入                    31,000.25          58,000.00         45,000.00
净利润                       4,100.00           8,000.00          5,000.00
归属于母公司所有者的净利润   4,000.00           7,900.00          4,950.00
扣除非经常性损益后归属于母
公司所有者的净利润           3,800.00           7,500.00          4,700.00
基本每股收益（元）               0.11               0.22              0.14
经营活动产生的现金流量净额   2,500.00          -1,200.00          6,000.00
研发投入占营业收入的比例        9.50%              8.80%             8.10%
"""

QUARTERS = """
                Unaudited Condensed Consolidated Statements of Operations
                (in thousands)
                                Three Months Ended June 30,    Six Months Ended June 30,
                                   2023           2024            2023          2024
                                   US$            US$             US$           US$
Revenues                          1,000          1,300           1,900         2,500
Cost of revenues                    400            500             800         1,000
Gross profit                        600            800           1,100         1,500
Operating expenses:
  Research and development          300            350             600           700
  Selling and marketing             100            120             200           230
Net income                          200            330             300           570
"""

CASES = [
    (JUNE, "revenue", {"2022FY": "120000000", "2023FY": "150500000", "2023H1": "70250000", "2024H1": "81000000"}),
    (JUNE, "admin_expense", {"2022FY": "12000000", "2023FY": "14000000", "2023H1": "6500000", "2024H1": "7000000"}),
    (JUNE, "cost_of_sales", {"2022FY": "80000000", "2023FY": "99500000", "2023H1": "45000000", "2024H1": "51000000"}),
    (JUNE, "income_tax", {"2022FY": "4700000", "2023FY": "6100000", "2023H1": "3100000", "2024H1": "3800000"}),
    (JUNE, "net_profit", {"2022FY": "23700000", "2023FY": "31100000", "2023H1": "15700000", "2024H1": "19250000"}),
    (ONE_YEAR, "revenue", {"2023FY": "12345000"}),
    (ONE_YEAR, "income_tax", {"2023FY": "345000"}),
    (ONE_YEAR, "net_profit", {"2023FY": "2000000"}),
    (NET_LIABILITIES, "net_assets", {"2022-12-31": "-19000000", "2023-12-31": "-32000000", "2024-12-31": "-40500000"}),
    (NET_LIABILITIES, "total_assets", {"2022-12-31": "11000000", "2023-12-31": "10000000", "2024-12-31": "9500000"}),
    (NET_LIABILITIES, "cash_and_equivalents", {"2022-12-31": "10000000", "2023-12-31": "8000000", "2024-12-31": "6500000"}),
    (BIOTECH, "revenue", {}),
    (BIOTECH, "income_tax", {}),
    (BIOTECH, "rd_expense", {"2023FY": "21400000", "2024FY": "30250000", "2024Q1": "7000000", "2025Q1": "8800000"}),
    (BIOTECH, "redemption_fv_change", {"2023FY": "-9000000", "2024FY": "12500000", "2024Q1": "-2000000", "2025Q1": "-3100000"}),
    (BIOTECH, "net_profit", {"2023FY": "-34555000", "2024FY": "-22617000", "2024Q1": "-10186000", "2025Q1": "-13201000"}),
    (BIOTECH, "net_profit_attributable", {"2023FY": "-34000000", "2024FY": "-22000000", "2024Q1": "-10000000", "2025Q1": "-13000000"}),
    (BIOTECH, "eps_basic", {"2023FY": "-0.52", "2024FY": "-0.31", "2024Q1": "-0.15", "2025Q1": "-0.18"}),
    (MILLIONS, "revenue", {"2022FY": "1204500000", "2023FY": "1380200000", "2024FY": "1522900000"}),
    (MILLIONS, "net_profit", {"2022FY": "110000000", "2023FY": "120500000", "2024FY": "133300000"}),
    (MILLIONS, "eps_basic", {"2022FY": "0.55", "2023FY": "0.60", "2024FY": "0.66"}),
    (CURRENCIES, "total_assets", {"2022-12-31": "20000000", "2023-12-31": "24000000"}),
    (CURRENCIES, "net_assets", {"2022-12-31": "12000000", "2023-12-31": "15000000"}),
    (NEWEST_FIRST, "total_assets", {"2024-06-30": "900000000", "2023-12-31": "850000000", "2022-12-31": "705005000"}),
    (NEWEST_FIRST, "revenue", {"2024H1": "310002500", "2023FY": "580000000", "2022FY": "450000000"}),
    (NEWEST_FIRST, "net_profit_ex_nonrecurring", {"2024H1": "38000000", "2023FY": "75000000", "2022FY": "47000000"}),
    (NEWEST_FIRST, "eps_basic", {"2024H1": "0.11", "2023FY": "0.22", "2022FY": "0.14"}),
    (NEWEST_FIRST, "operating_cash_flow", {"2024H1": "25000000", "2023FY": "-12000000", "2022FY": "60000000"}),
    (NEWEST_FIRST, "rd_ratio_pct", {"2024H1": "9.50", "2023FY": "8.80", "2022FY": "8.10"}),
    (QUARTERS, "revenue", {"2023Q2": "1000000", "2024Q2": "1300000", "2023H1": "1900000", "2024H1": "2500000"}),
    (QUARTERS, "rd_expense", {"2023Q2": "300000", "2024Q2": "350000", "2023H1": "600000", "2024H1": "700000"}),
    (QUARTERS, "cost_of_sales", {"2023Q2": "400000", "2024Q2": "500000", "2023H1": "800000", "2024H1": "1000000"}),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "metric", "expected"), CASES)
def test_layout(drawing: str, metric: str, expected: dict[str, str]) -> None:
    assert values(extract(drawing)).get(metric, {}) == expected


POSITION_1 = """
附錄一                                                  會計師報告
                            綜合財務狀況表
                                                於十二月三十一日
                            附註     二零一七年    二零一八年    二零一九年
                                     人民幣千元    人民幣千元    人民幣千元
非流動資產
物業、廠房及設備              12          3,000        4,000        5,000
無形資產                      13            500          600          700
非流動資產總值                            3,500        4,600        5,700
流動資產
存貨                          14          1,000        1,100        1,200
現金及現金等價物              15          2,000        2,500        3,000
流動資產總值                              3,000        3,600        4,200
資產總值                                  6,500        8,200        9,900
"""
POSITION_2 = """
附錄一                                                  會計師報告
                                                於十二月三十一日
                            附註     二零一七年    二零一八年    二零一九年
                                     人民幣千元    人民幣千元    人民幣千元
流動負債
貿易應付款項                  16          1,500        1,600        1,700
合同負債                      17            400          500          600
負債總額                                  1,900        2,100        2,300
資產淨值                                  4,600        6,100        7,600
"""
POSITION_3 = """
附錄一                                                  會計師報告
權益
股本                          18            100          100          100
儲備                          19          4,500        6,000        7,500
權益總額                                  4,600        6,100        7,600
"""
COMPANY = """
附錄一                                                  會計師報告
                         貴公司的財務狀況表
                                                於十二月三十一日
                            附註     二零一七年    二零一八年    二零一九年
                                     人民幣千元    人民幣千元    人民幣千元
於附屬公司的投資              20          1,111        1,111        1,111
現金及現金等價物              15             50           60           70
資產總值                                  1,161        1,171        1,181
資產淨值                                  1,000        1,000        1,000
"""


def test_statement_over_pages() -> None:
    found = extract(POSITION_1, POSITION_2, POSITION_3, COMPANY)
    said = values(found)
    assert said["total_assets"] == {"2017-12-31": "6500000", "2018-12-31": "8200000", "2019-12-31": "9900000"}
    assert said["total_liabilities"] == {"2017-12-31": "1900000", "2018-12-31": "2100000", "2019-12-31": "2300000"}
    assert said["net_assets"] == {"2017-12-31": "4600000", "2018-12-31": "6100000", "2019-12-31": "7600000"}
    assert said["cash_and_equivalents"]["2019-12-31"] == "3000000"
    assert [note.code for note in found.notes] == []
    statement = found.statements["financial_position"]
    assert statement.pages == [1, 2, 3]
    frame = statement.to_frame()
    assert list(frame.columns) == ["metric", "2017-12-31", "2018-12-31", "2019-12-31"]
    assert str(frame.loc["儲備", "2019-12-31"]) == "7500"
    net = next(fact for fact in found.facts if fact.metric == "net_assets")
    assert [place.page for place in (net.evidence, *net.also)] == [2, 3]


SUMMARY = """
                                   概要
綜合損益表概要
下表載列我們於所示期間的綜合損益表概要：
                     截至12月31日止年度                          截至6月30日止六個月
                2022年              2023年                2023年              2024年
          人民幣千元  佔收入%  人民幣千元  佔收入%  人民幣千元  佔收入%  人民幣千元  佔收入%
                                                      （未經審核）
收入          10,000    100.0     12,000    100.0      5,000    100.0      7,000    100.0
銷售成本      (6,000)   (60.0)    (7,000)   (58.3)    (3,000)   (60.0)    (4,000)   (57.1)
毛利           4,000     40.0      5,000     41.7      2,000     40.0      3,000     42.9
研發開支        (500)    (5.0)      (700)    (5.8)      (300)    (6.0)      (400)    (5.7)
除稅前利潤     2,000     20.0      2,400     20.0      1,000     20.0      1,500     21.4
所得稅          (300)    (3.0)      (360)    (3.0)      (150)    (3.0)      (225)    (3.2)
年／期內利潤   1,700     17.0      2,040     17.0        850     17.0      1,275     18.2
"""


def test_shares_of_revenue() -> None:
    found = extract(SUMMARY)
    said = values(found)
    assert said["revenue"] == {"2022FY": "10000000", "2023FY": "12000000", "2023H1": "5000000", "2024H1": "7000000"}
    assert said["net_profit"] == {"2022FY": "1700000", "2023FY": "2040000", "2023H1": "850000", "2024H1": "1275000"}
    assert said["gross_margin_pct"] == {"2022FY": "40.0", "2023FY": "41.7", "2023H1": "40.0", "2024H1": "42.9"}
    assert said["rd_ratio_pct"] == {"2022FY": "5.0", "2023FY": "5.8", "2023H1": "6.0", "2024H1": "5.7"}
    audited = {fact.period: fact.audited for fact in found.facts if fact.metric == "revenue"}
    assert audited == {"2022FY": None, "2023FY": None, "2023H1": False, "2024H1": None}


CHANGES = """
Summary of consolidated statements of profit or loss
                          Year ended 31 March           Change
                          2023         2024        Amount        %
                       S$’000       S$’000        S$’000
Revenue                  50,000       60,000        10,000     20.0
Cost of sales            40,000       47,000         7,000     17.5
Gross profit             10,000       13,000         3,000     30.0
Loss before income tax   (1,000)        (500)         (500)   (50.0)
Income tax credit            50           20           (30)   (60.0)
Loss for the year          (950)        (480)         (470)   (49.5)
"""


def test_change_columns_and_costs_without_brackets() -> None:
    said = values(extract(CHANGES))
    assert said["revenue"] == {"2023FY": "50000000", "2024FY": "60000000"}
    assert said["cost_of_sales"] == {"2023FY": "40000000", "2024FY": "47000000"}
    assert said["income_tax"] == {"2023FY": "-50000", "2024FY": "-20000"}
    assert said["net_profit"] == {"2023FY": "-950000", "2024FY": "-480000"}


MAINLAND = """
（二）合并利润表
                                                    单位：元
项目                          2024年度          2023年度          2022年度
一、营业总收入          312,345,678.90    250,000,000.00    200,000,000.00
其中：营业收入          312,345,678.90    250,000,000.00    200,000,000.00
二、营业总成本          280,000,000.00    240,000,000.00    195,000,000.00
其中：营业成本          200,000,000.00    180,000,000.00    150,000,000.00
税金及附加                1,000,000.00        900,000.00        800,000.00
销售费用                 10,000,000.00      9,000,000.00      8,000,000.00
管理费用                 20,000,000.00     19,000,000.00     18,000,000.00
研发费用                 40,000,000.00     30,000,000.00     20,000,000.00
财务费用                 -1,500,000.00        500,000.00      1,000,000.00
其中：利息费用              300,000.00        600,000.00        900,000.00
三、营业利润（亏损以“－”号填列）
                         35,000,000.00     12,000,000.00      6,000,000.00
四、利润总额（亏损总额以“－”号
填列）                   36,000,000.00     12,500,000.00      6,100,000.00
减：所得税费用            4,000,000.00      1,500,000.00       -100,000.00
五、净利润（净亏损以“－”号填列）
                         32,000,000.00     11,000,000.00      6,200,000.00
1.持续经营净利润         32,000,000.00     11,000,000.00      6,200,000.00
1.归属于母公司股东的净利润
                         31,000,000.00     10,500,000.00      6,000,000.00
2.少数股东损益            1,000,000.00        500,000.00        200,000.00
七、综合收益总额         32,100,000.00     11,100,000.00      6,300,000.00
归属于母公司所有者的综合收益总额
                         31,100,000.00     10,600,000.00      6,100,000.00
（一）基本每股收益（元/股）       0.31              0.11              0.06
"""


def test_mainland_income_statement() -> None:
    said = values(extract(MAINLAND))
    assert said["revenue"]["2024FY"] == "312345678.90"
    assert said["cost_of_sales"]["2024FY"] == "200000000"
    assert said["finance_costs"] == {"2024FY": "-1500000", "2023FY": "500000", "2022FY": "1000000"}
    assert said["profit_before_tax"] == {"2024FY": "36000000", "2023FY": "12500000", "2022FY": "6100000"}
    assert said["income_tax"] == {"2024FY": "4000000", "2023FY": "1500000", "2022FY": "-100000"}
    assert said["net_profit"] == {"2024FY": "32000000", "2023FY": "11000000", "2022FY": "6200000"}
    assert said["net_profit_attributable"] == {"2024FY": "31000000", "2023FY": "10500000", "2022FY": "6000000"}
    assert said["eps_basic"] == {"2024FY": "0.31", "2023FY": "0.11", "2022FY": "0.06"}


CASH_FLOW = (
    """
                 綜合現金流量表
                             截至12月31日止年度
                                2023年        2024年
                            人民幣千元    人民幣千元
經營活動所得現金流量
除稅前利潤                      41,200        52,300
經營活動所得現金流量淨額        38,100        47,900
""",
    """
                             截至12月31日止年度
                                2023年        2024年
                            人民幣千元    人民幣千元
購買設備                       (9,100)      (10,200)
投資活動所用現金流量淨額       (9,100)      (10,200)
已付股息                       (4,000)       (5,000)
融資活動所用現金流量淨額       (4,000)       (5,000)
""",
)


def test_dividends_paid_on_the_second_page_of_a_cash_flow_statement() -> None:
    found = extract(*CASH_FLOW)
    assert found.statements["cash_flow"].pages == [1, 2]
    paid = [(f.label, f.period, format(f.value or 0, "f"), f.unit) for f in found.facts if f.metric == "dividend"]
    assert paid == [("paid", "2023FY", "4000000", "CNY"), ("paid", "2024FY", "5000000", "CNY")]
