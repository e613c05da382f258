"""The vocabulary of metrics, read from ``metrics.toml``."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

ValueType = Literal["money", "price", "shares", "times", "percent", "count", "date", "bool", "text", "rate"]


class Group(StrEnum):
    """The groups of the contract's metric table."""

    ISSUER = "issuer"
    DATES = "dates"
    OFFERING = "offering"
    DEMAND = "demand"
    CORNERSTONES = "cornerstones"
    DEBUT = "debut"
    STATEMENTS = "statements"
    RATIOS = "ratios"
    OPERATING = "operating"
    FURTHER = "further"


class Metric(BaseModel):
    """One kind of figure: its definition, unit and an example.

    >>> metric("offer_price").type, metric("offer_price").group.value
    ('price', 'offering')
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    group: Group
    type: ValueType = Field(description="What a value is: money and price carry an ISO 4217 code as their unit.")
    definition: str
    example: str = Field(description="A sentence or row that states one.")
    value: str = Field(description="The value which that example states, in base units.")
    zh: str = Field(description="The usual Chinese term.")
    en: str = Field(description="The usual English term.")
    by_period: bool = False
    instant: bool = Field(False, description="A balance-sheet figure: its period is a day.")
    staged: bool = Field(False, description="Carries a stage: plan, interim or final.")

    @property
    def unit(self) -> str | None:
        """The fixed unit, or None where it is the currency of the figure."""
        return None if self.type in ("money", "price") else self.type

    def __repr__(self) -> str:
        """Id, type and term."""
        return f"Metric({self.id}, {self.type}, {self.zh} / {self.en})"


@cache
def metrics() -> MappingProxyType[str, Metric]:
    """Every metric by its id, in the contract's order."""
    table = tomllib.loads(files("zhaogu.model").joinpath("metrics.toml").read_text(encoding="utf-8"))
    return MappingProxyType({name: Metric(id=name, **row) for name, row in table.items()})


@cache
def metric(name: str) -> Metric:
    """The metric called ``name``; KeyError names the nearest ids."""
    try:
        return metrics()[name]
    except KeyError:
        from difflib import get_close_matches

        near = ", ".join(get_close_matches(name, metrics(), 3)) or "see docs/metrics.md"
        raise KeyError(f"{name!r} is no metric of the contract: {near}") from None


VALUE_TYPES: tuple[str, ...] = get_args(ValueType)
