"""A workbook for people: figures with formats, notes, and the evidence of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from .comparison import Comparison
from .rows import EVIDENCE, NOTES, evidence_rows, heading, note_rows
from .shape import flat, missing

FORMATS = {
    "price": "#,##0.00##",
    "money": "#,##0.0##;(#,##0.0##)",
    "shares": "#,##0",
    "count": "#,##0",
    "times": "#,##0.00",
    "percent": '0.0#"%"',
    "rate": "0.0000##",
}
DAY = "yyyy-mm-dd"
PLAIN = "#,##0.######"
WIDEST = 60


def to_excel(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write a table as .xlsx: codes stay text, text is never taken for a formula, the header does not scroll.

    A comparison gets a second header line for people and sheets with its notes and evidence.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Table"
    table = flat(frame)
    trace = getattr(frame, "trace", None) if isinstance(frame, Comparison) else None
    headers = [list(table.columns)]
    formats = {}
    if trace:
        headers.append([heading(name, trace) for name in table.columns])
        formats = {column.name: FORMATS.get(column.type, "@") for column in trace.columns}
    _fill(
        sheet, headers, table.itertuples(index=False, name=None), [formats.get(name, PLAIN) for name in table.columns]
    )
    sheet.freeze_panes = f"B{len(headers) + 1}"
    if trace:
        _fill(book.create_sheet("Notes"), [NOTES], note_rows(trace, str(frame.attrs.get("policy", ""))), [])
        _fill(book.create_sheet("Evidence"), [EVIDENCE], evidence_rows(trace), [])
        for name in ("Notes", "Evidence"):
            book[name].freeze_panes = "A2"
    book.save(path)
    return Path(path)


def _fill(sheet: Any, headers: Sequence[Sequence[str]], rows: Iterable[Sequence[Any]], formats: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    widths = [8] * len(headers[0])
    for number, header in enumerate(headers, 1):
        for place, title in enumerate(header, 1):
            _write(sheet.cell(number, place), title, "@")
            sheet.cell(number, place).font = Font(bold=True)
            sheet.cell(number, place).alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, len(headers) + 1):
        for place, value in enumerate(row, 1):
            _write(sheet.cell(number, place), value, formats[place - 1] if formats else "@")
            widths[place - 1] = max(widths[place - 1], min(WIDEST, len(str(value)) + 2))
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = max(width, 14)


def _write(cell: Any, value: Any, number_format: str) -> None:
    """Numbers and dates as such, all else as text, whatever sign it begins with."""
    if missing(value):
        return
    if isinstance(value, bool):
        cell.value = value
    elif isinstance(value, (int, float, Decimal)):
        cell.value = value
        cell.number_format = number_format if number_format != "@" else PLAIN
    elif isinstance(value, date):
        cell.value = value.date() if isinstance(value, pd.Timestamp) else value
        cell.number_format = DAY
    else:
        cell.value = _printable(str(value))
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True


def _printable(text: str) -> str:
    """Without the control characters that a workbook may not hold."""
    return "".join(sign for sign in text if sign in "\n\t" or ord(sign) >= 32)
