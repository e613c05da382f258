"""What is read where no wording is known: sentences by what they speak of, labels by the words of them that are known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from test_filings_lexicon import flow
from zhaogu.extraction.filings.sentences import TABLE, read_sentences
from zhaogu.lexicon.loader import Entry, entries
from zhaogu.model.fact import value_text

_ENTRIES = entries(TABLE, "sentence", metric=str, kinds=list, value=str)


@pytest.mark.parametrize("entry", _ENTRIES, ids=[f"{e['metric']} {e['value']}" for e in _ENTRIES])
def test_examples_of_sentences_state_their_value(entry: Entry) -> None:
    for kind in entry["kinds"]:
        found = {one.metric: one.cell.value for one in read_sentences(flow(entry.example), kind, ())}
        value = found.get(entry["metric"])
        assert value is not None and (
            value == Decimal(entry["value"]) if isinstance(value, Decimal) else value_text(value) == entry["value"]
        )
