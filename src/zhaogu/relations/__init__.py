"""The relations that the figures of an offering obey: they check what was read, and explain what no word does."""

from .equations import EQUATIONS, Equation, Formula
from .fees import fee_factor

__all__ = ["EQUATIONS", "Equation", "Formula", "fee_factor"]
