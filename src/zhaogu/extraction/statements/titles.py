"""What a table is and whose: its heading, the sentence before it, the running head of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from zhaogu.lexicon import entries
from zhaogu.reading.layout import Line

from .labels import fold

_SENTENCE = re.compile(
    r"下表|following table|table below|tables? sets? (?:forth|out)|sets? (?:forth|out)|列示如下|如下[::]|as follows|下文载列"
)
_GROUP = re.compile(r"consolidated|combined|综合|合并")
_STRONG = re.compile(
    r"表|statement|sheet|概要|摘要|summary|selected"
)  # a sentence in between may announce another table
_OF_OTHERS = ("company", "other_entity", "pro_forma")
_OF_ISSUER = re.compile("发行人|合并|报告期|本公司|our |the group")
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、,，]")
_STOP = re.compile(r"[。.;；]\s*$")
_END = re.compile(r"(?<=[a-z一-龥)])[.。](?: |$)")
_ENDS = re.compile(r"[。.:;]\s*$")
_NOTE_HEADING = re.compile(r"\d{1,2}\. ?(?!\d)(?!.*(?:continued|续))")
_CONTINUED = re.compile(r"\((?:continued|cont'd|续)\)|continued|\(续上表\)|续")


@dataclass(frozen=True, slots=True)
class Title:
    """Kind of statement and its scope; ``statement`` is None where nothing says so.

    ``sentence``: it is a sentence that says so; ``inferred``: only the rows do.
    """

    statement: str | None
    scope: str | None
    text: str
    sentence: bool = False
    inferred: bool = False


@cache
def _patterns(section: str, field: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = entries("statements_titles", section, **{field: str})
    return tuple((e[field], re.compile("|".join(f"(?:{word})" for word in e.words))) for e in found)


@lru_cache(maxsize=5_000)
def statement_in(text: str) -> str | None:
    """The kind of statement that folded ``text`` speaks of last.

    >>> statement_in("综合损益表"), statement_in("consolidated balance sheets (continued)"), statement_in("贸易应收款项")
    ('income', 'position', None)
    """
    ends = [
        (m.end(), -i, name)
        for i, (name, pattern) in enumerate(_patterns("title", "statement"))
        for m in pattern.finditer(text)
    ]
    return max(ends)[2] if ends else None


@lru_cache(maxsize=5_000)
def scope_in(text: str) -> str | None:
    """Whose statement ``text`` says it is, where it is not the group's.

    >>> scope_in("statement of financial position of the company"), scope_in("consolidated statements of cash flows")
    ('company', None)
    """
    if re.search(r"company and (?:its|our) subsidiaries|合并及(?:母)?公司", text):
        return None
    groups_own = _GROUP.search(text) and "母公司" not in text
    found = (name for name, pattern in _patterns("scope", "name") if pattern.search(text))
    return next((name for name in found if not (name == "company" and groups_own)), None)


@lru_cache(maxsize=5_000)
def section_in(text: str) -> str | None:
    """The part of a prospectus that folded ``text``, a bookmark or running head, names.

    >>> section_in(fold("附錄一 會計師報告")), section_in("appendix ii - unaudited pro forma financial information")
    ('report', 'pro_forma')
    """
    return next((name for name, pattern in _patterns("section", "name") if pattern.search(text)), None)


def title_of(caption: Sequence[Line]) -> Title:
    """The nearest heading or sentence above a table that names a statement."""
    texts = [fold(line.text) for line in caption]
    title = _named(caption, texts)
    if title.statement == "mixed" and title.scope is None and _is_profile(texts) and not _OF_ISSUER.search(title.text):
        return replace(title, scope="other_entity")
    return title


def _is_profile(texts: Sequence[str]) -> bool:
    """Whether the lines above a table describe a company, as those on subsidiaries do."""
    patterns = dict(_patterns("heading", "name"))
    return any(patterns["profile"].search(text) for text in texts)


def _named(caption: Sequence[Line], texts: Sequence[str]) -> Title:
    begin = _sentence(texts)
    if begin is None:
        return _heading(caption, texts, 0, len(texts), False) or _untitled(texts)
    end = next((i + 1 for i in range(begin, len(texts)) if _ENDS.search(texts[i])), len(texts))
    words = _END.split(" ".join(texts[begin:end]), maxsplit=1)[0]
    kind, scope = statement_in(words), scope_in(words)
    if (heading := _heading(caption, texts, end, len(texts), False)) is not None:
        return heading
    if kind or scope:
        heading_scope = _own_scope(texts[begin - 1]) if begin else None
        return Title(kind, scope or (heading_scope if heading_scope in _OF_OTHERS else None), words, sentence=True)
    return _heading(caption, texts, 0, begin, True) or _untitled(texts)


def _heading(caption: Sequence[Line], texts: Sequence[str], first: int, stop: int, strong: bool) -> Title | None:
    """The lowest heading among the lines from ``first`` to ``stop``; with ``strong`` only one that says statement or summary."""
    for i in range(stop - 1, first - 1, -1):
        if _is_prose(texts[i], caption[i], caption):
            continue
        joined = texts[i] if i + 1 >= stop or statement_in(texts[i]) else f"{texts[i]} {texts[i + 1]}"
        if (kind := statement_in(joined)) and (not strong or _STRONG.search(joined)):
            before = texts[i - 1] if i and not _STOP.search(texts[i - 1]) else ""
            after = texts[i + 1] if i + 1 < stop else ""
            return Title(kind, scope_in(joined) or scope_in(f"{joined} {after}") or _own_scope(before), joined)
    return None


def _untitled(texts: Sequence[str]) -> Title:
    return Title(None, scope_in(" ".join(texts[-2:])), "")


def _own_scope(text: str) -> str | None:
    return scope_in(text) if len(text) < 60 else None


def _sentence(texts: Sequence[str]) -> int | None:
    """Where the sentence begins that announces the table, if one does."""
    for i in range(len(texts) - 1, max(-1, len(texts) - 9), -1):
        if _SENTENCE.search(texts[i]):
            return i
    return None


def _is_prose(text: str, line: Line, caption: Sequence[Line]) -> bool:
    """A line of a paragraph and no heading: it ends a sentence, or runs full width with commas or in small letters."""
    if _STOP.search(text) and len(text) > 12 and not text.endswith("(continued)"):
        return True
    full = line.words[-1].x1 > max(other.words[-1].x1 for other in caption) - line.words[-1].height
    shown = _NUMBER.sub("", line.text)
    return (
        full and line.x0 < 150 and (bool(re.search(r",|，|、", shown)) or shown[:1].islower()) and not shown.isupper()
    )


def is_continued(caption: Sequence[Line]) -> bool:
    """Whether the heading says that the statement goes on."""
    return any(_CONTINUED.search(fold(line.text)) for line in caption)


def begins_anew(caption: Sequence[Line]) -> bool:
    """Whether the lines above a table announce it, or are the heading of a note: it is no statement that goes on."""
    texts = [fold(line.text) for line in caption]
    return any(_SENTENCE.search(text) or _NOTE_HEADING.match(text) for text in texts)
