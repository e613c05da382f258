"""The forms of the frames that hold names, and the words of time and place around them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from .cues import subjects, table, trie_pattern
from .forms import Group, as_pattern, parse

_DAYS: Final = (
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|[今明昨]?[起至]|(?:下|本|上|至|当地时间)?(?:周|星期|礼拜)[一二三四五六日]"
    r"|(?:北京|美东|美国|当地|香港|本地)时间|[今昨明][日天早晨晚午]|[早晚午]间|[上下中]午|时间|已经?|正|刚刚|刚|顺利|则|也|亦|同样|终于|[在来赴]港|日前|近日|近期|最快|或|计划|即将|年内|率先|据报|据悉|据传|市传|消息指|有望|或将|料将|料|预计|预期|寻求|争取|拟|考虑"
)
_PAST: Final = r"(?!以来|至今|[一两二三四五六七八九十几数\d]+个?多?[年月周天日]|现场|仪式)"
"""Behind an act of the past, or the place of it."""


@cache
def frame_words(name: str) -> tuple[str, ...]:
    """The words of one list of the frames."""
    return tuple(table("news_frames.toml")[name])


@cache
def leads() -> re.Pattern[str]:
    """What leads to a name in its clause."""
    return re.compile(rf"(?:{trie_pattern(frame_words('leads'))})了?对?")


@cache
def time_and_place() -> re.Pattern[str]:
    """Words of time and place that open a clause."""
    return re.compile(rf"(?:{_time_and_place()})+")


@cache
def before_act() -> re.Pattern[str]:
    """Words of time and place between a name and its act."""
    return re.compile(rf"(?:{_time_and_place()})+\s*$")


@cache
def _time_and_place() -> str:
    where = as_pattern("<board>", table("news_frames.toml")["parts"])
    return rf"{trie_pattern(subjects()['before_verbs'])}|{_DAYS}|{where}"


class _Forms:
    """All forms of one side of a name, by the letters that they begin with."""

    def __init__(self, side: str) -> None:
        """Make one pattern of the forms of each letter."""
        data: dict[str, Any] = table("news_frames.toml")
        after = _PAST if side == "behind" else ""
        by_letter: dict[str, list[str]] = {}
        for form in (form for row in data["frame"] for form in row.get(side, ())):
            for letter in _first(parse(form, data["parts"]))[0]:
                by_letter.setdefault(letter, []).append(as_pattern(form, data["parts"]))
        self._by_letter = {letter: re.compile(rf"(?:{'|'.join(forms)}){after}") for letter, forms in by_letter.items()}
        self._letters = re.compile(f"[{re.escape(''.join(sorted(by_letter)))}]")

    def all(self, folded: str) -> list[re.Match[str]]:
        """Where a text has them, one behind the other."""
        found: list[re.Match[str]] = []
        end = 0
        for letter in self._letters.finditer(folded):
            at = letter.start()
            if at >= end and (match := self._by_letter[folded[at]].match(folded, at)) is not None:
                found.append(match)
                end = match.end()
        return found


@cache
def forms_of(side: str) -> _Forms:
    """The forms of one side of a name: ``behind`` or ``before``."""
    return _Forms(side)


def _first(group: Group) -> tuple[set[str], bool]:
    """The letters that a form may begin with, and whether it may be nothing."""
    letters: set[str] = set()
    nothing = group.optional
    for row in group.choices:
        for piece, after in zip(row, (*row[1:], ""), strict=True):
            found, empty = _first(piece) if isinstance(piece, Group) else ({piece.lstrip("*+")[:1]}, piece in "*+")
            letters |= found - {""}
            if not empty and not (isinstance(after, str) and after.startswith("*")):
                break
        else:
            nothing = True
    return letters, nothing
