"""Which figure a label names: a metric is a set of concepts, in some parts of a form and of some tranches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zhaogu.lexicon.loader import entries

from .labels import TABLE, TRANCHES, Label

_BOTH = frozenset({"public", "international"})
"""Only shares that move are of both tranches."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One set of concepts that makes a metric."""

    metric: str
    needs: frozenset[str]
    may: frozenset[str]
    tranche: str | None
    sections: tuple[str, ...]

    def fits(self, label: Label, section: str | None, tranche: str | None) -> bool:
        """Whether ``label``, standing in ``section`` of ``tranche``, is this figure's label."""
        concepts = label.concepts
        if self.tranche is not None:
            if concepts >= _BOTH and self.metric != "reallocated_shares":
                return False  # the end of one label and the beginning of the next, over a page break
            concepts = concepts.difference(TRANCHES)
        if not self.needs <= concepts <= self.needs | self.may:
            return False
        if self.sections and section not in self.sections:
            return False
        if self.tranche in TRANCHES:
            return (label.tranche or tranche or self.tranche) == self.tranche
        if self.tranche == "own":
            return label.tranche is not None
        if self.tranche == "unnamed":
            return label.tranche is None
        if self.tranche == "public or international":
            return (label.tranche or tranche) in ("public", "international")
        if self.tranche == "any":
            return (label.tranche or tranche) is not None
        return self.tranche != "none" or (label.tranche is None and tranche is None)


def rule_for(label: Label, section: str | None, tranche: str | None) -> Rule | None:
    """The first rule that ``label`` fits where it stands."""
    return next((rule for rule in _rules() if rule.fits(label, section, tranche)), None)


@cache
def _rules() -> tuple[Rule, ...]:
    rules = []
    for entry in entries(TABLE, "label", metric=str):
        for words in entry.words:
            names = words.split()
            needs = frozenset(name for name in names if not name.endswith("?"))
            may = frozenset(name[:-1] for name in names if name.endswith("?"))
            rules.append(Rule(entry["metric"], needs, may, entry.get("tranche"), tuple(entry.get("section", ()))))
    return tuple(rules)
