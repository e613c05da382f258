"""Whose figures a clause gives: the company it names, the one spoken of before, or somebody else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .cues import subjects, trie_pattern, word_pattern
from .gate import is_denied, is_firm, is_other_news, lead_end
from .market import SEVERAL
from .names import Company
from .phrases import LONGEST, is_name, is_plain_name, lead_phrase, skip_leaders
from .places import Places
from .scene import PARENT_OF
from .tokens import Clause, Kind, Sentence

_JOINT = re.compile(r"\s*(?:\([^()]*[0-9A-Za-z][^()]*\))?\s*(?:与|和|及|、|以及)\s*[^，,。;；、]{0,14}")
_REACH_BACK = 6
_OFFERED = frozenset({
    "offer_price", "offer_price_low", "offer_price_high", "entry_fee", "board_lot", "public_subscription_multiple",
    "international_subscription_multiple", "shares_offered", "over_allotment_shares_issued", "over_allotment_outcome",
    "valid_applications", "one_lot_success_rate_pct", "cornerstone_count", "cornerstone_amount", "listing_date",
    "first_day_change_pct", "online_subscription_multiple", "issue_pe", "additional_net_proceeds",
})  # fmt: skip
_MANY = 2
"""Whoever has more figures of these kinds is offering its shares, whatever else is denied."""
_TEASER = re.compile(
    r"(?:相关|延伸|推荐|热门|更多|猜你|往期|精选|编辑)(?:阅读|新闻|报[道导]|文章|推荐|喜欢|精选|回顾|内容|话题)|点击(?:查看|阅读)"
    r"|(?:详见|另见|更多|相关)[:：]|[上下]一[篇则条](?!公告)|还想看|还在看|同场加映|欲知更多"
)
"""What leads to another article: it tells of somebody else unless it names a company of this one."""
_TEASERS = re.compile(
    r"^[\s—\-●■▪#>【\[]*(?:相关|延伸|推荐|热门|更多|往期|精选|热点)(?:阅读|新闻|报[道导]|文章|推荐|精选|回顾|内容)[\s—\-】\]:：]*$", re.MULTILINE
)
"""A line of its own over such leads: what follows it is of other articles, as long as its lines are short."""
_LONG_LINE = re.compile(r"[^\n]{80}")
_THE_PARENT = "the parent"
_OF_THE_SHARES = re.compile(r"\s*(?:每股|最终)?(?:承销价|发行价|发售价|招股价|定价|上市价)")
"""Whoever sells them, the shares that are offered are the issuer's."""
_PARENT = re.compile(r"母公司(?!拥有人|所有者|股东|权益|普通股|应占)")
_NOT_FIRST = frozenset(
    "转直到自从至再又仍则才并且则就便已将拟若如当每单仅只约逾超近占按以较比随对经由受因但却而与及或最更很大小高低升跌涨增减降扭录获得实完"
)


_NUMERALS = "三四五六"
_ALL_OF = re.compile(r"(?:上述|以上|这|该)?(?P<count>[三四五六])(?:股(?!东)|者|家公司|家企业|[只家]新股)")
_SAME_DAY = re.compile(r"(?:同日|今日|同时)[^，,。;；]{0,6}(?:挂牌|上市|登场)的|另一[只家]")


_MARKET = re.compile(
    r"(?:共有?|累计有?|已有|迎来|录得|有|合计)\s*(?:约|逾|近)?\d{1,4}\s*[只家宗](?:新股|公司|企业|中国企业|IPO)"
    r"|(?:标准|规则|规定|新规|条件|办法)(?:则|均|是|就)*(?:要求|订明|列明|[为须需])"
    r"|(?:全年|今年|年内|明年|去年|[上下]半年)[^，,。;；]{0,6}(?:新股|IPO|港股|A股|市场)[^，,。;；]{0,6}[集募融筹]资"
    r"|(?:新股|IPO|港股)[集募融筹]资(?:总额|额|规模|金额)"
    r"|[两二三四五六七八九十\d](?:股|[只家](?:新股|公司|企业))(?:合共|合计|总共|共|累计)(?:[集募融]资|筹)"
)
_MOVES = re.compile(
    r"(?:今日|昨日|今早|当日|则|亦|也|昨|今)*(?:再|微|急|逆市|盘中)?(?:收(?:报|涨|跌|升|挫)|[涨跌升挫泻扬](?=\d|[约逾近]\d))"
)
_SPLITS = re.compile(r"(?:[(（][^()（）]{2,12}[)）])?(?:拟|计划|宣布|公布|建议)*分拆")
_RELATED = re.compile(
    r"(?:其|该公司|公司|集团)?(?:的)?(?:第[一二三]|主要|[最单]一?大?|核心|控股|大)*"
    r"(?:供应商|客户|股东(?!应占|权益)|母公司(?!拥有人|所有者|股东|权益|普通股|应占)|子公司|附属公司|联营公司|旗下(?:品牌|公司|子公司)?)(?:之一)?(?:的|为|是)?"
)
_OWNS = re.compile(
    r"(?:[(（][^()（）]{1,24}[)）])?以来|旗下|分拆|系(?=[^，,]{0,8}的?[公企])|(?:有份|有份额|间接|战略|曾)?(?:投资|持股|控股|入股|参股|支持|注资|孵化|创办|撑腰|加持|押注)[^，,。;；]{0,4}的"
)
"""Behind a name: what follows belongs to it, is held by it or came since, and is what the clause speaks of."""
_NEXT_NAME = re.compile(r"、[^、，,。;；]{1,14}")
_LISTED_BEFORE = re.compile(
    r"(?:去年|前年|早前|此前|年前|更早|较早|先前|上月|早年|20\d\d年)[^,，。;；]{0,8}"
    r"(?:上市|挂牌|登陆|登场|亮相|招股|敲钟|赴[美港]|来港|IPO)[^,，。;；\d]{0,6}的"
)
_ITS = re.compile(r"的[^\d的]{0,6}$")
_AFTER = re.compile(r"\s*继(?!续|而|承)")


class Subjects:
    """Who is spoken of, clause by clause and within a clause.

    :meth:`at` gives the companies whose figures stand at a place; none while a clause speaks of a company that the
    article has only for comparison.
    """

    def __init__(self, folded: str, companies: list[Company], title_end: int = 0) -> None:
        """Take the article and the companies it names."""
        self.folded, self.companies = folded, companies
        self.by_name = {name: company for company in reversed(companies) for name in company.names}
        self._sizes = {len(name) for name in self.by_name}
        self._by_part = _by_part(companies)
        self._pattern = re.compile(trie_pattern(self.by_name)) if self.by_name else None
        self.last: list[Company] = []
        self.joint: list[Company] = []
        self.about_peers = False
        self._dated = False
        self._places = {w: Places(w, folded) for w in ("other_deals", "events", "no_events", "peers", "verbs")}
        self.stranger: str | None = None
        self.turns: list[tuple[int, list[Company]]] = []
        self.spoken: Counter[str] = Counter()
        self.leading: set[str] = set()
        self.lead_end = lead_end(folded, title_end)
        self.last = [c for c in companies[:1] if c.start < self.lead_end]
        self.teasers = _teasers(folded)
        self.other_deal = is_other_news(folded[: self.lead_end])
        for match in _SAME_DAY.finditer(folded):
            self.leading |= {
                c.name for c in companies if any(n in folded[match.end() : match.end() + 16] for n in c.names)
            }
        self._several = SEVERAL.search(folded) is not None
        lead = SEVERAL.search(folded, 0, self.lead_end)
        self.shared = lead is not None and self._places["events"].any(0, self.lead_end)
        self.denied = is_denied(folded)
        self.parents = self._parents()
        self.events: Counter[str] = Counter()
        if self._places["events"].any(0, self.lead_end):
            self.events.update(c.name for c in companies if c.counted)
            self.leading |= {c.name for c in companies if c.counted}
        self.deals: Counter[str] = Counter()
        self.offered: set[str] = set()
        self._most = 0
        self.issuers: list[Company] = []
        self._carried: list[Company] = []

    def rehearse(self, sentences: Iterable[Sentence]) -> None:
        """Hear the article once to learn whose offering it tells of: the others are spoken of in passing."""
        before = self.last, self.events.copy(), set(self.leading)
        for sentence in sentences:
            self.begin_sentence(sentence)
            for clause in sentence.clauses:
                self.hear(clause, sentence)
        self.issuers = [c for c in self.companies if self.is_issuer(c)]
        self.last, self.events, self.leading = before
        self.spoken, self.deals, self._most = Counter(), Counter(), 0  # the second hearing counts again
        self.joint, self.turns, self._carried, self.stranger = [], [], [], None
        self.about_peers = self._dated = False

    def _parents(self) -> set[str]:
        """``甲分拆乙招股``: the companies that float a part of themselves."""
        found = set()
        for match in self._pattern.finditer(self.folded) if self._pattern else ():
            split = _SPLITS.match(self.folded, match.end())
            part = self._pattern.search(self.folded, split.end(), split.end() + 16) if split and self._pattern else None
            if part and self.by_name[part.group()] is not self.by_name[match.group()]:
                found.add(self.by_name[match.group()].name)
        return found

    def at(self, place: int) -> list[Company]:
        """The companies whose figures are given at a place of the current clause."""
        for start, companies in reversed(self.turns):
            if start <= place:
                return companies
        return [] if self.stranger else self.last

    def named_at(self, clause: Clause) -> int | None:
        """Where the name ends that opens a clause: a company's, or 前者 and 後者."""
        start = skip_leaders(self.folded, clause.start, clause.end)
        for words in ("former", "latter"):
            for word in subjects()[words]:
                if self.folded.startswith(word, start):
                    return start + len(word)
        match = self._pattern.match(self.folded, start, clause.end) if self._pattern else None
        return match.end() if match else None

    def pair(self) -> list[Company]:
        """The companies that 兩家公司 or a list of figures without names may mean."""
        return self.joint or [c for c in self.companies if self.events[c.name]]

    def begin_sentence(self, sentence: Sentence) -> None:
        """A new sentence speaks of the issuer again, unless it goes on about somebody else by a pronoun."""
        if self.turns:
            self.last, self.turns = self.turns[-1][1], []
        told = [c for c in self.last if c in self.issuers]
        if told:
            self._carried = told
        elif self._carried and self._turns_back(sentence):
            self.last = self._carried
        self._share_event(sentence)
        start = skip_leaders(self.folded, sentence.start, sentence.end)
        if sentence.opens:
            self.about_peers = self._places["peers"].any(start, start + 12)
        goes_on = sentence.continues or self.folded.startswith(("其", "该公司", "它"), start) or self.about_peers
        if sentence.opens or not goes_on:
            self.stranger = "peers" if self.about_peers else None

    def _turns_back(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of the issuer again: it goes on about nobody by a pronoun, nor about rivals."""
        if sentence.continues or (self.about_peers and not sentence.opens):
            return False
        start = skip_leaders(self.folded, sentence.start, sentence.end)
        return not self.folded.startswith(subjects()["same"], start)

    def _share_event(self, sentence: Sentence) -> None:
        """``六隻新股首掛,甲升三成、乙平收``: the event of several is that of each whom the sentence names.

        Told in the lead it is also that of whoever opens a paragraph of its own, or a sentence with its code.
        """
        if self.shared and self._pattern:
            start = skip_leaders(self.folded, sentence.start, sentence.end)
            opening = self._pattern.match(self.folded, start, sentence.end)
            company = self.by_name[opening.group()] if opening else None
            if company and (sentence.opens or company.code):
                self.events[company.name] += 1
        if self._pattern is None or SEVERAL.search(self.folded, sentence.start, sentence.end) is None:
            return
        if not self._places["events"].any(sentence.start, sentence.end):
            return
        for match in self._pattern.finditer(self.folded, sentence.start, sentence.end):
            company = self.by_name[match.group()]
            if not self._is_aside(sentence.start, *match.span()):
                self.events[company.name] += 1
                self.leading.add(company.name)

    def hear(self, clause: Clause, sentence: Sentence) -> None:
        """Take in a clause."""
        if self.turns:
            self.last = self.turns[-1][1]
        self.turns = self._named(clause)
        if self.teasers and any(start <= clause.start < end for start, end in self.teasers):
            self.turns, self.stranger = [], "another article"
        elif self.turns and _PARENT.match(self.folded, skip_leaders(self.folded, clause.start, clause.end)):
            self.turns, self.stranger = [], _THE_PARENT
        elif self.turns and self._is_peer(clause):
            self.turns, self.stranger = [], "peers"
        elif self.turns and self._is_earlier(clause):
            self.turns, self.stranger = [], "an earlier one"
        elif self.turns:
            self.stranger = None
            if len(self.turns[0][1]) > 1:
                self.joint = self.turns[0][1]
            if clause.figure is None or self.turns[0][0] < clause.figure.start or self._is_described(clause):
                self.turns[0] = (clause.start, self.turns[0][1])
        elif _TEASER.search(self.folded, clause.start, clause.end):
            self.stranger = "another article"
        elif _PARENT.match(self.folded, skip_leaders(self.folded, clause.start, clause.end)):
            self.stranger = _THE_PARENT
        elif self.stranger == _THE_PARENT and _OF_THE_SHARES.match(self.folded, clause.start, clause.end):
            self.stranger = None
        elif self._of_peers(clause):
            self.stranger = "peers"
        elif _MARKET.search(self.folded, clause.start, clause.end):
            self.stranger = "the market"
        elif self._after_another(clause):
            self.stranger = "an earlier one"
        elif not self._pronoun(clause):
            self._unknown(clause, sentence)
        self._count(clause)
        kinds = {t.kind for t in clause.tokens}
        self._dated = kinds == {Kind.TIME} and clause.end - clause.tokens[-1].end < 3

    def _named(self, clause: Clause) -> list[tuple[int, list[Company]]]:
        turns: list[tuple[int, list[Company]]] = []
        end = clause.start
        for match in self._pattern.finditer(self.folded, clause.start, clause.end) if self._pattern else ():
            company = self.by_name[match.group()]
            if turns and company not in turns[-1][1] and self._joins(end, match.start(), clause):
                turns[-1] = (turns[-1][0], [*turns[-1][1], company])
            elif self._is_aside(clause.start, *match.span()) or self._among_others(clause, *match.span()):
                continue
            elif not turns or turns[-1][1] != [company]:
                turns.append((match.start(), [company]))
                if self._several and word_pattern("acts").match(
                    self.folded, match.end() + (self.folded[match.end() : match.end() + 1] in ",，")
                ):
                    self.events[company.name] += 1
                    self.leading.add(company.name)
            end = match.end()
        return turns or self._latter(clause)

    def _latter(self, clause: Clause) -> list[tuple[int, list[Company]]]:
        """``前者14,040元一手、後者5,474元``: the two that were spoken of, in one clause."""
        pair = self.joint or self.companies[:2]
        places = [self.folded.find(subjects()[name][0], clause.start, clause.end) for name in ("former", "latter")]
        if len(pair) != 2 or not clause.start <= places[0] < places[1]:
            return []
        return [(place, [company]) for place, company in zip(places, pair, strict=True)]

    def _is_described(self, clause: Clause) -> bool:
        """Whether the figures before a name are its own: 以每股8元定價的甲, 早一日(9日)登場的化妝品牌甲."""
        return _ITS.search(self.folded, clause.start, self.turns[0][0]) is not None

    def _is_peer(self, clause: Clause) -> bool:
        """Whether the clause speaks of a competitor by its name: 行業龍頭甲上半年收入810億元."""
        issuers = any(company in self.issuers for _, turn in self.turns for company in turn)
        listed = self._places["events"].any(clause.start, clause.end)
        return bool(self.issuers) and not issuers and not listed and self._of_peers(clause)

    def _is_earlier(self, clause: Clause) -> bool:
        """Whether the clause speaks of an earlier listing by name: 繼甲首日升五成後, 去年上市的甲首日升50%."""
        start = skip_leaders(self.folded, clause.start, clause.end)
        after = _AFTER.match(self.folded, clause.start, clause.end)
        before = _LISTED_BEFORE.match(self.folded, start, clause.end)
        led = after.end() if after else before.end() if before else None
        return led is not None and self.turns[0][0] in (clause.start, led, start)

    def _after_another(self, clause: Clause) -> bool:
        """The same of one that the article does not know: 繼甲首日升五成後, 更早赴美的甲,2021年以40美元發行."""
        if clause.figure:
            return _AFTER.match(self.folded, clause.start, clause.end) is not None
        before = _LISTED_BEFORE.match(self.folded, skip_leaders(self.folded, clause.start, clause.end), clause.end)
        return before is not None and is_plain_name(self.folded[before.end() : clause.end].strip('”」』" '))

    def _among_others(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a name is one of a list with others that the article is not about: 高瓴、甲、泰康等合共認購."""
        if self.folded[end : end + 1] == "、" and self._pattern and not self._pattern.match(self.folded, end + 1):
            return not self._lists_companies(end, clause.end)
        if start > clause.start and self.folded[start - 1] == "、":
            before = self.folded[max(clause.start, start - LONGEST) : start - 1]
            named = any(before[-size:] in self.by_name for size in self._sizes)
            return not named and not before.endswith((")", "」", "”"))
        return False

    def _lists_companies(self, at: int, end: int) -> bool:
        """Whether a figure or another company of the article stands behind the next name of a list."""
        after = _NEXT_NAME.match(self.folded, at, end)
        return after is not None and self._pattern is not None and self._pattern.search(after.group()) is not None

    def _joins(self, end: int, start: int, clause: Clause) -> bool:
        between = any(t.kind is Kind.FIGURE and end <= t.start < start for t in clause.tokens)
        return not between and _JOINT.fullmatch(self.folded, end, start) is not None

    def _is_aside(self, clause_start: int, start: int, end: int) -> bool:
        before = self.folded[max(clause_start, start - _REACH_BACK) : start].rstrip(' “"「')
        if before.endswith(("与", "和", "及")) and before not in ("与", "和", "及"):
            return True
        if PARENT_OF.search(before):
            return False
        return before.endswith(subjects()["away"]) or _OWNS.match(self.folded, end) is not None

    def _of_peers(self, clause: Clause) -> bool:
        """Whether the clause speaks of competitors before its first figure."""
        if clause.figure is None:
            return False
        figure = clause.figure.start
        start = skip_leaders(self.folded, clause.start, figure)
        if _LISTED_BEFORE.match(self.folded, start, figure):
            return True
        if related := _RELATED.match(self.folded, start, figure):
            span = lead_phrase(self.folded, related.end(), figure)
            if span and span[1] - span[0] > 2 and is_plain_name(self.folded[slice(*span)]):
                return True
        found = self._places["peers"].within(clause.start, figure)
        cues = [t for t in clause.tokens if t.cue is not None] if found else []
        return any(not any(t.start <= at < t.end for t in cues) for at in found)

    def _pronoun(self, clause: Clause) -> bool:
        start = skip_leaders(self.folded, clause.start, clause.end)
        pair = self.joint or self.companies[:2]
        pair = pair if all(c in pair for c in self.last) else []
        for words, pick in (("former", 0), ("latter", 1)):
            if len(pair) > 1 and self.folded.startswith(subjects()[words], start):
                self.last, self.stranger = [pair[pick]], None
                return True
        if len(pair) > 1 and self.folded.startswith(subjects()["both"], start):
            self.last, self.stranger = pair, None
            return True
        if several := _ALL_OF.match(self.folded, start, clause.end):
            counted = self.pair()
            counted = counted if len(counted) > 2 else self.companies
            if len(counted) == _NUMERALS.index(several["count"]) + 3:
                self.last, self.stranger = counted, None
                return True
        if self.folded.startswith(subjects()["same"], start):
            if not self.folded.startswith("其", start):
                self.stranger = None
                self.last = self.last[-1:] if len(self.last) > 1 and self.folded.startswith("该", start) else self.last
            return True
        return False

    def _unknown(self, clause: Clause, sentence: Sentence) -> None:
        """Whether the clause opens with the name of a company that is not in question: its figures are its own."""
        tokens = [t for t in clause.tokens if t.kind is not Kind.OPEN]
        start = clause.start
        while tokens and tokens[0].kind is Kind.TIME and not self.folded[start : tokens[0].start].strip(' \n“"「'):
            start = tokens.pop(0).end
        dated = start > clause.start or self._dated
        listed = self._places["verbs"].any(start, clause.end)
        first = tokens[0] if tokens else None
        if first is None or not (clause.figure or (listed and (dated or first.kind is Kind.TIME))):
            return
        span = lead_phrase(self.folded, start, first.start)
        if span is None or not is_name(self.folded[span[0] : span[1]]):
            return
        name = self.folded[span[0] : span[1]]
        if name in self.by_name and self.folded.startswith("、", span[1]):
            return  # one of a list of others
        if (meant := self._by_part.get(name)) is not None:
            self.turns, self.stranger = [(clause.start, [meant])], None
            return
        peers = self._places["peers"].any(sentence.start, clause.end)
        known = len(name) > 2 and is_plain_name(name) and name[0] not in _NOT_FIRST
        adjoins = first.start - span[1] <= 1 and first.kind is Kind.TIME and known
        firm = self.folded[span[0] : span[1]].endswith(subjects()["legal"]) and span[1] - span[0] > 2
        moves = known and _MOVES.match(self.folded, span[1], clause.end) is not None
        if name[0] not in _NOT_FIRST and (
            moves or peers or self.stranger or adjoins or firm or (dated and listed and known)
        ):
            self.stranger = name

    def _count(self, clause: Clause) -> None:
        deal = self._places["other_deals"].any(clause.start, clause.end)
        event = self._places["events"].any(clause.start, clause.end)
        event = event and not self._places["no_events"].any(clause.start, clause.end)
        heard = [] if self.stranger else [c for _, turn in self.turns for c in turn] or self.last
        for company in heard:
            self.events[company.name] += event
            self.spoken[company.name] += clause.figure is not None
            self._most = max(self._most, self.spoken[company.name])
            self.deals[company.name] += deal

    def offers(self, figures: Iterable[tuple[str, str]]) -> None:
        """Take in who has figures that only an offering has, several of them: they are as good as its words."""
        if not any(self.events.values()):
            return
        told = Counter(name for name, metric in set(figures) if metric in _OFFERED)
        for name, count in told.items():
            if count > 1:
                self.events[name] += 1
                self.leading.add(name)
            if count > _MANY:
                self.offered.add(name)

    def is_issuer(self, company: Company) -> bool:
        """Whether the article tells of an offering by ``company``."""
        if (
            not is_firm(company)
            or company.name in self.parents
            or (self.denied and company.name not in self.offered)
            or self.other_deal
            or self.events[company.name] < max(1, self.deals[company.name])
        ):
            return False
        known = company.code or company.acts or company.name in self.leading
        if not known and self.events[company.name] * 5 < max(self.events.values()):
            return False
        much = self.spoken[company.name] * 4 >= self._most
        return company.start < self.lead_end or much or company.name in self.leading


def _teasers(folded: str) -> list[tuple[int, int]]:
    """Where the lines stand that lead to other articles.

    >>> _teasers("甲今日挂牌。\\n延伸阅读\\n乙超购9倍")
    [(7, 18)]
    """
    spans = []
    for heading in _TEASERS.finditer(folded):
        ends = _LONG_LINE.search(folded, heading.end())
        spans.append((heading.start(), ends.start() if ends else len(folded)))
    return spans


def _by_part(companies: list[Company]) -> dict[str, Company | None]:
    """Companies by how their names begin and end, None where two share it: 高端美妝甲乙丙 is spoken of as 甲乙丙."""
    parts: dict[str, Company | None] = {}
    for company in companies:
        for name in company.names:
            for size in range(2, len(name) + 1):
                for part in (name[:size], name[-size:]):
                    parts[part] = company if parts.get(part, company) is company else None
    return parts
