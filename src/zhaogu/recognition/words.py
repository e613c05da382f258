"""Regular expressions made from lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from zhaogu.lexicon import Entry, entries
from zhaogu.reading.fold import fold

_Trie = dict[str, "_Trie"]


def table(file: str, section: str, **fields: type) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    """The entries of a section of the lexicon, each with its words folded."""
    return tuple((entry.folded(fold), entry) for entry in entries(file, section, **fields))


def words(file: str, section: str) -> list[str]:
    """All folded words of a section."""
    return [word for group, _ in table(file, section) for word in group]


_SPACES: Final = re.compile(r"\s")


def compact(word: str) -> str:
    """``word`` without its spaces, as the tables of the lexicon are keyed."""
    return _SPACES.sub("", word)


_FEW: Final = 8
"""Of more first letters than these, all are looked up at once before each is tried."""


def alternation(choices: Iterable[str]) -> str:
    """A pattern that matches the longest of ``choices``; English words end at a word's end, spaces are optional gaps.

    The words share their beginnings as in a trie, so that a long list costs no more than its first letters.

    >>> alternation(["港元", "港币", "元"])
    '(?:元|港(?:元|币))'
    >>> re.fullmatch(alternation(["HK dollars", "HKD"]), "HK  dollars") is not None
    True
    """
    trie: _Trie = {}
    for word in choices:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    guard = f"(?=[{re.escape(''.join(sorted(trie)))}])" if len(trie) > _FEW and "" not in trie else ""
    return guard + _pattern(trie)


def _pattern(node: _Trie, last: str = "") -> str:
    ends = "" in node
    branches = [_letter(char) + _pattern(rest, char) for char, rest in sorted(node.items()) if char]
    end = "(?![A-Za-z])" if last.isascii() and last.isalpha() else ""
    if not branches:
        return end
    body = branches[0] if len(branches) == 1 and not ends else "(?:" + "|".join(branches) + ")"
    if not ends:
        return body
    return f"(?:{'|'.join(branches)}|{end})" if end else f"{body}?"


def _letter(char: str) -> str:
    return "[ \\n]{1,2}" if char == " " else re.escape(char)
