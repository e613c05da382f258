"""Figures that a sentence states in words no pattern knows, by what it speaks of: ``lexicon/filings_sentences.toml``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import Basis, metric

from .brackets import BRACKETS
from .clauses import filled
from .days import DATE, MONTH_DAY, next_day, parse_date
from .flow import Flow
from .found import Found, Source
from .scan import Scan
from .small_letters import in_small
from .values import Cell, is_about, parse

TABLE = "filings_sentences"
_BEFORE = 240
_BEHIND = 260
"""How far around the first word the others and the value may stand."""
_NEAR = 40
"""Distances that differ by less are alike."""
_MARGIN = 16
_AFTER = 6
"""How far before and behind words and value a word counts that must not be there."""
_LEAST = 100_000
"""No sum of money that an offering brings is smaller."""
_COUNT = (
    r"(?P<lead>(?:为|合共|共|:|\bis|\bwas|\bwere|\bof) ?)?(?P<value>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)"
    r"(?(lead)(?! ?(?:股|%|倍|年|月|日|个|times|h shares|(?:public |hong kong |reserved |placing |international )*(?:offer|shares|units)))|(?= ?(?:份|名|位|宗|个(?!月)|家|valid|placees|allottees)))"
)
"""A count has its noun behind it, or a verb before it."""
_VALUES = {
    "count": _COUNT,
    "date": rf"(?P<value>{DATE}|{MONTH_DAY}(?!\s?,? ?\d))",
    "mechanism": r"(?:机制|mechanism) ?(?P<value>[AB])(?![a-z])",
}


Rank = tuple[bool, int, int]
"""How badly a value stands: in brackets; between the words, behind or before them; how far away."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence about one figure holds, and what it does not."""

    metric: str
    kinds: frozenset[str]
    words: tuple[re.Pattern[str], ...]
    never: re.Pattern[str]
    value: re.Pattern[str] | None
    says: str | None
    behind: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence states a figure: its beginning and end, where the value stands, and the value."""

    start: int
    end: int
    value: int
    cell: Cell
    rank: Rank = (False, 0, 0)


def read_sentences(scan: Scan, kind: str, known: Iterable[str]) -> list[Found]:
    """Figures of documents of ``kind`` that are not ``known``; of entries for one figure the first that finds any counts."""
    known = set(known)
    read: list[Found] = []
    for one in sentences():
        if kind not in one.kinds or one.metric in known:
            continue
        after = parse_date(scan.text) if metric(one.metric).type == "date" else None
        passages = _passages(scan, one.words[0])
        found = (place for start, text, at in passages if (place := stated(one, text, start, at, after)))
        places = [place for place in found if scan.flow.leads(place.start, place.value)]
        if places and (best := _found(scan.flow, one.metric, places)):
            read.append(best)
            known.add(one.metric)
    return read


def _passages(scan: Scan, word: re.Pattern[str]) -> Iterator[tuple[int, str, int]]:
    """What stands around each place of a word in its sentence: where it begins, its text, and the word's place in it."""
    for found in word.finditer(scan.text):
        first, last = scan.sentence(found.start())
        start, end = max(first, found.start() - _BEFORE), min(last, found.end() + _BEHIND)
        yield start, scan.text[start:end], found.start() - start


def stated(one: Sentence, text: str, base: int, at: int, after: date | None) -> Place | None:
    """Where the passage, in small letters, states the figure, if it is about it."""
    about = [near for word in one.words if (near := _nearest(word, text, at))]
    if len(about) < len(one.words):
        return None
    span = min(start for start, _ in about), max(end for _, end in about)
    if one.value is None:
        place = Place(base + span[0], base + span[1], base + span[0], Cell(one.says))
        return None if _denied(one, text, span) else place
    values = [
        (_rank(about[-1] if one.behind else span, found.span("value"), text), found.span("value"), cell)
        for found in one.value.finditer(text)
        if (cell := _cell(one.metric, found, after))
        and not (one.behind and found.start("value") < about[-1][1])
        and not (isinstance(cell.value, date) and _is_of_line_above(text[found.end("value") : span[0]]))
    ]
    if not values:
        return None
    rank, (start, end), cell = min(values, key=lambda value: value[0])
    whole = min(span[0], start), max(span[1], end)
    return None if _denied(one, text, whole) else Place(base + whole[0], base + whole[1], base + start, cell, rank)


def _is_of_line_above(between: str) -> bool:
    """Whether a date before these words belongs to what stands before it: English, and timetables, name the day last."""
    return bool(between) and (between.isascii() or "..." in between)


def _nearest(word: re.Pattern[str], text: str, at: int) -> tuple[int, int] | None:
    """The place of ``word`` that is nearest to another."""
    return min((found.span() for found in word.finditer(text)), key=lambda span: abs(span[0] - at), default=None)


def _denied(one: Sentence, text: str, span: tuple[int, int]) -> bool:
    """Whether a word that must not be there stands among words and value, or close by."""
    return one.never.search(text[max(0, span[0] - _MARGIN) : span[1] + _AFTER]) is not None


def _rank(about: tuple[int, int], value: tuple[int, int], text: str) -> Rank:
    bracketed = any(found.start() < value[0] < found.end() for found in BRACKETS.finditer(text))
    if about[0] <= value[0] < about[1]:
        return bracketed, 0, value[0] - about[0]
    if value[0] >= about[1]:
        return bracketed, 1, value[0] - about[1]
    return bracketed, 2, about[0] - value[1]


def _cell(name: str, found: re.Match[str], after: date | None) -> Cell | None:
    """The value of the metric's type that is found, money with its currency, a day without a year the next after one; a mechanism is a capital."""
    type_ = metric(name).type
    if type_ == "text":
        return Cell(found["value"].upper())
    cell = parse(found["value"], type_)
    if cell is None and type_ == "date" and (day := next_day(found["value"], after)):
        return Cell(day)
    if cell is None or cell.value is None or (type_ in ("money", "price") and cell.unit is None):
        return None
    if type_ == "money" and isinstance(cell.value, Decimal) and cell.value < _LEAST:
        return None
    return cell.roughly() if is_about(found.string, found.start("value")) else cell


def _found(flow: Flow, name: str, stated: list[Place]) -> Found | None:
    """The value that stands best; of several that stand alike the one that most sentences state."""
    counted = Counter(place.cell.value for place in stated)
    chosen = min(
        stated, key=lambda place: (*place.rank[:2], place.rank[2] // _NEAR, -counted[place.cell.value], place.start)
    )
    evidence = flow.evidence(chosen.start, chosen.end, chosen.value)
    basis: Basis | None = "total" if name.endswith("_subscription_multiple") else None
    return Found(name, chosen.cell, evidence, Source.LOOSE, f"sentence.{name}", basis) if evidence else None


@cache
def sentences() -> tuple[Sentence, ...]:
    """The entries of the table."""
    return tuple(
        Sentence(
            entry["metric"],
            frozenset(entry["kinds"]),
            tuple(in_small(word) for word in entry.words),
            in_small("|".join(entry["never"])),
            _value(entry["type"]) if entry.get("type") else None,
            entry.get("says"),
            entry.get("behind", False),
        )
        for entry in entries(TABLE, "sentence", metric=str, kinds=list, value=str, never=list)
    )


@cache
def _value(type_: str) -> re.Pattern[str]:
    return in_small(_VALUES.get(type_) or filled(f"{{{type_}}}"))
