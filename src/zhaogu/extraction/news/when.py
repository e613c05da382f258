"""Which period a figure of the accounts is of: its own, that of its list, or the one spoken of."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model import Period

from .binding import Reading
from .compared import only_compares
from .figures import FROM, span
from .instants import instants_of
from .named import is_to_come, period_of
from .steps import ends, note_steps
from .times import year_before, years_between
from .tokens import Clause, Kind, Token
from .traits import traits
from .walk import Walk

_SAME: Final = re.compile(r"同期|期内|报告期|往绩")
_LISTED: Final = 8
_LAST_YEARS: Final = re.compile(r"(?:过往|过去|最近|近|此前|前)的?(?P<count>[两三四五])(?:个)?(?:完整|财政|会计)*年")
_SO_MANY_YEARS: Final = re.compile(
    r"(?:^|[,，;；。\s]|[利率入润损用])(?P<count>[两三四五])(?:个)?(?:完整|财政|会计)*年(?:度|间|来|里)?(?!前|后|内|期|多|半)"
)
_YEARS_BEFORE: Final = re.compile(r"(?:此前|之前|再往前|再之前|再前|(?<=[,，;；])前)的?(?P<count>[两三四五])年")
"""The years before the period told last: ``去年首九个月收入15亿元;再往前三年分别为…``."""
_LATEST_FIRST: Final = re.compile(r"[由从](?:近[及至到]远|新[到至]旧|后[往至到]前)|倒序")
_MATCHING: Final = re.compile(r"对应|相应|相对应")
"""Before a list: it has a figure for each of those told before, 去年同期為1億元;淨虧損對應為…."""
_UP_TO: Final = re.compile(r"年(?:度)?(?:的)?截[至止]\s*$")
"""Before a day: the part of the year up to it is told, 2025年截至9月底."""
_COUNTS: Final = "  两三四五"
_ACCOUNTS_OUT: Final = 5
"""By this month the accounts of the last year are told."""
_FIGURES: Final = frozenset({"money", "percent", "price", "times", "count"})
_OPENS: Final = re.compile(r"\d{4}年?(?:度|财年)?\s*(?:的|截至|[,，])?\s*")
_THROUGH: Final = re.compile(r"[^,，、和及]{0,6}(?:至|到|-|—|–|~)\s*")


def say(walk: Walk, period: Period, token: Token) -> None:
    """Note a period that the text names; between the ends of a range stand the years between them."""
    before = walk.folded[max(0, token.start - 8) : token.start]
    compared = only_compares(walk.folded, token.start, token.end) or (
        token.mention is not None and token.mention.part == "same" and before.endswith("较")
    )
    said = walk.times.said
    main = walk.times.latest_past()
    since = FROM.search(before) is not None and main is not None and main > period
    if not compared and _opens(walk, period, token):
        said.pop()
    ranged = said and said[-1].at >= token.start - 12 and _THROUGH.fullmatch(walk.folded, said[-1].at + 4, token.start)
    if ranged and not compared and not since:
        years = years_between(said[-1].period, period)
        for year in years[1:]:
            walk.times.say(year, token.start, compared)
        walk.run, walk.chain = years, None
        return
    whole = token.mention is not None and period.label.endswith("FY")
    between = whole and not any(map(str.isdigit, walk.folded[token.start : token.end]))
    if said and between and period > said[-1].period and years_between(said[-1].period, period)[1:] == [period]:
        walk.run = [*(walk.run if walk.spans else [said[-1].period]), period]
    elif walk.spans and period.label.endswith("FY"):
        walk.run = [*walk.run, period]
    walk.spans = between and len(walk.run) > 1
    back = (
        bool(said)
        and not said[-1].since
        and said[-1].sentence == walk.times.sentence
        and token.start - said[-1].at > _LISTED
    )
    back = back or _is_before_last(walk, period, token)
    walk.times.say(period, token.start, compared, passing=back and main is not None and period < main, since=since)
    said[-1].to_come = is_to_come(walk, period)


def _is_before_last(walk: Walk, period: Period, token: Token) -> bool:
    """Whether the sentence told a figure of a later year before: ``净亏损6亿元,2023年亏7亿元``."""
    last = walk.last
    if last is None or last.period is None or last.start < walk.sentence.start or token.start - last.end > _LISTED:
        return False
    return period < last.period and period.label[4:] == last.period.label[4:]


def _opens(walk: Walk, period: Period, token: Token) -> bool:
    """Whether the year said last only opens this period: ``2025年截至6月30日止六個月``."""
    last = walk.times.said[-1] if walk.times.said else None
    if last is None or period.is_instant or period.label.endswith("FY") or last.period.year != period.year:
        return False
    return last.period.label.endswith("FY") and _OPENS.fullmatch(walk.folded, last.at, token.start) is not None


def periods_of(walk: Walk, clause: Clause, places: tuple[int, int], size: int, reading: Reading) -> list[Period]:
    """The periods of the ``size`` figures of a list between two places of a clause, or none."""
    if reading.metric is None or not traits(reading.metric).by_period:
        return []
    assert walk.sentence is not None
    aside = _aside(walk, clause, places[1] + 1)
    if len(aside) == size:
        return aside
    if traits(reading.metric).instant:
        return aside[:1] * size or instants_of(walk, clause, places[0], size)
    note_steps(walk, clause, places[0], 2 if _is_change(reading) else 3)
    steps = [
        walk.steps.get(token.start) for token in clause.tokens[places[0] : places[1] + 1] if token.kind is Kind.FIGURE
    ]
    if len(steps) == size and all(steps):
        return [step for step in steps if step]
    if size > 1:
        years_only = "last_years" in walk.roles or _counts_years(walk, clause, places[0], size)
        run, before = walk.times.for_list(size, walk.sentence.start, years_only), walk.run
        if walk.sentence.continues and _MATCHING.search(walk.folded, clause.start, clause.tokens[places[0]].start):
            run = walk.times.in_turn(size) or run
        silent = walk.sentence.continues and not walk.times.said_here()
        again = ("same_period" in walk.roles or silent) and len(before) == size and before == sorted(before)
        walk.run = before[:size] if again or _goes_on(walk, clause, before, size) else run
        if "last_years" in walk.roles:
            walk.run = _years_before(walk, size) or walk.run or _last_years(walk, size)
        if _LATEST_FIRST.search(walk.folded, clause.start, clause.tokens[places[0]].start):
            walk.run = sorted(walk.run, reverse=True)
        return walk.run if len(walk.run) == size else []
    period = _of_one(walk, clause, places[0], reading)
    return [period] if period else []


def _goes_on(walk: Walk, clause: Clause, run: list[Period], size: int) -> bool:
    """Whether the clause behind a list that is too short for its years tells the next one: ``分別虧6億及7億,2024年賺1億``."""
    if len(run) <= size:
        return False
    clauses = iter(walk.sentence.clauses)
    following = next((next(clauses, None) for one in clauses if one is clause), None)
    first = following.tokens[0] if following and following.tokens else None
    return first is not None and first.mention is not None and first.mention.period == run[size]


def _counts_years(walk: Walk, clause: Clause, at: int, size: int) -> bool:
    """Whether the words before a list say that it has so many years: ``三年研发费用依次为41.95亿元、46.70亿元与63.41亿元``."""
    said = _SO_MANY_YEARS.search(walk.folded, clause.start, clause.tokens[at].start)
    return said is not None and _COUNTS.find(said["count"]) == size


def _last_years(walk: Walk, size: int) -> list[Period]:
    """``過往三年``: the years before the publication, once all accounts of the last one are out by then."""
    day, said = walk.published, _LAST_YEARS.search(walk.folded, walk.sentence.start, walk.sentence.end)
    if day is None or said is None or _COUNTS.find(said["count"]) != size or day.month < _ACCOUNTS_OUT:
        return []
    last = Period(f"{day.year - 1}FY")
    return [year_before(last, back) for back in reversed(range(size))]


def _years_before(walk: Walk, size: int) -> list[Period]:
    """The so many whole years before the one of the period told last."""
    said = _YEARS_BEFORE.search(walk.folded, walk.sentence.start, walk.sentence.end)
    latest = walk.times.latest()
    if said is None or latest is None or latest.is_instant or _COUNTS.find(said["count"]) != size:
        return []
    return [year_before(Period(f"{latest.year}FY"), back) for back in reversed(range(1, size + 1))]


def _aside(walk: Walk, clause: Clause, at: int) -> list[Period]:
    """The periods alone in brackets behind a figure: ``4.2%(2024年前三季度)``."""
    inner: list[Period] = []
    if at >= len(clause.tokens) or clause.tokens[at].kind is not Kind.OPEN:
        return inner
    if clause.tokens[at].start - clause.tokens[at - 1].end > 2:
        return inner
    for token in clause.tokens[at + 1 :]:
        if token.kind is Kind.CLOSE:
            break
        if token.cue is not None and not token.cue.reads.keys() & _FIGURES:
            continue
        if token.kind is not Kind.TIME or token.mention is None:
            return []
        day = token.mention.day
        if (period := Period.at(day) if day else period_of(walk, token.mention)) is not None:
            inner.append(period)
    return list(dict.fromkeys(inner))


def _of_one(walk: Walk, clause: Clause, at: int, reading: Reading) -> Period | None:
    token = clause.tokens[at]
    outer = span(token.mention)[0] if token.mention else token.start
    starts = FROM.search(walk.folded[max(clause.start, outer - 6) : token.start]) is not None
    if not starts and (part := _up_to(walk)) is not None:
        walk.times.say(part, walk.instants[-1][0], compared=False)
        return part
    begin = max((t.end for t in clause.tokens[:at] if t.kind is Kind.FIGURE), default=clause.start)
    own = walk.times.within(begin, token.start)
    if own:
        return _own(walk, own, starts, reading, walk.folded[begin : token.start])
    compared = walk.times.ends_compared()
    if _is_change(reading) and walk.last is not None and walk.last.period and not compared:
        if not walk.times.said:
            return walk.last.period
        said = walk.times.said[-1]
        turned = said.sentence == walk.times.sentence and walk.last.end < said.at < clause.start and not said.passing
        return said.period if turned else walk.last.period  # 2021年收入4亿元,到2022年掉头向下,减少16.9%
    if starts and (against := walk.times.compared_here()) is not None:
        return against
    if (chained := _chained(walk, clause, at, starts)) is not None:
        return chained
    main = _year_of_day(walk) or walk.times.latest()
    if main is not None and not main.label.endswith("FY") and "全年" in walk.folded[clause.start : token.start]:
        whole = Period(f"{main.year}FY")
        main = (walk.times.latest_year() or main) if is_to_come(walk, whole) else whole
    return year_before(main) if starts and main else main


def _year_of_day(walk: Walk) -> Period | None:
    """The year that ends on the day of a balance sheet, where its sentence tells no other period: ``截至去年底,现金4亿元,年度亏损3亿元``."""
    day = walk.instants[-1][1].end if walk.instants else None
    if day is None or day.month != walk.times.year_end or walk.times.said_since(walk.instants[-1][0]):
        return None
    return Period(f"{day.year}FY", day)


def _up_to(walk: Walk) -> Period | None:
    """The part of the year up to a day that the sentence named last: ``2025年截至9月底,收入5亿元``."""
    if not walk.instants or not walk.times.said or walk.times.said[-1].at > walk.instants[-1][0]:
        return None
    at, day = walk.instants[-1][0], walk.instants[-1][1].end
    if day is None or not _UP_TO.search(walk.folded, max(walk.sentence.start, at - _LISTED), at):
        return None
    ends = walk.times.year_end
    return Period.of_months(day.year + (day.month > ends), (day.month - ends - 1) % 12 + 1, day)


def _is_change(reading: Reading) -> bool:
    return reading.cue.role == "change" or (reading.metric or "").endswith("_growth_pct")


def _own(walk: Walk, own: list[Period], starts: bool, reading: Reading, said: str) -> Period | None:
    """The period that stands before the figure itself; of a range of years a change starts in the first."""
    if len(own) > 1 and starts:
        walk.run, walk.chain = own, 0
        return own[0]
    walk.chain = None
    if _is_change(reading) and not said.endswith("的"):
        return walk.times.latest()
    if starts:
        if len(walk.run) > 1 and walk.run[-1] == own[-1] and _SAME.search(said):
            walk.chain = 0
            return walk.run[0]
        return year_before(own[-1])
    _pair(walk, own[-1], said)
    return own[-1]


def _chained(walk: Walk, clause: Clause, at: int, starts: bool) -> Period | None:
    """``由A升至B再到C`` after a list of years: the first year, the next ones, the last."""
    if starts and "last_years" in walk.roles and walk.sentence is not None:
        walk.run = walk.times.for_list(3, walk.sentence.start, years_only=True) or walk.run
        walk.chain = 0 if walk.run else None
        return walk.run[0] if walk.run else None
    if starts and len(told := _told_in_turn(walk, clause)) > 2:
        walk.run = told
    if len(walk.run) < 2:
        return None
    if starts:
        walk.chain = 0 if walk.run[-1] == walk.times.latest() else None
        return walk.run[0] if walk.chain == 0 else None
    if walk.chain is None or not ends(walk, clause, at):
        return None
    walk.chain += 1
    more = any(t.kind is Kind.FIGURE and ends(walk, clause, n) for n, t in enumerate(clause.tokens[at + 1 :], at + 1))
    return walk.run[min(walk.chain, len(walk.run) - 1)] if more or walk.chain > 1 else walk.run[-1]


def _told_in_turn(walk: Walk, clause: Clause) -> list[Period]:
    """The years of the sentence so far, where it told them one after the other: ``2021年6億元,2022年5億元,2023年3億元``."""
    told = [p for p in walk.times.within(walk.sentence.start, clause.start) if p.label.endswith("FY")]
    return told if told == sorted(told) and told[-1:] == [walk.times.latest()] else []


def _pair(walk: Walk, period: Period, said: str) -> None:
    """Remember the two years of ``由2022年的…增至2023年的…`` for the next list without years."""
    if re.search(r"[由从自]", said):
        walk.opened = period
    elif walk.opened is not None and period > walk.opened:
        walk.run, walk.opened = [walk.opened, period], None
