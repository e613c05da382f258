"""What part of the offer somebody's shares are: 30,000,000 of 100,000,000 are 30 %, in any wording.

A percentage is of those shares that it comes out of; the nearest in its sentence are its evidence.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal

from .found import Found
from .offer import Offer
from .scan import NEAR, REACH, Number, is_percentage
from .shares import Shares


def read_percentage(
    shares: Shares, offer: Offer, percents: Sequence[Number], known: Mapping[str, Decimal], tranche: str
) -> list[Found]:
    """What part of the offer a tranche became, where what is ``known`` of it is not that part.

    The percentage stands in a sentence with the tranche's shares, or where the text speaks of the tranche last; two
    tranches of the same size are told apart by the words alone.
    """
    scan, name, part = shares.scan, f"{tranche}_share_pct", offer.final(tranche)
    if part is None or (name in known and is_percentage(known[name], part, offer.total)):
        return []
    are_twins = offer.public == offer.international
    said: list[tuple[Number | None, Number]] = []
    for one in percents:
        if not is_percentage(one.value, part, offer.total) or scan.says("no_share", one):
            continue
        own = _nearest(shares, part, one)
        if (own and not are_twins) or (scan.tranche(one.start) == tranche and scan.says("share", one, REACH)):
            said.append((own, one))
    if not said:
        return []
    own, one = min(said, key=lambda pair: (pair[0] is None, pair[1].start))
    start = min(one.start, own.start if own else one.start)
    return scan.found(name, one, "percent", (start, one.end))


def _nearest(shares: Shares, value: Decimal, one: Number) -> Number | None:
    """Where in the sentence of a percentage a number of shares stands, nearest to it."""
    start, end = shares.scan.sentence(one.start)
    near = [place for place in shares.places(value) if start <= place.start < end]
    return min(near, key=lambda place: abs(place.start - one.start), default=None)


def read_cornerstone_part(
    shares: Shares, offer: Offer, percents: Sequence[Number], known: Container[str]
) -> Iterator[Found]:
    """What cornerstone investors took together: the most shares, with the part of the offer that they are behind them."""
    if "cornerstone_shares" in known:
        return
    scan = shares.scan
    said: list[tuple[Number, Number]] = []
    for one in shares.numbers:
        if scan.says("cornerstones", one, REACH, NEAR) and scan.says("together", one):
            end = scan.sentence(one.start)[1]
            behind = (part for part in percents if one.start < part.start < end)
            said += [(one, part) for part in behind if is_percentage(part.value, one.value, offer.total)][:1]
    if said:
        taken, part = max(said, key=lambda pair: pair[0].value)
        yield from scan.found("cornerstone_shares", taken, "shares")
        if "cornerstone_share_pct" not in known:
            yield from scan.found("cornerstone_share_pct", part, "percent", (taken.start, part.end))
