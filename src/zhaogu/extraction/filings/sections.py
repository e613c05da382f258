"""Headings of the forms: which part of the template stands below."""

from __future__ import annotations

import re
from functools import cache

from zhaogu.lexicon.loader import entries

from .labels import normal, without_brackets

_NUMBERING = re.compile(r"^(?:[a-z]|[ivx]+|\d{1,2})\s+(?=\S)")


def heading_role(text: str) -> str | None:
    """The role of a line that is nothing but a heading, else None.

    >>> heading_role("發 售 量 調 整 權（增 發 權）"), heading_role("國際發售"), heading_role("國際發售的承配人包括")
    ('form:upsize', 'tranche:international', None)
    """
    if len(text) > 80:
        return None
    plain = normal(without_brackets(text))
    return _headings().get(plain) or _headings().get(_NUMBERING.sub("", plain))


@cache
def _headings() -> dict[str, str]:
    return {
        normal(without_brackets(word)): entry["role"]
        for entry in entries("filings_sections", "section", role=str)
        for word in entry.words
    }
