"""Facts to standard output or a file, in the formats of the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any

from zhaogu.display import grid
from zhaogu.display.grid import shorten
from zhaogu.model import Fact
from zhaogu.model.extraction import Extraction
from zhaogu.model.fact import value_text
from zhaogu.model.harmless import harmless, visible

CSV_COLUMNS = (
    *("document", "kind", "issuer", "stock_code", "metric", "period", "value", "unit", "qualifier", "basis"),
    *("offer_basis", "stage", "as_of", "period_end", "audited", "holder", "label", "status", "resolution"),
    *("page", "quote", "rule", "fact_id"),
)


class Format(StrEnum):
    """How ``zhaogu extract`` writes."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TABLE = "table"


def write(results: Iterable[Extraction], form: Format) -> Iterator[str]:
    """Pieces of output, as soon as each document is done where the format allows it."""
    return _WRITERS[form](results)


def _jsonl(results: Iterable[Extraction]) -> Iterator[str]:
    for result in results:
        for fact in result.facts:
            yield fact.model_dump_json() + "\n"


def _json(results: Iterable[Extraction]) -> Iterator[str]:
    yield "["
    for i, result in enumerate(results):
        yield (",\n" if i else "\n") + json.dumps(result.to_json(), ensure_ascii=False, indent=1)
    yield "\n]\n"


def _csv(results: Iterable[Extraction]) -> Iterator[str]:
    yield _csv_line(CSV_COLUMNS)
    for result in results:
        for fact in result.facts:
            row: dict[str, Any] = fact.model_dump(mode="json", exclude={"evidence", "also", "notes"})
            row |= {"page": fact.evidence.page, "quote": fact.evidence.quote}
            yield _csv_line([_cell(fact, row, name) for name in CSV_COLUMNS])


def _cell(fact: Fact, row: dict[str, Any], name: str) -> str:
    value = row[name]
    if value is None:
        return ""
    is_number = name in ("value", "resolution") and fact.number is not None
    return str(value) if is_number else harmless(str(value))


def _csv_line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _table(results: Iterable[Extraction]) -> Iterator[str]:
    for result in results:
        yield f"{result.document}: {result.kind}, {len(result.facts)} facts\n"
        if result.facts:
            header = ["issuer", "metric", "period", "value", "unit", "meaning", "source"]
            yield visible(grid(header, [_row(fact) for fact in result.facts])) + "\n"
        for note in result.notes:
            yield f"! {note.code}: {note.text}\n"
        yield "\n"


def _row(fact: Fact) -> list[str]:
    number = fact.number
    value = fact.status if fact.value is None else value_text(fact.value) if number is None else f"{number:,f}"
    traits = (fact.qualifier if fact.qualifier != "exact" else None, fact.basis, fact.offer_basis, fact.stage)
    place = f"p.{fact.evidence.page} " if fact.evidence.page else ""
    return [
        shorten(fact.issuer or "", 24),
        " ".join(filter(None, (fact.metric, shorten(fact.holder or "", 24), fact.label))),
        fact.period or "",
        shorten(value, 28),
        fact.unit or "",
        " ".join(filter(None, traits)),
        shorten(place + fact.evidence.quote, 40),
    ]


_WRITERS: dict[Format, Callable[[Iterable[Extraction]], Iterator[str]]] = {
    Format.JSONL: _jsonl,
    Format.JSON: _json,
    Format.CSV: _csv,
    Format.TABLE: _table,
}
