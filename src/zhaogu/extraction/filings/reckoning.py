"""Figures of running text that other figures prove: tranches add up, multiples and percentages divide out.

Words differ from house to house, sums do not: what 12,345,000 applied-for shares are to 1,000,000 is 12.35 times in any wording.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache, cached_property

from zhaogu.lexicon.loader import entries
from zhaogu.model import Basis

from .flow import Flow
from .found import Found, Source
from .values import Cell, is_about

TABLE = "filings_cues"
_SHARES = re.compile(
    r"(?<![\d.,$])(?P<value>\d{1,3}(?:,\d{3})+|\d{5,})(?![.,]?\d)(?!\s?(?:%|份|名|位|宗|港元|美元|元|百万|million|times|倍))"
    r"(?:\s?(?:股|(?:hong kong |international |public |offer |placing |h )*(?:shares|units)\b))?",
    re.I,
)
_TIMES = re.compile(r"(?<![\d.,])(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?:倍|times?\b|-?fold\b)", re.I)
_PERCENT = re.compile(r"(?<![\d.,])(?P<value>\d{1,2}(?:\.\d+)?)\s?(?:%|per cent)", re.I)
_END = re.compile(r"[。；;•]|(?<![ap]\.m)(?<!Ltd)(?<!Co)(?<!No)\.(?= [A-Z(]|$)", re.I)
_BACK = 420
_AHEAD = 120
"""How far from a multiple the shares stand that it counts."""
_FEW_DIGITS = 3
"""A multiple of fewer digits may come out by chance."""
_NEAR = 70
"""How far from a number the word stands that says which state of the offering it is."""
_HALF = Decimal(2)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: where it stands and what it is."""

    start: int
    end: int
    value: Decimal


@dataclass(slots=True)
class Offer:
    """The shares of an offer that are known, before and after they were moved between the tranches."""

    total: Decimal
    public: Decimal | None = None
    international: Decimal | None = None
    reserved: Decimal = Decimal(0)
    public_initial: Decimal | None = None
    international_initial: Decimal | None = None


def read_proven(flow: Flow, found: Sequence[Found]) -> list[Found]:
    """The figures of an announcement that the numbers it prints prove, given what is ``found`` in it.

    Multiples that are proven count before others; the rest fills what no other reader has found.
    """
    offer = _offer(found)
    if offer is None:
        return []
    return list(_Reckoner(flow, offer, {one.metric for one in found}).read())


def contradicted(one: Found, proven: Iterable[Found]) -> bool:
    """Whether a sentence's figure is not the one that is proven."""
    return one.source >= Source.TEXT and any(
        one.metric == other.metric and one.cell.value != other.cell.value for other in proven
    )


@dataclass
class _Reckoner:
    flow: Flow
    offer: Offer
    known: set[str]
    shares: list[Number] = field(init=False)

    def __post_init__(self) -> None:
        self.shares = list(_numbers(_SHARES, self.text))

    @property
    def text(self) -> str:
        return self.flow.folded

    @cached_property
    def ends(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self.text)), len(self.text)]

    def read(self) -> Iterator[Found]:
        """Multiples first: what they are multiples of is the tranche as it was offered."""
        multiples = list(self._multiples())
        self._set_initial(multiples)
        yield from self._stated_multiple(multiples)
        yield from self._initial()
        yield from self._moved()
        yield from self._percentages()

    # --- multiples ---------------------------------------------------------------------------------------------------

    def _multiples(self) -> Iterator[tuple[Number, Number, Number]]:
        """Shares applied for, shares on offer, and how many times the one is the other, where the text prints all three."""
        for times in _numbers(_TIMES, self.text):
            near = [
                one
                for one in self.shares
                if times.start - _BACK <= one.start < times.end + _AHEAD and one.value <= 10**13
            ]
            exact = self.sentence(times.start)
            for offered in near:
                for applied in near:
                    if applied.value == offered.value or not _divides(
                        applied.value, offered.value, times.value, self.places(times)
                    ):
                        continue
                    if len(times.value.as_tuple().digits) >= _FEW_DIGITS or all(
                        exact[0] <= one.start < exact[1] for one in (applied, offered)
                    ):
                        yield applied, offered, times

    def _set_initial(self, multiples: Sequence[tuple[Number, Number, Number]]) -> None:
        """What the tranches held at first: what multiples are counted of, else two numbers that make up the whole."""
        offer = self.offer
        rest = offer.total - offer.reserved
        values = {one.value for one in self.shares}
        counted = {offered.value for _, offered, _ in multiples}
        if offer.public_initial is None and offer.international_initial is not None:
            offer.public_initial = rest - offer.international_initial
        if offer.public_initial is None:
            pairs = [
                low
                for low in sorted(values)
                if low * _HALF <= rest and rest - low in values and low != offer.public and low * 50 >= rest
            ]
            cued = [low for low in pairs if low in counted or self._is_cued(low) or self._is_cued(rest - low)]
            offer.public_initial = next(
                (low for low in cued if offer.public is not None and abs(offer.public - low) in values),
                cued[0] if cued else None,
            )
        if (
            offer.public_initial is None
            and offer.public is not None
            and (offer.public in counted or self._is_cued(offer.public))
        ):
            offer.public_initial = offer.public
        if offer.public_initial is None:
            smaller = [value for value in counted if value * 50 >= rest and value * _HALF <= rest]
            offer.public_initial = max(smaller, default=None)
        if offer.international_initial is None and offer.public_initial is not None:
            offer.international_initial = rest - offer.public_initial

    def _is_cued(self, value: Decimal) -> bool:
        return any(self._cue("initial", one) for one in self.shares if one.value == value)

    def _cue(self, name: str, one: Number) -> bool:
        """Whether a word of a list stands near a number in its sentence."""
        start, end = self.sentence(one.start)
        around = self.text[max(start, one.start - _NEAR) : min(end, one.end + _NEAR)]
        return _cues(name).search(around) is not None

    def _stated_multiple(self, multiples: Sequence[tuple[Number, Number, Number]]) -> Iterator[Found]:
        for tranche in ("public", "international"):
            initial = getattr(self.offer, f"{tranche}_initial")
            said = [
                (_basis(applied, offered, times), applied, offered, times)
                for applied, offered, times in multiples
                if offered.value == initial
            ]
            said.sort(key=lambda one: (one[0] == "over", one[3].start))
            if said:
                basis, applied, offered, times = said[0]
                start, end = min(applied.start, times.start), max(offered.end, times.end)
                name = f"{tranche}_subscription_multiple"
                yield from self._found(name, times, "times", start, end, basis)

    # --- shares ------------------------------------------------------------------------------------------------------

    def _initial(self) -> Iterator[Found]:
        for tranche in ("public", "international"):
            name, value = f"shares_offered_{tranche}_initial", getattr(self.offer, f"{tranche}_initial")
            places = [one for one in self.shares if one.value == value]
            if name in self.known or not places:
                continue
            final = getattr(self.offer, tranche)
            fitting = [one for one in places if self._cue("initial", one)]
            if not fitting and value == final:
                continue
            best = min(fitting or places, key=lambda one: self.tranche(one.start) != tranche)
            yield from self._found(name, best, "shares", best.start, best.end)

    def _moved(self) -> Iterator[Found]:
        offer = self.offer
        if "reallocated_shares" in self.known or offer.public is None or offer.public_initial is None:
            return
        moved = offer.public - offer.public_initial
        places = [one for one in self.shares if moved and one.value == abs(moved) and self._cue("moved", one)]
        if places:
            one = places[0]
            signed = Number(one.start, one.end, moved)
            yield from self._found("reallocated_shares", signed, "shares", one.start, one.end)

    # --- percentages -------------------------------------------------------------------------------------------------

    def _percentages(self) -> Iterator[Found]:
        for tranche in ("public", "international"):
            name, shares = f"{tranche}_share_pct", getattr(self.offer, tranche)
            if name in self.known or shares is None:
                continue
            said = [
                one
                for one in _numbers(_PERCENT, self.text)
                if _rounds(shares * 100 / self.offer.total, one.value, self.places(one))
                and self._is_share_of(one, tranche)
            ]
            ranked = sorted(said, key=lambda one: (not self._states(one, shares), one.start))
            if ranked:
                start = self.sentence(ranked[0].start)[0]
                own = [n.start for n in self.shares if n.value == shares and start <= n.start < ranked[0].start]
                yield from self._found(name, ranked[0], "percent", max(own, default=ranked[0].start), ranked[0].end)

    def _is_share_of(self, one: Number, tranche: str) -> bool:
        """Whether the sentence speaks of the tranche last, and of what it makes of the offer."""
        start, end = self.sentence(one.start)
        around = self.text[max(start, one.start - _BACK) : min(end, one.end + _NEAR)]
        if _cues("no_share").search(self.text[max(start, one.start - _NEAR) : min(end, one.end + _NEAR)]):
            return False
        return self.tranche(one.start) == tranche and _cues("share").search(around) is not None

    def _states(self, one: Number, shares: Decimal) -> bool:
        start, end = self.sentence(one.start)
        return any(n.value == shares and start <= n.start < end for n in self.shares)

    # --- the text ----------------------------------------------------------------------------------------------------

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence begins and ends that holds a place."""
        index = bisect_right(self.ends, at)
        return self.ends[index - 1], self.ends[min(index, len(self.ends) - 1)]

    def tranche(self, at: int) -> str | None:
        """The tranche that the text names last before a place, not far away."""
        said = [
            (found.end(), tranche)
            for tranche in ("public", "international")
            for found in _cues(tranche).finditer(self.text, max(0, at - _BACK), at)
        ]
        return max(said, default=(0, None))[1]

    def places(self, one: Number) -> int:
        """How many decimals a number has as printed."""
        printed = re.match(r"[\d,]+(?:\.(\d+))?", self.text[one.start : one.end])
        return len(printed[1] or "") if printed else 0

    def _found(
        self, name: str, one: Number, unit: str, start: int, end: int, basis: Basis | None = None
    ) -> Iterator[Found]:
        evidence = self.flow.evidence(start, end, one.start)
        if evidence is None:
            return
        about = is_about(self.text[max(self.sentence(one.start)[0], one.start - _NEAR) : one.start])
        cell = Cell(one.value, unit, Decimal(1).scaleb(-self.places(one)), "approx" if about else "exact")
        yield Found(name, cell, evidence, Source.TEXT, f"proof.{name}", basis)


def _offer(found: Sequence[Found]) -> Offer | None:
    """The shares that are known, from the places that count most."""
    first: dict[str, Decimal] = {}
    for one in sorted(found, key=lambda one: one.source):
        if isinstance(one.cell.value, Decimal) and one.offer_basis != "final_greenshoe_full":
            first.setdefault(one.metric, one.cell.value)
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


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[Number]:
    for match in pattern.finditer(text):
        yield Number(match.start(), match.end(), Decimal(match["value"].replace(",", "")))


def _rounds(exact: Decimal, printed: Decimal, places: int) -> bool:
    """Whether ``printed`` is ``exact``, rounded or cut off.

    >>> _rounds(Decimal("21.036"), Decimal("21.04"), 2), _rounds(Decimal("21.036"), Decimal("21.1"), 1)
    (True, False)
    """
    step = Decimal(1).scaleb(-places)
    return printed in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))


def _divides(applied: Decimal, offered: Decimal, times: Decimal, places: int) -> bool:
    """Whether so many shares are so many times those on offer, or so many times over.

    >>> _divides(Decimal(1_230_000), Decimal(1_000_000), Decimal("0.23"), 2)
    True
    """
    ratio = applied / offered
    return _rounds(ratio, times, places) or _rounds(ratio - 1, times, places)


def _basis(applied: Number, offered: Number, times: Number) -> Basis:
    return (
        "over"
        if abs(applied.value / offered.value - 1 - times.value) < abs(applied.value / offered.value - times.value)
        else "total"
    )


@cache
def _cues(name: str) -> re.Pattern[str]:
    """The words of a list as one pattern."""
    return re.compile(
        "|".join(word for one in entries(TABLE, "cue", id=str) if one["id"] == name for word in one.words), re.I
    )
