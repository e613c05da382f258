"""Companies by the weight of the evidence: whatever may be a name, wherever it stands, where enough speaks for it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .about import is_about_market, is_backed
from .company import BOARDS, Names
from .cues import table
from .evidence import Evidence
from .market import counts_several
from .namelike import is_name
from .pages import PAGES
from .phrases import name_before
from .scene import Scene
from .weighing import places_of, weigh, without_form

_BOARD: Final = re.compile(rf"[-－](?:{BOARDS}|(?<=-)KY)(?![A-Za-z])")
_ANOTHER: Final = re.compile(
    "另[一有外]|另[,，]|同(?:[日天场]|期(?:招股|上市|挂牌))|此外|至于|还有|与此同时|下一|接下来|后者|两者|旗下|分拆|母公司|对比|相比之下|比较之下"
    "|[早晚迟]了?[一两二三半数几0-9]|比它|[较比]其"
)
"""What turns to somebody else."""
_LEADS_ON: Final = frozenset("在于将向已今昨的")
_LONGEST: Final = 12
_SURE: Final = frozenset({"acts", "day", "listed", "legal", "opens_twice", "subject", "led"})
_LIKELY = _SURE | {"odd"}
"""One of them has the best phrase of an article that has no other name."""


def by_weight(names: Names, mentions: list[Mention]) -> None:
    """Add what the evidence makes a name; more is wanted where codes have told who is meant."""
    _by_board(names)
    if _is_of_one(names, mentions):
        return
    least = _least()
    scene = Scene(names, mentions)
    rows = ("of_several_coded", "of_several") if scene.several else ("beside_codes", "beside_others")
    enough = least[rows[0] if names.is_led() else rows[1]]
    weighed = weigh(names, scene)
    if not names.found and is_about_market(names.folded):
        weighed = {name: evidence for name, evidence in weighed.items() if is_backed(evidence.reasons)}
    best = None if names.found else _the_best(weighed)
    likely = {name: evidence for name, evidence in weighed.items() if evidence.weight >= enough or name == best}
    order = _in_order(likely)
    inner = _within_others(order, names.folded)
    for name in order:
        if name not in inner and not _runs_on(name, names):
            company, evidence = names.add(*min(likely[name].spans)), likely[name]
            company.acts = company.acts or not evidence.reasons.isdisjoint({"acts", "listed"})


def _is_of_one(names: Names, mentions: list[Mention]) -> bool:
    """Whether a company with a code leads an article that counts no companies, has no other code and turns to nobody else."""
    codes = {mention.code for mention in mentions if mention.kind is MentionKind.CODE and mention.code}
    alone = len(names.found) == 1 and len(codes) < 2 and names.is_led() and not counts_several(names.folded)
    return alone and _ANOTHER.search(names.folded) is None


def _by_board(names: Names) -> None:
    """``甲-B``: a board's mark behind a name."""
    for match in _BOARD.finditer(names.folded):
        start, end = name_before(names.folded, match.start())
        if 2 <= end - start <= _LONGEST and is_name(names.folded[start:end], strict=False):
            names.add(start, end)


def _runs_on(name: str, names: Names) -> bool:
    """Whether a phrase goes on where a known name ends, or never stands but in one.

    智行在上海证券 where 智行 is known, 直聘服务 where BOSS直聘 is.
    """
    for size in range(2, len(name)):
        if names.is_called(name[:size]) and name[size] in _LEADS_ON:
            return True
    if names.is_called(name[:-1]) and names.folded.count(name[:-1]) > names.folded.count(name):
        return True  # 滴澈|近日
    if names.folded.count(f"{name}交易所") == names.folded.count(name):
        return True  # 北京证券|交易所
    stem = without_form(name)
    if stem != name and not names.is_called(stem) and names.ends_with(stem):
        return True
    whole = None if names.is_called(name) else names.within(name)
    return whole is not None and names.folded.count(whole) == names.folded.count(name)


def _the_best(weighed: dict[str, Evidence]) -> str | None:
    """The likeliest name of an article that has none; made of odd letters alone, it needs more."""
    likely = [name for name, evidence in weighed.items() if not evidence.reasons.isdisjoint(_LIKELY)]
    best = max(likely, key=lambda name: weighed[name].weight, default=None)
    if best and weighed[best].weight >= _least()["any" if weighed[best].reasons & _SURE else "any_odd"]:
        return best
    return None


def _in_order(likely: dict[str, Evidence]) -> list[str]:
    """The likeliest names first, but a name with its form before the same without it: 京东物流, 京东."""
    rank = {name: -float(evidence.weight) for name, evidence in likely.items()}
    for name in likely:
        if without_form(name) != name:
            shorter = (rank[name[:size]] for size in range(2, len(name)) if name[:size] in rank)
            rank[name] = min((weight - 0.5 for weight in shorter if weight <= rank[name]), default=rank[name])
    return sorted(likely, key=lambda name: rank[name])


def _within_others(names: list[str], folded: str) -> frozenset[str]:
    """The names that stand nowhere but in a likelier one or across its end: 視覺 in 雲上視覺, 直聘服务 in BOSS直聘服务."""
    pages = folded[:PAGES]
    taken = bytearray(len(pages))
    kept: set[str] = set()
    for name in names:
        spans = [(at, at + len(name)) for at in places_of(pages, name, most=len(pages))]
        if _has_more(name, kept) or not all(any(taken[start:end]) for start, end in spans):
            kept.add(name)
            for start, end in spans:
                taken[start:end] = b"1" * (end - start)
    return frozenset(set(names) - kept)


def _has_more(name: str, kept: set[str]) -> bool:
    """Whether a name is one of some with its form or its owner's name, and not with a letter of what follows it."""
    parts = ((at, end) for at in range(len(name)) for end in range(at + 2, len(name) + 1))
    return any(name[at:end] in kept for at, end in parts if at > 0 or end < len(name) - 1)


@cache
def _least() -> dict[str, int]:
    return dict(table("news_names.toml")["least"])
