"""Tables to the clipboard, for pasting into a spreadsheet."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .shape import flat, pasted


def to_clipboard(frame: pd.DataFrame) -> None:
    """Put the table on the clipboard, tab-separated; text that a spreadsheet would execute gets an apostrophe.

    Numbers keep all their digits. PyperclipException says what to install where a machine has no clipboard.
    """
    table = flat(frame)
    rows = [[_cell(value) for value in row] for row in table.itertuples(index=False, name=None)]
    pd.DataFrame(rows, columns=[_cell(str(name)) for name in table.columns]).to_clipboard(index=False)


def _cell(value: Any) -> str:
    """A value that stays in its cell: a line break or a tab would begin another one."""
    return pasted(" ".join(value.split()) if isinstance(value, str) else value)
