"""Which period a figure of the accounts is of: its own, that of its list, or the one spoken of."""

from __future__ import annotations

import calendar
import re
from datetime import date

from zhaogu.model import Period, metric
from zhaogu.model.mention import Mention

from .binding import Reading
from .figures import FROM, TO, span
from .times import year_before, years_between
from .tokens import Clause, Kind, Token
from .walk import Walk

_COMPARED = re.compile(r"(?:较|(?<!占)比|对比|相较|相比)[^,，、和及与年]{0,6}$")
_AGAINST = re.compile(r"(?:较|比|由|从|自|对比|相较|相比)\s*$")
_SAME = re.compile(r"同期|期内|报告期|往绩")
_PART = re.compile(r"FY|[HQ][1-4]|\d{1,2}M")
_LISTED = 8
_FIGURES = frozenset({"money", "percent", "price", "times", "count"})
_OPENS = re.compile(r"\d{4}年?(?:度|财年)?\s*(?:的|截至|[,，])?\s*")
_THROUGH = re.compile(r"[^,，、和及]{0,6}(?:至|到|-|—|–|~)\s*")


def period_of(walk: Walk, mention: Mention) -> Period | None:
    """The period of a mention, with the year that the text leaves out."""
    latest = walk.times.latest()
    if mention.period is not None and latest is not None and _turns_back(walk, mention):
        return year_before(mention.period, mention.period.year - latest.year + 1)
    if mention.period is not None or mention.part is None:
        return mention.period
    if mention.part == "same":
        if latest is None:
            return None
        before = walk.folded.startswith(("上", "去", "前"), mention.start)
        return year_before(latest) if before else latest
    if not _PART.fullmatch(mention.part):
        return None
    if walk.published is None:
        return _undated(mention.part, walk.folded[mention.start : mention.end], latest)
    this = Period(f"{walk.published.year}{_label(mention.part)}")
    return this if this.months < walk.published.month else year_before(this)


def _turns_back(walk: Walk, mention: Mention) -> bool:
    """Whether 上年 means the year before the one spoken of: ``2023年收入较上年的4亿元增长``, ``2023年亏损5亿元,上年亏损4亿元``."""
    if not walk.folded.startswith(("上年", "上一"), mention.start):
        return False
    here = bool(walk.times.said) and walk.times.said[-1].sentence == walk.times.sentence
    return here or bool(_AGAINST.search(walk.folded, max(0, mention.start - 4), mention.start))


def _undated(part: str, words: str, latest: Period | None) -> Period | None:
    """今年 and 去年 where nobody says when the text was written: in the year that is told of, or after its end."""
    if latest is None:
        return None
    written = latest.year + latest.label.endswith("FY")
    back = next((n for n, word in enumerate(("今", "去", "前")) if words.startswith(word)), None)
    return Period(f"{latest.year if back is None else written - back}{_label(part)}")


def say(walk: Walk, period: Period, token: Token) -> None:
    """Note a period that the text names; between the ends of a range stand the years between them."""
    before = walk.folded[max(0, token.start - 8) : token.start]
    compared = bool(_COMPARED.search(before)) or (
        token.mention is not None
        and (token.mention.part == "same" or _SAME.search(walk.folded, token.start, token.end) is not None)
        and (before.endswith("较") or walk.folded.startswith(("去年", "上年", "前年"), token.start))
    )
    said = walk.times.said
    main = walk.times.latest()
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
    if said and between and years_between(said[-1].period, period)[1:] == [period]:
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
    walk.times.say(period, token.start, compared, passing=back and main is not None and period < main, since=since)


def _opens(walk: Walk, period: Period, token: Token) -> bool:
    """Whether the year said last only opens this period: ``2025年截至6月30日止六個月``."""
    last = walk.times.said[-1] if walk.times.said else None
    if last is None or period.is_instant or period.label.endswith("FY") or last.period.year != period.year:
        return False
    return last.period.label.endswith("FY") and _OPENS.fullmatch(walk.folded, last.at, token.start) is not None


def periods_of(walk: Walk, clause: Clause, places: tuple[int, int], size: int, reading: Reading) -> list[Period]:
    """The periods of the ``size`` figures of a list between two places of a clause, or none."""
    if reading.metric is None or not metric(reading.metric).by_period:
        return []
    assert walk.sentence is not None
    aside = _aside(walk, clause, places[1] + 1)
    if len(aside) == size:
        return aside
    if metric(reading.metric).instant:
        period = aside[0] if aside else instant_of(walk)
        return [period] * size if period else []
    if size > 1:
        ends = _ends(walk, clause, places[0])
        walk.run = walk.times.for_list(size, walk.sentence.start, "last_years" in walk.roles, latest=ends)
        return walk.run if len(walk.run) == size else []
    period = _of_one(walk, clause, places[0], reading)
    return [period] if period else []


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
    begin = max((t.end for t in clause.tokens[:at] if t.kind is Kind.FIGURE), default=clause.start)
    own = walk.times.within(begin, token.start)
    if own:
        return _own(walk, own, starts, reading, walk.folded[begin : token.start])
    compared = bool(walk.times.said) and walk.times.said[-1].compared
    if _is_change(reading) and walk.last is not None and walk.last.period and not compared:
        return walk.last.period
    if starts and (against := walk.times.compared_here()) is not None:
        return against
    if (chained := _chained(walk, clause, at, starts)) is not None:
        return chained
    main = walk.times.latest()
    return year_before(main) if starts and main else main


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
    if len(walk.run) < 2:
        return None
    if starts:
        walk.chain = 0 if walk.run[-1] == walk.times.latest() else None
        return walk.run[0] if walk.chain == 0 else None
    if walk.chain is None or not _ends(walk, clause, at):
        return None
    walk.chain += 1
    more = any(t.kind is Kind.FIGURE and _ends(walk, clause, n) for n, t in enumerate(clause.tokens[at + 1 :], at + 1))
    return walk.run[min(walk.chain, len(walk.run) - 1)] if more or walk.chain > 1 else walk.run[-1]


def _ends(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a figure is where a change ends: ``升至5亿元``, ``一路走到5亿元``."""
    before, token = clause.tokens[at - 1] if at else None, clause.tokens[at]
    if before is not None and before.cue is not None and before.cue.role == "to":
        return True
    outer = span(token.mention)[0] if token.mention else token.start
    return TO.search(walk.folded, max(clause.start, outer - 8), outer) is not None


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
