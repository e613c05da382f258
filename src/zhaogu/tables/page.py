"""A comparison as one HTML page: the table, its notes, and the evidence behind each cell."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from .comparison import Comparison
from .rows import evidence_rows, heading, note_rows
from .shape import flat, missing, shown

STYLE = """
body { font: 14px/1.5 system-ui, "Noto Sans CJK TC", sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .3rem .7rem; border-bottom: 1px solid #ddd }
th { text-align: left; font-weight: 600 } td.n { text-align: right; font-variant-numeric: tabular-nums }
.wide { overflow-x: auto } a { color: inherit; text-decoration-color: #999 } q { color: #555 } :target { background: #fff3c4 }
"""


def to_html(frame: pd.DataFrame, path: str | Path, title: str = "zhaogu") -> Path:
    """Write a page that needs nothing else: no script, no request; everything from documents is escaped."""
    trace = frame.trace if isinstance(frame, Comparison) else None
    table = flat(frame)
    places = {key: number for number, key in enumerate(trace.cells)} if trace else {}
    head = "".join(f"<th>{escape(heading(name, trace) if trace else name)}</th>" for name in map(str, table.columns))
    body = "".join(
        "<tr>"
        + "".join(_cell(value, places.get((row[0], str(name)))) for name, value in zip(table.columns, row, strict=True))
        + "</tr>\n"
        for row in table.itertuples(index=False, name=None)
    )
    parts = [f'<div class="wide"><table><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>']
    if trace:
        notes = "".join(
            f"<li><b>{escape(code)}</b> {escape(text)}</li>"
            for code, _, text in note_rows(trace, str(frame.attrs.get("policy", "")))
        )
        rows = "".join(_evidence(row, places) for row in evidence_rows(trace))
        parts += [f"<h2>Notes</h2><ul>{notes}</ul>", f"<h2>Evidence</h2><table>{rows}</table>"]
    html = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style><h1>{escape(title)}</h1>{"".join(parts)}</html>\n'
    Path(path).write_text(html, encoding="utf-8")
    return Path(path)


def _cell(value: Any, place: int | None) -> str:
    number = isinstance(value, (int, float)) or hasattr(value, "as_tuple")
    text = escape(f"{value:,.2f}" if isinstance(value, float) and not missing(value) else shown(value))
    linked = f'<a href="#e{place}">{text}</a>' if place is not None and text else text
    return f"<td{' class=n' if number else ''}>{linked}</td>"


def _evidence(row: tuple[str, ...], places: dict[tuple[str, str], int]) -> str:
    issuer, column, value, unit, tier, document, page, quote, how, rate = map(escape, row)
    at = f", page {page}" if page else ""
    told = "; ".join(filter(None, (how, rate)))
    return (
        f'<tr id="e{places[row[0], row[1]]}"><td>{issuer}</td><td>{column}</td><td class=n>{value} {unit}</td>'
        f"<td>{tier}</td><td>{document}{at}</td><td><q>{quote}</q></td><td>{told}</td></tr>\n"
    )
