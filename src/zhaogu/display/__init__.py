"""For people: text tables, explanations, and (to come) evidence pages."""

from .explain import explain
from .grid import grid

__all__ = ["explain", "grid"]
