"""The period that words name, with the year that they leave out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import Mention
from zhaogu.recognition.calendar import month_end

from .times import year_before
from .walk import Walk

_AGAINST: Final = re.compile(r"(?:较|比|由|从|自|对比|相较|相比)\s*$")
_PRIOR: Final = ("上年", "上一")
_BARE: Final = re.compile(r"第?[二三四]个?[财]?季|下半年|Q[234]")
_LATER: Final = ("H2", "Q2", "Q3", "Q4")
_PART: Final = re.compile(r"FY|[HQ][1-4]|\d{1,2}M")
_RELATIVE: Final = re.compile(r"[今去上本明来]|前年")
"""What begins words that name their year themselves: 今年上半年."""
_FINANCIAL: Final = re.compile(r"财年|财政年度")
"""In an article: its years may end before the calendar's."""
_LAST_FINANCIAL: Final = re.compile(r"[去上](?:个?财)?年度|[去上]个?(?:财年|财政年度|会计年度)")
"""The last financial year, and not the last calendar year: it differs where the accounts end in March."""


def period_of(walk: Walk, mention: Mention) -> Period | None:
    """The period of a mention, with the year that the text leaves out."""
    latest = walk.times.latest()
    if (told := _year_before_told(walk, mention, latest) or _told_part(walk, mention)) is not None:
        return told
    if mention.period is not None or mention.part is None:
        if (since := _since_the_year_end(walk, mention)) is not None:
            return since
        return _goes_on(walk, mention) or _last_financial(walk, mention) or _of_year(walk, mention.period)
    if mention.part == "same":
        return _same(walk, mention, latest) if latest else None
    if not _PART.fullmatch(mention.part):
        return None
    if walk.published is None:
        return _undated(mention.part, walk.folded[mention.start : mention.end], latest)
    this = Period(f"{walk.published.year}{_label(mention.part)}")
    return this if this.months < walk.published.month else year_before(this)


def _same(walk: Walk, mention: Mention, latest: Period) -> Period:
    """同期, 去年同期 or 2024年同期 of the period that is spoken of."""
    if (year := (mention.partial or (None,))[0]) is not None:
        return year_before(latest, latest.year - year)
    return year_before(latest) if walk.folded.startswith(("上", "去", "前"), mention.start) else latest


def _year_before_told(walk: Walk, mention: Mention, latest: Period | None) -> Period | None:
    """上年 as the year before the one that is told, or None where it is last year."""
    if not _turns_back(walk, mention):
        return None
    if latest is None:
        return year_before(walk.last.period) if walk.last is not None and walk.last.period is not None else None
    spoken = walk.times.said[-1]
    if walk.folded.startswith(_PRIOR, spoken.at):
        return spoken.period
    part = mention.period or Period(f"{latest.year}FY")
    return year_before(part, part.year - latest.year + 1)


def _of_year(walk: Walk, period: Period | None) -> Period | None:
    """A quarter within the financial year that the article tells: after 截至3月底止年度 June ends the first one."""
    ends = walk.times.year_end
    if period is None or period.end is None or period.label[4:5] != "Q" or ends == 12:
        return period
    months = (period.end.month - ends) % 12 or 12
    year = period.end.year + (period.end.month > ends)
    return period if months % 3 else Period(f"{year}Q{months // 3}", period.end)


def is_to_come(walk: Walk, period: Period | None) -> bool:
    """Whether a period is not over on the day of publication: what is told of it is a forecast, whatever the words say."""
    day = walk.published
    if period is None or day is None:
        return False
    if period.end is not None:
        return period.end > day
    if period.is_instant or walk.times.year_end != 12:
        return False
    months = 12 if "财" in walk.folded and _FINANCIAL.search(walk.folded) else day.month
    return _reach(period.label) > (day.year, months)


@lru_cache(maxsize=1_024)
def _reach(label: str) -> tuple[int, int]:
    """The year of a period by its label, and how many months of it the period reaches."""
    period = Period(label)
    return period.year, period.months


def _told_part(walk: Walk, mention: Mention) -> Period | None:
    """The same part of a year as the paragraph told with its year: ``2020年前三季度收入8亿元。前三季度的研发费用为4亿元``."""
    if mention.rule != "period.relative" or mention.part in (None, "same"):
        return None
    if _RELATIVE.match(walk.folded, mention.start):
        return None
    label = _label(mention.part)
    told = [s.period for s in walk.times.said[walk.times.paragraph_from :] if not s.compared]
    if label == "FY" and told:
        return Period(f"{told[-1].year}FY", told[-1].end if told[-1].label.endswith("FY") else None)
    return next((period for period in reversed(told) if period.label[4:] == label), None)


def _since_the_year_end(walk: Walk, mention: Mention) -> Period | None:
    """首四個月 of a financial year that does not begin in January, the latest one that is over: from April to July."""
    ends, day, part = walk.times.year_end, walk.published, mention.part or ""
    if ends == 12 or day is None or mention.rule != "period.relative" or part[-1:] != "M":
        return None
    if _RELATIVE.match(walk.folded, mention.start):
        return None
    month = (ends + int(part[:-1]) - 1) % 12 + 1
    end = month_end(day.year, month)
    year = day.year - (end is None or end >= day)
    return Period(f"{year + (month > ends)}-{part}", month_end(year, month))


def _last_financial(walk: Walk, mention: Mention) -> Period | None:
    """``去年度`` where the financial year does not end with the calendar year: the last one that is over."""
    ends, day = walk.times.year_end, walk.published
    if ends == 12 or day is None or not _LAST_FINANCIAL.match(walk.folded, mention.start):
        return None
    year = day.year - (day.month <= ends)
    return Period(f"{year}FY", month_end(year, ends))


def _goes_on(walk: Walk, mention: Mention) -> Period | None:
    """A later part of the year that the sentence told an earlier one of: ``去年上半年2億元,下半年3億元``."""
    said = walk.times.said[-1] if walk.times.said else None
    if said is None or said.sentence != walk.times.sentence or not _BARE.match(walk.folded, mention.start):
        return None
    later = Period(f"{said.period.year}{mention.part}") if mention.part in _LATER else None
    part = said.period.label[4:]
    return later if later and part[:1] == later.label[4] and said.period.months < later.months else None


def _turns_back(walk: Walk, mention: Mention) -> bool:
    """Whether 上年 means the year before the one that the sentence speaks of: ``2023年收入5億元,上年則為4億元``."""
    if not walk.folded.startswith(_PRIOR, mention.start):
        return False
    since = walk.times.sentence - walk.sentence.continues  # 2024年度收入5亿元;上年度4亿元
    here = walk.times.said and walk.times.said[-1].sentence >= since
    told = walk.last is not None and walk.last.period is not None  # 净利润6,249万元,上年为6,683万元
    return bool(here or told or _AGAINST.search(walk.folded, max(0, mention.start - 4), mention.start))


def _undated(part: str, words: str, latest: Period | None) -> Period | None:
    """今年 and 去年 where nobody says when the text was written: in the year that is told of, or after its end."""
    if latest is None:
        return None
    written = latest.year + latest.label.endswith("FY")
    back = next((n for n, word in enumerate(("今", "去", "前")) if words.startswith(word)), None)
    return Period(f"{latest.year if back is None else written - back}{_label(part)}")


def _label(part: str) -> str:
    """A part of a year as a period label ends: ``H1``, ``-9M``."""
    return f"-{part}" if part[0].isdigit() else part
