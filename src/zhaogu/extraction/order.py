"""Pages in the order in which they are to be read, for documents whose pages were put together wrongly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

_NUMBER = re.compile(r"[-–—\s]*(\d{1,3})[-–—\s]*")
_FOOT = 3
"""Lines at the end of a page among which its number is looked for."""
_RUN = 3
"""Numbers that must go down, one after another, before pages are taken for reversed."""
_MOST = 0.75
_OPENING = re.compile(
    r"香港交易及(?:結算|结算)所有限公司|Hong\s+Kong\s+Exchanges\s+and\s+Clearing\s+Limited", re.IGNORECASE
)
"""The disclaimer that stands above every announcement, and may stand again before its end."""
_SIGNED = re.compile(r"承\s*董\s*事\s*[會会]\s*命|By\s+order\s+of\s+the\s+Board", re.IGNORECASE)


def in_reading_order(pages: Sequence[Page]) -> list[Page]:
    """``pages`` by their printed numbers, else by what opens and closes an announcement, else as they come."""
    printed = [number for page in pages if (number := printed_number(page.text)) is not None]
    falling = sum(before > after for before, after in pairwise(printed))
    if len(printed) >= _RUN and falling > _MOST * (len(printed) - 1):
        return list(pages[::-1])
    if len(printed) >= _RUN and (falling <= 1 or _by_number(pages) != list(pages)):
        return _by_number(pages)
    return list(pages[::-1]) if _ends_with_its_opening(pages) else list(pages)


def opens_announcement(page: Page) -> bool:
    """Whether the exchange's disclaimer stands on ``page``."""
    return _OPENING.search(page.text) is not None


def is_signed(page: Page) -> bool:
    """Whether the board signs on ``page``, as it does at the end of an announcement."""
    return _SIGNED.search(page.text) is not None


def _ends_with_its_opening(pages: Sequence[Page]) -> bool:
    """Whether the signature stands before the last disclaimer, which no announcement has in its right order."""
    signed = [at for at, page in enumerate(pages) if is_signed(page)]
    opening = [at for at, page in enumerate(pages) if opens_announcement(page)]
    return bool(signed and opening) and max(signed) < max(opening)


def _by_number(pages: Sequence[Page]) -> list[Page]:
    """``pages`` by their numbers where all but one have one, in one run; else as they come."""
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
