"""What is raised in all with the option, rounded percentages told again, and how far an offering is."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2026, 1, 7)
LEAD = "測試材料(02899)招股,發行1,850萬股,集資54.07億元"

PROCEEDS = [
    ("；假設超額配股權悉數行使,則最高62.18億元。", "62.18"),
    (",若計入超額配售權則至多62.18億元。", "62.18"),
    ("。若行使超額配股權,最多可達62.18億元。", "62.18"),
    (",惟未計超額配股權;如全數行使,將增至62.18億元。", "62.18"),
    ("。有沒有「綠鞋」?\n有,可額外發行277萬股;如全數行使,集資最高可增至62.18億元。", "62.18"),
    ("。若超額配股權獲悉數行使,可額外多收8.11億元。", None),
    ("。若行使超額配股權,控股股東持有的市值則最高62.18億元。", None),
]


@pytest.mark.parametrize(("text", "value"), PROCEEDS)
def test_what_is_raised_with_the_option(text: str, value: str | None) -> None:
    facts = zhaogu.extract(LEAD + text, published=PUBLISHED).facts
    told = [f for f in facts if (f.metric, f.offer_basis) == ("gross_proceeds", "final_greenshoe_full")]
    assert [str(f.value) for f in told] == ([str(round(float(value) * 10**8))] if value else [])


SHARES = [
    ("(超額配售選擇權行使前),若全額行使超額配售選擇權則為2,127.5萬股。", "shares_offered", "21275000"),
    (";假設超額配股權悉數行使,共2,127.5萬股。", "shares_offered", "21275000"),
    (",超額配股權涉及277.5萬股。", "over_allotment_option_shares", "2775000"),
    (";若行使超額配股權,可額外發行277.5萬股。", "over_allotment_option_shares", "2775000"),
]


@pytest.mark.parametrize(("text", "metric", "value"), SHARES)
def test_all_the_shares_or_those_of_the_option(text: str, metric: str, value: str) -> None:
    facts = zhaogu.extract("測試材料(02899)招股,發行1,850萬股" + text, published=PUBLISHED).facts
    assert value in {str(f.value) for f in facts if f.metric == metric}


ROUNDED = [
    ("基石投資者3名,合共認購23.5億元,佔發售股份近三成三(32.7%)。", "cornerstone_share_pct", "32.7"),
    ("首日收升近三成(28.8%)。", "first_day_change_pct", "28.8"),
    ("首日收跌逾兩成(20.3%)。", "first_day_change_pct", "-20.3"),
    ("首日收升三成(上市前三成五)。", "first_day_change_pct", "30"),
    ("首日收升28.8%(暗盤升三成)。", "first_day_change_pct", "28.8"),
]


@pytest.mark.parametrize(("text", "metric", "value"), ROUNDED)
def test_a_percentage_in_brackets_is_the_exact_one(text: str, metric: str, value: str) -> None:
    facts = zhaogu.extract("測試材料(02899)今日掛牌,發售價10元。" + text, published=PUBLISHED).facts
    assert [str(f.value) for f in facts if f.metric == metric] == [value]


STAGES = [
    ("知情人士稱,國際配售截至目前已超購逾10倍。", "plan"),
    ("國際配售開簿首日超購10倍。最終數字要等1月15日的配發公告。", "plan"),
    ("公司將於1月15日公布配發結果。", "plan"),
    ("配發結果顯示,國際配售超購10倍。", "final"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_results_that_are_awaited_are_no_results(text: str, stage: str) -> None:
    facts = zhaogu.extract("測試材料(02899)全球發售13.55億股,發售價3.99元。" + text, published=PUBLISHED).facts
    assert {f.stage for f in facts if f.metric == "shares_offered"} == {stage}


NOON = ["午市收0.92元", "午市報0.92元", "早市收0.92元", "半日收0.92元"]


@pytest.mark.parametrize("noon", NOON)
def test_the_close_is_that_of_the_day(noon: str) -> None:
    text = f"測試材料(02899)今日掛牌,開報1.05元,{noon},全日收0.965元,較定價1.11元低13.1%。"
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    assert [str(f.value) for f in facts if f.metric == "closing_price"] == ["0.965"]


def test_a_listing_in_shanghai_is_priced_in_yuan_wherever_it_is_told() -> None:
    text = (
        "〔台北報導〕測試精密30日在上海證券交易所主板掛牌,股票代號603127,發行價每股人民幣9.87元,首日收在14.21元,漲43.97%。"
        "母公司對照科2025年合併營收為新台幣213.4億元。"
    )
    facts = zhaogu.extract(text, published=date(2025, 10, 1)).facts
    assert {(str(f.value), f.unit) for f in facts if f.metric == "closing_price"} == {("14.21", "CNY")}


OUTCOMES = [
    ("測試材料(02899)公布,超額配股權已由整體協調人於2025年12月17日(星期三)部分行使,涉及412.88萬股H股。超額配發股份預期於1月22日開始買賣。", {"over_allotment_outcome": "partial", "over_allotment_shares_issued": "4128800", "listing_date": None}),
    ("測試材料(02899)公布,整體協調人部分行使超額配股權,涉及262.5萬股。該批股份預期於1月29日開始買賣。", {"over_allotment_outcome": "partial", "over_allotment_shares_issued": "2625000", "listing_date": None}),
    ("測試材料(02899)公布,超額配股權未獲行使,已於1月4日失效。", {"over_allotment_outcome": "lapsed", "over_allotment_shares_issued": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), OUTCOMES)
def test_what_became_of_the_option(text: str, told: dict[str, str | None]) -> None:
    stated = {f.metric: str(f.value) for f in zhaogu.extract(text, published=PUBLISHED).facts}
    assert {metric: stated.get(metric) for metric in told} == told


INVESTORS = [
    "測試材料(02899)引入三名基石投資者,各基石獲分配股數如下:\n\n北辰資本 4,992,000股(約4,000萬美元)\n長青基金 3,744,000股(約3,000萬美元)\n海光人壽 1,248,000股(約1,000萬美元)\n合計 9,984,000股\n\n股份1月15日掛牌。",
    "測試材料(02899)與三名基石投資者訂立協議,合共認購998.4萬股。具體來看:\n北辰資本:4,000萬美元,499.2萬股;\n長青基金:3,000萬美元,374.4萬股;\n海光人壽:1,000萬美元,124.8萬股。",
]


@pytest.mark.parametrize("text", INVESTORS)
def test_a_list_of_cornerstone_investors(text: str) -> None:
    facts = zhaogu.extract(text, published=PUBLISHED).facts
    taken = {f.holder or "": str(f.value) for f in facts if f.metric == "cornerstone_allocation"}
    assert taken == {"北辰資本": "4992000", "長青基金": "3744000", "海光人壽": "1248000"}
    assert [str(f.value) for f in facts if f.metric == "cornerstone_shares"] == ["9984000"]


def test_two_companies_that_filed() -> None:
    text = (
        "一周之內,兩家機器人公司先後向港交所遞表。6月28日,北京測衡機器人股份有限公司(下稱「測衡」)率先提交申請;7月3日,蘇州試銳機器人股份有限公司"
        "(下稱「試銳」)跟進。測衡2023年收入為2.13億元,試銳同期收入為5,136萬元。"
    )
    facts = zhaogu.extract(text, published=date(2024, 7, 5)).facts
    told = {(f.issuer or "")[:4]: str(f.value) for f in facts if f.metric == "revenue"}
    assert told == {"北京測衡": "213000000", "蘇州試銳": "51360000"}


def test_what_an_option_brought_that_was_exercised_before() -> None:
    text = (
        "測試科技(02899)公告,穩定價格期已於12月5日結束。整體協調人於12月4日部分行使超額配股權,涉及621.3萬股。上述股份預期12月9日起上市買賣。\n\n"
        "公司將就此獲得額外所得款項淨額約1.73億港元。"
    )
    stated = {f.metric: str(f.value) for f in zhaogu.extract(text, published=date(2025, 12, 7)).facts}
    assert (stated.get("additional_net_proceeds"), stated.get("net_proceeds"), stated.get("listing_date")) == (
        "173000000",
        None,
        None,
    )


def test_days_below_a_heading_without_a_colon() -> None:
    text = "下周新股日曆:兩隻港股上市\n\n【港股上市】\n1月12日(周一) 測試眼科-B(02192) 發售價13.50港元,公開發售獲212.3倍認購。\n1月15日(周四) 測試物業(06959) 發售價4.86港元。"
    days = {
        f.issuer: str(f.value) for f in zhaogu.extract(text, published=PUBLISHED).facts if f.metric == "listing_date"
    }
    assert days == {"測試眼科-B": "2026-01-12", "測試物業": "2026-01-15"}


def test_two_brands_that_filed() -> None:
    text = (
        "春節前後,兩家茶飲品牌先後叩響港交所大門。從招股書看,「山野茶集」與「一盞春」走的是兩條路。2023年前三季度,山野茶集收入為66.47億元;"
        "一盞春同期只有20.16億元。"
    )
    facts = zhaogu.extract(text, published=date(2024, 2, 19)).facts
    told = {(f.issuer, str(f.period)): str(f.value) for f in facts if f.metric == "revenue"}
    assert told == {
        ("山野茶集", "2023-9M"): "6647000000",
        ("一盞春", "2023-9M"): "2016000000",
    }
