"""Named rows to figures: one metric, period and value each, in the contract's signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from zhaogu.model.evidence import Evidence
from zhaogu.model.metrics import metric
from zhaogu.model.period import Period
from zhaogu.reading.layout import Box, rounded, union

from .grid import Cell
from .labels import fold
from .reading import ColumnMeaning, Reading, scale_of
from .rows import NamedRow, quote_lines
from .sections import RANK

COSTS = (
    "cost_of_sales",
    "selling_expense",
    "admin_expense",
    "rd_expense",
    "finance_costs",
    "income_tax",
    "rd_investment",
)
PROFITS = ("gross_profit", "profit_before_tax", "net_profit", "net_profit_attributable", "net_profit_continuing",
           "net_profit_ex_nonrecurring", "adjusted_net_profit", "eps_basic", "net_assets", "operating_cash_flow")  # fmt: skip
STATEMENTS = ("income", "position", "cash_flow")
_COST_IN_BRACKETS = re.compile(r"\((?:costs?|expenses?|成本|费用|开支)\)")
"""A label that is of an income too, such as finance (costs)/income: what stands in brackets is the cost."""
MAIN = {"income": ("revenue", "gross_profit", "profit_before_tax", "net_profit", "net_profit_attributable"),
        "position": ("total_assets", "total_liabilities", "net_assets", "cash_and_equivalents"),
        "cash_flow": ("operating_cash_flow", "cash_and_equivalents")}  # fmt: skip


@dataclass(slots=True)
class Figure:
    """A figure as one place states it."""

    metric: str
    period: Period
    unit: str | None
    value: Decimal
    resolution: Decimal
    audited: bool | None
    evidence: Evidence
    rank: tuple[int, ...]
    titled: bool
    section: str
    rule: str
    statement: str | None
    translation: bool = False
    extra: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, str | None]:
        """What there is one value of."""
        return self.metric, self.period.label, self.unit


def figures(reading: Reading, bare: str | None) -> Iterator[Figure]:
    """The figures of a table; ``bare`` is the currency of an amount whose currency nothing names."""
    if reading.title.scope is not None:
        return
    costs = _bracketed_costs(reading)
    main = next((c.unit.currency for c in reading.columns if not c.percent and c.unit.currency), None)
    base = _is_share_of_revenue(reading)
    chosen = _first_rows(reading)
    for row in reading.rows:
        if row.item is None or row.metric is None:
            continue
        for column in reading.columns:
            cell = row.row.columns.get(column.index)
            if cell is None or cell.numeral.value is None:
                continue
            if column.percent or cell.numeral.percent:
                yield from _ratio(reading, row, column, cell, base)
            elif (found := _amount(reading, row, column, cell, costs, bare, main)) is not None:
                found.extra = row is not chosen[row.metric]
                yield found


def _first_rows(reading: Reading) -> dict[str, NamedRow]:
    """The row of each metric: the best item of the lexicon, and of those the first."""
    rows: dict[str, NamedRow] = {}
    for row in reading.rows:
        if row.item and row.metric:
            first = rows.setdefault(row.metric, row)
            if first.item and row.item.rank < first.item.rank:
                rows[row.metric] = row
    return rows


def _amount(
    reading: Reading,
    row: NamedRow,
    column: ColumnMeaning,
    cell: Cell,
    costs: bool | None,
    bare: str | None,
    main: str | None,
) -> Figure | None:
    assert row.item is not None and row.metric is not None and cell.numeral.value is not None
    name = row.metric
    kind = metric(name)
    if kind.type == "percent":
        return _printed_ratio(reading, row, column, cell) if _is_percentage(row, cell) else None
    period = column.day if kind.instant else column.flow
    if period is None or not _belongs(reading, row):
        return None
    per_share = kind.type == "price"
    currency, scale = _unit(row, column, cell, per_share)
    value = cell.numeral.value
    if name == "income_tax":
        value = _tax(reading, row, column.index, value, costs)
    elif name in COSTS:
        value = -value if costs or _COST_IN_BRACKETS.search(fold(row.text)) else value
    elif name in PROFITS and row.only_negative and _all_positive(row):
        value = -value
    notes = [] if currency else ["assumed_currency"]
    if not (currency or per_share or column.unit.scale or row.unit):
        notes = ["no_unit"]
    exact = value * scale
    exact = exact.quantize(Decimal(1)) if exact == exact.to_integral_value() and not per_share else exact
    resolution = scale * Decimal(1).scaleb(-cell.numeral.decimals)
    return Figure(
        name, period, currency or bare, exact, resolution, column.audited, evidence(reading.page, row), _rank(reading, row),
        reading.statement in (*STATEMENTS, "mixed", "charges") or reading.statement == row.item.statement == "ratio",
        reading.section.kind, f"statements.{reading.statement or 'table'}.{name}", reading.statement,
        translation=bool(main and currency and currency != main), notes=notes,
    )  # fmt: skip


def _tax(reading: Reading, row: NamedRow, column: int, printed: Decimal, costs: bool | None) -> Decimal:
    """Income tax as an expense: what the profits before and after it say, else as costs are printed in the table."""
    before = _beside(reading, column, "profit_before_tax")
    after = {_beside(reading, column, name) for name in ("net_profit", "net_profit_continuing")} - {None}
    if before is not None and printed:
        if before - printed in after:
            return printed
        if before + printed in after:
            return -printed
    credit = re.search(r"抵免|credit|benefit", row.text.lower()) and not re.search(
        r"开支|開支|费用|費用|expense|charge", row.text.lower()
    )
    return -printed if costs or (credit and printed > 0) else printed


def _beside(reading: Reading, column: int, name: str) -> Decimal | None:
    """The figure of the row called ``name`` in the same column."""
    cells = (row.row.columns.get(column) for row in reading.rows if row.metric == name)
    return next((cell.numeral.value for cell in cells if cell is not None), None)


def _belongs(reading: Reading, row: NamedRow) -> bool:
    """Whether a table of this kind may state the row's figure at all."""
    assert row.item is not None
    kind, item = reading.statement, row.item.statement
    if kind in ("equity", "charges"):
        return kind == "charges" and row.metric == "rd_expense"
    if item == "measure":
        return kind in ("measure", "income", "mixed", None)
    if kind in ("measure", "ratio"):
        return item == kind or (item == "income" and row.metric == "net_profit")
    return kind in (item, "mixed", None) or item in ("ratio", "any")


def _unit(row: NamedRow, column: ColumnMeaning, cell: Cell, per_share: bool) -> tuple[str | None, Decimal]:
    from .units import unit

    own = unit(row.unit) if row.unit else None
    currency = cell.numeral.currency or (own.currency if own else None) or column.unit.currency
    if per_share:
        cents = cell.numeral.cents or bool(row.unit and re.search(r"cent|分|仙", row.unit))
        return currency, Decimal("0.01") if cents else Decimal(1)
    if own and own.scale:
        return currency, own.scale
    return currency, scale_of(column)


def _all_positive(row: NamedRow) -> bool:
    values = [
        cell.numeral.value
        for cell in row.row.columns.values()
        if cell.numeral.value is not None and not cell.numeral.percent
    ]
    return all(value >= 0 for value in values)


def _bracketed_costs(reading: Reading) -> bool:
    """Whether the table prints costs in brackets: as most of its costs are printed."""
    plain = bracketed = 0
    for row in reading.rows:
        if row.metric in COSTS:
            weight = 1 if row.metric in ("income_tax", "finance_costs") else 3
            for column in reading.columns:
                cell = row.row.columns.get(column.index)
                if cell and cell.numeral.value and not column.percent:
                    bracketed += weight * (cell.numeral.value < 0)
                    plain += weight * (cell.numeral.value > 0)
    return bracketed > plain


def _is_share_of_revenue(reading: Reading) -> bool:
    """Whether the percentages beside the amounts are shares of revenue: revenue's own is 100."""
    shares = [column for column in reading.columns if column.percent and column.of is not None]
    for row in reading.rows:
        if row.metric == "revenue":
            values = [row.row.columns[c.index].numeral.value for c in shares if c.index in row.row.columns]
            return bool(values) and all(value == 100 for value in values)
    return False


def _ratio(reading: Reading, row: NamedRow, column: ColumnMeaning, cell: Cell, base: bool) -> Iterator[Figure]:
    if column.of is None and _is_grouped(cell):
        return  # an amount under a header that is another column's
    if row.metric and metric(row.metric).type == "percent":
        found = _printed_ratio(reading, row, column, cell)
        if found:
            yield found
    elif (
        base
        and reading.statement in ("income", "mixed")
        and row.metric in ("gross_profit", "rd_expense")
        and column.flow
        and cell.numeral.value is not None
    ):
        name = "gross_margin_pct" if row.metric == "gross_profit" else "rd_ratio_pct"
        value = cell.numeral.value if row.metric == "gross_profit" else abs(cell.numeral.value)
        yield _percent(reading, row, column, cell, name, value)


def _is_grouped(cell: Cell) -> bool:
    """Whether a cell is written as amounts are: of percentages only those above a thousand are grouped, 2,023.2."""
    return "," in cell.word.text and not cell.numeral.percent and cell.numeral.decimals != 1


def _is_percentage(row: NamedRow, cell: Cell) -> bool:
    if _is_grouped(cell):
        return False
    return cell.numeral.percent or (row.unit or "") == "%" or "%" in row.text or cell.numeral.decimals > 0


def _printed_ratio(reading: Reading, row: NamedRow, column: ColumnMeaning, cell: Cell) -> Figure | None:
    if column.flow is None or cell.numeral.value is None or row.metric is None:
        return None
    lost = row.only_negative and all((c.numeral.value or 0) >= 0 for c in row.row.columns.values())  # 毛損率
    return _percent(reading, row, column, cell, row.metric, -cell.numeral.value if lost else cell.numeral.value)


def _percent(reading: Reading, row: NamedRow, column: ColumnMeaning, cell: Cell, name: str, value: Decimal) -> Figure:
    assert column.flow is not None
    notes = ["rd_investment_base"] if name == "rd_ratio_pct" and "投入" in row.text else []
    return Figure(
        name, column.flow, "percent", value, Decimal(1).scaleb(-cell.numeral.decimals), column.audited,
        evidence(reading.page, row), _rank(reading, row), reading.statement is not None, reading.section.kind,
        f"statements.{reading.statement or 'table'}.{name}", reading.statement, notes=notes,
    )  # fmt: skip


def _rank(reading: Reading, row: NamedRow) -> tuple[int, ...]:
    """Where a figure is looked for first: the accountants' statements, the item that is meant before a stand-in."""
    assert row.item is not None
    kind = reading.statement
    titled = kind in (*STATEMENTS, "mixed", "ratio", "measure", "charges")
    doubt = int(reading.title.sentence) + 2 * int(reading.title.inferred)
    other = row.item.statement not in (kind, "ratio")
    return (
        int(not titled),
        row.item.rank + (kind == "charges"),
        RANK[reading.section.kind],
        doubt,
        int(other),
        reading.page,
    )


def evidence(page: int, row: NamedRow) -> Evidence:
    """Page, boxes and text of a row: all lines of its label, and its numbers."""
    boxes = [rounded(_below_descenders(line.box) if line.place == line.box else line.place) for line in row.lines]
    return Evidence(
        quote=quote_lines(row.lines),
        field=None,
        start=None,
        end=None,
        page=page,
        bbox=rounded(union(boxes)),
        bboxes=boxes,
    )


def _below_descenders(box: Box) -> Box:
    """A box that leaves out the descenders of the line above, which a loose box of tight lines reaches into."""
    x0, top, x1, bottom = box
    return x0, top + 0.05 * (bottom - top), x1, bottom


def main_rows(readings: Sequence[Reading], kind: str) -> int:
    """How many of the rows that make a statement of ``kind`` the readings hold."""
    return len({row.metric for reading in readings for row in reading.rows} & set(MAIN[kind]))
