"""Rows and columns of a page, from geometry: statements have no ruled lines, their columns are white space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, pairwise

from zhaogu.reading.layout import Line, Word, join, union

from .numerals import Numeral, is_note, numeral

_GLUE = frozenset(
    ["(", "（", ")", "）", "%", "％", "RMB", "Rmb", "rmb", "HK$", "US$", "$", "¥", "￥", "人民幣", "人民币"]
)
_LEADER = re.compile(r"[.…·‧・]+")
_SEAM = re.compile(r"(?<=\))(?=[(\d])|(?<=[\d%])(?=\(\d[\d,.]+\))")
_GAP = 0.7


@dataclass(slots=True)
class Cell:
    """A number that stands in a column."""

    word: Word
    numeral: Numeral


@dataclass(slots=True)
class Column:
    """A column of numbers: its edges, and what its header says from top to bottom."""

    x0: float
    x1: float
    head: list[str] = field(default_factory=list)
    over: list[int] = field(default_factory=list)
    """Which header cell each text of ``head`` is: cells that span columns are shared."""

    def put_on(self, text: str, cell: int) -> None:
        """Add a header cell on top."""
        self.head.insert(0, text)
        self.over.insert(0, cell)

    @property
    def middle(self) -> float:
        """Horizontal centre."""
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Row:
    """A line with numbers, and the lines around it that carry none."""

    line: Line
    label: list[Word]
    cells: list[Cell]
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    columns: dict[int, Cell] = field(default_factory=dict)


def split(line: Line) -> tuple[list[Word], list[Cell]]:
    """The words of the label, and the numbers that stand at the end of the line."""
    words = _glued(line.words)
    cells: list[Cell] = []
    while words and (number := numeral(words[-1].text)) is not None:
        cells.insert(0, Cell(words.pop(), number))
        while words and words[-1].text in ("$", "¥", "￥", "HK$", "US$", "RMB"):  # a currency sign at the column's edge
            words.pop()
    if not words and len(cells) > 1 and cells[0].word.text[0] == "[" and _stands_off([cell.word for cell in cells]):
        words = [cells.pop(0).word]  # a label that is blanked out
    if words and cells and not _parted(words[-1], cells[0].word):
        # the last number belongs to the label ("Note 5") or to prose
        keep = next((i for i in range(1, len(cells)) if _parted(cells[i - 1].word, cells[i].word)), len(cells))
        words += [cell.word for cell in cells[:keep]]
        cells = cells[keep:]
    return words, cells


def _stands_off(words: Sequence[Word]) -> bool:
    """Whether the first of ``words`` is farther from the second than the others are from each other."""
    first, *others = (right.x0 - left.x1 for left, right in pairwise(words))
    return first > 1.5 * max(others, default=0)


def without_remarks(lines: Sequence[Line], announced: bool) -> list[Line]:
    """``lines`` without a last column of words: remarks beyond the numbers of two rows in five, or ``announced`` by the header."""
    ends = [ended for line in lines if (ended := _last_number(_glued(line.words)))]
    remarked = [(number, after) for number, after in ends if after]
    if not remarked or (not announced and (len(remarked) < 2 or len(remarked) < 0.4 * len(ends))):
        return list(lines)
    edge = min(after.x0 for _, after in remarked)
    if any(number.x1 > edge and any(map(str.isdigit, number.text)) for number, _ in ends):
        return list(lines)
    return [left for line in lines if (left := _left_of(line, edge)).words]


def _last_number(words: Sequence[Word]) -> tuple[Word, Word | None] | None:
    """The last number of a row that has a label before it, and the word that stands apart on its right after two numbers."""
    numbers = [i for i, word in enumerate(words) if i and numeral(word.text)]
    if not numbers or numeral(words[0].text):
        return None
    for i in numbers[1:]:
        if i + 1 < len(words) and i + 1 not in numbers and i - 1 in numbers and _parted(words[i], words[i + 1]):
            return words[i], words[i + 1]
    return words[numbers[-1]], None


def _left_of(line: Line, edge: float) -> Line:
    """The words before ``edge``; all of them where the line runs over it without a gap."""
    cut = next((i for i, word in enumerate(line.words) if word.x0 >= edge - 0.5 * word.height), len(line.words))
    if 0 < cut < len(line.words) and not _parted(line.words[cut - 1], line.words[cut]):
        return line
    return Line(line.words[:cut])


def _parted(left: Word, right: Word) -> bool:
    return right.x0 - left.x1 > 0.75 * min(left.height, right.height) or _LEADER.fullmatch(left.text[-2:]) is not None


def _glued(words: Sequence[Word]) -> list[Word]:
    """Words with loose brackets, percent signs and currency names joined to their number."""
    out: list[Word] = []
    for word in chain.from_iterable(map(_torn, words)):
        out.append(word)
        if any(other.text in _GLUE for other in out[-2:]):
            for count in (2, 3):  # a number between two loose brackets is three words
                if len(out) >= count and (joined := _as_one(out[-count:])):
                    out[-count:] = [joined]
                    break
    return out


def _as_one(words: Sequence[Word]) -> Word | None:
    """``words`` as one number, where they stand together and one of them is a bracket or a sign."""
    if not any(word.text in _GLUE for word in (words[0], words[-1])):
        return None
    if any(right.x0 - left.x1 > 0.5 * right.height for left, right in pairwise(words)):
        return None
    text = "".join(word.text for word in words)
    if not numeral(text):
        return None
    x0, top, x1, bottom = union(word.box for word in words)
    return Word(text, x0, top, x1, bottom, words[0].start, words[-1].end)


def _torn(word: Word) -> list[Word]:
    """The numbers of columns so tight that they run together: (90,000)(99,000)."""
    if "(" not in word.text:
        return [word]
    parts = _SEAM.split(word.text)
    if len(parts) < 2 or not all(numeral(part) and sum(map(str.isdigit, part)) > 1 for part in parts):
        return [word]
    step = (word.x1 - word.x0) / len(word.text)
    places = list(accumulate((len(part) for part in parts), initial=0))
    return [
        replace(word, text=part, x0=word.x0 + at * step, x1=word.x0 + (at + len(part)) * step,
                start=word.start + at, end=word.start + at + len(part))
        for part, at in zip(parts, places, strict=False)
    ]  # fmt: skip


def columns(rows: Sequence[Row]) -> list[Column]:
    """The columns that the numbers of ``rows`` stand in, from left to right, and each row's cells in them.

    Numbers are set flush right, brackets and percent signs hanging out; where they are centred, they overlap.
    """
    words = sorted((cell.word for row in rows for cell in row.cells), key=lambda w: w.x1)
    clusters: list[list[Word]] = []
    for word in words:
        if clusters and word.x1 - clusters[-1][-1].x1 <= 0.45 * word.height:
            clusters[-1].append(word)
        else:
            clusters.append([word])
    found = [Column(min(w.x0 for w in c), max(w.x1 for w in c)) for c in clusters]
    merged = _merged(found, rows)
    for row in rows:
        row.columns = {}
        for cell in row.cells:
            best = max(range(len(merged)), key=lambda i: _overlap(merged[i], cell.word), default=None)
            if best is not None and best not in row.columns:
                row.columns[best] = cell
        _take_tight(row, merged)
    return merged


def _take_tight(row: Row, found: Sequence[Column]) -> None:
    """A number that the label touches, and that stands where a column of numbers stands."""
    first = min(row.columns, default=0)
    while first and row.label and (number := numeral(row.label[-1].text)) is not None:
        word = row.label[-1]
        if abs(word.x1 - found[first - 1].x1) > 0.5 * word.height or number.value is None:
            return
        first -= 1
        row.columns[first] = Cell(row.label.pop(), number)


def _overlap(column: Column, word: Word) -> float:
    return min(column.x1, word.x1) - max(column.x0, word.x0)


def _merged(found: list[Column], rows: Sequence[Row]) -> list[Column]:
    """Clusters joined that overlap and never stand beside each other in a row."""
    out: list[Column] = []
    for column in found:
        last = out[-1] if out else None
        if last and _overlapping(last, column) and not _beside(last, column, rows):
            last.x0, last.x1 = min(last.x0, column.x0), max(last.x1, column.x1)
        else:
            out.append(column)
    return out


def _overlapping(a: Column, b: Column) -> bool:
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return shared > 0.3 * min(a.x1 - a.x0, b.x1 - b.x0)


def _beside(a: Column, b: Column, rows: Sequence[Row]) -> bool:
    for row in rows:
        ends = [cell.word.x1 for cell in row.cells]
        in_a = [x for x in ends if a.x0 < x <= a.x1 + 0.1]
        in_b = [x for x in ends if max(b.x0, a.x1) < x <= b.x1 + 0.1]
        if in_a and in_b:
            return True
    return False


def header_cells(line: Line) -> list[Line]:
    """The cells of a header line: closer together than those of a row, but never through a word."""
    return line.cells(_GAP)


def plain(words: Sequence[Word]) -> str:
    """The text of label words without leaders."""
    return join([word for word in words if not _LEADER.fullmatch(word.text)])


def drop_note_column(rows: Sequence[Row], found: list[Column], note_x: float | None) -> list[Column]:
    """``found`` without a first column of note numbers: under a header that says so, or by its looks."""
    for row in rows:  # notes such as 14(a) are no numbers and still end the label
        while (
            row.label
            and note_x is not None
            and (_LEADER.fullmatch(row.label[-1].text) or is_note(row.label[-1].text))
            and abs(_middle(row.label[-1]) - note_x) < 3 * row.label[-1].height
        ):
            row.label.pop()
    if not found:
        return found
    first = [row.columns[0] for row in rows if 0 in row.columns]
    beneath = note_x is not None and found[0].x0 - 15 <= note_x <= found[0].x1 + 15
    others = [cell for row in rows for i, cell in row.columns.items() if i > 0]
    looks = all(is_note(cell.word.text) and cell.numeral.value is not None for cell in first) and len(found) > 1
    looks = (
        looks
        and sum("," in cell.word.text for cell in others) > len(others) / 3
        and not any("%" in c.word.text for c in first)
    )
    if not (beneath and all(is_note(cell.word.text) for cell in first)) and not looks:
        return found
    for row in rows:
        row.columns = {i - 1: cell for i, cell in row.columns.items() if i > 0}
    return found[1:]


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2
