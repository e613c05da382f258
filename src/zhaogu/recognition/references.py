"""Bare numbers that refer or enumerate and count nothing: 附注12, Rule 8.08, 热线800 968 968, (1), 一、."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .words import words

_REACH: Final = 20
_LONGEST: Final = 4  # 附注 3,456 is an amount in a table
_GAP: Final = r"[ .:：(（+]{0,3}"
_PHONE: Final = re.compile(r"[0-9][0-9 ()-]{5,}[0-9]")
_ENUMERATED: Final = re.compile(
    r"(?:(?<=\n)|^) *\(?(?:[0-9]{1,2}(?:[、)](?! ?[0-9])|\.(?![0-9]))|[一二三四五六七八九十]{1,3}[、)])"
)
_ASIDE: Final = re.compile(r"\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)")


def reference_end(text: str, start: int, end: int) -> int:
    """Where the reference ends that the bare number ``text[start:end]`` is part of; 0 where it is none.

    >>> reference_end("见附注12", 3, 5), reference_end("热线800 968 968", 2, 5), reference_end("共计12", 2, 4)
    (5, 13, 0)
    """
    previous = text[start - 1] if start else "\n"
    if previous in _before():
        floor = max(0, start - _REACH)
        if _referring().search(text, floor, start) and end - start <= _LONGEST:
            return end
        if _calling().search(text, floor, start) and (phone := _PHONE.match(text, start)):
            return phone.end()
    if previous in "\n (" and end - start <= 3:
        if previous == "(" and _ASIDE.match(text, start - 1):
            return end
        line = text.rfind("\n", max(0, start - 8), start) + 1
        if not text[line:start].strip(" (") and _ENUMERATED.match(text, line):
            return end
    return 0


@cache
def _before() -> frozenset[str]:
    return frozenset(" .:：(（+") | {word[-1] for word in (*words("units", "reference"), *words("units", "telephone"))}


@cache
def _referring() -> re.Pattern[str]:
    return _pattern("reference")


@cache
def _calling() -> re.Pattern[str]:
    return _pattern("telephone")


def _pattern(section: str) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, sorted(words("units", section), key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z])(?:{choices}){_GAP}\Z")
