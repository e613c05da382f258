"""Companies that clauses alike name: a name, the same word, a figure, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .bullets import may_be_in_a_row
from .company import Names
from .namelike import made_of_field
from .phrases import name_before

_WORD: Final = r"(?:首日|尾盘|全日|今日|昨日)?(?:收(?:[市盘]?(?:价|报|于|在)?)|报收于?|作收|招股价|发售价|发行价|定价|入场费|集资|募资)"
"""What only shares and offerings have: a product has revenue, but no close."""
_ITEM: Final = re.compile(
    rf"(?:^|(?<=[,，;；、。:：\n\s为是]))(?P<name>[^\s,，。;；:：、()（）\d%]{{2,12}}?)(?:拟|将|预计|计划|最多|合共|共|已|则|均)*(?P<word>{_WORD})(?:约|为|报|于|每股)*(?=\d)"
)
_NEAR: Final = 60
"""No further apart are two clauses of one row, in letters."""
_ROW: Final = 3
"""So many clauses alike make a row; two do where one of them has a known company."""


def by_clauses_alike(names: Names) -> None:
    """``甲收46.2元/升65%;乙收66.6元;丙收31.6元``: what changes from clause to clause before the same word is a name."""
    for row in _rows(names):
        spans = [name_before(names.folded, item.end("name")) for item in row]
        spans = [(max(start, item.start("name")), end) for (start, end), item in zip(spans, row, strict=True)]
        fit = [
            span
            for span in spans
            if may_be_in_a_row(names.folded, *span) and not made_of_field(names.folded[slice(*span)])
        ]
        known = any(names.is_called(names.folded[slice(*span)]) for span in fit)
        if len(fit) == len(spans) and len({names.folded[slice(*span)] for span in fit}) >= (2 if known else _ROW):
            for span in fit:
                names.add(*span).counted = True


def _rows(names: Names) -> Iterator[list[re.Match[str]]]:
    """Clauses with the same word, one behind the other."""
    row: list[re.Match[str]] = []
    for item in _ITEM.finditer(names.folded, names.title_end):
        if row and (item["word"] != row[-1]["word"] or item.start() - row[-1].end() > _NEAR):
            if len(row) > 1:
                yield row
            row = []
        row.append(item)
    if len(row) > 1:
        yield row
