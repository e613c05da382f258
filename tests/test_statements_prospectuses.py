"""Statements as prospectuses of many printers lay them out, drawn as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from statement_pages import extract, values

REMARKS = """
          SUMMARY OF CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                                Year ended December 31,
                         2022          2023          2024        Remarks
                       RMB’000       RMB’000       RMB’000
Revenue                 10,000        12,000        15,000        Growth in orders
Cost of sales           (6,000)       (7,000)       (8,000)       In line with revenue
Gross profit             4,000         5,000         7,000        –
Research and
 development expenses     (500)         (700)       (1,000)       New staff hired in 2024
Profit before tax        2,000         2,400         3,000        See “Financial Information”
Income tax expense        (300)         (360)         (450)
Profit for the year      1,700         2,040         2,550        Net margin 17%
"""

REMARKS_ZH = """
                       主要會計數據及財務指標
                                                                單位：人民幣萬元
        項目             2024年度       2023年度       2022年度       備註
營業收入                 51,000.00      42,000.00      33,000.00      銷量增長
營業成本                 30,000.00      26,000.00      21,000.00      隨收入增加
淨利潤                    6,000.00       5,000.00       4,000.00      註1
研發投入佔營業收入的比例      9.50%          8.80%          8.10%       持續投入
"""

PERIODS_AS_ROWS = """
                 SUMMARY FINANCIAL DATA
The following table sets forth our consolidated results of operations for the years indicated:
                                             Gross         Profit        Profit for
                              Revenue       profit       before tax       the year
                              RMB’000      RMB’000        RMB’000        RMB’000
Year ended December 31, 2022   10,000        4,000          2,000          1,700
Year ended December 31, 2023   12,000        5,000          2,400          2,040
Year ended December 31, 2024   15,000        7,000          3,000          2,550
"""

PERIODS_AS_ROWS_ZH = """
                 主要财务数据
                                             单位：万元
    期间          营业收入       净利润      归属于母公司所有者的净利润
2024年1-6月       31,000.25     4,100.00        4,000.00
2023年度          58,000.00     8,000.00        7,900.00
2022年度          45,000.00     5,000.00        4,950.00
"""

TWO_INTERIMS = """
                       Summary of Results of Operations
                  Year ended December 31,          Nine months ended       Three months ended
                                                     September 30,             March 31,
                 2021      2022      2023         2022        2023          2023       2024
                RMB’000   RMB’000   RMB’000      RMB’000     RMB’000       RMB’000    RMB’000
                                               (unaudited)              (unaudited)
Revenue          10,000    12,000    15,000        8,000      11,000         3,000      4,000
Cost of sales    (6,000)   (7,000)   (8,000)      (4,500)     (6,000)       (1,700)    (2,200)
Gross profit      4,000     5,000     7,000        3,500       5,000         1,300      1,800
Profit before tax 2,000     2,400     3,000        1,600       2,300           600        900
Income tax         (300)     (360)     (450)        (240)       (345)          (90)      (135)
Profit for the
year/period       1,700     2,040     2,550        1,360       1,955           510        765
"""

FOUR_MONTHS = """
                       綜合損益表
                       截至3月31日止年度                截至7月31日止四個月
             附註    2022年     2023年      2024年       2023年       2024年
                    千港元     千港元      千港元       千港元       千港元
                                                     (未經審核)
收益          5     90,000     80,000      70,000       30,000       36,000
服務成本           (60,000)   (55,000)    (50,000)     (22,000)     (25,000)
毛利                30,000     25,000      20,000        8,000       11,000
上市開支                 –     (2,000)     (4,000)      (1,000)      (2,000)
除稅前溢利           9,000      8,000       7,000        3,000        3,500
所得稅開支          (1,200)    (1,000)       (900)        (400)        (450)
年／期內溢利及全面
  收益總額           7,800      7,000       6,100        2,600        3,050
"""

US_GAAP = """
                              EXAMPLE INC.
                 CONSOLIDATED STATEMENTS OF OPERATIONS AND COMPREHENSIVE LOSS
              (Amounts in thousands, except for share and per share data)
                                          For the Year Ended December 31,
                                 2021         2022         2023         2023
                                 RMB          RMB          RMB          US$
                                                                      Note 2(e)
Revenues:
Product revenues               50,000       60,000       70,000        9,859
Service revenues               10,000       12,000       14,000        1,972
Total revenues                 60,000       72,000       84,000       11,831
Cost of revenues              (40,000)     (45,000)     (50,000)      (7,042)
Gross profit                   20,000       27,000       34,000        4,789
Operating expenses:
Research and development
  expenses                    (15,000)     (18,000)     (20,000)      (2,817)
Selling, general and
  administrative expenses     (10,000)     (12,000)     (11,000)      (1,549)
Total operating expenses      (25,000)     (30,000)     (31,000)      (4,366)
Income (loss) from operations  (5,000)      (3,000)       3,000          423
Interest income                   500          400          600           85
Interest expense                 (200)        (300)        (100)         (14)
Income (loss) before income
  tax expenses                 (4,700)      (2,900)       3,500          494
Income tax (expenses) benefit    (100)         200         (500)         (70)
Net income (loss)              (4,800)      (2,700)       3,000          424
Less: Net loss attributable to
  non-controlling interests      (100)        (100)         (50)          (7)
Net income (loss) attributable
  to Example Inc.              (4,700)      (2,600)       3,050          431
Accretion of convertible
  redeemable preferred shares  (1,000)      (1,000)           –            –
Net income (loss) attributable
  to ordinary shareholders     (5,700)      (3,600)       3,050          431
Net income (loss) per share
 —Basic                         (0.57)       (0.36)        0.31         0.04
 —Diluted                       (0.57)       (0.36)        0.30         0.04
"""

DISCONTINUED = """
                 綜合損益及其他全面收益表
                                截至12月31日止年度
                    附註     2021年       2022年       2023年
                           人民幣千元   人民幣千元   人民幣千元
                            （經重列）
持續經營業務
收入                  5       90,000       80,000       70,000
銷售及服務成本               (60,000)     (55,000)     (50,000)
毛利                          30,000       25,000       20,000
投資物業公平值收益             1,000        2,000        3,000
融資成本                        (500)        (600)        (700)
除稅前溢利            6       10,000        9,000        8,000
所得稅開支            7       (2,500)      (2,250)      (2,000)
持續經營業務年內溢利           7,500        6,750        6,000
已終止經營業務
已終止經營業務年內虧損        (1,000)        (500)            –
年內溢利                       6,500        6,250        6,000
以下各方應佔：
本公司擁有人
— 持續經營業務                 7,400        6,650        5,900
— 已終止經營業務              (1,000)        (500)            –
                               6,400        6,150        5,900
非控股權益                       100          100          100
                               6,500        6,250        6,000
"""

POSITION_DATES = """
                  Consolidated Statements of Financial Position
                                           As at 31 March            As at
                                                                  30 September
                       Notes       2022        2023        2024        2024
                                 HK$’000     HK$’000     HK$’000     HK$’000
Non-current assets
Property, plant and
 equipment               13        5,000       6,000       7,000       7,500
                                   5,000       6,000       7,000       7,500
Current assets
Trade receivables        15        3,000       3,500       4,000       4,500
Bank balances and cash   16        2,000       2,500       3,000       3,500
                                   5,000       6,000       7,000       8,000
Current liabilities
Trade payables           17        1,000       1,500       2,000       2,500
Net current assets                 4,000       4,500       5,000       5,500
Total assets less current
 liabilities                       9,000      10,500      12,000      13,000
Net assets                         9,000      10,500      12,000      13,000
Capital and reserves
Share capital            18          100         100         100         100
Reserves                           8,900      10,400      11,900      12,900
Total equity                       9,000      10,500      12,000      13,000
"""

BANK = """
                       綜合損益表
                           截至12月31日止年度
                 附註     2021年        2022年        2023年
                       人民幣百萬元  人民幣百萬元  人民幣百萬元
利息收入           4       20,000        21,000        22,000
利息支出           4      (10,000)      (10,500)      (11,000)
利息淨收入         4       10,000        10,500        11,000
手續費及佣金收入   5        1,000         1,100         1,200
手續費及佣金支出   5         (100)         (110)         (120)
手續費及佣金淨收入 5          900           990         1,080
營業收入                   10,900        11,490        12,080
營業費用           6       (4,000)       (4,200)       (4,300)
資產減值損失       7       (2,000)       (2,100)       (2,200)
稅前利潤                    4,900         5,190         5,580
所得稅費用         8       (1,000)       (1,100)       (1,200)
淨利潤                      3,900         4,090         4,380
淨利潤歸屬於：
本行股東                    3,800         3,990         4,280
非控制性權益                  100           100           100
本行股東應佔每股盈利
基本及稀釋（人民幣元）       0.38          0.40          0.43
"""

USD_K = """
CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
For the years ended 31 December 2022, 2023 and 2024
                                             2022          2023          2024
                                Notes       US$'000       US$'000       US$'000
REVENUE                           5         100,200       110,300       120,400
Cost of sales                              (60,100)      (66,200)      (72,300)
Gross profit                                40,100        44,100        48,100
Other income and gains            5          1,000         1,100         1,200
Selling and distribution expenses           (5,000)       (5,100)       (5,200)
Administrative expenses                     (8,000)       (8,100)       (8,200)
Impairment losses on financial assets, net    (100)         (200)         (300)
Other expenses                                 (50)          (60)          (70)
Finance costs                     7           (500)         (600)         (700)
PROFIT BEFORE TAX                 6         27,450        31,140        34,830
Income tax expense               10         (4,450)       (5,140)       (5,830)
PROFIT FOR THE YEAR                         23,000        26,000        29,000
Attributable to:
  Owners of the parent                      22,000        25,000        28,000
  Non-controlling interests                  1,000         1,000         1,000
                                            23,000        26,000        29,000
EARNINGS PER SHARE ATTRIBUTABLE TO ORDINARY
EQUITY HOLDERS OF THE PARENT      12
Basic
- For profit for the year                 US$0.22       US$0.25       US$0.28
Diluted
- For profit for the year                 US$0.21       US$0.24       US$0.27
"""

PRC_BS = """
1、合并资产负债表
                                                                单位：元
        项目            2024年12月31日      2023年12月31日      2022年12月31日
流动资产：
货币资金               120,000,000.12       90,000,000.34       60,000,000.56
交易性金融资产          10,000,000.00                  -                   -
应收账款                80,000,000.00       70,000,000.00       60,000,000.00
流动资产合计           210,000,000.12      160,000,000.34      120,000,000.56
非流动资产：
固定资产                50,000,000.00       45,000,000.00       40,000,000.00
非流动资产合计          50,000,000.00       45,000,000.00       40,000,000.00
资产总计               260,000,000.12      205,000,000.34      160,000,000.56
流动负债：
应付账款                40,000,000.00       35,000,000.00       30,000,000.00
流动负债合计            40,000,000.00       35,000,000.00       30,000,000.00
负债合计                40,000,000.00       35,000,000.00       30,000,000.00
所有者权益（或股东权益）：
股本                   100,000,000.00      100,000,000.00      100,000,000.00
未分配利润             120,000,000.12       70,000,000.34       30,000,000.56
归属于母公司所有者权益合计
                       220,000,000.12      170,000,000.34      130,000,000.56
少数股东权益                        -                   -                   -
所有者权益合计         220,000,000.12      170,000,000.34      130,000,000.56
负债和所有者权益总计   260,000,000.12      205,000,000.34      160,000,000.56
"""

PRC_KEY = """
第六节 财务会计信息与管理层分析
六、报告期内主要财务指标
（一）主要财务指标
        项目                 2024年度/       2023年度/       2022年度/
                           2024年末        2023年末        2022年末
流动比率（倍）                 3.21            2.80            2.50
速动比率（倍）                 2.90            2.40            2.10
资产负债率（母公司）（%）     21.30           25.40           28.90
资产负债率（合并）（%）       23.10           26.50           29.80
应收账款周转率（次/年）        4.20            4.00            3.90
研发投入占营业收入的比例（%）  11.20           10.50            9.80
归属于发行人股东的净利润（万元）
                            8,100.50        6,200.40        4,300.30
扣除非经常性损益后归属于母公司股东的净利润（万元）
                            7,700.50        5,900.40        4,000.30
每股经营活动产生的现金流量净额（元/股）
                                0.88            0.77            0.66
经营活动产生的现金流量净额（万元）
                            8,800.00        7,700.00        6,600.00
"""

ADJUSTED = """
NON-IFRS MEASURE
The following table reconciles our adjusted net profit (non-IFRS measure) for the periods indicated:
                                      Year ended December 31,       Six months ended June 30,
                                    2022      2023      2024          2024         2025
                                              (RMB in thousands)
                                                                   (unaudited)
Loss for the year/period          (5,000)   (4,000)   (3,000)       (1,600)        (900)
Add:
Share-based payments               1,000     1,100     1,200           500          600
Changes in fair value of redeemable
 convertible preferred shares      2,000     2,500     3,500         1,800        1,500
Listing expenses                       –         –       300           100          400
Adjusted net (loss)/profit
 (non-IFRS measure)               (2,000)     (400)    2,000           800        1,600
"""

CASH = """
The following table sets forth our cash flows for the periods indicated:
                                      Year ended December 31,       Six months ended June 30,
                                    2022      2023      2024          2024         2025
                                                (RMB’000)
Operating cash flows before
 movements in working capital      3,000     3,100     3,200         1,500        1,600
Net cash from/(used in)
 operating activities              2,000     2,100    (2,200)        1,100       (1,200)
Net cash used in investing
 activities                       (1,000)   (1,000)   (1,000)         (500)        (500)
Net cash from financing activities   500       500       500           200          200
Net increase/(decrease) in cash
 and cash equivalents              1,500     1,600    (2,700)          800       (1,500)
Cash and cash equivalents at the
 beginning of the year/period      1,000     2,500     4,100         4,100        1,400
Cash and cash equivalents at the
 end of the year/period            2,500     4,100     1,400         4,900         (100)
"""

PROPERTY = """
                   Consolidated Statements of Profit or Loss
                                        Year ended 31 December          Four months ended 30 April
                            NOTES    2016       2017       2018            2018         2019
                                    RMB’000    RMB’000    RMB’000         RMB’000      RMB’000
                                                                        (unaudited)
Revenue                       5
  Goods and services               900,000  1,000,000  1,100,000          300,000      350,000
  Rental                           100,000    110,000    120,000           40,000       45,000
Total revenue                    1,000,000  1,110,000  1,220,000          340,000      395,000
Cost of sales                     (700,000)  (770,000)  (830,000)        (230,000)    (260,000)
Gross profit                       300,000    340,000    390,000          110,000      135,000
Other income, gains and
  losses                      6     10,000     11,000     12,000            4,000        5,000
Distribution and selling
  expenses                         (20,000)   (21,000)   (22,000)          (8,000)      (9,000)
Change in fair value of
  investment properties      14     50,000     55,000     60,000           20,000       25,000
Profit before taxation             300,000    340,000    390,000          110,000      135,000
Income tax expense            8   (120,000)  (136,000)  (156,000)         (44,000)     (54,000)
Profit and total comprehensive
  income for the year/period       180,000    204,000    234,000           66,000       81,000
Profit and total comprehensive
  income for the year/period
  attributable to:
  Owners of the Company            170,000    194,000    224,000           63,000       78,000
  Non-controlling interests         10,000     10,000     10,000            3,000        3,000
"""

PERCENT_AFTER = """
SUMMARY
Summary of Consolidated Statements of Profit or Loss
                            For the Year Ended December 31,                  For the Six Months Ended June 30,
                  2022                2023                2024                2024                2025
                    % of                % of                % of                % of                % of
           Amount  revenue     Amount  revenue     Amount  revenue     Amount  revenue     Amount  revenue
                               (RMB in thousands, except for percentages)
                                                                           (unaudited)
Revenue    10,000   100.0      12,000   100.0      15,000   100.0       7,000   100.0       9,000   100.0
Cost of
 sales     (6,000)  (60.0)     (7,000)  (58.3)     (8,000)  (53.3)     (4,000)  (57.1)     (5,000)  (55.6)
Gross
 profit     4,000    40.0       5,000    41.7       7,000    46.7       3,000    42.9       4,000    44.4
R&D
 expenses    (500)   (5.0)       (700)   (5.8)     (1,000)   (6.7)       (400)   (5.7)       (600)   (6.7)
Profit
 before tax 2,000    20.0       2,400    20.0       3,000    20.0       1,500    21.4       2,000    22.2
Profit for
 the year/
 period     1,700    17.0       2,040    17.0       2,550    17.0       1,275    18.2       1,700    18.9
"""

FY_SHORT = """
Summary consolidated statements of profit or loss
                        FY2022         FY2023        FY2024        1H2024        1H2025
                       HK$ million   HK$ million   HK$ million   HK$ million   HK$ million
Revenue                   1,234.5       1,345.6       1,456.7         700.1         750.2
Gross profit                234.5         245.6         256.7         120.1         130.2
Profit for the year/period  100.1         110.2         120.3          60.4          65.5
"""

PERIOD_FROM = """
                 Consolidated statements of profit or loss and other comprehensive income
                                 Period from 12 March 2021
                                 (date of incorporation) to       Year ended 31 December
                         Note       31 December 2021            2022            2023
                                         RMB’000               RMB’000         RMB’000
Revenue                    4               5,000                10,000          12,000
Cost of sales                             (3,000)               (6,000)         (7,000)
Gross profit                               2,000                 4,000           5,000
Administrative expenses                     (500)               (1,000)         (1,100)
Profit before taxation                     1,500                 3,000           3,900
Income tax                 6                (300)                 (600)           (780)
Profit for the period/year                 1,200                 2,400           3,120
"""

TAIL_YEAR_IN_BAND = """
                   綜合財務狀況表
                        於12月31日                於
             2022年      2023年      2024年    2025年6月30日
           人民幣千元  人民幣千元  人民幣千元    人民幣千元
                                               （未經審計）
非流動資產      5,000       6,000       7,000         7,500
流動資產        5,000       6,000       7,000         8,000
總資產         10,000      12,000      14,000        15,500
流動負債        3,000       3,500       4,000         4,500
非流動負債      1,000       1,000       1,000         1,000
總負債          4,000       4,500       5,000         5,500
資產淨值        6,000       7,500       9,000        10,000
"""

GAAP_BS = """
                              EXAMPLE GROUP LIMITED
                        CONSOLIDATED BALANCE SHEETS
        (All amounts in thousands, except for share and per share data)
                                              As of December 31,
                                        2022         2023         2023
                                        RMB          RMB          US$
                                                               (Note 2)
ASSETS
Current assets:
Cash and cash equivalents             50,000       60,000        8,451
Restricted cash                        5,000        6,000          845
Total current assets                  90,000       95,000       13,380
Non-current assets:
Property and equipment, net           10,000       15,000        2,113
Total non-current assets              10,000       15,000        2,113
TOTAL ASSETS                         100,000      110,000       15,493
LIABILITIES, MEZZANINE EQUITY AND
 SHAREHOLDERS’ DEFICIT
Total current liabilities             40,000       42,000        5,916
Total liabilities                     60,000       65,000        9,155
Commitments and contingencies
Mezzanine equity:
Series A convertible redeemable
 preferred shares                     70,000       80,000       11,268
Total mezzanine equity                70,000       80,000       11,268
Shareholders’ deficit:
Accumulated deficit                  (31,000)     (36,000)      (5,070)
Total Example Group Limited
 shareholders’ deficit               (30,500)     (35,500)      (5,000)
Non-controlling interests                500          500           70
Total shareholders’ deficit          (30,000)     (35,000)      (4,930)
TOTAL LIABILITIES, MEZZANINE EQUITY
 AND SHAREHOLDERS’ DEFICIT           100,000      110,000       15,493
"""

GROUP_COMPANY = """
STATEMENTS OF FINANCIAL POSITION
                                     The Group                     The Company
                                  As at 31 December             As at 31 December
                         Note     2023        2024              2023        2024
                                RMB’000     RMB’000           RMB’000     RMB’000
Non-current assets
Plant and equipment       11     5,000       6,000               100         200
Current assets
Cash and cash equivalents 15     2,000       3,000                50          60
Total assets                     7,000       9,000               150         260
Total liabilities                3,000       4,000                20          30
NET ASSETS                       4,000       5,000               130         230
"""

PRC_DECOY = (
    """
（二）合并利润表
                                                    单位：万元
项目                          2024年1-9月       2023年度          2022年度
一、营业收入                  31,234.56        25,000.00        20,000.00
减：营业成本                  20,000.00        18,000.00        15,000.00
研发费用                       4,000.00         3,000.00         2,000.00
三、利润总额                   3,600.00         1,250.00           610.00
减：所得税费用                   400.00           150.00           -10.00
四、净利润                     3,200.00         1,100.00           620.00
归属于母公司所有者的净利润     3,100.00         1,050.00           600.00
少数股东损益                     100.00            50.00            20.00
""",
    """
（五）母公司利润表
                                                    单位：万元
项目                          2024年1-9月       2023年度          2022年度
一、营业收入                  11,234.56        15,000.00        10,000.00
减：营业成本                  10,000.00         8,000.00         5,000.00
三、利润总额                   1,600.00           250.00           110.00
减：所得税费用                   200.00            50.00           -10.00
四、净利润                     1,400.00           200.00           120.00
""",
)

TITLE_PERIOD = """
CONDENSED CONSOLIDATED STATEMENT OF PROFIT OR LOSS
For the six months ended 30 June 2025
                                                 Six months ended 30 June
                                     Notes          2025             2024
                                                 HK$’000          HK$’000
                                             (Unaudited)      (Unaudited)
Revenue                                4          50,000           40,000
Cost of sales                                    (30,000)         (25,000)
Gross profit                                      20,000           15,000
Profit before tax                                  8,000            6,000
Income tax expense                     6          (1,320)            (990)
Profit for the period                              6,680            5,010
"""

ISO = """
合并资产负债表主要数据
                                                   单位：万元
项目              2025.6.30       2024.12.31      2023.12.31      2022.12.31
流动资产合计      50,000.00        45,000.00       40,000.00       35,000.00
非流动资产合计    20,000.00        20,000.00       20,000.00       20,000.00
资产总计          70,000.00        65,000.00       60,000.00       55,000.00
负债合计          30,000.00        28,000.00       26,000.00       24,000.00
所有者权益合计    40,000.00        37,000.00       34,000.00       31,000.00
"""

CNY_WORDS = """
                       綜合損益表
                     截至十二月三十一日止年度          截至九月三十日止九個月
               附註  二零二二年  二零二三年  二零二四年   二零二四年  二零二五年
                    人民幣千元  人民幣千元  人民幣千元   人民幣千元  人民幣千元
                                                      （未經審核）
收入             5     10,000      12,000      15,000        11,000      14,000
銷售成本              （6,000）   （7,000）   （8,000）     （6,000）   （7,500）
毛利                    4,000       5,000       7,000         5,000       6,500
其他收入及收益   5        100         200         300           250         260
銷售及分銷開支           （500）     （600）     （700）       （500）     （650）
除稅前溢利       6      2,000       2,400       3,000         2,200       2,900
所得稅開支       9       （300）     （360）     （450）       （330）     （435）
年╱期內溢利            1,700       2,040       2,550         1,870       2,465
以下人士應佔：
母公司擁有人           1,600       1,940       2,450         1,770       2,365
非控股權益               100         100         100           100         100
母公司普通股權益持有人
應佔每股盈利    11
基本及攤薄          人民幣0.16元 人民幣0.19元 人民幣0.25元 人民幣0.18元 人民幣0.24元
"""

FISCAL_MARCH = """
CONSOLIDATED STATEMENTS OF INCOME
(In thousands of U.S. dollars, except per share data)
                                        Fiscal years ended March 31,
                                     2023           2024           2025
Net revenues                     $  50,000      $  60,000      $  70,000
Cost of revenues                    30,000         35,000         40,000
Gross profit                        20,000         25,000         30,000
Research and development             5,000          6,000          7,000
Selling and marketing                3,000          3,500          4,000
General and administrative           2,000          2,200          2,400
Income before income taxes          10,000         13,300         16,600
Provision for income taxes           2,000          2,600          3,300
Net income                       $   8,000      $  10,700      $  13,300
Earnings per share:
Basic                            $    0.80      $    1.07      $    1.33
Diluted                          $    0.79      $    1.05      $    1.30
"""

NONRECURRING = """
（一）主要财务数据
                                                   单位：万元
项目                                  2024年度       2023年度      2022年度
归属于母公司股东的净利润              8,100.00       6,200.00      4,300.00
非经常性损益净额                        400.00         300.00        300.00
扣除非经常性损益后归属于母公司股东
的净利润                              7,700.00       5,900.00      4,000.00
加权平均净资产收益率（%）               15.20          13.10         11.00
基本每股收益（元/股）                     0.81           0.62          0.43
研发投入（万元）                      3,000.00       2,500.00      2,000.00
研发投入占营业收入的比例（%）             9.50           8.80          8.10
经营活动产生的现金流量净额            8,800.00       7,700.00     -6,600.00
现金分红                              1,000.00         800.00             -
"""

PRC_CF = """
3、合并现金流量表
                                                                  单位：元
项目                                  2024年度            2023年度            2022年度
一、经营活动产生的现金流量：
销售商品、提供劳务收到的现金     500,000,000.00      400,000,000.00      300,000,000.00
经营活动现金流入小计             510,000,000.00      410,000,000.00      310,000,000.00
购买商品、接受劳务支付的现金     300,000,000.00      250,000,000.00      200,000,000.00
经营活动现金流出小计             450,000,000.00      370,000,000.00      290,000,000.00
经营活动产生的现金流量净额        60,000,000.00       40,000,000.00       20,000,000.00
二、投资活动产生的现金流量：
投资活动产生的现金流量净额       -30,000,000.00      -20,000,000.00      -10,000,000.00
三、筹资活动产生的现金流量：
分配股利、利润或偿付利息支付的
现金                               5,000,000.00        4,000,000.00                   -
筹资活动产生的现金流量净额        -5,000,000.00       -4,000,000.00                   -
五、现金及现金等价物净增加额      25,000,000.00       16,000,000.00       10,000,000.00
加：期初现金及现金等价物余额      46,000,000.00       30,000,000.00       20,000,000.00
六、期末现金及现金等价物余额      71,000,000.00       46,000,000.00       30,000,000.00
"""

LOSS_LABELS = """
                  綜合損益及其他全面虧損表
                         截至12月31日止年度       截至3月31日止三個月
                 附註    2023年      2024年       2024年      2025年
                        人民幣千元  人民幣千元  人民幣千元  人民幣千元
                                              （未經審計）
收入               4       1,000       2,000         400         600
銷售成本                    (800)     (1,500)       (300)       (450)
毛利                         200         500         100         150
其他收入                      50          60          10          20
其他收益及虧損               (10)         20           5          (5)
研發開支                 (20,000)    (30,000)     (7,000)     (8,000)
行政開支                  (5,000)     (6,000)     (1,500)     (1,600)
按公允價值計入損益的金融
負債的公允價值變動       (10,000)      5,000        (500)       (600)
贖回負債利息              (3,000)     (3,200)       (800)       (820)
除稅前虧損               (37,760)    (33,620)     (9,685)    (10,855)
所得稅開支                     –           –           –           –
年／期內虧損             (37,760)    (33,620)     (9,685)    (10,855)
其他全面虧損                (100)       (200)        (10)        (20)
年／期內全面虧損總額     (37,860)    (33,820)     (9,695)    (10,875)
以下人士應佔年／期內虧損：
本公司擁有人             (37,000)    (33,000)     (9,500)    (10,700)
非控股權益                  (760)       (620)       (185)       (155)
以下人士應佔年／期內全面虧損總額：
本公司擁有人             (37,100)    (33,200)     (9,510)    (10,720)
非控股權益                  (760)       (620)       (185)       (155)
每股虧損
基本及攤薄（人民幣元）     (0.37)      (0.33)      (0.10)      (0.11)
"""

RATIOS_HK = """
KEY FINANCIAL RATIOS
                                  As at/for the year ended December 31,     As at/for the six
                                                                          months ended June 30,
                                   2022          2023          2024              2025
Gross profit margin(1)            40.0%         41.7%         46.7%             44.4%
Net profit margin(2)              17.0%         17.0%         17.0%             18.9%
Current ratio(3)                    1.5           1.6           1.7               1.8
Gearing ratio(4)                  30.1%         28.2%         25.3%             24.4%
Return on equity(5)               12.0%         13.0%         14.0%               N/A
"""

VS = """
RESULTS OF OPERATIONS
The following table sets forth a summary of our consolidated statements of profit or loss for the years indicated:
                            Year ended December 31,              Change
                        2022      2023      2024       2023 vs. 2022    2024 vs. 2023
                               RMB’000                      %                 %
Revenue                10,000    12,000    15,000          20.0              25.0
Cost of sales          (6,000)   (7,000)   (8,000)         16.7              14.3
Gross profit            4,000     5,000     7,000          25.0              40.0
Profit before tax       2,000     2,400     3,000          20.0              25.0
Profit for the year     1,700     2,040     2,550          20.0              25.0
"""

NOHEADERYEAR = """
合并利润表（续）
编制单位：星河科技股份有限公司                      单位：人民币元
项目                附注      2023年度            2022年度
营业收入            五、35   312,345,678.90      250,000,000.00
营业成本            五、35   200,000,000.00      180,000,000.00
税金及附加          五、36     1,000,000.00          900,000.00
销售费用            五、37    10,000,000.00        9,000,000.00
管理费用            五、38    20,000,000.00       19,000,000.00
研发费用            五、39    40,000,000.00       30,000,000.00
财务费用            五、40      (500,000.00)        500,000.00
加：其他收益        五、41     3,000,000.00        2,000,000.00
利润总额                      41,845,678.90       12,600,000.00
所得税费用          五、48     4,000,000.00        1,500,000.00
净利润                        37,845,678.90       11,100,000.00
"""

MILLION_HK = """
Summary Consolidated Statements of Comprehensive Income
                                   Year ended 31 December           Six months ended 30 June
                               2022        2023        2024          2024          2025
                                      (HK$ in millions)                 (unaudited)
Revenue                      1,200       1,300       1,400           650           700
Cost of sales                 (700)       (760)       (800)         (370)         (400)
Gross profit                   500         540         600           280           300
Profit before taxation         200         220         250           110           120
Taxation                       (30)        (33)        (38)          (17)          (18)
Profit for the year/period     170         187         212            93           102
Attributable to:
Equity holders of
 the Company                   160         177         200            88            96
Non-controlling interests       10          10          12             5             6
"""

ANNOUNCED_REMARKS = """
Consolidated Income Statements (financial years ended 31 March)
                                FY2023        FY2024        FY2025     Remarks
                               US$’000       US$’000       US$’000
Revenue                         79,000        91,000       120,000     up on volume
Cost of revenue                (48,000)      (55,000)      (68,000)
Gross profit                    31,000        36,000        52,000
Other income                     1,000         2,000         3,000
General and administrative
 expenses                       (4,000)       (6,000)       (9,000)
R&D expenses                    (6,000)       (9,000)      (10,000)    see note 8
Profit before income tax        22,000        23,000        36,000
Income tax                      (2,000)       (2,000)       (3,000)
Profit after tax                20,000        21,000        33,000
"""

TOUCHING = """
SUMMARY OF HISTORICAL FINANCIAL INFORMATION
                         For the year ended December 31,For the three months ended March 31,
                                     (RMB in millions)
                               2023       2024                2024       2025
                                                           (unaudited) (unaudited)
Revenues                      868.6    1,138.9             1,348.8    1,700.5
Cost of revenues             (523.6)    (608.1)             (778.5)    (919.0)
Gross profit                  345.0      530.8               570.3      781.5
Profit before income tax      152.3      281.5               275.6      395.2
Income tax expenses           (24.4)     (45.0)              (44.1)     (63.2)
Profit for the year/period    127.9      236.5               231.5      332.0
Non-IFRS Measure
                         For the year ended December 31,For the three months ended March 31,
                                     (RMB in millions)
                               2023       2024                2024       2025
                                                           (unaudited) (unaudited)
Profit for the year/period    127.9      236.5               231.5      332.0
Listing expenses               12.4       18.7                19.1       21.0
Adjusted net profit
 (non-IFRS measure)           140.3      255.2               250.6      353.0
"""

REPEATED = """
CONSOLIDATED STATEMENTS OF OPERATIONS
(All amounts in thousands, except for share and per share data)
                                 For the year ended December 31,
                               2022        2023        2024
                               RMB         RMB         RMB
Net revenues                  904,890   1,081,862   1,414,865
Cost of revenues             (558,139)   (632,668)   (796,802)
Loss before income taxes     (443,061)   (497,846)   (389,143)
Net loss                     (444,871)   (500,010)   (391,973)
UNAUDITED RECONCILIATION OF NON-GAAP MEASURES
                               2022        2023        2024
                               RMB         RMB         RMB
Net loss                     (444,871)   (500,010)   (391,973)
Share-based compensation       31,463      47,066      42,371
Adjusted net loss (non-GAAP) (413,408)   (452,944)   (349,602)
"""

OUTLAYS = """
（三）研发投入情况
报告期内，公司研发投入的构成如下（单位：万元）：
                     2025年1-6月      2024年度      2023年度
费用化研发投入          8,448.02      7,965.25      5,232.62
资本化研发投入          2,881.10      2,719.30      1,510.05
研发投入合计           11,329.12     10,684.55      6,742.67
营业收入               88,553.83     73,796.51     69,070.17
研发投入占营业收入比例    12.79%        14.48%         9.76%
（四）现金流量
                                                    单位：万元
                     2025年1-6月      2024年度      2023年度
经营活动产生的现金流量净额
                       16,579.48      9,985.10     12,013.98
"""

CELL_GLUING = """
                        綜合損益表
                  截至12月31日止年度
                2022年      2023年      2024年
              人民幣千元  人民幣千元  人民幣千元
收入              120,000     130,000     140,000
銷售成本         (80,000)(90,000)(99,000)
毛利               40,000      40,000      41,000
除稅前溢利         12,000      12,000      12,100
所得稅開支         (2,000)(2,000)(2,100)
年內溢利           10,000      10,000      10,000
"""

HEADER_ONE_WORD = """
                        綜合損益表
                     截至12月31日止年度截至6月30日止六個月
                 2022年      2023年      2023年      2024年
               人民幣千元  人民幣千元  人民幣千元  人民幣千元
                                              （未經審核）
收入              120,000     130,000      60,000      70,000
毛利               40,000      40,000      20,000      21,000
除稅前溢利         12,000      12,000       6,000       6,100
年／期內溢利       10,000      10,000       5,000       5,000
"""

JUNE_TITLES = """
STATEMENTS OF COMPREHENSIVE INCOME OF THE GROUP
                                          Years ended 30 June
                                 FY2022        FY2023        FY2024
                                   S$            S$            S$
Revenue                       12,345,678    13,456,789    14,567,890
Cost of sales                 (8,000,000)   (9,000,000)   (9,500,000)
Gross profit                   4,345,678     4,456,789     5,067,890
Administrative expenses       (2,000,000)   (2,100,000)   (2,200,000)
Finance costs                    (45,678)      (56,789)      (67,890)
Profit before taxation         2,300,000     2,300,000     2,800,000
Income tax expense              (391,000)     (391,000)     (476,000)
Profit and total comprehensive
 income for the year           1,909,000     1,909,000     2,324,000
"""

RESTATED = """
CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                                       Year ended 31 December
                                  2022         2023         2024
                               RMB’000      RMB’000      RMB’000
                            (Restated)   (Restated)
CONTINUING OPERATIONS
REVENUE                         50,000       60,000       70,000
Cost of sales                  (30,000)     (36,000)     (42,000)
Gross profit                    20,000       24,000       28,000
PROFIT BEFORE TAX FROM
 CONTINUING OPERATIONS          10,000       12,000       14,000
Income tax expense              (2,500)      (3,000)      (3,500)
PROFIT FOR THE YEAR FROM
 CONTINUING OPERATIONS           7,500        9,000       10,500
DISCONTINUED OPERATION
Profit/(loss) for the year from
 a discontinued operation       (1,500)         500            –
PROFIT FOR THE YEAR              6,000        9,500       10,500
Attributable to:
Owners of the parent             5,900        9,400       10,400
Non-controlling interests          100          100          100
"""

INSURER = """
                    合併利潤表
                             （人民幣百萬元）
                          截至12月31日止年度
                     2022年         2023年         2024年
營業收入             50,000         60,000         70,000
  已賺保費           40,000         48,000         56,000
  投資收益            9,000         11,000         13,000
營業支出合計        (44,000)       (52,000)       (60,000)
稅前利潤              6,000          8,000         10,000
減：所得稅             (900)        (1,200)        (1,500)
淨利潤                5,100          6,800          8,500
歸屬於母公司股東的淨利潤
                      5,000          6,700          8,400
基本每股收益（人民幣元）  0.50         0.67           0.84
"""

TWO_TABLES_ONE_PAGE = """
SUMMARY OF HISTORICAL FINANCIAL INFORMATION
Summary of Consolidated Statements of Financial Position
                                        As of December 31,            As of March 31,
                                   2022        2023        2024            2025
                                              (RMB in thousands)
Non-current assets               50,000      60,000      70,000          72,000
Current assets                   40,000      45,000      50,000          52,000
Total assets                     90,000     105,000     120,000         124,000
Current liabilities              30,000      35,000      40,000          41,000
Non-current liabilities          20,000      20,000      20,000          20,000
Total liabilities                50,000      55,000      60,000          61,000
Net assets                       40,000      50,000      60,000          63,000
Summary of Consolidated Statements of Cash Flows
                                   Year ended December 31,        Three months ended March 31,
                                 2022       2023       2024           2024        2025
                                              (RMB in thousands)
                                                                  (unaudited)
Net cash flows from/(used in)
 operating activities           5,000     (6,000)     7,000          1,000       1,200
Net cash flows used in
 investing activities          (2,000)    (2,000)    (2,000)          (500)       (500)
Cash and cash equivalents
 at end of year/period         10,000      8,000     12,000         12,500      13,000
Key Financial Ratios
                                   Year ended/As of December 31,    Three months ended/
                                                                    As of March 31,
                                 2022       2023       2024           2025
Gross profit margin (%)          40.1       41.2       42.3           43.4
Net profit margin (%)            10.1       11.2       12.3           13.4
"""

USD_CONV_PCT = """
SUMMARY CONSOLIDATED FINANCIAL DATA
The following table presents our summary consolidated statements of operations data:
                                          For the Year Ended December 31,
                          2022                2023                      2024
                     RMB        %        RMB        %         RMB        US$        %
                              (in thousands, except for percentages)
Net revenues:
Products          40,000     66.7     50,000     69.4      60,000      8,220     71.4
Services          20,000     33.3     22,000     30.6      24,000      3,288     28.6
Total net
 revenues         60,000    100.0     72,000    100.0      84,000     11,508    100.0
Cost of revenues (40,000)   (66.7)   (45,000)   (62.5)    (50,000)    (6,850)   (59.5)
Gross profit      20,000     33.3     27,000     37.5      34,000      4,658     40.5
Research and
 development
 expenses         (6,000)   (10.0)    (7,000)    (9.7)     (8,000)    (1,096)    (9.5)
Net income         5,000      8.3      6,000      8.3       7,000        959      8.3
"""

HK_ZH_SUM = """
概要
綜合現金流量表概要
                        截至12月31日止年度          截至5月31日止五個月
                    2022年    2023年    2024年      2024年      2025年
                                  （人民幣百萬元）
                                                  （未經審計）
經營活動（所用）／所得現金淨額
                    (50.1)     60.2      70.3        20.1       (30.2)
投資活動所用現金淨額 (20.0)    (20.0)    (20.0)       (8.0)       (8.0)
期末現金及現金等價物 100.0     120.0     150.0       160.0       120.0
"""

PRC_QUARTER = """
（二）合并利润表主要数据
                                                   单位：万元
项目                 2025年1-3月      2024年度       2023年度       2022年度
营业收入              12,000.00      51,000.00      42,000.00      33,000.00
营业利润               1,600.00       6,700.00       5,600.00       4,500.00
利润总额               1,610.00       6,800.00       5,700.00       4,600.00
净利润                 1,400.00       6,000.00       5,000.00       4,000.00
其中：归属于母公司股东的净利润
                       1,390.00       5,900.00       4,900.00       3,900.00
归属于母公司股东扣除非经常性损益后的净利润
                       1,300.00       5,500.00       4,500.00       3,500.00
"""

CASES = [
    (REMARKS, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000"}),
    (REMARKS, "cost_of_sales", {"2022FY": "6000000", "2023FY": "7000000", "2024FY": "8000000"}),
    (REMARKS, "rd_expense", {"2022FY": "500000", "2023FY": "700000", "2024FY": "1000000"}),
    (REMARKS, "net_profit", {"2022FY": "1700000", "2023FY": "2040000", "2024FY": "2550000"}),
    (REMARKS_ZH, "revenue", {"2024FY": "510000000", "2023FY": "420000000", "2022FY": "330000000"}),
    (REMARKS_ZH, "net_profit", {"2024FY": "60000000", "2023FY": "50000000", "2022FY": "40000000"}),
    (REMARKS_ZH, "rd_ratio_pct", {"2024FY": "9.50", "2023FY": "8.80", "2022FY": "8.10"}),
    (PERIODS_AS_ROWS, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000"}),
    (PERIODS_AS_ROWS, "gross_profit", {"2022FY": "4000000", "2023FY": "5000000", "2024FY": "7000000"}),
    (PERIODS_AS_ROWS, "profit_before_tax", {"2022FY": "2000000", "2023FY": "2400000", "2024FY": "3000000"}),
    (PERIODS_AS_ROWS, "net_profit", {"2022FY": "1700000", "2023FY": "2040000", "2024FY": "2550000"}),
    (PERIODS_AS_ROWS_ZH, "revenue", {"2024H1": "310002500", "2023FY": "580000000", "2022FY": "450000000"}),
    (PERIODS_AS_ROWS_ZH, "net_profit", {"2024H1": "41000000", "2023FY": "80000000", "2022FY": "50000000"}),
    (PERIODS_AS_ROWS_ZH, "net_profit_attributable", {"2024H1": "40000000", "2023FY": "79000000", "2022FY": "49500000"}),
    (TWO_INTERIMS, "revenue", {"2021FY": "10000000", "2022FY": "12000000", "2023FY": "15000000", "2022-9M": "8000000", "2023-9M": "11000000", "2023Q1": "3000000", "2024Q1": "4000000"}),
    (TWO_INTERIMS, "net_profit", {"2021FY": "1700000", "2022FY": "2040000", "2023FY": "2550000", "2022-9M": "1360000", "2023-9M": "1955000", "2023Q1": "510000", "2024Q1": "765000"}),
    (FOUR_MONTHS, "revenue", {"2022FY": "90000000", "2023FY": "80000000", "2024FY": "70000000", "2024-4M": "30000000", "2025-4M": "36000000"}),
    (FOUR_MONTHS, "cost_of_sales", {"2022FY": "60000000", "2023FY": "55000000", "2024FY": "50000000", "2024-4M": "22000000", "2025-4M": "25000000"}),
    (FOUR_MONTHS, "net_profit", {"2022FY": "7800000", "2023FY": "7000000", "2024FY": "6100000", "2024-4M": "2600000", "2025-4M": "3050000"}),
    (US_GAAP, "revenue", {"2021FY": "60000000", "2022FY": "72000000", "2023FY": "84000000"}),
    (US_GAAP, "cost_of_sales", {"2021FY": "40000000", "2022FY": "45000000", "2023FY": "50000000"}),
    (US_GAAP, "rd_expense", {"2021FY": "15000000", "2022FY": "18000000", "2023FY": "20000000"}),
    (US_GAAP, "finance_costs", {"2021FY": "200000", "2022FY": "300000", "2023FY": "100000"}),
    (US_GAAP, "profit_before_tax", {"2021FY": "-4700000", "2022FY": "-2900000", "2023FY": "3500000"}),
    (US_GAAP, "income_tax", {"2021FY": "100000", "2022FY": "-200000", "2023FY": "500000"}),
    (US_GAAP, "net_profit", {"2021FY": "-4800000", "2022FY": "-2700000", "2023FY": "3000000"}),
    (US_GAAP, "net_profit_attributable", {"2021FY": "-4700000", "2022FY": "-2600000", "2023FY": "3050000"}),
    (US_GAAP, "eps_basic", {"2021FY": "-0.57", "2022FY": "-0.36", "2023FY": "0.31"}),
    (DISCONTINUED, "revenue", {"2021FY": "90000000", "2022FY": "80000000", "2023FY": "70000000"}),
    (DISCONTINUED, "cost_of_sales", {"2021FY": "60000000", "2022FY": "55000000", "2023FY": "50000000"}),
    (DISCONTINUED, "net_profit_continuing", {"2021FY": "7500000", "2022FY": "6750000", "2023FY": "6000000"}),
    (DISCONTINUED, "net_profit", {"2021FY": "6500000", "2022FY": "6250000", "2023FY": "6000000"}),
    (DISCONTINUED, "income_tax", {"2021FY": "2500000", "2022FY": "2250000", "2023FY": "2000000"}),
    (POSITION_DATES, "net_assets", {"2022-03-31": "9000000", "2023-03-31": "10500000", "2024-03-31": "12000000", "2024-09-30": "13000000"}),
    (POSITION_DATES, "cash_and_equivalents", {"2022-03-31": "2000000", "2023-03-31": "2500000", "2024-03-31": "3000000", "2024-09-30": "3500000"}),
    (BANK, "revenue", {"2021FY": "10900000000", "2022FY": "11490000000", "2023FY": "12080000000"}),
    (BANK, "profit_before_tax", {"2021FY": "4900000000", "2022FY": "5190000000", "2023FY": "5580000000"}),
    (BANK, "net_profit", {"2021FY": "3900000000", "2022FY": "4090000000", "2023FY": "4380000000"}),
    (BANK, "net_profit_attributable", {"2021FY": "3800000000", "2022FY": "3990000000", "2023FY": "4280000000"}),
    (BANK, "finance_costs", {}),
    (BANK, "eps_basic", {"2021FY": "0.38", "2022FY": "0.40", "2023FY": "0.43"}),
    (USD_K, "revenue", {"2022FY": "100200000", "2023FY": "110300000", "2024FY": "120400000"}),
    (USD_K, "other_income", {"2022FY": "1000000", "2023FY": "1100000", "2024FY": "1200000"}),
    (USD_K, "net_profit_attributable", {"2022FY": "22000000", "2023FY": "25000000", "2024FY": "28000000"}),
    (USD_K, "eps_basic", {"2022FY": "0.22", "2023FY": "0.25", "2024FY": "0.28"}),
    (PRC_BS, "total_assets", {"2024-12-31": "260000000.12", "2023-12-31": "205000000.34", "2022-12-31": "160000000.56"}),
    (PRC_BS, "total_liabilities", {"2024-12-31": "40000000", "2023-12-31": "35000000", "2022-12-31": "30000000"}),
    (PRC_BS, "net_assets", {"2024-12-31": "220000000.12", "2023-12-31": "170000000.34", "2022-12-31": "130000000.56"}),
    (PRC_BS, "cash_and_equivalents", {"2024-12-31": "120000000.12", "2023-12-31": "90000000.34", "2022-12-31": "60000000.56"}),
    (PRC_KEY, "rd_ratio_pct", {"2024FY": "11.20", "2023FY": "10.50", "2022FY": "9.80"}),
    (PRC_KEY, "net_profit_attributable", {"2024FY": "81005000", "2023FY": "62004000", "2022FY": "43003000"}),
    (PRC_KEY, "net_profit_ex_nonrecurring", {"2024FY": "77005000", "2023FY": "59004000", "2022FY": "40003000"}),
    (PRC_KEY, "operating_cash_flow", {"2024FY": "88000000", "2023FY": "77000000", "2022FY": "66000000"}),
    (ADJUSTED, "adjusted_net_profit", {"2022FY": "-2000000", "2023FY": "-400000", "2024FY": "2000000", "2024H1": "800000", "2025H1": "1600000"}),
    (CASH, "operating_cash_flow", {"2022FY": "2000000", "2023FY": "2100000", "2024FY": "-2200000", "2024H1": "1100000", "2025H1": "-1200000"}),
    (PROPERTY, "revenue", {"2016FY": "1000000000", "2017FY": "1110000000", "2018FY": "1220000000", "2018-4M": "340000000", "2019-4M": "395000000"}),
    (PROPERTY, "selling_expense", {"2016FY": "20000000", "2017FY": "21000000", "2018FY": "22000000", "2018-4M": "8000000", "2019-4M": "9000000"}),
    (PROPERTY, "redemption_fv_change", {}),
    (PROPERTY, "net_profit_attributable", {"2016FY": "170000000", "2017FY": "194000000", "2018FY": "224000000", "2018-4M": "63000000", "2019-4M": "78000000"}),
    (PERCENT_AFTER, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000", "2024H1": "7000000", "2025H1": "9000000"}),
    (PERCENT_AFTER, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7", "2024H1": "42.9", "2025H1": "44.4"}),
    (PERCENT_AFTER, "rd_ratio_pct", {"2022FY": "5.0", "2023FY": "5.8", "2024FY": "6.7", "2024H1": "5.7", "2025H1": "6.7"}),
    (PERCENT_AFTER, "net_profit", {"2022FY": "1700000", "2023FY": "2040000", "2024FY": "2550000", "2024H1": "1275000", "2025H1": "1700000"}),
    (FY_SHORT, "revenue", {"2022FY": "1234500000", "2023FY": "1345600000", "2024FY": "1456700000", "2024H1": "700100000", "2025H1": "750200000"}),
    (FY_SHORT, "net_profit", {"2022FY": "100100000", "2023FY": "110200000", "2024FY": "120300000", "2024H1": "60400000", "2025H1": "65500000"}),
    (PERIOD_FROM, "revenue", {"2021FY": "5000000", "2022FY": "10000000", "2023FY": "12000000"}),
    (PERIOD_FROM, "net_profit", {"2021FY": "1200000", "2022FY": "2400000", "2023FY": "3120000"}),
    (TAIL_YEAR_IN_BAND, "total_assets", {"2022-12-31": "10000000", "2023-12-31": "12000000", "2024-12-31": "14000000", "2025-06-30": "15500000"}),
    (TAIL_YEAR_IN_BAND, "net_assets", {"2022-12-31": "6000000", "2023-12-31": "7500000", "2024-12-31": "9000000", "2025-06-30": "10000000"}),
    (GAAP_BS, "total_assets", {"2022-12-31": "100000000", "2023-12-31": "110000000"}),
    (GAAP_BS, "total_liabilities", {"2022-12-31": "60000000", "2023-12-31": "65000000"}),
    (GAAP_BS, "net_assets", {"2022-12-31": "-30000000", "2023-12-31": "-35000000"}),
    (GAAP_BS, "cash_and_equivalents", {"2022-12-31": "50000000", "2023-12-31": "60000000"}),
    (GROUP_COMPANY, "total_assets", {"2023-12-31": "7000000", "2024-12-31": "9000000"}),
    (GROUP_COMPANY, "net_assets", {"2023-12-31": "4000000", "2024-12-31": "5000000"}),
    (GROUP_COMPANY, "cash_and_equivalents", {"2023-12-31": "2000000", "2024-12-31": "3000000"}),
    (PRC_DECOY, "revenue", {"2024-9M": "312345600", "2023FY": "250000000", "2022FY": "200000000"}),
    (PRC_DECOY, "net_profit", {"2024-9M": "32000000", "2023FY": "11000000", "2022FY": "6200000"}),
    (PRC_DECOY, "income_tax", {"2024-9M": "4000000", "2023FY": "1500000", "2022FY": "-100000"}),
    (PRC_DECOY, "rd_expense", {"2024-9M": "40000000", "2023FY": "30000000", "2022FY": "20000000"}),
    (TITLE_PERIOD, "revenue", {"2025H1": "50000000", "2024H1": "40000000"}),
    (TITLE_PERIOD, "net_profit", {"2025H1": "6680000", "2024H1": "5010000"}),
    (ISO, "total_assets", {"2025-06-30": "700000000", "2024-12-31": "650000000", "2023-12-31": "600000000", "2022-12-31": "550000000"}),
    (ISO, "net_assets", {"2025-06-30": "400000000", "2024-12-31": "370000000", "2023-12-31": "340000000", "2022-12-31": "310000000"}),
    (CNY_WORDS, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000", "2024-9M": "11000000", "2025-9M": "14000000"}),
    (CNY_WORDS, "cost_of_sales", {"2022FY": "6000000", "2023FY": "7000000", "2024FY": "8000000", "2024-9M": "6000000", "2025-9M": "7500000"}),
    (CNY_WORDS, "net_profit_attributable", {"2022FY": "1600000", "2023FY": "1940000", "2024FY": "2450000", "2024-9M": "1770000", "2025-9M": "2365000"}),
    (CNY_WORDS, "eps_basic", {"2022FY": "0.16", "2023FY": "0.19", "2024FY": "0.25", "2024-9M": "0.18", "2025-9M": "0.24"}),
    (FISCAL_MARCH, "revenue", {"2023FY": "50000000", "2024FY": "60000000", "2025FY": "70000000"}),
    (FISCAL_MARCH, "cost_of_sales", {"2023FY": "30000000", "2024FY": "35000000", "2025FY": "40000000"}),
    (FISCAL_MARCH, "selling_expense", {"2023FY": "3000000", "2024FY": "3500000", "2025FY": "4000000"}),
    (FISCAL_MARCH, "income_tax", {"2023FY": "2000000", "2024FY": "2600000", "2025FY": "3300000"}),
    (FISCAL_MARCH, "net_profit", {"2023FY": "8000000", "2024FY": "10700000", "2025FY": "13300000"}),
    (FISCAL_MARCH, "eps_basic", {"2023FY": "0.80", "2024FY": "1.07", "2025FY": "1.33"}),
    (NONRECURRING, "net_profit_attributable", {"2024FY": "81000000", "2023FY": "62000000", "2022FY": "43000000"}),
    (NONRECURRING, "net_profit_ex_nonrecurring", {"2024FY": "77000000", "2023FY": "59000000", "2022FY": "40000000"}),
    (NONRECURRING, "eps_basic", {"2024FY": "0.81", "2023FY": "0.62", "2022FY": "0.43"}),
    (NONRECURRING, "rd_investment", {"2024FY": "30000000", "2023FY": "25000000", "2022FY": "20000000"}),
    (NONRECURRING, "rd_ratio_pct", {"2024FY": "9.50", "2023FY": "8.80", "2022FY": "8.10"}),
    (NONRECURRING, "operating_cash_flow", {"2024FY": "88000000", "2023FY": "77000000", "2022FY": "-66000000"}),
    (PRC_CF, "operating_cash_flow", {"2024FY": "60000000", "2023FY": "40000000", "2022FY": "20000000"}),
    (LOSS_LABELS, "net_profit", {"2023FY": "-37760000", "2024FY": "-33620000", "2024Q1": "-9685000", "2025Q1": "-10855000"}),
    (LOSS_LABELS, "net_profit_attributable", {"2023FY": "-37000000", "2024FY": "-33000000", "2024Q1": "-9500000", "2025Q1": "-10700000"}),
    (LOSS_LABELS, "other_income", {"2023FY": "50000", "2024FY": "60000", "2024Q1": "10000", "2025Q1": "20000"}),
    (LOSS_LABELS, "eps_basic", {"2023FY": "-0.37", "2024FY": "-0.33", "2024Q1": "-0.10", "2025Q1": "-0.11"}),
    (LOSS_LABELS, "rd_expense", {"2023FY": "20000000", "2024FY": "30000000", "2024Q1": "7000000", "2025Q1": "8000000"}),
    (RATIOS_HK, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7", "2025H1": "44.4"}),
    (VS, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000"}),
    (VS, "net_profit", {"2022FY": "1700000", "2023FY": "2040000", "2024FY": "2550000"}),
    (VS, "gross_margin_pct", {}),
    (NOHEADERYEAR, "revenue", {"2023FY": "312345678.90", "2022FY": "250000000"}),
    (NOHEADERYEAR, "finance_costs", {"2023FY": "-500000", "2022FY": "500000"}),
    (NOHEADERYEAR, "net_profit", {"2023FY": "37845678.90", "2022FY": "11100000"}),
    (MILLION_HK, "revenue", {"2022FY": "1200000000", "2023FY": "1300000000", "2024FY": "1400000000", "2024H1": "650000000", "2025H1": "700000000"}),
    (MILLION_HK, "income_tax", {"2022FY": "30000000", "2023FY": "33000000", "2024FY": "38000000", "2024H1": "17000000", "2025H1": "18000000"}),
    (MILLION_HK, "net_profit_attributable", {"2022FY": "160000000", "2023FY": "177000000", "2024FY": "200000000", "2024H1": "88000000", "2025H1": "96000000"}),
    (ANNOUNCED_REMARKS, "revenue", {"2023FY": "79000000", "2024FY": "91000000", "2025FY": "120000000"}),
    (ANNOUNCED_REMARKS, "rd_expense", {"2023FY": "6000000", "2024FY": "9000000", "2025FY": "10000000"}),
    (TOUCHING, "revenue", {"2023FY": "868600000", "2024FY": "1138900000", "2024Q1": "1348800000", "2025Q1": "1700500000"}),
    (TOUCHING, "net_profit", {"2023FY": "127900000", "2024FY": "236500000", "2024Q1": "231500000", "2025Q1": "332000000"}),
    (TOUCHING, "adjusted_net_profit", {"2023FY": "140300000", "2024FY": "255200000", "2024Q1": "250600000", "2025Q1": "353000000"}),
    (REPEATED, "adjusted_net_profit", {"2022FY": "-413408000", "2023FY": "-452944000", "2024FY": "-349602000"}),
    (OUTLAYS, "rd_investment", {"2025H1": "113291200", "2024FY": "106845500", "2023FY": "67426700"}),
    (OUTLAYS, "rd_ratio_pct", {"2025H1": "12.79", "2024FY": "14.48", "2023FY": "9.76"}),
    (OUTLAYS, "operating_cash_flow", {"2025H1": "165794800", "2024FY": "99851000", "2023FY": "120139800"}),
    (CELL_GLUING, "cost_of_sales", {"2022FY": "80000000", "2023FY": "90000000", "2024FY": "99000000"}),
    (CELL_GLUING, "income_tax", {"2022FY": "2000000", "2023FY": "2000000", "2024FY": "2100000"}),
    (HEADER_ONE_WORD, "revenue", {"2022FY": "120000000", "2023FY": "130000000", "2023H1": "60000000", "2024H1": "70000000"}),
    (JUNE_TITLES, "revenue", {"2022FY": "12345678", "2023FY": "13456789", "2024FY": "14567890"}),
    (JUNE_TITLES, "net_profit", {"2022FY": "1909000", "2023FY": "1909000", "2024FY": "2324000"}),
    (RESTATED, "profit_before_tax", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "14000000"}),
    (RESTATED, "net_profit_continuing", {"2022FY": "7500000", "2023FY": "9000000", "2024FY": "10500000"}),
    (RESTATED, "net_profit", {"2022FY": "6000000", "2023FY": "9500000", "2024FY": "10500000"}),
    (RESTATED, "income_tax", {"2022FY": "2500000", "2023FY": "3000000", "2024FY": "3500000"}),
    (RESTATED, "net_profit_attributable", {"2022FY": "5900000", "2023FY": "9400000", "2024FY": "10400000"}),
    (INSURER, "revenue", {"2022FY": "50000000000", "2023FY": "60000000000", "2024FY": "70000000000"}),
    (INSURER, "income_tax", {"2022FY": "900000000", "2023FY": "1200000000", "2024FY": "1500000000"}),
    (INSURER, "net_profit_attributable", {"2022FY": "5000000000", "2023FY": "6700000000", "2024FY": "8400000000"}),
    (INSURER, "eps_basic", {"2022FY": "0.50", "2023FY": "0.67", "2024FY": "0.84"}),
    (TWO_TABLES_ONE_PAGE, "total_assets", {"2022-12-31": "90000000", "2023-12-31": "105000000", "2024-12-31": "120000000", "2025-03-31": "124000000"}),
    (TWO_TABLES_ONE_PAGE, "operating_cash_flow", {"2022FY": "5000000", "2023FY": "-6000000", "2024FY": "7000000", "2024Q1": "1000000", "2025Q1": "1200000"}),
    (TWO_TABLES_ONE_PAGE, "gross_margin_pct", {"2022FY": "40.1", "2023FY": "41.2", "2024FY": "42.3", "2025Q1": "43.4"}),
    (TWO_TABLES_ONE_PAGE, "cash_and_equivalents", {"2022-12-31": "10000000", "2023-12-31": "8000000", "2024-12-31": "12000000", "2025-03-31": "13000000"}),
    (USD_CONV_PCT, "revenue", {"2022FY": "60000000", "2023FY": "72000000", "2024FY": "84000000"}),
    (USD_CONV_PCT, "gross_margin_pct", {"2022FY": "33.3", "2023FY": "37.5", "2024FY": "40.5"}),
    (USD_CONV_PCT, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "9.7", "2024FY": "9.5"}),
    (USD_CONV_PCT, "net_profit", {"2022FY": "5000000", "2023FY": "6000000", "2024FY": "7000000"}),
    (HK_ZH_SUM, "operating_cash_flow", {"2022FY": "-50100000", "2023FY": "60200000", "2024FY": "70300000", "2024-5M": "20100000", "2025-5M": "-30200000"}),
    (PRC_QUARTER, "revenue", {"2025Q1": "120000000", "2024FY": "510000000", "2023FY": "420000000", "2022FY": "330000000"}),
    (PRC_QUARTER, "net_profit_attributable", {"2025Q1": "13900000", "2024FY": "59000000", "2023FY": "49000000", "2022FY": "39000000"}),
    (PRC_QUARTER, "net_profit_ex_nonrecurring", {"2025Q1": "13000000", "2024FY": "55000000", "2023FY": "45000000", "2022FY": "35000000"}),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "metric", "expected"), CASES)
def test_layout(drawing: str | tuple[str, ...], metric: str, expected: dict[str, str]) -> None:
    pages = (drawing,) if isinstance(drawing, str) else drawing
    assert values(extract(*pages)).get(metric, {}) == expected


@pytest.mark.parametrize("turn", ["upright", "sideways", "rotated", "landscape"])
def test_sheets_that_are_turned(turn: str, tmp_path: Path) -> None:
    """A table set sideways, or a sheet that a viewer turns: the same figures, their boxes where they stand on the sheet."""
    import pdfplumber

    import zhaogu
    from drawn_sheets import draw

    path = tmp_path / "sheet.pdf"
    draw(path, PERIOD_FROM, turn)
    facts = [fact for fact in zhaogu.extract(path).facts if fact.metric == "revenue"]
    assert {fact.period: format(fact.value, "f") for fact in facts} == {
        "2021FY": "5000000",
        "2022FY": "10000000",
        "2023FY": "12000000",
    }
    with pdfplumber.open(path) as opened:
        inside = opened.pages[0].crop(facts[0].evidence.bbox).chars
    assert sorted(char["text"] for char in inside if char["text"].strip()) == sorted(
        facts[0].evidence.quote.replace(" ", "")
    )


def test_periods_as_rows_make_a_statement() -> None:
    frame = extract(PERIODS_AS_ROWS).statements["income"].to_frame()
    assert list(frame.columns) == ["metric", "2022FY", "2023FY", "2024FY"]
    assert [str(value) for value in frame.loc["Revenue", "2022FY":]] == ["10000", "12000", "15000"]


def test_a_column_that_does_not_add_up() -> None:
    drawn = TAIL_YEAR_IN_BAND.replace(
        "10,000      12,000      14,000        15,500", "10,000      12,000      14,100        15,500"
    )
    assert drawn != TAIL_YEAR_IN_BAND
    notes = extract(drawn).notes
    assert [(note.code, note.sides) for note in notes] == [("ZG-COLUMN-TOTAL", ["14000", "14100"])]
    assert notes[0].text == "page 1, 總資產, 2024-12-31: the rows above sum to 14000"
    assert extract(TAIL_YEAR_IN_BAND).notes == []


def test_a_label_of_either_sign_says_nothing_of_the_sign() -> None:
    drawn = HEADER_ONE_WORD.replace("毛利              ", "毛利／（毛損）    ")
    assert values(extract(drawn))["gross_profit"] == {
        "2022FY": "40000000",
        "2023FY": "40000000",
        "2023H1": "20000000",
        "2024H1": "21000000",
    }
