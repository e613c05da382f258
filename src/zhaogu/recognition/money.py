"""One amount by itself."""

from __future__ import annotations

from zhaogu.errors import ParseError
from zhaogu.model.mention import MentionKind
from zhaogu.model.money import Money

from .recognise import recognise


def parse_amount(text: str) -> Money:
    """The one amount that ``text`` writes, exactly; the currency is None where it names none.

    Raises :class:`~zhaogu.errors.ParseError` where the text holds no amount or several.

    >>> parse_amount("12億3,400萬港元"), parse_amount("HK$4,817.6 million"), parse_amount("三點五億")
    (Money(HKD 1,234,000,000), Money(HKD 4,817,600,000), Money(? 350,000,000))
    """
    found = [mention for mention in recognise(text) if mention.kind in (MentionKind.MONEY, MentionKind.NUMBER)]
    amounts = [mention for mention in found if mention.kind is MentionKind.MONEY] or found
    if len(amounts) != 1 or amounts[0].value is None:
        shown = text if len(text) <= 60 else text[:57] + "..."
        raise ParseError(f"{shown!r} holds {len(amounts) or 'no'} amounts: give one, such as '12億3,400萬港元'")
    return Money(amounts[0].value, amounts[0].unit)
