"""Whose figures a clause gives: the company it names, the one spoken of before, or somebody else."""

from __future__ import annotations

import re
from collections import Counter

from .cues import subjects, trie_pattern, word_pattern
from .names import Company, is_name, lead_phrase
from .tokens import Clause, Kind, Sentence

_JOINT = re.compile(r"\s*(?:\([^()]*\)|（[^（）]*）)?\s*(?:与|和|及|、|以及)\s*[^，,。;；]{0,14}")
_REACH_BACK = 6


class Subjects:
    """Who is spoken of, clause by clause.

    ``current`` are the companies whose figures the clause gives; it is empty while a clause speaks of a company
    that the article has only for comparison.
    """

    def __init__(self, text: str, folded: str, companies: list[Company]) -> None:
        """Take the article and the companies it names."""
        self.text, self.folded, self.companies = text, folded, companies
        self.by_name = {name: company for company in reversed(companies) for name in company.spellings}
        self._pattern = re.compile(trie_pattern(self.by_name)) if self.by_name else None
        self.last: list[Company] = companies[:1]
        self.joint: list[Company] = []
        self.stranger: str | None = None
        self.events: Counter[str] = Counter()
        self.deals: Counter[str] = Counter()

    @property
    def current(self) -> list[Company]:
        """The companies whose figures are given now."""
        return [] if self.stranger else self.last

    def begin_sentence(self, sentence: Sentence) -> None:
        """A new sentence speaks of the issuer again, unless it goes on about somebody else by a pronoun."""
        start = sentence.start
        while start < sentence.end and self.folded[start] in " \n　“\"*#":
            start += 1
        if sentence.opens or not self.folded.startswith(("其", "该公司", "两者合计"), start):
            self.stranger = None

    def hear(self, clause: Clause, sentence: Sentence) -> None:
        """Take in a clause."""
        named = self._named(clause)
        if named:
            self.last, self.stranger = named, None
            if len(named) > 1:
                self.joint = named
        else:
            self._pronoun(clause) or self._unknown(clause, sentence)
        self._count(clause)

    def _named(self, clause: Clause) -> list[Company]:
        if self._pattern is None:
            return []
        figure = next((t.start for t in clause.tokens if t.kind is Kind.FIGURE), clause.end)
        named: list[Company] = []
        end = clause.start
        for match in self._pattern.finditer(self.folded, clause.start, clause.end):
            company = self.by_name[match.group()]
            if named and company not in named and _JOINT.fullmatch(self.folded, end, match.start()):
                named.append(company)
            elif match.start() < figure and not self._is_aside(clause.start, *match.span()):
                if company not in named:
                    named = [company]
            else:
                continue
            end = match.end()
        return named

    def _is_aside(self, clause_start: int, start: int, end: int) -> bool:
        low = max(clause_start, start - _REACH_BACK)
        before = self.folded[low:start].rstrip(" “\"「")
        if before.endswith(("与", "和", "及")) and before not in ("与", "和", "及"):
            return True
        return before.endswith(subjects()["away"]) or self.folded.startswith(("旗下", "分拆"), end)

    def _pronoun(self, clause: Clause) -> bool:
        start = clause.start
        leader = word_pattern("leaders")
        while start < clause.end and (self.folded[start] in " \n　“\"「『*" or leader.match(self.folded, start)):
            match = leader.match(self.folded, start)
            start = match.end() if match else start + 1
        for words, pick in (("former", 0), ("latter", 1)):
            if self.joint and self.folded.startswith(subjects()[words], start):
                self.last, self.stranger = [self.joint[pick]], None
                return True
        if self.joint and self.folded.startswith(subjects()["both"], start):
            self.last, self.stranger = self.joint, None
            return True
        if self.folded.startswith(subjects()["same"], start):
            if not self.folded.startswith("其", start):
                self.stranger = None
            return True
        return False

    def _unknown(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether the clause opens with the name of a company that is not in question: its figures are its own."""
        tokens = clause.tokens
        first = next((t for t in tokens if t.kind is not Kind.OPEN), None)
        if first is None or not any(t.kind is Kind.FIGURE for t in tokens):
            return False
        span = lead_phrase(self.folded, clause.start, first.start)
        if span is None or not is_name(self.folded[span[0] : span[1]]):
            return False
        peers = word_pattern("peers").search(self.folded, sentence.start, clause.end) is not None
        adjoins = first.start - span[1] <= 1 and first.kind in (Kind.TIME, Kind.CUE)
        if peers or self.stranger or (adjoins and first.kind is Kind.TIME):
            self.stranger = self.folded[span[0] : span[1]]
            return True
        return False

    def _count(self, clause: Clause) -> None:
        start, end = clause.start, clause.end
        deals = word_pattern("other_deals").search(self.folded, start, end)
        event = word_pattern("events").search(self.folded, start, end)
        if event and word_pattern("no_events").search(self.folded, start, end):
            event = None
        for company in self.current:
            self.events[company.name] += event is not None
            self.deals[company.name] += deals is not None

    def is_issuer(self, company: Company) -> bool:
        """Whether the article tells of an offering by ``company``."""
        return self.events[company.name] > self.deals[company.name]
