"""The shares in issue after the offering, by the total of a table of shareholders, and the part of them that the public holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .found import Found, values
from .scan import NEAR, PERCENT, REACH, Number, Scan, cues
from .small_letters import in_small

_TOTAL = in_small(r"(?:总计|合计|总数|共计|total(?: shares)?)\s*:?\s*(?P<value>\d{1,3}(?:,\d{3})+)\s+100(?:\.0+)?\s?%")
_PAUSE = re.compile(r"[%;；]|[,，](?!\d| (?:will|are|is|which|being|representing))")
_SUM = in_small(r"(?:合计|合共|总计|in aggregate|in total|together)[^\d,，。;；]{0,16}$")
_LARGEST = 100
"""Nobody offers so small a part of the shares in issue."""


def read_capital(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The shares in issue, where they are not ``found``: a total of a hundred percent that is larger than the offer."""
    known = values(found)
    offered = known.get("shares_offered")
    if offered is None or "shares_in_issue" in known:
        return []
    totals = [one for one in scan.numbers(_TOTAL) if offered < one.value < offered * _LARGEST]
    return [fact for one in totals[-1:] for fact in scan.found("shares_in_issue", one, "shares")]


def read_float(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """The public float, where it is not ``found``: the first percentage that a sentence says the public holds, a sum of its own first."""
    if "public_float_pct" in values(found):
        return []
    told = sorted(word.start() for name in ("float", "float_behind") for word in cues(name).finditer(scan.text))
    held = [one for one in scan.numbers(PERCENT) if _is_near(told, one) and _is_float(scan, one)]
    first = min(held, key=lambda one: _SUM.search(scan.text, max(0, one.start - NEAR), one.start) is None, default=None)
    return scan.found("public_float_pct", first, "percent") if first else []


def _is_near(told: Sequence[int], one: Number) -> bool:
    """Whether a word about the public float stands so near a percentage that it may be asked; the tables hold thousands of others."""
    at = bisect_left(told, one.start - REACH // 2)
    return at < len(told) and told[at] <= one.end + NEAR


def _is_float(scan: Scan, one: Number) -> bool:
    """Whether a sentence says before or behind a percentage, and with no other between, that the public holds it, not that it must."""
    first, last = scan.window(one, REACH // 2, NEAR)
    before = scan.text[first : one.start].rpartition("%")[2]
    behind = scan.text[one.end : last]
    pause = _PAUSE.search(behind)
    behind = behind[: pause.start()] if pause else behind
    if pause and pause[0] == "%":
        behind = ""  # what is said there is said of the next percentage
    if cues("no_float").search(before[-NEAR // 2 :]):
        return False
    said = max((word.end() for word in cues("float").finditer(before)), default=None)
    if said is not None and not (cues("not_public").search(before, said) or cues("not_public").search(behind)):
        return True
    return cues("float_behind").search(behind) is not None
