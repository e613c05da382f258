"""What full-length articles and round-ups do: companies one after another, ranges that are no offer, lists of years, days."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_news_families import ASKED, PLACED, TRADED, read, said

ENUMERATED = [
    "星砂智藥、臥河機器人、五維星界今日掛牌,首日漲幅依次為24.7%、0.03%、29.9%。",
    "今日三隻新股上市,星砂智藥、臥河機器人、五維星界首日分別上漲24.7%、0.03%、29.9%。",
    "年末多隻新股鳴鑼,星砂智藥、臥河機器人和五維星界首日升幅依序為24.7%、0.03%及29.9%。",
]


@pytest.mark.parametrize("text", ENUMERATED)
def test_companies_one_after_another(text: str) -> None:
    changes = {f.issuer: str(f.value) for f in read(text) if f.metric == "first_day_change_pct"}
    assert changes == {"星砂智藥": "24.7", "臥河機器人": "0.03", "五維星界": "29.9"}


NO_COMPANIES = [
    TRADED + "高瓴、紅杉與淡馬錫分別認購1億美元。",
    TRADED + "關鍵部件、集採降價首日拖累股價。",
    TRADED + "公司是繼星途、理想之後第三家赴美的同業,定價15元。",
]


@pytest.mark.parametrize("text", NO_COMPANIES)
def test_what_stands_between_commas_is_not_always_a_company(text: str) -> None:
    assert {f.issuer for f in read(text)} == {"星河動力"}


STATED = [
    # what was only meant ends where it is told what came of it
    (PLACED + "公司原定集資10億元,最終集資8億元。", "gross_proceeds 800000000 final", ("stage",)),
    (PLACED + "原擬發售1,000萬股,最終發售1,200萬股。", "shares_offered 12000000 final", ("stage",)),
    # prices of the grey market show that the shares were allotted
    ("星河動力(02802.HK)明日掛牌。暗盤先跌為敬,收報8.05元,較發售價9.1元低11%。", "offer_price 9.1 final", ("stage",)),
    # shares that are added are not those that others are added to
    (PLACED + "公司全數行使發售量調整權,在原定的1,629.95萬股之外加發244.49萬股。", "upsize_shares 2444900", ()),
    # what underwriters may add is the option
    (ASKED + "發行8,560萬股,不含承銷商可追加的1,284萬股。", "over_allotment_option_shares 12840000", ()),
    (PLACED + "若承銷商全額行使1,495.99萬股的超額配售權,集資可達17.2億元。", "gross_proceeds 1720000000 final_greenshoe_full", ("offer_basis",)),
    ("星河動力(688802)今日登陸科創板。本次發行在超額配售選擇權行使前為8.457億股,募資486.95億元。", "shares_offered 845700000 final_ex_greenshoe", ("offer_basis",)),
    # deliveries are an operating figure of a period, those to date of a day
    (TRADED + "2023年交付118,685輛。", "operating_kpi 118685 2023FY deliveries", ("period", "label")),
    (TRADED + "2024年交付4.3萬輛。截至2025年6月30日累計交付10,473台。", "operating_kpi 10473 2025-06-30", ("as_of",)),
    # an entry fee told while the shares were asked for
    (TRADED + "此前招股階段披露的一手入場費為3,427.82元。", "entry_fee 3427.82", ()),
    # a listing about the day of the article
    ("星河動力(0788)1月13日上市,每股1.26元。", "listing_date 2026-01-13", ()),
    ("星河動力(0788)1月13日上市,每股1.26元。", "offer_price 1.26", ()),
    # the code under which shares of Shenzhen are applied for
    ("本週A股有兩隻新股可申購。週一登場的是深市主板星河波羅(申購代碼001386),發行價13.75元/股。", "stock_code 001386", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "more"), STATED)
def test_stated(text: str, wanted: str, more: tuple[str, ...]) -> None:
    assert wanted in said(read(text), *more)


NOT_STATED = [
    (TRADED + "全日在22.6元至25元之間上落,收24.4元。", "offer_price"),
    ("星河科技(688802)今日上市,網下配售有效報價區間為88元至120元不等。", "offer_price"),
    (TRADED + "有機構給出的合理價值區間為4.2元—5.1元。", "offer_price"),
    ("星河科技(688802)明日上市。有機構看合理價值,對應2026年16至19倍市盈率。", "issue_pe"),
    (PLACED + "原定招股價介乎10.78元至12.98元,最終以接近下限定價。", "offer_price 10"),
    (PLACED + "認購不足的3,042.34萬股撥入國際發售。", "shares_offered_international"),
    (TRADED + "今年以來掛牌的新股普遍造好,其中一家市值已超過1,600億港元。", "market_cap"),
    (TRADED + "2024年匯兌淨損失為3,420萬元。", "net_profit"),
    (TRADED + "上週科創板新股首日均漲190%。", "first_day_change_pct"),
    ("本週A股有兩隻新股可申購。週一登場的是深市主板星河波羅(申購代碼001386),發行價13.75元/股。", "listing_date"),
    (
        "本週A股有兩隻新股可申購。週一登場的是深市主板星河波羅(申購代碼001386),發行價13.75元/股。週三輪到滬市主板超星電子,申購價17.08元。",
        "listing_date",
    ),
]


@pytest.mark.parametrize(("text", "metric"), NOT_STATED)
def test_not_stated(text: str, metric: str) -> None:
    assert not [one for one in said(read(text)) if f"{one} ".startswith(metric)]


YEARS = [
    (
        "按2024年出貨量計居全球第六。報告期內尚未有產品收入,2022年至2024年淨虧損分別為1.88億元、1.73億元、0.56億元人民幣。",
        {"2022FY": "-188000000", "2023FY": "-173000000", "2024FY": "-56000000"},
    ),
    (
        "今年最熱的一天。2022年至2024年收入分別為3億元、2億元、1億元人民幣,2025年上半年4億元。三年淨虧損1.65億元、1.62億元、1.27億元。",
        {"2022FY": "-165000000", "2023FY": "-162000000", "2024FY": "-127000000"},
    ),
    (
        "2022年、2023年和2025年上半年,毛利率為24.3%、24%與3.6%,其中二季度單季為2.7%。同期淨虧損分別為10.51億元、20.7億元和6.33億元人民幣。",
        {"2022FY": "-1051000000", "2023FY": "-2070000000", "2025H1": "-633000000"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), YEARS)
def test_lists_of_years(text: str, wanted: dict[str, str]) -> None:
    losses = {str(f.period): str(f.value) for f in read(TRADED + text) if f.metric == "net_profit"}
    assert losses == wanted


def test_a_sentence_that_tells_of_a_listing_goes_on_with_its_close() -> None:
    text = "本月2日,星殼(NYSE: SKEQ)在紐交所掛牌,20美元的發行價高於區間,籌資21.2億美元,收盤漲87.2%,報37.44美元。"
    facts = {f.metric: f for f in read(text)}
    assert facts["closing_price"].as_of == date(2026, 1, 2)
    assert str(facts["first_day_change_pct"].value) == "87.2"


def test_a_new_board_opens_with_all_its_shares() -> None:
    text = "科創板今日開市,首批公司全線飄紅。漲幅榜首是星集科技(688019),發行價39.19元,收於196.01元,大漲400.15%。規模最大的則是星國通號(688009),發行價5.85元,收報12.27元。"
    facts = read(text)
    assert {f.issuer for f in facts if f.metric == "listing_date"} == {"星集科技", "星國通號"}
    assert {str(f.value) for f in facts if f.metric == "closing_price"} == {"196.01", "12.27"}


def test_what_was_told_of_the_market_ends_where_a_company_is_named() -> None:
    facts = said(read("恒指回吐312點之際,新股星河動力(02802)逆市受捧,首日收12.88元,較招股價8元高61%。"))
    assert {"closing_price 12.88", "first_day_change_pct 61"} <= facts


def test_a_shares_beside_h_shares_that_trade() -> None:
    text = "“科創板航母”星際國際(688981.SH)今日鳴鑼上市,發行價27.46元/股,收盤報82.92元。同日港股星際國際(00981.HK)收跌25.23%,報28.75港元。"
    facts = said(read(text), "unit")
    assert {"stock_code 688981 text", "offer_price 27.46 CNY", "closing_price 82.92 CNY"} <= facts
    assert not [one for one in facts if "28.75" in one]
