"""The types of the tables for those who validate with pandera."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import Any

import pandas as pd

from .schema import DTYPES, FACTS, ColumnKind, schema_of


def pandera_schema(of: pd.DataFrame | dict[str, ColumnKind] | None = None) -> Any:
    """A ``pandera.DataFrameSchema`` of the long table, of a frame of zhaogu, or of the columns given.

    Needs the extra ``zhaogu[validate]``.
    """
    schema = schema_of(of) if isinstance(of, pd.DataFrame) else of or FACTS
    pa = import_module("pandera.pandas")

    exact = pa.Check(_all_decimals, name="decimals", error="values that are no Decimals")
    columns = {
        name: pa.Column(DTYPES[kind], nullable=True, checks=[exact] if kind == "number" else [])
        for name, kind in schema.items()
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name="zhaogu")


def _all_decimals(column: pd.Series[Any]) -> bool:
    return all(isinstance(value, Decimal) for value in column.dropna())
