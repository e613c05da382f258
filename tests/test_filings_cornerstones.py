"""Tables of cornerstone investors as announcements lay them out: what is a row, what a name, what only prose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest
from fixtures.restated.sheets import Restated, Sheet, spread, width

from zhaogu.extraction.filings.cornerstones import holder_name, read_cornerstones
from zhaogu.extraction.filings.table_numbers import names_end
from zhaogu.model.fact import value_text
from zhaogu.reading.document import PDFDocument
from zhaogu.reading.layout import Word
from zhaogu.reading.pdf import PDF

COLUMNS = (60.0, 330.0, 430.0)
"""Where the names, the shares and the percentages begin."""


def page(lines: Sequence[str]) -> Sheet:
    """Lines in three columns; one without ``|`` is as wide as its words, an empty one is white space, ``+`` leaves some above it."""
    stream: list[list[Word]] = []
    top = 47.0
    for printed in lines:
        top += 17 if printed.startswith("+") else 13
        line = printed.removeprefix("+")
        cells = zip(COLUMNS, line.split("|"), strict=False)
        size = 9.0 if width(line) < 60 or "|" in line else 470 / width(line)
        words = [
            word for x0, text in cells for word in spread(text, (x0, top, x0 + size * width(text) + 0.01, top + 9))
        ]
        if words:
            stream.append(words)
    return Sheet((595, 842), stream)


def investors(*pages: Sequence[str]) -> dict[str, str]:
    """Each investor's shares and the total's, under their names."""
    document = PDFDocument(name="drawn.pdf", sha256="0" * 64, pdf=cast(PDF, Restated([page(lines) for lines in pages])))
    found = read_cornerstones(document.pdf)
    return {one.holder or "total": value_text(one.cell.value) for one in found if one.cell.unit == "shares"}


ZH = ["基石投資者", "", "投資者|獲分配的發售股份數目|佔發售股份百分比", "北辰基金|3,000,000|3.00%"]
EN = ["Cornerstone Investor|Number of Offer Shares|Percentage of Offer Shares", "North Star Fund|3,000,000|3.00%"]
TABLES: dict[str, tuple[list[list[str]], dict[str, str]]] = {
    "the mark of a note alone beside the numbers": (
        [[*ZH, "草原產業基金合夥企業", "（有限合夥）", "附註|2,000,000|2.00%", "長青基金|1,000,000|1.00%", "總計|6,000,000|6.00%"]],
        {"北辰基金": "3000000", "草原產業基金合夥企業（有限合夥）": "2000000", "長青基金": "1000000", "total": "6000000"},
    ),
    "the mark with a number, beside the numbers": (
        [[*ZH, "草原產業基金合夥企業", "（附註1）|2,000,000|2.00%", "長青基金|1,000,000|1.00%", "總計|6,000,000|6.00%"]],
        {"北辰基金": "3000000", "草原產業基金合夥企業": "2000000", "長青基金": "1000000", "total": "6000000"},
    ),
    "the mark under the numbers": (
        [[*ZH, "草原產業基金|2,000,000|2.00%", "附註1", "長青基金|1,000,000|1.00%", "總計|6,000,000|6.00%"]],
        {"北辰基金": "3000000", "草原產業基金": "2000000", "長青基金": "1000000", "total": "6000000"},
    ),
    "the mark in English": (
        [[*EN, "Evergreen Capital Limited", "Note 2|2,000,000|2.00%", "Harbour Fund|1,000,000|1.00%", "Total|6,000,000|6.00%"]],
        {"North Star Fund": "3000000", "Evergreen Capital Limited": "2000000", "Harbour Fund": "1000000", "total": "6000000"},
    ),
    "notes that end the table": (
        [[*ZH, "長青基金|1,000,000|1.00%", "總計|4,000,000|4.00%", "附註：", "北辰基金的聯屬人士獲配發|9,000,000|9.00%"]],
        {"北辰基金": "3000000", "長青基金": "1000000", "total": "4000000"},
    ),
    "a summary in sentences above the table": (
        [
            [
                "Cornerstone Investors",
                "Based on the Final Offer Price and pursuant to the agreements, the Cornerstone Investors have subscribed",
                "for a total of 6,000,000 Offer Shares, representing in aggregate approximately 6.0% of the Offer Shares",
                "initially available under the Global Offering and 1.5% of the issued share capital upon completion of it.",
            ],
            [
                "CORNERSTONE INVESTORS",
                "The number of Offer Shares subscribed for by each of the Cornerstone Investors has been determined",
                "as set out below:",
                *EN,
                "Evergreen Capital Limited|3,000,000|3.00%",
                "Total|6,000,000|6.00%",
            ],
        ],
        {"North Star Fund": "3000000", "Evergreen Capital Limited": "3000000", "total": "6000000"},
    ),
    "a summary whose number stands on a short line": (
        [
            [
                "Cornerstone Investors",
                "Pursuant to the agreements and based on the Final Offer Price the following number has been taken up by",
                "all of them: 6,000,000 Offer Shares in aggregate.",
            ],
            [*EN, "Evergreen Capital Limited|3,000,000|3.00%", "Total|6,000,000|6.00%"],
        ],
        {"North Star Fund": "3000000", "Evergreen Capital Limited": "3000000", "total": "6000000"},
    ),
    "a sentence in Chinese above the table": (
        [
            [
                "基石投資者",
                "基石投資者已認購合共6,000,000股發售股份，佔發售股份總數約6.0%。",
                "",
                "基石投資者名稱|認購的發售股份數目|佔發售股份百分比",
                "北辰基金|3,000,000|3.00%",
                "長青基金|3,000,000|3.00%",
                "總計|6,000,000|6.00%",
            ]
        ],
        {"北辰基金": "3000000", "長青基金": "3000000", "total": "6000000"},
    ),
    "sentences behind the table": (
        [
            [
                *EN,
                "Evergreen Capital Limited|3,000,000|3.00%",
                "North Star Fund is a shareholder that holds 9,000,000 Shares before the Listing.",
            ]
        ],
        {"North Star Fund": "3000000", "Evergreen Capital Limited": "3000000"},
    ),
    "a line of the header that holds a number": (
        [["基石投資者", "", "基石投資者|獲分配的發售股份數目|佔發售股份百分比", "（附註）|1,000股完整買賣單位|概約百分比", "北辰基金|3,000,000|3.00%", "長青基金|2,000,000|2.00%", "總計|5,000,000|5.00%"]],
        {"北辰基金": "3000000", "長青基金": "2000000", "total": "5000000"},
    ),
}  # fmt: skip


SPACED: dict[str, tuple[list[str], dict[str, str]]] = {
    "a heading between the rows": (
        [*EN, "+Mining enterprises", "+North Pole Mining|2,000,000|2.00%", "+Evergreen Metals (Hong Kong)", "International|1,000,000|1.00%", "+Total|6,000,000|6.00%"],
        {"North Star Fund": "3000000", "North Pole Mining": "2000000", "Evergreen Metals (Hong Kong) International": "1000000", "total": "6000000"},
    ),
    "a name above whose number stands below": (
        [*EN, "+Harbour Teachers’ Board|2,000,000|2.00%", "+Evergreen Fund SPC, acting for", "Evergreen SP|1,000,000|1.00%", "+Total|6,000,000|6.00%"],
        {"North Star Fund": "3000000", "Harbour Teachers’ Board": "2000000", "Evergreen Fund SPC, acting for Evergreen SP": "1000000", "total": "6000000"},
    ),
}  # fmt: skip
"""Rows that stand further apart than the lines of a name: the white space tells them apart."""


def test_names_end_before_two_columns_of_amounts() -> None:
    """The amounts in millions of US dollars and of Hong Kong dollars stand between the names and the shares."""
    rows = [("North Star", "31.59", "245.51"), ("Evergreen", "25.06", "194.72"), ("Harbour Light", "15.80", "122.76")]
    lines = [
        [*spread(name, (60, top, 60 + 9 * width(name), top + 9)), *spread(us, (200, top, 225, top + 9)),
         *spread(hk, (260, top, 290, top + 9)), *spread("5,916,000", (330, top, 370, top + 9))]
        for top, (name, us, hk) in zip((47, 60, 73), rows, strict=True)
    ]  # fmt: skip
    assert names_end(lines, 328) == 198


@pytest.mark.parametrize("name", SPACED)
def test_rows_by_the_white_space_between_them(name: str) -> None:
    lines, expected = SPACED[name]
    assert investors(lines) == expected


SHORT_NAMES = [
    ("北辰基金（連同長青基金，統稱「北辰」）", "北辰基金（連同長青基金）"),
    ("北辰實業（香港）有限公司（「北辰實業」，為北辰集團的附屬公司）", "北辰實業（香港）有限公司（為北辰集團的附屬公司）"),
    ("North Fund, L.P. (together with Pole Fund, the “North Funds”)", "North Fund, L.P. (together with Pole Fund)"),
    ("North Partners Funds (as defined below)", "North Partners Funds"),
    ("Star (H.K.) Limited (星光（香港）有限公司)", "Star (H.K.) Limited (星光（香港）有限公司)"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "name"), SHORT_NAMES)
def test_a_name_without_the_short_name_it_defines(printed: str, name: str) -> None:
    assert holder_name(printed) == name


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_the_table(name: str) -> None:
    pages, expected = TABLES[name]
    assert investors(*pages) == expected
