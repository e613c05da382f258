"""Figures that no word explains but arithmetic does.

Where all figures of a relation but one are known, and a figure of the text fits it to the last digit, the relation
says what that figure is. Round figures fit by chance, so only a sharp relation counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product

from zhaogu.model import metric
from zhaogu.model.mention import Mention
from zhaogu.model.notes import meaning
from zhaogu.relations import EQUATIONS, Equation, fee_factor

from .candidate import Candidate
from .names import Company

_SHARP = Decimal("0.006")
"""How far, as a part of it, a figure may be from what a relation makes and still be told by it."""
_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_NOTE = "by_arithmetic"


@dataclass(frozen=True, slots=True)
class Unread:
    """A figure that no cue governs, the types it can have by its form, and the company spoken of at its place."""

    mention: Mention
    types: tuple[str, ...]
    company: Company


def explain(found: list[Candidate], unread: list[Unread], published: date | None) -> list[Candidate]:
    """The unread figures that a relation names, given the figures that were read."""
    explained: list[Candidate] = []
    for company in {id(figure.company): figure.company for figure in unread}.values():
        known = {c.metric: c for c in reversed(found) if c.company is company and _is_known(c)}
        figures = [figure for figure in unread if figure.company is company]
        explained += _explained(known, figures, _relations(published))
    return explained


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
    _, price, _ = _ends(known[relation.inputs[1]])
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
    if (
        len({terms[n].unit for n in (relation.result, *relation.inputs) if n in terms and _is_money(terms[n])} - {None})
        > 1
    ):
        return None
    values = [_ends(terms.get(n.rstrip("?"))) for n in relation.inputs]
    result = _ends(terms[relation.result])
    try:
        made = relation.formula(*(middle for _, middle, _ in values))
        corners = [relation.formula(*corner) for corner in product(*((low, high) for low, _, high in values))]
    except ArithmeticError:
        return None
    width = max(abs(corner - made) for corner in corners) + result[2] - result[1]
    return tried if abs(made - result[1]) <= width <= abs(made) * _SHARP else None


def _can_be(name: str, figure: Unread) -> bool:
    wanted = "price" if name == "entry_fee" else metric(name).type
    return wanted in figure.types


def _is_money(candidate: Candidate) -> bool:
    return metric(candidate.metric).type in ("money", "price")


def _is_known(candidate: Candidate) -> bool:
    return (
        candidate.reason is None
        and candidate.period is None
        and isinstance(candidate.value, Decimal)
        and candidate.qualifier not in _BOUNDS
    )


def _ends(term: Candidate | None) -> tuple[Decimal, Decimal, Decimal]:
    """What a printed figure may stand for: prices to the cent are exact, percentages are often cut off."""
    if term is None:
        return Decimal(0), Decimal(0), Decimal(0)
    assert isinstance(term.value, Decimal)
    step = term.resolution or Decimal(0)
    kind = metric(term.metric).type
    half = (
        Decimal(0) if kind == "price" or (kind == "shares" and step <= 1) else step if kind == "percent" else step / 2
    )
    if term.metric == "entry_fee":
        half = max(half, Decimal("0.02"))  # each levy is rounded for itself
    return term.value - half, term.value, term.value + half


def _candidate(name: str, figure: Unread, relation: Equation) -> Candidate:
    mention = figure.mention
    assert mention.value is not None
    unit = mention.unit if metric(name).type in ("money", "price") else metric(name).unit
    return Candidate(
        name, mention.value, unit, mention.start, mention.end, f"news.arithmetic.{name}", figure.company,
        mention.resolution, mention.qualifier, rank=4, notes=[(_NOTE, f"{meaning(_NOTE)} {relation.words}")],
    )  # fmt: skip


@cache
def _relations(published: date | None) -> list[Equation]:
    """The relations of an offering in the currency of its market; those of the accounts need a period."""
    rows = [row for row in EQUATIONS if not metric(row.result).by_period]
    factor = fee_factor(published or date.max)
    if factor is not None:
        rows += [
            Equation("ZG-ENTRY-FEE", "entry_fee", ("board_lot", price),
                     lambda lot, price, factor=factor: lot * price * factor, f"board_lot × {price} × {factor}")
            for price in ("offer_price_high", "offer_price")
        ]  # fmt: skip
    return rows
