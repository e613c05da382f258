"""The shares of an offer as an announcement states them: on its cover and in its tranches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .found import Found
from .scan import NEAR, REACH, Number, Scan, cues

_FRONT = 15_000
"""How far into the text a cover reaches."""
LEAST = 500_000
"""No offer has fewer shares; lots and what applicants are allotted have."""


@dataclass(slots=True)
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


def on_cover(scan: Scan, shares: Sequence[Number], told: Sequence[Found]) -> dict[str, Number]:
    """The offer and its tranches from a cover whose labels are not known: a number and the next two that make it up."""
    whole = next((one.cell.value for one in told if one.metric == "shares_offered"), None)
    first = [one for one in shares if one.start < _FRONT]
    made: dict[str, Number] = {}
    for total, upper, lower in zip(first, first[1:], first[2:], strict=False):
        if total.value < LEAST or total.value != upper.value + lower.value or whole not in (None, total.value):
            continue
        lines = scan.text[max(0, total.start - NEAR) : lower.end]
        if lower.start - total.start > REACH or cues("applied").search(lines):
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


def _placed_first(scan: Scan, total: Number, first: Number) -> bool:
    """Whether the line below the total names the international tranche."""
    label = scan.text[total.end : first.start]
    return cues("international").search(label) is not None and cues("public").search(label) is None


def values(found: Sequence[Found]) -> dict[str, Decimal]:
    """The number of each figure, from the place that counts most."""
    first: dict[str, Decimal] = {}
    for one in sorted(found, key=lambda one: one.source):
        if isinstance(one.cell.value, Decimal) and one.offer_basis != "final_greenshoe_full":
            first.setdefault(one.metric, one.cell.value)
    return first
