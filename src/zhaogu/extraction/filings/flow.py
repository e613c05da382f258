"""Running text of several pages as one string, with the way back to page and characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from zhaogu.model import Evidence
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import is_cjk, rounded, union
from zhaogu.reading.pdf import Page

_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*(?:\d{1,3}|[ivxIVX]{1,6})\s*[-–—]?\s*")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Part:
    """A page's text without the white space that no reader needs, and where each character came from."""

    page: Page
    text: str
    offsets: list[int]


class Flow:
    """Pages as running text: lines joined, no space beside a Chinese character, page numbers left out.

    ``text`` is as printed, ``folded`` the same in one script, character for character.
    """

    def __init__(self, pages: Iterable[Page]) -> None:
        """Join ``pages`` in order."""
        self._parts = [_flatten(page) for page in pages]
        self._starts = [0]
        for part in self._parts:
            self._starts.append(self._starts[-1] + len(part.text))
        self.text = "".join(part.text for part in self._parts)

    @cached_property
    def folded(self) -> str:
        """The text in Simplified characters and half-width punctuation."""
        return fold(self.text)

    def page_of(self, offset: int) -> int:
        """The number of the page on which a character stands."""
        return self._parts[bisect_right(self._starts, offset) - 1].page.number

    def evidence(self, start: int, end: int, value: int) -> Evidence | None:
        """Evidence for ``text[start:end]``, as far as it stands on the page of the character at ``value``."""
        index = bisect_right(self._starts, value) - 1
        part, base = self._parts[index], self._starts[index]
        first, last = max(start, base) - base, min(end, base + len(part.text)) - base
        while first < last - 1 and part.text[first].isspace():
            first += 1
        page_start, page_end = part.offsets[first], part.offsets[last - 1] + 1
        quote = part.page.text[page_start:page_end]
        boxes = part.page.boxes(page_start, page_end)
        if not boxes:
            return None
        quote = "\n".join(line.strip() for line in quote.split("\n") if line.strip())
        return Evidence(quote=quote, page=part.page.number, bbox=rounded(union(boxes)), bboxes=boxes)


def _flatten(page: Page) -> _Part:
    text = page.text
    keep: list[int] = []
    for match in re.finditer(r"[^\n]*\n?", text):
        line = match[0]
        at_edge = match.start() < 12 or match.end() > len(text) - 12
        if at_edge and _PAGE_NUMBER.fullmatch(line.strip() or "x"):
            continue
        keep.extend(range(match.start(), match.end()))
    return _Part(page, *_without_space(text, keep))


def _without_space(text: str, keep: list[int]) -> tuple[str, list[int]]:
    """Space is kept as one blank between two characters that are not Chinese, and dropped elsewhere."""
    chars: list[str] = []
    offsets: list[int] = []
    for offset in keep:
        char = text[offset]
        if not char.isspace():
            if chars and chars[-1] == " " and is_cjk(char):
                chars.pop()
                offsets.pop()
            chars.append(char)
            offsets.append(offset)
        elif chars and chars[-1] != " " and not is_cjk(chars[-1]):
            chars.append(" ")
            offsets.append(offset)
    if keep and chars and chars[-1] != " " and not is_cjk(chars[-1]):
        chars.append(" ")
        offsets.append(keep[-1])
    return "".join(chars), offsets
