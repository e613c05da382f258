"""How long an announcement takes, against the time pypdfium2 needs to read the text of all its pages.

Medians over the announcements of the corpus, whole calls in a warm process, everything in one run::

    python benchmarks/filings.py [FOLDER]
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from zhaogu.extraction.filings import extract_filing
from zhaogu.extraction.kind import recognise_kind
from zhaogu.reading import PDFDocument, read

REPEATS = 3


def read_text(path: Path) -> int:
    """The yardstick: open the file and read the text of every page."""
    with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


def extract(path: Path) -> str:
    """Open the file, say what it is, and take its facts."""
    document = read(path)
    if not isinstance(document, PDFDocument):
        return "text"
    kind = recognise_kind(document).kind
    if kind in ("allotment", "notice", "stabilisation"):
        extract_filing(document, kind)
    document.pdf.close()
    return kind


def best(call: Callable[[Path], object], path: Path) -> float:
    """The shortest of a few runs: the machine has other things to do."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        call(path)
        times.append(time.perf_counter() - started)
    return min(times)


def language(path: Path) -> str:
    """Chinese or English, by the characters of the first page."""
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    return "Chinese" if sum("\u3400" <= char <= "\u9fff" for char in text) > len(text) / 5 else "English"


def main() -> None:
    """Print a line for each kind and language."""
    corpus = Path(os.environ.get("ZHAOGU_CORPUS", "../shared/corpus"))
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else corpus / "hkex"
    paths = sorted(folder.glob("*.pdf"))
    if not paths:
        sys.exit(f"{folder} holds no PDF: give a folder of announcements")
    kinds = {path: extract(path) for path in paths}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # of the extraction alone, before the yardstick reads on
    ratios: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for path in paths:
        ratios[kinds[path], language(path)].append((best(extract, path), best(read_text, path)))
    print(f"{'kind':14} {'language':9} {'files':>5} {'ms':>7} {'pypdfium2 ms':>12} {'times':>6} {'worst':>6}")
    for (kind, spoken), times in sorted(ratios.items()):
        ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
        each = [mine / yours for mine, yours in times]
        print(
            f"{kind:14} {spoken:9} {len(times):5} {1000 * ours:7.0f} {1000 * theirs:12.0f}"
            f" {statistics.median(each):6.2f} {max(each):6.2f}"
        )
    print(f"peak memory {peak / (2**20 if sys.platform == 'darwin' else 1024):.0f} MB")


if __name__ == "__main__":
    main()
