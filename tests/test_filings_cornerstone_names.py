"""Cornerstone investors of a sentence by the form of their names: 3,000,000 shares to the first and 2,000,000 to the second."""

from __future__ import annotations

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.cornerstone_sentences import read_investors

CHINESE = [
    '基石投資者北辰基金有限公司及Harrow Lane Fund SPC分別獲分配3,000,000股及2,000,000股發售股份，合共5,000,000股。',
    '按發售價計，北辰基金有限公司獲分配3,000,000股發售股份（佔發售股份3.0%），Harrow Lane Fund SPC獲分配2,000,000股發售股份（佔2.0%），兩者均為基石投資者。',
    '兩名基石投資者之認購情況如下：北辰基金有限公司3,000,000股；Harrow Lane Fund SPC 2,000,000股。',
    '基石投資者北辰基金有限公司（3,000,000股）及Harrow Lane Fund SPC（2,000,000股）所持股份受六個月禁售期限制。',
    '根據基石投資協議，北辰基金有限公司購入3,000,000股發售股份，而Harrow Lane Fund SPC則購入2,000,000股發售股份。',
    '基石投資者之認購：(a)北辰基金有限公司以12.0百萬港元認購3,000,000股；(b)Harrow Lane Fund SPC以8.0百萬港元認購2,000,000股。',
    '基石投資者（即北辰基金有限公司及Harrow Lane Fund SPC）最終各自認購之股數為3,000,000股及2,000,000股。',
    '就基石配售而言，北辰基金有限公司所認購之股份為3,000,000股，Harrow Lane Fund SPC所認購之股份為2,000,000股。',
    '基石投資者合共認購5,000,000股發售股份，當中北辰基金有限公司佔3,000,000股，Harrow Lane Fund SPC佔2,000,000股。',
    '3,000,000股發售股份配發予基石投資者北辰基金有限公司，另2,000,000股配發予基石投資者Harrow Lane Fund SPC。',
    '基石投資者北辰基金有限公司認購3,000,000股發售股份。另一基石投資者Harrow Lane Fund SPC認購2,000,000股發售股份。',
]  # fmt: skip
ENGLISH = [
    'The cornerstone investors, namely North Star Fund Limited and Harrow Lane Fund SPC, have been allocated 3,000,000 and 2,000,000 Offer Shares respectively.',
    'North Star Fund Limited and Harrow Lane Fund SPC, our two cornerstone investors, take 3,000,000 and 2,000,000 Offer Shares respectively, 5,000,000 in all, or 5.0% of the Offer Shares.',
    'Two cornerstone investors subscribed: North Star Fund Limited for 3,000,000 Offer Shares and Harrow Lane Fund SPC for 2,000,000 Offer Shares.',
    'Under its cornerstone investment agreement North Star Fund Limited has bought 3,000,000 Offer Shares, and Harrow Lane Fund SPC under its own 2,000,000 Offer Shares.',
    'As cornerstone investors, North Star Fund Limited has acquired 3,000,000 Offer Shares and Harrow Lane Fund SPC 2,000,000 Offer Shares.',
    'Of the International Offer Shares, 3,000,000 were placed with North Star Fund Limited and 2,000,000 with Harrow Lane Fund SPC, both cornerstone investors.',
    'The cornerstone investors are North Star Fund Limited (3,000,000 Offer Shares) and Harrow Lane Fund SPC (2,000,000 Offer Shares).',
    'Cornerstone investments: North Star Fund Limited, 3,000,000 Offer Shares; Harrow Lane Fund SPC, 2,000,000 Offer Shares.',
    'The cornerstone investor North Star Fund Limited holds 3,000,000 Offer Shares and the cornerstone investor Harrow Lane Fund SPC 2,000,000 Offer Shares upon Listing.',
    '3,000,000 Offer Shares have been subscribed for by North Star Fund Limited and 2,000,000 Offer Shares by Harrow Lane Fund SPC under the Cornerstone Placing.',
    'At the Offer Price the number of Offer Shares for which the cornerstone investors subscribe is 3,000,000 in the case of North Star Fund Limited and 2,000,000 in the case of Harrow Lane Fund SPC.',
]  # fmt: skip
NOBODY = [
    "概無基石投資者、本公司附屬公司或獨家保薦人百宏融資有限公司獲配發超過1,000,000股及2,000,000股。",
    "基石投資者北辰基金有限公司及長青人壽有限公司受禁售期所限，直至2021年1月14日，分別涉及3,000,000股及2,000,000股。",
    "北辰基金有限公司及長青人壽有限公司分別持有3,000,000股及2,000,000股。",
    "The cornerstone investors took 5,000,000 Offer Shares. Harbour Securities Limited and Bay Capital Limited, connected clients, take 100,000 and 200,000 Offer Shares with the consent of the Stock Exchange.",
    "就該等承配人（包括基石投資者）而言，甲組共收到84,532份有效申請，認購合共4,648,000股；乙組收到4,450份有效申請，認購合共2,682,000股。",
]  # fmt: skip


@pytest.mark.parametrize("sentence", [*CHINESE, *ENGLISH])
def test_investors_of_a_sentence(sentence: str) -> None:
    first = "北辰基金有限公司" if sentence in CHINESE else "North Star Fund Limited"
    found = {one.holder: one.cell.value for one in read_investors(flow(sentence), None, by_shape=True)}
    assert found == {first: 3000000, "Harrow Lane Fund SPC": 2000000}


@pytest.mark.parametrize("sentence", NOBODY)
def test_names_that_are_no_investors(sentence: str) -> None:

    assert not read_investors(flow(sentence), None, by_shape=True)
