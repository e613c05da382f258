"""The cover of notices, prospectuses and announcements: labels, colons, and values that go on below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from zhaogu.model import metric, metrics
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, join
from zhaogu.reading.pdf import Page

from .days import DATE
from .entries import Entry, entries_of
from .evidence import from_lines
from .found import Found, Source
from .label_rules import rule_for
from .labels import Label, read_label
from .values import NUMBER, Cell, is_about, parse, stock_code
from .vocabulary import words

_CODE_LINE = re.compile(r"[(\[]?\s*(?:h\s*股)?\s*(?:股份|股票|證券|证券)\s*代\s*[号码]\s*:?\s*(?P<code>\d{1,5})\s*[)\]]?|"
                        r"\(?\s*(?:h share )?stock code\s*:?\s*(?P<code_>\d{1,5})\s*(?:[;,/][^()]*)?\)?", re.I)  # fmt: skip
_REDACTED_ORDER = ("shares_offered", "shares_offered_public", "shares_offered_international")
_PRICE = re.compile(rf"[^\d]{{0,24}}?(?:{NUMBER})[^\d，,。(（]{{0,16}}")
_BOUND = re.compile(r"不(?:会)?(?:高于|超过)|最高(?:为)?|(?:not|no) (?:be )?(?:more|higher) than|up to|maximum", re.I)
_FLOOR = re.compile(r"不(?:会)?(?:低于|少于)|最低(?:为)?|(?:not|no) (?:be )?(?:less|lower) than|minimum", re.I)
_BETWEEN = re.compile(rf"({NUMBER})[^\d]{{0,30}}?(?:至|到|~|-|–|—|to|and)(?P<top>[^\d]{{0,30}}?({NUMBER}))", re.I)
_PER_SHARE = re.compile(r"每(?:股|份|个)|港元|per |HK\$", re.I)
"""What the value of a price has although its label and its figure are redacted."""
_SALE = re.compile(rf"({NUMBER})\s*(?:股)?\s*(?:销售股份|待售股份|sale ?shares)", re.I)


def read_cover(pages: Iterable[Page], initial: bool) -> list[Found]:
    """The figures of the covers among ``pages``; ``initial`` where they come before the allotment."""
    read: list[Found] = []
    for page in pages:
        redacted = iter(_REDACTED_ORDER)
        for entry in entries_of(page):
            read += _figures(entry, initial, redacted)
    return read


def read_cover_date(pages: Iterable[Page]) -> list[Found]:
    """The date of a prospectus: a line of its own at the foot of a cover."""
    found = []
    for page in pages:
        for line in page.lines:
            text = fold(line.text).strip()
            if line.top > page.size[1] / 2 and re.fullmatch(rf"(?:\w+day,? )?(?:{DATE})(?:\([^()]*\))?", text, re.I):
                cell = parse(text, "date")
                if cell:
                    evidence = from_lines(page.number, [line])
                    found.append(Found("prospectus_date", cell, evidence, Source.COVER, "cover.prospectus_date"))
    return found


def read_code_line(pages: Iterable[Page]) -> list[Found]:
    """The stock code from the first line that holds nothing else, as it stands below the banner."""
    for page in pages:
        if not any(_CODE_LINE.fullmatch(fold(line).strip()) for line in page.text.split("\n")):
            continue
        for line in page.lines:
            if match := _CODE_LINE.fullmatch(fold(line.text).strip()):
                evidence = from_lines(page.number, [line])
                return [
                    Found(
                        "stock_code",
                        Cell(stock_code(match["code"] or match["code_"])),
                        evidence,
                        Source.COVER,
                        "cover.code_line",
                    )
                ]
    return []


def _figures(entry: Entry, initial: bool, redacted: Iterator[str]) -> Iterator[Found]:
    label, parts = _label(entry)
    loosely = label is None
    if loosely:
        label, parts = _label(entry, loosely)
    rule = rule_for(label, "cover", None) if label else None
    if label is None or rule is None:
        return
    value = " ".join(join(words_) for words_ in entry.value[:parts] if words_)
    name = rule.metric.replace("TRANCHE", label.tranche or "")
    if name == "redacted_shares":
        name = next(redacted, "")
    elif name == "stock_code" and label.concepts == {"redacted"} and _PER_SHARE.search(fold(value)):
        name = "offer_price_high" if _BOUND.search(fold(value)) else "offer_price"
    lines = entry.lines[:parts]
    rough = any(is_about(text, len(text)) for text in map(join, entry.label[:parts]))
    for metric_, cell in _cells(name, value):
        evidence = from_lines(entry.page, _needed(lines, cell, _first(entry)))
        printed = cell.roughly() if rough else cell
        found = Found(metric_, printed, evidence, Source.LOOSE if loosely else Source.COVER, f"cover.{metric_}")
        if initial and metric_ in (
            "shares_offered_public",
            "shares_offered_international",
            "shares_offered_preferential",
        ):
            found.offer_basis = "initial"
        yield found


def _label(entry: Entry, loosely: bool = False) -> tuple[Label | None, int]:
    """The label that the lines left of the colon make: down to the first that has a value, then as many as it takes."""
    for parts in range(_first(entry), len(entry.label) + 1):
        text = "\n".join(join(words_) for words_ in entry.label[:parts] if words_)
        label = read_label(text, loosely)
        if label and rule_for(label, "cover", None):
            return label, len(entry.lines)
    return None, 0


def _first(entry: Entry) -> int:
    """How many lines go down to the first that has a value."""
    return next((at for at, value in enumerate(entry.value, 1) if value), 1)


def _needed(lines: Sequence[Line], cell: Cell, first: int) -> list[Line]:
    """The lines down to the first of the value, and the ones below it down to where the figure stands."""
    if cell.value is None:
        return list(lines[:first])
    digits = (
        re.sub(r"\D", "", f"{cell.value:f}" if isinstance(cell.value, Decimal) else str(cell.value))
        .rstrip("0")
        .lstrip("0")
    )
    text = ""
    for index, line in enumerate(lines):
        text += re.sub(r"\D", "", line.text)
        if digits in text:
            return list(lines[: index + 1])
    return list(lines[:1])


def _cells(name: str, value: str) -> Iterator[tuple[str, Cell]]:
    folded = fold(value)
    if any(mark in folded.casefold() for mark in words("redacted")):
        yield from _redacted(name, folded)
    elif name == "stock_code":
        if code := stock_code(value):
            yield name, Cell(code)
    elif name.startswith("offer_price"):
        yield from _prices(name, folded)
    elif name in metrics() and metric(name).type == "price":
        if cell := _price(folded):
            yield name, cell
    elif name in metrics():
        head = re.match(rf"\D{{0,12}}(?:{NUMBER})\s*[^\d(（，,]{{0,24}}", folded)
        cell = (
            parse(re.sub(r"^(?:合共|合计|共|up to|an aggregate of)\s*", "", head[0]), metric(name).type)
            if head
            else None
        )
        if cell:
            yield name, cell
        if name == "shares_offered" and (sale := _SALE.search(re.sub(r"\s", "", folded))):
            yield "sale_shares", Cell(Decimal(sale[1].replace(",", "")), "shares", Decimal(1))


def _redacted(name: str, folded: str) -> Iterator[tuple[str, Cell]]:
    names = ("offer_price_low", "offer_price_high") if name == "offer_price_range" else (name,)
    for each in names:
        if each in metrics():
            yield each, Cell(None, status="redacted")


def _prices(name: str, folded: str) -> Iterator[tuple[str, Cell]]:
    """A price alone is fixed; 不高於 is a cap, 不低於 a floor, 介乎…至… both."""
    low, high = _FLOOR.search(folded), _BOUND.search(folded)
    bounds = [
        (which, cell)
        for bound, which in ((high, "offer_price_high"), (low, "offer_price_low"))
        if bound and (cell := _price(folded[bound.end() :]))
    ]
    if bounds:
        yield from bounds
        return
    head = re.split(r"[，。(（]|,\s|另加|plus", folded)[0]
    if (both := _BETWEEN.search(head)) and (top := _price(folded[both.start("top") :]) or _price(folded)):
        ends = [Decimal(re.sub(r"[,\s]", "", both[i])) for i in (1, 3)]
        yield "offer_price_low", replace(top, value=ends[0])
        yield "offer_price_high", replace(top, value=ends[1])
    elif (cell := _price(folded)) and name != "offer_price_range":
        yield name, cell


def _price(folded: str) -> Cell | None:
    """The first price of a text, with its currency on either side of the number."""
    match = _PRICE.search(folded)
    if not match:
        return None
    text = re.sub(r"^[\s:]+|(?:及|and|，|,).*$", "", match[0]) or match[0]
    for candidate in (
        text,
        re.sub(r"每股[^\d人港美HRUS]{0,10}", "", text),
        re.sub(r"\bper\b.*|另.*|plus.*", "", text, flags=re.I),
    ):
        cell = parse(candidate, "price")
        if cell and cell.unit:
            return cell
    return None
