"""What docs/comparing.md says is what the library does."""

import doctest
from datetime import date
from pathlib import Path

from sample import article, filings

from zhaogu.relations import EQUATIONS
from zhaogu.tables import memo

PAGE = Path(__file__).parents[2] / "docs" / "comparing.md"


def test_the_worked_example_is_the_memo() -> None:
    *lines, _ = str(memo([article(), *filings()], today=date(2026, 2, 10))).splitlines()
    assert "\n".join(lines) in PAGE.read_text("utf-8")


def test_every_check_is_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    for equation in EQUATIONS:
        assert f"| `{equation.code}` | `{equation.result}` = {equation.words} |" in text


def test_the_examples_run() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0
