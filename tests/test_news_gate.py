"""Whether an article tells of an offering, whatever else its opening line or its other sentences tell."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

NEWS = "3月20日,沐星股份(688999)登陆科创板,发行价40元,首日收报80元,涨100%。公司发行4000万股,募资16亿元。"
ASIDES = (
    "公司成立至今从未盈利过一个季度。",
    "创始人否认了技术抄袭的传闻。",
    "公司暂无计划扩产。",
    "有网友称该公司数据不实。",
    "外界盛传其客户流失,公司否认。",
    "它从未想过上市会这么快。",
    "没有上市时,它只有三间办公室。",
)
OPENINGS = (
    "去年靠收购起家的沐星股份,今天在上交所上市了。",
    "三季度刚扭亏,沐星股份就上市了。",
    "业绩三连降,沐星股份还是闯进了科创板。",
    "从新三板退市八年后,沐星股份今天回来了。",
    "又一家拿过十轮融资的公司上市了。",
    "刚刚被立案、又被罚款,这家公司还是上市了。",
    "八年,十轮融资,三次定增。",
    "它的年报里藏着一个秘密。",
)
DENIALS = (
    "公司否认赴港上市。",
    "公司回应称,有关报道不实。",
    "公司表示,网传消息不属实。",
    "公司称没有上市计划。",
    "公司暂无任何赴港上市的时间表。",
    "公司从未考虑过分拆上市。",
    "公司澄清了上述传闻。",
    "公司没有可以对外公布的信息。",
)
OTHERS = (
    "恩科股份公告,拟向不超过35名特定投资者发行股票,募集资金总额不超过32亿元,发行价格不低于定价基准日前20个交易日均价的80%。前三季度营收74亿元。",
    "德芯微(688123)拟定增募资不超过20亿元,用于12英寸产线。公司2024年营收33亿元,净利润5亿元。",
    "证监会同意海岳股份向特定对象发行股票的注册申请,募资总额不超过25亿元。",
    "中泰半导体(688321)披露再融资预案,拟募资40亿元。公司上半年亏损1.2亿元。",
    "沐星转债今日申购,中签率0.0023%,有效申购户数808万户,首日涨20%,申购代码718999。沐星股份去年收入5亿元。",
    "沐星股份公布一季度业绩,收入5亿元。公司去年12月挂牌,招股价40元。",
    "沐星股份公布一季度业绩,收入5亿元。公司2019年在港上市,招股价40元。",
    "沐星股份遭大股东减持。公司此前登陆科创板,发行价40元。",
    "沐星股份回购120万股,发行价曾为40元,募资16亿元,每手100股。",
)


def _metrics(text: str) -> set[str]:
    return {fact.metric for fact in zhaogu.extract(text, published=date(2026, 3, 20)).facts}


WANTED = {"offer_price", "closing_price", "first_day_change_pct", "shares_offered", "gross_proceeds", "listing_date"}


@pytest.mark.parametrize("aside", ASIDES)
def test_what_is_denied_of_something_else(aside: str) -> None:
    assert _metrics(NEWS + aside) >= WANTED


@pytest.mark.parametrize("between", ["\n\n", ""])
@pytest.mark.parametrize("opening", OPENINGS)
def test_an_opening_about_the_past(opening: str, between: str) -> None:
    assert _metrics(opening + between + NEWS) >= WANTED


@pytest.mark.parametrize("denial", DENIALS)
def test_a_rumour_that_is_denied(denial: str) -> None:
    assert _metrics("市场消息称,沐星股份拟赴港上市,募资5亿美元。" + denial) == set()


FILED = "3月20日,沐星股份向港交所递交招股书,拟主板上市。公司2025年营收12亿元,净利润2亿元。"


@pytest.mark.parametrize("between", ["\n\n", ""])
@pytest.mark.parametrize("opening", OPENINGS)
def test_an_opening_before_a_filing(opening: str, between: str) -> None:
    assert _metrics(opening + between + FILED) >= {"revenue", "net_profit"}


@pytest.mark.parametrize("text", OTHERS)
def test_other_news_with_figures_of_an_offering(text: str) -> None:
    assert _metrics(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "智微股份北交所向不特定合格投资者公开发行1500万股,发行价12.8元,募资1.92亿元。",
            {"shares_offered", "offer_price"},
        ),
        (
            "证监会同意晨星股份科创板首次公开发行股票注册,拟募资15亿元。公司2023年营收9亿元。",
            {"gross_proceeds", "revenue"},
        ),
    ],
)
def test_what_sounds_like_a_refinancing(text: str, wanted: set[str]) -> None:
    assert _metrics(text) >= wanted
