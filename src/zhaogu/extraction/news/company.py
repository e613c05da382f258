"""The companies of an article, with their names and codes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhaogu.model.mention import Mention

from .cues import subjects, word_pattern

_SUFFIX = re.compile(r"[-－](?:SW|WP|W|B|P|S|R|X)+$")
_PAGES = 20_000
_LEAD = 120
_NEAR = 2_000
"""So far behind its name a company's code is still told."""


@dataclass(slots=True)
class Company:
    """A company that the article names: its name as printed, other names, its code, and where it is first named."""

    name: str
    start: int
    names: set[str]
    aliases: list[str] = field(default_factory=list)
    code: str | None = None
    code_at: tuple[int, int] | None = None
    exchange: str | None = None
    acts: bool = False
    """Whether it is told to do what issuers do, right behind its name."""
    counted: bool = False
    """Whether it is one of several that are counted or ranked: 三家公司…最大的是甲."""


class Names:
    """The companies of an article, as they are found."""

    def __init__(self, text: str, folded: str, title_end: int) -> None:
        """Take an article whose title ends at ``title_end``."""
        self.text, self.folded, self.title_end = text, folded, title_end
        self.found: list[Company] = []

    def add(self, start: int, end: int) -> Company:
        """The company called by this span; a name that holds another one is the same company."""
        name = self.folded[start:end]
        for company in self.found:
            if name in company.names:
                return company
        for company in self.found:
            if any(_same(name, known) for known in company.names):
                self.also(company, start, end)
                return company
        self.found.append(Company(self.text[start:end], start, {name, _SUFFIX.sub("", name)}))
        return self.found[-1]

    def also(self, company: Company, start: int, end: int) -> None:
        """Note another name of a company."""
        name, printed = self.folded[start:end], self.text[start:end]
        company.names |= {name, _SUFFIX.sub("", name)}
        if printed != company.name and printed not in company.aliases:
            company.aliases.append(printed)

    def short_names(self, company: Company) -> None:
        """Without its board suffix, place or legal form, or by its first part, where the text calls it so."""
        others = {name for other in self.found if other is not company for name in other.names}
        for full in sorted(company.names):
            bare = _SUFFIX.sub("", full)
            place = word_pattern("places").match(bare)
            stems = [bare, bare[place.end() :]] if place and len(bare) - place.end() >= 2 else [bare]
            for stem in stems:
                part = next((p for p in _parts(stem) if self._is_called(p, stem, others)), None)
                for name in filter(None, (stem, part)):
                    at = self.folded.find(name)
                    if name not in company.names and at >= 0:
                        self.also(company, at, at + len(name))

    def _is_called(self, part: str, stem: str, others: set[str]) -> bool:
        if (
            part in subjects()["places"]
            or part in subjects()["neutral"]
            or part in subjects()["legal"]
            or word_pattern("generic").search(part)
        ):
            return False
        if any(part in name for name in others):
            return False
        return self.folded.count(part) > self.folded.count(stem)

    def is_led(self) -> bool:
        """Whether a company with a code stands in the title or the first lines: then others need more to be believed."""
        return any(
            company.code and company.start < self.title_end + _LEAD and not self._is_compared(company)
            for company in self.found
        )

    def _is_compared(self, company: Company) -> bool:
        """Whether a company is first named beside another one: 同業甲, 母公司甲."""
        before = self.folded[max(0, company.start - 4) : company.start]
        return before.endswith((*subjects()["peers"], "母公司", "股东", "大股东"))

    def last_before(self, place: int) -> Company | None:
        """The company named last before a place, if not too far from it."""
        near = max(0, place - _NEAR)
        named = [(self.folded.rfind(name, near, place), c) for c in self.found for name in c.names]
        at, company = max(named, key=lambda pair: pair[0], default=(-1, None))
        return company if at >= 0 else None

    def count(self, start: int, end: int) -> int:
        """How often the first pages say what stands at a span."""
        return self.folded.count(self.folded[start:end], 0, _PAGES)


def _same(name: str, known: str) -> bool:
    """Whether two names are one company's: one is the other without its place, form or last part."""
    short, long = sorted((name, known), key=len)
    if long.startswith(short) or (long.endswith(short) and len(short) >= 3):
        return len(short) >= 2
    return (
        long.endswith(short) and len(short) == 2 and long[: -len(short)].endswith(("集团", "公司", "品牌", "商", "厂"))
    )


def _parts(stem: str) -> list[str]:
    """The beginnings of a name that may stand for it, the longest first."""
    least = 4 if stem[:4].isascii() else 2
    return [
        stem[:size]
        for size in range(len(stem) - 1, least - 1, -1)
        if not re.search(r"[\d.]", stem[:size])
        and not (
            stem[size - 1].isascii() and stem[size - 1].isalnum() and stem[size].isascii() and stem[size].isalnum()
        )
    ]


def give_code(company: Company, mention: Mention) -> None:
    """Give a company the code of a mention, unless it has one."""
    if company.code is None and mention.code:
        company.code, company.code_at = mention.code, (mention.start, mention.end)
        company.exchange = _exchange(mention.code)
        if company.name.endswith("-KY"):
            company.code, company.exchange = mention.code.lstrip("0"), "TWSE"


def _exchange(code: str) -> str | None:
    if not code.isdigit():
        return None
    boards = {"6": "SSE", "0": "SZSE", "3": "SZSE", "8": "BSE", "9": "BSE", "4": "BSE"}
    return "HKEX" if len(code) == 5 else boards.get(code[0])
