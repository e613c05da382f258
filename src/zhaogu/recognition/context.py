"""What a text declares about its money: ``(人民幣,下同)``, ``單位：萬元``, ``RMB'000``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .before import signs
from .numerals import scale_power
from .patterns import units
from .words import alternation, compact, words


@dataclass(frozen=True, slots=True)
class Declaration:
    """A currency, a scale (a power of ten) or both, declared at ``start`` and holding until ``until``."""

    start: int
    end: int
    until: int
    currency: str | None
    power: int
    rule: str


def currency_context(folded: str) -> list[Declaration]:
    """The declarations of a folded text, in order, each with the span it governs.

    ``下同`` holds to the next of its kind or the end of the text; the unit of a table (``单位:万元``, ``人民币千元``,
    ``RMB'000``) to the next unit or the next blank line.

    >>> [(d.currency, d.power, d.rule) for d in currency_context("收入3.2亿元(人民币,下同)\\n(单位:人民币千元)\\n收入 3,200")]
    [('CNY', 0, 'context.same_below'), ('CNY', 3, 'context.unit')]
    """
    found = [(match, match.lastgroup == "same_below") for match in _pattern().finditer(folded)]
    declarations = []
    for number, (match, same) in enumerate(found):
        until = next((later.start() for later, also in found[number + 1 :] if also == same), len(folded))
        blank = folded.find("\n\n", match.end())
        if not same and blank >= 0:
            until = min(until, blank)
        rule = f"context.{match.lastgroup}"
        declarations.append(Declaration(match.start(), match.end(), until, _currency(match), _power(match), rule))
    return declarations


def _currency(match: re.Match[str]) -> str | None:
    for group in ("same", "first", "last", "heading", "sign"):
        word = compact(match[group] or "")
        if word in signs():
            return signs()[word]
        if word in units() and units()[word].unit:
            return units()[word].unit
    return None


def _power(match: re.Match[str]) -> int:
    if match["thousands"]:
        return 3
    scale = match["scale"] or match["scale_of_heading"]
    return scale_power(scale) if scale else 0


@cache
def _pattern() -> re.Pattern[str]:
    named = [*words("currencies", "currency"), *signs()]
    known, open_, scale = alternation(named), alternation(words("currencies", "open")), "[十百千万亿]{1,2}"
    gap = "[ \n]?"
    return re.compile(
        rf"(?P<same_below>[(,，;；](?:除[^()\n]{{0,16}}外[,，]?)?(?:金额)?(?:单位|币种)?[:]?{gap}(?:均?[以为指])?(?P<same>{known})(?:计价|计算|计|列示|为单位)?{gap}(?:[,，、;；]{gap}(?:下同|除另有)|\)(?=下同)))"
        rf"|(?P<unit>(?:金额|货币)?(?:单位|币种)(?:{gap}[/及]币种)?{gap}[:为是]{gap}(?P<first>{known})?{gap}(?P<scale>{scale})?(?P<last>{known}|{open_}|(?<=[十百千万亿])(?=[股)\n ]))?)"
        rf"|(?P<table>(?<![0-9.])(?P<heading>{known}){gap}(?P<scale_of_heading>{scale}){gap}元)"
        rf"|(?P<printed>(?<![0-9A-Za-z])(?P<sign>{known}){gap}(?P<thousands>['’‘′]{gap}000))"
    )
