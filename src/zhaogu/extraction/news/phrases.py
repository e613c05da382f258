"""Where a company's name begins and ends."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .cues import cues, subjects, trie_pattern, word_pattern
from .pages import PAGES

LONGEST: Final = 40
LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.&'’\- ]*[A-Za-z0-9]")
NAME_STOP: Final = re.compile(r"[，,。;；:、！？!?\n（）()“”\"「」『』《》\[\]【】|丨｜*#>—\u2190-\u2bff]")
_BYLINE: Final = re.compile(r".*[讯电报者辑][ \u3000]+(?=[\u4e00-\u9fff]{2})")
_ENTRY: Final = re.compile(
    r"(?:[\s　]*(?:(?:\d{1,2}月)?\d{1,2}日|\d{1,2}\s*[.、)）]|[（(]?[一二三四五六七八九十][)）、]))*[\s　]*"
)
_LEAD_IN: Final = r"""[ \u3000*#$“"「『\n【】\]·\-—\u2190-\u2bff]"""
_OPENING: Final = re.compile(f"{_LEAD_IN}*")
_MARKS: Final = frozenset('0123456789()（）:：、“”"「」『』《》|%,，;；。')
_COPULA: Final = re.compile(r"(?:正|就|便|则|还|都|当然|自然|固然|无疑)?是(?!次)")
"""Between what a company is and its name: 表現最差的是甲."""
_COPULAS: Final = frozenset("正就便则还都当自固无是")
_NUMERALS: Final = frozenset("一二三四五六七八九十")
"""What begins it, and what begins the number of an entry."""
_MERCHANTS: Final = tuple("农招工电浙徽")
"""What makes another word with 商 behind it: 農商銀行, 招商."""
_MACHINES: Final = re.compile(r"[家机发]电$")
"""But 家電商 is a merchant of machines."""
_WITH_TRADE: Final = "业务品场标城汤用贸家户会房区铺员长主面内"
"""What makes another word of 商, 厂 or 店: 商業, 廠房, 店鋪."""
_NO_SHARE: Final = "份东权价票息民市业本书章王神"
"""What makes another word of 股 behind it: 股份, 股權, 招股書."""
_OF_SHARES: Final = frozenset("招配供持控每入参发")
"""And before it: 招股, 持股."""


def name_before(folded: str, end: int) -> tuple[int, int]:
    """The span of the name that ends at ``end``: back to punctuation, without the description before it.

    >>> text = "功能饮料龙头东鲸饮料"
    >>> start, end = name_before(text, len(text)); text[start:end]
    '东鲸饮料'
    >>> text = "碳化硅外延片供应商天域半导体"
    >>> start, end = name_before(text, len(text)); text[start:end]
    '天域半导体'
    """
    while end and folded[end - 1] in ' “”"「」『』】*':
        end -= 1
    low = max(0, end - LONGEST)
    stops = [m.end() for m in NAME_STOP.finditer(folded, low, end)]
    start = stops[-1] if stops else low
    latin = latin_end(folded, (start, end))
    return latin if latin[0] > start else trim(folded, start, end)


def is_trade(folded: str, end: int) -> bool:
    """Whether 商, 厂 or 股 before a place describes a company and is not part of another word.

    >>> is_trade("软件商甲乙", 3), is_trade("消费股甲乙", 3), is_trade("招股书显示", 2), is_trade("商业模式", 1)
    (True, True, False, False)
    """
    after = folded[end : end + 1]
    if folded[end - 1] != "股":
        return after not in _WITH_TRADE
    return after not in _NO_SHARE and folded[end - 2 : end - 1] not in _OF_SHARES


def latin_end(folded: str, span: tuple[int, int]) -> tuple[int, int]:
    """The Latin name that ends a phrase, without the description before it; else the phrase.

    >>> latin_end("稳定币商Acme", (0, 8))
    (4, 8)
    """
    found = [m for m in LATIN.finditer(folded, *span) if m.end() == span[1] and len(m.group()) >= 3]
    return found[0].span() if found else span


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """Cut words that lead a sentence, dates, and descriptions of the trade off a name."""
    if start < end and (not "\u4e00" <= folded[start] <= "\u9fff" or folded[start] in _NUMERALS):
        start = _ENTRY.match(folded, start, end).end()  # type: ignore[union-attr]
        start = _OPENING.match(folded, start, end).end()  # type: ignore[union-attr]
    if (" " in folded[start:end] or "\u3000" in folded[start:end]) and (byline := _BYLINE.match(folded, start, end)):
        start = byline.end()
    best = start
    for match in described().finditer(folded, start, end):
        rest = folded[match.end() : end]
        if len(rest) < 2:
            break
        if len(noun := match.group()) == 1 and noun not in "的股":
            joined = folded[match.start() - 1 : match.start()] in _MERCHANTS and not _MACHINES.search(
                folded, max(0, match.start() - 2), match.start()
            )
            if match.start() - start < 2 or joined or rest[0] in _WITH_TRADE:
                continue
        if (
            rest[0] not in "-－"
            and rest not in subjects()["legal"]
            and not (rest[0] in "份权价票息民市业" and noun[-1] in "股商厂企品的")
            and not (rest[0] == "东" and noun[-1] == "股")
            and not rest.startswith(("有限", "股份", "集团", "控股", "科技", "("))
        ):
            best = match.end()
    start = best
    if folded[start : start + 1] in _COPULAS and (copula := _COPULA.match(folded, start, end - 2)):
        start = copula.end()
    leader = _leaders()
    while (led := leader.match(folded, start, end)) and end - led.end() >= 2:
        if led.group() in "和与及" and (start == 0 or folded[start - 1] in " \n　，,。;；:：、】」”"):
            break
        start = led.end()
    joint = folded.rfind("及", start + 2, end - 2)
    return (joint + 1 if joint > 0 else start), end


def lead_phrase(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that opens a clause, up to its first verb, adverb, figure or bracket.

    A single letter such as 成 or 周 may be a verb or part of a name: it ends the phrase unless the text repeats more.

    >>> text = "优必选12月19日起招股"
    >>> start, end = lead_phrase(text, 0, len(text)); text[start:end]
    '优必选'
    """
    start, words = skip_leaders(folded, start, end), _words()
    if end - start < 2 or words.opens_otherwise(folded, start, end):
        return None
    latin = LATIN.match(folded, start, end) if folded[start].isascii() else None
    begin = latin.end() if latin else start
    limit = min(end, start + LONGEST)
    hard = words.end(words.stops, folded, begin, limit)
    if hard - start < 2:
        return None
    soft = words.end(words.particles, folded, begin, hard)
    finish = soft if soft == hard else max(soft, _repeated(folded, start, hard))
    while finish > start and folded[finish - 1] in ' ”"」』*的':
        finish -= 1
    if finish - start < 2:
        return None
    return trim(folded, start, finish)


class _Words:
    """The words that end the phrase that a clause opens with, which every clause asks for."""

    def __init__(self) -> None:
        """Look them up once."""
        self.stops, self.particles, self.described = stops(), _particles(), described()
        self._pairs = frozenset(word for word in _stop_words() if len(word) == 2)
        self._describing = frozenset(word[0] for word in subjects()["descriptors"])

    def opens_otherwise(self, folded: str, start: int, end: int) -> bool:
        """Whether one of the first two letters plainly begins a verb, adverb, figure or bracket, as in most clauses."""
        first, second = folded[start], folded[start + 1]
        if first in self._describing or first.isascii():
            return first in _MARKS
        if folded[start : start + 2] in self._pairs:
            return True
        if second in self._describing:
            return False
        return second in _MARKS or (start + 3 <= end and folded[start + 1 : start + 3] in self._pairs)

    def end(self, stops: re.Pattern[str], folded: str, begin: int, limit: int) -> int:
        """Where the first of some words begins that is no beginning of what a company is called."""
        while match := stops.search(folded, begin, limit):
            at = match.start()
            noun = self.described.match(folded, at, limit) if folded[at] in self._describing else None
            if noun is None or noun.end() <= match.end():
                return at
            begin = noun.end()
        return limit


@cache
def _words() -> _Words:
    return _Words()


@cache
def described() -> re.Pattern[str]:
    """What a company is called before its name: nouns of the trade, and of its place among others."""
    return word_pattern("descriptors")


@cache
def _leaders() -> re.Pattern[str]:
    return word_pattern("leaders", "away")


def _repeated(folded: str, start: int, end: int) -> int:
    """Where the longest beginning of a phrase ends that the first pages of the text say more than once."""
    for finish in range(min(end, start + 10), start + 2, -1):
        if folded.count(folded[start:finish], 0, PAGES) > 1:
            return finish
    return start


def skip_leaders(folded: str, start: int, end: int) -> int:
    """Past the numbers, conjunctions and marks that open a clause."""
    if (
        start < end
        and 0x4E00 <= ord(folded[start]) <= 0x9FFF
        and (folded[start] not in _openers() or _opens_name(folded, start))
    ):
        return start
    return _leading().match(folded, start, end).end()  # type: ignore[union-attr]


def _opens_name(folded: str, start: int) -> bool:
    """Whether 和 or 连 cannot join anything, because a sentence begins with it: 和黄医药, 连连数字."""
    if folded.startswith("连连", start):
        return True
    return folded[start] == "和" and (start == 0 or folded[start - 1] in "。！？!?\n】》")


@cache
def _openers() -> frozenset[str]:
    """The ideographs that can begin what :func:`skip_leaders` passes: most clauses begin with another one."""
    return frozenset("一二三四五六七八九十" + "".join(word[0] for word in subjects()["leaders"]))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"{_ENTRY.pattern}(?:{_LEAD_IN}|{trie_pattern(subjects()['leaders'])})*")


@cache
def stops() -> re.Pattern[str]:
    """What no name holds: marks, digits, verbs and the words of the field."""
    return re.compile(trie_pattern([*_MARKS, *_stop_words()]))


def _stop_words() -> list[str]:
    words = [
        *subjects()["stops"],
        *subjects()["events"],
        *(word for word, cue in cues().items() if not cue.id.endswith(".short")),
    ]
    return [word for word in words if len(word) > 1]


@cache
def _particles() -> re.Pattern[str]:
    """Single letters that are mostly verbs or particles."""
    return re.compile(trie_pattern(word for word in subjects()["stops"] if len(word) == 1 and word != "的"))
