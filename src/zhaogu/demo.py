"""The main job on the documents that come with zhaogu: read, extract, compare, write tables."""

from __future__ import annotations

from pathlib import Path

from zhaogu.api import extract_all
from zhaogu.display import grid
from zhaogu.errors import DocumentError
from zhaogu.model.extraction import Extraction
from zhaogu.output import Format, write
from zhaogu.reading.read import SUFFIXES


def folder() -> Path:
    """The demo documents: inside the installed package, or in the checkout that it runs from."""
    installed = Path(__file__).parent / "demo_documents"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "fixtures" / "demo"


def documents() -> list[str]:
    """Paths of the demo documents, without the files of expected facts."""
    paths = sorted(folder().iterdir())
    return [str(path) for path in paths if path.suffix in SUFFIXES and not path.name.endswith(".gold.json")]


def run(output: Path) -> list[Path]:
    """Extract the demo documents, print what was found, and write the tables into ``output``."""
    from zhaogu.tables import compare
    from zhaogu.tables import write as write_table

    results, rows = [], []
    for result in extract_all(documents()):
        if isinstance(result, DocumentError):
            rows.append([Path(result.document).name, "failed", "", f"{result.problem}: {result.remedy}"])
            continue
        results.append(result)
        rows.append(_row(result))
    print(grid(["document", "kind", "facts", "about"], rows))
    frame = compare(results, currency="HKD")
    print(f"\n{frame.memo()}\n")
    output.mkdir(parents=True, exist_ok=True)
    facts = output / "facts.jsonl"
    facts.write_text("".join(write(results, Format.JSONL)), encoding="utf-8")
    written = [
        facts,
        *(write_table(frame, output / f"comparison{suffix}") for suffix in (".xlsx", ".parquet", ".html")),
    ]
    print("written: " + ", ".join(str(path) for path in written))
    return written


def _row(result: Extraction) -> list[str]:
    about = "、".join(record.issuer for record in result.records) or (result.notes[0].text if result.notes else "")
    name = result.document.replace("\\", "/").rsplit("/", 1)[-1]
    return [name, result.kind, str(len(result.facts)), about]
