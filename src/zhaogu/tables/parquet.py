"""Parquet with the same types from every file: Decimals of 38 digits, 12 of them after the point."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from .schema import DTYPES, PLACES, ColumnKind, kinds
from .shape import flat, missing

if TYPE_CHECKING:
    import pyarrow as pa

_KEY = b"zhaogu"


def to_parquet(frame: pd.DataFrame, path: str | Path) -> Path:
    """Write a long or wide table; its ``attrs`` go along."""
    import pyarrow.parquet as pq

    pq.write_table(to_arrow(frame), path)
    return Path(path)


def read_parquet(path: str | Path) -> pd.DataFrame:
    """What ``to_parquet`` wrote, with the same values, types, index and ``attrs``."""
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    about = json.loads((table.schema.metadata or {}).get(_KEY, b"{}"))
    columns = {
        name: pd.Series(_tidy(table.column(name).to_pylist(), kind), dtype=DTYPES[kind])
        for name, kind in about["kinds"].items()
    }
    frame = pd.DataFrame(columns)
    for name in about["index"]:
        frame[name] = frame[name].astype("object")
    frame = frame.set_index(about["index"]) if about["index"] else frame
    frame.attrs = about["attrs"]
    return frame


def to_arrow(frame: pd.DataFrame) -> pa.Table:
    """The frame as an Arrow table of fixed types."""
    import pyarrow as pa

    columns = flat(frame)
    found = kinds(columns)
    types = _arrow_types()
    schema = pa.schema([pa.field(name, types[kind]) for name, kind in found.items()])
    arrays = [pa.array(_values(columns[name], kind), types[kind]) for name, kind in found.items()]
    about = {"kinds": found, "index": [name for name in frame.index.names if name], "attrs": frame.attrs}
    return pa.Table.from_arrays(
        arrays, schema=schema.with_metadata({_KEY: json.dumps(about, ensure_ascii=False).encode()})
    )


def _arrow_types() -> dict[ColumnKind, Any]:
    import pyarrow as pa

    return {
        "string": pa.string(),
        "number": pa.decimal128(38, PLACES),
        "float": pa.float64(),
        "date": pa.date32(),
        "boolean": pa.bool_(),
        "integer": pa.int64(),
    }


def _values(column: pd.Series[Any], kind: ColumnKind) -> list[Any]:
    if kind == "date":
        return [None if value is pd.NaT else value.date() for value in column]
    return [None if missing(value) else value for value in column]


def _tidy(values: list[Any], kind: ColumnKind) -> list[Any]:
    """Decimals without the zeros that the file's fixed scale added."""
    if kind != "number":
        return values
    return [None if value is None else _without_idle_zeros(value) for value in values]


def _without_idle_zeros(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return Decimal(int(whole)) if whole == number else number.normalize()
