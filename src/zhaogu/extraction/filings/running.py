"""Allotment results told in sentences, as before the exchange's template of November 2023."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import read_clauses
from .flow import Flow
from .found import Found, Source
from .reckoning import contradicted, read_proven
from .sentences import read_sentences


def read_running(flow: Flow, found: Sequence[Found]) -> list[Found]:
    """What is ``found`` outside the sentences, and what they state: by known wordings, by what adds up, by what they speak of."""
    known = [one for one in found if one.source != Source.LOOSE]
    known += read_clauses(flow, "old")
    proven = read_proven(flow, known)
    known = [one for one in known if not contradicted(one, proven)] + proven
    return known + read_sentences(flow, "old", {one.metric for one in known})
