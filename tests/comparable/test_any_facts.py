"""Whatever facts there are, records, tables, memos and files come of them."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample import fact

from zhaogu.model import Basis, Fact, IPORecord, Kind, OfferBasis, Qualifier, Stage, Status, metric, metrics
from zhaogu.reconciliation import records
from zhaogu.tables import checks_frame, compare, facts_frame, financials_frame, memo, validate, write
from zhaogu.tables.write import WRITERS

DAYS = st.integers(0, 9000).map(lambda days: date(2002, 1, 1) + timedelta(days))
NUMBERS = st.decimals(-(10**13), 10**13, allow_nan=False, allow_infinity=False, places=4) | st.integers(-20, 20).map(
    Decimal
)
PERIODS = st.sampled_from(["2023FY", "2024FY", "2024H1", "2025Q3", "2025-9M", "2024-12-31", None])


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(get_args(kind))


@st.composite
def any_fact(draw: st.DrawFn) -> Fact:
    name = draw(st.sampled_from(list(metrics())))
    about = metric(name)
    values: dict[str, st.SearchStrategy[Any]] = {
        "date": DAYS,
        "bool": st.booleans(),
        "text": st.text(min_size=1, max_size=12) | st.sampled_from(["=1", "00100", "full"]),
    }
    status = draw(st.sampled_from(get_args(Status)))
    kind = draw(st.sampled_from([kind for kind in get_args(Kind) if kind != "other"]))
    money = about.type in ("money", "price")
    return fact(
        draw(st.sampled_from(["MiniMax", "MINIMAX-WP", "智譜", "北京智谱华章科技股份有限公司", "—"])),
        name,
        draw(values.get(about.type, NUMBERS)) if status == "stated" else None,
        draw(st.sampled_from(["HKD", "USD", "CNY", "TWD", "XXX"])) if money else about.type,
        kind=kind,
        document=draw(st.sampled_from(["a.txt", "b.pdf", "c.pdf"])),
        stock_code=draw(st.sampled_from([None, "00100", "02513", "600001"])),
        status=status,
        period=draw(PERIODS) if about.by_period else None,
        as_of=draw(st.none() | DAYS),
        qualifier=draw(st.sampled_from(get_args(Qualifier))),
        basis=draw(one_of(Basis)) if about.type == "times" else None,
        offer_basis=draw(one_of(OfferBasis)),
        stage=draw(one_of(Stage)),
        audited=draw(st.sampled_from([None, False, True])),
        label=draw(st.sampled_from([None, "CNY/HKD", "paying_users"])),
        quote=draw(st.text(min_size=1, max_size=8)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(any_fact(), max_size=40))
def test_records_tables_and_files_of_any_facts(found: list[Fact]) -> None:
    made = records(found)
    ids = {item.fact_id for item in found}
    assert {item.fact_id for record in made for item in record.facts} | {
        rival.fact.fact_id for record in made for rival in record.rivals
    } == ids
    for record in made:
        assert IPORecord.model_validate_json(record.model_dump_json()) == record
    for options in (
        {},
        {"currency": None, "periods": "all", "flat": False, "dtype": "decimal"},
        {"scale": "億", "periods": "latest"},
    ):
        table = compare(found, **options)  # type: ignore[arg-type]
        assert str(table.memo()) and table.memo("zh", currency="USD").to_markdown()
    assert len(validate(facts_frame(found))) == len(found)
    checks_frame(found, failures_only=False)
    financials_frame(found)
    with tempfile.TemporaryDirectory() as folder:
        for ending in WRITERS:
            write(compare(found), Path(folder) / f"wide{ending}")
            write(facts_frame(found), Path(folder) / f"long{ending}")
    assert str(memo(found))
