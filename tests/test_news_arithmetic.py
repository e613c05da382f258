"""Figures that no word explains: a relation of the offering names them, or nobody does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import zhaogu

LISTED = "測試科技(02899.HK)今日在港交所主板掛牌,"
ENTRY = date(2025, 12, 5)

CASES = [
    # 17.5 × 200 × 1.010085 is 3,535.2975
    (f"{LISTED}發售價17.5元,每手200股,湊足3,535.30元就能參與。", "entry_fee", "3535.30"),
    (f"{LISTED}發售價17.5元,湊足3,535.30元才分得到那200股。", "board_lot", "200"),
    # neither word nor place tells the lot and the fee: 400 × 17.5 × 1.010085 is 7,070.595
    (f"{LISTED}發售價17.5元。門檻不高:400股,7,070.60元。", "entry_fee", "7070.60"),
    (f"{LISTED}發售價17.5元。門檻不高:400股,7,070.60元。", "board_lot", "400"),
    # 20.35 ÷ 17.5 − 1 is 16.29 %
    (f"{LISTED}發售價17.5元,收報20.35元,紙上富貴16.29%。", "first_day_change_pct", "16.29"),
    # 17.5 × 31.2 million is 546 million
    (f"{LISTED}發售價17.5元,全球發售3,120萬股,銀行戶口多了5.46億元。", "gross_proceeds", "546000000"),
]

SILENT = [
    # another fee than the relation makes
    (f"{LISTED}發售價17.5元,每手200股,湊足3,600.00元就能參與。", "entry_fee"),
    # a half is too round a figure to be told from others
    (f"{LISTED}發售價20元,收報30元,紙上富貴五成。", "first_day_change_pct"),
    # the figure of another company
    (f"{LISTED}發售價17.5元,每手200股。甲乙集團則要3,535.30元。", "entry_fee"),
]


@pytest.mark.parametrize(("text", "metric", "value"), CASES)
def test_a_relation_names_the_figure(text: str, metric: str, value: str) -> None:
    facts = {fact.metric: fact for fact in zhaogu.extract(text, published=ENTRY).facts}
    assert facts[metric].value == Decimal(value)
    assert facts[metric].rule == f"news.arithmetic.{metric}"
    assert [note.code for note in facts[metric].notes if note.code == "by_arithmetic"]


@pytest.mark.parametrize(("text", "metric"), SILENT)
def test_a_figure_that_fits_nothing_sharply_stays_unnamed(text: str, metric: str) -> None:
    assert metric not in {fact.metric for fact in zhaogu.extract(text, published=ENTRY).facts}
