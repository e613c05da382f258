"""Lines of a label with its unit in brackets and a bare number: ``發行總數(萬股)  9,728.00``."""

from __future__ import annotations

import re

from .candidate import Candidate
from .company import Company
from .tables import Cell, cue_of, figures_of

_LINE = re.compile(
    r"(?:^|(?<=\n))[ 　·•▪-]*(?P<label>[^\s\d()（）|,，。;；:：]{2,16}[(（][^()（）\d\n]{1,8}[)）])[ 　]*[:：]?[ 　]*"
    r"(?P<value>[\d,.]+(?:[ ]?[-–—~至到][ ]?[\d,.]+)?)[ 　]*(?=\n|$)"
)


def read_lines(folded: str, issuer: list[Company]) -> list[Candidate]:
    """The figures of such lines, where the article tells of one company."""
    found: list[Candidate] = []
    for line in _LINE.finditer(folded) if len(issuer) == 1 else ():
        cell = Cell(line["value"], line.start("value"))
        for candidate in figures_of(cell, cue_of(line["label"]), line["label"], 0, None, None, issuer[0]):
            candidate.start, candidate.rule = line.start("label"), "news.labelled"
            found.append(candidate)
    return found
