"""Whose figures a clause gives: the company it names, the one spoken of before, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .bystanders import parents, speakers, teased
from .cues import subjects
from .gate import lead_end
from .market import spoken_of
from .names import Company
from .naming import Naming, Turn
from .offerings import Offerings
from .others import is_earlier, of_h_shares, of_peers, parent_sells
from .phrases import skip_leaders
from .places import Places
from .pronouns import end_of_either, former_and_latter, meant
from .sight import Sight, Sights
from .strangers import Strangers, only_compares
from .together import Together
from .tokens import Clause, Sentence, Token

_LISTS: Final = ("other_deals", "events", "no_events", "peers", "verbs", "legal")
"""The lists of words that are asked for clause by clause."""
_THE_PARENT: Final = "the parent"
_ANOTHER_ARTICLE: Final = "another article"
_OF_THE_SHARES: Final = re.compile(r"\s*(?:每股|最终)?(?:承销价|发行价|发售价|招股价|定价|上市价)")
"""Whoever sells them, the shares that are offered are the issuer's."""
_LISTED_TOO: Final = re.compile(
    r"\s*同[日天](?:在港|在港交所|在主板|于港交所)?(?:登场|挂牌|上市|首挂|上场|敲[钟锣]|登陆[^,，。;；]{1,6})的"
)
"""Under a heading about rivals, whoever is listed on the same day is none of them."""
_LABEL: Final = re.compile(r"[^,，。;；:：\d]{2,8}[:：,，]")
_GOES_ON: Final = ("其", "该公司", "它")
_OPENS_ON: Final = (*_GOES_ON, "这家")
"""Pronouns of whoever was named last, which a sentence and a paragraph may open with."""
_THE_ISSUER: Final = ("公司", "集团")
_ITS: Final = re.compile(r"的[^\d的]{0,6}$")
_QUOTES: Final = frozenset('"“「')
_PRESENTED: Final = 160
"""So near behind a lead that counts companies they are presented."""


class Subjects:
    """Who is spoken of, clause by clause and within a clause.

    :meth:`at` gives the companies whose figures stand at a place; none while a clause speaks of a company that the
    article has only for comparison.
    """

    def __init__(self, folded: str, companies: list[Company], title_end: int = 0) -> None:
        """Take the article and the companies it names."""
        self.folded, self.companies = folded, companies
        self.naming = Naming(folded, companies)
        self.lead_end = lead_end(folded, title_end)
        self._places = {words: Places(words, folded) for words in _LISTS}
        self._together = Together(self.naming, self._places["events"], self.lead_end)
        self.shared = self._together.in_lead
        self._sights = Sights(self.naming, self._places, several=self._together.several)
        self._strangers = Strangers(folded, self.naming, self._places)
        self._titled = self.naming.alone_in(0, title_end)
        homes = {c.exchange for c in companies[:1]}
        self._mainland = bool(homes & {"SSE", "SZSE", "BSE"}) or spoken_of(folded) == "SSE"
        self.offerings = self._first_offerings(title_end)
        self.last = [c for c in companies[:1] if c.start < self.lead_end]
        self.joint: list[Company] = []
        self.turns: list[Turn] = []
        self.stranger: str | None = None
        self.issuers: frozenset[Company] = frozenset()
        self.about_peers = False
        self._on_peers = False
        """Whether the section is one about competitors, by its heading: 對手們的價格."""
        self._passing = False
        """Whether the clause only compares with the company it names: 較甲的124億元多六倍."""
        self._dated = False
        self._asides: list[tuple[int, int]] = []
        self._opened: list[Company] = []
        self._carried: list[Company] = []

    def _first_offerings(self, title_end: int) -> Offerings:
        """What is known of the offerings before the article is heard."""
        folded, named, by_name = self.folded, self.naming.pattern, self.naming.by_name
        passed_over = teased(folded, self.companies) | parents(folded, named, by_name)
        passed_over |= speakers(folded, named, by_name, self.lead_end)
        offerings = Offerings(folded, title_end, self.lead_end, passed_over)
        offerings.tell(*self._together.on_the_day())
        if self.shared:
            offerings.alike = {c.name for c in self.companies if c.code}
        if self._places["events"].any(0, self.lead_end):
            offerings.tell(*(c.name for c in self.companies if c.counted or self._is_presented(c)))
        return offerings

    def _is_presented(self, company: Company) -> bool:
        """Whether an article of several companies that do the same presents one of them, with its full name, behind its lead."""
        named = bool(company.aliases) or self.folded[company.start - 1 : company.start] in _QUOTES
        return self._together.several and named and company.start < self.lead_end + _PRESENTED

    def rehearse(self, sentences: Iterable[Sentence]) -> None:
        """Hear the article once to learn whose offering it tells of: the others are spoken of in passing."""
        last, before = self.last, self.offerings.known()
        for sentence in sentences:
            self.begin_sentence(sentence)
            for clause in sentence.clauses:
                self.hear(clause, sentence)
        self.issuers = frozenset(c for c in self.companies if self.offerings.is_issuer(c))
        self.last = last
        self.offerings.count_again(*before)
        self.joint, self.turns, self._carried, self._opened, self.stranger = [], [], [], [], None
        self.about_peers = self._on_peers = self._dated = False

    def at(self, place: int) -> list[Company]:
        """The companies whose figures are given at a place of the current clause."""
        if self._asides and any(start < place < end for start, end in self._asides):
            return []
        for start, companies in reversed(self.turns):
            if start <= place:
                return companies
        return [] if self.stranger else self.last

    def named_at(self, clause: Clause) -> int | None:
        """Where the name ends that opens a clause: a company's, or 前者 and 後者."""
        start = self._sights.of(clause).start
        if (either := end_of_either(self.folded, start)) is not None:
            return either
        match = self.naming.pattern.match(self.folded, start, clause.end)
        return match.end() if match else None

    def pair(self) -> list[Company]:
        """The companies that 兩家公司 or a list of figures without names may mean."""
        return self.joint or [c for c in self.companies if self.offerings.events[c.name]]

    def begin_sentence(self, sentence: Sentence) -> None:
        """A new sentence speaks of the issuer again, unless it goes on about somebody else by a pronoun."""
        start = skip_leaders(self.folded, sentence.start, sentence.end)
        if self.turns:
            self.last, self.turns = self.last if self._passing else self.turns[-1][1], []
        if told := [c for c in self.last if c in self.issuers]:
            self._carried = told
        elif self._carried and self._turns_back(sentence, start):
            self.last = self._carried
        goes_on = self.folded.startswith(_OPENS_ON, start)
        if sentence.opens and self._opened and self._opened == self._titled and not goes_on:
            self.last = self._titled  # whoever its last paragraph came to was named in passing
        self._asides = []
        self._together.share(sentence, start, self.offerings)
        if sentence.heading:
            self._on_peers = self._places["peers"].any(sentence.start, sentence.end)
        if sentence.opens:
            self._opened = self.naming.first_in(sentence) or self.last
            self.about_peers = self._on_peers or self._places["peers"].any(start, start + 12)
        elif self._places["peers"].any(start, start + 1):
            self.about_peers = _LABEL.match(self.folded, start) is not None
        keeps = sentence.continues or self.about_peers or self.folded.startswith(_GOES_ON, start)
        on_rival = self._on_peers and not (self.stranger is None and self.folded.startswith(_GOES_ON, start))
        if sentence.opens or not keeps or on_rival:
            self.stranger = "peers" if self.about_peers else None

    def _turns_back(self, sentence: Sentence, start: int) -> bool:
        """Whether a sentence speaks of the issuer again: it goes on about nobody by a pronoun, nor about rivals."""
        if sentence.continues or (self.about_peers and not sentence.opens):
            return False
        if len(self.last) > 1 and self.folded.startswith(_THE_ISSUER, start):
            return True  # 公司 behind several of whom none is one: 甲與乙分別認購2,500萬美元. 公司去年收入
        return not self.folded.startswith(subjects()["same"], start)

    def hear(self, clause: Clause, sentence: Sentence) -> None:
        """Take in a clause."""
        seen = self._sights.of(clause)
        if self.turns and not self._passing:
            self.last = self.turns[-1][1]
        self._passing = False
        self.turns = [*seen.turns]
        if seen.may_name and not self.turns:
            self.turns = former_and_latter(self.folded, clause, self.joint or self.companies[:2])
        if seen.acting:
            self.offerings.tell(*seen.acting)
        if seen.asides:
            self._asides += seen.asides
        if self._sights.teasers and self._sights.is_teaser(clause):
            self.turns, self.stranger = [], _ANOTHER_ARTICLE
        elif self.turns:
            self._take_turns(clause, sentence, seen)
        elif seen.teases:
            self.stranger = _ANOTHER_ARTICLE
        elif seen.of_parent:
            self.stranger = None if parent_sells(self.folded, clause) else _THE_PARENT
        elif self.stranger == _THE_PARENT and _OF_THE_SHARES.match(self.folded, clause.start, clause.end):
            self.stranger = None
        elif seen.other is not None:
            self.stranger = seen.other
        elif not (seen.again and self._pronoun(clause, seen.start)) and seen.stranger is not None:
            self._unknown(clause, sentence, seen.stranger)
        self._count(clause, seen)
        self._dated = seen.is_date

    def _take_turns(self, clause: Clause, sentence: Sentence, seen: Sight) -> None:
        """Take in a clause that names companies of the article."""
        if other := self._of_another(clause, sentence, seen):
            self.turns, self.stranger = [], other
            return
        self.stranger = None
        start, companies = self.turns[0]
        self._passing = len(self.turns) == 1 and only_compares(self.folded, clause.start, start)
        if len(companies) > 1:
            self.joint = companies
        if clause.figure is None or start < clause.figure.start or _ITS.search(self.folded, clause.start, start):
            self.turns[0] = (clause.start, companies)  # the figures before are its own: 以每股8元定價的甲

    def _of_another(self, clause: Clause, sentence: Sentence, seen: Sight) -> str | None:
        """Whose figures a clause gives that names a company of the article, where they are not its own."""
        if seen.of_parent:
            return _THE_PARENT
        if self._mainland and of_h_shares(self.folded, clause, self.naming.pattern, self.turns[0][0]):
            return "the shares of another market"
        if (self.about_peers and self._is_rival(sentence)) or self._is_peer(clause):
            return "peers"
        earlier = is_earlier(self.folded, clause, seen.start, self.turns[0], self.companies[0])
        return "an earlier one" if earlier else None

    def _is_rival(self, sentence: Sentence) -> bool:
        """Whether a sentence about peers is the first to name whom a clause speaks of: none of them is an issuer."""
        named = [company for _, turn in self.turns for company in turn]
        self.offerings.rivals |= {c.name for c in named if c.start >= sentence.start and not c.code}
        return all(company.name in self.offerings.rivals for company in named)

    def _is_peer(self, clause: Clause) -> bool:
        """Whether the clause speaks of a competitor by its name: 行業龍頭甲上半年收入810億元."""
        if not self.issuers or any(company in self.issuers for _, turn in self.turns for company in turn):
            return False
        listed = self._places["events"].any(clause.start, clause.end)
        return not listed and of_peers(self.folded, clause, self._places["peers"])

    def _pronoun(self, clause: Clause, start: int) -> bool:
        """Take in a clause that opens with a word for companies named before."""
        pair = self.joint or [c for c in self.companies[:2] if c.start < start]
        pair = pair if all(c in pair for c in self.last) else []
        several = self.pair()
        several = several if len(several) > 2 else self.companies
        told = meant(self.folded, clause, start, (self.last, self.stranger), pair, several)
        if told is not None:
            self.last, self.stranger = told
        return told is not None

    def _unknown(self, clause: Clause, sentence: Sentence, place: tuple[int, Token]) -> None:
        """Take in a clause that opens with another name, which may be a part of a known one."""
        opening = self._strangers.opening(clause, sentence, place, dated=self._dated, told=self.stranger is not None)
        if opening is None or (opening.name in self.naming.by_name and self.folded.startswith("、", opening.end)):
            return  # nobody, or one of a list of others
        if (company := self.naming.by_part.get(opening.name)) is not None:
            self.turns, self.stranger = [(clause.start, [company])], None
            self._passing = only_compares(self.folded, clause.start, opening.start)
        elif self._strangers.is_one(opening, clause):
            self.stranger = opening.name

    def _count(self, clause: Clause, seen: Sight) -> None:
        """Count what a clause tells for those of whom it speaks."""
        listed_too = self._on_peers and _LISTED_TOO.match(self.folded, clause.start, clause.end) is not None
        if listed_too:
            self.offerings.tell(*(c.name for _, turn in self.turns for c in turn if c.code))
        elif self._on_peers:
            self.offerings.compared |= {company.name for _, turn in self.turns for company in turn}
        if self.stranger:
            return
        event, figure = seen.event and not self._on_peers, clause.figure is not None
        for company in [c for _, turn in self.turns for c in turn] or self.last:
            self.offerings.count(company.name, event=event, deal=seen.deal, figure=figure)
