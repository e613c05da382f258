"""Every cue of the news lexicon is exercised by its own example."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.errors import LexiconError
from zhaogu.extraction.news import extract_news
from zhaogu.extraction.news.cues import cue_rows, cues, cues_in, table, trie_pattern
from zhaogu.extraction.news.forms import parse
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

LEAD = "測試科技(02899.HK)今日招股。2024年業績已經公布。"
LISTED = "測試科技(02899.HK)今日在港交所首日掛牌,公司2024年業績已經公布。"


def _facts(example: str) -> dict[str, set[str]]:
    lead = LISTED if any(word in example for word in ("收報", "首日", "收漲", "收84")) else LEAD
    text = lead + example + "。"
    found = extract_news(TextDocument(name="a", sha256="0" * 64, text=text, published=date(2025, 12, 5)))
    facts: dict[str, set[str]] = {}
    for fact in found.facts:
        facts.setdefault(fact.metric, set()).add(value_text(fact.value) if fact.value is not None else "")
    return facts


EXAMPLES = [
    *(pytest.param(cue.example, cue.finds, id=cue.id) for cue in cue_rows()),
    *(
        pytest.param(row["example"], row["finds"], id=f"form of {row['cue']}")
        for row in table("news_forms.toml")["form"]
    ),
]


@pytest.mark.parametrize(("example", "finds"), EXAMPLES)
def test_example(example: str, finds: str) -> None:
    metric, _, value = finds.partition(" ")
    assert value in _facts(example).get(metric, set()), f"{example}: {_facts(example)}"


@pytest.mark.parametrize("row", table("news_forms.toml")["form"], ids=lambda row: row["cue"])
def test_example_of_forms_holds_what_no_list_of_words_holds(row: dict[str, str]) -> None:
    from zhaogu.reading.fold import fold

    found = {(cue.id, word) for word, cue in cues().items() if word in fold(row["example"])}
    assert row["cue"] in {cue.id for cue in cues_in(fold(row["example"]))}, found


@pytest.mark.parametrize("form", ["a(b", "a{b", "a)b", "<nothing>", "<a", "a(b})"])
def test_form_that_is_not_well_made(form: str) -> None:
    with pytest.raises(LexiconError, match="form "):
        parse(form, {"a": ["b"]})


def test_words_are_folded_and_told_apart() -> None:
    from zhaogu.reading.fold import fold

    assert [word for word in cues() if fold(word) != word] == []


def test_trie_takes_the_longest_word() -> None:
    import re

    pattern = re.compile(trie_pattern(["認購", "認購水平", "超額認購"]))
    assert [m.group() for m in pattern.finditer("超額認購,認購水平,認購")] == ["超額認購", "認購水平", "認購"]
