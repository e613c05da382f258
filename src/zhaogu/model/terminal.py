"""Text and tables on a terminal, where Chinese characters count for two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

_PIECE = re.compile(r"[⺀-鿿豈-﫿＀-￯]|[^\s⺀-鿿豈-﫿＀-￯]+|\s+")
"""What a line may be broken between: Chinese characters, words, white space."""
Table = Sequence[Sequence[str]]

BETWEEN = 2
"""Spaces between two columns."""
LEAST = 12
"""A heading may always be so wide."""


def width(text: str) -> int:
    """Columns that ``text`` takes.

    >>> width("招股 IPO")
    8
    """
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def padded(text: str, room: int) -> str:
    """``text`` with spaces after it up to ``room`` columns.

    >>> padded("招股", 6) + "|"
    '招股  |'
    """
    return text + " " * (room - width(text))


def wrapped(text: str, room: int) -> list[str]:
    """``text`` in lines of ``room`` columns at most; a word that is longer stays whole.

    >>> wrapped("Gross proceeds, with over-allotment", 14), wrapped("所得款項總額", 8)
    (['Gross', 'proceeds, with', 'over-allotment'], ['所得款項', '總額'])
    """
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > room:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines if line.strip()] or [""]


def lines(table: Table, widest: int | None) -> list[str]:
    """The table in lines; with a ``widest`` in as many parts as needed, the first column leading each."""
    columns = list(zip(*table, strict=True))
    rooms = [_room(column) for column in columns]
    found: list[str] = []
    for part in _parts(rooms, widest):
        found += ["", *_aligned([columns[place] for place in part], [rooms[place] for place in part])]
    return found[1:]


def _room(column: Sequence[str]) -> int:
    """As wide as the widest cell; a heading that is wider is broken."""
    heading, *cells = column
    room = max([LEAST, *map(width, cells)])
    return max(room, *map(width, wrapped(heading, room)))


def _parts(rooms: Sequence[int], widest: int | None) -> Iterator[list[int]]:
    """The places of the columns of each part."""
    part = [0]
    for place in range(1, len(rooms)):
        if widest and len(part) > 1 and sum(rooms[one] + BETWEEN for one in (*part, place)) > widest + BETWEEN:
            yield part
            part = [0]
        part.append(place)
    yield part


def _aligned(columns: Sequence[Sequence[str]], rooms: Sequence[int]) -> list[str]:
    headings = [wrapped(column[0], room) for column, room in zip(columns, rooms, strict=True)]
    deepest = max(map(len, headings))
    rows = [[heading[line] if line < len(heading) else "" for heading in headings] for line in range(deepest)]
    rows += [
        ["-" * room for room in rooms],
        *(list(row) for row in zip(*(column[1:] for column in columns), strict=True)),
    ]
    between = " " * BETWEEN
    return [between.join(map(padded, row, rooms)).rstrip() for row in rows]
