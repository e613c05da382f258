"""Headings of the forms: which part of the template stands below."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from zhaogu.lexicon.loader import entries

from .labels import compound_of, normal, without_brackets

_BY_CONCEPT = {"public": "tranche:public", "international": "tranche:international", "upsize": "form:upsize"}
"""Headings that firms put together anew, by the compound that they are."""
_OUTER = ("form:summary", "form:details")
"""Headings that may stand before those below them in one line."""
_LEVELS = re.compile(r"\s*[－–—:：│|]\s*|\s-\s")
_IN_TWO_LANGUAGES = re.compile(
    r"\s*(?:([\u3400-\u9fff（）()、]{2,})[\s╱/｜|]+([A-Za-z][A-Za-z /&()’'-]+)|([A-Za-z][A-Za-z /&()’'-]+?)[\s╱/｜|]+([\u3400-\u9fff（）()、]{2,}))\s*"
)
"""A heading that says the same in Chinese and in English: 國際發售 International Offering."""
_DETAILS = re.compile(r"[之的]?(?:詳情|详情|詳細資料|详细资料)\s*$|^Details of (?:the )?", re.I)
"""What a heading may have around the name of its part: 配售之詳情."""
_INCLUDES = re.compile(
    r"^.{0,24}?(?:承配人|獲配發者|獲分配者|placees|allottees)[^:：]{0,24}?(?:包括|包含|include)[^:：]{0,24}[:：]\s*(?=\S)",
    re.I,
)
"""What leads to a heading in its own line: 國際發售的承配人包括：基石投資者."""
_JOINED = re.compile(r"(.{2,16}?)\s*(?:及|與|和| and | & )\s*(.{2,16})", re.I)
"""Two parts under one heading: 公司資料及價格."""
_KEPT = 1_024
"""So many lines are remembered: forms, tables and pages ask for the same ones."""
_GOES_ON = ("的", "之")
_PART = re.compile("部[分份]\\s*$")
_LEADING = re.compile(
    r"^\s*(?:[(（]?(?:[A-Za-z]|[ivxIVX]+|\d{1,2}|[甲乙丙丁戊己庚一二三四五六七八九十]{1,3})\s*[、.．)）:：]\s*)?(?:the\s+)?",
    re.I,
)
"""What may stand before the words of a heading: its number, an article."""


@lru_cache(maxsize=_KEPT)
def heading_role(text: str, apart: bool = False) -> str | None:
    """The role of a line that is nothing but a heading, else None; ``apart``: white space stands above it.

    >>> heading_role("發 售 量 調 整 權（增 發 權）"), heading_role("國際發售"), heading_role("國際發售的承配人包括")
    ('form:upsize', 'tranche:international', None)
    >>> heading_role("概要 – 價格資料"), heading_role("Allotment Results Details — International Offering")
    ('form:price', 'tranche:international')
    >>> heading_role("國際發售 International Offering"), heading_role("6. Proceeds 所得款項")
    ('tranche:international', 'form:proceeds')
    >>> heading_role("三、配售之詳情"), heading_role("F. Allotment Results Details: Public Offer")
    ('tranche:international', 'tranche:public')
    >>> heading_role("國際發售的承配人包括：基石投資者"), heading_role("The placees include: Cornerstone Investor")
    ('table:cornerstones', 'table:cornerstones')
    >>> heading_role("Adjustment Option)"), heading_role("(b) Placing")
    (None, 'tranche:international')
    >>> heading_role("THE PUBLIC OFFER"), heading_role("The Placing")
    ('tranche:public', 'tranche:international')
    >>> heading_role("一、公司資料及價格"), heading_role("1. COMPANY AND PRICE")
    ('form:company', 'form:company')
    """
    if len(text) > 80 or text.rstrip().endswith(_GOES_ON):
        return None
    text = _PART.sub("", text)
    if ":" in text or "：" in text:
        text = _INCLUDES.sub("", text)
    plain = normal(without_brackets(text))
    text = _LEADING.sub("", text)
    if text.count(")") + text.count("）") > text.count("(") + text.count("（"):
        return None  # the end of a label: Adjustment Option)
    unnumbered = normal(without_brackets(text))
    for known in (_headings(False), _headings(True)) if apart else (_headings(False),):
        if role := known.get(plain) or known.get(unnumbered):
            return role
    if both := _IN_TWO_LANGUAGES.fullmatch(text):
        roles = {heading_role(part, apart) for part in both.groups() if part}
        return roles.pop() if len(roles) == 1 else None
    outer, *inner = _LEVELS.split(text)
    if inner and _headings(False).get(normal(outer)) in _OUTER:
        return heading_role(inner[-1], apart=True) or _headings(False)[normal(outer)]
    if (shorter := _DETAILS.sub("", text)) != text:
        return heading_role(shorter, apart)
    if (joined := _JOINED.fullmatch(text)) is not None:
        parts = [heading_role(part, apart=True) for part in joined.groups()]
        forms = sorted(role for role in parts if role and role.startswith("form:"))
        return forms[0] if len(forms) == len(parts) else None
    return _BY_CONCEPT.get(compound_of(unnumbered) or "")


def heading_words(role: str) -> list[str]:
    """The headings of one role that need no white space above them."""
    return [word for word, known in _headings(False).items() if known == role]


@cache
def _headings(apart: bool) -> dict[str, str]:
    return {
        normal(without_brackets(word)): entry["role"]
        for entry in entries("filings_sections", "section", role=str)
        if entry.get("apart", False) == apart
        for word in entry.words
    }
