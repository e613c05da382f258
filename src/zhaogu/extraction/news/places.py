"""Where the words of a list stand in an article."""

from __future__ import annotations

from bisect import bisect_left

from .cues import word_pattern


class Places:
    """Where the words of a list stand in a text."""

    def __init__(self, words: str, folded: str) -> None:
        """Find them all at once."""
        self.starts = [match.start() for match in word_pattern(words).finditer(folded)]

    def within(self, start: int, end: int) -> list[int]:
        """The places between two others."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def any(self, start: int, end: int) -> bool:
        """Whether there is one between two places."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end
