"""A change in several steps, ``由A升至B,再到C``: its figures are those of consecutive years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import MentionKind

from .figures import FROM, TO, joined, span, types
from .named import period_of
from .times import year_before
from .tokens import Clause, Kind, Token
from .walk import Walk

_FROM_YEAR: Final = re.compile(r"[由从自][^\d,，。;；]{0,4}$")
_LEADS: Final = re.compile(r"(?<!达)[至到回]了?\s*(?:约|逾|近|超|仅|人民币)*\s*$")
_A_PART: Final = re.compile(r"其中|当中|包括|包含|另有|累计|合计|合共|总计|第[一二三四]季")
"""In a clause behind a change: its figure is no further step."""
_FIRST: Final = 8
"""So far before the first figure its 由 may stand."""
_PASSED: Final = ("change", "to", "respectively")
_TURNS: Final = ("turned_to_profit", "turned_to_loss")
_SIGNS: Final = (*_TURNS, "lost", "earned")
"""Words before a step that say whether it is a profit or a loss: ``從虧損12億元轉為盈利480萬元,再到7億元``."""


def starts(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a figure is where a change starts: ``由5亿元``, ``由2022年的5亿元``."""
    token = clause.tokens[at]
    outer = span(token.mention)[0] if token.mention else token.start
    if FROM.search(walk.folded, max(clause.start, outer - _FIRST), token.start):
        return True
    dated = at > 0 and clause.tokens[at - 1].kind is Kind.TIME
    return dated and _FROM_YEAR.search(walk.folded, clause.start, clause.tokens[at - 1].start) is not None


def ends(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a figure is where a change ends: ``升至5亿元``, ``一路走到5亿元``."""
    before, token = clause.tokens[at - 1] if at else None, clause.tokens[at]
    if before is not None and before.cue is not None and (before.cue.role == "to" or before.cue.id in _TURNS):
        return True
    outer = span(token.mention)[0] if token.mention else token.start
    return TO.search(walk.folded, max(clause.start, outer - _FIRST), outer) is not None


def note_steps(walk: Walk, clause: Clause, at: int, least: int = 3) -> None:
    """Give each figure of a change in ``least`` steps or more its year, from the year that one of them names or the list before."""
    if clause.tokens[at].start in walk.steps or not starts(walk, clause, at):
        return
    figures, named = _steps(walk, clause, at)
    if len(figures) < least or not (years := _years(walk, named)):
        return
    walk.run, walk.chain = years, None
    walk.steps |= {token.start: year for token, year in zip(figures, years, strict=True)}
    for token in figures:
        if token.mention is not None:
            token.mention.bound = token.mention.mate = None  # 从1.46亿元到1.71亿元,再到2.59亿元 is no range


def _steps(walk: Walk, clause: Clause, at: int) -> tuple[list[Token], list[Period | None]]:
    """The figures of a change from the one it starts with, and the year that stands before each."""
    first = clause.tokens[at]
    kinds = types(first.mention, walk.folded) if first.mention else ()
    figures, named = [first], [_named_before(walk, clause, at)]
    own: Period | None = None
    for part, place, token in _following(walk, clause, at):
        if token.kind is Kind.TIME:
            if token.mention is None or token.mention.kind is not MentionKind.PERIOD:
                continue
            own = period_of(walk, token.mention)
            if own is None or not own.label.endswith("FY"):
                break
        elif token.cue is not None:
            if token.cue.role == "next_year" and named[-1]:
                own = year_before(named[-1], -1)
            elif (
                token.cue.role not in _PASSED
                and token.cue.id not in _SIGNS
                and any(kind in token.cue.reads for kind in kinds)
            ):
                break
        elif token.kind is Kind.FIGURE and token.mention and kinds[0] in types(token.mention, walk.folded):
            listed = joined(figures[-1], token, walk.folded)
            if not (own or listed or (ends(walk, part, place) if part is clause else _goes_on(walk, part, token))):
                break
            figures.append(token)
            named.append(own)
            own = None
    return figures, named


def _goes_on(walk: Walk, part: Clause, token: Token) -> bool:
    """Whether a clause behind a change tells a further step: ``再增至3億元``."""
    outer = span(token.mention)[0] if token.mention else token.start
    if _A_PART.search(walk.folded, part.start, outer):
        return False
    return _LEADS.search(walk.folded, max(part.start, outer - _FIRST), outer) is not None


def _named_before(walk: Walk, clause: Clause, at: int) -> Period | None:
    before = clause.tokens[at - 1] if at else None
    if before is None or before.kind is not Kind.TIME or before.mention is None:
        return None
    period = period_of(walk, before.mention) if before.mention.kind is MentionKind.PERIOD else None
    return period if period and period.label.endswith("FY") else None


def _following(walk: Walk, clause: Clause, at: int) -> Iterator[tuple[Clause, int, Token]]:
    """The tokens behind a place to the end of its sentence, without what stands in brackets."""
    inner = 0
    for part in (c for c in walk.sentence.clauses if c.start >= clause.start):
        for place, token in enumerate(part.tokens):
            inner += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
            if token.start > clause.tokens[at].start and inner <= 0:
                yield part, place, token


def _years(walk: Walk, named: list[Period | None]) -> list[Period]:
    """Consecutive years for as many steps: from the one that the first names, else those of the latest list of as many."""
    if named[0]:
        years = [year_before(named[0], -step) for step in range(len(named))]
    else:
        run = walk.run if len(walk.run) == len(named) else []
        years = sorted(run or walk.times.for_list(len(named), walk.sentence.start, years_only=True))
    agree = all(said in (None, year) for said, year in zip(named, years, strict=False))
    return years if agree else []
