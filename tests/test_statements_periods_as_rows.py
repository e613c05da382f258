"""Ratios with the periods as rows: heads and periods as prospectuses word them."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest

from statement_pages import extract, values

PERIODS = ("2023FY", "2024FY", "2024H1", "2025H1")
MARGINS, RATIOS = ("40.0", "41.7", "43.3", "45.0"), ("10.0", "10.4", "9.8", "9.5")
HEADS = [
    ("Gross margin", "R&D ratio"),
    ("Gross profit margin (%)", "Research and development to revenue"),
    ("Gross margin", "R&D expenses / revenue"),
    ("毛利率", "研發開支佔收入"),
    ("毛利率（%）", "研發費用佔收入比率"),
    ("毛利率", "研發比率"),
]
LABELS = [
    ("Year ended 31 December 2023", "Year ended 31 December 2024", "Six months ended 30 June 2024", "Six months ended 30 June 2025"),
    ("2023 (full year)", "2024 (full year)", "First half of 2024", "First half of 2025"),
    ("FY2023", "FY2024", "1H2024 (unaudited)", "1H2025"),
    ("2023", "2024", "H1 2024", "H1 2025"),
    ("截至2023年12月31日止年度", "截至2024年12月31日止年度", "截至2024年6月30日止六個月", "截至2025年6月30日止六個月"),
    ("2023年全年", "2024年全年", "2024年上半年（未經審核）", "2025年上半年"),
    ("二零二三年度", "二零二四年度", "二零二四年上半年", "二零二五年上半年"),
    ("2023年度", "2024年度", "2024年1-6月", "2025年1-6月"),
]  # fmt: skip


def padded(text: str, width: int) -> str:
    """``text`` flush left in so many columns; a Chinese character takes two."""
    return text + " " * (width - sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text))


@pytest.mark.parametrize(("heads", "labels", "sign"), [*product(HEADS, LABELS, ("%", ""))])
def test_ratios_by_period(heads: tuple[str, str], labels: tuple[str, ...], sign: str) -> None:
    title = "KEY RATIOS" if heads[0].isascii() else "主要財務比率"
    rows = [padded("", 40) + padded(heads[0], 26) + heads[1]]
    for label, margin, ratio in zip(labels, MARGINS, RATIOS, strict=True):
        rows.append(padded(label, 40) + padded(margin + sign, 26) + ratio + sign)
    found = values(extract("\n".join([title, *rows])))
    assert found == {
        "gross_margin_pct": dict(zip(PERIODS, MARGINS, strict=True)),
        "rd_ratio_pct": dict(zip(PERIODS, RATIOS, strict=True)),
    }
