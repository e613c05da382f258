"""Who the article is about: companies by their codes, by the sentences that list them, and by their short names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhaogu.model.mention import Mention, MentionKind

from .cues import cues, subjects, trie_pattern, word_pattern

_NAME_STOP = re.compile(r"[，,。；;：:、！？!?\n（）()“”\"「」『』《》\[\]【】|*#>]")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.&'’\- ]*[A-Za-z0-9]")
_SUFFIX = re.compile(r"[-－](?:SW|WP|W|B|P|S|R|X)+$")
_LONGEST = 40
_EXCHANGES = {"HK": "HKEX", "SH": "SSE", "SZ": "SZSE", "BJ": "BSE"}


@dataclass(slots=True)
class Company:
    """A company that the article names: its name as printed, other names, its code, and where it is first named."""

    name: str
    start: int
    aliases: list[str] = field(default_factory=list)
    code: str | None = None
    code_at: tuple[int, int] | None = None
    exchange: str | None = None
    names: set[str] = field(default_factory=set)

    @property
    def spellings(self) -> set[str]:
        """All folded names under which the text speaks of it."""
        return self.names


def companies(text: str, folded: str, mentions: list[Mention]) -> list[Company]:
    """The companies that stand beside a stock code or are the subject of an offering's sentence."""
    found: dict[str, Company] = {}
    for mention in mentions:
        if mention.kind is MentionKind.CODE and mention.code:
            _by_code(text, folded, mention, found)
    coded = bool(found)
    for start, end in _by_event(folded):
        name = folded[start:end]
        if coded and folded.count(name) < 2:
            continue
        if not any(name in other or other in name for company in found.values() for other in company.names):
            found[name] = Company(text[start:end], start, names={name})
    for company in found.values():
        _short_names(text, folded, company, found)
    return sorted(found.values(), key=lambda company: company.start)


def _by_code(text: str, folded: str, mention: Mention, found: dict[str, Company]) -> None:
    opening = max(folded.rfind("(", max(0, mention.start - _LONGEST), mention.start), folded.rfind("（", max(0, mention.start - _LONGEST), mention.start))
    inner = folded[opening + 1 : mention.start] if opening >= 0 else ""
    if opening < 0 or ")" in inner or "）" in inner:
        return
    start, end = name_before(folded, opening)
    if end - start < 2:
        return
    name = folded[start:end]
    company = found.setdefault(name, Company(text[start:end], start, names={name}))
    if company.code is None:
        company.code, company.code_at = mention.code, (mention.start, mention.end)
        company.exchange = _exchange(mention.code or "")
    for part in re.split(r"[,，、;；:：]", inner):
        alias = part.strip(" ,，.")
        if 2 <= len(alias) <= 20 and not re.search(r"\d{3}|代号|代码|编号|股份|HK|交所|简称", alias):
            at = opening + 1 + inner.index(alias)
            company.aliases.append(text[at : at + len(alias)])
            company.names |= {alias, _SUFFIX.sub("", alias)}


def _exchange(code: str) -> str | None:
    if code.isdigit():
        return "HKEX" if len(code) == 5 else {"6": "SSE", "0": "SZSE", "3": "SZSE", "8": "BSE", "9": "BSE", "4": "BSE"}.get(code[0])
    return None


def name_before(folded: str, end: int) -> tuple[int, int]:
    """The span of the name that ends at ``end``: back to punctuation, without the description before it.

    >>> text = "碳化硅外延片供应商天域半导体"
    >>> start, end = name_before(text, len(text)); text[start:end]
    '天域半导体'
    """
    while end and folded[end - 1] in " “”\"「」『』*":
        end -= 1
    low = max(0, end - _LONGEST)
    stops = [m.end() for m in _NAME_STOP.finditer(folded, low, end)]
    start = stops[-1] if stops else low
    latin = _LATIN.search(folded, start, end)
    if latin and latin.end() == end and not folded[start : latin.start()].strip():
        return latin.start(), end
    if latin and latin.end() == end and len(latin.group()) >= 3:
        return latin.start(), end
    return _trim(folded, start, end)


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """Cut words that lead a sentence and descriptions of the trade off a name."""
    while start < end and folded[start] in " 　*#":
        start += 1
    best = start
    for match in word_pattern("descriptors").finditer(folded, start, end):
        if end - match.end() >= 2 and not folded[match.end() : end] in subjects()["legal"]:
            rest = folded[match.end() : end]
            if not any(rest.startswith(tail) for tail in ("有限", "股份", "集团", "控股", "(", "（")):
                best = match.end()
    start = best
    leader = word_pattern("leaders")
    while (match := leader.match(folded, start, end)) and end - match.end() >= 2:
        start = match.end()
    return start, end


def _by_event(folded: str) -> list[tuple[int, int]]:
    """Spans of the phrases that open a clause which tells of an offering."""
    spans = []
    events, none = word_pattern("events"), word_pattern("no_events")
    for match in re.finditer(r"[^，,。；;！？!?\n]+", folded):
        start, end = match.span()
        if not events.search(folded, start, end) or none.search(folded, start, end):
            continue
        span = lead_phrase(folded, start, end)
        if span and span[1] < end and is_name(folded[span[0] : span[1]]):
            spans.append(span)
    return spans


def lead_phrase(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that opens a clause, up to its first verb, adverb, figure or bracket.

    >>> text = "优必选12月19日起招股"
    >>> start, end = lead_phrase(text, 0, len(text)); text[start:end]
    '优必选'
    """
    leader = word_pattern("leaders")
    while start < end and (folded[start] in " 　*#“\"「『" or (match := leader.match(folded, start, end))):
        start = start + 1 if folded[start] in " 　*#“\"「『" else match.end()  # type: ignore[union-attr]
    latin = _LATIN.match(folded, start, end)
    begin = latin.end() if latin else start
    stop = _STOP().search(folded, begin, end)
    finish = min(stop.start() if stop else end, start + _LONGEST)
    while finish > start and folded[finish - 1] in " ”\"」』*":
        finish -= 1
    if finish - start < 2:
        return None
    return _trim(folded, start, finish)


def _STOP() -> re.Pattern[str]:  # noqa: N802
    return _stop_pattern


_stop_pattern = re.compile(r"[\d（()）:：、“”\"「」『』《》|%]|" + trie_pattern([*subjects()["stops"], *subjects()["events"], *cues()]))


def is_name(phrase: str) -> bool:
    """Whether a phrase may be a company's name: none of the field's own nouns, no pronoun.

    >>> is_name("优必选"), is_name("散户投资者"), is_name("该公司")
    (True, False, False)
    """
    phrase = phrase.strip()
    if not 2 <= len(phrase) <= 24 or phrase[0] in "这该其有某一两三四五六七八九十多几每同本此那哪他她它们我你另":
        return False
    if phrase in subjects()["places"] or phrase in subjects()["same"]:
        return False
    if word_pattern("generic").search(phrase):
        return False
    if phrase.endswith(tuple(subjects()["legal"])):
        return phrase not in subjects()["legal"]
    return not phrase.endswith(tuple(subjects()["neutral"]))


def _short_names(text: str, folded: str, company: Company, found: dict[str, Company]) -> None:
    """Other ways in which the text calls a company: without its board suffix, place or legal form, or its first part."""
    full = next(iter(company.names)) if len(company.names) == 1 else min(company.names, key=lambda n: folded.find(n))
    bare = _SUFFIX.sub("", full)
    company.names.add(bare)
    place = word_pattern("places").match(bare)
    stems = {bare, bare[place.end() :]} if place and len(bare) - place.end() >= 2 else {bare}
    others = {name for other in found.values() if other is not company for name in other.names}
    for stem in stems:
        if stem != bare and folded.count(stem) > folded.count(bare):
            company.names.add(stem)
        for size in range(len(stem) - 1, 1, -1):
            part = stem[:size]
            if part in subjects()["places"] or part in subjects()["neutral"] or (part.isascii() and len(part) < 4):
                continue
            if part[-1].isascii() and part[-1].isalnum() and stem[size].isascii() and stem[size].isalnum():
                continue
            if folded.count(part) > folded.count(stem) and not any(name.startswith(part) for name in others):
                company.names.add(part)
                break
    for name in sorted(company.names - {full}):
        at = folded.find(name)
        if at >= 0 and text[at : at + len(name)] not in (company.name, *company.aliases):
            company.aliases.append(text[at : at + len(name)])
