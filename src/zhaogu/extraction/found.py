"""What extraction hands on: facts, what lost against them, and notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from zhaogu.model import Evidence, Fact, Kind, Note
from zhaogu.model.key import Key, key_of
from zhaogu.model.record import Rejection
from zhaogu.model.statement import Statement
from zhaogu.model.trusted import changed, trusted


@dataclass(slots=True)
class Found:
    """The facts of one document."""

    kind: Kind
    facts: list[Fact] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)


def choose(candidates: list[Fact]) -> tuple[list[Fact], list[Rejection]]:
    """One fact for each key; ``candidates`` stand in order of preference.

    The same value elsewhere becomes a further place of the chosen fact; another value loses, and says to what.
    """
    chosen: dict[Key, Fact] = {}
    places: dict[Key, list[Evidence]] = {}
    rejected = []
    for fact in candidates:
        key = key_of(fact.__dict__)
        first = chosen.get(key)
        if first is None:
            chosen[key] = fact
        elif first.value == fact.value:
            further = places.get(key)
            if further is None:
                further = places[key] = list(first.also)
            further += [fact.evidence, *fact.also]
        else:
            reason = f"{fact.metric} is {first.value} at {first.evidence}, which is preferred"
            rejected.append(trusted(Rejection, {"fact": fact, "code": "conflict", "reason": reason}))
    if not places:
        return list(chosen.values()), rejected
    facts = [
        changed(fact, also=_distinct(fact.evidence, places[key])) if key in places else fact
        for key, fact in chosen.items()
    ]
    return facts, rejected


def _distinct(first: Evidence, places: list[Evidence]) -> list[Evidence]:
    """The places other than the first, each once, in their order."""
    kept = {_place(first): first}
    for place in places:
        kept.setdefault(_place(place), place)
    return list(kept.values())[1:]


def _place(evidence: Evidence) -> tuple[object, ...]:
    """What tells two places apart, hashable: boxes are a list."""
    boxes = evidence.bboxes and tuple(evidence.bboxes)
    return (evidence.field, evidence.start, evidence.end, evidence.page, evidence.bbox, boxes, evidence.quote)
