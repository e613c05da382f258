"""Which phrases are the names of companies: by the evidence of their places, whatever they are called."""

from __future__ import annotations

import pytest

from zhaogu.extraction.news.cues import table
from zhaogu.extraction.news.names import companies
from zhaogu.extraction.news.vocabulary import runs, segment
from zhaogu.reading.fold import fold
from zhaogu.recognition import recognise_folded

NAMED = {
    "by its trade and its listing": ("國產GPU企業沐星線程今日登陸科創板,發行價88元。", {"沐星線程"}),
    "in a relative clause": ("剛登陸港交所的雲澈仍在虧損,去年淨虧損3億元。", {"雲澈"}),
    "behind its shop": ("水餃店袁雲食品今日掛牌,收報15元。袁雲食品門店數量達4,266間。", {"袁雲食品"}),
    "before a day": ("翰澄12月19日起招股,每股作價20元。", {"翰澄"}),
    "of words of the language": ("知行乳业宣布在港招股,发售价10元。", {"知行乳业"}),
    "with a board's mark": ("鷹嶽-B獲動用超額配股權,每股75元。", {"鷹嶽"}),
    "with a capital inside": ("AI公司DeepLark今日挂牌,收报30港元。DeepLark发行2,000万股。", {"DeepLark"}),
    "two of one sentence": ("護膚品牌蘭汐與數據商迅澈同日掛牌,蘭汐升9%,迅澈跌2%。", {"蘭汐", "迅澈"}),
    "behind a weekday": ("上周四掛牌的周五祿首日收報30元,今日再升。周五祿去年收入5億元。", {"周五祿"}),
    "in four capitals": ("今天輪到飲品品牌qq的母公司QZBH上場,收報39元。QZBH去年收入1億元。", {"QZBH"}),
    "a bank": ("宁江农商银行明日登陆港股,发售价7.9港元。", {"宁江农商银行"}),
    "not the sponsors": (
        "企業級軟件商滴澈近日遞表,中旭證券、國衡資本為聯席保薦人。滴澈去年收入2億元。",
        {"滴澈"},
    ),
    "not a person": ("雲澈科技(02899)掛牌。雲澈科技主席林望澄出席儀式,林望澄說將擴產。", {"雲澈科技"}),
    "not a live price beside another share": ("沐汐(太湖茶飲(1.230,-0.02)的對手,02899.HK)掛牌,收報30元。", {"沐汐"}),
    "not a part of a longer name": ("云上澈视登陆港股首日收跌两成,云上澈视去年收入6亿元。", {"云上澈视"}),
    "nobody in an article about rules": ("港交所就上市機制展開諮詢,市場人士認為門檻將提高,集資總額料增加。", set()),
}


def _names(text: str) -> set[str]:
    folded = fold(text)
    return {name for found in companies(text, folded, recognise_folded(folded)) for name in found.names}


@pytest.mark.parametrize("case", NAMED)
def test_who_is_named(case: str) -> None:
    text, wanted = NAMED[case]
    assert _names(text) == {fold(name) for name in wanted}


def test_runs_are_what_no_word_of_the_language_holds() -> None:
    text = "国货护肤品牌林澈轩与数据服务商迅澈挂牌"
    found = ["".join(text[start:end] for start, end, _ in run) for run in runs(segment(text, 0, len(text)))]
    assert found == ["护肤", "林澈轩", "数据", "迅澈"]


def test_every_kind_of_evidence_is_explained() -> None:
    rows = table("news_names.toml")["evidence"]
    assert [row["id"] for row in rows if not row["means"]] == []
    assert len({row["id"] for row in rows}) == len(rows)


SHAPES = (
    "上交所官网显示,{}科创板IPO获受理,拟募资16亿元。",
    "据港交所披露,{}通过上市聆讯,甲证券、乙银行为联席保荐人。",
    "财联社3月20日电,{}首日上市收涨92%,报80元。",
    "3月20日,{}正式向港交所递交招股书,拟主板上市。",
    "北京时间3月20日晚,{}正式在纳斯达克挂牌上市,发行价为每股17美元。",
    "今日申购:{}。发行价40元/股,发行市盈率30.5倍。",
    "记者获悉,{}计划最快今年赴港上市,募资5亿美元。",
    "作为今年募资最多的A股IPO,{}发行价为40元,募集资金总额16亿元。",
    "财联社3月20日丨{}发布公告,公司全球发售4000万股股份,发售价厘定为40港元。",
)


@pytest.mark.parametrize("name", ["远帆办公", "泊云先进", "沐远知行", "云贝特", "沐思科技", "奥芯中科", "澜贝玛特"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_name_of_words_does_what_issuers_do(shape: str, name: str) -> None:
    assert _names(shape.format(name)) == {name}


TWICE = (
    "{0}今日起招股,发售价5.2港元,每手500股。{0}去年收入3亿元。",
    "8月5日,{0}在港交所挂牌,发行价20港元。截至收盘,{0}报25港元,涨25%。",
    "【新股】{0}首日上市\n\n医疗器械商{0}今日登陆创业板,发行价40元。{0}2023年营收12亿元。",
)
ODD_ONES = (
    "47氪", "八月禾田", "每日汇动", "心澜公司", "宁江银行", "小x机器人", "ZEBX", "第七范例", "三只鼯鼠", "53同邻", "理想", "步步高",
    "今日世缘", "四方光源", "和誉林药业", "不凡集团", "美德乐", "好孩子", "长江黄金", "BOSS招聘", "一品青",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD_ONES)
@pytest.mark.parametrize("text", TWICE)
def test_a_name_that_looks_like_none_comes_again_and_again(text: str, name: str) -> None:
    assert name in _names(text.format(name))


@pytest.mark.parametrize(
    "phrase", ["首单存托凭证", "招股书显示", "发行价格", "截至收盘", "报告期内", "18C章", "美东时间", "期货公司"]
)
@pytest.mark.parametrize("text", TWICE)
def test_what_the_field_says_again_and_again_is_no_name(text: str, phrase: str) -> None:
    assert phrase not in _names(text.format(phrase))


TURNS = [
    ("星河動力(02802)今日掛牌,收報15元。公司2025年收入10億元,淨利潤2億元。", {"星河動力"}),
    (
        "星河動力(02802)今日掛牌,收報15元。另一隻來港第二上市的大鵬集團首日收報252元,公開發售超購112倍。",
        {"星河動力", "大鵬集團"},
    ),
    ("星河動力(02802)公布配發結果。同期招股的護膚品牌沐汐孖展超購41倍。", {"星河動力", "沐汐"}),
]


@pytest.mark.parametrize(("text", "wanted"), TURNS)
def test_an_article_of_one_company_turns_to_nobody_else(text: str, wanted: set[str]) -> None:
    folded = fold(text)
    assert {fold(company.name) for company in companies(text, folded, recognise_folded(folded))} == {
        fold(name) for name in wanted
    }
