"""Whether the figures of a record obey the relations that they should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhaogu.model import Fact, IPORecord, Note, Severity, metric, plain
from zhaogu.relations import EQUATIONS, FEE_STEP, Equation, Formula, entry_fee, reckon

from .arithmetic import shown
from .precedence import last_digit, resolution

WITH_GREENSHOE = frozenset({"final_greenshoe_full", "final_greenshoe_actual"})
BOUNDS = frozenset({"at_least", "at_most"})
COUNTED = frozenset({"shares_offered", "shares_offered_international", "gross_proceeds", "net_proceeds"})
"""Figures that the over-allotment changes."""


@dataclass(frozen=True, slots=True)
class Check:
    """One relation tried on one record: what was printed, what the others make, and how far they may differ."""

    code: str
    severity: Severity
    issuer: str
    period: str | None
    passed: bool
    printed: Decimal
    computed: Decimal
    tolerance: Decimal
    words: str
    facts: tuple[Fact, ...]

    @property
    def note(self) -> Note:
        """The failure for the record's notes."""
        about = " ".join(filter(None, (self.facts[0].metric, self.period)))
        computed = round(self.computed, 4).normalize()
        text = f"{about} is {shown(self.facts[0])}, but {self.words} is {computed:,f}"
        sides = [plain(self.printed), plain(computed)]
        evidence = [fact.evidence for fact in self.facts]
        return Note(code=self.code, severity=self.severity, text=text, sides=sides, evidence=evidence)

    def __repr__(self) -> str:
        """Code, verdict and both sides."""
        verdict = "holds" if self.passed else "fails"
        return f"Check({self.code} {verdict} for {self.issuer}: {shown(self.facts[0])} against {plain(round(self.computed, 4))})"


def checks(record: IPORecord) -> list[Check]:
    """Every relation that the record has the figures for, passed or failed."""
    found = [check for equation in EQUATIONS for check in _solved(equation, record)]
    return [*found, *_price_range(record), *_cornerstone_rows(record), *_entry_fee(record)]


def _solved(equation: Equation, record: IPORecord) -> Iterator[Check]:
    if equation.unless and record.number(equation.unless):
        return
    for printed in record.all(equation.result):
        planned = printed.stage == "plan"
        unfit = printed.number is None or printed.holder or printed.qualifier in BOUNDS
        if unfit or (planned and not equation.planned):
            continue
        facts = [_input(record, name.rstrip("?"), printed) for name in equation.inputs]
        known = [fact for fact in facts if fact]
        if all(fact or name.endswith("?") for fact, name in zip(facts, equation.inputs, strict=True)) and _one_currency(
            printed, known
        ):
            yield _best(equation, record, printed, facts)


def _input(record: IPORecord, name: str, printed: Fact) -> Fact | None:
    """The fact of ``name`` that belongs with ``printed``: of its period, of its stage, on its basis."""
    period = printed.period if metric(name).by_period else None
    for fact in record.all(name):
        fits = fact.number is not None and fact.period == period and not fact.holder
        same_stage = (fact.stage == "plan") == (printed.stage == "plan") or not metric(name).staged
        same_basis = name not in COUNTED or (fact.offer_basis in WITH_GREENSHOE) == (
            printed.offer_basis in WITH_GREENSHOE
        )
        if fits and same_stage and same_basis and fact.stage != "interim":
            return fact
    return None


def _one_currency(printed: Fact, known: list[Fact]) -> bool:
    return len({fact.unit for fact in (printed, *known) if fact.money}) <= 1 and len(known) > 0


def _best(equation: Equation, record: IPORecord, printed: Fact, facts: list[Fact | None]) -> Check:
    """The check by the usual formula, or by the other one where only that holds."""
    usual = _compared(equation, equation.formula, record, printed, facts)
    if usual.passed or equation.instead is None:
        return usual
    other = _compared(equation, equation.instead, record, printed, facts)
    return other if other.passed else usual


def _compared(
    equation: Equation, formula: Formula, record: IPORecord, printed: Fact, facts: list[Fact | None]
) -> Check:
    """Try the formula at the ends of what each printed figure may stand for."""
    assert printed.number is not None
    exact = [fact.number if fact and fact.number is not None else Decimal(0) for fact in facts]
    try:
        computed, off = reckon(formula, list(zip(exact, map(_half, facts), strict=True)))
    except ArithmeticError:
        computed, off = Decimal(0), Decimal(0)
    tolerance = off + _half(printed)
    return Check(
        code=equation.code,
        severity=equation.severity,
        issuer=record.issuer,
        period=printed.period,
        passed=abs(computed - printed.number) <= tolerance,
        printed=printed.number,
        computed=computed,
        tolerance=tolerance,
        words=equation.words,
        facts=(printed, *(fact for fact in facts if fact)),
    )


def _half(fact: Fact | None) -> Decimal:
    """How far the number behind a printed one may be from it: percentages are often cut off instead of rounded."""
    if fact is None:
        return Decimal(0)
    step = resolution(fact)
    if fact.qualifier == "exact" and metric(fact.metric).type in ("shares", "count", "price"):
        return Decimal(0)
    if fact.qualifier == "exact" or fact.number is None:
        return step if metric(fact.metric).type == "percent" else step / 2
    return max(step, last_digit(fact.number))


def _price_range(record: IPORecord) -> Iterator[Check]:
    price, low, high = (record.fact(name) for name in ("offer_price", "offer_price_low", "offer_price_high"))
    for bound, side in ((low, -1), (high, 1)):
        if price and bound and price.number is not None and bound.number is not None and price.unit == bound.unit:
            yield Check("ZG-PRICE-RANGE", "warning", record.issuer, None, (bound.number - price.number) * side >= 0,
                        price.number, bound.number, Decimal(0), f"the {bound.metric.replace('_', ' ')}", (price, bound))  # fmt: skip


def _entry_fee(record: IPORecord) -> Iterator[Check]:
    """The fee of a lot is its price at the top of the range with the levies of the day."""
    fee, lot = record.fact("entry_fee"), record.fact("board_lot")
    price = record.fact("offer_price_high") or record.fact("offer_price")
    day = record.day("prospectus_date") or record.day("listing_date")
    relation = entry_fee(day, price.metric) if day and price else None
    if (
        fee
        and lot
        and price
        and fee.number
        and lot.number
        and price.number
        and relation
        and fee.unit == price.unit == "HKD"
    ):
        computed = relation.formula(lot.number, price.number)
        tolerance = max(resolution(fee), FEE_STEP)
        yield Check(relation.code, relation.severity, record.issuer, None, abs(computed - fee.number) <= tolerance,
                    fee.number, computed, tolerance, relation.words, (fee, lot, price))  # fmt: skip


def _cornerstone_rows(record: IPORecord) -> Iterator[Check]:
    """Filings list every cornerstone; an article may name only some, so its rows prove nothing."""
    rows = [fact for fact in record.all("cornerstone_allocation") if fact.number is not None and fact.kind != "news"]
    total = sum((fact.number or Decimal(0) for fact in rows), Decimal(0))
    wanted = (
        ("ZG-CORNERSTONE-ROWS", record.fact("cornerstone_shares"), total, "the sum of the rows"),
        ("ZG-CORNERSTONE-COUNT", record.fact("cornerstone_count"), Decimal(len(rows)), "the number of rows"),
    )
    for code, printed, computed, words in wanted:
        if rows and printed and printed.number is not None:
            tolerance = _half(printed)
            passed = abs(computed - printed.number) <= tolerance
            yield Check(
                code,
                "warning",
                record.issuer,
                None,
                passed,
                printed.number,
                computed,
                tolerance,
                words,
                (printed, *rows),
            )
