"""Paths, bytes and text to Documents: text, HTML, article JSON and PDF readers."""

from .document import Document, PDFDocument, TextDocument
from .limits import DEFAULT_LIMITS, Limits
from .read import expand, from_text, read, read_all

__all__ = [
    "DEFAULT_LIMITS",
    "Document",
    "Limits",
    "PDFDocument",
    "TextDocument",
    "expand",
    "from_text",
    "read",
    "read_all",
]
