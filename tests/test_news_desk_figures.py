"""Figures of mainland desks that belong to somebody else, to several years or to another listing, and those that stay."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 3, 20)
STAR = "澜星股份(688999)今日登陆科创板,发行价50元。"
FILED = "澜星股份(688999)科创板IPO获受理。2025年营业收入5亿元。"
HONG_KONG = "澜铺黄金(02899.HK)公布配发结果,发售价40港元。"

CASES = [
    # what is expected only, told in a clause of its own
    (FILED, "公司自己也预计,2026年上半年收入为8亿元至9亿元,净利润最多下滑4成。", "revenue 2025FY 500000000"),
    (FILED, "管理层预期:2026年上半年收入为8亿元,净利润1亿元。", "revenue 2025FY 500000000"),
    (FILED, "公司预计4月挂牌,2025年净利润1亿元。", "revenue 2025FY 500000000; net_profit 2025FY 100000000"),
    # sums of several years
    (FILED, "报告期内累计研发投入18.5亿元,占累计营收的25.62%。", "revenue 2025FY 500000000"),
    (FILED, "三年累计研发投入18.5亿元。", "revenue 2025FY 500000000"),
    (FILED, "近三年研发投入合计18.5亿元,占累计营业收入的25.62%。", "revenue 2025FY 500000000"),
    (FILED, "2023年至2025年,公司研发投入累计达18.5亿元。", "revenue 2025FY 500000000"),
    (FILED, "最近三年公司累计实现净利润8.5亿元。", "revenue 2025FY 500000000"),
    (FILED, "2025年前三季度累计实现营收3亿元。", "revenue 2025FY 500000000; revenue 2025-9M 300000000"),
    (FILED, "2025年累计研发投入1.5亿元。", "revenue 2025FY 500000000; rd_investment 2025FY 150000000"),
    # rivals behind a label, and in the sentences after
    (
        FILED,
        "做个对照:中澜去年营收353.77亿元,净利润66.59亿元;顺云同期营收2674.9亿元。顺云也在8月递表,市场传其募资20亿美元。",
        "revenue 2025FY 500000000",
    ),
    (FILED, "作为参照,云帆去年营收353.77亿元,净利润66.59亿元。", "revenue 2025FY 500000000"),
    (FILED, "做个对比:行业老大云帆去年营收353.77亿元。", "revenue 2025FY 500000000"),
    (
        STAR,
        "首日收报75元,涨50%。另一家晶圆厂云帆国际,2020年上市首日涨了201.97%。",
        "offer_price 50; closing_price 75; first_day_change_pct 50",
    ),
    # the shares of another market
    (
        STAR,
        "收报75元,涨50%,当天港股澜星却重挫25.23%,收28.75港元。",
        "offer_price 50; closing_price 75; first_day_change_pct 50",
    ),
    (
        STAR,
        "收报75元,涨50%。同日港股澜星半导体(02347.HK)跌8.9%,收24.05港元。募资总额12亿元,净额11亿元。",
        "offer_price 50; closing_price 75; first_day_change_pct 50; gross_proceeds 1200000000; net_proceeds 1100000000",
    ),
    (STAR, "收报75元,涨50%;H股收跌3%,报24.05港元。", "offer_price 50; closing_price 75; first_day_change_pct 50"),
    (STAR, "收报75元,涨50%,其港股同日跌3%至24.05港元。", "offer_price 50; closing_price 75; first_day_change_pct 50"),
    # shares with what was added to them
    (
        HONG_KONG,
        "全球发售:经行使发售量调整权后为8117.64万股,其中公开发售4058.82万股、国际发售4058.82万股。",
        "offer_price 40; shares_offered 81176400; shares_offered_public 40588200; shares_offered_international 40588200",
    ),
    (
        HONG_KONG,
        "此次全球发售(含发售量调整权)4824.92万股,募资约67亿港元。",
        "offer_price 40; shares_offered 48249200; gross_proceeds 6700000000",
    ),
    (
        HONG_KONG,
        "全球发售股份(包括因行使发售量调整权而发行的股份)共4824.92万股。",
        "offer_price 40; shares_offered 48249200",
    ),
    (HONG_KONG, "悉数行使发售量调整权,增发500万股。", "offer_price 40; upsize_shares 5000000"),
    (HONG_KONG, "发售量调整权涉及500万股。", "offer_price 40; upsize_shares 5000000"),
    (HONG_KONG, "按公开发售募资额1.2亿港元计,超额认购约1,070倍。", "offer_price 40; public_subscription_multiple 1070"),
    # the day of trading
    (HONG_KONG, "预期3月24日上午九时正起于联交所买卖。", "offer_price 40; listing_date 2026-03-24"),
    (HONG_KONG, "股份将于3月24日在联交所主板开始交易。", "offer_price 40; listing_date 2026-03-24"),
    # approvals are no listings, and what was planned is no result
    (
        "",
        "3月19日晚间,证监会同意澜星科技首次公开发行股票并在创业板上市的注册申请。澜星科技拟募集资金9.8亿元。",
        "gross_proceeds 980000000",
    ),
    ("", "3月20日,北交所上市委将审议澜星科技的首发申请,公司拟募资3.2亿元。", "gross_proceeds 320000000"),
    ("", "3月20日,国内第二大晶圆厂澜星股份(688999)回归A股,收报75元。", "closing_price 75; listing_date 2026-03-20"),
]
TWO = (
    "3月20日收盘,澜智行-W(02026.HK)报126.1港元,较139港元的发售价下跌9.28%;云远行-W(00800.HK)报24.4港元,跌9.96%,"
    "发售价为27.1港元。两家同日挂牌。2025年上半年,澜智行营收3543万美元,云远行营收1.99亿元人民币,"
    "两家净亏损分别为9043万美元和7.92亿元人民币。"
)


@pytest.mark.parametrize(("lead", "text", "expected"), CASES)
def test_figures(lead: str, text: str, expected: str) -> None:
    wanted = set(expected.split("; "))
    facts = zhaogu.extract(lead + text, published=PUBLISHED).facts
    asked = {row.split()[0] for row in wanted}
    skipped = {"stock_code", "exchange", "listing_date"} - asked
    assert {
        " ".join(filter(None, (f.metric, f.period, str(f.value)))) for f in facts if f.metric not in skipped
    } == wanted


PLANS = {
    STAR + "公司拟募资8.5亿元,实际募资19.4亿元。": {("850000000", "plan"), ("1940000000", "final")},
    STAR + "公司原计划募资8.5亿元,实际募集资金总额达19.4亿元。": {("850000000", "plan"), ("1940000000", "final")},
    STAR + "公司募资19.4亿元。": {("1940000000", "final")},
    "3月20日,北交所上市委将审议澜星科技的首发申请,公司拟募资3.2亿元。": {("320000000", "plan")},
}


@pytest.mark.parametrize("text", PLANS)
def test_what_was_meant_and_what_came(text: str) -> None:
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    assert {(str(f.value), f.stage) for f in facts if f.metric == "gross_proceeds"} == PLANS[text]


def test_two_that_are_told_in_parallel() -> None:
    facts = zhaogu.extract(TWO, published=PUBLISHED).facts
    found = {(f.issuer, f.metric, str(f.value)) for f in facts if f.metric not in ("stock_code", "exchange", "revenue")}
    assert found == {
        ("澜智行-W", "closing_price", "126.1"),
        ("澜智行-W", "offer_price", "139"),
        ("澜智行-W", "first_day_change_pct", "-9.28"),
        ("澜智行-W", "net_profit", "-90430000"),
        ("澜智行-W", "listing_date", "2026-03-20"),
        ("云远行-W", "closing_price", "24.4"),
        ("云远行-W", "offer_price", "27.1"),
        ("云远行-W", "first_day_change_pct", "-9.96"),
        ("云远行-W", "net_profit", "-792000000"),
        ("云远行-W", "listing_date", "2026-03-20"),
    }
