"""Running text of several pages as one string, with the way back to page and characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from zhaogu.model import Evidence
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Box, is_cjk, rounded, union
from zhaogu.reading.pdf import Page

from .days import DATED
from .small_letters import in_small, small_letters

FULL_STOP = r"\.(?<![ap]\.m\.)" + "".join(
    rf"(?<!{short}\.)"
    for short in [
        "Ltd",
        "Co",
        "No",
        "Inc",
        "Pte",
        "Mr",
        "Ms",
        "Dr",
        "Corp",
        "Bhd",
        "i\\.e",
        "L\\.P",
        "S\\.A",
        "N\\.V",
        "B\\.V",
    ]
)
"""The stop that ends an English sentence, and not what is shortened; what follows it the caller says.

The stop comes first, so that a search jumps from one to the next.
"""
_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*(?:\d{1,3}|[ivxIVX]{1,6})\s*[-–—]?\s*")
APPROX = "(?:约为|大约|约|约计|估计约|approximately |about |around )?"
"""What may stand right before a number and is part of it."""
_ROUGHLY = re.compile(rf"{APPROX}\Z")
_FIRST_DIGIT = re.compile(r"\d(?<!\d\d)(?<!\d[,.]\d)")
LEADERS = re.compile(r"(?:[.…·]\s?){6,}")
"""The dots that lead from words to their value."""
_YEAR = re.compile(r"\d{4}|年")
_DATE = in_small(DATED)
_LONGEST = len("approximately ")
_DAY = 24
"""So far before or behind its year a date reaches."""
_LINE = re.compile(r"[^\n]+\n?|\n")
_NOT_CJK = r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65\U00020000-\U0010ffff]"
_PRINTED = re.compile(rf"\S+(?:(?<={_NOT_CJK}) (?={_NOT_CJK})\S+)*")
"""What is kept as it stands: one blank between two characters that are not Chinese is."""
_LINE_START = re.compile(r"^[^\S\n]*\S", re.M)
_SAMPLE = 12
_TITLE = re.compile(r"招股(?:说明书|意向书|章程|书)|prospectus", re.I)
"""A running head that says what the document is, and whose."""
_HEADS = 2
"""So many lines at the head or the foot of a page may be running heads."""
_FEW = 3
_MOST = 0.7


@dataclass(slots=True)
class _Part:
    """A page's text without the white space that no reader needs, and where each stretch of it came from."""

    page: Page
    text: str
    starts: list[int]
    places: list[int]

    def offset(self, at: int) -> int:
        """Where in the page's own text the character ``at`` stands."""
        index = bisect_right(self.starts, at) - 1
        return self.places[index] + at - self.starts[index]


class Flow:
    """Pages as running text: lines joined, no space beside a Chinese character, page numbers left out.

    ``text`` is as printed, ``folded`` the same in one script, character for character.
    """

    def __init__(self, pages: Iterable[Page], by_place: bool = False) -> None:
        """Join ``pages`` in order; ``by_place``: where the file tells them from the foot upwards, lines are turned."""
        pages = list(pages)
        upwards = by_place and bool(pages) and all(told_upwards(page) for page in pages[:: max(1, len(pages) // 2)])
        heads = _running_heads(pages)
        first = {head for head in heads if not _TITLE.search(fold(head))}  # whose document it is stays once
        self._parts = [
            _flatten(page, heads if at else first, upwards and told_upwards(page)) for at, page in enumerate(pages)
        ]
        self._starts = [0]
        for part in self._parts:
            self._starts.append(self._starts[-1] + len(part.text))
        self.text = "".join(part.text for part in self._parts)

    @cached_property
    def folded(self) -> str:
        """The text in Simplified characters and half-width punctuation."""
        return fold(self.text)

    @cached_property
    def small(self) -> str:
        """The folded text in small letters, where most patterns are searched for."""
        return small_letters(self.folded)

    @cached_property
    def dates(self) -> list[int]:
        """Where the dates of the text begin: a year is quickly found, and a date stands around it."""
        found = (
            _DATE.search(self.small, max(0, year.start() - _DAY), year.end() + _DAY)
            for year in _YEAR.finditer(self.small)
        )
        return sorted({match.start() for match in found if match})

    @cached_property
    def numbers(self) -> list[int]:
        """Where the numbers of the text begin, or the word before one that says it is not exact."""
        text = self.small
        digits = (match.start() for match in _FIRST_DIGIT.finditer(text))
        found = (_ROUGHLY.search(text, max(0, at - _LONGEST), at) for at in digits)
        return [match.start() for match in found if match]

    def page_of(self, offset: int) -> int:
        """The number of the page on which a character stands."""
        return self._parts[bisect_right(self._starts, offset) - 1].page.number

    def leads(self, start: int, value: int) -> bool:
        """Whether leader dots between ``start`` and ``value`` lead to what follows: not in a timetable told column by column."""
        dots = LEADERS.search(self.text, start, value)
        return dots is None or self._are_level(dots.start() + len(dots[0].rstrip()) - 1, dots.end())

    def _are_level(self, one: int, other: int) -> bool:
        """Whether two characters stand on one page and in one row of it."""
        boxes = self._box(one) + self._box(other)
        if self.page_of(one) != self.page_of(other) or len(boxes) < 2:
            return False
        (_, top, _, bottom), (_, top_, _, bottom_) = boxes
        return max(top, top_) < min(bottom, bottom_)

    def _box(self, at: int) -> list[Box]:
        index = bisect_right(self._starts, at) - 1
        part = self._parts[index]
        offset = part.offset(at - self._starts[index])
        return part.page.boxes(offset, offset + 1)[:1]

    def evidence(self, start: int, end: int, value: int) -> Evidence | None:
        """Evidence for ``text[start:end]``, as far as it stands on the page of the character at ``value``."""
        index = bisect_right(self._starts, value) - 1
        part, base = self._parts[index], self._starts[index]
        first, last = max(start, base) - base, min(end, base + len(part.text)) - base
        while first < last - 1 and part.text[first].isspace():
            first += 1
        runs = list(_runs(part.page.text, [part.offset(at) for at in range(first, last)]))
        quote = "\n".join(part.page.text[run_start:run_end] for run_start, run_end in runs)
        boxes = [box for run_start, run_end in runs for box in part.page.boxes(run_start, run_end)]
        if not boxes:
            return None
        quote = "\n".join(line.strip() for line in quote.split("\n") if line.strip())
        return Evidence(quote=quote, page=part.page.number, bbox=rounded(union(boxes)), bboxes=boxes)


def told_upwards(page: Page) -> bool:
    """Whether the text stream of ``page`` goes from the foot to the head, by the places of some of its lines."""
    starts = [match.end() - 1 for match in _LINE_START.finditer(page.text)]
    sample = starts[:: max(1, len(starts) // _SAMPLE)]
    tops = [boxes[0][1] for start in sample if (boxes := page.boxes(start, start + 1))]
    return len(tops) > _FEW and sum(below < above for above, below in pairwise(tops)) > _MOST * (len(tops) - 1)


def _runs(text: str, offsets: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of ``text`` that hold the characters at ``offsets``, where only white space stands between them."""
    start = end = offsets[0]
    for offset in offsets:
        if offset < end or text[end:offset].strip():
            yield start, end
            start = offset
        end = offset + 1
    yield start, end


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """What most pages begin or end with: a line at their head or foot that is no part of the text."""
    seen = Counter(line for page in pages for line in {line for line, _ in _edge_lines(page.text)})
    return frozenset(line for line, count in seen.items() if count > _FEW and 2 * count > len(pages))


def _edge_lines(text: str) -> list[tuple[str, int]]:
    """The first two lines of a page and the last two, and where they begin; blank ones do not count."""
    lines = [(match[0].strip(), match.start()) for match in _LINE.finditer(text) if not match[0].isspace()]
    return lines[:_HEADS] + lines[_HEADS:][-_HEADS:]


def _apart(text: str, heads: Container[str]) -> set[int]:
    """Where lines begin that are no part of the text: running heads, and a page number before or behind all others.

    >>> sorted(_apart("2\\nText,\\ngoes on\\nDraft\\n- 3 -\\n", {"Draft"}))
    [0, 16, 22]
    """
    edges = _edge_lines(text)
    left = [line for line in edges if line[0] not in heads]
    numbers = [line for line in (left[:1] + left[1:][-1:]) if _PAGE_NUMBER.fullmatch(line[0])]
    return {start for line, start in edges if line in heads} | {start for _, start in numbers}


def _flatten(page: Page, heads: Container[str], upwards: bool) -> _Part:
    text = page.text
    apart = _apart(text, heads)
    lines = [match.span() for match in _LINE.finditer(text) if match.start() not in apart]
    return _Part(page, *_without_space(text, lines[::-1] if upwards else lines))


def _without_space(text: str, keep: list[tuple[int, int]]) -> tuple[str, list[int], list[int]]:
    """Space is kept as one blank between two characters that are not Chinese, and dropped elsewhere.

    With what is kept, where in it each stretch begins that is kept as it stands, and where that stood.

    >>> _without_space("全球 發售  Offer Shares  of", [(0, 23)])
    ('全球發售Offer Shares of ', [0, 2, 4, 16, 17, 19], [0, 3, 7, 19, 21, 22])
    """
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    size = 0
    space: int | None = None
    """Where the space begins that follows what is kept so far."""
    for low, high in keep:
        at = low
        for match in _PRINTED.finditer(text, low, high):
            start, end = match.span()
            if start > at and space is None:
                space = at
            if space is not None and pieces and not is_cjk(pieces[-1][-1]) and not is_cjk(text[start]):
                pieces.append(" ")
                starts.append(size)
                places.append(space)
                size += 1
            pieces.append(match[0])
            starts.append(size)
            places.append(start)
            size += end - start
            at, space = end, None
        if at < high and space is None:
            space = at
    if pieces and not is_cjk(pieces[-1][-1]):
        pieces.append(" ")
        starts.append(size)
        places.append(keep[-1][1] - 1 if space is None else space)
    return "".join(pieces), starts, places
