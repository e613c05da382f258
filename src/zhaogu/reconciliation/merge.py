"""Facts of any number of documents into one record an issuer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from zhaogu.model import Difference, Extraction, Fact, IPORecord, Note, Rejection

from .checks import checks
from .classify import classify
from .derived import derived
from .issuers import Party, parties, questions
from .listings import elsewhere, leading
from .names import core
from .precedence import DATED, LABELLED, MANY, Precedence, Slot, default_precedence, slot
from .reasons import Verdict
from .settle import settle


def reconcile(extractions: Iterable[Extraction] | Extraction, precedence: Precedence | None = None) -> list[IPORecord]:
    """One record an issuer, over all documents."""
    items = _listed(extractions)
    published = {item.document: item.published for item in items if item.published}
    facts = [fact for item in items for fact in item.facts]
    rejected = [loser for item in items for loser in item.rejected]
    return records(facts, rejected, published=published, precedence=precedence)


def _listed(extractions: Iterable[Extraction] | Extraction) -> list[Extraction]:
    if isinstance(extractions, Extraction):
        return [extractions]
    items = list(extractions) if isinstance(extractions, Iterable) else [extractions]
    for item in items:
        if not isinstance(item, Extraction):
            raise TypeError(f"records are made of extractions, not of {type(item).__name__}: see zhaogu.extract")
    return items


def records(
    facts: Iterable[Fact],
    rejected: Iterable[Rejection] = (),
    *,
    published: dict[str, date] | None = None,
    precedence: Precedence | None = None,
) -> list[IPORecord]:
    """One record an issuer: what is chosen, what lost and why, and how the sources differ.

    A document that is given twice counts once. Issuers are matched by code and by equal names in either script; names
    that only resemble each other are a question in the notes.
    """
    found = parties({fact.fact_id: fact for fact in facts}.values())
    asked: dict[int, list[Note]] = {}
    for side, note in questions(found):
        asked.setdefault(id(side), []).append(note)
    losers = _by_party(rejected, found)
    belief = precedence or default_precedence()
    return [_record(party, losers[id(party)], asked.get(id(party), []), published or {}, belief) for party in found]


def _record(
    party: Party, rejected: Sequence[Rejection], notes: list[Note], published: dict[str, date], precedence: Precedence
) -> IPORecord:
    slots: dict[Slot, list[Fact]] = {}
    code = leading(fact for fact in party.facts if fact.stock_code in party.codes)
    for fact in sorted(party.facts, key=lambda fact: (elsewhere(fact, code), precedence.rank(fact))):
        slots.setdefault(slot(fact), []).append(fact)
    bare = _bare(party, [candidates[0] for candidates in slots.values()], code, published)
    decided = settle(bare, list(slots.values()), precedence)
    if decided:
        bare = bare.with_facts([candidates[0] for candidates in slots.values()])
    beaten = [(first, loser, classify(first, loser, bare)) for first, *losers in slots.values() for loser in losers]
    aside = [(first, other, classify(first, other, bare)) for first, other in _neighbours(bare)]
    failed = [check.note for check in checks(bare) if not check.passed]
    rivals = [
        Rejection(fact=loser, code=verdict.code, reason=_told(verdict.say(), first, decided))
        for first, loser, verdict in beaten
    ]
    return bare.model_copy(
        update={
            "rivals": [*rivals, *rejected],
            "differences": [_difference(*verdict) for verdict in (*beaten, *aside)],
            "notes": notes + failed,
            "derived": derived(bare),
        }
    )


def _bare(party: Party, chosen: list[Fact], code: str | None, published: dict[str, date]) -> IPORecord:
    """The record with its chosen facts, before anything is compared."""
    documents = list(dict.fromkeys(fact.document for fact in party.facts))
    name, *others = _names(party) or ["?"]
    return IPORecord(
        issuer=name,
        aliases=others,
        stock_code=code or _code(chosen, party),
        documents=documents,
        published=max((published[document] for document in documents if document in published), default=None),
        facts=chosen,
    )


def _told(reason: str, chosen: Fact, decided: dict[str, str]) -> str:
    relation = decided.get(chosen.fact_id)
    return f"{reason}; the chosen one fits {relation}" if relation else reason


def _neighbours(record: IPORecord) -> Iterable[tuple[Fact, Fact]]:
    """Chosen facts of one metric and period that differ in stage, basis or currency: the headline and each other."""
    groups: dict[tuple[str | None, ...], list[Fact]] = {}
    for fact in record.facts:
        nameless = fact.metric in LABELLED and not fact.label
        if not nameless and fact.metric not in DATED | MANY and fact.qualifier not in ("at_least", "at_most"):
            groups.setdefault((fact.metric, fact.period, fact.holder, fact.label), []).append(fact)
    for (name, period, holder, label), facts in groups.items():
        if len(facts) > 1:
            first = record.fact(str(name), period, holder=holder, label=label)
            yield from ((first, other) for other in facts if first and other is not first)


def _difference(chosen: Fact, other: Fact, verdict: Verdict) -> Difference:
    return Difference(
        metric=chosen.metric,
        period=chosen.period,
        code=verdict.code,
        reason=verdict.say(),
        reason_zh=verdict.say("zh"),
        chosen=chosen.fact_id,
        other=other.fact_id,
    )


def _names(party: Party) -> list[str]:
    """How to call the issuer: as most articles do, else by the shortest name in use; then its other names, each once."""
    told: dict[str, set[str]] = {}
    for fact in party.facts:
        if fact.issuer:
            told.setdefault(fact.issuer, set()).update({fact.document} if fact.kind == "news" else ())
    used = sorted(told, key=lambda name: (-len(told[name]), len(name)))
    spelt = {core(name): name for name in (*reversed([*party.names]), *reversed(used))}
    return list(dict.fromkeys([*used[:1], *reversed(spelt.values())]))


def _code(chosen: list[Fact], party: Party) -> str | None:
    stated = (fact.value for fact in chosen if fact.metric == "stock_code" and isinstance(fact.value, str))
    return next(stated, None) or next(iter(party.codes), None)


def _by_party(rejected: Iterable[Rejection], found: list[Party]) -> dict[int, list[Rejection]]:
    """The rejected candidates of each issuer."""
    home = {mark: party for party in found for mark in party.marks}
    losers: dict[int, list[Rejection]] = {id(party): [] for party in found}
    for loser in rejected:
        marks = f"code {loser.fact.stock_code}", f"name {core(loser.fact.issuer or '')}"
        party = next((home[mark] for mark in marks if mark in home), None)
        if party:
            losers[id(party)].append(loser)
    return losers
