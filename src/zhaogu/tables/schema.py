"""The types of the tables: the same columns, in the same order, of the same types, whatever the documents hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Literal

import pandas as pd

from zhaogu.errors import ZhaoguError

from .comparison import Comparison

ColumnKind = Literal["string", "number", "float", "date", "boolean", "integer"]

DTYPES: dict[ColumnKind, str] = {
    "string": "string",
    "number": "object",
    "float": "float64",
    "date": "datetime64[s]",
    "boolean": "boolean",
    "integer": "Int64",
}
"""How pandas holds each kind; numbers are exact Decimals."""

PLACES = 12
"""Decimal places that every file keeps."""

FACTS: dict[str, ColumnKind] = {
    "fact_id": "string",
    "document": "string",
    "kind": "string",
    "issuer": "string",
    "stock_code": "string",
    "group": "string",
    "metric": "string",
    "period": "string",
    "period_end": "date",
    "as_of": "date",
    "value": "number",
    "unit": "string",
    "text": "string",
    "resolution": "number",
    "status": "string",
    "qualifier": "string",
    "basis": "string",
    "offer_basis": "string",
    "stage": "string",
    "audited": "boolean",
    "holder": "string",
    "label": "string",
    "quote": "string",
    "field": "string",
    "page": "integer",
    "start": "integer",
    "end": "integer",
    "rule": "string",
    "notes": "string",
}
"""The long table: one row a fact. ``value`` holds numbers, ``text`` the wire form of every value."""

CHECKS: dict[str, ColumnKind] = {
    "code": "string",
    "severity": "string",
    "issuer": "string",
    "period": "string",
    "metric": "string",
    "passed": "boolean",
    "printed": "number",
    "computed": "number",
    "tolerance": "number",
    "formula": "string",
    "sources": "string",
    "quotes": "string",
}
"""The table of checks: one row a relation."""


DIFFERENCES: dict[str, ColumnKind] = {
    "issuer": "string",
    "stock_code": "string",
    "metric": "string",
    "period": "string",
    "chosen": "string",
    "document": "string",
    "page": "integer",
    "other": "string",
    "other_document": "string",
    "other_page": "integer",
    "class": "string",
    "reason": "string",
}
"""The table of differences between sources: one row a pair of figures."""


class SchemaMismatch(ZhaoguError):
    """A table does not have the columns or types that it should have."""


def framed(rows: Iterable[Sequence[Any]], schema: dict[str, ColumnKind]) -> pd.DataFrame:
    """Rows as a frame of the columns and types of ``schema``, also where there are none."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=DTYPES[kind])
            for (name, kind), values in zip(schema.items(), columns, strict=True)
        }
    )


def kinds(frame: pd.DataFrame) -> dict[str, ColumnKind]:
    """The kind of each column of a frame, by its dtype; columns of Decimals are numbers."""
    by_dtype = {dtype: kind for kind, dtype in DTYPES.items()}
    found: dict[str, ColumnKind] = {}
    for name, column in frame.items():
        kind = by_dtype.get(str(column.dtype), "string")
        if kind == "number" and not all(isinstance(value, Decimal) for value in column.dropna()):
            kind = "string"
        found[str(name)] = kind
    return found


def validate(frame: pd.DataFrame, schema: dict[str, ColumnKind] | None = None) -> pd.DataFrame:
    """``frame`` itself, if its columns and types are those of ``schema`` (by default those of its own kind).

    >>> from zhaogu.tables import facts_frame
    >>> validate(facts_frame([])).shape
    (0, 29)
    """
    wanted = schema or schema_of(frame)
    if list(frame.columns) != list(wanted):
        raise SchemaMismatch(f"columns are {list(frame.columns)}, not {list(wanted)}")
    for name, kind in wanted.items():
        column = frame[name]
        if str(column.dtype) != DTYPES[kind]:
            raise SchemaMismatch(f"column {name!r} is {column.dtype}, not {DTYPES[kind]}")
        if kind == "number" and not all(isinstance(value, Decimal) for value in column.dropna()):
            raise SchemaMismatch(f"column {name!r} holds values that are no Decimals")
    return frame


def schema_of(frame: pd.DataFrame) -> dict[str, ColumnKind]:
    """The schema that a frame of zhaogu should have."""
    if isinstance(frame, Comparison):
        return _wide(frame)
    published = (FACTS, CHECKS, DIFFERENCES)
    return next((schema for schema in published if set(schema) <= set(frame.columns)), FACTS)


def _wide(frame: Comparison) -> dict[str, ColumnKind]:
    """The schema of a comparison, from what its columns are about."""
    named: dict[str, ColumnKind] = {"date": "date", "bool": "boolean", "text": "string"}
    types = {column.name: column.type for column in frame.trace.columns}
    numbers: ColumnKind = "float" if "float64" in {str(dtype) for dtype in frame.dtypes} else "number"
    return {name: named.get(types[name], numbers) if name in types else "string" for name in map(str, frame.columns)}
