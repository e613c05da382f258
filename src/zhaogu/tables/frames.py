"""The long table: one row a fact."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pandas as pd

from zhaogu.model import Fact, metric
from zhaogu.model.fact import value_text

from .schema import FACTS, framed
from .sources import Item, as_facts


def facts_frame(items: Iterable[Item] | Item) -> pd.DataFrame:
    """One row a fact: exact Decimals in ``value``, the wire form of every value in ``text``.

    >>> list(facts_frame([]).columns)[:4]
    ['fact_id', 'document', 'kind', 'issuer']
    """
    return framed([_row(fact) for fact in as_facts(items)], FACTS)


def _row(fact: Fact) -> tuple[Any, ...]:
    value, place = fact.value, fact.evidence
    return (
        fact.fact_id,
        fact.document,
        fact.kind,
        fact.issuer,
        fact.stock_code,
        metric(fact.metric).group.value,
        fact.metric,
        fact.period,
        fact.period_end,
        fact.as_of,
        value if isinstance(value, Decimal) else None,
        fact.unit,
        None if value is None else value_text(value),
        fact.resolution,
        fact.status,
        fact.qualifier,
        fact.basis,
        fact.offer_basis,
        fact.stage,
        fact.audited,
        fact.holder,
        fact.label,
        place.quote,
        place.field,
        place.page,
        place.start,
        place.end,
        fact.rule,
        "; ".join(f"{note.code}: {note.text}" for note in fact.notes) or None,
    )
