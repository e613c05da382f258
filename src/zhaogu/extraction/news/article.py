"""From an article to its facts."""

from __future__ import annotations

from zhaogu.extraction.found import Found, choose
from zhaogu.model import Evidence, Fact, FactNote, metric
from zhaogu.model.record import Rejection
from zhaogu.reading.document import TextDocument
from zhaogu.reading.fold import fold
from zhaogu.recognition import recognise_folded

from .candidate import Candidate
from .finish import finish
from .names import Company, companies
from .reader import Reader
from .subjects import Subjects
from .tokens import sentences, tokenise


def extract_news(document: TextDocument) -> Found:
    """The facts of an article: every figure of an offering that the text states, bound to its issuer."""
    text = document.text
    folded = fold(text)
    mentions = recognise_folded(folded, published=document.published)
    tokens = tokenise(folded, mentions)
    named = companies(text, folded, mentions)
    who = Subjects(text, folded, named)
    found = Reader(text, folded, who, document.published).read(sentences(folded, tokens))
    finish(found, [t.cue for t in tokens if t.cue], who, folded, document.published)
    found = [*_codes(named, who), *found]
    candidates = sorted((c for c in found if c.reason is None and _complete(c)), key=lambda c: c.rank)
    facts, rejected = choose([_fact(c, document) for c in candidates])
    rejected += [Rejection(fact=_fact(c, document), code=c.code or "decoy", reason=c.reason) for c in found if c.reason]
    return Found("news", facts, rejected)


def _complete(candidate: Candidate) -> bool:
    return candidate.unit is not None or metric(candidate.metric).type not in ("money", "price")


def _codes(named: list[Company], who: Subjects) -> list[Candidate]:
    rows = []
    for company in named:
        if who.is_issuer(company) and company.code and company.code_at:
            start, end = company.code_at
            rows.append(Candidate("stock_code", company.code, "text", start, end, "news.stock_code", company))
            if company.exchange:
                rows.append(Candidate("exchange", company.exchange, "text", start, end, "news.exchange.code", company))
    return rows


def _fact(candidate: Candidate, document: TextDocument) -> Fact:
    company = candidate.company
    place = Evidence(quote=document.text[candidate.start : candidate.end], field="text", start=candidate.start, end=candidate.end)
    return Fact(
        document=document.name, document_sha256=document.sha256, kind="news",
        issuer=company.name if company else None, aliases=company.aliases if company else [],
        stock_code=company.code if company else None,
        metric=candidate.metric, value=candidate.value, unit=candidate.unit, resolution=candidate.resolution,
        period=candidate.period.label if candidate.period else None,
        period_end=candidate.period.end if candidate.period else None,
        as_of=candidate.as_of, qualifier=candidate.qualifier, basis=candidate.basis, offer_basis=candidate.offer_basis,
        stage=candidate.stage, holder=candidate.holder, label=candidate.label, evidence=place, rule=candidate.rule,
        notes=[FactNote(code=code, text=text) for code, text in candidate.notes],
    )  # fmt: skip
