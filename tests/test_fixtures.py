"""The fixtures are what their script makes, and their gold files say what the documents say."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, get_args

import pypdfium2
import pytest

from zhaogu.model import Basis, Group, Kind, OfferBasis, Period, Qualifier, Stage, metrics
from zhaogu.model.fact import typed_value

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
SUFFIXES = (".txt", ".md", ".html", ".json", ".jsonl", ".pdf")
GOLD = sorted(FIXTURES.glob("*/*.gold.json"))
OURS = [path for path in GOLD if not path.parent.name.startswith("news-")]
ATTRIBUTES = {"qualifier": Qualifier, "basis": Basis, "offer_basis": OfferBasis, "stage": Stage}
STAGELESS = {Group.ISSUER, Group.STATEMENTS, Group.RATIOS, Group.OPERATING}
SPELT = {r"\btwo\b|[兩两二]": "2", r"\bthree\b|三": "3", r"\bfour\b|四": "4", r"\bfive\b|五": "5", r"\bfifty\b": "5"}
WORDED = {"七成", "悉數", "悉数", "一名", "六名", "十名"}

each_gold = pytest.mark.parametrize("gold_path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
# the passages written blind leave out, where their text does, what ours always say: a period, a currency
each_of_ours = pytest.mark.parametrize("gold_path", OURS, ids=lambda path: path.name.removesuffix(".gold.json"))
needs_fonts = pytest.mark.skipif(
    not (find_spec("reportlab") and find_spec("zhplot")), reason="reportlab or the font of zhplot is not installed"
)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


def gold_of(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def document_of(gold_path: Path) -> Path:
    stem = gold_path.name.removesuffix(".gold.json")
    found = [gold_path.with_name(stem + suffix) for suffix in SUFFIXES if gold_path.with_name(stem + suffix).exists()]
    assert len(found) == 1, f"{stem} has {len(found)} documents"
    return found[0]


def texts_of(path: Path) -> dict[int | str | None, str]:
    """The text of a document by page, by article of a JSON lines file, or whole."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return {n + 1: pdf[n].get_textpage().get_text_range() for n in range(len(pdf))}
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        articles = map(json.loads, raw.splitlines())
        return {article["id"]: f"{article['title']}\n{article['text']}" for article in articles}
    if path.suffix == ".json":
        article = json.loads(raw)
        return {None: f"{article.get('title', '')}\n{article['text']}"}
    return {None: html.unescape(re.sub(r"<[^>]+>", "", raw)) if path.suffix == ".html" else raw}


def squeezed(text: str) -> str:
    return re.sub(r"\s+|[\ufffe\x02]", "", text)


def figures(quote: str) -> set[str]:
    """The significant digits of each number in a quote; ``48億1,760萬`` is one number."""
    plain = unicodedata.normalize("NFKC", quote).replace(",", "").replace("\n", "")
    joined = re.sub(r"(?<=\d)[億亿萬万](?=\d)", "", plain)
    spelt = {number for word, number in SPELT.items() if re.search(word, quote, re.I)}
    return spelt | {significant(number) for text in (plain, joined) for number in re.findall(r"\d+(?:\.\d+)?", text)}


def significant(number: str) -> str:
    return number.replace(".", "").strip("0-") or "0"


def test_there_are_documents_of_every_kind() -> None:
    demo = [gold_of(path) for path in GOLD if path.parent.name == "demo"]
    assert {gold["kind"] for gold in demo} == set(get_args(Kind))
    assert sum(gold["kind"] == "news" for gold in demo) >= 12
    assert sum(gold["kind"] == "news" and not gold["facts"] for gold in demo) >= 2


def test_the_demo_is_small() -> None:
    assert sum(path.stat().st_size for path in (FIXTURES / "demo").iterdir()) < 3_000_000


@needs_fonts
def test_the_pdfs_are_what_the_script_makes(tmp_path: Path) -> None:
    from fixtures.make_pdfs import make

    made = make(tmp_path)
    committed = sorted(path.relative_to(FIXTURES) for path in FIXTURES.glob("*/*.pdf"))
    assert [path.relative_to(tmp_path) for path in made] == committed
    for name in committed:
        assert texts_of(tmp_path / name) == texts_of(FIXTURES / name), name
        gold = name.with_suffix(".gold.json")
        assert (tmp_path / gold).read_bytes() == (FIXTURES / gold).read_bytes(), gold


@needs_fonts
def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    from fixtures.pdfs import other

    copies = []
    for run in ("first", "second"):
        (tmp_path / run).mkdir()
        other.make(tmp_path / run)
        copies.append((tmp_path / run / f"{other.STEM}.pdf").read_bytes())
    assert copies[0] == copies[1]


@each_of_ours
def test_gold_speaks_the_contract(gold_path: Path) -> None:
    gold = gold_of(gold_path)
    assert gold["document"] == gold_path.name.removesuffix(".gold.json")
    assert gold["kind"] in get_args(Kind)
    for fact in gold["facts"]:
        metric = metrics()[fact["metric"]]
        typed_value(fact["value"], metric.type)
        assert fact["unit"] == metric.unit if metric.unit else re.fullmatch("[A-Z]{3}", fact["unit"]), fact
        assert all(fact[name] in get_args(words) for name, words in ATTRIBUTES.items() if name in fact), fact
        assert "stage" not in fact or metric.group not in STAGELESS, fact
        if "period" in fact:
            assert metric.by_period, fact
            assert Period(fact["period"]).is_instant == metric.instant, fact
        else:
            assert not metric.by_period, fact
        if "as_of" in fact:
            date.fromisoformat(fact["as_of"])
        if gold["kind"] == "news":
            assert fact["issuer"]


@each_gold
def test_quotes_stand_in_the_document(gold_path: Path) -> None:
    texts = {place: squeezed(text) for place, text in texts_of(document_of(gold_path)).items()}
    for fact in gold_of(gold_path)["facts"]:
        assert squeezed(fact["quote"]) in texts[fact.get("page") or fact.get("id")], fact


@each_of_ours
def test_values_agree_with_their_quotes(gold_path: Path) -> None:
    for fact in gold_of(gold_path)["facts"]:
        quote, kind = fact["quote"], metrics()[fact["metric"]].type
        if kind == "date":
            day = date.fromisoformat(fact["value"])
            assert str(day.day) in figures(quote) | {n.lstrip("0") for n in re.findall(r"\d+", quote)} or not re.search(
                r"\d", quote
            ), fact
        elif fact["metric"] == "stock_code":
            assert fact["value"].lstrip("0") in quote, fact
        elif kind not in ("bool", "text"):
            nil = Decimal(fact["value"]) == 0 and ("–" in quote or not re.search(r"\d", quote))
            assert nil or significant(fact["value"]) in figures(quote) or any(word in quote for word in WORDED), fact


@each_of_ours
def test_no_fact_is_stated_twice_or_refused(gold_path: Path) -> None:
    gold = gold_of(gold_path)
    keys = [
        json.dumps({k: v for k, v in fact.items() if k not in ("quote", "page", "optional")}) for fact in gold["facts"]
    ]
    assert len(keys) == len(set(keys))
    stated = {(fact["metric"], Decimal(fact["value"])) for fact in gold["facts"] if metrics()[fact["metric"]].unit != "text"
              and re.fullmatch(r"-?[\d.]+", fact["value"])}  # fmt: skip
    for decoy in gold.get("must_not", []):
        assert decoy["metric"] in metrics(), decoy
        assert (
            not re.fullmatch(r"-?[\d.]+", decoy["value"]) or (decoy["metric"], Decimal(decoy["value"])) not in stated
        ), decoy


@pytest.mark.parametrize("stem", ["minimax-allotment", "zhipu-allotment"])
def test_investors_sum_to_their_total(stem: str) -> None:
    gold = gold_of(FIXTURES / "demo" / f"{stem}.gold.json")
    total = next(fact["value"] for fact in gold["facts"] if fact["metric"] == "cornerstone_shares")
    assert sum(int(row["shares"]) for row in gold["cornerstones"]) == int(total)


@pytest.mark.parametrize(
    "path", [path for path in GOLD if gold_of(path)["kind"] == "prospectus"], ids=lambda path: path.name
)
def test_statements_obey_their_identities(path: Path) -> None:
    """Revenue less cost is gross profit, profit before tax less tax is profit, assets less liabilities are net assets.

    The tax is of the continuing operations alone, and mezzanine equity is neither liability nor net assets.
    """
    gold = gold_of(path)
    mezzanine = "mezzanine" in gold.get("notes", "")
    by_period: dict[tuple[str, str], dict[str, Decimal]] = {}
    for fact in gold["facts"]:
        if "period" in fact and not (
            fact.get("optional") and fact["unit"] in ("HKD", "USD") and path.name.startswith("three")
        ):
            by_period.setdefault((fact["period"], fact["unit"]), {})[fact["metric"]] = Decimal(fact["value"])
    for figures_ in by_period.values():
        for whole, parts in (
            ("gross_profit", ("revenue", "cost_of_sales")),
            ("net_profit_continuing", ("profit_before_tax", "income_tax")),
            ("net_profit", ("profit_before_tax", "income_tax")),
            ("net_assets", ("total_assets", "total_liabilities")),
        ):
            if (whole == "net_profit" and "net_profit_continuing" in figures_) or (whole == "net_assets" and mezzanine):
                continue
            if whole in figures_ and all(part in figures_ for part in parts):
                assert figures_[whole] == figures_[parts[0]] - figures_[parts[1]], (path.name, whole, figures_)


@pytest.mark.parametrize("stem, mark", [("zhipu-proof", "[編纂]"), ("minimax-proof", "[REDACTED]")])
def test_proofs_are_redacted(stem: str, mark: str) -> None:
    text = "".join(texts_of(FIXTURES / "demo" / f"{stem}.pdf").values())
    assert text.count(mark) >= 8
    assert gold_of(FIXTURES / "demo" / f"{stem}.gold.json")["redacted"]


@pytest.mark.parametrize("name", ["big5", "gb18030", "utf16", "cut_pdf", "damaged_pdf", "encrypted_pdf", "picture_pdf"])
def test_bad_inputs_are_bad(name: str, tmp_path: Path) -> None:
    from fixtures.bad import CASES

    if name in ("encrypted_pdf", "picture_pdf"):
        pytest.importorskip("reportlab", reason="reportlab draws this one")
    bad = CASES[name](tmp_path)
    if bad.error == "EncodingError":
        with pytest.raises(UnicodeDecodeError):
            bad.path.read_bytes().decode("utf-8")
    elif bad.error == "NoTextLayer":
        assert set(texts_of(bad.path).values()) == {""}
    else:
        with pytest.raises(pypdfium2.PdfiumError):
            pypdfium2.PdfDocument(bad.path)


@needs_fonts
def test_pages_can_be_taken_out_moved_and_scanned(tmp_path: Path) -> None:
    from fixtures.bad import pages, scanned_among_text

    source = FIXTURES / "demo" / "minimax-allotment.pdf"
    whole = texts_of(source)
    moved = texts_of(pages(source, [3, 1], tmp_path / "moved.pdf"))
    assert [squeezed(text) for text in moved.values()] == [squeezed(whole[3]), squeezed(whole[1])]
    assert [bool(text) for text in texts_of(scanned_among_text(source, tmp_path)).values()] == [
        True,
        False,
        True,
        True,
        True,
    ]
