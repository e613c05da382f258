"""The range of the prospectus in which, or near which, an announcement says that the price was settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .found import Found, Source
from .scan import Scan
from .small_letters import in_small
from .values import Cell, parse

_AMOUNT = r"(?:(?:hk\$|港币|港元) ?)?\d+(?:\.\d+)? ?(?:港元|港币|元|hong kong dollars)?"
_SHARE = r"(?: ?(?:per|each|for each|a) [a-z ]{0,24}?(?:share|unit)| ?\([^()]{0,40}\)|[,，])?"
_PAIR = in_small(
    rf"(?<![\d.,%])(?P<first>{_AMOUNT}){_SHARE} ?(?:至|与|及|和|到|或|-|–|—|~|\bto\b|\band\b) ?"
    rf"(?:每股[^\d,，。]{{0,8}}?|(?:高位|低位|上限|下限|最高|最低)(?:为)?|(?:a |the )?(?:high|maximum|top|upper end|ceiling|low|minimum)(?: end)?(?: of| at)? ?)?(?P<second>{_AMOUNT})(?!%|,?\d)"
)
_NOT_ABOVE = (
    r"不(?:高|多|超)[于過过]|不超过|(?:not|no) (?:be )?(?:more|higher|greater) than|not (?:to )?exceed(?:ing)?|up to"
)
_NOT_BELOW = r"不(?:低|少)于|(?:not|no) (?:be )?(?:less|lower|fewer) than"
_EACH = r"(?: ?每[股份个]\D{0,8}?)? ?"
_BOUNDS = tuple(
    in_small(
        rf"(?:{one}){_EACH}(?P<first>{_AMOUNT})(?!%|,?\d)[^\d。；;%]{{0,60}}?(?:{other}){_EACH}(?P<second>{_AMOUNT})(?!%|,?\d)"
    )
    for one, other in ((_NOT_ABOVE, _NOT_BELOW), (_NOT_BELOW, _NOT_ABOVE))
)
"""A range told by what the price will not exceed and not fall short of."""
_CUE = in_small(
    r"范围|区间|介乎|介于|幅度|上下限|价格带|\brange|between|bracket|\bband\b|indicative|low(?:er)? end|bottom"
)
_PRICE = in_small(
    r"(?:offer price|发售价格?)(?:(?: of| at|:|为|是|定于|定为| is| will be| to be| being)?(?:每股[^\d]{0,8})?)? ?$"
)
"""A price that is two is a range."""
_MAYBE = in_small(r"发售价|招股|offer price|prospectus|price")
"""Words that are enough where the price that was settled lies between the two."""
_CURRENCY = in_small(r"hk\$|港|hong kong")
_BACK = 160
_AHEAD = 40
NAMES = ("offer_price_low", "offer_price_high")
LEAST = Decimal("0.85")
_MOST = Decimal("1.15")
"""The price may be settled a tenth below the range, rarely above it."""


def read_range(scan: Scan, price: Decimal | None) -> list[Found]:
    """The ends of the first range of prices that ``price`` fits, in either order."""
    for match in _pairs(scan, price):
        ends = sorted(_ends(match), key=lambda end: end[0])
        if len(ends) < len(NAMES) or not _fits(ends[0][0], ends[1][0], price):
            continue
        evidence = scan.flow.evidence(match.start(), match.end(), match.start())
        if evidence:
            return [
                Found(name, cell, evidence, Source.TEXT, f"range.{name}")
                for name, (_, cell) in zip(NAMES, ends, strict=True)
            ]
    return []


def _pairs(scan: Scan, price: Decimal | None) -> Iterator[re.Match[str]]:
    """Two prices that may be the ends of a range: told as its bounds, else beside a word for it."""
    for bounds in _BOUNDS:
        yield from bounds.finditer(scan.text)
    yield from (match for match in _PAIR.finditer(scan.text) if _is_range(scan, match, price))


def _ends(match: re.Match[str]) -> Iterator[tuple[Decimal, Cell]]:
    """Both prices in Hong Kong dollars, whichever of the two has the currency with it."""
    for name in ("first", "second"):
        text = match[name] if _CURRENCY.search(match[name]) else f"HK${re.sub('[^0-9.]', '', match[name])}"
        cell = parse(text, "price") if _CURRENCY.search(match[0]) else None
        if cell and isinstance(cell.value, Decimal):
            yield cell.value, cell


def _is_range(scan: Scan, match: re.Match[str], price: Decimal | None) -> bool:
    """Whether the sentence speaks of a range before or straight behind the two prices."""
    start, end = scan.sentence(match.start())
    before = scan.text[max(start, match.start() - _BACK) : match.start()]
    behind = scan.text[match.end() : min(end, match.end() + _AHEAD)]
    if _PRICE.search(before):
        return True
    cue = _CUE if price is None else in_small(f"{_CUE.pattern}|{_MAYBE.pattern}")
    return cue.search(before + " " + behind) is not None


def _fits(low: Decimal, high: Decimal, price: Decimal | None) -> bool:
    """Whether a price can come of a range: it may be settled a little below, and no ends say anything of one unknown.

    >>> _fits(Decimal("3.10"), Decimal("4.20"), Decimal("2.79")), _fits(Decimal("0.07"), Decimal("0.14"), Decimal("0.28"))
    (True, False)
    """
    return low <= high and (price is None or low * LEAST <= price <= high * _MOST)
