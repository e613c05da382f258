"""The tables of a page: header bands, the rows beneath them, and the lines above that say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zhaogu.reading.layout import Line, Word
from zhaogu.reading.pdf import Page

from .grid import Column, Row, columns, drop_note_column, split, without_remarks
from .headers import Head, assign, has_remarks, head, is_aside, is_header, note_middle
from .labels import fold
from .rows import heading_of
from .transposed import periods_as_rows

_FOOTER = re.compile(r"[-–—−\s]*(?:[ivx]{1,6}|[a-z]{0,3})?(?:[-–—]?\d{1,4}){1,3}[-–—−\s]*", re.IGNORECASE)
_HAS_DAY = re.compile(r"(?:19|20)\d\d|[〇零○一二三四五六七八九]{4}年|\d月|\bfy ?\d\d|[12]h\d\d")
_CAPTION_LINES = 12
_HEADING_LINES = 4


@dataclass(slots=True)
class Table:
    """Rows of numbers under one header; ``caption`` are the lines above it, the nearest last."""

    page: int
    caption: list[Line]
    band: list[Line]
    rows: list[Row]
    columns: list[Column]
    heads: list[Head]
    at_top: bool
    at_end: bool = False
    tail: list[Line] = field(default_factory=list)


def tables(page: Page) -> list[Table]:
    """The tables of ``page`` from top to bottom; one without a header of its own comes first, with no heads."""
    lines = _without_footer(page.upright_lines, page.size[1])
    if not lines:
        return []
    left = _left(lines)
    bands = _bands(lines, left)
    found: list[Table] = []
    start = 0
    for number, first in enumerate([*(begin for begin, _ in bands), len(lines)]):
        if number == 0:
            found += _headless(page.number, lines[:first], left)
            start = 0
        else:
            begin, end = bands[number - 1]
            below = without_remarks(lines[end:first], has_remarks(lines[begin:end]))
            body, rest = _body(below, lines[begin:end])
            caption = lines[start:begin]
            table = _table(page.number, caption, lines[begin:end], body)
            if table:
                table.at_top = number == 1 and not found
                table.at_end = not rest and first == len(lines)
                found.append(table)
                start = max(begin, first - len(rest) - len(_after_rows(body)))
            else:
                start = begin
    return [*found, *_turned(page.number, lines)]


def _turned(page: int, lines: Sequence[Line]) -> Iterator[Table]:
    """Tables whose rows are periods."""
    for first, found, heads, rows in periods_as_rows(lines):
        caption = list(lines[max(0, first - _CAPTION_LINES) : first])
        yield Table(page, caption, [], rows, found, heads, at_top=False)


def _left(lines: Sequence[Line]) -> float:
    """Where values may begin: a good third into the text."""
    x0 = min(line.x0 for line in lines)
    x1 = max(line.words[-1].x1 for line in lines)
    return x0 + 0.3 * (x1 - x0)


def _without_footer(lines: Sequence[Line], height: float) -> list[Line]:
    return [line for line in lines if not (line.top > 0.88 * height and _FOOTER.fullmatch(line.text))]


def _bands(lines: Sequence[Line], left: float) -> list[tuple[int, int]]:
    """Runs of header lines that name a day or a year."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lines):
        if not is_header(lines[i], left):
            i += 1
            continue
        j = i + 1
        while j < len(lines) and _goes_on(lines, j, left):
            j += 1
        if any(_HAS_DAY.search(fold(line.text)) for line in lines[i:j]):
            found.append((i, j))
        i = j
    return found


def _goes_on(lines: Sequence[Line], j: int, left: float) -> bool:
    """Whether line ``j`` belongs to the band that ends before it."""
    if lines[j].top - lines[j - 1].bottom > 2.2 * (lines[j].bottom - lines[j].top):
        return False
    if is_header(lines[j], left):
        return True
    return is_aside(lines[j]) and j + 1 < len(lines) and is_header(lines[j + 1], left)


def _body(lines: Sequence[Line], band: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the table, and what follows it: prose runs into the columns without a number in them."""
    third = _left([*lines, *band])
    left = min((cell.x0 for line in band for cell in line.cells() if cell.x0 > third), default=third)
    begun = False
    for i, line in enumerate(lines):
        label, cells = split(line)
        if cells and cells[-1].word.x1 > left:
            begun = True
        elif _runs_into(label, left) and (begun or i > 1) and _is_prose(lines[i:], left):
            return list(lines[:i]), list(lines[i:])
    return list(lines), []


def _runs_into(label: Sequence[Word], left: float) -> bool:
    """Whether a line without numbers runs into the columns."""
    return bool(label) and label[-1].x1 > left + 2 * label[-1].height


def _is_prose(lines: Sequence[Line], left: float) -> bool:
    """Whether ``lines`` begin with prose and not with a long heading of rows to come."""
    if lines[0].text.rstrip()[-1:] in ".。;；" or len(lines) == 1:
        return True
    if heading_of(lines[:_HEADING_LINES]):
        return False
    label, cells = split(lines[1])
    return not cells and _runs_into(label, left)


def _table(page: int, caption: Sequence[Line], band: Sequence[Line], body: Sequence[Line]) -> Table | None:
    note = note_middle(band)
    rows, tail = _rows(body, note)
    if not rows:
        return None
    found = columns(rows)
    found = drop_note_column(rows, found, note)
    rows, tail = _relabelled(rows, tail)
    if not found or not rows:
        return None
    assign(band, found)
    heads = [head(column.head) for column in found]
    return Table(page, list(caption[-_CAPTION_LINES:]), list(band), rows, found, heads, at_top=False, tail=tail)


def _after_rows(body: Sequence[Line]) -> list[Line]:
    """The lines below the last row: notes to the table, or the heading of the next."""
    last = next((i for i in range(len(body) - 1, -1, -1) if split(body[i])[1]), -1)
    return list(body[last + 1 :])


def _headless(page: int, lines: Sequence[Line], left: float) -> list[Table]:
    """A table at the head of the page that continues the one of the page before."""
    first = next((i for i, line in enumerate(lines) if _is_row(line, left)), None)
    if first is None or first > 6:
        return []
    body: list[Line] = []
    for line in lines:
        label, cells = split(line)
        if label and not cells and label[-1].x1 > left + 0.45 * (max(x.words[-1].x1 for x in lines) - left) and body:
            break
        body.append(line)
    rows, tail = _rows(body, None)
    rows = [row for row in rows if row.cells[-1].word.x1 > left]
    if len(rows) < 2:
        return []
    found = columns(rows)
    found = drop_note_column(rows, found, None)
    rows, tail = _relabelled(rows, tail)
    return [
        Table(page, list(lines[:first]), [], rows, found, [], at_top=True, at_end=len(body) == len(lines), tail=tail)
    ]


def _is_row(line: Line, left: float) -> bool:
    label, cells = split(line)
    return bool(label) and bool(cells) and cells[-1].word.x1 > left and any(c.numeral.value is not None for c in cells)


def _rows(lines: Sequence[Line], note: float | None) -> tuple[list[Row], list[Line]]:
    rows: list[Row] = []
    pending: list[Line] = []
    for line in lines:
        label, cells = split(line)
        if cells:
            rows.append(Row(line, label, cells, above=pending))
            pending = []
        else:
            pending.append(line)
    return rows, pending


def _relabelled(rows: Sequence[Row], tail: list[Line]) -> tuple[list[Row], list[Line]]:
    """Rows that carry numbers in the columns; the others are lines of labels between them."""
    kept: list[Row] = []
    pending: list[Line] = []
    for row in rows:
        pending += row.above
        if row.columns:
            row.above, pending = pending, []
            if kept:
                kept[-1].below = row.above
            kept.append(row)
        else:
            pending.append(row.line)
    pending += tail
    if kept:
        kept[-1].below = pending
    return kept, pending
