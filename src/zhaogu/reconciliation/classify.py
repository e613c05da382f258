"""What kind of difference there is between two facts about the same thing, by arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from zhaogu.conversion import ECB
from zhaogu.errors import ConversionError
from zhaogu.model import Fact, Group, IPORecord, metric, plain

from .arithmetic import moved_shares, near, rounds_to, shown
from .names import core
from .precedence import DATED, last_digit, resolution

Verdict = tuple[str, str]
Test = Callable[[Fact, Fact, IPORecord], Verdict | None]

SHARE_COUNTS = frozenset({"shares_offered", "shares_offered_public", "shares_offered_international"})
_WITH_GREENSHOE = frozenset({"final_greenshoe_full", "final_greenshoe_actual"})
TRANCHES = SHARE_COUNTS - {"shares_offered"}
_GROWING = frozenset({"shares_offered", "shares_offered_international", "gross_proceeds", "net_proceeds"})
"""What the over-allotment adds to."""
_OF_A_LISTING = frozenset({Group.OFFERING, Group.DEBUT})
MARKET_BAND = Decimal("0.08")
"""A restatement in another currency is at a rate no further than this from the market's."""
SLIGHT = Decimal("0.005")
"""Zeros printed at the end of a figure are taken for rounding where that changes it by less than this."""
RECENT = date(2024, 12, 31)
"""Where nothing says when: any recent day tells a rate of exchange from none."""


def classify(chosen: Fact, other: Fact, record: IPORecord) -> Verdict:
    """The class of the difference and the reason; ``agrees`` where there is none."""
    for test in _TESTS:
        verdict = test(chosen, other, record)
        if verdict:
            return verdict
    return "conflict", f"{shown(other)} against {shown(chosen)}: nothing in the documents explains it"


def _unstated(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.value is None and chosen.value is None:
        return "agrees", f"both {other.status}"
    if other.value is None or chosen.value is None:
        return "preliminary", f"{other.status} there, {shown(chosen)} here"
    return None


def _interim(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.stage == "interim" and chosen.stage != "interim":
        return "interim", f"{shown(other)} was a tally before the close, {shown(chosen)} is the result"
    return None


def _currency(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.unit == other.unit or not (chosen.money and other.money and chosen.number and other.number):
        return None
    rate = other.number / chosen.number
    implied = f"implied rate {plain(round(rate, 4))} {other.unit}/{chosen.unit}"
    if _is_market_rate(rate, chosen, other, record):
        return "currency", f"{shown(other)} restates {shown(chosen)}: {implied}"
    if metric(chosen.metric).group in _OF_A_LISTING:
        return "share_class", f"{shown(other)} and {shown(chosen)}: {implied} is no rate of exchange, so two listings"
    return None


def _is_market_rate(rate: Decimal, chosen: Fact, other: Fact, record: IPORecord) -> bool:
    """Whether the market's rate of about that time is near; where none is known, the documents are believed."""
    days = (other.as_of, chosen.period_end, record.day("listing_date"), record.published)
    day = next(filter(None, days), RECENT)
    try:
        market = ECB.on(chosen.unit or "", other.unit or "", day).value
    except ConversionError:
        return True
    return abs(rate / market - 1) < MARKET_BAND


def _plain_values(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if chosen.number is not None and other.number is not None:
        return None
    if isinstance(chosen.value, str) and isinstance(other.value, str):
        same = core(chosen.value) == core(other.value)
    else:
        same = chosen.value == other.value
    return ("agrees", f"both {shown(chosen)}") if same else None


def _other_listing(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    """Two first days of dealings months apart are two listings of one issuer, such as A and H shares."""
    if chosen.metric != "listing_date" or not (isinstance(chosen.value, date) and isinstance(other.value, date)):
        return None
    apart = abs((chosen.value - other.value).days)
    return (
        ("share_class", f"{shown(other)} and {shown(chosen)} are {apart} days apart: two listings")
        if apart > 90
        else None
    )


def _multiple_words(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    """Whether one source counts the whole demand and the other the excess, or only says so."""
    if metric(chosen.metric).type != "times" or None in (chosen.basis, other.basis) or chosen.basis == other.basis:
        return None
    whole, excess = (chosen, other) if chosen.basis == "total" else (other, chosen)
    assert whole.number is not None and excess.number is not None
    if rounds_to(whole.number - 1, excess.number, _coarser(chosen, other)):
        return "agrees", f"{shown(whole)} in all is {shown(excess)} over"
    if rounds_to(whole.number, excess.number, _coarser(chosen, other)):
        cut = "" if whole.number == excess.number else " rounded"
        return "loose_label", f"{shown(excess)} is said to be over but is the total {shown(whole)}{cut}"
    return None


def _same(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    return ("agrees", f"both {shown(chosen)}") if chosen.number == other.number else None


def _rounding(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    assert chosen.number is not None and other.number is not None
    step = _coarser(chosen, other)
    if rounds_to(chosen.number, other.number, step):
        return "rounding", f"{shown(other)} is {shown(chosen)} rounded to {plain(step)}"
    tail = last_digit(other.number)
    if (
        tail > step
        and rounds_to(chosen.number, other.number, tail)
        and abs(chosen.number - other.number) < abs(chosen.number) * SLIGHT
    ):
        return "rounding", f"{shown(other)} is {shown(chosen)} rounded to {plain(tail)}"
    if other.qualifier != "exact":
        step = max(step, tail)
    words = {"over": other.number <= chosen.number, "under": other.number >= chosen.number, "approx": True}
    if words.get(other.qualifier) and abs(other.number - chosen.number) < step:
        return "rounding", f"{shown(other)} is {shown(chosen)} cut off at {plain(step)}"
    return None


def _over_allotment(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.metric not in _GROWING or (other.stage == "plan" and other.offer_basis not in _WITH_GREENSHOE):
        return None
    names = ("over_allotment_shares_issued", "over_allocated_shares", "over_allotment_option_shares")
    added = -1 if chosen.offer_basis in _WITH_GREENSHOE else 1
    return _explained(
        "over_allotment", chosen, other, [added * shares for shares in moved_shares(record, names)], record
    )


def _upsize(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.metric in SHARE_COUNTS | {"gross_proceeds"}:
        return _explained("upsize", chosen, other, _either_way(moved_shares(record, ("upsize_shares",))), record)
    return _share_before_upsizing(chosen, other, record) if chosen.metric == "public_share_pct" else None


def _reallocation(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.metric not in TRANCHES:
        return None
    stated = _either_way(moved_shares(record, ("reallocated_shares",)))
    return _explained("reallocation", chosen, other, stated, record) or _between_tranches(chosen, other, record)


def _between_tranches(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    """Whether what one tranche gained is what the other lost, an upsizing aside."""
    gained = {name: _gain(record, name) for name in TRANCHES}
    public, international = gained["shares_offered_public"], gained["shares_offered_international"]
    if other.stage != "plan" or chosen.stage == "plan" or not public or not international:
        return None
    moved = abs(public if chosen.metric == "shares_offered_public" else international)
    for added in (Decimal(0), *moved_shares(record, ("upsize_shares",))):
        if public + international == added:
            upsized = f", {added:,f} of all by upsizing" if added else ""
            sign = "+" if other.number and chosen.number and other.number > chosen.number else "−"
            return "reallocation", f"{shown(other)} is {shown(chosen)} {sign} {moved:,f} shares{upsized}"
    return None


def _gain(record: IPORecord, name: str) -> Decimal | None:
    final, planned = record.number(name, stage="final"), record.number(name, stage="plan")
    return final - planned if final is not None and planned is not None else None


def _explained(code: str, chosen: Fact, other: Fact, moved: list[Decimal], record: IPORecord) -> Verdict | None:
    """Whether the shares moved are the whole difference; proceeds are compared at the offer price."""
    assert chosen.number is not None and other.number is not None
    price = record.number("offer_price")
    base = record.number("shares_offered", stage="final") or record.number("shares_offered")
    for shares in moved:
        if metric(chosen.metric).type == "shares" and near(chosen.number + shares, other, chosen):
            return code, f"{shown(other)} is {shown(chosen)} {'+' if shares > 0 else '−'} {abs(shares):,f} shares"
        if chosen.money and price and base and near((base + shares) * price, other, chosen):
            return code, f"{shown(other)} is {base + shares:,f} shares × {plain(price)}"
    return None


def _either_way(counts: list[Decimal]) -> list[Decimal]:
    return [side * count for count in counts for side in (1, -1)]


def _share_before_upsizing(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    public, total = record.number("shares_offered_public"), record.number("shares_offered")
    upsize = record.number("upsize_shares")
    if not (public and total and upsize and total > upsize):
        return None
    before = public / (total - upsize) * 100
    if near(before, other, chosen):
        return (
            "upsize",
            f"{shown(other)} is {public:,f} of {total - upsize:,f} shares, before the upsizing of {upsize:,f}",
        )
    return None


def _period(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.as_of and other.as_of and chosen.as_of != other.as_of:
        return "period", f"{shown(other)} is of {other.as_of}, {shown(chosen)} of {chosen.as_of}"
    if chosen.metric in DATED and not (chosen.as_of and other.as_of):
        return "period", f"{shown(other)} and {shown(chosen)}: they do not both name their day"
    if not chosen.period:
        return None
    for fact in record.all(chosen.metric):
        elsewhere = fact.period != chosen.period and fact.unit == other.unit
        if elsewhere and fact.number and other.number and near(fact.number, other, fact):
            return "period", f"{shown(other)} is the figure of {fact.period}, not of {chosen.period}"
    return None


def _share_class(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    """Prices of shares and depositary shares stand in a whole ratio; market values may count one class only."""
    assert chosen.number is not None and other.number is not None
    if metric(chosen.metric).type == "price" and chosen.number and other.number:
        ratio = max(chosen.number, other.number, key=abs) / min(chosen.number, other.number, key=abs)
        if 2 <= ratio <= 100 and near(
            round(ratio) * min(chosen.number, other.number, key=abs), *_by_size(chosen, other)
        ):
            return (
                "share_class",
                f"{shown(other)} and {shown(chosen)} are {round(ratio)} to 1: another class of share or a depositary share",
            )
    price = record.number("closing_price") or record.number("offer_price")
    if (
        chosen.metric == "market_cap"
        and price
        and {_shares_counted(chosen), _shares_counted(other)} == {"all", "class"}
    ):
        return "share_class", f"{shown(other)} and {shown(chosen)} count different shares"
    return None


def _shares_counted(fact: Fact) -> str:
    """Whether a market value is of one class of share, as its notes say."""
    return "class" if any("class" in note.code.casefold() or "H share" in note.text for note in fact.notes) else "all"


def _preliminary(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.stage == "plan" and chosen.stage != "plan":
        return "preliminary", f"{shown(other)} was planned, {shown(chosen)} came of it"
    if other.audited is False and chosen.audited is not False:
        return "preliminary", f"{shown(other)} is unaudited, {shown(chosen)} is not"
    return None


def _both_numbers(test: Test) -> Test:
    def guarded(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
        if chosen.number is None or other.number is None or chosen.unit != other.unit:
            return None
        return test(chosen, other, record)

    return guarded


def _coarser(chosen: Fact, other: Fact) -> Decimal:
    return max(resolution(chosen), resolution(other))


def _by_size(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    assert one.number is not None and other.number is not None
    return (one, other) if abs(one.number) > abs(other.number) else (other, one)


_TESTS: tuple[Test, ...] = (
    _unstated,
    _interim,
    _currency,
    _plain_values,
    _other_listing,
    *map(
        _both_numbers,
        (
            _multiple_words,
            _same,
            _rounding,
            _reallocation,
            _over_allotment,
            _upsize,
            _period,
            _share_class,
        ),
    ),
    _preliminary,
)
