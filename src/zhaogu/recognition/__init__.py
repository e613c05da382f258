"""Finding every quantity, date, period and code in a text: what it says and exactly where it stands."""

from .context import Declaration, currency_context
from .dates import complete
from .money import parse_amount
from .recognise import recognise, recognise_folded

__all__ = ["Declaration", "complete", "currency_context", "parse_amount", "recognise", "recognise_folded"]
