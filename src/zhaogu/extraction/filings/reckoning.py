"""Figures of running text that other figures prove, each rule in a file of its own.

Words differ from house to house, sums do not. The offer is known from its cover, or from what its parts sum up to
(``bare_cover.py``, ``whole.py``). Its tranches make it up before and after shares moved between them (``tranches.py``), after it was
enlarged (``upsize.py``); multiples and percentages divide out (``multiples.py``, ``percentages.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from .bare_cover import from_cover, on_cover
from .found import Found, Source, values
from .multiples import multiples_in, read_lone_multiple, read_multiples
from .offer import Offer, adds_up, offer_of, with_reserved
from .percentages import read_cornerstone_part, read_percentage
from .scan import PERCENT, TRANCHES, Number, Scan
from .shares import Shares, shares_in
from .sizes import read_moved, read_reserved, read_tranche, read_whole
from .tranches import with_final, with_initial
from .upsize import added_shares
from .whole import parted_whole, told_whole, whole_of


def read_proven(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The figures of an announcement that the numbers it prints prove, given what is ``found`` in it.

    A cover whose labels are not known goes before what sentences say.
    """
    shares, percents = shares_in(scan), list(scan.numbers(PERCENT))
    told = [one for one in found if one.source < Source.TEXT]
    cover = {} if adds_up(values(found)) else on_cover(shares, told)
    fresh = from_cover(scan, cover, values(told))
    counting = [*fresh, *told] if cover else found
    offer = (
        with_reserved(offer_of(counting), shares)
        or told_whole(shares, percents)
        or parted_whole(shares, percents)
        or whole_of(shares)
    )
    if offer is None:
        return []
    known = {name: value for name, value in values(found).items() if name not in cover} | values(counting)
    return fresh + list(_read(shares.of(offer.total), percents, offer, known))


def _read(shares: Shares, percents: Sequence[Number], offer: Offer, known: Mapping[str, Decimal]) -> Iterator[Found]:
    """First what the offer is, then every figure of it that the text prints.

    What multiples are counted of is the tranche as it was offered, so they are looked for before all else.
    """
    multiples = multiples_in(shares)
    added = added_shares(shares, offer)
    if added:
        offer = replace(offer, upsize=added[0].value)
    offer = with_initial(offer, shares, {one.offered.value for one in multiples if one.is_close})
    offer = with_final(offer, shares)
    if "upsize_shares" not in known:
        yield from (found for one in added for found in shares.scan.found("upsize_shares", one, "shares"))
    yield from read_multiples(shares.scan, offer, multiples)
    yield from read_whole(shares, offer, known)
    for tranche in TRANCHES:
        yield from read_tranche(shares, offer, known, tranche)
        yield from read_percentage(shares, offer, percents, known, tranche)
        yield from read_lone_multiple(shares, offer, multiples, known, tranche)
    yield from read_moved(shares, offer, known)
    yield from read_reserved(shares, offer, known)
    yield from read_cornerstone_part(shares, offer, percents, known)
