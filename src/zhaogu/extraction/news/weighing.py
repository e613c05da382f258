"""Companies by the weight of the evidence: whatever may be a name, wherever it stands, and what speaks for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention

from .company import BOARDS, Names
from .cues import subjects, table
from .edges import Endings
from .frames import is_any
from .namelike import is_name, made_of_field
from .phrases import name_before
from .scene import Scene, nouns
from .stretches import Span
from .vocabulary import segment, vocabulary

_CLAUSE: Final = re.compile(r"[^，,。;；！？!?\n:：丨｜]+")
_BOARD: Final = re.compile(rf"[-－](?:{BOARDS}|(?<=-)KY)(?![A-Za-z])")
_ACRONYM: Final = re.compile(r"[A-Z&]{1,4}")
"""ADS, IPO: a name only where it has four letters and does what issuers do."""
_LETTERED: Final = re.compile(r"[A-Z][\u4e00-\u9fff]")
"""B站, C端: words more often than names."""
_NUMBERED: Final = re.compile(r"\d[A-Z]")
_ORDINAL: Final = re.compile(r"第[\d一二三四五六七八九十]{0,3}$")
_WEEKDAY: Final = re.compile("[上下本]?(?:周|星期|礼拜)[一二三四五六日天]")
_NO_NAME: Final = re.compile(
    r"[/{}<>=|]|^[ABH]股$|^A\+H$|^-|[a-z]\.[a-z]|^[一两二三四五六七八九十\d]+[家只间](?:公司|企业|新股)|..[则亦均仍]$"
)
_CAMEL: Final = re.compile(r"[a-z][A-Z]")
_PAGES: Final = 20_000
_FIRST: Final = 8
_MOSTLY: Final = 0.8
_SHORTEST: Final = 4
"""So many small letters make a name: in and of are words of a longer one."""
_NEXT_WORD: Final = re.compile(r" [A-Z][A-Za-z0-9&.-]*")
"""Behind a Latin name that goes on: Lumora| Bio."""
_LEADS_ON: Final = frozenset("在于将向已今昨的")
_ANY: Final = frozenset({"repeated", "led"})
"""Where a phrase stands so, it may be made of anything."""
_DOES: Final = ("acts", "moves", "day", "announces", "period")
_COUNTED: Final = frozenset({*_DOES, "opens"})
"""What tells most where it is seen more than once."""
_LONGEST: Final = 12
_LONGEST_LATIN: Final = 24
_SURE: Final = frozenset({"acts", "day", "listed", "legal", "opens_twice", "subject", "led"})
_LIKELY = _SURE | {"odd"}
"""One of them has the best phrase of an article that has no other name."""
_FOR_A_WORD: Final = frozenset({"subject", "bracket", "quoted", "led", "suffixed"})
"""One of them makes a word of the language a name."""
_FOR_A_LETTER: Final = frozenset({"bracket", "listed", "quoted"})
"""One of them makes a letter with a word a name."""


class Evidence:
    """Where a phrase stands, and what speaks for and against its being the name of an issuer."""

    __slots__ = ("reasons", "seen", "spans")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.spans: list[Span] = []
        self.reasons: set[str] = set()
        self.seen: dict[str, int] = {}

    def add(self, span: Span, reasons: set[str]) -> None:
        """One more place: what speaks for a name needs to be seen once, what speaks against it everywhere."""
        for reason in reasons & _COUNTED:
            self.seen[reason] = self.seen.get(reason, 0) + 1
        if self.spans:
            against = _against()
            once = against & (self.reasons ^ reasons)
            self.reasons = (self.reasons | reasons) - once if once else self.reasons | reasons
        else:
            self.reasons = set(reasons)
        self.spans.append(span)

    @property
    def weight(self) -> int:
        """All reasons together; 0 is as likely a name as not."""
        weights = _weights()
        return weights["start"] + sum(weights[reason] for reason in self.reasons)


def by_weight(names: Names, mentions: list[Mention]) -> None:
    """Add what the evidence makes a name; more is wanted where codes have told who is meant."""
    _by_board(names)
    least = _least()
    scene = Scene(names, mentions)
    rows = ("of_several_coded", "of_several") if scene.several else ("beside_codes", "beside_others")
    enough = least[rows[0] if names.is_led() else rows[1]]
    weighed = weigh(names, scene)
    best = None if names.found else _the_best(weighed)
    likely = {name: evidence for name, evidence in weighed.items() if evidence.weight >= enough or name == best}
    order = _in_order(likely)
    inner = _within_others(order, names.folded)
    for name in order:
        if name not in inner and not _runs_on(name, names):
            company, evidence = names.add(*min(likely[name].spans)), likely[name]
            company.acts = company.acts or not evidence.reasons.isdisjoint({"acts", "listed"})


def _runs_on(name: str, names: Names) -> bool:
    """Whether a phrase goes on where a known name ends, or never stands but in one.

    智行在上海证券 where 智行 is known, 直聘服务 where BOSS直聘 is.
    """
    for size in range(2, len(name)):
        if names.is_called(name[:size]) and name[size] in _LEADS_ON:
            return True
    if names.is_called(name[:-1]) and names.folded.count(name[:-1]) > names.folded.count(name):
        return True  # 滴澈|近日
    stem = _without_form(name)
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
        if _without_form(name) != name:
            shorter = (rank[name[:size]] for size in range(2, len(name)) if name[:size] in rank)
            rank[name] = min((weight - 0.5 for weight in shorter if weight <= rank[name]), default=rank[name])
    return sorted(likely, key=lambda name: rank[name])


def _within_others(names: list[str], folded: str) -> frozenset[str]:
    """The names that stand nowhere but in a likelier one or across its end: 視覺 in 雲上視覺, 直聘服务 in BOSS直聘服务."""
    pages = folded[:_PAGES]
    taken = bytearray(len(pages))
    kept: set[str] = set()
    for name in names:
        spans = [(at, at + len(name)) for at in _places(pages, name, len(pages))]
        if _has_more(name, kept) or not all(any(taken[start:end]) for start, end in spans):
            kept.add(name)
            for start, end in spans:
                taken[start:end] = b"1" * (end - start)
    return frozenset(set(names) - kept)


def _has_more(name: str, kept: set[str]) -> bool:
    """Whether a name is one of some with its form or its owner's name, and not with a letter of what follows it."""
    parts = ((at, end) for at in range(len(name)) for end in range(at + 2, len(name) + 1))
    return any(name[at:end] in kept for at, end in parts if at > 0 or end < len(name) - 1)


def weigh(names: Names, scene: Scene) -> dict[str, Evidence]:
    """Every phrase that may be a name, with the evidence of all its places."""
    found: dict[str, Evidence] = {}
    fits: dict[str, bool] = {}
    folded = names.folded
    clauses = [match.span() for match in _CLAUSE.finditer(folded)]
    for start, end in clauses:
        for span, made in scene.stretches.of(start, end).items():
            name = folded[span[0] : span[1]]
            if (fit := fits.get(name)) is None:
                longest = _LONGEST_LATIN if name.isascii() else _LONGEST
                fit = fits[name] = len(name) <= longest and is_name(name, strict=False)
            if (fit or not made.isdisjoint(_ANY)) and not _is_numbered(folded, span[0]):
                if (evidence := found.get(name)) is None:
                    evidence = found[name] = Evidence()
                evidence.add(span, made | scene.reasons(span, start, end))
    _look_everywhere(found, scene, clauses)
    found = {
        name: evidence
        for name, evidence in found.items()
        if _may_be(name, evidence.reasons) and not scene.said.apart(*evidence.spans[0]) and not is_any(folded, name)
    }
    glued = {name for name in found if _is_glued(folded, name)}
    stems = {name: _without_form(name) for name in found}
    _share(found, stems, glued)
    most = max((scene.said.times(name) for name in found if name not in glued), default=0)
    for name, evidence in found.items():
        stem = stems[name]
        if stem != name:
            evidence.reasons.add("legal")
        _as_a_whole(name, scene.said.times(stem if stem in found else name), most, evidence.reasons)
        _in_the_text(name, evidence, names, scene)
        if name in glued:
            evidence.reasons.add("glued")
        if scene.sources and any(name in who for who in scene.sources):
            evidence.reasons.add("source")
        if evidence.reasons.isdisjoint(_backing()):
            evidence.reasons.add("loose")
    return found


def _look_everywhere(found: dict[str, Evidence], scene: Scene, clauses: list[Span]) -> None:
    """Weigh what is repeated at its other places too."""
    starts = [start for start, _ in clauses]
    for name, evidence in found.items():
        if "repeated" not in evidence.reasons:
            continue
        for at in _places(scene.folded, name):
            span, clause = (at, at + len(name)), clauses[bisect_right(starts, at) - 1]
            if span not in evidence.spans and span[1] <= clause[1]:
                evidence.add(span, scene.reasons(span, *clause))


def _is_numbered(folded: str, start: int) -> bool:
    """Whether a phrase goes on with a number before it: ``3D打印``, ``第五套标准``."""
    if folded[start : start + 1].isascii() and _NUMBERED.match(folded, start - 1) is not None:
        return True
    near = folded[max(0, start - 4) : start]
    return "第" in near and _ORDINAL.search(near) is not None


def _share(found: dict[str, Evidence], stems: dict[str, str], glued: set[str]) -> None:
    """What speaks for 海吉亞 speaks for 海吉亞醫療, and the other way round."""
    for name, evidence in found.items():
        stem = stems[name]
        short = found.get(stem) if stem != name else None
        if short is not None and stem not in glued:
            for one, other in ((evidence, short.reasons), (short, evidence.reasons)):
                one.reasons |= other & _backing()


def _without_form(name: str) -> str:
    size = _forms().longest(name)
    return name[:-size] if 0 < size < len(name) else name


def _may_be(name: str, reasons: set[str]) -> bool:
    """Not a person, and no single word of the language unless it stands where only names stand."""
    if not name[0].isalnum() or _NO_NAME.search(name) or _WEEKDAY.fullmatch(name):
        return False
    if "person" in reasons or ("general" in reasons and reasons.isdisjoint(_backing_once())):
        return False
    if name[0].isascii():
        if name in subjects()["acronyms"] or (name.isascii() and name.islower() and len(name) < _SHORTEST):
            return False
        if _LETTERED.fullmatch(name):
            return not reasons.isdisjoint(_FOR_A_LETTER)
        if _ACRONYM.fullmatch(name):
            return "acts" in reasons and (len(name) > 3 or "repeated" in reasons)
    return name not in vocabulary() or not reasons.isdisjoint(_FOR_A_WORD)


def _as_a_whole(name: str, count: int, most: int, reasons: set[str]) -> None:
    """Add what a phrase is like, wherever it stands."""
    if count > 1:
        reasons.add("again")
        if count > 3:
            reasons.add("often")
        if count == most:
            reasons.add("most")
    if name.isascii():
        if _CAMEL.search(name) is None:
            reasons.add("latin")
    elif len(name) >= 4:
        reasons.add("long")
        if len(name) >= 7:
            reasons.add("too_long")
    if not is_name(name):
        reasons.add("noun")
    if name in vocabulary():
        reasons.add("one_word")


def _in_the_text(name: str, evidence: Evidence, names: Names, scene: Scene) -> None:
    """Add how a phrase stands in the whole of the text: whether sentences turn to it, and what is always beside it."""
    folded, title, seen, reasons = names.folded, names.title_end, evidence.seen, evidence.reasons
    beside = "event" not in reasons and "acts" not in reasons and scene.is_beside(min(evidence.spans)[0])
    if beside:
        reasons.add("rival")
    if (opened := seen.get("opens", 0)) > 1:
        reasons.add("opens_twice")
        if opened > 3:
            reasons.add("opens_often")
    if sum(count for reason, count in seen.items() if reason != "opens") > 1:
        reasons.add("does_twice")
    if title and folded.find(name, 0, title) >= 0 and folded.find(name, title) >= 0:
        reasons.add("titled")
    if folded.find(name, title, scene.lead) >= 0:
        reasons.add("lead")
    if made_of_field(name):
        reasons.add("field")
    if any(part[2] == "stop" for part in segment(name, 0, len(name))):
        reasons.add("verb")
    if not is_name(name, strict=False):
        reasons.add("unlike")


def _is_glued(folded: str, name: str) -> bool:
    """Whether the same letter stands before a phrase mostly, or behind it wherever it comes, and it comes again."""
    places = _places(folded, name)
    if len(places) < 2:
        return False
    letters = [folded[at - 1 : at] for at in places]
    before = max(letters, key=letters.count)
    if before.isalnum() and letters.count(before) >= _MOSTLY * len(places):
        led = next(at for at in places if folded[at - 1 : at] == before)
        return not nouns().of(folded[:led])
    after = {folded[at + len(name) : at + len(name) + 1] for at in places}
    words = {_NEXT_WORD.match(folded, at + len(name)) for at in places} if name.isascii() else set()
    if words and len({word and word.group() for word in words}) == 1:
        return None not in words
    return len(after) == 1 and min(after).isalpha()


def _places(folded: str, name: str, most: int = _FIRST) -> list[int]:
    """Where a phrase stands, the first places."""
    places: list[int] = []
    at = folded.find(name)
    while at >= 0 and len(places) < most:
        places.append(at)
        at = folded.find(name, at + 1)
    return places


def _by_board(names: Names) -> None:
    """``甲-B``: a board's mark behind a name."""
    for match in _BOARD.finditer(names.folded):
        start, end = name_before(names.folded, match.start())
        if 2 <= end - start <= _LONGEST and is_name(names.folded[start:end], strict=False):
            names.add(start, end)


@cache
def _least() -> dict[str, int]:
    return dict(table("news_names.toml")["least"])


@cache
def _weights() -> dict[str, int]:
    return {row["id"]: row["weight"] for row in table("news_names.toml")["evidence"]}


@cache
def _against() -> frozenset[str]:
    return frozenset(row["id"] for row in table("news_names.toml")["evidence"] if row.get("everywhere"))


@cache
def _backing() -> frozenset[str]:
    return frozenset(row["id"] for row in table("news_names.toml")["evidence"] if row.get("backs"))


@cache
def _backing_once() -> frozenset[str]:
    """What backs a phrase that stands once."""
    return _backing() - {"again"}


@cache
def _forms() -> Endings:
    return Endings((*subjects()["legal"], *subjects()["forms"]))
