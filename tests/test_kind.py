"""Documents are what they say, whatever the file is called."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from zhaogu.extraction.kind import recognise_kind
from zhaogu.reading import from_text, read

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus"))
FIXTURES = sorted(
    path for folder in ("demo", "forms", "statements") for path in (ROOT / "fixtures" / folder).glob("*.pdf")
)
KINDS = ("allotment", "notice", "stabilisation", "prospectus")


def wanted(stem: str) -> str:
    """The kind that a fixture's or sample's own name tells the reader of this test."""
    if stem.startswith("other") or stem.endswith("transaction"):
        return "other"
    return next((kind for kind in KINDS if stem.endswith(kind)), "prospectus")


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_fixtures(path: Path) -> None:
    found = recognise_kind(read(path))
    assert found.kind == wanted(path.stem), found


def test_the_name_of_the_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "annual-report.pdf"
    shutil.copy(ROOT / "fixtures" / "demo" / "minimax-notice.pdf", path)
    assert recognise_kind(read(path)).kind == "notice"


def test_texts_are_news() -> None:
    assert recognise_kind(from_text("配發結果公告 有效申請數目 9,730")).kind == "news"


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("hkex/*.pdf")), ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    found = recognise_kind(read(path))
    assert found.kind == wanted(path.stem), found


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
def test_other_announcements_are_named() -> None:
    said = {path.stem: recognise_kind(read(path)).what for path in CORPUS.glob("hkex/other-*.pdf")}
    assert said["other-00328-allotment"] == "rights issue"
    assert said["other-00328-prospectus"] == "annual results announcement"
    assert said["other-02513-allotment"] == "next-day disclosure return"
