"""Figures that no word explains but arithmetic does.

Where all figures of a relation but one are known, and a figure of the text fits it to the last digit, the relation
says what that figure is. Round figures fit by chance, so only a sharp relation counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from zhaogu.model.mention import Mention
from zhaogu.model.notes import meaning
from zhaogu.relations import EQUATIONS, FEE_STEP, Equation, entry_fee, reckon

from .candidate import Candidate
from .names import Company
from .traits import traits

_SHARP: Final = Decimal("0.006")
"""How far, as a part of it, a figure may be from what a relation makes and still be told by it."""
_BOUNDS: Final = frozenset({"at_least", "at_most", "over", "under"})
_NOTE: Final = "by_arithmetic"


@dataclass(frozen=True, slots=True)
class Unread:
    """A figure that no cue governs, the types it can have by its form, and the company spoken of at its place."""

    mention: Mention
    types: tuple[str, ...]
    company: Company


def explain(found: list[Candidate], unread: list[Unread], published: date | None) -> list[Candidate]:
    """The unread figures that a relation names, given the figures that were read."""
    figures: dict[int, list[Unread]] = {}
    for figure in unread:
        figures.setdefault(id(figure.company), []).append(figure)
    if not figures:
        return []
    known: dict[int, dict[str, Candidate]] = {}
    for candidate in found:
        if id(candidate.company) in figures and _is_known(candidate):
            known.setdefault(id(candidate.company), {}).setdefault(candidate.metric, candidate)
    relations = _relations(published)
    return [fit for who, theirs in figures.items() for fit in _explained(known.get(who, {}), theirs, relations)]


def _explained(known: dict[str, Candidate], figures: list[Unread], relations: list[Equation]) -> Iterator[Candidate]:
    """Every figure that fits, and what fits once that one is known."""
    waiting = True
    while waiting:
        waiting = False
        for relation in relations:
            for fit in _fits(relation, known, figures):
                if fit.metric not in known:
                    known[fit.metric], waiting = fit, True
                    yield fit


def _fits(relation: Equation, known: dict[str, Candidate], figures: list[Unread]) -> Iterator[Candidate]:
    terms = (relation.result, *(name for name in relation.inputs if not name.endswith("?")))
    missing = [name for name in terms if name not in known]
    if len(missing) == 1:
        yield from (fit for figure in figures if (fit := _fit(relation, missing[0], known, figure)))
    elif missing == ["entry_fee", "board_lot"]:
        yield from _lots(relation, known, figures)


def _lots(relation: Equation, known: dict[str, Candidate], figures: list[Unread]) -> Iterator[Candidate]:
    """A fee and a lot, neither of which a word names, that belong together at the price."""
    price, _ = _printed(known[relation.inputs[1]])
    one = relation.formula(Decimal(1), price)
    lots = {figure.mention.value: figure for figure in figures if "shares" in figure.types}
    for figure in figures:
        if one and _can_be("entry_fee", figure) and figure.mention.value is not None:
            lot = lots.get((figure.mention.value / one).to_integral_value())
            assumed = lot and _candidate("board_lot", lot, relation)
            if assumed and (fee := _fit(relation, "entry_fee", {**known, "board_lot": assumed}, figure)):
                yield from (assumed, fee)


def _fit(relation: Equation, name: str, known: dict[str, Candidate], figure: Unread) -> Candidate | None:
    """The figure as the missing term, where the relation then holds sharply."""
    if not _can_be(name, figure) or figure.mention.value is None:
        return None
    tried = _candidate(name, figure, relation)
    terms = {**known, name: tried}
    names = (relation.result, *(given.rstrip("?") for given in relation.inputs))
    if len({terms[n].unit for n in names if n in terms and _is_money(terms[n])} - {None}) > 1:
        return None
    (result, step), *inputs = (_printed(terms.get(n)) for n in names)
    try:
        made, off = reckon(relation.formula, inputs)
    except ArithmeticError:
        return None
    return tried if abs(made - result) <= off + step <= abs(made) * _SHARP else None


def _can_be(name: str, figure: Unread) -> bool:
    wanted = "price" if name == "entry_fee" else traits(name).type
    return wanted in figure.types


def _is_money(candidate: Candidate) -> bool:
    return traits(candidate.metric).type in ("money", "price")


def _is_known(candidate: Candidate) -> bool:
    return (
        candidate.reason is None
        and candidate.period is None
        and isinstance(candidate.value, Decimal)
        and candidate.qualifier not in _BOUNDS
    )


def _printed(term: Candidate | None) -> tuple[Decimal, Decimal]:
    """A figure, and how far the number behind it may be off: prices are exact, percentages are often cut off."""
    if term is None:
        return Decimal(0), Decimal(0)
    assert isinstance(term.value, Decimal)
    step = term.resolution or Decimal(0)
    kind = traits(term.metric).type
    if kind == "price" or (kind == "shares" and step <= 1):
        step = Decimal(0)
    elif kind != "percent":
        step /= 2
    return term.value, max(step, FEE_STEP) if term.metric == "entry_fee" else step


def _candidate(name: str, figure: Unread, relation: Equation) -> Candidate:
    mention = figure.mention
    assert mention.value is not None
    unit = mention.unit if traits(name).type in ("money", "price") else traits(name).unit
    return Candidate(
        name, mention.value, unit, mention.start, mention.end, f"news.arithmetic.{name}", figure.company,
        mention.resolution, mention.qualifier, rank=4, notes=[(_NOTE, f"{meaning(_NOTE)} {relation.words}")],
    )  # fmt: skip


@lru_cache(maxsize=64)
def _relations(published: date | None) -> list[Equation]:
    """The relations of an offering; those of the accounts need a period."""
    fees = (entry_fee(published or date.max, price) for price in ("offer_price_high", "offer_price"))
    return [*(row for row in EQUATIONS if not traits(row.result).by_period), *filter(None, fees)]
