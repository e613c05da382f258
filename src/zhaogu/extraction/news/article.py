"""From an article to its facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from operator import ne
from typing import Final

from zhaogu.extraction.found import Found, choose
from zhaogu.model import Evidence, Fact, FactNote, Group, metric
from zhaogu.model.fact import SCHEMA_VERSION, typed_value
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.model.record import Rejection
from zhaogu.model.trusted import complete
from zhaogu.reading.document import TextDocument
from zhaogu.reading.fold import fold
from zhaogu.recognition import recognise_folded

from .candidate import Candidate
from .declared import give_units
from .finish import finish
from .first_days import newly_listed
from .holders import as_printed
from .labelled import read_holders, read_lines
from .market import spoken_of
from .names import Company, companies
from .reader import read_article
from .subjects import Subjects
from .tables import read_table, tables
from .tokens import sentences, tokenise
from .wrapped import Unwrapped, unwrap
from .written import give_anniversaries, give_months, give_years, today


def extract_news(document: TextDocument) -> Found:
    """The facts of an article: every figure of an offering that the text states, bound to its issuer."""
    title = document.title or ""
    shift = len(title) + 2 if title else 0
    joined = unwrap(f"{title}\n\n{document.text}" if title else document.text)
    text = joined.text
    folded = fold(text)
    day = today(folded, document.published)
    mentions = [m for m in recognise_folded(folded, published=day) if not _is_firms(folded, m)]
    give_months(folded, mentions, day)
    give_years(folded, mentions, day)
    give_anniversaries(folded, mentions)
    give_units(folded, mentions)
    named = companies(text, folded, mentions, shift)
    called = {name for company in named for name in company.names}
    if initials := _by_initial(called):
        mentions = [m for m in mentions if not _opens_a_name(folded, m, initials)]
    tokens = tokenise(folded, mentions, called)
    who = Subjects(folded, named, shift)
    told_in = list(sentences(folded, tokens))
    if len(named) > 1:
        who.rehearse(told_in)
    found = read_article(folded, who, day, told_in)
    days = {m.start: m.day for m in mentions if m.kind is _DATE and m.day}
    found += read_lines(folded, who.companies if len(who.companies) == 1 else [])
    listed = read_holders(folded, [c for c in who.companies if c.code or len(who.companies) == 1])
    if listed:
        lines = [(c.start, c.end) for c in listed]
        found = [c for c in found if not any(start <= c.start < end for start, end in lines)] + listed
    for table in tables(_with_tabs(folded, text)):
        rows = read_table(table, folded, named, _told_before(found, table.start) or who.last, days)
        cells = {row.start for row in rows}
        found = [
            c
            for c in found
            if not (rows and table.start <= c.start < table.end and (table.is_list or cells & {*range(c.start, c.end)}))
        ]
        who.offerings.events.add(*(c.company.name for c in rows if c.company and metric(c.metric).group in _OFFERING))
        who.offerings.leading |= {c.company.name for c in rows if c.company}
        found += rows
    figures = [(c.company.name, c.metric) for c in found if c.company and c.reason is None]
    who.offerings.offers(figures, newly_listed(found, day))
    finish(found, who, folded, _is_traditional(text, folded), day)
    for one in found:
        if one.holder:
            one.holder = as_printed(one.holder, text, folded)
    found = [*_codes(named, who), *found]
    candidates = [c for c in found if c.reason is None and c.company and _complete(c)]
    if titled := {id(c) for c in candidates if _is_title(c, shift)}:
        told = {_slot(c) for c in found if c.company and not c.reason and not _is_title(c, shift)}
        candidates = [c for c in candidates if id(c) not in titled or _slot(c) not in told]
    place = Place(document, joined, shift)
    facts, rejected = choose([place.fact(c) for c in sorted(candidates, key=lambda c: c.rank)])
    rejected += [place.rejection(c) for c in found if c.reason]
    return Found("news", facts, rejected)


@lru_cache(maxsize=256)
def _note(code: str, text: str) -> FactNote:
    """A note of a fact, which cannot be changed: most articles need a few, many times."""
    return FactNote(code=code, text=text)


_DATE: Final = MentionKind.DATE
_CODE: Final = MentionKind.CODE
_SAMPLE: Final = 1_000
_OPEN_NAMES: Final = frozenset("0123456789零一二两三四五六七八九十百千万半双首周今明每本正元")
"""What days and figures in names begin with."""
_STATED: Final = set(Fact.model_fields) - {"schema_version", "status", "audited", "also"}
_PLACED: Final = {"quote", "field", "start", "end"}
_LOST: Final = set(Rejection.model_fields)
"""What a fact, its place and its rejection say of their own: the other fields have their defaults.

All of them share these sets, which nobody changes, for none of the models can be changed."""
_MAINLAND: Final = ("SSE", "SZSE", "BSE")
_SHORT: Final = 4
"""So many letters of a day or a figure may begin a name."""
_OFFERING: Final = frozenset({Group.OFFERING, Group.DEMAND, Group.DEBUT})


def _told_before(found: list[Candidate], place: int) -> list[Company]:
    """Of whom the last figure before a place is that is nobody else's: a table goes on with it."""
    told = (c.company for c in reversed(found) if c.start < place and c.company and not c.reason)
    return [company] if (company := next(told, None)) else []


def _is_traditional(text: str, folded: str) -> bool:
    """Whether folding changes more than one letter in twenty of a text's beginning.

    >>> _is_traditional("發售價為每股8元", "发售价为每股8元"), _is_traditional("发售价为每股8元", "发售价为每股8元")
    (True, False)
    """
    enough = len(text[:_SAMPLE]) // 20 + 1
    changed = filter(None, map(ne, text[:_SAMPLE], folded))
    return next(islice(changed, enough - 1, None), False)


def _with_tabs(folded: str, text: str) -> str:
    """The folded text with the tabs between the cells of its tables, which folding makes spaces."""
    if "\t" not in text:
        return folded
    return "".join("\t" if raw == "\t" else letter for letter, raw in zip(folded, text, strict=True))


def _is_firms(folded: str, mention: Mention) -> bool:
    """Whether ``兩股`` counts companies: no figure of a few shares is written so."""
    start, end = mention.start, mention.end
    return end - start == 2 and folded[end - 1] == "股" and folded[start] in "两二三四五六七八九"


def _by_initial(names: set[str]) -> dict[str, tuple[str, ...]]:
    initials = {name[0] for name in names}
    return {letter: tuple(name for name in names if name[0] == letter) for letter in initials & _OPEN_NAMES}


def _opens_a_name(folded: str, mention: Mention, names: dict[str, tuple[str, ...]]) -> bool:
    """Whether a day or a figure is but the beginning of a company's name: 周六 in 周六福, 36 in 36氪."""
    start, size = mention.start, mention.end - mention.start
    if mention.kind is _CODE or size > _SHORT:
        return False
    called = names.get(folded[start], ())
    return any(len(name) > size and folded.startswith(name, start) for name in called)


def _is_title(candidate: Candidate, shift: int) -> bool:
    """Whether a figure stands in the title or a heading, which round what the text says."""
    return candidate.start < shift or candidate.heading


def _slot(candidate: Candidate) -> tuple[str | None, ...]:
    """What a figure of the text says so that the title need not."""
    company = candidate.company
    return company.name if company else None, candidate.metric, candidate.basis


def _complete(candidate: Candidate) -> bool:
    return candidate.unit is not None or metric(candidate.metric).type not in ("money", "price")


def _codes(named: list[Company], who: Subjects) -> list[Candidate]:
    rows = []
    for company in named:
        if who.offerings.is_issuer(company) and company.code and company.code_at:
            start, end = company.code_at
            rows.append(Candidate("stock_code", company.code, "text", start, end, "news.stock_code", company))
            beside = re.split(r"[(（]", who.folded[max(0, start - 4) : start])[-1] + who.folded[start : end + 1]
            abroad = company.exchange in _MAINLAND and spoken_of(who.folded) == "HKEX"  # A股公司向港交所递表
            if company.exchange and not abroad and re.search(r"[A-Za-z]", beside):
                rows.append(Candidate("exchange", company.exchange, "text", start, end, "news.exchange.code", company))
    return rows


@dataclass(frozen=True, slots=True)
class Place:
    """The document that the offsets lead back to; the title stands before its text."""

    document: TextDocument
    text: Unwrapped
    shift: int

    def fact(self, candidate: Candidate) -> Fact:
        """A candidate as the contract has it."""
        company, period, name, said = candidate.company, candidate.period, candidate.metric, candidate.value
        value = said if isinstance(said, Decimal) else typed_value(said, metric(name).type)
        return complete(Fact, {
            "schema_version": SCHEMA_VERSION, "document": self.document.name, "document_sha256": self.document.sha256, "kind": "news",
            "issuer": company.name if company else None, "aliases": list(company.aliases) if company else [],
            "stock_code": company.code if company else None,
            "metric": name, "value": value,
            "unit": candidate.unit, "resolution": candidate.resolution, "status": "stated",
            "period": period.label if period else None, "period_end": period.end if period else None,
            "as_of": candidate.as_of, "audited": None, "qualifier": candidate.qualifier, "basis": candidate.basis,
            "offer_basis": candidate.offer_basis, "stage": candidate.stage, "holder": candidate.holder,
            "label": candidate.label, "evidence": self.evidence(candidate.start, candidate.end), "also": [],
            "rule": candidate.rule, "notes": [_note(code, text) for code, text in candidate.notes],
        }, _STATED)  # fmt: skip

    def rejection(self, candidate: Candidate) -> Rejection:
        """A candidate that is no fact, and why."""
        code, reason = candidate.code or "decoy", candidate.reason
        return complete(Rejection, {"fact": self.fact(candidate), "code": code, "reason": reason}, _LOST)

    def evidence(self, start: int, end: int) -> Evidence:
        """A span as a place in the text or in the title."""
        start, end = self.text.back(start, end)
        text, field = self.document.text, "text"
        if start < self.shift:
            text, field = self.document.title or "", "title"
        else:
            start, end = start - self.shift, end - self.shift
        return complete(Evidence, {
            "quote": text[start:end], "field": field, "start": start, "end": end,
            "page": None, "bbox": None, "bboxes": None,
        }, _PLACED)  # fmt: skip
