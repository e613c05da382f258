"""Shares or a percentage that go to a tranche, told behind them: 九成撥歸國際配售, 其餘5.37億股由機構認購."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import Cue, by_id
from .figures import span
from .tokens import Clause, Kind, Token
from .walk import Walk

_GOES_TO: Final = re.compile(
    r"(?:的?股份|新股|H股|的)?(?:[,，]?(?:则|将|会|均|全部|全数|初步|先))*"
    r"(?:作为?|用[作于]|[为是]|属于?|归[予入于]?|拨[归予作给往入至]|划[归入予]|分(?:配|派|拨)?[予至给到]|留[给予作待]|预留[予给作]?"
    r"|交[由予]|给予?|供|以供|供作|[在于予向由经]|面向|透过|通过|配[予给]|配售予|提呈|售予|卖给|派予)?"
    r"(?:(?<=[给予])[^,，。;；\d]{1,12}的)?[在于]?(?:本港|香港|在港|海外|本地)?的?[「“\"]?"
)
_SAME: Final = re.compile(r"\s*[,，]?\s*(?:即|也即|亦即|或|约|相当于)约?\s*")
_MOVES_ON: Final = re.compile(r"(?:部分|方面)?(?:回拨|转|拨|挪|重新|调|划)")
_ENDS: Final = re.compile(r"\s*(?:[、,，。;；)）]|及|和|与|$)")
_COMES_TO: Final = re.compile(
    r"\s*[,，(（]?\s*(?:则|亦|也|即|共|合共|合计|约|涉及?|相当于|相等于|等于|折合|为|有|达|至|到)*\s*"
)
"""Between a percentage of the offering and its shares: ``佔比維持一成,涉及289萬股``."""
_IN_SHARES: Final = {"public_share_pct": "public", "international_share_pct": "international"}
_IN_PERCENT: Final = {
    "shares_offered_public": "public_share_pct", "shares_offered_international": "international_share_pct",
}  # fmt: skip
_THAT_IS: Final = re.compile(r"\s*[,，(（]?\s*(?:即|也即|亦即|即是)(?:占)?(?:约|近|逾)?")
_KEPT: Final = re.compile(
    r"\s*(?:因此|因而|故|遂|最终|仍|则|公开发售|散户)*(?:比例|占比|份额|部分)?(?:维持|保持)(?:在|于|为|原来的?|初步的?)*"
)
_WHOLES: Final = ("shares_offered.base", "shares_offered")
_PIECE_OF: Final = re.compile(r"(?:H股|新股|股份)?的(?:大?约|近|逾)?(?:[\d.]+%|[一二三四五六七八九十半\d]+成|一半)")
_TRANCHES: Final = ("public", "international", "preferential")
_SLOTS: Final = {"percent": "share", "shares": "shares"}
_TRANCHE: Final = Cue(id="tranche.in_shares", words=())
_WHOLE_CUE: Final = Cue(id="shares_offered.whole", words=())


def goes_to(clause: Clause, at: int, last: int, kinds: tuple[str, ...], text: str) -> Reading | None:
    """The tranche that the words behind a figure give it to; ``7%即547.4萬股留給散戶`` gives both figures."""
    slot = _SLOTS.get(kinds[0])
    token = _receiver(clause.tokens, last, text) if slot else None
    if slot is None or token is None or token.cue is None or token.cue.scope not in _TRANCHES:
        return None
    if token.cue.near is not None and not _ENDS.match(text, token.end):
        return None
    meaning = by_id()[token.cue.scope].fills[slot]
    before = clause.tokens[at - 1] if at else None
    if before is not None and before.cue is not None and before.cue.scope and _adjoins(before, clause.tokens[at], text):
        return None
    if _MOVES_ON.match(text, token.end):
        return None
    reason = meaning[1:] if meaning.startswith("!") else None
    return Reading(None if reason else meaning, reason, token.cue, (token.start, token.end), kinds[0])


def comes_to(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Shares right behind the percentage of a tranche: ``佔比維持一成,涉及289.16萬股``."""
    last = walk.last
    if kinds != ("shares",) or last is None or last.reason or (scope := _IN_SHARES.get(last.metric)) is None:
        return None
    mention = clause.tokens[at].mention
    if mention is None or not _COMES_TO.fullmatch(walk.folded, last.end, span(mention)[0]):
        return None
    return Reading(by_id()[scope].fills["shares"], None, _TRANCHE, (0, 0), "shares")


def is_share(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The percentage right behind the shares of a tranche, ``增至1,596萬股,即12%``, or one that is kept, ``維持一成``."""
    mention, last = clause.tokens[at].mention, walk.last
    if kinds != ("percent",) or mention is None:
        return None
    start = span(mention)[0]
    scope = _IN_PERCENT.get(last.metric) if last is not None and not last.reason else None
    if last is not None and scope and _THAT_IS.fullmatch(walk.folded, last.end, start):
        return Reading(scope, None, _TRANCHE, (0, 0), "percent")
    if walk.slots.resolve("@share") == "public_share_pct" and _KEPT.fullmatch(walk.folded, clause.start, start):
        return Reading("public_share_pct", None, _TRANCHE, (0, 0), "percent")
    return None


def whole(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """All shares of the offering, of which a percentage is told behind them: ``佔全球發售1,864萬股的10%``."""
    before, mention = clause.tokens[at - 1] if at else None, clause.tokens[at].mention
    if mention is None or before is None or before.cue is None or before.cue.id not in _WHOLES:
        return None
    start, end = span(mention)
    if start - before.end > 2 or _PIECE_OF.match(walk.folded, end) is None:
        return None
    return Reading("shares_offered", None, _WHOLE_CUE, (before.start, before.end), "shares")


def _receiver(tokens: list[Token], last: int, text: str) -> Token | None:
    while last + 1 < len(tokens):
        figure, following = tokens[last], tokens[last + 1]
        end = figure.mention.outer[1] if figure.mention and figure.mention.outer else figure.end
        start = following.mention.outer[0] if following.mention and following.mention.outer else following.start
        if following.kind is Kind.FIGURE and _SAME.fullmatch(text, min(figure.end, end), start):
            last += 1
            continue
        return following if _GOES_TO.fullmatch(text, end, following.start) else None
    return None


def _adjoins(cue: Token, figure: Token, text: str) -> bool:
    """Whether the tranche before a figure holds it: ``公開發售5%國際配售95%``."""
    start = figure.mention.outer[0] if figure.mention and figure.mention.outer else figure.start
    return re.fullmatch(r"[\s:：占为]{0,3}(?:约)?", text[cue.end : start]) is not None
