"""One figure out of all the places where a filing states it; what differs is kept, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zhaogu.model import Evidence, Fact, Kind, Note, Rejection, Stage, metric
from zhaogu.model.fact import value_text
from zhaogu.reading.document import PDFDocument

from .found import Found, Source
from .issuer import Issuer

_WHERE = {
    Source.DETAILS: "the details",
    Source.SUMMARY: "the rows of the summary",
    Source.COVER: "the lines of the cover",
    Source.TEXT: "the words",
    Source.LOOSE: "lines with words that are not known",
}
_PLANS = ("notice", "prospectus")
_PLANNED_DATES = ("listing_date", "price_date")


@dataclass(frozen=True, slots=True)
class About:
    """What every fact of a filing has in common."""

    document: PDFDocument
    kind: Kind
    issuer: Issuer | None
    stock_code: str | None


def choose(found: Iterable[Found], about: About) -> tuple[list[Fact], list[Rejection], list[Note]]:
    """The chosen facts, those that contradict them, and a note for each contradiction."""
    found = list(found)
    groups: dict[tuple[object, ...], list[Found]] = {}
    for one in _counted(one for one in found if not one.against):
        group = groups.setdefault(_key(one), [])
        if group and _is_restated(one, group[0]):
            group = groups.setdefault((*_key(one), one.cell.unit), [])
        group.append(one)
    facts: list[Fact] = []
    rejected = [
        Rejection(fact=_fact(one, about, [one]), code="decoy", reason=one.against) for one in found if one.against
    ]
    notes: list[Note] = []
    for group in groups.values():
        ranked = sorted(group, key=lambda one: (one.cell.value is None, _with_greenshoe(one), one.source))
        same = [
            one for one in ranked if one.cell.value == ranked[0].cell.value and one.cell.unit == ranked[0].cell.unit
        ]
        fact = _fact(ranked[0], about, same)
        facts.append(fact)
        others = [
            one for one in ranked if one not in same and one.cell.value is not None and ranked[0].cell.value is not None
        ]
        seen: set[object] = set()
        for other in others:
            rejected.append(_rejection(other, ranked[0], about))
            if other.cell.value not in seen and rejected[-1].code == "conflict":
                seen.add(other.cell.value)
                notes.append(_conflict(fact, rejected[-1].fact))
    return facts, rejected, notes


def _counted(found: Iterable[Found]) -> list[Found]:
    """What counts: figures under a label that is not known in full only where no other place states them."""
    found = list(found)
    known = {_key(one) for one in found if one.source != Source.LOOSE}
    return [one for one in found if one.source != Source.LOOSE or _key(one) not in known]


def _key(one: Found) -> tuple[object, ...]:
    return one.metric, one.holder


def _is_restated(one: Found, first: Found) -> bool:
    """Whether a sum is said in another currency than before: a figure of its own, and no conflict."""
    if metric(one.metric).type != "money" or one.cell.unit is None or first.cell.unit is None:
        return False
    return one.cell.unit != first.cell.unit


def _with_greenshoe(one: Found) -> bool:
    """Figures after over-allotment stand behind those before it, where a filing states both."""
    return one.offer_basis == "final_greenshoe_full"


def _fact(one: Found, about: About, same: Sequence[Found]) -> Fact:
    known = metric(one.metric)
    also: list[Evidence] = []
    for other in same:
        if other is not one and other.evidence not in (one.evidence, *also):
            also.append(other.evidence)
    return Fact(
        document=about.document.name,
        document_sha256=about.document.sha256,
        kind=about.kind,
        issuer=about.issuer.name if about.issuer else None,
        aliases=list(about.issuer.aliases) if about.issuer else [],
        stock_code=about.stock_code,
        metric=one.metric,
        value=one.cell.value,
        unit=known.unit or one.cell.unit,
        resolution=one.cell.resolution,
        status=one.cell.status,
        qualifier=one.cell.qualifier,
        basis=one.basis,
        offer_basis=next((other.offer_basis for other in (one, *same) if other.offer_basis), None),
        stage=_stage(one.metric, about.kind),
        holder=one.holder,
        evidence=one.evidence,
        also=also,
        rule=one.rule,
        notes=one.notes,
    )


def _stage(name: str, kind: Kind) -> Stage | None:
    """Plan before the allotment and final after it; a date is only marked where it is expected."""
    if kind in _PLANS:
        return "plan" if metric(name).staged or name in _PLANNED_DATES else None
    return "final" if metric(name).staged else None


def _rejection(other: Found, winner: Found, about: About) -> Rejection:
    fact = _fact(other, about, [other])
    if _with_greenshoe(other) and not _with_greenshoe(winner):
        return Rejection(fact=fact, code="other_basis", reason=f"with over-allotment; without it {_said(winner)}")
    reason = f"{_WHERE[winner.source]} on page {winner.evidence.page} say {_said(winner)}"
    return Rejection(fact=fact, code="conflict", reason=reason)


def _said(one: Found) -> str:
    return "nothing" if one.cell.value is None else value_text(one.cell.value)


def _conflict(chosen: Fact, other: Fact) -> Note:
    sides = [value_text(fact.value) for fact in (chosen, other) if fact.value is not None]
    text = f"{chosen.metric}: {' and '.join(sides)}; chosen: the one on page {chosen.evidence.page}"
    return Note(
        code="ZG-CONFLICT", severity="warning", text=text, sides=sides, evidence=[chosen.evidence, other.evidence]
    )
