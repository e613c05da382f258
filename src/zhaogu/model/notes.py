"""What the codes of notes and rejections mean, read from ``notes.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def note_codes() -> MappingProxyType[str, MappingProxyType[str, str]]:
    """Code to meaning, by where the code stands: document, check, table, fact or rejected."""
    table = tomllib.loads(files("zhaogu.model").joinpath("notes.toml").read_text(encoding="utf-8"))
    return MappingProxyType({place: MappingProxyType(codes) for place, codes in table.items()})


@cache
def _meanings() -> MappingProxyType[str, str]:
    """What every code means, wherever it stands; the first place where several have it."""
    return MappingProxyType(
        {code: said for codes in reversed(list(note_codes().values())) for code, said in codes.items()}
    )


def meaning(code: str) -> str:
    """What ``code`` means; the code itself where the table does not know it.

    >>> meaning("unit_from_list")
    'The unit stands on another item of the list.'
    """
    return _meanings().get(code, code)
