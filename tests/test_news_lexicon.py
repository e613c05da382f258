"""Every cue of the news lexicon is exercised by its own example."""

from __future__ import annotations

from datetime import date

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.extraction.news.cues import Cue, cue_rows, cues, trie_pattern
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

LEAD = "測試科技(02899.HK)今日招股。2024年業績已經公布。"
LISTED = "測試科技(02899.HK)今日在港交所首日掛牌,公司2024年業績已經公布。"


def _facts(cue: Cue) -> dict[str, set[str]]:
    lead = LISTED if any(word in cue.example for word in ("收報", "首日", "收漲", "收84")) else LEAD
    text = lead + cue.example + "。"
    found = extract_news(TextDocument(name="a", sha256="0" * 64, text=text, published=date(2025, 12, 5)))
    facts: dict[str, set[str]] = {}
    for fact in found.facts:
        facts.setdefault(fact.metric, set()).add(value_text(fact.value) if fact.value is not None else "")
    return facts


@pytest.mark.parametrize("cue", list(cue_rows()), ids=lambda cue: cue.id)
def test_example(cue: Cue) -> None:
    metric, _, value = cue.finds.partition(" ")
    assert value in _facts(cue).get(metric, set()), f"{cue.example}: {_facts(cue)}"


def test_words_are_folded_and_told_apart() -> None:
    from zhaogu.reading.fold import fold

    assert [word for word in cues() if fold(word) != word] == []


def test_trie_takes_the_longest_word() -> None:
    import re

    pattern = re.compile(trie_pattern(["認購", "認購水平", "超額認購"]))
    assert [m.group() for m in pattern.finditer("超額認購,認購水平,認購")] == ["超額認購", "認購水平", "認購"]
