"""The published JSON Schema: fact lines, documents, and the vocabulary of metrics."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from .extraction import Extraction
from .fact import SCHEMA_VERSION, Fact
from .metrics import metrics


def json_schema() -> dict[str, Any]:
    """A JSON Schema whose root is a fact line; ``$defs`` hold the rest, ``x-metrics`` the vocabulary.

    >>> schema = json_schema()
    >>> schema["$ref"], "Extraction" in schema["$defs"], schema["x-metrics"]["offer_price"]["type"]
    ('#/$defs/Fact', True, 'price')
    """
    _, schema = models_json_schema([(Fact, "serialization"), (Extraction, "serialization")])
    vocabulary = {name: entry.model_dump(mode="json", exclude={"id"}) for name, entry in metrics().items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"zhaogu fact line, schema version {SCHEMA_VERSION}",
        "$ref": "#/$defs/Fact",
        **schema,
        "x-metrics": vocabulary,
    }
