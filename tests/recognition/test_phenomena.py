"""Every phenomenon of the table reads as it says, alone and within a sentence, in either script."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from zhaogu.reading.fold import fold
from zhaogu.recognition import recognise

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from recognition_docs import PAGE, page, read, said, table

CASES = [
    pytest.param(case["text"], case["reads"], phenomenon.get("published"), id=f"{phenomenon['title']}: {case['text']}")
    for phenomenon in table()["phenomenon"]
    for case in phenomenon["cases"]
]


@pytest.mark.parametrize(("text", "reads", "published"), CASES)
def test_reads_as_the_table_says(text: str, reads: list[str], published: str | None) -> None:
    assert read(text, published) == reads


@pytest.mark.parametrize(("text", "reads", "published"), CASES)
def test_folding_changes_nothing(text: str, reads: list[str], published: str | None) -> None:
    assert read(fold(text), published) == reads


@pytest.mark.parametrize(("text", "reads", "published"), CASES)
def test_a_sentence_around_it_changes_nothing(text: str, reads: list[str], published: str | None) -> None:
    day = date.fromisoformat(published) if published else None
    around = f"公司表示，{text}，情況理想。"
    mentions = recognise(around, published=day)
    assert [said(mention) for mention in mentions] == reads
    alone = recognise(text, published=day)
    assert [around[m.start : m.end] for m in mentions] == [text[m.start : m.end] for m in alone]


def test_the_page_is_what_the_table_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run tools/recognition_docs.py"


def test_every_mention_names_its_rule() -> None:
    assert all(mention.rule for param in CASES for mention in recognise(param.values[0]))  # type: ignore[arg-type]
