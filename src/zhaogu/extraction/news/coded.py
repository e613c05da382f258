"""Companies by their stock codes: in brackets behind the name, in a clause, a line or a table of their own."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .company import Names
from .cues import word_pattern
from .market import is_taiwan
from .namelike import is_name, is_plain_name
from .phrases import LATIN, LONGEST, latin_end, lead_phrase, name_before
from .tables import tables

_NOT_ALIAS: Final = re.compile(
    r"\d{3}|[%()（）]|代号|代码|编号|股份|HK|交所|港股|香港|美股|A股|H股|台股|沪|深市|纽|纳斯|NYSE|NASDAQ|Nasdaq|^US|^SH|^SZ|创业板|科创板|主板|GEM|见图|左|右|记者|下同"
)
_SHORT_NAME: Final = re.compile(
    r"(?:\.[A-Z]{2})?[^()（）]{0,4}(?:简称|名称)[为:]?\s*[“「\"]?(?P<name>[^()（），,。;；”」\"\s]{2,16})"
)
_CODE_WORDS: Final = re.compile(r"[股证][份票券]代[号码]|交易代[号码]|代[号码]|(?:[股证][份票券]|上市)编号")
_APPLYING: Final = re.compile(r"申购代[号码]$|认购代[号码]$|配售代[号码]$")
_ALSO_APPLIED_FOR: Final = ("00", "30")
"""Codes of Shenzhen, under which shares are applied for too; Shanghai and Beijing have other codes for that."""
_H_CODE: Final = re.compile(
    r"H股(?:[股证][份票券])?(?:代[号码]|编号)\s*[为是:]?\s*[「“\"]?(?P<code>0\d{4}|\d{4})(?!\d|年|[.,]\d)"
)
_CODE_BEHIND: Final = re.compile(
    r"以[「“\"『]?(?P<code>\d{4,6}|[A-Z]{2,5})[」”\"』]?\s?(?:作为|作|为)(?:其|公司|集团)?的?(?:[股证][份票券]|交易|上市)?(?:代[号码]|编号)"
)
_LETTERS: Final = r"\((?:(?:股票|股份|证券|交易)?代[号码]\s*[:：为]?\s*)?(?P<code>(?!(?:ADS|ADR|IPO|ETF|SEC|AI|CEO|CFO|GMV|ESG|GEM)\))[A-Z]{2,5})\)"
_IN_LETTERS: Final = re.compile(_LETTERS)
_BESIDE: Final = re.compile(rf"(?P<closed>[)」”]?)\s{{0,4}}{_LETTERS}")
"""A ticker in brackets, and with what stands before it, for which only a text that has one is searched."""
_CLASS: Final = re.compile(r"[ABH]股$")
"""A class of shares behind a name is no part of it: ``甲A股(000333.SZ)``."""
_BARE: Final = re.compile(r"\d{4,6}")
_SHARE_CLASS: Final = re.compile(
    r"(?:|.*(?:[日天早晚午间昨今其该的]|公司|集团|方面|旗下|对应|相关|另外|至于|而))"
    r"(?:[ABH]股|科创板|创业板|港股|美股|台股|ADR|ADS|美国?[存预]托(?:证券|凭证|股份?|股票)?)(?:股价|股份|方面|价格|走势|表现|部分|则|亦)*"
)
"""A class of shares and no name, with what may lead it: 同日A股(601127.SH), 公司H股方面(02338.HK)."""
_ANYBODY: Final = re.compile(r"(?:[该本这此]家?|上述)?(?:公司|集团|企业|新股)")
"""No name: 這家自稱某某第一的公司(06181.HK)."""
_OF_IT: Final = re.compile(r"[的该本]公司[(（]$")
"""Before such a code."""
_BRACKETS: Final = 4
"""So many brackets may stand between a name and that of its code."""
_ROW: Final = 1_000
"""A row of a table is no longer before its code."""
ABROAD: Final = re.compile(r"纳斯达克|那斯达克|纽交所|纽约证券交易所|纽约|NASDAQ|Nasdaq|NYSE")
TICKER: Final = re.compile(r"代[号码]\s*[为是:：]?\s*[「“\"『]?(?P<code>[A-Z]{2,5})(?![A-Za-z])")


def by_code(names: Names, mention: Mention) -> None:
    """``甲(股份代號:01234)``: the name before the bracket, and short names inside it."""
    folded = names.folded
    opening = _opening(folded, mention.start)
    inner = folded[opening + 1 : mention.start]
    if opening < 0:
        return
    before = opening
    for _ in range(_BRACKETS):
        if before and folded[before - 1] in ")）" and (outer := _opening(folded, before - 1)) >= 0:
            before = outer
    start, end = name_before(folded, before)
    if market := word_pattern("markets").match(folded, start, end):
        start = market.end()
    if _SHARE_CLASS.fullmatch(folded, start, end):  # the code of another listing of the same company
        return
    if share := _CLASS.search(folded, start, end):
        end = share.start()
    if end - start < 2 or _ANYBODY.fullmatch(folded, start, end):
        return
    company = names.add(start, end)
    if _APPLYING.search(inner.rstrip(" :为")) is None or (mention.code or "").startswith(_ALSO_APPLIED_FOR):
        names.give_code(company, mention)
    at = opening + 1
    for part in re.split(r"[,，、;；]", inner):
        alias = re.sub(r"^\s*(?:以?下?简称|下称)[:：]?", "", part).strip(' :：.“”"「」')
        if is_name(alias, strict=False) and len(alias) <= 20 and not _NOT_ALIAS.search(alias):
            place = at + part.index(alias)
            names.also(company, place, place + len(alias))
        at += len(part) + 1
    if short := _SHORT_NAME.match(folded, mention.end):
        names.also(company, *short.span("name"))


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


def by_heading(names: Names, codes: list[Mention]) -> None:
    """A line with a name alone, and below it a line with its code."""
    for mention in codes:
        line = names.folded.rfind("\n", max(0, mention.start - _ROW), mention.start)
        if line < 0 or not _CODE_WORDS.match(names.folded[line + 1 : mention.start].strip()):
            continue
        above = names.folded.rfind("\n", max(0, line - _ROW), line) + 1
        start, end = name_before(names.folded, line)
        if start >= above and 2 <= end - start <= 16 and is_name(names.folded[start:end], strict=False):
            names.give_code(names.add(start, end), mention)


def by_row(names: Names, codes: list[Mention]) -> None:
    """The first cell of a table's row with a code in it."""
    for mention in codes:
        near = max(0, mention.start - _ROW)
        line = max(near, names.folded.rfind("\n", near, mention.start) + 1)
        cells = re.split(r"[|\t｜]", names.folded[line : mention.start])
        if len(cells) > 1 and _CODE_WORDS.search(cells[0]):
            _by_column(names, mention, line, len(cells) - 1)
        elif len(cells) > 1 and not re.search(r"[(（]\s*$", cells[-1]) and 2 <= len(cells[0].strip()) <= 20:
            start = names.folded.index(cells[0].strip(), line)
            names.give_code(names.add(start, start + len(cells[0].strip())), mention)


def by_listing(names: Names) -> None:
    """The rows of a table of companies: ``2135 / 甲 / 5.60港元`` under ``代碼 / 名稱 / 定價``; codes may lack their zero."""
    for table in tables(names.folded):
        for cell, code in table.companies():
            name = cell.text.split("(")[0].strip()
            if not is_name(name, strict=False):
                continue
            company = names.add(cell.start, cell.start + len(name))
            if code and _BARE.fullmatch(code.text):
                span = (code.start, code.start + len(code.text))
                names.give_code(company, Mention(MentionKind.CODE, *span, code=code.text.zfill(5)))


def _by_column(names: Names, mention: Mention, line: int, column: int) -> None:
    """A row of codes: the names stand at the head of the columns."""
    above = names.folded.rfind("\n", 0, line - 1) + 1
    cells = [m for m in re.finditer(r"[^|\t｜\n]+", names.folded[above : line - 1]) if m.group().strip()]
    if column < len(cells):
        text = cells[column].group()
        start = above + cells[column].start() + len(text) - len(text.lstrip())
        names.give_code(names.add(start, start + len(text.strip())), mention)


def code_apart(names: Names, mention: Mention) -> None:
    """``证券代码688809`` in a clause of its own, or ``公司(688809.SH)``, is the code of the company named last before it."""
    before = names.folded[max(0, mention.start - 8) : mention.start].rstrip(' :：为是「“"')
    told = _CODE_WORDS.search(before) or _OF_IT.search(before)
    if not told or _APPLYING.search(before) or mention.code in names.codes:
        return
    clause = re.search(
        r"[,，]\s*(?:[股证][份票券])?(?:交易)?代[号码]$",
        names.folded[max(0, mention.start - 12) : mention.start].rstrip(' :：为是「“"'),
    )
    if clause and names.last_before(mention.start) is None:
        start, end = name_before(names.folded, max(0, mention.start - 12) + clause.start())
        if 2 <= end - start <= 12 and is_plain_name(names.folded[start:end]):
            names.add(start, end)
    company = names.last_before(mention.start)
    if company is not None:
        names.give_code(company, mention)


def code_before(names: Names) -> None:
    """``甲將以2643為股份代號掛牌``: the code stands before its word."""
    for match in _CODE_BEHIND.finditer(names.folded):
        company, code = names.last_before(match.start()), match["code"]
        if company is not None:
            told = code.zfill(5) if code.isdigit() else code
            names.give_code(company, Mention(MentionKind.CODE, *match.span("code"), code=told))


def h_shares(names: Names) -> None:
    """``(深交所:300799)…H股編號03799``: of two codes the one of the H shares is that of the offering."""
    for match in _H_CODE.finditer(names.folded):
        company = names.last_before(match.start())
        if company is not None:
            company.code, company.code_at, company.exchange = match["code"].zfill(5), match.span("code"), "HKEX"


def tickers(names: Names) -> None:
    """A ticker in letters belongs to the company named last before it."""
    beside = list(_BESIDE.finditer(names.folded)) if _IN_LETTERS.search(names.folded) else []
    _by_ticker(names, beside)
    for match in beside:
        for end in (match.start(), match.end("closed")):
            named = names.ending_at(end)
            if named is not None and named.code is None:
                named.code, named.code_at = match["code"], match.span("code")
    for match in TICKER.finditer(names.folded):
        named = names.last_before(match.start())
        if named is not None and named.code is None:
            named.code, named.code_at = match["code"], match.span("code")


def _by_ticker(names: Names, beside: list[re.Match[str]]) -> None:
    """``旅遊平台甲(ABCD)``, ``代號ABCD的平台甲``: in news of a listing abroad a ticker names a company as a code does."""
    if ABROAD.search(names.folded) is None:
        return
    spans = [(name_before(names.folded, match.start()), match) for match in beside]
    for match in TICKER.finditer(names.folded):
        if names.folded.startswith("的", match.end()):
            span = lead_phrase(names.folded, match.end() + 1, min(match.end() + LONGEST, len(names.folded)))
            spans += [(latin_end(names.folded, span), match)] if span else []
        elif not names.found:
            near = max(0, match.start() - LONGEST)
            sentence = max(near, *(names.folded.rfind(mark, near, match.start()) + 1 for mark in "。\n)）"))
            spans += [(m.span(), match) for m in LATIN.finditer(names.folded, sentence, match.start())][:1]
    for (start, end), match in spans:
        if is_plain_name(names.folded[start:end]):
            company = names.add(start, end)
            if company.code is None:
                company.code, company.code_at = match["code"], match.span("code")


def taiwanese(names: Names) -> None:
    """A code of four digits stays one where the article tells of Taiwan's market."""
    if not is_taiwan(names.folded):
        return
    for company in names.found:
        if company.exchange == "HKEX" and company.code and company.code_at:
            start, end = company.code_at
            if names.folded[start:end] == company.code[1:]:
                company.code, company.exchange = company.code[1:], "TWSE"
