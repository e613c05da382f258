"""Build the wheel whose hot modules are compiled, and compare it with the source: the same facts, and how much faster.

    python tools/compiled.py [--keep FOLDER]

It needs a C compiler and the headers of Python, and takes a few minutes. ``--keep`` leaves the wheel in a folder.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUILD = {"HATCH_BUILD_HOOKS_ENABLE": "1", "HATCH_BUILD_CLEAN_HOOKS_AFTER": "1"}
LEFT_OUT = (".git", ".venv", ".*_cache", "__pycache__", "out", "build", "dist")
READ = """
import hashlib, sys
from pathlib import Path
from zhaogu import extract
from zhaogu.extraction.news import article
said = hashlib.sha256()
for path in sorted(Path(sys.argv[1]).glob("news-*/*.json")):
    if not path.name.endswith(".gold.json"):
        found = extract(path)
        for row in (*found.facts, *found.rejected, *found.notes):
            said.update(row.model_dump_json().encode())
print(Path(article.__file__).suffix, said.hexdigest())
"""


def main() -> None:
    """Raises SystemExit where the compiled modules say anything else than the source."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        wheels = (parser.parse_args().keep or Path(folder)).resolve()
        tree = Path(folder) / "tree"  # the hook moves pyproject.toml aside while it builds
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*LEFT_OUT))
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        build = [*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(tree)]
        subprocess.run(build, check=True, env=os.environ | BUILD)
        wheel = max(wheels.glob("zhaogu-*.whl"), key=lambda path: path.stat().st_mtime)
        home = Path(folder) / "site"
        subprocess.run([*pip, "install", "--no-deps", "--target", str(home), str(wheel)], check=True)
        source, compiled = run(READ, ROOT / "src"), run(READ, home)
        print(f"source   {source}\ncompiled {compiled}")
        if source[0] == compiled[0]:
            sys.exit("no module was compiled")
        if source[1] != compiled[1]:
            sys.exit("the compiled modules say other facts than the source")
        for place in (ROOT / "src", home):
            subprocess.run([sys.executable, "benchmarks/news.py"], cwd=ROOT, env=environment(place), check=False)


def run(code: str, place: Path) -> list[str]:
    """What code prints that reads every article of the fixtures with the package of a place."""
    command = [sys.executable, "-c", code, str(ROOT / "fixtures")]
    done = subprocess.run(command, env=environment(place), check=True, stdout=subprocess.PIPE, text=True, cwd=place)
    return done.stdout.split()


def environment(place: Path) -> dict[str, str]:
    """The environment with the package of a place before any other."""
    return os.environ | {"PYTHONPATH": str(place)}


if __name__ == "__main__":
    main()
