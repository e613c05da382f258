"""The label/value form of the allotment announcement, driven by the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby, zip_longest

from zhaogu.model import Evidence, FactNote, metric, metrics
from zhaogu.reading.fold import fold
from zhaogu.reading.pdf import Page

from .blocks import Block, blocks
from .compounds import printed
from .days import next_day
from .evidence import from_lines
from .found import Found, Source
from .label_rules import Rule, rule_for
from .labelled import groups
from .labels import ITEM, Label, concept_words, normal, read_label
from .rows import Row
from .values import Cell, parse, plain_text, stock_code, without_marks

_RANGE = re.compile(r"\s*(?:至|到|~|–|—|-|－|\bto\b)\s*", re.I)
_LEADING = " .…·"
"""The dots that lead from a label to its value."""
_BULLET = re.compile(r"\s*[-–—－•·]\s*\S")
"""A row that divides the figure of the row above."""
_MECHANISM = re.compile(r"(?:采[用纳])?(?:机制|mechanism) ?[abc]", re.I)
"""What stands in a row about the clawback where the document says which mechanism it follows."""
_WHOLE = Decimal(100)
_ENOUGH = 3
"""Figures that rows must give before they count as a form although no heading stands above them."""


def read_form(pages: Iterable[Page], after: date | None = None) -> list[Found]:
    """Every figure of the form on ``pages``, in order; days without a year are the first ``after`` that day."""
    read: list[Found] = []
    for block in blocks(pages):
        block.after = after
        found = [] if block.section in ("end", "cornerstones", "waivers") else list(_read_block(block))
        if block.section is not None or len({f.metric for f in found}) >= _ENOUGH:
            read += found
    return read


def _read_block(block: Block) -> Iterator[Found]:
    source = Source.DETAILS if block.section == "tranche" else Source.SUMMARY
    for name, evidence in _short_names(block.rows):
        yield Found("stock_short_name", Cell(name), evidence, source, "form.short_name")
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


def _found(name: str, cell: Cell, label: Label | None, source: Source, evidence: Evidence) -> Found:
    found = Found(name, cell, evidence, source, f"form.{name}")
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
    if name == "clawback_triggered" and _MECHANISM.fullmatch(plain_text(value)):
        name = "allocation_mechanism"
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
    if metric(name).type in ("money", "price") and cell.unit is None:
        cell = _in_currency(cell, (label.unit or block.unit) if metric(name).type == "money" else None)
    if "to_international" in label.concepts and isinstance(cell.value, Decimal) and cell.value:
        cell = replace(cell, value=-cell.value)
    yield name, cell


def _in_currency(cell: Cell, given: tuple[str | None, Decimal] | None) -> Cell:
    """An amount printed without its currency: in the unit that label or heading have given, else in Hong Kong dollars."""
    if given and isinstance(cell.value, Decimal):
        worth = cell.resolution * given[1] if cell.resolution else None
        cell = replace(cell, value=cell.value * given[1], unit=given[0], resolution=worth)
    if cell.value is None or cell.unit is not None:
        return cell
    return replace(cell, unit="HKD", assumed="currency assumed HKD: the form prints none")


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


def _short_names(rows: Sequence[Row]) -> Iterator[tuple[str, Evidence]]:
    """The names in rows 股份簡稱 …, or right below: any words, so the label is what tells where they begin."""
    for row, below in zip_longest(rows, rows[1:]):
        match = _short_name().match(fold(row.line.text))
        if match and (name := without_marks(row.line.text[match.start("name") :].lstrip(_LEADING))):
            yield name, from_lines(row.page, [row.line])
        elif below and below.is_label and _is_short_name_label(row) and not read_label(below.label):
            yield without_marks(below.line.text), from_lines(row.page, [row.line, below.line])


def _is_short_name_label(row: Row) -> bool:
    label = read_label(row.label) if row.is_label else None
    return label is not None and label.concepts == {"short_name"}


@cache
def _short_name() -> re.Pattern[str]:
    words = [*concept_words("short_name"), printed(normal, ("short_name",)).pattern]
    return re.compile(rf"\s*(?:{ITEM.pattern})?(?:{'|'.join(words)})\s*:?\s*(?P<name>[^\s:].*)$", re.I)
