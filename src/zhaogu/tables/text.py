"""Tables as text: CSV, JSON lines and Markdown."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from zhaogu.conversion import grouped
from zhaogu.model.harmless import markdown

from .shape import flat, missing, pasted, shown

READ = 4
"""Decimal places of a figure that is only read."""


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
    """The table in Markdown, figures grouped and to the right; written to ``path`` too where one is given.

    It is for reading: figures have four decimal places at most. The other formats keep all digits.
    """
    table = flat(frame)
    lines = ["| " + " | ".join(map(_cell, row)) + " |" for row in _rows(table)]
    lines.insert(1, "|" + "".join("---:|" if _is_figures(column) else "---|" for _, column in table.items()))
    text = "\n".join(lines) + "\n"
    if path:
        Path(path).write_text(text, encoding="utf-8")
    return text


def _is_figures(column: pd.Series[Any]) -> bool:
    held = [value for value in column if not missing(value)]
    return bool(held) and all(isinstance(value, (Decimal, float, int)) for value in held)


def _rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    yield tuple(table.columns)
    yield from table.itertuples(index=False, name=None)


def _cell(value: Any) -> str:
    if missing(value) or isinstance(value, bool) or not isinstance(value, (Decimal, float, int)):
        return markdown(" ".join(shown(value).split()))
    number = Decimal(str(value))
    if not number.is_finite():
        return str(value)
    kept = round(number, READ)
    if isinstance(value, Decimal) and kept == number:
        return f"{value:,f}"  # with the zeros that the document prints
    return grouped(kept)
