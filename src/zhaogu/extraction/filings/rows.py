"""Rows of a form page: a label on the left, a value at the right end, headings between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import Page

from .categories import parts_of
from .days import DATE, MONTH_DAY
from .sections import heading_role
from .values import NUMBER
from .vocabulary import currencies, scales, words

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:\d{1,3}|[ivx]{1,6})[-–—\s]*", re.I)
UNFINISHED = re.compile(
    r"(?:\b(?:the|under|from|to|in|of|for|and|by|hong kong)|香港|[由自至于从及和与或予的之])$", re.I
)
"""A label that ends so goes on in the next line, also where that line would be a heading elsewhere."""
_SAYS = re.compile(r"(?:,|\b(?:be|is|are|was|were|been|amounts? to|at|of)|为|是|达)$", re.I)
"""How a sentence goes on to its number."""
_WIDER = 1.5
"""So many times the usual white space of its line sets a value apart."""
_CONTINUED = re.compile("的|之|项下")
"""How no line begins that stands below a heading: both are one label."""
_OTHER = "form:unknown"
"""The role of a category that no part of the form has."""
_SPACE = 0.5
"""White space between two words of one text, in line heights."""
_APART = 0.7
"""White space above a heading, in line heights, that sets it apart."""


@dataclass(slots=True)
class Row:
    """A visual row: its label text, the value at its end if there is one, and its role if it is a heading."""

    page: int
    line: Line
    label: str
    value: str | None
    role: str | None

    @property
    def height(self) -> float:
        """Height of the line."""
        return self.line.bottom - self.line.top

    @property
    def is_label(self) -> bool:
        """Whether the row is words only: a label, or a part of one."""
        return self.value is None and self.role is None


def rows_of(page: Page) -> list[Row]:
    """The rows of ``page`` from top to bottom, page numbers left out."""
    found = list(_rows(page))
    for row, below in pairwise(found):
        if (
            row.role
            and _CONTINUED.match(fold(below.line.text))
            and below.line.top < row.line.bottom + _APART * row.height
        ):
            row.role = None
    return found


def _rows(page: Page) -> Iterator[Row]:
    height = page.size[1]
    above: Line | None = None
    unfinished = False
    for part in parts_of(page.lines):
        line, text = part.line, part.line.text
        if part.is_category:
            yield Row(page.number, line, text, None, heading_role(text, apart=True) or _OTHER)
            above, unfinished = line, False
            continue
        if line.top > 0.9 * height and _PAGE_NUMBER.fullmatch(text):
            continue
        apart = above is None or line.top - above.bottom > _APART * (line.bottom - line.top)
        role, above = None if unfinished and not apart else heading_role(text, apart), line
        match = None if role else row_value().search(fold(text))
        if match and _goes_on(line, match.start("value")):
            match = None
        start = match.start("value") if match else len(text)
        label = text[:start].strip()
        unfinished = role is None and UNFINISHED.search(fold(label)) is not None
        yield Row(page.number, line, label, text[start:].strip() if match else None, role)


def _goes_on(line: Line, start: int) -> bool:
    """Whether a number is part of a sentence: in brackets that the next line closes, behind a comma or a verb, and no column parts them."""
    label = fold(line.text[:start]).rstrip()
    in_brackets = label.count("(") > label.count(")") and line.text[start:].strip().isdigit()
    return (in_brackets or _SAYS.search(label) is not None) and not _is_apart(line, start)


def _is_apart(line: Line, start: int) -> bool:
    """Whether white space sets the word at ``start`` apart from the one before it, and not all words of a justified line."""
    at, before = 0, line.words[0]
    gaps: list[float] = []
    for word in line.words:
        at = line.text.index(word.text, at)
        gap = word.x0 - before.x1
        if at >= start:
            usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
            return gap >= _SPACE * word.height and gap >= _WIDER * usual
        if word is not before:
            gaps.append(gap)
        before = word
    return True


@cache
def row_value() -> re.Pattern[str]:
    """A value that ends a row: number with its unit, range, date, or one of the words that fill a cell."""
    units = sorted(
        {word for name in ("shares", "count", "times", "percent") for word in words(f"unit_{name}") if word},
        key=lambda word: (-len(word), word),
    )
    spaced = [r"\s?".join(map(re.escape, unit)) for unit in units]
    money = [re.escape(word) for word in (*currencies(), *scales()) if word]
    number = rf"[-(]?\s*(?:{NUMBER})\s*\)?\s*%*"
    around = rf"(?:\s|[()]|{'|'.join(money)})*"
    per = r"(?:\s*per\s+(?:offer |h |ordinary |placing )*(?:share|unit))?"
    amount = rf"(?:约|大约|approximately|不少于|不低于|不高于|不超过)?{around}{number}{around}(?:{'|'.join(spaced)})?{around}{per}"
    filled = sorted(
        words("not_applicable") | words("yes") | words("no") | words("redacted"), key=lambda w: (-len(w), w)
    )
    word = rf"(?:^|(?<=[\s)]))(?:{'|'.join(map(re.escape, filled))}|[-–—－])"
    letter = r"(?<=\s)(?:机制|mechanism)?\s*(?-i:[A-C])"
    date = rf"(?:[a-z]+day,?\s*)?(?:{DATE}|{MONTH_DAY})(?:\s*星期[一二三四五六日])?(?:\s*\([^()]*(?:\)|$))?(?:\s*上午九时(?:正)?)?"
    note = r"(?:\s|[*#^†]|\(?(?:附注|备注|注|note)\s*[\d一二三四五六七八九十]*\)?|\(\d{1,2}\))*"
    return re.compile(
        rf"(?:^|(?<=[\s:)%\u2e80-\u9fff]))(?P<value>{date}|{amount}(?:(?:至|到|-|–|—|~|to|and)\s*{amount})?|{word}|{letter}){note}$",
        re.I,
    )
