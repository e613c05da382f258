"""What a cue settles for the figures to come: its slots, how far the offering is, the year, what is no fact."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model import Period

from .bounds import bind
from .compared import only_compares
from .cues import Cue
from .debut import DEBUT, is_another_first, on_exchange
from .figures import FROM
from .named import is_to_come
from .times import last_year, year_before
from .walk import GREY, Walk

_OPENS: Final = frozenset({"open", "listing.done"})
_DEBUTS: Final = frozenset("首头上挂交登")
"""What the words of a debut begin with."""
_PASSING: Final = {
    "over_allotment": re.compile(
        r"(?:占|相当于|相等于)(?:假设|未计|不计)?$|[(（](?:[未不]计|[未不]考虑|不包括|不含|假设|倘|若|视乎?)[^()（）]{0,8}$"
    ),
    "transaction": re.compile(r"(?:因|由于|受|基于|鉴于|随着|得益于|源于)[^,，。;；]{0,8}$"),
}
"""Before cues that are told only in passing and settle nothing: （未计超额配股权）, 纯利因拨备回拨增加四成."""
_BESIDE_GREY: Final = re.compile(r"(?:高[于过出]|低[于过]|[较比胜]|好过|超[过出])(?:昨[日晚])?$")
"""Before the grey market: a close is only compared with it, 高于暗盘价."""
_YEAR: Final = re.compile(
    r"(?:(?:19|20)\d\d|[前去]年|年前|早年|早前|其后)[^,，。;；]{0,16}(?:上市|挂牌|登陆|招股|集资|募资|发行|IPO|递表|闯关|冲[刺击]|申请|登板|私有化|退市)"
)
_WAS_LISTED: Final = re.compile(
    r"(?<![拟将料划计期望待])(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|[初中底末])(?![^,，。;；]{0,6}[拟将料预计划])[^,，。;；\d]{0,8}$"
)
"""Before 登陸: the month of a listing that is over, whatever is planned now: 2020年2月登陸科創板."""
_DATED: Final = 24
_EARLIER: Final = 120
"""So far back in its sentence a year makes 當時 an earlier time."""
_AT_LAST: Final = ("最终", "最后", "实际", "结果", "终以", "改为", "现")
"""Words that turn from what was planned to what came of it."""
_MEANS_TO_LIST: Final = re.compile(
    r"(?:拟|计划|有意)(?:登陆|赴|(?:在|于)[^,，。;；\d]{2,12}(?:上市|挂牌)|上市|挂牌)(?!.{0,60}(?:拟|计划)[^,，。;；\d]{0,6}(?:[发募集筹]))"
)
"""What is meant is the listing, and not the figures behind it: 公司擬登陸創業板,發行4,100萬股."""
_ITSELF: Final = re.compile(
    r"(?:^|[,，。;；]|公司|集团)(?:在|于)?(?:(?:20\d\d|[去今前同])年(?:度|全年|[上下]半年)?)?(?:里|内|共|合共|一共|总共)*$"
)
"""Before what was brought in: the company itself did so, 公司在2025年創造了."""
_ITSELF_REACH: Final = 14
_TURNS: Final = frozenset({"prior_period", "next_year", "next_two_years", "same_period", "latest_year"})
"""The roles of words that name a year by another one."""


def hear(walk: Walk, cue: Cue, at: int) -> None:
    """Let a cue settle what it settles for the figures to come."""
    if cue.fills:
        _fill(walk, cue, at)
    if cue.role:
        walk.roles.add(cue.role)
    if cue.stage or walk.stage:
        _stand(walk, cue, at)
    if cue.bound:
        bind(walk, cue.bound, cue, at)
    if cue.id == "revenue.part":
        walk.part = at
    if cue.scope == "cornerstone":
        walk.cornered = walk.who.at(at) or walk.who.last
    if cue.qualifier:
        walk.qualified = (cue.qualifier, at)
    if walk.folded[at] in _DEBUTS or cue.role == "debut" or cue.id in _OPENS:
        _debut(walk, cue, at)
    if cue.id == "grey":
        walk.grey = at
    brings = cue.id == "brought_in" and _ITSELF.search(walk.folded, max(0, at - _ITSELF_REACH), at)
    beside = cue.id == "grey" and _BESIDE_GREY.search(walk.folded, max(0, at - 4), at)
    if cue.blocks and not brings and not beside and (cue.role != "then" or _is_earlier(walk, at)):
        why = cue.reason or cue.reads.get("money") or next(iter(cue.reads.values()))
        walk.blocks |= dict.fromkeys(cue.blocks, (why, cue.reach))
    if cue.role in _TURNS:
        _turn(walk, cue, at)
    elif cue.role == "listing" and _WAS_LISTED.search(walk.folded, max(walk.sentence.start, at - _DATED), at):
        walk.stage = "final"


_TODAY: Final = 2
"""So long is the word for the day that a word for the opening begins with: 今早高開."""


def _debut(walk: Walk, cue: Cue, at: int) -> None:
    """Take in that the first day is told, where it is one: the grey market of the evening before is over."""
    opens = walk.folded[at] in _DEBUTS and DEBUT.match(walk.folded, at) is not None
    if opens and is_another_first(walk.folded, walk.sentence.start, at, at + 5):
        return
    if not opens and cue.role != "debut" and cue.id not in _OPENS:
        return
    walk.debut = walk.debut or cue.id != "open" or opens
    if cue.role == "listing" and opens:
        walk.slots.values.setdefault("change", ("first_day_change_pct", at))
    if cue.id != "open" or walk.grey is None or on_exchange(walk.folded, walk.grey, at + _TODAY):
        walk.blocks = {k: v for k, v in walk.blocks.items() if v[0] != GREY}


def _stand(walk: Walk, cue: Cue, at: int) -> None:
    """How far along the offering is by a cue: what is final at last is interim no more, 據知情人士,最終訂單達190億."""
    if cue.id == "stage.plan" and walk.folded[max(0, at - 1) : at] in tuple("由从自较比"):
        return  # 由原定的1,200万份上调至1,450万份
    if cue.id == "stage.plan" and _MEANS_TO_LIST.match(walk.folded, at, walk.sentence.end):
        return
    if cue.stage in ("plan", "interim"):
        walk.stage = cue.stage
    elif cue.id == "stage.final" and walk.stage == "interim":
        walk.stage = None
    if "planned" in walk.roles and walk.stage == "plan":
        turns = cue.id == "upsize" or any(walk.folded.startswith(_AT_LAST, place) for place in (at, max(0, at - 2)))
        walk.stage = None if turns else walk.stage


def _fill(walk: Walk, cue: Cue, at: int) -> None:
    """Let a cue settle its slots unless it is told only in passing."""
    passing = _PASSING.get(cue.id)
    if passing is None or not passing.search(walk.folded, max(0, at - 12), at):
        walk.slots.fill(cue, at)
    if walk.settled and "extra" in cue.fills:
        walk.settle_option(at)


def _is_earlier(walk: Walk, at: int) -> bool:
    """Whether 當時 is the time of an earlier offering: a year stands before it."""
    return _YEAR.search(walk.folded, max(walk.sentence.start, at - _EARLIER), at) is not None


def _turn(walk: Walk, cue: Cue, at: int) -> None:
    """Words that name a year by another one."""
    latest = walk.times.latest(compared=cue.role in ("next_year", "next_two_years"))
    if latest is None and cue.role == "prior_period" and (last := last_year(walk.folded, at, walk.published)):
        walk.times.say(last, at, compared=False)
    if latest is None:
        return
    if cue.role == "prior_period":
        against = _is_against(walk, at)
        walk.times.say(year_before(latest), at, compared=against, passing=not against)
    elif cue.role == "next_year":
        walk.times.say(year_before(latest, -1), at, compared=False)
    elif cue.role == "next_two_years":
        listed = walk.run[-2:] if len(walk.run) > 2 else [year_before(latest, -1), year_before(latest, -2)]
        for period in listed:
            walk.times.say(period, at, compared=False)
    elif cue.role == "same_period":
        walk.times.say(latest, at, compared=False)
        walk.times.said[-1].to_come = is_to_come(walk, latest)
    elif cue.role == "latest_year":
        walk.times.say(_latest_year(walk) or latest, at, compared=False)


def _latest_year(walk: Walk) -> Period | None:
    """最近年度 is the latest year that the article tells, and behind 翌年 the one after."""
    years = [spoken.period for spoken in walk.times.said if spoken.period.label.endswith("FY")]
    if not years:
        return None
    told = "next_year" in walk.roles and walk.last is not None and walk.last.period == max(years)
    return year_before(max(years), -1) if told else max(years)


def _is_against(walk: Walk, at: int) -> bool:
    """Whether 去年同期 is what something is compared with or rose from."""
    if walk.folded.startswith(("较", "比"), at) or FROM.search(walk.folded, max(0, at - 3), at):
        return True
    end = next((t.end for c in walk.sentence.clauses for t in c.tokens if t.start == at), at)
    return only_compares(walk.folded, at, end)
