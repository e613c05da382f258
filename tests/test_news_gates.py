"""A pattern is asked only where a letter stands that it may begin with: that no such letter is left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from zhaogu.extraction.news import doing, naming, phrases, scene

_PARSER: Any = getattr(re, "_parser")  # noqa: B009

GATED = {
    "what a share does": (doing._MOVES.pattern, doing._MOVING),
    "an earlier or later listing": (doing._COMPARED.pattern, doing._THAN),
    "a suffix": (scene._SUFFIX.pattern, scene._SUFFIXES),
    "what an issuer does": (doing._DOES, frozenset(doing._DOING_SO)),
    "what belongs to a company": (naming._OWNS.pattern, naming._OWNING),
    "a copula": (phrases._COPULA.pattern, phrases._COPULAS),
}


def _first(items: Any) -> tuple[set[str], bool]:
    """The letters that a parsed pattern may begin with, and whether it may be nothing."""
    letters: set[str] = set()
    for op, value in items:
        name = str(op)
        empty = False
        if name == "LITERAL":
            letters.add(chr(value))
        elif name == "IN":
            assert all(str(kind) == "LITERAL" for kind, _ in value)
            letters |= {chr(code) for _, code in value}
        elif name == "BRANCH":
            for branch in value[1]:
                found, nothing = _first(branch)
                letters, empty = letters | found, empty or nothing
        elif name == "SUBPATTERN":
            found, empty = _first(value[-1])
            letters |= found
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            found, empty = _first(value[2])
            letters, empty = letters | found, empty or value[0] == 0
        elif name in ("ASSERT", "ASSERT_NOT", "AT"):
            empty = True
        else:
            raise AssertionError(f"{name} may begin with anything")
        if not empty:
            return letters, False
    return letters, True


@pytest.mark.parametrize("case", GATED)
def test_no_letter_that_begins_a_pattern_is_left_out(case: str) -> None:
    pattern, letters = GATED[case]
    begins, nothing = _first(_PARSER.parse(pattern))
    assert not nothing
    assert begins == letters
