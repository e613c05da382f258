"""Which pages of a prospectus are read closely: those that look like statements, in the parts that hold them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from zhaogu.lexicon import entries
from zhaogu.reading.pdf import PDF, Page

from .labels import fold
from .sections import RANK, Section, sections
from .titles import section_in, statement_in

_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+%?")
_WIDE = re.compile(r"[０-９]|（ ?[\d,.]+ ?）")  # digits and brackets that take the room of a Chinese character
_LOOSE = re.compile(r"(?<=\() (?=\d)|(?<=\d) (?=\))")  # brackets apart from their number
_SMALL_ROW = re.compile(r"\d\)? {1,40}\(?\d{1,3}\)? {1,40}\(?\d")  # of a table in millions
_PERIOD_ROW = re.compile(
    r"(?m)^[^\n]{0,40}(?:19|20)\d\d[^\n\d%]{0,12}[ \t]+\(?\d+\.\d+\)?%[ \t]+\(?\d+\.\d+\)?%"
)  # of ratios

_FIRST_NOTES, _LAST_NOTES = 45, 20
"""How many pages of notes are looked at: what the profit is after stands behind the policies, the capital note at the end."""


def candidates(pdf: PDF, everywhere: bool = False) -> Iterator[tuple[Section, Page]]:
    """The pages to read closely, in the order of the document, each with its section.

    ``everywhere``: do not go by the bookmarks.
    """
    before = 0
    for section, page, in_notes in _all(pdf) if everywhere else _visited(pdf):
        goes_on = before == page.number - 1 and not in_notes
        if is_candidate(page.text, goes_on=goes_on):
            before = page.number
            if not in_notes or _cues("note").search(page.text):
                yield section, page


def is_candidate(text: str, goes_on: bool = False) -> bool:
    """Whether a page with ``text`` may hold a statement: amounts, and two lines that look like line items.

    One such line is enough where the page before was a candidate (``goes_on``), and lines of periods where ratios stand
    beside them.
    """
    if _WIDE.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = _LOOSE.sub("", text)
    if len(_AMOUNT.findall(text)) < 4 and len(_SMALL_ROW.findall(text)) < 4:
        return False
    if len(_cues("row").findall(text)) >= 2 - goes_on or statement_in(fold(text[:300])) is not None:
        return True
    return text.count("%") > 3 and len(_PERIOD_ROW.findall(text)) > 1


def _visited(pdf: PDF) -> Iterator[tuple[Section, Page, bool]]:
    """Every page that is looked at, its section, and whether it is one of the notes to the statements."""
    known = sections(pdf)
    if not known:
        yield from _all(pdf)
    for section in known:
        notes = None
        for number in range(section.first, section.last + 1) if section.kind in RANK else ():
            if notes and notes + _FIRST_NOTES < number < section.last - _LAST_NOTES:
                continue
            page = pdf.page(number)
            if notes is None and section.kind in ("report", "interim") and _begins_notes(page.text):
                notes = number
            yield section, page, notes is not None


def _all(pdf: PDF) -> Iterator[tuple[Section, Page, bool]]:
    """As above for a document without bookmarks: running heads tell the parts, and every page has to be looked at."""
    kind, in_notes = "other", False
    for page in pdf:
        named = _named_by_head(page.text)
        if named and named != kind:
            kind, in_notes = named, False
        in_notes = in_notes or (kind in ("report", "interim", "other") and _begins_notes(page.text))
        if kind != "pro_forma":
            yield Section(kind, "", page.number, page.number), page, in_notes


def _named_by_head(text: str) -> str | None:
    """The part that the running head names: the first lines of the text, or the last, as some producers write it."""
    lines = [line for line in text.split("\n") if line.strip()]
    heads = [fold(line) for line in (*lines[:3], *lines[-2:]) if len(line) < 90]
    named = next((kind for head in heads if (kind := section_in(head))), None)
    return named if named in (*RANK, "pro_forma", None) else "other"


def is_headed(text: str, kind: str) -> bool:
    """Whether one of the first lines of a page names the part ``kind`` of a prospectus."""
    return any(len(line) < 60 and section_in(fold(line)) == kind for line in text.split("\n", 8)[:8])


def _begins_notes(text: str) -> bool:
    """Whether the notes to the statements begin on a page."""
    return any(_words("heading", "notes").match(fold(line)) for line in text.split("\n", 8)[:8])


@cache
def _words(section: str, name: str) -> re.Pattern[str]:
    words = [w for e in entries("statements_titles", section, name=str) if e["name"] == name for w in e.words]
    return re.compile("|".join(f"(?:{word})" for word in words), re.IGNORECASE | re.MULTILINE)


@cache
def _cues(name: str) -> re.Pattern[str]:
    """Lines that begin with a cue and end with a number, or have two in a row."""
    return re.compile(
        rf"(?:{_words('cue', name).pattern})[^\n]{{0,90}}?\d\)?[%％]?[ \t]*(?:$|[ \t]\(?\d)",
        re.IGNORECASE | re.MULTILINE,
    )
