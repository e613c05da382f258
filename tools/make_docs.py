"""Write docs/metrics.md and docs/notes.md from their tables; with --check, only say whether they are up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from zhaogu.model import Metric, metrics
from zhaogu.model.notes import note_codes

DOCS = Path(__file__).parent.parent / "docs"
HEADER = """# Metrics

Made from `src/zhaogu/model/metrics.toml` by `tools/make_docs.py`. Every figure that zhaogu reports has one of these ids.
Money and prices carry the ISO code of their currency as the unit; the others carry the unit named here.
"""

NOTES_HEADER = """# Notes and their codes

Made from `src/zhaogu/model/notes.toml` by `tools/make_docs.py`. Codes are stable: a pipeline may act on them. A failed
check changes no figure; it is a note with both sides.
"""
NOTES = {
    "document": "Notes of a document",
    "check": "Checks of a record",
    "table": "Notes of a table",
    "fact": "Notes of a fact",
    "rejected": "Why a candidate was not chosen",
}


def row(metric: Metric) -> str:
    """One line of a group's table."""
    marks = [mark for mark in ("by_period", "instant", "staged") if getattr(metric, mark)]
    cells = (
        f"`{metric.id}`",
        f"{metric.zh} / {metric.en}",
        metric.unit or f"currency ({metric.type})",
        ", ".join(marks).replace("_", " "),
        metric.definition,
        f"{metric.example} → `{metric.value}`",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def metrics_page() -> str:
    """The whole page of metrics."""
    lines = [HEADER]
    group = None
    for metric in metrics().values():
        if metric.group is not group:
            group = metric.group
            lines += [
                f"\n## {group.value.capitalize()}\n",
                "| id | term | unit | carries | definition | example |",
                "|---|---|---|---|---|---|",
            ]
        lines.append(row(metric))
    return "\n".join(lines) + "\n"


def notes_page() -> str:
    """The whole page of codes."""
    lines = [NOTES_HEADER]
    for place, codes in note_codes().items():
        lines += [f"\n## {NOTES[place]}\n", "| code | meaning |", "|---|---|"]
        lines += [f"| `{code}` | {text} |" for code, text in codes.items()]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the pages, or compare them with what is there."""
    stale = []
    for name, text in (("metrics.md", metrics_page()), ("notes.md", notes_page())):
        path = DOCS / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        print(f"out of date in docs/: {', '.join(stale)}: run tools/make_docs.py", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
