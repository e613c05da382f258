"""Every line of the forms' lexicon reads its own example."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, cast

import pytest

from zhaogu.extraction.filings.brackets import condition
from zhaogu.extraction.filings.clauses import read_clauses
from zhaogu.extraction.filings.flow import Flow
from zhaogu.extraction.filings.label_rules import rule_for
from zhaogu.extraction.filings.labels import TABLE, TRANCHES, normal, read_label
from zhaogu.extraction.filings.sections import heading_role
from zhaogu.extraction.filings.vocabulary import currencies, scales, words
from zhaogu.lexicon.loader import Entry, entries
from zhaogu.model import metric, metrics
from zhaogu.model.fact import value_text
from zhaogu.reading.fold import fold


@dataclass
class FakePage:
    """A page of running text, without geometry."""

    text: str
    number: int = 1

    def boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        return [(0.0, 0.0, 1.0, 1.0)]


def flow(text: str) -> Flow:
    return Flow([cast(Any, FakePage(text))])


def each(file: str, section: str, *names: str) -> Any:
    found = entries(file, section)
    return pytest.mark.parametrize("entry", found, ids=[" ".join(str(e.get(n, "")) for n in names) for e in found])


@each(TABLE, "concept", "id")
def test_words_of_a_concept_are_read_as_it(entry: Entry) -> None:
    for word in entry.words:
        label = read_label(word)
        assert label is not None, word
        assert entry["id"] in label.concepts, f"{word}: {sorted(label.concepts)}"


@each(TABLE, "label", "metric")
def test_examples_of_labels_make_their_metric(entry: Entry) -> None:
    printed = re.split(r"[:：]| (?=[\d\[是]|機制 |晨光)", entry.example.replace("減:", "減"))[0]
    label = read_label(printed)
    assert label is not None, printed
    section = entry.get("section", ["unknown" if entry.get("tranche") != "none" else "offer_shares"])[0]
    tranche = {"any": "public", "own": None, "none": None, "free": None}.get(entry.get("tranche"), entry.get("tranche"))
    rule = rule_for(label, section, label.tranche or tranche)
    assert rule is not None and rule.metric == entry["metric"], f"{printed}: {rule}"


@each(TABLE, "label", "metric")
def test_labels_name_metrics_and_concepts_that_exist(entry: Entry) -> None:
    concepts = {e["id"] for e in entries(TABLE, "concept")}
    assert {name.rstrip("?") for word in entry.words for name in word.split()} <= concepts
    names = {entry["metric"].replace("TRANCHE", tranche) for tranche in TRANCHES}
    assert names & set(metrics()) or entry["metric"] in ("offer_price_range", "redacted_shares")


@each(TABLE, "condition", "basis")
def test_conditions_in_brackets(entry: Entry) -> None:
    assert condition(entry.example) == entry["basis"]


@each("filings_clauses", "clause", "id")
def test_examples_of_clauses_state_their_value(entry: Entry) -> None:
    before = "本公司日期為2025年12月31日的招股章程。" if entry.get("yearless") else ""
    read = [
        one for one in read_clauses(flow(before + entry.example), entry["kinds"][0]) if one.metric == entry["metric"]
    ]
    assert read, entry.example
    said = read[-1].cell.value
    assert said is not None
    wanted = f"2026-{entry['value']}" if entry.get("yearless") else entry["value"]
    assert (
        said == type(said)(wanted)
        if metric(entry["metric"]).type not in ("date", "text")
        else value_text(said) == wanted
    )


@each("filings_sections", "section", "role")
def test_headings(entry: Entry) -> None:
    for word in entry.words:
        assert heading_role(word, apart=True) is not None, word
    assert heading_role(entry.example, apart=True) == entry["role"]


@each("filings_kinds", "kind", "what")
def test_kinds_know_their_example(entry: Entry) -> None:
    example = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", fold(entry.example)).casefold()
    assert any(re.search(word, example) for word in entry.words), entry.example


@each("filings_sections", "column", "id")
def test_columns_know_their_example(entry: Entry) -> None:
    header = normal(entry.example)
    assert any(re.search(word, header) for word in entry.words), header
    assert not any(re.search(word, header) for word in entry["never"]), header


@each("filings_words", "list", "id")
def test_word_lists_hold_a_word_of_their_example(entry: Entry) -> None:
    example = fold(entry.example).casefold()
    assert any(word and word in example for word in words(entry["id"])), entry.example


@each("filings_words", "currency", "code")
def test_currencies(entry: Entry) -> None:
    assert any(currencies()[fold(word).casefold().replace(" ", "")] == entry["code"] for word in entry.words)


@each("filings_words", "scale", "worth")
def test_scales(entry: Entry) -> None:
    assert all(f"{scales()[fold(word).casefold()]:f}" == entry["worth"] for word in entry.words)


def test_a_note_mark_is_no_part_of_a_label() -> None:
    label = read_label("超額分配的發售股份數目附註2")
    assert label is not None and label.concepts == {"over_allocated", "shares", "number"}


def test_a_percentage_before_the_upsizing_is_not_the_final_one() -> None:
    before, after = (
        read_label(f"% of the Public Offer to the Global Offering ({when} the Offer Size Adjustment Option)")
        for when in ("before", "after")
    )
    assert before is not None and rule_for(before, "details", "public") is None
    assert after is not None and rule_for(after, "details", "public") is not None
