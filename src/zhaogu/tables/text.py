"""Tables as text: CSV, JSON lines and Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from zhaogu.model.harmless import markdown

from .shape import flat, missing, pasted, shown


def to_csv(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write UTF-8 CSV with a BOM, as Excel likes it; text that a spreadsheet would execute gets an apostrophe."""
    table = flat(frame)
    with Path(path).open("w", encoding="utf-8-sig", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(table.columns)
        for row in table.itertuples(index=False, name=None):
            writer.writerow([pasted(value) for value in row])
    return Path(path)


def to_jsonl(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write one JSON object a row; Decimals and dates as text, so that nothing is lost."""
    table = flat(frame)
    with Path(path).open("w", encoding="utf-8") as lines:
        for row in table.itertuples(index=False, name=None):
            values = [
                None if missing(value) else value if isinstance(value, (bool, float, int)) else shown(value)
                for value in row
            ]
            lines.write(json.dumps(dict(zip(table.columns, values, strict=True)), ensure_ascii=False) + "\n")
    return Path(path)


def to_markdown(frame: pd.DataFrame, path: str | Path | None = None) -> str:
    """The table in Markdown; written to ``path`` too where one is given."""
    table = flat(frame)
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in _rows(table)]
    lines.insert(1, "|" + "---|" * len(table.columns))
    text = "\n".join(lines) + "\n"
    if path:
        Path(path).write_text(text, encoding="utf-8")
    return text


def _rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    yield tuple(table.columns)
    yield from table.itertuples(index=False, name=None)


def _cell(value: Any) -> str:
    return markdown(" ".join(shown(value).split()))
