"""The forms, figure by figure: the project's own announcements, damaged ones, and the samples."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fixtures.bad import pages, scanned_among_text

import zhaogu
from zhaogu.extraction.filings import extract_cover, extract_filing
from zhaogu.extraction.filings.regions import regions
from zhaogu.extraction.kind import recognise_kind
from zhaogu.model import Fact, Note
from zhaogu.model.fact import value_text
from zhaogu.reading import PDFDocument, read
from zhaogu.reconciliation import records

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus")) / "hkex"
FORMS = ("allotment", "notice", "stabilisation")


def stem(gold: Path) -> str:
    return gold.name.removesuffix(".gold.json")


def filing(path: Path) -> tuple[list[Fact], list[Note]]:
    document = read(path)
    assert isinstance(document, PDFDocument)
    kind = recognise_kind(document).kind
    facts, _, notes = extract_cover(document) if kind == "prospectus" else extract_filing(document, kind)
    return facts, notes


def values(facts: list[Fact]) -> dict[str, str | None]:
    """The chosen value of each metric that is no investor's."""
    return {f.metric: None if f.value is None else value_text(f.value) for f in facts if f.holder is None}


def golds() -> list[Path]:
    found = [path for folder in ("demo", "forms") for path in sorted((ROOT / "fixtures" / folder).glob("*.gold.json"))]
    return [
        path
        for path in found
        if stem(path).rsplit("-", 1)[-1] in FORMS and path.with_name(f"{stem(path)}.pdf").exists()
    ]


def same(stated: str | None, gold: dict[str, Any]) -> bool:
    if stated is None or gold["unit"] in ("text", "date", "bool"):
        return stated == gold["value"]
    return Decimal(stated) == Decimal(gold["value"])


@pytest.mark.parametrize("gold", golds(), ids=stem)
def test_every_figure_of_our_announcements(gold: Path) -> None:
    truth = json.loads(gold.read_text(encoding="utf-8"))
    facts, _ = filing(gold.with_name(f"{stem(gold)}.pdf"))
    stated = values(facts)
    missing = [
        (fact["metric"], fact["value"], stated.get(fact["metric"]))
        for fact in truth["facts"]
        if not fact.get("optional") and not fact.get("holder") and not same(stated.get(fact["metric"]), fact)
    ]
    assert not missing
    investors = {(f.holder, value_text(f.value)) for f in facts if f.metric == "cornerstone_allocation" and f.value}
    for row in truth.get("cornerstones") or ():
        assert any(row["name"] in (name or "") and shares == str(row["shares"]) for name, shares in investors), row


@pytest.mark.parametrize("gold", golds(), ids=stem)
def test_one_value_of_each_figure(gold: Path) -> None:
    facts, _ = filing(gold.with_name(f"{stem(gold)}.pdf"))
    keys = [fact.key for fact in facts]
    assert len(keys) == len(set(keys))


def test_redacted_fields_are_facts_without_a_value() -> None:
    for name in ("minimax-proof", "zhipu-proof"):
        facts, _ = filing(ROOT / "fixtures" / "demo" / f"{name}.pdf")
        redacted = {fact.metric for fact in facts if fact.status == "redacted"}
        assert {"shares_offered", "offer_price_high", "stock_code"} <= redacted
        assert all(fact.value is None for fact in facts if fact.status == "redacted")


ALLOTMENT = ROOT / "fixtures" / "demo" / "minimax-allotment.pdf"


def test_pages_in_another_order_keep_their_figures(tmp_path: Path) -> None:
    count = len(whole(ALLOTMENT).pdf)
    shuffled = pages(ALLOTMENT, [1, *reversed(range(2, count + 1))], tmp_path / "shuffled.pdf")
    before, after = values(filing(ALLOTMENT)[0]), values(filing(shuffled)[0])
    wrong = {name: value for name, value in after.items() if before.get(name) != value}
    assert not wrong
    assert len(after) >= 0.8 * len(before)


def test_reversed_pages_are_read_in_the_order_of_their_printed_numbers(tmp_path: Path) -> None:
    count = len(whole(ALLOTMENT).pdf)
    turned = pages(ALLOTMENT, [*reversed(range(1, count + 1))], tmp_path / "turned.pdf")
    assert values(filing(turned)[0]) == values(filing(ALLOTMENT)[0])


def test_without_the_summary_the_details_remain(tmp_path: Path) -> None:
    document = whole(ALLOTMENT)
    summary = next(page.number for page in document.pdf if "公司資料" in page.text)
    kept = [page.number for page in document.pdf if page.number != summary]
    facts, notes = filing(pages(ALLOTMENT, kept, tmp_path / "without.pdf"))
    before, after = values(filing(ALLOTMENT)[0]), values(facts)
    assert all(before[name] == value for name, value in after.items())
    assert {"public_subscription_multiple", "valid_applications"} <= set(after)
    assert "net_proceeds" not in after
    assert any(note.code == "ZG-MISSING" and "net_proceeds" in note.text for note in notes)


def test_a_scanned_page_is_a_note_and_the_others_are_read(tmp_path: Path) -> None:
    found = zhaogu.extract(scanned_among_text(ALLOTMENT, tmp_path))
    assert [note.text for note in found.notes if note.code == "ZG-PAGE-SCANNED"]
    assert "valid_applications" in values(found.facts)


def whole(path: Path) -> PDFDocument:
    document = read(path)
    assert isinstance(document, PDFDocument)
    return document


def test_the_entry_fee_is_checked_with_the_levies_of_its_day() -> None:
    facts, _ = filing(ROOT / "fixtures" / "demo" / "minimax-notice.pdf")
    fee = next(fact for fact in facts if fact.metric == "entry_fee")
    others = [fact for fact in facts if fact.metric != "entry_fee"]
    for value, failures in ((fee.value, 0), (Decimal("1.00"), 1)):
        (record,) = records([*others, fee.model_copy(update={"value": value})])
        failed = [note for note in record.notes if note.code == "ZG-ENTRY-FEE"]
        assert len(failed) == failures
        assert all("entry_fee is HKD 1, but" in note.text and "3,333.28" in note.text for note in failed)


def test_boxes_only_for_pages_that_carry_the_form(monkeypatch: pytest.MonkeyPatch) -> None:
    document = whole(ROOT / "fixtures" / "demo" / "zhipu-stabilisation.pdf")
    assert not list(regions(document.pdf))
    assert "words" not in document.pdf.page(1).__dict__


@pytest.mark.parametrize(
    ("name", "shares"),
    [
        ("sentences-zh", [13280000, 19920000]),
        ("parent", [3668000, 4585000, 7336000, 9170000]),
        ("yearless", [2060000, 2060000, 4120000, 8240000]),
    ],
)
def test_investors_below_a_sentence_or_under_headings_of_groups(name: str, shares: list[int]) -> None:
    facts, _ = filing(ROOT / "fixtures" / "press" / f"{name}-allotment.pdf")
    rows = {fact.holder: fact.number for fact in facts if fact.metric == "cornerstone_allocation" and fact.holder}
    assert sorted(rows.values()) == shares
    assert not any(word in name for name in rows for word in ("investors", "實體", "超額配股權"))


def test_a_name_goes_on_where_its_first_line_reaches_over_the_numbers() -> None:
    facts, _ = filing(ROOT / "fixtures" / "press-final" / "twice-allotment.pdf")
    assert "赤楠投資管理（深圳）有限公司（作為赤楠健康產業二期私募股權投資基金的管理人）" in {
        fact.holder for fact in facts
    }


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        (
            "deeptech-allotment",
            {"offer_price": "45.20", "placees": "96", "international_subscription_multiple": "15.33"},
        ),
        ("a-share-allotment", {"allocation_mechanism": "A"}),
        ("depositary-allotment", {"shares_in_issue": "318604112"}),
        ("units-allotment", {"stock_short_name": "滄江倉儲房託"}),
        ("cap-notice", {"listing_date": "2025-03-06"}),
    ],
    ids=[
        "headings of two levels in a line",
        "the mechanism in the row of the clawback",
        "shares of two classes",
        "the short name of units",
        "a timetable told column by column",
    ],
)
def test_figures_in_unusual_settings(path: str, figures: dict[str, str]) -> None:
    facts, _ = filing(ROOT / "fixtures" / "press-final" / f"{path}.pdf")
    found = values(facts)
    assert {name: found.get(name) for name in figures} == figures


@pytest.mark.parametrize(
    ("path", "name", "aliases"),
    [
        ("forms-counters/corvanthe-notice", "Corvanthe Power Electronics Co., Ltd.", ["珂梵電力電子股份有限公司"]),
        ("forms-running/kestrelfoods-allotment", "Kestrel Foods Group Limited", ["紅隼食品集團有限公司"]),
        ("forms-chambers/linwick-allotment", "Linwick Bay Hospitality Trust", ["Linwick Bay Hospitality Limited"]),
        ("press/sentences-en-allotment", "Larksong Digital Health Inc.", ["百靈數字醫療"]),
    ],
)
def test_the_names_of_a_banner_and_no_sentence_above_it(path: str, name: str, aliases: list[str]) -> None:
    facts, _ = filing(ROOT / "fixtures" / f"{path}.pdf")
    assert {(fact.issuer, tuple(fact.aliases)) for fact in facts} == {(name, tuple(aliases))}


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
@pytest.mark.parametrize("name", ["02617", "06831", "02580", "09903"])
def test_investors_of_tables_that_break_over_pages(name: str) -> None:
    truth = json.loads((CORPUS / f"{name}-allotment.gold.json").read_text(encoding="utf-8"))
    facts, _ = filing(CORPUS / f"{name}-allotment.pdf")
    rows = [value_text(fact.value) for fact in facts if fact.metric == "cornerstone_allocation" and fact.value]
    assert sorted(rows) == sorted(str(row["shares"]) for row in truth["cornerstones"])


@pytest.mark.skipif(not CORPUS.exists(), reason="the sample corpus is not at hand")
def test_contradictions_inside_a_document_are_kept() -> None:
    document = whole(CORPUS / "09980-allotment.pdf")
    facts, rejected, notes = extract_filing(document, "allotment")
    chosen = next(fact for fact in facts if fact.metric == "shares_offered_international")
    assert chosen.number == 36131200
    loser = next(other for other in rejected if other.fact.metric == "shares_offered_international")
    assert (loser.code, loser.fact.number) == ("conflict", Decimal(36130300))
    assert any(note.code == "ZG-CONFLICT" and "36130300" in note.sides for note in notes)


def test_what_a_lapsed_option_would_have_brought_is_no_figure() -> None:
    """The shares borrowed for it are told, and kept with the reason."""
    record = zhaogu.extract(ROOT / "fixtures" / "forms-counters" / "brackenfold-stabilisation.pdf")
    told = [(lost.code, lost.fact.metric, lost.fact.value, lost.reason) for lost in record.rejected]
    assert told == [("decoy", "over_allotment_shares_issued", Decimal(11_220_000), "the over-allotment option lapsed")]
    assert "over_allotment_shares_issued" not in {fact.metric for fact in record.facts}
