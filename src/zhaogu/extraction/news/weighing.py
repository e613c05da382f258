"""Every phrase of an article that may be a name, with what speaks for it in the whole of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from .company import Names
from .cues import subjects
from .edges import Endings
from .evidence import Evidence, backing
from .frame_names import is_any
from .namelike import is_name, made_of_field
from .pages import PAGES
from .scene import Scene, nouns
from .stretches import Span
from .vocabulary import segment, vocabulary

_CLAUSE: Final = re.compile(r"[^，,。;；！？!?\n:：丨｜]+")
_ACRONYM: Final = re.compile(r"[A-Z&]{1,4}")
"""ADS, IPO: a name only where it has four letters and does what issuers do."""
_LETTERED: Final = re.compile(r"[A-Z][\u4e00-\u9fff]")
"""B站, C端: words more often than names."""
_NUMBERED: Final = re.compile(r"\d[A-Z]")
_ORDINAL: Final = re.compile(r"第[\d一二三四五六七八九十]{0,3}$")
_WEEKDAY: Final = re.compile("[上下本]?(?:周|星期|礼拜)[一二三四五六日天]")
_NO_NAME: Final = re.compile(
    r"[/{}<>=|]|^[ABH]股$|^A\+H$|^-|[a-z]\.[a-z]|^[一两二三四五六七八九十\d]+[家只间](?:公司|企业|新股)|..[则亦均仍]$"
    r"|(?:记者|编辑|通讯员|特派员|撰稿人)$"
    r"|^(?:独家|联席|整体|唯一)?(?:全球|整体)?(?:协调人|保荐人|账簿管理人|经办人|操作人|包销商)"
)
_CAMEL: Final = re.compile(r"[a-z][A-Z]")
_FIRST: Final = 8
_MOSTLY: Final = 0.8
_SHORTEST: Final = 4
"""So many small letters make a name: in and of are words of a longer one."""
_NEXT_WORD: Final = re.compile(r" [A-Z][A-Za-z0-9&.-]*")
"""Behind a Latin name that goes on: Lumora| Bio."""
_ANY: Final = frozenset({"repeated", "led"})
"""Where a phrase stands so, it may be made of anything."""
_LONGEST: Final = 12
_LONGEST_LATIN: Final = 24
_FOR_A_WORD: Final = frozenset({"subject", "bracket", "quoted", "led", "suffixed"})
"""One of them makes a word of the language a name."""
_FOR_A_LETTER: Final = frozenset({"bracket", "listed", "quoted"})
"""One of them makes a letter with a word a name."""


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
    glued = {name for name, evidence in found.items() if _is_glued(folded, name, evidence.spans[0][0])}
    stems = {name: without_form(name) for name in found}
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
        if evidence.reasons.isdisjoint(backing()):
            evidence.reasons.add("loose")
    return found


def _look_everywhere(found: dict[str, Evidence], scene: Scene, clauses: list[Span]) -> None:
    """Weigh what is repeated at its other places too."""
    starts = [start for start, _ in clauses]
    for name, evidence in found.items():
        if "repeated" not in evidence.reasons:
            continue
        for at in places_of(scene.folded, name, evidence.spans[0][0]):
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
                one.reasons |= other & backing()


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


def _is_glued(folded: str, name: str, near: int) -> bool:
    """Whether the same letter stands before a phrase mostly, or behind it wherever it comes, and it comes again."""
    places = places_of(folded, name, near)
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


@cache
def _backing_once() -> frozenset[str]:
    """What backs a phrase that stands once."""
    return backing() - {"again"}


def places_of(folded: str, name: str, near: int = 0, most: int = _FIRST) -> list[int]:
    """Where a phrase stands, the first places around one of them."""
    places: list[int] = []
    last = near + PAGES
    at = folded.find(name, max(0, near - PAGES), last)
    while at >= 0 and len(places) < most:
        places.append(at)
        at = folded.find(name, at + 1, last)
    return places


def without_form(name: str) -> str:
    """A name without its legal form, trade or place at its end.

    >>> without_form("海吉亚医疗"), without_form("医疗")
    ('海吉亚', '医疗')
    """
    size = _forms().longest(name)
    return name[:-size] if 0 < size < len(name) else name


@cache
def _forms() -> Endings:
    return Endings((*subjects()["legal"], *subjects()["forms"]))
