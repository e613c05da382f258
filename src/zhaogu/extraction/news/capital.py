"""Which of several market values an article means: that at the close before that at issue."""

from __future__ import annotations

import re
from typing import Final

from .candidate import Candidate

_CLOSE: Final = re.compile(
    r"(?:收[市盘报]|首日|全日|今日|当日)(?:计算?|时|的|后)*(?:总)?市值|按?收[市盘]价[^,，。;；]{0,6}计[^。;；]{0,10}市值"
)
_REACH: Final = 16


def prefer_values(found: list[Candidate], folded: str) -> None:
    """Put a market value behind another one of the company that is told of the close: ``市值51億美元,收盤市值約69億美元``."""
    by_company: dict[tuple[int, str | None], list[Candidate]] = {}
    for one in found:
        if one.metric == "market_cap" and one.reason is None:
            by_company.setdefault((id(one.company), one.unit), []).append(one)
    for rivals in by_company.values():
        if len({one.value for one in rivals}) < 2:
            continue
        said = [folded[max(0, one.start - _REACH) : one.end] for one in rivals]
        close = any(map(_CLOSE.search, said))
        for one, words in zip(rivals, said, strict=True):
            one.rank += bool(close and not _CLOSE.search(words))
