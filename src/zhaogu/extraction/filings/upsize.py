"""By how many shares an offer was enlarged: the offer size adjustment option.

The exchange lets it add at most 15 % to the offer. The offer without the shares that it added is the one that was made, so
that one, or the two tranches that it was made of, is printed too.
"""

from __future__ import annotations

from decimal import Decimal

from .offer import Offer
from .scan import NEAR, REACH, Number
from .shares import Shares

_LARGEST = 15
"""So much of the offer, in percent, may be added (HKEX guidance)."""


def added_shares(shares: Shares, offer: Offer) -> list[Number]:
    """Where the shares stand that were added; none where the offer was not enlarged."""
    added = {
        one.value
        for one in shares.numbers
        if one.value * 100 <= (offer.total - one.value) * _LARGEST
        and one.value not in (offer.public, offer.public_initial)
        and shares.scan.says("upsize", one, REACH, NEAR)
        and _is_printed(shares, offer.total - one.value)
    }
    return shares.places(max(added, default=None))


def _is_printed(shares: Shares, whole: Decimal) -> bool:
    """Whether the text prints the offer as it was, or two tranches that it was made of."""
    first = {one.value for one in shares.numbers if shares.scan.says("initial", one)}
    return whole in shares.values or any(low != whole - low and whole - low in first for low in first)
