"""A financial statement as it was read, named and unnamed rows alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from zhaogu.model.evidence import Evidence
from zhaogu.model.period import Period

if TYPE_CHECKING:
    import pandas as pd


@dataclass(slots=True)
class StatementRow:
    """A line item: its label as printed, the metric it is, and a cell for each column (None: a dash or nothing)."""

    label: str
    metric: str | None
    cells: list[Decimal | None]
    evidence: Evidence


@dataclass(slots=True)
class Statement:
    """One statement over all its pages; cells are as printed, ``scale`` is what one unit of them is worth."""

    title: str
    kind: str
    unit: str | None
    currency: str | None
    scale: Decimal
    columns: list[Period]
    rows: list[StatementRow] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    def to_frame(self) -> pd.DataFrame:
        """A row for each line item, a column for each period; cells are Decimals, as printed."""
        import pandas as pd

        frame = pd.DataFrame(
            [row.cells for row in self.rows],
            index=pd.Index([row.label for row in self.rows], name=self.unit or "label"),
            columns=[column.label for column in self.columns],
            dtype=object,
        )
        frame.insert(0, "metric", [row.metric for row in self.rows])
        return frame

    def __repr__(self) -> str:
        """Kind, periods and size."""
        periods = " ".join(column.label for column in self.columns)
        return f"Statement({self.kind}, {self.currency} {self.unit or ''}, {periods}: {len(self.rows)} rows)"
