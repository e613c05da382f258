"""What the brackets of a label say: a condition, the unit of the amounts below, who is not counted."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import OfferBasis
from zhaogu.reading.fold import fold

from .vocabulary import currencies, scales

_TABLE = "filings_labels"
BRACKETS = re.compile(r"\([^()]*\)")


def _tight(folded: str) -> str:
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", folded).casefold()


def condition(text: str) -> OfferBasis | None:
    """What the brackets of a label say about over-allotment.

    >>> condition("發售股份數目（假設超額配股權未獲行使）")
    'final_ex_greenshoe'
    """
    folded = _tight(fold(text))
    for basis, pattern in _conditions():
        if pattern.search(folded):
            return basis
    return None


def leaves_out_cornerstones(text: str) -> bool:
    """Whether the brackets of a label say that cornerstone investors are not counted."""
    folded = _tight(fold(text))
    patterns = (word for entry in entries(_TABLE, "without_cornerstones") for word in entry.words)
    return ("基石" in folded or "cornerstone" in folded) and any(re.search(pattern, folded) for pattern in patterns)


def unit_in_brackets(text: str) -> tuple[str | None, Decimal] | None:
    """Currency and scale that the brackets of a label or heading give for the amounts below.

    >>> unit_in_brackets("所得款項總額（千港元）"), unit_in_brackets("Gross proceeds (HK$ million)")
    (('HKD', Decimal('1000')), ('HKD', Decimal('1000000')))
    """
    for match in BRACKETS.finditer(fold(text)):
        inner = re.sub(r"[()\s]|单位[:：]?|in", "", match[0]).casefold()
        currency = next((word for word in currencies() if word and word in inner), "")
        rest = inner.replace(currency, "", 1) if currency else inner
        if currency and rest in scales():
            return currencies()[currency], scales()[rest]
    return None


@cache
def _conditions() -> tuple[tuple[OfferBasis, re.Pattern[str]], ...]:
    return tuple(
        (entry["basis"], re.compile("|".join(entry.words))) for entry in entries(_TABLE, "condition", basis=str)
    )
