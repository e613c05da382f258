"""The shares in issue after the offering, by the total of a table of shareholders, and the part of them that the public holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .found import Found, values
from .scan import NEAR, PERCENT, REACH, Number, Scan, cues

_TOTAL = re.compile(
    r"(?:总计|合计|总数|共计|total(?: shares)?)\s*:?\s*(?P<value>\d{1,3}(?:,\d{3})+)\s+100(?:\.0+)?\s?%", re.I
)
_PAUSE = re.compile("[%;；]|[,，](?! (?:will|are|is|which))")
_LARGEST = 100
"""Nobody offers so small a part of the shares in issue."""


def read_capital(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """What is not ``found``: a total of a hundred percent that is larger than the offer, and the public float."""
    known = values(found)
    offered = known.get("shares_offered")
    result: list[Found] = []
    if offered is not None and "shares_in_issue" not in known:
        totals = [one for one in scan.numbers(_TOTAL) if offered < one.value < offered * _LARGEST]
        result += [fact for one in totals[-1:] for fact in scan.found("shares_in_issue", one, "shares")]
    if "public_float_pct" not in known:
        held = [one for one in scan.numbers(PERCENT) if _is_float(scan, one)]
        result += [fact for one in held[:1] for fact in scan.found("public_float_pct", one, "percent")]
    return result


def _is_float(scan: Scan, one: Number) -> bool:
    """Whether a sentence says before or behind a percentage, and with no other between, that the public holds it, not that it must."""
    first, last = scan.window(one, REACH // 2, NEAR)
    before = scan.text[first : one.start].rpartition("%")[2]
    behind = _PAUSE.split(scan.text[one.end : last])[0]
    if cues("no_float").search(before[-NEAR // 2 :]):
        return False
    said = max((word.end() for word in cues("float").finditer(before)), default=None)
    if said is not None and not (cues("not_public").search(before, said) or cues("not_public").search(behind)):
        return True
    return cues("float_behind").search(behind) is not None
