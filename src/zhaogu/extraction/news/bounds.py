"""Ends of the price range that are told without their figures: 最終以上限定價."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from .candidate import Candidate
from .cues import Cue
from .supposing import EXPECTS
from .walk import Walk

_SUPPOSED: Final = re.compile(
    rf"[若倘预拟或较比]|{EXPECTS}|[接贴靠]近|近[乎于]|略[高低]|假[设如定]|有望|要求|希望|倾向|建议|主张|争取|坚持|盼|游说|憧憬"
)
_RECKONED: Final = re.compile(r"[以按][^,，。()（）]{0,8}[限价][^,，。()（）]{0,14}(?:计|认购)|[^,，。]{0,4}可[集募筹]")
_ALL_ALIKE: Final = re.compile(r"均|都|皆|同样|一律")
_EARLY: Final = 12
"""Before a word that holds of all who are spoken of: 兩公司均以上限定價."""


def settle_bounds(walk: Walk) -> None:
    """``最終以上限定價`` without a figure: the price is the end of the range told before, or the other way round."""
    rows: dict[tuple[int, str], list[Candidate]] = {}
    for row in walk.found:
        if row.reason is None:
            rows.setdefault((id(row.company), row.metric), []).append(row)
    for bound, at, company in walk.loose:
        prices = rows.setdefault((id(company), "offer_price"), [])
        ends = rows.setdefault((id(company), bound), [])
        priced, ended = (any(c.start < at for c in known) for known in (prices, ends))
        if priced == ended:
            continue
        last = [c for c in (prices if priced else ends) if c.start < at][-1]
        told = replace(last, metric=bound, qualifier="exact") if priced else replace(last, metric="offer_price")
        walk.found.append(replace(told, rule="news.offer_price.bound", rank=3))
        (ends if priced else prices).append(walk.found[-1])


def bind(walk: Walk, bound: str, cue: Cue, at: int) -> None:
    """Note an end of the range that is told without its figure, of one company or of all alike."""
    walk.bounds.append((bound, at))
    companies = walk.who.at(at)
    alike = len(companies) == 1 or _ALL_ALIKE.search(walk.folded, max(0, at - _EARLY), at) is not None
    if alike and not _is_supposed(walk, cue, at):
        walk.loose += [(bound, at, company) for company in companies]


def _is_supposed(walk: Walk, cue: Cue, at: int) -> bool:
    """Whether an end of a range is no price that was set: ``申購上限``, ``以上限計``, ``料以上限定價``."""
    supposed = _SUPPOSED.search(walk.folded, max(0, at - 10), at)
    bare = not cue.id.startswith("offer_price.at_") and walk.folded[max(0, at - 1) : at] not in tuple(
        "在于取至为是属即"
    )
    near = walk.folded.startswith(("接近", "贴近"), at)
    return bool(supposed) or bare or near or bool(_RECKONED.match(walk.folded, at))
