"""What a text declares about its money: ``(人民幣,下同)``, ``單位：萬元``, ``RMB'000``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .before import signs
from .numerals import scale_power
from .patterns import units
from .words import alternation, compact, table


@dataclass(frozen=True, slots=True)
class Declaration:
    """A currency, a scale or both, declared at ``start`` and holding until ``until``."""

    start: int
    end: int
    until: int
    currency: str | None
    power: int
    rule: str


def currency_context(folded: str) -> list[Declaration]:
    """The declarations of a folded text, in order, each with the span it governs.

    ``下同`` and ``除另有说明`` hold to the next one of their kind or the end of the text; a unit line
    (``单位:万元``) holds to the next unit line or the next blank line.

    >>> [(d.currency, d.power, d.rule) for d in currency_context("收入为3.2亿元(人民币,下同),利润")]
    [('CNY', 0, 'context.same_below')]
    """
    found = list(_pattern().finditer(folded))
    declarations = []
    for number, match in enumerate(found):
        same = match["same"] is not None
        following = next((later.start() for later in found[number + 1 :] if (later["same"] is not None) == same), len(folded))
        blank = folded.find("\n\n", match.end())
        until = following if same or blank < 0 else min(following, blank)
        scale, word = match["scale"] or match["scale2"] or "", match["same"] or match["unit"] or match["thousands"]
        currency = _currency(word)
        power = 3 if match["thousands"] else scale_power(scale) if scale else 0
        declarations.append(Declaration(match.start(), match.end(), until, currency, power, _rule(match)))
    return declarations


def _rule(match: re.Match[str]) -> str:
    return "context.same_below" if match["same"] else "context.thousands" if match["thousands"] else "context.unit_line"


def _currency(word: str) -> str | None:
    key = compact(word)
    if key in signs():
        return signs()[key]
    unit = units().get(key)
    return unit.unit if unit else None


@cache
def _pattern() -> re.Pattern[str]:
    from ..reading.fold import fold

    money = [word for section in ("open", "currency") for group, _ in table("currencies", section) for word in group]
    before = [fold(sign) for _, entry in table("currencies", "currency") for sign in entry["signs"]]
    any_money, scale = alternation({*money, *before}), r"[十百千万亿]{1,2}"
    return re.compile(
        rf"\((?:均?[以为指])?(?P<same>{any_money})(?:计价?|为单位)?[ ]?[,，、;；][ ]?(?:下同|除另有)"
        rf"|(?:金额)?(?:单位|計量单位|货币单位|币种)[ ]?[:为是][ ]?(?:人民币)?(?P<scale>{scale})?(?P<unit>{any_money})"
        rf"|(?P<thousands>{alternation(before)})[ ]?['’‘]000"
        rf"|\((?P<scale2>{scale})(?=元\))(?P<never>元)?",
    )
