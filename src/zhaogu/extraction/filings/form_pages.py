"""Which pages of an announcement hold the form, by how their lines begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

from .compounds import printed
from .labels import concept_words, normal, read_label
from .rows import row_value
from .sections import heading_words

_ANCHORS = ("valid_applications", "successful_applications", "placees", "level", "gross", "net", "short_name",
            "over_allocated", "dealings", "initial")  # fmt: skip
_BEFORE = 20
_BEHIND = 50
"""How many characters may stand before and behind what a page of the form is known by, in the same line."""
_LONGEST = 160
"""A row of the form is no longer."""
_TOP = 5
"""Lines at the head of a page, among which the first row of a table stands that goes on."""
_STOP = re.compile(r"[，。；;]|,(?!\d)")


def form_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages that hold the form, and those on which its last rows stand."""
    goes_on = False
    for page in pages:
        goes_on = is_form_page(page) or (goes_on and _begins_with_row(page))
        if goes_on:
            yield page


def _begins_with_row(page: Page) -> bool:
    """Whether one of the first lines is a label of the form with its value: a table goes on over the page."""
    lines = [line.strip() for line in islice(page.text.split("\n"), 2 * _TOP) if line.strip()][: _TOP + 1]
    for line, below in zip(map(fold, lines), [*map(fold, lines[1:]), ""], strict=True):
        value = row_value().search(line) if len(line) < _LONGEST else None
        label = line[: value.start("value")].strip() if value else ""
        if label and (_is_label(label) or (_goes_on(below) and _is_label(f"{label}\n{below}"))):
            return True
    return False


def _is_label(text: str) -> bool:
    label = read_label(text)
    return label is not None and bool(label.concepts)


def _goes_on(below: str) -> bool:
    """Whether a line may be the rest of a label: no sentence."""
    return _STOP.search(below) is None and not below.endswith(".")


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
