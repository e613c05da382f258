"""Allotment results told in sentences, as before the exchange's template of November 2023."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from .bare_cover import placed_whole
from .capital import read_capital
from .clauses import read_clauses
from .found import Found, Source, metrics_of, values
from .offer import adds_up
from .price_range import LEAST, NAMES, read_range
from .reckoning import read_proven
from .scan import Scan
from .sentences import read_sentences
from .sums import amounts_in, is_too_much, read_balance, read_sums
from .tallies import read_tallies

_OFFER = ("shares_offered", "shares_offered_public", "shares_offered_international", "shares_offered_preferential")


def read_running(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """What is ``found`` outside the sentences, and what they state: by known wordings, by what adds up, by what they speak of."""
    found = placed_whole(scan, found)
    loose = _OFFER if adds_up(values(found)) else ()
    known = [one for one in found if one.source != Source.LOOSE or one.metric in loose]
    known += read_clauses(scan.flow, "old")
    amounts = amounts_in(scan)
    proven = read_proven(scan, known)
    proven += read_tallies(scan, known)
    known = [one for one in known if not _is_contradicted(one, proven)] + proven
    known = [one for one in known if not is_too_much(one, known)]
    known += read_sums(scan, amounts, known)
    balance = read_balance(scan, amounts, known)
    known = [one for one in known if not _is_contradicted(one, balance)] + balance
    known += read_capital(scan, known)
    price = values(known).get("offer_price")
    if not _is_range(known) and (both := read_range(scan, price)):
        known = [one for one in known if one.metric not in NAMES] + both
    known += read_sentences(scan, "old", metrics_of(known))
    return [one for one in known if _is_possible(one, price) and not is_too_much(one, known)]


def _is_contradicted(one: Found, proven: Iterable[Found]) -> bool:
    """Whether a sentence's figure is not the one that is proven."""
    return one.source >= Source.TEXT and any(
        (one.metric, one.cell.unit) == (other.metric, other.cell.unit) and one.cell.value != other.cell.value
        for other in proven
    )


def _is_range(found: Sequence[Found]) -> bool:
    first = values(found)
    low, high = (first.get(name) for name in NAMES)
    return low is not None and high is not None and low < high


def _is_possible(one: Found, price: Decimal | None) -> bool:
    """Whether the end of a range goes with the price that was settled."""
    if one.metric not in NAMES or price is None or not isinstance(one.cell.value, Decimal):
        return True
    return price >= one.cell.value * LEAST if one.metric == NAMES[0] else one.cell.value >= price
