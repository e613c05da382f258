"""How many applications were valid, how many were met, and how many placees there are: the largest count of each kind.

A count is of the kind whose word stands nearest to it. Announcements count parts as well (a pool, the holders of one lot);
the whole is what no part exceeds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from .brackets import BRACKETS
from .found import Found
from .scan import Number, Scan, cues, nearest
from .small_letters import in_small

_COUNTS = in_small(
    r"(?<![\d.,$])(?<!day, )(?P<value>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d.,]*\d)"
    r"(?:\s?(?:份|宗|名|位|户|个(?!月|工作|交易|营业|单位|基金|发售)|家)(?!(?:申请人?|承配人)?当?中[的有之\d])"
    r"|(?= (?:(?!in |for |to |under |by |with |from |shares|units|times|million|billion|days?|hours|per|board|lots?|[a-z]*(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december))[a-z-]+,? ){0,5}(?:applica(?:tions?|nts?)|placees?|allottees|investors|subscribers)\b)"
    r"|(?= of (?:them|these|those|which|whom)\b)|(?= (?:have|has|were|are) (?:been )?(?:met|successful|accepted|satisfied)\b))"
)
"""A number with the counting word or the noun behind it."""
_SAID = in_small(
    r"(?:applica(?:tions?|nts?)|placees|allottees|申请[人者]?|申购|承配人|投资者)(?:的|之)?(?P<between>(?:(?!股份|shares|units)[^\d.。；;]){0,70}?(?:\b(?:is|was|are|were|number|numbered|numbering|"
    r"totall?(?:ed|ing)|of|to|at|came to|be)\b|总数|总共|共计|合共|合计|数目|人数|宗数|份数|共有|为|共|达|有|[,:(])[:,]? ?(?:a total of )?)"
    r"(?<!day, )(?P<value>\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d.,]*\d)(?! ?(?:(?:至|to|-|–) ?\d|股|%|倍|年|月|日|元|港|百万|万|手|times|(?:hong kong |international |public |offer |placing |h |new |reserved )*(?:shares|units)|per|million|"
    r"jan|feb|mar|apr|may|june?|jul|aug|sep|oct|nov|dec))"
)
"""A number behind the noun and a word that leads to it."""
_BEFORE = 110
_AFTER = 70
"""How far from a count the word stands that says of what it is one."""
_SUMMED = in_small(r"共|合计|in total|in all|a total of|altogether")
_IDENTITY = re.compile(r"[a-z]{1,2}[\d*]{4,}\w*(?:\(\w\))? $")
"""The number of an identity document, behind which older announcements print what its holder was allotted."""
_IN_COLOUR = in_small(r" valid applications (?:[a-z]+ ){0,6}(?:blue|pink)\b")
"""Behind a count of those who had shares reserved for them: 3,306 valid applications on Blue Application Forms."""
_PLACED = in_small(
    r"(?: [a-z-]+,?){0,6} (?:placees?|allottees|investors)\b|(?:名|位)?[^，。;；\d]{0,24}?(?:承配人|投资者)"
)
"""The noun behind a count that goes to placees: allocated to 128 selected, professional and institutional placees."""
_CLOSE = 40
_NEAR = 12
"""A count that sums up says so right before it, also behind the rows of a ballot."""
_MOST = 3_000_000
"""No offer has had half as many applicants."""
_LEAD = 4
"""So much further away than a word behind a count is one before it."""
_KINDS = ("valid_applications", "successful_applications", "placees")
_OTHERS = ("no_tally",)
_PLACES = 3
"""Of how many places of a count it is told that it stands there."""


def read_tallies(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The counts that are larger than those ``found`` so far, or not found at all."""
    counts: dict[str, list[Number]] = {}
    for one in _counts(scan):
        counts.setdefault(_kind(scan, one) or "", []).append(one)
    largest = {kind: max(one.value for one in counts[kind]) for kind in _KINDS if kind in counts}
    valid, met = largest.get("valid_applications"), largest.get("successful_applications")
    if valid is not None and met is not None and met > valid:
        del largest["successful_applications"]
    return [
        result
        for kind, value in largest.items()
        if value >= max(_said(found, kind), default=Decimal(0))
        for one in [one for one in counts[kind] if one.value == value][:_PLACES]
        for result in scan.found(kind, one, "count")
    ]


def _said(found: Sequence[Found], kind: str) -> list[Decimal]:
    """The counts of a kind that are found already."""
    return [one.cell.value for one in found if one.metric == kind and isinstance(one.cell.value, Decimal)]


def _counts(scan: Scan) -> list[Number]:
    """Every count, with the words that lead to it or stand behind it, in the order of the text."""
    found = {one.start: one for pattern in (_SAID, _COUNTS) for one in scan.numbers(pattern) if one.value <= _MOST}
    return [found[start] for start in sorted(found)]


def _kind(scan: Scan, one: Number) -> str | None:
    """The list whose word stands nearest to a count; a word behind it is nearer than one before."""
    start = scan.sentence(one.start)[0]
    summed = _SUMMED.search(scan.text, max(start, one.start - _NEAR), one.start)
    if _IDENTITY.search(scan.text, max(0, one.start - _NEAR - 2), one.start):
        return None
    if not summed and cues("ballot").search(scan.text, start, one.start):
        return None
    if _IN_COLOUR.match(scan.text, one.end):
        return None
    first, last = scan.window(one, _CLOSE if summed else _BEFORE, _AFTER)
    text = scan.text[first:last]
    if summed:
        text = BRACKETS.sub(lambda aside: " " * len(aside[0]), text)
    kind = nearest((*_OTHERS, *_KINDS), text, one.start - first, one.end - first, _LEAD)
    return "placees" if kind == "successful_applications" and _PLACED.match(scan.text, one.end) else kind
