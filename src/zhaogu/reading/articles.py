"""Articles out of JSON and JSONL: ``{"id"?, "title"?, "published"?, "url"?, "text"}``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from zhaogu.errors import DocumentError, UnsupportedFormat

from .document import TextDocument

_REMEDY = 'write {"title"?, "published"?: "YYYY-MM-DD", "url"?, "text": "…"}'


def from_json(name: str, text: str, sha256: str) -> TextDocument:
    """The one article of a JSON file; UnsupportedFormat where it is none."""
    return _article(name, _parse(name, text), sha256)


def from_jsonl(name: str, text: str) -> Iterator[TextDocument | DocumentError]:
    """The articles of a JSONL file, each named ``PATH#id`` or ``PATH#line``; a bad line is its own error."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        label = f"{name}#{number}"
        try:
            record = _parse(label, line)
            if isinstance(record, dict) and record.get("id") is not None:
                label = f"{name}#{record['id']}"
            yield _article(label, record, hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest())
        except DocumentError as error:
            yield error


def _parse(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedFormat(name, f"this is no JSON ({error})", _REMEDY) from None


def _article(name: str, record: Any, sha256: str) -> TextDocument:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnsupportedFormat(name, 'the JSON has no "text"', _REMEDY)
    if not record["text"].strip():
        raise UnsupportedFormat(name, 'the "text" is empty', "give the article's text")
    published = record.get("published")
    try:
        day = date.fromisoformat(str(published)[:10]) if published else None
    except ValueError:
        raise UnsupportedFormat(name, f'"published" is {published!r}', "write the date as YYYY-MM-DD or null") from None
    title, url = (value if isinstance(value := record.get(key), str) and value else None for key in ("title", "url"))
    return TextDocument(name=name, sha256=sha256, published=day, text=record["text"], title=title, url=url)
