"""What a name may be made of: the runs of a clause between words of the language and of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from .cues import cues, subjects

Kind = Literal["odd", "latin", "word", "form", "stop", "letter", "tail", "mark"]
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&'’\-]*(?: [A-Z][A-Za-z0-9.&'’\-]*)*[A-Za-z0-9]|[A-Za-z]")
_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_STOPS = (
    "leaders",
    "stops",
    "events",
    "generic",
    "verbs",
    "acts",
    "peers",
    "away",
    "neutral",
    "before_verbs",
    "descriptors",
)

_LISTS = ("general", "press")
"""The words of a dictionary, and those of the financial press that it lacks."""
_SHORT = (2,)
"""So many letters a word may have where no longer one begins."""
_HELD = frozenset({"odd", "latin", "word", "form"})
"""What names are made of."""


class Part(NamedTuple):
    """A word, or a letter that no word holds, and what it does to a name."""

    start: int
    end: int
    kind: Kind


@cache
def vocabulary() -> dict[str, Kind]:
    """The words of the language and of the field.

    ``stop`` ends a name, ``word`` may stand in one, ``form`` is a legal form, trade or place that names hold.

    >>> [vocabulary()[word] for word in ("公布", "派筹", "申报稿", "传感器", "科技")]
    ['stop', 'stop', 'word', 'word', 'form']
    """
    words: dict[str, Kind] = dict.fromkeys(_listed("nouns"), "word")
    words |= dict.fromkeys(_listed("verbs"), "stop")
    words |= dict.fromkeys((word for name in _STOPS for word in subjects()[name]), "stop")
    words |= dict.fromkeys((w for w, cue in cues().items() if len(w) > 1 and not cue.id.endswith(".short")), "stop")
    words |= dict.fromkeys((*subjects()["legal"], *subjects()["forms"], *subjects()["places"]), "form")
    words |= dict.fromkeys((letter for letter in subjects()["neutral"] if len(letter) == 1), "tail")
    words |= dict.fromkeys(subjects()["no_names"], "stop")
    return words


def _listed(kind: str) -> list[str]:
    folder = files("zhaogu.lexicon")
    texts = [folder.joinpath(f"{name}_{kind}.txt").read_text(encoding="utf-8") for name in _LISTS]
    return [word for text in texts for line in text.splitlines() if not line.startswith("#") for word in line.split()]


def segment(folded: str, start: int, end: int) -> list[tuple[int, int, Kind]]:
    """A stretch of text as words, the longest first, and letters that no word holds: where they stand, and their kinds.

    >>> text = "护肤品牌林清轩挂牌"
    >>> [(text[a:b], kind) for a, b, kind in segment(text, 0, len(text))]
    [('护肤', 'word'), ('品牌', 'stop'), ('林', 'odd'), ('清', 'odd'), ('轩', 'odd'), ('挂牌', 'stop')]
    """
    words, sizes, nouns, field = vocabulary(), _sizes(), _nouns(), _field()
    parts: list[tuple[int, int, Kind]] = []
    at = start
    while at < end:
        letter, begin = folded[at], at
        kind: Kind
        if not "\u4e00" <= letter <= "\u9fff":
            at, kind = _other(folded, at, end)
            parts.append((begin, at, kind))
            continue
        for size in sizes.get(folded[at : at + 3], _SHORT):
            if at + size <= end and (found := words.get(folded[at : at + size])) is not None:
                if size == 2 and (folded[at + 1 : at + 3] in field or folded[at + 1 : at + 4] in field):
                    continue  # 技 and 正式, not 技正
                at, kind = at + size, found
                if size > 2 and kind == "word" and at < end and folded[at - 1 : at + 1] in nouns:
                    at -= 1  # 護膚品牌 is 護膚 and 品牌, not 護膚品 and a letter
                break
        else:
            at, kind = at + 1, words.get(letter, "odd")
            kind = "letter" if kind == "stop" else kind
        parts.append((begin, at, kind))
    return parts


def _other(text: str, at: int, end: int) -> tuple[int, Kind]:
    """Latin words, and marks and digits."""
    if (latin := _LATIN.match(text, at, end)) is not None:
        return latin.end(), "latin"
    marks = _MARKS.match(text, at, end)
    return marks.end() if marks else at + 1, "mark"


@cache
def _field() -> frozenset[str]:
    """The words of the field that end a name."""
    words = {word for name in ("stops", "events", "verbs", "acts") for word in subjects()[name]}
    words |= {word for word, cue in cues().items() if not cue.id.endswith(".short")}
    return frozenset(word for word in words if len(word) in (2, 3))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for word in subjects()["descriptors"] if len(word) == 2)


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """How many letters the words have that begin with three letters, the longest first: few letters make a beginning."""
    sizes: dict[str, set[int]] = {}
    for word in vocabulary():
        if len(word) > 2:
            sizes.setdefault(word[:3], {2}).add(len(word))
    return {letters: tuple(sorted(found, reverse=True)) for letters, found in sizes.items()}


def runs(parts: Iterable[tuple[int, int, Kind]]) -> Iterator[list[Part]]:
    """The longest runs of parts that a name may be made of; a particle may be the second letter of one.

    An odd letter behind the end of a noun is no beginning: 銀國際 in 中銀國際 is no name.
    """
    run: list[Part] = []
    before: Kind = "mark"
    for start, end, kind in parts:
        if kind in _HELD and (run or kind != "odd" or before != "tail"):
            run.append(Part(start, end, kind))
        elif kind == "letter" and len(run) == 1 and run[0].end - run[0].start == 1:
            run.append(Part(start, end, "odd"))
        elif run:
            yield run
            run = []
        before = kind
    if run:
        yield run
