"""Days of a timetable whose text is told column by column: its lines are read as they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from zhaogu.model import metric
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import Page

from .evidence import from_lines
from .flow import LEADERS
from .found import Found, Source
from .sentences import Sentence, sentences, stated
from .small_letters import small_letters

_FEW = 3
"""Rows with leader dots that a timetable has."""
_LINES = 3
"""Lines that one row may take."""


def read_timetable(pages: Iterable[Page], kind: str, known: Iterable[str], after: date | None) -> list[Found]:
    """Days of documents of ``kind`` that are not ``known``; days without a year are the first ``after`` another."""
    known = set(known)
    wanted = [
        one
        for one in sentences()
        if kind in one.kinds and metric(one.metric).type == "date" and one.metric not in known
    ]
    read: dict[str, Found] = {}
    for page in pages if wanted else ():
        if len(LEADERS.findall(page.text)) >= _FEW:
            for one in wanted:
                for found in _rows(page, one, after):
                    read.setdefault(one.metric, found)
    return list(read.values())


def _rows(page: Page, one: Sentence, after: date | None) -> Iterator[Found]:
    """The rows of a timetable that name the day: words, then leader dots or the words' further lines, then a date."""
    lines = list(page.lines)
    for index, line in enumerate(lines):
        if not one.words[0].search(_text([line])):
            continue
        for count in range(1, _LINES + 1):
            row = lines[index : index + count]
            text = _text(row)
            place = stated(one, text, 0, 0, after)
            if place and LEADERS.search(text[: place.value]):
                yield Found(
                    one.metric, place.cell, from_lines(page.number, row), Source.LOOSE, f"timetable.{one.metric}"
                )
                break


def _text(row: Iterable[Line]) -> str:
    return small_letters(" ".join(fold(line.text) for line in row))
