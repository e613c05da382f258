"""Currencies and scales: nothing is converted unless asked, and each conversion says by which rate."""

from .convert import ECB, Converted, convert, peg_notes
from .ecb import EcbRates
from .fixed import FixedRates
from .policy import Policy
from .rates import FirstOf, Rate, Rates
from .scales import Reader, Scale, format_money, grouped, scale
from .spans import span
from .stated import document_rates, implied_rates, stated_rates

__all__ = [
    "ECB",
    "Converted",
    "EcbRates",
    "FirstOf",
    "FixedRates",
    "Policy",
    "Rate",
    "Rates",
    "Reader",
    "Scale",
    "convert",
    "document_rates",
    "format_money",
    "grouped",
    "implied_rates",
    "peg_notes",
    "scale",
    "span",
    "stated_rates",
]
