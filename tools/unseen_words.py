"""Leave one out: what articles lose without the words that they alone use.

    python tools/unseen_words.py [FOLDER ...]

A word of a news cue that one labelled passage alone holds says little about the next passage. Each passage is read again
without the words (not the forms) that no other passage of the folders uses; what it loses, and what it then says wrongly,
shows where the lexicon rests on single documents. Printed are the totals and, for each passage, the facts and the words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from zhaogu.extraction.news import cues, extract_news, phrases, tables, tokens
from zhaogu.extraction.news.forms import parse
from zhaogu.extraction.news.wordings import Wordings
from zhaogu.model.fact import value_text
from zhaogu.reading.document import TextDocument
from zhaogu.reading.fold import fold

ROOT = Path(__file__).parent.parent
SETS = ("news-dev", "news-hongkong", "news-mainland", "news-press", "news-wire-a", "news-wire-b", "news-fresh",
        "news-final", "news-holdout", "news-desk", "news-daily", "news-papers")  # fmt: skip
Told = set[tuple[str, str]]


def main(folders: list[str]) -> None:
    """Print the totals and what each passage loses."""
    passages = [p for folder in folders or SETS for p in read(ROOT / "fixtures" / folder)]
    words = {word: cue.id for word, cue in cues.cues().items()}
    used = {document.name: used_in(document.text, words) for document, _ in passages}
    counts = Counter(word for mine in used.values() for word in mine)
    right = lost = wrong = 0
    for document, gold in passages:
        before = told(document)
        only = {word for word in used[document.name] if counts[word] == 1}
        install({word: id_ for word, id_ in words.items() if word not in only})
        after = told(document)
        install(words)
        gone, added = (before & gold) - after, after - before - gold
        right, lost, wrong = right + len(before & gold), lost + len(gone), wrong + len(added)
        if gone or added:
            print(document.name, "lost", sorted(gone), "wrong", sorted(added), "without", " ".join(sorted(only)))
    print(f"{right} right figures; {lost} lost ({lost / right:.1%}), {wrong} wrong ({wrong / right:.1%})")


def read(folder: Path) -> list[tuple[TextDocument, Told]]:
    """The passages of a folder with what their labels say."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        article = json.loads(path.with_name(path.name.replace(".gold", "")).read_text(encoding="utf-8"))
        gold = json.loads(path.read_text(encoding="utf-8"))["facts"]
        day = date.fromisoformat(article["published"][:10]) if article.get("published") else None
        document = TextDocument(name=article["id"], sha256="0" * 64, text=article["text"], published=day)
        found.append((document, {(row["metric"], plain(str(row["value"]))) for row in gold}))
    return found


def used_in(text: str, words: Mapping[str, str]) -> set[str]:
    """The words of cues that a text holds, the longest at each place."""
    folded, at, found = fold(text), 0, set()
    while match := cues.wordings().search(folded, at):
        start, at, _ = match
        found |= {folded[start:at]} & words.keys()
    return found


def install(words: Mapping[str, str]) -> None:
    """Let the reader know these words of cues, and all forms."""
    data = cues.table("news_forms.toml")
    forms = [(parse(form, data["parts"]), row["cue"]) for row in data["form"] for form in row["forms"]]
    machine = Wordings(words, forms)
    for module in (cues, phrases, tables, tokens):
        if hasattr(module, "wordings"):
            module.wordings = lambda: machine  # type: ignore[attr-defined]


def told(document: TextDocument) -> Told:
    """The metrics and values of a reading."""
    facts = extract_news(document).facts
    return {(fact.metric, plain(value_text(fact.value))) for fact in facts if fact.value is not None}


def plain(text: str) -> str:
    """A number in one writing, or the text."""
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


if __name__ == "__main__":
    main(sys.argv[1:])
