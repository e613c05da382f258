"""Rows of the allotment form as they are laid out: what belongs to which value, on one page and over two."""

from __future__ import annotations

import pytest
from fixtures.restated.sheets import drawn

from zhaogu.extraction.filings.days import parse_date
from zhaogu.extraction.filings.form import read_form
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
