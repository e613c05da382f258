"""Exact values of form cells: a bare number, an amount with its unit, a stock code, a yes or no.

A cell holds one value and nothing else, so everything that is left over when number, unit, qualifier and footnote
mark are taken away means that this is no value of that type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from zhaogu.model import Qualifier, Status, Value
from zhaogu.reading.fold import fold

from .days import parse_date
from .vocabulary import currencies, scales, words


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: a value in base units with the worth of its last digit, or why there is none."""

    value: Value | None
    unit: str | None = None
    resolution: Decimal | None = None
    qualifier: Qualifier = "exact"
    status: Status = "stated"
    assumed: str | None = None

    def roughly(self) -> Cell:
        """The cell where words say that it is not exact: a number that is no bound is an approximate one."""
        is_plain = self.qualifier == "exact" and isinstance(self.value, Decimal)
        return replace(self, qualifier="approx") if is_plain else self


_T = TypeVar("_T")

NUMBER = r"\d{1,3}(?:\s?,\s?\d{3})+(?:\s?\.\s?\d+)?|\d+(?:\s?\.\s?\d+)?"
_NUMBER = re.compile(NUMBER)
_NOTE_MARK = re.compile(
    r"[(（]?\s*(?:附注|备注|注|notes?)\s*(?:[\d一二三四五六七八九十、,及]|and|\s)*[)）]?|[*#^†]+|\((?:\d{1,2})\)$", re.I
)
_NAME_MARK = re.compile(
    r"\s*(?:[(（]?\s*(?:附注|备注|注|notes?)\s*(?:[\d一二三四五六七八九十、,及()]|and|\s)*[)）]?|[*#^†]+|(?:\(\d{1,2}\)\s*)+)\s*$",
    re.I,
)
_ANNEX = re.compile(r"[(（][^()（）]*[)）]")
_MADE_OF = re.compile(
    r"(?<=\d)(\s*(?:股\S{0,6}?|[a-z ]*shares)?)[,，(（]?\s*(?:comprising|consisting of|including|包括|包含|当中|其中)(?![^()（）]*[)）]\s*\S).*",
    re.I | re.S,
)
"""What a number of shares is made of, told behind it."""
_APPROX = re.compile("^(?:大约|约为|约|近|approximately|approx\\.?|about|around|circa)", re.I)
_BOUNDS: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    (
        "at_most",
        re.compile(r"^(?:不高于|不超过|不会高于|不多于|最高|最多|not more than|up to|no more than|maximum)", re.I),
    ),
    ("at_least", re.compile(r"^(?:不低于|不会低于|不少于|至少|最低|not less than|at least|no less than)", re.I)),
    ("over", re.compile("^(?:超过|逾|over|more than)", re.I)),
)
_NIL = re.compile(r"[-–—－]+|nil|none|无|没有|零", re.I)

_ROUNDED = Decimal("1.1")
"""Of the last printed place: percentages are rounded, or cut off, and sums with them."""
_OF_SHARES = re.compile(r"(?<![约\d])\d[\d,]*(?= ?股)")
_LEAD = 70
"""How far before a number 約 may stand."""
_ABOUT_BEFORE = re.compile(
    r"(?:约|大概|大致|近|(?:approximately|approx\.?|about|around|circa|roughly|nearly|some)\b)(?:[^\d。;；,，.%]|(?<=HK)\$)*$",
    re.I,
)


def is_about(text: str, at: int, unit: str | None = None) -> bool:
    """Whether the words before a number say that it is not exact: 約為初步數目之 1.27 倍; a multiple's shares may stand between.

    >>> is_about("認購約為配售股份初步數目之1.27倍", 13), is_about("約2.6倍，即2.6", 6), is_about("約為12,500,000股的2倍", 14, "times")
    (True, False, True)
    """
    words = fold(text[max(0, at - _LEAD) : at])
    return _ABOUT_BEFORE.search(_OF_SHARES.sub("", words) if unit == "times" else words) is not None


def last_place(printed: Decimal) -> Decimal:
    """The worth of the last digit of a number as printed.

    >>> last_place(Decimal("26.50")), last_place(Decimal("1200"))
    (Decimal('0.01'), Decimal('1'))
    """
    return Decimal(1).scaleb(int(printed.as_tuple().exponent))


def is_part(exact: Decimal, printed: Decimal) -> bool:
    """Whether a percentage is ``exact`` in its last printed place, give or take a part of it.

    >>> is_part(Decimal("9.0413"), Decimal("9.0")), is_part(Decimal("9.0413"), Decimal("7.9"))
    (True, False)
    """
    return abs(exact - printed) <= _ROUNDED * last_place(printed)


def plain_text(text: str) -> str:
    """The cell's text in one script, without footnote marks."""
    return _NOTE_MARK.sub("", fold(text)).strip().rstrip("。.;；,，、").strip()


def without_marks(text: str) -> str:
    """A name as printed, without the footnote mark that may follow it.

    >>> without_marks("晨光智能-W (附註1)"), without_marks("北辰基金（「北辰」）附註 2")
    ('晨光智能-W', '北辰基金（「北辰」）')
    """
    folded = fold(text)
    while match := _NAME_MARK.search(folded):
        folded = folded[: match.start()]
    return text[: len(folded)].strip()


def stock_code(text: str) -> str | None:
    """A Hong Kong stock code with its leading zeros, a mainland one as it stands.

    >>> stock_code("6831"), stock_code("688775"), stock_code("不適用")
    ('06831', '688775', None)
    """
    digits = re.search(r"(?<!\d)\d{1,6}(?!\d)", plain_text(text))
    return digits[0].zfill(5) if digits else None


def parse(text: str, type_: str) -> Cell | None:
    """The value of a cell of ``type_``, or None where the text is no such value.

    >>> parse("3,455 百萬港元", "money").value, parse("HK$(82.62) million", "money").value
    (Decimal('3455000000'), Decimal('82620000'))
    >>> parse("二零二六年一月十三日*", "date").value.isoformat(), parse("不適用", "bool").status
    ('2026-01-13', 'not_applicable')
    """
    clean = plain_text(text)
    if clean.casefold() in words("not_applicable"):
        return Cell(None, status="not_applicable")
    if any(mark in clean.casefold() for mark in words("redacted")):
        return Cell(None, status="redacted")
    if type_ == "date":
        day = parse_date(clean)
        return Cell(day) if day else None
    if type_ == "bool":
        return _yes_no(clean)
    if type_ == "text":
        return Cell(clean) if clean else None
    return _quantity(clean, type_)


def _yes_no(text: str) -> Cell | None:
    if text.casefold() in words("yes"):
        return Cell(True)
    return Cell(False) if text.casefold() in words("no") else None


def _quantity(text: str, type_: str) -> Cell | None:
    qualifier: Qualifier = "exact"
    if match := _APPROX.match(text):
        text, qualifier = text[match.end() :].strip(), "approx"
    for bound, pattern in _BOUNDS:
        if match := pattern.match(text):
            text, qualifier = text[match.end() :].strip(), bound
    if _NIL.fullmatch(text):
        return Cell(Decimal(0), type_, Decimal(1)) if type_ in ("shares", "count") else None
    if type_ == "shares":
        text = _MADE_OF.sub(r"\1", text)
    found = _NUMBER.findall(text)
    if len(found) != 1:
        without = _ANNEX.sub("", text)
        return replace(cell, qualifier=qualifier) if without != text and (cell := _quantity(without, type_)) else None
    rest = _NUMBER.sub(" ", text, count=1)
    number = Decimal(re.sub(r"[,\s]", "", found[0]))
    resolution = last_place(number)
    if type_ in ("money", "price"):
        cell = _amount(number, resolution, rest, qualifier)
        return None if cell and type_ == "price" and cell.resolution != resolution else cell
    left = _ANNEX.sub("", rest).strip(" ()%" if type_ == "percent" else " ()")
    if type_ in ("shares", "count"):
        scale, left = _take(left, scales())
        number, resolution = number * scale, resolution * scale
        if number != number.to_integral_value():
            return None
        number = number.quantize(Decimal(1))
    if left.casefold().replace(" ", "") in words(f"unit_{type_}"):
        return Cell(number, type_, resolution, qualifier)
    return None


def _amount(number: Decimal, resolution: Decimal, rest: str, qualifier: Qualifier) -> Cell | None:
    """Currency and scale may stand on either side of the number, which brackets may mark as a deduction."""
    rest = re.sub(r"[()\s]", "", rest).casefold()
    currency, rest = _take(rest, currencies())
    scale, rest = _take(rest, scales())
    rest = "" if rest in words("per_share") else rest
    if rest:
        return None
    number, resolution = _worth(number * scale, resolution * scale)
    return Cell(number, currency, resolution, qualifier)


def _take(text: str, table: dict[str, _T]) -> tuple[_T, str]:
    """The longest word of ``table`` in ``text``, and the text without it; the entry ``''`` is the default."""
    for word, meaning in table.items():
        if word and word in text:
            return meaning, text.replace(word, "", 1)
    return table[""], text


def _worth(number: Decimal, resolution: Decimal) -> tuple[Decimal, Decimal]:
    """Whole units without the zeros after the point that the scale left: 711.4 百萬 is 711400000."""
    if resolution < 1:
        return number, resolution
    return number.to_integral_value(), resolution.to_integral_value()
