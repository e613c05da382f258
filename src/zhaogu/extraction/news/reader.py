"""One walk over an article: every figure gets its company, metric, period and attributes, or a reason against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from zhaogu.model.mention import MentionKind

from .accounts import changed_by, held_in_cash, its_ratio, more_or_less, spent
from .again import beside_again, ratio_again, told_again, told_of_another
from .arithmetic import Unread, explain
from .asking import offers_to_all
from .binding import Reading, read_figure
from .bounds import settle_bounds
from .by_form import fee, lot, margin, old_shares, to_date, with_option
from .candidate import Candidate
from .carried import carried_on
from .chance import chance
from .changes import beside_price, closes_at, leads_to_close, signed
from .cues import by_id
from .days import day, listed, moves_first, on_that_day
from .deductions import costs_between, deduct, left
from .either import either
from .equal import equal
from .figures import lists, types
from .greenshoe import lapses, outcome, supposed, supposed_of_it, tells_result, was_used
from .home import at_home
from .moves import latter, moved
from .named import period_of
from .names import Company
from .parallels import parallel
from .propose import given, propose
from .restating import restated
from .settling import hear
from .subjects import Subjects
from .supposing import other_profit
from .takers import asked_for, counted, over_all, takes_too
from .times import year_end
from .tokens import Clause, Kind, Sentence, Token
from .totals import of_several
from .traits import traits
from .tranches import comes_to, goes_to, is_share, whole
from .walk import Walk
from .when import periods_of, say

_NUMBER: Final = MentionKind.NUMBER
_COUNT: Final = MentionKind.COUNT
_NEXT_CLAUSES: Final = 80
_CLAUSES_BEFORE: Final = 24
"""So far behind its clause it may be told that an option has ended."""
_ANY: Final = frozenset({"money", "price", "percent", "shares", "times", "count", "units", "goods", "number"})
_NAMED_BEFORE: Final = 60
_SINGLE: Final = frozenset({
    "public_subscription_multiple", "international_subscription_multiple", "online_subscription_multiple",
    "one_lot_success_rate_pct", "entry_fee", "closing_price", "first_day_change_pct", "valid_applications",
})  # fmt: skip
_ELSEWHERE: Final = ("an earlier one", "peers")
"""Of whom cornerstone investors are told in passing: other strangers are mostly these investors."""
_VAGUE: Final = frozenset("个次项大期年月日天季倍份张")
"""Counters of nothing that grows with the business."""


def read_article(folded: str, who: Subjects, published: date | None, sentences: Iterable[Sentence]) -> list[Candidate]:
    """Everything that the sentences give."""
    walk = Walk(folded, who, published, settled=tells_result(folded), applied_for=offers_to_all(folded, who.lead_end))
    walk.times.year_end = year_end(folded) or walk.times.year_end
    for number, sentence in enumerate(sentences):
        walk.begin_sentence(number, sentence)
        for clause in sentence.clauses:
            who.hear(clause, sentence)
            option = next((t for t in clause.cued if t.cue and t.cue.id == "over_allotment"), None)
            if option is not None:
                _exercised(walk, clause, option)
                _supposed(walk, clause)
            elif (
                used := supposed_of_it(walk.folded, clause.letters, clause.start, clause.end)
            ) and walk.speaks_of_option():
                walk.supposed = used
            deduct(walk, clause)
            if "每" in clause.letters:
                chance(walk, clause)
            _clause(walk, clause)
            equal(walk, clause)
            walk.remember(clause)
    settle_bounds(walk)
    return walk.found + explain(walk.found, walk.unread, published)


def _exercised(walk: Walk, clause: Clause, option: Token) -> None:
    """What a clause tells of the over-allotment option, once for each company; its shares are issued then."""
    result = outcome(walk.folded[clause.start : clause.end])
    begin = max(walk.sentence.start, clause.start - _CLAUSES_BEFORE)
    if result is None and lapses(walk.folded[begin : min(walk.sentence.end, clause.end + _NEXT_CLAUSES)]):
        result = "lapsed"
    if result is None:
        walk.exercised = "partial" if was_used(walk.folded, clause.start, clause.end) else walk.exercised
        return
    for company in walk.who.at(option.start):
        walk.found.append(Candidate(
            "over_allotment_outcome", result, "text", clause.start, clause.end, "news.over_allotment.outcome", company,
            stage="final", rank=len([c for c in walk.found if c.metric == "over_allotment_outcome"]),
        ))  # fmt: skip
    walk.exercised = result


def _supposed(walk: Walk, clause: Clause) -> None:
    """Take in what the figures to come suppose of the option; in brackets it is said of the figure before."""
    said = supposed(walk.folded, clause.start, clause.end)
    if said is not None and walk.folded[max(0, said[1] - 2) : said[1]].strip()[-1:] not in ("(", "（"):
        walk.supposed = said


def _clause(walk: Walk, clause: Clause) -> None:
    walk.begin_clause(clause.start)
    on_that_day(walk, clause)
    if walk.folded.startswith("后者", clause.start):
        latter(walk)
    walk.profit = other_profit(walk.folded, clause.letters, clause.start, clause.end) or walk.profit
    groups = lists(clause, walk.folded, "respectively" in walk.roles)
    for at, token in enumerate(clause.tokens):
        if token.cue is not None:
            hear(walk, token.cue, token.start)
            if token.cue.gives:
                for name, value in token.cue.gives.items():
                    given(walk, name, value, token)
            if "date" in token.cue.reads:
                listed(walk, clause, token)
            elif token.cue.role == "change":
                moves_first(walk, clause, token)
        elif token.kind is Kind.TIME and token.mention is not None:
            if _names_again(clause, at):
                continue
            if token.mention.kind is MentionKind.PERIOD and (period := period_of(walk, token.mention)) is not None:
                say(walk, period, token)
            day(walk, clause, at, token)
            walk.comes_to_today(clause, token)
        elif token in groups:
            _figures(walk, clause, at, groups[token])


def _names_again(clause: Clause, at: int) -> bool:
    """Whether a period in brackets only says another one again: ``2024財年(截至3月31日止年度)``."""
    told = [token for token in clause.tokens[:at] if token.kind is not Kind.CUE][-2:]
    if len(told) < 2 or told[1].kind is not Kind.OPEN or told[1].start - told[0].end > 1:
        return False
    years = [token.mention.period for token in (told[0], clause.tokens[at]) if token.mention]
    return len(years) == 2 and all(year is not None and year.label.endswith("FY") for year in years)


def _figures(walk: Walk, clause: Clause, at: int, group: list[Token]) -> None:
    """Read the figures of a list, or the one there is, and note what they are of."""
    first = group[0].mention
    assert first is not None
    typed = first
    if first.kind is _NUMBER and len(group) > 1:
        typed = next((m for t in group if (m := t.mention) and m.kind is not _NUMBER), first)
    kinds = types(typed, walk.folded)
    counts = first.kind is _COUNT and first.unit not in _VAGUE
    if counts and (walk.slots.resolve("@change") or "").endswith("_growth_pct"):
        walk.slots.values["change"] = ("!growth of a count", first.start)
    if not kinds:
        return
    walk.group, last = group, clause.tokens.index(group[-1], at)
    reading = None
    for read in _readers(kinds[0]):
        if (reading := read(walk, clause, at, kinds)) is not None:
            break
    if reading is None:
        owners = walk.who.at(first.start)
        walk.unread += [Unread(t.mention, kinds, owner) for owner in owners for t in group if t.mention]
        return
    reading = at_home(walk, reading, first.start)
    if len(group) > 1:
        _share_out(walk, clause, (at, last), group, reading)
        return
    periods = periods_of(walk, clause, (at, at), 1, reading)
    one = _own_direction(clause, group[0], reading)
    owners = _owners(walk, clause, reading, group[0].start)
    if of_several(walk, clause, group[0], reading, owners):
        one = replace(one, metric=None, reason="a sum of several offerings", tempting=one.metric)
    for company in _or_nobody(owners):
        propose(walk, clause, group[0], group, one, company, periods[0] if periods else None)


def _share_out(walk: Walk, clause: Clause, places: tuple[int, int], group: list[Token], reading: Reading) -> None:
    """Share the figures of a list between two places out among metrics, periods or companies."""
    at = places[0]
    several = (
        _changed_to(walk, clause, at, group, reading)
        or parallel(walk, clause, at, group, reading)
        or told_again(walk, clause, at, group, reading)
        or told_of_another(walk, clause, at, group, reading)
    )
    lead = next((one for one in several or () if one.metric), reading)
    periods = periods_of(walk, clause, places, 1 if several else len(group), lead)
    periods *= len(group) if several else 1
    companies = _owners(walk, clause, reading, group[0].start)
    items = _items(group)
    spread = _respectively(clause, at) or _one_each(walk, reading, items, group[0].start)
    if len(companies) != items[-1] + 1 and not (periods or several) and spread:
        pair = walk.who.pair()
        companies = pair if len(pair) == items[-1] + 1 else companies
        if reading.metric and traits(reading.metric).by_period and (latest := walk.times.latest()):
            periods = [latest] * len(group)
    many = len(companies) == items[-1] + 1 > 1
    if many and len(own := walk.times.within(clause.start, group[0].start)) == 1 and _is_of_period(lead):
        periods = own * len(group)  # 两家2022年各增35.6%和34.9%
    elif many and not periods:
        periods = periods_of(walk, clause, places, 1, lead) * len(group)
    for place, token in enumerate(group):
        one = _own_direction(clause, token, several[place] if several else reading)
        owners = [companies[items[place]]] if many else companies
        for company in _or_nobody(owners):
            propose(walk, clause, token, group, one, company, periods[place] if place < len(periods) else None)


def _is_of_period(reading: Reading) -> bool:
    return reading.metric is not None and traits(reading.metric).by_period and not traits(reading.metric).instant


def _by_cue(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What the cue that governs a list says that its figures are."""
    last = clause.tokens.index(walk.group[-1], at)
    reading = read_figure(clause, at, last, kinds, walk.slots, walk.folded)
    if reading is not None and reading.cue.id == "excess" and "scope" in walk.roles:
        more = walk.slots.resolve("@more_money")  # of the option: 若行使超額配股權,多籌8,500萬元
        return replace(reading, metric=more, reason=None) if more and more[0] != "!" else reading
    return reading


def _by_tranche(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """What the tranche behind a list says that its figures are."""
    return goes_to(clause, at, clause.tokens.index(walk.group[-1], at), kinds, walk.folded)


def _subscribers(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Bodies that subscribe, before other words read them as applications."""
    return counted(walk, clause, at, kinds, first=True)


def _changed_by(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """An amount by which something changed; ``增加1.2亿元至5亿元`` is no range and ends in the new level."""
    return changed_by(walk, clause, at, kinds) if len(walk.group) == 1 else None


def _changed_to(walk: Walk, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
    by = changed_by(walk, clause, at, (reading.type,)) if len(group) == 2 and reading.metric else None
    low, high = group[0].mention, group[1].mention
    if by is None or low is None or high is None or not walk.folded[low.end : high.start].startswith(("至", "到")):
        return None
    low.bound = high.bound = low.mate = high.mate = None
    less = by.cue.id.startswith("earned_")  # 少賺3,000萬元至8,000萬元
    return [by, replace(reading, cue=by_id()["earned"]) if less else reading]


def _carried(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The metric of the clauses before, of which the changes to come are now again."""
    slots = walk.slots.values
    own = slots["profit"]
    slots["profit"] = own if own[1] else walk.profit_before
    reading = carried_on(walk, clause, at, kinds)
    slots["profit"] = own
    if reading is not None and reading.metric and traits(reading.metric).by_period and "change" in reading.cue.fills:
        slots["change"] = (reading.cue.fills["change"], clause.tokens[at].start)
    return reading


_READERS: Final[tuple[tuple[Callable[[Walk, Clause, int, tuple[str, ...]], Reading | None], frozenset[str]], ...]] = (
    (restated, frozenset({"money", "price", "percent"})),
    (margin, frozenset({"percent"})),
    (to_date, frozenset({"money"})),
    (lot, frozenset({"shares"})),
    (old_shares, _ANY),
    (signed, frozenset({"percent"})),
    (beside_price, frozenset({"percent"})),
    (spent, frozenset({"money"})),
    (its_ratio, frozenset({"percent"})),
    (held_in_cash, frozenset({"money"})),
    (_changed_by, frozenset({"money"})),
    (costs_between, frozenset({"money"})),
    (left, frozenset({"money"})),
    (takes_too, frozenset({"shares"})),
    (asked_for, frozenset({"percent", "times"})),
    (moved, frozenset({"shares"})),
    (whole, frozenset({"shares"})),
    (_by_tranche, frozenset({"percent", "shares"})),
    (comes_to, frozenset({"shares"})),
    (is_share, frozenset({"percent"})),
    (_subscribers, frozenset({"count", "units"})),
    (closes_at, frozenset({"price"})),
    (either, frozenset({"times", "money", "percent"})),
    (_by_cue, _ANY),
    (ratio_again, frozenset({"percent"})),
    (beside_again, frozenset({"money", "shares"})),
    (leads_to_close, frozenset({"percent", "times"})),
    (fee, frozenset({"price"})),
    (with_option, frozenset({"money"})),
    (counted, frozenset({"count", "units"})),
    (over_all, frozenset({"times"})),
    (more_or_less, frozenset({"percent", "times"})),
    (_carried, _ANY),
)
"""Who reads a figure, the first that can, and what a figure must be by its form to be read so."""


@cache
def _readers(kind: str) -> list[Callable[[Walk, Clause, int, tuple[str, ...]], Reading | None]]:
    """Those who may read a figure of a kind."""
    return [read for read, kinds in _READERS if kind in kinds]


def _owners(walk: Walk, clause: Clause, reading: Reading, place: int) -> list[Company]:
    """Whose a figure is; shares that an investor takes are of the company whose cornerstones are spoken of."""
    named = walk.who.at(place)
    if reading.metric is None or not traits(reading.metric).cornerstones or walk.who.stranger in _ELSEWHERE:
        return named
    here = any(t.cue and t.cue.scope == "cornerstone" for t in clause.cued)
    if here or reading.metric != "cornerstone_shares":
        return named or walk.who.last
    return walk.cornered or named


def _or_nobody(companies: list[Company]) -> list[Company | None]:
    """The companies, or nobody: a figure that is nobody's is seen too."""
    return [*companies] or [None]


def _own_direction(clause: Clause, token: Token, reading: Reading) -> Reading:
    """Whether a change of a list is a rise or a fall: ``分別增長18.1%和減少4.2%``."""
    if reading.cue.role != "change":
        return reading
    led = [t.cue for t in clause.cued if t.start < token.start and t.cue and t.cue.role == "change"]
    if not led or led[-1] is reading.cue or reading.type not in led[-1].reads:
        return reading
    return replace(reading, cue=led[-1])


def _respectively(clause: Clause, at: int) -> bool:
    return any(t.cue and t.cue.role == "respectively" for t in clause.tokens[:at])


def _one_each(walk: Walk, reading: Reading, items: list[int], at: int) -> bool:
    """Whether two figures are of the two companies just named, for one has no more than one: ``機構端為7.7倍和9.98倍``."""
    if items != [0, 1] or reading.metric not in _SINGLE:
        return False
    said = walk.folded[max(0, at - _NAMED_BEFORE) : at]
    return all(any(name in said for name in company.names) for company in walk.who.pair())


def _items(group: list[Token]) -> list[int]:
    """Which item of its list each figure belongs to: the two ends of a range are one item."""
    items: list[int] = []
    for token in group:
        high = token.mention is not None and token.mention.bound == "high" and bool(items)
        items.append(items[-1] if high and items else (items[-1] + 1 if items else 0))
    return items
