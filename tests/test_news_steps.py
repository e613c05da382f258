"""Changes in several steps, lists of years after other lists, and metrics told again: which year a figure is of."""

from __future__ import annotations

from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2025, 11, 21)
YEARS = "測試科技(02899.HK)通過聆訊。2022年、2023年及2024年收入分別為1億元、2億元及3億元人民幣。"

CASES = {
    "a further step without a year": (
        "過去三年,毛利從2.57億元增至6.60億元,再到8.38億元。",
        "gross_profit",
        {"2022FY": "257000000", "2023FY": "660000000", "2024FY": "838000000"},
    ),
    "the last step with its year": (
        "同期淨虧損由2.42億元擴大至3.42億元,2024年收窄至2.37億元。",
        "net_profit",
        {"2022FY": "-242000000", "2023FY": "-342000000", "2024FY": "-237000000"},
    ),
    "two ends as a list": (
        "毛利率則由63.4%升至75.4%及90.4%。",
        "gross_margin_pct",
        {"2022FY": "63.4", "2023FY": "75.4", "2024FY": "90.4"},
    ),
    "a turn back": (
        "毛利率从29.6%升到35.4%,再小幅回落至34.2%。",
        "gross_margin_pct",
        {"2022FY": "29.6", "2023FY": "35.4", "2024FY": "34.2"},
    ),
    "the change in a clause of its own": (
        "虧損卻逐年上升,由4,180萬升至5,250萬,再倍增至1.03億元。",
        "net_profit",
        {"2022FY": "-41800000", "2023FY": "-52500000", "2024FY": "-103000000"},
    ),
    "the year after": (
        "毛利率自63.4%攀升到75.4%,次年再升到80.1%。",
        "gross_margin_pct",
        {"2022FY": "63.4", "2023FY": "75.4", "2024FY": "80.1"},
    ),
    "a first step with its year": (
        "净利润由2022年的1.66亿元增至2.06亿元,并于2024年升至2.24亿元。",
        "net_profit",
        {"2022FY": "166000000", "2023FY": "206000000", "2024FY": "224000000"},
    ),
    "two steps only: the ends of the range": (
        "净利润从1.66亿元一路升至2.24亿元。",
        "net_profit",
        {"2022FY": "166000000", "2024FY": "224000000"},
    ),
    "a part of a year that follows is no step": (
        "纯利由1.66亿元增至2.06亿元,再增至2.24亿元,今年上半年再赚1.1亿元。",
        "net_profit",
        {"2022FY": "166000000", "2023FY": "206000000", "2024FY": "224000000", "2025H1": "110000000"},
    ),
    "years alone after a part of a year": (
        "2025年上半年收入2億元。毛利率分別為17.5%、3.1%及19.1%,2025年上半年為18.8%。",
        "gross_margin_pct",
        {"2022FY": "17.5", "2023FY": "3.1", "2024FY": "19.1", "2025H1": "18.8"},
    ),
    "a remark on the unit within a list": (
        "2022年至2024年純利分別為1.66億元(人民幣,下同)、2.06億元及2.24億元。",
        "net_profit",
        {"2022FY": "166000000", "2023FY": "206000000", "2024FY": "224000000"},
    ),
    "metrics told again for another period": (
        "今年上半年收入3億元,純利1億元;去年同期分別為2億元及8,000萬元。",
        "net_profit",
        {"2025H1": "100000000", "2024H1": "80000000"},
    ),
    "metrics told again with their signs": (
        "2025年上半年收入3億元,淨虧損1億元,2024年分別為2億元和8,000萬元。",
        "net_profit",
        {"2025H1": "-100000000", "2024FY": "-80000000"},
    ),
}


@pytest.mark.parametrize(("text", "metric", "expected"), CASES.values(), ids=CASES.keys())
def test_which_year(text: str, metric: str, expected: dict[str, str]) -> None:
    facts = zhaogu.extract(YEARS + text, published=PUBLISHED).facts
    assert {str(f.period): str(f.value) for f in facts if f.metric == metric} == expected
