"""Companies by the weight of the evidence: whatever may be a name, wherever it stands, and what speaks for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from zhaogu.model.mention import Mention, MentionKind

from .company import Names
from .cues import subjects, table, trie_pattern, word_pattern
from .market import SEVERAL
from .phrases import is_name, is_plain_name, lead_phrase, name_before
from .vocabulary import Part, runs, segment, vocabulary

_CLAUSE = re.compile(r"[^，,。;；！？!?\n:：]+")
_BOARD = re.compile(r"[-－](?:SW|WP|W|B|P|S|R|X|KY)+(?![A-Za-z])")
_LISTED = re.compile(
    r"(?:挂牌|上市|登场|登陆|递表|招股|亮相|上场|首例)[^，,。;；的]{0,6}的(?:[^，,。;；的]{0,8}(?:平台|品牌|企业|公司|商|股))?$|分拆(?:出来的|上市的|的|旗下的?)?$"
)
_SPONSORED = re.compile(
    r"(?:担任|出任|[任为是作])[^，,。]{0,8}(?:保荐|包销|承销|账簿|经办|协调|牵头|财务顾问)|联席保荐|独家保荐"
)
_MARKS = ' \n“"「■●•*#>'
_MOVES = re.compile(
    r"(?:则|亦|也|同样|今日|昨日|首日|全日|早段|午后|盘中|一度|微|大|急|劲|再|逆市|股价)*(?:[开收](?:报|盘|市|于)|报收|终场|[高低平]开|[升涨跌挫飙扬泻])"
)
_ACRONYM = re.compile(r"[A-Z&]{1,4}|[A-Z][\u4e00-\u9fff]")
_QUOTE = re.compile(r"\(\d+(?:\.\d+)?[,，%]")
"""A live price in brackets, which a site puts behind any share's name."""
_CAMEL = re.compile(r"[a-z][A-Z]")
_PAGES = 20_000
_LONGEST, _LONGEST_LATIN = 12, 24
_LONGEST_FORM, _REACH = 8, 60
_NEAR, _WIDE = 12, 14
"""How far before a name its role is told, and what it did."""
Span = tuple[int, int]


@dataclass(slots=True)
class Evidence:
    """Where a phrase stands, and what speaks for and against its being the name of an issuer."""

    spans: list[Span] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)

    def add(self, span: Span, reasons: set[str]) -> None:
        """One more place: what speaks for a name needs to be seen once, what speaks against it everywhere."""
        against = reasons & _against()
        if self.spans:
            against &= self.reasons
        self.reasons = ((self.reasons | reasons) - _against()) | against
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
    enough = least["beside_codes"] if names.is_led() else least["beside_others"] if names.found else least["alone"]
    weighed = weigh(names, mentions)
    likely = {name: evidence for name, evidence in weighed.items() if evidence.weight >= enough}
    inner = _parts_of(likely, names.folded)
    for name, evidence in sorted(likely.items(), key=lambda pair: -pair[1].weight):
        if name not in inner:
            company = names.add(*evidence.spans[0])
            company.acts = company.acts or not evidence.reasons.isdisjoint({"acts", "listed"})
    if not names.found and weighed:
        likely = {n: e for n, e in weighed.items() if not e.reasons.isdisjoint({"odd", "acts", "day", "listed"})}
        best = max(likely.values(), key=lambda e: e.weight, default=None)
        if best and best.weight >= least["any"]:
            names.add(*best.spans[0])


def _parts_of(names: Iterable[str], folded: str) -> frozenset[str]:
    """The names that stand nowhere but in a longer one: 視覺 in 雲上視覺."""
    counts = {name: folded.count(name, 0, _PAGES) for name in names}
    inner: set[str] = set()
    for name, count in counts.items():
        parts = (name[at:end] for at in range(len(name)) for end in range(at + 2, len(name) + 1))
        inner |= {part for part in parts if part != name and counts.get(part, count + 1) <= count}
    return frozenset(inner)


def weigh(names: Names, mentions: list[Mention]) -> dict[str, Evidence]:
    """Every phrase that may be a name, with the evidence of all its places."""
    found: dict[str, Evidence] = {}
    scene = _Scene(names, mentions)
    for match in _CLAUSE.finditer(names.folded):
        for span, made in scene.candidates(*match.span()):
            name = names.folded[slice(*span)]
            longest = _LONGEST_LATIN if name.isascii() else _LONGEST
            if len(name) <= longest and is_name(name) and not _ACRONYM.fullmatch(name):
                found.setdefault(name, Evidence()).add(span, {made} | scene.reasons(span, *match.span()))
    found = {name: evidence for name, evidence in found.items() if _may_be(name, evidence.reasons)}
    _share(found)
    most = max((names.folded.count(name, 0, _PAGES) for name in found), default=0)
    for name, evidence in found.items():
        evidence.reasons |= _as_a_whole(name, names.folded.count(_stem(name, found), 0, _PAGES), most)
        if not evidence.reasons & _backing():
            evidence.reasons.add("loose")
    return found


def _share(found: dict[str, Evidence]) -> None:
    """What speaks for 海吉亞 speaks for 海吉亞醫療, and the other way round."""
    for name, evidence in found.items():
        stem = _without_form(name)
        short = found.get(stem) if stem != name else None
        if short is not None:
            for one, other in ((evidence, short.reasons), (short, evidence.reasons)):
                one.reasons |= other & _backing()


def _stem(name: str, found: dict[str, Evidence]) -> str:
    """The name without its legal form, where the text calls the company so."""
    stem = _without_form(name)
    return stem if stem in found else name


def _without_form(name: str) -> str:
    size = next((size for size in range(_LONGEST_FORM, 0, -1) if name[-size:] in _forms()), 0)
    return name[:-size] if 0 < size < len(name) else name


def _may_be(name: str, reasons: set[str]) -> bool:
    """Not a person, and no single word of the language unless it stands where only names stand."""
    if "person" in reasons or ("general" in reasons and reasons.isdisjoint(_backing() - {"again"})):
        return False
    return name not in vocabulary() or not reasons.isdisjoint({"acts", "day", "bracket", "listed", "quoted"})


class _Scene:
    """An article as the evidence is looked up in it."""

    def __init__(self, names: Names, mentions: list[Mention]) -> None:
        self.folded, self.title = names.folded, names.folded[: names.title_end]
        self.events = [m.span() for m in word_pattern("events").finditer(self.folded)]
        self.no_events = [m.start() for m in word_pattern("no_events").finditer(self.folded)]
        self.days = {m.start for m in mentions if m.kind is MentionKind.DATE}
        self.taken = [(m.start, m.end) for m in sorted(mentions, key=lambda m: m.start)]
        ends = re.search(r"[。！!\n]", self.folded[names.title_end :].lstrip())
        self.lead = names.title_end + (ends.end() if ends else len(self.folded))
        self.several = SEVERAL.search(self.folded, 0, self.lead) is not None

    def candidates(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """What may be a name in a clause, and what it is made of: letters that no word holds, or known words."""
        spans: dict[Span, str] = {}
        for run in runs(segment(self.folded, start, end)):
            if not self._is_taken(run[0].start, run[-1].end):
                for span, made in _in_run(run):
                    spans.setdefault(span, made)
        opening = lead_phrase(self.folded, start, end)
        if opening and is_plain_name(self.folded[slice(*opening)]) and not self._is_taken(*opening):
            spans.setdefault(opening, "phrase")
        yield from spans.items()

    def _is_taken(self, start: int, end: int) -> bool:
        at = bisect_right(self.taken, (start, len(self.folded)))
        before = at > 0 and self.taken[at - 1][1] > start
        return before or (at < len(self.taken) and self.taken[at][0] < end)

    def reasons(self, span: Span, clause: int, end: int) -> set[str]:
        """What speaks for and against a name at one of its places."""
        folded, (start, stop) = self.folded, span
        before = folded[max(clause, start - _NEAR) : start]
        after = folded[stop : min(stop + _NEAR, end)]
        described, opens = before.endswith(_nouns()), not before.strip(_MARKS)
        said = {
            "event": self._tells_event(clause, end),
            "lead": start < self.lead,
            "opens": opens,
            "day": stop in self.days,
            "described": described,
            "listed": _LISTED.search(folded, max(clause, start - _WIDE), start) is not None,
            "acts": _acts().match(after) is not None,
            "moves": _MOVES.match(after) is not None,
            "in_turn": self.several and folded[max(0, clause - 1) : clause] == "\n" and (described or opens),
            "announces": after.startswith(("宣布", "公布", "公告", "披露", "发布", "透露")),
            "bracket": after[:1] == "(" and _QUOTE.match(folded, stop) is None,
            "quoted": before[-1:] in ("“", "「", '"', "《") and after[:1] in ("”", "」", '"', "》"),
            "person": before.endswith(_words("persons")),
            "trade": after.startswith(_words("trades")),
            "party": _led_by("parties").search(before) is not None
            or _SPONSORED.search(folded, stop, min(stop + _REACH, end)) is not None,
            "compared": _led_by("compared").search(before) is not None,
            "joined": before.endswith(("与", "和", "及", "跟")),
            "listed_with": before[-1:] == "、" or after[:1] == "、",
        }
        return {reason for reason, holds in said.items() if holds}

    def _tells_event(self, start: int, end: int) -> bool:
        at = bisect_left(self.events, (start, 0))
        told = at < len(self.events) and self.events[at][1] <= end
        none = bisect_left(self.no_events, start)
        return told and not (none < len(self.no_events) and self.no_events[none] < end)


def _in_run(run: list[Part]) -> Iterator[tuple[Span, str]]:
    """The names that a run may hold: all of it, from its first odd letter on, up to its last one, or to a legal form."""
    odd = [n for n, part in enumerate(run) if part.kind in ("odd", "latin")]
    if not odd:
        yield (run[0].start, run[-1].end), "general"
        return
    first, last = odd[0], max(n for n, part in enumerate(run) if part.kind != "word")
    form = max((n for n, part in enumerate(run) if part.kind == "form" and n > first), default=last)
    for low, high in dict.fromkeys([(0, len(run) - 1), (first, len(run) - 1), (first, last), (first, form)]):
        letters = sum(part.end - part.start for part in run[low : high + 1] if part.kind in ("odd", "latin"))
        yield (run[low].start, run[high].end), "odd" if letters > 1 else "half_odd"


def _as_a_whole(name: str, count: int, most: int) -> set[str]:
    """What a phrase is like, wherever it stands."""
    said = {
        "again": count > 1,
        "often": count > 3,
        "most": count == most > 1,
        "latin": name.isascii() and _CAMEL.search(name) is None,
        "long": not name.isascii() and len(name) >= 4,
        "too_long": not name.isascii() and len(name) >= 7,
        "one_word": vocabulary().get(name) is not None,
        "legal": _without_form(name) != name,
    }
    return {reason for reason, holds in said.items() if holds}


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
def _words(name: str) -> tuple[str, ...]:
    words: list[str] = table("news_names.toml")[name]
    return tuple(words)


@cache
def _forms() -> frozenset[str]:
    return frozenset((*subjects()["legal"], *subjects()["forms"]))


@cache
def _nouns() -> tuple[str, ...]:
    """Nouns that stand before a company's name."""
    return (*(word for word in subjects()["descriptors"] if len(word) > 1), "商", "厂", "股")


@cache
def _acts() -> re.Pattern[str]:
    """What an issuer does, with when and where before it: ``今日在港交所掛牌``."""
    when = trie_pattern(subjects()["before_verbs"])
    return re.compile(rf"(?:{when})*{trie_pattern([*subjects()['verbs'], *subjects()['acts']])}")


@cache
def _led_by(words: str) -> re.Pattern[str]:
    return re.compile(rf"{trie_pattern(_words(words))}(?:[有了的为是方])?$")
