"""How a memo writes numbers: losses in brackets, the source's own qualifier before them, its digits unless they are too many."""

from __future__ import annotations

from decimal import Decimal

from zhaogu.conversion import grouped

SIGNS = {"approx": "~", "over": ">", "at_least": "≥", "under": "<", "at_most": "≤"}
SYMBOLS = {"HKD": "HK$", "USD": "US$", "CNY": "RMB", "TWD": "NT$", "EUR": "€", "GBP": "£", "SGD": "S$"}


def symbol(currency: str | None) -> str:
    """What stands before an amount.

    >>> symbol("HKD"), symbol("JPY"), symbol(None)
    ('HK$', 'JPY ', '? ')
    """
    return SYMBOLS.get(currency or "", f"{currency or '?'} ")


def number(value: Decimal, digits: int) -> str:
    """At most ``digits`` decimal places, all of them where something was rounded off; losses in brackets.

    >>> number(Decimal("4817.6"), 2), number(Decimal("29.1976"), 2), number(Decimal("-36.2975"), 2)
    ('4,817.6', '29.20', '(36.30)')
    """
    kept = round(abs(value), digits)
    text = grouped(kept) if kept == abs(value) else grouped(kept, digits)
    return f"({text})" if value < 0 else text


def per_share(value: Decimal, exact: bool) -> str:
    """A price: two decimal places at least, as many as it is printed with, and enough of a converted one to tell it.

    >>> per_share(Decimal("165"), True), per_share(Decimal("8.275"), True), per_share(Decimal("0.0385211"), False)
    ('165.00', '8.275', '0.03852')
    """
    if exact:
        exponent = value.normalize().as_tuple().exponent
        return f"{value:,.{max(2, -exponent if isinstance(exponent, int) else 2)}f}"
    return f"{value:,.{max(2, 3 - value.adjusted())}f}" if value and value.adjusted() < 0 else f"{value:,.2f}"
