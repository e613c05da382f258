"""Cornerstone investors and their shares in one sentence, told in any words: as many names as numbers, in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from .flow import FULL_STOP, Flow

ABOUT = re.compile(r"基石投资[者人]?|基石配售|cornerstone(?: investors?| placing)?", re.I)
_TAKES = re.compile(
    r"认购|分配|配发|配售|承购|购入|获|占|持|subscri|allocat|allot|tak(?:e|en)|took|b(?:uy|ought)|acquir|receiv|plac|purchas|hold|shares|to ",
    re.I,
)
_BOUND = re.compile(r"禁售(?!期限制)|豁免|关连客户|lock-?up|waiver|connected client|consent", re.I)
_LONGEST = 900
"""No sentence is longer; what is longer is a table."""
_END = re.compile(rf"[。•]|{FULL_STOP}(?= [A-Z(]|$)")
FORM = (
    r"Limited|Ltd\.?|Inc\.?|LLC|L\.L\.C\.|L\.P\.|LP|LLP|SPC|SP|PLC|plc|AG|S\.A\.|N\.V\.|B\.V\.|Corporation|Corp\.?|Company|Fund(?: [IVX]+)?|Funds|"
    r"Capital|Partners|Investments?|Holdings?|Group|Trust|Bank|Insurance|Management|Ventures|Authority|Foundation"
)
_WORD = r"(?:[A-Z][\w&’'.-]*|\([A-Z][^()]{0,30}\)|&|of|[IVX]+\b)"
_LATIN = re.compile(rf"(?:{_WORD},? )*?{_WORD},?(?: {_WORD},?)* (?:{FORM})(?![A-Za-z])(?:,? (?:{FORM})(?![A-Za-z]))*")
_LEAD = re.compile(
    r"^(?:(?:The|Two|Three|Four|Five|As|Under|Of|At|Each|Both|Our|Its|In|For|By|Cornerstone|Investors?|Placing|Investment|Agreements?|"
    r"Offer|Price|Shares?|Final|International|Offering|of|&),? )+",
    re.I,
)
KIND = "公司|基金|合伙企业|合伙|集团|资本|人寿|保险|银行|控股|信托|投资局|管理局|创投|资产管理|伙伴"
_HAN = re.compile(
    rf"[\u3400-\u9fffA-Za-z·&\- ]*?(?:(?<=[\u3400-\u9fff])\([^()，。；、\d]{{1,12}}\)[\u3400-\u9fffA-Za-z·&\- ]*?)?(?:{KIND})"
    rf"(?:\((?:有限合伙|香港|上海|集团)\))?(?![\u3400-\u9fff]{{0,8}}(?:{KIND})(?!分别|各))(?!\([^()]{{1,8}}\)[\u3400-\u9fff]{{0,8}}(?:{KIND}))"
)
_BEFORE = re.compile(
    "^(?:以及|及|和|与|或|而|则|另|约|按|为|的|之|股|向|有|是)+"
    "|(?:基石投资[者人]|分别|各自|当中|其中|另一|另外|名为|包括|即|由|予|股份|认购|获分配|获配发)(?:以及|及|和|与|为|的|之|有|是|[给至到])*"
)
"""What may stand before a name: joints where it begins, other words anywhere."""
SHARES = re.compile(
    r"(?<![\d.,$])(?P<value>\d{1,3}(?:,\d{3})+)(?![.,]?\d)(?!\s?(?:%|份|名|位|港元|美元|元|百万|million))"
)
_EACH = re.compile(r"各(?:自)?(?:认购|获|承购|购)|\beach\b", re.I)
_NO_NAME = re.compile(
    r"^(?:本公司|该公司|公司|基金|集团|Stock Exchange|Hong Kong)|联交所|本公司|附属公司|包销|保荐|Exchange of|Coordinator|Sponsor",
    re.I,
)
_FEW = 2


@dataclass(frozen=True, slots=True)
class Share:
    """An investor's name and number of shares, by their places."""

    name: tuple[int, int]
    number: tuple[int, int]
    value: Decimal


def read_named(flow: Flow) -> list[Share]:
    """The investors of the first sentence about cornerstone investors that has as many names as numbers, two at least."""
    text = flow.folded
    starts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        if end - start <= _LONGEST and _is_about(text[start:end]) and (shares := paired(text, start, end)):
            return shares
    return []


def _is_about(sentence: str) -> bool:
    """Whether a sentence says that cornerstone investors took shares, and is not about what they may not do with them."""
    return bool(ABOUT.search(sentence) and _TAKES.search(sentence)) and not _BOUND.search(sentence)


def paired(text: str, start: int, end: int) -> list[Share]:
    """Names and numbers between two places, in order; a number that is the sum of the others is nobody's.

    >>> text = "cornerstone investors: North Star Fund for 3,000,000 and Evergreen Limited for 2,000,000, or 5,000,000 in all"
    >>> [(text[slice(*one.name)], int(one.value)) for one in paired(text, 0, len(text))]
    [('North Star Fund', 3000000), ('Evergreen Limited', 2000000)]
    """
    names = list(_names(text, start, end))
    numbers = [
        (match.span("value"), Decimal(match["value"].replace(",", ""))) for match in SHARES.finditer(text, start, end)
    ]
    if len(names) < _FEW:
        return []
    if len(numbers) == 1 and _EACH.search(text, start, end):
        numbers *= len(names)
    if len(numbers) == len(names) + 1:
        whole = sum(value for _, value in numbers)
        parts = [one for one in numbers if 2 * one[1] != whole]
        numbers = parts if len(parts) == len(names) else numbers
    if len(numbers) != len(names):
        return []
    return [Share(name, span, value) for name, (span, value) in zip(names, numbers, strict=True)]


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where names stand that end as those of companies and funds do, each once."""
    seen: set[str] = set()
    for first, last in sorted({*_latin(text, start, end), *_han(text, start, end)}):
        name = text[first:last]
        if name not in seen and len(name) > _FEW and not _NO_NAME.search(name):
            seen.add(name)
            yield first, last


def _latin(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _LATIN.finditer(text, start, end):
        lead = _LEAD.match(match[0])
        first = match.start() + (lead.end() if lead else 0)
        if " " in text[first : match.end()]:
            yield first, match.end()


def _han(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _HAN.finditer(text, start, end):
        lead = max((one.end() for one in _BEFORE.finditer(match[0][:-1])), default=0)
        first = match.start() + lead
        if first < match.end() and "\u3400" <= text[first] <= "\u9fff":
            yield first, match.end()
