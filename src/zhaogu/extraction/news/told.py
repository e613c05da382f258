"""Companies by what is told of them: definitions, lists, the title, quotes, and the sentences of an offering."""

from __future__ import annotations

import re

from zhaogu.model.mention import Mention, MentionKind

from .company import Names
from .cues import subjects, word_pattern
from .phrases import LATIN, LONGEST, is_name, is_plain_name, lead_phrase, name_before, skip_leaders

_SHORT_FOR = re.compile(
    r"[(（]\s*(?:以?下?统?简?称|下称|简称|以下称)(?:为|:|：)?\s*[“\"「『']?(?P<name>[^”\"」』')）,，]{2,16})"
)
_IN_BRACKETS = re.compile(r"[(（](?P<inner>[^()（）]{2,40})[)）]")
_ITEM = r"[^\s，,。;；:：、()（）]{2,10}[(（][^()（）]{2,20}[)）]"
_LIST = re.compile(rf"{_ITEM}(?:[、及和与]+{_ITEM})+")
_LIST_ITEM = re.compile(r"[及和与]?(?P<name>[^\s，,。;；:：、()（）]{2,10})[(（]")
_NEXT_ITEM = re.compile(r"[)）][、及和与]")
_LISTED = re.compile(r"(?:挂牌|上市|登场|登陆|递表|招股)[^，,。;；的]{0,6}的")
_LABEL = re.compile(r"(?:^|(?<=\n))\s*【(?P<name>[^\s【】,，。:：]{2,12})】")
_SHORT = 10
_PAGES = 20_000
_CLAUSE = re.compile(r"[^，,。;；！？!?\n:：]+")
_EARLIER = re.compile(r"去年|前年|早前|此前|年前")
_AGENT = re.compile(r"\s*(?:由|从|被|受|连同|包括|通过|除了?|与|跟|继|较|比)")
_QUOTED = re.compile(r"(?:^|[\n，,。;；])[^\s，,。;；「“」”]{0,14}[「“](?P<name>[^「」“”]{2,12})[」”]")
_SPUN_OFF = re.compile(r"分拆(?:出来的|上市的|的|子公司|旗下的?|附属公司)?|旗下的")
_SEGMENT = re.compile(r"[^\s，,。;；:：、！!？?()（）|｜“”\"「」『』《》【】…—\-]+")


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


def by_title(names: Names) -> None:
    """The longest beginning of a part of the title that the text repeats."""
    title = names.folded[: names.title_end]
    body = names.folded[names.title_end :].replace(title.strip(), "", 1)
    for match in _SEGMENT.finditer(title):
        start = skip_leaders(title, *match.span())
        for end in range(min(match.end(), start + 12), start + 1, -1):
            phrase = title[start:end]
            if phrase in body and is_name(phrase):
                if _is_description(title, start, end):
                    break
                coded = names.is_led()
                if body.count(phrase) >= (3 if coded or len(phrase) < 3 else 1):
                    at = names.title_end + names.folded[names.title_end :].find(phrase)
                    names.add(at, at + len(phrase))
                break


def by_label(names: Names) -> None:
    """``【甲】6月30日掛牌`` and ``【乙】早一天登陸``: lines that open with a name in brackets each."""
    labels = [m for m in _LABEL.finditer(names.folded, names.title_end) if is_plain_name(m["name"])]
    for match in labels if len(labels) > 1 else ():
        if word_pattern("verbs").search(names.folded, match.end(), match.end() + 40):
            names.add(*match.span("name"))


def _is_description(title: str, start: int, end: int) -> bool:
    """Whether a phrase tells a trade and no name: it ends with its noun, or the noun follows (穩定幣發行商)."""
    nouns = word_pattern("trades").finditer(title, start, end + 4)
    return any(m.end() == end or m.start() == end for m in nouns)


def by_quote(names: Names) -> None:
    """``新茶飲品牌「甲」在納斯達克掛牌``."""
    for match in _QUOTED.finditer(names.folded, names.title_end):
        after = names.folded[match.end() : match.end() + 30]
        if is_plain_name(match["name"]) and word_pattern("verbs").search(re.split(r"[，,。;；]", after)[0]):
            names.add(*match.span("name"))


def by_spinoff(names: Names) -> None:
    """``甲擬分拆的乙遞表``: the part that is floated, not its parent."""
    for match in _SPUN_OFF.finditer(names.folded):
        span = lead_phrase(names.folded, match.end(), min(match.end() + LONGEST, len(names.folded)))
        name = names.folded[slice(*span)] if span else ""
        if span and 2 <= len(name) <= 10 and is_plain_name(name) and names.folded.count(name, 0, _PAGES) > 1:
            names.add(*span)


def by_relative(names: Names) -> None:
    """``剛登陸科創板的甲仍在``, ``同日掛牌的乙則收漲``."""
    lead = names.title_end + 60
    for match in _LISTED.finditer(names.folded):
        span = lead_phrase(names.folded, match.end(), min(match.end() + LONGEST, len(names.folded)))
        if _EARLIER.search(names.folded, max(0, match.start() - 8), match.start()):
            continue
        if names.folded.startswith(("新股", "公司", "企业", "股份"), match.end()):
            continue
        if span and is_plain_name(names.folded[slice(*span)]) and (_is_backed(names.folded, *span) or span[0] < lead):
            names.add(*span)


def by_verb(names: Names, mentions: list[Mention]) -> None:
    """``生物製藥企業甲7月14日入表主板``: the name before what an issuer does, and before the day it does so."""
    folded = names.folded
    days = {m.end: m.start for m in mentions if m.kind is MentionKind.DATE}
    starts = frozenset(days.values())
    before = word_pattern("before_verbs")
    if names.is_led() or any(c.start < names.title_end + 60 for c in names.found):
        return
    for match in word_pattern("verbs").finditer(folded, names.title_end):
        end = match.start()
        if folded.startswith(
            ("公司", "前", "后", "以来", "地位", "规则", "委员", "的", "费", "开支", "仪式"), match.end()
        ):
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
        if (
            end - start <= 10
            and (end - start > 2 or end in starts)
            and is_plain_name(folded[start:end])
            and (end in starts or _is_backed(folded, start, end))
        ):
            names.add(start, end)


def _is_backed(folded: str, start: int, end: int) -> bool:
    """Whether anything else says that a phrase is a name: it comes again, has a company's ending, or opens a clause."""
    name = folded[start:end]
    if folded.count(name) > 1 or name.endswith(subjects()["legal"]) or (name.isascii() and len(name) > 3):
        return True
    return end - start <= 6 and (start == 0 or folded[start - 1] in "，,。;；、\n")


def by_lead(names: Names, mentions: list[Mention]) -> None:
    """The phrases that open clauses, weighed: told of an offering, early, before a day or a cue, often, by their ending.

    Where codes have named the companies already, another one needs more to be believed.
    """
    folded = names.folded
    title = folded[: names.title_end]
    events, none = word_pattern("events"), word_pattern("no_events")
    days = {m.start for m in mentions if m.kind is MentionKind.DATE}
    ends = re.search(r"[。！!\n]", folded[names.title_end :].lstrip())
    first = names.title_end + (ends.end() if ends else len(folded))
    least = 9 if names.is_led() else 5 if names.found else 4
    nobody = not names.found
    weights: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    sure: dict[str, tuple[int, int]] = {}
    for match in _CLAUSE.finditer(folded, names.title_end):
        start, end = match.span()
        if _AGENT.match(folded, start):
            continue
        span = lead_phrase(folded, start, end)
        if span is None or not is_plain_name(folded[slice(*span)]):
            continue
        name = folded[slice(*span)]
        event = events.search(folded, start, end) is not None and none.search(folded, start, end) is None
        told = event or (events.match(folded, end + 1) is not None and span[1] >= end - 1)
        weight = 1 + 2 * told + 2 * (start < first) + (span[1] in days) + name.endswith(subjects()["legal"])
        weight += 3 * (name in title)
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


def _listed_with(folded: str, at: int, end: int) -> list[tuple[int, int]]:
    """The other names of ``甲、乙及丙三隻新股``."""
    others: list[tuple[int, int]] = []
    while at < end and folded[at] in "、及和与":
        span = lead_phrase(folded, at + 1, end)
        if span is None or not is_plain_name(
            re.sub(r"(?:等|[两二三四五六七八九十\d]+[只家]).*$", "", folded[slice(*span)])
        ):
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
