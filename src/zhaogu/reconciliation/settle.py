"""Between sources that deserve the same belief and contradict each other, the figures around them decide."""

from __future__ import annotations

from collections.abc import Sequence

from zhaogu.model import Fact, IPORecord

from .checks import checks
from .classify import classify
from .precedence import Precedence


def settle(record: IPORecord, slots: Sequence[list[Fact]], precedence: Precedence) -> dict[str, str]:
    """Put the candidate first that fits the other figures best; the first stays where none fits better.

    ``slots`` are changed in place. Gives, for each fact that won so, the relation that decided.
    """
    decided: dict[str, str] = {}
    for candidates in slots:
        first = candidates[0]
        place = precedence.rank(first)[:2]
        equals = [fact for fact in candidates[1:] if precedence.rank(fact)[:2] == place]
        rivals = [fact for fact in equals if classify(first, fact, record).code == "conflict"]
        if not rivals:
            continue
        scores = {fact.fact_id: _fit(record, first, fact) for fact in (first, *rivals)}
        best = max((first, *rivals), key=lambda fact: scores[fact.fact_id][0])
        if best is not first:
            candidates.remove(best)
            candidates.insert(0, best)
            decided[best.fact_id] = scores[best.fact_id][1]
    return decided


def _fit(record: IPORecord, old: Fact, new: Fact) -> tuple[int, str]:
    """How many relations hold less how many fail with ``new`` in the place of ``old``, and the first that holds."""
    facts = [new if fact is old else fact for fact in record.facts]
    tried = [check for check in checks(record.with_facts(facts)) if new in check.facts]
    held = [check.code for check in tried if check.passed]
    return 2 * len(held) - len(tried), held[0] if held else ""
