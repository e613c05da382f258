"""Tables that look like the issuer's statements and are not: they change no figure and raise no note."""

from __future__ import annotations

import pytest

from statement_pages import extract, values

MAIN = """
APPENDIX I                              ACCOUNTANTS’ REPORT
CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                                Year ended 31 December
                     Notes  2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Revenue                5    10,000        12,000        15,000
Cost of sales               (6,000)       (7,000)       (8,000)
Gross profit                 4,000         5,000         7,000
Profit before tax      6     2,000         2,400         3,000
Income tax expense     9      (300)         (360)         (450)
Profit for the year          1,700         2,040         2,550
"""

POSITION = """
APPENDIX I                              ACCOUNTANTS’ REPORT
CONSOLIDATED STATEMENTS OF FINANCIAL POSITION
                                As at 31 December
                     Notes  2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Cash and cash equivalents 20 2,000         2,500         3,000
Total assets               20,000        22,000        25,000
Total liabilities          12,000        13,000        14,000
Net assets                  8,000         9,000        11,000
"""

MAIN_ZH = """
附錄一                                    會計師報告
綜合損益表
                              截至12月31日止年度
                     附註  2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
收入                   5    10,000        12,000        15,000
銷售成本                    (6,000)       (7,000)       (8,000)
毛利                         4,000         5,000         7,000
研發開支                      (500)         (600)         (700)
除稅前溢利             6     2,000         2,400         3,000
所得稅開支             9      (300)         (360)         (450)
年內溢利                     1,700         2,040         2,550
"""

POSITION_ZH = """
附錄一                                    會計師報告
綜合財務狀況表
                                於12月31日
                     附註  2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
現金及現金等價物      20     2,000         2,500         3,000
資產總值                    20,000        22,000        25,000
負債總額                    12,000        13,000        14,000
資產淨值                     8,000         9,000        11,000
"""

DECOYS = [
    """
17. INVESTMENT IN AN ASSOCIATE
The following table illustrates the summarised financial information in respect of Example Associate Ltd:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Current assets              3,000         3,500         4,000
Total assets                5,000         5,500         6,000
Total liabilities           2,000         2,100         2,200
Net assets                  3,000         3,400         3,800
Revenue                     1,000         1,100         1,200
Profit for the year           100           110           120
""",
    """
34. PARTLY-OWNED SUBSIDIARIES WITH MATERIAL NON-CONTROLLING INTERESTS
The following tables illustrate the summarised financial information of the above subsidiaries:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Revenue                     1,000         1,100         1,200
Total expenses               (900)         (990)       (1,080)
Profit for the year           100           110           120
Net cash flows from operating
 activities                   500           510           520
Total assets                5,000         5,500         6,000
Total liabilities           2,000         2,100         2,200
""",
    """
4. OPERATING SEGMENT INFORMATION
Year ended 31 December 2024
                          Robots       Services         Total
                          RMB’000       RMB’000       RMB’000
Revenue                     9,000         6,000        15,000
Cost of sales              (5,000)       (3,000)       (8,000)
Gross profit                4,000         3,000         7,000
Segment results             2,000         1,500         3,500
Profit before tax                                       3,000
Total assets               15,000         9,000        24,000
Total liabilities           7,000         6,000        13,000
""",
    """
9. INCOME TAX
A reconciliation of the tax expense applicable to profit before tax at the statutory rate is as follows:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Profit before tax           2,000         2,400         3,000
Tax at the statutory rate     500           600           750
Lower tax rates              (200)         (240)         (300)
Tax charge at the effective rate
                              300           360           450
Deferred tax                  (20)          (30)          (40)
Income tax expense            300           360           450
""",
    """
11. EARNINGS PER SHARE
The calculations of basic and diluted earnings per share are based on:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Earnings
Profit attributable to ordinary equity holders of
 the parent                 1,690         2,030         2,540
Shares
Weighted average number of shares 100,000 100,000 100,000
""",
    """
36. BUSINESS COMBINATION
The fair values of the identifiable assets and liabilities of Target Ltd as at the date of acquisition:
                            2024
                          RMB’000
Cash and cash equivalents     500
Total assets                2,000
Total liabilities           1,000
Total identifiable net assets
                            1,000
""",
    """
38. STATEMENT OF FINANCIAL POSITION OF THE COMPANY
                                As at 31 December
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Cash and cash equivalents     200           250           300
Total assets                2,000         2,200         2,500
Total liabilities           1,200         1,300         1,400
Net assets                    800           900         1,100
""",
    """
41. FINANCIAL RISK MANAGEMENT
Capital management
The gearing ratios as at the end of each of the Relevant Periods were as follows:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Interest-bearing borrowings 5,000         5,500         6,000
Less: Cash and cash equivalents
                           (2,000)       (2,500)       (3,000)
Net debt                    3,000         3,000         3,000
Total equity                8,000         9,000        11,000
Gearing ratio                 38%           33%           27%
""",
    """
5. REVENUE
An analysis of revenue is as follows:
                            2022          2023          2024
                          RMB’000       RMB’000       RMB’000
Sale of goods               9,000        11,000        13,000
Services                    1,000         1,000         2,000
Total                      10,000        12,000        15,000
Timing of revenue recognition
Revenue from contracts with customers
                            9,500        11,400        14,200
""",
    """
FINANCIAL INFORMATION
The following table sets forth our gross profit and gross profit margin by product for the years indicated:
                            2022                2023                2024
                       RMB’000    %        RMB’000    %        RMB’000    %
Robots                   3,000  42.9        3,800  45.2        5,000  50.0
Services                 1,000  33.3        1,200  33.3        2,000  40.0
Total gross profit/Overall
 gross profit margin     4,000  40.0        5,000  41.7        7,000  46.7
""",
    """
APPENDIX II          UNAUDITED PRO FORMA FINANCIAL INFORMATION
UNAUDITED PRO FORMA STATEMENT OF ADJUSTED CONSOLIDATED NET TANGIBLE ASSETS
                      Consolidated net    Estimated net     Unaudited pro forma
                      tangible assets     proceeds          adjusted net tangible assets
                      as at 31 December 2024
                          RMB’000       RMB’000       RMB’000
Based on HK$10.00          11,000        90,000       101,000
""",
]

DECOYS_ZH = [
    """
17. 於聯營公司的投資
下表載列本集團重大聯營公司的財務資料概要：
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
資產總值                     5,000         5,500         6,000
負債總額                     2,000         2,100         2,200
資產淨值                     3,000         3,400         3,800
收入                         1,000         1,100         1,200
年內溢利                       100           110           120
""",
    """
34. 擁有重大非控股權益的附屬公司
擁有重大非控股權益的附屬公司的財務資料概述如下：
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
資產總值                     5,000         5,500         6,000
負債總額                     2,000         2,100         2,200
收入                         1,000         1,100         1,200
年內溢利                       100           110           120
""",
    """
38. 本公司財務狀況表
有關本公司於各相關期間末的財務狀況表的資料如下：
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
現金及現金等價物               200           250           300
資產總值                     2,000         2,200         2,500
負債總額                     1,200         1,300         1,400
資產淨值                       800           900         1,100
""",
    """
9. 所得稅
按法定稅率計算適用於除稅前溢利的稅項開支對賬如下：
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
除稅前溢利                   2,000         2,400         3,000
按法定稅率計算的稅項           500           600           750
所得稅開支                     280           360           450
""",
    """
財務資料
下表載列我們於所示年度按產品劃分的毛利及毛利率明細：

                        2022年                2023年                2024年
                    毛利      毛利率      毛利      毛利率      毛利      毛利率
                 人民幣千元     %     人民幣千元     %     人民幣千元     %
機器人               3,000     42.9      3,800     45.2       5,000     50.0
服務                 1,000     33.3      1,200     33.3       2,000     40.0
總計                 4,000     40.0      5,000     41.7       7,000     46.7
""",
    """
財務資料
下表載列我們於所示年度的研發開支明細：
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
員工成本                       300           350           400
折舊及攤銷                     100           150           200
總計                           500           600           700
""",
    """
附錄一B                                    目標公司的會計師報告
綜合損益表
                            2022年        2023年        2024年
                        人民幣千元    人民幣千元    人民幣千元
收入                         5,000         6,000         7,000
銷售成本                    (3,000)       (4,000)       (5,000)
毛利                         2,000         2,000         2,000
除稅前溢利                   1,000         1,000         1,000
年內溢利                       900           900           900
""",
    """
同行業可比公司
可比公司的主要財務數據如下：
                                                  單位：人民幣千元
    公司             2024年        2023年        2022年
收入                 5,000         6,000         7,000
淨利潤               1,000         1,100         1,200
""",
    """
截至2025年12月31日止年度的盈利估計

                                  截至2025年12月31日止年度
                                           人民幣千元
本公司擁有人應佔估計綜合溢利                 5,000
收入                                        20,000
年內溢利                                     5,100
除稅前溢利                                   6,000
""",
]


CASES = [*((MAIN, POSITION, decoy) for decoy in DECOYS), *((MAIN_ZH, POSITION_ZH, decoy) for decoy in DECOYS_ZH)]
STATED_BY_DECOYS = ("gross_margin_pct", "net_profit_attributable")
"""What a table of the decoys does state of the whole."""


@pytest.mark.parametrize(("income", "position", "decoy"), CASES)
@pytest.mark.parametrize("first", [True, False])
def test_decoy(income: str, position: str, decoy: str, first: bool) -> None:
    found = extract(decoy, income, position) if first else extract(income, position, decoy)
    said = {name: by_period for name, by_period in values(found).items() if name not in STATED_BY_DECOYS}
    assert said == values(extract(income, position))
    assert found.notes == []
