"""Candidate pages to statements: tables titled, continued over pages, their columns dated and their rows named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from zhaogu.model.period import Period
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import PDF, Page

from .headers import Head
from .labels import fold, is_mainland
from .pages import candidates
from .periods import Span, duration, instant, span
from .rows import NamedRow, name_rows
from .sections import Section, sections
from .tables import Table, tables
from .titles import Title, begins_anew, is_continued, scope_in, title_of
from .units import Unit, unit

_UNIT_LINE = re.compile(
    r"in (?:thousands|millions|billions)|单位|千元|百万元|万元|亿元|'000|million|thousand|rmb|人民币|hk\$|us\$|币种"
)
_INCOME = {"revenue", "cost_of_sales", "gross_profit", "selling_expense", "admin_expense", "rd_expense", "finance_costs",
           "profit_before_tax", "income_tax", "net_profit", "net_profit_attributable", "eps_basic"}  # fmt: skip
_POSITION = {"total_assets", "total_liabilities", "net_assets", "cash_and_equivalents"}
_ONE_CELL = 2.0
_SAYS_UNIT = re.compile(
    r"单位|\bin (?:\S+ )?(?:thousands|millions|billions)|以\S{0,6}(?:千元|百万元|万元)(?:列示|呈列|为单位|计)"
)


@dataclass(slots=True)
class ColumnMeaning:
    """A column that carries figures: the periods it is for, its unit, and the table column it is."""

    index: int
    flow: Period | None
    day: Period | None
    unit: Unit
    percent: bool
    audited: bool | None
    of: int | None = None
    """The amount column that a percentage stands beside."""

    def period(self, statement: str | None) -> Period | None:
        """The day in a statement of financial position, the span in the others."""
        return self.day if statement == "position" or self.flow is None else self.flow


@dataclass(slots=True)
class Reading:
    """A table that was read: what it is, where it stands, its columns and named rows."""

    section: Section
    table: Table
    title: Title
    unit: Unit
    columns: list[ColumnMeaning]
    rows: list[NamedRow]
    said: Span
    """The period that the lines above the table state for all of it."""

    @property
    def statement(self) -> str | None:
        """The kind of statement."""
        return self.title.statement

    @property
    def page(self) -> int:
        """The page it stands on."""
        return self.table.page


def read_tables(pdf: PDF) -> list[Reading]:
    """Every table of the candidate pages, in document order; of all pages where the bookmarks lead to no statement."""
    readings = _read(candidates(pdf))
    if not any(reading.statement in ("income", "position", "mixed") for reading in readings) and sections(pdf):
        readings = _read(candidates(pdf, everywhere=True))
    return readings


def _read(pages: Iterable[tuple[Section, Page]]) -> list[Reading]:
    found = [(section, table, page) for section, page in pages for table in tables(page)]
    spans = [head.span for _, table, _ in found for head in table.heads]
    year_end = fiscal_year_end(spans) or fiscal_year_end(_said_above(table.caption) for _, table, _ in found)
    if year_end is None and any(is_mainland(row.line.text) for _, table, _ in found for row in table.rows):
        year_end = 12, 31
    readings: list[Reading] = []
    for section, table, page in found:
        before = readings[-1] if readings else None
        reading = _reading(section, table, page, before, year_end)
        if reading:
            readings.append(reading)
    _take_scales(readings)
    return readings


def _take_scales(readings: Sequence[Reading]) -> None:
    """A table that states no scale has that of a statement whose figures it repeats."""
    known: dict[tuple[str, Period, Decimal], Unit] = {}
    for reading in readings:
        known.update({key: column.unit for key, column in _stated(reading) if column.unit.scale})
    for reading in readings:
        if all(column.unit.scale is None for column in reading.columns):
            repeated = [known[key] for key, _ in _stated(reading) if key in known]
            for column in reading.columns if len(repeated) > 1 else ():
                column.unit = column.unit.over(repeated[0])


def _stated(reading: Reading) -> Iterator[tuple[tuple[str, Period, Decimal], ColumnMeaning]]:
    """Metric, period and printed amount of each named figure, with its column; small ones say nothing."""
    for row in reading.rows:
        for column in reading.columns:
            cell, period = row.row.columns.get(column.index), column.period(reading.statement)
            if row.metric and period and cell and cell.numeral.value and abs(cell.numeral.value) >= 100:
                yield (row.metric, period, cell.numeral.value), column


def fiscal_year_end(spans: Iterable[Span]) -> tuple[int, int] | None:
    """Month and day on which the financial year ends: as most headers of whole years say."""
    days = Counter((s.month, s.day) for s in spans if s.months == 12 and s.month and s.day)
    if not days:
        return None
    month, day = days.most_common(1)[0][0]
    assert month is not None and day is not None
    return month, day


def _reading(
    section: Section, table: Table, page: Page, before: Reading | None, year_end: tuple[int, int] | None
) -> Reading | None:
    title = title_of(table.caption)
    continued = before is not None and _continues(table, title, before)
    if before and _changes_periods(table, before):
        title, continued = before.title, True
    heads = table.heads
    if not heads:
        heads = table.heads = _heads_above(table, before.table) if before and continued else []
        if not heads:
            return None
    if before and continued and title.statement is None:
        title = before.title
    goes_on = before is not None and (
        continued or (is_continued(table.caption) and title.statement == before.statement)
    )
    running = fold(page.upright_lines[0].text) if page.upright_lines else ""
    if title.scope is None and scope_in(running) == "pro_forma":
        title = replace(title, scope="pro_forma")
    around = _unit(table, before if continued else None)
    unaudited = section.kind == "interim" or "unaudited" in title.text or "未经审" in title.text
    said = _said_above(table.caption)
    if not said.month and before and goes_on:
        said = before.said
    columns = _columns(table, title, around, said, year_end, unaudited)
    if not columns:
        return None
    if title.statement is None and title.scope is None:
        title = replace(title, statement=_inferred(table), inferred=True)
    rows = name_rows(table.rows, title.statement, before.rows if before and goes_on else ())
    return Reading(section, table, title, around, columns, rows, said)


def _inferred(table: Table) -> str | None:
    """The statement that a table must be by its rows alone."""
    found = {row.metric for row in name_rows(table.rows, None)}
    if len(found & _INCOME) >= 4 and "revenue" in found and found & {"net_profit", "profit_before_tax"}:
        return "income"
    return "position" if len(found & _POSITION) >= 3 else None


def _heads_above(table: Table, before: Table) -> list[Head]:
    """The heads of the page before for columns that stand where its columns stood; empty where they do not."""
    heads = []
    for column in table.columns:
        nearest = min(range(len(before.columns)), key=lambda i: abs(before.columns[i].x1 - column.x1))
        if abs(before.columns[nearest].x1 - column.x1) > 25:
            return []
        heads.append(before.heads[nearest])
    return heads


def _continues(table: Table, title: Title, before: Reading) -> bool:
    """Whether ``table`` goes on with the statement of the page before."""
    if table.page != before.page + 1 or not table.at_top or title.statement is not None or title.scope is not None:
        return False
    return len(table.caption) <= 3 and before.table.at_end and not begins_anew(table.caption)


def _changes_periods(table: Table, before: Reading) -> bool:
    """Whether ``table`` follows the one before it with nothing but other periods in between: days, then years."""
    return bool(table.heads) and not table.caption and table.page == before.page and not table.at_top


def _unit(table: Table, before: Reading | None) -> Unit:
    """The unit that holds for the whole table: from its caption, nearest line first, or from the page before."""
    found = Unit()
    for line in reversed(table.caption):
        text = fold(line.text)
        if _UNIT_LINE.search(text) and (_SAYS_UNIT.search(text) or not re.search(r"\d", text.replace("'000", ""))):
            found = found.over(unit(text))
    for line in table.band:
        if len(line.cells(_ONE_CELL)) == 1:
            found = unit(fold(line.text)).over(found)
    return found.over(before.unit) if before else found


def _columns(
    table: Table, title: Title, around: Unit, caption: Span, year_end: tuple[int, int] | None, unaudited: bool
) -> list[ColumnMeaning]:
    if around == Unit():  # what one column says in a header that is centred over none holds for the others
        around = next((head.unit for head in table.heads if head.unit != Unit()), around)
    found: list[ColumnMeaning] = []
    for index, head in enumerate(table.heads):
        if head.change or head.company or not head.span.complete:
            continue
        flow, day = _periods(head, caption, title.statement, year_end)
        if flow is None and day is None:
            continue
        percent = head.percent or _all_percent(table, index)
        audited = head.audited if head.audited is not None else (False if unaudited else None)
        column = ColumnMeaning(index, flow, day, head.unit.over(around), percent, audited)
        if percent:
            column.of = _amount_beside(found, column)
        found.append(column)
    return found


def _said_above(caption: Sequence[Line]) -> Span:
    """The nearest of the last lines above a table that states a period."""
    said = (span(fold(line.text)) for line in reversed(caption[-3:]))
    return next((s for s in said if s.month), Span(None, None, None, None, False))


def _all_percent(table: Table, index: int) -> bool:
    cells = [row.columns[index].numeral for row in table.rows if index in row.columns]
    values = [cell for cell in cells if cell.value is not None]
    return bool(values) and all(cell.percent for cell in values)


def _amount_beside(found: list[ColumnMeaning], column: ColumnMeaning) -> int | None:
    """The nearest amount column to the left of the same period, the reported currency before a translation."""
    same = [c for c in found if not c.percent and (c.flow, c.day) == (column.flow, column.day)]
    return same[0].index if same else None


def _periods(
    head: Head, caption: Span, statement: str | None, year_end: tuple[int, int] | None
) -> tuple[Period | None, Period | None]:
    said = head.span
    if said.month is None and said.months is None and not said.instant and caption.month:
        said = Span(said.year, caption.month, caption.day, caption.months, caption.instant)
    both = said.months is not None and said.instant
    flow = None if said.instant and said.months is None else duration(said, year_end)
    day = None if said.months not in (None, 12) and not both else instant(said, year_end)
    if said.months == 12 and not both and statement in ("income", "cash_flow"):
        day = instant(said, year_end)
    if statement == "cash_flow" and flow is not None and flow.end is not None:
        day = Period.at(flow.end)  # of the cash at the end of it
    if statement == "position":
        flow = None
        day = instant(said, year_end)
    return flow, day


def scale_of(column: ColumnMeaning) -> Decimal:
    """What one unit of an amount in ``column`` is worth."""
    return column.unit.scale or Decimal(1)
