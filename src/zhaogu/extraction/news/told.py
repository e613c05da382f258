"""Companies by definitions, full names in brackets, lists with figures, and lines that open with a name."""

from __future__ import annotations

import re
from typing import Final

from .company import Names
from .cues import word_pattern
from .namelike import is_name, is_plain_name
from .phrases import LATIN, lead_phrase, name_before

_SHORT_FOR: Final = re.compile(
    r"[(（]\s*(?:以?下?统?简?称|下称|简称|以下称)(?:为|:|：)?\s*[“\"「『']?(?P<name>[^”\"」』')）,，]{2,16})"
)
_IN_BRACKETS: Final = re.compile(r"[(（](?P<inner>[^()（）]{2,40})[)）]")
_ITEM: Final = r"[^\s，,。;；:：、()（）]{2,10}[(（][^()（）]{2,40}[)）]"
_LIST: Final = re.compile(rf"{_ITEM}(?:[、及和与]+{_ITEM})+")
_LIST_ITEM: Final = re.compile(r"[及和与]?(?P<name>[^\s，,。;；:：、()（）]{2,10})[(（]")
_NEXT_ITEM: Final = re.compile(r"[)）][、及和与]")
_LABEL: Final = re.compile(r"(?:^|(?<=\n))\s*【(?P<name>[^\s【】,，。:：]{2,12})】")
_FORMER: Final = re.compile(
    r"(?:前身|原名|旧名|旧称|曾用名)(?:即|为|是|叫做?|称作?)?\s*[“\"「『]?(?=[^\s，,。;；:：“\"「『]{2})"
)
_SHORT: Final = 10
_FIELD: Final = re.compile(
    r"(?:今[日天](?:可?申购|上市|挂牌|招股|新股)|新股(?:申购|上市|名称|简称)|股票?券?(?:简称|名称)|证票?券?(?:简称|名称)|公司(?:名称|简称)|发行人|第[一二三四五六][只家间])(?:的?新股)?"
    r"\s*[:为]\s*[「“\"『]?(?P<name>[^\s,，。;；:：、()（）「」“”\"]{2,10})"
)
"""A label with the name of an issuer behind it: 今日申購:甲, 股票簡稱:甲."""


def by_definition(names: Names) -> None:
    """``某某股份有限公司(下称“某某”)`` and names with their English form in brackets."""
    for match in _SHORT_FOR.finditer(names.folded):
        start, end = name_before(names.folded, match.start())
        if end - start >= 2 and is_name(names.folded[start:end]):
            names.also(names.add(start, end), *match.span("name"))
        elif (
            names.folded.endswith("公司", 0, match.start()) and is_name(match["name"], strict=False) and not names.found
        ):
            names.add(*match.span("name"))
    for match in _IN_BRACKETS.finditer(names.folded):
        latin = LATIN.match(match["inner"].strip("「」“” "))
        if latin and len(latin.group()) >= 5 and not re.search(r"ADS|IPO|ETF|GPU|HIBOR", latin.group()):
            start, end = name_before(names.folded, match.start())
            if (
                end - start >= 3
                and is_name(names.folded[start:end])
                and names.folded.count(names.folded[start:end]) > 1
            ):
                names.add(start, end)


def by_full_name(names: Names) -> None:
    """``甲乙與丙丁(丙丁控股有限公司)``: a full name in brackets behind the part of it that the text goes on with."""
    for match in _IN_BRACKETS.finditer(names.folded):
        inner, end = match["inner"], match.start()
        if not inner.endswith("公司") or not is_name(inner):
            continue
        start = next((s for s in range(max(0, end - _SHORT), end - 1) if names.folded[s:end] in inner[:-4]), end)
        if end > start and is_plain_name(names.folded[start:end]):
            names.also(names.add(start, end), *match.span("inner"))


def by_former_name(names: Names) -> None:
    """``甲的前身乙``, ``甲(原名乙)``: another name of the company told last."""
    for match in _FORMER.finditer(names.folded):
        span = lead_phrase(names.folded, match.end(), min(match.end() + _SHORT, len(names.folded)))
        company = names.last_before(match.start())
        if company and span and span[0] == match.end() and is_plain_name(names.folded[slice(*span)]):
            names.also(company, *span)


def by_list(names: Names) -> None:
    """``甲(升8.2%)、乙(升0.6%)``: a list of names with figures in brackets."""
    if _NEXT_ITEM.search(names.folded) is None:
        return
    for whole in _LIST.finditer(names.folded):
        if not re.search(r"\d", whole.group()):
            continue
        for match in _LIST_ITEM.finditer(names.folded, *whole.span()):
            start, end = name_before(names.folded, match.end("name"))
            if is_name(names.folded[start:end], strict=False):
                names.add(start, end)


def by_field(names: Names) -> None:
    """``今日申购:甲``, ``股票简称:甲``: a name behind what it is."""
    for match in _FIELD.finditer(names.folded):
        if is_plain_name(match["name"], strict=False):
            names.add(*match.span("name"))


def by_label(names: Names) -> None:
    """``【甲】6月30日掛牌`` and ``【乙】早一天登陸``: lines that open with a name in brackets each."""
    if "【" not in names.folded:
        return
    labels = [m for m in _LABEL.finditer(names.folded, names.title_end) if is_plain_name(m["name"])]
    for match in labels if len(labels) > 1 else ():
        if word_pattern("verbs").search(names.folded, match.end(), match.end() + 40):
            names.add(*match.span("name"))
