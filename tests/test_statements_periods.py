"""The periods that headers of columns state."""

from __future__ import annotations

import pytest

from zhaogu.extraction.statements.headers import is_header_text
from zhaogu.extraction.statements.labels import fold
from zhaogu.extraction.statements.periods import arabic, duration, instant, span

FLOWS = [
    ("FYE2023", (12, 31), "2023FY"),
    ("2023財年", (12, 31), "2023FY"),
    ("二零二三財政年度", (12, 31), "2023FY"),
    ("FY2023/24", (3, 31), "2024FY"),
    ("FY23/24", (6, 30), "2024FY"),
    ("2024年前三季度", (12, 31), "2024-9M"),
    ("2024年第三季度", (12, 31), "2024Q3"),
    ("2024年一季度", (12, 31), "2024Q1"),
    ("3Q24", (12, 31), "2024Q3"),
    ("Q1 2024", (12, 31), "2024Q1"),
    ("9M2024", (12, 31), "2024-9M"),
    ("6M24", (12, 31), "2024H1"),
    ("H1 2024", (12, 31), "2024H1"),
    ("2024年1月至6月", (12, 31), "2024H1"),
    ("2024.1-6", (12, 31), "2024H1"),
    ("quarter ended June 30, 2024", (12, 31), "2024Q2"),
]
DAYS = [
    ("31.12.2024", "2024-12-31"),
    ("30/6/2024", "2024-06-30"),
    ("2024.6.30", "2024-06-30"),
    ("2024-06-30", "2024-06-30"),
    ("2024年6月末", "2024-06-30"),
    ("2024年底", "2024-12-31"),
]


@pytest.mark.parametrize(("text", "year_end", "label"), FLOWS)
def test_flow(text: str, year_end: tuple[int, int], label: str) -> None:
    found = duration(span(arabic(fold(text))), year_end)
    assert found is not None and found.label == label
    assert is_header_text(text)


@pytest.mark.parametrize(("text", "label"), DAYS)
def test_day(text: str, label: str) -> None:
    found = instant(span(arabic(fold(text))), (12, 31))
    assert found is not None and found.label == label
    assert is_header_text(text)


@pytest.mark.parametrize("text", ["2024.1-15", "12.31.2024", "99.99.2024", "2024年15月", "9 months ended 31.15.2024"])
def test_what_the_calendar_lacks_is_no_day(text: str) -> None:
    found = span(arabic(fold(text)))
    assert found.month is None and found.day is None
    assert instant(found, None) is None
