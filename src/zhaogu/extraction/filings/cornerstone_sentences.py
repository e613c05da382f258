"""Cornerstone investors that sentences name one by one, where no table does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold

from .clauses import filled, matches
from .cornerstone_names import ABOUT, read_named
from .cornerstone_parts import read_parts
from .cornerstones import LEAST, holder_name
from .flow import Flow
from .found import Found, Source
from .values import NUMBER, Cell, parse

_TABLE = "filings_clauses"
_REACH = 600
"""How far behind the last word about cornerstone investors one of them may be named."""
_BEHIND = 200
"""How far behind its number a sentence may say that an investor is one of them."""
_LIST_MARK = re.compile(
    r"^(?:\W*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2}|[一二三四五六七八九十]{1,2})[).、]\s?|\W+|and |以及|及|而|其中|包括|为)+",
    re.I,
)
_COMMA = r", (?!(?:Ltd|Limited|Inc|L\.P|LP|LLC|Co|S\.A|N\.A|Pte|SPC)\b)"
"""A comma that does not stand inside a name, before its legal form."""
_PAUSE = re.compile(rf"，|{_COMMA}")
_NOBODY = re.compile(
    r"基石|投资[者人]$|公众|承配人|股东|本公司|发售|申请|有效|初步|最初|起初|原有|提呈|配售|甲组|乙组|超额|重新分配|每手|买卖单位|股份$|当中$|^该等$|^彼等$"
    r"|^(?:另有?|另外|涉及|不(?:超过|多于)|最多|至多|合共|合计|共有?|其余|余下|此外|即|达|约|上述|额外|增加|减少|包括|扣除|拨出|由此|现时?|分别|最终)+$"
    r"|cornerstone|investors?$|company$|placees|public|shareholders|offering|placing|applica|initial|\bpool [ab]\b|option|^they$|^it$|shares$|re-?allocat|board lots?",
    re.I,
)
_APPOSITION = re.compile(
    r"[,，(]?\s?(?:(?:其)?(?:作为|身为|均为|同为|为|即)(?:其中)?[一二两三四五六七八九十\d]*名?(?:本公司的?)?基石投资[者人](?:之一)?"
    r"|(?:as|being|both|all|each|one of|another|an?|the|our| )*cornerstone investors?)[)，,]?\s?$",
    re.I,
)
"""What says, behind a name, that it is a cornerstone investor."""
_NUMBER = re.compile(NUMBER)
_LEAD = re.compile(r"基石投资[者人](?:即|为|包括|[，,：:])?|cornerstone investors?,? (?:namely |being )?", re.I)
_AND = re.compile(rf"(?:(?!以及|[、及和]|{_COMMA}| and ).)+", re.I)
"""The names between the words that join them."""
_ABOUT_HIM = re.compile(
    r"\s?\((?:一[家名间个]|本集团|本公司|为(?!其|及|且|自身|代表)|由[^()]{0,30}(?:管理|控制|拥有)|(?:being )?an? |a wholly|whose )[^()]*(?:\([^()]*\)[^()]*)*\)",
    re.I,
)
"""What a sentence tells about an investor in brackets behind his name."""
_COUNTED = tuple("份名位宗")
"""What is counted in these is no share."""
_FEW = 2
_BY_PARTS = "parts.cornerstone_allocation"
_TOTALS = frozenset({"proof.cornerstone_shares", "proof.cornerstone_share_pct"})


def read_investors(
    flow: Flow, total: Decimal | None, offered: Decimal | None = None, by_shape: bool = False
) -> list[Found]:
    """An allocation for each investor named with its shares, if they sum up to ``total``, or are several where none is known.

    ``by_shape``: names count that only look like names, as in announcements that are sentences throughout, and those
    whose parts of the shares ``offered`` are printed.
    """
    found: dict[str, Found] = {}
    for start, end, value, holder, shares in _named(flow):
        evidence = flow.evidence(start, end, value)
        if evidence is not None and not any(known in holder for known in found):
            cell = Cell(shares, "shares", Decimal(1))
            rule = "clause.cornerstone_allocation"
            found[holder] = Found("cornerstone_allocation", cell, evidence, Source.TEXT, rule, holder=holder)
    if by_shape:
        found = _by_shape(flow, found, total)
    values = [one.cell.value for one in found.values() if isinstance(one.cell.value, Decimal)]
    several = len(values) >= _FEW
    sure = sum(values) == total or (several and f"{sum(values):,f}" in flow.folded)
    parts = read_parts(flow, offered) if by_shape else []
    if parts and (not sure or sorted(values) == sorted(part.value for part in parts)):
        return [one for part in parts for one in _allocation(flow, part.name, part.number, part.value, "parts")]
    if sure:
        return list(found.values())
    return list(found.values()) if several and (total is None or total in values) else []


def is_by_parts(investors: list[Found]) -> bool:
    """Whether the parts of the offer beside their shares prove what investors took."""
    return all(one.rule == _BY_PARTS for one in investors)


def is_one_of(one: Found, investors: list[Found]) -> bool:
    """Whether what was taken for the total of the cornerstone investors is the number, or the part, of one of them."""
    if one.rule not in _TOTALS:
        return False
    return one.evidence.quote.startswith(tuple(f"{each.cell.value:,f}" for each in investors))


def told_name(printed: str) -> str:
    """A name in a sentence without what its brackets tell about its bearer; for whom he acts is part of it.

    >>> [told_name(f"北辰資本（{told}）") for told in ("一家投資公司", "為南方集團的附屬公司", "代表北辰一號基金")]
    ['北辰資本', '北辰資本', '北辰資本（代表北辰一號基金）']
    """
    name = holder_name(printed)
    for brackets in reversed(list(_ABOUT_HIM.finditer(fold(name)))):
        name = name[: brackets.start()] + name[brackets.end() :]
    return name.strip()


def _allocation(flow: Flow, name: tuple[int, int], number: tuple[int, int], value: Decimal, rule: str) -> list[Found]:
    """What an investor took, by the places of name and number, if their page has them."""
    evidence = flow.evidence(min(name[0], number[0]), max(name[1], number[1]), number[0])
    holder, cell = told_name(flow.text[slice(*name)]), Cell(value, "shares", Decimal(1))
    rule = f"{rule}.cornerstone_allocation"
    return [Found("cornerstone_allocation", cell, evidence, Source.TEXT, rule, holder=holder)] if evidence else []


def _by_shape(flow: Flow, found: dict[str, Found], total: Decimal | None) -> dict[str, Found]:
    """The names that have the form of names, where the patterns found the same shares, or nothing that sums up."""
    shaped: dict[str, Found] = {}
    for one in read_named(flow):
        for allocation in _allocation(flow, one.name, one.number, one.value, "names"):
            shaped[allocation.holder or ""] = allocation
    known, fresh = (sorted(str(one.cell.value) for one in each.values()) for each in (found, shaped))
    sizes = [one.cell.value for one in found.values() if isinstance(one.cell.value, Decimal)]
    whole = sum(sizes) if total not in sizes else total
    better = known == fresh and all(any(name in holder for name in shaped) for holder in found)
    return shaped if shaped and (better or len(found) < _FEW or (total is not None and whole != total)) else found


def _named(flow: Flow) -> Iterator[tuple[int, int, int, str, Decimal]]:
    """Places where a sentence about cornerstone investors names one with a number of shares: its ends, the number's, both."""
    about = [match.span() for match in ABOUT.finditer(flow.folded)]
    for pattern in _patterns():
        for match in matches(pattern, flow):
            if not _is_about(flow.folded, match, about):
                continue
            names, values = list(_split_names(match)), list(_NUMBER.finditer(match["value"]))
            if match.re.groupindex.get("same") is not None:
                values *= len(names)
            for (first, last), number in zip(names, values, strict=False) if len(names) == len(values) else ():
                start = first + _name_start(flow.folded[first:last])
                holder = told_name(flow.text[start:last])
                cell = parse(number[0], "shares")
                at = match.start("value") + number.start()
                if flow.folded[at + len(number[0]) : at + len(number[0]) + 1] in _COUNTED:
                    continue
                if (
                    cell
                    and isinstance(cell.value, Decimal)
                    and cell.value >= LEAST
                    and len(holder) > 1
                    and not _NOBODY.search(fold(holder))
                ):
                    yield min(start, at), max(last, match.end()), at, holder, cell.value


def _is_about(text: str, match: re.Match[str], about: list[tuple[int, int]]) -> bool:
    """Whether cornerstone investors are spoken of before the number, or behind it in the same sentence."""
    if any(0 <= match.start("value") - end <= _REACH for _, end in about):
        return True
    after = (text[match.end() : start] for start, _ in about if 0 <= start - match.end() <= _BEHIND)
    return any("。" not in between and ". " not in between for between in after)


def _split_names(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the names stand: one, or as many as ``分別``, ``各`` and ``respectively`` divide."""
    start = match.start("holder")
    text = _APPOSITION.sub("", match["holder"].rstrip(" ,，"))
    if not {"each", "same"} & set(match.re.groupindex):
        yield start, start + len(text)
        return
    lead = max((found.end() for found in _LEAD.finditer(text)), default=0)
    for part in _AND.finditer(text, lead):
        yield start + part.start(), start + part.end()


def _name_start(text: str) -> int:
    """Where the name begins in what stands before the verb: behind the last pause, 基石投資者 and the mark of a list."""
    start = max((match.end() for lead in (_PAUSE, _LEAD) for match in lead.finditer(text)), default=0)
    mark = _LIST_MARK.match(text[start:])
    return start + (mark.end() if mark else 0)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(filled(word), re.I) for entry in entries(_TABLE, "investor") for word in entry.words)
