"""Check that each stage of the house imports only from itself and the stages above it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "src" / "zhaogu"
STAGES = (
    "errors",
    "model",
    "lexicon",
    "relations",
    "reading",
    "recognition",
    "extraction",
    "conversion",
    "reconciliation",
    "tables",
    "display",
    "batch",
    "api",
    "output",
    "demo",
    "options",
    "cli",
)
# Money.to() is the one door back: a method that people expect on an amount, served by a later stage.
EXCEPTIONS = {("model/money.py", "conversion")}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and stage of every import of the package's own modules."""
    here = path.relative_to(PACKAGE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = ["zhaogu", *here[: len(here) - node.level]]
            names = [".".join([*base, node.module or alias.name]) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "zhaogu" and len(parts) > 1 and not parts[1].startswith("__"):
                yield node.lineno, parts[1]


def violations() -> Iterator[str]:
    """Every import that goes down the list of stages, and every module that is in no stage."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        stage = name.split("/")[0].removesuffix(".py")
        if stage == "__init__":
            continue
        if stage not in STAGES:
            yield f"{name}: {stage} is no stage: add it to STAGES in its place"
            continue
        for line, target in imports(path):
            if target not in STAGES:
                yield f"{name}:{line}: imports zhaogu.{target}, which is no stage"
            elif STAGES.index(target) > STAGES.index(stage) and (name, target) not in EXCEPTIONS:
                yield f"{name}:{line}: {stage} imports {target}, which comes after it"


if __name__ == "__main__":
    found = list(violations())
    print("\n".join(found) or "stages: every import goes up the list")
    sys.exit(bool(found))
