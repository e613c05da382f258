"""Run the judge over the corpus and the fixtures and hold the accuracy floors, which may only rise.

    judge.py            every floor must hold
    judge.py --raise    then raise the floors to what was reached, rounded down to a tenth of a percent

accuracy/gold_gaps.toml holds the few facts that are in a document but not in its labels, each with the reason.
accuracy/corpus/FOLDER.json and accuracy/fixtures/FOLDER.json hold the least recall, precision and attributes for each
kind of document in that folder. A floor lower than one that was committed before fails the check.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
import tomllib
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus"))
SCORE = CORPUS.parent / "tools" / "score.py"
HOMES = {"corpus": CORPUS, "fixtures": ROOT / "fixtures"}
COMMAND = shlex.join([sys.executable, "-m", "zhaogu.cli", "extract", "--format", "jsonl"])
FIGURES = ("recall", "precision", "attributes")
Floors = dict[str, dict[str, float]]


def lowered(floor: Path) -> list[str]:
    """Figures of ``floor`` that are below an earlier commit's."""
    now = load(floor.read_text(encoding="utf-8"))
    name = floor.relative_to(ROOT).as_posix()
    found = []
    for commit in git("log", "--format=%H", "--", name).split():
        for kind, figures in load(git("show", f"{commit}:{name}") or "{}").items():
            for figure, least in figures.items():
                if now.get(kind, {}).get(figure, 0) < least:
                    found.append(f"{name}: {kind} {figure} was {least} in {commit[:8]}: a floor may only rise")
    return found


def git(*arguments: str) -> str:
    """What git prints; nothing where it fails."""
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if run.returncode else run.stdout


def load(text: str) -> Floors:
    """The floors of a file."""
    floors: Floors = json.loads(text)
    return floors


def labels(folder: Path, into: Path) -> None:
    """The gold files of ``folder``, with the facts that they are known to lack as optional ones."""
    gaps = tomllib.loads((ROOT / "accuracy" / "gold_gaps.toml").read_text(encoding="utf-8"))["gap"]
    for path in folder.glob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        stem = path.name.removesuffix(".gold.json")
        gold["facts"] += [
            {"metric": gap["metric"], "value": gap["value"], "unit": gap["unit"], "optional": True}
            for gap in gaps
            if gap["document"] == stem
        ]
        (into / path.name).write_text(json.dumps(gold), encoding="utf-8")


def reached(folder: Path) -> dict[str, dict[str, Any]]:
    """Recall, precision and attributes of each kind of document in ``folder``."""
    with tempfile.TemporaryDirectory() as gold:
        labels(folder, Path(gold))
        judge = [sys.executable, str(SCORE), "--gold", gold, "--docs", str(folder), "--command", COMMAND, "--json"]
        result = json.loads(subprocess.run(judge, capture_output=True, text=True, check=True).stdout)
    return {name.removesuffix("/ALL"): row for name, row in result.items() if name.endswith("/ALL")}


def main(raising: bool) -> int:
    """Exit status: 0 when every floor holds, also when there is no corpus to judge by."""
    floors = sorted((ROOT / "accuracy").glob("*/*.json"))
    problems = [line for floor in floors for line in lowered(floor)]
    if not SCORE.exists():
        print(f"judge skipped: no corpus at {CORPUS}: set ZHAOGU_CORPUS to judge the accuracy")
        floors = []
    for floor in floors:
        least, got = load(floor.read_text(encoding="utf-8")), reached(HOMES[floor.parent.name] / floor.stem)
        for kind, row in got.items():
            told = "  ".join(f"{name} {row[name] or 0:7.2%}" for name in FIGURES)
            print(f"{floor.parent.name + '/' + floor.stem:22} {kind:14} {row['gold']:5} facts  {told}", flush=True)
        for kind, figures in least.items():
            for figure, wanted in figures.items():
                value = (got.get(kind) or {}).get(figure)
                if value is None or value < wanted:
                    problems.append(f"{floor.stem}: {kind} {figure} is {value}, the floor is {wanted}")
        if raising:
            raise_to(floor, least, got)
    print("\n".join(problems) or "judge: every floor holds")
    return bool(problems)


def raise_to(floor: Path, least: Floors, got: dict[str, dict[str, Any]]) -> None:
    """Write what was reached where it is above the floor."""
    for kind, row in got.items():
        for figure in FIGURES:
            if row["gold"] and row[figure] is not None:
                value = float(Decimal(str(row[figure])).quantize(Decimal("0.001"), ROUND_FLOOR))
                least.setdefault(kind, {})[figure] = max(value, least.get(kind, {}).get(figure, 0))
    lines = ",\n".join(f"  {json.dumps(kind)}: {json.dumps(figures)}" for kind, figures in least.items())
    floor.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main("--raise" in sys.argv[1:]))
