"""The companies of an article, with their names and codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final

from zhaogu.model.mention import Mention

from .cues import subjects, word_pattern
from .doing import acts
from .market import spoken_of
from .pages import PAGES

_MAINLAND_EXCHANGES: Final = ("SSE", "SZSE", "BSE")
BOARDS: Final = "(?:SW|WP|W|B|P|S|R|X)+"
BOARD: Final = rf"[-－]{BOARDS}"
"""What the exchange puts behind short names: -B of a biotech, -W of weighted votes."""
_SUFFIX: Final = re.compile(f"{BOARD}$")
_LEAD: Final = 120
_CODE_END: Final = re.compile(r"(?:\.[A-Z]{2})?[)）]?")
_IN_HONG_KONG: Final = re.compile("港|H股")
_NEXT: Final = 12
_COMES_HOME: Final = re.compile(
    r"[)）]?[^,，。;；早曾已前年]{0,16}?(?:登[陆录上]|亮相|在|于|回归|转战|正式)(?:正式|上交所|深交所|[沪深]市|[沪深]股)*(?:科创板|创业板|北交所|上交所|深交所|A股)"
    r"(?!上市公司|股价)[^,，。;；]{0,8}(?:[,，。;；]|$)"
)
"""Behind a mainland code: that is where the company is listed now, 甲(688001)16日登陸科創板."""
_NEAR: Final = 2_000
"""So far behind its name a company's code is still told."""


@dataclass(slots=True, eq=False)
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
    place: int = 0
    """How many companies were found before it."""


class Names:
    """The companies of an article, as they are found."""

    def __init__(self, text: str, folded: str, title_end: int) -> None:
        """Take an article whose title ends at ``title_end``."""
        self.text, self.folded, self.title_end = text, folded, title_end
        self.found: list[Company] = []
        self.codes: set[str] = set()
        self._by_name: dict[str, int] = {}
        self._by_end: dict[str, int] = {}
        self._sizes: set[int] = set()
        self._endings: set[str] = set()

    def add(self, start: int, end: int) -> Company:
        """The company called by this span; a name that holds another one is the same company."""
        name = self.folded[start:end]
        if (at := self._by_name.get(name)) is not None:
            return self.found[at]
        same = [self._by_end[name]] if name in self._by_end else []
        same += [self._by_name[part] for part in _ends(name) if part in self._by_name]
        if same:
            self.also(self.found[min(same)], start, end)
            return self.found[min(same)]
        self.found.append(Company(self.text[start:end], start, set(), place=len(self.found)))
        self._call(self.found[-1], name)
        self._call(self.found[-1], _SUFFIX.sub("", name) or name)
        return self.found[-1]

    def also(self, company: Company, start: int, end: int) -> None:
        """Note another name of a company."""
        name, printed = self.folded[start:end], self.text[start:end]
        self._call(company, name)
        self._call(company, _SUFFIX.sub("", name) or name)
        if printed != company.name and printed not in company.aliases:
            company.aliases.append(printed)

    def _call(self, company: Company, name: str) -> None:
        """Call a company by a name; of several with a name, or with an end of one, the first found keeps it."""
        company.names.add(name)
        self._sizes.add(len(name))
        self._endings.update(name[at:] for at in range(1, len(name) - 1))
        self._by_name[name] = min(company.place, self._by_name.get(name, company.place))
        for part in _ends(name):
            self._by_end[part] = min(company.place, self._by_end.get(part, company.place))

    def short_names(self, company: Company) -> None:
        """Without its board suffix, place or legal form, or by its first part, where the text calls it so."""
        low, high = max(0, company.start - PAGES), company.start + PAGES
        for full in sorted(company.names):
            for stem in _stems(full):
                stands = self.folded.count(stem, low, high)
                called = (p for p in _parts(stem) if _may_stand(p) and self._owners.get(p) == company.place)
                part = next((p for p in called if self.folded.count(p, low, high) > stands), None)
                for name in filter(None, (stem, part)):
                    at = self.folded.find(name, low, high)
                    if name not in company.names and at >= 0:
                        self.also(company, at, at + len(name))

    @cached_property
    def _owners(self) -> dict[str, int | None]:
        """The company whose name holds a part of one; None where several do. Short names that are added are parts too."""
        names = [(name, company.place) for company in self.found for name in company.names]
        parts = {part for name, _ in names for stem in _stems(name) for part in _parts(stem)}
        owners: dict[str, int | None] = {}
        for name, place in names:
            pieces = (name[at:end] for at in range(len(name)) for end in range(at + 2, len(name) + 1))
            for piece in parts.intersection(pieces):
                owners[piece] = place if owners.get(piece, place) == place else None
        return owners

    def give_code(self, company: Company, mention: Mention) -> None:
        """Give a company the code of a mention, unless it has one; of an A and an H share, that of the offering."""
        if mention.code and (company.code is None or self._goes_before(mention.code, company)):
            company.code, company.code_at = mention.code, (mention.start, mention.end)
            company.exchange = _exchange(mention.code)
            if company.name.endswith("-KY"):
                company.code, company.exchange = mention.code.lstrip("0"), "TWSE"
            self.codes.add(company.code)

    def _goes_before(self, code: str, company: Company) -> bool:
        """Whether a code is that of the H shares of a company of the mainland, which offers them and not its A shares."""
        if company.exchange not in _MAINLAND_EXCHANGES or _exchange(code) != "HKEX" or company.code_at is None:
            return False
        behind = _CODE_END.match(self.folded, company.code_at[1]).end()  # type: ignore[union-attr]
        at_home = _COMES_HOME.match(self.folded, company.code_at[1]) or self._is_listed_at_home(behind)
        return not at_home and spoken_of(self.folded) == "HKEX"

    def _is_listed_at_home(self, place: int) -> bool:
        """Whether a listing is told behind the code of A shares, and not one in Hong Kong: ``甲(688981.SH)鸣锣上市``."""
        act = acts().match(self.folded, place)
        return act is not None and _IN_HONG_KONG.search(self.folded, place, act.end() + _NEXT) is None

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
        for start in range(place - 1, max(0, place - _NEAR) - 1, -1):
            if company := self._called(self.folded[start : min(start + size, place)] for size in self._sizes):
                return company
        return None

    def ending_at(self, place: int) -> Company | None:
        """The company whose name ends at a place."""
        return self._called(self.folded[place - size : place] for size in self._sizes if size <= place)

    def _called(self, names: Iterable[str]) -> Company | None:
        """The company that has one of some names, the first found where several have them."""
        found = [self._by_name[name] for name in names if name in self._by_name]
        return self.found[min(found)] if found else None

    def is_called(self, name: str) -> bool:
        """Whether a company has a name."""
        return name in self._by_name

    def within(self, part: str) -> str | None:
        """The name that begins or ends with a part, of the company found first."""
        at = self._by_end.get(part)
        return None if at is None else max((name for name in self.found[at].names if part in name), default=None)

    def ends_with(self, part: str) -> bool:
        """Whether a name ends with a part and holds more."""
        return part in self._endings

    def count(self, start: int, end: int) -> int:
        """How often the first pages say what stands at a span."""
        return self.folded.count(self.folded[start:end], 0, PAGES)


_TWICE: Final = 4
"""A name of so many letters is often its owner's and then its own: 網易有道."""
_TRADES: Final = ("集团", "公司", "品牌", "商", "厂")
"""What a description of a company ends with: 生活方式酒店集團 in front of its name of two letters."""


def _ends(name: str) -> Iterator[str]:
    """What a name begins or ends with, and itself: a name of the same company without its form or its place.

    >>> list(_ends("北京甲乙"))
    ['北京', '北京甲', '北京甲乙', '北京甲乙', '京甲乙', '甲乙']
    """
    yield from (name[:size] for size in range(2, len(name) + 1))
    yield from (name[at:] for at in range(len(name) - 2))
    if name[:-2].endswith(_TRADES) or (len(name) == _TWICE and _may_stand(name[-2:])):
        yield name[-2:]


def _may_stand(part: str) -> bool:
    """Whether a part of a name may stand for it: it is no place, and no noun of the field."""
    return part not in _no_owners() and word_pattern("generic").search(part) is None


@cache
def _no_owners() -> frozenset[str]:
    return frozenset(
        word for name in ("places", "neutral", "legal", "forms", "descriptors") for word in subjects()[name]
    )


def _stems(full: str) -> list[str]:
    """A name without its board suffix, and without the place before it."""
    bare = _SUFFIX.sub("", full)
    place = word_pattern("places").match(bare)
    rest = bare[place.end() :] if place else ""
    return [bare, rest] if len(rest) >= 2 and _may_stand(rest) else [bare]


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


def _exchange(code: str) -> str | None:
    if not code.isdigit():
        return None
    if len(code) == 4:
        return "TWSE"
    boards = {"6": "SSE", "0": "SZSE", "3": "SZSE", "8": "BSE", "9": "BSE", "4": "BSE"}
    return "HKEX" if len(code) == 5 else boards.get(code[0])
