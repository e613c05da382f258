"""Make ``lexicon/general_*.txt`` from the dictionary of jieba: ``pip install jieba && python tools/general_words.py``.

The names of people, places and firms are left out: what is left are the words that a company's name is told from.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "src" / "zhaogu" / "lexicon"
NAMES = re.compile(r"nr|ns|nt|nz|eng|x")
ENDS_A_NAME = re.compile(r"(?:v|vd|d|p|c|r|t|m|f|a|ad|u|y|e|l|i|q|z)$")
LEAST = {2: 3, 3: 20, 4: 50}
"""How often the dictionary has to have seen a word of so many letters."""
HEADER = "# General words of Chinese: {what}. From the dictionary of jieba 0.42.1 (MIT licence), by tools/general_words.py.\n"
WIDTH = 20


def main() -> None:
    """Write the words that end a name (verbs, adverbs, particles), and those that may stand in one (nouns)."""
    words: dict[str, list[str]] = {"verbs": [], "nouns": []}
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        word, seen, kind = line.split(" ")
        if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", word) and not NAMES.match(kind) and int(seen) >= LEAST[len(word)]:
            words["verbs" if ENDS_A_NAME.match(kind) else "nouns"].append(word)
    what = {
        "verbs": "verbs, adverbs, particles, times and numbers, which end a name",
        "nouns": "nouns, which may stand in one",
    }
    for name, found in words.items():
        found.sort()
        rows = [" ".join(found[at : at + WIDTH]) for at in range(0, len(found), WIDTH)]
        text = HEADER.format(what=what[name]) + "\n".join(rows) + "\n"
        LEXICON.joinpath(f"general_{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
