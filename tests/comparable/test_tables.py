"""Wide and long tables of the worked example, and what comes back from each file."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from sample import article, fact, filings

from zhaogu.errors import UnsupportedFormat
from zhaogu.model import Extraction
from zhaogu.tables import compare, facts_frame, financials_frame, read_parquet, to_markdown, validate, write

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=cmd|"/c calc"!A0')


def both() -> list[Extraction]:
    return [article(), *filings()]


def test_one_row_an_issuer_in_order_of_listing() -> None:
    table = compare(both())
    assert list(table.index) == ["智譜", "MiniMax"]
    assert list(table["stock_code"]) == ["02513", "00100"]


@pytest.mark.parametrize(
    ("issuer", "column", "value"),
    [
        ("MiniMax", "offer_price", Decimal("165")),
        ("MiniMax", "shares_offered", Decimal("29197600")),
        ("MiniMax", "gross_proceeds", Decimal("48.176")),
        ("MiniMax", "market_cap", Decimal("1067")),
        ("MiniMax", "public_subscription_multiple", Decimal("1837.17")),
        ("MiniMax", "rd_ratio_pct_2024FY", Decimal("619.1")),
        ("智譜", "offer_price", Decimal("116.2")),
        ("智譜", "market_cap", Decimal("698.21")),
    ],
)
def test_figures_in_hundred_millions(issuer: str, column: str, value: Decimal) -> None:
    table = compare(both(), scale="億", dtype="decimal")
    assert table.loc[issuer, column] == value


def test_basis_is_chosen_and_mixing_is_a_note() -> None:
    full = compare(both(), ["shares_offered", "gross_proceeds"], offer_basis="final_greenshoe_full", dtype="decimal")
    assert full.loc["MiniMax", "shares_offered"] == 33580000
    assert full.loc["MiniMax", "gross_proceeds"] == 5540000000
    assert ["offer bases" in note.text for note in full.zhaogu.notes if note.code == "ZG-MIXED-BASIS"] == [True]


def test_periods() -> None:
    every = compare([article()], ["net_profit"], currency=None, periods="all", flat=False, dtype="decimal")
    assert every.loc["MiniMax", ("net_profit", "2025-9M")] == -512000000
    assert every.loc["智譜", ("net_profit_unit", "2025H1")] == "CNY"
    latest = compare([article()], ["net_profit"], currency=None, periods="latest", dtype="decimal")
    assert list(latest["net_profit_latest"]) == [-2358000000, -512000000]
    assert any("mixes periods" in note.text for note in latest.zhaogu.notes)
    assert list(compare([article()], ["net_profit"]).columns) == ["stock_code", "net_profit_2024FY"]


def test_every_cell_has_evidence() -> None:
    table = compare(both())
    assert [place.quote for place in table.zhaogu.evidence("MiniMax", "net_profit", "2024FY")] == [
        "net_profit -465200000"
    ]
    assert [place.page for place in table.zhaogu.evidence("00100", "gross_proceeds")] == [2]
    assert table.zhaogu.evidence("智譜", "gross_proceeds") == []
    assert table.head(1).zhaogu.records == table.zhaogu.records
    with pytest.raises(KeyError, match="MiniMax"):
        table.zhaogu.evidence("nobody", "offer_price")


def test_unknown_metric_is_named() -> None:
    with pytest.raises(KeyError, match="offer_price"):
        compare(both(), ["offer_prize"])


def test_a_rate_that_is_not_there_leaves_the_cell_empty_and_says_so() -> None:
    found = [fact("甲公司", "offer_price", "50", "TWD", as_of="2026-01-09")]
    table = compare(found, ["offer_price"])
    assert table["offer_price"].isna().all()
    assert [note.code for note in table.zhaogu.notes] == ["ZG-NOT-CONVERTED"]


@pytest.mark.parametrize("make", [lambda: compare(both()), lambda: compare(both(), dtype="decimal"), lambda: facts_frame(both()),
                                  lambda: facts_frame([])])  # fmt: skip
def test_parquet_round_trip(make: object, tmp_path: Path) -> None:
    frame = make()  # type: ignore[operator]
    validate(frame)
    back = read_parquet(write(frame, tmp_path / "table.parquet"))
    pd.testing.assert_frame_equal(pd.DataFrame(frame), back)
    assert back.attrs == frame.attrs


def test_parquet_types_do_not_depend_on_the_document(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    schemas = [
        pq.read_schema(write(facts_frame(items), tmp_path / f"{n}.parquet")) for n, items in enumerate([[], both()])
    ]
    assert schemas[0].remove_metadata() == schemas[1].remove_metadata()
    assert str(schemas[0].field("value").type) == "decimal128(38, 12)"


def test_workbook(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(write(compare(both(), scale="億"), tmp_path / "table.xlsx"))
    assert book.sheetnames == ["Table", "Notes", "Evidence"]
    sheet = book["Table"]
    names = [cell.value for cell in sheet[1]]
    row = dict(zip(names, sheet[4], strict=True))
    assert (row["issuer"].value, row["stock_code"].value, row["stock_code"].data_type) == ("MiniMax", "00100", "s")
    assert row["listing_date"].value.date().isoformat() == "2026-01-09"
    assert row["offer_price"].number_format == "#,##0.00##"
    assert sheet.freeze_panes == "B3"
    assert any("1 USD" in str(cell.value) for cell in book["Notes"]["C"])


@pytest.mark.parametrize("text", EVIL)
def test_nothing_from_a_document_is_executed(text: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    found = [fact(text, "sponsor", text, "text", quote=text), fact(text, "offer_price", "1", "HKD")]
    sheet = load_workbook(write(compare(found, ["sponsor", "offer_price"], currency=None), tmp_path / "t.xlsx"))[
        "Table"
    ]
    assert [(cell.value, cell.data_type) for cell in (sheet["A3"], sheet["C3"])] == [(text, "s")] * 2
    rows = list(csv.reader(write(facts_frame(found), tmp_path / "t.csv").read_text("utf-8-sig").splitlines()))
    assert f"'{text}" in rows[1]
    evil = [fact("<script>alert(1)</script>", "offer_price", "1", "HKD", quote="<img src=x onerror=alert(1)>")]
    page = write(compare(evil), tmp_path / "t.html").read_text("utf-8")
    assert "<script" not in page and "<img" not in page


def test_text_formats(tmp_path: Path) -> None:
    table = compare(both(), ["offer_price", "listing_date"], dtype="decimal")
    assert to_markdown(table).splitlines()[2] == "| 智譜 | 02513 | 116.20 | 2026-01-08 |"
    line = write(table, tmp_path / "t.jsonl").read_text("utf-8").splitlines()[1]
    assert json.loads(line) == {
        "issuer": "MiniMax",
        "stock_code": "00100",
        "offer_price": "165.00",
        "listing_date": "2026-01-09",
    }
    with pytest.raises(UnsupportedFormat, match="end its name in"):
        write(table, tmp_path / "t.docx")


def test_statements_by_period() -> None:
    frame = financials_frame([article()])
    assert frame.loc[("智譜", "2024FY"), "net_profit"] == -2958000000
    assert frame.loc[("MiniMax", "2025-9M"), "unit"] == "USD"
