"""Statements of whole prospectuses beside the time that pypdfium2 takes to read their text.

Medians of whole calls in a warm process, all in one run; the slow reference, pdfplumber, is timed on every tenth page
and scaled up. Peak memory is that of a fresh process that reads one document.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", ROOT.parent / "shared" / "corpus")) / "prospectus"
RUNS = 5
LIMITS = {"en": 2.5, "zh": 1.0, "mainland": 3.0}
MEMORY_MB = 250
PLUMBER_TIMES = 15


def kind(stem: str) -> str:
    """English, Hong Kong Chinese or mainland, as the samples are named."""
    return "mainland" if stem.startswith("ashare") else stem.rsplit("-", 1)[-1]


def text_of_all_pages(path: Path) -> None:
    """What pypdfium2 takes at least: the text of every page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


def statements(path: Path) -> None:
    """The whole call: open the file, find and read the statements, close it."""
    from zhaogu.extraction.statements import extract_statements
    from zhaogu.reading.read import read

    document = read(path)
    extract_statements(document, None)  # type: ignore[arg-type]
    document.pdf.close()  # type: ignore[attr-defined]


def plumber(path: Path) -> float:
    """Seconds that pdfplumber would take for the text of all pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        sample = document.pages[::10]
        begun = time.perf_counter()
        for page in sample:
            page.extract_text()
            page.close()
        return (time.perf_counter() - begun) * len(document.pages) / len(sample)


def median(call: Callable[[Path], None], path: Path) -> float:
    """Median seconds of ``call``, after one call to warm up."""
    call(path)
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        call(path)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def peak_memory(path: Path) -> float:
    """Peak resident megabytes of a process that reads ``path`` once."""
    run = subprocess.run([sys.executable, __file__, "--once", str(path)], capture_output=True, text=True, check=True)
    return float(json.loads(run.stdout)["mb"])


def main() -> None:
    """Print the table; exit status 1 where a limit is passed."""
    if sys.argv[1:2] == ["--once"]:
        statements(Path(sys.argv[2]))
        print(json.dumps({"mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
        return
    paths = sorted(CORPUS.glob("*.pdf"))
    if not paths:
        print(f"no prospectuses at {CORPUS}: set ZHAOGU_CORPUS")
        return
    passed = []
    print(f"{'document':24} {'text s':>8} {'statements s':>13} {'ratio':>6} {'limit':>6} {'pdfplumber':>11} {'MB':>6}")
    for path in paths:
        base, taken = median(text_of_all_pages, path), median(statements, path)
        limit, slow, memory = LIMITS[kind(path.stem)], plumber(path), peak_memory(path)
        print(
            f"{path.stem:24} {base:8.2f} {taken:13.2f} {taken / base:6.2f} {limit:6.1f} {slow / taken:9.1f} x {memory:6.0f}"
        )
        if taken > limit * base or memory > MEMORY_MB or slow < PLUMBER_TIMES * taken:
            passed.append(path.stem)
    if passed:
        sys.exit(f"beyond a limit: {', '.join(passed)}")


if __name__ == "__main__":
    main()
