"""The shares of an offer: the whole, the tranches that make it up, and what bounds they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .found import Found, values
from .shares import Shares

LEAST = 500_000
"""No offer has fewer shares; lots and what applicants are allotted have."""
HALF = Decimal(2)
_SMALLEST = 50
"""No tranche is a smaller part of the offer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The shares of an offer that are known, before and after they were moved between the tranches."""

    total: Decimal
    public: Decimal | None = None
    international: Decimal | None = None
    reserved: Decimal = Decimal(0)
    public_initial: Decimal | None = None
    international_initial: Decimal | None = None
    upsize: Decimal = Decimal(0)

    @property
    def parted(self) -> Decimal:
        """What the two tranches share in the end."""
        return self.total - self.reserved

    @property
    def parted_first(self) -> Decimal:
        """What they shared before the offer was enlarged."""
        return self.parted - self.upsize

    def initial(self, tranche: str) -> Decimal | None:
        """What a tranche was offered first."""
        return self.public_initial if tranche == "public" else self.international_initial

    def final(self, tranche: str) -> Decimal | None:
        """What it got in the end."""
        return self.public if tranche == "public" else self.international


def may_be_public(part: Decimal, whole: Decimal) -> bool:
    """Whether the public may have such a part of the offer: no tranche is next to nothing, and the public has at most half.

    >>> [may_be_public(Decimal(part), Decimal(1000)) for part in (10, 100, 500, 900)]
    [False, True, True, False]
    """
    return whole / _SMALLEST <= part <= whole / HALF


def offer_of(found: Sequence[Found]) -> Offer | None:
    """The shares that are known, from the places that count most."""
    first = values(found)
    public, international = first.get("shares_offered_public"), first.get("shares_offered_international")
    reserved = first.get("shares_offered_preferential", Decimal(0))
    total = first.get("shares_offered")
    if total is None and public is not None and international is not None:
        total = public + international + reserved
    if not total:
        return None
    if public is not None and international is None and total - reserved > public:
        international = total - reserved - public
    elif international is not None and public is None and total - reserved > international:
        public = total - reserved - international
    if public is not None and international is not None:
        reserved = max(total - public - international, Decimal(0))
    low, high = first.get("shares_offered_public_initial"), first.get("shares_offered_international_initial")
    if low is not None and high is not None and low + high + reserved != total:
        low = high = None
    return Offer(total, public, international, reserved, low, high)


def with_reserved(offer: Offer | None, shares: Shares) -> Offer | None:
    """The offer with the shares reserved for shareholders or employees in the placing, where the text says so of the two as one number."""
    if offer is None or offer.international is None or not offer.reserved:
        return offer
    both = offer.international + offer.reserved
    if shares.says("reserved", both) and not shares.says("reserved", offer.international):
        return replace(offer, international=both, reserved=Decimal(0))
    return offer


def adds_up(known: Mapping[str, Decimal]) -> bool:
    """Whether an offer is known with its tranches."""
    public, international = known.get("shares_offered_public"), known.get("shares_offered_international")
    reserved = known.get("shares_offered_preferential", Decimal(0))
    if public is None or international is None:
        return False
    return known.get("shares_offered") in (public + international, public + international + reserved)
