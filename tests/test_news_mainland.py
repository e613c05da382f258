"""Articles as mainland desks write them: who is meant, and which figures are the offering's."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 3, 20)

WHO = {
    "the way to the board is an issuer's": (
        "澜星股份的上市之路并不平坦。3月20日它终于敲钟,发行价20港元,收报25港元。",
        "澜星股份 offer_price 20; 澜星股份 closing_price 25",
    ),
    "so is a listing's pricing": (
        "记者获悉,澜星股份港股IPO定价20港元,募资总额40亿港元,将于3月25日挂牌。",
        "澜星股份 offer_price 20; 澜星股份 gross_proceeds 4000000000",
    ),
    "a day stands behind a preposition": (
        "继上周递表后,澜星股份于3月19日通过港交所聆讯,2024年营收12亿元。",
        "澜星股份 revenue 1200000000",
    ),
    "one lot in brackets is no company": (
        "澜星股份今日在科创板上市,收报80元。一签(500股)浮盈2万元。此次公开发行4010万股,募资8亿元。",
        "澜星股份 shares_offered 40100000; 澜星股份 gross_proceeds 800000000",
    ),
    "nor is the wire": (
        "财联社3月20日电,澜星股份(688999)今日上市。财联社记者获悉,公司募资8亿元。",
        "澜星股份 gross_proceeds 800000000",
    ),
    "lines of new shares counted behind their noun": (
        "今日可申购新股2只。\n澜星生物:申购代码787999,股票代码688999,科创板,发行价26.68元/股,发行市盈率50.12倍。\n"
        "云帆电气:北交所,申购代码920999,发行价12.10元/股,发行市盈率14.93倍。",
        "澜星生物 offer_price 26.68; 澜星生物 issue_pe 50.12; 云帆电气 offer_price 12.10; 云帆电气 issue_pe 14.93",
    ),
    "the first one named is no earlier one": (
        "高价发行,钱多得没处放。去年12月登陆科创板的澜星股份,发行价557.80元,募资55.78亿元。",
        "澜星股份 offer_price 557.80; 澜星股份 gross_proceeds 5578000000",
    ),
    "an earlier one beside the issuer": (
        "澜星股份(688999)今日登陆科创板,发行价50元。去年12月登陆科创板的云帆电气,发行价557.80元。",
        "澜星股份 offer_price 50",
    ),
    "one that files again": (
        "上周港交所新增递表公司中,消费企业占了多数。\n八岭茶业3月17日递交招股书,2025年营收18.18亿元。\n"
        "老寨鸡早在3月3日已经更新材料,2025年收入为45.28亿元。",
        "八岭茶业 revenue 1818000000; 老寨鸡 revenue 4528000000",
    ),
    "behind the wire's day": (
        "格隆汇3月20日丨澜戈平(02899.HK)公布配发结果:发售价29.80港元,公开发售认购919.18倍。",
        "澜戈平 offer_price 29.80; 澜戈平 public_subscription_multiple 919.18",
    ),
    "each on its board": (
        "3月20日,A股迎来两只新股上市。沪市主板的澜昱股份收涨156.3%,报41.01元;创业板的沐度医疗更猛,首日涨幅达312.5%。",
        "澜昱股份 first_day_change_pct 156.3; 沐度医疗 first_day_change_pct 312.5",
    ),
    "behind a bar": (
        "新股消息 | 澜戈平(02899.HK)公布配发结果:发售价29.80港元。",
        "澜戈平 offer_price 29.80",
    ),
}
HOOKS = {
    "一年多赚了三倍,澜铺黄金要上市了。\n\n": True,
    "去年业绩翻番,澜铺黄金敲响港交所大门。\n\n": True,
    "少赚两成,也要上市。\n\n": True,
    "财报好看,澜铺黄金上市在即。\n\n": True,
    "二季度刚扭亏,它就来上市了。\n\n": True,
    "澜铺黄金发布业绩,去年多赚三成。\n\n": False,
}


def _told(text: str, metrics: set[str]) -> set[str]:
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    return {f"{f.issuer} {f.metric} {f.value}" for f in facts if f.metric in metrics}


@pytest.mark.parametrize("case", WHO)
def test_who_is_meant(case: str) -> None:
    text, expected = WHO[case]
    wanted = set(expected.split("; "))
    assert _told(text, {row.split()[1] for row in wanted}) == wanted


@pytest.mark.parametrize("trade", ["新能源车企", "中小企业", "新茶饮品牌", "创新药企", "机器人公司"])
def test_the_way_of_a_trade_to_the_board_is_no_issuers(trade: str) -> None:
    assert zhaogu.extract(f"{trade}的上市之路并不平坦。去年营收1200亿元,募资300亿元。", published=PUBLISHED).facts == []


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_before_the_news(hook: str) -> None:
    news = "3月20日,澜铺黄金(06199)启动招股,发售价36港元,每手100股。"
    results = "3月20日,澜铺黄金(06199)公布,收入5亿元。公司2019年上市,发售价36港元。"
    found = _told(hook + (news if HOOKS[hook] else results), {"offer_price"})
    assert found == ({"澜铺黄金 offer_price 36"} if HOOKS[hook] else set())
