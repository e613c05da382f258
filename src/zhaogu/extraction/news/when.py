"""Which period a figure of the accounts is of: its own, that of its list, or the one spoken of."""

from __future__ import annotations

import calendar
import re
from datetime import date

from zhaogu.model import Period, metric
from zhaogu.model.mention import Mention

from .binding import Reading
from .figures import FROM, span
from .times import year_before, years_between
from .tokens import Clause, Kind, Token
from .walk import Walk

_COMPARED = re.compile(r"(?:较|(?<!占)比|对比|相较|相比)[^,，、和及与年]{0,6}$")
_SAME = re.compile(r"同期|期内|报告期|往绩")
_PART = re.compile(r"FY|[HQ][1-4]|\d{1,2}M")
_LISTED = 8
_OPENS = re.compile(r"\d{4}年?(?:度|财年)?\s*(?:的|截至)?\s*")
_THROUGH = re.compile(r"[^,，、和及]{0,6}(?:至|到|-|—|–|~)\s*")


def period_of(walk: Walk, mention: Mention) -> Period | None:
    """The period of a mention, with the year that the text leaves out."""
    if (
        mention.period is not None
        or mention.part is None
        or not (mention.part == "same" or _PART.fullmatch(mention.part))
    ):
        return mention.period
    latest = walk.times.latest()
    if mention.part == "same":
        if latest is None:
            return None
        before = walk.folded.startswith(("上", "去", "前"), mention.start)
        return year_before(latest) if before else latest
    if walk.published is None:
        return Period(f"{latest.year}{_label(mention.part)}") if latest else None
    this = Period(f"{walk.published.year}{_label(mention.part)}")
    return this if this.months < walk.published.month else year_before(this)


def say(walk: Walk, period: Period, token: Token) -> None:
    """Note a period that the text names; between the ends of a range stand the years between them."""
    before = walk.folded[max(0, token.start - 8) : token.start]
    compared = bool(_COMPARED.search(before)) or (
        token.mention is not None and token.mention.part == "same" and before.endswith("较")
    )
    said = walk.times.said
    main = walk.times.latest()
    if FROM.search(before) and main is not None and main > period and said and said[-1].sentence == walk.times.sentence:
        compared = True
    if not compared and _opens(walk, period, token):
        said.pop()
    ranged = said and said[-1].at >= token.start - 12 and _THROUGH.fullmatch(walk.folded, said[-1].at + 4, token.start)
    if ranged and not compared:
        years = years_between(said[-1].period, period)
        for year in years[1:]:
            walk.times.say(year, token.start, compared)
        walk.run, walk.chain = years, None
        return
    between = token.mention is not None and not any(map(str.isdigit, walk.folded[token.start : token.end]))
    if said and between and years_between(said[-1].period, period)[1:] == [period]:
        walk.run = [*(walk.run if walk.spans else [said[-1].period]), period]
    elif walk.spans and period.label.endswith("FY"):
        walk.run = [*walk.run, period]
    walk.spans = between and len(walk.run) > 1
    back = bool(said) and said[-1].sentence == walk.times.sentence and token.start - said[-1].at > _LISTED
    walk.times.say(period, token.start, compared, passing=back and main is not None and period < main)


def _opens(walk: Walk, period: Period, token: Token) -> bool:
    """Whether the year said last only opens this period: ``2025年截至6月30日止六個月``."""
    last = walk.times.said[-1] if walk.times.said else None
    if last is None or period.is_instant or period.label.endswith("FY") or last.period.year != period.year:
        return False
    return last.period.label.endswith("FY") and _OPENS.fullmatch(walk.folded, last.at, token.start) is not None


def periods_of(walk: Walk, clause: Clause, at: int, size: int, reading: Reading) -> list[Period]:
    """The periods of the ``size`` figures of a list at a place of a clause, or none."""
    if reading.metric is None or not metric(reading.metric).by_period:
        return []
    assert walk.sentence is not None
    if metric(reading.metric).instant:
        return [period] * size if (period := instant_of(walk)) else []
    if size > 1:
        walk.run = walk.times.for_list(size, walk.sentence.start, "last_years" in walk.roles)
        return walk.run if len(walk.run) == size else []
    period = _of_one(walk, clause, at, reading)
    return [period] if period else []


def _of_one(walk: Walk, clause: Clause, at: int, reading: Reading) -> Period | None:
    token = clause.tokens[at]
    outer = span(token.mention)[0] if token.mention else token.start
    starts = FROM.search(walk.folded[max(clause.start, outer - 6) : token.start]) is not None
    begin = max((t.end for t in clause.tokens[:at] if t.kind is Kind.FIGURE), default=clause.start)
    own = walk.times.within(begin, token.start)
    if own:
        return _own(walk, own, starts, reading, walk.folded[begin : token.start])
    compared = bool(walk.times.said) and walk.times.said[-1].compared
    if reading.cue.role == "change" and walk.last is not None and walk.last.period and not compared:
        return walk.last.period
    if starts and (against := walk.times.compared_here()) is not None:
        return against
    if (chained := _chained(walk, clause, at, starts)) is not None:
        return chained
    main = walk.times.latest()
    return year_before(main) if starts and main else main


def _own(walk: Walk, own: list[Period], starts: bool, reading: Reading, said: str) -> Period | None:
    """The period that stands before the figure itself; of a range of years a change starts in the first."""
    if len(own) > 1 and starts:
        walk.run, walk.chain = own, 0
        return own[0]
    walk.chain = None
    if reading.cue.role == "change":
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
    if len(walk.run) < 2:
        return None
    if starts:
        walk.chain = 0 if walk.run[-1] == walk.times.latest() else None
        return walk.run[0] if walk.chain == 0 else None
    cue = clause.tokens[at - 1].cue if at else None
    if cue is None or cue.role != "to" or walk.chain is None:
        return None
    walk.chain += 1
    more = any(t.cue and t.cue.role == "to" for t in clause.tokens[at + 1 :])
    return walk.run[min(walk.chain, len(walk.run) - 1)] if more or walk.chain > 1 else walk.run[-1]


def _pair(walk: Walk, period: Period, said: str) -> None:
    """Remember the two years of ``由2022年的…增至2023年的…`` for the next list without years."""
    if re.search(r"[由从自]", said):
        walk.opened = period
    elif walk.opened is not None and period > walk.opened:
        walk.run, walk.opened = [walk.opened, period], None


def instant_of(walk: Walk) -> Period | None:
    """The balance-sheet day: the latest day said in this sentence, else the end of the latest period."""
    if walk.instant is not None:
        return walk.instant
    latest = walk.times.latest()
    if latest is None or latest.is_instant:
        return latest
    return Period.at(
        latest.end
        or date(latest.year, max(latest.months, 1), calendar.monthrange(latest.year, max(latest.months, 1))[1])
    )


def _label(part: str) -> str:
    """A part of a year as a period label ends: ``H1``, ``-9M``."""
    return f"-{part}" if part[0].isdigit() else part
