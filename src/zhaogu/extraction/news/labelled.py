"""Lines of a label with its unit in brackets and a bare number: ``發行總數(萬股)  9,728.00``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from zhaogu.model.money import scaled

from .candidate import Candidate
from .company import Company
from .tables import Cell, cue_of, figures_of

_LINE: Final = re.compile(
    r"[ 　·•▪-]*(?P<label>[^\s\d()（）|,，。;；:：]{2,16}[(（][^()（）\d\n]{1,8}[)）])[ 　]*[:：]?[ 　]*"
    r"(?P<value>[\d,.]+(?:[ ]?[-–—~至到][ ]?[\d,.]+)?)[ 　]*(?=\n|$)"
)


_HEAD: Final = re.compile(r"基石[^\n]{0,120}[:：][ 　]*\n+(?P<list>(?:[^\n]{2,60}(?:\n|$)){1,24})")
_INVESTOR: Final = re.compile(
    r"(?:^|(?<=\n))[ 　·•▪●■◆*‧–-]{0,4}(?:\d{1,2}[.、)]\s*)?(?P<name>[^\s\d:：，,。;；|][^\d:：，。;；\n|]{1,40}?)[ 　]*[:：|]?[ 　]*"
    r"(?:[\d,.]+[百千]?[万亿]?(?:美元|港元|元|人民币)[,，、][ ]*)?(?:获配|获分配|认购)?(?P<value>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿])?股(?=[^\n]{0,20}(?:\n|$))"
)
_TOTAL: Final = re.compile(r"合计|总计|合共")
_NOBODY: Final = re.compile(r"合计|总计|小计|总数|合共|其余|其他")
_SCALE: Final = {None: 0, "万": 4, "亿": 8}


def read_holders(folded: str, issuer: list[Company]) -> list[Candidate]:
    """The shares of cornerstone investors, a line each, below a line that speaks of them and ends with a colon, and their sum."""
    found: list[Candidate] = []
    for head in _HEAD.finditer(folded) if len(issuer) == 1 else ():
        rows = list(_INVESTOR.finditer(folded, *head.span("list")))
        for row in rows if len(rows) > 1 else ():
            summed = _TOTAL.fullmatch(row["name"].strip()) is not None
            if not summed and _NOBODY.search(row["name"]):
                continue
            value = scaled(Decimal(row["value"].replace(",", "")), _SCALE[row["scale"]])
            found.append(Candidate(
                "cornerstone_shares" if summed else "cornerstone_allocation", value, "shares", row.start("name"), row.end(),
                "news.cornerstone.line", issuer[0], holder=None if summed else row["name"].strip(),
            ))  # fmt: skip
    return found


def read_lines(folded: str, issuer: list[Company]) -> list[Candidate]:
    """The figures of such lines, where the article tells of one company."""
    found: list[Candidate] = []
    for line in _lines(folded) if len(issuer) == 1 else ():
        cell = Cell(line["value"], line.start("value"))
        for candidate in figures_of(cell, cue_of(line["label"]), line["label"], 0, None, None, issuer[0]):
            candidate.start, candidate.rule = line.start("label"), "news.labelled"
            found.append(candidate)
    return found


def _lines(folded: str) -> Iterator[re.Match[str]]:
    """The lines that are such."""
    start = 0
    while start >= 0:
        if (line := _LINE.match(folded, start)) is not None:
            yield line
        start = folded.find("\n", start) + 1 or -1
