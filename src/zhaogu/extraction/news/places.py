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
        if not self.any(start, end):
            return []
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def any(self, start: int, end: int) -> bool:
        """Whether there is one between two places."""
        starts = self.starts
        if not starts or starts[-1] < start:
            return False
        return starts[bisect_left(starts, start)] < end
