"""Sentences that list a figure for several periods: they confirm the statements, and state what no table does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from zhaogu.extraction.filings.flow import Flow
from zhaogu.lexicon import entries
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.model.metrics import metric
from zhaogu.model.period import Period
from zhaogu.reading.pdf import Page
from zhaogu.recognition import recognise_folded

from .figures import Figure

_LISTS = re.compile(r"分[别別]|respectively|[为為] ?[\d(人]")
_FILLER = re.compile(r"(?:占[^\d]{0,12})?[^\d。,;]{0,24}")
_NEAR = re.compile(r"[^\d。,;]{0,24}\d[\d,.]*[^。;]{0,30}?(?:、|,|和|及|与| and )")
_JOINT = re.compile(r"[、,和及与以 ]*(?:and )?(?:约|approximately )?")
_TRACK_RECORD = re.compile(r"(?:最近|近)[三两二]年|报告期(?:内|各期)?")
STOP = re.compile(r"[。;]|\. (?=[A-Z])")
_RANK = 9


@cache
def _cues() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    found = entries("statements_sentences", "sentence", metric=str, states=bool)
    return tuple(
        (e["metric"], e["states"], re.compile(rf"(?:{'|'.join(e.words)})(?!率|占|/)", re.IGNORECASE)) for e in found
    )


def listed(page: Page, section: str, years: Sequence[Period]) -> Iterator[tuple[Figure, bool]]:
    """The figures that sentences of ``page`` list, and whether the sentence may state them by itself.

    ``years`` are the financial years of the track record, oldest first, for 最近三年.
    """
    if not _LISTS.search(page.text):
        return
    flow = Flow([page])
    folded = flow.folded
    starts = [0, *(match.end() for match in STOP.finditer(folded)), len(folded)]
    for start, end in pairwise(starts):
        sentence = folded[start:end]
        if _LISTS.search(sentence):
            yield from _stated(section, flow, start, sentence, years)


def _stated(
    section: str, flow: Flow, start: int, sentence: str, years: Sequence[Period]
) -> Iterator[tuple[Figure, bool]]:
    mentions: list[Mention] | None = None
    for name, states, pattern in _cues():
        for cue in pattern.finditer(sentence):
            if not _NEAR.match(sentence, cue.end()):
                continue
            mentions = recognise_folded(sentence) if mentions is None else mentions
            amounts = amounts_after(sentence, cue.end(), mentions, metric(name).type == "percent")
            periods = periods_about(sentence, cue.start(), mentions, years)
            if len(amounts) > 1 and len(amounts) == len(periods):
                for amount, period in zip(amounts, periods, strict=True):
                    first = cue.start() if amount is amounts[0] else amount.start
                    if figure := _figure(section, flow, name, period, amount, start + first, start + amount.end):
                        yield figure, states


def amounts_after(sentence: str, at: int, mentions: Sequence[Mention], percent: bool = False) -> list[Mention]:
    """The amounts that follow each other right after ``at``."""
    kind = MentionKind.PERCENT if percent else MentionKind.MONEY
    found: list[Mention] = []
    for mention in mentions:
        if mention.start < at or mention.kind not in (kind, MentionKind.COUNT, MentionKind.PERCENT, MentionKind.MONEY):
            continue
        between = sentence[found[-1].end if found else at : mention.start]
        fits = _JOINT.fullmatch(between) if found else _FILLER.fullmatch(between)
        if not fits or mention.kind != kind:
            break
        found.append(mention)
    return found


def periods_about(sentence: str, at: int, mentions: Sequence[Mention], years: Sequence[Period]) -> list[Period]:
    """The periods that the sentence names before the figure, else after it, else the track record's years."""
    before = [m for m in mentions if m.start < at]
    after = [m for m in mentions if m.start >= at]
    for part in (before, after):
        found = [period for mention in part if (period := period_of(mention)) is not None]
        if len(found) > 1:
            return list(dict.fromkeys(found))
    if _TRACK_RECORD.search(sentence[:at]):
        return list(years)
    return []


def period_of(mention: Mention) -> Period | None:
    """The period that a mention names; a bare year is a financial year."""
    if mention.kind is MentionKind.PERIOD:
        return mention.period
    if mention.kind is MentionKind.NUMBER and mention.value is not None and 1990 <= mention.value <= 2100:
        return Period(f"{int(mention.value)}FY")
    return None


def _figure(
    section: str, flow: Flow, name: str, period: Period, amount: Mention, start: int, end: int
) -> Figure | None:
    assert amount.value is not None and amount.resolution is not None
    evidence = flow.evidence(start, end, end - 1)
    if evidence is None:
        return None
    unit = "percent" if metric(name).type == "percent" else amount.unit
    return Figure(name, period, unit, amount.value, amount.resolution, None, evidence, (_RANK,), True, section,
                  f"statements.sentence.{name}", "sentence")  # fmt: skip
