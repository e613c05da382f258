"""Articles tell the same whatever their companies are called, and without their stock codes."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument
from zhaogu.reading.fold import fold

ROOT = Path(__file__).parents[1]
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus")) / "news"
NAMES = ("澄汐", "霖越", "沅芯", "翎途", "珑佰", "禾沐生物", "衡澈科技", "岚图屹", "舸逸", "臻瑜", "澈穹", "霁川")
WORDS = (
    "老铺黄金", "海底捞", "三只松鼠", "地平线", "第四范式", "出门问问", "零跑汽车", "稳健医疗", "先声药业", "百果园", "时代天使", "同程旅行",
)  # fmt: skip
"""Names that the language has words for."""
LATIN = ("NovaLark", "QuillOne", "TerraVox", "LumaPeak")
Article = tuple[str, str, list[dict[str, Any]]]
"""A title, a text and the labels."""


def in_words(title: str, text: str, gold: list[dict[str, Any]]) -> tuple[str, str]:
    """Every issuer by a name of ordinary words."""
    return renamed(title, text, gold, WORDS)


def renamed(title: str, text: str, gold: list[dict[str, Any]], names: tuple[str, ...] = NAMES) -> tuple[str, str]:
    """Every issuer by another name, wherever the article calls it by the one that the labels give."""
    issuers = sorted({row["issuer"] for row in gold if row.get("issuer")}, key=len, reverse=True)
    han, latin = iter(names), iter(LATIN)
    called = {fold(issuer): next(latin if issuer.isascii() else han) for issuer in issuers}
    pattern = re.compile("|".join(map(re.escape, called)))

    def call(said: str) -> str:
        folded, parts, at = fold(said), [], 0
        for match in pattern.finditer(folded):  # folding keeps every offset
            parts += [said[at : match.start()], called[match.group()]]
            at = match.end()
        return "".join([*parts, said[at:]])

    return call(title), call(text)


def uncoded(title: str, text: str, gold: list[dict[str, Any]]) -> tuple[str, str]:
    """Without the brackets and the clauses that tell stock codes."""
    codes = {row["value"] for row in gold if row["metric"] == "stock_code"}
    codes |= {code.lstrip("0") for code in codes if code.isdigit()}
    some = "|".join(sorted(map(re.escape, codes), key=len, reverse=True))
    pattern = re.compile(
        rf"[(（【][^()（）【】\n]{{0,22}}?(?<!\d)(?:{some})(?!\d)[^()（）\n]{{0,14}}?[)）】]"
        rf"|[,，]?\s*(?:股[份票]|證券|证券)?代[號号碼码][為为是:：]?\s*[「“]?(?<!\d)(?:{some})(?!\d)(?:\.[A-Z]{{2}})?[」”]?"
    )
    return pattern.sub("", title), pattern.sub("", text)


WAYS: dict[str, tuple[Callable[[str, str, list[dict[str, Any]]], tuple[str, str]], float]] = {
    "renamed": (renamed, 0.93),
    "in words": (in_words, 0.92),
    "uncoded": (uncoded, 0.87),
}
"""How an article is told otherwise, and how much of what it said must be left."""


def articles(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*.gold.json")):
        gold = [row for row in json.loads(path.read_text(encoding="utf-8"))["facts"] if row.get("issuer")]
        document = path.with_name(path.name.replace(".gold", ""))
        if gold and document.exists():
            body = json.loads(document.read_text(encoding="utf-8"))
            yield body.get("title") or "", body["text"], gold


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
