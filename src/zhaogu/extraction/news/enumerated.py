"""Companies named one after another, with one act of issuers or one list of figures behind the last of them."""

from __future__ import annotations

import re
from typing import Final

from .bullets import may_be_in_a_row
from .company import Names
from .doing import acts, moves
from .phrases import LONGEST, lead_phrase, name_before
from .roundup import pieces
from .vocabulary import segment

_PIECE: Final = r"[^\s,，。;；:：、()（）*\d]{2,12}"
_NAMED: Final = re.compile(rf"(?<![^\s,，。;；:：、]){_PIECE}(?:、{_PIECE})*(?:、|以?及|[和与])(?=[^\s、*])")
"""The names but for the last, which runs on into what is told of all of them."""
_ODD: Final = frozenset({"odd", "latin", "form"})
_OF_ALL: Final = re.compile(
    r"(?:[两二三四五六七八九十]家?者?|均|都|皆|齐齐?|双双|同[日天时台]|先后|相继|陆续|也|则|于|的)*"
    r"(?:(?:分别|依[次序]|各自?|首日|上市|今[日天早]|昨[日天]|最终|约|录得|则)*"
    r"(?:首日|集资|募资|招股价|发[行售]价|定价|入场费|市值|超购|认购倍数|公开发售|收[报市盘于]|报收|[升涨跌]))"
)
"""Behind the last name: what only issuers have, of each of them."""


def by_enumeration(names: Names) -> None:
    """``甲、乙、丙今日掛牌`` and ``甲、乙首日漲幅依次為24.7%、0.03%``: what stands between the commas are names."""
    folded = names.folded
    for match in _NAMED.finditer(folded, names.title_end):
        last = lead_phrase(folded, match.end(), min(match.end() + LONGEST, len(folded)))
        if last is None or last[0] != match.end() or not _tells_of_issuers(folded, last[1]):
            continue
        spans = [*_spans(folded, match), last]
        if all(_may_be(folded, *span) for span in spans) and _are_odd(folded, spans):
            for span in spans:
                names.add(*span).counted = True


def _may_be(folded: str, start: int, end: int) -> bool:
    """Whether a phrase may be a name: no verb runs on from it."""
    runs_on = any(kind == "stop" and at > start for at, _, kind in segment(folded, start, end))
    return not runs_on and may_be_in_a_row(folded, start, end, strict=False)


def _are_odd(folded: str, spans: list[tuple[int, int]]) -> bool:
    """Whether most of the names have letters that no word of the language holds, or a form."""
    odd = sum(any(kind in _ODD for _, _, kind in segment(folded, *span)) for span in spans)
    return 2 * odd > len(spans)


def _tells_of_issuers(folded: str, at: int) -> bool:
    """Whether words tell what issuers do or have."""
    return acts().match(folded, at) is not None or moves(folded[at : at + LONGEST]) or bool(_OF_ALL.match(folded, at))


def _spans(folded: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """The names before the last: the first without the trade before it."""
    first, *others = pieces(folded, *match.span())[:-1]
    start, end = name_before(folded, first[1])
    return [(max(start, first[0]), end), *others]
