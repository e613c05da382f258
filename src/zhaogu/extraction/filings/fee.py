"""What a board lot costs, told in any words: the amount that the lot, the highest price and the levies of the day make."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from zhaogu.relations.fees import fee_factors

from .flow import Flow
from .found import Found, Source
from .values import Cell

_CENT = Decimal("0.01")


def read_fee(flow: Flow, lot: Decimal | None, price: Decimal | None) -> list[Found]:
    """The amount due for a board lot at the highest price, where the text prints it: no other amount comes out to the cent.

    The levies of every day count, for a notice may tell its day late or not at all.
    """
    if lot is None or price is None:
        return []
    for factor in fee_factors():
        due = (lot * price * factor).quantize(_CENT, ROUND_HALF_UP)
        match = re.search(rf"(?<![\d,.])(?:{due:,f}|{due:f})(?!\d)", flow.folded)
        evidence = flow.evidence(match.start(), match.end(), match.start()) if match else None
        if evidence is not None:
            return [Found("entry_fee", Cell(due, "HKD", _CENT), evidence, Source.TEXT, "proof.entry_fee")]
    return []
