"""Which pages of an announcement hold the form, by how their lines begin."""

from __future__ import annotations

import re
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

from .compounds import printed
from .labels import concept_words, normal
from .sections import heading_words

_ANCHORS = ("valid_applications", "successful_applications", "placees", "level", "gross", "net", "short_name",
            "over_allocated", "dealings", "initial")  # fmt: skip
_BEFORE = 20
_BEHIND = 50
"""How many characters may stand before and behind what a page of the form is known by, in the same line."""
_STOP = re.compile(r"[，。；;]|,(?!\d)")


def is_form_page(page: Page) -> bool:
    """Whether lines of the page begin like labels of the form, or are its first heading; asks for no boxes."""
    text = fold(page.text)
    return _anchors().search(text) is not None or any(
        _begins_line(text, match) for match in _compound().finditer(text.casefold())
    )


def _begins_line(text: str, match: re.Match[str]) -> bool:
    """Whether what matches stands near the beginning of a line that is no sentence and no row of another table."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    before, after = text[start : match.start()], text[match.end() : end if end >= 0 else None]
    if len(before) > _BEFORE or len(after) > _BEHIND or _STOP.search(before + after):
        return False
    return _other_tables().search(text[start:end]) is None


@cache
def _anchors() -> re.Pattern[str]:
    words = [word for name in _ANCHORS for word in concept_words(name)]
    first = [re.escape(normal(word)) for word in heading_words("form:company")]
    never = rf"(?![^\n]*(?:{_other_tables().pattern}))"
    label = rf"{never}[^，。；;,\n]{{0,20}}?(?:{'|'.join(words)})(?!权){never}[^，。；;\n]{{0,50}}"
    return re.compile(rf"^\s*(?:{'|'.join(first)})\s*$|^{label}$", re.I | re.M)


@cache
def _compound() -> re.Pattern[str]:
    return printed(normal, _ANCHORS)


@cache
def _other_tables() -> re.Pattern[str]:
    others = [re.escape(fold(word)) for entry in entries("filings_sections", "elsewhere") for word in entry.words]
    return re.compile("|".join(others), re.I)
