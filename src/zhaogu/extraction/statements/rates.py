"""The rates of exchange that a prospectus states for its own translations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from zhaogu.extraction.filings.flow import Flow
from zhaogu.model.evidence import Evidence
from zhaogu.reading.pdf import Page
from zhaogu.recognition import recognise_folded

from .units import unit

_SIGN = r"rmb|hk\$|us\$|人民币|港币|港元|美元|cny|hkd|usd"
_SIDE = rf"(?:(?P<{{0}}sign>{_SIGN}) ?(?P<{{0}}digits>\d+(?:\.\d+)?)(?:元)?|(?P<{{0}}number>\d+(?:\.\d+)?)(?P<{{0}}unit>港元|美元|元人民币|元))"
_RATE = re.compile(
    rf"{_SIDE.replace('{0}', 'a')} ?(?:兑换?|对|等于|=|to|:|：|per|equals?) ?{_SIDE.replace('{0}', 'b')}(?!\d|[.,]\d| ?(?:million|billion|百万|亿))",
    re.IGNORECASE,
)
_BESIDE = 60
_STOP = re.compile(r"[。;]|\. (?=[A-Z])")
_SAYS_RATE = re.compile(
    r"[,，(] ?(?:being |as |which is )?(?:the|that)[^.;。]{0,60}\brate|[,，(] ?(?:即|为)[^。;]{0,30}汇率", re.IGNORECASE
)
_RELEASE = 160
_QUICK = re.compile(
    r"[兌兑]|\brates?\b[^.]{0,80}(?:RMB|HK\$|US\$)|(?:RMB|HK\$|US\$) ?\d[\d.]{0,9} ?(?:to|:|=|per|equals?)\s",
    re.IGNORECASE,
)


def stated_rates(pages: Iterable[Page]) -> list[tuple[str, Decimal, date | None, Evidence]]:
    """Label, rate, day and place for each pair of currencies: ``CNY/HKD`` is yuan for one Hong Kong dollar.

    Where a pair has several rates, that of most translations is meant, and of those the first. The day is the one that the sentence
    of the rate names, where all sentences with this rate that name a day name the same one.
    """
    found: list[tuple[str, Decimal, Evidence]] = []
    days: dict[tuple[str, Decimal], set[date]] = defaultdict(set)
    for page in pages:
        if _QUICK.search(page.text):
            flow = Flow([page])
            for match in _RATE.finditer(flow.folded):
                pair = _pair(match)
                evidence = pair and flow.evidence(match.start(), match.end(), match.start())
                if pair and evidence:
                    found.append((*pair, evidence))
                    days[pair] |= _days(flow.folded, match)
    counts = Counter((label, rate) for label, rate, _ in found)
    best: dict[str, tuple[str, Decimal, Evidence]] = {}
    for item in found:
        chosen = best.setdefault(item[0], item)
        if counts[item[:2]] > counts[chosen[:2]]:
            best[item[0]] = item
    return [
        (label, rate, next(iter(days[label, rate])) if len(days[label, rate]) == 1 else None, evidence)
        for label, rate, evidence in best.values()
    ]


def _days(text: str, match: re.Match[str]) -> set[date]:
    """The day that stands beside a rate in its sentence, or that says of when the rate is: farther off it is of what is translated."""
    start = max((stop.end() for stop in _STOP.finditer(text, 0, match.start())), default=0)
    stop = _STOP.search(text, match.end())
    first = max(start, match.start() - _BESIDE)
    beside = _RELEASE if _SAYS_RATE.match(text, match.end()) else _BESIDE
    last = min(stop.start() if stop else len(text), match.end() + beside)
    days = {mention.day for mention in recognise_folded(text[first:last]) if mention.day is not None}
    return days if len(days) == 1 else set()


def _pair(match: re.Match[str]) -> tuple[str, Decimal] | None:
    """The label and the rate, where one side is a single unit of its currency."""
    (first, one), (second, two) = _side(match, "a"), _side(match, "b")
    if first is None or second is None or first == second:
        return None
    if two == 1 and one != 1:
        return f"{first}/{second}", one
    if one == 1 and two != 1:
        return f"{second}/{first}", two
    return None


def _side(match: re.Match[str], name: str) -> tuple[str | None, Decimal]:
    sign = (match[f"{name}sign"] or match[f"{name}unit"]).lower()
    currency = "CNY" if sign in ("元", "元人民币") else unit(sign).currency
    return currency, Decimal(match[f"{name}digits"] or match[f"{name}number"])
