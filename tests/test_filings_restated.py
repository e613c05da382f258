"""Real announcements said in other ways keep their facts: other labels, characters, orders and layouts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fixtures.restatements import WAYS, announcements, compare

from zhaogu.reading import PDFDocument, read

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).parents[2] / "shared" / "corpus")) / "hkex"
EVERY = 10
"""Each way is tried on one file of ten, another ten for each way; ``python -m fixtures.restatements`` tries all."""
HEADLESS = 16
"""Rows of a table of investors whose heading stood on the page that is missing: nothing says what they are."""


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
@pytest.mark.parametrize("way", WAYS)
def test_the_facts_stay(way: str) -> None:
    lost: list[str] = []
    wrong: list[str] = []
    for path in announcements(CORPUS)[list(WAYS).index(way) % EVERY :: EVERY]:
        document = read(path)
        assert isinstance(document, PDFDocument)
        for found, more in zip((lost, wrong), compare(document, way), strict=True):
            found += [f"{path.stem}: {line}" for line in more]
    assert not wrong
    assert len(lost) <= (HEADLESS if way.startswith("page missing") else 0), lost
