"""Dividends that the company declared or paid, by period: rows of the cash flow statement, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from zhaogu.extraction.filings.flow import Flow
from zhaogu.model.evidence import Evidence
from zhaogu.model.mention import Mention
from zhaogu.model.period import Period
from zhaogu.reading.pdf import Page
from zhaogu.recognition import recognise_folded

from .figures import evidence
from .labels import fold
from .reading import Reading, scale_of
from .sentences import STOP, amounts_after, period_of, periods_about

_WORDS = "(?:股息|股利|现金红利)"
_CUE = re.compile(
    rf"(?P<declared>宣派|宣告|宣布派发|declared)(?:及(?:已)?(?:派付|支付)|的|了| and paid)?[^\d。;%]{{0,16}}?(?:{_WORDS}|dividends?\b)"
    rf"|(?:已派付|已付|已支付|支付|派付|派发|paid)(?:的|了)?[^\d。;%]{{0,16}}?(?:{_WORDS}|dividends?\b)"
    rf"|(?:{_WORDS}|dividends?) ?(?:(?P<declared_after>宣派|declared)|paid)\b",
    re.IGNORECASE,
)
_QUICK = re.compile("股息|股利|红利|紅利|dividend", re.IGNORECASE)
_OF_OTHERS = re.compile(
    "附属公司|子公司|联营|非控股|少数股东|subsidiar|associate|non-?controlling|已收|收取|received", re.IGNORECASE
)
_INTENDED = re.compile(
    r"每(?:10)?股|拟|建议|预期|将(?:会)?(?:派|支付)|per (?:share|ads)|propose|expect|\bwill\b|\bmay\b", re.IGNORECASE
)
_NIL = re.compile(r"(?:,? and|,|及|、|和) ?(?:nil|零|无)(?=[ ,。;及、和]|$)", re.IGNORECASE)
_PAID_ROW = re.compile(
    rf"(?:已付|支付|已派付|派付)(?:本公司|公司|母公司)?(?:股东|拥有人|权益持有人)?的?{_WORDS}"
    r"|(?:payments? of )?(?:cash )?dividends?(?: paid| payments?)?(?: to (?:the )?(?:shareholders|owners|equity holders)(?: of the (?:company|parent))?)?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Dividend:
    """What was ``declared`` or ``paid`` (the label) in a period, and where else it stands."""

    label: str
    period: Period
    unit: str
    value: Decimal
    resolution: Decimal
    evidence: Evidence
    also: list[Evidence] = field(default_factory=list)


def dividends(readings: Iterable[Reading], pages: Iterable[Page], bare: str | None) -> list[Dividend]:
    """One amount a label and period: of the cash flow statement before a sentence, and the first of each."""
    chosen: dict[tuple[str, str, str], Dividend] = {}
    for found in (*_rows(readings, bare), *(item for page in pages for item in stated_dividends(page))):
        first = chosen.setdefault((found.label, found.period.label, found.unit), found)
        if first is not found and first.value == found.value and first.evidence != found.evidence:
            first.also.append(found.evidence)
    return list(chosen.values())


def _rows(readings: Iterable[Reading], bare: str | None) -> Iterator[Dividend]:
    """Dividends paid as the group's cash flow statement has them."""
    for reading in readings:
        if reading.title.scope is not None or reading.statement != "cash_flow":
            continue
        main = next((c.unit.currency for c in reading.columns if not c.percent and c.unit.currency), bare)
        for row in reading.rows:
            if not _PAID_ROW.fullmatch(fold(row.text)):
                continue
            for column in reading.columns:
                cell = row.row.columns.get(column.index)
                unit = column.unit.currency or main
                if cell and cell.numeral.value and column.flow and not column.percent and unit and unit == main:
                    scale = scale_of(column)
                    resolution = scale * Decimal(1).scaleb(-cell.numeral.decimals)
                    yield Dividend("paid", column.flow, unit, abs(cell.numeral.value) * scale, resolution,
                                   evidence(reading.page, row))  # fmt: skip


def stated_dividends(page: Page) -> Iterator[Dividend]:
    """What sentences say was declared or paid in a named period; what is intended, or a share's, is left out."""
    if not _QUICK.search(page.text):
        return
    flow = Flow([page])
    starts = [0, *(match.end() for match in STOP.finditer(flow.folded)), len(flow.folded)]
    for start, end in pairwise(starts):
        sentence = flow.folded[start:end]
        if _QUICK.search(sentence) and not _OF_OTHERS.search(sentence) and not _INTENDED.search(sentence):
            yield from _in_sentence(flow, start, sentence)


def _in_sentence(flow: Flow, start: int, sentence: str) -> Iterator[Dividend]:
    mentions = recognise_folded(sentence)
    for cue in _CUE.finditer(sentence):
        amounts = [m for m in amounts_after(sentence, cue.end(), mentions) if m.unit and m.per is None]
        nil = len(_NIL.findall(sentence[amounts[-1].end :])) if amounts else 0
        periods = _periods(sentence, cue, mentions, len(amounts) + nil)
        label = "declared" if cue["declared"] or cue["declared_after"] else "paid"
        for amount, period in zip(amounts, periods, strict=False):
            first = start + (cue.start() if amount is amounts[0] else amount.start)
            place = flow.evidence(first, start + amount.end, start + amount.end - 1)
            if place and amount.value and amount.unit and amount.resolution:
                yield Dividend(label, period, amount.unit, amount.value, amount.resolution, place)


def _periods(sentence: str, cue: re.Match[str], mentions: Sequence[Mention], count: int) -> list[Period]:
    """As many periods as there are amounts, else none: of one amount the nearest period before it, else after it."""
    if count > 1:
        listed = periods_about(sentence, cue.start(), mentions, [])
        return listed if len(listed) == count else []
    before = [p for m in mentions if m.start < cue.start() and (p := period_of(m))]
    after = [p for m in mentions if m.start >= cue.end() and (p := period_of(m))]
    return before[-1:] or after[:1]
