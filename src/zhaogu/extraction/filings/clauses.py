"""Figures in sentences, by the patterns of ``lexicon/filings_clauses.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import Basis, metric

from .days import DATE, MONTH_DAY, WEEKDAY, next_day, parse_date
from .flow import APPROX, Flow
from .found import Found, Source
from .scan import cues
from .small_letters import in_small, without_capitals
from .values import NUMBER, Cell, is_about, parse, stock_code
from .vocabulary import currencies, scales

_TABLE = "filings_clauses"
_LOOKS_BACK = re.compile(r"^(?:\(\?<![^()]*\))*")
"""What a pattern says about the text before it."""
_RESTATES = re.compile(r"(?:hk\$)?[\d.,]+ ?(?:million|billion|百万|亿)?(?:港元)?\s?\([^()\d]{0,30}$", re.I)
"""A sum, and the bracket that says it again."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One way to state a figure in a sentence."""

    id: str
    metric: str
    kinds: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    says: str | None
    first: bool
    total: bool
    yearless: bool
    negative: bool


def read_clauses(flow: Flow, kind: str) -> list[Found]:
    """What the sentences of ``flow`` state, totals first, else in the order of the text.

    Of clauses marked ``first`` only the first counts, in each currency, and what says the same elsewhere; a ``total`` of
    several exercises makes each of them a part.
    """
    found = (place for clause in _clauses() if kind in clause.kinds for place in _places(clause, flow))
    places = sorted(found, key=lambda place: (not place[1].total, place[0]))
    read: list[Found] = []
    once: dict[tuple[str, str | None], Cell] = {}
    for _, clause, match, cell in places:
        figure = clause.metric, cell.unit
        if _differs(once.get(figure), cell) or _said(read, clause.metric, cell, flow.page_of(_where(match))):
            continue
        evidence = flow.evidence(match.start(), match.end(), _where(match))
        if evidence is None:
            continue
        read.append(Found(clause.metric, cell, evidence, Source.TEXT, f"clause.{clause.id}", _basis(clause, match)))
        if clause.first or clause.total:
            once.setdefault(figure, cell)
    return read


def _differs(first: Cell | None, cell: Cell) -> bool:
    """Whether ``cell`` says something else than what counts already."""
    return first is not None and first.value != cell.value


def _said(read: list[Found], name: str, cell: Cell, page: int) -> bool:
    """Whether a page said so before: once a page is enough."""
    return any(f.metric == name and f.cell.value == cell.value and f.evidence.page == page for f in read)


def _where(match: re.Match[str]) -> int:
    return match.start("value") if "value" in match.re.groupindex else match.start()


def _places(clause: Clause, flow: Flow) -> Iterator[tuple[int, Clause, re.Match[str], Cell]]:
    for pattern in clause.patterns:
        for match in matches(pattern, flow):
            if (cell := _cell(clause, match, flow)) and flow.leads(match.start(), _where(match)):
                yield _where(match), clause, match, cell


def matches(pattern: re.Pattern[str], flow: Flow) -> Iterator[re.Match[str]]:
    """The matches in the text, in small letters unless the pattern asks for capitals.

    A pattern that begins with a date or a number is slow to search for, and is tried where one begins.
    """
    text = flow.folded if pattern.flags & re.I else flow.small
    opening = _LOOKS_BACK.sub("", pattern.pattern, count=1)
    if opening.startswith(_opening("date")):
        starts = flow.dates
    elif opening.startswith((_opening("shares"), r"(?P<value>\d")):
        starts = flow.numbers
    else:
        yield from pattern.finditer(text)
        return
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def _cell(clause: Clause, match: re.Match[str], flow: Flow) -> Cell | None:
    if clause.says is not None:
        return Cell(clause.says)
    if clause.metric == "stock_code":
        return Cell(stock_code(match["value"]))
    if clause.yearless:
        day = next_day(match["value"], parse_date(flow.folded))
        return Cell(day) if day else None
    if metric(clause.metric).type == "text":
        return Cell(flow.text[slice(*match.span("value"))])
    cell = parse(match["value"], metric(clause.metric).type)
    if cell and metric(clause.metric).type in ("money", "price") and cell.unit is None:
        return None
    if cell and clause.negative and isinstance(cell.value, Decimal):
        return replace(cell, value=-cell.value)
    return cell.roughly() if cell and _is_rough(match, flow, cell.unit) else cell


def _is_rough(match: re.Match[str], flow: Flow, unit: str | None) -> bool:
    """Whether 約 stands with the value, or before the words between; a sum in another currency is as exact as the one it restates."""
    start = match.start("value")
    restated = _RESTATES.search(flow.folded, match.start(), start)
    return match["value"].startswith("约") or is_about(flow.folded, restated.start() if restated else start, unit)


def _basis(clause: Clause, match: re.Match[str]) -> Basis | None:
    if clause.metric.endswith("_subscription_multiple"):
        return "over" if cues("over").search(match[0]) else "total"
    return None


@cache
def _clauses() -> tuple[Clause, ...]:
    return tuple(
        Clause(
            entry["id"],
            entry["metric"],
            frozenset(entry["kinds"]),
            tuple(_pattern(filled(word)) for word in entry.words),
            entry.get("says"),
            entry.get("first", False),
            entry.get("total", False),
            entry.get("yearless", False),
            entry.get("negative", False),
        )
        for entry in entries(_TABLE, "clause", id=str, metric=str, kinds=list, value=str)
    )


def _pattern(words: str) -> re.Pattern[str]:
    """A pattern for small letters, or one that asks for capitals somewhere."""
    return re.compile(words, re.I) if "(?-i:" in words else in_small(words)


@cache
def _slots() -> dict[str, str]:
    money = "|".join(re.escape(word) for word in sorted((w for w in currencies() if w), key=lambda w: -len(w)))
    scale = "|".join(re.escape(word) for word in sorted((w for w in scales() if w), key=lambda w: -len(w)))
    amount = rf"{APPROX}(?:(?:{money})\s?)?(?:{NUMBER})\s?(?:{scale})?\s?(?:{money}|元)?"
    return {
        "date": rf"{WEEKDAY}(?P<value>{DATE})",
        "monthday": rf"{WEEKDAY}(?P<value>{MONTH_DAY})(?!\s?,? ?\d)",
        "day": r"(?:\([^()]{1,24}\))?",
        "shares": rf"(?P<value>{APPROX}(?:{NUMBER})\s?(?:万)?)(?:股|份|个(?:发售|基金|合订)?单位|\s?(?:offer )?(?:units|hdrs)\b|\s?(?:additional |further |extra |more |new |class [ab] |hong kong |international |public |ordinary |reserved )*(?:h |offer |h-)?(?:shares|share stapled units))",
        "per": r"(?:每股|每个|每份)?(?:(?:发售|基金|合订)?单位|香港预托证券|h股|股份|发售股份|香港发售股份|[ab]类普通股|[ab]类股份)?",
        "price": rf"(?P<value>{amount})",
        "money": rf"(?<!价为)(?<!价)(?<!price of )(?<!price )(?P<value>{amount})(?![\d.,]*\s?(?:for )?(?:per|each) [a-z ]{{0,20}}(?:share|unit|hdr))",
        "times": rf"(?P<value>{APPROX}(?:{NUMBER})\s?)(?:倍|times?)",
        "count": rf"(?P<value>{NUMBER})",
        "public": r"(?:公开发售|香港发售(?!股份))",
        "moved": r",? (?:which )?(?:have|has|had|were|was|are|is|will be)(?: been)? (?:conditionally |then )?(?:re-?allocated|clawed|transferred|moved|shifted)",
        "shifted": r"(?:(?:香港|国际|公开|配售)?(?:发售)?股份|h股)?(?:未获认购)?[,，]?(?:已|获|经|将|会|均|故)*(?:由|从|自)?(?:(?:国际|香港公开|公开)(?:发售|配售))?(?:重新分配|重新调配|回拨|转拨|调拨|拨)",
        "nobody": "(?:(?!基金|公司|集团|有限|合伙|分别)[^。：:\\d])",
        "noname": r"(?:(?!\b(?:limited|fund|ltd|inc|llc|holdings|respectively)\b|l\.p)[^.:\d])",
        "initially": "(?:初步|最初|初始|原先)(?:可供(?:认购|申请)|提呈发售|提呈)",
        "netproceeds": "(?<!额外)(?:所得款项|募集资金|集资|筹资|募资)净额",
        "grossproceeds": "(?<!售股股东将收取)(?<!售股股东收取)(?<!售股股东将收取的)(?<!卖方将收取)(?<!卖方将收取的)(?:所得款项|募集资金|集资|筹资|募资|所筹资金)总额",
        "cornerstones": "(?<!作为)(?<!身为)(?<!均为)(?:基石投资[者人]|基础投资者)(?!协议|之一)",
        "percent": rf"(?P<value>{APPROX}(?:{NUMBER}))\s?%",
    }


@cache
def _opening(slot: str) -> str:
    """How patterns begin that begin with a slot, as far as its number or date."""
    before, number, _ = filled(f"{{{slot}}}").partition(NUMBER)
    return without_capitals(before + number)


def filled(pattern: str) -> str:
    """``pattern`` with its slots put in.

    >>> filled("in board lots of {count}") == f"in board lots of (?P<value>{NUMBER})"
    True
    """
    return re.sub(r"\{([a-z]+)\}", lambda match: _slots()[match[1]], pattern)
