"""Where the table of cornerstone investors stands: its header and its lines, over pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, is_cjk
from zhaogu.reading.pdf import Page

from .labels import normal, without_brackets
from .rows import Row, rows_of
from .sections import heading_role
from .table import TableLine
from .values import without_marks

_ROLE = "table:cornerstones"
_HEADING = 120
_NAMED = re.compile(r"(?:(?:基石投资[者人]|基础投资者).{3,}|(?:names? of )?cornerstone investors?\b.{3,})", re.I)
_LEADS_IN = re.compile(
    r"(?:基石投资[者人]|基础投资者|cornerstone investors?\b)(?:[^。.]|\.\d){0,160}:\s*$", re.I | re.M
)
"""The end of a sentence that a table of cornerstone investors follows."""
_SENTENCE = 3
"""Lines that such a sentence may have."""
_NEXT = 3
"""Lines under the mark of a note among which the next row of the table is looked for."""
_INDENT = 60.0
_HEADER_LINES = 22
_MARK = re.compile(r"\W*(?:附注|备注|注|notes?)?[\d\s、,()]*\W*", re.I)
_INVESTOR = re.compile("投资者|Investor", re.I)
_GROUPED = re.compile(r"\d{1,3}(?:,\s?\d{3})+")
_COUNT = re.compile(r"\d{1,3}(?:,\s?\d{3})+(?:股.{0,4}| ?(?:offer |h )*shares?)?", re.I)
"""A cell that is a number of shares."""
_TOLD = re.compile(r"\d{1,3}(?:,\d{3})+[^\d]*?(?:[a-z]{2,}[ ,;]+[a-z]{2,}|[\u4e00-\u9fff]{2,}[,，。;；])", re.I)
"""A number with the words of a sentence behind it."""
_NUMBERED_NOTE = re.compile(r"\(\d\)\s*(?:[^\s(].{5,})")
_PROSE = 34
"""Chinese characters in one cell that make it prose; three times as many letters do."""
_WIDE = 0.6
"""What part of the page a line of prose is at least wide."""
_MARGIN = 110.0
_NAMES = 150.0
"""How far right, in points, prose and names may begin."""


@dataclass(slots=True)
class Region:
    """The lines of one table: its header and its body."""

    header: list[Line] = field(default_factory=list)
    body: list[TableLine] = field(default_factory=list)
    unfinished: bool = False
    """Whether the sentence that leads in has not come to its end."""


def regions(pages: Iterable[Page]) -> Iterator[Region]:
    """Tables under a heading 基石投資者, or whose header says that: header, then lines until something else begins."""
    region: Region | None = None
    for page in pages:
        if region is None and not _may_hold(page):
            continue
        repeated = bool(region and region.body)
        rows = rows_of(page)
        for index, row in enumerate(rows):
            if row.role == _ROLE:
                if region and region.body:
                    yield region
                region, repeated = Region(), False
            elif region is None:
                top = _header_start(rows, index)
                if _names_investors(row, rows[:top]):
                    region = Region(header=[part.line for part in rows[top : index + 1]])
            elif repeated and not _is_other_heading(row) and _is_header(row.line, region.header):
                continue
            elif _ends(row, rows[index + 1 :][:_NEXT], region):
                yield region
                region = None
            elif not _leads_in(row.line, region, page.size[0]):
                repeated = False
                _add(region, row)
    if region:
        yield region


def _may_hold(page: Page) -> bool:
    """Whether a line of the page is the heading of such a table, or begins like its header; asks for no boxes."""
    lines = [line.strip() for line in page.text.split("\n")]
    return _LEADS_IN.search(fold(page.text)) is not None or any(
        heading_role(line) == _ROLE or _NAMED.match(fold(line)) for line in lines if 3 < len(line) < _HEADING
    )


def _names_investors(row: Row, before: Sequence[Row]) -> bool:
    """Whether the row is the line of a header whose first cell, or the sentence ``before`` it, speaks of cornerstones."""
    cells = row.line.cells()
    first = normal(without_brackets(without_marks(cells[0].text)))
    if len(cells) == 1:
        return False
    if first in table_words("investor_header"):
        return True
    sentence = " ".join(above.line.text for above in before[-_SENTENCE:])
    return first in table_words("table_name") and _LEADS_IN.search(fold(sentence)) is not None


def _header_start(rows: Sequence[Row], index: int) -> int:
    """Where the header of the row begins: its lines above the row stand further right."""
    start = index
    while start and index - start < _HEADER_LINES and rows[start - 1].line.x0 > rows[index].line.x0 + _INDENT:
        start -= 1
    return start


def _leads_in(line: Line, region: Region, width: float) -> bool:
    """Whether the line is of the sentence between heading and header, which is set over the whole page."""
    if region.header or region.body or len(line.cells()) > 1:
        return False
    if _LEADS_IN.search(fold(line.text)) and line.x0 < _MARGIN:
        region.unfinished = False
        return True
    if not region.unfinished and line.words[-1].x1 - line.x0 < _WIDE * width:
        return False
    region.unfinished = not fold(line.text).rstrip().endswith((":", ".", "。"))
    return True


def _add(region: Region, row: Row) -> None:
    text = fold(row.line.text)
    if not region.body and not _GROUPED.search(text) and not _begins_name(region, row):
        region.header.append(row.line)
    else:
        region.body.append(TableLine(row.page, row.line))


def _begins_name(region: Region, row: Row) -> bool:
    """Whether the line under the header is a name whose number stands further down.

    It is when the header has said 投資者 or Investor already, and the line is no footnote mark of that word.
    """
    line = row.line
    if not region.header or line.x0 >= _NAMES or len(line.cells()) > 2 or _MARK.fullmatch(fold(line.text)):
        return False
    last = region.header[-1]
    below = line.top - last.bottom > -0.2 * (last.bottom - last.top)
    return below and bool(_INVESTOR.search(fold(" ".join(above.text for above in region.header))))


def _ends(row: Row, below: Sequence[Row], region: Region) -> bool:
    """Whether the table is over: at a heading, a note, or prose; a header may hold words that are headings too."""
    if _is_other_heading(row) or _is_told(row.line):
        return True
    text = fold(row.line.text)
    if not region.body:
        prose = row.line.x0 < _MARGIN and ("。" in text or "，" in text or len(text) > 3 * _PROSE)
        return (prose and not _LEADS_IN.search(text)) or len(region.header) > _HEADER_LINES
    if row.role is not None and row.role != "form:company":
        return True
    if _is_note(row.line):
        return not _marks_a_name(row.line, below)
    if normal(row.line.cells()[0].text.split("（")[0]) in table_words("table_name"):
        return True
    prose = sum(map(is_cjk, text)) > _PROSE or len(text) > 3 * _PROSE
    return prose and len(row.line.cells()) == 1 and not _GROUPED.search(text)


def _is_told(line: Line) -> bool:
    """Whether the line is part of a sentence with a number of shares: one cell, with words behind the number."""
    return len(line.cells()) == 1 and _TOLD.search(fold(line.text)) is not None


def _marks_a_name(line: Line, below: Sequence[Row]) -> bool:
    """Whether the mark of a note is the last line of a name: numbers stand beside it, or a row of the table follows it."""
    if _is_row(line):
        return True
    text = fold(line.text).rstrip()
    if not _MARK.fullmatch(text) or text.endswith(":"):
        return False
    for row in below:
        if row.role is not None or _is_note(row.line):
            return False
        if _is_row(row.line):
            return True
    return False


def _is_row(line: Line) -> bool:
    """Whether the line has a number of shares in a column of its own."""
    return any(_COUNT.fullmatch(fold(cell.text)) for cell in line.cells()[1:])


def _is_note(line: Line) -> bool:
    """Whether the line begins the notes below a table: the word, alone or before a colon or a number, or (1) and words."""
    first = normal(fold(line.words[0].text).split(":")[0])
    whole = normal(line.cells()[0].text.split("：")[0])
    if _NUMBERED_NOTE.match(fold(line.text)) and not _GROUPED.search(fold(line.text)):
        return True
    return first in table_words("table_end") or whole.rstrip("0123456789 ") in table_words("table_end")


def _is_other_heading(row: Row) -> bool:
    """Whether the row is the heading of another part; those of the summary are words that tables hold too."""
    return row.role is not None and not row.role.startswith("form:")


def _is_header(line: Line, header: Sequence[Line]) -> bool:
    """Whether a line at the top of the next page says again what the header says."""
    said = normal("".join(h.text for h in header))
    return all(normal(word.text) in said for word in line.words)


@cache
def table_words(section: str) -> frozenset[str]:
    """The words of one list about tables, as labels are compared."""
    return frozenset(normal(word) for entry in entries("filings_sections", section) for word in entry.words)
