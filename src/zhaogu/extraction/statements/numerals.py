"""The cells of a statement: amounts, percentages and dashes, as they are printed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_CURRENCY = r"rmb|cny|人民币|人民幣|hk\$|hkd|港币|港幣|us\$|usd|美元|\$|¥|￥|元"
_AMOUNT = re.compile(
    rf"(?P<open>\()?(?P<minus>[-–—−])?(?P<currency>{_CURRENCY})?\s*(?P<open2>\()?(?P<minus2>[-–—−])?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<percent>%)?(?P<unit>元|港元|美元|分|港仙|仙|cents?)?(?P<close>\))?(?P<percent2>%)?(?P<foot>[*#†^]+|\(\d\))?",
    re.IGNORECASE,
)
_NIL = re.compile(
    r"[-–—−―─]{1,2}|nil|無|无|零|不適用|不适用|n/a|n/m|n\.m\.|n\.a\.|nm|na"
    r"|\(?\[(?:編[纂撰]|编[纂撰]|redacted|●|•|\*+)\]\)?%?",
    re.IGNORECASE,
)
_CODES = {"rmb": "CNY", "cny": "CNY", "人民币": "CNY", "人民幣": "CNY", "hk$": "HKD", "hkd": "HKD", "港币": "HKD", "港幣": "HKD",
          "us$": "USD", "usd": "USD", "美元": "USD", "港元": "HKD", "港仙": "HKD"}  # fmt: skip
_CENTS = ("分", "仙", "港仙", "cent", "cents")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What one cell prints; ``value`` is None for a dash and the like. A bracketed amount is negative."""

    value: Decimal | None
    percent: bool = False
    currency: str | None = None
    cents: bool = False

    @property
    def decimals(self) -> int:
        """Digits after the point."""
        return 0 if self.value is None else max(0, -int(self.value.as_tuple().exponent))


@lru_cache(maxsize=50_000)
def numeral(text: str) -> Numeral | None:
    """``text`` as a cell of a table, or None where it is none; an application proof blanks figures out.

    >>> numeral("(1,234)"), numeral("57.3%").percent, numeral("–").value, numeral("人民幣1.68元").currency
    (Numeral(value=Decimal('-1234'), percent=False, currency=None, cents=False), True, None, 'CNY')
    >>> numeral("14(a)") is None, numeral("2024年") is None, numeral("([編纂])")
    (True, True, Numeral(value=None, percent=False, currency=None, cents=False))
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if _NIL.fullmatch(plain):
        return Numeral(None)
    match = _AMOUNT.fullmatch(plain)
    if not match:
        return None
    opened, closed = bool(match["open"] or match["open2"]), bool(match["close"])
    if opened != closed and not (match["foot"] and closed):
        return None
    value = Decimal(match["digits"].replace(",", ""))
    if opened or match["minus"] or match["minus2"]:
        value = -value
    unit = (match["unit"] or "").lower()
    currency = _CODES.get((match["currency"] or "").lower()) or _CODES.get(unit)
    return Numeral(value, bool(match["percent"] or match["percent2"]), currency, unit in _CENTS)


_ONE_NOTE = r"\(?\d{1,2}(?:\.\d{1,2})?(?:\([a-z]+\)|\([ivx]+\)|\(\d\))*\)?"
_NOTE = re.compile(
    rf"{_ONE_NOTE}(?:[,;、/&]{_ONE_NOTE})*[,;、/&]?|[ivxIVX]{{1,5}}[,;]?|(?:附[註注]|注释?)\d+"
    r"|(?:附[註注])?\(?[一二三四五六七八九十]{1,3}\)?[、.]?(?:\(?[一二三四五六七八九十\d]{1,3}\)?)?(?:\d{1,2})?",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Whether ``text`` may stand in a column of note numbers.

    >>> is_note("14(a)"), is_note("6,"), is_note("五、35"), is_note("4、5"), is_note("xii"), is_note("272,858")
    (True, True, True, True, True, False)
    """
    return _NOTE.fullmatch(unicodedata.normalize("NFKC", text)) is not None
