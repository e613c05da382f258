"""Labels of line items in the spellings of several firms and both markets."""

from __future__ import annotations

import re

import pytest

from zhaogu.extraction.statements.labels import _compiled, fold, heading, items, label, named
from zhaogu.extraction.statements.titles import scope_in, section_in, statement_in
from zhaogu.lexicon import entries

INCOME = {
    "revenue": ["收入", "收益", "營業額", "總收入", "營業收入", "一、营业收入", "其中：营业收入", "來自客戶合約的收益", "Revenue", "REVENUES", "Total revenues",
                "Net revenues:", "Turnover", "Total net revenues", "Revenue from contracts with customers", "Sales", "Total revenue, net", "持續經營業務收益"],
    "cost_of_sales": ["銷售成本", "收入成本", "營業成本", "收益成本", "銷售及服務成本", "减：营业成本", "Cost of sales", "Cost of revenue", "Costs of revenues",
                      "Cost of goods sold", "Cost of services", "Total cost of revenues", "Cost of sales and services", "营业成本合计"],
    "gross_profit": ["毛利", "毛（損）╱利", "毛利／（毛損）", "Gross profit", "Gross (loss)/profit", "GROSS PROFIT (LOSS)", "Gross loss", "毛損", "综合毛利", "毛利额"],
    "other_income": ["其他收入", "其他收入及收益", "其他收入及其他收益", "其他收入及收益淨額", "其他收入、收益及虧損", "Other income", "Other income and gains",
                     "Other income and other gains, net", "Other income, net", "Other income and other gains and losses", "Other incomes"],
    "selling_expense": ["銷售及分銷開支", "銷售開支", "銷售及營銷開支", "分銷及銷售開支", "銷售及市場推廣開支", "销售费用", "營銷及推廣開支", "市場推廣開支", "銷售及分銷成本",
                        "Selling and distribution expenses", "Selling expenses", "Sales and marketing expenses", "Distribution and selling expenses",
                        "Distribution costs", "Marketing expenses", "Selling and marketing", "Selling, marketing and distribution expenses", "銷售、營銷及分銷開支"],
    "admin_expense": ["行政開支", "一般及行政開支", "行政及其他經營開支", "管理费用", "行政費用", "一般及行政費用", "行政及一般開支", "Administrative expenses",
                      "General and administrative expenses", "Administrative and other operating expenses", "Administration expenses", "General and administrative"],
    "rd_expense": ["研發開支", "研發成本", "研究及開發開支", "研究及開發成本", "研發費用", "研究與開發費用", "研究開支", "Research and development costs",
                   "Research and development expenses", "R&D expenses", "Research and development", "Product development expenses", "技術及產品開發開支", "Technology and product development expenses"],
    "finance_costs": ["融資成本", "財務成本", "财务费用", "財務費用", "融資成本淨額", "Finance costs", "Finance costs, net", "Finance cost", "Financing costs",
                      "Finance expenses", "Finance costs - net", "利息開支", "Interest expense", "財務（成本）╱收入淨額", "Finance income/(costs), net"],
    "redemption_fv_change": ["可轉換可贖回優先股的公允價值變動", "可轉換可贖回優先股公平值變動", "優先股公允價值變動", "贖回負債的賬面值變動", "附帶優先權的金融工具的公允價值變動",
                             "Fair value changes of convertible redeemable preferred shares", "Change in fair value of preferred shares",
                             "Fair value loss on financial instruments issued to investors", "Changes in the carrying amount of redemption liabilities",
                             "Fair value changes on financial instruments with preferred rights"],
    "profit_before_tax": ["除稅前溢利", "除稅前利潤", "除稅前（虧損）╱利潤", "除所得稅前利潤", "除所得稅前虧損", "稅前利潤", "三、利润总额（亏损总额以“－”号填列）", "除稅前溢利（虧損）",
                          "未計所得稅前利潤", "Profit before tax", "PROFIT BEFORE TAXATION", "(Loss)/profit before tax", "Loss before income tax", "Profit (loss) before tax",
                          "(LOSS) PROFIT BEFORE TAXATION", "Income before income tax expense", "Loss before income taxes", "Income before income taxes",
                          "Profit before income tax from continuing operations", "Loss before income tax and share of results of equity investees", "除稅前持續經營業務溢利"],
    "income_tax": ["所得稅開支", "所得稅（開支）╱抵免", "稅項", "所得稅", "減：所得稅費用", "所得稅抵免", "所得稅費用", "Income tax expense", "Taxation", "Income tax (expense)/credit",
                   "Income tax credit (expense)", "Income tax expenses", "Tax expense", "Income tax benefit/(expense)", "Provision for income taxes", "Income tax"],
    "net_profit": ["年內溢利", "年內利潤", "期內虧損", "年內（虧損）╱溢利", "年╱期內利潤", "年度利潤", "本年度溢利", "年內溢利及全面收益總額", "五、净利润（净亏损以“－”号填列）", "淨虧損",
                   "年內虧損及全面開支總額", "年內及期內溢利", "Profit for the year", "Loss for the year/period", "Profit/(loss) for the year", "PROFIT FOR THE YEAR/PERIOD",
                   "Net loss", "Net income", "Net profit", "(Loss) profit for the year", "Profit and total comprehensive income for the year",
                   "Loss and total comprehensive expense for the year", "Profit for the years", "(LOSS) PROFIT AND TOTAL COMPREHENSIVE (EXPENSE) INCOME FOR THE YEAR",
                   "Profit after tax", "Net (loss)/income"],
    "net_profit_attributable": ["本公司擁有人應佔年內溢利", "归属于母公司所有者的净利润", "1.归属于母公司股东的净利润（净亏损以“－”号填列）", "归属于母公司股东的净利润",
                                "本公司權益持有人應佔利潤", "本公司股東應佔溢利", "本公司擁有人應佔年內溢利及全面收益總額", "Profit attributable to owners of the Company",
                                "Profit for the year attributable to owners of the Company", "Net loss attributable to ordinary shareholders",
                                "Net income attributable to ABC Inc.", "Net loss attributable to Sample Group Limited",
                                "Profit and total comprehensive income for the year attributable to owners of the Company", "Net loss attributable to the Company's ordinary shareholders"],
    "net_profit_continuing": ["持續經營業務的年內溢利", "来自持续经营业务的利润", "(一)持续经营净利润", "年內來自持續經營業務溢利", "Profit for the year from continuing operations", "Net loss from continuing operations"],
    "net_profit_ex_nonrecurring": ["扣除非经常性损益后归属于母公司股东的净利润", "扣除非经常性损益后归属于母公司所有者的净利润（万元）", "归属于母公司所有者的扣除非经常性损益后的净利润",
                                   "扣除非经常性损益后的净利润", "扣非后归母净利润", "扣除非经常性损益后归属于公司普通股股东的净利润"],
    "eps_basic": ["基本每股收益（元）", "（一）基本每股收益（元/股）", "每股基本盈利", "每股基本及攤薄虧損（人民幣元）", "每股盈利－基本", "本公司擁有人應佔每股基本盈利", "Basic earnings per share",
                  "Basic and diluted loss per share (RMB)", "Earnings per share – basic", "Net loss per share, basic and diluted", "Basic earnings per share (HK cents)",
                  "Loss per share - Basic and diluted", "Net income per ordinary share, basic", "Basic net income per share"],
    None: ["營業總成本", "二、营业总成本", "經營溢利", "Operating profit", "年內全面收益總額", "Total comprehensive income for the year", "非控股權益", "Non-controlling interests",
           "少數股東損益", "攤薄", "Diluted", "Diluted earnings per share", "稀释每股收益（元/股）", "經調整EBITDA", "Net income per ADS, basic", "其他開支", "Other expenses", "財務收入",
           "Interest income, net", "Operating expenses", "Total operating expenses", "其他收益及虧損", "Other gains and losses", "已終止經營業務的年內虧損", "金融資產減值虧損",
           "Share of profits of associates", "綜合收益總額", "歸屬於母公司所有者的綜合收益總額", "Profit for the year from discontinued operations", "本公司擁有人應佔年內全面收益總額",
           "Total comprehensive income for the year attributable to owners of the Company", "Cost of inventories sold", "毛利率", "研發人員"],
}  # fmt: skip
POSITION = {
    "total_assets": ["資產總值", "總資產", "資產總額", "资产总计", "資產合計", "Total assets", "TOTAL ASSETS"],
    "total_liabilities": ["負債總額", "總負債", "负债合计", "負債總值", "Total liabilities"],
    "net_assets": ["資產淨值", "資產淨額", "負債淨額", "（負債）╱資產淨額", "資產（負債）淨值", "淨資產", "淨負債", "總權益", "權益總額", "權益總值", "总（亏绌）╱权益", "虧絀總額", "所有者权益合计",
                   "股东权益合计", "所有者权益（或股东权益）合计", "Net assets", "NET LIABILITIES", "Net assets/(liabilities)", "Net (liabilities)/assets", "Net assets (liabilities)",
                   "Total equity", "Total (deficit)/equity", "TOTAL DEFICIT", "Total shareholders’ equity", "Total shareholders’ deficit", "Total equity/(deficit)", "Total equity (deficiency)",
                   "資產淨值╱（負債淨額）", "Total stockholders’ equity", "Deficiency in assets"],
    "cash_and_equivalents": ["現金及現金等價物", "现金及现金等价物", "現金和現金等價物", "現金及等同現金項目", "Cash and cash equivalents", "現金及銀行結餘", "銀行結餘及現金", "Bank balances and cash",
                             "Cash and bank balances", "货币资金", "Cash at banks and on hand", "Cash at bank and on hand", "銀行現金及手頭現金", "現金及現金等價項目"],
    None: ["總資產減流動負債", "Total assets less current liabilities", "負債和所有者權益總計", "Total equity and liabilities", "Total liabilities and equity", "流動資產總值", "Total current assets",
           "流動負債淨額", "Net current assets", "Net current (liabilities)/assets", "本公司擁有人應佔權益", "Equity attributable to owners of the Company", "Total non-current liabilities", "權益及負債總額",
           "總權益及負債", "非流動資產總額", "受限制現金", "Restricted cash", "Total mezzanine equity", "資產淨值總額減非控股權益", "归属于母公司所有者权益合计",
           "Total liabilities, mezzanine equity and shareholders’ deficit", "租賃負債", "合同負債", "Contract liabilities", "遞延稅項資產"],
}  # fmt: skip
CASH = {
    "operating_cash_flow": ["經營活動所得現金淨額", "經營活動所用現金淨額", "經營活動（所用）╱所得現金流量淨額", "經營活動產生的現金流量淨額", "经营活动产生的现金流量净额", "經營業務所得現金淨額", "經營活動所得之現金淨額",
                            "營運活動所得現金淨額", "經營活動現金流入淨額", "經營活動產生的現金淨額", "經營活動所得╱（所用）的現金淨額", "來自經營活動的現金流量淨額", "經營活動（使用）╱產生的現金淨額",
                            "Net cash generated from operating activities", "Net cash flows from operating activities", "Net cash used in operating activities",
                            "Net cash (used in)/generated from operating activities", "NET CASH FROM (USED IN) OPERATING ACTIVITIES", "Net cash inflow from operating activities",
                            "Net cash flows used in operating activities", "Net cash flows (used in)/from operating activities", "Net cash (outflow)/inflow from operating activities",
                            "Net cash generated from/(used in) operating activities", "Net operating cash flow", "Net cash provided by operating activities",
                            "Net cash flow from operating activities", "NET CASH (USED IN) FROM OPERATING ACTIVITIES"],
    "cash_and_equivalents": ["年末現金及現金等價物", "期末現金及現金等價物", "年╱期末的現金及現金等價物", "六、期末现金及现金等价物余额", "於年末之現金及現金等價物", "年終現金及現金等價物",
                             "Cash and cash equivalents at end of year", "Cash and cash equivalents at the end of the year", "CASH AND CASH EQUIVALENTS AT END OF YEAR/PERIOD",
                             "Cash and cash equivalents as at end of the period"],
    None: ["經營所得現金", "Cash generated from operations", "投資活動所用現金淨額", "Net cash used in investing activities", "年初現金及現金等價物", "Cash and cash equivalents at beginning of year",
           "現金及現金等價物增加淨額", "Net increase in cash and cash equivalents", "Net cash used in discontinued operating activities", "融資活動所得現金淨額"],
}  # fmt: skip
CASES = [
    (statement, metric, text)
    for statement, table in (("income", INCOME), ("position", POSITION), ("cash_flow", CASH))
    for metric, texts in table.items()
    for text in texts
]


def name(text: str, statement: str) -> str | None:
    found = [i for i in named(label(text).text) if i.statement in (statement, "any") and i.under is None]
    return found[0].metric if found else None


@pytest.mark.parametrize(("statement", "metric", "text"), CASES)
def test_label(statement: str, metric: str | None, text: str) -> None:
    assert name(text, statement) == metric, label(text).text


HEADINGS = [
    ("以下人士應佔：", "profit_attributable"),
    ("以下各方應佔年內溢利：", "profit_attributable"),
    ("Attributable to:", "profit_attributable"),
    ("Profit for the year attributable to:", "profit_attributable"),
    ("Total comprehensive income attributable to:", "comprehensive_attributable"),
    ("以下人士應佔年內全面收益總額：", "comprehensive_attributable"),
    ("母公司普通權益持有人應佔每股盈利", "per_share"),
    ("EARNINGS PER SHARE ATTRIBUTABLE TO ORDINARY EQUITY HOLDERS OF THE PARENT", "per_share"),
    ("本公司擁有人應佔每股虧損", "per_share"),
    ("(Loss)/earnings per share", "per_share"),
    ("Equity attributable to owners of the parent", "equity_attributable"),
    ("母公司擁有人應佔權益", "equity_attributable"),
    ("Current assets", None),
    ("流動資產", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), HEADINGS)
def test_heading(text: str, kind: str | None) -> None:
    assert heading(label(text).text) == kind


TITLES = [
    ("Cash flow analysis", "cash_flow", None),
    ("KEY RATIOS", "ratio", None),
    ("Summary Historical Financial Information", "mixed", None),
    ("歷史財務資料概要", "mixed", None),
    ("非经常性损益明细表", "mixed", None),
    ("綜合損益表", "income", None),
    ("合併綜合收益表", "income", None),
    ("綜合損益及其他全面收益表", "income", None),
    ("CONSOLIDATED STATEMENTS OF PROFIT OR LOSS AND OTHER COMPREHENSIVE INCOME", "income", None),
    ("Consolidated Statements of Operations and Comprehensive Loss", "income", None),
    ("CONSOLIDATED INCOME STATEMENTS", "income", None),
    ("Summary of our results of operations", "income", None),
    ("2、合并利润表", "income", None),
    ("綜合財務狀況表", "position", None),
    ("Consolidated Balance Sheets (Continued)", "position", None),
    ("1、合并资产负债表", "position", None),
    ("綜合資產負債表", "position", None),
    ("綜合現金流量表", "cash_flow", None),
    ("CONSOLIDATED STATEMENTS OF CASH FLOWS", "cash_flow", None),
    ("綜合權益變動表", "equity", None),
    ("CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY", "equity", None),
    ("貴公司的財務狀況表", "position", "company"),
    ("本公司的財務狀況表", "position", "company"),
    ("STATEMENTS OF FINANCIAL POSITION OF THE COMPANY", "position", "company"),
    ("Company statements of financial position", "position", "company"),
    ("4、母公司资产负债表", "position", "company"),
    ("未經審計備考經調整綜合有形資產淨值報表", None, "pro_forma"),
    ("UNAUDITED PRO FORMA STATEMENT OF ADJUSTED NET TANGIBLE ASSETS", None, "pro_forma"),
    ("CONSOLIDATED BALANCE SHEETS OF THE COMPANY", "position", None),
    ("主要財務比率", "ratio", None),
    ("Key Financial Ratios", "ratio", None),
    ("五、报告期主要财务数据和财务指标", "mixed", None),
    ("非國際財務報告準則計量", "measure", None),
    ("貿易應收款項", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement", "scope"), TITLES)
def test_title(text: str, statement: str | None, scope: str | None) -> None:
    assert scope_in(fold(text)) == scope
    if scope != "pro_forma":
        assert statement_in(fold(text)) == statement


SECTIONS = [
    ("EXECUTIVE SUMMARY", "summary"),
    ("附錄一 歷史財務資料", "report"),
    ("Appendix I Historical Financial Information", "report"),
    ("概要", "summary"),
    ("SUMMARY", "summary"),
    ("第二节 概览", "summary"),
    ("財務資料", "financial"),
    ("FINANCIAL INFORMATION", "financial"),
    ("第六节 财务会计信息与管理层分析", "financial"),
    ("附錄一 會計師報告", "report"),
    ("APPENDIX I - ACCOUNTANTS’ REPORT", "report"),
    ("附錄一A 未經審計中期簡明綜合財務資料", "interim"),
    ("APPENDIX IB - UNAUDITED CONDENSED INTERIM FINANCIAL INFORMATION", "interim"),
    ("APPENDIX II - UNAUDITED PRO FORMA FINANCIAL INFORMATION", "pro_forma"),
    ("附錄二 未經審計備考財務資料", "pro_forma"),
    ("附錄五 公司章程概要", None),
    ("APPENDIX III - SUMMARY OF THE CONSTITUTION OF OUR COMPANY", None),
    ("有關本招股章程及全球發售的資料", "about"),
    ("業務", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "section"), SECTIONS)
def test_section(text: str, section: str | None) -> None:
    assert section_in(fold(text)) == section


def test_examples_of_items() -> None:
    """The example beside each item is one: its label names the item."""
    for entry, item in zip(entries("statements_items", "item", statement=str), items(), strict=True):
        words = re.split(r"\s+(?=[(（\-–]?[\d人]|人民幣)", entry.example)[0]
        assert any(other.metric == item.metric for other in named(label(words).text)), entry.example


TABLES = [
    *(("statements_titles", section, field) for section, field in (("title", "statement"), ("scope", "name"), ("section", "name"), ("heading", "name"))),
    *(("statements_headers", section, "name") for section in ("piece", "mark")),
    ("statements_units", "currency", "code"),
    ("statements_units", "scale", "factor"),
    ("statements_items", "phrase", "name"),
    ("statements_sentences", "sentence", "metric"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "section", "field"), TABLES)
def test_examples_show_their_words(file: str, section: str, field: str) -> None:
    for entry in entries(file, section, **{field: str}):
        pattern = re.compile(_compiled(entry.words).pattern, re.IGNORECASE)
        assert pattern.search(fold(entry.example)), entry
