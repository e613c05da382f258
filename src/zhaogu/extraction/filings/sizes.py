"""Where a text prints the shares of an offer that the numbers have proven: the whole, each tranche before and after, what moved.

One number may stand for several things, in a small offer also by chance: the words beside it choose the place.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from .found import Found
from .offer import Offer
from .scan import NEAR, REACH, TRANCHES, Number, Scan
from .shares import Shares
from .tranches import is_told_unmoved


def read_whole(shares: Shares, offer: Offer, known: Container[str]) -> list[Found]:
    """All shares of the offer, where no other place says how many they are."""
    return [] if "shares_offered" in known else _at(shares.scan, "shares_offered", shares.places(offer.total)[:1])


def read_tranche(shares: Shares, offer: Offer, known: Mapping[str, Decimal], tranche: str) -> Iterator[Found]:
    """A tranche as it was offered and as it became."""
    yield from _initial(shares, offer, known, tranche)
    if f"shares_offered_{tranche}" not in known:
        yield from _final(shares, offer, tranche)


def _at(scan: Scan, name: str, places: list[Number]) -> list[Found]:
    """A number of shares with all of ``places`` as evidence."""
    return [found for one in places for found in scan.found(name, one, "shares")]


def _initial(shares: Shares, offer: Offer, known: Mapping[str, Decimal], tranche: str) -> Iterator[Found]:
    """A tranche as it was offered, wherever the text says so; one that did not move needs to be called the first, or unmoved."""
    scan, name, value = shares.scan, f"shares_offered_{tranche}_initial", offer.initial(tranche)
    places = shares.places(value)
    called = [one for one in places if scan.says("initial", one)]
    is_first = value != offer.final(tranche) or is_told_unmoved(shares)
    if known.get(name) != value and (called or (places and is_first)):
        best = min(called or places, key=lambda one: scan.tranche(one.start) != tranche)
        yield from _at(scan, name, [best] if called or value != offer.final(tranche) else places)
    yield from _at(scan, name, [one for one in called if scan.tranche(one.start) == tranche])


def _final(shares: Shares, offer: Offer, tranche: str) -> list[Found]:
    """A tranche as it became, where the text calls it the last, else where it speaks of the tranche."""
    scan = shares.scan
    places = sorted(
        shares.places(offer.final(tranche)),
        key=lambda one: (not scan.says("final", one), scan.tranche(one.start) != tranche),
    )
    return _at(scan, f"shares_offered_{tranche}", places[:1])


def read_moved(shares: Shares, offer: Offer, known: Container[str]) -> list[Found]:
    """What the public tranche gained, or lost, between its first and its last size."""
    if "reallocated_shares" in known or offer.public is None or offer.public_initial is None:
        return []
    scan, moved = shares.scan, offer.public - offer.public_initial
    places = [one for one in shares.places(abs(moved)) if moved and _is_between(scan, one)]
    best = sorted(places, key=lambda one: (not scan.says("moved", one), one.start))[:1]
    return _at(scan, "reallocated_shares", [Number(one.start, one.end, moved) for one in best])


def _is_between(scan: Scan, one: Number) -> bool:
    """Whether the sentence says of shares that they moved, or speaks of both tranches."""
    return scan.says("moved", one) or all(scan.says(tranche, one, REACH, NEAR) for tranche in TRANCHES)


def read_reserved(shares: Shares, offer: Offer, known: Mapping[str, Decimal]) -> list[Found]:
    """What is left of the offer beside the two tranches, where the text says that it was reserved."""
    name = "shares_offered_preferential"
    if offer.public is None or offer.international is None:
        return []
    left = offer.total - offer.public - offer.international
    if known.get(name, left) != left:
        return []
    places = [one for one in shares.places(left) if left > 0 and shares.scan.says("reserved", one)]
    return _at(shares.scan, name, places[:1])
