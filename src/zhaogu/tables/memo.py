"""The table for people: a memo's worth of figures, with footnotes, sources and rates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from zhaogu import __version__
from zhaogu.conversion import Policy
from zhaogu.model import IPORecord
from zhaogu.model.harmless import markdown
from zhaogu.model.terminal import lines

from .asked import choice, policy_for
from .memo_cells import Language, Page, short
from .memo_numbers import SIGNS
from .memo_rows import rows
from .sources import Item, as_records

if TYPE_CHECKING:
    import pandas as pd

MOST_COLUMNS = 4
"""More issuers than this stand one below the other."""
LOSS = re.compile(r"\D*\([\d,.]+\)")
"""A cell that begins with a negative amount."""
WIDEST = 140
"""So wide are the parts of a table of many issuers on a terminal."""


@dataclass(frozen=True)
class Memo:
    """A finished table: ``str(memo)`` for a terminal or an e-mail, ``to_markdown()`` for a document.

    The first row of ``table`` is its heading.
    """

    headline: str
    table: list[list[str]]
    footnotes: list[str] = field(default_factory=list)
    legend: str = ""
    sources: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Aligned columns; Chinese signs count two."""
        many = len(self.table[0]) > MOST_COLUMNS + 1
        return "\n".join([self.headline, "", *lines(self.table, WIDEST if many else None), "", *self._below()])

    def to_markdown(self) -> str:
        """The same as a Markdown table, figures to the right."""
        body = ["| " + " | ".join(map(markdown, row)) + " |" for row in self.table]
        body.insert(1, "|---|" + "---:|" * (len(self.table[0]) - 1))
        return "\n\n".join([self.headline, "\n".join(body), *map(markdown, self._below())]) + "\n"

    def to_frame(self) -> pd.DataFrame:
        """The table as text cells, for ``to_clipboard()`` or a workbook; what stands below it is in ``attrs``."""
        import pandas as pd

        (_, *columns), *body = self.table
        frame = pd.DataFrame([row[1:] for row in body], index=[row[0] for row in body], columns=columns, dtype="string")
        frame.attrs = {"headline": self.headline, "below": self._below()}
        return frame

    def to_clipboard(self) -> None:
        """The table for a spreadsheet."""
        from .clipboard import to_clipboard

        to_clipboard(self.to_frame().rename_axis(""))

    def _repr_markdown_(self) -> str:
        return self.to_markdown().replace("$", r"\$")  # a notebook takes what stands between two of them for a formula

    def _below(self) -> list[str]:
        notes = [f"[{number}] {text}" for number, text in enumerate(self.footnotes, 1)]
        return [*notes, *filter(None, [self.legend]), *self.sources]

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
    table = _rows_below_each_other(page) if len(records) <= MOST_COLUMNS else _issuers_below_each_other(page)
    headline = page.say("converted", unit=page.unit(currency)) if currency else page.say("headline")
    legend = _legend(page, [cell for row in table[1:] for cell in row[1:]])
    return Memo(headline, table, page.footnotes, legend, [*page.closing, *_sources(page, today or date.today())])


def _rows_below_each_other(page: Page) -> list[list[str]]:
    body = [[row.label(page), *(row.write(page, record) for record in page.records)] for row in rows(page)]
    return [["", *map(_title, page.records)], *body]


def _issuers_below_each_other(page: Page) -> list[list[str]]:
    """The transposed table, without the columns in which nobody has a figure: those are named below it."""
    plan = rows(page)
    headings = [row.label(page) for row in plan]
    cells = [[row.write(page, record) for row in plan] for record in page.records]
    empty = [set(column) == {page.say("not_disclosed")} for column in zip(*cells, strict=True)]
    table = [["", *headings], *([_title(record), *row] for record, row in zip(page.records, cells, strict=True))]
    if any(empty):
        named = page.say("semicolon").join(name for name, left in zip(headings, empty, strict=True) if left)
        page.closing.append(page.say("none_disclosed", rows=named))
    return [[cell for cell, left in zip(row, [False, *empty], strict=True) if not left] for row in table]


def _title(record: IPORecord) -> str:
    return f"{record.issuer} ({record.stock_code})" if record.stock_code else record.issuer


def _legend(page: Page, cells: Sequence[str]) -> str:
    """What the signs mean that the table uses."""
    used = {
        "not_disclosed": page.say("not_disclosed") in cells,
        "not_applicable": page.say("not_applicable") in cells,
        "loss": any(map(LOSS.match, cells)),
        **{name: any(sign in cell for cell in cells) for name, sign in SIGNS.items()},
    }
    return page.say("semicolon").join(page.say(f"sign_{name}") for name, is_used in used.items() if is_used)


def _sources(page: Page, today: date) -> list[str]:
    """The last lines: documents with the pages that were used, the rates, the day and the version."""
    pages: dict[str, set[int]] = {document: set() for record in page.records for document in record.documents}
    for fact in page.used:
        if fact.evidence.page:
            pages.setdefault(fact.document, set()).add(fact.evidence.page)
    named = []
    for name, found in pages.items():
        told = page.say("pages", pages=", ".join(_runs(sorted(found))))
        named.append(f"{short(name)} ({told})" if found else short(name))
    rates = [page.say("rate", rate=rate) for rate in page.rates]
    listed = f"{page.say('sources')}{page.say('colon')}{page.say('semicolon').join(named)}"
    return [listed, *rates, page.say("made", day=today, version=__version__)]


def _runs(numbers: Sequence[int]) -> list[str]:
    """Numbers that follow each other as one range.

    >>> _runs([2, 3, 4, 7])
    ['2–4', '7']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
