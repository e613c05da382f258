"""Several metrics told again for another period: ``上半年收入3億元,純利1億元;去年同期分別為2億元及8,000萬元``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from .binding import Reading
from .candidate import Candidate
from .cues import Cue, by_id
from .figures import span
from .tokens import Clause, Kind, Token
from .traits import traits
from .walk import Walk

_RATIOS: Final = ("gross_margin_pct", "rd_ratio_pct")
_AND: Final = re.compile(r"\s*(?:[、及和与]|以及)\s*(?:约|近|逾)?")
_AGAIN: Final = Cue(id="again", words=())
_TOLD: Final = 12
"""So many figures back the ratio may stand that a list tells again."""


def told_again(walk: Walk, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
    """One reading for each figure of a list behind a period alone: the metrics that were told last, as many of one period."""
    before = [*_opening(walk, clause), *clause.tokens[:at]]
    named = [t for t in before if t.kind is Kind.TIME or (t.cue and t.cue.role == "prior_period")]
    if len(group) < 2 or len(named) != 1 or reading.at[1] > clause.start or reading.metric is None:
        return None
    told = _told(walk, len(group) + 1, reading)
    if len(told) != len(group) or any(c.period != told[0].period for c in told):
        return None
    return [_reading(reading, candidate) for candidate in told]


def ratio_again(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The ratio that ends such a list: ``收入2亿元,纯利3,000万元,毛利率21%;2022年度分别为1.8亿元、2,500万元及19.8%``."""
    before, figure = clause.tokens[at - 1] if at else None, clause.tokens[at]
    if kinds != ("percent",) or before is None or before.kind is not Kind.FIGURE:
        return None
    between = walk.folded[before.end : span(figure.mention)[0] if figure.mention else figure.start]
    if between.strip() not in ("、", "及", "和", "与", "以及", "及约", "和约"):
        return None
    told = [c.metric for c in walk.found[-_TOLD:] if c.start < clause.start and c.metric in _RATIOS and not c.reason]
    cue = by_id()["gross_margin" if told[-1:] == ["gross_margin_pct"] else "rd_ratio"]
    return Reading(told[-1], None, cue, (0, 0), "percent") if told else None


def beside_again(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What stood beside such a figure before stands beside it again: ``發行16億股、募資462億元;全額行使則為19億股、532億元``."""
    before, mention, last = clause.tokens[at - 1] if at else None, clause.tokens[at].mention, walk.last
    if before is None or mention is None or last is None or last.reason or last.end != before.end:
        return None
    if _AND.fullmatch(walk.folded, before.end, span(mention)[0]) is None:
        return None
    told = [c for c in walk.found[-_TOLD:] if c.start < clause.start and c.company is last.company]
    pairs = [other for one, other in pairwise(told) if one.metric == last.metric and other.metric != last.metric]
    twin = pairs[-1] if pairs else None
    if twin is None or twin.reason or traits(twin.metric).type not in kinds:
        return None
    return Reading(twin.metric, None, by_id().get(twin.rule.removeprefix("news.")) or _AGAIN, (0, 0), kinds[0])


def _opening(walk: Walk, clause: Clause) -> list[Token]:
    """The period that is a clause of its own before another: ``2022年时,二者还是3亿元与1亿元``."""
    before = next((c for c in walk.sentence.clauses if c.end == clause.start - 1), None)
    alone = before is not None and before.figure is None and not before.cued
    return [t for t in before.tokens if t.kind is Kind.TIME] if before is not None and alone else []


def told_of_another(walk: Walk, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
    """The same for another company, of the figures told of the one before: ``甲公開發售獲60倍,國際發售5倍;乙分別為8倍、2倍``."""
    if len(group) < 2 or reading.at[1] > clause.start or reading.metric is None or traits(reading.metric).by_period:
        return None
    if walk.who.named_at(clause) is None:
        return None
    kind, owners = traits(reading.metric).type, walk.who.at(clause.tokens[at].start)
    last = [c for c in walk.found[-4 * len(group) :] if c.reason is None and traits(c.metric).type == kind]
    told = {c.metric: c for c in last if c.company is last[-1].company and c.company not in owners}
    return [_reading(reading, c) for c in told.values()] if len(told) == len(group) else None


def _told(walk: Walk, size: int, reading: Reading) -> list[Candidate]:
    """The candidates told last, one of each metric that has figures of this kind, in their order."""
    kind = traits(reading.metric or "").type
    last = [c for c in walk.found[-2 * size :] if c.reason is None and traits(c.metric).by_period]
    alike = {c.metric: c for c in last if c.period == last[-1].period and traits(c.metric).type == kind}
    return list(alike.values())


def _reading(reading: Reading, candidate: Candidate) -> Reading:
    cue = by_id().get(candidate.rule.removeprefix("news.")) or _AGAIN
    return replace(reading, metric=candidate.metric, reason=None, tempting=None, cue=cue)
