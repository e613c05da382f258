"""The article of a web page, boilerplate left out (trafilatura, the extra ``html``)."""

from __future__ import annotations

from datetime import date

from zhaogu.errors import UnsupportedFormat

from .document import TextDocument


def from_html(name: str, page: str, sha256: str) -> TextDocument:
    """The page's main text, with its title, date and address where the page names them."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise UnsupportedFormat(
            name, "HTML needs an extra that is not installed", "pip install 'zhaogu[html]'"
        ) from None
    extracted = bare_extraction(page, with_metadata=True, include_comments=False, favor_recall=True)
    found = extracted.as_dict() if extracted is not None and not isinstance(extracted, dict) else extracted or {}
    text = str(found.get("text") or "")
    if not text.strip():
        raise UnsupportedFormat(name, "the page holds no article text", "save the article as text")
    day = found.get("date")
    return TextDocument(
        name=name,
        sha256=sha256,
        published=date.fromisoformat(day) if day else None,
        text=text,
        title=found.get("title"),
        url=found.get("url"),
    )
