"""Pages in the order of the numbers printed on them, for documents whose pages were put together wrongly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

_NUMBER = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*")
_FOOT = 3
"""Lines at the end of a page among which its number is looked for."""


def in_printed_order(pages: Sequence[Page]) -> list[Page]:
    """``pages`` by their printed numbers where all but one have one, in one run; else as they come."""
    printed = [printed_number(page.text) for page in pages]
    known = [number for number in printed if number is not None]
    if len(known) < 2 or len(known) < len(pages) - 1 or len(set(known)) < len(known):
        return list(pages)
    if max(known) - min(known) > len(pages):
        return list(pages)
    if all(before < after for before, after in pairwise(known)):
        return list(pages)
    first = [page for page, number in zip(pages, printed, strict=True) if number is None]
    numbered = sorted(
        ((number, page) for page, number in zip(pages, printed, strict=True) if number is not None),
        key=lambda pair: pair[0],
    )
    return first + [page for _, page in numbered]


def printed_number(text: str) -> int | None:
    """The number of a page: a line of its own at the foot, or at the head of the text.

    >>> printed_number("摘要\\n– 12 –"), printed_number("摘要\\n1,200")
    (12, None)
    """
    lines = [line for line in text.split("\n") if line.strip()]
    edges = [*lines[: -_FOOT - 1 : -1], *lines[:1]]
    found = (match for line in edges if (match := _NUMBER.fullmatch(fold(line).strip())))
    return next((int(match[1]) for match in found), None)
