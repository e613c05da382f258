"""Text of a document where a spreadsheet, a page or a terminal would take it for more than text."""

from __future__ import annotations

import re

EXECUTED = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would execute it.

    >>> harmless("=HYPERLINK(1)"), harmless("MiniMax")
    ("'=HYPERLINK(1)", 'MiniMax')
    """
    return f"'{text}" if text.startswith(EXECUTED) else text


def markdown(text: str) -> str:
    """``text`` for Markdown: no tag and no end of a cell.

    >>> markdown("<script> a|b")
    '&lt;script> a\\\\|b'
    """
    return text.replace("<", "&lt;").replace("|", "\\|")


def visible(text: str) -> str:
    """``text`` with control characters spelt out, all but the line break: a terminal obeys none of them.

    >>> print(visible("a\\x1b[2J"))
    a\\x1b[2J
    """
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)
