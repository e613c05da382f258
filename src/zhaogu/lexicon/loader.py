"""Reading and checking the TOML tables of the lexicon."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from zhaogu.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[section]]`` of a table: the words it knows, an example, and whatever else the table needs.

    >>> entry = entries("currencies", "currency", code=str)[0]
    >>> entry["code"], "港元" in entry.words
    ('HKD', True)
    """

    file: str
    section: str
    words: tuple[str, ...]
    example: str
    fields: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """The field called ``name``."""
        return self.fields[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The field called ``name``, or ``default`` where the entry leaves it out."""
        return self.fields.get(name, default)

    def folded(self, fold: Callable[[str], str]) -> tuple[str, ...]:
        """The words in one script, longest first, each once."""
        return tuple(sorted({fold(word) for word in self.words}, key=lambda word: (-len(word), word)))


def entries(file: str, section: str, **fields: type) -> tuple[Entry, ...]:
    """The entries of ``section`` in ``lexicon/FILE.toml``, each checked to hold words, an example and ``fields``."""
    rows = _table(file).get(section)
    if not isinstance(rows, list):
        raise LexiconError(f"{file}.toml: no section [[{section}]]: add one")
    return tuple(_entry(file, section, number, row, fields) for number, row in enumerate(rows, 1))


@cache
def _table(file: str) -> dict[str, Any]:
    try:
        return parse(file, files("zhaogu.lexicon").joinpath(f"{file}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{file}.toml: no such table in the lexicon") from None


def parse(file: str, text: str) -> dict[str, Any]:
    """The table that ``text`` holds; LexiconError names the file where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}.toml: {error}: mend the TOML") from None


def _entry(file: str, section: str, number: int, row: Mapping[str, Any], fields: Mapping[str, type]) -> Entry:
    place = f"{file}.toml, [[{section}]] entry {number} ({row.get('words', row)})"
    required: dict[str, type] = {"words": list, "example": str, **fields}
    for name, kind in required.items():
        if name not in row:
            raise LexiconError(f"{place}: {name!r} is missing")
        if not isinstance(row[name], kind) or (not row[name] and kind in (list, str)):
            raise LexiconError(f"{place}: {name!r} must be a non-empty {kind.__name__}")
    if not all(isinstance(word, str) and word for word in row["words"]):
        raise LexiconError(f"{place}: every word must be non-empty text")
    rest = {name: value for name, value in row.items() if name not in ("words", "example")}
    return Entry(file, section, tuple(row["words"]), row["example"], rest)
