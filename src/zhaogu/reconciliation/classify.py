"""What kind of difference there is between two facts about the same thing, by arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from zhaogu.model import Fact, IPORecord, metric, plain
from zhaogu.model.fact import value_text

from .arithmetic import moved_shares, near, rounds_to, shown
from .precedence import resolution

Verdict = tuple[str, str]
Test = Callable[[Fact, Fact, IPORecord], Verdict | None]

SHARE_COUNTS = frozenset({"shares_offered", "shares_offered_public", "shares_offered_international"})
_WITH_GREENSHOE = frozenset({"final_greenshoe_full", "final_greenshoe_actual"})
TRANCHES = SHARE_COUNTS - {"shares_offered"}


def classify(chosen: Fact, other: Fact, record: IPORecord) -> Verdict:
    """The class of the difference and the reason; ``agrees`` where there is none."""
    for test in _TESTS:
        verdict = test(chosen, other, record)
        if verdict:
            return verdict
    return "conflict", f"{shown(other)} against {shown(chosen)}: nothing in the documents explains it"


def _unstated(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.value is None or chosen.value is None:
        return "preliminary", f"{other.status} there, {shown(chosen)} here"
    return None


def _interim(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.stage == "interim" and chosen.stage != "interim":
        return "interim", f"{shown(other)} was a tally before the close, {shown(chosen)} is the result"
    return None


def _currency(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if chosen.unit == other.unit or not (chosen.money and other.money and chosen.number and other.number):
        return None
    rate = other.number / chosen.number
    return (
        "currency",
        f"{shown(other)} restates {shown(chosen)}: implied rate {plain(round(rate, 4))} {other.unit}/{chosen.unit}",
    )


def _plain_values(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if chosen.number is not None and other.number is not None:
        return None
    if metric(chosen.metric).type == "text" and chosen.value and other.value:
        same = value_text(chosen.value).casefold() == value_text(other.value).casefold()
    else:
        same = chosen.value == other.value
    return ("agrees", f"both {shown(chosen)}") if same else None


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
    words = {"over": other.number <= chosen.number, "under": other.number >= chosen.number, "approx": True}
    if words.get(other.qualifier) and abs(other.number - chosen.number) < step:
        return "rounding", f"{shown(other)} is {shown(chosen)} cut off at {plain(step)}"
    return None


def _over_allotment(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.metric not in ("shares_offered", "shares_offered_international", "gross_proceeds", "net_proceeds"):
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
    return _explained("reallocation", chosen, other, _either_way(moved_shares(record, ("reallocated_shares",))), record)


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
    *map(
        _both_numbers,
        (
            _multiple_words,
            _same,
            _rounding,
            _over_allotment,
            _reallocation,
            _upsize,
            _period,
            _share_class,
        ),
    ),
    _preliminary,
)
