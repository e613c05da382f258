"""The offer on a cover whose labels are not known: a number of shares, and below it the two tranches that make it up."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from .found import Found, metrics_of, values
from .offer import LEAST, adds_up
from .scan import NEAR, REACH, Number, Scan, cues
from .shares import Shares, shares_in
from .small_letters import in_small

_FRONT = 15_000
"""How far into the text a cover reaches."""
_SOLD = in_small(r"\bsale (?:shares|units|share )|\bsold by|销售股份|待售股份|出售的")


def read_offer(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The offer of a notice and its tranches, by a cover whose labels are not known, where they are not ``found``."""
    known = values(found)
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


def _are_sellers(shares: Shares, *parts: Number) -> bool:
    """Whether shares are parted by who sells them, the issuer or its shareholders, and not by who is offered them."""
    return any(_SOLD.search(shares.scan.text, one.start, one.end + NEAR // 3) for one in parts)


def _placed_first(scan: Scan, total: Number, first: Number) -> bool:
    """Whether the line below the total names the international tranche."""
    label = scan.text[total.end : first.start]
    return cues("international").search(label) is not None and cues("public").search(label) is None


def placed_whole(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """What is found, with the shares of the placing as the whole offer where nothing is offered to the public, as GEM once allowed."""
    if "shares_offered" in metrics_of(found) or cues("public").search(scan.text):
        return list(found)
    placed = "shares_offered_international"
    return [replace(one, metric="shares_offered") if one.metric == placed else one for one in found]
