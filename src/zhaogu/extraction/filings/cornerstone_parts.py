"""Cornerstone investors told one after the other, each with the part of the offer that the shares are: the numbers prove them.

Whatever the verb, of 37,000,000 shares and 9.25 % beside them in an offer of 400,000,000 the one is the other; who stands
before them in the same item or sentence has taken them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from .brackets import BRACKETS
from .cornerstone_names import ABOUT, FORM, KIND, SHARES, Share
from .flow import FULL_STOP, Flow
from .scan import PERCENT
from .values import is_part

_REACH = 2_000
"""How far behind the first word about cornerstone investors, or behind the one before, an investor is told."""
_BEHIND = 480
"""How far behind its number of shares a part may stand; conditions are told in between."""
_MARK = r"(?-i:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}|[一二三四五六七八九十]{1,2})[).、](?!\d)|[•·‧●–])"
_OPENS = re.compile(
    rf"(?:[。；;:：•●]|{FULL_STOP}(?= [A-Z(])|(?<=[\s。；;,，、及和与])(?={_MARK}))\s?(?:{_MARK}\s?)?(?:and |及|以及|和)?(?:{_MARK}\s?)?",
    re.I,
)
"""Where an item or a sentence begins, with its mark."""
_TAKES = re.compile(
    r",? (?:has|have|had|was|were|will|is|are|an?|the|both|each|agreed|subscribed|purchased|took|takes|acquired|received|being|which|who|through|as|for|[–—:-])(?![a-z])"
    r"|\((?:其|一[家名]|由|作为|通过|透过|which|being|an? |as |through)|:|已|将|获|同意|认购|承购|购买|购入|作为|通过|透过|为其|以(?:总|投资|认购|约)?[^，。;()]{0,6}?(?:投资|\d)|按|根据|合共|约|，",
    re.I,
)
"""What may follow a name: what its bearer did, or more about him."""
_LEAD = re.compile(
    r"(?:根据|按照?|基于|就|据|此外|另外|其中|当中|诚如|假设|于|based on|pursuant to|under|according to|in accordance with|further|in addition|assuming|as (?:disclosed|stated|a|the))"
    r"[^。;:]*?(?:，|, )",
    re.I,
)
"""What a sentence may say before it names who took shares, up to a comma."""
_COMPANY = re.compile(rf"(?:{KIND}|{FORM}|先生|女士|博士)\W*$|^(?:Mr|Mrs|Ms|Dr)\.? ", re.I)
_LAST = re.compile(rf".*, (?!(?:{FORM})\b)(?=[A-Z])")
"""What an English sentence says up to the last comma before a name."""
_NAMED = 240
"""A single investor is named so near behind the word for him."""
_AND = re.compile(r"(?:, (?:and|while)|;(?: and)?|，(?:而|及|以及)?) ?", re.I)
"""What joins an investor to the one before him in the same sentence."""
_ALL = re.compile(r"合共|合计|总共|共计|together|aggregate|in total|altogether|\ball\b", re.I)
_NOBODY = re.compile(
    r"本公司|重新分配|re-?allocation|structure of|^(?:after|the) |承配人|基石|豁免|同意|协议|^根据|cornerstone|waiver|consent|股东|公众|公开|国际发售|配售|申请|包销|^[\d.]|%|the company|placees|shareholder|\bpublic|international offering|\bplacing|applica|option|^(?:it|they|which)$",
    re.I,
)
"""Who takes a part of an offer and is no cornerstone investor: behind them the list has ended."""
_TO = re.compile(
    r"[^,.;，。；]{0,60}?(?:\b(?:to|by)\s|予|由|给)(?P<name>(?-i:[A-Z\u4e00-\u9fff])[^,;，。；]{2,90}?)(?=[,;，。；]|认购|承购)",
    re.I,
)
_ENDS = re.compile(r"关连客户|配售指引|承配人|connected client|placing guidelines|placees", re.I)
"""Other allotments are told from here on."""
_FEW = 2


def read_parts(flow: Flow, offered: Decimal | None) -> list[Share]:
    """The investors whose shares the text proves, in its order: two at least, or one that is named as the only one."""
    text = flow.folded
    tried: set[int] = set()
    if offered is None:
        return []
    for about in ABOUT.finditer(text):
        sentence = _opening(text, max(0, about.start() - _NAMED), about.start())
        for start in (sentence, about.end()):
            if start in tried:
                continue
            tried.add(start)
            parts = list(_told(text, start, about.end(), offered))
            if len(parts) >= _FEW or (parts and _is_alone(text, about.end(), parts[0])):
                return parts
    return []


def _is_alone(text: str, about: int, part: Share) -> bool:
    """Whether the only investor is a company, named close behind the word for him."""
    name = BRACKETS.sub("", text[slice(*part.name)]).strip()
    return part.name[0] - about <= _NAMED and _COMPANY.search(name) is not None


def _opening(text: str, start: int, end: int) -> int:
    """Where the item or sentence begins that ends a stretch."""
    return max((match.end() for match in _OPENS.finditer(text, start, end)), default=start)


def _told(text: str, start: int, about: int, offered: Decimal) -> Iterator[Share]:
    seen: set[tuple[str, Decimal]] = set()
    last_part = start
    for number in SHARES.finditer(text, start):
        if number.start() > max(last_part, about) + _REACH:
            return
        value = Decimal(number["value"].replace(",", ""))
        following = SHARES.search(text, number.end())
        last = min(number.end() + _BEHIND, following.start() if following else len(text))
        if not any(
            is_part(value * 100 / offered, Decimal(part["value"]))
            for part in PERCENT.finditer(text, number.end(), last)
        ):
            continue
        opening = _opening(text, start, number.start())
        if opening < last_part:
            opening = max((joint.end() for joint in _AND.finditer(text, last_part, number.start())), default=last_part)
        opening = _past_lead(text, opening, number.start())
        if last_part > start and _ENDS.search(text, last_part, number.start()):
            return
        name = _name(text, opening, number.start()) or _name_behind(text, number.end(), last)
        if name is None or _ALL.search(text, opening, number.start()):
            continue
        if _NOBODY.search(BRACKETS.sub("", text[slice(*name)])):
            return
        if (key := (text[slice(*name)], value)) not in seen:
            seen.add(key)
            last_part = number.end()
            yield Share(name, number.span("value"), value)


def _past_lead(text: str, start: int, end: int) -> int:
    """Where a sentence comes to who took shares, past what it says before.

    >>> text = "Under the agreement with a developer, and at the Offer Price, Mr. Goh has been allocated"
    >>> text[_past_lead(text, 0, len(text)):]
    'Mr. Goh has been allocated'
    """
    while text[start] == " ":
        start += 1
    while lead := _LEAD.match(text, start, end):
        start = lead.end()
    if text[start].islower() and (last := _LAST.match(text, start, end)):
        return last.end()
    return start


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words of an item before what its bearer did, brackets and all.

    >>> text = "北辰(香港)有限公司(「北辰」)已获分配"
    >>> text[slice(*_name(text, 0, len(text)))]
    '北辰(香港)有限公司(「北辰」)'
    """
    last = end
    for takes in _TAKES.finditer(text, start + 1, end):
        before = text[start : takes.start()]
        if before.count("(") == before.count(")"):
            last = takes.start()
            break
    while last > start and text[last - 1] in " ,，":
        last -= 1
    return (start, last) if last - start >= _FEW and not text[start].islower() else None


def _name_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Who stands behind a number of shares that went to somebody or were taken by somebody.

    >>> text = "3,000,000 Offer Shares have been allocated to North Fund Limited, which is 3%"
    >>> text[slice(*_name_behind(text, 9, len(text)))]
    'North Fund Limited'
    """
    found = _TO.match(text, start, end)
    return found.span("name") if found else None
