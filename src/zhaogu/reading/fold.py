"""Folding a text to one script and one width, character for character, so that offsets stay true."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) != "，"}
_SPACES = dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
)
_VARIANTS = {
    "﹒": ".",
    "．": ".",
    "﹐": ",",
    "﹕": ":",
    "﹪": "%",
    "﹩": "$",
    "﹣": "-",
    "－": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "〜": "~",
    "∼": "~",
    "﹙": "(",
    "﹚": ")",
    "〔": "(",
    "〕": ")",
    "﹝": "(",
    "﹞": ")",
    "￥": "¥",
    "￠": "¢",
    "￡": "£",
    "・": "·",
    "･": "·",
    "∙": "·",
    "⋅": "·",
    "⦁": "•",
    "囘": "回",
    "\x00": "\ufffd",  # OpenCC reads no further than a NUL
}
_TABLE = {**_WIDE, **_SPACES, **_VARIANTS}
_ODD = re.compile("[" + "".join(map(re.escape, _TABLE)) + "\ud800-\udfff]")
_WIDE_COMMA = re.compile("，(?<=[０-９]，)(?=[０-９])")  # a thousands separator only where the digits are wide too
_HAN = re.compile("[㐀-鿿豈-﫿\U00020000-\U0003ffff]")


def fold(text: str) -> str:
    """``text`` in Simplified characters and ASCII digits, letters and punctuation; every offset unchanged.

    Full-width commas stay what they are, a pause between clauses, unless they group full-width digits.

    >>> fold("募資５４．８億港元，超購１，２０９倍")
    '募资54.8亿港元，超购1,209倍'
    >>> len(fold("凈利潤 ﹒後")) == len("凈利潤 ﹒後")
    True
    """
    if text.isascii():
        return text.replace("\t", " ").replace("\x00", "\ufffd")
    if "，" in text:
        text = _WIDE_COMMA.sub(",", text)
    text = _ODD.sub(_replace, text)
    if not _HAN.search(text):
        return text
    folded = _simplifier()(text)
    return folded if len(folded) == len(text) else "".join(map(_simplifier(), text))


def _replace(match: re.Match[str]) -> str:
    return _TABLE.get(match[0], "\ufffd")


@cache
def _simplifier() -> Callable[[str], str]:
    """OpenCC's Hong Kong to Simplified table: character for character, loaded when first needed."""
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("hk2s").convert
    return convert
