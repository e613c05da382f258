"""The shares of an offer whose size nobody says: by a part that is told of them, by percentages, by what moved between tranches."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations_with_replacement, permutations

from .offer import LEAST, Offer, may_be_public
from .scan import NEAR, REACH, Number, is_percentage
from .shares import Shares

_MANY = 300
"""More different numbers are a list."""


def whole_of(shares: Shares) -> Offer | None:
    """The offer where nobody says its size: the largest that the tranches make up both before and after a printed number moved."""
    values = shares.values
    if len(values) > _MANY:
        return None
    first = {one.value for one in shares.numbers if shares.scan.says("initial", one)}
    sums: dict[Decimal, list[Decimal]] = {}
    for low, high in combinations_with_replacement(sorted(values), 2):
        if may_be_public(low, low + high):
            sums.setdefault(low + high, []).append(low)
    for total in sorted(sums, reverse=True):
        for before, after in permutations(sums[total], 2):
            if abs(after - before) in values and first & {before, total - before}:
                return Offer(total, after, total - after, Decimal(0), before, total - before)
    return None


def told_whole(shares: Shares, percents: Sequence[Number]) -> Offer | None:
    """The offer where a sentence says what part of how many shares a tranche is: 60,000,000 Shares, or 40% of the 150,000,000.

    The rest must be printed too; of the two the smaller is the public's, who never gets more than half.
    """
    scan = shares.scan
    found: list[Offer] = []
    for part in percents:
        end = scan.sentence(part.start)[1]
        before = [one for one in shares.numbers if part.start - NEAR <= one.end <= part.start][-1:]
        behind = [one for one in shares.numbers if part.end <= one.start < min(end, part.end + NEAR)][:1]
        for one, total in zip(before, behind, strict=False):
            rest = total.value - one.value
            if total.value < LEAST or rest not in shares.values or scan.says("no_share", part, NEAR, 0):
                continue
            if is_percentage(part.value, one.value, total.value):
                found.append(Offer(total.value, min(one.value, rest), max(one.value, rest)))
    return max(found, key=lambda offer: offer.total, default=None)


def parted_whole(shares: Shares, percents: Sequence[Number]) -> Offer | None:
    """The offer where nobody says its size and nothing moved: the largest number that two others make up, one of the public's
    and one of the placing's, with the part that the public's is of it printed beside."""
    scan = shares.scan
    if len(shares.values) > _MANY:
        return None
    placed = {one.value for one in shares.numbers if scan.says("international", one, REACH, NEAR)}
    made: dict[Decimal, Decimal] = {}
    for one in shares.numbers:
        totals = {one.value + high for high in placed if high >= one.value} & shares.values
        if not totals or scan.tranche(one.start) != "public":
            continue
        end = min(scan.sentence(one.start)[1], one.end + REACH)
        parts = [part for part in percents if one.end <= part.start < end and not scan.says("no_share", part)]
        for total in totals:
            if total >= LEAST and any(is_percentage(part.value, one.value, total) for part in parts):
                made.setdefault(total, one.value)
    whole = max(made, default=None)
    return Offer(whole, made[whole], whole - made[whole]) if whole else None
