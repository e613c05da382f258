"""What kinds of figures the metrics are, as plain words: every figure asks several times, and a model answers slowly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zhaogu.model import Group, metric, metrics


@dataclass(slots=True)
class Traits:
    """What a metric says of its figures; the words are those of :class:`zhaogu.model.metrics.Metric`."""

    type: str
    unit: str | None
    by_period: bool
    instant: bool
    offering: bool
    cornerstones: bool


_KNOWN: Final[dict[str, Traits]] = {}


def traits(name: str) -> Traits:
    """The traits of a metric; KeyError for what is none.

    >>> traits("revenue").by_period, traits("offer_price").type, traits("board_lot").unit
    (True, 'price', 'shares')
    """
    found = _KNOWN.get(name)
    if found is None:
        one = metric(name)
        found = _KNOWN[name] = Traits(
            one.type, one.unit, one.by_period, one.instant, one.group is Group.OFFERING, one.group is Group.CORNERSTONES
        )
    return found


def is_metric(name: str) -> bool:
    """Whether a reading names a metric.

    >>> is_metric("revenue"), is_metric("of_revenue")
    (True, False)
    """
    return name in _KNOWN or name in metrics()
