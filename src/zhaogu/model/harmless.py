"""Text that no spreadsheet takes for a formula."""

from __future__ import annotations

EXECUTED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would execute it.

    >>> harmless("=HYPERLINK(1)"), harmless("MiniMax")
    ("'=HYPERLINK(1)", 'MiniMax')
    """
    return f"'{text}" if text.startswith(EXECUTED) else text
