"""Figures of running text that other figures prove: tranches add up, multiples and percentages divide out.

Words differ from house to house, sums do not: what 12,345,000 applied-for shares are to 1,000,000 is 12.35 times in any wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from zhaogu.model import Basis

from .flow import Flow
from .found import Found, Source
from .offer import Offer, adds_up, offer_of, on_cover, values
from .scan import NEAR, PERCENT, REACH, TRANCHES, Number, Scan, cues, rounds
from .whole import SMALLEST, parted_whole, told_whole, whole_of

_SHARES = re.compile(
    r"(?<![\d.,$])(?P<value>\d{1,3}(?:,\d{3})+|\d{5,12}(?= ?股| shares))(?![.,]?\d)(?!\s?(?:%|份|名|位|宗|港元|美元|元|百万|million|times|倍))"
    r"(?:\s?(?:股|(?:hong kong |international |public |offer |placing |h )*(?:shares|units)\b))?",
    re.I,
)
_TIMES = re.compile(r"(?<![\d.,])(?P<value>\d[\d,]*(?:\.\d+)?)(?:\s?(?:倍|times?\b|-?fold\b)|x\b)", re.I)
_AHEAD = 120
"""How far behind a multiple the shares may stand that it counts."""
_FEW_DIGITS = 3
"""A multiple of fewer digits may come out by chance."""
_TINY = 10_000
"""What is a smaller part of the offer is a lot or an allotment to one applicant, of which older announcements list thousands."""
_USUAL = 10
"""The part of an offer that the public is offered first: a tenth."""
_HALF = Decimal(2)
_LARGEST_UPSIZE = 15
"""So much of the offer, in percent, may be added by an offer size adjustment option (HKEX guidance)."""

Multiple = tuple[Number, Number, Number]
"""Shares applied for, shares on offer, and how many times the one is the other."""


def read_proven(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The figures of an announcement that the numbers it prints prove, given what is ``found`` in it.

    Multiples that are proven count before others; the rest fills what no other reader has found.
    """
    shares = list(scan.numbers(_SHARES))
    told = [one for one in found if one.source < Source.TEXT]
    cover = {} if adds_up(values(found)) else on_cover(scan, shares, told)
    known = values(told if cover else found)
    fresh = [result for name, one in cover.items() if name not in known for result in scan.found(name, one, "shares")]
    offer = offer_of([*fresh, *(told if cover else found)])
    if offer is None:
        percents = list(scan.numbers(PERCENT))
        offer = told_whole(scan, shares, percents) or parted_whole(scan, shares, percents) or whole_of(scan, shares)
    if offer is None:
        return []
    known = {name: value for name, value in values(found).items() if name not in cover} | values(fresh) | known
    return fresh + list(_Reckoner(scan, offer, known, shares).read())


def read_offer(flow: Flow, found: Sequence[Found]) -> list[Found]:
    """The offer of a notice and its tranches, by a cover whose labels are not known, where they are not ``found``."""
    scan, known = Scan(flow), values(found)
    cover = {} if adds_up(known) else on_cover(scan, list(scan.numbers(_SHARES)), found)
    fresh = [result for name, one in cover.items() if name not in known for result in scan.found(name, one, "shares")]
    return [replace(one, offer_basis=None if one.metric == "shares_offered" else "initial") for one in fresh]


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
        self.shares = [one for one in self.shares if one.value * _TINY >= self.offer.total]
        self.values = {one.value for one in self.shares}
        self.percents = list(self.scan.numbers(PERCENT))

    def read(self) -> Iterator[Found]:
        """Multiples first: what they are multiples of is the tranche as it was offered."""
        multiples = list(self._multiples())
        yield from self._upsized()
        self._set_initial({one[1].value for one in multiples if _is_close(*one)})
        self._set_final()
        yield from self._stated_multiples(multiples)
        yield from self._whole()
        for tranche in TRANCHES:
            yield from self._initial(tranche)
            yield from self._final(tranche)
            yield from self._percentage(tranche)
            if not any(offered.value == getattr(self.offer, f"{tranche}_initial") for _, offered, _ in multiples):
                yield from self._bare_multiple(tranche, self._told(multiples))
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
            near = [one for one in self.shares if first <= one.start < last and not self._is_reserved(one)]
            for offered in near:
                for applied in near:
                    if applied.value != offered.value and self._divides(applied, offered, times):
                        yield applied, offered, times

    def _is_reserved(self, one: Number) -> bool:
        """Whether a number of shares is of those reserved for shareholders or employees, who are no tranche of the two."""
        return (
            cues("reserved").match(self.scan.text[one.start : one.end + NEAR // 2].lstrip("0123456789, 股")) is not None
        )

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

    def _told(self, multiples: Sequence[Multiple]) -> set[int]:
        """Where multiples stand that are those of a tranche or of a pool, which is half of one."""
        public, international = self.offer.public_initial, self.offer.international_initial
        bases = {public, international, public / _HALF if public else None}
        return {times.start for _, offered, times in multiples if offered.value in bases}

    def _bare_multiple(self, tranche: str, others: set[int]) -> Iterator[Found]:
        """A multiple without its sides, where the text speaks of the tranche last, and of demand."""
        name = f"{tranche}_subscription_multiple"
        if name in self.known or getattr(self.offer, tranche) is None:
            return
        for times in self.scan.numbers(_TIMES):
            if times.start not in others and self._tranche_of(times) == tranche and self._is_demand(times):
                yield from self.scan.found(name, times, "times", basis="over" if self._says_over(times) else "total")
                return

    def _tranche_of(self, times: Number) -> str | None:
        """Whose multiple it is: of the shares straight behind it, where a tranche had them at first, else as the text says."""
        end = min(self.scan.sentence(times.start)[1], times.end + NEAR // 2)
        behind = next((one.value for one in self.shares if times.end <= one.start < end), None)
        for state in ("_initial", ""):
            whose = [tranche for tranche in TRANCHES if behind and behind == getattr(self.offer, tranche + state)]
            if len(whose) == 1:
                return whose[0]
        return self.scan.tranche(times.start)

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

    def _upsized(self) -> Iterator[Found]:
        """The shares by which the offer was enlarged, at most 15 % of it: what is left is the offer as it was, printed too."""
        offer = self.offer
        sizes = [
            one
            for one in self.shares
            if self._is_printed(offer.total - one.value)
            and one.value * 100 <= (offer.total - one.value) * _LARGEST_UPSIZE
            and self.scan.says("upsize", one, REACH, NEAR)
        ]
        if sizes:
            best = max(sizes, key=lambda one: (one.value, -one.start))
            offer.upsize = best.value
            if "upsize_shares" not in self.known:
                for one in (best, *(one for one in sizes if one.value == best.value)):
                    yield from self.scan.found("upsize_shares", one, "shares")

    def _is_printed(self, whole: Decimal) -> bool:
        """Whether the text prints the offer as it was, or two tranches that it was made of."""
        first = {one.value for one in self.shares if self.scan.says("initial", one)}
        return whole in self.values or any(low != whole - low and whole - low in first for low in first)

    def _set_initial(self, counted: set[Decimal]) -> None:
        """What the tranches held at first: what multiples are counted of, else two numbers that make up the whole."""
        offer = self.offer
        rest = offer.parted_first
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
        """The smaller of two numbers that make up the offer, by what moved, what multiples are counted of, what words say."""
        public = self.offer.public
        rest = self.offer.parted_first
        pairs = [low for low in self._pairs(rest) if low != public]
        proven = [low for low in pairs if self._is_moved(low)] or [low for low in pairs if low in counted]
        cued = [low for low in proven or pairs if low in counted or self._is_cued(low) or self._is_cued(rest - low)]
        cued_first = public is not None and self._is_cued(public) and not self._has_moved(counted)
        kept = public if public in counted or cued_first else None
        if not pairs or (proven and cued):
            return next(iter(cued), None)
        return kept or next(iter(cued), None)

    def _first_alone(self, counted: set[Decimal]) -> Decimal | None:
        """What the public was offered first, where the text prints only one of the two tranches as it was."""
        offer = self.offer
        rest = offer.parted_first
        small = [value for value in self.values if rest / SMALLEST <= value <= rest / _HALF]
        moved = [value for value in small if value != offer.public and self._is_moved(value)]
        known = [value for value in moved if self._is_cued(value)]
        if not known and offer.public in counted:
            return offer.public
        others = {one.value for one in self.shares if self._is_first(one, "international")}
        known += [rest - value for value in others if rest / _HALF <= value < rest]
        if known:
            own = {one.value for one in self.shares if self.scan.tranche(one.start) == "public"}
            return min(known, key=lambda value: (value not in own, abs(value * _USUAL - rest)))
        if offer.public is not None and self._is_cued(offer.public):
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

    def _has_moved(self, counted: set[Decimal]) -> bool:
        """Whether a multiple is counted of shares that the public had before others moved to it."""
        return any(value != self.offer.public and self._is_moved(value) for value in counted)

    def _is_moved(self, before: Decimal) -> bool:
        """Whether the text prints how many shares lie between the public tranche before and after."""
        public = self.offer.public
        return public is not None and any(
            one.value == abs(public - before) and self.scan.says("moved", one) for one in self.shares
        )

    def _pairs(self, rest: Decimal) -> list[Decimal]:
        """The smaller of two printed numbers that make up the offer, smallest first."""
        return [
            low for low in sorted(self.values) if rest / SMALLEST <= low <= rest / _HALF and rest - low in self.values
        ]

    def _set_final(self) -> None:
        """The tranches after the reallocation, where no other place says them: two more numbers that make up the whole."""
        offer = self.offer
        if offer.public is not None or offer.public_initial is None:
            return
        others = [low for low in self._pairs(offer.parted) if abs(low - offer.public_initial) in self.values]
        offer.public = others[0] if others else offer.public_initial
        offer.international = offer.parted - offer.public

    def _is_cued(self, value: Decimal) -> bool:
        return any(self.scan.says("initial", one) for one in self.shares if one.value == value)

    def _whole(self) -> Iterator[Found]:
        """All shares of the offer, where no other place says how many they are."""
        places = [one for one in self.shares if one.value == self.offer.total]
        if "shares_offered" not in self.known and places:
            yield from self.scan.found("shares_offered", places[0], "shares")

    def _initial(self, tranche: str) -> Iterator[Found]:
        name, value = f"shares_offered_{tranche}_initial", getattr(self.offer, f"{tranche}_initial")
        places = [one for one in self.shares if one.value == value]
        fitting = [one for one in places if self.scan.says("initial", one)]
        if self.known.get(name) != value and (fitting or (places and value != getattr(self.offer, tranche))):
            best = min(fitting or places, key=lambda one: self.scan.tranche(one.start) != tranche)
            yield from self.scan.found(name, best, "shares")
        for one in fitting:
            if self.scan.tranche(one.start) == tranche:
                yield from self.scan.found(name, one, "shares")

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
        places = [one for one in self.shares if moved and one.value == abs(moved) and self._is_between(one)]
        if places:
            best = min(places, key=lambda one: (not self.scan.says("moved", one), one.start))
            yield from self.scan.found(name, Number(best.start, best.end, moved), "shares")

    def _is_between(self, one: Number) -> bool:
        """Whether the sentence says of shares that they moved, or speaks of both tranches."""
        return self.scan.says("moved", one) or all(self.scan.says(tranche, one, REACH, NEAR) for tranche in TRANCHES)

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


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _is_close(applied: Number, offered: Number, times: Number) -> bool:
    """Whether a multiple stands so near its sides that it hardly comes out by chance."""
    return max(abs(one.start - times.start) for one in (applied, offered)) <= REACH // 2


def _basis(applied: Number, offered: Number, times: Number) -> Basis:
    """Whether the multiple counts all shares applied for, or those beyond the ones on offer."""
    ratio = applied.value / offered.value
    return "over" if abs(ratio - 1 - times.value) < abs(ratio - times.value) else "total"
