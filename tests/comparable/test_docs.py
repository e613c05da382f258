"""What docs/comparing.md says is what the library does."""

import doctest
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from sample import article, filings

import zhaogu
from zhaogu.relations import EQUATIONS
from zhaogu.tables import compare, differences_frame, memo

PAGE = Path(__file__).parents[2] / "docs" / "comparing.md"


def rows(heading: str) -> Iterator[list[str]]:
    """The rows of the page's table with that heading."""
    body = PAGE.read_text("utf-8").partition(f"{heading}\n")[2].partition("\n\n")[0]
    for line in body.splitlines()[1:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def test_the_worked_example_is_the_memo() -> None:
    *lines, _ = str(memo([article(), *filings()], today=date(2026, 2, 10))).splitlines()
    assert "\n".join(lines) in PAGE.read_text("utf-8")


def test_the_differences_are_those_of_the_table() -> None:
    frame = differences_frame([article(), *filings()])
    told = frame[(frame["stock_code"] == "00100") & (frame["other_document"] == "article.txt")].set_index("metric")
    listed = list(rows("| figure | article | filing | class |"))
    assert len(listed) == 6
    for name, other, chosen, kind in listed:
        assert list(told.loc[name, ["other", "chosen", "class"]]) == [other, chosen, kind]


@pytest.mark.parametrize("currency", ["HKD", "USD", "CNY"])
def test_the_three_currencies_are_those_of_the_table(currency: str) -> None:
    metrics = ["offer_price", "gross_proceeds", "market_cap", "net_profit", "order_amount"]
    made = {
        alone: compare(items, metrics, currency=currency, scale="m", dtype="decimal")
        for alone, items in ((True, [article()]), (False, [article(), *filings()]))
    }
    listed = list(rows("| figure | HKD | USD | CNY |"))
    assert len(listed) == 9
    for figure, *amounts in listed:
        name, _, alone = figure.partition(", ")
        issuer, column = name.split()
        number: Decimal = made[bool(alone)].loc[issuer, column]
        shown = f"{abs(number):,.2f}"
        assert amounts[["HKD", "USD", "CNY"].index(currency)] == (f"({shown})" if number < 0 else shown)


def test_every_check_is_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    for equation in EQUATIONS:
        assert f"| `{equation.code}` | `{equation.result}` = {equation.words} |" in text


def test_the_sessions_run() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {item.document: item for item in (article(), *filings())}
    monkeypatch.setattr(zhaogu, "extract", known.__getitem__)
    monkeypatch.setattr("pandas.io.clipboard.clipboard_set", lambda _: None)
    monkeypatch.chdir(tmp_path)
    Path("rates.csv").write_text("date,USD/HKD,CNY/HKD\n2026-01-09,7.8,1.12\n", encoding="utf-8")
    space = {"frame": pd.DataFrame({"date": ["2026-01-09"], "USD/HKD": ["7.8"]})}
    for code in re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
        if "import duckdb" in code:
            pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
        if ">>>" not in code:
            exec(code, space)
    assert Path("comparison.xlsx").exists() and Path("facts.parquet").exists()
