"""Run the judge over the corpus and the fixtures and hold the accuracy floors, which may only rise.

accuracy/corpus/FOLDER.json and accuracy/fixtures/FOLDER.json hold the least recall, precision and attributes for each
kind of document in that folder. A floor lower than one that was committed before fails the check.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus"))
SCORE = CORPUS.parent / "tools" / "score.py"
HOMES = {"corpus": CORPUS, "fixtures": ROOT / "fixtures"}
Floors = dict[str, dict[str, float]]


def lowered(floor: Path) -> list[str]:
    """Figures of ``floor`` that are below an earlier commit's."""
    now: Floors = json.loads(floor.read_text(encoding="utf-8"))
    name = floor.relative_to(ROOT).as_posix()
    log = subprocess.run(
        ["git", "log", "--format=%H", "--", name], cwd=ROOT, capture_output=True, text=True, check=False
    )
    found = []
    for commit in log.stdout.split():
        shown = subprocess.run(
            ["git", "show", f"{commit}:{name}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if shown.returncode:
            continue
        earlier: Floors = json.loads(shown.stdout)
        for kind, figures in earlier.items():
            for figure, least in figures.items():
                if now.get(kind, {}).get(figure, 0) < least:
                    found.append(
                        f"{name}: the floor of {kind} {figure} was {least} in {commit[:8]}: raise the accuracy again"
                    )
    return found


def main() -> int:
    """Exit status: 0 when every floor holds, also when there is no corpus to judge by."""
    floors = sorted((ROOT / "accuracy").glob("*/*.json"))
    problems = [line for floor in floors for line in lowered(floor)]
    if not SCORE.exists():
        print(f"judge skipped: no corpus at {CORPUS}: set ZHAOGU_CORPUS to judge the accuracy")
    else:
        command = shlex.join([sys.executable, "-m", "zhaogu.cli", "extract", "--format", "jsonl"])
        for floor in floors:
            folder = HOMES[floor.parent.name] / floor.stem
            print(f"== {floor.parent.name}/{floor.stem}", flush=True)
            run = subprocess.run(
                [sys.executable, SCORE, "--gold", folder, "--docs", folder, "--command", command, "--floor", floor],
                check=False,
            )
            if run.returncode:
                problems.append(f"{folder}: below its floor")
    print("\n".join(problems) or "judge: every floor holds")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
