"""What a name may be made of: the runs of a clause between words of the language and of the field."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


class Part(NamedTuple):
    """A word, or a letter that no word holds, and what it does to a name."""

    start: int
    end: int
    kind: Kind


@cache
def vocabulary() -> dict[str, Kind]:
    """The words of the language and of the field.

    ``stop`` ends a name, ``word`` may stand in one, ``form`` is a legal form, trade or place that names hold.

    >>> [vocabulary()[word] for word in ("公布", "传感器", "科技")]
    ['stop', 'word', 'form']
    """
    words: dict[str, Kind] = dict.fromkeys(_general("nouns"), "word")
    words |= dict.fromkeys(_general("verbs"), "stop")
    words |= dict.fromkeys((word for name in _STOPS for word in subjects()[name]), "stop")
    words |= dict.fromkeys((w for w, cue in cues().items() if len(w) > 1 and not cue.id.endswith(".short")), "stop")
    words |= dict.fromkeys((*subjects()["legal"], *subjects()["forms"], *subjects()["places"]), "form")
    words |= dict.fromkeys((letter for letter in subjects()["neutral"] if len(letter) == 1), "tail")
    words |= dict.fromkeys(subjects()["no_names"], "stop")
    return words


def _general(name: str) -> list[str]:
    lines = files("zhaogu.lexicon").joinpath(f"general_{name}.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def segment(folded: str, start: int, end: int) -> list[Part]:
    """A stretch of text as words, the longest first, and letters that no word holds.

    >>> text = "护肤品牌林清轩挂牌"
    >>> [(text[a:b], kind) for a, b, kind in segment(text, 0, len(text))]
    [('护肤', 'word'), ('品牌', 'stop'), ('林', 'odd'), ('清', 'odd'), ('轩', 'odd'), ('挂牌', 'stop')]
    """
    text, at, parts = folded[start:end], 0, []
    while at < len(text):
        size, kind = _word(text, at) if "\u4e00" <= text[at] <= "\u9fff" else _other(text, at)
        parts.append(Part(start + at, start + at + size, kind))
        at += size
    return parts


def _word(text: str, at: int) -> tuple[int, Kind]:
    """The longest word at a place, and its kind; a letter that no word holds is odd."""
    words = vocabulary()
    for size in range(min(_longest().get(text[at], 0), len(text) - at), 0, -1):
        kind = words.get(text[at : at + size])
        if kind is None:
            continue
        if kind == "word" and size > 2 and text[at + size - 1 : at + size + 1] in _nouns():
            return size - 1, kind  # 護膚品牌 is 護膚 and 品牌, not 護膚品 and a letter
        if size == 2 and any(text[at + 1 : at + 1 + more] in _field() for more in (2, 3)):
            return 1, words.get(text[at], "odd") if words.get(text[at]) != "stop" else "letter"  # 技 and 正式, not 技正
        return size, "letter" if size == 1 and kind == "stop" else kind
    return 1, "odd"


def _other(text: str, at: int) -> tuple[int, Kind]:
    """Latin words, and marks and digits."""
    latin = _LATIN.match(text, at)
    other = latin or _MARKS.match(text, at)
    return (other.end() - at if other else 1), "latin" if latin else "mark"


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
def _longest() -> dict[str, int]:
    """How many letters the longest word has that begins with a letter."""
    longest: dict[str, int] = {}
    for word in vocabulary():
        longest[word[0]] = max(longest.get(word[0], 0), len(word))
    return longest


def runs(parts: list[Part]) -> Iterator[list[Part]]:
    """The longest runs of parts that a name may be made of; a particle may be the second letter of one.

    An odd letter behind the end of a noun is no beginning: 銀國際 in 中銀國際 is no name.
    """
    run: list[Part] = []
    before: Kind = "mark"
    for part in parts:
        broken = not run and part.kind == "odd" and before == "tail"
        if part.kind in ("odd", "latin", "word", "form") and not broken:
            run.append(part)
        elif part.kind == "letter" and len(run) == 1 and run[0].end - run[0].start == 1:
            run.append(part._replace(kind="odd"))
        elif run:
            yield run
            run = []
        before = part.kind
    if run:
        yield run
