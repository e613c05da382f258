"""Patterns that need a letter which few clauses hold: a clause without it is not searched."""

from __future__ import annotations

import re
from collections.abc import Set


def starting(letters: str, pattern: str) -> str:
    """A pattern that tells only whether another one matches, whose wordings all begin with some letters.

    A search runs on to the next of a class of letters much faster than it tries many wordings at every place. The match is
    the first letter alone.

    >>> re.search(starting("没暂", "(?:没有|暂无)(?:上市)?计划"), "公司暂无上市计划").span()
    (2, 3)
    """
    return f"[{letters}](?<=(?={pattern}).)"


class Sifted:
    """A pattern, and letters of which every match of it holds one.

    The letters of a clause are known, and to compare two sets costs a fraction of a search.

    >>> costs = Sifted(r"扣除.{0,8}(?:费用|开支)", needs="扣")
    >>> costs.search("集资5亿港元", set("集资5亿港元"), 0, 6) is None
    True
    """

    __slots__ = ("needs", "pattern")

    def __init__(self, pattern: str, *, needs: str) -> None:
        """Compile the pattern."""
        self.pattern, self.needs = re.compile(pattern), frozenset(needs)

    def search(self, text: str, letters: Set[str], start: int, end: int) -> re.Match[str] | None:
        """The first match between two places of a text that holds no other letters there than these."""
        return None if self.needs.isdisjoint(letters) else self.pattern.search(text, start, end)

    def match(self, text: str, letters: Set[str], start: int, end: int) -> re.Match[str] | None:
        """The match at the first of two places."""
        return None if self.needs.isdisjoint(letters) else self.pattern.match(text, start, end)
