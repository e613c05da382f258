"""Companies of a list: lines that open alike, with a mark or without, with a name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .company import Names
from .frame_names import is_any
from .namelike import is_plain_name
from .phrases import name_before
from .vocabulary import segment, vocabulary

_ITEM: Final = re.compile(
    r"(?:^|(?<=\n))[ \u3000]*+(?P<mark>[▲△▼►▶➤➢●○■□◆◇▪•·‧*※◎★☆◉✦⚫①-⑳\-–]|\(?\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,2}[)、])?[ \u3000]*+"
    r"(?P<phrase>[^\s:,，。;；()|]{2,24})(?P<code>\([^()\n]{3,14}\))?[ \u3000]*+:(?=[^\n]*\d)"
)
_COUNTED: Final = re.compile(
    r"[两二三四五六七八九十\d](?:[家只间份宗隻]|(?=公司|企业))(?:[^,，。;；\n]{0,4})(?:公司|企业|新股|申请|股)"
)
_LEAD: Final = 200
_NEAR: Final = 400
"""No further apart are the lines of one list."""
_LONGEST: Final = 10


def by_bullets(names: Names) -> None:
    """``▲電池商甲:2024年收入…`` and ``甲:7月7日起招股``: each line of a list names a company, if the list is one of companies.

    One of its lines gives a code, or the article counts companies in its lead and no line opens with a common noun.
    """
    for items in _lists(names):
        spans = [(_span(names.folded, item), item) for item in items]
        told = [item["code"] is not None or names.ending_at(item.end("phrase")) is not None for item in items]
        marked = all(item["mark"] for item in items) and _COUNTED.search(names.folded, 0, names.title_end + _LEAD)
        if not any(told) and not (marked and all(_is_odd(names.folded, *span) for span, _ in spans)):
            continue
        for span, _ in spans:
            if may_be_in_a_row(names.folded, *span):
                names.add(*span).counted = True


def _span(folded: str, item: re.Match[str]) -> tuple[int, int]:
    """Where the name of a line stands, behind its mark and its trade."""
    start, end = name_before(folded, item.end("phrase"))
    return max(start, item.start("phrase")), end


def _lists(names: Names) -> Iterator[list[re.Match[str]]]:
    """The lists of a text: two lines or more, near each other, that open with marks of one kind."""
    items: list[re.Match[str]] = []
    for item in _ITEM.finditer(names.folded, names.title_end):
        if items and (_kind(item) != _kind(items[-1]) or item.start() - items[-1].end() > _NEAR):
            if len(items) > 1:
                yield items
            items = []
        items.append(item)
    if len(items) > 1:
        yield items


def _kind(item: re.Match[str]) -> str:
    """The kind of the mark of a line: its letter, or that of all numbers."""
    mark = item["mark"] or ""
    return mark if len(mark) == 1 and not mark.isnumeric() else mark and "1"


def may_be_in_a_row(folded: str, start: int, end: int, *, strict: bool = True) -> bool:
    """Whether a line may open with a name: none of the field's nouns, no word of the language."""
    name = folded[start:end]
    if not 2 <= end - start <= _LONGEST or not is_plain_name(name, strict):
        return False
    return name not in vocabulary() and not is_any(folded, name)


def _is_odd(folded: str, start: int, end: int) -> bool:
    """Whether a phrase may be a name and is no common noun: letters that no word holds, or a form, are in it."""
    kinds = {kind for _, _, kind in segment(folded, start, end)}
    return may_be_in_a_row(folded, start, end) and not kinds.isdisjoint({"odd", "latin", "form"})
