"""The rows of the form in blocks: what stands below one heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice, takewhile

from zhaogu.reading.pdf import Page

from .brackets import unit_in_brackets
from .labels import read_label
from .rows import Row, rows_of

_CARRIED = 2
"""Lines of a label that may stand on another page than its value."""


@dataclass(slots=True)
class Block:
    """Rows under one heading."""

    section: str | None
    tranche: str | None
    rows: list[Row]
    headed: bool = True
    unit: tuple[str | None, Decimal] | None = None
    after: date | None = None


def blocks(pages: Iterable[Page]) -> Iterator[Block]:
    """Rows cut at the headings; a block without a heading of its own goes on with the one before.

    Lines of words at a page break may belong to the value on its other side: they stand in both blocks.
    """
    section, tranche = None, None
    above: list[Row] = []
    for rows, below in _with_next(pages):
        if not above:
            section, tranche = None, None
        block = Block(section, tranche, list(_words_only(reversed(above)))[::-1], headed=False)
        for row in rows:
            if row.role is None:
                block.rows.append(row)
                continue
            yield _settled(block)
            kind, _, name = row.role.partition(":")
            section = name if kind in ("form", "table") else kind
            tranche = name if kind == "tranche" else None
            block = Block(section, tranche, [], unit=unit_in_brackets(row.line.text))
        above = rows if below else []
        block.rows += _words_only(below)
        yield _settled(block)


def _with_next(pages: Iterable[Page]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of each page with those of the next form page, where it is the next page of the document too."""
    last: tuple[int, list[Row]] | None = None
    for page in pages:
        rows = rows_of(page)
        if last:
            yield last[1], rows if abs(page.number - last[0]) == 1 else []
        last = page.number, rows
    if last:
        yield last[1], []


def _words_only(rows: Iterable[Row]) -> Iterator[Row]:
    """The first rows as far as they are parts of a label."""
    labels = takewhile(lambda row: row.is_label and read_label(row.label) is not None, rows)
    return islice(labels, _CARRIED)


def _settled(block: Block) -> Block:
    """A block without a heading takes its tranche from what only one tranche has."""
    if not block.headed:
        concepts = {
            name for row in block.rows if row.value and (label := read_label(row.label)) for name in label.concepts
        }
        if "valid_applications" in concepts:
            block.section, block.tranche = "tranche", "public"
        elif "placees" in concepts:
            block.section, block.tranche = "tranche", "international"
    return block
