"""Write docs/metrics.md from the vocabulary; with --check, only say whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from zhaogu.model import Metric, metrics

TARGET = Path(__file__).parent.parent / "docs" / "metrics.md"
HEADER = """# Metrics

Made from `src/zhaogu/model/metrics.toml` by `tools/make_docs.py`. Every figure that zhaogu reports has one of these ids.
Money and prices carry the ISO code of their currency as the unit; the others carry the unit named here.
"""


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


def page() -> str:
    """The whole page."""
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


def main() -> int:
    """Write the page, or compare it with what is there."""
    if "--check" not in sys.argv:
        TARGET.write_text(page(), encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == page():
        return 0
    print("docs/metrics.md is out of date: run tools/make_docs.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
