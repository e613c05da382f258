"""A table to a file, in the format that the file's name asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from zhaogu.errors import UnsupportedFormat

from .excel import to_excel
from .page import to_html
from .parquet import to_parquet
from .text import to_csv, to_jsonl, to_markdown


def _markdown(frame: pd.DataFrame, path: str | Path) -> Path:
    to_markdown(frame, path)
    return Path(path)


WRITERS: dict[str, Callable[[pd.DataFrame, str | Path], Path]] = {
    ".xlsx": to_excel,
    ".parquet": to_parquet,
    ".csv": to_csv,
    ".jsonl": to_jsonl,
    ".html": to_html,
    ".md": _markdown,
}


def write(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write ``frame`` as .xlsx, .parquet, .csv, .jsonl, .html or .md, by the ending of ``path``."""
    try:
        writer = WRITERS[Path(path).suffix.casefold()]
    except KeyError:
        raise UnsupportedFormat(
            str(path), "no such table format", f"end its name in one of {', '.join(WRITERS)}"
        ) from None
    return writer(frame, path)
