"""For people: text tables, explanations, and (to come) evidence pages."""

from .comparison import side_by_side
from .explanation import explain
from .grid import grid
from .picture import picture
from .reconciliation import sources_compared

__all__ = ["explain", "grid", "picture", "side_by_side", "sources_compared"]
