"""Figures without a unit, under the one that their paragraph declares: ``招股書(單位:億元)列示,收入82.87、90.87``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention, MentionKind
from zhaogu.recognition import currency_context
from zhaogu.recognition.numerals import times_ten

_WORD: Final = "单位"
_RULE: Final = "context.unit"


def give_units(folded: str, mentions: list[Mention]) -> None:
    """Make bare decimals the money that they are; whole numbers may count anything, and tables state their own units.

    >>> from zhaogu.recognition import recognise_folded
    >>> said = "(单位:亿元)收入82.87、90.87,客户12家"
    >>> told = recognise_folded(said)
    >>> give_units(said, told)
    >>> told
    [Mention(money None 8,287,000,000 at 9:14), Mention(money None 9,087,000,000 at 15:20), Mention(count 12 家 at 23:26)]
    """
    if _WORD not in folded:
        return
    for declared in currency_context(folded):
        line_end = folded.find("\n", declared.end)
        until = min(declared.until, line_end if line_end >= 0 else len(folded))
        if declared.rule != _RULE or not declared.power:
            continue
        for mention in mentions:
            if declared.end <= mention.start < until and _is_bare(mention):
                assert mention.value is not None and mention.resolution is not None
                mention.kind, mention.unit = MentionKind.MONEY, declared.currency
                number = mention.value, mention.resolution
                mention.value, mention.resolution = times_ten(number, declared.power)


def _is_bare(mention: Mention) -> bool:
    """Whether a mention is a decimal of which nothing is told."""
    return mention.kind is MentionKind.NUMBER and mention.resolution is not None and mention.resolution < Decimal(1)
