"""What kind of difference there is between two facts about the same thing, by arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from zhaogu.model import Fact, IPORecord, metric, plain

from .arithmetic import moved_shares, near, rounds_to
from .listings import another_listing, currency, days_apart, share_class
from .names import core
from .precedence import DATED, last_digit, resolution
from .reasons import Verdict, because

Test = Callable[[Fact, Fact, IPORecord], Verdict | None]

SHARE_COUNTS = frozenset({"shares_offered", "shares_offered_public", "shares_offered_international"})
_WITH_GREENSHOE = frozenset({"final_greenshoe_full", "final_greenshoe_actual"})
TRANCHES = SHARE_COUNTS - {"shares_offered"}
_GROWING = frozenset({"shares_offered", "shares_offered_international", "gross_proceeds", "net_proceeds"})
"""What the over-allotment adds to."""
SLIGHT = Decimal("0.005")
"""Zeros printed at the end of a figure are taken for rounding where that changes it by less than this."""


def classify(chosen: Fact, other: Fact, record: IPORecord) -> Verdict:
    """The class of the difference and the reason; ``agrees`` where there is none."""
    for test in _TESTS:
        verdict = test(chosen, other, record)
        if verdict:
            return verdict
    return because("conflict", "conflict", chosen, other)


def _unstated(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.value is None and chosen.value is None:
        return because("agrees", "both", chosen, other)
    if other.value is None or chosen.value is None:
        return because("preliminary", "unstated", chosen, other)
    return None


def _interim(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.stage == "interim" and chosen.stage != "interim":
        return because("interim", "tally", chosen, other)
    return None


def _plain_values(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if chosen.number is not None and other.number is not None:
        return None
    if isinstance(chosen.value, str) and isinstance(other.value, str):
        same = core(chosen.value) == core(other.value)
    else:
        same = chosen.value == other.value
    return because("agrees", "both", chosen, other) if same else None


def _multiple_words(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    """Whether one source counts the whole demand and the other the excess, or only says so."""
    if metric(chosen.metric).type != "times" or None in (chosen.basis, other.basis) or chosen.basis == other.basis:
        return None
    whole, excess = (chosen, other) if chosen.basis == "total" else (other, chosen)
    assert whole.number is not None and excess.number is not None
    if rounds_to(whole.number - 1, excess.number, _coarser(chosen, other)):
        return because("agrees", "excess", chosen, other, whole=whole, excess=excess)
    if rounds_to(whole.number, excess.number, _coarser(chosen, other)):
        reason = "total_called_over" if whole.number == excess.number else "total_called_over_rounded"
        return because("loose_label", reason, chosen, other, whole=whole, excess=excess)
    return None


def _same(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    return because("agrees", "both", chosen, other) if chosen.number == other.number else None


def _rounding(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    assert chosen.number is not None and other.number is not None
    step = _coarser(chosen, other)
    if rounds_to(chosen.number, other.number, step):
        return because("rounding", "rounded", chosen, other, step=plain(step))
    tail = last_digit(other.number)
    if (
        tail > step
        and rounds_to(chosen.number, other.number, tail)
        and abs(chosen.number - other.number) < abs(chosen.number) * SLIGHT
    ):
        return because("rounding", "rounded", chosen, other, step=plain(tail))
    if other.qualifier != "exact":
        step = max(step, tail)
    slight = step < abs(chosen.number) * SLIGHT  # 3741.95萬 is often told as 3741萬
    below = other.number <= chosen.number
    words = {"over": below, "under": other.number >= chosen.number, "approx": True, "exact": slight and below}
    if words.get(other.qualifier) and abs(other.number - chosen.number) < step:
        return because("rounding", "cut_off", chosen, other, step=plain(step))
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
            reason = "shares_moved_and_upsized" if added else "shares_moved"
            sign = "+" if other.number and chosen.number and other.number > chosen.number else "−"
            named = {"sign": sign, "shares": f"{moved:,f}", "upsized": f"{added:,f}"}
            return because("reallocation", reason, chosen, other, **named)
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
            named = {"sign": "+" if shares > 0 else "−", "shares": f"{abs(shares):,f}"}
            return because(code, "shares_moved", chosen, other, **named)
        if chosen.money and price and base and near((base + shares) * price, other, chosen):
            return because(code, "at_the_price", chosen, other, shares=f"{base + shares:,f}", price=plain(price))
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
        named = {"public": f"{public:,f}", "total": f"{total - upsize:,f}", "upsized": f"{upsize:,f}"}
        return because("upsize", "before_upsizing", chosen, other, **named)
    return None


def _period(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
    if chosen.as_of and other.as_of and chosen.as_of != other.as_of:
        days = {"other_day": str(other.as_of), "chosen_day": str(chosen.as_of)}
        return because("period", "other_day", chosen, other, **days)
    if chosen.metric in DATED and not (chosen.as_of and other.as_of):
        return because("period", "no_day", chosen, other)
    if not chosen.period:
        return None
    for fact in record.all(chosen.metric):
        elsewhere = fact.period != chosen.period and fact.unit == other.unit
        if elsewhere and fact.number and other.number and near(fact.number, other, fact):
            periods = {"other_period": str(fact.period), "chosen_period": chosen.period}
            return because("period", "other_period", chosen, other, **periods)
    return None


def _preliminary(chosen: Fact, other: Fact, _: IPORecord) -> Verdict | None:
    if other.stage == "plan" and chosen.stage != "plan":
        return because("preliminary", "planned", chosen, other)
    if other.audited is False and chosen.audited is not False:
        return because("preliminary", "unaudited", chosen, other)
    return None


def _both_numbers(test: Test) -> Test:
    def guarded(chosen: Fact, other: Fact, record: IPORecord) -> Verdict | None:
        if chosen.number is None or other.number is None or chosen.unit != other.unit:
            return None
        return test(chosen, other, record)

    return guarded


def _coarser(chosen: Fact, other: Fact) -> Decimal:
    return max(resolution(chosen), resolution(other))


_TESTS: tuple[Test, ...] = (
    _unstated,
    _interim,
    currency,
    _plain_values,
    days_apart,
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
            share_class,
            another_listing,
        ),
    ),
    _preliminary,
)
