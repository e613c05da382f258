"""Whether a period is only named to compare with: ``較2023年``, ``高於2024年全年``, ``與前年的9億元相若``."""

from __future__ import annotations

import re
from typing import Final

_COMPARED: Final = re.compile(
    r"(?:较|(?<!占)比|对比|相较|相比)[^,，、和及与年]{0,6}$"
    r"|(?:相当于|等于|超过|超越|高于|低于|高过|低过|多于|少于|好于|优于|逊于|逊色于|接近|不及|远超|媲美)[^,，、和及与年\d]{0,4}$"
)
_COMPARES: Final = frozenset("较比当等超高低多少好优逊接不远媲")
"""What those words begin with."""
_NEAR: Final = 8
_LIKE: Final = re.compile(r"[与和跟同]\s*$")
_ALIKE: Final = re.compile(
    r"[^,，。;；]{0,18}(?:相若|相近|相当|相仿|持平|接近|差不多|大致相同|大致一样|看齐|比较|相比|对比)"
)
"""Around a year: what is told of it only compares."""


def only_compares(folded: str, start: int, end: int) -> bool:
    """Whether the words around a period say that what is told of it only compares."""
    if not _COMPARES.isdisjoint(folded[max(0, start - _NEAR) : start]) and _COMPARED.search(
        folded, max(0, start - _NEAR), start
    ):
        return True
    return bool(_LIKE.search(folded, max(0, start - 2), start) and _ALIKE.match(folded, end))
