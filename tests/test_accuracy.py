"""The fixtures that the judge cannot take: articles of other formats, scored by the same key."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

import zhaogu
from zhaogu.demo import folder
from zhaogu.model.fact import value_text

FLOORS = {"briefs": 0.5, "tw-minimax-listing": 0.7}  # shares of the expected facts; they may only rise


def stated(facts: list[zhaogu.Fact]) -> set[tuple[str, str | None, str | None]]:
    return {(f.metric, number(value_text(f.value)), f.period) for f in facts if f.value is not None}


def number(text: str) -> str:
    try:
        return str(Decimal(text).normalize())
    except ArithmeticError:
        return text


@pytest.mark.parametrize(("stem", "floor"), FLOORS.items())
def test_articles_of_other_formats_state_their_facts(stem: str, floor: float) -> None:
    gold = json.loads((folder() / f"{stem}.gold.json").read_text(encoding="utf-8"))
    path = next(p for p in folder().glob(f"{stem}.*") if p.suffix in (".md", ".jsonl"))
    found = stated([fact for result in zhaogu.extract_all([path]) for fact in as_facts(result)])
    wanted = {(g["metric"], number(g["value"]), g.get("period")) for g in gold["facts"] if not g.get("optional")}
    assert len(wanted & found) >= floor * len(wanted), sorted(wanted - found, key=str)


def as_facts(result: zhaogu.Extraction | Exception) -> list[zhaogu.Fact]:
    assert isinstance(result, zhaogu.Extraction), result
    return result.facts


def test_every_demo_document_is_read() -> None:
    from zhaogu.demo import documents

    assert [r for r in zhaogu.extract_all(documents()) if not isinstance(r, zhaogu.Extraction)] == []


def test_the_folder_holds_both_scripts_and_all_kinds() -> None:
    kinds = {r.kind for r in zhaogu.extract_all([Path(folder())]) if isinstance(r, zhaogu.Extraction)}
    assert kinds == {"news", "notice", "allotment", "stabilisation", "prospectus", "other"}
