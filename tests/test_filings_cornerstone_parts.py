"""Cornerstone investors told one after the other, proven by the part of the offer that stands with their shares."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.cornerstone_sentences import read_investors

OFFERED = Decimal(100_000_000)
THREE = {"A": 8_000_000, "B": 5_500_000, "C": 2_500_000}
TOLD = {
    "for how much they took them": (
        "各基石投資者認購的股份如下：甲安資本有限公司以投資總額10.0百萬美元認購8,000,000股，佔發售股份8.00%。Beta Absolute Return Fund以7.5百萬美元的投資額認購5,500,000股，佔5.50%。丙元國際控股有限公司認購2,500,000股，佔2.50%。",
        ["甲安資本有限公司", "Beta Absolute Return Fund", "丙元國際控股有限公司"],
    ),
    "items with letters": (
        "基石投資者認購的股份數目如下：(a) 甲安資產管理（香港）有限公司（「甲安」）認購8,000,000股，佔發售股份約8.00%及已發行股本約2.00%；"
        "(b) Blue Kestrel Master Fund, L.P.認購5,500,000股，佔發售股份約5.50%；(c) 丙元國際控股有限公司認購2,500,000股，佔約2.50%。",
        ["甲安資產管理（香港）有限公司", "Blue Kestrel Master Fund, L.P.", "丙元國際控股有限公司"],
    ),
    "conditions between the shares and their part": (
        "the cornerstone investors have now been determined. Northern Pipe (Hong Kong) Co., Ltd. has subscribed for 8,000,000 Offer Shares, being (each "
        "assuming no exercise of the option) 2.00% of the share capital and 8.00% of the Offer Shares; Lau Chi Keung, Vincent has been allotted "
        "5,500,000 Offer Shares, being 1.38% of the share capital and 5.5% of the Offer Shares; and Hebang Insurance took up 2,500,000 Offer Shares, being "
        "2.50% of the Offer Shares. Taken together they have subscribed for 16,000,000 Offer Shares, or 16.00% of the Offer Shares.",
        ["Northern Pipe (Hong Kong) Co., Ltd.", "Lau Chi Keung, Vincent", "Hebang Insurance"],
    ),
    "more about who they are": (
        "CORNERSTONE INVESTORS Yangtze Fund L.P. (“Yangtze”), a limited partnership registered abroad, has subscribed for 8,000,000 Offer Shares, representing "
        "8.00% of the Offer Shares. Mr. Tang Kwok Leung, a businessman, has subscribed for 5,500,000 Offer Shares, representing 5.50% of the Offer Shares, "
        "and Gamma AG has subscribed for 2,500,000 Offer Shares, representing 2.50% of the Offer Shares. After reallocation, 50,000,000 Offer Shares, or 50.00%, are public.",
        ["Yangtze Fund L.P.", "Mr. Tang Kwok Leung", "Gamma AG"],
    ),
    "the shares before the name": (
        "the Cornerstone Investors have subscribed for the following Shares: (1) 8,000,000 Offer Shares have been allocated to Granary Peak (Hong Kong) Limited, "
        "which represents 8.00% of the Offer Shares; (2) 5,500,000 Offer Shares have been allocated to Beta Partners, which represents 5.50%; (3) 2,500,000 "
        "Offer Shares have been allocated to Gamma AG, which represents 2.50% of the Offer Shares.",
        ["Granary Peak (Hong Kong) Limited", "Beta Partners", "Gamma AG"],
    ),
    "a connected client behind the list": (
        "基石投資者認購如下：• 甲安基金（其為本公司現有股東，持有70,000,000股）已認購8,000,000股，佔8.00%。• 乙本資本有限公司（其為乙本集團的附屬公司）已認購5,500,000股，"
        "佔5.50%。• 丙元有限公司已認購2,500,000股，佔2.50%。配售予關連客戶：丁和資產管理有限公司獲配售1,000,000股，佔1.00%。",
        ["甲安基金", "乙本資本有限公司", "丙元有限公司"],
    ),
    "others behind the list": (
        "Cornerstone Investors: • Alpha Fund III, L.P. has agreed to purchase 8,000,000 Offer Shares (8.0%). • Beta Partners, through its custodian, "
        "has agreed to purchase 5,500,000 Offer Shares (5.5%). • Gamma AG was allocated 2,500,000 Offer Shares (2.5%). "
        "The Company may issue up to 15,000,000 Shares, or 15% of the Offer Shares, under the option.",
        ["Alpha Fund III, L.P.", "Beta Partners", "Gamma AG"],
    ),
}
NOBODY = [
    "國際發售（包括基石投資者）最終為70,000,000股，佔發售股份70%。香港公開發售最終為30,000,000股，佔30%。",
    "基石投資者受禁售限制。最大承配人獲配8,000,000股，佔發售股份8.00%；前五大承配人獲配20,000,000股，佔20.00%。",
]


@pytest.mark.parametrize(("text", "names"), TOLD.values(), ids=TOLD.keys())
def test_investors_with_their_parts(text: str, names: list[str]) -> None:
    found = [(one.holder, one.cell.value) for one in read_investors(flow(text), None, OFFERED, by_shape=True)]
    assert found == list(zip(names, THREE.values(), strict=True))


ONLY = {
    "基石投資者• 根據與唯一一名基石投資者訂立的協議，甲安國際控股有限公司（「甲安」）已認購8,000,000股，佔發售股份約8.00%。": "甲安國際控股有限公司",
    "CORNERSTONE INVESTOR Under the cornerstone investment agreement of 21 March 2019 with Mr. Goh Kian Huat, a developer, and at the Offer Price, "
    "Mr. Goh Kian Huat has been allocated 8,000,000 Placing Shares, which represents 8.00% of the Offer Shares. Mr. Goh may not sell them.": "Mr. Goh Kian Huat",
}


@pytest.mark.parametrize("text", ONLY)
def test_the_only_investor(text: str) -> None:
    (one,) = read_investors(flow(text), None, OFFERED, by_shape=True)
    assert (one.holder, one.cell.value) == (ONLY[text], 8_000_000)


@pytest.mark.parametrize("text", NOBODY)
def test_parts_of_others(text: str) -> None:
    assert not read_investors(flow(text), None, OFFERED, by_shape=True)
