"""What the public was offered first and got in the end, as the numbers of a text prove it; the rest is the placing's.

Two tranches make up the offer, so that of two printed numbers that do, the smaller is the public's: it never gets more than
half. Demand moves shares between the tranches (reallocation, clawback), so that the text prints the public's tranche before
and after, and often how many lie between. Multiples are counted of the tranche as it was before.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from .offer import HALF, Offer, may_be_public
from .scan import NEAR, cues
from .shares import Shares

_USUAL = 10
"""The part of an offer that the public is offered first: a tenth."""


def with_initial(offer: Offer, shares: Shares, counted: Collection[Decimal]) -> Offer:
    """The offer with its tranches as they were made, by the numbers that multiples are ``counted`` of, and by pairs.

    What other places say gives way to a pair, if it is the tranche after shares moved, or nothing in the text bears it out.
    """
    whole = offer.parted_first
    public = offer.public_initial
    if public is None and offer.international_initial is not None:
        public = whole - offer.international_initial
    pair = _of_pair(offer, shares, counted)
    if public is None or (
        pair is not None and (public == offer.public or not (public in counted or whole - public in shares.values))
    ):
        public = pair or _without_pair(offer, shares, counted)
    if public is None:
        return offer
    return replace(offer, public_initial=public, international_initial=whole - public)


def with_final(offer: Offer, shares: Shares) -> Offer:
    """The offer with its tranches after the reallocation, where no other place says them: a pair that a printed number moved
    away from the first, else the tranches as they were."""
    if offer.public is not None or offer.public_initial is None:
        return offer
    moved = (low for low in _pairs(shares, offer.parted) if abs(low - offer.public_initial) in shares.values)
    public = next(moved, offer.public_initial)
    return replace(offer, public=public, international=offer.parted - public)


def _pairs(shares: Shares, whole: Decimal) -> list[Decimal]:
    """The smaller of two printed numbers that make up a whole, smallest first."""
    return [low for low in sorted(shares.values) if may_be_public(low, whole) and whole - low in shares.values]


def _of_pair(offer: Offer, shares: Shares, counted: Collection[Decimal]) -> Decimal | None:
    """The smaller of two numbers that make up the offer, by what moved, what multiples are counted of, what words say."""
    whole, final = offer.parted_first, offer.public
    pairs = [low for low in _pairs(shares, whole) if low != final]
    if not pairs:
        return None
    proven = [low for low in pairs if _is_moved(offer, shares, low)] or [low for low in pairs if low in counted]
    borne_out = (
        low
        for low in proven or pairs
        if low in counted or shares.says("initial", low) or shares.says("initial", whole - low)
    )
    first = next(borne_out, None)
    if proven and first is not None:
        return first
    return final if _is_unmoved(offer, shares, counted) else first


def _is_unmoved(offer: Offer, shares: Shares, counted: Collection[Decimal]) -> bool:
    """Whether the public tranche is as it was: multiples are counted of it, or the text calls it the first and no other moved."""
    if offer.public is None:
        return False
    if offer.public in counted:
        return True
    moved = any(value != offer.public and _is_moved(offer, shares, value) for value in counted)
    return shares.says("initial", offer.public) and not moved


def is_told_unmoved(shares: Shares) -> bool:
    """Whether the text says that nothing was reallocated, so that the tranches are as they were."""
    return cues("unmoved").search(shares.scan.text) is not None


def _without_pair(offer: Offer, shares: Shares, counted: Collection[Decimal]) -> Decimal | None:
    """What the public was offered first, where the text prints only one of the two tranches as it was."""
    whole, final = offer.parted_first, offer.public
    small = [value for value in sorted(shares.values) if may_be_public(value, whole)]
    known = [
        value for value in small if value != final and _is_moved(offer, shares, value) and shares.says("initial", value)
    ]
    if not known and final in counted:
        return final
    placed = _called_first(offer, shares, "international")
    known += [whole - value for value in sorted(placed) if whole / HALF <= value < whole]
    if known:
        own = {one.value for one in shares.numbers if shares.scan.tranche(one.start) == "public"}
        return min(known, key=lambda value: (value not in own, abs(value * _USUAL - whole)))
    if final is not None and (shares.says("initial", final) or is_told_unmoved(shares)):
        return final
    said = _called_first(offer, shares, "public")
    return max((value for value in small if value in counted or value in said), default=None)


def _called_first(offer: Offer, shares: Shares, tranche: str) -> set[Decimal]:
    """The numbers of which the text says that a tranche, and not half of it, had them at first."""
    scan = shares.scan
    return {
        one.value
        for one in shares.numbers
        if scan.tranche(one.start) == tranche
        and one.value not in (offer.public, offer.international)
        and scan.says("initial", one, NEAR, NEAR // 2)
        and not scan.says("part", one)
    }


def _is_moved(offer: Offer, shares: Shares, before: Decimal) -> bool:
    """Whether the text prints how many shares lie between the public tranche before and after, and says that they moved."""
    return offer.public is not None and shares.says("moved", abs(offer.public - before))
