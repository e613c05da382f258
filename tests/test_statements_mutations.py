"""Statements of the samples set otherwise: other column orders, words, header lines, notes, signs and digits give the same facts.

Only the pages that state a figure are read, in place, as stand-ins whose words are changed and moved.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.statement_pages import Pages

from zhaogu.extraction.statements import extract_statements
from zhaogu.extraction.statements.grid import header_cells, split
from zhaogu.extraction.statements.labels import fold, label, named
from zhaogu.extraction.statements.numerals import is_note, numeral
from zhaogu.extraction.statements.tables import Table, tables
from zhaogu.reading.layout import Line, Word, join, rows
from zhaogu.reading.read import read

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus")) / "prospectus"
STEMS = sorted(path.stem for path in CORPUS.glob("*.pdf"))

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
DRAWN = [
    path
    for name in ("statements", "press-statements", "statements-wire")
    for path in sorted((FIXTURES / name).glob("*.pdf"))
]
TOUCHING = ("en-adjusted", ("headers broken", "columns turned"))
"""Heads that touch each other cannot be moved apart."""

Facts = set[tuple[str, str | None, str | None, str]]
Mutation = Callable[[Any], list[Word]]

SYNONYMS = {
    "revenue": ("營業額", "Turnover"),
    "cost_of_sales": ("營業成本", "Cost of goods sold"),
    "gross_profit": ("毛利總額", "Total gross profit"),
    "other_income": ("其他收入淨額", "Other income, net"),
    "selling_expense": ("分銷及銷售開支", "Selling and marketing expenses"),
    "admin_expense": ("一般及行政開支", "General and administrative expenses"),
    "rd_expense": ("研究及開發開支", "Research and development expenses"),
    "profit_before_tax": ("除所得稅前溢利", "Profit before taxation"),
    "income_tax": ("所得稅費用", "Taxation"),
    "total_assets": ("資產總額", "Total assets"),
    "total_liabilities": ("負債總額", "Total liabilities"),
    "operating_cash_flow": ("經營活動產生的現金流量淨額", "Net cash generated from operating activities"),
}


def page_of(number: int, words: list[Word], size: tuple[float, float]) -> Any:
    """A stand-in for a page of ``words``."""
    words = [replace(word) for word in words]
    lines = rows(words)
    text = "\n".join(join(line.words) for line in lines)
    return SimpleNamespace(
        number=number, text=text, lines=lines, upright_lines=lines, words=words, size=size, boxes=lambda *_: []
    )


@cache
def sheets(stem: str) -> list[Any]:
    """Stand-ins for the pages of the sample that its figures stand on."""
    document: Any = read(CORPUS / f"{stem}.pdf")
    groups = ("statements.income", "statements.position", "statements.cash_flow", "statements.mixed")
    facts = [fact for fact in extract_statements(document, "Issuer").facts if fact.rule.startswith(groups)]
    numbers = sorted({fact.evidence.page for fact in facts if fact.evidence.page})
    return [stand_in(document.pdf.page(number)) for number in numbers]


def facts_of(pages: Sequence[Any]) -> Facts:
    """What the statements on ``pages`` state."""
    found = extract_statements(SimpleNamespace(name="drawn.pdf", sha256="0" * 64, pdf=_Apart(list(pages))), "Drawn Ltd")  # type: ignore[arg-type]
    return {(fact.metric, fact.period, fact.unit, format(fact.value, "f")) for fact in found.facts}


class _Apart(Pages):
    """Pages that keep their numbers, so that only neighbours go on."""

    @property
    def page_count(self) -> int:
        return max(page.number for page in self.pages)

    def page(self, number: int) -> Any:
        return next((page for page in self.pages if page.number == number), page_of(number, [], (595, 842)))


def each_word(change: Callable[[str], str]) -> Mutation:
    return lambda page: [replace(word, text=change(word.text)) for word in page.words]


def _minus(sign: str) -> Callable[[str], str]:
    return lambda text: f"{sign}{text[1:-1]}" if re.fullmatch(r"\([\d,.]+%?\)", text) else text


def _full_width(text: str) -> str:
    return (
        text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789,.()"})
        if numeral(text) and any(map(str.isdigit, text))
        else text
    )


def _wide_brackets(text: str) -> str:
    return f"（{text[1:-1]}）" if re.fullmatch(r"\([\d,.]+%?\)", text) else text


def _nil(text: str) -> str:
    return "-" if text in ("–", "—") else text


def _labels(page: Any) -> Iterator[tuple[Line, list[Word]]]:
    """The lines of the page that are rows, with the words of their labels."""
    for line in page.lines:
        words, cells = split(line)
        if words and len(cells) > 1:
            yield line, words


def synonyms(page: Any) -> list[Word]:
    """Labels that stand on one line, in other words of the same language."""
    swapped: dict[int, Word | None] = {}
    for line, words in _labels(page):
        known = named(label(join(words)).text)
        if any(cell.numeral.percent for cell in split(line)[1]):
            continue
        if known and (pair := SYNONYMS.get(known[0].metric or "")) and line.words[: len(words)] == words:
            text = pair[0] if re.search("[\u4e00-\u9fff]", join(words)) else pair[1]
            text += "".join(re.findall(r"[（(](?:万元|元)[)）]$", join(words)))
            room = words[-1].x1 - words[0].x0
            swapped.update({id(word): None for word in words})
            swapped[id(words[0])] = replace(words[0], text=text.replace(" ", "\u00a0"), x1=words[0].x0 + room)
    kept = [swapped.get(id(word), word) for word in page.words]
    return [part for word in kept if word is not None for part in _parts(word)]


def _parts(word: Word) -> list[Word]:
    """A word with hard spaces, as words."""
    step = (word.x1 - word.x0) / len(word.text)
    return [
        replace(word, text=match[0], x0=word.x0 + step * match.start(), x1=word.x0 + step * match.end())
        for match in re.finditer("[^\u00a0]+", word.text)
    ]


def brackets_apart(page: Any) -> list[Word]:
    """Brackets as words beside their number."""
    torn = [
        _cut(word, [0, 1, len(word.text) - 1]) if re.fullmatch(r"\([\d,.]+\)", word.text) else [word]
        for word in page.words
    ]
    return [part for parts in torn for part in parts]


def _cut(word: Word, places: list[int]) -> list[Word]:
    step = (word.x1 - word.x0) / len(word.text)
    return [
        replace(word, text=word.text[a:b], x0=word.x0 + a * step, x1=word.x0 + b * step)
        for a, b in zip(places, [*places[1:], len(word.text)], strict=True)
    ]


def leaders(page: Any) -> list[Word]:
    """Dots between the label and the first number."""
    added = []
    for line, words in _labels(page):
        following = next((word for word in line.words if word.x0 > words[-1].x1), None)
        if (
            following
            and following.x0 - words[-1].x1 > 30
            and not is_note(words[-1].text)
            and not set(words[-1].text) <= {"."}
        ):
            x0, x1 = words[-1].x1 + 4, following.x0 - 8
            added.append(replace(words[-1], text="." * max(3, int((x1 - x0) / 3)), x0=x0, x1=x1))
    return [*page.words, *added]


def spaced_labels(page: Any) -> list[Word]:
    """Chinese labels letter by letter."""
    apart = {
        id(word) for _, words in _labels(page) for word in words if re.fullmatch("[\u4e00-\u9fff]{2,6}", word.text)
    }
    return [part for word in page.words for part in (_letters(word) if id(word) in apart else [word])]


def _letters(word: Word) -> list[Word]:
    step = (word.x1 - word.x0) / len(word.text)
    return [
        replace(word, text=char, x0=word.x0 + i * step, x1=word.x0 + (i + 0.8) * step)
        for i, char in enumerate(word.text)
    ]


def _found(page: Any) -> list[Table]:
    return [table for table in tables(page) if table.band and table.heads and table.rows]


def _area(table: Table) -> tuple[float, float]:
    """Left and right edge of the columns of a table."""
    step = table.columns[1].x1 - table.columns[0].x1 if len(table.columns) > 1 else 60
    return min(table.columns[0].x0, table.columns[0].x1 - step) + 1, table.columns[-1].x1 + 1


def without_notes(page: Any) -> list[Word]:
    """No column of notes."""
    gone: set[int] = set()
    for table in _found(page):
        first = min(column.x0 for column in table.columns) - 2
        for line in table.band:
            gone |= {
                id(w) for cell in header_cells(line) if re.fullmatch("附注|notes?", fold(cell.text)) for w in cell.words
            }
        for row in table.rows:
            words, inside = row.line.words, {id(cell.word) for cell in row.columns.values()}
            end = row.label[-1].x1 if row.label else 0
            gone |= {id(w) for w in words if end < w.x0 and w.x1 < first and id(w) not in inside}
    return [word for word in page.words if id(word) not in gone]


def with_notes(page: Any) -> list[Word]:
    """A column of notes, where there is room for it and none yet."""
    added: list[Word] = []
    for table in _found(page):
        left = min(cell.word.x0 for row in table.rows for cell in row.columns.values())
        end = max((row.label[-1].x1 for row in table.rows if row.label), default=left)
        if (
            left - end < 40
            or "note" in " ".join(fold(line.text) for line in table.band)
            or any("附" in line.text for line in table.band)
        ):
            continue
        at = (left + end) / 2
        top = table.band[0].words[0]
        added.append(
            replace(
                top, text="附註" if re.search("[\u4e00-\u9fff]", table.band[0].text) else "Notes", x0=at - 9, x1=at + 9
            )
        )
        for i, row in enumerate(table.rows):
            if row.label and i % 2:
                added.append(replace(row.label[-1], text=str(i + 3), x0=at - 4, x1=at + 4))
    return [*page.words, *added]


def broken_headers(page: Any) -> list[Word]:
    """Spanning headers on two centred lines; what stands below moves down."""
    page = page_of(page.number, [part for word in page.words for part in _halves(word)], page.size)
    moved: dict[int, tuple[float, float]] = {}
    for table in _found(page):
        line = table.band[0]
        height = 1.2 * (line.bottom - line.top)
        wide = [cell for cell in header_cells(line) if len(cell.words) > 2 or re.match("[於截].*[日度月]$", cell.text)]
        for word in page.words if wide else []:
            if word.top > line.top + height / 2:
                moved[id(word)] = 0, moved.get(id(word), (0, 0))[1] + height
        for cell in wide:
            half = len(cell.words) // 2
            middle = (cell.x0 + cell.words[-1].x1) / 2
            for part, down in ((cell.words[:half], 0.0), (cell.words[half:], height)):
                aside = middle - (part[0].x0 + part[-1].x1) / 2 if part else 0
                moved |= {id(word): (aside, moved.get(id(word), (0, 0))[1] + down) for word in part}
    return [_moved(word, *moved.get(id(word), (0, 0))) for word in page.words]


def _halves(word: Word) -> list[Word]:
    """截至12月31日止年度 as two words."""
    if not re.fullmatch(r"截至\d.*日止.*", word.text):
        return [word]
    return _cut(word, [0, word.text.index("日止") + 1])


def _moved(word: Word, right: float, down: float) -> Word:
    return replace(word, x0=word.x0 + right, x1=word.x1 + right, top=word.top + down, bottom=word.bottom + down)


def turned_columns(page: Any) -> list[Word]:
    """The columns of tables without percentages and translations from right to left."""
    placed: dict[int, float] = {}
    for table in _found(page):
        units = {head.unit.currency for head in table.heads}
        if any(head.percent or head.change for head in table.heads) or len(units) > 1 or len(table.columns) < 2:
            continue
        left, right = _area(table)
        edges = [left, *(column.x1 + 1 for column in table.columns)]
        for row in table.rows:
            for index, cell in row.columns.items():
                shift = (left + right - edges[index]) - edges[index + 1]
                placed |= {
                    id(word): shift
                    for word in row.line.words
                    if word.x0 >= cell.word.x0 - 0.1 and word.x1 <= cell.word.x1 + 0.1
                }
        for line in table.band:
            cells = header_cells(line)
            for text in {cell.text for cell in cells}:
                same = [cell for cell in cells if cell.text == text]
                under = [i for i, column in enumerate(table.columns) if text in column.head]
                for n, cell in enumerate(same):  # the columns under a text are shared out among its cells
                    if used := under[n * len(under) // len(same) : (n + 1) * len(under) // len(same)]:
                        a, b = edges[used[0]], edges[used[-1] + 1]
                        placed |= {id(word): (left + right - b) - a for word in cell.words}
    return [_moved(word, placed.get(id(word), 0), 0) for word in page.words]


MUTATIONS: dict[str, Mutation] = {
    "as it is": lambda page: list(page.words),
    "minus signs": each_word(_minus("-")),
    "long minus signs": each_word(_minus("−")),
    "wide brackets": each_word(_wide_brackets),
    "brackets apart": brackets_apart,
    "full-width digits": each_word(_full_width),
    "hyphens for nil": each_word(_nil),
    "other words": synonyms,
    "leaders": leaders,
    "letters apart": spaced_labels,
    "without notes": without_notes,
    "with notes": with_notes,
    "headers broken": broken_headers,
    "columns turned": turned_columns,
}


@pytest.mark.skipif(not STEMS, reason=f"no sample prospectuses at {CORPUS}: set ZHAOGU_CORPUS")
@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("stem", STEMS)
def test_the_same_facts(stem: str, mutation: str) -> None:
    pages = sheets(stem)
    expected = facts_of(pages)
    assert len(expected) > 20
    assert facts_of(changed(pages, mutation)) == expected


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_the_same_facts_of_fixtures(path: Path) -> None:
    document: Any = read(path)
    pages = [stand_in(page) for page in document.pdf]
    expected = facts_of(pages)
    assert expected
    for mutation in MUTATIONS:
        if path.stem != TOUCHING[0] or mutation not in TOUCHING[1]:
            assert facts_of(changed(pages, mutation)) == expected, mutation


def changed(pages: Sequence[Any], mutation: str) -> list[Any]:
    return [page_of(page.number, MUTATIONS[mutation](page), page.size) for page in pages]


def stand_in(page: Any) -> Any:
    return page_of(page.number, [word for line in page.upright_lines for word in line.words], page.size)
