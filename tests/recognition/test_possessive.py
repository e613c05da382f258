"""Possessive repeats as every supported Python has them: before 3.11.5 those of groups raise SystemError or match otherwise."""

from __future__ import annotations

import pytest

from zhaogu.recognition import before, recognise
from zhaogu.recognition.patterns import forward


@pytest.mark.parametrize("pattern", [forward().pattern, before._pattern().pattern], ids=["forward", "before"])
def test_no_optional_group_is_possessive(pattern: str) -> None:
    # python/cpython issues 101955 and 106052
    assert ")?+" not in pattern


def test_a_number_behind_a_line_of_text() -> None:
    """Python 3.11.2 raised SystemError here while an optional group was possessive."""
    text = "净额约20.46亿元，由包销商与公司协定。\n\n公开发售录得1,234份申请。"
    assert [str(one.value) for one in recognise(text)] == ["2046000000", "1234"]
