"""What may be a company's name, by its letters and words, wherever it stands."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from .cues import cues, subjects, trie_pattern, word_pattern, wordings
from .edges import Endings, Openings
from .phrases import LATIN, NAME_STOP, stops

_KEPT: Final = 4_096
"""So many phrases are remembered, for an article asks for the same again and again."""
_COUNTED: Final = re.compile(r"[一两二三四五六七八九十百几多数]+[家只隻名间个位大款成年月日季天次批轮股份宗签手]")
_ORDINAL: Final = re.compile(r"第[一二三四五六七八九十]+[套条类批届项阶款]")
_NUMBERED: Final = re.compile(r"(?<![A-Za-z0-9])\d")
_DATED: Final = re.compile(
    r"第[\d一二三四五六七八九十]|\d[A-Z]?[章条节款类]|^(?:周|星期|礼拜)[一二三四五六日天]$|^[两二三四五六七八九十].{0,4}[股企家]$|\d[年月日]|\d号$|[一二三四五六七八九十零〇]年|\d[万亿元倍股名家%]|^\d+[.\-]?\d*$|[一二三四五六七八九十百千\d][万亿]"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_HELD: Final = frozenset("【】|丨—…→?!")
_NEVER_FIRST: Final = frozenset("这该其此那哪呢谁何他她它的已未被把须若")
"""What no name begins with, however often it comes."""
_BEYOND: Final = 6
"""So far behind a phrase a word of the field may end that begins in it."""
_FIRST: Final = frozenset("这该其有某每此那哪呢他她它们我你另不的是在为")
_LAST: Final = frozenset("以于在至及和与的了是有今昨明")
"""What no name begins with or ends with."""


@lru_cache(maxsize=_KEPT)
def is_name(phrase: str, strict: bool = True) -> bool:
    """Whether a phrase may be a company's name: none of the field's own nouns, no pronoun.

    >>> is_name("优必选"), is_name("散户投资者"), is_name("该公司")
    (True, False, False)
    """
    phrase = phrase.strip()
    if (strict and phrase[:1] == "同") or not _is_no_noun(phrase):
        return False
    return _legal().of(phrase) or not _heads(strict).of(phrase)


@lru_cache(maxsize=_KEPT)
def _is_no_noun(phrase: str) -> bool:
    """What :func:`is_name` asks of a phrase, strictly or not: its letters, and no word of the field in it."""
    if not 2 <= len(phrase) <= 24 or phrase[0] in _FIRST or phrase[-1] in _LAST or phrase in _no_names():
        return False
    if not _HELD.isdisjoint(phrase) or _COUNTED.match(phrase) or _no_beginnings().of(phrase):
        return False
    if not _LETTER.search(phrase) or _ORDINAL.search(phrase) or word_pattern("generic").search(phrase):
        return False
    if not phrase.isascii() and _NUMBERED.search(phrase):
        return False
    return not _holds_cue(phrase)


@lru_cache(maxsize=_KEPT)
def is_called(phrase: str) -> bool:
    """Whether a phrase that comes again and again may be a name, however a name seldom looks: with figures, 每, 公司.

    >>> [is_called(phrase) for phrase in ("36氪", "每日互动", "首单存托凭证", "该公司", "三年", "2024年", "散户投资者")]
    [True, True, False, False, False, False, False]
    """
    if phrase in _no_names() or phrase in _field_words() or _leads().of(phrase):
        return False
    if phrase.endswith(("公司", "企业")) and any(phrase[:-2] in subjects()[name] for name in ("legal", "forms")):
        return False
    if phrase.endswith("股") and not phrase.endswith("控股"):
        return False
    if not phrase[0].isalnum() or NAME_STOP.search(phrase) or phrase[0] in _NEVER_FIRST:
        return False
    if not _LETTER.search(phrase) or _DATED.search(phrase) or word_pattern("generic").search(phrase):
        return False
    return not _holds_cue(phrase)


def may_open(pair: str) -> bool:
    """Whether what :func:`is_called` allows may begin with two letters: most clauses begin otherwise."""
    return pair not in _no_pairs() and pair[:1].isalnum() and pair[0] not in _NEVER_FIRST


@cache
def _no_pairs() -> frozenset[str]:
    """Two letters that are no opening of a name, or a word of the field, unless a short cue begins so."""
    short = (word for word, cue in cues().items() if cue.id.endswith(".short"))
    field = {word for word in cues() if len(word) == 2} - {word[:2] for word in short}
    return frozenset({word for word in _no_openings() if len(word) == 2} | field)


@cache
def _leads() -> Openings:
    return Openings(_no_openings())


@cache
def _no_openings() -> tuple[str, ...]:
    """What no name begins with that comes again and again: verbs and adverbs of the press, but for days."""
    return (*subjects()["same"], *(word for word in subjects()["stops"] if len(word) > 1 and word[0] not in "今每周"))


@lru_cache(maxsize=_KEPT)
def made_of_field(phrase: str) -> bool:
    """Whether the words of the field and of the press make up a phrase.

    >>> made_of_field("其余股份"), made_of_field("海底捞")
    (True, False)
    """
    return _field_pattern().fullmatch(phrase) is not None


@cache
def _field_words() -> frozenset[str]:
    lists = (
        "no_names",
        "neutral",
        "stops",
        "events",
        "peers",
        "away",
        "leaders",
        "before_verbs",
        "former",
        "latter",
        "both",
    )
    return frozenset(word for name in lists for word in subjects()[name])


@cache
def _field_pattern() -> re.Pattern[str]:
    lists = (
        "neutral",
        "stops",
        "leaders",
        "before_verbs",
        "verbs",
        "acts",
        "away",
        "no_names",
        "no_beginnings",
        "markets",
    )
    return re.compile(rf"(?:{trie_pattern(word for name in lists for word in subjects()[name])})+")


def first_cue(folded: str, start: int, end: int) -> int:
    """Where the first word of the field begins between two places, else the second of them.

    >>> text = "归母净利润"
    >>> first_cue(text, 0, 3), first_cue("海底捞净利润", 0, 3)
    (0, 3)
    """
    at, text = 0, folded[start : end + _BEYOND]
    while found := wordings().search(text, at):
        begin, at, id_ = found
        if at - begin > 1 and not id_.endswith(".short"):
            return min(end, start + begin)
    return end


def _holds_cue(phrase: str) -> bool:
    """Whether a word of the field stands in a phrase."""
    return first_cue(phrase, 0, len(phrase)) < len(phrase)


@cache
def _no_beginnings() -> Openings:
    """Words that no name begins with."""
    lists = ("same", "no_beginnings", "former", "latter", "both")
    return Openings(word for name in lists for word in subjects()[name])


@cache
def _no_names() -> frozenset[str]:
    return frozenset(word for name in ("places", "same", "legal") for word in subjects()[name])


@cache
def _legal() -> Endings:
    return Endings(subjects()["legal"])


@cache
def _heads(strict: bool) -> Endings:
    return Endings(word for word in subjects()["neutral"] if strict or len(word) > 1)


def is_plain_name(phrase: str, strict: bool = True) -> bool:
    """Whether a phrase may be a name and holds no verb or adverb of the press."""
    if not is_name(phrase, strict) or phrase[-1] == "的":
        return False
    latin = LATIN.match(phrase)
    return stops().search(phrase, latin.end() if latin else 0) is None
