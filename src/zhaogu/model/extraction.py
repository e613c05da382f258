"""What was read out of one document."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from zhaogu.model.statement import Statement

from .fact import Fact, Kind, Note
from .record import IPORecord, Rejection

DocumentStatus = Literal["ok", "failed"]


class Extraction(BaseModel):
    """The facts of one document, what lost against them, and one record an issuer.

    >>> Extraction(document="a.txt", kind="other")
    Extraction(a.txt: other, 0 facts)
    """

    model_config = ConfigDict(frozen=True)

    document: str
    sha256: str | None = Field(None, description="Of the document's bytes.")
    kind: Kind
    status: DocumentStatus = "ok"
    published: date | None = None
    pages: int | None = Field(None, description="Of a PDF.")
    notes: list[Note] = Field(default_factory=list)
    facts: list[Fact] = Field(default_factory=list)
    rejected: list[Rejection] = Field(default_factory=list, description="Losers, kept for explain.")
    records: list[IPORecord] = Field(default_factory=list)
    statements: dict[str, SkipValidation[Statement]] = Field(
        default_factory=dict,
        exclude=True,
        description="Whole statements by kind: income, financial_position, cash_flow.",
    )

    def to_json(self) -> dict[str, Any]:
        """The object that ``--format json`` writes for a document; the losers stand in the records."""
        return self.model_dump(mode="json", exclude={"rejected"})

    def __repr__(self) -> str:
        """Document, kind, and how much was found about whom."""
        parts = [self.kind, _counted(len(self.facts), "fact")]
        if self.records:
            parts[-1] += " of " + "、".join(record.issuer for record in self.records)
        parts += [
            _counted(len(items), name) for items, name in ((self.rejected, "rival"), (self.notes, "note")) if items
        ]
        return f"Extraction({self.document}: {', '.join(parts)})"

    __str__ = __repr__


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
