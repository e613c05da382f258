"""Documents to facts: say what a document is, then read it as what it is."""

from .document import extract_document
from .found import Found, choose

__all__ = ["Found", "choose", "extract_document"]
