"""Words at the edge of a text: those of a list that begin or end so are tried, not each of many."""

from __future__ import annotations

from collections.abc import Iterable


class Openings:
    """Words that a text may begin with.

    >>> Openings(["表示", "认为"]).of("认为市场"), Openings(["表示"]).of("市场")
    (True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Note the words by their first letters."""
        by_letter: dict[str, list[str]] = {}
        for word in words:
            by_letter.setdefault(word[0], []).append(word)
        self._words = {letter: tuple(found) for letter, found in by_letter.items()}

    def of(self, text: str) -> bool:
        """Whether a text begins with one of the words."""
        words = self._words.get(text[:1])
        return words is not None and text.startswith(words)


class Endings:
    """Words that a text may end with.

    >>> Endings(["科技", "控股"]).of("甲乙科技"), Endings(["科技"]).of("甲乙")
    (True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Note the words by their last letters."""
        by_letter: dict[str, list[str]] = {}
        for word in words:
            by_letter.setdefault(word[-1], []).append(word)
        self._words = {letter: tuple(found) for letter, found in by_letter.items()}

    def of(self, text: str) -> bool:
        """Whether a text ends with one of the words."""
        words = self._words.get(text[-1:])
        return words is not None and text.endswith(words)

    def longest(self, text: str) -> int:
        """How many letters the longest word has that a text ends with, 0 where it ends with none."""
        longest = 0
        for word in self._words.get(text[-1:], ()):
            if len(word) > longest and text.endswith(word):
                longest = len(word)
        return longest
