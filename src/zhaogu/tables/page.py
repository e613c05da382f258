"""A comparison as one HTML page: the table, its notes, and the evidence behind each cell."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from pathlib import Path

import pandas as pd

from zhaogu.conversion import grouped, scale

from .columns import Column
from .comparison import Comparison, Trace
from .memo_numbers import SIGNS
from .rows import INDEX, evidence_rows, heading, note_rows
from .shape import flat, shown

STYLE = """
body { font: 14px/1.5 system-ui, "Noto Sans CJK TC", sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .3rem .7rem; border-bottom: 1px solid #ddd }
th { text-align: left; font-weight: 600 } td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.wide { overflow-x: auto } a { color: inherit; text-decoration-color: #999 } td.x { text-align: right; color: #999 }
q { color: #555 } :target { background: #fff3c4 }
"""


DIGITS = {"money": 2, "shares": 0, "count": 0, "times": 2, "percent": 2, "rate": 4}
AFTER = {"times": "×", "percent": "%"}
"""How many decimal places a reader wants, and what stands after the number."""

Places = dict[tuple[str, str], int]


def to_html(frame: pd.DataFrame, path: str | Path, title: str | None = None) -> Path:
    """Write a page that needs nothing else: no script, no request; everything from documents is escaped."""
    trace = frame.trace if isinstance(frame, Comparison) else None
    title = title or (f"{len(frame)} issuers compared" if trace else "zhaogu")
    parts = _traced(frame, trace) if trace else _plain(flat(frame))
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    page = f'<!doctype html><html lang="zh">{head}<h1>{escape(title)}</h1>{"".join(parts)}</html>\n'
    Path(path).write_text(page, encoding="utf-8")
    return Path(path)


def _plain(table: pd.DataFrame) -> list[str]:
    names = "".join(f"<th>{escape(str(name))}</th>" for name in table.columns)
    rows = (
        "".join(f"<td>{escape(shown(value))}</td>" for value in row) for row in table.itertuples(index=False, name=None)
    )
    return [_table(names, "".join(f"<tr>{row}</tr>\n" for row in rows))]


def _traced(frame: pd.DataFrame, trace: Trace) -> list[str]:
    """The table with issuers as rows, then the notes, then the evidence to which each figure links."""
    places: Places = {key: number for number, key in enumerate(trace.cells)}
    names = [*INDEX.values(), *(heading(column.name, trace) for column in trace.columns)]
    rows = []
    for record in trace.records:
        cells = [_cell(record.issuer, column, trace, places) for column in trace.columns]
        about = f"<th>{escape(record.issuer)}</th><td>{escape(record.stock_code or '')}</td>"
        rows.append(f"<tr>{about}{''.join(cells)}</tr>\n")
    notes = note_rows(trace, str(frame.attrs.get("policy", "")))
    listed = "".join(f"<li><b>{escape(code)}</b> {escape(text)}</li>" for code, _, text in notes)
    evidence = "".join(_evidence(row, places) for row in evidence_rows(trace))
    return [
        _table("".join(f"<th>{escape(name)}</th>" for name in names), "".join(rows)),
        f"<h2>Notes</h2><ul>{listed}</ul>",
        f"<h2>Evidence</h2><table>{evidence}</table>",
    ]


def _table(names: str, rows: str) -> str:
    return f'<div class="wide"><table><thead><tr>{names}</tr></thead>\n<tbody>{rows}</tbody></table></div>'


def _cell(issuer: str, column: Column, trace: Trace, places: Places) -> str:
    found = trace.cells.get((issuer, column.name))
    if found is None or found.value is None:
        return "<td class=x>n.d.</td>"
    if not isinstance(found.value, Decimal):
        text = shown(found.value)
    else:
        scaled = scale(trace.scale).of(found.value) if column.type == "money" else found.value
        unit = f"{found.unit} " if trace.currency is None and column.type in ("money", "price") else ""
        number = f"{scaled:,.2f}" if column.type == "price" else grouped(round(scaled, DIGITS[column.type]))
        text = SIGNS.get(found.fact.qualifier, "") + unit + number + AFTER.get(column.type, "")
    return f'<td class=n><a href="#e{places[issuer, column.name]}">{escape(text)}</a></td>'


def _evidence(row: tuple[str, ...], places: Places) -> str:
    issuer, column, value, unit, tier, document, page, quote, how, rate = map(escape, row)
    at = f", page {page}" if page else ""
    told = "; ".join(filter(None, (how, rate)))
    return (
        f'<tr id="e{places[row[0], row[1]]}"><td>{issuer}</td><td>{column}</td><td class=n>{value} {unit}</td>'
        f"<td>{tier}</td><td>{document}{at}</td><td><q>{quote}</q></td><td>{told}</td></tr>\n"
    )
