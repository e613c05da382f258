"""Whose filing it is: the names in its banner and in the sentence that defines 本公司."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhaogu.model import Evidence
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import Page

from .evidence import from_lines
from .flow import FULL_STOP, Flow
from .headed import name_above
from .labels import normal
from .sections import heading_role

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_INCORPORATED = re.compile(
    r"^[(﹙].{0,80}(?:注册成立|成立|存续|注册|迁册|incorporated|established|registered|continued|constituted|authorised under).{0,70}[)﹚]?$|"
    r"^(?:于|根据|依据).{0,30}(?:注册成立|成立|存续)的.{0,16}公司|^(?:a |an )?(?:joint stock |exempted )?(?:limited liability )?"
    r"company.{0,20}(?:incorporated|established)|^[(﹙]?以.{1,30}名义",
    re.I,
)
_CODE = re.compile(
    r"^[(﹙]?(?:h股)?(?:股份|股票|证券)代[号码]\s*[:：]?\s*\d{1,6}|^[(﹙]?(?:h share )?stock code\s*:?\s*\d", re.I
)
_OFFERING = re.compile(
    r"^(?:全\s*球\s*发\s*售|股\s*份\s*发\s*售|global offering|share offer|\[编纂\]|\[redacted\])$", re.I
)
_BETWEEN = re.compile(
    r"^[(﹙\[]|^(?:and|及|与)$|方式|上市$|listing|by way of|^(?:global offering|share offer)\b|^(?:全球发售|股份发售)",
    re.I,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_IN_NAMES = frozenset(("of", "the", "and", "for", "in", "de", "la", "du", "van", "von", "y"))
"""Words that names have in small letters."""
_STOPPED = re.compile(rf"{FULL_STOP}$", re.I)
_SIGNED = re.compile(r"^承\s*董\s*事\s*会\s*命$|^by order of the board", re.I)
_RESULT = re.compile(
    "^.{0,40}(?:(?:配发|分配|配售)结果(?:公告|公布)?$|发售价及)|^(?:announcement of |final offer price).{0,60}results|"
    "^allotment results|^allocation results|^results of allocation",
    re.I,
)
_DEFINED_ZH = re.compile(r"(?P<name>[^，。；:「」]{2,60}?)\((?:[「“\"']本公司[」”\"']|以下简称[「“]?(?:本)?公司)")
_LEADS_ZH = re.compile("与|见|閱|阅[读览]|参阅|细阅|查阅|有关|关于|由|就|指|为|予|对")
_PROSE = re.compile("本公司|任何|概无|投资者|董事|股东|应当|彼等|章程|公告|公布|发售")
_DEFINED_EN = re.compile(r"(?P<name>[A-Z][^()“”\"]{3,90}?)\s?\((?:the )?[“\"](?:our )?(?:Company|Issuer)[”\"]")
_LONG = 150
_LEADS_EN = re.compile(r"\b(?:by|of|with|to|in|the|dated)\s+(?=[A-Z])")
_HEADED = re.compile(r"(?P<name>[\u3400-\u9fff()]{4,40}公司)(?:首次公开发行[^。，]{0,30})?招股(?:说明书|意向书)")
_BREAK = re.compile(r"\s*[╱／/|]\s*(?!\w{1,2}\b)")
_BESIDE = re.compile(r"(?<=公司)\s+(?=[\u3400-\u9fff])")
"""Between two companies that announce together."""
_NO_NAME = re.compile(
    r"[:：。，；;、]|申请版本|聆讯后|application proof|hearing|本公司|任何|概無|概无|投資者|董事|股東|股东|公告|公佈|公布|通告|全球发售|股份发售|招股|网址|网站|https?|www|global offering|share offer|announcement|prospectus|"
    r"日期|上午|下午|页面|下列|\d\s*月|敬请|务请|important|重要|警告|备忘|stock code|股份代[号码]|^\W*$|^\d+$|website|\d{4}\s*年|(?:mon|tues|wednes|thurs|fri|satur|sun)day|指$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The company's name in the document's language, its other names, and where the name stands."""

    name: str
    aliases: tuple[str, ...]
    evidence: Evidence


def find_issuer(pages: Sequence[Page], flow: Flow) -> Issuer | None:
    """The issuer by the banner above 於…註冊成立, by the title of the results, or by the definition of 本公司."""
    head = flow.text[:6000]
    chinese = 2 * len(_HAN.findall(head)) > len(_LATIN.findall(head))
    defined = _defined(flow, chinese)
    banner = _banner(pages)
    names = [name for line in banner for name in _names(line)]
    if not banner:
        banner = _signature(pages)
        names = [name for line in banner for name in _names(line)]
    chosen = _choose(names, defined, chinese)
    if chosen is None:
        return None
    name = chosen if defined is None or normal(chosen) != normal(defined[0]) else defined[0]
    aliases = tuple(dict.fromkeys(n for n in names if normal(n) != normal(name)))
    return Issuer(name, aliases, _evidence(name, banner, flow, defined))


def issuer_of_statements(pages: Sequence[Page]) -> Issuer | None:
    """The issuer of an extract that holds no cover."""
    found = name_above(pages)
    return Issuer(found[0], (), from_lines(found[1], [found[2]])) if found else None


def definitions_of(name: str, flow: Flow) -> Iterator[Evidence]:
    """Where a list of definitions says that a word means the company: 發行人 指 …股份有限公司."""
    for match in re.finditer(rf"指 ?(?P<name>{re.escape(name)})(?!的)", flow.text):
        if found := flow.evidence(*match.span("name"), match.start("name")):
            yield found


def _choose(names: Sequence[str], defined: tuple[str, int, int] | None, chinese: bool) -> str | None:
    """The name in the document's language; the definition decides where the banner has several or none."""
    fitting = [name for name in names if bool(_HAN.search(name)) == chinese]
    if defined:
        for name in sorted(fitting or names, key=lambda name: normal(name) != normal(defined[0])):
            if normal(defined[0]) in normal(name):
                return name
            if normal(name) in normal(defined[0]):  # a banner of two lines, or a definition with words before the name
                return defined[0] if normal(defined[0]).startswith(normal(name)) else name
    if fitting:
        return fitting[0]
    return defined[0] if defined else (names[0] if names else None)


def _banner(pages: Iterable[Page]) -> list[tuple[int, Line]]:
    """The lines above the place of incorporation, else above the title of the results."""
    pages = list(pages)
    for mark in (_INCORPORATED, _CODE, _RESULT, _OFFERING):
        for page in pages:
            if not _says(page, mark):
                continue
            for index, line in enumerate(page.lines):
                text = fold(line.text).strip()
                if len(text) < _LONG and mark.search(text) and (above := _above(page.lines, index)):
                    return [(page.number, found) for found in above]
    return []


def _signature(pages: Iterable[Page]) -> list[tuple[int, Line]]:
    """The line below 承董事會命 or By order of the Board."""
    for page in pages:
        if not _says(page, _SIGNED):
            continue
        for index, line in enumerate(page.lines[:-1]):
            if _SIGNED.search(fold(line.text).strip()) and not _NO_NAME.search(fold(page.lines[index + 1].text)):
                return [(page.number, page.lines[index + 1])]
    return []


def _says(page: Page, mark: re.Pattern[str]) -> bool:
    """Whether a short line of the page says it, asked of its text before its lines are put together."""
    return any(mark.search(line.strip()) for line in fold(page.text).split("\n") if len(line) < _LONG)


def _above(lines: Sequence[Line], index: int) -> list[Line]:
    """Name lines straight above ``lines[index]``, at most four, top first; how it is listed or constituted may stand between."""
    found: list[Line] = []
    in_brackets = False
    for here in range(index - 1, max(-1, index - 6), -1):
        line = lines[here]
        text = fold(line.text).strip()
        far = lines[here + 1].top - line.bottom > 4 * (line.bottom - line.top)
        in_brackets = (
            not far and (in_brackets or text.endswith(")")) and text.count("(") < text.count(")") + in_brackets
        )
        if in_brackets or (not far and _BETWEEN.search(text)):
            continue
        letters = sum(char.isalpha() for char in text)
        if (
            far
            or _NO_NAME.search(text)
            or _is_prose(text)
            or heading_role(text)
            or not 2 <= len(text) <= _LONG
            or letters < 0.6 * len(text.replace(" ", ""))
        ):
            break
        found.append(line)
    return found[:-5:-1]


def _is_prose(text: str) -> bool:
    """Whether a line is part of a sentence: it begins or goes on in small letters, ends with a full stop, or has half a bracket.

    >>> [_is_prose(line) for line in ("under the Public Offering.", "Kong).", "Shares have been sold", "iStar of Asia Co., Ltd.")]
    [True, True, True, False]
    """
    words = _WORD.findall(text)
    small = sum(word[0].islower() and word not in _IN_NAMES for word in words)
    return (
        small > 1
        or (bool(words) and words[0] in _IN_NAMES and text.startswith(words[0]))
        or _STOPPED.search(text) is not None
        or text.count("(") != text.count(")")
    )


def _names(place: tuple[int, Line]) -> list[str]:
    return [name.strip() for name in _split(place[1].text) if len(name.strip()) > 1]


def _split(text: str) -> list[str]:
    """The names of a line: divided at a slash, or where Chinese and Latin names stand side by side."""
    parts = [part for part in _BREAK.split(text) if part]
    if len(parts) == 1 and (
        match := re.fullmatch(r"([A-Za-z][A-Za-z0-9 .,&'’()\-]{5,}?)\s*([\u3400-\u9fff].*)", text.strip())
    ):
        return [match[1], match[2]]
    return [name.rstrip("*＊") for part in parts for name in _BESIDE.split(part)]


def _defined(flow: Flow, chinese: bool) -> tuple[str, int, int] | None:
    """The name before （「本公司」） or (the “Company”), with its place in the text."""
    head = (flow.folded if chinese else flow.text)[:20000]
    for match in (_DEFINED_ZH if chinese else _DEFINED_EN).finditer(head):
        end = match.end("name")
        name = (_LEADS_ZH if chinese else _LEADS_EN).split(match["name"])[-1].strip()
        if len(name) > 1 and not _PROSE.search(name):
            start = end - len(match["name"].rstrip()) + match["name"].rstrip().rindex(name)
            return flow.text[start : start + len(name)], start, start + len(name)
    match_ = _HEADED.search(head)
    return (flow.text[match_.start("name") : match_.end("name")], *match_.span("name")) if match_ else None


def _evidence(
    name: str, banner: Sequence[tuple[int, Line]], flow: Flow, defined: tuple[str, int, int] | None
) -> Evidence:
    wanted = normal(name)
    for page, line in banner:
        if wanted in normal(line.text):
            return from_lines(page, [line])
    if defined and (found := flow.evidence(defined[1], defined[2], defined[1])):
        return found
    page, line = banner[0]
    return from_lines(page, [line])
