"""Which kind a document is, from its first pages or bookmarks: never from its file name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from zhaogu.lexicon.loader import entries
from zhaogu.model import Kind
from zhaogu.reading.document import Document, PDFDocument
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import PDF, Page

from .headline import headline, is_announcement
from .order import in_reading_order, is_signed, opens_announcement

_TABLE = "filings_kinds"
_FIRST_PAGES = 5
_SHORT = 100
"""A document with fewer pages may be searched to its end for the form of the allotment results."""
_TITLE_LENGTH = 90
_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_PROSPECTUS_PARTS = re.compile(
    "概要|释义|风险因素|财务资料|会计师报告|summary|definitions|risk factors|accountant", re.I
)
_FORM = (
    "有效(?:认购)?申请|valid applica",
    "承配人|获配售[人者]|placees",
    "认购(?:水平|水准|额|倍数|比率|程度|踊跃程度)|subscription (?:level|ratio|rate|multiple)|(?:level|times) of (?:over-?)?subscription"
    r"|(?:超额|足额|不足|获)认购|认购(?:超额|不足)|(?:over|under)-?subscribed|\d ?(?:倍|times)",
)
_PAYMENT = re.compile(r"^\s*(\d{1,3}(?:,\d{3})*)\s+(\d{1,3}(?:,\d{3})*\.\d\d)(?![\d%])", re.M)
"""A row of the table of amounts payable on application, which of all announcements only a notice has."""
_PAYMENT_ROWS = 5
_LEAST = Decimal("0.01")
"""No share costs less; percentages beside numbers of shares do."""


_CERTAIN = ("next-day disclosure return", "monthly return", "rights issue", "prospectus", "application proof",
            "post-hearing information pack", "mainland prospectus", "allotment results announcement")  # fmt: skip
"""Titles that the cover of an offering cannot overrule."""
_FEW_PAGES = 8
"""An announcement that is not longer and has its first page is what its title says; results and notices are longer."""
_OFFERINGS = ("allotment", "stabilisation")
_EXTRACTS = ("an extract of a prospectus", "financial statements")
_OFFERING = re.compile("全球发售|股份发售|公开发售|首次公开|global offering|share offer|public offer")


@dataclass(frozen=True, slots=True)
class KindFound:
    """The kind, what the document is in words, and by what it was recognised."""

    kind: Kind
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Kind
    what: str
    title: bool
    pattern: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None


def recognise_kind(document: Document) -> KindFound:
    """Say what ``document`` is, by the titles and the structure of its first pages.

    >>> from zhaogu.reading import from_text
    >>> recognise_kind(from_text("公司今日掛牌。")).kind
    'news'
    """
    if not isinstance(document, PDFDocument):
        return KindFound("news", "article", "a text")
    pdf = document.pdf
    lines = [line for page in _first_pages(pdf) for line in _lines(page)]
    text = "\n".join(lines).casefold()
    first = _lines(pdf.page(1))
    announced = is_announcement(first)
    if announced and (said := _by_headline(first, text)) is not None and said.kind == "other":
        return said
    found = _by_words(text, _titles(lines), [one for one in _entries() if not announced or one.kind != "prospectus"])
    if found and found.kind == "allotment" and pdf.page_count < _SHORT and _invites(pdf):
        return KindFound("notice", "formal notice", "an invitation to apply, under a heading about results to come")
    if _is_notice(text) and pdf.page_count < _SHORT and (found is None or found.what not in _CERTAIN):
        if _has_form(pdf):
            return KindFound("allotment", "allotment results announcement", "the form of the allotment results")
        return KindFound("notice", "formal notice", "a cover with the number of offer shares in an announcement")
    doubtful = found is None or found.kind in _OFFERINGS or found.what in _EXTRACTS
    complete = found is not None and pdf.page_count <= _FEW_PAGES and opens_announcement(pdf.page(1))
    if doubtful and not complete and pdf.page_count < _SHORT:
        found = _by_structure(pdf, found) or found
    if found:
        return found
    if sum(bool(_PROSPECTUS_PARTS.search(fold(mark.title))) for mark in pdf.bookmarks) >= 3:
        return KindFound("prospectus", "prospectus", "its bookmarks")
    return KindFound("other", "another document", "no title or form of an offering")


def _by_headline(first: list[str], text: str) -> KindFound | None:
    """What the headline of an announcement says, whatever is told below it."""
    entries = [one for one in (*_entries(), *_entries("headline")) if one.title and one.kind != "prospectus"]
    return _by_words(text, _joined([line.casefold() for line in headline(first)]), entries)


def _by_structure(pdf: PDF, found: KindFound | None) -> KindFound | None:
    """What the form or the payment table of a short document says, where its title may be missing or only a heading."""
    signed = found is None or any(is_signed(page) for page in pdf)
    if signed and _has_form(pdf):
        return (
            found
            if found and found.kind == "allotment"
            else KindFound("allotment", "allotment results announcement", "the form of the allotment results")
        )
    if signed and _has_payment(pdf):
        return KindFound("notice", "formal notice", "a table of amounts payable on application in an announcement")
    return None


def _by_words(text: str, titles: list[str], among: Iterable[_Entry]) -> KindFound | None:
    for entry in among:
        places = (
            [title for title in titles if not (entry.never and entry.never.search(title))] if entry.title else [text]
        )
        hit = next((match for place in places if (match := entry.pattern.search(place))), None)
        if hit and all(need.search(text) for need in entry.needs):
            return KindFound(entry.kind, entry.what, f"{'title' if entry.title else 'text'}: {hit[0]}")
    return None


def _is_notice(text: str) -> bool:
    """An announcement with the cover of an offering; labels may be broken over lines."""
    labels, announcement = _notice()
    text = _BESIDE_HAN.sub("", text.replace("\n", " "))
    found = {match[0] for match in labels.finditer(text)}
    return len(found) >= 4 and bool(_OFFERING.search(text)) and announcement.search(text) is not None


def _has_form(pdf: PDF) -> bool:
    missing = list(_FORM)
    for page in pdf:
        text = _BESIDE_HAN.sub("", fold(page.text)).casefold()
        missing = [pattern for pattern in missing if not re.search(pattern, text)]
        if not missing:
            return True
    return False


def _has_payment(pdf: PDF) -> bool:
    """Whether a page has rows of numbers of shares and of what they cost, all at one price."""
    for page in pdf:
        rows = [[Decimal(number.replace(",", "")) for number in row] for row in _PAYMENT.findall(page.text)]
        prices = [amount / lot for lot, amount in rows if lot and amount >= lot * _LEAST]
        if any(sum(abs(one - price) < price / 1000 for one in prices) >= _PAYMENT_ROWS for price in prices[:3]):
            return True
    return False


def _invites(pdf: PDF) -> bool:
    """Whether the document still invites to apply: by a payment table, or by the days to do so where no result is told."""
    if _has_payment(pdf):
        return True
    invitation, results = (_patterns(section) for section in ("invitation", "result"))
    invited = False
    for page in pdf:
        text = _BESIDE_HAN.sub("", fold(page.text).replace("\n", " ")).casefold()
        if results.search(text):
            return False
        invited = invited or invitation.search(text) is not None
    return invited


def _first_pages(pdf: PDF) -> list[Page]:
    """The first pages; in a short document that does not begin as announcements do, those that are to be read first."""
    if pdf.page_count < _SHORT and not opens_announcement(pdf.page(1)):
        return in_reading_order(list(pdf))[:_FIRST_PAGES]
    return [pdf.page(number) for number in range(1, min(_FIRST_PAGES, pdf.page_count) + 1)]


def _lines(page: Page) -> list[str]:
    lines = fold(page.text).split("\n")
    return [_BESIDE_HAN.sub("", line).strip() for line in lines if line.strip()]


def _titles(lines: list[str]) -> list[str]:
    """The lines that may be titles, then each two in a row as one, for a long title is broken."""
    return _joined([line.casefold() if _is_title(line) else "" for line in lines])


def _joined(lines: list[str]) -> list[str]:
    """The lines that are not empty, and each two in a row as one."""
    pairs = [f"{first} {second}" for first, second in pairwise(lines) if first and second]
    return [line for line in lines if line] + [_BESIDE_HAN.sub("", pair).replace("- ", "-") for pair in pairs]


def _is_title(line: str) -> bool:
    """A short line without the punctuation of a sentence; an English one in capitals, the small words aside."""
    if not 2 <= len(line) <= _TITLE_LENGTH:
        return False
    han = sum(char > "\u2e7f" for char in line)
    if (han > 4 and len(line) > 32) or re.search(r"[。,，「」『』]\S|[。]|[^.]\.$", line):
        return False
    words = re.findall(r"[A-Za-z]{4,}", line)
    return han > 4 or sum(word[0].isupper() for word in words) >= 0.7 * len(words)


@cache
def _entries(section: str = "kind") -> tuple[_Entry, ...]:
    return tuple(
        _Entry(
            entry["kind"],
            entry["what"],
            entry.get("title", section == "headline"),
            re.compile("|".join(entry.words), re.MULTILINE),
            tuple(re.compile(need) for need in entry.get("needs", ())),
            re.compile("|".join(entry["never"])) if entry.get("never") else None,
        )
        for entry in entries(_TABLE, section, kind=str, what=str)
    )


@cache
def _notice() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _patterns("notice"), _patterns("not_prospectus")


@cache
def _patterns(section: str) -> re.Pattern[str]:
    """The words of one list as a pattern."""
    return re.compile("|".join(word for entry in entries(_TABLE, section) for word in entry.words))
