"""Where a prospectus speaks of the offering, by its bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import PDF

_LONGEST = 30
"""Pages of a section that are read at most."""


def offering_sections(pdf: PDF) -> Iterator[range]:
    """Page numbers of the sections about the offering, the most telling first."""
    for title in _titles("part"):
        yield _section(pdf, title)


def application_section(pdf: PDF) -> range:
    """Page numbers of the section on how to apply; empty where no bookmark leads there."""
    return next((section for title in _titles("application") if (section := _section(pdf, title))), range(0))


def _section(pdf: PDF, title: re.Pattern[str]) -> range:
    marks = [mark for mark in pdf.bookmarks if mark.page is not None]
    for index, mark in enumerate(marks):
        if mark.page and title.search(fold(mark.title)):
            later = [m.page for m in marks[index + 1 :] if m.page and m.page > mark.page and m.level <= mark.level]
            return range(mark.page, min(later[0] if later else pdf.page_count + 1, mark.page + _LONGEST))
    return range(0)


@cache
def _titles(section: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(entry.words), re.I) for entry in entries("filings_sections", section))
