"""The passes in order: times and codes first, then amounts in what they leave, then what neighbours share."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import Final

from zhaogu.model.mention import Mention
from zhaogu.reading.fold import fold

from .amounts import amounts
from .linking import link
from .neighbours import settle
from .periods import Reader
from .scan import scan


def recognise(text: str, *, published: date | None = None) -> list[Mention]:
    """Every quantity, date, period and code in ``text``, in either script, by its place.

    ``published`` is the day from which 昨日, 下周三 and dates without a year are told.

    >>> [m.value for m in recognise("淨籌12億3,400萬港元，超購1,209倍")]
    [Decimal('1234000000'), Decimal('1209')]
    """
    return recognise_folded(fold(text), published=published)


def recognise_folded(folded: str, *, published: date | None = None) -> list[Mention]:
    """As :func:`recognise`, for a text that :func:`zhaogu.reading.fold.fold` has already folded."""
    tokens, coded, parted = scan(folded)
    timed = settle(folded, list(Reader(folded, tokens, published).mentions()))
    fixed = sorted(timed + coded + parted, key=_place)
    quantities = list(amounts(folded, _gaps(fixed, len(folded))))
    if parted:
        quantities = sorted(quantities + parted, key=_place)
    link(folded, quantities)
    return sorted(timed + coded + quantities, key=_place)


_place: Final = attrgetter("start")


def _gaps(fixed: list[Mention], length: int) -> list[tuple[int, int]]:
    """The stretches of text between mentions."""
    gaps, at = [], 0
    for mention in fixed:
        if mention.start > at:
            gaps.append((at, mention.start))
        at = max(at, mention.end)
    gaps.append((at, length))
    return gaps
