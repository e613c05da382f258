"""Whether the text of a PDF page can be trusted: readable, empty (a scan), or garbled (glyphs without a character map).

A garbled page still has letters and digits in its text, only not those that are printed; whatever is read from it is
wrong and looks right. Still, leaders, bullets and single odd characters are everywhere, so each rule wants much of one
kind before it speaks.
"""

from __future__ import annotations

import re
from typing import Literal

Condition = Literal["readable", "empty", "garbled"]

_HAN = "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# All that filings are printed in: Latin, Greek, Cyrillic, Arabic, Thai, Hangul, kana and Han, with their punctuation and
# symbols. What is left is private use, control characters, noncharacters, and scripts that only wrong codes lead to.
_STRANGE = (
    "[^\t\n\r\x20-\x7e\xa0-\u052f\u0590-\u06ff\u0e00-\u0e7f\u1e00-\u27bf\u2900-\u2bff\u2e80-\u33ff"
    f"{_HAN}\uac00-\ud7a3\ufb00-\ufb06\ufe10-\ufe4f\uff01-\uffe6\ufffe\U0001f100-\U0001faff]"
)
_ODD = re.compile(_STRANGE)
_LEADERS = re.compile(r"(\(cid:\d+\)|[^\w\s\ufffd])(?:\s*\1){2,}")
_BULLET = re.compile(rf"(?<!\S){_STRANGE}(?!{_STRANGE})")
_GLYPH_NAME = re.compile(r"\(cid:\d+\)")
_VISIBLE = re.compile(r"\S")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_UNITS = "[%％年月日元股倍萬万億亿百千]"
# Figures without a digit: letters or odd characters grouped by threes, odd characters before a unit.
_GROUPED_LETTERS = re.compile(r",[A-Za-z]{3}(?![\w,])")
_LETTERS_FOR_DIGITS = re.compile(r"(?<![\w,])[A-Za-z]{1,3}(?:,[A-Za-z]{3})+(?![\w,])")
_ODD_FOR_DIGITS = re.compile(rf"(?<!\w){_STRANGE}{{1,3}}(?:,{_STRANGE}{{3}})+(?!\w)|(?<!\n){_STRANGE}+{_UNITS}")
_FIGURE = re.compile(rf"(?<!\w)\d{{1,3}}(?:,\d{{3}})+|\d{_UNITS}")

_HAN_ONE = re.compile(f"[{_HAN}]")
# They make up a fifth of any Chinese text about companies, and six per cent of its strangest page.
_COMMON = frozenset(
    "的一是不在人有以上年月日為为可能和或及於于由與与其本該该所之公司份股中國国大分行期資资產产業业會会發发合法市場场數数第金元時时後后港計计香民"
)
_SPACES = bytes(range(33))
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_VOWELS = b"aeiouAEIOU"
_MARKS = b"!\"#$%&'()*+,-./:;<=>@[\\]^_`{|}~"
_ACCENTED = bytes({*range(0x80, 0x100)} - set(b"\xa0\xa3\xa9\xad\xae\xb0\xb1\xb7"))

_FEW = 4
_SHARE = 0.1


def condition(text: str) -> Condition:
    """What the characters of a page are worth.

    >>> condition("收益 48,215 56,340"), condition("– –"), condition("收益 \\ue013\\ue017,\\ue011\\ue010\\ue014")
    ('readable', 'empty', 'garbled')
    """
    odd = len(_ODD.findall(text)) >= _FEW
    if (odd and _is_odd(text)) or _is_glyph_names(text) or _has_false_figures(text, odd) or _is_mojibake(text):
        return "garbled"
    return "readable" if _ALPHANUMERIC.search(text) else "empty"


def _is_odd(text: str) -> bool:
    """Private-use, control and other odd characters; bullets, and leaders of one again and again, do not count."""
    rest = _BULLET.sub(" ", _LEADERS.sub(" ", text))
    odd = len(_ODD.findall(rest))
    return odd >= _FEW and odd > _SHARE * len(_VISIBLE.findall(rest))


def _is_glyph_names(text: str) -> bool:
    """``(cid:12)(cid:7)``: the names that programs give to glyphs whose characters they do not know."""
    if text.count("(cid:") < _FEW:
        return False
    rest = _LEADERS.sub(" ", text)
    names = _GLYPH_NAME.findall(rest)
    return len(names) >= _FEW and sum(map(len, names)) > _SHARE * len(_VISIBLE.findall(rest))


def _has_false_figures(text: str, odd: bool) -> bool:
    """``QM,ROS`` for ``48,215``: the digits alone have no character map, or a wrong one."""
    false = 0
    if len(_GROUPED_LETTERS.findall(text)) >= _FEW:
        false += len(_LETTERS_FOR_DIGITS.findall(text))
    if odd:
        false += len(_ODD_FOR_DIGITS.findall(text))
    return false >= _FEW and false > _SHARE * len(_FIGURE.findall(text))


def _is_mojibake(text: str) -> bool:
    """Characters that no language writes in such a mixture."""
    narrow = text.encode("latin-1", "replace")
    visible = _count(narrow, _SPACES, other=True)
    if visible < 40:
        return False
    latin = _count(narrow, _LETTERS)
    return (
        _is_accented(narrow, latin)
        or (latin >= 300 and _count(narrow, _VOWELS) < 0.12 * latin)
        or (_count(narrow, _MARKS) > 0.6 * visible and _is_marks(text))
        or (not text.isascii() and _is_unlikely_han(text))
    )


def _is_accented(narrow: bytes, latin: int) -> bool:
    """``ÖÐ¹ú``: more accents than any language has; ``?`` stands for whatever is wider than Latin-1."""
    accented = _count(narrow, _ACCENTED)
    letters = accented + latin + narrow.count(b"?")
    return letters >= 40 and accented > 0.25 * letters


def _count(text: bytes, of: bytes, other: bool = False) -> int:
    """How many characters of ``text`` are among ``of``, or are not."""
    rest = len(text.translate(None, of))
    return rest if other else len(text) - rest


def _is_marks(text: str) -> bool:
    """Punctuation all over, apart from leaders."""
    rest = _LEADERS.sub(" ", text).encode("latin-1", "replace")
    visible = _count(rest, _SPACES, other=True)
    return visible >= 40 and _count(rest, _MARKS) > 0.6 * visible


def _is_unlikely_han(text: str) -> bool:
    """A page of Chinese without the characters that no Chinese text can do without; a sample decides for most."""
    sample = text[:: len(text) // 300 + 1]
    if 10 * len(_HAN_ONE.findall(sample)) < len(sample) or 20 * sum(map(_COMMON.__contains__, sample)) > len(sample):
        return False
    han = len(_HAN_ONE.findall(text))
    return han >= 200 and sum(map(_COMMON.__contains__, text)) < 0.02 * han
