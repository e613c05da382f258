"""An offering that is told of several companies at once: 六隻新股首掛, 同日上市的甲."""

from __future__ import annotations

import re
from typing import Final

from .market import SEVERAL, counts_several
from .naming import Naming
from .offerings import Offerings
from .places import Places
from .tokens import Sentence

_IT_IS: Final = re.compile(r"[^，,。;；:：\d]{1,12}[的者](?:则|便|就|正)?[是为属]")
"""Before the name that a sentence comes to: 升得較多的是甲."""
_EPITHET: Final = re.compile(r"[^,，。;；“”「」]{2,24}[”」]的?")
"""Before the name: what the company is called, behind the quotation mark that opens, “家庭护理第一股”甲."""
_SAME_DAY: Final = re.compile(
    r"[同今另](?:(?:(?<!另)日|(?<=同)[时场])[^，,。;；]{0,6}(?:挂牌|上市|登场)的|(?<=另)一[只家])"
)
_OF_A_BOARD: Final = re.compile(r"(?:沪市|深市|上交所|深交所)?(?:主板|创业板|科创板|北交所)(?:的|新股)")
_NEAR: Final = 16
"""So far behind 同日上市的 the name stands."""


class Together:
    """What an article tells of several offerings together; ``in_lead`` where its lead does, ``several`` anywhere."""

    def __init__(self, naming: Naming, events: Places, lead_end: int) -> None:
        """Take the companies of an article, where the words of an offering stand, and the end of its lead."""
        self.naming, self._events = naming, events
        self.several = counts_several(naming.folded)
        self.in_lead = events.any(0, lead_end) and counts_several(naming.folded, lead_end)

    def on_the_day(self) -> set[str]:
        """Who is told to be listed on the day of another.

        >>> from zhaogu.extraction.news.names import Company
        >>> text = "甲首挂。同日上市的乙"
        >>> naming = Naming(text, [Company("甲", 0, {"甲"}), Company("乙", 9, {"乙"})])
        >>> Together(naming, Places("events", text), 4).on_the_day()
        {'乙'}
        """
        folded = self.naming.folded
        near = [folded[match.end() : match.end() + _NEAR] for match in _SAME_DAY.finditer(folded)]
        return {c.name for said in near for c in self.naming.companies if any(name in said for name in c.names)}

    def share(self, sentence: Sentence, start: int, offerings: Offerings) -> None:
        """``六隻新股首掛,甲升三成、乙平收``: the event of several is that of each whom the sentence names.

        Told in the lead it is also that of whoever opens a paragraph of its own, or a sentence by name and code, or is
        told by its board. ``start`` is behind the words that lead the sentence.
        """
        folded, end = self.naming.folded, sentence.end
        if self.in_lead:
            board = _OF_A_BOARD.match(folded, start, end)
            led = board or _IT_IS.match(folded, start, end) or _EPITHET.match(folded, start, end)
            opening = self.naming.opening(led.end() if led else start, end)
            if opening and (sentence.opens or board or opening.code):
                offerings.events.add(opening.name)
        counted = self.several and SEVERAL.search(folded, sentence.start, end) is not None
        if counted and self._events.any(sentence.start, end):
            offerings.tell(*(company.name for company in self.naming.in_sentence(sentence)))
