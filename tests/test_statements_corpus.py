"""The samples: every figure of the gold, nothing else, and boxes that enclose their quotes."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import zhaogu
from zhaogu.extraction.statements import StatementsFound, extract_statements
from zhaogu.model.metrics import metrics
from zhaogu.reading.pdf import PDF
from zhaogu.reading.pdfium import Pdfium
from zhaogu.reading.read import read

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus")) / "prospectus"
STEMS = sorted(path.stem for path in CORPUS.glob("*.pdf"))
GROUPS = ("statements", "ratios")

pytestmark = pytest.mark.skipif(not STEMS, reason=f"no sample prospectuses at {CORPUS}: set ZHAOGU_CORPUS")


GROUPED = tuple(name for name, known in metrics().items() if known.group in GROUPS)


@cache
def found(stem: str) -> StatementsFound:
    return extract_statements(read(CORPUS / f"{stem}.pdf"), "Issuer")  # type: ignore[arg-type]


@pytest.mark.parametrize("stem", STEMS)
def test_figures(stem: str) -> None:
    assert_gold(stem, found(stem))


@pytest.mark.parametrize("stem", STEMS)
def test_figures_without_bookmarks(stem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PDF, "bookmarks", [])
    assert_gold(stem, extract_statements(read(CORPUS / f"{stem}.pdf"), "Issuer"))  # type: ignore[arg-type]


def assert_gold(stem: str, stated: StatementsFound) -> None:
    gold = json.loads((CORPUS / f"{stem}.gold.json").read_text(encoding="utf-8"))["facts"]
    gold = [fact for fact in gold if fact["metric"] in GROUPED]
    wanted = {(f["metric"], f["period"], f["unit"], Decimal(f["value"])) for f in gold if not f.get("optional")}
    allowed = {(f["metric"], f["period"], f["unit"], Decimal(f["value"])) for f in gold}
    facts = [fact for fact in stated.facts if fact.metric in GROUPED]
    said = {(fact.metric, fact.period, fact.unit, fact.value) for fact in facts}
    assert len(said) == len(facts)
    assert wanted - said == set()
    assert said - allowed == set()


@pytest.mark.parametrize("stem", STEMS)
def test_no_page_is_opened_twice_for_the_same(stem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Counter[tuple[int, bool]] = Counter()
    handles = Pdfium._handles

    def counted(pdfium: Pdfium, number: int) -> object:
        if number not in pdfium._open:
            opened[number, sys._getframe(1).f_code.co_name == "glyphs"] += 1
        return handles(pdfium, number)

    monkeypatch.setattr(Pdfium, "_handles", counted)
    zhaogu.extract(CORPUS / f"{stem}.pdf")
    assert {number for number, times in opened.items() if times > 1} == set()


@pytest.mark.parametrize("stem", STEMS)
def test_boxes_enclose_their_quotes(stem: str) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(CORPUS / f"{stem}.pdf")
    for fact in found(stem).facts:
        for place in (fact.evidence, *fact.also):
            assert place.page and place.bboxes
            page = document[place.page - 1]
            text, (left, _, _, upper) = page.get_textpage(), page.get_mediabox()
            inside = [
                text.get_text_bounded(left + x0, upper - bottom, left + x1, upper - top)
                for x0, top, x1, bottom in place.bboxes
            ]
            assert _shown("".join(inside)) == _shown(place.quote), (fact, place)


def _shown(text: str) -> str:
    return re.sub(r"[\s\ufffe\ufffd\x00-\x1f]", "", text)
