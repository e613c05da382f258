"""What a name may be made of: the runs of a clause between words of the language and of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from .cues import cues, subjects

Kind = Literal["odd", "latin", "word", "form", "stop", "letter", "tail", "mark"]
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.&'’\-]*(?: [A-Z][A-Za-z0-9.&'’\-]*)*[A-Za-z0-9]|[A-Za-z]")
_STOPS: Final = (
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

_LISTS: Final = ("general", "press")
"""The words of a dictionary, and those of the financial press that it lacks."""
_FIRST: Final = 0x4E00
_LAST: Final = 0x9FFF
"""The ideographs."""
_HELD_LETTER: Final = re.compile("[\u4e00-\u9fffA-Za-z]")
_HELD: Final = frozenset({"odd", "latin", "word", "form"})
"""What names are made of."""


Part = tuple[int, int, Kind]
"""A word, or a letter that no word holds: where it begins and ends, and what it does to a name."""


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


def segment(folded: str, start: int, end: int) -> list[Part]:
    """A stretch of text as words, the longest first, and letters that no word holds: where they stand, and their kinds.

    >>> text = "护肤品牌林清轩挂牌"
    >>> [(text[a:b], kind) for a, b, kind in segment(text, 0, len(text))]
    [('护肤', 'word'), ('品牌', 'stop'), ('林', 'odd'), ('清', 'odd'), ('轩', 'odd'), ('挂牌', 'stop')]
    """
    words, pairs, sizes, nouns, field = vocabulary(), _pairs(), _sizes(), _nouns(), _field()
    parts: list[Part] = []
    at = start
    while at < end:
        begin = at
        kind: Kind
        found, size = None, 2
        pair = pairs.get(folded[at : at + 2]) if at + 1 < end else None
        if pair is None:
            if not _FIRST <= ord(folded[at]) <= _LAST:
                at, kind = _other(folded, at, end)
                parts.append((begin, at, kind))
                continue
        else:
            found, begins = pair
            for longer in sizes.get(folded[at : at + 3], ()) if begins else ():
                if at + longer <= end and (word := words.get(folded[at : at + longer])) is not None:
                    found, size = word, longer
                    break
            if size == 2 and (thirds := field.get(folded[at + 1 : at + 3])) is not None:
                found = None if "" in thirds or folded[at + 3 : at + 4] in thirds else found  # 技 and 正式, not 技正
        if found is None:
            at, kind = at + 1, words.get(folded[at], "odd")
            kind = "letter" if kind == "stop" else kind
        else:
            at, kind = at + size, found
            if size > 2 and kind == "word" and at < end and folded[at - 1 : at + 1] in nouns:
                at -= 1  # 護膚品牌 is 護膚 and 品牌, not 護膚品 and a letter
        parts.append((begin, at, kind))
    return parts


def _other(text: str, at: int, end: int) -> tuple[int, Kind]:
    """Latin words, and marks and digits."""
    if text[at].isalpha() and (latin := _LATIN.match(text, at, end)) is not None:
        return latin.end(), "latin"
    held = _HELD_LETTER.search(text, at + 1, end)
    return (held.start() if held else end), "mark"


@cache
def _field() -> dict[str, set[str]]:
    """The words of the field that end a name, of two letters or three: their third letters, if any, by the first two."""
    words = {word for name in ("stops", "events", "verbs", "acts") for word in subjects()[name]}
    words |= {word for word, cue in cues().items() if not cue.id.endswith(".short")}
    thirds: dict[str, set[str]] = {}
    for word in words:
        if len(word) in (2, 3):
            thirds.setdefault(word[:2], set()).add(word[2:])
    return thirds


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for word in subjects()["descriptors"] if len(word) == 2)


@cache
def _pairs() -> dict[str, tuple[Kind | None, bool]]:
    """Two letters that are a word or begin one: its kind, and whether longer ones begin so. The first is an ideograph."""
    pairs: dict[str, tuple[Kind | None, bool]] = {
        letters[:2]: (None, True) for letters in _sizes() if _FIRST <= ord(letters[0]) <= _LAST
    }
    kinds = {(kind, longer): (kind, longer) for kind in set(vocabulary().values()) for longer in (False, True)}
    pairs |= {
        word: kinds[kind, word in pairs]
        for word, kind in vocabulary().items()
        if len(word) == 2 and _FIRST <= ord(word[0]) <= _LAST
    }
    return pairs


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """How many letters the words have that begin with three letters, the longest first: few letters make a beginning."""
    sizes: dict[str, set[int]] = {}
    for word in vocabulary():
        if len(word) > 2:
            sizes.setdefault(word[:3], set()).add(len(word))
    return {letters: tuple(sorted(found, reverse=True)) for letters, found in sizes.items()}


def runs(parts: Iterable[Part]) -> list[list[Part]]:
    """The longest runs of parts that a name may be made of; a particle may be the second letter of one.

    An odd letter behind the end of a noun is no beginning: 銀國際 in 中銀國際 is no name.
    """
    found: list[list[Part]] = []
    run: list[Part] = []
    before: Kind = "mark"
    for part in parts:
        kind = part[2]
        if kind in _HELD and (run or kind != "odd" or before != "tail"):
            if not run:
                found.append(run)
            run.append(part)
        elif kind == "letter" and len(run) == 1 and run[0][1] - run[0][0] == 1:
            run.append((part[0], part[1], "odd"))
        elif run:
            run = []
        before = kind
    return found
