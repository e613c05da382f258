"""The table of amounts payable on application: its first row is the board lot and the entry fee."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, Word
from zhaogu.reading.pdf import Page

from .evidence import from_lines
from .found import Found, Source
from .values import Cell

_FEE = re.compile(r"\d{1,3}(?:,\d{3})*\.\d\d")
_LOT = re.compile(r"\d{1,3}(?:,\d{3})*(?:\(\d\))?")
_ROWS = 4
_TOLERANCE = Decimal("0.001")

Pair = tuple[tuple[Word, Word], Decimal, Decimal]
"""The words of a number of shares and of the amount beside it, and both figures."""


def is_payment_page(page: Page) -> bool:
    """Whether the page's text has as many amounts with cents as such a table; asks for no boxes."""
    text = page.text
    return len(_FEE.findall(text)) >= _ROWS and bool(
        re.search("應付|应付|應繳|应缴|繳付|缴付|股款|payable|payment", text, re.I)
    )


def read_payment(pages: Iterable[Page]) -> list[Found]:
    """Board lot and entry fee from the first row of the first such table, which may begin at the foot of a page."""
    above: Page | None = None
    for page in pages:
        start, before, above = page, above, page
        if not is_payment_page(page):
            continue
        pairs = _pairs(page)
        if len(pairs) < _ROWS or not _proportional(pairs):
            continue
        if before is not None and (begun := _pairs(before)) and _proportional([*begun, pairs[0]]):
            start, pairs = before, begun
        words, lot, fee = pairs[0]
        evidence = from_lines(start.number, [Line(list(words))])
        return [
            Found("board_lot", Cell(lot, "shares", Decimal(1)), evidence, Source.SUMMARY, "table.payment"),
            Found("entry_fee", Cell(fee, "HKD", Decimal("0.01")), evidence, Source.SUMMARY, "table.payment"),
        ]
    return []


def _pairs(page: Page) -> list[Pair]:
    """The first pair of each row, where the page's text has amounts with cents."""
    return [pair for line in page.lines if (pair := _first_pair(line))] if _FEE.search(page.text) else []


def _first_pair(line: Line) -> Pair | None:
    """A whole number and an amount with cents, where a line begins with them."""
    if len(line.words) < 2:
        return None
    first, second = line.words[:2]
    if not _LOT.fullmatch(fold(first.text)) or not _FEE.fullmatch(fold(second.text)):
        return None
    return (first, second), _number(first.text.split("(")[0]), _number(second.text)


def _proportional(pairs: list[Pair]) -> bool:
    """Whether every amount is its number of shares at one price."""
    rate = pairs[0][2] / pairs[0][1] if pairs[0][1] else Decimal(0)
    return all(lot and abs(fee / lot - rate) <= rate * _TOLERANCE for _, lot, fee in pairs)


def _number(text: str) -> Decimal:
    return Decimal(fold(text).replace(",", ""))
