"""Rows of the allotment form as they are laid out: what belongs to which value, on one page and over two."""

from __future__ import annotations

import pytest
from fixtures.restated.sheets import drawn

from zhaogu.extraction.filings.days import parse_date
from zhaogu.extraction.filings.form import read_form
from zhaogu.extraction.filings.form_pages import form_pages
from zhaogu.model.fact import value_text

PUBLIC = ["香港公開發售", "", "有效申請數目||37,062", "受理申請數目||21,421"]
CASES = {
    "a label of two lines, its value on the first": (
        [[*PUBLIC, "香港公開發售項下初步可供||4,195,600", "認購的發售股份數目", "認購水平||15.88倍"]],
        {"shares_offered_public_initial": "4195600", "public_subscription_multiple": "15.88"},
    ),
    "a label of two lines, its value on the second": (
        [[*PUBLIC, "香港公開發售項下初步可供", "認購的發售股份數目||4,195,600", "認購水平||15.88倍"]],
        {"shares_offered_public_initial": "4195600", "public_subscription_multiple": "15.88"},
    ),
    "two labels of two lines, one above the other": (
        [
            [
                *PUBLIC,
                "香港公開發售項下初步可供",
                "認購的發售股份數目||4,195,600",
                "自國際發售重新分配的",
                "發售股份數目||1,000",
            ]
        ],
        {"shares_offered_public_initial": "4195600", "reallocated_shares": "1000"},
    ),
    "the tranche alone on its line": (
        [["發售股份及股本", "", "發售股份數目||48,249,000", "香港公開發售", "的最終發售股份數目||4,195,600"]],
        {"shares_offered": "48249000", "shares_offered_public": "4195600"},
    ),
    "a label over the page, its value above": (
        [[*PUBLIC, "香港公開發售項下發售股份佔全球發售的||8.70%"], ["百分比", "", "國際發售", "", "承配人數目||122"]],
        {"public_share_pct": "8.70", "placees": "122"},
    ),
    "a label over the page, its value below": (
        [
            [*PUBLIC, "香港公開發售項下初步可供"],
            ["認購的發售股份數目||4,195,600", "認購水平||15.88倍", "", "國際發售", "", "承配人數目||122"],
        ],
        {"shares_offered_public_initial": "4195600", "placees": "122"},
    ),
    "a number that brackets hold": (
        [["International Offer", "", "No. of placees (including 6", "placees of an affiliate)||149"]],
        {"placees": "149"},
    ),
    "a day without a year": (
        [["Company information", "", "Stock code||2026", "Dealings commencement date||9 January"]],
        {"listing_date": "2026-01-09"},
    ),
    "a day without a year, in Chinese": (
        [["公司資料", "", "股份代號||2026", "開始買賣日期||1月9日（星期五）"]],
        {"listing_date": "2026-01-09"},
    ),
    "levels with and without cornerstone investors": (
        [["國際發售", "", "承配人數目||122", "認購水平||7.72倍", "認購水平（不包括基石投資者）||14.5倍"]],
        {
            "international_subscription_multiple": "7.72",
            "international_subscription_multiple_ex_cornerstone": "14.5",
        },
    ),
    "headings with numbers, of two parts, of details": (
        [
            [
                "一、公司資料及價格",
                "",
                "發售價範圍||0.50港元至0.60港元",
                "",
                "二、公開發售之詳情",
                "",
                "認購倍數||33.72倍",
                "",
                "三、配售之詳情",
                "",
                "認購倍數||1.06倍",
            ]
        ],
        {
            "offer_price_low": "0.50",
            "offer_price_high": "0.60",
            "public_subscription_multiple": "33.72",
            "international_subscription_multiple": "1.06",
        },
    ),
    "headings with numbers in two languages": (
        [
            [
                "2. HONG KONG PUBLIC OFFERING 香港公開發售",
                "",
                "Subscription level||141.36 times",
                "",
                "4. INTERNATIONAL OFFERING 國際發售",
                "",
                "Subscription level||12.07 times",
            ]
        ],
        {"public_subscription_multiple": "141.36", "international_subscription_multiple": "12.07"},
    ),
    "shares that leave the public tranche, told on both sides of a page break": (
        [
            [
                "F. ALLOTMENT RESULTS DETAILS: PUBLIC OFFER",
                "",
                "Subscription level:||0.66 times",
                "No. of unsubscribed Offer Shares reallocated to the||3,440,000",
                "International Placing:",
            ],
            [
                "Final no. of Offer Shares under the Public Offer:||6,560,000",
                "",
                "G. ALLOTMENT RESULTS DETAILS: INTERNATIONAL PLACING",
                "",
                "No. of Offer Shares reallocated from the Public Offer:||3,440,000",
                "Final no. of Offer Shares under the International Placing:||93,440,000",
            ],
        ],
        {
            "public_subscription_multiple": "0.66",
            "reallocated_shares": "-3440000",
            "shares_offered_public": "6560000",
            "shares_offered_international": "93440000",
        },
    ),
    "items with numbers": (
        [
            [
                "6. International Placing 國際配售",
                "",
                "6.1 No. of placees||96",
                "",
                "香港公開發售",
                "",
                "14. 有效申請數量||575",
                "(ii) 觸發回補||否",
            ]
        ],
        {"placees": "96", "valid_applications": "575", "clawback_triggered": "false"},
    ),
    "a day with a note that goes on below": (
        [["Company information", "", "Stock code||2365", "Dealings commencement date:||26 March 2024 (see Note", "1)"]],
        {"listing_date": "2024-03-26"},
    ),
    "leader dots before words": (
        [["公司資料", "", "股份簡稱 . . . . . . . . . . . . .||星河樓宇"]],
        {"stock_short_name": "星河樓宇"},
    ),
    "tranches with an article, and 'as a' that is no mechanism": (
        [
            [
                "THE PUBLIC OFFER",
                "",
                "Level of subscription||19.59 times",
                "Final number of Offer Shares under the Public Offer as a",
                "percentage of the Offer Shares under the Share Offer||12.2%",
                "",
                "The Placing",
                "",
                "Level of subscription||1.04 times",
            ]
        ],
        {
            "public_subscription_multiple": "19.59",
            "public_share_pct": "12.2",
            "international_subscription_multiple": "1.04",
        },
    ),
    "a label that ends with the name of a part": (
        [
            [
                "INTERNATIONAL OFFER",
                "",
                "No. of placees||318",
                "% of Offer Shares under the International Offer to the Global||81.82%",
                "Offering (after the partial exercise of the Offer Size",
                "Adjustment Option)",
            ]
        ],
        {"placees": "318", "international_share_pct": "81.82"},
    ),
    "reserved shares": (
        [["僱員優先發售", "", "認購水平||0.45倍", "僱員優先發售項下的發售股份最終數目||56,500"]],
        {"preferential_subscription_multiple": "0.45", "shares_offered_preferential": "56500"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_rows_state(name: str) -> None:
    pages, figures = CASES[name]
    found = read_form(drawn(*pages).pdf, parse_date("31 December 2025"))
    stated = {one.metric: value_text(one.cell.value) for one in found if one.cell.value is not None}
    assert {metric: stated.get(metric) for metric in figures} == figures


def test_the_last_rows_of_a_table_on_the_next_page() -> None:
    first = ["INTERNATIONAL OFFER", "", "No. of placees||318", "Subscription level||27.91 times"]
    last = [
        "% of Offer Shares under the International Offer to the Global||81.82%",
        "Offering",
        "",
        "Lock-up undertakings",
    ]
    other = [
        "Total||22,140,000",
        "The Directors confirm that none of the Offer Shares has been financed by the Company.",
    ]
    assert [page.number for page in form_pages(drawn(first, last).pdf)] == [1, 2]
    assert [page.number for page in form_pages(drawn(first, other, last).pdf)] == [1]
    assert [page.number for page in form_pages(drawn(other, last).pdf)] == []
