"""Patterns that heed no capitals, fast: the engine looks for a first letter many times as fast where it has one form only."""

from __future__ import annotations

import re

_CAPITAL = re.compile(r"(?P<syntax>\\.|\(\?P)|[A-Z]")


def small_letters(text: str) -> str:
    """``text`` in small letters, one for one; the few capitals whose small form takes two characters stay.

    >>> small_letters("Offer Price: HK$2.00"), len(small_letters("İstanbul"))
    ('offer price: hk$2.00', 8)
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char if len(char.lower()) > 1 else char.lower() for char in text)


def in_small(pattern: str) -> re.Pattern[str]:
    """``pattern`` for a text in small letters."""
    return re.compile(without_capitals(pattern))


def without_capitals(pattern: str) -> str:
    r"""What is written of ``pattern`` for a text in small letters: the capitals of its syntax stay.

    >>> without_capitals(r"Mechanism (?P<value>[AB])\b\S")
    'mechanism (?P<value>[ab])\\b\\S'
    """
    return _CAPITAL.sub(lambda match: match["syntax"] or match[0].lower(), pattern)
