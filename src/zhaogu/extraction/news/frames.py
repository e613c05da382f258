"""Companies by the frame of their sentence: where only an issuer stands, a name may be any word of the language."""

from __future__ import annotations

import re
from typing import Final

from .about import is_about_market
from .company import Names
from .frame_forms import forms_of
from .frame_names import has_backing, may_be_framed, may_stand_once
from .frame_spans import REACH, Span, apart, name_before_act, name_behind
from .market import counts_several
from .repeated import Repeated

_LEAD: Final = 300
_OWNS: Final = ("旗下", "分拆")
_OWNED: Final = re.compile(rf"(?<!其)(?:{'|'.join(_OWNS)})[^,，。;；:：\n]{{0,16}}$")
"""Before a name: it is one of a group, which floats it."""


def by_frame(names: Names) -> None:
    """``上交所受理了甲的上市申请``, ``甲通过聆讯``: names that stand where only issuers do.

    Where a company with a code leads the article, it is the issuer, and the frames of others tell of them in passing,
    but for those whose turn it is, 同日上市的还有乙, and those that it floats, 旗下芯片企乙递表.
    """
    market = not names.found and is_about_market(names.folded)
    for span in framed(names.folded, turns_only=names.is_led(), alone=not names.found and not market):
        if market and not has_backing(names.folded, *span):
            continue
        company = names.add(*span)
        company.acts = company.counted = True


def framed(folded: str, turns_only: bool = False, alone: bool = False) -> list[Span]:
    """Where the frames of issuers hold a name; of an article that has no other, one that stands once, in its lead.

    >>> text = "上交所受理了车规芯片企业远见的科创板上市申请。远见去年收入9亿元"
    >>> [text[start:end] for start, end in framed(text)]
    ['远见']
    >>> framed("这家车企通过港交所聆讯。不少车企递表港交所")
    []
    """
    said, several = Repeated(folded), counts_several(folded, _LEAD)
    acts = forms_of("behind").all(folded) if not turns_only or any(word in folded for word in _OWNS) else []
    behind = [name_before_act(said, match.start(), match) for match in acts]
    if turns_only:
        behind = [span for span in behind if span and _is_split_off(folded, span[0])]
    turns = [name_behind(said, match.end()) for match in forms_of("before").all(folded)]
    parts = [part for span in behind if span for part in apart(said, *span)]
    found = {span for span in parts if may_be_framed(said, *span, several)}
    found |= {span for span in turns if span and may_be_framed(said, *span, several=True)}
    if alone and not found:
        found = {span for span in parts if span[1] < _LEAD and may_stand_once(said, *span)}
    return sorted(found)


def _is_split_off(folded: str, start: int) -> bool:
    """Whether a name is that of a part of whom the sentence tells: 甲公布,旗下芯片企乙已遞表."""
    return _OWNED.search(folded, max(0, start - REACH), start) is not None
