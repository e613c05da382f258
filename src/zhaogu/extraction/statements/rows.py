"""Rows to line items: the label out of the lines around the numbers, and the metric out of the label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhaogu.reading.layout import Line, is_cjk, join

from .grid import Row, plain
from .labels import Item, heading, item_of, label, named
from .numerals import is_note

_WRAPPED = 4
_PER_SHARE = re.compile("/股|per share")


@dataclass(slots=True)
class NamedRow:
    """A row with its label; ``item`` is what the lexicon knows it as, ``lines`` all lines that belong to it."""

    row: Row
    text: str
    unit: str | None
    only_negative: bool
    item: Item | None
    lines: list[Line]

    @property
    def metric(self) -> str | None:
        """The metric, where the row is one of the contract's."""
        return self.item.metric if self.item else None


def name_rows(rows: Sequence[Row], statement: str | None, before: Sequence[NamedRow] = ()) -> list[NamedRow]:
    """Each row with its name; headings and totals on the way decide what rows such as "owners of the parent" mean.

    ``before`` are the rows of the page before, where the statement goes on.
    """
    named_rows: list[NamedRow] = []
    under: str | None = None
    total = next((kind for row in reversed(before) if (kind := _total(row))), None)
    used_below: Line | None = None
    for row in rows:
        above = row.above[1:] if row.above and row.above[0] is used_below else row.above
        under = _under(above, under, total)
        found = _name(row, above, statement, under)
        found.item = found.item or _share(found, named_rows)
        used_below = found.lines[-1] if found.lines and found.lines[-1] in row.below else None
        if found.item:
            total = _total(found) or total
            if found.item.under is None and found.metric != "net_profit_attributable" and under != "allocation":
                under = None if not _keeps(under, found) else under
        if under == "allocation" or (under == "per_share" and found.metric not in ("eps_basic", None)):
            found.item = None
        named_rows.append(found)
    void = {row.item.voids for row in named_rows if row.item and row.item.voids}
    for named_row in named_rows:
        if named_row.metric in void:
            named_row.item = None
    return named_rows


_SHARES = {"rd_expense": "rd_ratio_pct", "rd_investment": "rd_ratio_pct", "gross_profit": "gross_margin_pct"}


def _share(row: NamedRow, before: Sequence[NamedRow]) -> Item | None:
    """What a row of percentages is that is called a share of revenue only: that of the amount above it, revenue aside."""
    if heading(label(row.text).text) != "share_of_revenue" or not all(
        cell.numeral.percent for cell in row.row.columns.values() if cell.numeral.value is not None
    ):
        return None
    part = next((other.metric for other in reversed(before) if other.metric != "revenue"), None)
    return item_of(_SHARES[part]) if part in _SHARES else None


def _total(row: NamedRow) -> str | None:
    """Which total a row is, if rows below may be its parts."""
    if row.item and (row.item.total or row.metric in ("net_profit", "net_assets")):
        return row.item.total or "own"
    return None


def _keeps(under: str | None, found: NamedRow) -> bool:
    return under == "per_share" and found.metric in ("eps_basic", None)


def _under(above: Sequence[Line], under: str | None, total: str | None) -> str | None:
    """The heading that the next row stands under."""
    texts = [_heading_text(line) for line in above]
    for n in range(min(_WRAPPED, len(texts)), 0, -1):
        for i in range(len(texts) - n, -1, -1):
            kind = heading(_joined(texts[i : i + n]))
            if (
                kind == "profit_attributable"
                and total == "comprehensive"
                and not re.search("利润|溢利|亏损|profit|loss|income", texts[i])
            ):
                return "comprehensive_attributable"
            if kind:
                return kind
    return None if under == "allocation" and above and above[-1].text.rstrip()[-1:] in ":：" else under


def _heading_text(line: Line) -> str:
    """A line of a heading in the form of labels, without the number of a note at its end."""
    words = line.words[:-1] if len(line.words) > 1 and is_note(line.words[-1].text) else line.words
    return label(join(words)).text


def heading_of(lines: Sequence[Line]) -> str | None:
    """The kind of heading that ``lines`` begin with, if rows beneath it mean something else for it."""
    texts = [_heading_text(line) for line in lines]
    return next((kind for n in range(len(texts), 0, -1) if (kind := heading(_joined(texts[:n])))), None)


def _name(row: Row, above: Sequence[Line], statement: str | None, under: str | None) -> NamedRow:
    own = plain(row.label)
    options = _options(row, own, above)
    ratios = all(
        cell.numeral.percent or cell.numeral.value is None or (statement == "ratio" and "," not in cell.word.text)
        for cell in row.columns.values()
    )
    for lines, text in options:
        plain_label = label(text)
        item = _fits(plain_label.text, statement, under, ratios)
        if item and not (item.metric != "eps_basic" and _PER_SHARE.search(plain_label.unit or "")):
            stated = plain_label.unit or _share_unit(" ".join([*(line.text for line in above), text]))
            return NamedRow(row, text, stated, plain_label.only_negative, item, lines)
    lines, text = options[0] if options else ([row.line], own)
    known = label(text)
    return NamedRow(row, text, known.unit, known.only_negative, None, lines)


def _share_unit(text: str) -> str | None:
    match = re.search(r"(?:rmb|hk|us) ?cents?|人民[币幣]分|港仙|美仙", text, re.IGNORECASE)
    return match[0].lower() if match else None


def _fits(text: str, statement: str | None, under: str | None, ratios: bool) -> Item | None:
    """The item of the lexicon that the label is, where the statement and the heading allow it; ``ratios``: of percentages.

    A dash before a label makes it a part of the row above, except under the headings that rows are parts of.
    """
    bare = text.lstrip("- ") if under in ("per_share", "profit_attributable") else text
    known = (*named(text), *(named(bare) if bare != text else ()))
    for item in sorted(known, key=lambda item: item.statement != "ratio") if ratios else known:
        if item.under is not None and item.under != under:
            continue
        if (
            statement is None
            or item.statement in (statement, "ratio", "any", "measure")
            or statement in ("mixed", "ratio", "measure", "charges")
        ):
            return item
    return None


def _options(row: Row, own: str, above: Sequence[Line]) -> list[tuple[list[Line], str]]:
    """The labels that the row may have, the longest first: a wrapped label begins on the lines above, or ends below."""
    near = list(above[-_WRAPPED:])
    if not own:
        return _around(row, near)
    certain = _continues(own, row, near[-1]) if near else False
    options: list[tuple[list[Line], str]] = []
    for n in range(len(near), 0, -1):
        text = _joined([line.text for line in near[len(near) - n :]] + [own])
        options.append(([*near[len(near) - n :], row.line], text))
    if not certain:
        options.append(([row.line], own))
        if row.below and _touches(row.line, row.below[0]) and not named(label(own).text):
            options.append(([row.line, row.below[0]], _joined([own, row.below[0].text])))
    if certain:
        starts = [i for i in range(len(near)) if not near[i].text[:1].islower()] or [0]
        known = [options[i] for i in starts if named(label(options[i][1]).text)]
        return [*known, options[starts[-1]]]
    known = [option for option in options if named(label(option[1]).text)]
    if near and _looks_wrapped(row, near[-1]):  # what an unnamed row is called
        known.append(([near[-1], row.line], _joined([near[-1].text, own])))
    return [*known, ([row.line], own)]


def _looks_wrapped(row: Row, before: Line) -> bool:
    """Whether the row is set in under a line that it may go on with."""
    deeper = row.line.x0 > before.x0 + 0.3 * row.line.words[0].height
    return deeper and _touches(before, row.line) and before.text.rstrip()[-1:] not in ":："


def _around(row: Row, near: list[Line]) -> list[tuple[list[Line], str]]:
    """A row whose numbers stand between the lines of its label."""
    before = [line for line in near[-1:] if _touches(line, row.line)]
    after = [line for line in row.below[:1] if _touches(row.line, line)]
    options: list[tuple[list[Line], str]] = []
    if before and after and after[0].top - before[0].top < 2.2 * (before[0].bottom - before[0].top):
        options.append(([before[0], row.line, after[0]], _joined([before[0].text, after[0].text])))
    if before and (row.line.top < before[0].bottom or named(label(before[0].text).text)):
        options.append(([before[0], row.line], before[0].text))
    if after and after[0].top < row.line.bottom:
        options.append(([row.line, after[0]], after[0].text))
    return options


def _touches(upper: Line, lower: Line) -> bool:
    return lower.top - upper.bottom < 0.9 * (upper.bottom - upper.top)


def _continues(own: str, row: Row, before: Line) -> bool:
    """Whether the row surely goes on with the line before it: an English label that starts with a small letter."""
    return own[:1].islower() and own[:1].isascii() and not before.text.rstrip().endswith(":")


def _joined(texts: Sequence[str]) -> str:
    out = ""
    for text in map(str.strip, texts):
        glue = "" if not out or not text or (is_cjk(out[-1]) or is_cjk(text[0])) else " "
        out += glue + text
    return out


def quote_lines(lines: Sequence[Line]) -> str:
    """The text of ``lines`` as the page shows it."""
    return "\n".join(join(line.words) for line in lines)
