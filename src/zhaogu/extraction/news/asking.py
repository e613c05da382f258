"""An offering that is still open: a day of subscription that has not passed when the article is written."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model.mention import Mention

from .candidate import Candidate
from .tokens import Clause
from .walk import Walk

_WORDS: Final = r"(?:申购|招股|认购|打新|公开发售|网上发行)"
_AFTER: Final = re.compile(rf"[^,，。;；:：]{{0,6}}{_WORDS}(?!结果)")
_BEFORE: Final = re.compile(rf"{_WORDS}(?:期间?|日期?|时间)?[^,，。;；\d]{{0,6}}(?:\d+月\d+日[^,，。;；]{{0,8}})?$")
_REACH: Final = 24
RULE: Final = "news.offer_period"


def note_asking(walk: Walk, clause: Clause, mention: Mention) -> None:
    """Note a day on which one may still subscribe, as no listing day, for each company of its place."""
    if mention.day is None or walk.published is None or mention.day < walk.published:
        return
    start = max(clause.start, mention.start - _REACH)
    if not (_AFTER.match(walk.folded, mention.end) or _BEFORE.search(walk.folded, start, mention.start)):
        return
    for company in walk.who.at(mention.start):
        walk.found.append(Candidate(
            "listing_date", mention.day, "date", mention.start, mention.end, RULE, company,
            code="decoy", reason="a day of subscription",
        ))  # fmt: skip
