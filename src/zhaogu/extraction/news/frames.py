"""Companies by the frame of their sentence: where only an issuer stands, a name may be any word of the language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import Any, Final

from .about import is_about_market
from .bystanders import PARENT_OF
from .coded import ABROAD, TICKER
from .company import Names
from .cues import subjects, table, trie_pattern, word_pattern
from .edges import Endings, Openings
from .forms import Group, as_pattern, parse
from .market import SEVERAL
from .namelike import is_called, made_of_field
from .phrases import LATIN, lead_phrase, trim
from .repeated import OPENING, Repeated
from .vocabulary import segment, vocabulary

_MARK: Final = re.compile(r"[，,。;；:：、！!？?\n()（）|｜丨【】《》—\u2190-\u2bff]")
_QUOTES: Final = ' “”"「」『』*'
_ENDS: Final = _QUOTES + "的"
_REACH: Final = 40
_LONGEST: Final = 12
_LONGEST_LATIN: Final = 24
_LONGISH: Final = 6
_PAGES: Final = 20_000
_LEAD: Final = 300
_FEW: Final = 8
"""So many tickers a passage has at most that tells of listings and not of a market."""
_FIRST: Final = 12
_COUNTED: Final = re.compile(
    r"(?:[这那某每各几多数首一两二三四五六七八九十\d]|有|另一?)(?:[家只间支]|个)|该|不少|许多|众多|一批|部分"
)
"""Before a noun it is any of several companies: 这家总部在苏州的双抗公司."""
_DAYS: Final = (
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|[今明昨]?[起至]|(?:下|本|上|至|当地时间)?(?:周|星期|礼拜)[一二三四五六日]"
    r"|(?:北京|美东|美国|当地|香港|本地)时间|[今昨明][日天早晨晚午]|[早晚午]间|[上下中]午|时间|已经?|正|刚刚|刚|顺利|则|也|亦|同样|终于|[在来赴]港|日前|近日|近期|最快|或|计划|即将|年内|率先|据报|据悉|据传|市传|消息指|有望|或将|料将|料|预计|预期|寻求|争取|拟|考虑"
)
_TELLS_WHEN: Final = re.compile("[今明昨早午][日天早晨晚午起间盘前]|日[前内起]|正[式在]|起[至招]")
_NO_NAME: Final = re.compile(r".*\d+[家只份宗间个项支]|[在于为是不的若]|.*(?:REIT|ETF|基金$|-$)")
_NOBODY: Final = re.compile(
    r"不[设再得足需须会能可按含计]|其(?=..)|未|无须|\d{1,2}[A-Z]$|[一二两三四五六七八九十]成|若|倘|(?:有|某|个别|部分|不少|同类)(?:股份|公司|企业|集团|新股)|.*(?<!控)股$|.*(?:概念|板块|先生|女士|小姐|太太|[高低]息环境|利率环境)$|(.)不\1"
)
"""What begins a sentence of rules, a chapter of them, or tells of the company before: 不设回拨, 18C, 其科創板股份."""
_SAME: Final = frozenset("同均都齐皆双")
_TOGETHER: Final = re.compile("[A-Za-z0-9][A-Za-z0-9-]")
_PAST: Final = r"(?!以来|至今|[一两二三四五六七八九十几数\d]+个?多?[年月周天日]|现场|仪式)"
"""Behind an act of the past, or the place of it."""
_OWNS: Final = ("旗下", "分拆")
_OWNED: Final = re.compile(rf"(?<!其)(?:{'|'.join(_OWNS)})[^,，。;；:：\n]{{0,16}}$")
"""Before a name: it is one of a group, which floats it."""
_LEGAL: Final = "有限公司"
"""What ends names that stand whole wherever a frame has them."""
Span = tuple[int, int]


def by_frame(names: Names) -> None:
    """``上交所受理了甲的上市申请``, ``甲通过聆讯``: names that stand where only issuers do.

    Where a company with a code leads the article, it is the issuer, and the frames of others tell of them in passing,
    but for those whose turn it is, 同日上市的还有乙, and those that it floats, 旗下芯片企乙递表.
    """
    market = not names.found and is_about_market(names.folded)
    for span in framed(names.folded, turns_only=names.is_led(), alone=not names.found and not market):
        if market and not _has_backing(names.folded, *span):
            continue
        company = names.add(*span)
        company.acts = company.counted = True


def by_listing_abroad(names: Names) -> None:
    """``甲27日晚於紐約證交所掛牌(代碼ABCD)``: whom a sentence with a ticker tells to be listed, where it names nobody known."""
    folded = names.folded
    said = Repeated(folded)
    for ticker in islice(TICKER.finditer(folded), _FEW) if ABROAD.search(folded) else ():
        start = max(folded.rfind(mark, max(0, ticker.start() - _LEAD), ticker.start()) for mark in "。\n") + 1
        told = folded[start : ticker.start()]
        if any(name in told for company in names.found for name in company.names):
            continue
        for exchange in ABROAD.finditer(folded, start, ticker.start()):
            span = _before(said, exchange.start(), exchange)
            if span and span[0] >= start and _is_one(folded, folded[slice(*span)]):
                names.add(*span)
                break


def _is_one(folded: str, name: str) -> bool:
    """Whether a phrase may be a name, whatever it is made of, and stands for no company of a kind: 这家车企."""
    return 2 <= len(name) <= _LONGEST and _is_nothing_else(name) and not is_any(folded, name)


def framed(folded: str, turns_only: bool = False, alone: bool = False) -> list[Span]:
    """Where the frames of issuers hold a name; of an article that has no other, one that stands once, in its lead.

    >>> text = "上交所受理了车规芯片企业远见的科创板上市申请。远见去年收入9亿元"
    >>> [text[start:end] for start, end in framed(text)]
    ['远见']
    >>> framed("这家车企通过港交所聆讯。不少车企递表港交所")
    []
    """
    said, several = Repeated(folded), SEVERAL.search(folded, 0, _LEAD) is not None
    acts = _forms("behind").all(folded) if not turns_only or any(word in folded for word in _OWNS) else []
    behind = [_before(said, match.start(), match) for match in acts]
    if turns_only:
        behind = [span for span in behind if span and _is_split_off(folded, span[0])]
    turns = [_behind(said, match.end()) for match in _forms("before").all(folded)]
    parts = [part for span in behind if span for part in _apart(said, *span)]
    found = {span for span in parts if _may_be(said, *span, several)}
    found |= {span for span in turns if span and _may_be(said, *span, several=True)}
    if alone and not found:
        found = {span for span in parts if span[1] < _LEAD and _may_stand_once(said, *span)}
    return sorted(found)


def _is_split_off(folded: str, start: int) -> bool:
    """Whether a name is that of a part of whom the sentence tells: 甲公布,旗下芯片企乙已遞表."""
    return _OWNED.search(folded, max(0, start - _REACH), start) is not None


def _may_stand_once(said: Repeated, start: int, end: int) -> bool:
    """Whether a clause opens with a phrase that is one noun of the language, or holds a letter that no word has."""
    folded, name = said.folded, said.folded[start:end]
    if name.endswith(_LEGAL) and len(name) > len(_LEGAL) + 2 and not is_any(folded, name):
        return True
    odd = any(kind == "odd" for _, _, kind in segment(folded, start, end))
    if (start and _MARK.match(folded, start - 1) is None) or not 3 - odd <= len(name) <= _LONGISH:
        return False
    known = odd or vocabulary().get(name) == "word"
    return known and _is_nothing_else(name) and not is_any(folded, name) and not _is_person(folded, name)


def is_any(folded: str, name: str) -> bool:
    """Whether a phrase stands for any company of its kind, or begins with an exchange.

    >>> is_any("这家苏州的双抗公司更新招股书", "双抗公司"), is_any("北交所受理了南方蚕业公司的申请", "南方蚕业公司")
    (True, False)
    """
    if name in _descriptors() or _exchanges().of(name) or _NOBODY.match(name):
        return True
    if _trades().fullmatch(name):
        return True
    if not _nouns().of(name):
        return False
    if _COUNTED.match(name):
        return True
    at = folded.find(name)
    low = max((mark.end() for mark in _MARK.finditer(folded, max(0, at - _REACH), at)), default=0)
    return _COUNTED.search(folded, low, at) is not None


def _apart(said: Repeated, start: int, end: int) -> list[Span]:
    """Two names that are joined, where the text also has them apart: 甲科技与乙医疗同日."""
    if said.folded[end - 1] in _SAME and said.count(start, end) == 1:
        end -= 1
    return said.apart(start, end) or [(start, end)]


def _before(said: Repeated, end: int, act: re.Match[str]) -> Span | None:
    """The phrase that an act ends, without what leads to it in its clause."""
    folded = said.folded
    low = max((mark.end() for mark in _MARK.finditer(folded, max(0, end - _REACH), end)), default=max(0, end - _REACH))
    led = _when_before().search(folded, low, end) if end > low else None
    end = _whole_end(said, low, led.start() if led else end, act.end())
    start = low
    for lead in _leads().finditer(folded, low, end - 2):
        start = lead.end()
    start = OPENING.match(folded, start, end).end()  # type: ignore[union-attr]
    if (when := _when().match(folded, start, end)) and end - when.end() >= 2:
        start = when.end()
    return _narrowed(said, start, end)


def _behind(said: Repeated, start: int) -> Span | None:
    """The phrase that words such as 申購的是 lead to."""
    folded = said.folded
    mark = _MARK.search(folded, start, start + _REACH)
    end = mark.start() if mark else min(len(folded), start + _REACH)
    span = lead_phrase(folded, start, end)
    if span is None:
        return None
    form = _legal().match(folded, span[1], end)  # 股份 ends names, and begins 股份有限公司
    return _narrowed(said, span[0], form.end() if form else span[1])


def _whole_end(said: Repeated, low: int, end: int, limit: int) -> int:
    """A name may end with a letter that also tells when: 旭日; then no place has it without that letter."""
    folded = said.folded
    if (
        folded[end : end + 1] in tuple("日明早午今起正")
        and not _TELLS_WHEN.match(folded, end)
        and said.count(max(low, end - 1), end + 1) > 1
    ):
        first = max(low, end - 2)
        if end < limit and said.count(first, end + 1) == said.count(first, end) > 1:
            return end + 1
    return end


def _narrowed(said: Repeated, start: int, end: int) -> Span | None:
    """A phrase without the description before the name: at a noun of the trade, or where the text repeats its end."""
    folded = said.folded
    if end - start < 2:
        return None
    start, end = trim(folded, start, end)
    while start < end and folded[start] in _QUOTES:
        start += 1
    while end > start and folded[end - 1] in _ENDS:
        end -= 1
    if end - start > 2 and folded[start] in _words("letters") and said.count(start + 1, end) > said.count(start, end):
        start += 1
    latin = next((m for m in LATIN.finditer(folded, start, end) if m.end() == end and m.start() > start), None)
    if latin and said.count(*latin.span()) > said.count(start, end):
        start = latin.start()
    firm = said.behind_firm(start, end)
    start = start if firm is None else firm
    shorter = said.end_of(start, end) if end - start > 3 else None
    return shorter or (start, end)


def _may_be(said: Repeated, start: int, end: int, several: bool) -> bool:
    """Whether what a frame holds is a name: no noun of the field or of any company, nobody compared, and told again."""
    folded, name = said.folded, said.folded[start:end]
    longest = _LONGEST_LATIN if name.isascii() else _LONGEST
    if not 2 <= end - start <= longest or not _is_nothing_else(name) or _NOBODY.match(name):
        return False
    if folded.startswith("交易所", end):
        return False  # 北京证券交易所鸣锣开市
    low = max((mark.end() for mark in _MARK.finditer(folded, max(0, start - _REACH), start)), default=0)
    before = folded[low:start].rstrip(_QUOTES)
    if (before.endswith(_words("others")) and not PARENT_OF.search(before)) or before.endswith(_persons()):
        return False
    if _TOGETHER.match(folded, end - 1) or _beside(folded, low, start) or _is_person(folded, name):
        return False
    described, twice = _nouns().of(before), said.count(start, end) > 1
    quoted = folded[start - 1 : start] in tuple('“「『"') and folded[end : end + 1] in tuple('”」』"')
    if _nouns().of(name) or name.endswith(("公司", "企业")):
        return twice and not _COUNTED.search(before) and _opens_twice(said, name)
    if name in vocabulary():
        return twice and (described or quoted or _opens_twice(said, name))
    kinds = {kind for _, _, kind in segment(name, 0, len(name))}
    if several and end - start > 2 and folded[start - 1 : start] == "\n":
        return True
    if "stop" in kinds and not described and not quoted and not _opens_twice(said, name):
        return False
    sure = name.isascii() or described or quoted or name.endswith(subjects()["legal"])
    return (
        twice or (sure and "stop" not in kinds) or (several and bool(kinds & {"odd", "form"}) and "stop" not in kinds)
    )


def _has_backing(folded: str, start: int, end: int) -> bool:
    """Whether a name is known for one without its frame: by its letters, its form, its trade or quotation marks."""
    name, before = folded[start:end], folded[max(0, start - _LONGEST) : start]
    quoted = before[-1:] in tuple('“「『"')
    return name.isascii() or quoted or _nouns().of(before) or name.endswith(subjects()["legal"])


def _beside(folded: str, clause: int, start: int) -> bool:
    """Whether the sentence has told of rivals before a name: 同業則更積極,當中甲三度遞表."""
    sentence = max(folded.rfind(mark, 0, clause) for mark in "。;；\n") + 1
    return word_pattern("peers").search(folded, sentence, start) is not None


def _is_person(folded: str, name: str) -> bool:
    """Whether an office stands before a name anywhere: 董事長甲."""
    return any(person.startswith(name) for person in _called_persons(folded[:_PAGES]))


@lru_cache(maxsize=1)
def _called_persons(folded: str) -> frozenset[str]:
    """What stands behind the offices of an article."""
    return frozenset(folded[m.end() : m.end() + _LONGEST] for m in _offices().finditer(folded))


def _opens_twice(said: Repeated, name: str) -> bool:
    """Whether two clauses begin with a name, of its first places."""
    at, opened = -1, 0
    for _ in range(_FIRST):
        at = said.folded.find(name, at + 1, _PAGES)
        if at < 0:
            break
        before = said.folded[max(0, at - 2) : at].rstrip(" *")
        opened += before == "" or before[-1] in '，,。;；:：！!？?“「"\n'
    return opened > 1


def _is_nothing_else(name: str) -> bool:
    """Whether a phrase is not made of the field's words, and no noun that stands for any company.

    >>> [_is_nothing_else(name) for name in ("远见", "北方种业公司", "发行人", "多家公司", "A股上市公司", "港交所")]
    [True, True, False, False, False, False]
    """
    if (
        name in _no_names()
        or _NO_NAME.match(name)
        or name.startswith(_words("nouns"))
        or _COUNTED.match(name)
        or made_of_field(name)
    ):
        return False
    if name in subjects()["acronyms"] or any(person in name for person in _persons()):
        return False
    return is_called(name)


@cache
def _no_names() -> frozenset[str]:
    lists = ("descriptors", "trades", "neutral", "generic", "markets", "places", "legal", "same", "peers")
    return frozenset(word for name in lists for word in subjects()[name])


@cache
def _descriptors() -> frozenset[str]:
    return frozenset(subjects()["descriptors"])


@cache
def _exchanges() -> Openings:
    return Openings((*(word for word in subjects()["markets"] if word.endswith("所")), "交易所", "证监会", "上市委"))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(table("news_frames.toml")[name])


@cache
def _persons() -> tuple[str, ...]:
    return tuple(table("news_names.toml")["persons"])


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(trie_pattern(_persons()))


@cache
def _nouns() -> Endings:
    return Endings((*(word for word in subjects()["descriptors"] if len(word) > 1), "商", "厂", "企"))


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(f"(?:{trie_pattern([*subjects()['legal'], *subjects()['forms']])})+")


@cache
def _legal() -> re.Pattern[str]:
    return re.compile(trie_pattern(subjects()["legal"]))


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:{trie_pattern(_words('leads'))})了?对?")


@cache
def _when() -> re.Pattern[str]:
    return re.compile(rf"(?:{_time_and_place()})+")


@cache
def _when_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_time_and_place()})+\s*$")


@cache
def _time_and_place() -> str:
    where = as_pattern("<board>", table("news_frames.toml")["parts"])
    return rf"{trie_pattern(subjects()['before_verbs'])}|{_DAYS}|{where}"


class _Forms:
    """All forms of one side of a name, by the letters that they begin with."""

    def __init__(self, side: str) -> None:
        """Make one pattern of the forms of each letter."""
        data: dict[str, Any] = table("news_frames.toml")
        after = _PAST if side == "behind" else ""
        by_letter: dict[str, list[str]] = {}
        for form in (form for row in data["frame"] for form in row.get(side, ())):
            for letter in _first(parse(form, data["parts"]))[0]:
                by_letter.setdefault(letter, []).append(as_pattern(form, data["parts"]))
        self._by_letter = {letter: re.compile(rf"(?:{'|'.join(forms)}){after}") for letter, forms in by_letter.items()}
        self._letters = re.compile(f"[{re.escape(''.join(sorted(by_letter)))}]")

    def all(self, folded: str) -> list[re.Match[str]]:
        """Where a text has them, one behind the other."""
        found: list[re.Match[str]] = []
        end = 0
        for letter in self._letters.finditer(folded):
            at = letter.start()
            if at >= end and (match := self._by_letter[folded[at]].match(folded, at)) is not None:
                found.append(match)
                end = match.end()
        return found


@cache
def _forms(side: str) -> _Forms:
    return _Forms(side)


def _first(group: Group) -> tuple[set[str], bool]:
    """The letters that a form may begin with, and whether it may be nothing."""
    letters: set[str] = set()
    nothing = group.optional
    for row in group.choices:
        for piece, after in zip(row, (*row[1:], ""), strict=True):
            found, empty = _first(piece) if isinstance(piece, Group) else ({piece.lstrip("*+")[:1]}, piece in "*+")
            letters |= found - {""}
            if not empty and not (isinstance(after, str) and after.startswith("*")):
                break
        else:
            nothing = True
    return letters, nothing
