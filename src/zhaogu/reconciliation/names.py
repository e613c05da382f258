"""When two names mean the same company: by all their letters, in either script, never by similarity."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from zhaogu.reading.fold import fold as in_one_script

_MARKER = re.compile(r"\s*-\s*[A-Z]{1,3}$")
"""What the exchange hangs on a short name: weighted voting, biotech, no revenue yet."""


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Letters, digits and Han characters only, in one script and case.

    >>> fold("MINIMAX - WP") == fold("MiniMax (WP)")
    True
    >>> fold("北京智譜華章科技股份有限公司") == fold("北京智谱华章科技股份有限公司")
    True
    """
    simplified = in_one_script(unicodedata.normalize("NFKC", name)).casefold()
    return "".join(sign for sign in simplified if sign.isalnum())


@lru_cache(maxsize=65_536)
def core(name: str) -> str:
    """The folded name without legal form and without the exchange's marker.

    >>> core("Dawnlight Robotics Co., Ltd."), core("MINIMAX - WP")
    ('dawnlightrobotics', 'minimax')
    """
    folded = fold(_MARKER.sub("", unicodedata.normalize("NFKC", name).strip()))
    for ending in _legal_forms():
        if folded.endswith(ending) and len(folded) > len(ending) + 1:
            return folded.removesuffix(ending)
    return folded


def parts(folded: str) -> set[str]:
    """Every stretch of a folded name that is long enough to be a name: two signs in Chinese, four in Latin letters.

    >>> "minimax" in parts(core("MiniMax Group Inc.")), "智谱" in parts(core("北京智譜華章科技"))
    (True, True)
    """
    size = 4 if folded.isascii() else 2
    ends = range(len(folded) + 1)
    return {folded[a:b] for a in ends for b in ends[a + size :]}


@cache
def _legal_forms() -> tuple[str, ...]:
    table = tomllib.loads(files("zhaogu.reconciliation").joinpath("legal_forms.toml").read_text(encoding="utf-8"))
    words = {fold(word) for row in table["form"] for word in row["words"]}
    return tuple(sorted(words, key=len, reverse=True))
