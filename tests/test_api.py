"""The public functions: what they take, what they give, and how it looks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import zhaogu
from zhaogu.api import from_fact_file
from zhaogu.demo import folder
from zhaogu.extraction.found import choose
from zhaogu.model import Evidence, Fact, Money

TEXT = "智譜(02513)公布配發結果,發售價為每股116.20港元,股份將於2026年1月8日在港交所主板開始買賣。"


def fact(value: str, start: int = 0) -> Fact:
    return Fact(
        document="a.txt",
        document_sha256="0" * 64,
        kind="news",
        issuer="智譜",
        metric="offer_price",
        value=value,
        unit="HKD",
        rule="test",
        evidence=Evidence(quote=value, field="text", start=start, end=start + len(value)),
    )


def test_text_path_and_document_give_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_text = zhaogu.extract(TEXT, published=date(2026, 1, 7))
    from_path = zhaogu.extract(path, published=date(2026, 1, 7))
    from_document = zhaogu.extract(zhaogu.read(str(path), published=date(2026, 1, 7)))
    assert [f.value for f in from_text.facts] == [f.value for f in from_path.facts]
    assert from_path == from_document
    assert from_text.records[0].offer_price == Money(Decimal("116.20"), "HKD")
    assert from_text.records[0].listing_date == date(2026, 1, 8)


def test_a_record_gives_typed_figures_of_a_filing() -> None:
    found = zhaogu.extract(folder() / "minimax-allotment.pdf")
    (record,) = found.records
    assert record.stock_code == "00100"
    assert record.offer_price == Money(Decimal("165.00"), "HKD")
    assert record.gross_proceeds == Money(Decimal("4817600000"), "HKD")
    assert record.number("public_subscription_multiple") == Decimal("1837.17")
    assert len(record.cornerstones) == 14
    assert "allotment" in repr(found)
    assert "00100" in repr(record)


def test_a_prospectus_gives_whole_statements() -> None:
    found = zhaogu.extract(folder() / "minimax-prospectus.pdf")
    frame = found.statements["income"].to_frame()
    (revenue,) = [f for f in found.facts if f.metric == "revenue" and f.period == "2024FY"]
    row = frame[frame["metric"] == "revenue"].iloc[0]
    assert revenue.number == row["2024FY"] * found.statements["income"].scale


def test_values_are_plain_decimals_never_floats() -> None:
    for path in ("minimax-allotment.pdf", "minimax-prospectus.pdf", "hk-minimax-debut.txt"):
        for item in zhaogu.extract(folder() / path).facts:
            assert not isinstance(item.value, float)
            text = item.model_dump(mode="json")["value"]
            assert text is None or "E" not in text or item.number is None


def test_facts_written_and_read_back_are_the_same(tmp_path: Path) -> None:
    found = zhaogu.extract(folder() / "minimax-allotment.pdf")
    path = tmp_path / "facts.jsonl"
    path.write_text("\n".join(f.model_dump_json() for f in found.facts), encoding="utf-8")
    (again,) = from_fact_file(path)
    assert again.facts == found.facts


def test_a_line_that_is_no_fact_is_named(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(fact("165").model_dump_json() + '\n{"schema_version": 1}\n', encoding="utf-8")
    with pytest.raises(zhaogu.UnsupportedFormat, match="line 2 is no fact line"):
        from_fact_file(path)


def test_fact_ids_are_stable_and_differ() -> None:
    assert fact("165").fact_id == fact("165", start=9).fact_id
    assert fact("165").fact_id != fact("166").fact_id


@pytest.mark.parametrize("bad", [1.5, "1.5e", "NaN", "Infinity"])
def test_a_value_must_be_exact(bad: object) -> None:
    with pytest.raises(ValueError, match=r"float|no number|finite"):
        Fact(**{**fact("1").model_dump(exclude={"fact_id"}), "value": bad})


def test_choose_keeps_one_value_its_other_places_and_its_rivals() -> None:
    (kept,), (rival,) = choose([fact("165", 0), fact("165", 40), fact("158", 80)])
    assert (kept.number, [place.start for place in kept.also]) == (Decimal(165), [40])
    assert (rival.fact.number, rival.code) == (Decimal(158), "conflict")
    assert "165" in rival.reason
