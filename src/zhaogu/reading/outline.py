"""The bookmarks of a PDF, however many and however deep a file says they are."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

_MOST = 10_000
_LEVELS = 6
_TITLE_BYTES = 1_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the document's outline; ``page`` is None where it leads nowhere."""

    title: str
    level: int
    page: int | None


def outline(pdfium: Any, document: Any) -> list[Bookmark]:
    """The entries in document order; what is deeper than six levels, or comes round in a circle, is left out."""
    found: list[Bookmark] = []
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 0)]
    while waiting and len(found) < _MOST:
        entry, level = waiting.pop()
        if not entry or ctypes.addressof(entry.contents) in seen:
            continue
        seen.add(ctypes.addressof(entry.contents))
        found.append(_bookmark(pdfium, document, entry, level))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, entry), level))
        if level + 1 < _LEVELS:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, entry), level + 1))
    return found


def _bookmark(pdfium: Any, document: Any, entry: Any, level: int) -> Bookmark:
    length = pdfium.FPDFBookmark_GetTitle(entry, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFBookmark_GetTitle(entry, buffer, length)
    title = buffer.raw[: max(min(length - 2, _TITLE_BYTES), 0)].decode("utf-16-le", "replace")
    dest = pdfium.FPDFBookmark_GetDest(document, entry)
    index = pdfium.FPDFDest_GetDestPageIndex(document, dest) if dest else -1
    return Bookmark(title.strip(), level, index + 1 if index >= 0 else None)
