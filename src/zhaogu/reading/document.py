"""A document that has been read, whatever it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .pdf import PDF

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Document:
    """What every document has: its name as given, the digest of its bytes, and its publication date if known."""

    name: str
    sha256: str
    published: date | None = None

    def __post_init__(self) -> None:
        """Half characters (lone surrogates) cannot be written anywhere: each becomes U+FFFD, offsets stay."""
        for attribute in ("name", "text", "title"):
            value = self.__dict__.get(attribute)
            if isinstance(value, str) and not value.isascii():
                object.__setattr__(self, attribute, _SURROGATE.sub("\ufffd", value))


@dataclass(frozen=True, kw_only=True)
class TextDocument(Document):
    """An article or any other text; offsets of evidence refer to ``text`` (or ``title``).

    >>> TextDocument(name="a.txt", sha256="0" * 64, text="MiniMax 今日掛牌,發行價 165 港元。")
    TextDocument('a.txt', 24 characters: 'MiniMax 今日掛牌,發行價 165 港元。')
    """

    text: str
    title: str | None = None
    url: str | None = None

    def __repr__(self) -> str:
        """Name, length and beginning."""
        start = " ".join((self.title or self.text[:80]).split())[:40]
        return f"TextDocument({self.name!r}, {len(self.text)} characters: {start!r})"


@dataclass(frozen=True, kw_only=True)
class PDFDocument(Document):
    """A filing; pages are read when they are asked for."""

    pdf: PDF

    @cached_property
    def text(self) -> str:
        """Text of all pages, separated by form feeds; reads the whole file."""
        return "\f".join(page.text for page in self.pdf)

    def __repr__(self) -> str:
        """Name and pages."""
        return f"PDFDocument({self.name!r}, {self.pdf.page_count} pages)"
