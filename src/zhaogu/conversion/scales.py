"""Scales for people: the names of 千, 百萬, 億 and billion, and amounts as readers of each place write them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from zhaogu.errors import ConversionError
from zhaogu.model import Money, plain

Reader = Literal["hk", "cn", "tw", "en"]


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten with its names."""

    key: str
    factor: Decimal
    names: tuple[str, ...]
    zh: str
    zh_hans: str
    en: str
    en_factor: Decimal

    def of(self, number: Decimal) -> Decimal:
        """``number`` counted in this scale, exactly."""
        return number / self.factor


def scale(name: str) -> Scale:
    """The scale called ``name``, in Chinese, English or the shell's letters.

    >>> scale("億").factor == scale("100m").factor == scale("亿").factor
    True
    """
    try:
        return _scales()[name.strip().casefold()]
    except KeyError:
        known = ", ".join(dict.fromkeys(known.key for known in _scales().values()))
        raise ConversionError(f"{name!r} is no scale: write one of {known}, or 千, 萬, 百萬, 億, 十億") from None


def format_money(money: Money, scale_name: str = "1", reader: Reader = "hk", digits: int | None = None) -> str:
    """``money`` as readers in Hong Kong, the mainland, Taiwan or abroad write it; exact unless ``digits`` are given.

    >>> format_money(Money(Decimal("106700000000"), "HKD"), "億")
    '1,067 億港元'
    >>> format_money(Money(Decimal("106700000000"), "HKD"), "billion", "en")
    'HK$106.7 billion'
    >>> format_money(Money(Decimal("106700000000"), "HKD"), "億", "en")
    'HK$106,700 million'
    >>> format_money(Money(Decimal("-2358000000"), "CNY"), "亿", "cn")
    '-23.58亿元人民币'
    """
    about, form = scale(scale_name), _forms()[reader]
    number = money.amount / (about.en_factor if reader == "en" else about.factor)
    pattern = form.get(money.currency or "", form["other"])
    shown = grouped(abs(number), digits)
    text = pattern.format(n=shown, s=getattr(about, form["script"]), code=money.currency or "")
    return ("-" if number < 0 else "") + " ".join(text.split())


def grouped(number: Decimal, digits: int | None = None) -> str:
    """Digits in groups of three; without ``digits`` all that there are, but no idle zeros.

    >>> grouped(Decimal("1067.0000")), grouped(Decimal("36.76"), 1)
    ('1,067', '36.8')
    """
    if digits is not None:
        return f"{number:,.{digits}f}"
    return f"{Decimal(plain(number.normalize())):,f}"


@cache
def table() -> dict[str, Any]:
    """The scales and the forms of each reader, as the file has them."""
    return tomllib.loads(files("zhaogu.conversion").joinpath("scales.toml").read_text(encoding="utf-8"))


@cache
def _scales() -> dict[str, Scale]:
    found: dict[str, Scale] = {}
    for key, row in table()["scale"].items():
        factor = Decimal(row["factor"])
        english = Decimal(row.get("en_factor", factor))
        made = Scale(key, factor, tuple(row["names"]), row["zh"], row["zh_hans"], row["en"], english)
        found |= {name.casefold(): made for name in (key, *made.names)}
    return found


@cache
def _forms() -> dict[str, dict[str, str]]:
    return dict(table()["reader"])
