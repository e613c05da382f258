"""The financial statements of a prospectus: from the open document to facts and statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from zhaogu.model.fact import Fact, FactNote, Note
from zhaogu.model.record import Rejection
from zhaogu.model.statement import Statement
from zhaogu.reading.document import PDFDocument
from zhaogu.reading.pdf import PDF, Page

from .agree import Agreement, agree, confirm
from .assemble import statements
from .dividends import dividends
from .figures import Figure, figures
from .footing import footing
from .labels import is_mainland
from .pages import is_headed
from .proceeds import uses
from .rates import stated_rates
from .reading import Reading, read_tables
from .sections import PROSE, Section, sections
from .sentences import listed

NOTE_TEXTS = {
    "assumed_currency": "nothing names the currency: taken from the document",
    "no_unit": "nothing says in what the amount is",
    "rd_investment_base": "the ratio is of R&D investment, with what was capitalised",
}


@dataclass(slots=True)
class StatementsFound:
    """What a document says in its statements."""

    facts: list[Fact] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)


def extract_statements(document: PDFDocument, issuer: str | None) -> StatementsFound:
    """Facts by period, what lost against them, notes on what does not agree, and the statements themselves."""
    readings = read_tables(document.pdf)
    bare = bare_currency(readings)
    agreement = agree(figure for reading in readings for figure in figures(reading, bare))
    confirm(agreement, listed_figures(document.pdf, agreement), bare)
    make = partial(_fact, document, issuer)
    return StatementsFound(
        facts=[
            *(make(item.figure, item.also) for item in agreement.agreed),
            *rate_facts(document, issuer),
            *use_facts(document, issuer),
            *dividend_facts(document, issuer, readings, bare),
        ],
        rejected=[
            Rejection(fact=make(figure, []), code=code, reason=reason) for figure, code, reason in agreement.lost
        ],
        notes=[*agreement.notes, *footing(readings)],
        statements=statements(readings, bare),
    )


def prose(pdf: PDF, kinds: Sequence[str]) -> list[Page]:
    """The pages of the parts of ``kinds``, or all where nothing names the parts."""
    parts = [s for s in sections(pdf) if s.kind in kinds] or [Section("other", "", 1, pdf.page_count)]
    return [pdf.page(number) for part in parts for number in range(part.first, part.last + 1)]


def listed_figures(pdf: PDF, agreement: Agreement) -> list[tuple[Figure, bool]]:
    """What sentences of the summary, the financial information and unnamed parts list."""
    flows = {a.figure.period for a in agreement.agreed if a.figure.period.label.endswith("FY")}
    years = sorted(flows, key=lambda period: period.label)
    return [item for page in prose(pdf, PROSE[1:]) for item in listed(page, "sentence", years)]


def rate_facts(document: PDFDocument, issuer: str | None) -> list[Fact]:
    """The rates of exchange that the document states for its translations."""
    return [
        Fact(
            document=document.name, document_sha256=document.sha256, kind="prospectus", issuer=issuer,
            metric="exchange_rate", value=rate, unit="rate", label=label, evidence=evidence, rule="statements.rate",
            resolution=Decimal(1).scaleb(int(rate.as_tuple().exponent)), as_of=day,
        )
        for label, rate, day, evidence in stated_rates(prose(document.pdf, PROSE))
    ]  # fmt: skip


def use_facts(document: PDFDocument, issuer: str | None) -> list[Fact]:
    """What the proceeds are for, each purpose once, where the document has a part on it."""
    if parts := sections(document.pdf):
        numbers = [n for part in parts if part.kind == "proceeds" for n in range(part.first, part.last + 1)]
        pages = [document.pdf.page(number) for number in numbers]
    else:
        pages = [page for page in document.pdf if is_headed(page.text, "proceeds")]
    found = {label: (amount, evidence) for label, amount, evidence in reversed(list(uses(pages)))}
    return [
        Fact(
            document=document.name, document_sha256=document.sha256, kind="prospectus", issuer=issuer,
            metric="use_of_proceeds", value=amount.value, unit=amount.unit, label=label, evidence=evidence,
            qualifier=amount.qualifier, stage="plan", resolution=amount.resolution, rule="statements.proceeds",
        )
        for label, (amount, evidence) in reversed(found.items())
    ]  # fmt: skip


def dividend_facts(
    document: PDFDocument, issuer: str | None, readings: Sequence[Reading], bare: str | None
) -> list[Fact]:
    """What was declared and what was paid, by period."""
    return [
        Fact(
            document=document.name, document_sha256=document.sha256, kind="prospectus", issuer=issuer,
            metric="dividend", value=found.value, unit=found.unit, resolution=found.resolution, label=found.label,
            period=found.period.label, period_end=found.period.end, evidence=found.evidence, also=found.also,
            rule=f"statements.dividend.{found.label}",
        )
        for found in dividends(readings, prose(document.pdf, PROSE[1:]), bare)
    ]  # fmt: skip


def bare_currency(readings: list[Reading]) -> str | None:
    """The currency of amounts whose currency nothing names: the one that the document's statements use most."""
    counts: dict[str, int] = {}
    for reading in readings:
        for column in reading.columns:
            if column.unit.currency and not column.percent:
                counts[column.unit.currency] = counts.get(column.unit.currency, 0) + 1
    if counts:
        return max(counts, key=lambda code: counts[code])
    return "CNY" if any(is_mainland(row.text) for reading in readings for row in reading.rows) else None


def _fact(document: PDFDocument, issuer: str | None, figure: Figure, also: list[Figure]) -> Fact:
    return Fact(
        document=document.name, document_sha256=document.sha256, kind="prospectus", issuer=issuer,
        metric=figure.metric, value=figure.value, unit=figure.unit, resolution=figure.resolution,
        period=figure.period.label, period_end=figure.period.end, audited=False if figure.audited is False else None,
        evidence=figure.evidence, also=[other.evidence for other in also], rule=figure.rule,
        notes=[FactNote(code=code, text=NOTE_TEXTS[code]) for code in figure.notes],
    )  # fmt: skip
