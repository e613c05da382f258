"""How much of an untrusted file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest document that is read; the defaults are the contract's.

    >>> Limits()
    Limits(text_bytes=67108864, pdf_bytes=536870912, pdf_pages=5000)
    """

    text_bytes: int = 64 * MIB
    pdf_bytes: int = 512 * MIB
    pdf_pages: int = 5000


DEFAULT_LIMITS = Limits()
