"""A shares told of as such where they are what is offered: ``A股市值約1,600億元`` in news of the STAR Market."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .binding import Reading
from .walk import Walk

_HOME: Final = ("SSE", "SZSE", "BSE")
_OWN: Final = {"money": "market_cap", "price": "closing_price", "times": "issue_pe"}


def at_home(walk: Walk, reading: Reading, place: int) -> Reading:
    """What a figure of the A shares is where these are the shares of the offering; else the reading as it is."""
    if reading.cue.id != "a_shares" or reading.type not in _OWN:
        return reading
    owners = walk.who.at(place)
    if not owners or any(company.exchange not in _HOME for company in owners):
        return reading
    return replace(reading, metric=_OWN[reading.type], reason=None)
