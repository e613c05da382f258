"""The shares in issue after the offering, by the total of a table of shareholders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .found import Found
from .offer import values
from .scan import Scan

_TOTAL = re.compile(
    r"(?:总计|合计|总数|共计|total(?: shares)?)\s*:?\s*(?P<value>\d{1,3}(?:,\d{3})+)\s+100(?:\.0+)?\s?%", re.I
)
_LARGEST = 100
"""Nobody offers so small a part of the shares in issue."""


def read_capital(scan: Scan, found: Sequence[Found]) -> list[Found]:
    """A total of a hundred percent that is larger than the offer, if no sentence says how many shares are in issue."""
    known = values(found)
    offered = known.get("shares_offered")
    if offered is None or "shares_in_issue" in known:
        return []
    totals = [one for one in scan.numbers(_TOTAL) if offered < one.value < offered * _LARGEST]
    return [result for one in totals[-1:] for result in scan.found("shares_in_issue", one, "shares")]
