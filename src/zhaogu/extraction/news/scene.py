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
from .edges import Endings, Openings
from .market import SEVERAL
from .phrases import is_called, is_plain_name, lead_phrase, skip_leaders, trim
from .places import Places
from .repeated import OPENING, Repeated, past_marks
from .vocabulary import Part, runs, segment

_LISTED: Final = re.compile(
    r"(?:挂牌|上市|登场|登陆|递表|招股|亮相|上场|首例)[^，,。;；的]{0,6}的(?:[^，,。;；的]{0,8}(?:平台|品牌|企业|公司|商|股))?$|分拆(?:出来的|上市的|的|旗下的?)?$"
)
_SPONSORED: Final = re.compile(
    r"[任为是作联独](?:(?<=[任为是作])[^，,。]{0,8}(?:保荐|包销|承销|账簿|经办|协调|牵头|财务顾问)|(?<=联)席保荐|(?<=独)家保荐)"
)
_BOARD: Final = r"(?:科创板|创业板|北交所|[沪深]?主板|港股|[AH]股|港交所|联交所|[上深]交所|[沪深]市|香港)"
_DOES: Final = (
    rf"(?:{_BOARD}*(?:IPO|首发|首次公开发行|上市)的?(?:申请|计划)?(?:状态|已|正式|日前|近日|昨日|今日)*(?:获|过会|上会|受理|通过|注册|终止|提交|辅导|审核|闯关)"
    rf"|通过了?(?:{_BOARD}|上市|委员会|委)*(?:聆讯|审议)"
    r"|(?:发行价|发售价|招股价)(?:格?[为定是]|\d)"
    r"|(?:正在?|计划|拟|考虑|有意|最[快早]|预计|或|可能|将|[今明]年|年内|[上下]半年|于|在)*(?:[赴来到]港|赴美|在港|[在到]香港)(?:上市|IPO|挂牌|招股|发行)"
    rf"|(?:正式|再[次度]|已)*向(?:{_BOARD}|中国|证监会|秘密|SEC|美国|证交会|纳斯达克|纽交所)*(?:递|提交|重新|更新|申请)"
    r"|(?:终于|又|也|真的?|要|即将|今[天日])*(?:来|(?:上市|IPO|敲钟|挂牌))了"
    rf"|的?{_BOARD}*(?:上市|IPO|首发)(?:之路|之旅|征程|定价|发行价|首日)|的?招股书(?:显示|披露|称))"
)
"""What an issuer does as a sentence of the desk has it: 科創板IPO獲受理, 計劃最快今年赴港上市."""
_DOING_SO: Final = "科创北沪深主港AH联上香I首通发招正计拟考有最预或可将今明年下于在赴来到再已向终又也真要即敲挂的"
"""What begins it."""
_ON_A_BOARD: Final = ("主板的", "创业板的", "科创板的", "北交所的", "沪市的", "深市的")
"""Before a name, where several are listed: 創業板的甲首日大漲."""
_MOVES: Final = re.compile(
    r"(?:则|亦|也|同样|今日|昨日|首日|全日|早段|午后|盘中|一度|微|大|急|劲|再|逆市|股价)*(?:[开收](?:报|盘|市|于)|报收|终场|[高低平]开|[升涨跌挫飙扬泻])"
)
_MOVING: Final = frozenset("则亦也同今昨首全早午盘一微大急劲再逆股开收报终高低平升涨跌挫飙扬泻")
"""What begins it."""
_LEADS_TO: Final = re.compile(r"(?:早|已经?|亦|也|则|另|计划|拟|将|预[计期]|料|[暂原]?定|有望|最快)+[在于]?|[在于]")
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
_COMPARED: Final = re.compile(
    r"(?:比|较)(?:它|其|前者|之|他|她)[^,，。;；]{0,3}[早晚迟先]|[更稍略仅]?[早晚迟先](?![进后锋导声行生天])(?:一步|[^,，。;；]{1,6}?(?:上市|挂牌|登陆|招股|敲[钟锣]))"
)
"""Behind a name: its listing came before or after that of another one: 甲比它早一個月."""
_THAN: Final = frozenset("比较更稍略仅早晚迟先")
"""What begins it."""
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
_BETWEEN: Final = ' ”」』"于在已将同近齐均正再又也亦则还'
"""What stands between a name and what it does."""
_FIRM: Final = re.compile("集团|公司|企业")
_FAR: Final = 40
_LONG: Final = 12
_SHORT: Final = 3
_LONGISH: Final = 6
_DOING: Final = frozenset({"acts", "day", "announces", "moves", "period", "suffixed", "bracket"})
_OPENS_NAME: Final = re.compile(r"\d{1,4}|[^\d]{1,3}")
"""Of a date or a number, what may begin a name: 51, 十月, 三只."""
_WEEKDAY: Final = re.compile("周[一二三四五六日]")
_ODD: Final = frozenset({"odd", "latin"})
Span = tuple[int, int]


class Scene:
    """An article as the evidence is looked up in it."""

    def __init__(self, names: Names, mentions: list[Mention]) -> None:
        """Find the words and mentions that count as evidence, once."""
        self.folded = names.folded
        self._acts, self._parties, self._persons, self._nouns = _acts(), _parties(), _persons(), nouns()
        self._speaks, self._announces, self._trades = _speaks(), _announces(), _trades()
        self.events, self.no_events = Places("events", self.folded), Places("no_events", self.folded)
        self.said = Repeated(self.folded)
        self.rivals = [match.end() for match in _rivals().finditer(self.folded)]
        self.days = {m.start for m in mentions if m.kind is MentionKind.DATE}
        self.periods = {m.start for m in mentions if m.kind is MentionKind.PERIOD}
        self.taken = [(m.start, m.end) for m in sorted(mentions, key=lambda m: m.start)]
        ends = re.search(r"[。！!\n]", self.folded[names.title_end :].lstrip())
        self.lead = names.title_end + (ends.end() if ends else len(self.folded))
        self.near = min(self.lead, names.title_end + _LEAD)
        self.several = SEVERAL.search(self.folded, 0, self.lead) is not None
        self.led = names.is_led() and SEVERAL.search(self.folded) is None
        """Whether a code tells who the article is about, and it counts no companies: then what comes again is asked for no further name."""
        self.sources = [
            _MARK.split(self.folded[max(0, match.start() - _BACK) : match.start()])[-1]
            for match in _SOURCE.finditer(self.folded)
        ]

    def candidates(self, start: int, end: int) -> dict[Span, set[str]]:
        """What may be a name in a clause, and what it is made of: letters that no word holds, or known words."""
        spans: dict[Span, set[str]] = {}
        parts = segment(self.folded, start, end)
        weekdays = self._weekdays(parts) if self.folded.find("周", start, end) >= 0 else {}
        for run in runs(parts):
            first, last = run[0][0], run[-1][1]
            if self._is_taken(first, last):
                continue
            for span, made in _in_run(run).items():
                spans.setdefault(span, {made})
            day = weekdays.get(first, first)
            if day < first and self.said.count(day, last) > 1:
                spans.setdefault((day, last), {"half_odd"})  # 周六福: no weekday, where it comes again
        opening = lead_phrase(self.folded, start, end)
        if opening is not None and opening not in spans:
            first, last = opening
            if is_plain_name(self.folded[first:last], strict=False) and not self._is_taken(first, last):
                spans[opening] = {"phrase"}
        if not self.led:
            self._said_again(start, end, spans)
        if (start < self.near or self.folded[start - 1] == "\n") and (led := self._before_act(start, end)) is not None:
            spans.setdefault(led, set()).add("led")
        return spans

    def _said_again(self, start: int, end: int, spans: dict[Span, set[str]]) -> None:
        """Add what a clause opens with and the ends of its phrases, where the text says them again."""
        again: list[Span] = []
        firms: list[Span] = []
        for first, last in spans:
            if last - first > _SHORT and (shorter := self.said.end_of(first, last)) is not None:
                again.append(shorter)
            if last - first > _LONGISH and (at := self.said.behind_firm(first, last)) is not None:
                firms.append((at, last))
        for span in firms:
            if span not in spans:
                spans[span] = {"phrase"}
        again += self.said.openings(start, end)
        for first, last in again:
            if not self._is_dated(first, last):
                spans.setdefault((first, last), set()).add("repeated")

    def _before_act(self, start: int, end: int) -> Span | None:
        """What stands between the opening of a clause of the lead and the day or the act of an issuer behind it."""
        led = skip_leaders(self.folded, past_marks(self.folded, start, end), end)
        far = min(end, led + _FAR)
        act = self._acts.search(self.folded, led + 2, far)
        stops = [act.start()] if act else []
        stops += [day for day in self.days if led + 2 <= day < far]
        if not stops:
            return None
        first, stop = trim(self.folded, led, min(stops))
        last = segment(self.folded, first, stop)[-1:]
        if last and self.folded[last[0][0] : stop] in subjects()["stops"]:
            stop = last[0][0]
        stop = len(self.folded[:stop].rstrip(' ”」』"于在已将'))
        whole = 2 <= stop - first <= _LONG and is_called(self.folded[first:stop]) and not self._is_dated(first, stop)
        return (first, stop) if whole else None

    def _weekdays(self, parts: list[Part]) -> dict[int, int]:
        """Where the weekdays of a clause begin, by their ends."""
        return {end: start for start, end, _ in parts if _WEEKDAY.fullmatch(self.folded, start, end)}

    def _leads_to_day(self, stop: int) -> bool:
        """Whether ``早在``, ``已於`` stand between a name and a day."""
        led = _LEADS_TO.match(self.folded, stop)
        return led is not None and led.end() in self.days

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether a day or a figure stands in a phrase, and not only the beginning of a name: 十月 in 十月稻田."""
        at = bisect_right(self.taken, (start, len(self.folded)))
        if at and start < self.taken[at - 1][1]:
            first, last = self.taken[at - 1]
            if first < start or last >= end or not _OPENS_NAME.fullmatch(self.folded, first, last):
                return True
        return at < len(self.taken) and self.taken[at][0] < end

    def _is_taken(self, start: int, end: int) -> bool:
        at = bisect_right(self.taken, (start, len(self.folded)))
        if at and self.taken[at - 1][1] > start:
            return True
        return at < len(self.taken) and self.taken[at][0] < end

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
        if self._acts.match(after) is not None or (letter in _THAN and _COMPARED.match(after) is not None):
            reasons.add("acts")
        if letter in _MOVING and _MOVES.match(after) is not None:
            reasons.add("moves")
        if self._speaks.of(after):
            reasons.add("speaks")
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


def _in_run(run: list[Part]) -> dict[Span, str]:
    """The names that a run may hold: all of it, from its first odd letter on, up to its last one, or to a legal form."""
    first, last, form, letters = -1, 0, 0, 0
    for n, (start, end, kind) in enumerate(run):
        if kind == "word":
            continue
        last = n
        if kind == "form":
            form = n
        else:
            first = n if first < 0 else first
            letters += end - start
    if first < 0:
        return {(run[0][0], run[-1][1]): "general"}
    form = form if form > first else last
    begin, stop = run[first][0], run[-1][1]
    # up to a form letters may be left out, else all odd ones are in it
    upto = sum(end - start for start, end, kind in run[first : form + 1] if kind in _ODD)
    made = "odd" if letters > 1 else "half_odd"
    spans = {(run[0][0], stop): made, (begin, stop): made, (begin, run[last][1]): made}
    spans.setdefault((begin, run[form][1]), "odd" if upto > 1 else "half_odd")
    return spans


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
def _announces() -> Openings:
    return Openings(("宣布", "公布", "公告", "披露", "发布", "发公告", "透露"))


@cache
def nouns() -> Endings:
    """Nouns that stand before a company's name."""
    return Endings((*(word for word in subjects()["descriptors"] if len(word) > 1), "商", "厂", "股", "集团"))


@cache
def _acts() -> re.Pattern[str]:
    """What an issuer does, with when and where before it: ``今日在港交所掛牌``."""
    when = trie_pattern(subjects()["before_verbs"])
    words = [*subjects()["verbs"], *subjects()["acts"]]
    letters = {word[0] for word in (*subjects()["before_verbs"], *words)}
    letters |= set(_DOING_SO)
    return re.compile(rf"(?=[{re.escape(''.join(sorted(letters)))}])(?:{when})*(?:{trie_pattern(words)}|{_DOES})")


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
