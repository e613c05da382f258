"""How many times a tranche was subscribed: the shares applied for over those on offer.

Whatever the words, 353,643,000 shares applied for and 13,340,000 on offer are 26.51 times, or 25.51 times over. Demand is
measured against the tranche as it was offered first, for by it the rules decide what moves between the tranches (clawback).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from zhaogu.model import Basis

from .found import Found
from .offer import Offer
from .scan import NEAR, REACH, TRANCHES, Number, Scan, cues, rounds
from .shares import Shares

_TIMES = re.compile(r"(?<![\d.,])(?P<value>\d[\d,]*(?:\.\d+)?)(?:\s?(?:倍|times?\b|-?fold\b)|x\b)")
_AHEAD = 120
"""How far behind a multiple the shares may stand that it counts."""
_FEW_DIGITS = 3
"""A multiple of fewer digits may come out by chance: its sides must stand in its sentence."""


@dataclass(frozen=True, slots=True)
class Multiple:
    """A printed multiple with both of its sides."""

    applied: Number
    offered: Number
    times: Number

    @property
    def is_close(self) -> bool:
        """Whether it stands so near its sides that it hardly comes out by chance."""
        return max(abs(one.start - self.times.start) for one in (self.applied, self.offered)) <= REACH // 2

    @property
    def basis(self) -> Basis:
        """Whether it counts all shares applied for, or those beyond the ones on offer.

        >>> sides = Number(0, 11, Decimal(265_400_000)), Number(20, 30, Decimal(10_000_000))
        >>> [Multiple(*sides, Number(40, 45, Decimal(times))).basis for times in ("26.54", "25.54")]
        ['total', 'over']
        """
        ratio = self.applied.value / self.offered.value
        return "over" if abs(ratio - 1 - self.times.value) < abs(ratio - self.times.value) else "total"


def multiples_in(shares: Shares) -> list[Multiple]:
    """Every multiple of shares that the text prints with both of its sides."""
    scan = shares.scan
    found: list[Multiple] = []
    for times in scan.numbers(_TIMES):
        start, end = scan.sentence(times.start)
        first, last = times.start - REACH, times.end + _AHEAD
        if len(times.value.as_tuple().digits) < _FEW_DIGITS:
            first, last = max(start, first), min(end, last)
        near = [one for one in shares.numbers if first <= one.start < last and not _is_reserved(scan, one)]
        found += [
            Multiple(applied, offered, times)
            for offered in near
            for applied in near
            if applied.value != offered.value and _divides(applied.value / offered.value, times.value)
        ]
    return found


def _is_reserved(scan: Scan, one: Number) -> bool:
    """Whether shares are those reserved for shareholders or employees: 12,000,000 Reserved Shares."""
    return cues("reserved").match(scan.text[one.start : one.end + NEAR].lstrip("0123456789, 股")) is not None


def _divides(ratio: Decimal, times: Decimal) -> bool:
    """Whether shares that are so many times those on offer are as many times, or times over, as is printed."""
    return rounds(ratio, times) or rounds(ratio - 1, times)


def read_multiples(scan: Scan, offer: Offer, multiples: Sequence[Multiple]) -> Iterator[Found]:
    """The first multiple of each tranche; one that says how often in all goes before one that says how often over."""
    for tranche in TRANCHES:
        own = [one for one in multiples if one.offered.value == offer.initial(tranche)]
        if own:
            one = min(own, key=lambda one: (one.basis == "over", one.times.start))
            span = min(one.applied.start, one.times.start), max(one.offered.end, one.times.end)
            basis = "over" if _says_over(scan, one.times) else one.basis
            yield from scan.found(f"{tranche}_subscription_multiple", one.times, "times", span, basis)


def read_lone_multiple(
    shares: Shares, offer: Offer, multiples: Sequence[Multiple], known: Container[str], tranche: str
) -> list[Found]:
    """A multiple without its sides, of a tranche that has none with them: the text speaks of the tranche last, and of demand."""
    scan, name = shares.scan, f"{tranche}_subscription_multiple"
    is_proven = any(one.offered.value == offer.initial(tranche) for one in multiples)
    if is_proven or name in known or offer.final(tranche) is None:
        return []
    others = {one.times.start for one in multiples if _is_of_tranche_or_pool(one, offer)}
    for times in scan.numbers(_TIMES):
        if times.start not in others and _tranche_of(times, shares, offer) == tranche and _is_demand(scan, times):
            return scan.found(name, times, "times", basis="over" if _says_over(scan, times) else "total")
    return []


def _is_of_tranche_or_pool(one: Multiple, offer: Offer) -> bool:
    """Whether a multiple is of a tranche as it was offered, or of one of the two pools that halve the public's."""
    return one.offered.value in (offer.public_initial, offer.international_initial) or (
        offer.public_initial is not None and one.offered.value * 2 == offer.public_initial
    )


def _tranche_of(times: Number, shares: Shares, offer: Offer) -> str | None:
    """Whose multiple it is: of the shares straight behind it, where a tranche had them at first, else as the text says."""
    end = min(shares.scan.sentence(times.start)[1], times.end + NEAR // 2)
    behind = next((one.value for one in shares.numbers if times.end <= one.start < end), None)
    for held in (offer.initial, offer.final):
        whose = [tranche for tranche in TRANCHES if behind is not None and behind == held(tranche)]
        if len(whose) == 1:
            return whose[0]
    return shares.scan.tranche(times.start)


def _says_over(scan: Scan, times: Number) -> bool:
    """Whether the words at a multiple say that it counts what is beyond the offer."""
    return scan.says("over", times, NEAR // 2, NEAR // 4)


def _is_demand(scan: Scan, times: Number) -> bool:
    """Whether a multiple is what was subscribed, and not what the rules speak of."""
    before, behind = scan.text[max(0, times.start - NEAR) : times.start], scan.text[times.end : times.end + NEAR // 2]
    if cues("no_multiple").search(before) or cues("no_multiple_behind").search(behind):
        return False
    return not scan.says("condition", times, REACH // 3, 0) and cues("demand").search(before + behind) is not None
