"""Small word lists of the forms, from ``lexicon/filings_words.toml``, folded to one script."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, folded and in lower case.

    >>> "不适用" in words("not_applicable")
    True
    """
    return frozenset(
        fold(word).casefold() for entry in entries("filings_words", "list", id=str) if entry["id"] == name
        for word in entry.words
    ) | ({""} if name.startswith("unit_") else set())  # fmt: skip


@cache
def currencies() -> dict[str, str | None]:
    """Currency words to ISO codes, longest first."""
    found: dict[str, str | None] = {
        fold(word).casefold().replace(" ", ""): entry["code"]
        for entry in entries("filings_words", "currency", code=str)
        for word in entry.words
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0]))) | {"": None}


@cache
def scales() -> dict[str, Decimal]:
    """Scale words to their worth, longest first."""
    found = {
        fold(word).casefold(): Decimal(entry["worth"])
        for entry in entries("filings_words", "scale", worth=str)
        for word in entry.words
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0]))) | {"": Decimal(1)}
