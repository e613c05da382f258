"""What a figure is: the cue that governs it, by place and by type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from zhaogu.model.mention import Mention

from .cues import Cue
from .figures import TO, span
from .tokens import Clause, Kind, Token
from .traits import traits

_FILLER: Final = re.compile(
    r"(?:股?(?:ADS|ADR|美国[存预]托(?:股[份票]?|证券|凭证)|[HA]股|新股))?[\s的之左右以上多余逾约「“\"]{0,4}"
)
_NAMELY: Final = re.compile(rf"{_FILLER.pattern}|、?(?:即|也即|亦即)(?:是|为|以)?")
"""Between a price and the end of the range that it is: ``以3.3元、即下限定價``."""
_ASIDE: Final = 4
"""So near behind a bracket, a figure goes on with what stands before it."""
_TAKEN_UP: Final = re.compile(
    r"(?<!可供)(?<!可)(?:获|获得|录得)?认购了?(?:率|比率|比例|水平)?[只仅约近逾为达有录得]{0,4}"
)
_OF_WHAT: Final = re.compile("[的股发份]")
"""What leads to a percentage of the tranche, and what stands behind one of something else."""
_OR: Final = re.compile(r"\s*[,，]?(?:或|即|也即|亦即)(?:约|近|逾)?\s*")
_ADJOINING: Final = re.compile(r"[\s:：为于在达约报是了至有]{0,3}")


@dataclass(slots=True, init=False)
class Reading:
    """A metric, or the reason why the figure is none, and the cue that said so."""

    metric: str | None
    reason: str | None
    cue: Cue
    at: tuple[int, int]
    type: str
    tempting: str | None

    def __init__(
        self,
        metric: str | None,
        reason: str | None,
        cue: Cue,
        at: tuple[int, int],
        type: str,
        tempting: str | None = None,
    ) -> None:
        """Written out, for it is compiled so, and what a dataclass writes by itself is not."""
        self.metric, self.reason, self.cue = metric, reason, cue
        self.at, self.type, self.tempting = at, type, tempting


@dataclass(slots=True)
class Slots:
    """What the slots of the cues mean at this point of the text."""

    values: dict[str, tuple[str, int]] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)

    def fill(self, cue: Cue, at: int) -> None:
        """Let a cue settle its slots, unless another cue of the clause holds them."""
        for slot, value in cue.fills.items():
            now = self.values.get(slot)
            if slot not in self.locked and (cue.within is None or (now is not None and now[0] == cue.within)):
                self.values[slot] = (value, at)
        if cue.lock:
            self.locked |= cue.fills.keys()

    def forget(self, slots: tuple[str, ...]) -> None:
        """Empty some slots."""
        for slot in slots:
            if slot in self.values:
                del self.values[slot]

    def resolve(self, reading: str) -> str | None:
        """The metric or ``!reason`` that a reading stands for now; None where its slot is empty."""
        for _ in range(2):
            if not reading.startswith("@"):
                return reading
            held = self.values.get(reading[1:])
            if held is None:
                return None
            reading = held[0] if held[0][0] in "!@" or "_" in held[0] or held[0] == "revenue" else "@" + held[0]
        return reading if not reading.startswith("@") else None


def read_figure(
    clause: Clause, place: int, last: int, types: tuple[str, ...], slots: Slots, text: str
) -> Reading | None:
    """The reading of the figures at ``place`` to ``last`` of a clause: the cue behind them, else the nearest before."""
    tokens = clause.tokens
    after = _beyond(tokens, last, types, slots) or _after(tokens, last, types, slots, text)
    before = _before(tokens, place, types, slots, text)
    if before is not None and before.cue.bound and before.metric and _is_range(tokens[place], tokens[last]):
        before = replace(before, metric="offer_price")  # 招股價範圍上限(52至54.8元)
    if after is None:
        return before
    if after.cue.bound and after.metric and place < last:
        return before if before and before.metric else replace(after, metric="offer_price")
    gap = text[tokens[last].end : after.at[0]]
    if before is not None and before.reason and after.metric and (not gap or (gap == "的" and after.type == "price")):
        return after
    adjoins = before is not None and _ADJOINING.fullmatch(text, before.at[1], _outer_start(tokens[place]))
    return before if adjoins and not after.cue.basis and not after.cue.scope and not after.cue.behind else after


def _is_range(first: Token, last: Token) -> bool:
    """Whether two figures are the ends of one range."""
    low, high = first.mention, last.mention
    return first is not last and low is not None and high is not None and low.mate == high.start


def _beyond(tokens: list[Token], last: int, types: tuple[str, ...], slots: Slots) -> Reading | None:
    """A word some way behind the figure that says it is something else, such as a record."""
    for token in tokens[last + 1 : last + 4]:
        if token.kind is Kind.FIGURE:
            break
        if token.cue is not None and token.cue.behind and token.start - tokens[last].end <= token.cue.behind:
            return _reading(token, types, slots)
    return None


def _after(tokens: list[Token], last: int, types: tuple[str, ...], slots: Slots, text: str) -> Reading | None:
    if last + 1 >= len(tokens):
        return None
    token = tokens[last + 1]
    mention = tokens[last].mention
    assert mention is not None
    if types == ("times",) and (of_tranche := _of_a_tranche(tokens, last, mention, text)) is not None:
        return of_tranche
    if token.cue is None or not (token.cue.after or token.cue.bound or token.cue.trails):
        return None
    filler = _NAMELY if token.cue.bound else _FILLER
    if not filler.fullmatch(text, span(mention)[1], token.start) and not filler.fullmatch(
        text, mention.end, token.start
    ):
        return None
    if types == ("percent",) and token.cue.basis and "times" in token.cue.reads:
        return _reading(token, ("times",), slots)
    for type_ in types:
        if (meaning := token.cue.trails.get(type_)) is not None:
            return Reading(meaning, None, token.cue, (token.start, token.end), type_)
    if not (token.cue.after or token.cue.bound):
        return None
    return _reading(token, types, slots) or _by_its_own(token, types)


def _by_its_own(token: Token, types: tuple[str, ...]) -> Reading | None:
    """The reading of a word that says itself what its slot means, before it is heard: ``10.5倍國際配售認購``."""
    for type_ in types if token.cue is not None and token.cue.scope else ():
        assert token.cue is not None
        meaning = token.cue.fills.get(token.cue.reads.get(type_, "").removeprefix("@"))
        if meaning is not None and meaning[0] not in "!@":
            return Reading(meaning, None, token.cue, (token.start, token.end), type_)
    return None


def _of_a_tranche(tokens: list[Token], last: int, mention: Mention, text: str) -> Reading | None:
    """A multiple before its tranche and what was done with it: ``獲747.9倍公開超購``."""
    scope, done = (*tokens[last + 1 : last + 3], None, None)[:2]
    if scope is None or done is None or scope.cue is None or done.cue is None or not done.cue.basis:
        return None
    meaning = scope.cue.fills.get("multiple")
    if not scope.cue.scope or meaning is None or meaning.startswith("!") or done.start != scope.end:
        return None
    if not _FILLER.fullmatch(text, span(mention)[1], scope.start):
        return None
    return Reading(meaning, None, done.cue, (scope.start, done.end), "times")


def _before(tokens: list[Token], place: int, types: tuple[str, ...], slots: Slots, text: str) -> Reading | None:
    start = _outer_start(tokens[place])
    decoy: Reading | None = None
    share: Reading | None = None
    passed, aside, inner = False, 0, None
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if not passed and token.kind is Kind.FIGURE and not _OR.fullmatch(text, token.end, start):
            passed = True
        if token.kind is Kind.CLOSE and start - token.end <= _ASIDE:
            inner = token.end
        elif token.kind is Kind.OPEN and inner is not None:
            aside, inner = aside + inner - token.start, None
        if token.cue is None or (token.cue.near is not None and (passed or start - aside - token.end > token.cue.near)):
            continue
        closed = _closed_at(tokens[at - 1], token, slots) if at else None
        reading = closed or _reading(token, types, slots) or _more_shares(text, token, types, start, slots)
        if reading is None and types == ("percent",):
            reading = _taken_up(text, token, tokens[place], slots)
        share = share or _share_of(token, types, start) if reading is None else share
        if reading is None or (reading.type == "money" and token.cue.dated and not _dated(tokens[:place])):
            continue
        if reading.reason and token.cue.role == "change" and text[token.end] in ":：":
            continue  # 毛利率逐年爬升:26.7%、30.4%: the margins, and no change of them
        if share is not None and token.cue.near is None:
            share.tempting = reading.metric
            return share
        if decoy is None and reading.metric:
            return _unless_taken(reading, token, tokens[at + 1 : place], tokens[place], text)
        if decoy is None:
            decoy = reading
        elif reading.metric:
            decoy.tempting = reading.metric
            break
    return decoy or share


def _taken_up(text: str, token: Token, figure: Token, slots: Slots) -> Reading | None:
    """What part of a tranche was subscribed for, and no part of the offering: ``散户只认购约55%``."""
    if token.cue is None or not token.cue.basis or figure.mention is None:
        return None
    start, end = span(figure.mention)
    if not _TAKEN_UP.fullmatch(text, token.start, max(start, token.end)) or _OF_WHAT.match(text, end):
        return None
    reading = _reading(token, ("times",), slots)
    return reading if reading is not None and reading.metric else None


def _closed_at(before: Token, token: Token, slots: Slots) -> Reading | None:
    """``终场收在每股9.70美元``: 每股 right behind the word for a close says no more than that."""
    if token.cue is None or token.cue.id != "per_share" or before.cue is None or before.end != token.start:
        return None
    return _reading(before, ("price",), slots) if before.cue.reads.get("price") == "closing_price" else None


def _unless_taken(reading: Reading, cue: Token, between: list[Token], token: Token, text: str) -> Reading:
    """A word of the offering reads one figure of a kind: the next one only where a change leads to it."""
    if not between or reading.metric is None or traits(reading.metric).by_period:
        return reading
    kind, start = token.mention.kind if token.mention else None, _outer_start(token)
    taken = any(t.mention and t.kind is Kind.FIGURE and t.mention.kind is kind for t in between)
    if not taken or TO.search(text, max(0, start - 12), start):
        return reading
    return Reading(
        None, "another figure has this word", cue.cue or reading.cue, reading.at, reading.type, reading.metric
    )


def _more_shares(text: str, token: Token, types: tuple[str, ...], start: int, slots: Slots) -> Reading | None:
    """Shares right behind a word of growth are those that are added: ``行使發售量調整權,增加1,770萬股``."""
    if (
        token.cue is None
        or token.cue.role != "change"
        or types != ("shares",)
        or start - token.end > 2
        or not text.startswith(("增", "加"), token.start)
    ):
        return None
    meaning = slots.resolve("@extra") or "!a change of the number"
    reason = meaning[1:] if meaning.startswith("!") else None
    return Reading(None if reason else meaning, reason, token.cue, (token.start, token.end), "shares")


def _share_of(token: Token, types: tuple[str, ...], start: int) -> Reading | None:
    """A percentage right behind 佔 of which nothing says what it is a share of."""
    if token.cue is None or token.cue.id != "share" or types != ("percent",) or start - token.end > 1:
        return None
    return Reading(None, "a share of something", token.cue, (token.start, token.end), "percent")


def _dated(tokens: list[Token]) -> bool:
    return any(token.kind is Kind.TIME for token in tokens)


def _outer_start(token: Token) -> int:
    assert token.mention is not None
    return span(token.mention)[0]


def _reading(token: Token, types: tuple[str, ...], slots: Slots) -> Reading | None:
    cue = token.cue
    assert cue is not None
    for type_ in types:
        said = cue.reads.get(type_)
        if said is None:
            continue
        if (meaning := slots.resolve(said) if said[0] == "@" else said) is not None:
            reason = meaning[1:] if meaning.startswith("!") else None
            return Reading(None if reason else meaning, reason, cue, (token.start, token.end), type_)
    return None


def carried(history: list[Token], types: tuple[str, ...], slots: Slots) -> Reading | None:
    """The reading by the latest cue of the clauses before, for a figure whose own clause has none."""
    for token in reversed(history):
        if token.cue is None or token.cue.near is not None or token.cue.dated:
            continue
        reading = _reading(token, types, slots)
        if reading is not None and reading.reason and token.cue.role == "change":
            continue  # 毛利率连年走高,2023年12.5%: the margin, and no change of it
        if reading is not None and (reading.metric or types[0] != "shares"):
            return reading
    return None
