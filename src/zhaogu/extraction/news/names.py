"""Who the article is about: companies by their codes, definitions, lists, the title, and the sentences that list them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zhaogu.model.mention import Mention, MentionKind

from .cues import subjects, word_pattern
from .phrases import LATIN, LONGEST, is_name, is_plain_name, lead_phrase, name_before, skip_leaders

_SUFFIX = re.compile(r"[-－](?:SW|WP|W|B|P|S|R|X)+$")
_NOT_ALIAS = re.compile(r"\d{3}|[%()（）]|代号|代码|编号|股份|^HK|交所|创业板|科创板|主板|GEM|见图|左|右|记者|下同")
_SHORT_FOR = re.compile(r"[(（]\s*(?:以?下?统?简?称|下称|简称|以下称)(?:为|:|：)?\s*[“\"「『']?(?P<name>[^”\"」』')）,，]{2,16})")
_CODE_WORDS = re.compile(r"[股证][份票券]代[号码]|交易代[号码]|代[号码]")
_APPLYING = re.compile(r"申购代[号码]$|认购代[号码]$|配售代[号码]$")
_IN_BRACKETS = re.compile(r"[(（](?P<inner>[^()（）]{2,40})[)）]")
_ITEM = r"[^\s，,。;；:：、()（）]{2,10}[(（][^()（）]{2,20}[)）]"
_LIST = re.compile(rf"{_ITEM}(?:[、及和与]+{_ITEM})+")
_LIST_ITEM = re.compile(r"[及和与]?(?P<name>[^\s，,。;；:：、()（）]{2,10})[(（]")
_TICKER = re.compile(r"代[号码]\s*[为是:：]?\s*[「“\"『]?(?P<code>[A-Z]{2,5})\b")
_LISTED = re.compile(r"(?:挂牌|上市|登场|登陆|递表|招股)[^，,。;；的]{0,6}的")
_PAGES = 20_000
_CLAUSE = re.compile(r"[^，,。;；！？!?\n:：]+")
_QUOTED = re.compile(r"(?:^|[\n，,。;；])[^\s，,。;；「“」”]{0,14}[「“](?P<name>[^「」“”]{2,12})[」”]")
_SPUN_OFF = re.compile(r"分拆(?:出来的|上市的|的|子公司|旗下的?|附属公司)?|旗下的")
_SEGMENT = re.compile(r"[^\s，,。;；:：、！!？?()（）|｜“”\"「」『』《》【】…—\-]+")


@dataclass(slots=True)
class Company:
    """A company that the article names: its name as printed, other names, its code, and where it is first named."""

    name: str
    start: int
    names: set[str]
    aliases: list[str] = field(default_factory=list)
    code: str | None = None
    code_at: tuple[int, int] | None = None
    exchange: str | None = None


class Names:
    """The companies of an article, as they are found."""

    def __init__(self, text: str, folded: str, title_end: int) -> None:
        """Take an article whose title ends at ``title_end``."""
        self.text, self.folded, self.title_end = text, folded, title_end
        self.found: list[Company] = []

    def add(self, start: int, end: int) -> Company:
        """The company called by this span; a name that holds another one is the same company."""
        name = self.folded[start:end]
        for company in self.found:
            if name in company.names:
                return company
        for company in self.found:
            if any(_same(name, known) for known in company.names):
                self.also(company, start, end)
                return company
        self.found.append(Company(self.text[start:end], start, {name}))
        return self.found[-1]

    def also(self, company: Company, start: int, end: int) -> None:
        """Note another name of a company."""
        name, printed = self.folded[start:end], self.text[start:end]
        company.names |= {name, _SUFFIX.sub("", name)}
        if printed != company.name and printed not in company.aliases:
            company.aliases.append(printed)

    def short_names(self, company: Company) -> None:
        """Without its board suffix, place or legal form, or by its first part, where the text calls it so."""
        others = {name for other in self.found if other is not company for name in other.names}
        for full in sorted(company.names):
            bare = _SUFFIX.sub("", full)
            place = word_pattern("places").match(bare)
            stems = [bare, bare[place.end() :]] if place and len(bare) - place.end() >= 2 else [bare]
            for stem in stems:
                part = next((p for p in _parts(stem) if self._is_called(p, stem, others)), None)
                for name in filter(None, (stem, part)):
                    at = self.folded.find(name)
                    if name not in company.names and at >= 0:
                        self.also(company, at, at + len(name))

    def _is_called(self, part: str, stem: str, others: set[str]) -> bool:
        if part in subjects()["places"] or part in subjects()["neutral"] or word_pattern("generic").search(part):
            return False
        if any(part in name for name in others):
            return False
        return self.folded.count(part) > self.folded.count(stem)


def _same(name: str, known: str) -> bool:
    """Whether two names are one company's: one is the other without its place, form or last part."""
    short, long = sorted((name, known), key=len)
    return len(short) >= 2 and (long.startswith(short) or (long.endswith(short) and len(short) >= 3))


def _parts(stem: str) -> list[str]:
    """The beginnings of a name that may stand for it, the longest first."""
    least = 4 if stem[:4].isascii() else 2
    return [
        stem[:size]
        for size in range(len(stem) - 1, least - 1, -1)
        if not re.search(r"[\d.]", stem[:size]) and not (stem[size - 1].isascii() and stem[size - 1].isalnum() and stem[size].isascii() and stem[size].isalnum())
    ]


def companies(text: str, folded: str, mentions: list[Mention], title_end: int = 0) -> list[Company]:
    """The companies that stand beside a code or a definition, in a list with figures, or open an offering's sentence."""
    names = Names(text, folded, title_end)
    codes = [m for m in mentions if m.kind is MentionKind.CODE and m.code]
    for mention in codes:
        _by_code(names, mention)
    _by_heading(names, codes)
    _by_row(names, codes)
    _by_definition(names)
    _by_list(names)
    _by_title(names)
    _by_quote(names)
    _by_spinoff(names)
    _by_lead(names, mentions)
    _by_relative(names)
    _by_verb(names, mentions)
    for mention in codes:
        _code_apart(names, mention)
    _tickers(names)
    for company in names.found:
        names.short_names(company)
    return sorted(names.found, key=lambda company: company.start)


def _by_code(names: Names, mention: Mention) -> None:
    folded = names.folded
    opening = _opening(folded, mention.start)
    inner = folded[opening + 1 : mention.start]
    if opening < 0 or _APPLYING.search(inner.rstrip(" :为")):
        return
    before = opening
    while before and folded[before - 1] in ")）" and (outer := _opening(folded, before - 1)) >= 0:
        before = outer
    start, end = name_before(folded, before)
    if end - start < 2:
        return
    company = names.add(start, end)
    _give_code(company, mention)
    at = opening + 1
    for part in re.split(r"[,，、;；]", inner):
        alias = re.sub(r"^\s*(?:以?下?简称|下称)[:：]?", "", part).strip(" :：.“”\"「」")
        if 2 <= len(alias) <= 20 and alias[0].isalpha() and not _NOT_ALIAS.search(alias):
            place = at + part.index(alias)
            names.also(company, place, place + len(alias))
        at += len(part) + 1


def _opening(folded: str, at: int) -> int:
    """The bracket that is open at a place, -1 where none is near."""
    depth = 0
    for place in range(at - 1, max(-1, at - LONGEST - 20), -1):
        if folded[place] in ")）":
            depth += 1
        elif folded[place] in "(（":
            if depth == 0:
                return place
            depth -= 1
        elif folded[place] in "。\n":
            return -1
    return -1


def _give_code(company: Company, mention: Mention) -> None:
    if company.code is None and mention.code:
        company.code, company.code_at = mention.code, (mention.start, mention.end)
        company.exchange = _exchange(mention.code)


def _exchange(code: str) -> str | None:
    if not code.isdigit():
        return None
    boards = {"6": "SSE", "0": "SZSE", "3": "SZSE", "8": "BSE", "9": "BSE", "4": "BSE"}
    return "HKEX" if len(code) == 5 else boards.get(code[0])


def _by_quote(names: Names) -> None:
    """``新茶飲品牌「甲」在納斯達克掛牌``."""
    for match in _QUOTED.finditer(names.folded, names.title_end):
        after = names.folded[match.end() : match.end() + 30]
        if is_plain_name(match["name"]) and word_pattern("verbs").search(re.split(r"[，,。;；]", after)[0]):
            names.add(*match.span("name"))


def _by_spinoff(names: Names) -> None:
    """``甲擬分拆的乙遞表``: the part that is floated, not its parent."""
    for match in _SPUN_OFF.finditer(names.folded):
        span = lead_phrase(names.folded, match.end(), min(match.end() + LONGEST, len(names.folded)))
        if span and 2 <= span[1] - span[0] <= 10 and is_plain_name(names.folded[slice(*span)]):
            if names.folded.count(names.folded[slice(*span)], 0, _PAGES) > 1:
                names.add(*span)


def _by_relative(names: Names) -> None:
    """``剛登陸科創板的甲仍在``, ``同日掛牌的乙則收漲``."""
    lead = names.title_end + 60
    for match in _LISTED.finditer(names.folded):
        span = lead_phrase(names.folded, match.end(), min(match.end() + LONGEST, len(names.folded)))
        if names.folded.startswith(("新股", "公司", "企业", "股份"), match.end()):
            continue
        if span and is_plain_name(names.folded[slice(*span)]) and (_is_backed(names.folded, *span) or span[0] < lead):
            names.add(*span)


def _by_verb(names: Names, mentions: list[Mention]) -> None:
    """``生物製藥企業甲7月14日入表主板``: the name before what an issuer does, and before the day it does so."""
    folded = names.folded
    days = {m.end: m.start for m in mentions if m.kind is MentionKind.DATE}
    before = word_pattern("before_verbs")
    if names.found and any(c.code or c.start < names.title_end + 60 for c in names.found):
        return
    for match in word_pattern("verbs").finditer(folded, names.title_end):
        end = match.start()
        if folded.startswith(("公司", "前", "后", "以来", "地位", "规则", "委员", "的", "费", "开支", "仪式"), match.end()):
            continue
        for _ in range(6):
            if end in days:
                end = days[end]
                continue
            word = next((w for n in (5, 4, 3, 2, 1) if before.fullmatch(w := folded[end - n : end])), None)
            if word is None:
                break
            end -= len(word)
        start, end = name_before(folded, end)
        if end - start <= 10 and (end - start > 2 or end in days.values()) and is_plain_name(folded[start:end]) and (end in days.values() or _is_backed(folded, start, end)):
            names.add(start, end)


def _is_backed(folded: str, start: int, end: int) -> bool:
    """Whether anything else says that a phrase is a name: it comes again, has a company's ending, or opens a clause."""
    name = folded[start:end]
    if folded.count(name) > 1 or name.endswith(subjects()["legal"]) or (name.isascii() and len(name) > 3):
        return True
    return end - start <= 6 and (start == 0 or folded[start - 1] in "，,。;；、\n")


def _tickers(names: Names) -> None:
    """A ticker in letters belongs to the company named last before it."""
    for match in _TICKER.finditer(names.folded):
        company = _last_before(names, match.start())
        if company is not None and company.code is None:
            company.code, company.code_at = match["code"], match.span("code")


def _last_before(names: Names, place: int) -> Company | None:
    named = [(names.folded.rfind(name, 0, place), c) for c in names.found for name in c.names]
    at, company = max(named, key=lambda pair: pair[0], default=(-1, None))
    return company if at >= 0 else None


def _code_apart(names: Names, mention: Mention) -> None:
    """``证券代码688809`` in a clause of its own is the code of the company named last before it."""
    before = names.folded[max(0, mention.start - 8) : mention.start].rstrip(" :：为是「“\"")
    if any(c.code == mention.code for c in names.found) or not _CODE_WORDS.search(before) or _APPLYING.search(before):
        return
    clause = re.search(r"[,，]\s*(?:[股证][份票券])?(?:交易)?代[号码]$", names.folded[max(0, mention.start - 12) : mention.start].rstrip(" :：为是「“\""))
    if clause:
        start, end = name_before(names.folded, max(0, mention.start - 12) + clause.start())
        if 2 <= end - start <= 12 and is_plain_name(names.folded[start:end]):
            names.add(start, end)
    company = _last_before(names, mention.start)
    if company is not None:
        _give_code(company, mention)


def _listed_with(folded: str, at: int, end: int) -> list[tuple[int, int]]:
    """The other names of ``甲、乙及丙三隻新股``."""
    others: list[tuple[int, int]] = []
    while at < end and folded[at] in "、及和与":
        span = lead_phrase(folded, at + 1, end)
        if span is None or not is_plain_name(re.sub(r"(?:等|[两二三四五六七八九十\d]+[只家]).*$", "", folded[slice(*span)])):
            return others
        cut = re.search(r"(?:等|[两二三四五六七八九十\d]+[只家])", folded[span[0] : span[1]])
        joint = re.search(r"[及和与]", folded[span[0] : span[1]])
        if joint and joint.start() >= 2:
            others.append((span[0], span[0] + joint.start()))
            at = span[0] + joint.start()
            continue
        span = (span[0], span[0] + cut.start()) if cut else span
        others.append(span)
        at = span[1]
    return others


def _by_heading(names: Names, codes: list[Mention]) -> None:
    """A line with a name alone, and below it a line with its code."""
    for mention in codes:
        line = names.folded.rfind("\n", 0, mention.start)
        if line < 0 or not _CODE_WORDS.match(names.folded[line + 1 : mention.start].strip()):
            continue
        above = names.folded.rfind("\n", 0, line) + 1
        start, end = name_before(names.folded, line)
        if start >= above and 2 <= end - start <= 16 and is_name(names.folded[start:end], strict=False):
            _give_code(names.add(start, end), mention)


def _by_row(names: Names, codes: list[Mention]) -> None:
    """The first cell of a table's row with a code in it."""
    for mention in codes:
        line = names.folded.rfind("\n", 0, mention.start) + 1
        cells = re.split(r"[|\t｜]", names.folded[line : mention.start])
        if len(cells) > 1 and _CODE_WORDS.search(cells[0]):
            _by_column(names, mention, line, len(cells) - 1)
        elif len(cells) > 1 and not re.search(r"[(（]\s*$", cells[-1]) and 2 <= len(cells[0].strip()) <= 20:
            start = line + names.folded[line:].index(cells[0].strip())
            _give_code(names.add(start, start + len(cells[0].strip())), mention)


def _by_column(names: Names, mention: Mention, line: int, column: int) -> None:
    """A row of codes: the names stand at the head of the columns."""
    above = names.folded.rfind("\n", 0, line - 1) + 1
    cells = [m for m in re.finditer(r"[^|\t｜\n]+", names.folded[above : line - 1]) if m.group().strip()]
    if column < len(cells):
        text = cells[column].group()
        start = above + cells[column].start() + len(text) - len(text.lstrip())
        _give_code(names.add(start, start + len(text.strip())), mention)


def _by_definition(names: Names) -> None:
    """``某某股份有限公司(下称“某某”)`` and names with their English form in brackets."""
    for match in _SHORT_FOR.finditer(names.folded):
        start, end = name_before(names.folded, match.start())
        if end - start >= 2 and is_name(names.folded[start:end]):
            names.also(names.add(start, end), *match.span("name"))
        elif is_name(match["name"], strict=False):
            names.add(*match.span("name"))
    for match in _IN_BRACKETS.finditer(names.folded):
        latin = LATIN.match(match["inner"].strip("「」“” "))
        if latin and len(latin.group()) >= 5 and not re.search(r"ADS|IPO|ETF|GPU|HIBOR", latin.group()):
            start, end = name_before(names.folded, match.start())
            if end - start >= 3 and is_name(names.folded[start:end]) and names.folded.count(names.folded[start:end]) > 1:
                names.add(start, end)


def _by_list(names: Names) -> None:
    """``甲(升8.2%)、乙(升0.6%)``: a list of names with figures in brackets."""
    for whole in _LIST.finditer(names.folded):
        if not re.search(r"\d", whole.group()):
            continue
        for match in _LIST_ITEM.finditer(names.folded, *whole.span()):
            start, end = name_before(names.folded, match.end("name"))
            if is_name(names.folded[start:end], strict=False):
                names.add(start, end)


def _by_title(names: Names) -> None:
    """The longest beginning of a part of the title that the text repeats."""
    title = names.folded[: names.title_end]
    body = names.folded[names.title_end :].replace(title.strip(), "", 1)
    for match in _SEGMENT.finditer(title):
        start = skip_leaders(title, *match.span())
        for size in range(min(match.end() - start, 12), 1, -1):
            phrase = title[start : start + size]
            if phrase in body and is_name(phrase):
                coded = any(c.code for c in names.found)
                if body.count(phrase) >= (3 if coded or len(phrase) < 3 else 1):
                    at = names.title_end + names.folded[names.title_end :].find(phrase)
                    names.add(at, at + size)
                break


def _by_lead(names: Names, mentions: list[Mention]) -> None:
    """The phrases that open clauses, weighed: told of an offering, early, before a day or a cue, often, by their ending.

    Where codes have named the companies already, another one needs more to be believed.
    """
    folded = names.folded
    events, none = word_pattern("events"), word_pattern("no_events")
    days = {m.start for m in mentions if m.kind is MentionKind.DATE}
    ends = re.search(r"[。！!\n]", folded[names.title_end :].lstrip())
    first = names.title_end + (ends.end() if ends else len(folded))
    least = 9 if any(c.code for c in names.found) else 5 if names.found else 4
    nobody = not names.found
    weights: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    sure: dict[str, tuple[int, int]] = {}
    for match in _CLAUSE.finditer(folded, names.title_end):
        start, end = match.span()
        span = lead_phrase(folded, start, end)
        if span is None or not is_plain_name(folded[slice(*span)]):
            continue
        name = folded[slice(*span)]
        event = events.search(folded, start, end) is not None and none.search(folded, start, end) is None
        told = event or (events.match(folded, end + 1) is not None and span[1] >= end - 1)
        weight = 1 + 2 * told + 2 * (start < first) + (span[1] in days) + name.endswith(subjects()["legal"])
        if told and start < first:
            listed = _listed_with(folded, span[1], end)
            for other in listed:
                names.add(*other)
            if listed:
                weight += least
        if told and (folded.count(name, 0, _PAGES) > 1 or start < first):
            sure.setdefault(name, span)
        weights[name] = weights.get(name, 0) + weight
        if told or start < first:
            spans.setdefault(name, span)
    for name, span in spans.items():
        enough = weights[name] >= least + 2 * (len(name) < 3)
        if enough or (name in sure and len(name) > 2 and (nobody or folded.count(name, 0, _PAGES) > 1)):
            names.add(*span)
