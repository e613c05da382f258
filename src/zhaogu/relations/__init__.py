"""The relations that the figures of an offering obey: they check what was read, and explain what no word does."""

from .equations import EQUATIONS, Equation, Formula
from .fees import FEE_STEP, entry_fee, fee_factor
from .reckoning import reckon

__all__ = ["EQUATIONS", "FEE_STEP", "Equation", "Formula", "entry_fee", "fee_factor", "reckon"]
