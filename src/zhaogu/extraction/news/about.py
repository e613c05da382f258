"""What an article is about that no code, no definition and no list of names tells: the market, or a company."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from typing import Final

from .cues import table
from .forms import as_pattern
from .pages import PAGES

_BACKING: Final = frozenset({"bracket", "suffixed", "listed"})
"""One of them backs a name in an article about the market: brackets, a board's mark, a listing of its own."""
_TWICE: Final = frozenset({"quoted", "legal"})
"""So does one of these where the name comes again: quotation marks, a legal form."""


def is_backed(reasons: Set[str]) -> bool:
    """Whether a name stands by itself in an article about the market.

    >>> is_backed({"listed"}), is_backed({"quoted", "again"}), is_backed({"legal"}), is_backed({"titled", "most"})
    (True, True, False, False)
    """
    return not _BACKING.isdisjoint(reasons) or ("again" in reasons and not _TWICE.isdisjoint(reasons))


@lru_cache(maxsize=8)
def is_about_market(folded: str) -> bool:
    """Whether an article has more words of the market than of one company, more than one of them.

    >>> is_about_market("今年首八个月共接获269宗上市申请。有券商指散户获配股份大减")
    True
    >>> is_about_market("甲今起招股,每股3元,每手500股。有券商指散户反应热烈")
    False
    """
    market, firm = (sum(1 for _ in words_of(side).finditer(folded, 0, PAGES)) for side in ("market", "firm"))
    return market > max(firm, 1)


@cache
def words_of(side: str) -> re.Pattern[str]:
    """The words of one side; # is a figure."""
    data = table("news_about.toml")
    forms = [as_pattern(form, data["parts"]) for row in data[side] for form in row["forms"]]
    return re.compile("|".join(forms).replace("##", r"\d\d").replace("#", r"[\d.,]+"))
