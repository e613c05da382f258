"""The shares of an offer as an announcement states them: on its cover, in its tranches, by two pairs that make up the same whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations_with_replacement, permutations

from .found import Found
from .scan import NEAR, REACH, Number, Scan, cues, rounds

_MANY = 300
"""More different numbers are a list."""
_FRONT = 15_000
"""How far into the text a cover reaches."""
_SMALLEST = 50
"""No tranche is a smaller part of the offer."""
_LEAST = 500_000
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
        if total.value < _LEAST or total.value != upper.value + lower.value or whole not in (None, total.value):
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


def whole_of(scan: Scan, shares: Sequence[Number]) -> Offer | None:
    """The offer where nobody says its size: the largest that the tranches make up both before and after a printed number moved."""
    values = {one.value for one in shares}
    first = {one.value for one in shares if scan.says("initial", one)}
    sums: dict[Decimal, list[Decimal]] = {}
    if len(values) > _MANY:
        return None
    for low, high in combinations_with_replacement(sorted(values), 2):
        if low + high <= low * _SMALLEST:
            sums.setdefault(low + high, []).append(low)
    for total in sorted(sums, reverse=True):
        for before, after in permutations(sums[total], 2):
            if abs(after - before) in values and first & {before, total - before}:
                return Offer(total, after, total - after, Decimal(0), before, total - before)
    return None


def told_whole(scan: Scan, shares: Sequence[Number], percents: Sequence[Number]) -> Offer | None:
    """The offer where a sentence says what part of how many shares a tranche is: 60,000,000 Shares, or 40% of the 150,000,000.

    The rest must be printed too; of the two the smaller is the public's, who never gets more than half.
    """
    values = {one.value for one in shares}
    found: list[Offer] = []
    for part in percents:
        end = scan.sentence(part.start)[1]
        before = [one for one in shares if part.start - NEAR <= one.end <= part.start][-1:]
        behind = [one for one in shares if part.end <= one.start < min(end, part.end + NEAR)][:1]
        for one, total in zip(before, behind, strict=False):
            rest = total.value - one.value
            if total.value < _LEAST or rest not in values or scan.says("no_share", part, NEAR, 0):
                continue
            if rounds(one.value * 100 / total.value, part.value, scan.places(part)):
                found.append(Offer(total.value, min(one.value, rest), max(one.value, rest)))
    return max(found, key=lambda offer: offer.total, default=None)


def parted_whole(scan: Scan, shares: Sequence[Number], percents: Sequence[Number]) -> Offer | None:
    """The offer where nobody says its size and nothing moved: the largest number that two others make up, one of the public's
    and one of the placing's, with the part that the public's is of it printed beside."""
    values = {one.value for one in shares}
    if len(values) > _MANY:
        return None
    placed = {one.value for one in shares if scan.says("international", one, REACH, NEAR)}
    made: dict[Decimal, Decimal] = {}
    for one in shares:
        totals = {one.value + high for high in placed if high >= one.value} & values
        if not totals or scan.tranche(one.start) != "public":
            continue
        end = min(scan.sentence(one.start)[1], one.end + REACH)
        parts = [part for part in percents if one.end <= part.start < end and not scan.says("no_share", part)]
        for total in totals:
            exact = one.value * 100 / total
            if total >= _LEAST and any(rounds(exact, part.value, scan.places(part)) for part in parts):
                made.setdefault(total, one.value)
    whole = max(made, default=None)
    return Offer(whole, made[whole], whole - made[whole]) if whole else None
