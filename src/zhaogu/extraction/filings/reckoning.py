"""Figures of running text that other figures prove: tranches add up, multiples and percentages divide out.

Words differ from house to house, sums do not: what 12,345,000 applied-for shares are to 1,000,000 is 12.35 times in any wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations_with_replacement, permutations

from zhaogu.model import Basis

from .found import Found, Source
from .scan import NEAR, REACH, TRANCHES, Number, Scan, cues

_SHARES = re.compile(
    r"(?<![\d.,$])(?P<value>\d{1,3}(?:,\d{3})+|\d{5,})(?![.,]?\d)(?!\s?(?:%|份|名|位|宗|港元|美元|元|百万|million|times|倍))"
    r"(?:\s?(?:股|(?:hong kong |international |public |offer |placing |h )*(?:shares|units)\b))?",
    re.I,
)
_TIMES = re.compile(r"(?<![\d.,])(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?:倍|times?\b|-?fold\b)", re.I)
_PERCENT = re.compile(r"(?<![\d.,])(?P<value>\d{1,2}(?:\.\d+)?)\s?(?:%|per cent)", re.I)
_AHEAD = 120
"""How far behind a multiple the shares may stand that it counts."""
_FEW_DIGITS = 3
"""A multiple of fewer digits may come out by chance."""
_SMALLEST = 50
"""No tranche is a smaller part of the offer."""
_USUAL = 10
"""The part of an offer that the public is offered first: a tenth."""
_HALF = Decimal(2)

Multiple = tuple[Number, Number, Number]
"""Shares applied for, shares on offer, and how many times the one is the other."""


@dataclass(slots=True)
class Offer:
    """The shares of an offer that are known, before and after they were moved between the tranches."""

    total: Decimal
    public: Decimal | None = None
    international: Decimal | None = None
    reserved: Decimal = Decimal(0)
    public_initial: Decimal | None = None
    international_initial: Decimal | None = None


def read_proven(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The figures of an announcement that the numbers it prints prove, given what is ``found`` in it.

    Multiples that are proven count before others; the rest fills what no other reader has found.
    """
    shares = list(scan.numbers(_SHARES))
    offer = _offer(found) or _whole(scan, shares)
    if offer is None:
        return []
    return list(_Reckoner(scan, offer, _values(found), shares).read())


def contradicted(one: Found, proven: Iterable[Found]) -> bool:
    """Whether a sentence's figure is not the one that is proven."""
    return one.source >= Source.TEXT and any(
        one.metric == other.metric and one.cell.value != other.cell.value for other in proven
    )


@dataclass
class _Reckoner:
    scan: Scan
    offer: Offer
    known: dict[str, Decimal]
    shares: list[Number]
    values: set[Decimal] = field(init=False)
    percents: list[Number] = field(init=False)

    def __post_init__(self) -> None:
        self.values = {one.value for one in self.shares}
        self.percents = list(self.scan.numbers(_PERCENT))

    def read(self) -> Iterator[Found]:
        """Multiples first: what they are multiples of is the tranche as it was offered."""
        multiples = list(self._multiples())
        self._set_initial({offered.value for _, offered, _ in multiples})
        self._set_final()
        yield from self._stated_multiples(multiples)
        for tranche in TRANCHES:
            yield from self._initial(tranche)
            yield from self._final(tranche)
            yield from self._percentage(tranche)
            if not any(offered.value == getattr(self.offer, f"{tranche}_initial") for _, offered, _ in multiples):
                yield from self._bare_multiple(tranche, {times.start for _, _, times in multiples})
        yield from self._moved()
        yield from self._reserved()
        yield from self._cornerstones()

    # --- multiples ---------------------------------------------------------------------------------------------------

    def _multiples(self) -> Iterator[Multiple]:
        """Every multiple of shares that the text prints with both of its sides."""
        for times in self.scan.numbers(_TIMES):
            start, end = self.scan.sentence(times.start)
            first, last = times.start - REACH, times.end + _AHEAD
            if len(times.value.as_tuple().digits) < _FEW_DIGITS:
                first, last = max(start, first), min(end, last)
            near = [one for one in self.shares if first <= one.start < last]
            for offered in near:
                for applied in near:
                    if applied.value != offered.value and self._divides(applied, offered, times):
                        yield applied, offered, times

    def _divides(self, applied: Number, offered: Number, times: Number) -> bool:
        """Whether so many shares are so many times those on offer, or so many times over."""
        ratio, places = applied.value / offered.value, self.scan.places(times)
        return rounds(ratio, times.value, places) or rounds(ratio - 1, times.value, places)

    def _stated_multiples(self, multiples: Sequence[Multiple]) -> Iterator[Found]:
        """The multiple of each tranche; one that says how often in all goes before one that says how often over."""
        for tranche in TRANCHES:
            initial = getattr(self.offer, f"{tranche}_initial")
            said = [(_basis(*one), *one) for one in multiples if one[1].value == initial]
            if said:
                basis, applied, offered, times = min(said, key=lambda one: (one[0] == "over", one[3].start))
                span = min(applied.start, times.start), max(offered.end, times.end)
                basis = "over" if self._says_over(times) else basis
                yield from self.scan.found(f"{tranche}_subscription_multiple", times, "times", span, basis)

    def _bare_multiple(self, tranche: str, others: set[int]) -> Iterator[Found]:
        """A multiple without its sides, where the text speaks of the tranche last, and of demand."""
        name = f"{tranche}_subscription_multiple"
        if name in self.known or getattr(self.offer, tranche) is None:
            return
        for times in self.scan.numbers(_TIMES):
            if times.start not in others and self.scan.tranche(times.start) == tranche and self._is_demand(times):
                yield from self.scan.found(name, times, "times", basis="over" if self._says_over(times) else "total")
                return

    def _says_over(self, times: Number) -> bool:
        """Whether the words at a multiple say that it counts what is beyond the offer."""
        return cues("over").search(self.scan.around(times, NEAR // 2, NEAR // 4)) is not None

    def _is_demand(self, times: Number) -> bool:
        """Whether a multiple is what was subscribed, and not what the rules speak of."""
        text = self.scan.text
        before, behind = text[max(0, times.start - NEAR) : times.start], text[times.end : times.end + NEAR // 2]
        if cues("no_multiple").search(before) or cues("no_multiple_behind").search(behind):
            return False
        if self.scan.says("condition", times, REACH // 3, 0):
            return False
        return cues("demand").search(before + behind) is not None

    # --- shares ------------------------------------------------------------------------------------------------------

    def _set_initial(self, counted: set[Decimal]) -> None:
        """What the tranches held at first: what multiples are counted of, else two numbers that make up the whole."""
        offer = self.offer
        rest = offer.total - offer.reserved
        said = offer.public_initial
        if said is None and offer.international_initial is not None:
            said = rest - offer.international_initial
        pair = self._first_of_pair(counted)
        if said is None or (
            pair is not None and (said == offer.public or not (said in counted or rest - said in self.values))
        ):
            said = pair or self._first_alone(counted)
        if said is not None:
            offer.public_initial, offer.international_initial = said, rest - said

    def _first_of_pair(self, counted: set[Decimal]) -> Decimal | None:
        """The smaller of two numbers that make up the offer and are not what the tranches became."""
        rest = self.offer.total - self.offer.reserved
        cued = [
            low
            for low in self._pairs()
            if low != self.offer.public and (low in counted or self._is_cued(low) or self._is_cued(rest - low))
        ]
        moved = (low for low in cued if self._is_moved(low))
        return next(moved, cued[0] if cued else None)

    def _first_alone(self, counted: set[Decimal]) -> Decimal | None:
        """What the public was offered first, where the text prints only one of the two tranches as it was."""
        offer = self.offer
        rest = offer.total - offer.reserved
        small = [value for value in self.values if rest / _SMALLEST <= value <= rest / _HALF]
        moved = [value for value in small if value != offer.public and self._is_moved(value)]
        others = {one.value for one in self.shares if self._is_first(one, "international")}
        known = [value for value in moved if self._is_cued(value)] + [
            rest - value for value in others if rest / _HALF <= value < rest
        ]
        if known:
            own = {one.value for one in self.shares if self.scan.tranche(one.start) == "public"}
            return min(known, key=lambda value: (value not in own, abs(value * _USUAL - rest)))
        if offer.public in counted or (offer.public is not None and self._is_cued(offer.public)):
            return offer.public
        said = {one.value for one in self.shares if self._is_first(one, "public")}
        return max((value for value in small if value in counted or value in said), default=None)

    def _is_first(self, one: Number, tranche: str) -> bool:
        """Whether the text says of a number that a tranche, and not half of it, had it at first."""
        return (
            self.scan.tranche(one.start) == tranche
            and one.value not in (self.offer.public, self.offer.international)
            and self.scan.says("initial", one, NEAR, NEAR // 2)
            and not self.scan.says("part", one)
        )

    def _is_moved(self, before: Decimal) -> bool:
        """Whether the text prints how many shares lie between the public tranche before and after."""
        public = self.offer.public
        return public is not None and any(
            one.value == abs(public - before) and self.scan.says("moved", one) for one in self.shares
        )

    def _pairs(self) -> list[Decimal]:
        """The smaller of two printed numbers that make up the offer, smallest first."""
        rest = self.offer.total - self.offer.reserved
        return [
            low for low in sorted(self.values) if rest / _SMALLEST <= low <= rest / _HALF and rest - low in self.values
        ]

    def _set_final(self) -> None:
        """The tranches after the reallocation, where no other place says them: two more numbers that make up the whole."""
        offer = self.offer
        if offer.public is not None or offer.public_initial is None:
            return
        others = [low for low in self._pairs() if abs(low - offer.public_initial) in self.values]
        offer.public = others[0] if others else offer.public_initial
        offer.international = offer.total - offer.reserved - offer.public

    def _is_cued(self, value: Decimal) -> bool:
        return any(self.scan.says("initial", one) for one in self.shares if one.value == value)

    def _initial(self, tranche: str) -> Iterator[Found]:
        name, value = f"shares_offered_{tranche}_initial", getattr(self.offer, f"{tranche}_initial")
        places = [one for one in self.shares if one.value == value]
        fitting = [one for one in places if self.scan.says("initial", one)]
        if self.known.get(name) != value and (fitting or (places and value != getattr(self.offer, tranche))):
            best = min(fitting or places, key=lambda one: self.scan.tranche(one.start) != tranche)
            yield from self.scan.found(name, best, "shares")

    def _final(self, tranche: str) -> Iterator[Found]:
        name, value = f"shares_offered_{tranche}", getattr(self.offer, tranche)
        places = [one for one in self.shares if one.value == value]
        if name not in self.known and places:
            best = min(
                places, key=lambda one: (not self.scan.says("final", one), self.scan.tranche(one.start) != tranche)
            )
            yield from self.scan.found(name, best, "shares")

    def _moved(self) -> Iterator[Found]:
        offer, name = self.offer, "reallocated_shares"
        if name in self.known or offer.public is None or offer.public_initial is None:
            return
        moved = offer.public - offer.public_initial
        places = [one for one in self.shares if moved and one.value == abs(moved) and self.scan.says("moved", one)]
        if places:
            yield from self.scan.found(name, Number(places[0].start, places[0].end, moved), "shares")

    def _reserved(self) -> Iterator[Found]:
        """What is left of the offer beside the two tranches, where the text says that it was reserved."""
        offer, name = self.offer, "shares_offered_preferential"
        if name in self.known or offer.public is None or offer.international is None:
            return
        left = offer.total - offer.public - offer.international
        places = [one for one in self.shares if left > 0 and one.value == left and self.scan.says("reserved", one)]
        if places:
            yield from self.scan.found(name, places[0], "shares")

    def _cornerstones(self) -> Iterator[Found]:
        """What cornerstone investors took together: shares and the part of the offer that they are, in one sentence."""
        if "cornerstone_shares" in self.known:
            return
        said = []
        for one in self.shares:
            if not (self.scan.says("cornerstones", one, REACH, NEAR) and self.scan.says("together", one)):
                continue
            end = self.scan.sentence(one.start)[1]
            exact = one.value * 100 / self.offer.total
            parts = [
                n for n in self.percents if one.start < n.start < end and rounds(exact, n.value, self.scan.places(n))
            ]
            said += [(one, part) for part in parts[:1]]
        if said:
            shares, part = max(said, key=lambda pair: pair[0].value)
            yield from self.scan.found("cornerstone_shares", shares, "shares")
            if "cornerstone_share_pct" not in self.known:
                yield from self.scan.found("cornerstone_share_pct", part, "percent", (shares.start, part.end))

    # --- percentages -------------------------------------------------------------------------------------------------

    def _percentage(self, tranche: str) -> Iterator[Found]:
        name, shares = f"{tranche}_share_pct", getattr(self.offer, tranche)
        if shares is None:
            return
        exact = shares * 100 / self.offer.total
        if name in self.known and rounds(exact, self.known[name], _decimals(self.known[name])):
            return
        twins = self.offer.public == self.offer.international
        said: list[tuple[Number | None, Number]] = []
        for one in self.percents:
            if not rounds(exact, one.value, self.scan.places(one)) or self.scan.says("no_share", one):
                continue
            own = self._own(one, shares)
            if (own and not twins) or (self.scan.tranche(one.start) == tranche and self.scan.says("share", one, REACH)):
                said.append((own, one))
        if said:
            own, one = min(said, key=lambda pair: (pair[0] is None, pair[1].start))
            start = min(one.start, own.start if own else one.start)
            yield from self.scan.found(name, one, "percent", (start, one.end))

    def _own(self, one: Number, shares: Decimal) -> Number | None:
        """The number of shares in the sentence that a percentage is of, the nearest."""
        start, end = self.scan.sentence(one.start)
        near = [n for n in self.shares if n.value == shares and start <= n.start < end]
        return min(near, key=lambda n: abs(n.start - one.start), default=None)


def _offer(found: Sequence[Found]) -> Offer | None:
    """The shares that are known, from the places that count most."""
    first = _values(found)
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
    if public is not None and international is not None and public + international == total:
        reserved = Decimal(0)
    low, high = first.get("shares_offered_public_initial"), first.get("shares_offered_international_initial")
    if low is not None and high is not None and low + high + reserved != total:
        low = high = None
    return Offer(total, public, international, reserved, low, high)


def _values(found: Sequence[Found]) -> dict[str, Decimal]:
    """The number of each figure, from the place that counts most."""
    first: dict[str, Decimal] = {}
    for one in sorted(found, key=lambda one: one.source):
        if isinstance(one.cell.value, Decimal) and one.offer_basis != "final_greenshoe_full":
            first.setdefault(one.metric, one.cell.value)
    return first


def _whole(scan: Scan, shares: Sequence[Number]) -> Offer | None:
    """The offer where nobody says its size: the largest that the tranches make up both before and after a printed number moved."""
    values = {one.value for one in shares}
    first = {one.value for one in shares if scan.says("initial", one)}
    sums: dict[Decimal, list[Decimal]] = {}
    for low, high in combinations_with_replacement(sorted(values), 2):
        if low + high <= low * _SMALLEST:
            sums.setdefault(low + high, []).append(low)
    for total in sorted(sums, reverse=True):
        for before, after in permutations(sums[total], 2):
            if abs(after - before) in values and first & {before, total - before}:
                return Offer(total, after, total - after, Decimal(0), before, total - before)
    return None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounds(exact: Decimal, printed: Decimal, places: int) -> bool:
    """Whether ``printed`` is ``exact``, rounded or cut off.

    >>> rounds(Decimal("21.036"), Decimal("21.04"), 2), rounds(Decimal("21.036"), Decimal("21.1"), 1)
    (True, False)
    """
    step = Decimal(1).scaleb(-places)
    return printed in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))


def _basis(applied: Number, offered: Number, times: Number) -> Basis:
    """Whether the multiple counts all shares applied for, or those beyond the ones on offer."""
    ratio = applied.value / offered.value
    return "over" if abs(ratio - 1 - times.value) < abs(ratio - times.value) else "total"
