"""The shares of an offer as an announcement states them: on its cover and in its tranches."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .flow import Flow
from .found import Found, metrics_of, values
from .scan import NEAR, REACH, Number, Scan, cues
from .shares import Shares, shares_in

_FRONT = 15_000
"""How far into the text a cover reaches."""
LEAST = 500_000
"""No offer has fewer shares; lots and what applicants are allotted have."""


_SOLD = re.compile(r"\bsale (?:shares|units|share )|\bsold by|销售股份|待售股份|出售的", re.I)
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


def read_offer(flow: Flow, found: Sequence[Found]) -> list[Found]:
    """The offer of a notice and its tranches, by a cover whose labels are not known, where they are not ``found``."""
    scan, known = Scan(flow), values(found)
    fresh = [] if adds_up(known) else from_cover(scan, on_cover(shares_in(scan), found), known)
    return [replace(one, offer_basis=None if one.metric == "shares_offered" else "initial") for one in fresh]


def from_cover(scan: Scan, cover: Mapping[str, Number], known: Container[str]) -> list[Found]:
    """What stands on a cover and is not ``known``."""
    return [found for name, one in cover.items() if name not in known for found in scan.found(name, one, "shares")]


def on_cover(shares: Shares, told: Sequence[Found]) -> dict[str, Number]:
    """The offer and its tranches from a cover whose labels are not known: a number and the next two that make it up."""
    whole = next((one.cell.value for one in told if one.metric == "shares_offered"), None)
    scan = shares.scan
    first = [one for one in shares.numbers if one.start < _FRONT]
    made: dict[str, Number] = {}
    for total, upper, lower in zip(first, first[1:], first[2:], strict=False):
        if total.value < LEAST or total.value != upper.value + lower.value or whole not in (None, total.value):
            continue
        lines = scan.text[max(0, total.start - NEAR) : lower.end]
        if lower.start - total.start > REACH or cues("applied").search(lines) or _are_sellers(shares, upper, lower):
            continue
        names = ("shares_offered_public", "shares_offered_international")
        names = names[::-1] if _placed_first(scan, total, upper) else names
        if not made or total.value > made["shares_offered"].value:
            made = {"shares_offered": total, names[0]: upper, names[1]: lower}
    return made


def adds_up(known: Mapping[str, Decimal]) -> bool:
    """Whether an offer is known with its tranches."""
    public, international = known.get("shares_offered_public"), known.get("shares_offered_international")
    reserved = known.get("shares_offered_preferential", Decimal(0))
    if public is None or international is None:
        return False
    return known.get("shares_offered") in (public + international, public + international + reserved)


def _are_sellers(shares: Shares, *parts: Number) -> bool:
    """Whether shares are parted by who sells them, the issuer or its shareholders, and not by who is offered them."""
    return any(_SOLD.search(shares.scan.text, one.start, one.end + NEAR // 3) for one in parts)


def _placed_first(scan: Scan, total: Number, first: Number) -> bool:
    """Whether the line below the total names the international tranche."""
    label = scan.text[total.end : first.start]
    return cues("international").search(label) is not None and cues("public").search(label) is None


def placed_whole(flow: Flow, found: Sequence[Found]) -> list[Found]:
    """What is found, with the shares of the placing as the whole offer where nothing is offered to the public, as GEM once allowed."""
    if "shares_offered" in metrics_of(found) or cues("public").search(flow.folded):
        return list(found)
    placed = "shares_offered_international"
    return [replace(one, metric="shares_offered") if one.metric == placed else one for one in found]
