"""Rows and columns as aligned text; Chinese characters count for two."""

from __future__ import annotations

from collections.abc import Sequence

from zhaogu.model.terminal import width

_NUMERIC = frozenset("0123456789.,()-~<>%≥≤ ")


def shorten(text: str, room: int) -> str:
    """``text`` on one line, cut to ``room`` columns.

    >>> shorten("獲得 1837 倍超額認購", 12)
    '獲得 1837 …'
    """
    text = " ".join(text.split())
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return text + "…"


def grid(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A text table; columns that hold only figures are set right.

    >>> print(grid(["issuer", "price"], [["智譜", "116.20"], ["MiniMax", "165"]]))
    issuer   price
    -------  ------
    智譜     116.20
    MiniMax     165
    """
    table = [list(header), *map(list, rows)]
    widths = [max(width(row[i]) for row in table) for i in range(len(header))]
    right = [bool(rows) and all(set(row[i]) <= _NUMERIC for row in rows) for i in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = []
        for cell, room, to_right in zip(cells, widths, right, strict=True):
            space = " " * (room - width(cell))
            padded.append(space + cell if to_right else cell + space)
        return "  ".join(padded).rstrip()

    body = [line(row) for row in table]
    return "\n".join([body[0], "  ".join("-" * room for room in widths), *body[1:]])
