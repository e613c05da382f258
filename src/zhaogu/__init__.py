"""zhaogu (招股): Chinese IPO news and listing documents into typed, traceable, comparable figures."""

__version__ = "0.1.0"
