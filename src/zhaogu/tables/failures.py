"""Every relation that was tried on some records, as a table."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from zhaogu.model import Fact, plain
from zhaogu.reconciliation import Check, checks

from .schema import CHECKS, framed
from .sources import Item, as_records


def checks_frame(items: Iterable[Item] | Item, *, failures_only: bool = True) -> pd.DataFrame:
    """One row a check: code, severity, both sides, tolerance, where the figures stand and how they read there.

    >>> list(checks_frame([]).columns)[:4]
    ['code', 'severity', 'issuer', 'period']
    """
    tried = [check for record in as_records(items) for check in checks(record)]
    return framed([_row(check) for check in tried if not (failures_only and check.passed)], CHECKS)


def _row(check: Check) -> tuple[object, ...]:
    return (
        check.code,
        check.severity,
        check.issuer,
        check.period,
        check.facts[0].metric,
        check.passed,
        check.printed,
        round(check.computed, 6),
        round(check.tolerance, 6),
        check.words,
        "; ".join(_source(fact) for fact in check.facts),
        " | ".join(" ".join(fact.evidence.quote.split()) for fact in check.facts),
    )


def _source(fact: Fact) -> str:
    page = f" p. {fact.evidence.page}" if fact.evidence.page else ""
    value = plain(fact.number) if fact.number is not None else ""
    return f"{fact.metric} {value} ({fact.document}{page})"
