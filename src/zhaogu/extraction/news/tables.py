"""Tables in the text of an article: rows of cells between bars or tabs under a row of labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from zhaogu.model import Basis, Period, metric
from zhaogu.model.money import scaled
from zhaogu.recognition import recognise_folded
from zhaogu.recognition.calendar import month_end

from .candidate import Candidate
from .company import Company
from .cues import Cue, cues_in

_BAR: Final = re.compile(r"[|\t｜]")
_BARS: Final = "|\t｜"
_SPACES: Final = re.compile(r" / | {2,}|[ 　]*　[ 　]*")
_SLASH: Final = re.compile(r"/")
_SPACE: Final = re.compile(r" ")
_PARTING: Final = re.compile("[| /\t｜　]")
"""What parts the cells of any line: one without has none."""
_WIDE: Final = ("  ", " / ", "　")
_BY_SPACES: Final = re.compile(r"[^\s，。;；:：!！?？]{1,12}(?: [^\s，。;；:：!！?？]{1,12}){2,11}")
"""A line of short words between single spaces: ``營業收入 76.31 106.68 146.57``."""
_LONGEST_ROW: Final = 120
_SLASHES: Final = 3
_NUMBER: Final = re.compile(
    r"[+＋约逾]?(?P<sign>[-－−(负]?)\s*(?P<number>\d[\d,]{0,18}(?:\.\d{1,6})?)\s*(?P<percent>%?)"
    r"(?P<scale>百万|千万|十亿|亿|万|千)?(?P<unit>港元|美元|人民币|元|倍|股|人|份|名|家|户)?(?:/股)?\s*\)?[*#]?"
)
_YEAR: Final = re.compile(r"(?P<year>20\d\d|19\d\d)(?!\d)(?:年(?P<months>[1-9])月)?")
"""A year by itself; a month in a label is the last of those since January."""
UNIT: Final = re.compile(
    r"(?:(?P<lead>人民币|港元|美元|港币)[,，:：/ ]{0,2}(?=[十百千万亿]))?(?P<scale>百万|千万|十亿|亿|万|千)?(?P<money>港元|美元|人民币|元)"
)
_NOTE: Final = re.compile(
    r"[(（]((?:(?:单位|以|金额|货币|除[^()（）]{0,12}外)[:：,，]?)?[^()（）\d]{0,12}?元[^()（）]{0,40})[)）]"
)
_COUNTED: Final = re.compile(r"[(（](?P<scale>百万|千万|十亿|亿|万|千)[股份户名人家][)）]")
SCALES: Final = {"": 0, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "十亿": 9}
_MONEY: Final = {"港元": "HKD", "港币": "HKD", "美元": "USD", "人民币": "CNY"}
_OF_COLUMNS: Final = re.compile(r"(?P<labels>[^\s:：;；,，()（）。]{2,24}?)的?单位[:为]?\s*(?P<unit>[^),，。;；]{1,8})")
"""A note with units of single columns: ``招股價、入場費單位:港元;集資額單位:億港元``."""
_BOUND: Final = re.compile(r"(?:(?P<most>不高于|不超过|最多|最高|至多|上限|≤)|(?P<least>不低于|不少于|最少|至少|≥))\s*")
_SAID: Final = re.compile(r"\s*[(（](?:已?定价|固定价?|单一价|最终|暂定)[)）]$")
_CODE: Final = re.compile(r"(?:股[票份]|证券|上市)?(?:代[号码]|编号)")
_NAME: Final = re.compile(
    r"(?:股[票份]|证券|公司|新股|企业)?(?:名称|简称|名字)|(?:股[票份]|公司|新股|企业)\s*(?:[(（]|$)"
)
_WHO: Final = re.compile(rf"{_CODE.pattern}|{_NAME.pattern}")
_OF_SHARES: Final = re.compile(r"[(（](?:百万|千万|十亿|亿|万|千)?股[)）]")
_CLOSE: Final = re.compile(r"收[市盘报]|[收尾]价|收$|报收|收[(（]")
_MOVE: Final = re.compile(r"%|幅|涨跌|升跌|变动|变化|表现|回报|[涨跌升](?!停)")
_RATIO: Final = re.compile(r"占比|率|比例|%")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its place."""

    text: str
    start: int


@dataclass(slots=True)
class Table:
    """Consecutive rows of as many cells."""

    rows: list[list[Cell]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        """Where its last cell begins."""
        return self.rows[-1][-1].start + 1

    @property
    def is_list(self) -> bool:
        """Whether each row is a company: the header has labels of codes or names, and of two figures or more."""
        labels = [cell.text for cell in self.rows[0]]
        return any(map(_WHO.match, labels)) and sum(cue_of(label) is not None for label in labels) > 1

    def companies(self) -> Iterator[tuple[Cell, Cell | None]]:
        """The name of each row of a list, and its code where a column of its own has it."""
        header, *rows = self.rows
        name = next((n for n, cell in enumerate(header) if _NAME.match(cell.text)), None)
        code = next((n for n, cell in enumerate(header) if _CODE.match(cell.text)), None)
        if name is None or not self.is_list:
            return
        for row in rows:
            yield row[name], row[code] if code is not None and code != name else None


def tables(folded: str) -> Iterator[Table]:
    """The tables of a folded text: a header and at least one row with the same number of cells, three or more."""
    table = Table()
    place = 0
    for line in folded.split("\n"):
        cells = _cells(line, place, listed=bool(table.rows) and not table.rows[0][0].text)
        if len(table.rows) == 1 and len(cells) == len(table.rows[0]) + 1 and _period(table.rows[0][0].text):
            table.rows[0].insert(0, Cell("", table.rows[0][0].start))  # nothing stands above the labels
        if table.rows and len(cells) != len(table.rows[0]):
            if len(table.rows) > 1:
                yield table
            table = Table()
        if len(cells) > 1 and not set(line) <= set("|-: \t"):
            table.rows.append(cells)
        place += len(line) + 1
    if len(table.rows) > 1:
        yield table


_LABELS: Final = re.compile(r"[(（](?P<cells>[^()（）/\d]{2,12}(?:/[^()（）/\d]{2,12}){1,8})[)）]\s*[:：]?\s*$")
_FIGURES: Final = re.compile(r"(?P<name>[^:：/]{2,30})[:：]\s*(?P<cells>[^/。]{1,16}(?:/[^/。]{1,16}){1,8})\s*$")
"""The header and a row of a list: ``表現如下(發售價/收市價):``, ``甲(02590):16.80元/17.70元``."""


def _by_slashes(row: re.Match[str], place: int) -> list[Cell]:
    """The cells of such a line: the name, which the header has not, and what stands between slashes."""
    name = row.groupdict().get("name", "").strip()
    cells, at = [Cell(name, place + row.start())], row.start("cells")
    for text in row["cells"].split("/"):
        cells.append(Cell(text.strip(), place + at))
        at += len(text) + 1
    return cells


def _cells(line: str, place: int, listed: bool) -> list[Cell]:
    """The cells of a line; ``listed``: it stands below a header without a word for the names."""
    if _PARTING.search(line) is None:
        return []
    mark = _mark(line)
    if mark in (None, _SLASH) and "/" in line and (row := _LABELS.search(line) or (listed and _FIGURES.match(line))):
        return _by_slashes(row, place)
    if mark is None:
        return []
    cells, begin = [], 0
    framed = line.lstrip().startswith("|")
    for end, after in [*((m.start(), m.end()) for m in mark.finditer(line)), (len(line), len(line))]:
        text = line[begin:end]
        if text.strip() or (framed and begin and end < len(line.rstrip())):  # an empty cell within the frame
            cells.append(Cell(text.strip(), place + begin + len(text) - len(text.lstrip())))
        begin = after
    return cells if mark is _BAR or len(cells) > 2 else []


def _mark(line: str) -> re.Pattern[str] | None:
    """What parts the cells of a line: bars, else wide spaces, else slashes where there are several, else single spaces between short words."""
    if any(bar in line for bar in _BARS):
        return _BAR
    if any(gap in line for gap in _WIDE):
        return _SPACES
    if line.count("/") >= _SLASHES:
        return _SLASH
    row = line.strip()
    return _SPACE if len(row) < _LONGEST_ROW and _BY_SPACES.fullmatch(row) else None


def read_table(
    table: Table, folded: str, companies: list[Company], issuer: list[Company], days: Mapping[int, date]
) -> list[Candidate]:
    """The figures of a table: the column says the metric, the row the company or the period, or the other way round."""
    header, *rows = table.rows
    columns = _of_columns(folded, table.start)
    scale, money = (0, None) if columns else _unit_before(folded, table.start, header[0].text)
    units = {c.start: next((u for name, u in columns if name in c.text), (scale, money)) for c in header}
    named = [next((c for c in companies if any(n in label.text for n in c.names)), None) for label in header[1:]]
    heads = [
        (label, column, None if column else cue_of(label.text), _period(label.text))  # 清藍國際 is no 國際
        for label, column in zip(header[1:], named, strict=True)
    ]
    found = []
    for row in rows:
        owner = next((c for c in companies if any(n in cell.text for n in c.names for cell in row[:2])), None)
        owners = [owner] if owner else issuer
        row_period, row_cue = _period(row[0].text), cue_of(row[0].text)
        for (label, column, own, column_period), cell in zip(heads, row[1:], strict=True):
            cue, told = (own, label.text) if own else (row_cue, row[0].text)
            period = row_period or column_period
            for company in [column] if column else owners:
                if cue and cell.start in days and cue.reads.get("date", "!")[0] not in "!@":
                    found.append(Candidate(cue.reads["date"], days[cell.start], "date", cell.start,
                                           cell.start + len(cell.text), "news.table", company))  # fmt: skip
                found += figures_of(cell, cue, told, *units[label.start], period, company)
    return found


def cue_of(label: str) -> Cue | None:
    """The cue of a label: the last one that reads anything, so that ``研发占比`` is no 占比."""
    readers = [
        cue
        for cue in cues_in(label)
        if any(v[0] != "@" or cue.basis for v in cue.reads.values()) or cue.role == "change"
    ]
    return max(readers, key=lambda cue: (cue.role != "change", len(cue.reads) > 0), default=None) if readers else None


_FEE: Final = re.compile(r"[元费额金款$]")
"""In a label of a lot: what it costs, and not how many shares it has."""
_RANGE: Final = re.compile(r"(?P<low>[\d.,]+)\s*(?:-|—|–|~|至|到)\s*(?P<high>[\d.,]+)(?P<unit>[^\d\s-]{1,4})?")


def figures_of(
    cell: Cell, cue: Cue | None, label: str, scale: int, money: str | None, period: Period | None, company: Company
) -> list[Candidate]:
    """The figure of a cell, or the two ends of its range."""
    cell = Cell(_SAID.sub("", cell.text), cell.start)
    match = _RANGE.fullmatch(cell.text)
    if match is None:
        bound = _BOUND.match(cell.text)
        inner = Cell(cell.text[bound.end() :], cell.start + bound.end()) if bound else cell
        candidate = _candidate(inner, cue, label, scale, money, period, company)
        if candidate and bound:
            _bounded(candidate, "high" if bound["most"] else "low", cell)
        return [candidate] if candidate else []
    if unit := UNIT.fullmatch(match["unit"] or ""):
        scale, money = SCALES.get(unit["scale"] or "", 0), currency_of(unit)
    ends = [
        _candidate(Cell(match[end], cell.start + match.start(end)), cue, label, scale, money, period, company)
        for end in ("low", "high")
    ]
    for end, candidate in zip(("low", "high"), ends, strict=True):
        if candidate:
            _bounded(candidate, end, None)
    return [candidate for candidate in ends if candidate]


def _bounded(candidate: Candidate, end: str, cell: Cell | None) -> None:
    """Make a figure an end of a range; the cell says so where it holds nothing else."""
    if candidate.metric == "offer_price":
        candidate.metric = f"offer_price_{end}"
    else:
        candidate.qualifier = "at_least" if end == "low" else "at_most"
    if cell is not None:
        candidate.start, candidate.end = cell.start, cell.start + len(cell.text)


def _candidate(
    cell: Cell, cue: Cue | None, label: str, scale: int, money: str | None, period: Period | None, company: Company
) -> Candidate | None:
    match = _NUMBER.fullmatch(cell.text)
    if cue is None or match is None or not match["number"]:
        return None
    name = _metric(cue, label, bool(match["percent"]), match["unit"])
    if name is None or (
        metric(name).by_period and (period is None or (period.is_instant and not metric(name).instant))
    ):
        return None
    if metric(name).instant and period is not None and not period.is_instant:
        end = period.end or month_end(period.year, period.months)
        period = Period.at(end) if end else None
    try:
        value = Decimal(match["number"].replace(",", ""))
    except InvalidOperation:
        return None
    resolution = Decimal(1).scaleb(int(value.as_tuple().exponent))
    unit = metric(name).unit
    if metric(name).type in ("money", "price"):
        own = UNIT.search(match["scale"] + match["unit"]) if match["scale"] and match["unit"] else None
        own = own or UNIT.search(match["unit"] or "") or UNIT.search(label)
        unit = (currency_of(own) if own else None) or money
        power = (
            SCALES[match["scale"] or own["scale"] or ""] if own else SCALES[match["scale"]] if match["scale"] else scale
        )
        if metric(name).type == "money" and power and name != "entry_fee":  # nobody tells it in millions
            value, resolution = scaled(value, power), resolution.scaleb(power)
    elif metric(name).type in ("shares", "count"):
        counted = _COUNTED.search(label)
        power = SCALES[match["scale"] or (counted["scale"] if counted else "")]
        value, resolution = scaled(value, power), resolution.scaleb(power)
    if match["sign"] or (cue.sign == "-" and cue.role != "change"):
        value = -value
    basis = (_basis(label) or "total") if name.endswith("_multiple") else None
    return Candidate(name, value, unit, cell.start, cell.start + len(cell.text), "news.table", company, resolution,
                     period=period, basis=basis, debut="首日" in label)  # fmt: skip


def _basis(label: str) -> Basis | None:
    """What a label says of its multiples: ``公開發售超購(倍)``."""
    return next((cue.basis for cue in cues_in(label) if cue.basis), None)


def _metric(cue: Cue, label: str, percent: bool, unit: str | None) -> str | None:
    if "首日" in label:
        if percent or _MOVE.search(label):
            return "first_day_change_pct"
        return "closing_price" if _CLOSE.search(label) else None
    ratio = percent or bool(_RATIO.search(label))
    kinds: tuple[str, ...] = ("percent",) if ratio else ("money", "price", "times", "shares", "count", "units")
    if unit == "倍" or "倍" in label:
        kinds = ("times", "number")
    elif unit == "股" or _OF_SHARES.search(label) or (cue.id == "board_lot" and not _FEE.search(label)):
        kinds = ("shares",)
    for kind in kinds:
        meaning = cue.reads.get(kind)
        if meaning == "@multiple":
            return (
                "international_subscription_multiple"
                if re.search("国际|机构|配售", label)
                else "public_subscription_multiple"
            )
        if meaning and meaning[0] not in "!@":
            return meaning
    return None


def _period(label: str) -> Period | None:
    """The period with which a label begins, or the day: 2025年6月30日/2025年1-6月.

    >>> [str(_period(label)) for label in ("2025年1-6月", "2024年", "2024", "2025年6月末", "收入")]
    ['2025H1', '2024FY', '2024FY', '2025-06-30', 'None']
    """
    match = _YEAR.match(label)
    if match is None:
        return None
    mentions = recognise_folded(label)
    if period := next((mention.period for mention in mentions if mention.period), None):
        return period
    if mentions and mentions[0].day:
        return Period.at(mentions[0].day)
    year, months = int(match["year"]), int(match["months"] or 12)
    return Period.of_months(year, months, None if match["months"] else date(year, 12, 31))


def _noted(above: str) -> re.Match[str] | None:
    """The unit that stands in the last brackets with one: ``主要財務數據(人民幣百萬元,截至12月31日止年度)``."""
    notes = [note for note in _NOTE.findall(above) if UNIT.search(note)]
    return UNIT.search(notes[-1]) if notes else None


def _of_columns(folded: str, start: int) -> list[tuple[str, tuple[int, str | None]]]:
    """The units that a note above the table states for single columns, by the label of each."""
    found = []
    for note in _OF_COLUMNS.finditer(folded, max(0, start - 120), start):
        unit = UNIT.search(note["unit"])
        if unit and "元" in note["unit"]:
            stated = (SCALES[unit["scale"] or ""], currency_of(unit))
            found += [(label, stated) for label in re.split("[、和及与]", note["labels"])]
    return found if len({stated for _, stated in found}) > 1 else []


def _unit_before(folded: str, start: int, header: str) -> tuple[int, str | None]:
    """The scale and currency that a note above the table or its first cell states for its figures."""
    above = folded[max(0, start - 120) : start]
    stated = list(re.finditer(r"单位[:为]?\s*(?P<unit>[^),，。;；]{1,8})", above))
    match = UNIT.search(stated[-1]["unit"]) if stated else UNIT.search(header) or _noted(above)
    if match is None:
        return 0, None
    return SCALES.get(match["scale"] or "", 0), currency_of(match)


def currency_of(unit: re.Match[str]) -> str | None:
    """The currency of a unit such as ``百萬港元`` or ``人民幣萬元``; none of a bare 元."""
    return _MONEY.get(unit["lead"] or unit["money"])
