"""Which pages of a prospectus may hold statements: by its bookmarks, else by running heads and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from zhaogu.lexicon import entries
from zhaogu.reading.pdf import PDF, Page

from .labels import fold
from .titles import section_in, statement_in

_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+%?")
RANK = {"report": 0, "interim": 1, "financial": 2, "summary": 3, "other": 4}
"""Where the same figure stands in several parts, the part of the lowest rank is its place."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one kind."""

    kind: str
    title: str
    first: int
    last: int


def sections(pdf: PDF) -> list[Section]:
    """The parts that the bookmarks name; empty where there are none to go by."""
    marks = [(b.page, b.level, fold(b.title)) for b in pdf.bookmarks if b.page]
    found: list[Section] = []
    for i, (page, level, title) in enumerate(marks):
        kind = section_in(title)
        if kind is None or kind == "pro_forma" or (found and found[-1].first <= page <= found[-1].last):
            continue
        if kind == "report" and any(s.kind == "report" for s in found):
            continue  # a further accountants' report is one on a company that was acquired
        after = next((p for p, other, _ in marks[i + 1 :] if other <= level and p > page), pdf.page_count + 1)
        found.append(Section(kind, title, page, min(after - 1, pdf.page_count)))
    return found if any(s.kind in ("report", "financial") for s in found) else []


@cache
def _cues(name: str) -> re.Pattern[str]:
    words = [w for e in entries("statements_titles", "cue", name=str) if e["name"] == name for w in e.words]
    return re.compile(rf"(?:{'|'.join(words)})[^\n]{{0,90}}?\d\)?[%％]?[ \t]*$", re.IGNORECASE | re.MULTILINE)


def is_candidate(text: str, goes_on: bool = False) -> bool:
    """Whether a page with ``text`` may hold a statement: amounts, and two lines that look like line items.

    One such line is enough where the page before was a candidate (``goes_on``).
    """
    if len(_AMOUNT.findall(text)) < 4:
        return False
    return len(_cues("row").findall(text)) >= 2 - goes_on or statement_in(fold(text[:300])) is not None


def candidates(pdf: PDF) -> Iterator[tuple[Section, Page]]:
    """The pages to read closely, in the order of the document, each with its section."""
    known = sections(pdf)
    if not known:
        yield from _scanned(pdf)
        return
    for section in known:
        in_notes = before = False
        for number in range(section.first, section.last + 1):
            page = pdf.page(number)
            text = page.text
            in_notes = in_notes or (section.kind in ("report", "interim") and _begins_notes(text))
            before = is_candidate(text, goes_on=before and not in_notes)
            if before and (not in_notes or _cues("note").search(text)):
                yield section, page


def _begins_notes(text: str) -> bool:
    """Whether the notes to the statements begin on a page."""
    return any(_heading("notes").match(fold(line)) for line in text.split("\n", 8)[:8])


@cache
def _heading(name: str) -> re.Pattern[str]:
    words = [w for e in entries("statements_titles", "heading", name=str) if e["name"] == name for w in e.words]
    return re.compile(rf"(?:{'|'.join(words)})")


def _scanned(pdf: PDF) -> Iterator[tuple[Section, Page]]:
    """As above for a document without bookmarks: running heads tell the parts, and every page has to be looked at."""
    kind, before, in_notes = "other", False, False
    for page in pdf:
        named = _named_by_head(page.text)
        if named and named != kind:
            kind, in_notes = named, False
        in_notes = in_notes or (kind in ("report", "interim", "other") and _begins_notes(page.text))
        before = kind != "pro_forma" and is_candidate(page.text, goes_on=before and not in_notes)
        if before and (not in_notes or _cues("note").search(page.text)):
            yield Section(kind, "", page.number, page.number), page


def _named_by_head(text: str) -> str | None:
    """The part that the running head names: the first lines of the text, or the last, as some producers write it."""
    lines = [line for line in text.split("\n") if line.strip()]
    heads = [fold(line) for line in (*lines[:3], *lines[-2:]) if len(line) < 90]
    return next((kind for head in heads if (kind := section_in(head))), None)
