"""Accounts, offers and first days as journalists word them: which figures a sentence gives, and no others."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 3, 21)
HEARD = "測試科技(02899.HK)通過港交所聆訊。"
LISTED = "測試科技(02899.HK)今日在港交所掛牌,發售價10港元。"
ASKED = "測試科技(02899.HK)今日起招股。"

ACCOUNTS = [
    # a profit after a loss, told without its name
    (
        "归母净利润方面,2022年和2023年分别亏损2210万元、1114万元,2024年扭亏为盈,实现9450万元;2025年为2.88亿元。",
        "net_profit_attributable 2022FY -22100000; net_profit_attributable 2023FY -11140000; "
        "net_profit_attributable 2024FY 94500000; net_profit_attributable 2025FY 288000000",
    ),
    ("2024年归母净利润由负转正,为9450万元。", "net_profit_attributable 2024FY 94500000"),
    ("2024年亏损同比收窄38%,为1.5亿元。", "net_profit 2024FY -150000000"),
    # without which items
    ("若扣除非经常性损益(主要为股份支付),2025年净利润达6亿元。", "net_profit_ex_nonrecurring 2025FY 600000000"),
    ("剔除股份支付等非经常性损益影响后,2025年公司实现净利润6亿元。", "net_profit_ex_nonrecurring 2025FY 600000000"),
    # the year before, and years that only compare
    ("2024年转亏为盈,净利润8,385万元,上年则亏损3.73亿元。", "net_profit 2024FY 83850000; net_profit 2023FY -373000000"),
    (
        "去年收入9.18億元人民幣,與前年的9.16億元相若,純利卻倒退33.6%至5,060萬元。",
        "revenue 2025FY 918000000; revenue 2024FY 916000000; net_profit 2025FY 50600000; net_profit_growth_pct 2025FY -33.6",
    ),
    (
        "去年收入9.18億元人民幣,前年則為9.16億元,純利5,060萬元,跌33.6%。",
        "revenue 2025FY 918000000; revenue 2024FY 916000000; net_profit 2025FY 50600000; net_profit_growth_pct 2025FY -33.6",
    ),
    (
        "2025年首四個月收入12.06億元人民幣,已相當於去年全年九成,去年同期只有7,580萬元。",
        "revenue 2025-4M 1206000000; revenue 2024-4M 75800000",
    ),
    (
        "2025年首五個月虧損由去年同期的9,530萬元擴大至1.18億元人民幣。",
        "net_profit 2024-5M -95300000; net_profit 2025-5M -118000000",
    ),
    # growth
    (
        "2023年及2024年收入分别为21.43亿元和24.09亿元。其中,2023年同比增长47.6%,2024年增速回落到12.4%。",
        "revenue 2023FY 2143000000; revenue 2024FY 2409000000; revenue_growth_pct 2023FY 47.6; revenue_growth_pct 2024FY 12.4",
    ),
    (
        "2023年、2024年收入21.43亿元、24.09亿元,同比增速由47.6%降至12.4%。",
        "revenue 2023FY 2143000000; revenue 2024FY 2409000000; revenue_growth_pct 2023FY 47.6; revenue_growth_pct 2024FY 12.4",
    ),
    (
        "2024年收入5亿元,同比增长逾两成,纯利则倒退一成至1亿元。",
        "revenue 2024FY 500000000; revenue_growth_pct 2024FY 20; net_profit 2024FY 100000000; net_profit_growth_pct 2024FY -10",
    ),
    # overseas
    ("2024年超過九成收入來自海外,歐洲為最大市場,佔62.3%。", "overseas_revenue_pct 2024FY 90"),
    ("2024年海外營業額佔比59.3%。", "overseas_revenue_pct 2024FY 59.3"),
    # balance sheets
    (
        "资产负债率则从2023年末的62.1%降至2025年9月末的55.5%,总负债由1,213.7亿元降至1,006.8亿元。",
        "total_liabilities 2023-12-31 121370000000; total_liabilities 2025-09-30 100680000000",
    ),
    (
        "截至2023年、2024年12月31日,现金及现金等价物分别为3亿元、5亿元。",
        "cash_and_equivalents 2023-12-31 300000000; cash_and_equivalents 2024-12-31 500000000",
    ),
    # what is no figure of one period
    ("销售及营销开支连续两年守在5亿元附近,2024年是4.97亿元。", "selling_expense 2024FY 497000000"),
    ("2024年新簽訂單31.37億元人民幣,收入20億元。", "revenue 2024FY 2000000000"),
    ("于 2025 年前 9 个月收入进一步增至5亿元人民币。", "revenue 2025-9M 500000000"),
    # profits of another kind
    ("2024年EBITDA為3億元人民幣,經營利潤2.5億元,淨利潤2億元。", "net_profit 2024FY 200000000"),
    (
        "2024年净亏损2亿元,经调整后则盈利5,000万元。",
        "net_profit 2024FY -200000000; adjusted_net_profit 2024FY 50000000",
    ),
    # signs, sums and rates
    (
        "2023年、2024年归母净利润-7.77亿元、-8.71亿元,2025年前三季度-3.46亿元。",
        "net_profit_attributable 2023FY -777000000; net_profit_attributable 2024FY -871000000; "
        "net_profit_attributable 2025-9M -346000000",
    ),
    (
        "2025年上半年亏2.71亿元,前三季度合计亏7.24亿元。",
        "net_profit 2025H1 -271000000; net_profit 2025-9M -724000000",
    ),
    (
        "2022年营收4608万元,2023年1.24亿元,2024年4.38亿元,三年复合增长率208%,2025年前三季度实现7.85亿元。",
        "revenue 2022FY 46080000; revenue 2023FY 124000000; revenue 2024FY 438000000; revenue 2025-9M 785000000",
    ),
    (
        "研發開支2022年6.62億元、2023年5.81億元、2024年3.49億元,佔收入的比例由71.7%大降至58.8%。",
        "rd_expense 2022FY 662000000; rd_expense 2023FY 581000000; rd_expense 2024FY 349000000; "
        "rd_ratio_pct 2022FY 71.7; rd_ratio_pct 2024FY 58.8",
    ),
    (
        "截至2024年3月31日,总资产1.2亿元,较上年末增加38%。截至同日,公司持有现金及现金等价物2,960万元。",
        "total_assets 2024-03-31 120000000; cash_and_equivalents 2024-03-31 29600000",
    ),
]
OFFERS = [
    (LISTED, "收报12.5港元,升25%,A股收跌2.21%,报124.05元/股。", "closing_price 12.5; first_day_change_pct 25"),
    (LISTED, "昨晚暗盘收报11港元,今日收报12.5港元,较发售价高出25%。", "closing_price 12.5; first_day_change_pct 25"),
    (LISTED, "收報9.1元,一名散戶中一籤最多可賺約1.5萬元。", "closing_price 9.1"),
    (
        LISTED,
        "集資9億港元,若悉數行使超額配股權,則可集10.4億港元。",
        "gross_proceeds 900000000; gross_proceeds 1040000000",
    ),
    (
        LISTED,
        "集資9億港元。某券商预计2027年A股IPO数量在120至150家之间,募资规模1,500亿元左右。",
        "gross_proceeds 900000000",
    ),
    (LISTED, "集資9億港元。安永料全年集資額達2,500億港元。", "gross_proceeds 900000000"),
    (
        LISTED,
        "某基金、某保險等15家機構以基石身份認購合計6.4億美元,約49.9億港元。",
        "cornerstone_count 15; cornerstone_amount 640000000; cornerstone_amount 4990000000",
    ),
    (
        ASKED,
        "基石投资者方面,甲基金、乙保險三家合共认购2.9亿美元。",
        "cornerstone_count 3; cornerstone_amount 290000000",
    ),
    (ASKED, "發售價將不高於10港元,也預期不低於8港元。", "offer_price_high 10; offer_price_low 8"),
    (ASKED, "招股價每股39港元,即此前公布的最高發售價。", "offer_price 39; offer_price_high 39"),
    (
        LISTED + "星河動力(02802.HK)同日掛牌。",
        "測試科技公開發售獲120倍認購,國際發售獲9倍認購;星河動力僅9.25倍及2.49倍。",
        "public_subscription_multiple 120; international_subscription_multiple 9; "
        "public_subscription_multiple 9.25; international_subscription_multiple 2.49",
    ),
    (ASKED, "孖展超購60倍。今日另有一隻新股截飛,暫錄孖展近千億元。", "public_subscription_multiple 60"),
]


def found(text: str, metrics: set[str]) -> set[str]:
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    return {
        " ".join(filter(None, (f.metric, f.period, str(f.value))))
        for f in facts
        if f.metric
        not in ("stock_code", "exchange", "listing_date", *(() if "offer_price" in metrics else ("offer_price",)))
    }


@pytest.mark.parametrize(("text", "expected"), ACCOUNTS)
def test_accounts(text: str, expected: str) -> None:
    assert found(HEARD + text, set()) == set(expected.split("; "))


@pytest.mark.parametrize(("lead", "text", "expected"), OFFERS)
def test_offers(lead: str, text: str, expected: str) -> None:
    wanted = set(expected.split("; "))
    assert found(lead + text, {row.split()[0] for row in wanted}) == wanted
