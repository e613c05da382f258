"""Concepts that firms put together anew: patterns out of the parts of ``lexicon/filings_compounds.toml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass

from zhaogu.lexicon.loader import entries

TABLE = "filings_compounds"
_JOINT = r"(?: ?(?:[及和与或]|(?:of|the|in|and|a|our)(?![a-z])))* ?"
_PRINTED_JOINT = r"(?:\s*(?:[及和与或的之]|(?:of|the|in|and|a|our)(?![a-z])))*[^\S\n]*"
"""What may stand between two parts."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """The ways to say concepts in parts: one pattern each, and one for all that says quickly where none begins."""

    ways: tuple[tuple[str, re.Pattern[str]], ...]
    any_of_them: re.Pattern[str]

    def longest(self, text: str, at: int) -> tuple[str, int] | None:
        """The concept of the longest compound that begins at ``at``, and where it ends."""
        if not self.any_of_them.match(text, at):
            return None
        found = [(match.end(), concept) for concept, way in self.ways if (match := way.match(text, at))]
        end, concept = max(found, key=lambda one: one[0])
        return concept, end


def compounds(normal: Callable[[str], str]) -> Compounds:
    """The compounds of the lexicon, over texts that ``normal`` has folded."""
    ways = list(_ways(normal, "", _JOINT))
    return Compounds(
        tuple((concept, re.compile(way.pattern)) for concept, way in ways), _one_of(way for _, way in ways)
    )


def printed(normal: Callable[[str], str], concepts: Container[str]) -> re.Pattern[str]:
    """The compounds of ``concepts`` in lower-case text as printed, where white space may stand between characters."""
    return _one_of(way for concept, way in _ways(normal, r"\s*", _PRINTED_JOINT) if concept in concepts)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to put parts together: its pattern, and the characters that it may begin with."""

    pattern: str
    begins: frozenset[str]


def _one_of(ways: Iterable[_Way]) -> re.Pattern[str]:
    """A pattern for any of ``ways``: by the first character most places are passed over."""
    ways = list(ways)
    begins = "".join(sorted(frozenset().union(*(way.begins for way in ways))))
    whole = "|".join(f"(?=[{''.join(sorted(way.begins))}]){way.pattern}" for way in ways)
    return re.compile(f"(?=[{begins}])(?<![a-z])(?:{whole})")


def _ways(normal: Callable[[str], str], space: str, joint: str) -> Iterator[tuple[str, _Way]]:
    """Every compound with its concept; ``space`` may stand between Chinese characters, ``joint`` between parts."""
    parts = {
        entry["id"]: [normal(word) + "-" * word.endswith("-") for word in entry.words]
        for entry in entries(TABLE, "part", id=str)
    }
    for entry in entries(TABLE, "compound", concept=str):
        for words in entry.words:
            steps = [(word.rstrip("?*+"), word) for word in words.split()]
            must = next(at for at, (_, word) in enumerate(steps) if word[-1] not in "?*")
            begins = frozenset(word[0] for name, _ in steps[: must + 1] for word in parts[name])
            pattern = "".join(f"(?:{_part(parts[name], space)}{joint}){word[len(name) :]}" for name, word in steps)
            yield entry["concept"], _Way(pattern, begins)


def _part(words: Iterable[str], space: str) -> str:
    """A pattern for one part; letters end where a word ends, unless a hyphen says that it goes on."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    known = (rf"{re.escape(word)}(?![a-z])" if word.isascii() else space.join(map(re.escape, word)) for word in longest)
    return f"(?:{'|'.join(known)})"
