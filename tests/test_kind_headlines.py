"""What the headline of an announcement says it is holds against everything that its body tells of an offering."""

from __future__ import annotations

import pytest
from fixtures.restated.sheets import drawn

from zhaogu.extraction.kind import recognise_kind

DISCLAIMER_ZH = "香港交易及結算所有限公司及香港聯合交易所有限公司對本公告的內容概不負責。"
DISCLAIMER_EN = "Hong Kong Exchanges and Clearing Limited and The Stock Exchange of Hong Kong Limited take no responsibility for the contents of this announcement."
OFFERING_ZH = ["全球發售的發售股份數目：150,000,000股", "香港發售股份數目：15,000,000股", "國際發售股份數目：135,000,000股", "最高發售價：7.40港元", "面值：每股0.01港元"]  # fmt: skip
OFFERING_EN = ["Number of Placing Shares : 48,600,000 Shares", "Nominal value : US$0.0001 per Share", "Offer Price : HK$23.68", "No public offering will be made.", "Number of Offer Shares : 48,600,000"]  # fmt: skip
"""Lines that the cover of an offering has."""
OPTION_ZH = ["超額配股權獲行使", "超額配股權已於2025年7月18日獲部分行使，涉及5,311,500股股份。"]
ZH = [
    ("spin-off announcement", ["建議分拆檉木醫養並於主板獨立上市", "聆訊後資料集"]),
    ("transfer of listing", ["由GEM轉往主板上市"]),
    ("listing by introduction", ["以介紹方式於主板上市"]),
    ("interim results announcement", ["截至2025年6月30日止六個月的中期業績公告"]),
    ("annual results announcement", ["截至2025年12月31日止年度全年業績公告"]),
    ("overseas regulatory announcement", ["海外監管公告", "首次公開發行人民幣普通股（A股）股票", "網上申購中籤率公告"]),
    ("offering of A shares", ["建議首次公開發行A股"]),
    ("offering put off or withdrawn", ["延遲全球發售及退還申請股款"]),
    ("debt issue", ["於2028年到期的350,000,000美元優先票據"]),
    ("takeover, scheme or privatisation", ["建議以協議安排方式私有化"]),
    ("grant of options or awards", ["授出購股權及獎勵股份"]),
    ("change in use of proceeds", ["更改全球發售所得款項用途"]),
    ("lock-up announcement", ["自願公告", "若干基石投資者自願延長禁售期"]),
    ("capital reorganisation", ["更改每手買賣單位"]),
    ("inside information", ["內幕消息"]),
]
EN = [
    ("spin-off announcement", ["PROPOSED SPIN-OFF AND SEPARATE LISTING OF ALDER CARE"]),
    ("transfer of listing", ["TRANSFER OF LISTING FROM GEM TO THE MAIN BOARD"]),
    ("placing under a general mandate", ["COMPLETION OF PLACING OF EXISTING SHARES", "AND TOP-UP SUBSCRIPTION"]),
    ("debt issue", ["US$350,000,000 7.25% SENIOR NOTES DUE 2028"]),
    ("takeover, scheme or privatisation", ["PROPOSAL FOR THE PRIVATISATION OF THE COMPANY"]),
    ("grant of options or awards", ["GRANT OF SHARE AWARDS AND SHARE OPTIONS"]),
    ("offering put off or withdrawn", ["POSTPONEMENT OF THE GLOBAL OFFERING"]),
]


@pytest.mark.parametrize("offering", [OFFERING_ZH, OPTION_ZH], ids=["offering", "option"])
@pytest.mark.parametrize(("what", "headline"), ZH, ids=[what for what, _ in ZH])
def test_chinese(what: str, headline: list[str], offering: list[str]) -> None:
    page = [DISCLAIMER_ZH, "甲乙控股有限公司", "（股份代號：1093）", *headline, "董事會欣然宣佈，詳情如下。", *offering]
    found = recognise_kind(drawn(page))
    assert (found.kind, found.what) == ("other", what)


@pytest.mark.parametrize(("what", "headline"), EN, ids=[what for what, _ in EN])
def test_english(what: str, headline: list[str]) -> None:
    page = [DISCLAIMER_EN, "Alder Holdings Limited", "(Stock Code: 1093)", *headline, "Reference is made to the circular of the Company.", *OFFERING_EN]  # fmt: skip
    found = recognise_kind(drawn(page))
    assert (found.kind, found.what) == ("other", what)


OF_AN_OFFERING = [
    ("allotment", ["最終發售價及配發結果公告", "授出購股權"]),
    ("stabilisation", ["悉數行使超額配股權、穩定價格行動及穩定價格期結束"]),
]


@pytest.mark.parametrize(("kind", "headline"), OF_AN_OFFERING, ids=[kind for kind, _ in OF_AN_OFFERING])
def test_an_offering_is_what_it_was(kind: str, headline: list[str]) -> None:
    page = [DISCLAIMER_ZH, "甲乙控股有限公司", "（股份代號：1093）", *headline, "茲提述招股章程，內容有關全球發售。", "有效申請12,345份，承配人120名，超額認購3.5倍，超額配股權。"]  # fmt: skip
    assert recognise_kind(drawn(page)).kind == kind


def test_a_heading_below_the_first_sentence_is_no_headline() -> None:
    page = [DISCLAIMER_ZH, "甲乙控股有限公司", "（股份代號：1093）", "配發結果公告", "茲提述招股章程，內容有關全球發售。", "更改每手買賣單位", "建議分拆"]  # fmt: skip
    assert recognise_kind(drawn(page)).kind == "allotment"


def test_monthly_returns_and_next_day_returns_say_the_number_of_their_form() -> None:
    page = ["FF301", "Page 1 of 5", "Exercise of over-allotment option", "Global Offering"]
    assert recognise_kind(drawn(page)).what == "monthly return"
    page = ["FF305", "超額配股權獲行使", "全球發售"]
    assert recognise_kind(drawn(page)).what == "next-day disclosure return"
