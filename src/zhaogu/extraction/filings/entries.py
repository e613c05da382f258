"""Entries of a cover: a label, a colon, and a value that may go on below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, Word
from zhaogu.reading.pdf import Page

from .label_rules import Rule, rule_for
from .labels import read_label

_COLON = re.compile("[：:﹕︰]")
_PER_SHARE = re.compile(
    r"(?:每股(?:发售股份|h股|股份|[ab]类普通股)?|(?:not more than|up to|介乎|不高于|不超过)|hk\$|us\$|人民币|rmb|港元|\[|\s)+$",
    re.I,
)
_VERB = re.compile(r"(?:为|是|达|共|\b(?:is|are|was|were|of))\s*$", re.I)
"""Words before a number that make a sentence and no entry."""
_OFFERING = re.compile(r"(?:全\s*球\s*发\s*售|股\s*份\s*发\s*售|global offering|share offer)", re.I)
_LABEL_LENGTH = 60
_SHORTEST = 4
_ENOUGH = 3
_LINES = 9
_HANGING = 12.0
"""How far left of the value's beginning, in points, its further lines may hang."""
_APART = 6.0

Splitter = Callable[[str], "tuple[int, int] | None"]


@dataclass(slots=True)
class Entry:
    """One labelled entry of a cover: the words left and right of its colon, and its lines."""

    page: int
    label: list[list[Word]] = field(default_factory=list)
    value: list[list[Word]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    edge: float = 0.0


def cover_pages(pages: Iterable[Page]) -> list[Page]:
    """The pages whose lines begin like entries of a cover, those without colons only where no other is; no boxes.

    A cover may go on over the page: next to a page with colons a single entry is enough.
    """
    pages = list(pages)
    splitters = [_splitter(page.text) for page in pages]
    colons = {at for at, splitter in enumerate(splitters) if splitter is _at_colon}
    if not colons:
        return [page for page, splitter in zip(pages, splitters, strict=True) if splitter]
    beside = {near for at in colons for near in (at - 1, at + 1) if 0 <= near < len(pages)}
    return [page for at, page in enumerate(pages) if at in colons or (at in beside and _has_entry(page.text))]


def _has_entry(text: str) -> bool:
    """Whether a line is an entry of a cover: a label that one has, a colon, and a figure; a stock code stands anywhere."""
    for line in text.split("\n"):
        at = _at_colon(line)
        rule = _rule(line[: at[0]]) if at else None
        if at and rule and rule.metric != "stock_code" and re.search(r"\d", fold(line[at[1] :])):
            return True
    return False


def _splitter(text: str) -> Splitter | None:
    """How the page's entries part label and value: by colons, or by nothing where a cover has lost its colons.

    A page may be told column by column: then a line that begins with its colon is a value, and a line that is a whole
    label has its value elsewhere.
    """
    lines = text.split("\n")
    if sum(_COLON.match(line) is not None or _at_colon(line) is not None for line in lines) >= _ENOUGH:
        return _at_colon
    short = [line for line in lines if _SHORTEST < len(line) < _LABEL_LENGTH]
    headed = any(_OFFERING.search(fold(line)) for line in short)
    if headed and sum(_at_number(line) is not None or _is_label(line) for line in lines) > _ENOUGH:
        return _at_number
    return None


def _is_label(line: str) -> bool:
    """Whether a line is the whole label of a cover and nothing else."""
    return len(line) < _LABEL_LENGTH and _rule(line) is not None


def _rule(text: str) -> Rule | None:
    """The rule of a whole label of a cover."""
    label = read_label(text)
    return rule_for(label, "cover", None) if label else None


def entries_of(page: Page) -> Iterator[Entry]:
    """Entries from the first line with a label on; a line without one goes on with the entry above or below it."""
    entry: Entry | None = None
    above: Line | None = None
    split = _splitter(page.text) or _at_colon
    for line in page.lines:
        parts = _parts(line, split)
        if parts is not None:
            started = _started(entry, above, line)
            if entry:
                yield entry
            entry = _begin(page.number, started, line, *parts)
        elif entry and not _add(entry, line):
            yield entry
            entry = None
        above = line
    if entry:
        yield entry


def _begin(page: int, started: list[Line], line: Line, label: list[Word], value: list[Word]) -> Entry:
    edge = value[0].x0 - _HANGING if value else max((word.x1 for word in label), default=line.x0)
    labels = [*(list(above.words) for above in started), label]
    return Entry(page, labels, [*([] for _ in started), value], [*started, line], edge)


def _add(entry: Entry, line: Line) -> bool:
    """Go on with ``entry``, unless ``line`` is too far below it or runs across label and value as prose does."""
    left = [word for word in line.words if word.x0 < entry.edge]
    right = [word for word in line.words if word.x0 >= entry.edge]
    far = line.top - entry.lines[-1].bottom > 1.2 * (line.bottom - line.top)
    if far or len(entry.lines) > _LINES or (left and right and left[-1].x1 + _APART > right[0].x0):
        return False
    entry.label.append(left)
    entry.value.append(right)
    entry.lines.append(line)
    return True


def _started(entry: Entry | None, above: Line | None, line: Line) -> list[Line]:
    """Lines above ``line`` that begin its label: nothing on the right, and nearer to it than to what they follow."""
    if entry is None:
        close = above is not None and line.top - above.bottom < 0.5 * (line.bottom - line.top)
        return [above] if above is not None and close and read_label(above.text) else []
    taken: list[Line] = []
    below = line
    while len(entry.lines) > 1 and entry.label[-1] and not entry.value[-1]:
        loose = entry.lines[-1]
        if below.top - loose.bottom >= loose.top - entry.lines[-2].bottom - 1:
            break
        taken.insert(0, loose)
        below = loose
        del entry.label[-1], entry.value[-1], entry.lines[-1]
    return taken


def _parts(line: Line, split: Splitter) -> tuple[list[Word], list[Word]] | None:
    """The words of an entry's label and of its value; a word that holds the end of the label is cut there."""
    at = split(line.text)
    if at is None:
        return None
    end, start = at
    seen = 0
    label: list[Word] = []
    for index, word in enumerate(line.words):
        seen = line.text.index(word.text, seen) + len(word.text)
        if seen >= start:
            cut = len(word.text) - (seen - end)
            edge = word.x0 + (word.x1 - word.x0) * max(cut, 0) / len(word.text)
            head = [replace(word, text=word.text[:cut], x1=edge)] if cut > 0 else []
            rest = word.text[len(word.text) - (seen - start) :]
            tail = [replace(word, text=rest, x0=edge)] if rest else []
            return [*label, *head], [*tail, *line.words[index + 1 :]]
        label.append(word)
    return None


def _at_colon(text: str) -> tuple[int, int] | None:
    """Where the label of an entry ends and its value begins, by a colon."""
    match = _COLON.search(text)
    if not match or match.start() > _LABEL_LENGTH or text.startswith("//", match.end()):
        return None
    label = text[: match.start()]
    return (match.start(), match.end()) if read_label(label) or _continued(label) else None


def _at_number(text: str) -> tuple[int, int] | None:
    """The same where the colon is missing: the words before the first number are a whole label."""
    number = re.search(r"\d", fold(text))
    if not number or number.start() > _LABEL_LENGTH:
        return None
    head = _PER_SHARE.sub("", fold(text)[: number.start()])
    if _VERB.search(head):
        return None
    return (len(head), len(head)) if len(head.strip()) > 1 and _rule(head) else None


def _continued(label: str) -> bool:
    """Whether the words before a colon are the first line of a longer label."""
    return bool(re.search("發售|发售|offer", label, re.I)) and len(label) < _LABEL_LENGTH
