"""Announcements in words that no pattern knows: numbers that prove each other, the largest count, what a sum is called."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from tests.test_filings_lexicon import each, flow

from zhaogu.extraction.filings.capital import read_float
from zhaogu.extraction.filings.clauses import read_clauses
from zhaogu.extraction.filings.fee import read_fee
from zhaogu.extraction.filings.found import Found, Source
from zhaogu.extraction.filings.price_range import read_range
from zhaogu.extraction.filings.running import read_running
from zhaogu.extraction.filings.scan import Scan, cues
from zhaogu.extraction.filings.small_letters import small_letters
from zhaogu.extraction.filings.values import Cell
from zhaogu.lexicon.loader import Entry
from zhaogu.model import Evidence
from zhaogu.model.fact import value_text
from zhaogu.reading.fold import fold

COVER = {"shares_offered": "100000000", "shares_offered_public": "30000000", "shares_offered_international": "70000000"}
"""30,000,000 of 100,000,000 shares went to the public, which was offered 10,000,000 at first."""
UNMOVED = {**COVER, "shares_offered_public": "10000000", "shares_offered_international": "90000000"}
UNFILLED = {**COVER, "shares_offered_public": "6200000", "shares_offered_international": "93800000"}
HALVES = {**COVER, "shares_offered_public": "50000000", "shares_offered_international": "50000000"}

ENLARGED = {
    "shares_offered": "115000000",
    "shares_offered_public": "30000000",
    "shares_offered_international": "85000000",
}
"""15,000,000 shares were added to 100,000,000, of which the public was offered 10,000,000 at first."""

RESERVED_OUT = {
    "shares_offered": "200000000",
    "shares_offered_public": "80000000",
    "shares_offered_international": "100000000",
    "shares_offered_preferential": "20000000",
}

CASES: list[tuple[dict[str, str], str, dict[str, str | None]]] = [
    (COVER, "公眾人士就265,400,000股股份遞交12,340份有效申請，為香港公開發售原定之10,000,000股之約26.54倍。", {"public_subscription_multiple": "26.54", "shares_offered_public_initial": "10000000", "valid_applications": "12340"}),
    (COVER, "有效申請合共12,340份，涉及265,400,000股；香港公開發售開始時僅有10,000,000股，故認購達26.5倍。", {"public_subscription_multiple": "26.5", "shares_offered_public_initial": "10000000"}),
    (COVER, "We accepted 12,340 valid applications for 265,400,000 Hong Kong Offer Shares in all. Measured against the 10,000,000 with which the Hong Kong Public Offering began, subscription was 26.54 times.", {"public_subscription_multiple": "26.54", "valid_applications": "12340"}),
    (COVER, "Pool A: 11,900 valid applications for 165,400,000 Shares, or 33.08 times the 5,000,000 Shares initially in Pool A. In all, 12,340 valid applications covered 265,400,000 Hong Kong Offer Shares, 26.54 times the initial 10,000,000.", {"public_subscription_multiple": "26.54", "valid_applications": "12340"}),
    (COVER, "公開發售獲12,340份有效申請，其中甲組11,900份、乙組440份，超額認購約25.54倍（265,400,000股對初步之10,000,000股）。", {"public_subscription_multiple": "25.54", "valid_applications": "12340"}),
    (COVER, "鑒於公開發售之踴躍程度，原屬國際發售之20,000,000股轉撥至公開發售，公開發售初步之10,000,000股由此增至30,000,000股（佔全球發售的30%），共分配給8,518位申請人。", {"reallocated_shares": "20000000", "public_share_pct": "30", "successful_applications": "8518", "shares_offered_public_initial": "10000000"}),
    (COVER, "Reallocation brought 20,000,000 Offer Shares to the Hong Kong Public Offering, which had 10,000,000 at first. It now consists of 30,000,000 Offer Shares, i.e. 30.0% of the Offer Shares. 8,518 applicants have been successful.", {"reallocated_shares": "20000000", "public_share_pct": "30.0", "successful_applications": "8518"}),
    (UNFILLED, "公開發售初時之10,000,000股中，3,800,000股未獲認購，已轉入國際發售，公開發售遂為6,200,000股，即6.2%。", {"reallocated_shares": "-3800000", "public_share_pct": "6.2", "shares_offered_public_initial": "10000000"}),
    (UNMOVED, "並無進行重新分配。香港公開發售之10,000,000股佔全球發售10%，國際發售之90,000,000股佔90%。", {"reallocated_shares": None, "public_share_pct": "10", "international_share_pct": "90"}),
    (UNMOVED, "No reallocation has been made. The Hong Kong Public Offering had 10,000,000 Offer Shares initially and keeps them, being 10.0% of the Offer Shares.", {"shares_offered_public_initial": "10000000", "public_share_pct": "10.0", "reallocated_shares": None}),
    (HALVES, "公開發售現有50,000,000股，佔發售股份50%；配售亦為50,000,000股，佔發售股份50.0%。", {"public_share_pct": "50", "international_share_pct": "50.0"}),
    (COVER, "Institutional demand was strong: the International Offering, initially of 90,000,000 Offer Shares, was 3.4 times covered. The final size is 70,000,000 Offer Shares, 70% of the Offer Shares, placed to 166 placees.", {"international_subscription_multiple": "3.4", "shares_offered_international_initial": "90000000", "international_share_pct": "70", "placees": "166"}),
    (COVER, "國際發售所接獲之訂單約為初步90,000,000股之3.4倍。70,000,000股（約佔全球發售70%）已分配予166名獲選承配人，其中43名承配人獲分配一手。", {"international_subscription_multiple": "3.4", "placees": "166", "international_share_pct": "70"}),
    (COVER, "Placees have been over-allotted 15,000,000 Shares whose delivery is deferred.", {"over_allocated_shares": "15000000"}),
    (COVER, "國際發售的超額分配股份為15,000,000股，將以借入股份交付。", {"over_allocated_shares": "15000000"}),
    (COVER, "根據超額配股權，國際包銷商可要求本公司發行最多15,000,000股額外股份，相當於初步股數15%。", {"over_allocated_shares": None}),
    (ENLARGED, "The Public Offer drew applications for 265,400,000 Shares, 26.54 times the 10,000,000 Shares it had at the outset, and the 90,000,000 Placing Shares were slightly over-subscribed. The Offer Size Adjustment Option has been exercised in full and adds 15,000,000 Shares to the 100,000,000 Offer Shares.", {"upsize_shares": "15000000", "shares_offered_public_initial": "10000000", "shares_offered_international_initial": "90000000", "public_subscription_multiple": "26.54"}),
    (ENLARGED, "發售量調整權已獲行使，在原有100,000,000股之外加發15,000,000股。公開發售初步之10,000,000股獲265,400,000股申請，即26.54倍。", {"upsize_shares": "15000000", "shares_offered_public_initial": "10000000"}),
    (UNMOVED, "配售項下初步可供認購之股份認購踴躍，約為配售股份總數90,000,000股的1.13倍，配售予131名承配人。", {"international_subscription_multiple": "1.13", "placees": "131"}),
    (UNMOVED, "獲配發股份數目 承配人數目 10,000至100,000 34 100,001至500,000 67。國際發售共有101名承配人。", {"placees": "101"}),
    (COVER, "12,340 valid applications were received. The Reserved Shares were allotted as to 3,146,200 in full satisfaction of valid applications for assured entitlements and as to 853,800 in part satisfaction of valid applications for excess shares.", {"valid_applications": "12340"}),
    (ENLARGED, "公開發售初步之10,000,000股獲1,200,000,000股申請，即120倍；國際發售初步之90,000,000股獲3.4倍認購。發售量調整權已獲部分行使，15,000,000股由此增發。", {"upsize_shares": "15000000", "shares_offered_public_initial": "10000000"}),
    (UNMOVED, "股東 股份數目 百分比 甲公司 300,000,000 75.00% 公眾股東 100,000,000 25.00% 總計 400,000,000 100.00%", {"shares_in_issue": "400000000"}),
    (UNMOVED, "承配人 獲配發股份 百分比 機構 80,000,000 88.89% 其他 10,000,000 11.11% 總計 90,000,000 100.00%", {"shares_in_issue": None}),
    (UNFILLED, "942 valid applications were received for 6,200,000 Shares. All 942 applicants under the Public Offer have been allotted in full the Shares they applied for.", {"valid_applications": "942", "successful_applications": "942"}),
    (RESERVED_OUT, "Applications for 1,255,800,000 Hong Kong Offer Shares are 62.79 times the 20,000,000 Hong Kong Offer Shares initially available. 60,000,000 Offer Shares have been reallocated to the Hong Kong Public Offering, which has grown to 80,000,000 Offer Shares, being 40% of the Offer Shares initially available.", {"shares_offered_public_initial": "20000000", "reallocated_shares": "60000000", "public_share_pct": "40"}),
    (COVER, "上市後，已發行股份合共400,000,000股，其中悅源投資有限公司持有300,000,000股（75%），公眾人士將持有已發行股份的25.0%。", {"public_float_pct": "25.0"}),
    (COVER, "PUBLIC FLOAT Upon Listing, 400,000,000 Shares will be in issue, of which the 100,000,000 H Shares held by the public represent 25%.", {"public_float_pct": "25"}),
    (COVER, "The 100,000,000 Offer Shares, or 25.5% of the Shares in issue, will be in public hands.", {"public_float_pct": "25.5"}),
    (COVER, "董事確認，公眾持股量不低於最低百分比25%，且三大公眾股東並無持有公眾所持股份的50%以上。", {"public_float_pct": None}),
    (COVER, "LOCK-UP AND PUBLIC FLOAT The Controlling Shareholders, who together hold 300,000,000 Shares (75% of the issued share capital), may not dispose of them.", {"public_float_pct": None}),
    (COVER, "A6356191 800 V1507291 1,200 CONCENTRATION ANALYSIS Placees Number of Shares. The Shares were allotted to 103 placees.", {"placees": "103"}),
    (COVER, "乙組獲配發之基準 30 30名申請人中之14名抽籤。63,635 甲組合共：26,669名成功申請人。連同僱員之318名，公開發售合共有27,017名獲接納申請人。", {"successful_applications": "27017"}),
    (COVER, "8 of the 11 applicants, by ballot, 1,000 Shares more. In all, 25,817 applicants (of whom 401 are Eligible Employees) were successful.", {"successful_applications": "25817"}),
    (UNMOVED, "收到265,400,000股之申請，為公開發售股份之26.54倍。概無股份由國際發售重新分配至公開發售，其仍為10,000,000股，國際發售則為90,000,000股。", {"shares_offered_public_initial": "10000000", "shares_offered_international_initial": "90000000", "public_subscription_multiple": "26.54"}),
    (UNMOVED, "合資格股東就優先發售申請24,600,000股預留股份，為可供認購之10,000,000股預留股份之2.46倍。公開發售獲認購26.54倍。", {"public_subscription_multiple": "26.54"}),
    (UNMOVED, "As the Public Offer has been over-subscribed by less than 15 times, no Shares move from the Placing to the Public Offer.", {"international_subscription_multiple": None}),
    (COVER, "公眾持股量 上市後，100,000,000股（佔已發行股份25.00%）連同早期投資者之48,000,000股（12.00%）將計入公眾持股量，合計37.00%。", {"public_float_pct": "37.00"}),
    (COVER, "PUBLIC FLOAT Of the Shares in issue the Founders hold 75% and the public 25%.", {"public_float_pct": "25"}),
    (COVER, "公眾持股量 上市後，晨光集團將持有已發行股份約67.10%。", {"public_float_pct": None}),
    (COVER, "董事確認，公眾持股量將不會低於經擴大已發行股本的25%。", {"public_float_pct": None}),
    (COVER, "概無承配人獲配售超過已發行股本30%的股份。", {"public_share_pct": None, "international_share_pct": None}),
    (COVER, "甲組1,000 54,349 54,349名申請人中的12,354名獲發1,000股。已分配予29,428名成功申請人。另有11份重複申請被拒絕受理。", {"successful_applications": "29428", "valid_applications": None}),
    (COVER, "58 applications proved to be multiple applications and were rejected. There were 8,518 successful applicants, 7,001 of whom applied for one board lot.", {"successful_applications": "8518", "valid_applications": None}),
]  # fmt: skip

PLACED = {"shares_offered_international": "150000000"}
"""A placing without a public offer."""
CASES += [
    (PLACED, "150,000,000股配售股份已配售予127名承配人。", {"shares_offered": "150000000", "shares_offered_international": None}),
    (PLACED, "公開發售獲認購，150,000,000股配售股份已配售予127名承配人。", {"shares_offered": None, "shares_offered_international": "150000000"}),
]  # fmt: skip

PRICED = {**COVER, "offer_price": "4.00"}
MONEY: list[tuple[str, dict[str, str | None]]] = [
    ("所得款項總額400.0百萬港元減去開支41.2百萬港元，淨額為358.8百萬港元。", {"net_proceeds": "358800000"}),
    ("扣除約41.2百萬港元的上市開支後，本公司從股份發售所得的淨款項約為358.8百萬港元。", {"net_proceeds": "358800000"}),
    ("The Company will receive gross proceeds of HK$400.0 million, or HK$358.8 million after expenses of HK$41.2 million.", {"net_proceeds": "358800000"}),
    ("Net proceeds, after HK$41.2 million of fees and expenses, are estimated at HK$358.8 million, and HK$55.0 million on top of that if the option is exercised in full.", {"net_proceeds": "358800000"}),
    ("The gross proceeds amount to HK$400.0 million. After deduction of commissions and listing expenses, in aggregate HK$41.2 million, the Company receives net proceeds of HK$358.8 million.", {"gross_proceeds": "400000000", "listing_expenses": "41200000", "net_proceeds": "358800000"}),
    ("The net proceeds, after deduction of the commission and other listing expenses borne by the Company of HK$41.2 million, are estimated to be HK$358.8 million.", {"listing_expenses": "41200000", "net_proceeds": "358800000"}),
    ("股份發售之所得款項淨額 (3) 按發售價計算，本公司所收取之所得款項總額約為400.0百萬港元，經扣除應付開支後，所得款項淨額估計約為358.8百萬港元。", {"gross_proceeds": "400000000", "net_proceeds": "358800000"}),
    ("The net proceeds of HK$358.8 million will be spent on a plant (HK$158.8 million) and on costs of research (HK$200.0 million).", {"listing_expenses": None, "gross_proceeds": None, "net_proceeds": "358800000"}),
    ("本公司之所得款項總額為400.0百萬港元，扣除上市開支230.5百萬港元後，所得款項淨額為169.5百萬港元。", {"gross_proceeds": "400000000", "listing_expenses": "230500000", "net_proceeds": "169500000"}),
    ("招股章程所述之發售價將不高於每股發售股份4.30港元，且預期不低於每股發售股份3.60港元。", {"offer_price_low": "3.60", "offer_price_high": "4.30"}),
    ("The Prospectus stated a price of not more than HK$4.30 per Offer Share and expected it to be not less than HK$3.60 per Offer Share.", {"offer_price_low": "3.60", "offer_price_high": "4.30"}),
    ("Based on the price of HK$4.00 per Offer Share and 100,000,000 Offer Shares, HK$400.0 million are raised.", {"offer_price_low": None, "offer_price_high": None}),
    ("價格處於招股章程所述指示性範圍每股發售股份4.30港元至3.60港元之內。", {"offer_price_low": "3.60", "offer_price_high": "4.30"}),
    ("The price lies within the range of HK$3.60–HK$4.30 that the Prospectus indicated.", {"offer_price_low": "3.60", "offer_price_high": "4.30"}),
    ("The Offer Price may not exceed the maximum given in the Prospectus, which was HK$4.30 per Offer Share. There was no minimum.", {"offer_price_low": None, "offer_price_high": "4.30"}),
    ("經作出下調發售價，發售價較招股章程所載範圍（每股4.40港元至5.00港元）之下限低約9%。", {"offer_price_low": "4.40", "offer_price_high": "5.00"}),
    ("過往十二個月之收市價介乎1.20港元與1.90港元之間。", {"offer_price_low": None, "offer_price_high": None}),
]  # fmt: skip


def stated(cover: dict[str, str], sentence: str) -> dict[str, str]:
    place = Evidence(quote="cover", page=1, bbox=(0, 0, 1, 1), bboxes=[(0, 0, 1, 1)])
    known = [
        Found(
            name, Cell(Decimal(value), "HKD" if "price" in name else "shares", Decimal(1)), place, Source.COVER, "cover"
        )
        for name, value in cover.items()
    ]
    found: dict[str, str] = {}
    told = Scan(flow(sentence))
    read = read_running(told, known)
    for one in sorted([*read, *read_float(told, read)], key=lambda one: one.source):
        if one.cell.value is not None:
            found.setdefault(one.metric, value_text(one.cell.value))
    return found


@pytest.mark.parametrize(("cover", "sentence", "figures"), CASES, ids=[case[1] for case in CASES])
def test_what_the_numbers_prove(cover: dict[str, str], sentence: str, figures: dict[str, str | None]) -> None:
    found = stated(cover, sentence)
    assert {name: found.get(name) for name in figures} == figures


@pytest.mark.parametrize(("sentence", "figures"), MONEY, ids=[case[0] for case in MONEY])
def test_what_goes_with_the_price(sentence: str, figures: dict[str, str | None]) -> None:
    found = stated(PRICED, sentence)
    assert {name: found.get(name) for name in figures} == figures


def test_the_whole_where_nobody_says_it() -> None:
    found = stated(
        {},
        "公開發售原有10,000,000股，國際發售原有90,000,000股。轉撥20,000,000股後，公開發售為30,000,000股，國際發售為70,000,000股。",
    )
    assert found["shares_offered_public"] == "30000000" and found["reallocated_shares"] == "20000000"


def test_the_whole_of_which_a_sentence_tells_a_part() -> None:
    text = (
        "Clawback has taken place: 45,000,000 Shares have been taken from the International Placing, such that 60,000,000 Shares, or 40% of the "
        "150,000,000 Offer Shares, are comprised in the Hong Kong Public Offering, which had 15,000,000 at first. The International Placing keeps 90,000,000."
    )
    found = stated({}, text)
    names = ("shares_offered", "shares_offered_public", "shares_offered_international", "public_share_pct")
    assert [found.get(name) for name in names] == ["150000000", "60000000", "90000000", "40"]


def test_the_whole_where_nothing_moved_and_percentages_prove_it() -> None:
    text = (
        "公開發售項下最終之發售股份數目為10,000,000股，佔可供認購股份總數100,000,000股之10%，已分配予2,077名成功申請人；"
        "配售項下最終之90,000,000股佔其90%，已配售予168名承配人。所申請股份數目10,000 獲配發5,000 另抽籤5,000。"
        "公眾持有100,000,000股，佔已發行股份400,000,000股之25%。"
    )
    found = stated({}, text)
    names = ("shares_offered", "shares_offered_public", "shares_offered_international")
    assert [found.get(name) for name in names] == ["100000000", "10000000", "90000000"]


@each("filings_cues", "cue", "id")
def test_cues_know_their_example_and_nothing_else(entry: Entry) -> None:
    example, never = (
        small_letters(re.sub(r"\s", "", fold(text)) if not text.isascii() else text)
        for text in (entry.example, entry["never"])
    )
    assert cues(entry["id"]).search(example), example
    assert not cues(entry["id"]).search(never), never


NOTICES: list[tuple[str, dict[str, str]]] = [
    ("Trading of the Shares is expected to open at 9:00 a.m. on Wednesday, July 15, 2020.", {"listing_date": "2020-07-15"}),
    ("The first day of dealings is expected to be Wednesday, July 15, 2020.", {"listing_date": "2020-07-15"}),
    ("Wednesday, July 15, 2020 is expected to be the first day of dealings in the Shares.", {"listing_date": "2020-07-15"}),
    ("預期上市日期為2020年7月15日（星期三）。", {"listing_date": "2020-07-15"}),
    ("股份定於2020年7月15日（星期三）上市買賣。", {"listing_date": "2020-07-15"}),
    ("Up to 15,000,000 further Shares may be issued under the Over-allotment Option.", {"over_allotment_option_shares": "15000000"}),
    ("The maximum Offer Price is HK$4.30 per Offer Share; the minimum is HK$3.60 per Offer Share.", {"offer_price_low": "3.60"}),
]  # fmt: skip
RANGES = {
    "An Offer Price of HK$3.60 to HK$4.30 per Offer Share is expected.": ("3.60", "4.30"),
    "定價區間原為每股發售股份港幣3.60元至港幣4.30元。": ("3.60", "4.30"),
    "Fees of HK$3.60 to HK$4.30 are charged for certificates.": None,
    "發售價為3.60港元，而面值為0.01港元。": None,
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures"), NOTICES, ids=[case[0] for case in NOTICES])
def test_what_a_notice_says(sentence: str, figures: dict[str, str]) -> None:
    found = {one.metric: value_text(one.cell.value) for one in read_clauses(flow(sentence), "notice") if one.cell.value}
    assert {name: found.get(name) for name in figures} == figures


@pytest.mark.parametrize(("sentence", "ends"), RANGES.items())
def test_a_range_without_a_price(sentence: str, ends: tuple[str, str] | None) -> None:
    found = tuple(value_text(one.cell.value) for one in read_range(Scan(flow(sentence)), None) if one.cell.value)
    assert found == (ends or ())


def test_a_cover_whose_labels_are_not_known() -> None:
    found = stated(
        {},
        "全球發售規模：100,000,000股股份 國際發售部分：70,000,000股股份 香港公開發售部分：30,000,000股股份。基石投資者甲及乙合共認購25,000,000股，分別為15,000,000股及10,000,000股。",
    )
    names = ("shares_offered", "shares_offered_public", "shares_offered_international")
    assert [found.get(name) for name in names] == ["100000000", "30000000", "70000000"]


GEM = {"shares_offered": "200000000", "shares_offered_public": "60000000", "shares_offered_international": "140000000"}
RESERVED = {"shares_offered": "100000000", "shares_offered_public": "28000000", "shares_offered_international": "70000000", "shares_offered_preferential": "2000000"}  # fmt: skip
UPSIZED = {
    "shares_offered": "115000000",
    "shares_offered_public": "11500000",
    "shares_offered_international": "103500000",
}
WHOLE = [
    (GEM, "公開發售項下初步提呈之公開發售股份獲極大幅超額認購。本公司合共接獲8,021份有效申請（透過白色及黃色申請表格以及電子認購指示），認購合共1,130,520,000股公開發售股份，相當於公開發售項下初步可供認購合共20,000,000股公開發售股份約56.53倍。由於公開發售之超額認購為初步數目50倍或以上但少於100倍，故已應用重新分配程序，40,000,000股股份已由配售重新分配至公開發售。因此，公開發售股份總數增至60,000,000股股份，佔股份發售項下初步可供認購發售股份總數之30%。配售項下初步提呈之180,000,000股配售股份獲輕微超額認購。經重新分配後，配售股份之最終數目為140,000,000股，相當於發售股份總數之70%，已悉數配售予合共132名經選定之專業、機構及其他投資者。", {"valid_applications": "8021", "public_subscription_multiple": "56.53", "shares_offered_public_initial": "20000000", "reallocated_shares": "40000000", "public_share_pct": "30", "shares_offered_international_initial": "180000000", "international_share_pct": "70", "placees": "132", "international_subscription_multiple": None}),
    (RESERVED, "根據僱員優先發售，合共接獲35份以粉紅色申請表格作出之有效申請，認購2,450,000股僱員預留股份，相當於初步可供認購之2,000,000股僱員預留股份約1.23倍。香港公開發售：接獲12,340份有效申請，認購合共212,320,000股香港發售股份，相當於初步可供認購之8,000,000股香港發售股份（不包括2,000,000股僱員預留股份）約26.54倍。20,000,000股發售股份由國際發售重新分配至香港公開發售，香港公開發售之發售股份增至28,000,000股，佔發售股份總數28%。國際發售初步可供認購之90,000,000股發售股份獲3.4倍認購，重新分配後為70,000,000股，佔70%。", {"valid_applications": "12340", "public_subscription_multiple": "26.54", "shares_offered_public_initial": "8000000", "reallocated_shares": "20000000", "public_share_pct": "28", "international_share_pct": "70", "shares_offered_international_initial": "90000000", "international_subscription_multiple": "3.4", "preferential_subscription_multiple": "1.23"}),
    (UPSIZED, "The Offer Size Adjustment Option has been fully exercised by the Company, pursuant to which the Company is issuing and allotting 15,000,000 additional Offer Shares. 3,456 valid applications have been received for 96,000,000 Hong Kong Offer Shares, equivalent to approximately 9.6 times of the 10,000,000 Hong Kong Offer Shares initially available. The final number of Offer Shares under the Hong Kong Public Offering is 11,500,000 Offer Shares, representing 10% of the total number of Offer Shares under the Global Offering.", {"valid_applications": "3456", "public_subscription_multiple": "9.6", "shares_offered_public_initial": "10000000", "upsize_shares": "15000000", "public_share_pct": "10", "reallocated_shares": None}),
]  # fmt: skip


@pytest.mark.parametrize(("cover", "text", "figures"), WHOLE, ids=["placing", "reserved", "upsized"])
def test_whole_announcements(cover: dict[str, str], text: str, figures: dict[str, str | None]) -> None:
    found = stated(cover, text)
    assert {name: found.get(name) for name in figures} == figures


def test_an_entry_fee_in_any_words_comes_out_to_the_cent() -> None:
    text = "一手（2,000股）以最高價3.24港元申請，連同各項費用所付6,545.30港元。倘按3.00港元計則為6,060.46港元。"
    (fee,) = read_fee(flow(text), Decimal(2000), Decimal("3.24"))
    assert (fee.metric, fee.cell.value, fee.cell.unit) == ("entry_fee", Decimal("6545.30"), "HKD")
    assert read_fee(flow(text), Decimal(2000), Decimal("3.30")) == read_fee(flow(text), None, None) == []
