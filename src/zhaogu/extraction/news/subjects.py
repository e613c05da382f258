"""Whose figures a clause gives: the company it names, the one spoken of before, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from .bystanders import TEASER, parents, speakers, teased, teaser_blocks
from .cues import subjects, trie_pattern, word_pattern
from .gate import lead_end
from .market import SEVERAL, spoken_of
from .names import Company
from .offerings import Offerings
from .passing import asides, unnamed, was_once
from .phrases import LONGEST, is_name, is_plain_name, lead_phrase, skip_leaders
from .places import Places
from .scene import PARENT_OF
from .sifted import Sifted
from .tokens import Clause, Kind, Sentence

_JOINT: Final = re.compile(r"\s*(?:\([^()]*[0-9A-Za-z][^()]*\))?\s*(?:与|和|及|、|以及)\s*[^，,。;；、]{0,14}")
_REACH_BACK: Final = 6
_LISTS: Final = ("other_deals", "events", "no_events", "peers", "verbs", "legal")
"""The lists of words that are asked for clause by clause."""
_THAN: Final = re.compile(r"(?:较|比|相比|对比|高[于过]|低[于过]|多[于过]|少于|超[过越]|媲美|跑赢)[ “「]?$")
"""Before a name: a clause only compares with it."""
_THE_PARENT: Final = "the parent"
_SELLS: Final = re.compile(
    r"母公司[^,，。;；\d]{0,10}?(?:释出|释股|出售|沽售|卖出|售出|献售)[^。;；]{0,14}(?:股|ADS|单位)"
)
"""Shares that the parent sells are those of the offering."""
_IT_IS: Final = re.compile(r"[^，,。;；:：\d]{1,12}[的者](?:则|便|就|正)?[是为属]")
"""Before the name that a sentence comes to: 升得較多的是甲."""
_OF_THE_SHARES: Final = re.compile(r"\s*(?:每股|最终)?(?:承销价|发行价|发售价|招股价|定价|上市价)")
"""Whoever sells them, the shares that are offered are the issuer's."""
_PARENT: Final = re.compile(r"母公司(?!拥有人|所有者|股东|权益|普通股|应占)")
_ACCOUNTS: Final = frozenset(
    {"revenue", "net_profit", "net_loss", "earned", "lost", "net_profit_attributable", "gross_margin"}
)
_THIS_ONE: Final = re.compile(r"\s*[“「]?(?:而|但|不过)?[这那][家间只支]")
"""A clause that opens with 這家 goes on with whom the one before spoke of, whatever it calls him."""
_THIS: Final = frozenset("这那")
_OPEN: Final = frozenset("(（[【")
_NOT_FIRST: Final = frozenset(
    "转直到自从至再又仍则才并且则就便已将拟若如当每单仅只约逾超近占按以较比随对经由受因但却而与及或最更很大小高低升跌涨增减降扭录获得实完"
)


_NUMERALS: Final = "三四五六"
_ALL_OF: Final = re.compile(r"(?:上述|以上|这|该)?(?P<count>[三四五六])(?:股(?!东)|者|家公司|家企业|[只家]新股)")
_SAME_DAY: Final = re.compile(
    r"[同今另](?:(?:(?<!另)日|(?<=同)时)[^，,。;；]{0,6}(?:挂牌|上市|登场)的|(?<=另)一[只家])"
)


_MOVES: Final = re.compile(
    r"(?:今日|昨日|今早|当日|则|亦|也|昨|今)*(?:再|微|急|逆市|盘中)?(?:收(?:报|涨|跌|升|挫)|[涨跌升挫泻扬](?=\d|[约逾近]\d))"
)
_MOVE_WORDS: Final = frozenset("收涨跌升挫泻扬")
_RELATED: Final = Sifted(
    r"(?:其|该公司|公司|集团)?(?:的)?(?:第[一二三]|主要|[最单]一?大?|核心|控股|大)*"
    r"(?:供应商|客户|股东(?!应占|权益)|母公司(?!拥有人|所有者|股东|权益|普通股|应占)|子公司|附属公司|联营公司|旗下(?:品牌|公司|子公司)?)(?:之一)?(?:的|为|是)?"
    r"|(?:同?行业|业内|业界|市场|赛道|海外|全球|国际|国内|内地|本地|本土|外资|[美欧日韩]国?洲?)?(?:内|上|中)?的?"
    r"(?:老大哥?|老二|龙头|巨头|一哥|霸主|劲敌|领头羊|头部|标杆)(?:企业|公司|厂商|品牌|同行)?(?:之一)?的?",
    needs="供客股母子附联旗老龙巨哥霸劲羊头标",
)
_BESIDE: Final = re.compile(r"(?:不及|较|比|优于|逊于|同[日期类场样])[^,，。;；]{0,10}的?$")
_OWNS: Final = re.compile(
    r"(?:[(（][^()（）]{1,24}[)）])?以来|旗下|(?:为|是)(?:公司|其)?(?:的?第[一二三四五]大|最大|单一最大|主要|重要)?(?:的?(?:外部|机构|单一|战略))*(?:股东|投资[者人方])|的?(?:合资格|现有|原有|[AH]股)*股东(?![应占])|分拆(?!计划|建议|方案|一?事|申请|获|独立|后|上市(?:计划|建议|方案|申请|[,，。;；获后]))|系(?=[^，,]{0,8}的?[公企])|(?:有份|有份额|间接|战略|曾)?(?:投资|持股|控股|入股|参股|支持|注资|孵化|创办|撑腰|加持|押注)[^，,。;；]{0,4}的"
)
"""Behind a name: what follows belongs to it, is held by it or came since, and is what the clause speaks of."""
_LABEL: Final = re.compile(r"[^,，。;；:：\d]{2,8}[:：,，]")
_TWO: Final = re.compile(r"[两二](?:家|只|者|间)的?(?P<both>均|都|也|同日|同步|各自?|分别|皆|的)?")
_OF_A_BOARD: Final = re.compile(r"(?:沪市|深市|上交所|深交所)?(?:主板|创业板|科创板|北交所)(?:的|新股)")
_ANOTHER: Final = re.compile(r"\s*另外?[一两][家只个间][^,，。;；\d]{2,24}")
"""A clause that only names somebody else, of whom the next ones tell."""
_H_SHARES: Final = ("港股", "港股的", "H股", "H股的")
_TRADES: Final = re.compile(r"[涨跌升挫]|[收报]于?[\d.]|收[报盘市]")
_CODED: Final = re.compile(r"[(（][\dA-Z.:：]{2,12}[)）]")
_NEXT_NAME: Final = re.compile(r"、[^、，,。;；]{1,14}")
_LISTED_BEFORE: Final = Sifted(
    r"(?:去年|前年|早前|此前|年前|更早|较早|先前|上月|早年|20\d\d年)[^,，。;；]{0,8}"
    r"(?:上市|挂牌|登陆|登场|亮相|招股|敲钟|赴[美港]|来港|IPO)[^,，。;；\d]{0,6}的",
    needs="前早年上",
)
_ALIKE: Final = re.compile(r"同(?:为|是|属|样是|处)[^,，。;；\d]{2,14}的")
"""Before the name of another company that is of the same kind: 同為中式快餐的甲."""
_WHEN_LISTED: Final = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?[初中底]?(?:首次|来港|赴美|在港)?(?:上市|挂牌|招股|登陆[^,，。;；]{1,6})(?:之初|之时|当时|时)"
)
"""Whoever was listed then is told of for comparison: 甲2019年1月上市時."""
_ITS: Final = re.compile(r"的[^\d的]{0,6}$")
_OF_OTHERS: Final = _LISTED_BEFORE.needs | _RELATED.needs
_AFTER: Final = re.compile(r"\s*继(?!续|而|承)")


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
        self._initials = {name[0] for name in self.by_name}
        self._by_part = _by_part(companies)
        self._tells = _MOVE_WORDS.union(*self._by_part)
        self._pattern = re.compile(trie_pattern(self.by_name)) if self.by_name else None
        self.last: list[Company] = []
        self.joint: list[Company] = []
        self.about_peers = False
        self._dated = False
        self._passing = False
        """Whether the clause only compares with the company it names: 較甲的124億元多六倍."""
        self._on_peers = False
        """Whether the section is one about competitors, by its heading: 對手們的價格."""
        self._places = {w: Places(w, folded) for w in _LISTS}
        self.stranger: str | None = None
        self.strangers: set[str] = set()
        self.turns: list[tuple[int, list[Company]]] = []
        self._asides: list[tuple[int, int]] = []
        self.lead_end = lead_end(folded, title_end)
        self._titled = self._in_title(title_end)
        self._opened: list[Company] = []
        self.last = [c for c in companies[:1] if c.start < self.lead_end]
        self.teasers = teaser_blocks(folded)
        passed_over = teased(folded, companies)
        if self._pattern:
            passed_over |= parents(folded, self._pattern, self.by_name)
            passed_over |= speakers(folded, self._pattern, self.by_name, self.lead_end)
        self.offerings = Offerings(folded, title_end, self.lead_end, passed_over)
        for match in _SAME_DAY.finditer(folded):
            self.offerings.leading |= {
                c.name for c in companies if any(n in folded[match.end() : match.end() + 16] for n in c.names)
            }
        self._several = SEVERAL.search(folded) is not None
        lead = SEVERAL.search(folded, 0, self.lead_end)
        homes = {c.exchange for c in companies[:1]}
        self._mainland = bool(homes & {"SSE", "SZSE", "BSE"}) or spoken_of(folded) == "SSE"
        self.shared = lead is not None and self._places["events"].any(0, self.lead_end)
        if self.shared:
            self.offerings.alike = {c.name for c in companies if c.code}
        if self._places["events"].any(0, self.lead_end):
            self.offerings.tell(*(c.name for c in companies if c.counted))
        self.issuers: list[Company] = []
        self._carried: list[Company] = []

    def _in_title(self, title_end: int) -> list[Company]:
        """The company that the title names, where it names only one."""
        named = self._pattern.findall(self.folded, 0, title_end) if self._pattern else []
        companies = list(dict.fromkeys(self.by_name[name].name for name in named))
        return [self.by_name[named[0]]] if len(companies) == 1 else []

    def rehearse(self, sentences: Iterable[Sentence]) -> None:
        """Hear the article once to learn whose offering it tells of: the others are spoken of in passing."""
        last, before = self.last, self.offerings.known()
        for sentence in sentences:
            self.begin_sentence(sentence)
            for clause in sentence.clauses:
                self.hear(clause, sentence)
        self.issuers = [c for c in self.companies if self.offerings.is_issuer(c)]
        self.last = last
        self.offerings.count_again(*before)
        self.joint, self.turns, self._carried, self._opened, self.stranger = [], [], [], [], None
        self.about_peers = self._on_peers = self._dated = False

    def at(self, place: int) -> list[Company]:
        """The companies whose figures are given at a place of the current clause."""
        if any(start < place < end for start, end in self._asides):
            return []
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
        return self.joint or [c for c in self.companies if self.offerings.events[c.name]]

    def begin_sentence(self, sentence: Sentence) -> None:
        """A new sentence speaks of the issuer again, unless it goes on about somebody else by a pronoun."""
        start = skip_leaders(self.folded, sentence.start, sentence.end)
        if self.turns:
            self.last, self.turns = self.last if self._passing else self.turns[-1][1], []
        told = [c for c in self.last if c in self.issuers]
        if told:
            self._carried = told
        elif self._carried and self._turns_back(sentence, start):
            self.last = self._carried
        if sentence.opens and self._opened and self._opened == self._titled and not self._goes_on(start):
            self.last = self._titled  # whoever its last paragraph came to was named in passing
        self._asides = []
        self._share_event(sentence, start)
        if sentence.heading:
            self._on_peers = self._places["peers"].any(sentence.start, sentence.end)
        if sentence.opens:
            self._opened = self._named_first(sentence) or self.last
            self.about_peers = self._on_peers or self._places["peers"].any(start, start + 12)
        elif self._places["peers"].any(start, start + 1):
            self.about_peers = _LABEL.match(self.folded, start) is not None
        goes_on = sentence.continues or self.folded.startswith(("其", "该公司", "它"), start) or self.about_peers
        if sentence.opens or not goes_on or self._on_peers:
            self.stranger = "peers" if self.about_peers else None

    def _goes_on(self, start: int) -> bool:
        """Whether a paragraph opens with a pronoun of whoever was named last: 該公司, 其."""
        return self.folded.startswith(("其", "该公司", "它", "这家"), start)

    def _named_first(self, sentence: Sentence) -> list[Company]:
        """The company that a sentence names first, and not only beside another: 不及同日招股的甲."""
        match = self._pattern.search(self.folded, sentence.start, sentence.end) if self._pattern else None
        if match is None or _BESIDE.search(self.folded, max(sentence.start, match.start() - LONGEST), match.start()):
            return []
        return [self.by_name[match.group()]]

    def _turns_back(self, sentence: Sentence, start: int) -> bool:
        """Whether a sentence speaks of the issuer again: it goes on about nobody by a pronoun, nor about rivals."""
        if sentence.continues or (self.about_peers and not sentence.opens):
            return False
        return not self.folded.startswith(subjects()["same"], start)

    def _share_event(self, sentence: Sentence, start: int) -> None:
        """``六隻新股首掛,甲升三成、乙平收``: the event of several is that of each whom the sentence names.

        Told in the lead it is also that of whoever opens a paragraph of its own, or a sentence by name and code, or is
        told by its board.
        """
        if self.shared and self._pattern:
            board = _OF_A_BOARD.match(self.folded, start, sentence.end)
            led = board or _IT_IS.match(self.folded, start, sentence.end)
            opening = self._pattern.match(self.folded, led.end() if led else start, sentence.end)
            if opening and (sentence.opens or board or self.by_name[opening.group()].code):
                self.offerings.events[self.by_name[opening.group()].name] += 1
        counted = self._several and SEVERAL.search(self.folded, sentence.start, sentence.end) is not None
        if self._pattern is None or not counted:
            return
        if not self._places["events"].any(sentence.start, sentence.end):
            return
        for match in self._pattern.finditer(self.folded, sentence.start, sentence.end):
            company = self.by_name[match.group()]
            if not self._is_aside(sentence.start, *match.span()):
                self.offerings.tell(company.name)

    def hear(self, clause: Clause, sentence: Sentence) -> None:
        """Take in a clause."""
        if self.turns and not self._passing:
            self.last = self.turns[-1][1]
        self._passing = False
        self.turns = self._named(clause)
        if not _OPEN.isdisjoint(clause.letters):
            self._asides += asides(self.folded, clause, self.companies, self.by_name)
        start = skip_leaders(self.folded, clause.start, clause.end)
        if self.teasers and any(start <= clause.start < end for start, end in self.teasers):
            self.turns, self.stranger = [], "another article"
        elif self.turns and (other := self._of_another(clause, sentence, start)):
            self.turns, self.stranger = [], other
        elif self.turns:
            self.stranger = None
            if len(self.turns[0][1]) > 1:
                self.joint = self.turns[0][1]
            if clause.figure is None or self.turns[0][0] < clause.figure.start or self._is_described(clause):
                self.turns[0] = (clause.start, self.turns[0][1])
        elif TEASER.search(self.folded, clause.letters, clause.start, clause.end):
            self.stranger = "another article"
        elif self.folded.startswith("母公司", start) and _PARENT.match(self.folded, start):
            self.stranger = None if _SELLS.search(self.folded, clause.start, clause.end) else _THE_PARENT
        elif self.stranger == _THE_PARENT and _OF_THE_SHARES.match(self.folded, clause.start, clause.end):
            self.stranger = None
        elif self._of_peers(clause):
            self.stranger = "peers"
        elif other := self._of_others(clause, start):
            self.stranger = other
        elif not self._pronoun(clause, start):
            self._unknown(clause, sentence)
        self._count(clause)
        self._dated = _is_date(clause)

    def _of_another(self, clause: Clause, sentence: Sentence, start: int) -> str | None:
        """Whose figures a clause gives that names a company of the article, where they are not its own."""
        if self.folded.startswith("母公司", start) and _PARENT.match(self.folded, start):
            return _THE_PARENT
        if self._is_elsewhere(clause):
            return "the shares of another market"
        if (self.about_peers and self._is_rival(sentence)) or self._is_peer(clause):
            return "peers"
        return "an earlier one" if self._is_earlier(clause, start) else None

    def _named(self, clause: Clause) -> list[tuple[int, list[Company]]]:
        turns: list[tuple[int, list[Company]]] = []
        if self._pattern is None or self._initials.isdisjoint(clause.letters):
            return turns
        end = clause.start
        for match in self._pattern.finditer(self.folded, clause.start, clause.end):
            company, at, after = self.by_name[match.group()], match.start(), match.end()
            if turns and company not in turns[-1][1] and self._joins(end, at, clause):
                turns[-1] = (turns[-1][0], [*turns[-1][1], company])
            elif self._is_aside(clause.start, at, after) or self._among_others(clause, at, after):
                continue
            elif not turns or turns[-1][1] != [company]:
                turns.append((at, [company]))
                if self._several and word_pattern("acts").match(
                    self.folded, after + (self.folded[after : after + 1] in ",，")
                ):
                    self.offerings.tell(company.name)
            end = after
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

    def _is_elsewhere(self, clause: Clause) -> bool:
        """Whether a clause of an article about A shares turns to H shares that move: 當天港股甲收跌3%."""
        start = self.turns[0][0]
        at = self._pattern.search(self.folded, start, clause.end) if self._pattern else None
        if at is None or not self.folded.endswith(_H_SHARES, max(clause.start, at.start() - 4), at.start()):
            return False
        return self._mainland and _TRADES.search(self.folded, at.end(), clause.end) is not None

    def _is_rival(self, sentence: Sentence) -> bool:
        """Whether a sentence about peers is the first to name whom a clause speaks of: none of them is an issuer."""
        named = [company for _, turn in self.turns for company in turn]
        self.offerings.rivals |= {c.name for c in named if c.start >= sentence.start and not c.code}
        return all(company.name in self.offerings.rivals for company in named)

    def _is_peer(self, clause: Clause) -> bool:
        """Whether the clause speaks of a competitor by its name: 行業龍頭甲上半年收入810億元."""
        issuers = any(company in self.issuers for _, turn in self.turns for company in turn)
        listed = self._places["events"].any(clause.start, clause.end)
        return bool(self.issuers) and not issuers and not listed and self._of_peers(clause)

    def _is_earlier(self, clause: Clause, start: int) -> bool:
        """Whether the clause speaks of an earlier listing by name: 繼甲首日升五成後, 去年上市的甲首日升50%.

        Whom the article names first it is about: nobody's listing was told before his.
        """
        after = _AFTER.match(self.folded, clause.start, clause.end)
        first = self.companies[0] in self.turns[0][1] and self.companies[0].start >= clause.start
        if self.companies[0] not in self.turns[0][1] and _WHEN_LISTED.search(self.folded, start, clause.end):
            return True
        before = None if first else _LISTED_BEFORE.match(self.folded, clause.letters, start, clause.end)
        led = after.end() if after else before.end() if before else None
        return led is not None and self.turns[0][0] in (clause.start, led, start)

    def _after_another(self, clause: Clause, start: int) -> bool:
        """The same of one that the article does not know: 繼甲首日升五成後, 更早赴美的甲,2021年以40美元發行."""
        if clause.figure:
            return "继" in clause.letters and _AFTER.match(self.folded, clause.start, clause.end) is not None
        before = _LISTED_BEFORE.match(self.folded, clause.letters, start, clause.end)
        return before is not None and is_plain_name(self.folded[before.end() : clause.end].strip('”」』" '))

    def _among_others(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a name is one of a list with others that the article is not about: 高瓴、甲、泰康等合共認購."""
        coded = _CODED.match(self.folded, end, clause.end)
        after = coded.end() if coded else end
        if self.folded[after : after + 1] == "、" and self._pattern and not self._pattern.match(self.folded, after + 1):
            return not self._lists_companies(after, clause.end)
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

    def _of_others(self, clause: Clause, start: int) -> str | None:
        """Whom a clause speaks of that names nobody of the article: the market, another one, an earlier one.

        ``start`` is behind the words that lead it.
        """
        if self._after_another(clause, start):
            return "an earlier one"
        if "同" in clause.letters and self._is_alike(clause, start):
            return "one of the same kind"
        if reason := unnamed(self.folded, clause):
            return reason
        return (
            "another one"
            if "另" in clause.letters and _ANOTHER.fullmatch(self.folded, clause.start, clause.end)
            else None
        )

    def _is_alike(self, clause: Clause, start: int) -> bool:
        """Whether a clause opens with another company that is of the same kind as who is spoken of."""
        alike = _ALIKE.match(self.folded, start, clause.end)
        span = lead_phrase(self.folded, alike.end(), clause.end) if alike else None
        return span is not None and span[1] - span[0] > 1 and is_plain_name(self.folded[slice(*span)])

    def _of_peers(self, clause: Clause) -> bool:
        """Whether the clause speaks of competitors before its first figure."""
        if clause.figure is None:
            return False
        figure = clause.figure.start
        if not _OF_OTHERS.isdisjoint(clause.letters) and self._opens_with_another(clause, figure):
            return True
        found = self._places["peers"].within(clause.start, figure)
        return bool(found) and any(not any(t.start <= at < t.end for t in clause.cued) for at in found)

    def _opens_with_another(self, clause: Clause, figure: int) -> bool:
        """Whether a clause opens with whom was listed before, or with a supplier, customer or shareholder by name."""
        start = skip_leaders(self.folded, clause.start, figure)
        if _LISTED_BEFORE.match(self.folded, clause.letters, start, figure):
            return True
        related = _RELATED.match(self.folded, clause.letters, start, figure)
        span = lead_phrase(self.folded, related.end(), figure) if related else None
        if span is None or not is_plain_name(self.folded[slice(*span)]):
            return False
        return span[1] - span[0] > 2 or self.folded.startswith(tuple(subjects()["legal"]), span[1])

    def _pronoun(self, clause: Clause, start: int) -> bool:
        if self.folded[start : start + 1] not in _pronouns():
            return False
        pair = self.joint or [c for c in self.companies[:2] if c.start < start]
        pair = pair if all(c in pair for c in self.last) else []
        for words, pick in (("former", 0), ("latter", 1)):
            if len(pair) > 1 and self.folded.startswith(subjects()[words], start):
                self.last, self.stranger = [pair[pick]], None
                return True
        if len(pair) < 2 and self.folded.startswith(subjects()["latter"], start) and _ACCOUNTS & clause.ids:
            self.stranger = "the latter of two"
            return True
        if len(pair) > 1 and (self.folded.startswith(subjects()["both"], start) or self._says_two(clause, start)):
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

    def _says_two(self, clause: Clause, start: int) -> bool:
        """Whether a clause opens with 兩家 and what both of them have or do: 兩家淨虧損分別為…."""
        match = _TWO.match(self.folded, start, clause.end)
        return match is not None and (
            bool(match["both"]) or any(t.start == match.end() for t in clause.tokens if t.cue or t.kind is Kind.TIME)
        )

    def _unknown(self, clause: Clause, sentence: Sentence) -> None:
        """Whether the clause opens with the name of a company that is not in question: its figures are its own."""
        start, first = clause.start, None
        if not _THIS.isdisjoint(clause.letters) and _THIS_ONE.match(self.folded, start):
            return
        for token in clause.tokens:
            if token.kind is Kind.TIME and not self.folded[start : token.start].strip(' \n“"「'):
                start = token.end
            elif token.kind is not Kind.OPEN:
                first = token
                break
        dated = start > clause.start or self._dated
        timed = dated or (first is not None and first.kind is Kind.TIME)
        verbs = timed and self._places["verbs"].any(start, clause.end)
        if first is None or first.start - start < 2 or not (clause.figure or verbs):
            return
        listed = dated and verbs
        peers = self._places["peers"].any(sentence.start, clause.end)
        led = peers or self.stranger or dated or first.kind is Kind.TIME
        if not led and self._tells.isdisjoint(clause.letters) and not self._places["legal"].any(start, first.start):
            return
        span = lead_phrase(self.folded, start, first.start)
        if span is None or not is_name(self.folded[span[0] : span[1]]):
            return
        name = self.folded[span[0] : span[1]]
        if name in self.by_name and self.folded.startswith("、", span[1]):
            return  # one of a list of others
        if (meant := self._by_part.get(name)) is not None:
            self.turns, self.stranger = [(clause.start, [meant])], None
            self._passing = _THAN.search(self.folded, clause.start, span[0]) is not None
            return
        known = len(name) > 2 and is_plain_name(name) and name[0] not in _NOT_FIRST
        adjoins = first.start - span[1] <= 1 and first.kind is Kind.TIME and known
        firm = self.folded[span[0] : span[1]].endswith(subjects()["legal"]) and span[1] - span[0] > 2
        once = dated and is_plain_name(name) and was_once(self.folded, span[1])
        moves = known and _MOVES.match(self.folded, span[1], clause.end) is not None
        led = moves or peers or self.stranger or adjoins or firm or (listed and known)
        if once or (led and name[0] not in _NOT_FIRST):
            self.stranger = name
            self.strangers.add(name)
        elif name in self.strangers:
            self.stranger = name

    def _count(self, clause: Clause) -> None:
        if self._on_peers:
            self.offerings.compared |= {company.name for _, turn in self.turns for company in turn}
        heard = [] if self.stranger else [c for _, turn in self.turns for c in turn] or self.last
        if not heard:
            return
        start, end, places = clause.start, clause.end, self._places
        deal = places["other_deals"].any(start, end)
        event = not self._on_peers and places["events"].any(start, end) and not places["no_events"].any(start, end)
        for company in heard:
            self.offerings.count(company.name, event=event, deal=deal, figure=clause.figure is not None)


@cache
def _pronouns() -> frozenset[str]:
    """What the words begin with that stand for a company named before."""
    words = (word for name in ("former", "latter", "both", "same") for word in subjects()[name])
    return frozenset((*"上以这该三四五六", *(word[0] for word in words)))


def _is_date(clause: Clause) -> bool:
    """Whether a clause is nothing but a date: ``1月9日,``."""
    if clause.figure is not None or not clause.tokens or clause.end - clause.tokens[-1].end >= 3:
        return False
    return all(token.kind is Kind.TIME for token in clause.tokens)


def _by_part(companies: list[Company]) -> dict[str, Company | None]:
    """Companies by how their names begin and end, None where two share it: 高端美妝甲乙丙 is spoken of as 甲乙丙."""
    parts: dict[str, Company | None] = {}
    for company in companies:
        for name in company.names:
            for size in range(2, len(name) + 1):
                for part in (name[:size], name[-size:]):
                    parts[part] = company if parts.get(part, company) is company else None
    return parts
