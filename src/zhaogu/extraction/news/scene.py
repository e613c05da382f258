"""What stands before and behind a phrase that may be a company's name."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .bystanders import PARENT_OF
from .company import Names
from .cues import subjects, table, trie_pattern
from .doing import acts, compares, moves
from .edges import Endings, Openings
from .market import counts_several
from .phrases import skip_leaders
from .places import Places
from .repeated import OPENING, Repeated
from .stretches import Span, Stretches

_LISTED: Final = re.compile(
    r"(?:挂牌|上市|登场|登陆|递表|招股|亮相|上场|首例)[^，,。;；的]{0,6}的(?:[^，,。;；的]{0,8}(?:平台|品牌|企业|公司|商|股))?$|分拆(?:出来的|上市的|的|旗下的?)?$"
)
_SPONSORED: Final = re.compile(
    r"[任为是作联独](?:(?<=[任为是作])[^，,。]{0,8}(?:保荐|包销|承销|账簿|经办|协调|牵头|财务顾问)|(?<=联)席保荐|(?<=独)家保荐)"
)
_TAKES: Final = re.compile(
    r"(?:则|亦|也|各|分别|合共|合计|共|将|已|承诺|同意)*(?:认购|获配|获分配|获配发|斥资|出资)了?(?:约|逾|近)?[\d,.]+ ?[万亿百]*(?:股|[港美]?元|港币|人民币)"
    r"|(?:、[^,，。;；、]{2,20}?){0,8}(?:、|等|及|和)[^,，。;；、\d]{0,12}?(?:\d+|[一二三四五六七八九十]+)[名家位间](?:基石|战略|锚定|机构|知名|国际)+(?:投资[者人方]|机构)?"
)
"""Behind whoever takes shares of the issuer: ``甲认购4,450,200股``, ``甲、乙等15名基石投资者``."""
_ON_A_BOARD: Final = ("主板的", "创业板的", "科创板的", "北交所的", "沪市的", "深市的")
"""Before a name, where several are listed: 創業板的甲首日大漲."""
_LEADS_TO: Final = re.compile(r"(?:早|已经?|亦|也|则|另|计划|拟|将|预[计期]|料|[暂原]?定|有望|最快)+[在于]?|[在于]")
_DATELINE: Final = re.compile(
    r"(?:^|(?<=\n))\s*(?:[^\n，,。;；]{2,16}?\d{1,2}月\d{1,2}日[电讯]|[^\n，,。;；\s]{2,8}?快讯)(?=[\s,，:：(（)）])"
)
"""The wire and the date before a message: ``中新经纬2月25日电``."""
_QUOTE: Final = re.compile(r"\(\d+(?:\.\d+)?[,，%]")
"""A live price in brackets, which a site puts behind any share's name."""
_SURVEY: Final = r"[^,，。;；]{0,8}(?:统计|调查|研报|白皮书|榜单|(?<!业绩)(?<!年度)(?<!中期)报告)"
_SAYS: Final = r"报告(?:显示|指|称|认为|预计|预测|提到)"
_SOURCE: Final = re.compile(
    "|".join(f"{word}{_SURVEY}" for word in ("发[表布]", "公布", "出具", "刊发", "推出"))
    + rf"|研究{_SAYS}|{_SAYS}|统计(?:显示|[,，])|调查显示|统计资料显示"
)
"""Behind whoever counts the offerings of the market, or foretells them."""
_MARK: Final = re.compile(r"[\s,，。;；:：]")
_BACK: Final = 20
_SPOKEN_TO: Final = re.compile(r"[^,，。;；]{0,6}?(?:而言|来[说讲]|看来)")
"""Behind a noun that 對 leads: it is somebody for whom something holds: 對普通投資者而言."""
_SENTENCE: Final = re.compile(r"[。！？!?\n]")
_NEAR: Final = 12
_WIDE: Final = 14
_REACH: Final = 60
"""How far before a name its role is told, and what it did; and how far behind it."""
_SUFFIX: Final = re.compile(r"[-－](?:SW|WP|W|B|P|S|R)(?![A-Za-z])|[AH]股")
_SUFFIXES: Final = frozenset("-－AH")
_QUOTES: Final = frozenset('“「"《')
_CLOSING: Final = frozenset('”」"》')
_LEAD: Final = 300
"""A lead is no longer."""
_OF_IT: Final = re.compile(
    r"(?:的|[HA]股|[此这今本是]次|这只|这笔|最终|最后|则|亦|也|仍|已|还|因|即|在港|本港|香港(?!公开|发售|部[分份]))*"
)
"""Before what an offering has, behind the name of its issuer: ``甲的公開部分``, ``甲此次發售``."""
_DOING: Final = frozenset({"acts", "day", "announces", "moves", "period", "suffixed", "bracket"})


class Scene:
    """An article as the evidence is looked up in it."""

    def __init__(self, names: Names, mentions: list[Mention]) -> None:
        """Find the words and mentions that count as evidence, once."""
        self.folded = names.folded
        self._acts, self._parties, self._persons, self._nouns = acts(), _parties(), _persons(), nouns()
        self._speaks, self._announces, self._trades, self._offers = _speaks(), _announces(), _trades(), _offers()
        self.events, self.no_events = Places("events", self.folded), Places("no_events", self.folded)
        self.said = Repeated(self.folded)
        self.rivals = [match.end() for match in _rivals().finditer(self.folded)]
        self.days = {m.start for m in mentions if m.kind is MentionKind.DATE}
        self.periods = {m.start for m in mentions if m.kind is MentionKind.PERIOD}
        ends = re.search(r"[。！!\n]", self.folded[names.title_end :].lstrip())
        self.lead = names.title_end + (ends.end() if ends else len(self.folded))
        self.several = counts_several(self.folded, self.lead)
        # where a code tells who the article is about, and it counts no companies, what comes again is no further name
        led = names.is_led() and not counts_several(self.folded)
        near = min(self.lead, names.title_end + _LEAD)
        self.stretches = Stretches(self.said, mentions, near, again=not led)
        self._datelines = [match.span() for match in _DATELINE.finditer(self.folded)]
        self.sources = [
            _MARK.split(self.folded[max(0, match.start() - _BACK) : match.start()])[-1]
            for match in _SOURCE.finditer(self.folded)
        ]

    def _leads_to_day(self, stop: int) -> bool:
        """Whether ``早在``, ``已於`` stand between a name and a day."""
        led = _LEADS_TO.match(self.folded, stop)
        return led is not None and led.end() in self.days

    def is_beside(self, start: int) -> bool:
        """Whether the sentence has told of rivals before a place: 对比之下,同行甲去年毛利率29%."""
        if _others().of(self.folded[max(0, start - _NEAR) : start]):
            return PARENT_OF.search(self.folded, max(0, start - _NEAR), start) is None
        at = bisect_right(self.rivals, start)
        return at > 0 and _SENTENCE.search(self.folded, self.rivals[at - 1], start) is None

    def _opens(self, clause: int, start: int) -> bool:
        """Whether nothing but marks and a label stands between the beginning of a clause and a place."""
        if clause == start or OPENING.fullmatch(self.folded, clause, start) is not None:
            return True
        return start - clause < _NEAR and skip_leaders(self.folded, clause, start + 2) == start

    def reasons(self, span: Span, clause: int, end: int) -> set[str]:
        """What speaks for and against a name at one of its places."""
        folded, (start, stop) = self.folded, span
        before = folded[max(clause, start - _NEAR) : start]
        described = self._nouns.of(before.rstrip("“「『」』”"))
        opens = self._opens(clause, start)
        reasons = self._behind(stop, end)
        if any(first <= start < last for first, last in self._datelines):
            reasons.add("person")
        if opens:
            reasons.add("opens")
        if described:
            reasons.add("described")
        if (opens or described or before[-1:] == "的") and not reasons.isdisjoint(_DOING):
            reasons.add("subject")
        if self.events.any(clause, end) and not self.no_events.any(clause, end):
            reasons.add("event")
        if self.several and (described or opens) and folded[max(0, clause - 1) : clause] == "\n":
            reasons.add("in_turn")
        if before:
            self._before(clause, start, before, reasons)
            if before[-1] in _QUOTES and folded[stop : min(stop + 1, end)] in _CLOSING:
                reasons.add("quoted")
        if "party" not in reasons and (
            ("对" in folded[start - 1 : start + 1] and _SPOKEN_TO.match(folded, stop, end) is not None)
            or _SPONSORED.search(folded, stop, min(stop + _REACH, end)) is not None
            or _TAKES.match(folded, stop) is not None
        ):
            reasons.add("party")
        return reasons

    def _before(self, clause: int, start: int, before: str, reasons: set[str]) -> None:
        """Add what the words of its clause before a name say of it."""
        near = self.folded[max(clause, start - _WIDE) : start]
        told = ("的" in near or "分拆" in near) and _LISTED.search(near) is not None
        if told or (self.several and before.endswith(_ON_A_BOARD)):
            reasons.add("listed")
        if self._persons.of(before):
            reasons.add("person")
        if before[-1] == "、":
            reasons.add("listed_with")
        if self._parties.search(before) is not None and PARENT_OF.search(before) is None:
            reasons.add("party")

    def _behind(self, stop: int, end: int) -> set[str]:
        """What the words of its clause behind a name say of it."""
        after = self.folded[stop : min(stop + _NEAR, end)]
        letter = after[:1]
        reasons: set[str] = set()
        if stop in self.days or self._leads_to_day(stop):
            reasons.add("day")
        if stop in self.periods:
            reasons.add("period")
        if self._acts.match(after) is not None or compares(after):
            reasons.add("acts")
        if moves(after):
            reasons.add("moves")
        if self._speaks.of(after):
            reasons.add("speaks")
        if self._offers.of(_OF_IT.sub("", after, 1)):
            reasons.add("offers")
        if self._announces.of(after):
            reasons.add("announces")
        if self._trades.of(after):
            reasons.add("trade")
        if letter == "、":
            reasons.add("listed_with")
        elif letter == "(":
            if _QUOTE.match(self.folded, stop) is None:
                reasons.add("bracket")
        elif letter in _SUFFIXES and _SUFFIX.match(after) is not None:
            reasons.add("suffixed")
        return reasons


@cache
def _persons() -> Endings:
    return Endings(table("news_names.toml")["persons"])


@cache
def _speaks() -> Openings:
    return Openings(table("news_names.toml")["speaks"])


@cache
def _trades() -> Openings:
    return Openings(table("news_names.toml")["trades"])


@cache
def _offers() -> Openings:
    return Openings(table("news_names.toml")["offers"])


@cache
def _announces() -> Openings:
    told = ("宣布", "公布", "公告", "披露", "发布", "发公告", "透露")
    return Openings((*told, *(also + word for also in ("则", "亦", "也", "另") for word in told)))


@cache
def nouns() -> Endings:
    """Nouns that stand before a company's name."""
    return Endings((*(word for word in subjects()["descriptors"] if len(word) > 1), "商", "厂", "股", "集团"))


@cache
def _others() -> Endings:
    return Endings(table("news_frames.toml")["others"])


@cache
def _rivals() -> re.Pattern[str]:
    """Words behind which companies are named to compare the issuer with."""
    return re.compile(trie_pattern([*subjects()["peers"], *table("news_frames.toml")["compared"]]))


@cache
def _parties() -> re.Pattern[str]:
    return re.compile(rf"{trie_pattern(table('news_names.toml')['parties'])}(?:[有了的为是方])?$")
