"""What a caller may ask of a table, checked before anything is made."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import get_args

from zhaogu.conversion import ECB, Policy
from zhaogu.model import Group, Metric, metric, metrics
from zhaogu.reconciliation.derived import DERIVED, Derived


def choice(value: object, among: object, what: str) -> None:
    """Refuse a ``value`` that is none of the words of the Literal ``among``."""
    words = get_args(among)
    if value not in words:
        raise ValueError(f"{value!r} is no {what}: write {', '.join(words[:-1])} or {words[-1]}")


def names(asked: Iterable[str] | str) -> list[str]:
    """Names of columns: one alone is a list of one."""
    return [asked] if isinstance(asked, str) else list(asked)


def describe(name: str) -> Metric | Derived:
    """What a column is about; KeyError names the nearest columns."""
    if name in DERIVED:
        return DERIVED[name]
    if name in metrics():
        return metric(name)
    raise KeyError(f"{name!r} is no metric and no derived column: {_nearest(name, [*metrics(), *DERIVED])}")


def line_items(asked: Iterable[str] | str | None) -> list[str]:
    """The ids of line items, all of them where none are asked for; KeyError names the nearest to one that is none."""
    known = [about.id for about in metrics().values() if about.group is Group.STATEMENTS]
    chosen = names(asked) if asked is not None else known
    for name in chosen:
        if name not in known:
            raise KeyError(f"{name!r} is no line item: {_nearest(name, known)}")
    return chosen


def policy_for(currency: str | None, policy: Policy | None) -> tuple[str | None, Policy]:
    """The currency's code and the policy, checked against each other: the ECB must know what nobody else gives."""
    if policy is not None and not isinstance(policy, Policy):
        raise TypeError(f"a policy is a zhaogu.conversion.Policy, not {type(policy).__name__}")
    chosen = policy or Policy()
    code = currency.upper() if currency else None
    if code and chosen.rates is None:
        ECB.check(code)
    return code, chosen


def _nearest(name: str, known: list[str]) -> str:
    return ", ".join(get_close_matches(name, known, 3)) or "see docs/metrics.md"
