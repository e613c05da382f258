"""What was chosen, by which rule, what lost and why."""

from __future__ import annotations

from collections.abc import Iterator

from zhaogu.model import Evidence, Fact
from zhaogu.model.extraction import Extraction
from zhaogu.model.fact import value_text


def explain(extraction: Extraction, metric: str | None = None) -> str:
    """The facts of a document with their sources and rivals; of one metric only where it is named."""
    facts = [fact for fact in extraction.facts if metric in (None, fact.metric)]
    rejected = [loser for loser in extraction.rejected if metric in (None, loser.fact.metric)]
    lines = [f"{extraction.document}: {extraction.kind}, {len(facts)} chosen, {len(rejected)} not chosen"]
    for fact in facts:
        lines += _chosen(fact)
    for loser in rejected:
        lines += ["", f"- {_name(loser.fact)} = {_value(loser.fact)}", f"    not chosen  {loser.code}: {loser.reason}"]
        lines += [f"    source      {_place(loser.fact.evidence)}", f"    rule        {loser.fact.rule}"]
    for note in extraction.notes:
        lines += ["", f"! {note.code}: {note.text}", *(f"    {side}" for side in note.sides)]
    return "\n".join(lines)


def _chosen(fact: Fact) -> Iterator[str]:
    yield ""
    yield f"+ {_name(fact)} = {_value(fact)}"
    traits = (fact.qualifier if fact.qualifier != "exact" else None, fact.basis, fact.offer_basis, fact.stage)
    if any(traits):
        yield f"    meaning     {', '.join(filter(None, traits))}"
    yield f"    source      {_place(fact.evidence)}"
    for place in fact.also:
        yield f"    also        {_place(place)}"
    yield f"    rule        {fact.rule}"
    for note in fact.notes:
        yield f"    note        {note.code}: {note.text}"


def _name(fact: Fact) -> str:
    return " ".join(filter(None, (fact.issuer, fact.metric, fact.period, fact.holder, fact.label)))


def _value(fact: Fact) -> str:
    if fact.value is None:
        return fact.status
    number = fact.number
    return f"{value_text(fact.value) if number is None else f'{number:,f}'} {fact.unit or ''}".strip()


def _place(evidence: Evidence) -> str:
    place = f"page {evidence.page}" if evidence.page else f"{evidence.field} {evidence.start}-{evidence.end}"
    return f"{place}: {' '.join(evidence.quote.split())}"
