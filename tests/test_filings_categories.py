"""Headings in a column of their own, left of the rows that they head: which rows are whose."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from fixtures.restated.sheets import spread, width

from zhaogu.extraction.filings.categories import parts_of
from zhaogu.reading.layout import Line, Word, rows

Cell = tuple[float, float, str]
"""Row of the grid (a half stands between two rows), left edge, text."""

PITCH, HEIGHT = 16.0, 10.0
CATEGORY, LABEL, VALUE = 60.0, 180.0, 480.0


def page(*cells: Cell) -> list[Line]:
    """The lines of a page with these cells."""
    words: list[Word] = []
    for row, x0, text in cells:
        top = 60 + PITCH * row
        words += spread(text, (x0, top, x0 + HEIGHT * width(text) + 0.01, top + HEIGHT))
    return rows(words)


def grid(first: int, labels: Sequence[str]) -> list[Cell]:
    """Labels with a value each, from row ``first`` down."""
    return [cell for row, label in enumerate(labels, first) for cell in ((row, LABEL, label), (row, VALUE, f"{row}00"))]


TABLE = grid(0, ["股份代號", "股份簡稱", "開始買賣日期", "最終發售價", "最高發售價"])
PUBLIC = grid(0, ["有效申請數目", "受理申請數目", "認購額", "重新分配"])
CASES: dict[str, tuple[list[Cell], list[str]]] = {
    "in the middle of three rows and between two": (
        [*TABLE, (1, CATEGORY, "公司資料"), (3.5, CATEGORY, "價格資料")],
        ["[公司資料]", "股份代號 000", "股份簡稱 100", "開始買賣日期 200", "[價格資料]", "最終發售價 300", "最高發售價 400"],
    ),
    "on the first of its rows": (
        [*TABLE, (0, CATEGORY, "公司資料"), (3, CATEGORY, "價格資料")],
        ["[公司資料]", "股份代號 000", "股份簡稱 100", "開始買賣日期 200", "[價格資料]", "最終發售價 300", "最高發售價 400"],
    ),
    "of two lines": (
        [*PUBLIC, (1.1, CATEGORY, "Hong Kong"), (1.9, CATEGORY, "Public Offering")],
        ["[Hong Kong Public Offering]", "有效申請數目 000", "受理申請數目 100", "認購額 200", "重新分配 300"],
    ),
    "one that no form has, beside one that all have": (
        [*TABLE, (1, CATEGORY, "其他"), (3.5, CATEGORY, "價格資料")],
        ["[其他]", "股份代號 000", "股份簡稱 100", "開始買賣日期 200", "[價格資料]", "最終發售價 300", "最高發售價 400"],
    ),
    "a footer far below is no row": (
        [*PUBLIC, (1.5, CATEGORY, "香港公開發售"), (9, LABEL + 60, "2")],
        ["[香港公開發售]", "有效申請數目 000", "受理申請數目 100", "認購額 200", "重新分配 300", "2"],
    ),
    "labels that are called like categories have values of their own": (
        [(0, CATEGORY, "發售價"), (0, LABEL, "每股62.00港元"), (1, LABEL, "另加經紀佣金"), (2, CATEGORY, "面值"), (2, LABEL, "1.00元")],
        ["發售價 每股62.00港元", "另加經紀佣金", "面值 1.00元"],
    ),
    "names of investors are no categories": (
        [*grid(0, ["9,000", "8,000", "7,000"]), (0.5, CATEGORY, "星河基金"), (2, CATEGORY, "海嶺資本")],
        ["9,000 000", "星河基金", "8,000 100", "海嶺資本 7,000 200"],
    ),
    "no category that stands nowhere near its rows": (
        [*grid(0, ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"]), (7, CATEGORY, "公司資料")],
        ["甲 000", "乙 100", "丙 200", "丁 300", "戊 400", "己 500", "庚 600", "公司資料 辛 700", "壬 800"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_categories(name: str) -> None:
    cells, wanted = CASES[name]
    found = [f"[{part.line.text}]" if part.is_category else part.line.text for part in parts_of(page(*cells))]
    assert found == wanted


def test_a_page_of_thousands_of_rows_takes_no_longer_than_it_has_rows() -> None:
    labels = ["股份代號"] * 2_000
    cells = [*grid(0, labels), *((row + 0.5, CATEGORY, "公司資料") for row in range(0, 2_000, 2))]
    lines = page(*cells)
    begin = time.process_time()
    assert sum(not part.is_category for part in parts_of(lines)) >= len(labels)
    assert time.process_time() - begin < 5
