"""Relations that figures of an offering obey. A broken one is a note with both sides; no figure is changed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import Evidence, Fact, Note


@dataclass(frozen=True, slots=True)
class Figures:
    """The stated numbers of a filing by metric."""

    facts: dict[str, Fact]

    def number(self, name: str) -> Decimal | None:
        """The figure called ``name``, if it was stated."""
        return self.facts[name].number if name in self.facts else None

    def resolution(self, name: str) -> Decimal:
        """The worth of its last printed digit."""
        return self.facts[name].resolution or Decimal(0)

    def evidence(self, *names: str) -> list[Evidence]:
        """Where the figures stand."""
        return [self.facts[name].evidence for name in names if name in self.facts]


Check = Callable[[Figures], Note | None]


def check(facts: Iterable[Fact]) -> list[Note]:
    """A note for every relation that does not hold among ``facts``."""
    figures = Figures({fact.metric: fact for fact in facts if fact.holder is None and fact.value is not None})
    return [note for rule in _CHECKS if (note := rule(figures))]


def _broken(code: str, text: str, left: Decimal, right: Decimal, evidence: list[Evidence]) -> Note:
    sides = [f"{left:f}", f"{right:f}"]
    return Note(code=f"check.{code}", severity="warning", text=f"{text}: {sides[0]} and {sides[1]}", sides=sides, evidence=evidence)


def _tranches(figures: Figures) -> Note | None:
    """Public + international (+ preferential) = all shares."""
    total, public, other = (
        figures.number(name) for name in ("shares_offered", "shares_offered_public", "shares_offered_international")
    )
    if total is None or public is None or other is None:
        return None
    added = public + other
    preferential = figures.number("shares_offered_preferential") or Decimal(0)
    if total in (added, added + preferential):
        return None
    names = ("shares_offered", "shares_offered_public", "shares_offered_international")
    return _broken("tranches", "the tranches add up to another number than all offer shares",
                   added + preferential, total, figures.evidence(*names))  # fmt: skip


def _gross(figures: Figures) -> Note | None:
    """Price × new shares ≈ gross proceeds."""
    price, shares, gross = (figures.number(n) for n in ("offer_price", "shares_offered", "gross_proceeds"))
    if price is None or shares is None or gross is None:
        return None
    expected = price * (shares - (figures.number("sale_shares") or Decimal(0)))
    if abs(expected - gross) <= max(figures.resolution("gross_proceeds"), expected / 1000):
        return None
    return _broken("gross", "price × new shares is not the gross proceeds", expected, gross,
                   figures.evidence("offer_price", "shares_offered", "gross_proceeds"))  # fmt: skip


def _net(figures: Figures) -> Note | None:
    """Gross − expenses = net, up to rounding."""
    gross, expenses, net = (figures.number(n) for n in ("gross_proceeds", "listing_expenses", "net_proceeds"))
    if gross is None or expenses is None or net is None:
        return None
    slack = sum((figures.resolution(n) for n in ("gross_proceeds", "listing_expenses", "net_proceeds")), Decimal(0))
    if abs(gross - expenses - net) <= slack:
        return None
    return _broken("net", "gross proceeds − expenses is not the net proceeds", gross - expenses, net,
                   figures.evidence("gross_proceeds", "listing_expenses", "net_proceeds"))  # fmt: skip


def _clawback(figures: Figures) -> Note | None:
    """Final public = initial public + reallocated, where no option changed the size of the offer."""
    final, initial, moved = (
        figures.number(n) for n in ("shares_offered_public", "shares_offered_public_initial", "reallocated_shares")
    )
    if final is None or initial is None or moved is None or figures.number("upsize_shares"):
        return None
    if final == initial + moved:
        return None
    return _broken("reallocation", "initial public shares + reallocated ones are not the final public shares",
                   initial + moved, final, figures.evidence("shares_offered_public", "reallocated_shares"))  # fmt: skip


def _entry_fee(figures: Figures) -> Note | None:
    """Entry fee = lot × price × (1 + the levies of its day)."""
    lot, fee = figures.number("board_lot"), figures.number("entry_fee")
    price = figures.number("offer_price_high") or figures.number("offer_price")
    day = figures.facts["prospectus_date"].value if "prospectus_date" in figures.facts else None
    if lot is None or fee is None or price is None or not isinstance(day, date):
        return None
    expected = (lot * price * (1 + levies(day) / 100)).quantize(Decimal("0.01"))
    if abs(expected - fee) <= Decimal("0.02"):
        return None
    return _broken("entry_fee", "lot × price with the levies of the day is not the entry fee", expected, fee,
                   figures.evidence("board_lot", "entry_fee"))  # fmt: skip


def levies(day: date) -> Decimal:
    """Brokerage and levies on an application of ``day``, in percent of the price.

    >>> levies(date(2026, 1, 9)), levies(date(2020, 7, 10))
    (Decimal('1.0085'), Decimal('1.0077'))
    """
    rates = [entry for entry in _levies() if entry[0] <= day]
    return (rates or _levies()[:1])[-1][1]


@cache
def _levies() -> list[tuple[date, Decimal]]:
    rows = entries("filings_levies", "levies", since=str, brokerage=str, sfc=str, exchange=str, afrc=str)
    return sorted(
        (
            date.fromisoformat(row["since"]),
            sum((Decimal(row[name]) for name in ("brokerage", "sfc", "exchange", "afrc")), Decimal(0)),
        )
        for row in rows
    )


_CHECKS: tuple[Check, ...] = (_tranches, _gross, _net, _clawback, _entry_fee)
