"""What a formula makes of printed figures, each of which stands for a stretch of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from .equations import Formula


def reckon(formula: Formula, terms: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    """The result for terms of a value and how far the number behind it may be off, and how far the result may be.

    Raises ArithmeticError where the formula divides by nothing.

    >>> reckon(lambda price, shares: price * shares, [(Decimal("17.5"), Decimal(0)), (Decimal(1200), Decimal(50))])
    (Decimal('21000.0'), Decimal('875.0'))
    """
    made = formula(*(value for value, _ in terms))
    corners = product(*((value - half, value + half) for value, half in terms))
    return made, max(abs(formula(*corner) - made) for corner in corners)
