"""Small things that every writer of tables needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from zhaogu.model import plain
from zhaogu.model.harmless import harmless


def flat(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its index as columns and one level of column names."""
    table = pd.DataFrame(frame.reset_index() if any(name is not None for name in frame.index.names) else frame)
    if isinstance(table.columns, pd.MultiIndex):
        table.columns = pd.Index([" ".join(filter(None, levels)) for levels in table.columns])
    return table


def missing(value: Any) -> bool:
    """Whether a cell holds nothing: None, NaN, NaT or NA."""
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and pd.isna(value))


def shown(value: Any) -> str:
    """A value in full: Decimals plain, days in ISO, nothing for what is missing.

    >>> shown(Decimal("4.8176E+9")), shown(None), shown(True)
    ('4817600000', '', 'true')
    """
    if missing(value):
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def pasted(value: Any) -> str:
    """A value in full for a spreadsheet; text that it would execute gets an apostrophe, negative numbers do not.

    >>> pasted("=1+1"), pasted(Decimal("-1"))
    ("'=1+1", '-1')
    """
    text = shown(value)
    return harmless(text) if isinstance(value, str) else text
