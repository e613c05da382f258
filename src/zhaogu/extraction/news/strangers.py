"""Clauses that open with the name of a company that is not in question: their figures are its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from .cues import subjects
from .namelike import is_name, is_plain_name
from .naming import Naming
from .passing import was_once
from .phrases import lead_phrase
from .places import Places
from .tokens import Clause, Kind, Sentence, Token

_THAN: Final = re.compile(
    r"(?:较|比|相比|对比|高[于过]|低[于过]|多[于过]|少于|[远赶反]?超[过越]?|媲美|堪比|跑赢|次于|不及|逊于|优于|胜过"
    r"|打破|刷新|改写|追平|力压|[压盖]过|击败|抛离|直?逼近?)了?[ “「]?$"
)
_THIS_ONE: Final = re.compile(r"\s*[“「]?(?:而|但|不过)?[这那][家间只支]")
"""A clause that opens with 這家 goes on with whom the one before spoke of, whatever it calls him."""
_SHORTEST: Final = 2
_THIS: Final = frozenset("这那")
_NOT_FIRST: Final = frozenset(
    "转直到自从至再又仍则才并且则就便已将拟若如当每单仅只约逾超近占按以较比随对经由受因但却而与及或最更很大小高低升跌涨增减降扭录获得实完"
)
_MOVES: Final = re.compile(
    r"(?:今日|昨日|今早|当日|则|亦|也|昨|今)*(?:再|微|急|逆市|盘中)?(?:收(?:报|涨|跌|升|挫)|[涨跌升挫泻扬](?=\d|[约逾近]\d))"
)
_LISTS_THERE: Final = re.compile(
    r"(?:(?:早在?|[一两二三四五六七八九十数几半\d]+个?多?(?:星期|礼拜|周|日|天|月|年)前|此前|早前|刚刚?|已|曾)*(?:在|于|赴|登陆)"
    r"(?:纳斯达克|那斯达克|纽交所|纽约|美国|美股|港交所|香港|港股|[上深]交所|科创板|创业板|A股)[^,，。;；\d]{0,6}(?:[集募融筹]资|筹|上市|挂牌|敲钟|招股)|(?:早已|已)?(?:上市|挂牌)(?:多年|已久|[一两二三四五六七八九十\d]+年(?!初|底|末|内|报)))"
)
"""Behind the name of a clause: it is one that was listed before, 隔着太平洋,甲三周前在纳斯达克募资4.11亿美元."""
_LONG_LISTED: Final = re.compile(r"(?:上市|挂牌)(?:多年|已久)")
_TELLING: Final = frozenset("收涨跌升挫泻扬募筹")
"""What the words of a move hold, or of what was raised."""


class Opening:
    """The name that a clause opens with, where it stands, and what speaks for its being that of a stranger."""

    __slots__ = ("dated", "end", "first", "listed", "name", "start", "told")

    def __init__(self, name: str, start: int, first: Token, *, dated: bool, listed: bool, told: bool) -> None:
        """Take the name, the ``first`` token behind it, and what is told: a day, a listing, rivals."""
        self.name, self.start, self.end = name, start, start + len(name)
        self.first, self.dated, self.listed, self.told = first, dated, listed, told


class Strangers:
    """The companies that an article has only for comparison, as clauses open with their names."""

    def __init__(self, folded: str, naming: Naming, places: Mapping[str, Places]) -> None:
        """Take an article, its companies, and where the words for rivals, listings and firms stand."""
        self.folded, self._places = folded, places
        self._tells = _TELLING.union(*naming.by_part)
        self._known: set[str] = set()

    def opening(
        self, clause: Clause, sentence: Sentence, place: tuple[int, Token], *, dated: bool, told: bool
    ) -> Opening | None:
        """The name that a clause of figures opens with, at the ``place`` that :func:`may_open` gives.

        ``dated`` by the clause before; ``told`` of a stranger already.
        """
        start, first = place
        timed, dated = first.kind is Kind.TIME, dated or start > clause.start
        verbs = (timed or dated) and self._places["verbs"].any(start, clause.end)
        if not (clause.figure or verbs or _LONG_LISTED.search(self.folded, start, clause.end)):
            return None
        told = self._places["peers"].any(sentence.start, clause.end) or told
        led = told or dated or timed or clause.figure is None or not self._tells.isdisjoint(clause.letters)
        if not led and not self._places["legal"].any(start, first.start):
            return None
        span = lead_phrase(self.folded, start, first.start)
        if span is None or not is_name(name := self.folded[slice(*span)]):
            return None
        return Opening(name, span[0], first, dated=dated, listed=dated and verbs, told=told)

    def is_one(self, opening: Opening, clause: Clause) -> bool:
        """Whether it is a stranger whose name a clause opens with, as others may have told before."""
        name, end = opening.name, opening.end
        plain = is_plain_name(name) or (len(name) > 2 and name.endswith(_trades()))
        may_open = name[0] not in _NOT_FIRST
        known = len(name) > 2 and plain and may_open
        adjoins = opening.first.start - end <= 1 and opening.first.kind is Kind.TIME and known
        firm = name.endswith(subjects()["legal"]) and len(name) > 2
        once = opening.dated and plain and was_once(self.folded, end)
        moves = known and any(said.match(self.folded, end, clause.end) for said in (_MOVES, _LISTS_THERE))
        led = moves or opening.told or adjoins or firm or (opening.listed and known)
        if once or (led and may_open):
            self._known.add(name)
        return name in self._known


@cache
def _trades() -> tuple[str, ...]:
    return tuple(subjects()["forms"])


def only_compares(folded: str, start: int, name: int) -> bool:
    """Whether a clause only compares with whose name stands in it: 較甲的124億元多六倍.

    >>> only_compares("较甲的124亿元", 0, 1), only_compares("今年甲收入124亿元", 0, 2)
    (True, False)
    """
    return _THAN.search(folded, start, name) is not None


def may_open(folded: str, clause: Clause) -> tuple[int, Token] | None:
    """Where a clause goes on behind the days that it opens with, and the token up to which a name may stand there."""
    if not _THIS.isdisjoint(clause.letters) and _THIS_ONE.match(folded, clause.start):
        return None
    start = clause.start
    for token in clause.tokens:
        if token.kind is Kind.TIME and not folded[start : token.start].strip(' \n“"「'):
            start = token.end
        elif token.kind is not Kind.OPEN:
            return (start, token) if token.start - start >= _SHORTEST else None
    return None
