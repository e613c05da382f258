"""Further settings of statements from prospectuses of Hong Kong, New York and the mainland, drawn as text: each with the figures wanted."""

from __future__ import annotations

import pytest

from statement_pages import extract, values

INCOME_EN = """
                CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                       Year ended 31 December
                2022          2023          2024
               RMB’000      RMB’000       RMB’000
Revenue        100,000      120,000       150,000
Cost of sales  (60,000)     (70,000)      (80,000)
Gross profit    40,000       50,000        70,000
Research and development costs
               (10,000)     (12,000)      (16,000)
"""

INCOME_ZH = """
                综合利润表
                        截至12月31日止年度
                2022年        2023年        2024年
              人民幣千元    人民幣千元    人民幣千元
收入           100,000       120,000       150,000
銷售成本       (60,000)      (70,000)      (80,000)
毛利            40,000        50,000        70,000
研發開支       (10,000)      (12,000)      (16,000)
"""

SPAN_31 = """
            CONSOLIDATED STATEMENTS OF FINANCIAL POSITION
                                      As of December 31,             As of June 30,
                                2022         2023         2024            2025
                              RMB’000      RMB’000      RMB’000         RMB’000
Total assets                   10,000       12,000       14,000          15,500
Total liabilities               6,000        6,500        7,000           7,700
Net assets                      4,000        5,500        7,000           7,800
"""

FIN_EITHER = """
            CONSOLIDATED INCOME STATEMENTS
                                  Year ended 31 December
                        Note    2023         2024         2025
                              HK$’000      HK$’000      HK$’000
Revenue                  5     88,000       97,000      110,000
Cost of sales            6    (60,000)     (66,000)     (70,000)
Gross profit                   28,000       31,000       40,000
Administrative expenses  6     (9,000)     (10,000)     (12,000)
Finance (costs)/income, net
                         8       (900)         200         (300)
Profit before income tax       18,100       21,200       27,700
Income tax expense       9     (3,000)      (3,500)      (4,500)
Profit for the year            15,100       17,700       23,200
"""

REINVEST = """
            主要会计数据及财务指标
项目                         2025年3月31日/     2024年12月31日/   2023年12月31日/   2022年12月31日/
                             2025年1-3月        2024年度          2023年度          2022年度
资产总额（万元）              152,330.11        120,220.22         98,110.33         80,220.11
归属于母公司所有者权益（万元）  90,110.22         72,330.11         60,220.33         50,110.22
营业收入（万元）               30,220.33         88,330.22         70,110.11         60,220.33
净利润（万元）                  4,330.11         13,220.22          9,110.33          8,110.22
扣除非经常性损益后归属于母公
司所有者的净利润（万元）         4,220.11         12,330.22          8,440.33          7,330.44
基本每股收益（元/股）              0.36             1.09              0.75              0.66
研发投入占营业收入的比例           7.21%            6.10%             5.98%             5.44%
"""

CHANGE_ZH = """
                   綜合損益表
              截至12月31日止年度                      2024年與2023年比較
              2023年              2024年              變動金額     變動百分比
           人民幣千元    %    人民幣千元    %         人民幣千元       %
收入          50,000   100.0     60,000   100.0          10,000      20.0
銷售成本     (30,000)  (60.0)   (33,000)  (55.0)         (3,000)     10.0
毛利          20,000    40.0     27,000    45.0           7,000      35.0
研發開支      (5,000)  (10.0)    (9,000)  (15.0)         (4,000)     80.0
除稅前溢利    10,000    20.0     12,000    20.0           2,000      20.0
所得稅開支    (1,500)   (3.0)    (1,800)   (3.0)           (300)     20.0
年內溢利       8,500    17.0     10,200    17.0           1,700      20.0
"""

EPS_NESTED = """
            CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                                      Year ended 31 December
                        Notes     2022         2023         2024
                                RMB’000      RMB’000      RMB’000
CONTINUING OPERATIONS
REVENUE                  5      300,000      400,000      500,000
Cost of sales                  (200,000)    (250,000)    (300,000)
Gross profit                    100,000      150,000      200,000
PROFIT BEFORE TAX FROM
  CONTINUING OPERATIONS  6       30,000       40,000       50,000
Income tax expense       10      (6,000)      (8,000)     (10,000)
PROFIT FOR THE YEAR FROM
  CONTINUING OPERATIONS          24,000       32,000       40,000
DISCONTINUED OPERATION
Loss for the year from a
  discontinued operation 12      (2,000)      (1,000)           –
PROFIT FOR THE YEAR              22,000       31,000       40,000
Attributable to:
Owners of the parent             21,000       30,000       39,000
Non-controlling interests         1,000        1,000        1,000
                                 22,000       31,000       40,000
EARNINGS PER SHARE ATTRIBUTABLE
TO ORDINARY EQUITY HOLDERS OF
THE PARENT               13
Basic
– For profit for the year      RMB0.21      RMB0.30      RMB0.39
– For profit from continuing
  operations                   RMB0.23      RMB0.31      RMB0.39
Diluted
– For profit for the year      RMB0.20      RMB0.29      RMB0.38
"""

HKD_PLAIN = """
                              FINANCIAL INFORMATION
The following table sets out our results of operations for the years indicated.
                                Year ended 31 March
                            2023             2024             2025
                             HK$              HK$              HK$
Turnover                 88,123,456       97,234,567      110,345,678
Cost of services        (60,123,000)     (66,234,000)     (70,345,000)
Gross profit             28,000,456       31,000,567       40,000,678
Other income                123,456          234,567          345,678
Administrative expenses  (9,123,000)     (10,234,000)     (12,345,000)
Finance costs              (123,000)        (234,000)        (345,000)
Profit before taxation   18,877,912       20,767,134       27,656,356
Taxation                 (3,000,000)      (3,500,000)      (4,500,000)
Profit for the year      15,877,912       17,267,134       23,156,356
"""

RATIOS_ASAT = """
                              KEY FINANCIAL RATIOS
                              Year ended/As at 31 December
                                2022         2023         2024
Gross profit margin (%)         33.3         37.5         40.0
Net profit margin (%)            7.3          7.8          8.0
Current ratio (times)            1.2          1.3          1.4
Gearing ratio (%)               55.1         44.2         33.3
Return on equity (%)            12.1         13.2         14.3
"""

RATIO_ZH = """
                              主要財務比率
下表載列於所示日期或期間我們的主要財務比率：
                      截至12月31日止年度╱於12月31日           截至6月30日止六個月╱於6月30日
                       2022年      2023年      2024年              2025年
盈利能力比率
毛利率(1)               33.3%       37.5%       40.0%               41.0%
淨利潤率(2)              7.3%        7.8%        8.0%                9.0%
流動資金比率
流動比率（倍）(3)           1.2         1.3         1.4                 1.5
"""

THREE_COL_ZH_BS = """
                          綜合財務狀況表
                                        於12月31日                   於4月30日
                    附註     2022年        2023年        2024年        2025年
                          人民幣千元    人民幣千元    人民幣千元    人民幣千元
資產
非流動資產
物業、廠房及設備     15       50,000        51,000        52,000        53,000
流動資產
存貨                 18       20,000        21,000        22,000        23,000
現金及現金等價物     20       10,000        11,000        12,000        13,000
資產總額                      80,000        83,000        86,000        89,000
權益
本公司擁有人應佔權益
股本                 25        1,000         1,000         1,000         1,000
儲備                          39,000        40,000        41,000        42,000
權益總額                      40,000        41,000        42,000        43,000
負債
非流動負債
借款                 26       20,000        21,000        22,000        23,000
流動負債
貿易應付款項         27       20,000        21,000        22,000        23,000
負債總額                      40,000        42,000        44,000        46,000
權益及負債總額                80,000        83,000        86,000        89,000
"""

RECONC_ZH = """
                          非國際財務報告準則計量
下表載列年內╱期內虧損與經調整淨虧損（非國際財務報告準則計量）的對賬：
                               截至12月31日止年度               截至9月30日止九個月
                         2022年       2023年       2024年       2024年       2025年
                                             （人民幣千元）
                                                               （未經審核）
年╱期內虧損             (300,000)    (400,000)    (500,000)    (350,000)    (200,000)
加：
股份支付開支               20,000       30,000       40,000       28,000       15,000
贖回負債利息               50,000       60,000       70,000       50,000       55,000
上市開支                        –            –        9,000        3,000       12,000
經調整淨虧損（非國際財務報告
  準則計量）             (230,000)    (310,000)    (381,000)    (269,000)    (118,000)
"""

RD_ZH_A = """
                       （三）研发投入情况
1、研发投入占营业收入的比例
                                                          单位：万元
项目                     2024年度         2023年度         2022年度
研发费用                 6,844.68         5,388.14         4,192.58
研发投入                 6,844.68         5,388.14         4,192.58
营业收入               110,220.33        88,330.22        70,110.11
占比                        6.21%            6.10%            5.98%
"""

USD_EN = """
                     CONSOLIDATED STATEMENTS OF COMPREHENSIVE LOSS
              (In thousands of U.S. dollars, except share and per share data)
                                         Year Ended December 31,
                                  2022              2023              2024
Collaboration revenue          $   6,000         $  12,000         $  18,000
Expenses:
  Research and development       (90,000)          (99,000)         (120,000)
  General and administrative     (20,000)          (25,000)          (30,000)
Loss from operations            (104,000)         (112,000)         (132,000)
Interest income                    1,000             2,000             3,000
Loss before income taxes        (103,000)         (110,000)         (129,000)
Income tax benefit                   100               200               300
Net loss                       $(102,900)        $(109,800)        $(128,700)
Net loss per share attributable
 to ordinary shareholders,
 basic and diluted             $   (1.03)        $   (1.10)        $   (1.29)
"""

A_CASH = """
3、合并现金流量表
                                                              单位：元
项目                              2024年度              2023年度              2022年度
一、经营活动产生的现金流量：
销售商品、提供劳务收到的现金   1,234,567,890.12      1,034,567,890.12        934,567,890.12
经营活动现金流入小计           1,300,000,000.00      1,100,000,000.00      1,000,000,000.00
经营活动现金流出小计           1,200,000,000.00      1,150,000,000.00        900,000,000.00
经营活动产生的现金流量净额       100,000,000.00        -50,000,000.00        100,000,000.00
二、投资活动产生的现金流量：
投资活动产生的现金流量净额       -30,000,000.00        -20,000,000.00        -10,000,000.00
四、汇率变动对现金及现金等价物
的影响                             1,000,000.00          1,100,000.00          1,200,000.00
五、现金及现金等价物净增加额      71,000,000.00        -68,900,000.00         91,200,000.00
加：期初现金及现金等价物余额     200,000,000.00        268,900,000.00        177,700,000.00
六、期末现金及现金等价物余额     271,000,000.00        200,000,000.00        268,900,000.00
"""

HK_TURNED_UNITS = """
                          SELECTED FINANCIAL DATA
Summary of Consolidated Statements of Profit or Loss
                             For the year ended               For the nine months ended
                                December 31,                        September 30,
                       2022       2023       2024            2024            2025
                                                          (unaudited)
                                          (RMB in millions)
Revenue              1,234.5    2,345.6    3,456.7         2,400.1         3,100.2
Cost of revenue       (834.5)  (1,545.6)  (2,256.7)       (1,600.1)       (2,000.2)
Gross profit           400.0      800.0    1,200.0           800.0         1,100.0
Profit/(loss) for the
  year/period          (50.1)     100.2      200.3           120.4           190.5
"""

INSURER = """
                    綜合損益表
                    （除另有註明外，金額單位均為人民幣百萬元）
                                        截至12月31日止年度
                           附註      2022年       2023年       2024年
保險服務收入                6       31,234       33,345       35,456
利息收入                    7        4,123        4,234        4,345
投資收益                    8          912         (123)         834
保險服務費用                9      (28,123)     (30,234)     (32,345)
稅前利潤                   12        3,123        2,234        3,345
所得稅                     13         (623)        (434)        (645)
年度利潤                             2,500        1,800        2,700
歸屬於：
本公司股東                           2,450        1,760        2,640
非控制性權益                            50           40           60
每股收益（人民幣元）
－基本                     14         0.49         0.35         0.53
"""

NOTES_AFTER_TOTAL = """
                     CONSOLIDATED STATEMENTS OF PROFIT OR LOSS AND
                          OTHER COMPREHENSIVE INCOME

                                       Year ended December 31,           Six months ended June 30,
                                      2022      2023      2024             2024        2025
                            NOTES   RMB’000   RMB’000   RMB’000          RMB’000     RMB’000
                                                                       (unaudited)
Revenue                       5     100,000   120,000   150,000           70,000      80,000
Cost of revenue                     (60,000)  (70,000)  (80,000)         (40,000)    (45,000)

Gross profit                         40,000    50,000    70,000           30,000      35,000
Other income                  6       1,000     1,100     1,200              600         650
Other gains and losses        7        (500)      200      (300)             100        (150)
Impairment losses under
 expected credit loss
 model, net of reversal       8        (200)     (300)     (400)            (200)       (250)
Selling and marketing
 expenses                           (10,000)  (11,000)  (12,000)          (6,000)     (6,500)
Administrative expenses              (5,000)   (5,500)   (6,000)          (3,000)     (3,250)
Research and development
 expenses                            (8,000)   (9,000)  (10,000)          (5,000)     (5,500)
Finance costs                 9        (300)     (400)     (500)            (250)       (300)

Profit before tax            10      17,000    25,100    42,000           16,250      19,700
Income tax expense           11      (2,500)   (3,700)   (6,300)          (2,400)     (2,900)

Profit and total
 comprehensive income for
 the year/period                     14,500    21,400    35,700           13,850      16,800

Profit and total
 comprehensive income
 for the year/period
 attributable to:
 – Owners of the Company             14,000    20,800    34,900           13,500      16,400
 – Non-controlling interests            500       600       800              350         400

                                     14,500    21,400    35,700           13,850      16,800

EARNINGS PER SHARE
 – Basic (RMB cents)         13        14.0      20.8      34.9             13.5        16.4
"""

PCT_PAREN_PAIRS = """
                       SUMMARY OF OUR CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                          Year ended December 31,                          Four months ended April 30,
                 2023                  2024                      2024                       2025
             HK$’000      %        HK$’000      %            HK$’000      %             HK$’000      %
                                                           (unaudited)
Revenue       50,000   100.0        60,000   100.0            18,000   100.0             21,000   100.0
Cost of
services     (30,000)  (60.0)      (33,000)  (55.0)           (9,900)  (55.0)           (11,340)  (54.0)
Gross
profit        20,000    40.0        27,000    45.0             8,100    45.0              9,660    46.0
Profit for
the
year/period    8,500    17.0        10,200    17.0             3,060    17.0              3,570    17.0
"""

SEGMENT_DECOY = """
                              財務資料
下表載列我們於所示期間按業務線劃分的收入明細：
                    截至12月31日止年度
               2022年      2023年      2024年
             人民幣千元  人民幣千元  人民幣千元
產品銷售        80,000      90,000      99,000
服務            20,000      30,000      51,000
總計           100,000     120,000     150,000

下表載列我們於所示期間按業務線劃分的毛利及毛利率：
                    截至12月31日止年度
               2022年             2023年             2024年
             毛利    毛利率     毛利    毛利率     毛利    毛利率
          人民幣千元    %    人民幣千元   %     人民幣千元    %
產品銷售      30,000   37.5     35,000   38.9     40,000   40.4
服務          10,000   50.0     15,000   50.0     30,000   58.8
總計          40,000   40.0     50,000   41.7     70,000   46.7

下表載列我們綜合損益表的概要：
                    截至12月31日止年度
               2022年      2023年      2024年
             人民幣千元  人民幣千元  人民幣千元
收入           100,000     120,000     150,000
銷售成本       (60,000)    (70,000)    (80,000)
毛利            40,000      50,000      70,000
年內溢利        14,500      21,400      35,700
"""

ASSOC_DECOY = """
                 II. NOTES TO THE HISTORICAL FINANCIAL INFORMATION
17. INVESTMENTS IN ASSOCIATES
The following table illustrates the summarised financial information in respect of Foo Ltd adjusted for any differences in accounting policies:
                                  2022         2023         2024
                                RMB’000      RMB’000      RMB’000
Revenue                          55,000       56,000       57,000
Profit for the year               5,000        5,100        5,200
Total assets                     90,000       91,000       92,000
Net assets                       50,000       51,000       52,000
"""

MAINLAND_PARENT_COLS = """
                               合并及公司资产负债表
                                                                       单位：人民币元
资产                  附注      2024年12月31日       2023年12月31日       2024年12月31日       2023年12月31日
                                   合并                 合并                 公司                 公司
流动资产：
货币资金              四(1)     123,456,789.01      113,456,789.01       23,456,789.01       13,456,789.01
资产总计                      1,123,456,789.01    1,013,456,789.01      923,456,789.01      813,456,789.01
负债合计                        523,456,789.01      413,456,789.01      323,456,789.01      213,456,789.01
股东权益合计                    600,000,000.00      600,000,000.00      600,000,000.00      600,000,000.00
"""

YEAR_ONLY_BS = """
               綜合財務狀況表節選項目
                                     於12月31日
                        2022年        2023年        2024年
                             （人民幣千元）
流動資產                50,000        60,000        70,000
流動負債                30,000        35,000        40,000
流動資產淨值            20,000        25,000        30,000
非流動資產              10,000        12,000        14,000
非流動負債               5,000         5,500         6,000
資產淨值                25,000        31,500        38,000
"""

YTD_MAINLAND = """
               财务报告审计截止日后主要财务信息
公司2025年1-9月经审阅的主要财务数据如下：
                                             单位：万元
项目                2025年1-9月       2024年1-9月       变动幅度
营业收入             812,330.11        700,220.33        16.01%
营业利润              98,110.22         80,330.44        22.13%
利润总额              98,330.22         80,440.11        22.24%
净利润                85,220.33         70,110.44        21.55%
归属于母公司所有者
的净利润              83,110.22         68,220.11        21.83%
经营活动产生的现金
流量净额              55,110.22        -12,220.11              -
"""

MM_DEC = """
         Summary of Consolidated Statements of Comprehensive Loss
                         Year Ended December 31,                     Three Months Ended March 31,
                  2022             2023             2024                2024             2025
               RMB       %      RMB       %      RMB       %         RMB       %      RMB       %
                                     (in thousands, except for percentages)
                                                                       (unaudited)
Revenues     100,000   100.0  120,000   100.0  150,000   100.0      30,000   100.0   40,000   100.0
Cost of
 revenues    (60,000)  (60.0) (70,000)  (58.3) (80,000)  (53.3)    (17,000)  (56.7) (22,000)  (55.0)
Gross profit  40,000    40.0   50,000    41.7   70,000    46.7      13,000    43.3   18,000    45.0
Research and
 development
 expenses     (5,000)   (5.0)  (7,000)   (5.8) (10,000)   (6.7)     (2,000)   (6.7)  (3,000)   (7.5)
Loss for the
 year/period  (2,000)   (2.0)  (3,000)   (2.5)  (4,000)   (2.7)     (1,000)   (3.3)  (1,500)   (3.8)
"""

LOSS_POS = """
                綜合全面虧損表
                                截至12月31日止年度
                            2023年            2024年
                          人民幣千元        人民幣千元
收入                          –                500
研發開支                   90,000          100,000
行政開支                   20,000           30,000
除所得稅前虧損            110,000          129,500
所得稅開支                      –                –
年內虧損                  110,000          129,500
"""

FY_LABELS = """
                     SUMMARY FINANCIAL INFORMATION
The table below summarises our consolidated results of operations:
                       FY2022      FY2023      FY2024      1H2024      1H2025
                       HK$’000     HK$’000     HK$’000     HK$’000     HK$’000
                                                         (Unaudited)
Revenue                100,000     120,000     150,000      70,000      80,000
Gross profit            40,000      50,000      70,000      30,000      35,000
Profit before tax       17,000      25,100      42,000      16,250      19,700
Profit for the
 year/period            14,500      21,400      35,700      13,850      16,800
"""

GEM_QUARTER = """
                     合併損益及其他全面收益表
                          截至六月三十日止年度            截至十二月三十一日止六個月
                 附註    二零二二年    二零二三年      二零二二年      二零二三年
                           千港元        千港元          千港元          千港元
                                                     （未經審核）
收益              6        90,123        95,234          45,123          48,234
直接成本                  (70,123)      (73,234)        (35,123)        (37,234)
毛利                       20,000        22,000          10,000          11,000
其他收入          7           500           600             250             300
行政開支                   (8,000)       (9,000)         (4,000)         (4,500)
融資成本          8          (400)         (500)           (200)           (250)
除所得稅前溢利    9        12,100        13,100           6,050           6,550
所得稅開支       10        (2,000)       (2,200)         (1,000)         (1,100)
年╱期內溢利及全面收益總額   10,100        10,900           5,050           5,450
"""

CASH_SUMMARY = """
                              現金流量
下表載列我們於所示期間的現金流量概要：
                                截至12月31日止年度          截至6月30日止六個月
                            2023年        2024年         2024年        2025年
                          人民幣千元    人民幣千元    人民幣千元    人民幣千元
                                                    （未經審核）
經營活動（所用）╱所得現金淨額  (9,000)       12,000         5,000        (3,000)
投資活動所用現金淨額         (20,000)      (10,000)       (6,000)       (5,000)
融資活動所得現金淨額          30,000         8,000         2,000         9,000
現金及現金等價物增加淨額       1,000        10,000         1,000         1,000
年初╱期初現金及現金等價物    50,000        51,000        51,000        61,000
年末╱期末現金及現金等價物    51,000        61,000        52,000        62,000
"""

TWD = """
                       CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                                Years ended 31 December
                             2022          2023          2024
                            S$’000        S$’000        S$’000
Revenue                     10,000        12,000        15,000
Cost of works               (7,000)       (8,000)      (10,000)
Gross profit                 3,000         4,000         5,000
Other income                   100           110           120
Other gains and losses          10           (20)           30
Administrative expenses     (1,000)       (1,100)       (1,200)
Finance costs                  (50)          (60)          (70)
Profit before taxation       2,060         2,930         3,880
Income tax expense            (350)         (500)         (660)
Profit and other
comprehensive income
for the year                 1,710         2,430         3,220
"""

ROWS_ZH = (
    INCOME_ZH,
    """
                主要財務比率
截至12月31日止年度        毛利率        研發開支佔收入比例
2022年                    40.0%              10.0%
2023年                    41.7%              10.0%
2024年                    46.7%              10.7%
""",
)

ROWS_ZH2 = (
    INCOME_ZH,
    """
                財務比率
期間                      毛利率             研發費用率
2022年度                  40.0%              10.0%
2023年度                  41.7%              10.0%
2024年度                  46.7%              10.7%
""",
)

ROWS_EN = (
    INCOME_EN,
    """
                KEY RATIOS
Period                    Gross margin      R&D costs to revenue
Year ended 31 December 2022      40.0%              10.0%
Year ended 31 December 2023      41.7%              10.0%
Year ended 31 December 2024      46.7%              10.7%
""",
)

ROWS_EN2 = (
    INCOME_EN,
    """
The table below shows our margins.
                               Gross profit      Research and development
                                  margin         expenses as a percentage
                                                      of revenue
Year ended December 31, 2022      40.0%              10.0%
Year ended December 31, 2023      41.7%              10.0%
Year ended December 31, 2024      46.7%              10.7%
""",
)

ROWS_EN3 = (
    INCOME_EN,
    """
Year                              Gross margin        R&D intensity
FY2022                                   40.0%               10.0%
FY2023                                   41.7%               10.0%
FY2024                                   46.7%               10.7%
""",
)

RATIO_WORDS_EN = (
    INCOME_EN,
    """
Our gross margin was 40.0%, 41.7% and 46.7% in 2022, 2023 and 2024, respectively. Our research and development costs accounted for 10.0%, 10.0% and 10.7% of our revenue in 2022, 2023 and 2024, respectively.
""",
)

RD_UNNAMED_PCT = (
    INCOME_EN,
    """
The following table sets forth our research and development costs and as a percentage of revenue:
                                   Year ended 31 December
                                2022        2023        2024
                              RMB’000     RMB’000     RMB’000
Research and development costs 10,000      12,000      16,000
As a percentage of revenue      10.0%       10.0%       10.7%
""",
)

RD_RATE_ZH = (
    INCOME_ZH,
    """
下表載列我們的研發開支及其佔收入的百分比：
                              截至12月31日止年度
                         2022年       2023年       2024年
研發開支（人民幣千元）   10,000       12,000       16,000
佔收入百分比              10.0%        10.0%        10.7%
""",
)

RATIO_TITLES = (
    INCOME_EN,
    """
                  OTHER FINANCIAL DATA
                               Year ended 31 December
                           2022       2023         2024
Gross margin               40.0%      41.7%        46.7%
R&D costs as % of revenue  10.0%      10.0%        10.7%
""",
)

CASES = [
    (SPAN_31, "total_assets", {"2022-12-31": "10000000", "2023-12-31": "12000000", "2024-12-31": "14000000", "2025-06-30": "15500000"}),
    (FIN_EITHER, "finance_costs", {"2023FY": "900000", "2024FY": "-200000", "2025FY": "300000"}),
    (FIN_EITHER, "net_profit", {"2023FY": "15100000", "2024FY": "17700000", "2025FY": "23200000"}),
    (REINVEST, "total_assets", {"2025-03-31": "1523301100", "2024-12-31": "1202202200", "2023-12-31": "981103300", "2022-12-31": "802201100"}),
    (REINVEST, "revenue", {"2025Q1": "302203300", "2024FY": "883302200", "2023FY": "701101100", "2022FY": "602203300"}),
    (REINVEST, "net_profit_ex_nonrecurring", {"2025Q1": "42201100", "2024FY": "123302200", "2023FY": "84403300", "2022FY": "73304400"}),
    (REINVEST, "rd_ratio_pct", {"2025Q1": "7.21", "2024FY": "6.10", "2023FY": "5.98", "2022FY": "5.44"}),
    (CHANGE_ZH, "revenue", {"2023FY": "50000000", "2024FY": "60000000"}),
    (CHANGE_ZH, "gross_margin_pct", {"2023FY": "40.0", "2024FY": "45.0"}),
    (CHANGE_ZH, "rd_ratio_pct", {"2023FY": "10.0", "2024FY": "15.0"}),
    (CHANGE_ZH, "net_profit", {"2023FY": "8500000", "2024FY": "10200000"}),
    (EPS_NESTED, "profit_before_tax", {"2022FY": "30000000", "2023FY": "40000000", "2024FY": "50000000"}),
    (EPS_NESTED, "net_profit_continuing", {"2022FY": "24000000", "2023FY": "32000000", "2024FY": "40000000"}),
    (EPS_NESTED, "net_profit", {"2022FY": "22000000", "2023FY": "31000000", "2024FY": "40000000"}),
    (EPS_NESTED, "net_profit_attributable", {"2022FY": "21000000", "2023FY": "30000000", "2024FY": "39000000"}),
    (EPS_NESTED, "eps_basic", {"2022FY": "0.21", "2023FY": "0.30", "2024FY": "0.39"}),
    (HKD_PLAIN, "revenue", {"2023FY": "88123456", "2024FY": "97234567", "2025FY": "110345678"}),
    (HKD_PLAIN, "income_tax", {"2023FY": "3000000", "2024FY": "3500000", "2025FY": "4500000"}),
    (RATIOS_ASAT, "gross_margin_pct", {"2022FY": "33.3", "2023FY": "37.5", "2024FY": "40.0"}),
    (RATIO_ZH, "gross_margin_pct", {"2022FY": "33.3", "2023FY": "37.5", "2024FY": "40.0", "2025H1": "41.0"}),
    (THREE_COL_ZH_BS, "total_assets", {"2022-12-31": "80000000", "2023-12-31": "83000000", "2024-12-31": "86000000", "2025-04-30": "89000000"}),
    (THREE_COL_ZH_BS, "total_liabilities", {"2022-12-31": "40000000", "2023-12-31": "42000000", "2024-12-31": "44000000", "2025-04-30": "46000000"}),
    (THREE_COL_ZH_BS, "net_assets", {"2022-12-31": "40000000", "2023-12-31": "41000000", "2024-12-31": "42000000", "2025-04-30": "43000000"}),
    (RECONC_ZH, "adjusted_net_profit", {"2022FY": "-230000000", "2023FY": "-310000000", "2024FY": "-381000000", "2024-9M": "-269000000", "2025-9M": "-118000000"}),
    (RD_ZH_A, "rd_investment", {"2024FY": "68446800", "2023FY": "53881400", "2022FY": "41925800"}),
    (USD_EN, "rd_expense", {"2022FY": "90000000", "2023FY": "99000000", "2024FY": "120000000"}),
    (USD_EN, "income_tax", {"2022FY": "-100000", "2023FY": "-200000", "2024FY": "-300000"}),
    (USD_EN, "net_profit", {"2022FY": "-102900000", "2023FY": "-109800000", "2024FY": "-128700000"}),
    (USD_EN, "eps_basic", {"2022FY": "-1.03", "2023FY": "-1.10", "2024FY": "-1.29"}),
    (A_CASH, "operating_cash_flow", {"2024FY": "100000000", "2023FY": "-50000000", "2022FY": "100000000"}),
    (HK_TURNED_UNITS, "revenue", {"2022FY": "1234500000", "2023FY": "2345600000", "2024FY": "3456700000", "2024-9M": "2400100000", "2025-9M": "3100200000"}),
    (HK_TURNED_UNITS, "net_profit", {"2022FY": "-50100000", "2023FY": "100200000", "2024FY": "200300000", "2024-9M": "120400000", "2025-9M": "190500000"}),
    (INSURER, "profit_before_tax", {"2022FY": "3123000000", "2023FY": "2234000000", "2024FY": "3345000000"}),
    (INSURER, "net_profit", {"2022FY": "2500000000", "2023FY": "1800000000", "2024FY": "2700000000"}),
    (INSURER, "net_profit_attributable", {"2022FY": "2450000000", "2023FY": "1760000000", "2024FY": "2640000000"}),
    (INSURER, "eps_basic", {"2022FY": "0.49", "2023FY": "0.35", "2024FY": "0.53"}),
    (NOTES_AFTER_TOTAL, "selling_expense", {"2022FY": "10000000", "2023FY": "11000000", "2024FY": "12000000", "2024H1": "6000000", "2025H1": "6500000"}),
    (NOTES_AFTER_TOTAL, "net_profit", {"2022FY": "14500000", "2023FY": "21400000", "2024FY": "35700000", "2024H1": "13850000", "2025H1": "16800000"}),
    (NOTES_AFTER_TOTAL, "net_profit_attributable", {"2022FY": "14000000", "2023FY": "20800000", "2024FY": "34900000", "2024H1": "13500000", "2025H1": "16400000"}),
    (NOTES_AFTER_TOTAL, "eps_basic", {"2022FY": "0.140", "2023FY": "0.208", "2024FY": "0.349", "2024H1": "0.135", "2025H1": "0.164"}),
    (PCT_PAREN_PAIRS, "revenue", {"2023FY": "50000000", "2024FY": "60000000", "2024-4M": "18000000", "2025-4M": "21000000"}),
    (PCT_PAREN_PAIRS, "cost_of_sales", {"2023FY": "30000000", "2024FY": "33000000", "2024-4M": "9900000", "2025-4M": "11340000"}),
    (PCT_PAREN_PAIRS, "gross_margin_pct", {"2023FY": "40.0", "2024FY": "45.0", "2024-4M": "45.0", "2025-4M": "46.0"}),
    (PCT_PAREN_PAIRS, "net_profit", {"2023FY": "8500000", "2024FY": "10200000", "2024-4M": "3060000", "2025-4M": "3570000"}),
    (SEGMENT_DECOY, "revenue", {"2022FY": "100000000", "2023FY": "120000000", "2024FY": "150000000"}),
    (SEGMENT_DECOY, "gross_profit", {"2022FY": "40000000", "2023FY": "50000000", "2024FY": "70000000"}),
    (SEGMENT_DECOY, "net_profit", {"2022FY": "14500000", "2023FY": "21400000", "2024FY": "35700000"}),
    (ASSOC_DECOY, "revenue", {}),
    (ASSOC_DECOY, "net_profit", {}),
    (ASSOC_DECOY, "total_assets", {}),
    (ASSOC_DECOY, "net_assets", {}),
    (MAINLAND_PARENT_COLS, "total_assets", {"2024-12-31": "1123456789.01", "2023-12-31": "1013456789.01"}),
    (MAINLAND_PARENT_COLS, "total_liabilities", {"2024-12-31": "523456789.01", "2023-12-31": "413456789.01"}),
    (YEAR_ONLY_BS, "net_assets", {"2022-12-31": "25000000", "2023-12-31": "31500000", "2024-12-31": "38000000"}),
    (YTD_MAINLAND, "revenue", {"2025-9M": "8123301100", "2024-9M": "7002203300"}),
    (YTD_MAINLAND, "net_profit_attributable", {"2025-9M": "831102200", "2024-9M": "682201100"}),
    (MM_DEC, "revenue", {"2022FY": "100000000", "2023FY": "120000000", "2024FY": "150000000", "2024Q1": "30000000", "2025Q1": "40000000"}),
    (MM_DEC, "net_profit", {"2022FY": "-2000000", "2023FY": "-3000000", "2024FY": "-4000000", "2024Q1": "-1000000", "2025Q1": "-1500000"}),
    (MM_DEC, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7", "2024Q1": "43.3", "2025Q1": "45.0"}),
    (LOSS_POS, "rd_expense", {"2023FY": "90000000", "2024FY": "100000000"}),
    (LOSS_POS, "net_profit", {"2023FY": "-110000000", "2024FY": "-129500000"}),
    (LOSS_POS, "profit_before_tax", {"2023FY": "-110000000", "2024FY": "-129500000"}),
    (FY_LABELS, "revenue", {"2022FY": "100000000", "2023FY": "120000000", "2024FY": "150000000", "2024H1": "70000000", "2025H1": "80000000"}),
    (FY_LABELS, "net_profit", {"2022FY": "14500000", "2023FY": "21400000", "2024FY": "35700000", "2024H1": "13850000", "2025H1": "16800000"}),
    (GEM_QUARTER, "revenue", {"2022FY": "90123000", "2023FY": "95234000", "2023H1": "45123000", "2024H1": "48234000"}),
    (GEM_QUARTER, "net_profit", {"2022FY": "10100000", "2023FY": "10900000", "2023H1": "5050000", "2024H1": "5450000"}),
    (CASH_SUMMARY, "operating_cash_flow", {"2023FY": "-9000000", "2024FY": "12000000", "2024H1": "5000000", "2025H1": "-3000000"}),
    (TWD, "revenue", {"2022FY": "10000000", "2023FY": "12000000", "2024FY": "15000000"}),
    (TWD, "cost_of_sales", {"2022FY": "7000000", "2023FY": "8000000", "2024FY": "10000000"}),
    (TWD, "net_profit", {"2022FY": "1710000", "2023FY": "2430000", "2024FY": "3220000"}),
    (ROWS_ZH, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (ROWS_ZH, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (ROWS_ZH2, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (ROWS_ZH2, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (ROWS_EN, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (ROWS_EN, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (ROWS_EN2, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (ROWS_EN2, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (ROWS_EN3, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (RATIO_WORDS_EN, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (RD_UNNAMED_PCT, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (RD_RATE_ZH, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
    (RATIO_TITLES, "gross_margin_pct", {"2022FY": "40.0", "2023FY": "41.7", "2024FY": "46.7"}),
    (RATIO_TITLES, "rd_ratio_pct", {"2022FY": "10.0", "2023FY": "10.0", "2024FY": "10.7"}),
]  # fmt: skip


@pytest.mark.parametrize(("drawing", "metric", "expected"), CASES)
def test_setting(drawing: str | tuple[str, ...], metric: str, expected: dict[str, str]) -> None:
    found = extract(*((drawing,) if isinstance(drawing, str) else drawing))
    assert values(found).get(metric, {}) == expected
    assert [note.text for note in found.notes] == []
