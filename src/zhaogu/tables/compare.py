"""Issuers side by side: one currency, one scale, one row an issuer."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any, Literal

import pandas as pd

from zhaogu.conversion import Policy
from zhaogu.conversion import scale as scale_of
from zhaogu.model import IPORecord, OfferBasis, Value
from zhaogu.reconciliation.derived import DERIVED

from .asked import choice, policy_for
from .cells import Cell, cell
from .columns import Column, plan
from .comparison import Comparison, Trace
from .remarks import attributes, remarks
from .schema import PLACES
from .sources import Item, as_records

Dtype = Literal["float64", "decimal"]


@contextmanager
def _all_of_it_is_kept() -> Iterator[None]:
    """No search for garbage where none is made: among thousands of records it takes longer than the table."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@_all_of_it_is_kept()
def compare(  # noqa: PLR0913  # the options of a table
    items: Iterable[Item] | Item,
    metrics: Iterable[str] | str | None = None,
    *,
    currency: str | None = "HKD",
    scale: str | None = None,
    periods: str | Sequence[str] = "latest_year",
    offer_basis: OfferBasis | None = None,
    dtype: Dtype = "float64",
    flat: bool = True,
    policy: Policy | None = None,
) -> Comparison:
    """A wide table of extractions, records or facts; what they say about one issuer is reconciled into one row.

    ``metrics`` are ids of the vocabulary or derived columns; ``currency`` None leaves each figure in its own.
    ``scale`` counts amounts in 億, bn, m…; prices per share are never scaled. ``periods``: ``latest_year`` is the
    latest financial year that all issuers have, ``latest`` each issuer's own latest period, ``all``, or labels such
    as ``2024FY``. ``dtype`` ``decimal`` keeps exact Decimals. ``flat`` False gives metric and period as two levels.
    """
    choice(dtype, Dtype, "dtype")
    if offer_basis is not None:
        choice(offer_basis, OfferBasis, "offer basis")
    currency, policy = policy_for(currency, policy)
    records = _distinct(as_records(items))
    columns = plan(records, metrics, periods)
    rows = _rows(records, columns, policy, currency, offer_basis)
    notes = remarks(records, rows, offer_basis)
    table = Comparison(_data(records, rows, currency, scale, dtype))
    table.index = pd.Index([record.issuer for record in records], name="issuer", dtype="object")
    table.trace = Trace(records, rows, currency, scale or "1", policy, notes)
    made_up = [column.name for column in columns if column.metric in DERIVED]
    table.attrs.update(attributes(currency, table.trace.scale, policy, table.trace.rates, notes, made_up))
    if not flat:
        table.columns = pd.MultiIndex.from_tuples(_levels(table, columns), names=["metric", "period"])
    return table


def _rows(
    records: list[IPORecord],
    columns: list[Column],
    policy: Policy,
    currency: str | None,
    offer_basis: OfferBasis | None,
) -> list[tuple[Column, list[Cell | None]]]:
    """Each column with its cells, made record by record: what is known of one lies close together in memory."""
    made = [[cell(record, column, policy, currency, offer_basis) for column in columns] for record in records]
    cells = zip(*made, strict=True) if made else ([] for _ in columns)
    return [(column, list(row)) for column, row in zip(columns, cells, strict=True)]


def _data(
    records: list[IPORecord],
    rows: list[tuple[Column, list[Cell | None]]],
    currency: str | None,
    scale: str | None,
    dtype: Dtype,
) -> dict[str, pd.Series[Any]]:
    """The table's columns: codes, figures in the scale asked for, and their currencies where each keeps its own."""
    counted = scale_of(scale) if scale else None
    places = PLACES if dtype == "decimal" else None
    data: dict[str, pd.Series[Any]] = {
        "stock_code": pd.Series([record.stock_code for record in records], dtype="string")
    }
    for column, row in rows:
        factor = counted.factor if counted and column.type == "money" else None
        data[column.name] = pd.Series([_value(found, factor, places) for found in row], dtype=_dtype(column, dtype))
        if currency is None and column.type in ("money", "price"):
            data[f"{column.name}_unit"] = pd.Series([_unit(found) for found in row], dtype="string")
    return data


def _distinct(records: list[IPORecord]) -> list[IPORecord]:
    """Records whose names tell them apart: two of one name carry their codes."""
    names = [record.issuer for record in records]
    if len(set(names)) == len(names):
        return records
    twice = {name for name in names if names.count(name) > 1}
    return [
        record.model_copy(update={"issuer": f"{record.issuer} ({record.stock_code or number})"})
        if record.issuer in twice
        else record
        for number, record in enumerate(records, 1)
    ]


def _value(found: Cell | None, factor: Decimal | None, places: int | None) -> Value | None:
    """The value as the table holds it, with no more decimal places than a file keeps."""
    value = found.value if found else None
    if not isinstance(value, Decimal):
        return value
    number = value / factor if factor else value
    if places is None:
        return number
    exponent = number.as_tuple().exponent
    return round(number, places) if isinstance(exponent, int) and exponent < -places else number


def _unit(found: Cell | None) -> str | None:
    return found.unit if found and found.value is not None else None


def _dtype(column: Column, numbers: Dtype) -> str:
    kinds = {"date": "datetime64[s]", "bool": "boolean", "text": "string"}
    return kinds.get(column.type, "float64" if numbers == "float64" else "object")


def _levels(table: pd.DataFrame, columns: list[Column]) -> list[tuple[str, str]]:
    levels = {column.name: (column.metric, column.period or "") for column in columns}
    levels |= {f"{name}_unit": (f"{metric}_unit", period) for name, (metric, period) in levels.items()}
    return [levels.get(name, (name, "")) for name in table.columns]
