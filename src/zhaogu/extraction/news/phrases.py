"""Where a company's name begins and ends, and what may be one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from .cues import cues, subjects, trie_pattern, word_pattern, wordings

LONGEST: Final = 40
_KEPT: Final = 4_096
"""So many phrases are remembered, for an article asks for the same again and again."""
_PAGES: Final = 20_000
LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.&'’\- ]*[A-Za-z0-9]")
_NAME_STOP: Final = re.compile(r"[，,。;；:、！？!?\n（）()“”\"「」『』《》\[\]【】|丨｜*#>—\u2190-\u2bff]")
_BYLINE: Final = re.compile(r".*[讯电报者辑][ \u3000]+(?=[\u4e00-\u9fff]{2})")
_ENTRY: Final = re.compile(
    r"(?:[\s　]*(?:(?:\d{1,2}月)?\d{1,2}日|\d{1,2}\s*[.、)）]|[（(]?[一二三四五六七八九十][)）、]))*[\s　]*"
)
_COUNTED: Final = re.compile(r"[一两二三四五六七八九十百几多数]+[家只隻名间个位大款成年月日季天次批轮股份宗签手]")
_LEAD_IN: Final = r"""[ \u3000*#$“"「『\n【】\]·\-—\u2190-\u2bff]"""
_OPENING: Final = re.compile(f"{_LEAD_IN}*")
_ORDINAL: Final = re.compile(r"第[一二三四五六七八九十]+[套条类批届项阶款]")
_NUMBERED: Final = re.compile(r"(?<![A-Za-z0-9])\d")
_DATED: Final = re.compile(
    r"第[\d一二三四五六七八九十]|\d[A-Z]?[章条节款类]|^(?:周|星期|礼拜)[一二三四五六日天]$|^[两二三四五六七八九十].{0,4}[股企家]$|\d[年月日]|\d号$|[一二三四五六七八九十零〇]年|\d[万亿元倍股名家%]|^\d+[.\-]?\d*$|[一二三四五六七八九十百千\d][万亿]"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_HELD: Final = frozenset("【】|丨—…→?!")
_MARKS: Final = frozenset('0123456789()（）:：、“”"「」『』《》|%,，;；。')
_NEVER_FIRST: Final = frozenset("这该其此那哪呢谁何他她它的已未被把须若")
"""What no name begins with, however often it comes."""
_COPULA: Final = re.compile(r"(?:正|就|便|则|还|都|当然|自然|固然|无疑)?是(?!次)")
"""Between what a company is and its name: 表現最差的是甲."""
_COPULAS: Final = frozenset("正就便则还都当自固无是")
_NUMERALS: Final = frozenset("一二三四五六七八九十")
"""What begins it, and what begins the number of an entry."""
_MERCHANTS: Final = tuple("农招工电浙徽")
"""What makes another word with 商 behind it: 農商銀行, 招商."""
_MACHINES: Final = re.compile(r"[家机发]电$")
"""But 家電商 is a merchant of machines."""
_WITH_TRADE: Final = "业务品场标城汤用贸家户会房区"
"""What makes another word of 商 or 厂: 商業, 廠房."""
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
    stops = [m.end() for m in _NAME_STOP.finditer(folded, low, end)]
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
            and not (rest[0] in "份东权价票息民市业" and match.group()[-1] in "股商厂企品的")
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
        self.stops, self.particles, self.described = _stops(), _particles(), described()
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
        if folded.count(folded[start:finish], 0, _PAGES) > 1:
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
def _stops() -> re.Pattern[str]:
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


@lru_cache(maxsize=_KEPT)
def is_name(phrase: str, strict: bool = True) -> bool:
    """Whether a phrase may be a company's name: none of the field's own nouns, no pronoun.

    >>> is_name("优必选"), is_name("散户投资者"), is_name("该公司")
    (True, False, False)
    """
    phrase = phrase.strip()
    if (
        not 2 <= len(phrase) <= 24
        or not _HELD.isdisjoint(phrase)
        or phrase[0] in "这该其有某每此那哪呢他她它们我你另不的是在为"
        or (strict and phrase[0] == "同")
        or _COUNTED.match(phrase)
    ):
        return False
    if phrase.startswith(_openings()) or phrase[-1] in "以于在至及和与的了是有今昨明" or phrase in _no_names():
        return False
    if (
        _ORDINAL.search(phrase)
        or word_pattern("generic").search(phrase)
        or (_NUMBERED.search(phrase) and not phrase.isascii())
        or not _LETTER.search(phrase)
    ):
        return False
    if _holds_cue(phrase):
        return False
    return phrase.endswith(subjects()["legal"]) or not phrase.endswith(_heads(strict))


@lru_cache(maxsize=_KEPT)
def is_called(phrase: str) -> bool:
    """Whether a phrase that comes again and again may be a name, however a name seldom looks: with figures, 每, 公司.

    >>> [is_called(phrase) for phrase in ("36氪", "每日互动", "首单存托凭证", "该公司", "三年", "2024年", "散户投资者")]
    [True, True, False, False, False, False, False]
    """
    if phrase in _no_names() or phrase in _field_words() or phrase.startswith(_no_openings()):
        return False
    if phrase.endswith(("公司", "企业")) and any(phrase[:-2] in subjects()[name] for name in ("legal", "forms")):
        return False
    if phrase.endswith("股") and not phrase.endswith("控股"):
        return False
    if not phrase[0].isalnum() or _NAME_STOP.search(phrase) or phrase[0] in _NEVER_FIRST:
        return False
    if not _LETTER.search(phrase) or _DATED.search(phrase) or word_pattern("generic").search(phrase):
        return False
    return not _holds_cue(phrase)


def may_open(pair: str) -> bool:
    """Whether what :func:`is_called` allows may begin with two letters: most clauses begin otherwise."""
    return pair not in _no_pairs() and pair[:1].isalnum() and pair[0] not in _NEVER_FIRST


@cache
def _no_pairs() -> frozenset[str]:
    """Two letters that are no opening of a name, or a word of the field, unless a short cue begins so."""
    short = (word for word, cue in cues().items() if cue.id.endswith(".short"))
    field = {word for word in cues() if len(word) == 2} - {word[:2] for word in short}
    return frozenset({word for word in _no_openings() if len(word) == 2} | field)


@cache
def _no_openings() -> tuple[str, ...]:
    """What no name begins with that comes again and again: verbs and adverbs of the press, but for days."""
    return (*subjects()["same"], *(word for word in subjects()["stops"] if len(word) > 1 and word[0] not in "今每周"))


@lru_cache(maxsize=_KEPT)
def made_of_field(phrase: str) -> bool:
    """Whether the words of the field and of the press make up a phrase.

    >>> made_of_field("其余股份"), made_of_field("海底捞")
    (True, False)
    """
    return _field_pattern().fullmatch(phrase) is not None


@cache
def _field_words() -> frozenset[str]:
    lists = (
        "no_names",
        "neutral",
        "stops",
        "events",
        "peers",
        "away",
        "leaders",
        "before_verbs",
        "former",
        "latter",
        "both",
    )
    return frozenset(word for name in lists for word in subjects()[name])


@cache
def _field_pattern() -> re.Pattern[str]:
    lists = (
        "neutral",
        "stops",
        "leaders",
        "before_verbs",
        "verbs",
        "acts",
        "away",
        "no_names",
        "no_beginnings",
        "markets",
    )
    return re.compile(rf"(?:{trie_pattern(word for name in lists for word in subjects()[name])})+")


_BEYOND: Final = 6
"""So far behind a phrase a word of the field may end that begins in it."""


def first_cue(folded: str, start: int, end: int) -> int:
    """Where the first word of the field begins between two places, else the second of them.

    >>> text = "归母净利润"
    >>> first_cue(text, 0, 3), first_cue("海底捞净利润", 0, 3)
    (0, 3)
    """
    at, text = 0, folded[start : end + _BEYOND]
    while found := wordings().search(text, at):
        begin, at, id_ = found
        if at - begin > 1 and not id_.endswith(".short"):
            return min(end, start + begin)
    return end


def _holds_cue(phrase: str) -> bool:
    """Whether a word of the field stands in a phrase."""
    return first_cue(phrase, 0, len(phrase)) < len(phrase)


@cache
def _openings() -> tuple[str, ...]:
    """What no name begins with."""
    lists = ("same", "no_beginnings", "former", "latter", "both")
    return tuple(word for name in lists for word in subjects()[name])


@cache
def _no_names() -> frozenset[str]:
    return frozenset(word for name in ("places", "same", "legal") for word in subjects()[name])


@cache
def _heads(strict: bool) -> tuple[str, ...]:
    return tuple(word for word in subjects()["neutral"] if strict or len(word) > 1)


def is_plain_name(phrase: str, strict: bool = True) -> bool:
    """Whether a phrase may be a name and holds no verb or adverb of the press."""
    if not is_name(phrase, strict) or phrase[-1] == "的":
        return False
    latin = LATIN.match(phrase)
    return _stops().search(phrase, latin.end() if latin else 0) is None
