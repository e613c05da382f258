"""Per-unit amounts: 每股作价116.20港元, 3,333.28港元／手, HK$10.50 per Offer Share."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .words import compact, table

_MONEY: Final = MentionKind.MONEY

_REACH: Final = 16
_PAUSE: Final = re.compile(r"[0-9,，。;；、\n:!?！？]")
_BEFORE: Final = tuple(
    (word, str(entry["per"])) for group, entry in table("units", "per_before", per=str) for word in group
)
_AFTER: Final = {
    compact(word): str(entry["per"]) for group, entry in table("units", "per_after", per=str) for word in group
}


def say_per(text: str, mention: Mention, after: str | None = None) -> None:
    """Note what the amount is per: said ``after`` it (港元/股), or before it in the same clause (每股作价…)."""
    if after:
        mention.per = _AFTER[compact(after)]
        return
    start = mention.start
    floor = max(0, start - _REACH)
    if text.find("每", floor, start) < 0 and text.find("一手", floor, start) < 0:
        return
    for word, per in _BEFORE:
        at = text.rfind(word, floor, start)
        if at < 0 or _PAUSE.search(text, at + len(word), start):
            continue
        if per == "lot" or mention.kind is _MONEY:
            mention.per = per
            return
