"""The parts of a prospectus that matter here, as its bookmarks name them."""

from __future__ import annotations

from dataclasses import dataclass

from zhaogu.reading.pdf import PDF

from .labels import fold
from .titles import section_in

RANK = {"report": 0, "interim": 1, "financial": 2, "summary": 3, "other": 4}
"""Where the same figure stands in several parts, the part of the lowest rank is its place."""

PROSE = ("about", "summary", "financial")
"""The parts whose sentences state rates of exchange; those of the last two list figures for several periods."""


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
