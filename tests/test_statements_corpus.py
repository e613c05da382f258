"""The samples: every figure of the gold, nothing else, and boxes that enclose their quotes."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from zhaogu.extraction.statements import StatementsFound, extract_statements
from zhaogu.model.metrics import metrics
from zhaogu.reading.read import read

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus")) / "prospectus"
STEMS = sorted(path.stem for path in CORPUS.glob("*.pdf"))
GROUPS = ("statements", "ratios")

pytestmark = pytest.mark.skipif(not STEMS, reason=f"no sample prospectuses at {CORPUS}: set ZHAOGU_CORPUS")


@cache
def found(stem: str) -> StatementsFound:
    return extract_statements(read(CORPUS / f"{stem}.pdf"), "Issuer")  # type: ignore[arg-type]


@pytest.mark.parametrize("stem", STEMS)
def test_figures(stem: str) -> None:
    gold = json.loads((CORPUS / f"{stem}.gold.json").read_text(encoding="utf-8"))["facts"]
    gold = [fact for fact in gold if metrics()[fact["metric"]].group in GROUPS]
    wanted = {(f["metric"], f["period"], f["unit"], Decimal(f["value"])) for f in gold if not f.get("optional")}
    allowed = {(f["metric"], f["period"], f["unit"], Decimal(f["value"])) for f in gold}
    facts = [fact for fact in found(stem).facts if metrics()[fact.metric].group in GROUPS]
    said = {(fact.metric, fact.period, fact.unit, fact.value) for fact in facts}
    assert len(said) == len(facts)
    assert wanted - said == set()
    assert said - allowed == set()


@pytest.mark.parametrize("stem", STEMS)
def test_boxes_enclose_their_quotes(stem: str) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(CORPUS / f"{stem}.pdf")
    for fact in found(stem).facts:
        for place in (fact.evidence, *fact.also):
            assert place.page and place.bboxes
            page = document[place.page - 1]
            text, height = page.get_textpage(), page.get_mediabox()[3]  # of the sheet, not of what is shown of it
            inside = [
                text.get_text_bounded(x0, height - bottom, x1, height - top) for x0, top, x1, bottom in place.bboxes
            ]
            assert _shown("".join(inside)) == _shown(place.quote), (fact, place)


def _shown(text: str) -> str:
    return re.sub(r"[\s\ufffe\ufffd\x00-\x1f]", "", text)
