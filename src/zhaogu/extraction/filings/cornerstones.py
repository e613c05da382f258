"""The table of cornerstone investors in the allotment details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import Page

from .columns import pct_column, shares_column
from .evidence import from_lines
from .found import Found, Source
from .labels import normal, without_brackets
from .regions import regions, table_words
from .table import Hints, Table, TableRow, read_table
from .values import Cell, without_marks

_ALL_OF_THEM = re.compile("全部|所有|各|基石投资[者人]|(?:all|of|for|the|cornerstone|investors?)(?![a-z])")
_QUOTED = r"(?:「[^「」]*」|[“\"][^“”\"]*[”\"])"
_DEFINED = re.compile(
    rf"[,，]?\s*(?:(?:统称|合称|下?称|以下简称|简称|连同其联属人士|collectively|together|the|defined as)[,，为]?\s*)*{_QUOTED}"
    rf"(?:\s*(?:或|及|、|or|and)\s*{_QUOTED})*」?\s*(?:[,，](?=[^)]))?|\bas defined (?:below|above)",
    re.I,
)
"""A short name that the document defines for itself, in the brackets behind a name."""
_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
_EMPTY = re.compile(r"\s*[(（]\s*[)）]")

_INVESTORS = ("投资者", "投资人")
"""No investor is called so, but groups of them are: 金融投資者."""
LEAST = 1_000
"""No cornerstone investor takes fewer shares; days of the month stand in the prose behind a table."""


def read_cornerstones(pages: Iterable[Page], offered: Decimal | None = None) -> list[Found]:
    """The printed totals, and a figure for each investor; ``offered`` are all shares of the offer, where known."""
    for region in regions(pages):
        header = normal("".join(line.text for line in region.header))
        if not region.body or any(word in header for word in table_words("other_table")):
            continue
        table = read_table(region.body, Hints(_continues, _stands_alone))
        if table and (read := _read(table, region.header, offered)):
            return read
    return []


def _read(table: Table, header: Sequence[Line], offered: Decimal | None) -> list[Found]:
    shares = shares_column(table, header, offered)
    if shares is None:
        return []
    pct = pct_column(table, header, shares, offered)
    rows = [row for row in table.rows if shares in row.numbers and _is_named(row.name)]
    investors = [row for row in rows if not _is_total(row.name) and _shares(row, shares) >= LEAST]
    total = _total(rows, investors, shares)
    investors = _without_subtotals(investors, shares, _shares(total, shares) if total else None)
    if not investors:
        return []
    found = list(_figures(total, shares, pct, None)) if total else []
    found += [f for row in investors for f in _figures(row, shares, pct, holder_name(row.name))]
    return found


def _total(rows: Sequence[TableRow], investors: Sequence[TableRow], shares: int) -> TableRow | None:
    """The last row that sums all up; a sub-total does where no investor stands beside its group."""
    whole = sum((_shares(row, shares) for row in investors), Decimal(0))
    for row in reversed(rows):
        if _is_total(row.name) and (not _is_subtotal(row.name) or _shares(row, shares) >= whole):
            return row
    return None


def _is_subtotal(name: str) -> bool:
    return normal(without_brackets(name)) in table_words("subtotal")


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
    >>> holder_name("North Fund Limited (together with Pole Fund, the “North Funds”) (as defined below)")
    'North Fund Limited (together with Pole Fund)'
    """
    name, folded = printed, fold(printed)
    for brackets in reversed(list(_BRACKETS.finditer(folded))):
        for match in reversed(list(_DEFINED.finditer(folded, *brackets.span()))):
            name = name[: match.start()] + name[match.end() :]
    return without_marks(re.sub(r"\s+", " ", _EMPTY.sub("", name)))


def _is_named(printed: str) -> bool:
    """Whether a row has a name, and is no line of the header that holds a number: 下調至最接近的1,000股."""
    name = holder_name(printed)
    return bool(name) and normal(without_brackets(name)) not in table_words("investor_header")


def _squeezed(line: Line) -> str:
    return fold("".join(word.text for word in line.words))


def _shares(row: TableRow, shares: int) -> Decimal:
    return Decimal(row.numbers[shares].replace(",", ""))


def _without_subtotals(rows: list[TableRow], shares: int, total: Decimal | None) -> list[TableRow]:
    """The rows without those that only sum up the ones above or below them, which the printed total proves."""
    counts = [_shares(row, shares) for row in rows]
    if total is None or sum(counts) == total:
        return rows
    for step in (1, -1):
        kept = _members(counts[::step])
        chosen = [rows[::step][at] for at in kept][::step]
        if sum((_shares(row, shares) for row in chosen), Decimal(0)) == total:
            return chosen
    return rows


def _members(counts: Sequence[Decimal]) -> list[int]:
    """Places of the numbers that are no sum of the two or more numbers straight before them."""
    kept: list[int] = []
    group: list[Decimal] = []
    for at, count in enumerate(counts):
        if any(count == sum(group[start:]) for start in range(len(group) - 1)):
            group = []
        else:
            kept.append(at)
            group.append(count)
    return kept


def _is_total(name: str) -> bool:
    plain = normal(without_brackets(name))
    return plain in table_words("total") or _ALL_OF_THEM.sub("", plain).strip() in table_words("total")


def _stands_alone(text: str) -> bool:
    """Whether a line is a row of its own: a total, or the heading of a group of investors.

    >>> [_stands_alone(line) for line in ("Sub-total", "State-owned investors", "北辰系實體", "北辰投資者", "專業投資者基金")]
    [True, True, True, True, False]
    """
    plain = normal(text)
    if plain.endswith(_INVESTORS):
        return True
    for noun in table_words("group_noun"):
        if plain.endswith(noun) and plain.removesuffix(noun).strip() in table_words("group_kind"):
            return True
    return _is_total(text) or plain.endswith(tuple(table_words("group_end")))


def _continues(text: str) -> bool:
    """Whether a line is the rest of a name, and begins none: so is the mark of a note alone."""
    if not holder_name(text):
        return True
    first = normal(re.split(r"[(（「“／/╱\s]", text.strip())[0])
    whole = normal(re.split(r"[(（「“]", text)[0])
    return bool(first) and (first in table_words("continuation") or whole in table_words("continuation"))
