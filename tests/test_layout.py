"""Words into rows and cells."""

from __future__ import annotations

import pytest

from zhaogu.reading.layout import Line, Word, join, rows


def word(text: str, x0: float, top: float, size: float = 10, width: float | None = None) -> Word:
    x1 = x0 + (width if width is not None else size * len(text))
    return Word(text, x0, top, x1, top + size, 0, len(text))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([word("最", 0, 0), word("終", 14, 0), word("發", 28, 0)], "最終發"),  # spaced-out letters are closed up
        ([word("發售價", 0, 0), word("17.42", 60, 0)], "發售價 17.42"),
        ([word("投資者", 0, 0), word("關係", 80, 0)], "投資者 關係"),  # two columns stay apart
        ([word("HK$", 0, 0), word("4,817.6", 40, 0), word("million", 120, 0)], "HK$ 4,817.6 million"),
        ([word("2025", 0, 0), word("年", 42, 0)], "2025 年"),
    ],
)
def test_join(words: list[Word], text: str) -> None:
    assert join(words) == text


def test_rows_gather_words_of_one_height_and_order_them() -> None:
    found = rows([word("b", 50, 101), word("below", 0, 114), word("a", 0, 100), word("above", 0, 88)])
    assert [line.text for line in found] == ["above", "a b", "below"]


def test_cells_split_at_wide_space() -> None:
    line = Line([word("No.", 0, 0), word("of", 32, 0), word("placees", 55, 0), word("376", 300, 0)])
    assert [cell.text for cell in line.cells()] == ["No. of placees", "376"]
    assert line.box == (0, 0, 330, 10)
