"""Many places, one fact: the best place states it, the others confirm or contradict it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from zhaogu.model.fact import Note
from zhaogu.model.money import plain

from .figures import Figure

RATIOS = ("gross_margin_pct", "rd_ratio_pct")


@dataclass(slots=True)
class Agreed:
    """A figure with its other places, and what lost against it: figure, code and reason."""

    figure: Figure
    also: list[Figure] = field(default_factory=list)


@dataclass(slots=True)
class Agreement:
    """All figures of a document brought together."""

    agreed: list[Agreed] = field(default_factory=list)
    lost: list[tuple[Figure, str, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def value(self, metric: str, period: str) -> Decimal | None:
        """The agreed value of ``metric`` for ``period``."""
        return next(
            (a.figure.value for a in self.agreed if a.figure.metric == metric and a.figure.period.label == period), None
        )


def agree(found: Iterable[Figure]) -> Agreement:
    """One figure a key; ties go to the part of the document that comes first in authority."""
    found = list(found)
    ends = {f.period.end for f in found if f.section in ("report", "interim") and f.titled and f.period.end}
    days = {f.period.label for f in found if f.titled and f.statement in ("position", "mixed")}
    groups: dict[tuple[str, str, str | None], list[Figure]] = defaultdict(list)
    out = Agreement()
    for figure in found:
        if "no_unit" in figure.notes:
            out.lost.append((figure, "no_unit", "nothing says in what the amount is"))
        else:
            groups[figure.key].append(figure)
    later: list[list[Figure]] = []
    for group in groups.values():
        group.sort(key=lambda f: (f.extra, not _trusted(f, days), f.rank))
        if ends and group[0].period.end and group[0].period.end not in ends:
            out.lost += [(f, "outside_track_record", "the accountants report no such period") for f in group]
        elif group[0].translation:
            out.lost += [(f, "translation", "a convenience translation of the reported figure") for f in group]
        elif group[0].metric not in RATIOS and _trusted(group[0], days):
            _settle(group, out)
        else:
            later.append(group)
    untitled = [figure for group in later for figure in group]
    whole = _rows_of_the_whole((figure for figure in untitled if figure.metric in RATIOS), out)
    for group in later:
        if group[0].metric in RATIOS:
            _settle_ratio(group, whole, out)
        else:
            _settle_untitled(group, untitled, days, out)
    _drop_shadow_currency(out)
    return out


def confirm(agreement: Agreement, sentences: Iterable[tuple[Figure, bool]], bare: str | None) -> None:
    """Let figures of sentences confirm what was agreed; those that no table has stand by themselves where they may."""
    known = {(a.figure.metric, a.figure.period.label): a for a in agreement.agreed}
    for figure, states in sentences:
        figure.unit = figure.unit or bare
        chosen = known.get((figure.metric, figure.period.label))
        if chosen and chosen.figure.value == figure.value and chosen.figure.unit == figure.unit:
            chosen.also.append(figure)
        elif chosen and abs(chosen.figure.value - figure.value) <= figure.resolution:
            agreement.lost.append((figure, "confirms", "the same figure, rounded"))
        elif not chosen and states and figure.unit and (figure.metric not in RATIOS or _fits_ratio(figure, agreement)):
            known[figure.metric, figure.period.label] = Agreed(figure)
            agreement.agreed.append(known[figure.metric, figure.period.label])
        else:
            agreement.lost.append((figure, "sentence", "a sentence says otherwise, perhaps of a part of the business"))


def _trusted(figure: Figure, days: set[str]) -> bool:
    """Whether a heading says what the table is; cash at the end of a cash flow is taken for days that have a balance."""
    return figure.titled and (
        figure.statement != "cash_flow" or figure.metric != "cash_and_equivalents" or figure.period.label in days
    )


def _settle(group: list[Figure], out: Agreement) -> None:
    best = group[0]
    chosen = Agreed(best)
    for rival in group[1:]:
        if rival.value == best.value:
            if rival.evidence.page != best.evidence.page or rival.evidence.quote != best.evidence.quote:
                chosen.also.append(rival)
        elif abs(rival.value - best.value) <= max(rival.resolution, best.resolution):
            out.lost.append((rival, "confirms", "the same figure, rounded"))
        elif (
            rival.titled
            and not rival.extra
            and rival.rank[1] == best.rank[1]
            and rival.evidence.page != best.evidence.page
        ):
            out.lost.append((rival, "conflict", f"page {best.evidence.page} states {plain(best.value)}"))
            out.notes.append(_conflict(best, rival))
        else:
            out.lost.append(
                (rival, "other_row", f"another row or table; page {best.evidence.page} states {plain(best.value)}")
            )
    out.agreed.append(chosen)


def _conflict(best: Figure, rival: Figure) -> Note:
    return Note(
        code="ZG-STATEMENT-CONFLICT", severity="warning",
        text=f"{best.metric} {best.period.label}: page {best.evidence.page} and page {rival.evidence.page} differ",
        sides=[plain(best.value), plain(rival.value)], evidence=[best.evidence, rival.evidence],
    )  # fmt: skip


def _settle_untitled(group: list[Figure], untitled: list[Figure], days: set[str], out: Agreement) -> None:
    """Figures of tables that nothing names: taken only where they fit the statements."""
    best = group[0]
    record = [a for a in out.agreed if a.figure.metric == best.metric and a.figure.statement != "cash_flow"]
    if best.metric in ("total_assets", "total_liabilities") and (
        fitting := [f for f in group if _balances(f, untitled, out)]
    ):
        _settle(fitting, out)
    elif best.metric == "adjusted_net_profit" or (
        best.metric == "cash_and_equivalents" and not record and (not days or best.period.label in days)
    ):
        _settle(group, out)
    else:
        out.lost += [(f, "untitled", "no heading says that the table is a statement of the group") for f in group]


def _balances(figure: Figure, untitled: list[Figure], out: Agreement) -> bool:
    """Whether total assets less total liabilities of the same page are the net assets that the statements have."""
    net = out.value("net_assets", figure.period.label)
    same = [f for f in untitled if f.evidence.page == figure.evidence.page and f.period == figure.period]
    assets = [f.value for f in same if f.metric == "total_assets"]
    liabilities = [f.value for f in same if f.metric == "total_liabilities"]
    return net is not None and any(a - b == net for a in assets for b in liabilities)


def _settle_ratio(group: list[Figure], whole: set[tuple[object, ...]], out: Agreement) -> None:
    """Ratios of the whole; those of a part of the business are not what the statements give."""
    fitting = [f for f in group if _fits_ratio(f, out) or _row_of(f) in whole]
    if fitting:
        _settle(fitting, out)
    out.lost += [(f, "not_of_the_whole", "the statements give another ratio") for f in group if f not in fitting]


def _rows_of_the_whole(ratios: Iterable[Figure], out: Agreement) -> set[tuple[object, ...]]:
    """Rows whose ratios are what the statements give but for one: that one is a broken figure, not a part's."""
    fits: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for figure in ratios:
        fits[_row_of(figure)].append(_fits_ratio(figure, out))
    return {row for row, found in fits.items() if len(found) > 2 and found.count(False) == 1}


def _row_of(figure: Figure) -> tuple[object, ...]:
    return figure.metric, figure.evidence.page, figure.evidence.bbox


def _fits_ratio(figure: Figure, out: Agreement) -> bool:
    """Whether a ratio is what the statements give, or of R&D investment no less; believed under a heading if they do not say."""
    part, whole = _part(figure, out), out.value("revenue", figure.period.label)
    if part is None or not whole:
        return figure.titled or "rd_investment_base" in figure.notes
    reckoned = part * 100 / whole
    coarse = max((a.figure.resolution for a in out.agreed if a.figure.metric == "revenue"), default=Decimal(0))
    slack = figure.resolution + 100 * coarse / whole * (1 + abs(reckoned) / 100)
    if "rd_investment_base" in figure.notes:
        return reckoned - figure.value <= slack
    return abs(reckoned - figure.value) <= slack


def _part(figure: Figure, out: Agreement) -> Decimal | None:
    period = figure.period.label
    if figure.metric == "rd_ratio_pct":
        return out.value("rd_expense", period)
    revenue, cost = out.value("revenue", period), out.value("cost_of_sales", period)
    reckoned = None if revenue is None or cost is None else revenue - cost
    gross = out.value("gross_profit", period)
    return reckoned if gross is None else gross


def _drop_shadow_currency(out: Agreement) -> None:
    """The same figure once with a currency and once without is one figure."""
    known = {(a.figure.metric, a.figure.period.label) for a in out.agreed if a.figure.unit}
    kept = [a for a in out.agreed if a.figure.unit or (a.figure.metric, a.figure.period.label) not in known]
    out.lost += [(a.figure, "no_currency", "nothing names the currency") for a in out.agreed if a not in kept]
    out.agreed = [a for a in kept if a.figure.unit]
    out.lost += [(a.figure, "no_currency", "nothing names the currency") for a in kept if not a.figure.unit]
