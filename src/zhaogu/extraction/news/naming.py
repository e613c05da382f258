"""The companies of an article as its clauses name them: which, where, and not only beside or among others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .bystanders import PARENT_OF
from .cues import subjects, trie_pattern, word_pattern
from .names import Company
from .phrases import LONGEST
from .tokens import Clause, Kind, Sentence

Turn = tuple[int, list[Company]]
"""Where in a clause the figures of one company, or of several, begin."""
_JOINT: Final = re.compile(r"\s*(?:\([^()]*[0-9A-Za-z][^()]*\))?\s*(?:与|和|及|、|以及)\s*[^，,。;；、]{0,14}")
_REACH_BACK: Final = 6
_BESIDE: Final = re.compile(r"(?:不及|较|比|优于|逊于|同[日期类场样])[^,，。;；]{0,10}的?$")
_OWNS: Final = re.compile(
    r"(?:[(（][^()（）]{1,24}[)）])?以来|(?:集团|控股|公司|股份|系)?旗下|(?:为|是)(?:公司|其)?(?:的?第[一二三四五]大|最大|单一最大|主要|重要)?(?:的?(?:外部|机构|单一|战略))*(?:股东|投资[者人方])|的?(?:合资格|现有|原有|[AH]股)*股东(?![应占])|分拆(?!计划|建议|方案|一?事|申请|获|独立|后|上市(?:计划|建议|方案|申请|[,，。;；获后]))|系(?=[^，,]{0,8}的?[公企])|(?:有份|有份额|间接|战略|曾)?(?:投资|持股|控股|入股|参股|支持|注资|孵化|创办|撑腰|加持|押注)[^，,。;；]{0,4}的"
)
"""Behind a name: what follows belongs to it, is held by it or came since, and is what the clause speaks of."""
_AFTER_OTHERS: Final = re.compile(r"(?:继|紧随|追随)[^,，。;；]{0,24}$")
_AFTER_THEM: Final = re.compile(r"(?:[、和及与][^,，。;；]{1,12})?(?:之?后|以后)")
"""Around a name: it is one of those who came before, 是繼甲、乙之後第三家."""
_OWNING: Final = frozenset("(（以旗集控公股系为是的合现原AH股分系有间战曾投持控入参支注孵创撑加押")
"""What begins it."""
_CODED: Final = re.compile(r"[(（][\dA-Z.:：]{2,12}[)）]")
_NUMERAL: Final = re.compile(r"[\s　(]*[一二三四五六七八九十\d]{1,2}")
"""What numbers an item of a list, and is no other company: 三、甲."""
_NEXT_NAME: Final = re.compile(r"、[^、，,。;；]{1,14}")
_NOBODY: Final = "(?!)"


class Naming:
    """The names of an article's companies, and who is meant by them.

    >>> who = Naming("甲乙招股,高瓴、甲乙、泰康认购", [Company("甲乙", 0, {"甲乙"})])
    >>> clauses = [Clause(start, end, set(who.folded[start:end])) for start, end in ((0, 4), (5, 15))]
    >>> [[(at, [company.name for company in told]) for at, told in who.turns(clause)] for clause in clauses]
    [[(0, ['甲乙'])], []]
    """

    def __init__(self, folded: str, companies: list[Company]) -> None:
        """Take the article and the companies it names."""
        self.folded, self.companies = folded, companies
        self.by_name = {name: company for company in reversed(companies) for name in company.names}
        self.by_part = _by_part(companies)
        self.pattern = re.compile(trie_pattern(self.by_name) if self.by_name else _NOBODY)
        self._sizes = {len(name) for name in self.by_name}
        self._initials = {name[0] for name in self.by_name}

    def turns(self, clause: Clause) -> list[Turn]:
        """Whose figures a clause gives by its names, and from where on."""
        turns: list[Turn] = []
        end = clause.start
        for match in self.pattern.finditer(self.folded, clause.start, clause.end):
            company, at, after = self.by_name[match.group()], match.start(), match.end()
            if turns and company not in turns[-1][1] and self._joins(end, at, clause):
                turns[-1] = (turns[-1][0], [*turns[-1][1], company])
            elif self.is_aside(clause.start, at, after) or self._among_others(clause, at, after):
                continue
            elif not turns or turns[-1][1] != [company]:
                turns.append((at, [company]))
            end = after
        return turns

    def may_stand(self, clause: Clause) -> bool:
        """Whether a clause holds a letter that names begin with."""
        return not self._initials.isdisjoint(clause.letters)

    def acting(self, clause: Clause, turns: Iterable[Turn]) -> list[str]:
        """Who of those whose turn it is in a clause does what issuers do, right behind his name."""
        found: list[str] = []
        for start, companies in turns:
            name = self.pattern.match(self.folded, start, clause.end)
            after = name.end() if name else start
            if word_pattern("acts").match(self.folded, after + (self.folded[after : after + 1] in ",，")):
                found.append(companies[0].name)
        return found

    def alone_in(self, start: int, end: int) -> list[Company]:
        """The company that is named between two places, where only one is."""
        named = self.pattern.findall(self.folded, start, end)
        companies = list(dict.fromkeys(self.by_name[name].name for name in named))
        return [self.by_name[named[0]]] if len(companies) == 1 else []

    def first_in(self, sentence: Sentence) -> list[Company]:
        """The company that a sentence names first, and not only beside another: 不及同日招股的甲."""
        match = self.pattern.search(self.folded, sentence.start, sentence.end)
        if match is None or _BESIDE.search(self.folded, max(sentence.start, match.start() - LONGEST), match.start()):
            return []
        return [self.by_name[match.group()]]

    def opening(self, start: int, end: int) -> Company | None:
        """The company whose name begins at a place."""
        match = self.pattern.match(self.folded, start, end)
        return self.by_name[match.group()] if match else None

    def in_sentence(self, sentence: Sentence) -> list[Company]:
        """The companies that a sentence names, and not only beside others."""
        named = self.pattern.finditer(self.folded, sentence.start, sentence.end)
        return [self.by_name[match.group()] for match in named if not self.is_aside(sentence.start, *match.span())]

    def is_aside(self, clause_start: int, start: int, end: int) -> bool:
        """Whether a name only stands beside another one, or before what belongs to it: 與甲, 甲旗下, 甲持股的."""
        before = self.folded[max(clause_start, start - _REACH_BACK) : start].rstrip(' “"「')
        if before.endswith(("与", "和", "及")) and before not in ("与", "和", "及"):
            return True
        if PARENT_OF.search(before):
            return False
        if _AFTER_OTHERS.search(self.folded, clause_start, start) and _AFTER_THEM.match(self.folded, end):
            return True
        if before.endswith("旗下") and _CODED.match(self.folded, end):
            return False  # 甲集团旗下乙(601138): it is the part that is told of
        if before.endswith(subjects()["away"]):
            return True
        return self.folded[end : end + 1] in _OWNING and _OWNS.match(self.folded, end) is not None

    def _among_others(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a name is one of a list with others that the article is not about: 高瓴、甲、泰康等合共認購."""
        coded = _CODED.match(self.folded, end, clause.end)
        after = coded.end() if coded else end
        if self.folded[after : after + 1] == "、" and not self.pattern.match(self.folded, after + 1):
            return not self._lists_companies(after, clause.end)
        if start > clause.start and self.folded[start - 1] == "、":
            before = self.folded[max(clause.start, start - LONGEST) : start - 1]
            named = any(before[-size:] in self.by_name for size in self._sizes)
            return not named and not before.endswith((")", "」", "”")) and _NUMERAL.fullmatch(before) is None
        return False

    def _lists_companies(self, at: int, end: int) -> bool:
        """Whether a figure or another company of the article stands behind the next name of a list."""
        after = _NEXT_NAME.match(self.folded, at, end)
        return after is not None and self.pattern.search(after.group()) is not None

    def _joins(self, end: int, start: int, clause: Clause) -> bool:
        """Whether nothing but 和 or 及 stands between two names."""
        between = any(t.kind is Kind.FIGURE and end <= t.start < start for t in clause.tokens)
        return not between and _JOINT.fullmatch(self.folded, end, start) is not None


def _by_part(companies: list[Company]) -> dict[str, Company | None]:
    """Companies by how their names begin and end, None where two share it: 高端美妝甲乙丙 is spoken of as 甲乙丙."""
    parts: dict[str, Company | None] = {}
    for company in companies:
        for name in company.names:
            for size in range(2, len(name) + 1):
                for part in (name[:size], name[-size:]):
                    parts[part] = company if parts.get(part, company) is company else None
    return parts
