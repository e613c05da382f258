"""The label/value form of the allotment announcement, driven by the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby, islice, takewhile

from zhaogu.lexicon.loader import entries
from zhaogu.model import FactNote, metric, metrics
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

from .compounds import printed
from .evidence import from_lines
from .found import Found, Source
from .labelled import groups
from .labels import TABLE, Label, Rule, normal, read_label, rule_for, unit_in_brackets
from .rows import Row, rows_of
from .sections import heading_words
from .values import Cell, next_day, parse, plain_text, without_marks

_ANCHORS = ("valid_applications", "successful_applications", "placees", "level", "gross", "net", "short_name",
            "over_allocated", "dealings", "initial")  # fmt: skip
_BEFORE = 20
_BEHIND = 50
"""How many characters may stand before and behind what a page of the form is known by, in the same line."""
_STOP = re.compile(r"[，。；;]|,(?!\d)")
_RANGE = re.compile(r"\s*(?:至|到|~|–|—|-|－|\bto\b)\s*", re.I)
_BULLET = re.compile(r"\s*[-–—－•·]\s*\S")
"""A row that divides the figure of the row above."""
_CARRIED = 2
"""Lines of a label that may stand on another page than its value."""
_WHOLE = Decimal(100)
_ENOUGH = 3
"""Figures that rows must give before they count as a form although no heading stands above them."""


@dataclass(slots=True)
class Block:
    """Rows under one heading."""

    section: str | None
    tranche: str | None
    rows: list[Row]
    headed: bool = True
    unit: tuple[str | None, Decimal] | None = None
    after: date | None = None


def is_form_page(page: Page) -> bool:
    """Whether lines of the page begin like labels of the form, or are its first heading; asks for no boxes."""
    text = fold(page.text)
    return _anchors().search(text) is not None or any(
        _begins_line(text, match) for match in _compound().finditer(text.casefold())
    )


def _begins_line(text: str, match: re.Match[str]) -> bool:
    """Whether what matches stands near the beginning of a line that is no sentence and no row of another table."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    before, after = text[start : match.start()], text[match.end() : end if end >= 0 else None]
    if len(before) > _BEFORE or len(after) > _BEHIND or _STOP.search(before + after):
        return False
    return _other_tables().search(text[start:end]) is None


def read_form(pages: Iterable[Page], after: date | None = None) -> list[Found]:
    """Every figure of the form on ``pages``, in order; days without a year are the first ``after`` that day."""
    read: list[Found] = []
    for block in blocks(pages):
        block.after = after
        found = [] if block.section in ("end", "cornerstones", "waivers") else list(_read_block(block))
        if block.section is not None or len({f.metric for f in found}) >= _ENOUGH:
            read += found
    return read


def blocks(pages: Iterable[Page]) -> Iterator[Block]:
    """Rows cut at the headings; a block without a heading of its own goes on with the one before.

    Lines of words at a page break may belong to the value on its other side: they stand in both blocks.
    """
    section, tranche = None, None
    above: list[Row] = []
    for rows, below in _with_next(pages):
        if not above:
            section, tranche = None, None
        block = Block(section, tranche, list(_words_only(reversed(above)))[::-1], headed=False)
        for row in rows:
            if row.role is None:
                block.rows.append(row)
                continue
            yield _settled(block)
            kind, _, name = row.role.partition(":")
            section = name if kind in ("form", "table") else kind
            tranche = name if kind == "tranche" else None
            block = Block(section, tranche, [], unit=unit_in_brackets(row.line.text))
        above = rows if below else []
        block.rows += _words_only(below)
        yield _settled(block)


def _with_next(pages: Iterable[Page]) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of each page with those of the next form page, where it is the next page of the document too."""
    last: tuple[int, list[Row]] | None = None
    for page in pages:
        rows = rows_of(page)
        if last:
            yield last[1], rows if abs(page.number - last[0]) == 1 else []
        last = page.number, rows
    if last:
        yield last[1], []


def _words_only(rows: Iterable[Row]) -> Iterator[Row]:
    """The first rows as far as they are parts of a label."""
    labels = takewhile(lambda row: row.is_label and read_label(row.label) is not None, rows)
    return islice(labels, _CARRIED)


def _settled(block: Block) -> Block:
    """A block without a heading takes its tranche from what only one tranche has."""
    if not block.headed:
        concepts = {
            name for row in block.rows if row.value and (label := read_label(row.label)) for name in label.concepts
        }
        if "valid_applications" in concepts:
            block.section, block.tranche = "tranche", "public"
        elif "placees" in concepts:
            block.section, block.tranche = "tranche", "international"
    return block


def _read_block(block: Block) -> Iterator[Found]:
    source = Source.DETAILS if block.section == "tranche" else Source.SUMMARY
    for index, row in enumerate(block.rows):
        if name := _short_name(row):
            yield Found("stock_short_name", Cell(name), from_lines(row.page, [row.line]), source, "form.short_name")
        elif row.is_label and index + 1 < len(block.rows) and (known := read_label(row.label)):
            below = block.rows[index + 1]
            if known.concepts == {"short_name"} and below.is_label and not read_label(below.label):
                lines = [row.line, below.line]
                name = without_marks(below.line.text)
                yield Found("stock_short_name", Cell(name), from_lines(row.page, lines), source, "form.short_name")
    known_groups = groups(block.rows, lambda group: bool(_read_group(block, group)))
    for group in known_groups:
        yield from _stated(block, group, source)
    if block.section is not None:
        for rows in _others(block.rows, known_groups):
            for group in groups(rows, lambda group: bool(_read_group(block, group, loosely=True))):
                yield from _stated(block, group, Source.LOOSE)


def _others(rows: Sequence[Row], known: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The stretches of rows that are in no group of ``known``."""
    taken = {id(row) for group in known for row in group}
    for is_taken, stretch in groupby(rows, lambda row: id(row) in taken):
        if not is_taken:
            yield list(stretch)


def _stated(block: Block, group: Sequence[Row], source: Source) -> Iterator[Found]:
    """What a group states."""
    loosely = source == Source.LOOSE
    label = _label_of(group, loosely)
    page = next(row.page for row in group if row.value is not None)
    evidence = from_lines(page, [row.line for row in group if row.page == page])
    for name, cell in _read_group(block, group, loosely):
        yield _found(name, cell, label, source, evidence)


def _read_group(block: Block, group: Sequence[Row], loosely: bool = False) -> list[tuple[str, Cell]]:
    """The figures that the lines of one label and one value state; none where the label is not known here."""
    value = next(row for row in group if row.value is not None)
    if _BULLET.match(value.label):
        return []
    label = _label_of(group, loosely)
    rule = rule_for(label, block.section or "unknown", block.tranche) if label else None
    if label is None or rule is None:
        return []
    return list(_figures(rule, label, label.tranche or block.tranche, value.value or "", block))


def _label_of(group: Sequence[Row], loosely: bool = False) -> Label | None:
    return read_label("\n".join(row.label for row in group), loosely)


def _found(name: str, cell: Cell, label: Label | None, source: Source, evidence: object) -> Found:
    found = Found(name, cell, evidence, source, f"form.{name}")  # type: ignore[arg-type]
    if "_subscription_multiple" in name:
        found.basis = "total"
    if metric(name).type in ("shares", "money"):
        found.offer_basis = "initial" if name.endswith("_initial") else label.basis if label else None
    if cell.assumed:
        found.notes.append(FactNote(code="assumed_currency", text=cell.assumed))
    return found


def _figures(rule: Rule, label: Label, tranche: str | None, value: str, block: Block) -> Iterator[tuple[str, Cell]]:
    """The figures that one row states: a range states two."""
    if rule.metric in ("offer_price_range", "offer_price") and (ends := _range(value)):
        yield "offer_price_low", ends[0]
        yield "offer_price_high", ends[1]
        return
    name = rule.metric.replace("TRANCHE", tranche or "")
    if label.without_cornerstones and name == "international_subscription_multiple":
        name = "international_subscription_multiple_ex_cornerstone"
    if rule.metric == "offer_price_range" or name not in metrics():
        return
    if name == "allocation_mechanism":
        if letter := re.search(r"[A-Ca-c]$", plain_text(value)):
            yield name, Cell(letter[0].upper())
        return
    if name == "stock_code":
        if code := stock_code(value):
            yield name, Cell(code)
        return
    cell = parse(value, metric(name).type) or _day_without_year(value, metric(name).type, block.after)
    if cell is None or (name.endswith("_pct") and isinstance(cell.value, Decimal) and cell.value > _WHOLE):
        return
    given = label.unit or block.unit
    if metric(name).type == "money" and given and cell.unit is None and isinstance(cell.value, Decimal):
        worth = cell.resolution * given[1] if cell.resolution else None
        cell = replace(cell, value=cell.value * given[1], unit=given[0], resolution=worth)
    if metric(name).type in ("money", "price") and cell.value is not None and cell.unit is None:
        cell = replace(cell, unit="HKD", assumed="currency assumed HKD: the form prints none")
    if "to_international" in label.concepts and isinstance(cell.value, Decimal) and cell.value:
        cell = replace(cell, value=-cell.value)
    yield name, cell


def _day_without_year(value: str, type_: str, after: date | None) -> Cell | None:
    day = next_day(plain_text(value), after) if type_ == "date" else None
    return Cell(day) if day else None


def _range(value: str) -> tuple[Cell, Cell] | None:
    ends = _RANGE.split(plain_text(value))
    if len(ends) != 2:
        return None
    low, high = (parse(end, "price") for end in ends)
    if low is None or high is None or not isinstance(low.value, Decimal) or not isinstance(high.value, Decimal):
        return None
    unit = high.unit or low.unit or "HKD"
    return replace(low, unit=unit), replace(high, unit=unit)


def stock_code(text: str) -> str | None:
    """A Hong Kong stock code with its leading zeros, a mainland one as it stands.

    >>> stock_code("6831"), stock_code("688775"), stock_code("不適用")
    ('06831', '688775', None)
    """
    digits = re.search(r"(?<!\d)\d{1,6}(?!\d)", plain_text(text))
    return digits[0].zfill(5) if digits else None


def _short_name(row: Row) -> str | None:
    """The name in a row 股份簡稱 …: any words, so the label is what tells where it begins."""
    match = _short_names().match(fold(row.line.text))
    return without_marks(row.line.text[match.start("name") :]) or None if match else None


@cache
def _short_names() -> re.Pattern[str]:
    words = [*_concept_words("short_name"), printed(normal, ("short_name",)).pattern]
    return re.compile(rf"\s*(?:{'|'.join(words)})\s*:?\s*(?P<name>[^\s:].*)$", re.I)


@cache
def _anchors() -> re.Pattern[str]:
    words = [word for name in _ANCHORS for word in _concept_words(name)]
    first = [re.escape(normal(word)) for word in heading_words("form:company")]
    never = rf"(?![^\n]*(?:{_other_tables().pattern}))"
    label = rf"{never}[^，。；;,\n]{{0,20}}?(?:{'|'.join(words)})(?!权){never}[^，。；;\n]{{0,50}}"
    return re.compile(rf"^\s*(?:{'|'.join(first)})\s*$|^{label}$", re.I | re.M)


@cache
def _compound() -> re.Pattern[str]:
    return printed(normal, _ANCHORS)


@cache
def _other_tables() -> re.Pattern[str]:
    others = [re.escape(fold(word)) for entry in entries("filings_sections", "elsewhere") for word in entry.words]
    return re.compile("|".join(others), re.I)


def _concept_words(name: str) -> list[str]:
    found = {
        r"\s*".join(map(re.escape, normal(word))) if not word.isascii() else re.escape(word)
        for entry in entries(TABLE, "concept", id=str)
        if entry["id"] == name
        for word in entry.words
    }
    return sorted(found, key=lambda word: (-len(word), word))
