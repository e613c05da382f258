"""The rows of the memo, in order."""

from __future__ import annotations

from .memo_cells import Page
from .memo_offer import OFFER
from .memo_row import Row
from .memo_statements import statements


def rows(page: Page) -> list[Row]:
    """What the memo tells of each issuer: the offer, its demand, the first days of dealings, the accounts."""
    return [*OFFER, *statements(page)]
