"""What the options of ``zhaogu compare`` may be; a wrong one is told before any document is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from zhaogu.errors import ConversionError

if TYPE_CHECKING:
    from zhaogu.conversion import Policy

OWN = "own"
"""The currency option that leaves each amount as it is stated."""


def metric_names(text: str | None) -> list[str] | None:
    """Ids of metrics or derived columns, separated by commas; None where the default columns are wanted."""
    from zhaogu.model import metrics
    from zhaogu.tables import DERIVED

    names = _split(text)
    for name in names:
        if name not in metrics() and name not in DERIVED:
            raise typer.BadParameter(f"{name!r} is no metric: see docs/metrics.md or zhaogu schema")
    return names or None


def period_labels(text: str) -> str | list[str]:
    """``latest_year``, ``latest``, ``all``, or labels separated by commas."""
    from zhaogu.model import Period
    from zhaogu.tables.columns import NAMED_PERIODS

    if text in NAMED_PERIODS:
        return text
    try:
        return [Period(label).label for label in _split(text)]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def table_currency(text: str | None, rates: Path | None) -> str | None:
    """The currency's code, HKD where none is asked for; None for ``own``."""
    from zhaogu.conversion import ECB

    code = (text or "HKD").upper()
    if code == OWN.upper():
        return None
    if rates is None:
        with _told():
            ECB.check(code)
    return code


def conversion_policy(rates: Path | None, day: date | None) -> Policy:
    """Rates from a CSV where one is given, and one day for everything where one is named."""
    from zhaogu.conversion import FixedRates, Policy

    with _told():
        return Policy(rates=FixedRates.from_csv(rates) if rates else None, convenience=day)


def amount_scale(name: str) -> str:
    """The name of a scale."""
    from zhaogu.conversion import scale

    with _told():
        scale(name)
    return name


def _split(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


@contextmanager
def _told() -> Iterator[None]:
    """Errors of conversion as errors of the call."""
    try:
        yield
    except (ConversionError, OSError) as error:
        raise typer.BadParameter(str(error)) from None
