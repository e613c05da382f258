"""Fit the weights of ``lexicon/news_names.toml`` to the labelled articles, and to the same told otherwise.

    fit_names.py            print each kind of evidence with its weight now and its weight as fitted

A logistic regression: a phrase is an issuer's name or not, told by the evidence of its places, and of all phrases of an
article a name should be the likeliest. Weights are tenths of the
logarithm of the odds. They are set by hand from what this prints, and judged by tools/judge.py and
tests/test_news_renamed.py. The sets that only judge (news-blind, news-desk-final, news-daily-final) are left out.
"""

from __future__ import annotations

import math
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from fixtures.retold import Article, articles, in_words, of_all_kinds, renamed, uncoded  # noqa: E402

from zhaogu.extraction.news.company import Names  # noqa: E402
from zhaogu.extraction.news.cues import subjects, table  # noqa: E402
from zhaogu.extraction.news.scene import Scene  # noqa: E402
from zhaogu.extraction.news.weighing import weigh  # noqa: E402
from zhaogu.reading.fold import fold  # noqa: E402
from zhaogu.recognition import recognise_folded  # noqa: E402

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus")) / "news"
SETS = ("news-dev", "news-hongkong", "news-mainland", "news-press", "news-wire-a", "news-wire-b", "news-fresh",
        "news-final", "news-holdout", "news-desk", "news-daily")  # fmt: skip
ROUNDS, STEP, SLOWER, HELD = 60, 0.05, 0.95, 0.002
FORMS = frozenset({*subjects()["legal"], *subjects()["forms"], "b", "w", "p", "公司"})
Row = tuple[set[str], bool]


def main() -> None:
    """Print the weights that fit best beside those in use."""
    told = [rows for folder in (CORPUS, *(ROOT / "fixtures" / name for name in SETS)) for rows in told_in(folder)]
    fitted = fit(told)
    for entry in table("news_names.toml")["evidence"]:
        name = entry["id"]
        print(f"{name:12} {entry['weight']:4} {round(10 * fitted.get(name, 0)):4}  {entry['means']}")


def told_in(folder: Path) -> Iterator[list[Row]]:
    """Every phrase that may be a name in the articles of a folder, each told five times over."""
    for title, text, gold in articles(folder) if folder.exists() else ():
        issuers = {fold(row["issuer"]) for row in gold}
        yield list(phrases((title, text, gold), issuers))
        yield list(phrases((*uncoded(title, text, gold), gold), issuers))
        for way in (renamed, in_words, of_all_kinds):
            new = (
                called(way(" ".join(sorted(issuers)), "", gold)[0]) if way is not of_all_kinds else names_of(text, gold)
            )
            yield list(phrases((*way(title, text, gold), gold), new))


def names_of(text: str, gold: list[dict[str, Any]]) -> set[str]:
    """The names that the issuers of an article have when it is told with names of all kinds, which its length chooses."""
    return called(of_all_kinds(" ".join(sorted({fold(row["issuer"]) for row in gold})), text, gold)[0])


def called(names: str) -> set[str]:
    """The new names of the issuers."""
    return {fold(name) for name in names.split()}


def phrases(article: Article, issuers: set[str]) -> Iterator[Row]:
    """The evidence of each phrase of an article, and whether it names an issuer."""
    title, text, _ = article
    whole = f"{title}\n\n{text}" if title else text
    folded = fold(whole)
    names = Names(whole, folded, len(title) + 2 if title else 0)
    for name, evidence in weigh(names, Scene(names, recognise_folded(folded))).items():
        if (named := is_issuer(name, issuers, folded)) is not None:
            yield evidence.reasons, named


def is_issuer(name: str, issuers: set[str], folded: str) -> bool | None:
    """Whether a phrase is the name of an issuer; None where it is one with a form more or less, which harms nobody."""
    if name in issuers:
        return True
    for issuer in issuers:
        if issuer.startswith(name):
            return True if folded.count(name) > folded.count(issuer) else None
        if name.startswith(issuer) and name[len(issuer) :].strip("-").lower() in FORMS:
            return None
    return False


def fit(articles_: list[list[Row]]) -> dict[str, float]:
    """The weight of each reason, and of ``start``, by stochastic descent from a fixed seed, article by article.

    Two things are asked at once: whether each phrase is a name, and whether the likeliest phrase of an article is one.
    """
    weights: dict[str, float] = dict.fromkeys(
        ["start", *sorted({reason for rows in articles_ for reasons, _ in rows for reason in reasons})], 0.0
    )
    chance, step = random.Random(1), STEP
    for _ in range(ROUNDS):
        chance.shuffle(articles_)
        for rows in articles_:
            totals = [weights["start"] + sum(weights[reason] for reason in reasons) for reasons, _ in rows]
            for (reasons, is_name), total, ahead in zip(rows, totals, ranked(rows, totals), strict=True):
                off = ahead + is_name - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
                weights["start"] += step * off
                for reason in reasons:
                    weights[reason] += step * (off - HELD * weights[reason])
        step *= SLOWER
    return weights


def ranked(rows: list[Row], totals: list[float]) -> list[float]:
    """How much likelier each phrase of an article should be beside the others, so that a name comes first."""
    shares = [math.exp(max(-30.0, min(30.0, total))) for total in totals]
    whole, named = sum(shares), sum(share for share, (_, is_name) in zip(shares, rows, strict=True) if is_name)
    if not named:
        return [0.0] * len(rows)
    return [
        (share / named if is_name else 0.0) - share / whole for share, (_, is_name) in zip(shares, rows, strict=True)
    ]


if __name__ == "__main__":
    main()
