"""How the sources of each issuer differ, as a table: the figure, what each document says, and the class of difference."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from zhaogu.model import Difference, Fact, IPORecord
from zhaogu.reconciliation.arithmetic import shown

from .schema import DIFFERENCES, framed
from .sources import Item, as_records


def differences_frame(items: Iterable[Item] | Item, *, agreeing: bool = True) -> pd.DataFrame:
    """One row a figure that two documents tell: both values with their places, the class and the arithmetic.

    ``agreeing`` False leaves out those that are the same.

    >>> list(differences_frame([]).columns)[:4]
    ['issuer', 'stock_code', 'metric', 'period']
    """
    rows = [
        _row(record, difference)
        for record in as_records(items)
        for difference in record.differences
        if agreeing or difference.code != "agrees"
    ]
    return framed(rows, DIFFERENCES)


def _row(record: IPORecord, difference: Difference) -> tuple[object, ...]:
    about = (record.issuer, record.stock_code, difference.metric, difference.period)
    sides = (*_side(record.get(difference.chosen)), *_side(record.get(difference.other)))
    return (*about, *sides, difference.code, difference.reason)


def _side(fact: Fact | None) -> tuple[str | None, str | None, int | None]:
    return (shown(fact), fact.document, fact.evidence.page) if fact else (None, None, None)
