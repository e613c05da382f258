"""The passes in order: times and codes first, then amounts in what they leave, then what neighbours share."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from ..model.mention import Mention
from ..reading.fold import fold
from . import codes, times
from .amounts import amounts
from .linking import link
from .periods import Reader


def recognise(text: str, *, published: date | None = None) -> list[Mention]:
    """Every quantity, date, period and code in ``text``, in either script, by its place.

    ``published`` is the day from which 昨日, 下周三 and dates without a year are told.

    >>> [m.value for m in recognise("淨籌12億3,400萬港元，超購1,209倍")]
    [Decimal('1234000000'), Decimal('1209')]
    """
    return recognise_folded(fold(text), published=published)


def recognise_folded(folded: str, *, published: date | None = None) -> list[Mention]:
    """As :func:`recognise`, for a text that :func:`zhaogu.reading.fold.fold` has already folded."""
    tokens: list[times.Token] = []
    coded: list[Mention] = []
    for match in _first_pass().finditer(folded):
        name = match.lastgroup or ""
        if name in _CODES:
            mention = codes.code(folded, match)
            if mention is not None:
                coded.append(mention)
        else:
            tokens.append(times.token(match, name))
    timed = list(Reader(folded, tokens, published).mentions())
    fixed = sorted(timed + coded, key=lambda mention: mention.start)
    quantities = list(amounts(folded, _gaps(fixed, len(folded))))
    link(folded, quantities)
    return sorted(fixed + quantities, key=lambda mention: mention.start)


_CODES = frozenset({"quote", "after", "before", "exchange", "ticked", "labelled", "bracketed"})


@cache
def _first_pass() -> re.Pattern[str]:
    return re.compile(f"{codes.pattern()}|{times.pattern()}")


def _gaps(fixed: list[Mention], length: int) -> list[tuple[int, int]]:
    """The stretches of text between mentions."""
    gaps, at = [], 0
    for mention in fixed:
        if mention.start > at:
            gaps.append((at, mention.start))
        at = max(at, mention.end)
    gaps.append((at, length))
    return gaps
