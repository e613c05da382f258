"""Stock codes and tickers, and the live quotes that look like figures and are noise."""

from __future__ import annotations

import re
from functools import cache

from ..model.mention import Mention, MentionKind
from .words import alternation, table, words


@cache
def markets() -> dict[str, int]:
    """How many digits a code has behind each market suffix."""
    return {word: entry["digits"] for group, entry in table("codes", "suffix", digits=int) for word in group}


@cache
def pattern() -> str:
    """The pattern of codes and live quotes, as one branch of the first pass."""
    suffix, ticker = alternation(markets()), alternation(words("codes", "ticker"))
    quote = r"[-+]?[0-9]{1,6}(?:\.[0-9]{1,4})?"
    return "|".join(
        (
            rf"(?P<quote>\({quote}, ?[-+]?{quote}, ?[-+]?{quote}%\))",
            rf"(?P<after>(?<![0-9A-Za-z.,])(?P<digits>[0-9]{{4,6}}|[0-9]{{1,3}}(?=\.HK)) ?[.,，:-] ?(?P<market>{suffix}))",
            rf"(?P<before>(?<![A-Za-z])(?P<market2>{suffix}|HK|SH|SZ|BJ)[ :.]?[ ]?(?P<digits2>0[0-9]{{4}}|[0-9]{{4}}|[0-9]{{6}}))(?![0-9.,]|[ ]?[万亿])",
            rf"(?P<exchange>(?<![A-Za-z])(?:NYSE|NASDAQ|Nasdaq|纽交所|纳斯达克|AMEX)[ ]?[:：][ ]?(?P<symbol>[A-Z]{{1,5}}))(?![A-Za-z])",
            rf"(?P<ticked>(?<![A-Za-z.])(?P<symbol2>[A-Z]{{1,5}})\.{ticker})",
            rf"(?P<labelled>{alternation(words('codes', 'label'))}\)? ?[:为是]? ?(?P<digits3>[0-9]{{4,6}}))(?![0-9.,]*[0-9%万亿元股倍年])",
            r"(?P<bracketed>\((?P<digits4>[0-9]{4,6})\))(?! ?[百千万亿])",
        )
    )


def code(text: str, match: re.Match[str]) -> Mention | None:
    """The mention of a match of :func:`pattern`."""
    group = match.lastgroup
    if group == "quote":
        return Mention(MentionKind.NOISE, match.start(), match.end(), rule="noise.quote")
    found = _Found.of(match)
    if found is None:
        return None
    name, written, rule = found
    start, end = match.span(name)
    whole = match.span() if rule in ("code.suffix", "code.prefix", "code.ticker") else (start, end)
    if rule == "code.bare" and _is_year(text, start, written):
        return None
    return Mention(
        MentionKind.CODE, *whole, code=written, outer=match.span() if whole != match.span() else None, rule=rule
    )


class _Found:
    """Which alternative matched, and the code in full."""

    @staticmethod
    def of(match: re.Match[str]) -> tuple[str, str, str] | None:
        for name, rule, market in (("digits", "code.suffix", "market"), ("digits2", "code.prefix", "market2")):
            if match[name]:
                return name, match[name].zfill(markets()[match[market]]), rule
        for name in ("symbol", "symbol2"):
            if match[name]:
                return name, match[name], "code.ticker"
        for name, rule in (("digits3", "code.labelled"), ("digits4", "code.bare")):
            if match[name]:
                digits = match[name]
                return name, digits if len(digits) == 6 else digits.zfill(5), rule
        return None


def _is_year(text: str, start: int, digits: str) -> bool:
    """Whether ``(2025)`` is a year rather than a code: no name stands right before it."""
    if len(digits) != 4 or not "1990" <= digits <= "2040":
        return False
    before = text[max(0, start - 2) : start - 1]
    return not before or not before.isalnum()
