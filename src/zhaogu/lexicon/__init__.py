"""The knowledge: units, scales, currencies, qualifiers, periods and cues, as TOML tables with an example each."""

from .loader import Entry, entries

__all__ = ["Entry", "entries"]
