"""What the offering brings: gross proceeds that are price times shares, and what expenses leave of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .clauses import filled
from .found import Found, metrics_of, values
from .offer import offer_of
from .scan import Number, Scan, cues, nearest
from .small_letters import in_small
from .values import Cell, parse

_NET = "net_proceeds"
_MORE = "additional_net_proceeds"
_LITTLE, _SMALL = Decimal("0.02"), Decimal("0.2")
"""What part of the whole further shares may bring."""
_CURRENCY = re.compile("hk|港|hong kong", re.I)
_DIGIT = re.compile(r"\d")
_BEFORE = 120
_AFTER = 40
_LEAST, _MOST = Decimal("0.25"), Decimal(1)
"""What part of price times shares may be left: expenses eat much of a small offer."""
_NOTHING = Decimal("0.15")
_SLACK = Decimal(150_000)
"""How far a difference may be off where sums are rounded to a tenth of a million."""
_MILLION = Decimal(1_000_000)
_BALANCE = 700
"""How far from the net proceeds the sums stand that they are left of."""


@dataclass(frozen=True, slots=True)
class Amount(Number):
    """A sum of money of the text, in Hong Kong dollars."""

    cell: Cell


def read_sums(scan: Scan, amounts: Sequence[Amount], found: Sequence[Found]) -> list[Found]:
    """The net proceeds, where they are not ``found``: a sum called net that is no larger than price times shares."""
    known = metrics_of(found)
    whole = _whole(found)
    more = [] if _MORE in known or whole is None else _read_more(scan, amounts, whole)
    return more if _NET in known else more + _read_net(scan, amounts, whole)


def read_balance(scan: Scan, amounts: Sequence[Amount], found: Sequence[Found]) -> list[Found]:
    """Gross proceeds, expenses and net proceeds where they prove each other, as far as they are not ``found`` already.

    The first is called gross or is price times shares, which need not be printed; the second is called a cost, the third
    is what is left.
    """
    whole, known = _whole(found), values(found)
    for is_pair in (_are_called, _may_be):
        for net in amounts:
            near = [one for one in amounts if abs(one.start - net.start) <= _BALANCE]
            costs = [one for one in near if is_pair(scan, one, net)]
            gross = [one for one in near if one.value > net.value and _is_gross(scan, one, whole)]
            for printed, sum_ in [(one, one.value) for one in gross] + [(None, whole or Decimal(0))]:
                cost = next((one for one in costs if abs(sum_ - one.value - net.value) <= _SLACK), None)
                if cost is not None:
                    three = {"gross_proceeds": printed, "listing_expenses": cost, _NET: net}
                    fresh = {name: one for name, one in three.items() if one and known.get(name) != one.value}
                    return [result for name, one in fresh.items() for result in scan.stated(name, one, one.cell)]
    return []


def _are_called(scan: Scan, cost: Amount, net: Amount) -> bool:
    """Whether the nearest words call the one sum a cost and the other what is left."""
    return _is_called(scan, cost, "cost", ("net", "gross")) and _is_called(scan, net, "net", ("cost", "gross"))


def _may_be(scan: Scan, cost: Amount, net: Amount) -> bool:
    """Whether a smaller sum may be the cost: a word for it is near, as both sides have in a sentence or a table."""
    return cost.value < net.value and _is_cost(scan, cost)


def _is_cost(scan: Scan, one: Amount) -> bool:
    """Whether a word for costs stands near a sum in its sentence."""
    return scan.says("cost", one, _BEFORE, _AFTER)


def _is_gross(scan: Scan, one: Amount, whole: Decimal | None) -> bool:
    """Whether a sum is price times shares, or less and called gross."""
    if whole is None or one.value < whole - _SLACK:
        return _is_called(scan, one, "gross", ("net", "cost"))
    return one.value <= whole + _SLACK


def _read_more(scan: Scan, amounts: Sequence[Amount], whole: Decimal) -> list[Found]:
    """What the over-allotment option would bring on top: a small part of the whole."""
    fitting = [one for one in amounts if _LITTLE * whole <= one.value <= _SMALL * whole]
    called = [one for one in fitting if _is_called(scan, one, "more", ("no_more", "cost")) and _is_in_full(scan, one)]
    return [result for one in called[:1] for result in scan.stated(_MORE, one, one.cell)]


def _is_in_full(scan: Scan, one: Amount) -> bool:
    start, end = scan.sentence(one.start)
    return cues("in_full").search(scan.text[start:end]) is not None


def _read_net(scan: Scan, amounts: Sequence[Amount], whole: Decimal | None) -> list[Found]:
    if whole is None:
        called = [one for one in amounts if _is_called(scan, one, "net", ("no_net", "cost"))]
    else:
        fitting = [one for one in amounts if _LEAST * whole <= one.value < _MOST * whole]
        called = [one for one in fitting if _is_called(scan, one, "net", ("no_net",))]
    proven = [one for one in called if _is_left(one, amounts)]
    return [result for one in (proven or called)[:1] for result in scan.stated(_NET, one, one.cell)]


def is_too_much(one: Found, found: Sequence[Found]) -> bool:
    """Whether a sum cannot be the net proceeds, being more than price times shares or next to nothing of it."""
    if one.metric != _NET or one.cell.unit != "HKD" or not isinstance(one.cell.value, Decimal):
        return False
    whole = _whole(found)
    return whole is not None and not _NOTHING * whole <= one.cell.value <= _MOST * whole


def amounts_in(scan: Scan) -> list[Amount]:
    """The sums of a text that an offering may bring or cost: a million Hong Kong dollars and more."""
    found = []
    for match in _money().finditer(scan.text):
        cell = parse(match["value"], "money") if _CURRENCY.search(match["value"]) else None
        if cell and cell.unit == "HKD" and isinstance(cell.value, Decimal) and cell.value >= _MILLION:
            found.append(Amount(*match.span("value"), cell.value, cell))
    return found


def _is_called(scan: Scan, one: Amount, name: str, others: Sequence[str]) -> bool:
    """Whether the word nearest to a sum, of those that say what a sum is, is one of a list."""
    first, last = scan.window(one, _BEFORE, _AFTER)
    number = _DIGIT.search(scan.text, one.end, last)
    text = scan.text[first : number.start() if number else last]
    return nearest((name, *others), text, one.start - first, one.end - first) == name


def _is_left(one: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether two other sums of the text differ by this one."""
    values = {other.value for other in amounts}
    return any(
        abs(whole - one.value - part) <= _SLACK
        for whole in values
        if whole > one.value
        for part in values
        if part < whole
    )


def _whole(found: Sequence[Found]) -> Decimal | None:
    """Price times the shares that the issuer sells; what shareholders sell brings it nothing."""
    known, offer = values(found), offer_of(found)
    price, sold = known.get("offer_price"), known.get("sale_shares", Decimal(0))
    return price * (offer.total - sold) if price and offer else None


@cache
def _money() -> re.Pattern[str]:
    return in_small(filled("{money}"))
