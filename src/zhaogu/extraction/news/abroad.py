"""Companies that a sentence with a ticker tells to be listed abroad."""

from __future__ import annotations

from itertools import islice
from typing import Final

from .coded import ABROAD, TICKER
from .company import Names
from .frame_names import LONGEST, is_any, is_nothing_else
from .frame_spans import name_before_act
from .repeated import Repeated

_SENTENCE: Final = 300
"""A sentence is no longer."""
_FEW: Final = 8
"""So many tickers a passage has at most that tells of listings and not of a market."""


def by_listing_abroad(names: Names) -> None:
    """``甲27日晚於紐約證交所掛牌(代碼ABCD)``: whom a sentence with a ticker tells to be listed, where it names nobody known."""
    folded = names.folded
    said = Repeated(folded)
    for ticker in islice(TICKER.finditer(folded), _FEW) if ABROAD.search(folded) else ():
        start = max(folded.rfind(mark, max(0, ticker.start() - _SENTENCE), ticker.start()) for mark in "。\n") + 1
        told = folded[start : ticker.start()]
        if any(name in told for company in names.found for name in company.names):
            continue
        for exchange in ABROAD.finditer(folded, start, ticker.start()):
            span = name_before_act(said, exchange.start(), exchange)
            if span and span[0] >= start and _is_one(folded, folded[slice(*span)]):
                names.add(*span)
                break


def _is_one(folded: str, name: str) -> bool:
    """Whether a phrase may be a name, whatever it is made of, and stands for no company of a kind: 这家车企."""
    return 2 <= len(name) <= LONGEST and is_nothing_else(name) and not is_any(folded, name)
