"""Pages drawn as plain text: a stand-in for PDF pages whose words have the places of a typewriter's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from zhaogu.extraction.statements import StatementsFound, extract_statements
from zhaogu.reading.layout import Line, Word, rows

PITCH, LEAD, SIZE = 5.0, 13.0, 10.0


def _width(text: str) -> float:
    return PITCH * sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def page(number: int, drawing: str) -> Any:
    """A page of ``drawing``: a Latin character is one column wide, a Chinese one two."""
    words = []
    for row, text in enumerate(drawing.strip("\n").split("\n")):
        for match in re.finditer(r"\S+", text):
            x0 = 50 + _width(text[: match.start()])
            top = 40 + LEAD * row
            words.append(Word(match[0], x0, top, x0 + _width(match[0]), top + SIZE, match.start(), match.end()))
    lines: list[Line] = rows(words)
    return SimpleNamespace(
        number=number, text=drawing.strip("\n"), lines=lines, upright_lines=lines, words=words, size=(595.0, 842.0),
        boxes=lambda *_: [(50.0, 40.0, 60.0, 50.0)],
    )  # fmt: skip


@dataclass
class Pages:
    """What ``extract_statements`` needs of a PDF."""

    pages: list[Any]
    bookmarks: list[Any] = field(default_factory=list)

    @property
    def page_count(self) -> int:
        return len(self.pages)

    def page(self, number: int) -> Any:
        return self.pages[number - 1]

    def __iter__(self) -> Any:
        return iter(self.pages)


def extract(*drawings: str) -> StatementsFound:
    """The statements of a document of ``drawings``, one a page."""
    pdf = Pages([page(number, drawing) for number, drawing in enumerate(drawings, 1)])
    return extract_statements(SimpleNamespace(name="drawn.pdf", sha256="0" * 64, pdf=pdf), "Drawn Ltd")  # type: ignore[arg-type]


def values(found: StatementsFound) -> dict[str, dict[str, str]]:
    """Values by metric and period, as text; those not in the currency of most carry it in front."""
    table: dict[str, dict[str, str]] = {}
    for fact in found.facts:
        table.setdefault(fact.metric, {})[fact.period or ""] = format(fact.value, "f")
    return table
