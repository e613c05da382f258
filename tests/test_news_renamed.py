"""Articles tell the same whatever their companies are called, and without their stock codes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fixtures.retold import articles, in_words, of_all_kinds, renamed, uncoded

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus")) / "news"
WAYS: dict[str, tuple[Callable[[str, str, list[dict[str, Any]]], tuple[str, str]], float]] = {
    "renamed": (renamed, 0.93),
    "in words": (in_words, 0.92),
    "uncoded": (uncoded, 0.87),
    "of all kinds": (of_all_kinds, 0.78),
}
"""How an article is told otherwise, and how much of what it said must be left."""


def figures(title: str, text: str) -> set[tuple[str, str | None, str]]:
    document = TextDocument(name="a", sha256="0" * 64, text=text, title=title or None, published=None)
    return {
        (fact.metric, fact.period, value_text(fact.value))
        for fact in extract_news(document).facts
        if fact.value is not None and fact.metric not in ("stock_code", "exchange")
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("folder", [CORPUS, ROOT / "fixtures" / "news-wire-a", ROOT / "fixtures" / "news-press"])
def test_the_figures_stay(folder: Path, way: str) -> None:
    if not folder.exists():
        pytest.skip(f"no articles at {folder}: set ZHAOGU_CORPUS")
    retold, least = WAYS[way]
    told = left = 0
    for title, text, gold in articles(folder):
        if way == "uncoded" and not any(row["metric"] == "stock_code" for row in gold):
            continue
        before = figures(title, text)
        after = figures(*retold(title, text, gold))
        told, left = told + len(before), left + len(before & after)
    assert left >= least * told, f"{left} of {told}"
