"""Shares that move from one tranche to the other, whatever words tell it: 把1億股由配售撥往公開發售, 向散戶回補500萬股."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import Cue, by_id
from .figures import span
from .tokens import Clause
from .walk import Walk

_PART: Final = r"(?:部[分份]|方面|端|一?侧|环节|份额)?(?:股份)?中?"
_PUBLIC: Final = rf"(?:(?:香港|本港|本地)?(?:公开(?:发售|认购|招股|发行|配售|申购)?|散户|零售|公众)(?:投资者)?|香港发售|香港(?=部[分份])){_PART}"
_PLACED: Final = rf"(?:(?:国际|海外|机构)(?:配售|发售|认购|发行|投资者)?|配售){_PART}"
_TRANCHE: Final = rf"(?:{_PUBLIC}|{_PLACED})"
_SURE: Final = r"(?:[回转调]拨|回补|重新(?:分配|划分|调配)|再分配|调[配往至到出入]|挪移?|转[移往至到予]|移[至到往])"
_MOVE: Final = rf"(?:{_SURE}|划拨?|拨|分配|抽调?|调|转|腾|补|拿)"
_INTO: Final = r"(?:[至到往向予给入归去回]|补充|支援|增援)"
_LED: Final = r"(?:[,，]|已|均|会|将|遂|须|需|获|被|要|全部|全数|悉数|因而|因此|从而|并|则|再|股份|新股|H股|的|一并)*"
_NOT_TAKEN: Final = r"(?:的?(?:[未没][获被有]*(?:足额)?认购|无人认购|不获认购|剩余)的?(?:发售|公开发售|香港发售)?(?:股份|部分|新股|H股))?"
"""Behind shares that move: nobody has taken them, 1,640萬股未獲認購股份."""
_BEHIND: Final = re.compile(
    rf"{_NOT_TAKEN}{_LED}(?:[由从自](?P<from>{_TRANCHE}))?{_LED}"
    rf"(?:(?P<sure>{_SURE})|{_MOVE})[出走了]{{0,2}}(?:并|来)?(?:{_INTO}{{0,2}}(?P<to>{_TRANCHE}))?"
)
_BEFORE: Final = re.compile(
    rf"(?:(?:(?:[由从自](?P<from>{_TRANCHE})[^,，。;；\d]{{0,4}}?|[向往给予为](?P<to>{_TRANCHE})[^,，。;；\d]{{0,4}}?)"
    rf"{_MOVE}[出走了进入]{{0,2}})|(?P<gives>{_TRANCHE})[须需要则遂已会将]{{0,2}}{_MOVE}[出走])了?(?:合共|约|逾|近|共)*$"
)
_VERB: Final = re.compile(rf"{_MOVE}[出了]?(?:合共|约|逾|近)*$")
_RECEIVER: Final = re.compile(rf"(?:的?(?:股份|新股|H股|发售股份))?{_INTO}{{1,2}}(?P<to>{_TRANCHE})")
"""Around shares: ``重新分配2,000萬股至公開發售``."""
_UNASKED: Final = re.compile(r"(?:[未没]有?[获被]?|无人|不足额|不获)(?:足额)?(?:认购|申请|问津)的?[^,，。;；\d]{0,8}$")
"""Before shares that go to the other tranche: nobody has asked for them in their own."""
_REACH: Final = 24
_COMES_TO: Final = re.compile(
    r"(?:[,，]|令|使得?|带动|推动|其|[前后]者|总数|股数|规模|数量|最终|因而|因此|从而|则|将|会|也|亦|随之|相应|大幅|一举)*"
    r"(?:(?P<more>[增升扩提加][^,，。;；\d]{0,3}?)|[减降缩][^,，。;；\d]{0,3}?)[至到为](?:了|约|共|合共)*"
)
"""From the shares that moved to those that a tranche has then: ``令其最終增至1.25億股``."""
_AFTER_MOVE: Final = Cue(id="tranche.after_move", words=())


def moved(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Shares that a verb moves between the tranches, and behind them those that the tranche has then."""
    mention = clause.tokens[at].mention
    if mention is None:
        return None
    start, end = span(mention)
    begin = max(clause.start, start - _REACH)
    if (told := _BEFORE.search(walk.folded, begin, start)) is not None:
        return _to(told)
    if _VERB.search(walk.folded, begin, start) and (told := _RECEIVER.match(walk.folded, end)) is not None:
        return _to(told)
    told = _BEHIND.match(walk.folded, end)
    if told is not None and _is_a_move(walk, told, begin, start):
        return _to(told)
    return _then(walk, start)


def _is_a_move(walk: Walk, told: re.Match[str], begin: int, start: int) -> bool:
    """Whether the words behind a figure tell of a move, and not of how the offering is shared out."""
    if told["from"]:
        return True
    if told["to"] is None:
        return False
    return told["sure"] is not None or _UNASKED.search(walk.folded, begin, start) is not None


def _to(told: re.Match[str]) -> Reading:
    """The number reallocated, positive where the public gains."""
    named = told.groupdict()
    public = re.match(_PUBLIC, named["to"] or named["from"] or named["gives"]) is not None
    cue = by_id()["reallocated" if public is bool(named["to"]) else "reallocated.away"]
    return Reading("reallocated_shares", None, cue, told.span(), "shares")


def latter(walk: Walk) -> None:
    """後者 behind a reallocation is the tranche that gained: ``1,550萬股撥歸國際配售,後者獲1.12倍認購``."""
    last = walk.last
    if last is not None and last.metric == "reallocated_shares" and not last.reason:
        gained = "international" if str(last.value).startswith("-") else "public"
        walk.slots.fill(by_id()[gained], last.end)


def _then(walk: Walk, start: int) -> Reading | None:
    """What a tranche has once the shares told last have moved."""
    last = walk.last
    if last is None or last.metric != "reallocated_shares" or last.reason or last.start < walk.sentence.start:
        return None
    told = _COMES_TO.fullmatch(walk.folded, last.end, start)
    if told is None:
        return None
    gained = "public" if last.value and not str(last.value).startswith("-") else "international"
    lost = "international" if gained == "public" else "public"
    cue = _AFTER_MOVE
    return Reading(f"shares_offered_{gained if told['more'] else lost}", None, cue, (0, 0), "shares")
