"""One walk over an article: every figure gets its company, metric, period and attributes, or a reason against it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from dataclasses import replace
from decimal import Decimal

from zhaogu.model import Period, Qualifier, Stage, metric
from zhaogu.model.mention import Mention, MentionKind

from .binding import Reading, Slots, carried, read_figure
from .candidate import Candidate
from .cues import Cue
from .holders import holders
from .figures import lists, span, types
from .names import Company
from .subjects import Subjects
from .times import Times, as_percent, year_before, years_between
from .tokens import Clause, Kind, Sentence, Token

_FROM = re.compile(r"(?:由|从|自)\s*(?:约|逾|近|最初的?|初始的?|原定的?|原来的?)?\s*$")
_GROWTH = {"revenue": "revenue_growth_pct", "net_profit": "net_profit_growth_pct", "net_profit_attributable": "net_profit_growth_pct"}
_SEVERAL = re.compile(r"[两二三四五六七八九十\d]{1,3}只[^,，。]{0,10}新股|新股[^,，。]{0,6}[两二三四五六七八九十\d]{1,3}只")
_INITIAL = re.compile(r"(?:初始|最初|原定|初步|原本|起初)[^,，]{0,6}$")
_COMPARED = re.compile(r"(?:较|(?<!占)比|对比|相较|相比)[^,，、和及与年]{0,6}$")
_PART = re.compile(r"FY|[HQ][1-4]|\d{1,2}M")
_TRANSPARENT_ROLES = frozenset({"to", "respectively", "listing"})
_CHANGE_SLOT_AFTER_SENTENCE = ("change", "extra", "more_money", "taken_shares", "taken_money", "share", "shares", "private", "of_revenue", "priced", "quoted")  # fmt: skip
_BY_PERIOD_CARRY = frozenset({"money", "percent"})


class Reader:
    """The state of the walk."""

    def __init__(self, folded: str, who: Subjects, published: date | None) -> None:
        """Start before the first sentence."""
        self.folded, self.who, self.published = folded, who, published
        self.slots = Slots()
        self.times = Times()
        self.found: list[Candidate] = []
        self.history: list[Token] = []
        self.sentence: Sentence | None = None
        self.last: Candidate | None = None
        self.stage: Stage | None = None
        self.offer_basis: Cue | None = None
        self.bounds: list[tuple[str, int]] = []
        self.blocks: dict[str, tuple[str, str]] = {}
        self.net = self.forecast = self.at_issue = False
        self.qualified: tuple[Qualifier, int] | None = None
        self.instant: Period | None = None
        self.trading_day: date | None = None
        self.pending: Mention | None = None
        self.debut = self.years_only = False
        self.run: list[Period] = []
        self.chain: int | None = None
        self.opened: Period | None = None
        self.holders: list[str] = []
        self.loose: list[tuple[str, int, Company]] = []

    def read(self, sentences: Iterator[Sentence]) -> list[Candidate]:
        """Everything that the sentences give."""
        for number, sentence in enumerate(sentences):
            self.sentence = sentence
            self._begin(number, sentence)
            for clause in sentence.clauses:
                self.who.hear(clause, sentence)
                self._clause(clause)
                self.history.extend(t for t in clause.tokens if t.cue is not None)
        self._settle_bounds()
        return self.found

    def _settle_bounds(self) -> None:
        """``最終以上限定價`` without a figure: the price is the end of the range told before, or the other way round."""
        for bound, at, company in self.loose:
            told = [c for c in self.found if c.company is company and c.reason is None and c.start < at]
            prices = [c for c in told if c.metric == "offer_price"]
            ends = [c for c in told if c.metric == bound]
            if prices and not ends:
                self.found.append(replace(prices[-1], metric=bound, qualifier="exact", rule="news.offer_price.bound", rank=3))
            elif ends and not prices:
                self.found.append(replace(ends[-1], metric="offer_price", rule="news.offer_price.bound", rank=3))

    def _begin(self, number: int, sentence: Sentence) -> None:
        self.who.begin_sentence(sentence)
        self.times.begin_sentence(number, sentence.opens)
        if not self.folded[: sentence.start].rstrip().endswith(("?", "？")):
            self.slots.forget(*_CHANGE_SLOT_AFTER_SENTENCE)
        self.blocks = {}
        self.bounds = []
        self.offer_basis = None
        self.stage = None
        self.debut = self.debut and not sentence.opens
        self.at_issue = False
        self.chain = self.opened = None
        self.years_only = False
        self.last = None
        if sentence.opens:
            self.run = []
            self.slots.forget("subscribed_shares", "subscribed_money", "investors")
        self.instant = self.trading_day = self.pending = None
        self.history = self.history[-6:] if not sentence.opens else []

    def _clause(self, clause: Clause) -> None:
        self.slots.locked = set()
        self.net, self.qualified, self.forecast = False, None, False
        self.blocks = {k: v for k, v in self.blocks.items() if v[1] != "clause"}
        groups = {id(group[0]): group for group in lists(clause, self.folded)}
        for at, token in enumerate(clause.tokens):
            if token.cue is not None:
                self._hear(token.cue, token.start)
                if self.pending and token.cue.reads.get("date", "!")[0] != "!":
                    self._listed(clause, at, token)
            elif token.kind is Kind.TIME:
                self._time(clause, at, token)
            elif token.kind is Kind.FIGURE and id(token) in groups:
                self._figures(clause, at, groups[id(token)])

    def _hear(self, cue: Cue, at: int) -> None:
        self.slots.fill(cue, at)
        if cue.stage in ("plan", "interim"):
            self.stage = cue.stage
        if cue.offer_basis:
            self.offer_basis = cue
        if cue.role == "debut" or cue.id == "open":
            self.blocks = {k: v for k, v in self.blocks.items() if v[0] != "!grey market price"}
        if cue.role == "debut" or cue.id == "listing.done":
            self.debut = True
        if cue.bound:
            self.bounds.append((cue.bound, at))
            self.loose.extend((cue.bound, at, company) for company in self.who.at(at))
        if cue.qualifier:
            self.qualified = (cue.qualifier, at)
        for name, value in cue.gives.items():
            self._given(name, value, cue, at)
        if cue.role == "last_years":
            self.years_only = True
        if cue.role == "forecast":
            self.forecast = True
        if cue.role == "at_issue":
            self.at_issue = True
        if cue.role == "net":
            self.net = True
        for name in cue.blocks:
            self.blocks[name] = (cue.reason or cue.reads.get("money") or next(iter(cue.reads.values())), cue.reach)
        latest = self.times.latest()
        if latest is not None:
            if cue.role == "prior_period":
                before = self.folded[max(0, at - 3) : at]
                against = before.endswith(("较", "比", "较之")) or self.folded.startswith(("较", "比"), at)
                self.times.say(year_before(latest), at, compared=against, passing=not against)
            elif cue.role == "next_year":
                self.times.say(year_before(latest, -1), at, compared=False)
            elif cue.role == "next_two_years":
                self.times.say(year_before(latest, -1), at, compared=False)
                self.times.say(year_before(latest, -2), at, compared=False)
            elif cue.role == "same_period":
                self.times.say(latest, at, compared=False)

    # times

    def _time(self, clause: Clause, at: int, token: Token) -> None:
        mention = token.mention
        assert mention is not None
        if mention.kind is MentionKind.PERIOD and (period := self._period(mention)) is not None:
            self._say(period, token)
        if mention.day is None:
            return
        self.instant = Period.at(mention.day)
        if (cue := self._date_cue(clause, at)) is None:
            if not any(t.mention and t.kind is Kind.FIGURE and types(t.mention, self.folded) for t in clause.tokens[:at]):
                self.pending = mention
            return
        if cue.reads["date"] == "!trading day":
            self.trading_day = mention.day
        name = cue.reads["date"]
        if _FROM.search(self.folded[max(clause.start, token.start - 4) : token.start]):
            return
        if not name.startswith("!") and _SEVERAL.search(self.folded, clause.start, clause.end + 12):
            self.found.append(self._dated(name, mention, None, cue))
        elif not name.startswith("!"):
            for company in self.who.at(token.start):
                self.found.append(self._dated(name, mention, company, cue))

    def _given(self, name: str, value: str, cue: Cue, at: int) -> None:
        """A fact that the words themselves state, without a figure."""
        end = at + max(len(word) for word in cue.words if self.folded.startswith(word, at))
        typed = Decimal(value) if metric(name).type != "text" else value
        for company in self.who.at(at):
            self.found.append(Candidate(name, typed, metric(name).unit, at, end, f"news.{cue.id}", company, stage=self.stage, rank=3))

    def _period(self, mention: Mention) -> Period | None:
        """The period of a mention, with the year that the text leaves out."""
        if mention.period is not None or mention.part is None or not (mention.part == "same" or _PART.fullmatch(mention.part)):
            return mention.period
        latest = self.times.latest()
        if mention.part == "same":
            if latest is None:
                return None
            before = self.folded.startswith(("上", "去", "前"), mention.start)
            return year_before(latest) if before else latest
        if self.published is None:
            return Period(f"{latest.year}{_label(mention.part)}") if latest else None
        this = Period(f"{self.published.year}{_label(mention.part)}")
        return this if this.months < self.published.month else year_before(this)

    def _listed(self, clause: Clause, at: int, token: Token) -> None:
        """A day told in an earlier clause than what happened on it."""
        cue, mention = token.cue, self.pending
        assert cue is not None and mention is not None
        self.pending = None
        if any(t.kind is Kind.TIME and t.mention and t.mention.day for t in clause.tokens):
            return
        if _SEVERAL.search(self.folded, clause.start, clause.end + 12):
            self.found.append(self._dated(cue.reads["date"], mention, None, cue))
            return
        for company in self.who.at(token.start):
            self.found.append(self._dated(cue.reads["date"], mention, company, cue))

    def _say(self, period: Period, token: Token) -> None:
        before = self.folded[max(0, token.start - 8) : token.start]
        compared = bool(_COMPARED.search(before)) or (token.mention is not None and token.mention.part == "same" and before.endswith("较"))
        said = self.times.said
        main = self.times.latest()
        if _FROM.search(before) and main is not None and main > period and said and said[-1].sentence == self.times.sentence:
            compared = True
        ranged = said and said[-1].at >= token.start - 12 and re.fullmatch(r"[^,，、和及]{0,6}(?:至|到|-|—|–|~)\s*", self.folded[said[-1].at + 4 : token.start])
        if ranged and not compared:
            for year in years_between(said[-1].period, period)[1:]:
                self.times.say(year, token.start, compared)
        else:
            self.times.say(period, token.start, compared)

    def _date_cue(self, clause: Clause, at: int) -> Cue | None:
        """The word that says what a day is: the next one behind it, or the last one before it."""
        ahead = [t.cue for t in clause.tokens[at + 1 :] if t.cue and "date" in t.cue.reads]
        behind = [t.cue for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads]
        if ahead and ahead[0].reads["date"] == "!trading day":
            return ahead[0]
        if behind and self.folded.endswith((":", "为", "于", "至", "定在", "截止"), 0, clause.tokens[at].start):
            return behind[0]
        if ahead:
            return ahead[0]
        if behind:
            return behind[0]
        return None

    def _dated(self, name: str, mention: Mention, company: Company | None, cue: Cue) -> Candidate:
        assert mention.day is not None
        return Candidate(
            name, mention.day, "date", mention.start, mention.end, f"news.{cue.id}", company,
            notes=[("date", note) for note in mention.notes],
        )  # fmt: skip

    # figures

    def _figures(self, clause: Clause, at: int, group: list[Token]) -> None:
        first = group[0].mention
        assert first is not None
        kinds = types(next((m for t in group if (m := t.mention) and m.kind is not MentionKind.NUMBER), first), self.folded)
        if not kinds:
            return
        reading = self._restated(clause, at, group) or self._margin(clause, at, group, kinds) or read_figure(clause, at, at + len(group) - 1, kinds, self.slots, self.folded)
        if reading is None:
            reading = self._carried(clause, at, kinds)
        if reading is None:
            return
        parallel = self._parallel(clause, at, group, reading)
        periods = self._periods(clause, at, len(group), reading)
        companies = self.who.at(group[0].start)
        items = _items(group)
        if len(group) > 1 and len(companies) != items[-1] + 1 and not periods and not parallel and self._respectively(clause, at):
            pair = self.who.pair()
            companies = pair if len(pair) == items[-1] + 1 else companies
            if reading.metric and metric(reading.metric).by_period and (latest := self.times.latest()):
                periods = [latest] * len(group)
        many = len(companies) == items[-1] + 1 > 1
        for place, token in enumerate(group):
            one = parallel[place] if parallel else reading
            owners = [companies[items[place]]] if many else companies
            for company in owners or [None]:  # type: ignore[list-item]
                self._propose(clause, token, group, one, company, periods[place] if place < len(periods) else None)

    def _respectively(self, clause: Clause, at: int) -> bool:
        return any(t.cue and t.cue.role == "respectively" for t in clause.tokens[:at])

    def _margin(self, clause: Clause, at: int, group: list[Token], kinds: tuple[str, ...]) -> Reading | None:
        """A percentage alone in brackets behind a gross profit is the margin."""
        if kinds != ("percent",) or self.last is None or self.last.metric != "gross_profit" or self.last.reason:
            return None
        if at == 0 or clause.tokens[at - 1].kind is not Kind.OPEN or clause.tokens[at - 1].start - self.last.end > 1:
            return None
        return Reading("gross_margin_pct", None, Cue(id="gross_margin.brackets", words=()), (0, 0), "percent")

    def _restated(self, clause: Clause, at: int, group: list[Token]) -> Reading | None:
        """The same amount again in brackets in another currency."""
        mention = group[0].mention
        if self.last is None or mention is None or mention.kind is not MentionKind.MONEY or at == 0:
            return None
        opened = clause.tokens[at - 1].kind is Kind.OPEN and self.last.end >= clause.tokens[at - 1].start - 2
        told = re.search(r"(?:约合|折合|相当于|即|合)[约人民币\s]{0,5}$", self.folded[max(0, mention.start - 8) : mention.start])
        if not (opened or (told and span(mention)[0] - self.last.end < 8)):
            return None
        if self.last.unit == mention.unit or metric(self.last.metric).type != "money":
            return None
        cue = Cue(id="restated", words=())
        return Reading(None if self.last.reason else self.last.metric, self.last.reason, cue, (0, 0), "money", self.last.metric)

    def _carried(self, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
        """The metric of the clauses before, where the clause goes on with it: another period, or a change to."""
        before = next((t for t in reversed(clause.tokens[:at]) if t.cue is None or t.cue.role or any(k in t.cue.reads for k in kinds)), None)
        start = clause.tokens[at].start
        goes_on = before is not None and (before.kind is Kind.TIME or (before.cue is not None and before.cue.role in ("to", "respectively", "prior_period", "next_year", "next_two_years", "same_period")))
        if not goes_on and not self.folded[clause.start : start].strip(" \n再则仅为约逾达就到有还剩只其另即"):
            goes_on = kinds[0] in ("times", "shares")
        goes_on = goes_on or ("shares" in kinds and bool(_FROM.search(self.folded[clause.start : start]) or _INITIAL.search(self.folded[clause.start : start])))
        if not goes_on and kinds[0] == "money":
            goes_on = any(t.kind is Kind.TIME for t in clause.tokens[:at]) and self.folded[clause.start : start].rstrip("约逾近").endswith(("至", "到", "为", "达"))
        if not goes_on:
            return None
        reading = carried(self.history, kinds, self.slots)
        if reading is not None and reading.metric and not metric(reading.metric).by_period and kinds[0] in _BY_PERIOD_CARRY and before is not None and before.kind is Kind.TIME:
            return None
        return reading

    def _parallel(self, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
        """One reading for each figure of a list, where the clause names as many tranches or metrics."""
        if len(group) < 2 or reading.type not in reading.cue.reads:
            return None
        slot = reading.cue.reads[reading.type]
        if slot == "@share" and len(group) == 2 and sum(t.mention.value or 0 for t in group if t.mention) == 100:
            names = ["public_share_pct", "international_share_pct"]
        elif slot == "@change" and len(group) == 2:
            names = list(dict.fromkeys(_GROWTH[c.metric] for c in self.found[-4:] if c.metric in _GROWTH))[-2:]
        elif slot.startswith("@"):
            names = [t.cue.fills[slot[1:]] for t in clause.tokens[:at] if t.cue and slot[1:] in t.cue.fills]
        else:
            cues = [t.cue for t in clause.tokens[:at] if t.cue and reading.type in t.cue.reads and not t.cue.reads[reading.type].startswith(("@", "!"))]
            names = [c.reads[reading.type] for c in cues]
        names = list(dict.fromkeys(names))
        if len(names) != len(group):
            return None
        return [Reading(None if n.startswith("!") else n, n[1:] if n.startswith("!") else None, reading.cue, reading.at, reading.type) for n in names]

    def _periods(self, clause: Clause, at: int, size: int, reading: Reading) -> list[Period]:
        if reading.metric is None or not metric(reading.metric).by_period:
            return []
        assert self.sentence is not None
        if metric(reading.metric).instant:
            return [self._instant()] * size if self._instant() else []  # type: ignore[list-item]
        if size > 1:
            self.run = self.times.for_list(size, self.sentence.start, self.years_only)
            return self.run if len(self.run) == size else []
        first = clause.tokens[at].mention
        assert first is not None
        begin = max((t.end for t in clause.tokens[:at] if t.kind is Kind.FIGURE), default=clause.start)
        own = self.times.within(begin, clause.tokens[at].start)
        if len(own) > 1 and _FROM.search(self.folded[max(clause.start, span(first)[0] - 6) : first.start]):
            self.run, self.chain = own, 0
            return own[:1]
        if own:
            self.chain = None
        if own and reading.cue.role != "change":
            self._pair(own[-1], begin, first.start)
            return own[-1:]
        if reading.cue.role == "change" and self.last is not None and self.last.period and not own:
            compared = self.times.said and self.times.said[-1].compared
            if not compared:
                return [self.last.period]
        if not own and len(self.run) > 1:
            before = self.folded[max(clause.start, span(first)[0] - 6) : first.start]
            cue = clause.tokens[at - 1].cue if at else None
            if _FROM.search(before):
                self.chain = 0
                return self.run[:1]
            if cue is not None and cue.role == "to" and self.chain is not None:
                self.chain += 1
                more = any(t.cue and t.cue.role == "to" for t in clause.tokens[at + 1 :])
                return [self.run[min(self.chain, len(self.run) - 1)] if more or self.chain > 1 else self.run[-1]]
        if not own and at and _FROM.search(self.folded[max(clause.start, span(first)[0] - 6) : first.start]):
            compared = self.times.compared_here()
            main = self.times.latest()
            if compared or main:
                return [compared or year_before(main)]  # type: ignore[arg-type]
        latest = self.times.latest()
        return [latest] if latest else []

    def _pair(self, period: Period, begin: int, end: int) -> None:
        """Remember the two years of ``由2022年的…增至2023年的…`` for the next list without years."""
        if re.search(r"[由从自]", self.folded[begin:end]):
            self.opened = period
        elif self.opened is not None and period > self.opened:
            self.run, self.opened = [self.opened, period], None

    def _instant(self) -> Period | None:
        """The balance-sheet day: the latest day said in this sentence, else the end of the latest period."""
        if self.instant is not None:
            return self.instant
        latest = self.times.latest()
        if latest is None or latest.is_instant:
            return latest
        return Period.at(latest.end or date(latest.year, max(latest.months, 1), calendar.monthrange(latest.year, max(latest.months, 1))[1]))

    def _propose(self, clause: Clause, token: Token, group: list[Token], reading: Reading, company: Company | None, period: Period | None) -> None:
        mention = token.mention
        assert mention is not None and mention.value is not None
        name = reading.metric or reading.tempting
        if name is None or name not in _known():
            return
        name = self._variant(name, token, group, clause)
        money = metric(name).type in ("money", "price")
        unit = mention.unit if money else metric(name).unit
        if money and unit is None:
            unit = next((t.mention.unit for t in reversed(group) if t.mention and t.mention.unit), None)
        value, resolution = mention.value, mention.resolution
        if reading.cue.sign == "-" and value > 0:
            value = -value
        if mention.kind is MentionKind.PERCENT and metric(name).type == "times":
            value, resolution = value / 100, resolution and resolution / 100
        if reading.type == "times" and metric(name).type == "percent":
            value, resolution = as_percent(value), resolution and as_percent(resolution)
        start, end = self._quote(mention, reading, clause)
        candidate = Candidate(
            name, value, unit, start, end, f"news.{reading.cue.id}", company, resolution, self._qualifier(name, mention, group),
            period=period, basis=self._basis(name, reading), stage=self.stage, rank=self._rank(reading, mention.qualifier),
            debut=self.debut, heading=self.sentence is not None and self.sentence.heading,
        )  # fmt: skip
        if self.offer_basis is not None and metric(name).staged:
            candidate.offer_basis = self.offer_basis.offer_basis
        before = self.folded[max(clause.start, span(mention)[0] - 8) : mention.start]
        if name == "shares_offered" and (_FROM.search(before) or _INITIAL.search(before)):
            candidate.offer_basis = "initial"
        if name in ("gross_proceeds", "net_proceeds") and _FROM.search(before):
            candidate.offer_basis = None
        if name in ("closing_price", "market_cap", "share_price", "first_day_change_pct") and self.trading_day:
            candidate.as_of = self.trading_day
        if name == "market_cap" and self.at_issue:
            candidate.as_of = None
            candidate.notes.append(("at_offer_price", "at the offer price"))
        if reading.cue.stage == "interim":
            candidate.stage = "interim"
        candidate.notes += [(mention.rule, note) for note in mention.notes]
        self._judge(candidate, reading, clause, token)
        if candidate.metric == "cornerstone_shares" and candidate.reason is None:
            if names := holders(self.folded, clause, reading, token.start, self.holders):
                self._allocate(candidate, names)
                return
        self.found.append(candidate)
        self.last = candidate
        if candidate.metric == "offer_price" and candidate.reason is None:
            self._bound(candidate, clause, token)

    def _allocate(self, candidate: Candidate, names: list[str]) -> None:
        """Shares of named cornerstone investors, one row each."""
        self.holders = names if len(names) > 1 else self.holders
        for name in names:
            row = replace(candidate, metric="cornerstone_allocation", holder=name, rule="news.cornerstone.allocation")
            self.found.append(row)

    def _judge(self, candidate: Candidate, reading: Reading, clause: Clause, token: Token) -> None:
        if reading.reason:
            candidate.code, candidate.reason = "decoy", reading.reason
        elif candidate.metric in self.blocks:
            candidate.code, candidate.reason = "decoy", self.blocks[candidate.metric][0].lstrip("!")
        elif candidate.company is None:
            candidate.code, candidate.reason = "other_company", f"the figure of {self.who.stranger or 'no issuer'}"
        elif metric(candidate.metric).by_period and self.forecast:
            candidate.code, candidate.reason = "decoy", "a forecast"
        elif metric(candidate.metric).by_period and candidate.period is None:
            candidate.code, candidate.reason = "no_period", "no period is stated"

    def _variant(self, name: str, token: Token, group: list[Token], clause: Clause) -> str:
        """The metric that a range, a starting value or net words turn another one into."""
        mention = token.mention
        assert mention is not None
        if name == "offer_price" and mention.qualifier == "at_most" and not mention.bound:
            return "offer_price_high"
        if name == "offer_price" and mention.bound:
            return "offer_price_low" if mention.bound == "low" else "offer_price_high"
        before = self.folded[max(clause.start, span(mention)[0] - 8) : mention.start]
        if name == "shares_offered_public" and (_FROM.search(before) or _INITIAL.search(before)):
            return "shares_offered_public_initial"
        if name == "shares_offered_international" and (_FROM.search(before) or _INITIAL.search(before)):
            return "shares_offered_international_initial"
        if name == "gross_proceeds" and self.net:
            return "net_proceeds"
        return name

    def _qualifier(self, name: str, mention: Mention, group: list[Token]) -> Qualifier:
        if group[0].mention is not None and name.startswith("offer_price"):
            return mention.qualifier if name == "offer_price" else "exact"
        if mention.bound == "low" and mention.mate is not None:
            return "at_least"
        if mention.bound == "high" and mention.mate is not None:
            return "at_most"
        if mention.qualifier in ("exact", "approx") and self.qualified and mention.start - self.qualified[1] < 12:
            return self.qualified[0]
        return mention.qualifier

    def _basis(self, name: str, reading: Reading):  # type: ignore[no-untyped-def]
        return reading.cue.basis or "total" if name.endswith(("_multiple", "_ex_cornerstone")) else None

    def _rank(self, reading: Reading, qualifier: Qualifier) -> int:
        return 2 if reading.cue.id in ("per_share", "restated") else 1 if qualifier in ("under", "over") else 0

    def _bound(self, price: Candidate, clause: Clause, token: Token) -> None:
        """``以上限每股10.99港元定價`` gives the end of the range as well."""
        tokens = clause.tokens
        place = next(n for n, t in enumerate(tokens) if t is token)
        after = tokens[place + 1].cue if place + 1 < len(tokens) else None
        bound = after.bound if after is not None and after.bound else None
        if bound is None and self.bounds and price.start - self.bounds[-1][1] < 16 and not any(
            t.kind is Kind.FIGURE and self.bounds[-1][1] < t.start < token.start for t in tokens
        ):
            bound = self.bounds[-1][0]
        if bound is not None:
            self.found.append(Candidate(
                bound, price.value, price.unit, price.start, price.end, price.rule + ".bound", price.company,
                price.resolution, stage=price.stage, rank=2,
            ))  # fmt: skip

    def _quote(self, mention: Mention, reading: Reading, clause: Clause) -> tuple[int, int]:
        """The value with its cue where they adjoin."""
        start, end = span(mention)
        low, high = reading.at
        if high and 0 <= start - high <= 2:
            start = low
        elif high and 0 <= low - end <= 2:
            end = high
        return start, end


def _items(group: list[Token]) -> list[int]:
    """Which item of its list each figure belongs to: the two ends of a range are one item."""
    items: list[int] = []
    for token in group:
        high = token.mention is not None and token.mention.bound == "high" and bool(items)
        items.append(items[-1] if high and items else (items[-1] + 1 if items else 0))
    return items


def _label(part: str) -> str:
    """A part of a year as a period label ends: ``H1``, ``-9M``."""
    return f"-{part}" if part[0].isdigit() else part


def _known() -> frozenset[str]:
    from zhaogu.model import metrics

    return frozenset(metrics())


def day_after(day: date, days: int = 1) -> date:
    """``days`` later."""
    return day + timedelta(days=days)


def is_plain(value: Decimal | date | str) -> bool:
    """Whether a value is a number."""
    return isinstance(value, Decimal)
