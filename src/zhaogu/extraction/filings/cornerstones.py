"""The table of cornerstone investors in the allotment details."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise

from zhaogu.lexicon.loader import entries
from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line, Word, is_cjk
from zhaogu.reading.pdf import Page

from .evidence import from_lines
from .found import Found, Source
from .labels import normal
from .rows import Row, rows_of
from .table import Hints, Table, TableLine, TableRow, read_table
from .values import Cell, without_marks

_SECTIONS = "filings_sections"
_HEADER_LINES = 22
_GROUPED = re.compile(r"\d{1,3}(?:,\s?\d{3})+")
_PROSE = 34
_MARGIN = 110.0
_HEADER_GAP = 0.5
_SAME_EDGE = 2.0
_AGREEING = 2
_WHOLE = Decimal(100)
_ROUNDED = Decimal("0.011")
_DEFINED = re.compile(
    r"\s*\((?:统称|合称|连同.{0,20}统称|以下简称|简称|collectively|together|the)?[,，]?\s*(?:「[^「」()]*」|[“\"][^“”\"()]*[”\"])"
    r"(?:(?:或|及|、|or|and)\s*(?:「[^「」()]*」|[“\"][^“”\"()]*[”\"]))*\)",
    re.I,
)


@dataclass(slots=True)
class Region:
    """The lines of one table: its header and its body."""

    header: list[Line] = field(default_factory=list)
    body: list[TableLine] = field(default_factory=list)


def read_cornerstones(pages: Iterable[Page], offered: Decimal | None = None) -> list[Found]:
    """The printed totals, and a figure for each investor; ``offered`` are all shares of the offer, where known."""
    for region in _regions(pages):
        header = normal("".join(line.text for line in region.header))
        if "禁售" in header or "lock up" in header or not region.body:
            continue
        table = read_table(region.body, Hints(_continues, _is_total))
        if table and (read := _read(table, region.header, offered)):
            return read
    return []


def _regions(pages: Iterable[Page]) -> Iterator[Region]:
    """Tables under a heading 基石投資者: header, then lines until a note, a heading or prose ends them."""
    region: Region | None = None
    for page in pages:
        repeated = bool(region and region.body)
        for row in rows_of(page):
            if row.role == "table:cornerstones":
                if region and region.body:
                    yield region
                region, repeated = Region(), False
            elif region is None:
                continue
            elif _ends(row, region):
                yield region
                region = None
            elif repeated and _is_header(row.line, region.header):
                continue
            else:
                repeated = False
                _add(region, row)
    if region:
        yield region


def _add(region: Region, row: Row) -> None:
    text = fold(row.line.text)
    if not region.body and not _GROUPED.search(text) and not _begins_name(region, row):
        region.header.append(row.line)
    else:
        region.body.append(TableLine(row.page, row.line))


def _begins_name(region: Region, row: Row) -> bool:
    """Whether the line under the header is a name whose number stands further down.

    It is when the header is complete, which its lowest line on the left says: 投資者 or Investor.
    """
    seen = normal("".join(line.text for line in region.header))
    return ("投资者" in seen or "investor" in seen) and row.line.x0 < 150 and _is_name(region, row.line)


def _is_name(region: Region, line: Line) -> bool:
    last = region.header[-1]
    return line.top - last.bottom > -0.2 * (last.bottom - last.top) and len(line.cells()) <= 2 and any(
        "投资者" in fold(word.text) or "nvestor" in word.text for word in _lowest(region.header)
    )


def _lowest(header: Sequence[Line]) -> list[Word]:
    """Words of the last lines of the header."""
    return [word for line in header[-3:] for word in line.words]


def _ends(row: Row, region: Region) -> bool:
    """Whether the table is over: at a heading, a note, or prose; a header may hold words that are headings too."""
    if row.role is not None:
        return bool(region.body) or not row.role.startswith("form:")
    text = row.line.text
    if not region.body:
        sentence = row.line.x0 < _MARGIN and ("。" in text or "，" in text or len(text) > 3 * _PROSE)
        return sentence or len(region.header) > _HEADER_LINES
    first = normal(row.line.words[0].text.split(":")[0].split("：")[0])
    if first in _words("table_end") or (len(row.line.words) == 1 and first.rstrip("0123456789") in _words("table_end")):
        return True
    prose = sum(map(is_cjk, text)) > _PROSE or len(text) > 3 * _PROSE
    return prose and len(row.line.cells()) == 1 and not _GROUPED.search(fold(text))


def _is_header(line: Line, header: Sequence[Line]) -> bool:
    """Whether a line at the top of the next page says again what the header says."""
    said = normal("".join(h.text for h in header))
    return all(normal(word.text) in said for word in line.words)


def _read(table: Table, header: Sequence[Line], offered: Decimal | None) -> list[Found]:
    shares = _shares_column(table, header)
    if shares is None:
        return []
    pct = _pct_column(table, header, shares, offered)
    rows = [row for row in table.rows if shares in row.numbers and row.name]
    total = next((row for row in reversed(rows) if _is_total(row.name)), None)
    investors = [row for row in rows if not _is_total(row.name)]
    investors = _without_subtotals(investors, shares, _shares(total, shares) if total else None)
    if not investors:
        return []
    found = list(_figures(total, shares, pct, None)) if total else []
    found += [f for row in investors for f in _figures(row, shares, pct, holder_name(row.name))]
    return found


def _figures(row: TableRow, shares: int, pct: int | None, holder: str | None) -> Iterator[Found]:
    page = next(line.page for line in row.lines if row.numbers[shares] in _squeezed(line.line))
    evidence = from_lines(page, [line.line for line in row.lines if line.page == page])
    name = "cornerstone_allocation" if holder else "cornerstone_shares"
    cell = Cell(_shares(row, shares), "shares", Decimal(1))
    yield Found(name, cell, evidence, Source.DETAILS, "table.cornerstones", holder=holder)
    if pct is not None and pct in row.numbers:
        value = Decimal(row.numbers[pct].replace(",", ""))
        cell = Cell(value, "percent", Decimal(1).scaleb(int(value.as_tuple().exponent)))
        yield Found("cornerstone_share_pct", cell, evidence, Source.DETAILS, "table.cornerstones", holder=holder)


def holder_name(printed: str) -> str:
    """A name without footnote marks and without the short name that the document defines for itself.

    >>> holder_name("北辰基金（香港）有限公司（「北辰香港」）（為其自身行事）(3)(5)")
    '北辰基金（香港）有限公司（為其自身行事）'
    """
    name, folded = printed, fold(printed)
    for match in reversed(list(_DEFINED.finditer(folded))):
        name = name[: match.start()] + name[match.end() :]
    return without_marks(re.sub(r"\s+", " ", name))


def _squeezed(line: Line) -> str:
    return fold("".join(word.text for word in line.words))


def _shares(row: TableRow, shares: int) -> Decimal:
    return Decimal(row.numbers[shares].replace(",", ""))


def _shares_column(table: Table, header: Sequence[Line]) -> int | None:
    """The first column of whole numbers that are no amounts of money."""
    for index in range(len(table.columns)):
        numbers = _column(table, index)
        if numbers and all(n == int(n) for n in numbers.values()) and not _says("amount", _header_over(table, header, index)):
            return index
    return None


def _pct_column(table: Table, header: Sequence[Line], shares: int, offered: Decimal | None) -> int | None:
    """The column of percentages of the offer shares: the header names it, and where they are known the numbers prove it."""
    over = [_header_over(table, header, index) for index in range(len(table.columns))]
    named = [i for i, text in enumerate(over) if i > shares and _says("offer_pct", text)]
    whole = normal("".join(line.text for line in header))
    if offered and (named or _says("offer_pct_anywhere", whole)):
        counts = _column(table, shares)
        for index in (*named, *range(shares + 1, len(over))):
            numbers = _column(table, index)
            right = sum(abs(n - 100 * counts[at] / offered) <= _ROUNDED for at, n in numbers.items() if at in counts)
            if right and right >= 0.8 * len(numbers):
                return index
    return named[0] if named and all(n <= _WHOLE for n in _column(table, named[0]).values()) else None


def _column(table: Table, index: int) -> dict[int, Decimal]:
    """The numbers of a column by their row."""
    return {
        at: Decimal(row.numbers[index].replace(",", "")) for at, row in enumerate(table.rows) if index in row.numbers
    }


def _header_over(table: Table, header: Sequence[Line], index: int) -> str:
    """What the header says over a column.

    Where header and numbers begin at the same edges, these part the columns; else words go to the nearest column,
    and words that span several are cut into characters.
    """
    words = [word for line in header for word in line.words if word.x1 > table.columns[0][0] - 30]
    edges = [x0 for x0, _ in table.columns]
    if all(sum(abs(word.x0 - edge) <= _SAME_EDGE for word in words) >= _AGREEING for edge in edges):
        return normal(" ".join(word.text for word in words if bisect_right(edges, word.x0 + _SAME_EDGE) == index + 1))
    centres = [(x0 + x1) / 2 for x0, x1 in table.columns]
    pitch = min((b - a for a, b in pairwise(centres)), default=100.0)
    last = table.columns[-1][1] + 40
    parts = []
    for cell in (cell for line in header for cell in line.cells(_HEADER_GAP)):
        x0, x1 = cell.words[0].x0, cell.words[-1].x1
        if x1 <= table.columns[0][0] - 30:
            continue
        pieces = [(cell.text, (x0 + x1) / 2)] if x1 - x0 < 1.2 * pitch else [p for w in cell.words for p in _characters(w)]
        parts.append("".join(text for text, at in pieces if at < last and _nearest(at, centres) == index))
    return normal(" ".join(part for part in parts if part))


def _nearest(at: float, centres: Sequence[float]) -> int:
    return min(range(len(centres)), key=lambda i: abs(centres[i] - at))


def _characters(word: Word) -> Iterator[tuple[str, float]]:
    """The characters of ``word``, each with its centre; Chinese ones are twice as wide as others."""
    widths = [2 if is_cjk(char) else 1 for char in word.text]
    step = (word.x1 - word.x0) / sum(widths)
    at = word.x0
    for char, width in zip(word.text, widths, strict=True):
        yield char, at + width * step / 2
        at += width * step
    yield " ", at


def _without_subtotals(rows: list[TableRow], shares: int, total: Decimal | None) -> list[TableRow]:
    """The rows without those that only sum up the ones above them, which the printed total proves."""
    if total is None or sum((_shares(row, shares) for row in rows), Decimal(0)) == total:
        return rows
    kept: list[TableRow] = []
    group: list[TableRow] = []
    for row in rows:
        if any(_shares(row, shares) == sum(_shares(r, shares) for r in group[i:]) for i in range(len(group) - 1)):
            group = []
            continue
        kept.append(row)
        group.append(row)
    return kept if sum((_shares(row, shares) for row in kept), Decimal(0)) == total else rows


def _is_total(name: str) -> bool:
    return normal(name) in _words("total")


def _continues(text: str) -> bool:
    """Whether a line is the rest of a name, and begins none."""
    plain = normal(re.split(r"[(（「“]", text)[0])
    return bool(plain) and (plain in _words("continuation") or plain.split(" ")[0] in _words("continuation"))


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(normal(word) for entry in entries(_SECTIONS, section) for word in entry.words)


def _says(id_: str, header: str) -> bool:
    """Whether a header speaks of this kind of column."""
    return any(yes.search(header) and not (never and never.search(header)) for yes, never in _kinds(id_))


@cache
def _kinds(id_: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (re.compile("|".join(entry.words)), re.compile("|".join(entry["never"])) if entry["never"] else None)
        for entry in entries(_SECTIONS, "column", id=str)
        if entry["id"] == id_
    )
