"""Figures without a unit, under the one that their paragraph, line or heading declares: ``(單位:億元)``, ``營收(億元)``."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.recognition import currency_context
from zhaogu.recognition.numerals import times_ten

from .tables import SCALES, UNIT, currency_of

_WORD: Final = "单位"
_RULE: Final = "context.unit"
_LABEL: Final = re.compile(
    r"(?:^|(?<=[。;；]))[^\d\n,，。;；:：()（）]{1,16}[(（](?P<unit>%|[^()（）\d\n]{0,8}(?:元|人民币))[)）][ 　]*[:：—–-]{0,2}[ 　]*(?P<told>[^\n]*)",
    re.MULTILINE,
)
"""A line that opens with a label and the unit of what it tells, or of the lines below where it tells nothing."""
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?=[:：][ ]?[-(]?\d)")
_WHOLE: Final = Decimal(1)


def give_units(folded: str, mentions: list[Mention]) -> None:
    """Make bare numbers the money or the percentages that they are.

    Below a unit of its own paragraph or heading only decimals, for whole numbers may count anything; behind the unit of
    its line any number. Tables state their own units.

    >>> from zhaogu.recognition import recognise_folded
    >>> said = "(单位:亿元)收入82.87、90.87,客户12家"
    >>> told = recognise_folded(said)
    >>> give_units(said, told)
    >>> told
    [Mention(money None 8,287,000,000 at 9:14), Mention(money None 9,087,000,000 at 15:20), Mention(count 12 家 at 23:26)]
    >>> said = "营收(亿元) 2023:2.02;2024:3"
    >>> told = recognise_folded(said)
    >>> give_units(said, told)
    >>> told
    [Mention(period 2023FY at 7:11), Mention(money None 202,000,000 at 12:16), Mention(period 2024FY at 17:21), Mention(money None 300,000,000 at 22:23)]
    """
    if _WORD in folded:
        for declared in currency_context(folded):
            if declared.rule == _RULE and declared.power:
                until = min(declared.until, _line_end(folded, declared.end))
                _scale(mentions, (declared.end, until), (declared.power, declared.currency), decimals=True)
    _give_years(folded, mentions)
    for line in sorted(_LABEL.finditer(folded), key=_is_heading):  # a line's own unit goes before that of its heading
        below = _is_heading(line)
        block = folded.find("\n\n", line.end())
        end = line.end() if not below else block if block >= 0 else len(folded)
        if line["unit"] == "%":
            _as_percent(mentions, (line.start(), end))
        elif (unit := UNIT.search(line["unit"])) is not None:
            mentions[:] = [m for m in mentions if not line.start("unit") <= m.start < line.end("unit")]
            own = (SCALES[unit["scale"] or ""], currency_of(unit))
            _scale(mentions, (line.end("unit"), end), own, decimals=below)


def _is_heading(line: re.Match[str]) -> bool:
    """Whether a label has no figure in its line."""
    return not line["told"].strip()


def _line_end(folded: str, at: int) -> int:
    end = folded.find("\n", at)
    return end if end >= 0 else len(folded)


def _scale(mentions: list[Mention], span: tuple[int, int], unit: tuple[int, str | None], *, decimals: bool) -> None:
    """Make the bare numbers of a span amounts of a scale and currency."""
    power, currency = unit
    for mention in _bare(mentions, span):
        assert mention.value is not None and mention.resolution is not None
        if decimals and mention.resolution >= _WHOLE:
            continue
        mention.kind, mention.unit = MentionKind.MONEY, currency
        mention.value, mention.resolution = times_ten((mention.value, mention.resolution), power)


def _as_percent(mentions: list[Mention], span: tuple[int, int]) -> None:
    for mention in _bare(mentions, span):
        mention.kind, mention.unit = MentionKind.PERCENT, "percent"


def _bare(mentions: list[Mention], span: tuple[int, int]) -> list[Mention]:
    """The numbers of a span of which nothing is told."""
    return [
        m
        for m in mentions
        if m.kind is MentionKind.NUMBER and m.resolution is not None and span[0] <= m.start < span[1]
    ]


def _give_years(folded: str, mentions: list[Mention]) -> None:
    """Years before a colon and a figure are periods, where a line has several: ``2023:2.02;2024:2.34``."""
    years = {match.start(): int(match[0]) for match in _YEAR.finditer(folded)}
    lines = Counter(folded.rfind("\n", 0, start) for start in years)
    for mention in mentions if years else ():
        year = years.get(mention.start) if mention.kind is MentionKind.NUMBER else None
        if year is not None and lines[folded.rfind("\n", 0, mention.start)] > 1:
            mention.kind, mention.period, mention.part = MentionKind.PERIOD, Period(f"{year}FY"), "FY"
            mention.value = mention.resolution = None
