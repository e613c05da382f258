"""Figures of those who apply for shares or take them: applicants, placees, cornerstone investors."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .candidate import Candidate
from .cues import Cue
from .figures import span
from .tokens import Clause
from .walk import Walk

_BEHIND_WORD: Final = 3
_BODIES: Final = frozenset("家名位间")
_INVESTORS: Final = re.compile(
    r"\s*(?:[,，。;；、:：)）(（]|$|机构|投资|基石|撑场|参与|认购|合共|合计|包括|承诺|共|分别|知名|大型|国际)"
)
_ASKED_FOR: Final = re.compile(
    r"(?<![可所]供)(?<![可将能])(?:认购|申请|申购)[^占,，。;；\d]{0,16}(?:[可所]供|提呈|初步|发售|公开)[^占,，。;；\d]{0,14}"
    r"(?:[的之]|总数|总额|数目|股数|股份|份额)(?:大约|仅|只|约|近|逾)*$"
)
_OF_THE_MONEY: Final = re.compile(
    r"(?:相当于|相等于|等于|仅?及|[仅只]?达|占|覆盖了?)(?:香港)?公开(?:发售|认购|招股)?(?:部分)?的?(?:[集募筹]资)(?:总?额|规模|部分)?的?(?:大?约|近|逾|仅|只)*$"
)
"""Before a percentage: it is what is asked for of the money that the public tranche raises, 相當於公開集資額的59%."""
_TIMES_THE_SHARES: Final = re.compile(
    r"(?:相当于|相等于|等于|[为是])[^,，。;；\d]{0,12}[\d.,]+[万亿]?股[^,，。;；\d]{0,8}的(?:大?约|近|逾)?$"
)
_TAKEN: Final = ("cornerstone_shares", "cornerstone_share_pct", "cornerstone_amount")
_INVESTOR: Final = re.compile(
    r"\s*(?:当中|其中|而|另|及)?(?!余|其余|剩|另外|合|共)[^\s,，。;；:：()（）\d公散]{2,14}(?:则|亦|也)?"
)
_AMONG: Final = ("当中", "其中", "而")
_ACT_AS: Final = re.compile(
    r"\s*(?:知名|国际|长线|大型|海外|内地|本地|中外|境内外)*(?:机构|投资者|投资人|投资方|企业|公司|股东|基金|财团)+(?:[,，])?(?:获?引入)?"
    r"(?:作为?|为|担任|成为?|当|出任|充当|担当|组成|以)(?:了|是次|今次|此次|本次|公司|上市|首发|的)*基石"
)
"""Bodies behind their number that are the cornerstone investors: ``9家机构作为基石投资者``."""
_SUBSCRIBE: Final = re.compile(r"\s*(?:共|合共|合计|一共|总共|总计|累计|联合|携手|承诺|同意|拟|将)*(?:认购|出资|斥资)")
_AND_OTHERS: Final = re.compile(r"等(?:合共|合计|总共|总计|共)?$")
_ONE_OF_THEM: Final = re.compile(r"[^,，。;；]{1,30}等(?:合共|合计|总共|总计|共)?[一二三四五六七八九十\d]+[家名位间]")
"""Behind the names of some investors, how many they are, and behind one of them: 包括甲及一家電池龍頭等六名."""
_LISTED: Final = Cue(id="cornerstone.listed", words=())
_COUNTED: Final = Cue(id="cornerstone.counted", words=())
_OF_MONEY: Final = Cue(id="asked_for.money", words=(), basis="total", stage="interim")
_ASKED: Final = Cue(id="asked_for", words=(), basis="total")


def takes_too(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Shares of another investor in the clauses behind cornerstones: ``当中甲基金402万股,乙资本258万股``."""
    last, mention = _told_of_them(walk, clause) or walk.last, clause.tokens[at].mention
    if kinds != ("shares",) or mention is None or last is None or last.metric not in _TAKEN or last.reason:
        return None
    if any(t.cue and t.cue.id != "of_which" for t in clause.tokens[:at] if t.end - t.start > 1):
        return None
    if not _INVESTOR.fullmatch(walk.folded, clause.start, span(mention)[0]):
        return None
    return Reading("cornerstone_shares", None, _LISTED, (0, 0), "shares")


def _told_of_them(walk: Walk, clause: Clause) -> Candidate | None:
    """The figure told last, where a sentence goes on with some of those that it is of: ``當中甲基金一家1,266萬股``."""
    among = walk.folded.startswith(_AMONG, clause.start) and clause.start == walk.sentence.start
    return next((c for c in reversed(walk.lately()) if c.metric in _TAKEN), None) if among else None


def asked_for(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """How much of what was offered was asked for: ``认购额仅为初步可供认购股数的24%`` is 0.24 times."""
    mention = clause.tokens[at].mention
    if kinds not in (("percent",), ("times",)) or mention is None:
        return None
    if (
        kinds == ("percent",)
        and "资" in clause.letters
        and _OF_THE_MONEY.search(walk.folded, clause.start, span(mention)[0])
    ):
        return Reading("public_subscription_multiple", None, _OF_MONEY, (0, 0), "percent")
    meaning = walk.slots.resolve("@multiple")
    if meaning is None or meaning.startswith("!"):
        return None
    pattern = _ASKED_FOR if kinds == ("percent",) else _TIMES_THE_SHARES
    if not pattern.search(walk.folded, clause.start, span(mention)[0]):
        return None
    return Reading(meaning, None, _ASKED, (0, 0), kinds[0])


def over_all(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Over-subscription of no tranche, where none was spoken of, is that of the public: ``獲超額認購2,300倍``."""
    mention = clause.tokens[at].mention
    if kinds[0] != "times" or mention is None or "multiple" in walk.slots.values or walk.sentence.heading:
        return None
    start, end = span(mention)
    over = [t for t in clause.cued if t.cue is not None and t.cue.basis == "over"]
    word = next((t for t in over if 0 <= start - t.end <= _BEHIND_WORD or 0 <= t.start - end <= 1), None)
    owners = walk.who.at(start)
    if word is None or word.cue is None or not owners or any(c.exchange not in (None, "HKEX") for c in owners):
        return None
    return Reading("public_subscription_multiple", None, word.cue, (word.start, word.end), "times")


def counted(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...], *, first: bool = False) -> Reading | None:
    """A number of bodies that act as cornerstone investors, or stand where these are spoken of and nothing says more.

    ``first`` for those that subscribe, ``三家合共認購``, before other words read them as applications.
    """
    token = clause.tokens[at]
    if "count" not in kinds or token.mention is None or token.mention.unit not in _BODIES:
        return None
    end = span(token.mention)[1]
    if first and walk.slots.resolve("@investors") == "cornerstone_count":
        if _AND_OTHERS.search(walk.folded, clause.start, token.start):
            return Reading("cornerstone_count", None, _COUNTED, (0, 0), "count")
        if _ONE_OF_THEM.match(walk.folded, end, clause.end):
            return Reading(None, "one of those counted", _COUNTED, (0, 0), "count")
    behind = _SUBSCRIBE if first else _INVESTORS
    told = walk.slots.resolve("@investors") == "cornerstone_count" and behind.match(walk.folded, end)
    if not told and not _ACT_AS.match(walk.folded, end):
        return None
    return Reading("cornerstone_count", None, _COUNTED, (0, 0), "count")
