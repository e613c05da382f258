"""An offering that is still open: a day of subscription that has not passed when the article is written."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from zhaogu.model.mention import Mention

from .candidate import Candidate
from .tokens import Clause
from .walk import Walk

_WORDS: Final = r"(?:申购|招股|认购|打新|公开发售|网上发行)"
_AFTER: Final = re.compile(rf"[^,，。;；:：]{{0,6}}{_WORDS}(?!结果)")
_BEFORE: Final = re.compile(rf"{_WORDS}(?:期间?|日期?|时间)?[^,，。;；\d]{{0,6}}(?:\d+月\d+日[^,，。;；]{{0,8}})?$")
_LASTS: Final = re.compile(
    rf"(?:[(（][^()（）]{{1,8}}[)）])?起,?(?:一连|连续|为期|一共|共|将)*(?P<days>[三四五六七\d])个?(?:交易|工作)?[日天](?:公开)?{_WORDS}"
)
"""Behind a day: the subscription begins on it and is open for some days."""
_TO_ALL: Final = re.compile(
    r"新股[^,，。;；]{0,6}(?:可|将|开启|开放|等待|供)[^,，。;；]{0,3}申购|申购(?:日历|指南|一览|提示)|可申购"
)
"""In a lead: the article tells for which new shares one can apply."""
_OPEN_TILL: Final = re.compile(r"起(?:公开)?(?:招股)?(?:至|到|直至)$")
_COUNTS: Final = "  二三四五六七"
_WEEKEND: Final = 2
_REACH: Final = 24
RULE: Final = "news.offer_period"


def offers_to_all(folded: str, lead_end: int) -> bool:
    """Whether an article tells for which new shares one can apply.

    >>> offers_to_all("本周A股有两只新股可申购。", 12), offers_to_all("甲今日挂牌。", 6)
    (True, False)
    """
    return _TO_ALL.search(folded, 0, lead_end) is not None


def note_asking(walk: Walk, clause: Clause, mention: Mention) -> None:
    """Note a day on which one may still subscribe, as no listing day, for each company of its place."""
    if mention.day is None:
        return
    lasts = _LASTS.match(walk.folded, mention.end)
    if walk.published is None:
        if not lasts and not _OPEN_TILL.search(walk.folded, clause.start, mention.start):
            return  # nobody knows when it was written: only a period that is told with its beginning is still to come
    elif mention.day + timedelta(days=_days(lasts["days"]) if lasts else 0) < walk.published:
        return
    start = max(clause.start, mention.start - _REACH)
    if not (lasts or _AFTER.match(walk.folded, mention.end) or _BEFORE.search(walk.folded, start, mention.start)):
        return
    for company in walk.who.at(mention.start):
        walk.found.append(Candidate(
            "listing_date", mention.day, "date", mention.start, mention.end, RULE, company,
            code="decoy", reason="a day of subscription",
        ))  # fmt: skip


def _days(count: str) -> int:
    """How many days of the calendar so many days of trading last."""
    return (int(count) if count.isdigit() else _COUNTS.index(count)) - 1 + _WEEKEND
