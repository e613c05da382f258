"""How much of an untrusted file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest document that is read; the first three defaults are the contract's.

    >>> Limits().pdf_pages
    5000
    """

    text_bytes: int = 64 * MIB
    pdf_bytes: int = 512 * MIB
    pdf_pages: int = 5000
    page_characters: int = 200_000
    """Of one page; the text of all pages is held to ``text_bytes``."""
    picture_pixels: int = 25_000_000
    """Of a page as a picture: a larger one is drawn at a smaller scale."""
    ocr_pages: int = 300
    """Of one document, at one to several seconds each."""


DEFAULT_LIMITS = Limits()
