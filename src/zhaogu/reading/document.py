"""A document that has been read, whatever it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from zhaogu.errors import UnsupportedFormat

from .pdf import PDF

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Document:
    """What every document has: its name as given, the digest of its bytes, and its publication date if known."""

    name: str
    sha256: str
    published: date | None = None

    def __post_init__(self) -> None:
        """Refuse a date that no article has, and replace half characters, which cannot be written anywhere.

        A lone surrogate becomes U+FFFD: one code point for another, so offsets stay.
        """
        if self.published is not None and not 1900 <= self.published.year < 2200:
            problem = f"it was published on {self.published}"
            raise UnsupportedFormat(self.name, problem, "write the date as YYYY-MM-DD, or leave it out")
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
