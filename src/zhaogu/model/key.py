"""Which values of a fact say that two lines of the stream are of one figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Key = tuple[str | None, ...]


def key_of(values: Mapping[str, Any]) -> Key:
    """What the stream holds one value of: issuer, metric, period, unit, basis, offer basis, stage, holder, label.

    The ends of a range are two lines, so a bound's qualifier belongs to the key; ``as_of`` and ``label`` tell
    prices of different days and indicators of different names apart. ``values`` are those of every field.
    """
    qualifier, as_of = values["qualifier"], values["as_of"]
    return (
        values["issuer"], values["metric"], values["period"], values["unit"], values["basis"], values["offer_basis"],
        values["stage"], values["holder"], values["label"], as_of.isoformat() if as_of else None,
        qualifier if qualifier in ("at_least", "at_most") else None,
    )  # fmt: skip
