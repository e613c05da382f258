"""Whether what a frame holds is a name: no noun of the field or of any company, nobody compared, no person."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from .bystanders import PARENT_OF
from .cues import subjects, table, trie_pattern, word_pattern
from .edges import Endings, Openings
from .frame_forms import frame_words
from .frame_spans import MARK, QUOTES, REACH
from .namelike import is_called, made_of_field
from .pages import PAGES
from .repeated import Repeated
from .vocabulary import segment, vocabulary

LONGEST: Final = 12
_LONGEST_LATIN: Final = 24
_LONGISH: Final = 6
_FIRST: Final = 12
_SENTENCE: Final = 300
"""No further back in a sentence whoever it told of counts."""
_COUNTED: Final = re.compile(
    r"(?:[这那某每各几多数首一两二三四五六七八九十\d]|有|另一?)(?:[家只间支]|个)|该|不少|许多|众多|一批|部分"
)
"""Before a noun it is any of several companies: 这家总部在苏州的双抗公司."""
_NO_NAME: Final = re.compile(r".*\d+[家只份宗间个项支]|[在于为是不的若]|.*(?:REIT|ETF|基金$|-$)")
_NOBODY: Final = re.compile(
    r"不[设再得足需须会能可按含计]|其(?=..)|未|无须|\d{1,2}[A-Z]$|[一二两三四五六七八九十]成|若|倘|(?:有|某|个别|部分|不少|同类)(?:股份|公司|企业|集团|新股)|.*(?<!控)股$|.*(?:概念|板块|先生|女士|小姐|太太|[高低]息环境|利率环境)$|(.)不\1"
)
"""What begins a sentence of rules, a chapter of them, or tells of the company before: 不设回拨, 18C, 其科創板股份."""
_TOGETHER: Final = re.compile("[A-Za-z0-9][A-Za-z0-9-]")
_LEGAL: Final = "有限公司"
"""What ends names that stand whole wherever a frame has them."""


def may_stand_once(said: Repeated, start: int, end: int) -> bool:
    """Whether a clause opens with a phrase that is one noun of the language, or holds a letter that no word has."""
    folded, name = said.folded, said.folded[start:end]
    if name.endswith(_LEGAL) and len(name) > len(_LEGAL) + 2 and not is_any(folded, name):
        return True
    odd = any(kind == "odd" for _, _, kind in segment(folded, start, end))
    if (start and MARK.match(folded, start - 1) is None) or not 3 - odd <= len(name) <= _LONGISH:
        return False
    known = odd or vocabulary().get(name) == "word"
    return known and is_nothing_else(name) and not is_any(folded, name) and not _is_person(folded, name)


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
    low = max((mark.end() for mark in MARK.finditer(folded, max(0, at - REACH), at)), default=0)
    return _COUNTED.search(folded, low, at) is not None


def may_be_framed(said: Repeated, start: int, end: int, several: bool) -> bool:
    """Whether what a frame holds is a name: no noun of the field or of any company, nobody compared, and told again."""
    folded, name = said.folded, said.folded[start:end]
    longest = _LONGEST_LATIN if name.isascii() else LONGEST
    if not 2 <= end - start <= longest or not is_nothing_else(name) or _NOBODY.match(name):
        return False
    if folded.startswith("交易所", end):
        return False  # 北京证券交易所鸣锣开市
    low = max((mark.end() for mark in MARK.finditer(folded, max(0, start - REACH), start)), default=0)
    before = folded[low:start].rstrip(QUOTES)
    if (before.endswith(frame_words("others")) and not PARENT_OF.search(before)) or before.endswith(_persons()):
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


def has_backing(folded: str, start: int, end: int) -> bool:
    """Whether a name is known for one without its frame: by its letters, its form, its trade or quotation marks."""
    name, before = folded[start:end], folded[max(0, start - LONGEST) : start]
    quoted = before[-1:] in tuple('“「『"')
    return name.isascii() or quoted or _nouns().of(before) or name.endswith(subjects()["legal"])


def _beside(folded: str, clause: int, start: int) -> bool:
    """Whether the sentence has told of rivals before a name: 同業則更積極,當中甲三度遞表."""
    near = max(0, clause - _SENTENCE)
    sentence = max(near, *(folded.rfind(mark, near, clause) + 1 for mark in "。;；\n"))
    return word_pattern("peers").search(folded, sentence, start) is not None


def _is_person(folded: str, name: str) -> bool:
    """Whether an office stands before a name anywhere: 董事長甲."""
    return any(person.startswith(name) for person in _called_persons(folded[:PAGES]))


@lru_cache(maxsize=1)
def _called_persons(folded: str) -> frozenset[str]:
    """What stands behind the offices of an article."""
    return frozenset(folded[m.end() : m.end() + LONGEST] for m in _offices().finditer(folded))


def _opens_twice(said: Repeated, name: str) -> bool:
    """Whether two clauses begin with a name, of its first places."""
    at, opened = -1, 0
    for _ in range(_FIRST):
        at = said.folded.find(name, at + 1, PAGES)
        if at < 0:
            break
        before = said.folded[max(0, at - 2) : at].rstrip(" *")
        opened += before == "" or before[-1] in '，,。;；:：！!？?“「"\n'
    return opened > 1


def is_nothing_else(name: str) -> bool:
    """Whether a phrase is not made of the field's words, and no noun that stands for any company.

    >>> [is_nothing_else(name) for name in ("远见", "北方种业公司", "发行人", "多家公司", "A股上市公司", "港交所")]
    [True, True, False, False, False, False]
    """
    if (
        name in _no_names()
        or _NO_NAME.match(name)
        or name.startswith(frame_words("nouns"))
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
