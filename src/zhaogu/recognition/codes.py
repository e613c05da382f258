"""Stock codes and tickers, and the live quotes that look like figures and are noise."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .words import alternation, table, words


@cache
def markets() -> dict[str, int]:
    """How many digits a code has behind each market suffix."""
    return {word: entry["digits"] for group, entry in table("codes", "suffix", digits=int) for word in group}


NUMBER: Final[tuple[str, ...]] = ("suffixed",)
LETTER: Final[tuple[str, ...]] = ("url", "prefixed", "exchange", "ticked", "labelled")
WORD: Final[tuple[str, ...]] = ("labelled", "exchange")
BRACKET: Final[tuple[str, ...]] = ("quote", "homed", "bracketed")
"""The branches that can begin with a digit, a letter, a Chinese character, a bracket."""


@cache
def homes() -> str:
    """A pattern for the markets that stand before a code in brackets: ``(沪:688235)``."""
    return alternation(words("codes", "home"))


@cache
def branches() -> dict[str, str]:
    """The pattern of each kind of code, by its name."""
    suffix, ticker, wire = (
        alternation(markets()),
        alternation(words("codes", "ticker")),
        alternation(words("codes", "wire")),
    )
    quote = r"[-+]?[0-9]{1,6}(?:\.[0-9]{1,4})?"
    return {
        "url": r"https?://[!-~]++",
        "suffixed": rf"(?P<digits>[0-9]{{4,6}}|[0-9]{{1,3}}(?=\.HK)) ?[.,，:-] ?(?P<market>{suffix})",
        "prefixed": rf"(?P<market2>{suffix}|HK|SH|SZ|BJ)[ :.]?[ ]?(?P<digits2>0[0-9]{{4}}|[0-9]{{4}}|[0-9]{{6}})(?![0-9.,]|[ ]?[万亿])",
        "exchange": rf"{alternation(words('codes', 'exchange'))}[ ]?[:：][ ]?(?P<symbol>[A-Z]{{1,5}})(?![A-Za-z])",
        "ticked": rf"(?P<symbol2>[A-Z]{{1,5}})(?:\.{ticker}|-{wire}(?![A-Za-z]))",
        "labelled": rf"{alternation(words('codes', 'label'))}[)\"”]? {{0,2}}[:为是]? {{0,2}}(?P<digits3>[0-9]{{4,6}})(?![0-9.,]*[0-9%万亿元股倍年])",
        "quote": rf"\({quote}, ?[-+]?{quote}, ?[-+]?{quote}%\)",
        "homed": rf"\({homes()} ?: ?(?P<digits5>[0-9]{{4,6}})(?=\))",
        "bracketed": r"\((?P<digits4>[0-9]{4,6})\)(?! ?[百千万亿](?!倍))",
    }


def code(text: str, match: re.Match[str]) -> Mention | None:
    """The mention of a match of one of the :func:`branches`."""
    branch = match.lastgroup or ""
    if branch in ("quote", "url"):
        return Mention(MentionKind.NOISE, match.start(), match.end(), rule=f"noise.{branch}")
    group, market = _GROUPS[branch]
    written = match[group]
    if branch == "bracketed" and _is_year(text, match.start(), written):
        return None
    whole = match.span(group) if branch in ("labelled", "homed", "bracketed") else match.span()
    outer = match.span() if whole != match.span() else None
    if written.isdigit():
        width = markets()[match[market]] if market else 6 if len(written) == 6 else 5
        written = written.zfill(width)
    return Mention(MentionKind.CODE, *whole, code=written, outer=outer, rule=f"code.{branch}")


_GROUPS: Final = {
    "suffixed": ("digits", "market"),
    "prefixed": ("digits2", "market2"),
    "homed": ("digits5", None),
    "exchange": ("symbol", None),
    "ticked": ("symbol2", None),
    "labelled": ("digits3", None),
    "bracketed": ("digits4", None),
}


def _is_year(text: str, start: int, digits: str) -> bool:
    """Whether ``(2025)`` is a year rather than a code: no name stands right before it."""
    if len(digits) != 4 or not "1990" <= digits <= "2040":
        return False
    before = text[max(0, start - 1) : start]
    return not before.isalnum() or before in "于在至自从年"
