"""What the walk over an article knows at a place of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from zhaogu.model import OfferBasis, Period, Qualifier, Stage
from zhaogu.model.mention import Mention, MentionKind

from .arithmetic import Unread
from .binding import Slots
from .candidate import Candidate
from .debut import on_exchange
from .names import Company
from .subjects import Subjects
from .supposing import given_up
from .times import Times
from .tokens import Clause, Kind, Sentence, Token

_BULLET: Final = re.compile(r"\s*[‧·•●▪■◆○*‣–—-]")
GREY: Final = "!grey market price"
_OF_THE_MARKET: Final = frozenset({"!an index", "!the whole market"})
_SENTENCE_SLOTS: Final = ("rd", "change", "loss", "cash_flow", "extra", "shares", "of_revenue", "fee", "initial")
_STOP_SLOTS: Final = (*_SENTENCE_SLOTS, "share", "quoted")
"""The last two hold on behind a semicolon: 收盤,甲報12元;乙報24元."""
_PARAGRAPH_SLOTS: Final = ("subscribed_shares", "subscribed_money", "investors", "more_money")

_PROFIT: Final = ("net_profit", 0)
_LATELY: Final = 3
_REMEMBERED: Final = 60
"""So many cues of the clauses before are remembered."""
_ANNOUNCED: Final = re.compile(r"[^,，:：。;；\d]{0,2}[,，:：]")
_IS: Final = re.compile(r"(?:更|仍|才|还|也|则|正|正是)?(?:是|成为|成了)")
_TURNS_OUT: Final = re.compile(r"(?:但|惟|不过|而)?(?:最终|最后|实际|结果|终)")
_THIS_EXPENSE: Final = re.compile(r"[这该此](?:一?[项笔]?|部分|一)(?:支出|开支|费用|投入)")
"""In a sentence: the expense of the one before is spoken of still."""
_VAGUE: Final = frozenset("次项场")
_OF_A_CLAUSE: Final = frozenset({"net", "forecast", "more_money"})
"""The roles of words that hold to the end of their clause."""


def _counts_vaguely(clause: Clause) -> bool:
    """Whether the figures of a clause only count things in passing: ``受一次推迟拖累``."""
    figures = [t.mention for t in clause.tokens if t.kind is Kind.FIGURE]
    return all(m is not None and m.kind is MentionKind.COUNT and m.unit in _VAGUE and m.value == 1 for m in figures)


def _names_a_metric(clause: Clause) -> bool:
    """Whether a cue of the clause reads a metric by itself."""
    return any(t.cue and any(v[0] not in "@!" for v in t.cue.reads.values()) for t in clause.cued)


@dataclass(slots=True)
class Walk:
    """The article, what was found so far, and what the words before say of the figures to come."""

    folded: str
    who: Subjects
    published: date | None
    slots: Slots = field(default_factory=Slots)
    times: Times = field(default_factory=Times)
    settled: bool = False
    """Whether the article tells what became of the over-allotment option."""
    applied_for: bool = False
    """Whether the article tells for which new shares one can apply."""
    found: list[Candidate] = field(default_factory=list)
    history: list[Token] = field(default_factory=list)
    group: list[Token] = field(default_factory=list)
    """The list of figures that is being read."""
    sentence: Sentence = field(default_factory=lambda: Sentence([], opens=True))
    last: Candidate | None = None
    stage: Stage | None = None
    supposed: tuple[OfferBasis, int] | None = None
    bounds: list[tuple[str, int]] = field(default_factory=list)
    loose: list[tuple[str, int, Company]] = field(default_factory=list)
    blocks: dict[str, tuple[str, str]] = field(default_factory=dict)
    qualified: tuple[Qualifier, int] | None = None
    instants: list[tuple[int, Period]] = field(default_factory=list)
    told_day: Period | None = None
    trading_day: date | None = None
    opening: Mention | None = None
    """A day that the sentence before, the first of the article, told nothing of: 「最快IPO」今日兌現."""
    traded: tuple[Mention, list[Company]] | None = None
    """Where the paragraph told the day of trading last, and whose."""
    pending: Mention | None = None
    until: Mention | None = None
    """The day up to which the sentence tells what happened."""
    listed: Mention | None = None
    follows: Mention | None = None
    """The day of the listing that the sentence goes on with, as the day of trading."""
    headed: date | None = None
    led: bool = False
    """Whether the line opened with a day, of which all is that the line tells."""
    number: int = 0
    run: list[Period] = field(default_factory=list)
    chain: int | None = None
    steps: dict[int, Period] = field(default_factory=dict)
    """The years of the figures of a change in several steps, by their places."""
    spans: bool = False
    exercised: str | None = None
    opened: Period | None = None
    grey: int | None = None
    """Where the sentence speaks of the grey market."""
    net: int | None = None
    expected: int | None = None
    """Where the sentence gave a figure of the accounts that is only expected."""
    part: int | None = None
    """Where the sentence tells the revenue of a part."""
    profit: str | None = None
    """Which profit the sentence tells, where it leaves something out: the adjusted one."""
    given_up: tuple[int, int] | None = None
    _told: set[tuple[str, Company | None]] = field(default_factory=set)
    _noted: int = 0
    """How many of the figures found are among those told."""
    profit_before: tuple[str, int] = _PROFIT
    """Which profit the half of the sentence before a semicolon told."""
    holders: list[str] = field(default_factory=list)
    cornered: list[Company] = field(default_factory=list)
    """Whose cornerstone investors the paragraph speaks of."""
    roles: set[str] = field(default_factory=set)
    debut: bool = False
    bare: bool = False
    """Whether the clause before holds no figure."""
    unread: list[Unread] = field(default_factory=list)

    def begin_sentence(self, number: int, sentence: Sentence) -> None:
        """Forget what held for the sentence before, and for the paragraph where a new one opens."""
        self.sentence, self.number = sentence, number
        self.headed = None if sentence.heading or (self.led and sentence.opens) else self.headed
        self.led = self.led and not sentence.opens
        self.who.begin_sentence(sentence)
        self.times.begin_sentence(number, sentence.opens)
        asked = self.folded[max(0, sentence.start - 4) : sentence.start].rstrip().endswith(("?", "？"))
        if not asked:
            kept = self.slots.values.get("of_revenue")
            self.slots.forget(_SENTENCE_SLOTS if sentence.continues else _STOP_SLOTS)
            if kept is not None and _THIS_EXPENSE.search(self.folded, sentence.start, sentence.end):
                self.slots.values["of_revenue"] = kept
        told = self.slots.values.get("profit", _PROFIT)
        self.profit_before = (told if told[1] else self.profit_before) if sentence.continues else _PROFIT
        self.slots.values["profit"] = _PROFIT
        if sentence.opens and not _BULLET.match(self.folded, sentence.start):
            self.history, self.cornered = self.history if asked else [], []
            self.debut, self.traded = False, None
            if not asked:
                self.slots.forget(_PARAGRAPH_SLOTS)
        self.history = self.history[-6:]
        if self.settled or (self.exercised in ("full", "partial") and not sentence.opens):
            self.settle_option(sentence.start)
        self.told_day = self.instants[-1][1] if self.instants else self.told_day
        if self.blocks:
            past = sentence.opens or on_exchange(self.folded, sentence.start, sentence.end)
            self.blocks = {} if past else self._held()
        scope = {"scope"} & self.roles if sentence.continues or asked else set()
        self.bounds, self.roles, self.grey, self.expected, self.steps = [], scope, None, None, {}
        self.instants = self.instants[-1:] if sentence.continues else []
        self.profit = self.part = None
        self.given_up = given_up(self.folded, sentence.start, sentence.end)
        self.supposed = self.stage = self.last = self.exercised = None
        self.opening = self.pending if number == 1 else None
        self.chain = self.opened = self.pending = self.until = self.net = None
        self.trading_day = self.trading_day if sentence.continues else self.headed

    def settle_option(self, at: int) -> None:
        """Shares and money beyond the offering are those of the option, of which the article tells what became."""
        self.slots.values["extra"] = ("over_allotment_shares_issued", at)
        self.slots.values["more_money"] = ("additional_net_proceeds", at)

    def _held(self) -> dict[str, tuple[str, str]]:
        return {name: block for name, block in self.blocks.items() if block[1] == "paragraph"}

    def begin_clause(self, start: int) -> None:
        """Forget what held for the clause before, and what was planned where the clause turns to what came of it."""
        if self.stage == "plan" and _TURNS_OUT.match(self.folded, start):
            self.stage = None
        if not self.bare:  # 若剔除基石份额, holds for the clause after it
            self.slots.locked.clear()
        kept = "forecast" if "forecast" in self.roles and self.bare and self._announces_forecast() else None
        if not self.roles.isdisjoint(_OF_A_CLAUSE):
            self.roles -= _OF_A_CLAUSE - {kept}
        self.qualified = None
        if self.blocks:
            ended = _OF_THE_MARKET if self.who.turns else ()  # a company follows what was told of the market
            self.blocks = {
                k: block for k, block in self.blocks.items() if block[1] != "clause" and block[0] not in ended
            }

    def speaks_of_option(self) -> bool:
        """Whether the sentence names the over-allotment option, or the last ones before it do."""
        return "scope" in self.roles or any(t.cue and t.cue.id == "over_allotment" for t in self.history)

    def _announces_forecast(self) -> bool:
        """Whether the clause before says no more than that something is expected: ``公司自己也預計,``."""
        before = self.history[-1] if self.history else None
        if before is None or before.cue is None or before.cue.role != "forecast":
            return False
        return _ANNOUNCED.match(self.folded, before.end) is not None

    def names_company(self) -> bool:
        """Whether the sentence names a company by any of its names."""
        said = self.folded[self.sentence.start : self.sentence.end]
        return any(name in said for company in self.who.companies for name in company.names)

    def comes_to_today(self, clause: Clause, token: Token) -> None:
        """The grey market of the evening before is told: what follows ``今日`` is of the first day."""
        if not self.folded.startswith(("今日", "今天", "今早", "今收", "今午"), token.start):
            return
        if any(t.cue and t.cue.id == "grey" and t.start < clause.start for t in self.history):
            self.blocks = {k: v for k, v in self.blocks.items() if v[0] != GREY}

    def has_told(self, metric: str, company: Company | None) -> bool:
        """Whether a figure of this kind was told of a company, however long ago."""
        self._told.update((told.metric, told.company) for told in self.found[self._noted :])
        self._noted = len(self.found)
        return (metric, company) in self._told

    def lately(self) -> list[Candidate]:
        """The figures told last: where they are all of one metric, a change of nothing else is one of it."""
        return self.found[-_LATELY:]

    def remember(self, clause: Clause) -> None:
        """Keep what the clauses after may go on with: the latest cues, however long the sentence is."""
        self.history += self._spoken_of(clause)
        del self.history[:-_REMEMBERED]
        timed = bool(self.times.said) and self.times.said[-1].at >= clause.start
        if timed and (not _names_a_metric(clause) or self._tells_backwards()):
            self.times.pass_by(clause.start)
        self.bare = clause.figure is None or _counts_vaguely(clause)

    def _spoken_of(self, clause: Clause) -> Sequence[Token]:
        """The cues of a clause; where it only says what something is, those up to it: ``销售费用是吞噬利润的主因``."""
        if clause.figure is not None:
            return clause.cued
        for at, token in enumerate(clause.cued):
            if token.cue and "money" in token.cue.reads and _IS.match(self.folded, token.end):
                return clause.cued[: at + 1]
        return clause.cued

    def _tells_backwards(self) -> bool:
        """Whether the two figures told last are one metric, of a year and of one before: ``净亏损6亿元,2023年净亏损7亿元``."""
        if len(self.found) < 2 or self.found[-2].start < self.sentence.start:
            return False
        one, other = self.found[-2], self.found[-1]
        told = one.metric == other.metric and one.company is other.company
        return told and one.period is not None and other.period is not None and other.period < one.period
