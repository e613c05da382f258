"""Real announcements said in other ways keep their facts: other labels, characters, orders and layouts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixtures.restated.kept import announcements, compare
from fixtures.restated.ways import WAYS

from zhaogu.reading import PDFDocument, read

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).parents[2] / "shared" / "corpus")) / "hkex"
EVERY = 10
"""Each way is tried on one file of ten, another ten for each way; ``python -m fixtures.restated`` tries all."""
BROKEN = ("page missing", "pages cut", "synonyms, wrapped, cut")
"""Ways that tear a row or a table in two, or take its heading away: what is left may not tell what it was."""
LEFT = 0.94


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
@pytest.mark.parametrize("way", WAYS)
def test_the_facts_stay(way: str) -> None:
    lost: list[str] = []
    wrong: list[str] = []
    figures = 0
    for path in announcements(CORPUS)[list(WAYS).index(way) % EVERY :: EVERY]:
        document = read(path)
        assert isinstance(document, PDFDocument)
        compared = compare(document, way)
        figures += compared.figures
        lost += [f"{path.stem}: {line}" for line in compared.lost]
        wrong += [f"{path.stem}: {line}" for line in compared.wrong]
    allowed = (1 - LEFT) * figures if way.startswith(BROKEN) else 0
    assert len(wrong) <= allowed / 3, wrong
    assert len(lost) <= allowed, lost
