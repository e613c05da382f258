"""What happened on a day, and to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from zhaogu.model.mention import Mention
from zhaogu.model.notes import meaning
from zhaogu.recognition.calendar import day_of

from .candidate import Candidate
from .cues import Cue
from .names import Company
from .tokens import Clause, Kind, Token
from .walk import Walk

COUNT: Final = r"[两二三四五六七八九十\d]{1,3}"
_SEVERAL: Final = re.compile(
    rf"{COUNT}[只家间档][^,，。]{{0,10}}(?:新股|股(?![份价东本权])|公司|企业|药企)|新股[^,，。]{{0,6}}{COUNT}只"
    r"|首批[^,，。]{0,10}(?:新股|公司|企业)|[两三四五六七八九](?:锣齐|新?股(?![份价东本权]))|新股齐发"
)
_CLOSED: Final = re.compile(r"收(?:[报市盘于在涨跌升挫高低]|\d)|报收|首日[升跌涨挫大弹飙劲急倒]")
_REVIEW: Final = re.compile(r"上周|上星期|[一每]周[^,，。;；]{0,6}(?:回顾|总结|重温)")
"""At the head of an article: it looks back on a week, whose days are named bare."""
_AHEAD: Final = re.compile(r"[下本]周|下星期|将|料|预[计期定]|拟|待|准备|明[日天早]")
_HEAD: Final = 60
_WEEK: Final = timedelta(days=7)
_SOON: Final = timedelta(days=31)
_FAR: Final = timedelta(days=92)
"""No listing is announced to the day so long before; where a close is told, none so far ahead is meant."""
CALLED_OFF: Final = re.compile(
    r"(?:暂不|不再|暂缓|暂停|取消|搁置|终止|中止|撤回|撤销|叫停|放弃|不会|未能|无法|没有|推迟|延迟|延后|押后)[^,，。;；至到为]{0,10}$"
)
"""Before a listing, or its day: it does not come about."""
_FIRST_PLANNED: Final = re.compile(
    r"(?:原[定先本拟订来]|原计划|原安排|本来|本应|本拟|早前[定拟]|先前[定拟])[^,，。;；至到改推延押]{0,12}$"
)
"""Before the day of a listing: another one has come in its place, or none."""
_ADDED: Final = re.compile(
    r"(?:该批|该等|上述|相关|有关|新增|超额配[发售股]|额外(?:发行的?)?)(?:的)?(?:发售|H股|新)?股份"
)
"""The shares that the over-allotment option brought: 該批股份預期於1月29日開始買賣."""
_PAST_END: Final = timedelta(days=31)
_LISTED_ONES: Final = re.compile(r"(?:上市|挂牌|登场|首挂)的?(?:新股|股份|公司)(?:表现|一览|有|包括|如下)*\s*[:：\n]")
"""A head over lines of new shares: 今日上市新股:."""
_BRACKET: Final = 60
_NOT_TODAY: Final = re.compile(
    r"[上本这每近]周(?![一二三四五六日天])|[上本这]个?(?:星期|礼拜)(?![一二三四五六日天])|[上本]月|[上前]一只|此前|早前|隔夜"
    r"|(?:[一两二三四五六七八九十半数几]|\d{1,2})+个?(?:多)?(?:星期|礼拜|周|日|天|交易日|月)前"
)
"""Before the word for a first day: it is that of another day, 本周上市的三只新股首日均升."""
_VAGUE: Final = ("底", "末", "尾", "初")
"""The end of a year or a month is the day of a balance sheet and of no event: 去年底上市的甲."""
_LEAD: Final = 3
_PLANS: Final = 24


def today(walk: Walk, clause: Clause, token: Token) -> None:
    """``首日掛牌`` at the head of an article without a day is told on that day; it counts once a price shows it."""
    if (
        walk.published is None
        or walk.number > _LEAD
        or any(t.kind is Kind.TIME and not _is_today(walk, t) for c in walk.sentence.clauses for t in c.tokens)
    ):
        return
    if _NOT_TODAY.search(walk.folded, walk.sentence.start, token.start):
        return
    companies = _owners(walk, clause, token.start)
    for company in companies:
        walk.found.append(Candidate(
            "listing_date", walk.headed or walk.published, "date", token.start, token.end, "news.listing.undated", company, rank=5,
            debut=len(companies) > 1, notes=[("day_from_publication", meaning("day_from_publication"))],
        ))  # fmt: skip


def _is_today(walk: Walk, token: Token) -> bool:
    """Whether a time is the day of the article itself: 四隻新股同日上場,港交所銅鑼今早連響."""
    return token.mention is not None and token.mention.day is not None and token.mention.day == walk.published


def happened(walk: Walk, clause: Clause, cue: Cue, mention: Mention, place: int) -> None:
    """Note what a day was for each company of its place."""
    name = cue.reads["date"]
    if name.startswith("!") or walk.folded.endswith(_VAGUE, mention.start, mention.end):
        return
    if name == "listing_date":
        walk.listed = mention = told_of_past(walk, mention)
    gone = name == "listing_date" and _is_given_up(walk, mention)
    for company in _owners(walk, clause, place):
        told = dated(walk, name, mention, company, f"news.{cue.id}")
        if gone and not told.reason:
            told.code, told.reason = "decoy", "a day that was given up"
        walk.found.append(told)


def _is_given_up(walk: Walk, mention: Mention) -> bool:
    """Whether a day was only planned for a listing that has been put off or called off: ``原定15日上市``."""
    low = max(walk.sentence.start, mention.start - _PLANS)
    before = walk.folded[low : mention.start]
    return bool(_FIRST_PLANNED.search(before) or CALLED_OFF.search(before))


def told_of_past(walk: Walk, mention: Mention) -> Mention:
    """A listing to come whose close is told was last week or last year: ``周五首掛,收報14.2元``; none is months ahead."""
    day = mention.day
    if walk.published is None or day is None or day <= walk.published or mention.start >= walk.sentence.end:
        return mention
    closed = _CLOSED.search(walk.folded, mention.end, walk.sentence.end) is not None
    if _is_bare_weekday(walk, mention) and (closed or _looks_back(walk)):
        return mention.on(day - _WEEK)
    year_open = any(note.startswith("year_from") for note in mention.notes)
    if year_open and day - walk.published > (_SOON if closed else _FAR):
        return mention.on(day_of(day.year - 1, day.month, day.day) or day)
    return mention


def _is_bare_weekday(walk: Walk, mention: Mention) -> bool:
    """Whether a day is a weekday alone; ``周二(13日)`` says itself which one."""
    said = walk.folded[mention.start : mention.end]
    return said.startswith(("周", "星期", "礼拜")) and not any(letter.isdigit() for letter in said)


def _looks_back(walk: Walk) -> bool:
    """Whether a weekday is one of the week that the article reviews."""
    ahead = _AHEAD.search(walk.folded, walk.sentence.start, walk.sentence.end)
    return ahead is None and _REVIEW.search(walk.folded, 0, _HEAD) is not None


def _owners(walk: Walk, clause: Clause, place: int) -> Sequence[Company | None]:
    """The companies of a place; several that nobody names, and those of a lead that names nobody, are everyone: None."""
    if (inside := _before_bracket(walk, place)) is not None:
        return [inside]
    named = walk.who.at(place)
    begin = clause.start if walk.who.turns else walk.sentence.start
    several = len(named) < 2 and (
        _SEVERAL.search(walk.folded, begin, clause.end + 12) is not None
        or _LISTED_ONES.search(walk.folded, begin, clause.end + 2) is not None
    )
    nobody_yet = not named and not walk.who.last and not walk.who.stranger and walk.number <= _LEAD
    return [None] if several or nobody_yet else named


def _before_bracket(walk: Walk, place: int) -> Company | None:
    """Whose bracket a place is in: ``甲(入場費3,030.25元,6月18日上市)``."""
    low = max(walk.sentence.start, place - _BRACKET)
    opened = max(walk.folded.rfind(mark, low, place) for mark in "(（")
    if opened < 0 or any(walk.folded.find(mark, opened, place) >= 0 for mark in ")）"):
        return None
    return next((c for c in walk.who.companies if any(walk.folded.endswith(n, 0, opened) for n in c.names)), None)


def dated(walk: Walk, name: str, mention: Mention, company: Company | None, rule: str) -> Candidate:
    """A day as what it was for a company; a lock-up ends in the year to come, and shares of the option are not listed anew."""
    assert mention.day is not None
    day = mention.day
    if name == "lockup_expiry_date" and walk.published and day < walk.published - _PAST_END and mention.notes:
        day = day_of(day.year + 1, day.month, day.day) or day  # it is still to come
    added = walk.exercised or _ADDED.search(walk.folded, walk.sentence.start, mention.start)
    blocked = "the day of the over-allotment shares" if added and name == "listing_date" else None
    return Candidate(
        name, day, "date", mention.start, mention.end, rule, company,
        code="decoy" if blocked else None, reason=blocked, notes=[(note, meaning(note)) for note in mention.notes],
    )  # fmt: skip
