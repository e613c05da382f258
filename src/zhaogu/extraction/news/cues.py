"""The cues of news, read from ``lexicon/news_*.toml``: which words say what a figure is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from zhaogu.errors import LexiconError
from zhaogu.model import Basis, Qualifier, Stage, metrics

from .forms import parse
from .wordings import Wordings

_MANY: Final = 100
_GROUP: Final = 32
"""A pattern with more first letters than this is halved into groups of no more than so many."""
_LISTS: Final = frozenset({"words", "blocks", "led_by", "endings"})
FILES: Final = ("offering", "demand", "statements", "context", "stage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words with one meaning: what they read, what they settle for later figures, and the attributes they give.

    ``reads`` maps the type of a figure to a metric, to ``!reason`` for a decoy, or to ``@slot``; ``fills`` says what
    a slot means from here on. ``after``: may stand behind its figure; ``trails``: what it reads
    only there. ``dated``: reads an amount only behind a period in its clause. ``short`` is what the word means in a list whose head
    follows, 銷售、行政及研發開支. ``within``: fills a slot only where the slot says this metric now. ``near``: how far away it still reads.
    ``endings`` make its words of the words of the cues ``led_by``: 攀升 and 至 make 攀升至.
    More of its words are told by the forms of ``news_forms.toml``.
    """

    id: str
    words: tuple[str, ...]
    reads: dict[str, str] = field(default_factory=dict)
    trails: dict[str, str] = field(default_factory=dict)
    fills: dict[str, str] = field(default_factory=dict)
    within: str | None = None
    role: str | None = None
    scope: str | None = None
    bound: str | None = None
    gives: dict[str, str] = field(default_factory=dict)
    qualifier: Qualifier | None = None
    after: bool = False
    dated: bool = False
    short: str | None = None
    near: int | None = None
    behind: int | None = None
    lock: bool = False
    blocks: tuple[str, ...] = ()
    reason: str = ""
    reach: Literal["clause", "sentence", "paragraph"] = "clause"
    led_by: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    label: str | None = None
    sign: str | None = None
    basis: Basis | None = None
    stage: Stage | None = None
    example: str = ""
    finds: str = ""


@cache
def cues() -> dict[str, Cue]:
    """Every cue by its words; a word stands in one cue only."""
    by_word: dict[str, Cue] = {}
    for cue in cue_rows():
        for word in cue.words:
            if by_word.setdefault(word, cue) is not cue:
                raise LexiconError(f"{word!r} is a word of both {by_word[word].id} and {cue.id}")
    for cue in cue_rows():
        for led in (word for id_ in cue.led_by for word in by_id()[id_].words):
            for ending in cue.endings:
                by_word.setdefault(led + ending, cue)
    return by_word


def cue_rows() -> Iterator[Cue]:
    """The cues in the order of their files."""
    for name in FILES:
        for row in table(f"news_{name}.toml")["cue"]:
            cue = Cue(**row | {name: tuple(dict.fromkeys(row[name])) for name in _LISTS & row.keys()})
            for reading in (*cue.reads.values(), *cue.trails.values(), *cue.fills.values()):
                if reading[0] not in "!@" and reading not in metrics() and reading not in cue_slots():
                    raise LexiconError(f"cue {cue.id} reads {reading!r}, which is no metric")
            yield cue


def cue_slots() -> tuple[str, ...]:
    """The values of a slot that are no metric but name a holding."""
    return ("cornerstone", "of_revenue")


@cache
def by_id() -> dict[str, Cue]:
    """Every cue by its id."""
    return {cue.id: cue for cue in cue_rows()}


@cache
def subjects() -> dict[str, tuple[str, ...]]:
    """The word lists of ``news_subjects.toml``."""
    return {name: tuple(dict.fromkeys(words)) for name, words in table("news_subjects.toml").items()}


@cache
def wordings() -> Wordings:
    """All cue words, and the forms of ``news_forms.toml``, as one machine.

    :raises LexiconError: a form is of no cue, or not well made.
    """
    data: dict[str, Any] = table("news_forms.toml")
    forms = []
    for row in data["form"]:
        if row["cue"] not in by_id():
            raise LexiconError(f"news_forms.toml: there is no cue {row['cue']!r}")
        forms += [(parse(form, data["parts"]), row["cue"]) for form in row["forms"]]
    return Wordings({word: cue.id for word, cue in cues().items()}, forms)


def cues_in(text: str) -> Iterator[Cue]:
    """The cues of a text, one behind the other.

    >>> [cue.id for cue in cues_in("本港公开招股环节获认购5倍")]
    ['public', 'subscribed.rate']
    """
    at = 0
    while found := wordings().search(text, at):
        at = found[1]
        yield by_id()[found[2]]


@cache
def word_pattern(*lists: str) -> re.Pattern[str]:
    """One pattern for the words of some lists of ``news_subjects.toml``."""
    return re.compile(trie_pattern(word for name in lists for word in subjects()[name]))


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern that matches the longest of many words without trying each.

    >>> re.compile(trie_pattern(["收", "收報", "收市報"])).match("收市報價").group()
    '收市報'
    """
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    letters = sorted(letter for letter in node if letter)
    tails = [re.escape(letter) + _branch(node[letter]) for letter in letters]
    if not tails:
        return ""
    if len(tails) > _MANY:
        tails = _halves(letters, tails)
    body = tails[0] if len(tails) == 1 and "" not in node else f"(?:{'|'.join(tails)})"
    return body + ("?" if "" in node else "")


def _halves(letters: list[str], tails: list[str]) -> list[str]:
    """Many branches as two, each behind a look at its first letters, for hundreds are slow to try one by one."""
    if len(tails) <= _GROUP:
        return tails
    halves = (slice(len(tails) // 2), slice(len(tails) // 2, None))
    return [f"(?=[{re.escape(''.join(letters[h]))}])(?:{'|'.join(_halves(letters[h], tails[h]))})" for h in halves]


def table(name: str) -> dict[str, Any]:
    """A TOML file of the lexicon."""
    return tomllib.loads(files("zhaogu.lexicon").joinpath(name).read_text(encoding="utf-8"))
