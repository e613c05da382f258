"""What the walk over an article knows at a place of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from zhaogu.model import OfferBasis, Period, Qualifier, Stage
from zhaogu.model.mention import Mention, MentionKind

from .arithmetic import Unread
from .binding import Slots
from .candidate import Candidate
from .compared import only_compares
from .cues import Cue
from .figures import FROM
from .names import Company
from .subjects import Subjects
from .supposing import given_up
from .times import Times, last_year, year_before
from .tokens import Clause, Kind, Sentence, Token

_SUPPOSED: Final = re.compile(r"[若倘料预拟或较比]|假[设如定]|有望|要求|希望|倾向|建议|主张|争取|坚持|盼|游说|憧憬")
_OPENS: Final = frozenset({"open", "listing.done"})
_DEBUTS: Final = frozenset("首上挂交")
"""What the words of a debut begin with."""
DEBUT: Final = re.compile(r"(?:上市|挂牌|交易)?首(?:日(?!期)|挂(?!日)|秀|演|个交易日)|首[次度]挂牌")
_ON_EXCHANGE: Final = re.compile(
    r"今[日天早晨晚]|当日(?=[开收全])|全日|首[日挂]|正式|(?:上市|挂牌)(?!价)|登陆|敲[钟锣]"
)
"""What is told of the exchange and not of the grey market before it."""
_BULLET: Final = re.compile(r"\s*[‧·•●▪■◆○*‣–—-]")
_PASSING: Final = {
    "over_allotment": re.compile(
        r"(?:占|相当于|相等于)(?:假设|未计|不计)?$|[(（](?:[未不]计|[未不]考虑|不包括|不含|假设|倘|若|视乎?)[^()（）]{0,8}$"
    ),
    "transaction": re.compile(r"(?:因|由于|受|基于|鉴于|随着|得益于|源于)[^,，。;；]{0,8}$"),
}
"""Before cues that are told only in passing and settle nothing: （未计超额配股权）, 纯利因拨备回拨增加四成."""
_GREY: Final = "!grey market price"
_YEAR: Final = re.compile(
    r"(?:(?:19|20)\d\d|[前去]年|年前|早年|早前|其后)[^,，。;；]{0,16}(?:上市|挂牌|登陆|招股|集资|募资|发行|IPO|递表|闯关|冲[刺击]|申请|登板|私有化|退市)"
)
_WAS_LISTED: Final = re.compile(
    r"(?<![拟将料划计期望待])(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?|[初中底末])(?![^,，。;；]{0,6}[拟将料预计划])[^,，。;；\d]{0,8}$"
)
"""Before 登陸: the month of a listing that is over, whatever is planned now: 2020年2月登陸科創板."""
_DATED: Final = 24
_RECKONED: Final = re.compile(r"[以按][^,，。()（）]{0,8}[限价][^,，。()（）]{0,14}计|[^,，。]{0,4}可[集募筹]")
_SENTENCE_SLOTS: Final = ("rd", "change", "loss", "cash_flow", "extra", "shares", "of_revenue", "fee", "initial")
_STOP_SLOTS: Final = (*_SENTENCE_SLOTS, "share", "quoted")
"""The last two hold on behind a semicolon: 收盤,甲報12元;乙報24元."""
_PARAGRAPH_SLOTS: Final = ("subscribed_shares", "subscribed_money", "investors", "more_money")

_PROFIT: Final = ("net_profit", 0)
_LATELY: Final = 3
_ALL_ALIKE: Final = re.compile(r"均|都|皆|同样|一律")
_EARLY: Final = 12
"""Before a word that holds of all who are spoken of: 兩公司均以上限定價."""
_REMEMBERED: Final = 60
"""So many cues of the clauses before are remembered."""
_EARLIER: Final = 120
"""So far back in its sentence a year makes 當時 an earlier time."""
_ANNOUNCED: Final = re.compile(r"[^,，:：。;；\d]{0,2}[,，:：]")
_IS: Final = re.compile(r"(?:更|仍|才|还|也|则|正|正是)?(?:是|成为|成了)")
_TURNS_OUT: Final = re.compile(r"(?:但|惟|不过|而)?(?:最终|最后|实际|结果|终)")
_AFTER_A_STOP: Final = re.compile(
    r"(?:届满|解禁|复牌|停牌|假期?|节|长假|业绩|公布|新年|今年|年内|本[周月]|下半年|上半年|除息|除净)(?:后|之?后的?|的|[,，])*$"
)
"""Before 首個交易日: it is the first one after something else than the listing."""
_AT_LAST: Final = ("最终", "最后", "实际", "结果", "终以", "改为", "现")
"""Words that turn from what was planned to what came of it."""
_ITSELF: Final = re.compile(
    r"(?:^|[,，。;；]|公司|集团)(?:在|于)?(?:(?:20\d\d|[去今前同])年(?:度|全年|[上下]半年)?)?(?:里|内|共|合共|一共|总共)*$"
)
"""Before what was brought in: the company itself did so, 公司在2025年創造了."""
_ITSELF_REACH: Final = 14
_THIS_EXPENSE: Final = re.compile(r"[这该此](?:一?[项笔]?|部分|一)(?:支出|开支|费用|投入)")
"""In a sentence: the expense of the one before is spoken of still."""
_VAGUE: Final = frozenset("次项场")
_OF_A_CLAUSE: Final = frozenset({"net", "forecast", "more_money"})
"""The roles of words that hold to the end of their clause."""
_TURNS: Final = frozenset({"prior_period", "next_year", "next_two_years", "same_period", "latest_year"})
"""The roles of words that name a year by another one."""


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
    pending: Mention | None = None
    until: Mention | None = None
    """The day up to which the sentence tells what happened."""
    listed: Mention | None = None
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
            self.debut = False
            if not asked:
                self.slots.forget(_PARAGRAPH_SLOTS)
        self.history = self.history[-6:]
        if self.settled or (self.exercised in ("full", "partial") and not sentence.opens):
            self._settle(sentence.start)
        self.told_day = self.instants[-1][1] if self.instants else self.told_day
        if self.blocks:
            self.blocks = {} if sentence.opens or self._is_on_exchange() else self._held()
        scope = {"scope"} & self.roles if sentence.continues or asked else set()
        self.bounds, self.roles, self.grey, self.expected, self.steps = [], scope, None, None, {}
        self.instants = self.instants[-1:] if sentence.continues else []
        self.profit = self.part = None
        self.given_up = given_up(self.folded, sentence.start, sentence.end)
        self.supposed = self.stage = self.last = self.exercised = None
        self.chain = self.opened = self.pending = self.until = self.net = None
        self.trading_day = self.trading_day if sentence.continues else self.headed

    def _settle(self, at: int) -> None:
        """Shares and money beyond the offering are those of the option, of which the article tells what became."""
        self.slots.values["extra"] = ("over_allotment_shares_issued", at)
        self.slots.values["more_money"] = ("additional_net_proceeds", at)

    def _held(self) -> dict[str, tuple[str, str]]:
        return {name: block for name, block in self.blocks.items() if block[1] == "paragraph"}

    def _is_on_exchange(self) -> bool:
        """Whether the sentence turns from the grey market to the exchange."""
        return _ON_EXCHANGE.search(self.folded, self.sentence.start, self.sentence.end) is not None

    def begin_clause(self, start: int) -> None:
        """Forget what held for the clause before, and what was planned where the clause turns to what came of it."""
        if "planned" in self.roles and self.stage == "plan" and _TURNS_OUT.match(self.folded, start):
            self.stage = None
        if not self.bare:  # 若剔除基石份额, holds for the clause after it
            self.slots.locked.clear()
        kept = "forecast" if "forecast" in self.roles and self.bare and self._announces_forecast() else None
        if not self.roles.isdisjoint(_OF_A_CLAUSE):
            self.roles -= _OF_A_CLAUSE - {kept}
        self.qualified = None
        if self.blocks:
            self.blocks = {name: block for name, block in self.blocks.items() if block[1] != "clause"}

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
            self.blocks = {k: v for k, v in self.blocks.items() if v[0] != _GREY}

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

    def hear(self, cue: Cue, at: int) -> None:
        """Let a cue settle what it settles for the figures to come."""
        if cue.fills:
            self._fill(cue, at)
        if cue.role:
            self.roles.add(cue.role)
        if cue.stage or self.stage:
            self._stand(cue, at)
        if cue.bound:
            self._bind(cue.bound, cue, at)
        if cue.id == "revenue.part":
            self.part = at
        if cue.scope == "cornerstone":
            self.cornered = self.who.at(at) or self.who.last
        if cue.qualifier:
            self.qualified = (cue.qualifier, at)
        if self.folded[at] in _DEBUTS or cue.role == "debut" or cue.id in _OPENS:
            self._debut(cue, at)
        if cue.id == "grey":
            self.grey = at
        brings = cue.id == "brought_in" and _ITSELF.search(self.folded, max(0, at - _ITSELF_REACH), at)
        if cue.blocks and not brings and (cue.role != "then" or self._is_earlier(at)):
            why = cue.reason or cue.reads.get("money") or next(iter(cue.reads.values()))
            self.blocks |= dict.fromkeys(cue.blocks, (why, cue.reach))
        if cue.role in _TURNS:
            self._turn(cue, at)
        elif cue.role == "listing" and _WAS_LISTED.search(self.folded, max(self.sentence.start, at - _DATED), at):
            self.stage = "final"

    def _debut(self, cue: Cue, at: int) -> None:
        """Take in that the first day is told, where it is one: the grey market of the evening before is over."""
        opens = self.folded[at] in _DEBUTS and DEBUT.match(self.folded, at) is not None
        if opens and self.is_another_first(at, at + 5):
            return
        if not opens and cue.role != "debut" and cue.id not in _OPENS:
            return
        self.debut = self.debut or cue.id != "open" or opens
        if cue.role == "listing" and opens:
            self.slots.values.setdefault("change", ("first_day_change_pct", at))
        if cue.id != "open" or self.grey is None or _ON_EXCHANGE.search(self.folded, self.grey, at):
            self.blocks = {k: v for k, v in self.blocks.items() if v[0] != _GREY}

    def _bind(self, bound: str, cue: Cue, at: int) -> None:
        """Note an end of the range that is told without its figure, of one company or of all alike."""
        self.bounds.append((bound, at))
        companies = self.who.at(at)
        alike = len(companies) == 1 or _ALL_ALIKE.search(self.folded, max(0, at - _EARLY), at) is not None
        if alike and not self._is_supposed(cue, at):
            self.loose += [(bound, at, company) for company in companies]

    def is_another_first(self, start: int, end: int) -> bool:
        """Whether ``首個交易日`` is the first one after something else than the listing: 禁售期屆滿,首個交易日今日."""
        place = self.folded.find("首个交易日", start, end)
        return place >= 0 and _AFTER_A_STOP.search(self.folded, max(self.sentence.start, place - 12), place) is not None

    def _stand(self, cue: Cue, at: int) -> None:
        """How far along the offering is by a cue: what is final at last is interim no more, 據知情人士,最終訂單達190億."""
        if cue.id == "stage.plan" and self.folded[max(0, at - 1) : at] in tuple("由从自较比"):
            return  # 由原定的1,200万份上调至1,450万份
        if cue.stage in ("plan", "interim"):
            self.stage = cue.stage
        elif cue.id == "stage.final" and self.stage == "interim":
            self.stage = None
        if "planned" in self.roles and self.stage == "plan":
            turns = cue.id == "upsize" or any(self.folded.startswith(_AT_LAST, place) for place in (at, max(0, at - 2)))
            self.stage = None if turns else self.stage

    def _fill(self, cue: Cue, at: int) -> None:
        """Let a cue settle its slots unless it is told only in passing."""
        passing = _PASSING.get(cue.id)
        if passing is None or not passing.search(self.folded, max(0, at - 12), at):
            self.slots.fill(cue, at)
        if self.settled and "extra" in cue.fills:
            self._settle(at)

    def _is_earlier(self, at: int) -> bool:
        """Whether 當時 is the time of an earlier offering: a year stands before it."""
        return _YEAR.search(self.folded, max(self.sentence.start, at - _EARLIER), at) is not None

    def _is_supposed(self, cue: Cue, at: int) -> bool:
        """Whether an end of a range is no price that was set: ``申購上限``, ``以上限計``, ``料以上限定價``."""
        supposed = _SUPPOSED.search(self.folded, max(0, at - 10), at)
        bare = not cue.id.startswith("offer_price.at_") and self.folded[max(0, at - 1) : at] not in tuple(
            "在于取至为是属即"
        )
        return bool(supposed) or bare or bool(_RECKONED.match(self.folded, at))

    def _turn(self, cue: Cue, at: int) -> None:
        """Words that name a year by another one."""
        latest = self.times.latest(compared=cue.role in ("next_year", "next_two_years"))
        if latest is None and cue.role == "prior_period" and (last := last_year(self.folded, at, self.published)):
            self.times.say(last, at, compared=False)
        if latest is None:
            return
        if cue.role == "prior_period":
            against = self._is_against(at)
            self.times.say(year_before(latest), at, compared=against, passing=not against)
        elif cue.role == "next_year":
            self.times.say(year_before(latest, -1), at, compared=False)
        elif cue.role == "next_two_years":
            listed = self.run[-2:] if len(self.run) > 2 else [year_before(latest, -1), year_before(latest, -2)]
            for period in listed:
                self.times.say(period, at, compared=False)
        elif cue.role == "same_period":
            self.times.say(latest, at, compared=False)
        elif cue.role == "latest_year":
            self.times.say(self._latest_year() or latest, at, compared=False)

    def _latest_year(self) -> Period | None:
        """最近年度 is the latest year that the article tells, and behind 翌年 the one after."""
        years = [spoken.period for spoken in self.times.said if spoken.period.label.endswith("FY")]
        if not years:
            return None
        told = "next_year" in self.roles and self.last is not None and self.last.period == max(years)
        return year_before(max(years), -1) if told else max(years)

    def _is_against(self, at: int) -> bool:
        """Whether 去年同期 is what something is compared with or rose from."""
        if self.folded.startswith(("较", "比"), at) or FROM.search(self.folded, max(0, at - 3), at):
            return True
        end = next((t.end for c in self.sentence.clauses for t in c.tokens if t.start == at), at)
        return only_compares(self.folded, at, end)

    def settle_bounds(self) -> None:
        """``最終以上限定價`` without a figure: the price is the end of the range told before, or the other way round."""
        rows: dict[tuple[int, str], list[Candidate]] = {}
        for row in self.found:
            if row.reason is None:
                rows.setdefault((id(row.company), row.metric), []).append(row)
        for bound, at, company in self.loose:
            prices = rows.setdefault((id(company), "offer_price"), [])
            ends = rows.setdefault((id(company), bound), [])
            priced, ended = (any(c.start < at for c in known) for known in (prices, ends))
            if priced == ended:
                continue
            last = [c for c in (prices if priced else ends) if c.start < at][-1]
            told = replace(last, metric=bound, qualifier="exact") if priced else replace(last, metric="offer_price")
            self.found.append(replace(told, rule="news.offer_price.bound", rank=3))
            (ends if priced else prices).append(self.found[-1])
