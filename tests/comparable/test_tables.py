"""Wide and long tables of the worked example, and what comes back from each file."""

from __future__ import annotations

import csv
import io
import json
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sample import article, fact, filings

from zhaogu.conversion import EcbRates
from zhaogu.errors import UnsupportedFormat
from zhaogu.model import Extraction, IPORecord
from zhaogu.tables import (
    Comparison,
    SchemaMismatch,
    checks_frame,
    compare,
    differences_frame,
    facts_frame,
    financials_frame,
    memo,
    pandera_schema,
    read_parquet,
    to_arrow,
    to_clipboard,
    to_markdown,
    validate,
    write,
)

EVIL = ("=1+1", "+1", "-1", "@SUM(A1)", '=cmd|"/c calc"!A0', "\t=1+1", "\r=1+1")


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
    mixed, missing = (note.text for note in full.zhaogu.notes if note.code == "ZG-MIXED-BASIS")
    assert mixed == "shares_offered mixes offer bases: not stated (智譜); final_greenshoe_full (MiniMax)"
    assert missing == "shares_offered: not known on the basis final_greenshoe_full, shown on another: 智譜"


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


def test_a_label_that_is_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="write 2024FY"):
        compare([article()], ["net_profit"], periods="2024")


def test_unknown_metric_is_named() -> None:
    with pytest.raises(KeyError, match="offer_price"):
        compare(both(), ["offer_prize"])


def test_a_rate_that_is_not_there_leaves_the_cell_empty_and_says_so() -> None:
    found = [fact("甲公司", "offer_price", "50", "TWD", as_of="2026-01-09")]
    table = compare(found, ["offer_price"])
    assert table["offer_price"].isna().all()
    assert [note.code for note in table.zhaogu.notes] == ["ZG-NOT-CONVERTED"]


@pytest.mark.parametrize("make", [lambda: compare(both()), lambda: compare(both(), dtype="decimal"), lambda: facts_frame(both()),
                                  lambda: facts_frame([]), lambda: differences_frame(both()),
                                  lambda: checks_frame(both(), failures_only=False)])  # fmt: skip
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
    assert [(cell.value, cell.data_type) for cell in (sheet["A3"], sheet["C3"])] == [(text.lstrip("\r"), "s")] * 2
    with write(facts_frame(found), tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as lines:
        (_, row, _) = csv.reader(lines)
    assert f"'{text}" in row and text not in row
    evil = [fact("<script>alert(1)</script>", "offer_price", "1", "HKD", quote="<img src=x onerror=alert(1)>")]
    page = write(compare(evil), tmp_path / "t.html").read_text("utf-8")
    assert "<script" not in page and "<img" not in page
    for shown in (to_markdown(compare(evil)), compare(evil).memo().to_markdown()):
        assert "<script" not in shown and "&lt;script" in shown


@pytest.mark.parametrize("text", EVIL)
def test_nothing_pasted_is_executed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted: list[str] = []
    monkeypatch.setattr("pandas.io.clipboard.clipboard_set", pasted.append)
    found = [
        fact(text, "sponsor", text, "text", quote=text),
        fact(text, "net_profit", "-1234567.125", "HKD", period="2024FY"),
    ]
    compare(found, ["sponsor", "net_profit"], dtype="decimal").to_clipboard()
    to_clipboard(facts_frame(found))
    memo(found).to_clipboard()
    for copied in pasted:
        for row in csv.reader(io.StringIO(copied, newline=""), delimiter="\t"):
            assert [cell for cell in row if cell.startswith(("=", "@", "\t", "\r", "+")) or cell == text] == []
    assert "\t-1234567.125\n" in pasted[0].replace("\r\n", "\n")


def test_codes_stay_text(tmp_path: Path) -> None:
    table = compare(both(), ["offer_price"])
    assert str(table["stock_code"].dtype) == "string"
    assert "00100" in write(table, tmp_path / "t.csv").read_text("utf-8-sig")
    assert json.loads(write(table, tmp_path / "t.jsonl").read_text("utf-8").splitlines()[1])["stock_code"] == "00100"
    assert "| 00100 |" in to_markdown(table)
    assert list(pd.read_csv(tmp_path / "t.csv", dtype={"stock_code": str})["stock_code"]) == ["02513", "00100"]


def test_derived_columns_are_marked(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    table = compare(both(), ["offer_price", "market_cap_at_offer"])
    assert table.attrs["derived"] == ["market_cap_at_offer"]
    sheet = load_workbook(write(table, tmp_path / "t.xlsx"))["Table"]
    assert [cell.value for cell in sheet[2]] == [
        "發行人 Issuer",
        "股份代號 Stock code",
        "發售價 Offer price (HKD)",
        "發售價市值 Market value at offer (HKD), 推算 derived",
    ]
    assert "推算 derived" in write(table, tmp_path / "t.html").read_text("utf-8")


def test_losses_stand_in_brackets_in_a_workbook(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(write(compare(both(), "net_profit", scale="m"), tmp_path / "t.xlsx"))["Table"]
    assert sheet["C3"].value < 0 and sheet["C3"].number_format == "#,##0.0##;(#,##0.0##)"


def test_the_evidence_sheet_names_page_and_quote(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(write(compare(both(), "gross_proceeds"), tmp_path / "t.xlsx"))["Evidence"]
    row = dict(zip([cell.value for cell in sheet[1]], [cell.value for cell in sheet[2]], strict=True))
    assert (row["issuer"], row["document"], row["page"], row["quote"], row["tier"]) == (
        "MiniMax", "00100-allotment.pdf", "2", "gross_proceeds 4817600000", "checked")  # fmt: skip


def test_text_formats(tmp_path: Path) -> None:
    table = compare(both(), ["offer_price", "listing_date"], dtype="decimal")
    assert to_markdown(table).splitlines()[2] == "| 智譜 | 02513 | 116.20 | 2026-01-08 |"
    wide = to_markdown(compare(both(), ["shares_offered", "net_profit"], scale="億")).splitlines()
    assert wide[1:3] == ["|---|---|---:|---:|", "| 智譜 | 02513 | 37,419,500 | -32.0778 |"]
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


@pytest.mark.parametrize("dtype", ["float64", "decimal"])
def test_every_table_has_a_published_schema(dtype: Any) -> None:
    pytest.importorskip("pandera", reason="pandera is not installed: pip install 'zhaogu[validate]'")
    flat = compare(both(), dtype=dtype)
    for frame in (flat, facts_frame(both()), checks_frame(both(), failures_only=False), differences_frame(both())):
        schema = pandera_schema(frame)
        assert list(schema.validate(pd.DataFrame(frame)).columns) == list(frame.columns)
        with pytest.raises(Exception, match=str(frame.columns[-1])):
            schema.validate(pd.DataFrame(frame).iloc[:, :-1])


def test_published_schema() -> None:
    pytest.importorskip("pandera", reason="pandera is not installed: pip install 'zhaogu[validate]'")
    schema = pandera_schema()
    schema.validate(facts_frame(both()))
    with pytest.raises(Exception, match="Decimals"):
        schema.validate(facts_frame(both()).assign(value=pd.Series([1] * len(facts_frame(both())), dtype="object")))


def test_wrong_tables_are_refused() -> None:
    frame = facts_frame(both())
    for wrong in (
        frame.drop(columns="rule"),
        frame.astype({"document": "object"}),
        frame.assign(value=frame["fact_id"].astype("object")),
    ):
        with pytest.raises(SchemaMismatch):
            validate(wrong)


def test_duckdb_reads_files_and_frames_without_loss(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    frame = facts_frame(both())
    path = write(frame, tmp_path / "facts.parquet")
    database = duckdb.connect()
    database.register("facts", to_arrow(frame))
    for source in (f"'{path}'", "facts"):
        query = f"SELECT value, typeof(value) FROM {source} WHERE metric = 'gross_proceeds' AND kind = 'allotment'"
        assert database.sql(query).fetchall() == [(Decimal("4817600000"), "DECIMAL(38,12)")]
        rows = database.sql(f"SELECT fact_id, value, as_of, page, stock_code FROM {source}").fetchall()
        assert [row[:2] for row in rows] == [
            (name, None if value is None else value)
            for name, value in zip(frame["fact_id"], frame["value"], strict=True)
        ]
        assert {row[2] for row in rows} >= {date(2026, 1, 9), None}


def test_failures_are_a_table() -> None:
    broken = [fact("甲", name, value, "shares", stage="final") for name, value in
              (("shares_offered", "100"), ("shares_offered_public", "10"), ("shares_offered_international", "80"))]  # fmt: skip
    frame = checks_frame(broken)
    assert list(frame["code"]) == ["ZG-TRANCHES"]
    assert (frame["printed"][0], frame["computed"][0], frame["tolerance"][0]) == (100, 90, 0)
    assert frame["quotes"][0] == "shares_offered 100 | shares_offered_public 10 | shares_offered_international 80"
    assert checks_frame(both()).empty
    assert len(checks_frame(both(), failures_only=False)) == 14


@pytest.mark.parametrize(
    ("issuer", "metric", "tier"),
    [("MiniMax", "gross_proceeds", "checked"), ("MiniMax", "market_cap", "printed"), ("MiniMax", "market_cap_at_offer", "derived"),
     ("智譜", "gross_proceeds", None)],
)  # fmt: skip
def test_tiers(issuer: str, metric: str, tier: str | None) -> None:
    table = compare(both(), ["gross_proceeds", "market_cap", "market_cap_at_offer"])
    assert table.zhaogu.tier(issuer, metric) == tier


@pytest.mark.parametrize(
    ("name", "value", "formula"),
    [
        ("market_cap_at_offer", Decimal("165.00") * 309255668, "offer_price × shares_in_issue"),
        ("offering_size", Decimal("165.00") * 29197600, "offer_price × shares_offered"),
        ("return_since_offer_pct", (Decimal(345) / 165 - 1) * 100, "closing_price ÷ offer_price − 1"),
        ("public_share_initial_pct", Decimal(1269480) / 25389220 * 100, "public ÷ all tranches, as first offered"),
    ],
)
def test_derived_columns(name: str, value: Decimal, formula: str) -> None:
    table = compare(both(), [name], dtype="decimal")
    assert round(table.loc["MiniMax", name], 8) == round(value, 8)
    found = table.zhaogu.cell("MiniMax", name)
    assert found is not None and found.formula == formula
    stored = next(
        item
        for record in table.zhaogu.records
        if record.issuer == "MiniMax"
        for item in record.derived
        if item.name == name
    )
    assert round(stored.value, 4) == round(value, 4)


def test_records_survive_json() -> None:
    for record in compare(both()).zhaogu.records:
        assert IPORecord.model_validate_json(record.model_dump_json()) == record


def test_empty_table() -> None:
    assert list(compare([]).columns) == ["stock_code"]
    assert str(memo([]))


def test_copies_and_pickles_keep_their_trace() -> None:
    table = compare(both())
    back = pickle.loads(pickle.dumps(table))
    assert back.zhaogu.evidence("MiniMax", "offer_price") == table.zhaogu.evidence("MiniMax", "offer_price")
    assert table.sort_values("market_cap").zhaogu.notes == table.zhaogu.notes
    with pytest.raises(AttributeError, match="put together from others"):
        pd.concat([pd.DataFrame(table), pd.DataFrame(table)]).pipe(Comparison).zhaogu  # noqa: B018


def test_a_document_given_twice_counts_once() -> None:
    once, twice = compare(both()), compare([*both(), *both()])
    assert [record.rivals for record in once.zhaogu.records] == [record.rivals for record in twice.zhaogu.records]


def test_only_what_the_over_allotment_changes_can_mix_offer_bases() -> None:
    table = compare(both(), ["offer_price", "public_subscription_multiple", "shares_offered"])
    assert [note.text.split()[0] for note in table.zhaogu.notes if "offer bases" in note.text] == ["shares_offered"]


@pytest.mark.parametrize(
    ("metric", "unit", "one", "other", "text"),
    [
        ("market_cap", "HKD", {"quote": "H股市值1億港元"}, {}, "market_cap mixes share classes: H (甲公司); all (乙公司)"),
        ("market_cap", "HKD", {"as_of": "2026-01-08"}, {"as_of": "2026-01-09"},
         "market_cap mixes days: 2026-01-08 (甲公司); 2026-01-09 (乙公司)"),
        ("public_subscription_multiple", "times", {"basis": "over"}, {"basis": "total"},
         "public_subscription_multiple mixes multiples: over (甲公司); total (乙公司)"),
        ("offer_price", "HKD", {"stage": "final"}, {"stage": "plan"},
         "offer_price mixes stages: final (甲公司); plan (乙公司)"),
        ("gross_proceeds", "HKD", {"offer_basis": "final_greenshoe_full"}, {"offer_basis": "final_ex_greenshoe"},
         "gross_proceeds mixes offer bases: final_greenshoe_full (甲公司); final_ex_greenshoe (乙公司)"),
        ("net_profit", "HKD", {"period": "2024FY"}, {"period": "2025H1"},
         "net_profit_latest mixes periods: 2024FY (甲公司); 2025H1 (乙公司)"),
    ],
)  # fmt: skip
def test_what_a_column_mixes_is_a_note(
    metric: str, unit: str, one: dict[str, str], other: dict[str, str], text: str
) -> None:
    found = [
        fact(name, metric, "100000000", unit, stock_code=code, document=name, **more)
        for name, code, more in (("甲公司", "03001", one), ("乙公司", "03002", other))
    ]
    notes = compare(found, metric, periods="latest").zhaogu.notes
    assert [note.text for note in notes if note.code == "ZG-MIXED-BASIS"] == [text]
    alike = [
        fact(name, metric, "100000000", unit, stock_code=code, document=name, **one)
        for name, code in (("甲公司", "03001"), ("乙公司", "03002"))
    ]
    assert compare(alike, metric, periods="latest").zhaogu.notes == []


def test_currencies_are_mixed_only_where_they_are_left_as_they_are() -> None:
    told = [
        fact(name, "offer_price", "10", unit, stock_code=code, document=name)
        for name, unit, code in (("甲公司", "HKD", "03001"), ("乙公司", "USD", "03002"))
    ]
    (note,) = compare(told, "offer_price", currency=None).zhaogu.notes
    assert note.text == "offer_price mixes currencies: HKD (甲公司); USD (乙公司)"


def test_a_basis_that_is_not_known_is_a_note() -> None:
    table = compare([filings()[0]], ["shares_offered"], offer_basis="final_greenshoe_full")
    assert ["shown on another: MiniMax Group Inc." in note.text for note in table.zhaogu.notes] == [True]


def test_statements_in_one_currency() -> None:
    frame = financials_frame([article()], ["net_profit"], currency="USD")
    rate = EcbRates().over("CNY", "USD", date(2024, 1, 1), date(2024, 12, 31)).value
    assert round(frame.loc[("智譜", "2024FY"), "net_profit"], 4) == round(-2958000000 * rate, 4)
    assert set(frame["unit"]) == {"USD"}


def test_a_balance_sheet_stands_in_the_row_of_its_year() -> None:
    found = [
        fact("甲", "revenue", "100", "CNY", period="2025FY", period_end="2025-03-31"),
        fact("甲", "total_assets", "500", "CNY", period="2025-03-31"),
        fact("甲", "total_assets", "400", "CNY", period="2023-12-31"),
    ]
    frame = financials_frame(found, ["revenue", "total_assets"])
    assert list(frame.index.get_level_values("period")) == ["2023-12-31", "2025FY"]
    assert frame.loc[("甲", "2025FY"), "total_assets"] == 500


@pytest.mark.parametrize("currency", ["USD", "CNY", None])
def test_ratios_and_growth_are_not_converted(currency: str | None) -> None:
    found = [
        fact("甲", name, value, unit, period="2024FY", period_end="2024-12-31")
        for name, value, unit in (
            ("revenue", "200", "CNY"),
            ("net_profit", "-50", "CNY"),
            ("rd_expense", "150", "CNY"),
            ("revenue_growth_pct", "12.5", "percent"),
        )
    ]
    names = ["rd_to_revenue_pct", "net_margin_pct", "revenue_growth_pct"]
    table = compare(found, names, currency=currency, dtype="decimal")
    assert list(table.loc["甲", [f"{name}_2024FY" for name in names]]) == [75, -25, Decimal("12.5")]
