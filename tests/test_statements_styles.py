"""Statements in the manner of other firms and markets, drawn as text."""

from __future__ import annotations

import pytest

from statement_pages import extract, values

SPACED = """
                     綜 合 損 益 及 其 他 全 面 收 益 表
                                     截 至 十 二 月 三 十 一 日 止 年 度        截 至 六 月 三 十 日 止 六 個 月
                         附 註     二零二二年    二零二三年    二零二四年    二零二四年    二零二五年
                                   千港元        千港元        千港元        千港元        千港元
                                                                          （未經審核）
收 益                       5       90,000       80,000       70,000       30,000       36,000
銷 售 成 本                        (60,000)     (55,000)     (50,000)     (22,000)     (25,000)
毛 利                               30,000       25,000       20,000        8,000       11,000
其 他 收 入                 6        1,000        1,100          900          400          500
分 銷 及 銷 售 開 支                (9,000)      (9,500)      (9,900)      (4,800)      (4,900)
行 政 開 支                        (12,000)     (15,000)     (16,000)      (7,000)      (7,200)
研 究 及 開 發 成 本                (2,000)      (2,500)      (3,000)      (1,400)      (1,600)
融 資 成 本                 7         (500)        (600)        (700)        (300)        (350)
除 稅 前 溢 利（虧 損）              7,500       (1,500)      (8,700)      (5,100)      (2,550)
所 得 稅（開 支）抵 免      8       (1,200)          300        1,500          800          400
本 公 司 擁 有 人 應 佔
  年／期 內 溢 利（虧 損）           6,300       (1,200)      (7,200)      (4,300)      (2,150)
每 股 盈 利（虧 損）       10
  — 基 本（港 仙）                    6.30        (1.20)       (7.20)       (4.30)       (2.15)
"""

KPMG = """
Consolidated statements of profit or loss
(Expressed in Renminbi (“RMB”))
                                                 Year ended 31 December
                                   Note       2021        2022        2023
                                            RMB’000     RMB’000     RMB’000
Revenue                               4      510,000     620,000     710,000
Cost of sales                               (400,000)   (480,000)   (530,000)
Gross profit                                 110,000     140,000     180,000
Other net income                      5        2,000       3,000       4,000
Selling and marketing expenses               (20,000)    (25,000)    (30,000)
General and administrative
expenses                                     (30,000)    (35,000)    (40,000)
Profit from operations                        62,000      83,000     114,000
Finance costs                       6(a)      (2,000)     (3,000)     (4,000)
Profit before taxation                6       60,000      80,000     110,000
Income tax                            7      (15,000)    (20,000)    (27,500)
Profit for the year                           45,000      60,000      82,500
Attributable to:
Equity shareholders of the Company            44,000      59,000      81,000
Non-controlling interests                      1,000       1,000       1,500
Profit for the year                           45,000      60,000      82,500
Other comprehensive income for the year          500        (100)        200
Total comprehensive income for the year       45,500      59,900      82,700
Attributable to:
Equity shareholders of the Company            44,500      58,900      81,200
Non-controlling interests                      1,000       1,000       1,500
Earnings per share                   10
Basic and diluted (RMB cents)                  88.00      118.00      162.00
"""

US_GAAP = """
              CONSOLIDATED STATEMENTS OF COMPREHENSIVE LOSS
       (Amounts in thousands, except for share and per share data)
                                          For the years ended December 31,
                                   2022          2023          2024          2024
                                   RMB           RMB           RMB           US$
                                                                         (Note 2)
Revenues:
Vehicle sales                   3,000,000     5,000,000     8,000,000     1,096,000
Other services                    100,000       200,000       300,000        41,100
Total revenues                  3,100,000     5,200,000     8,300,000     1,137,100
Total cost of revenues         (3,000,000)   (4,900,000)   (7,300,000)   (1,000,100)
Gross profit                      100,000       300,000     1,000,000       137,000
Operating expenses:
Research and development
expenses                         (900,000)   (1,100,000)   (1,300,000)     (178,100)
Selling, general and
administrative expenses          (700,000)     (800,000)     (900,000)     (123,300)
Loss before income tax expense (1,500,000)   (1,600,000)   (1,200,000)     (164,400)
Income tax expense                 (1,000)       (2,000)       (3,000)         (411)
Net loss                       (1,501,000)   (1,602,000)   (1,203,000)     (164,811)
Net loss attributable to ordinary
shareholders of Sample Inc.    (1,501,000)   (1,602,000)   (1,203,000)     (164,811)
Weighted average number of ordinary shares used in computing net loss per share
Basic and diluted             800,000,000   810,000,000   820,000,000   820,000,000
Net loss per ordinary share
Basic and diluted                   (1.88)        (1.98)        (1.47)        (0.20)
Net loss per ADS
Basic and diluted                   (3.76)        (3.96)        (2.94)        (0.40)
"""

GROUP_AND_COMPANY = """
                     財務狀況表
                            貴集團                           貴公司
                         於12月31日                        於12月31日
                    2022年        2023年              2022年        2023年
                   人民幣千元    人民幣千元          人民幣千元    人民幣千元
現金及現金等價物       1,000         2,000                 10            20
總資產                 9,000        10,000              3,000         3,100
總負債                 4,000         4,500                100           150
總權益                 5,000         5,500              2,900         2,950
"""

ANALYSIS = """
FINANCIAL INFORMATION
RESULTS OF OPERATIONS
The following table sets forth a summary of our consolidated statements of profit or loss for the
periods indicated:
                            Year ended December 31,             Six months ended June 30,
                             2023           2024               2024                2025
                        RMB’000     %    RMB’000     %    RMB’000      %      RMB’000     %
                                                             (unaudited)
Revenue                  50,000  100.0    60,000  100.0    28,000  100.0     35,000  100.0
Cost of sales           (30,000) (60.0)  (33,000) (55.0)  (15,400) (55.0)   (18,900) (54.0)
Gross profit             20,000   40.0    27,000   45.0    12,600   45.0     16,100   46.0
Profit for the
 year/period              5,000   10.0     6,600   11.0     2,800   10.0      4,200   12.0
The following table sets forth a breakdown of our revenue by product type:
                             2023           2024               2024                2025
                        RMB’000     %    RMB’000     %    RMB’000      %      RMB’000     %
Widgets                  40,000   80.0    48,000   80.0    20,000   71.4     25,000   71.4
Gadgets                  10,000   20.0    12,000   20.0     8,000   28.6     10,000   28.6
Total                    50,000  100.0    60,000  100.0    28,000  100.0     35,000  100.0
The following table sets forth our employee benefits by function:
                             2023           2024               2024                2025
                        RMB’000          RMB’000          RMB’000            RMB’000
Cost of sales             1,000            1,100              500                600
Administrative expenses   2,000            2,200            1,000              1,200
"""

PARENT_COLUMNS = """
（一）利润表
编制单位：示例股份有限公司                                  金额单位：人民币万元
                              2024年1-6月                      2023年度
项目                       合并        母公司             合并        母公司
一、营业收入             10,000.00     8,000.00         18,000.00    15,000.00
减：营业成本              6,000.00     5,000.00         11,000.00     9,000.00
三、利润总额              2,000.00     1,500.00          3,000.00     2,500.00
减：所得税费用              300.00       225.00            450.00       375.00
四、净利润                1,700.00     1,275.00          2,550.00     2,125.00
"""

AUDITED = """
                          合并利润表
编制单位：示例股份有限公司                                单位：元  币种：人民币
项目                       附注         2024年度           2023年度
一、营业总收入                      900,000,000.00    800,000,000.00
其中：营业收入            五、35    900,000,000.00    800,000,000.00
其中：营业成本            五、35    600,000,000.00    550,000,000.00
研发费用                  五、38     50,000,000.00     45,000,000.00
其中：利息费用            五、39      1,000,000.00      1,200,000.00
三、利润总额（亏损总额以“－”号填列）
                                    120,000,000.00     90,000,000.00
减：所得税费用            五、40     18,000,000.00     13,500,000.00
四、净利润（净亏损以“－”号填列）  102,000,000.00     76,500,000.00
（一）按经营持续性分类
1．持续经营净利润                   102,000,000.00     76,500,000.00
（二）按所有权归属分类
1．归属于母公司股东的净利润         100,000,000.00     75,000,000.00
2．少数股东损益                       2,000,000.00      1,500,000.00
"""

MILLIONS_OF_DOLLARS = """
合併綜合收益表
                              截至六月三十日止年度
                     附註     二零二三年    二零二四年
                              港幣百萬元    港幣百萬元
營業額               3(a), 4    1,204.5       1,380.2
銷售及服務成本                 (700.1)       (800.0)
毛利                            504.4         580.2
市場推廣開支                    (50.0)        (60.5)
一般及行政開支                  (80.0)        (90.1)
稅前溢利                        360.0         400.0
稅項                 9, 10      (59.4)        (66.0)
年度溢利                        300.6         334.0
以下各項應佔：
– 本公司股東                    298.6         331.0
– 非控股權益                      2.0           3.0
每股盈利             11
– 基本                      港幣12.3分    港幣14.5分
– 攤薄                      港幣12.2分    港幣14.4分
"""

POSITION_OF_A_BANKRUPT = """
CONSOLIDATED BALANCE SHEETS
(All amounts in US$ thousands)
                                       As of            As of            As of
                                   December 31,     December 31,      September 30,
                                       2023             2024              2025
                                                                      (Unaudited)
ASSETS
Cash and cash equivalents               1,000            2,000             3,000
Restricted cash                           500              500               500
TOTAL ASSETS                           12,000           14,000            16,000
LIABILITIES AND SHAREHOLDERS’ DEFICIT
TOTAL LIABILITIES                      10,000           11,000            12,000
MEZZANINE EQUITY
Total mezzanine equity                 20,000           25,000            30,000
SHAREHOLDERS’ DEFICIT
Accumulated deficit                   (18,500)         (22,500)          (26,500)
TOTAL SHAREHOLDERS’ DEFICIT           (18,000)         (22,000)          (26,000)
TOTAL LIABILITIES, MEZZANINE EQUITY
AND SHAREHOLDERS’ DEFICIT              12,000           14,000            16,000
"""

YEARS_ONLY = """
綜合損益表
截至二零二五年三月三十一日止年度
                                 二零二五年   二零二四年
                          附註      千港元      千港元
營業額                      3         9,900       14,800
銷貨成本                    5        (9,400)     (13,900)
毛利                                    500          900
除所得稅前虧損                       (6,400)        (300)
本年度虧損                           (6,400)        (300)
"""

DISPOSAL = """
附註8  於二零二四年三月三十一日，出售組別的主要資產及負債（已於綜合財務狀況表單獨呈列）如下：
                                               二零二四年
                                                  千港元
現金及現金等價物                                       548
資產總值                                            82,954
負債總額                                           806,372
"""

CASES = [
    (YEARS_ONLY, "cost_of_sales", {"2025FY": "9400000", "2024FY": "13900000"}),
    (YEARS_ONLY, "net_profit", {"2025FY": "-6400000", "2024FY": "-300000"}),
    (DISPOSAL, "cash_and_equivalents", {}),
    (DISPOSAL, "total_assets", {}),
    (AUDITED, "revenue", {"2024FY": "900000000", "2023FY": "800000000"}),
    (AUDITED, "cost_of_sales", {"2024FY": "600000000", "2023FY": "550000000"}),
    (AUDITED, "profit_before_tax", {"2024FY": "120000000", "2023FY": "90000000"}),
    (AUDITED, "net_profit", {"2024FY": "102000000", "2023FY": "76500000"}),
    (AUDITED, "net_profit_attributable", {"2024FY": "100000000", "2023FY": "75000000"}),
    (MILLIONS_OF_DOLLARS, "revenue", {"2023FY": "1204500000", "2024FY": "1380200000"}),
    (MILLIONS_OF_DOLLARS, "cost_of_sales", {"2023FY": "700100000", "2024FY": "800000000"}),
    (MILLIONS_OF_DOLLARS, "selling_expense", {"2023FY": "50000000", "2024FY": "60500000"}),
    (MILLIONS_OF_DOLLARS, "income_tax", {"2023FY": "59400000", "2024FY": "66000000"}),
    (MILLIONS_OF_DOLLARS, "net_profit", {"2023FY": "300600000", "2024FY": "334000000"}),
    (MILLIONS_OF_DOLLARS, "net_profit_attributable", {"2023FY": "298600000", "2024FY": "331000000"}),
    (MILLIONS_OF_DOLLARS, "eps_basic", {"2023FY": "0.123", "2024FY": "0.145"}),
    (POSITION_OF_A_BANKRUPT, "net_assets", {"2023-12-31": "-18000000", "2024-12-31": "-22000000", "2025-09-30": "-26000000"}),
    (POSITION_OF_A_BANKRUPT, "total_assets", {"2023-12-31": "12000000", "2024-12-31": "14000000", "2025-09-30": "16000000"}),
    (POSITION_OF_A_BANKRUPT, "cash_and_equivalents", {"2023-12-31": "1000000", "2024-12-31": "2000000", "2025-09-30": "3000000"}),
    (SPACED, "revenue", {"2022FY": "90000000", "2023FY": "80000000", "2024FY": "70000000", "2024H1": "30000000", "2025H1": "36000000"}),
    (SPACED, "profit_before_tax", {"2022FY": "7500000", "2023FY": "-1500000", "2024FY": "-8700000", "2024H1": "-5100000", "2025H1": "-2550000"}),
    (SPACED, "income_tax", {"2022FY": "1200000", "2023FY": "-300000", "2024FY": "-1500000", "2024H1": "-800000", "2025H1": "-400000"}),
    (SPACED, "rd_expense", {"2022FY": "2000000", "2023FY": "2500000", "2024FY": "3000000", "2024H1": "1400000", "2025H1": "1600000"}),
    (SPACED, "net_profit_attributable", {"2022FY": "6300000", "2023FY": "-1200000", "2024FY": "-7200000", "2024H1": "-4300000", "2025H1": "-2150000"}),
    (SPACED, "eps_basic", {"2022FY": "0.0630", "2023FY": "-0.0120", "2024FY": "-0.0720", "2024H1": "-0.0430", "2025H1": "-0.0215"}),
    (KPMG, "net_profit", {"2021FY": "45000000", "2022FY": "60000000", "2023FY": "82500000"}),
    (KPMG, "net_profit_attributable", {"2021FY": "44000000", "2022FY": "59000000", "2023FY": "81000000"}),
    (KPMG, "admin_expense", {"2021FY": "30000000", "2022FY": "35000000", "2023FY": "40000000"}),
    (KPMG, "finance_costs", {"2021FY": "2000000", "2022FY": "3000000", "2023FY": "4000000"}),
    (KPMG, "eps_basic", {"2021FY": "0.8800", "2022FY": "1.1800", "2023FY": "1.6200"}),
    (US_GAAP, "revenue", {"2022FY": "3100000000", "2023FY": "5200000000", "2024FY": "8300000000"}),
    (US_GAAP, "cost_of_sales", {"2022FY": "3000000000", "2023FY": "4900000000", "2024FY": "7300000000"}),
    (US_GAAP, "rd_expense", {"2022FY": "900000000", "2023FY": "1100000000", "2024FY": "1300000000"}),
    (US_GAAP, "admin_expense", {}),
    (US_GAAP, "income_tax", {"2022FY": "1000000", "2023FY": "2000000", "2024FY": "3000000"}),
    (US_GAAP, "net_profit_attributable", {"2022FY": "-1501000000", "2023FY": "-1602000000", "2024FY": "-1203000000"}),
    (US_GAAP, "eps_basic", {"2022FY": "-1.88", "2023FY": "-1.98", "2024FY": "-1.47"}),
    (GROUP_AND_COMPANY, "total_assets", {"2022-12-31": "9000000", "2023-12-31": "10000000"}),
    (GROUP_AND_COMPANY, "net_assets", {"2022-12-31": "5000000", "2023-12-31": "5500000"}),
    (ANALYSIS, "revenue", {"2023FY": "50000000", "2024FY": "60000000", "2024H1": "28000000", "2025H1": "35000000"}),
    (ANALYSIS, "cost_of_sales", {"2023FY": "30000000", "2024FY": "33000000", "2024H1": "15400000", "2025H1": "18900000"}),
    (ANALYSIS, "gross_margin_pct", {"2023FY": "40.0", "2024FY": "45.0", "2024H1": "45.0", "2025H1": "46.0"}),
    (ANALYSIS, "admin_expense", {}),
    (PARENT_COLUMNS, "revenue", {"2024H1": "100000000", "2023FY": "180000000"}),
    (PARENT_COLUMNS, "net_profit", {"2024H1": "17000000", "2023FY": "25500000"}),
    (PARENT_COLUMNS, "income_tax", {"2024H1": "3000000", "2023FY": "4500000"}),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "metric", "expected"), CASES)
def test_style(drawing: str, metric: str, expected: dict[str, str]) -> None:
    assert values(extract(drawing)).get(metric, {}) == expected


@pytest.mark.parametrize("drawing", [SPACED, KPMG, US_GAAP, ANALYSIS])
def test_nothing_disagrees(drawing: str) -> None:
    assert [note.text for note in extract(drawing).notes] == []


def test_year_end_from_the_lines_above() -> None:
    assert {str(fact.period_end) for fact in extract(YEARS_ONLY).facts} == {"2025-03-31", "2024-03-31"}
