"""Write docs/recognition.md from the table of phenomena that the tests check.

python tools/recognition_docs.py [--check]
"""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from zhaogu.model import plain
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.recognition import recognise

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "tests" / "recognition" / "phenomena.toml"
PAGE = ROOT / "docs" / "recognition.md"


def table() -> dict[str, Any]:
    """The table of phenomena."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def said(mention: Mention) -> str:
    """A mention in one line: kind, value, unit, and whatever else it says."""
    parts: list[str] = [mention.kind.value]
    if mention.value is not None:
        parts.append(plain(mention.value))
    if mention.kind in (MentionKind.MONEY, MentionKind.COUNT):
        parts.append(mention.unit or "?")
    if mention.kind is MentionKind.DATE:
        parts.append(
            mention.day.isoformat()
            if mention.day
            else "-".join("?" if part is None else str(part) for part in mention.partial or ())
        )
    if mention.kind is MentionKind.PERIOD:
        parts.append(str(mention.period or f"? {mention.part or ''}".strip()))
        if mention.period and mention.period.end:
            parts.append(f"ends {mention.period.end}")
    parts += [mention.code] if mention.code else []
    parts += [mention.qualifier] if mention.qualifier != "exact" else []
    parts += [f"per {mention.per}"] if mention.per else []
    parts += [mention.bound] if mention.bound else []
    return " ".join(parts)


def read(text: str, published: str | None = None) -> list[str]:
    """What recognition says of a text, a line a mention."""
    return [
        said(mention) for mention in recognise(text, published=date.fromisoformat(published) if published else None)
    ]


def page() -> str:
    """The page as it must be."""
    rows = table()
    lines = [rows["intro"].strip(), ""]
    for phenomenon in rows["phenomenon"]:
        lines += [f"## {phenomenon['title']}", "", phenomenon["about"].strip(), ""]
        if phenomenon.get("published"):
            lines += [f"Read with `published={phenomenon['published']}`.", ""]
        lines += ["| text | reads |", "|---|---|"]
        lines += [
            f"| `{case['text'].replace('|', '¦').replace(chr(10), '⏎')}` | {'<br>'.join(case['reads']) or '*nothing*'} |"
            for case in phenomenon["cases"]
        ]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(
            0
            if PAGE.read_text(encoding="utf-8") == page()
            else f"{PAGE} is not what {TABLE.name} says: run {sys.argv[0]}"
        )
    PAGE.write_text(page(), encoding="utf-8")
