"""Who is meant where a clause opens with a word for companies named before: 前者, 後者, 兩家, 該公司."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .cues import subjects
from .names import Company
from .tokens import Clause, Kind

_NUMERALS: Final = "三四五六"
_ALL_OF: Final = re.compile(
    r"(?:上述|以上|这|该)?(?P<count>[三四五六])(?:股(?!东)|者|家公司|家企业|[只家]新股|[只家间](?=[均都皆同全各]|分别))"
)
_TWO: Final = re.compile(r"[两二](?:家|只|者|间)的?(?P<both>均|都|也|同日|同步|各自?|分别|皆|的)?")
_ACCOUNTS: Final = frozenset(
    {"revenue", "net_profit", "net_loss", "earned", "lost", "net_profit_attributable", "gross_margin"}
)
Meant = tuple[list[Company], str | None]
"""Who is spoken of, and who else it is where the article does not name him."""


def may_mean(folded: str, start: int) -> bool:
    """Whether a word for companies named before may begin at a place: most clauses open otherwise.

    >>> may_mean("前者招股", 0), may_mean("招股首日", 0)
    (True, False)
    """
    return folded[start : start + 1] in _initials()


def meant(
    folded: str, clause: Clause, start: int, now: Meant, pair: list[Company], several: list[Company]
) -> Meant | None:
    """Who is meant by the word that opens a clause at ``start``, ``now`` being spoken of; None where it opens otherwise.

    ``pair`` are the two that were spoken of, ``several`` those that a count of three and more may mean.

    >>> one, other = Company("甲", 0, {"甲"}), Company("乙", 2, {"乙"})
    >>> said = "后者收入9亿元"
    >>> [who.name for who in meant(said, Clause(0, 7), 0, ([one], None), [one, other], [])[0]]
    ['乙']
    """
    last = now[0]
    for words, pick in (("former", 0), ("latter", 1)):
        if len(pair) > 1 and folded.startswith(subjects()[words], start):
            return [pair[pick]], None
    if len(pair) < 2 and folded.startswith(subjects()["latter"], start) and _tells_accounts(clause):
        return last, "the latter of two"
    if len(pair) > 1 and (folded.startswith(subjects()["both"], start) or _says_two(folded, clause, start)):
        return pair, None
    count = _ALL_OF.match(folded, start, clause.end)
    if count and len(several) == _NUMERALS.index(count["count"]) + 3:
        return several, None
    if not folded.startswith(subjects()["same"], start):
        return None
    if folded.startswith("其", start):
        return now
    return last[-1:] if len(last) > 1 and folded.startswith("该", start) else last, None


def former_and_latter(folded: str, clause: Clause, pair: list[Company]) -> list[tuple[int, list[Company]]]:
    """``前者14,040元一手、後者5,474元``: the two that were spoken of, in one clause, and where each stands."""
    if len(pair) != 2 or "者" not in clause.letters:
        return []
    places = [folded.find(subjects()[name][0], clause.start, clause.end) for name in ("former", "latter")]
    if not clause.start <= places[0] < places[1]:
        return []
    return [(place, [company]) for place, company in zip(places, pair, strict=True)]


def end_of_either(folded: str, start: int) -> int | None:
    """Where 前者 or 後者 ends that begins at a place."""
    either = (word for name in ("former", "latter") for word in subjects()[name])
    return next((start + len(word) for word in either if folded.startswith(word, start)), None)


def _tells_accounts(clause: Clause) -> bool:
    return any(token.cue and token.cue.id in _ACCOUNTS for token in clause.cued)


def _says_two(folded: str, clause: Clause, start: int) -> bool:
    """Whether a clause opens with 兩家 and what both of them have or do: 兩家淨虧損分別為…."""
    match = _TWO.match(folded, start, clause.end)
    return match is not None and (
        bool(match["both"]) or any(t.start == match.end() for t in clause.tokens if t.cue or t.kind is Kind.TIME)
    )


@cache
def _initials() -> frozenset[str]:
    """What the words begin with that stand for a company named before."""
    words = (word for name in ("former", "latter", "both", "same") for word in subjects()[name])
    return frozenset((*"上以这该三四五六", *(word[0] for word in words)))
