"""What is read where no wording is known: sentences by what they speak of, labels by the words of them that are known."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from test_filings_lexicon import flow
from zhaogu.extraction.filings import extract_filing
from zhaogu.extraction.filings.label_rules import rule_for
from zhaogu.extraction.filings.labels import read_label
from zhaogu.extraction.filings.scan import Scan
from zhaogu.extraction.filings.sentences import TABLE, read_sentences
from zhaogu.lexicon.loader import Entry, entries
from zhaogu.model.fact import value_text
from zhaogu.reading import PDFDocument, read

_ENTRIES = entries(TABLE, "sentence", metric=str, kinds=list, value=str)


@pytest.mark.parametrize("entry", _ENTRIES, ids=[f"{e['metric']} {e['value']}" for e in _ENTRIES])
def test_examples_of_sentences_state_their_value(entry: Entry) -> None:
    for kind in entry["kinds"]:
        found = {one.metric: one.cell.value for one in read_sentences(Scan(flow(entry.example)), kind, ())}
        value = found.get(entry["metric"])
        assert value is not None and (
            value == Decimal(entry["value"]) if isinstance(value, Decimal) else value_text(value) == entry["value"]
        )


LABELS = {
    ("擬提呈公眾的發售股份最終數目", "tranche", "public"): "shares_offered_TRANCHE",
    ("香港公開發售項下合資格且有效申請的張數", "tranche", "public"): "valid_applications",
    ("香港投資者初步可得的發售股份數目", "tranche", "public"): "shares_offered_TRANCHE_initial",
    ("超額分配之證券股份數目", "over_allocation", None): "over_allocated_shares",
    ("最終落實的發售價", "price", None): "offer_price",
    ("前五大承配人獲配發的發售股份數目", "tranche", "international"): None,
    ("被拒絕的有效申請數目", "tranche", "public"): None,
    ("最終發售價較收市價折讓", "price", None): None,
    ("Number of valid applications later rejected", "tranche", "public"): None,
}


@pytest.mark.parametrize(("label", "section", "tranche"), LABELS)
def test_labels_with_words_that_are_not_known(label: str, section: str, tranche: str | None) -> None:
    known = read_label(label, loosely=True)
    rule = rule_for(known, section, tranche) if known else None
    assert (rule.metric if rule else None) == LABELS[label, section, tranche]


def test_a_period_and_a_mechanism_that_is_only_compared_are_no_figures() -> None:
    texts = (
        "Expected Price Determination Period ... from Tuesday, May 13, 2025 to Friday, May 16, 2025",
        "可採用機制A或機制B。",
    )
    for text in texts:
        found = {one.metric for one in read_sentences(Scan(flow(text)), "notice", ())}
        assert not found & {"price_date", "allocation_mechanism"}


def test_a_timetable_told_column_by_column_is_read_by_its_rows() -> None:
    document = read(Path(__file__).parent.parent / "fixtures" / "press" / "preferential-notice.pdf")
    assert isinstance(document, PDFDocument)
    days = {fact.metric: str(fact.value) for fact in extract_filing(document, "notice")[0]}
    assert days["listing_date"] == "2024-10-18"
