"""What speaks for and against a phrase that may be the name of an issuer, at all its places together."""

from __future__ import annotations

from functools import cache
from typing import Final

from .cues import table
from .stretches import Span

_DOES: Final = ("acts", "moves", "day", "announces", "period")
_COUNTED: Final = frozenset({*_DOES, "opens"})
"""What tells most where it is seen more than once."""


class Evidence:
    """Where a phrase stands, and what speaks for and against its being the name of an issuer.

    >>> evidence = Evidence()
    >>> evidence.add((0, 3), {"opens"}); evidence.add((9, 12), {"opens", "acts"})
    >>> evidence.spans, evidence.seen["opens"], sorted(evidence.reasons)
    ([(0, 3), (9, 12)], 2, ['acts', 'opens'])
    """

    __slots__ = ("reasons", "seen", "spans")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.spans: list[Span] = []
        self.reasons: set[str] = set()
        self.seen: dict[str, int] = {}

    def add(self, span: Span, reasons: set[str]) -> None:
        """One more place: what speaks for a name needs to be seen once, what speaks against it everywhere."""
        for reason in reasons & _COUNTED:
            self.seen[reason] = self.seen.get(reason, 0) + 1
        if self.spans:
            against = _against()
            once = against & (self.reasons ^ reasons)
            self.reasons = (self.reasons | reasons) - once if once else self.reasons | reasons
        else:
            self.reasons = set(reasons)
        self.spans.append(span)

    @property
    def weight(self) -> int:
        """All reasons together; 0 is as likely a name as not."""
        weights = _weights()
        return weights["start"] + sum(weights[reason] for reason in self.reasons)


@cache
def _weights() -> dict[str, int]:
    return {row["id"]: row["weight"] for row in table("news_names.toml")["evidence"]}


@cache
def _against() -> frozenset[str]:
    return frozenset(row["id"] for row in table("news_names.toml")["evidence"] if row.get("everywhere"))


@cache
def backing() -> frozenset[str]:
    """The reasons that back a phrase: without any of them it is a loose one."""
    return frozenset(row["id"] for row in table("news_names.toml")["evidence"] if row.get("backs"))
