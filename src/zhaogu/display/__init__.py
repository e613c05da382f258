"""For people: text tables, explanations, and (to come) evidence pages."""

from .explain import explain
from .comparison import side_by_side
from .grid import grid

__all__ = ["explain", "grid", "side_by_side"]
