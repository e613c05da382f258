"""Documents are what they say, whatever the file is called."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from fixtures.restated.sheets import drawn

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


COVER_ZH = ["全球發售", "全球發售的發售股份數目：62,520,000股H股", "香港發售股份數目：6,252,000股H股（可予重新分配）", "國際發售股份數目：56,268,000股H股", "最高發售價：每股H股12.86港元", "面值：每股H股人民幣1.00元", "本公告並非招股章程。"]  # fmt: skip
COVER_EN = ["GLOBAL OFFERING", "Number of Offer Shares: 62,520,000 Shares", "Number of Hong Kong Offer Shares: 6,252,000 Shares", "Number of International Offer Shares: 56,268,000 Shares", "Maximum Offer Price: HK$12.86 per Share", "Nominal value: US$0.01 per Share", "This announcement is not a prospectus."]  # fmt: skip
PAYMENTS = [f"{lot:,} {lot * 12989.69 / 1000:,.2f}" for lot in (200, 400, 600, 800, 1000, 1200)]
INVITING = {
    "a timetable with a row about the results": (
        COVER_ZH,
        [*PAYMENTS, "於本公司網站", "公佈最終發售價、國際發售踴躍", "程度及分配基準|2025年11月26日"],
    ),
    "a heading about the results": (COVER_ZH, [*PAYMENTS, "公佈分配結果", "分配結果將於2025年11月26日公佈。"]),
    "a heading in English": (COVER_EN, [*PAYMENTS, "PUBLICATION OF RESULTS OF ALLOCATION", "will be announced on time"]),
    "a notice of 2019, without a payment table": (
        COVER_ZH,
        ["開始辦理申請登記|2019年6月24日", "截止辦理申請登記|2019年6月24日", "公佈分配結果", "將於2019年6月28日公佈。"],
    ),
    "a notice that calls itself 公佈": ([line.replace("本公告", "本公佈") for line in COVER_ZH], ["申請須以白色表格作出。"]),
    "a notice of 2019 in English": (
        COVER_EN,
        ["Application lists open on Monday, June 24, 2019", "RESULTS OF APPLICATIONS", "will be announced on time"],
    ),
}  # fmt: skip
TELLING = {
    "results that tell when the lists closed": (
        COVER_ZH,
        ["配發結果公告", "截止辦理申請登記後，已接獲合共12,345份香港公開發售的有效申請。"],
    ),
    "results in English": (
        COVER_EN,
        ["ALLOTMENT RESULTS", "After the application lists closed, 12,345 valid applications were received."],
    ),
    "results without a title, told in sentences": (
        COVER_EN,
        [
            "A total of 3,046 valid applications for 30,370,000 Shares have been received, 2.02 times of those available.",
            "The Shares went to 108 placees.",
        ],
    ),
    "results of an 公佈": (
        [line.replace("本公告", "本公佈") for line in COVER_ZH],
        ["已接獲3,046份有效申請，公開發售獲超額認購。", "國際發售分配予108名承配人。"],
    ),
    "a price announced before the results": (COVER_ZH, ["公佈發售價", "發售價已釐定為每股發售股份12.00港元。"]),
}


@pytest.mark.parametrize("name", INVITING)
def test_a_notice_has_headings_about_results_to_come(name: str) -> None:
    assert recognise_kind(drawn(*INVITING[name])).kind == "notice"


@pytest.mark.parametrize("name", TELLING)
def test_results_are_no_notice(name: str) -> None:
    assert recognise_kind(drawn(*TELLING[name])).kind == "allotment"
