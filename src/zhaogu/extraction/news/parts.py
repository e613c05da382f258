"""Whether a revenue or a margin is that of a part: of a product, a channel, a customer or a place."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from .cues import table

_WINDOW: Final = 14
OF_A_PART: Final = {
    "revenue": "revenue.part",
    "gross_margin": "gross_margin.part",
    "gross_profit": "gross_profit.part",
    "gross_loss": "gross_profit.part",
}


def part_cue(id_: str, text: str, at: int, names: Collection[str]) -> str | None:
    """The id of the cue that a cue at a place becomes behind the noun of a part; None where it says the whole.

    >>> part_cue("revenue", "汽车业务的收入", 5, ()), part_cue("revenue", "星河汽车收入", 4, ("星河汽车",))
    ('revenue.part', None)
    """
    if id_ not in OF_A_PART:
        return None
    noun = _noun().search(text, max(0, at - _WINDOW), at)
    if noun is None or text.endswith(tuple(names), 0, noun.end("noun")):
        return None
    return OF_A_PART[id_]


@cache
def _noun() -> re.Pattern[str]:
    words = table("news_parts.toml")
    nouns, links = ("|".join(sorted(map(re.escape, words[name]), key=len, reverse=True)) for name in ("nouns", "links"))
    return re.compile(rf"(?P<noun>(?:{nouns})[A-Z]?)(?:{links})?\Z")
