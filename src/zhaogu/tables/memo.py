"""The table for people: a memo's worth of figures, with footnotes, sources and rates."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from zhaogu import __version__
from zhaogu.conversion import Policy
from zhaogu.model import IPORecord
from zhaogu.model.harmless import markdown

from .asked import choice, policy_for
from .memo_cells import Language, Page, short
from .memo_rows import rows
from .sources import Item, as_records

MOST_COLUMNS = 4
"""More issuers than this stand one below the other."""


@dataclass(frozen=True)
class Memo:
    """A finished table: ``str(memo)`` for a terminal or an e-mail, ``to_markdown()`` for a document."""

    headline: str
    table: list[list[str]]
    footnotes: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Aligned columns; Chinese signs count two."""
        widths = [max(map(_width, column)) for column in zip(*self.table, strict=True)]
        lines = ["  ".join(_padded(*cell) for cell in zip(row, widths, strict=True)).rstrip() for row in self.table]
        lines.insert(1, "  ".join("-" * width for width in widths))
        return "\n".join([self.headline, "", *lines, "", *self._below()])

    def to_markdown(self) -> str:
        """The same as a Markdown table."""
        lines = ["| " + " | ".join(map(markdown, row)) + " |" for row in self.table]
        lines.insert(1, "|" + "---|" * len(self.table[0]))
        return "\n\n".join([self.headline, "\n".join(lines), *map(markdown, self._below())])

    def _repr_markdown_(self) -> str:
        return self.to_markdown()

    def _below(self) -> list[str]:
        return [f"[{number}] {text}" for number, text in enumerate(self.footnotes, 1)] + self.sources

    __repr__ = __str__


def memo(
    items: Iterable[Item] | Item,
    language: Language = "en",
    *,
    currency: str | None = None,
    policy: Policy | None = None,
    today: date | None = None,
) -> Memo:
    """The memo of some extractions, records or facts.

    English counts in millions, Chinese in 億. Amounts stay in their own currency unless one is asked for. ``n.d.`` is
    not disclosed, ``n.a.`` not applicable; losses stand in brackets; ``~`` and ``>`` are what the source says.
    """
    choice(language, Language, "language of the memo")
    currency, policy = policy_for(currency, policy)
    records = as_records(items)
    page = Page(records, language, currency, policy)
    body = rows(page)
    table = [["", *(_title(record) for record in records)], *body]
    if len(records) > MOST_COLUMNS:
        table = [list(column) for column in zip(*table, strict=True)]
    headline = page.say("converted", currency=currency) if currency else page.say("headline")
    return Memo(headline, table, page.footnotes, _sources(page, records, today or date.today()))


def _title(record: IPORecord) -> str:
    return f"{record.issuer} ({record.stock_code})" if record.stock_code else record.issuer


def _sources(page: Page, records: Sequence[IPORecord], today: date) -> list[str]:
    """The last lines: documents with the pages that were used, the rates, the day and the version."""
    pages: dict[str, set[int]] = {document: set() for record in records for document in record.documents}
    for fact in page.used:
        if fact.evidence.page:
            pages.setdefault(fact.document, set()).add(fact.evidence.page)
    named = []
    for name, found in pages.items():
        told = page.say("pages", pages=", ".join(map(str, sorted(found))))
        named.append(f"{short(name)} ({told})" if found else short(name))
    rates = [page.say("rate", rate=rate) for rate in page.rates]
    return [f"{page.say('sources')}: {'; '.join(named)}", *rates, page.say("made", day=today, version=__version__)]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
