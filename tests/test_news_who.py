"""Whose figure it is, and whether an article reports an offering at all: passages of our own."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model import Fact
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument


def facts(title: str, text: str) -> list[Fact]:
    document = TextDocument(name="a.txt", sha256="0" * 64, text=text, title=title or None, published=date(2026, 1, 14))
    return extract_news(document).facts


OTHER_NEWS = {
    "buyback": ("", "恒達電器(01234)斥資2,130萬元回購120萬股,每股作價17.5元至18.1元。股份今日收報18元,升2%。"),
    "rating": (
        "恒達電器獲買入評級",
        "高山證券首次覆蓋恒達電器(01234),目標價25元,料2026年收入52億元人民幣。公司去年底在港上市,招股價15元。",
    ),
    "results": (
        "恒達電器次季少賺2%",
        "恒達電器(01234)公布第二季業績,收入25.3億元人民幣,毛利率41.2%。公司2019年在港上市,招股價3.7元。",
    ),
    "private round": (
        "",
        "瀾星科技完成3億元B輪融資,投後估值25億元。2025年營收1.8億元,計劃未來三年內赴港上市。",
    ),
    "takeover": ("", "远山集团拟以每股12.5港元收购海平控股(02345),代价约38亿港元。海平2018年上市,发行价8.88港元。"),
    "denial": ("", "消息人士称,澜星科技考虑在港上市,集资约5亿美元。公司其后回应称有关报道不实。"),
    "bonds": ("", "东方银行发行15亿美元高级债券,获逾5倍超额认购,订单金额达80亿美元。"),
    "placing": ("恒達電器配股籌15億", "恒達電器(01234)每股配售價15.2元,較收市價折讓7%,集資淨額15億元。"),
    "fund": ("", "晨山比特幣ETF(03499)今日在港交所掛牌,發行價7.8元,每手100個單位,首日收報8.06元,升3.3%。"),
    "warrants": ("【窩輪】今日新上市輪證", "恒達電器(01234)認購證發行價0.25元,每手1,000股,入場費250元。"),
    "market": ("", "数据显示,上月共有12只新股上市,合计募资285亿港元,首日平均涨幅35%。"),
    "exchange": ("", "港交所(00388)公布純利85億元,升39%。期內44隻新股上市,集資1,094億元。"),
    "young share": ("半新股恒達電器急升", "恒達電器(01234)收報19.8元,升8.2%,較上市價15元累升32%。"),
}


@pytest.mark.parametrize("kind", OTHER_NEWS)
def test_other_news_gives_no_facts(kind: str) -> None:
    assert facts(*OTHER_NEWS[kind]) == []


WHO = {
    "uncoded issuer beside a coded competitor": (
        "中國AI晶片業者瀾星今日在港掛牌",
        "中國AI晶片業者瀾星今日在港掛牌,收報52元,較招股價40元升30%。同業寒光科技(688123)跌3%,報120元。",
        "closing_price",
        {("瀾星", "52")},
    ),
    "described by one word": ("", "大模型股瀾星(02899)今日首日掛牌,收報52元。", "closing_price", {("瀾星", "52")}),
    "behind a byline": (
        "",
        "財經通訊社訊 雲帆材料(301999)公布發行價9.96元/股。",
        "stock_code",
        {("雲帆材料", "301999")},
    ),
    "behind a mark": ("", "新股掛牌\n◆瀾星-B(02899):收報52元", "stock_code", {("瀾星-B", "02899")}),
    "under its own heading": (
        "",
        "【雲帆科技】(02896)今日招股,招股價10元。\n【市場動態】恒指升1%。",
        "offer_price",
        {("雲帆科技", "10")},
    ),
    "introduced by rank, then by turns": (
        "",
        "本週有三隻新股招股。規模最大的是機器人公司銳步智能,集資最多20億元;雲頂茶飲集資5億元;海平生物集資3億元。",
        "gross_proceeds",
        {("銳步智能", "2000000000"), ("雲頂茶飲", "500000000"), ("海平生物", "300000000")},
    ),
    "in front of a count": (
        "",
        "证监会近日同意锐步智能、云顶材料、海平电子三家公司首次公开发行股票。锐步智能拟募资10亿元。"
        "云顶材料拟募资8亿元。海平电子拟募资5亿元。",
        "gross_proceeds",
        {("锐步智能", "1000000000"), ("云顶材料", "800000000"), ("海平电子", "500000000")},
    ),
    "not a supplier": (
        "",
        "雲帆科技今日招股,招股價10元,2025年收入9億元。其主要供應商海平電子2025年收入5億元。",
        "revenue",
        {("雲帆科技", "900000000")},
    ),
    "not a parent": (
        "",
        "恒海集團(03333)分拆的恒海物業(06666)今日招股,招股價8元。恒海集團收報17.8元,升2%。",
        "closing_price",
        set(),
    ),
    "not one listed before": (
        "",
        "雲帆科技首日掛牌收報30元。去年上市的寒光科技首日升50%,報45元。",
        "closing_price",
        {("雲帆科技", "30")},
    ),
    "not the predecessor": (
        "",
        "繼海平生物首日升五成後,今日掛牌的雲頂茶飲收報9.5元,較招股價10元跌5%。",
        "first_day_change_pct",
        {("雲頂茶飲", "-5")},
    ),
    "not the market": (
        "",
        "雲帆科技今日招股,集資最多6億元。今年以來共有80隻新股上市,合共集資2,500億元。",
        "gross_proceeds",
        {("雲帆科技", "600000000")},
    ),
    "not the brokers": (
        "",
        "雲帆科技(02896)今日招股,連同高山、遠水等九家行為其錄得20億元孖展,相等於超購100倍。",
        "public_subscription_multiple",
        {("雲帆科技", "100")},
    ),
}


@pytest.mark.parametrize("case", WHO)
def test_whose_figure(case: str) -> None:
    title, text, metric, wanted = WHO[case]
    found = {(f.issuer, value_text(f.value)) for f in facts(title, text) if f.metric == metric and f.value is not None}
    assert found == wanted
