"""Which cornerstone investors a number of shares belongs to."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import subjects
from .phrases import skip_leaders
from .tokens import Clause, Token

_TOTAL: Final = re.compile(r"合共|合计|共|总|等|投资者|投资人|基石|全部|全体|名|家|位|公司|公开|国际|散户")
_OF_ALL: Final = re.compile(r"等[^,，。;；]{0,6}?[\d两二三四五六七八九十]+[名家位个间]")
_ADVERBS: Final = re.compile(
    r"(?:已|各自|各|亦|也|均|则|分别|将|就|便|获|再|约|承诺|同样|一口气|独得|最终|对应|相当于|折合|换得)+$"
)
_LEAD: Final = re.compile(
    r"^(?:单是|其中|当中|包括|而|另|仅|即)|^(?:按照?|以|依照?|根据|若|如|倘)[^,，。;；]{0,16}?(?:计算?|算|推算|定价)"
)
_LABEL: Final = re.compile(r"(?:^|(?<=\n))[\s▪•·●■◆○*‧\-–—\d.、()（）]{0,8}(?P<name>[^:：\n,，。;；]{2,30})[:：]\s*$")
"""The line of one investor: ``博世創投:獲分配432萬股``."""
_ALONE: Final = re.compile(r"(?:[一单]家|独自|单独|一方|一间)$")
_LONGEST: Final = 44
_SPLIT: Final = re.compile(r"[、/]|(?<=[^\s])[和及与跟](?=[^\s])|以及")
_AMONG: Final = re.compile(
    r"(?:投资者|投资人|基石|基石方面)(?:为|是|包括|包含|有)?[:：]?(?P<names>[^，,。;；()]{2,60}?)(?:合共|合计|共|总共|分别)"
)


def holders(folded: str, clause: Clause, reading: Reading, place: int, known: list[str]) -> list[str]:
    """The investors named before the verb of a clause; none where the figure is a total.

    ``known`` are the investors of the clause before, for 前者 and 後者; it is renewed where a list of them stands here.
    """
    if among := _AMONG.search(folded, clause.start, place):
        known[:] = _names(among["names"])
        return []
    if _OF_ALL.search(folded, clause.start, place):
        return []
    verb = reading.at[0] if clause.start <= reading.at[0] < place else place
    end = min((t.start for t in clause.tokens if clause.start < t.start and not _in_name(t)), default=place)
    end = min(end, verb)
    said = folded[skip_leaders(folded, clause.start, min(end, place)) : min(end, place)].strip()
    for words, pick in (("former", 0), ("latter", 1)):
        if said.startswith(subjects()[words]):
            return known[pick : pick + 1]
    if not said and (label := _LABEL.search(folded, max(0, clause.start - _LONGEST), clause.start)):
        said = label["name"]
    said = _ALONE.sub("", _LEAD.sub("", _ADVERBS.sub("", said)))
    if not said or _TOTAL.search(said):
        return []
    return _names(said)


def as_printed(name: str, text: str, folded: str) -> str:
    """A name in the letters in which the text has it.

    >>> as_printed("长青基金", "基石為長青基金", "基石为长青基金")
    '長青基金'
    """
    at = folded.find(name)
    return text[at : at + len(name)] if at >= 0 else name


def _in_name(token: Token) -> bool:
    """Whether a token is a word of one letter that a name may hold: 高瓴, 廣發."""
    return token.cue is not None and token.end - token.start == 1


def _names(said: str) -> list[str]:
    """A list of names; a name may follow that of its group: 高瓴旗下HHLR.

    >>> _names("甲資本、高瓴旗下HHLR及乙基金")
    ['甲資本', 'HHLR', '乙基金']
    """
    names = [name.split("旗下")[-1].strip() for name in _SPLIT.split(said)]
    return [name for name in names if len(name) >= 2] if all(len(name) < 30 for name in names) else []
