"""Codes that the code gives stand in the table, with their meaning."""

from __future__ import annotations

import re
from pathlib import Path

import zhaogu
from zhaogu.demo import documents
from zhaogu.model.notes import meaning, note_codes

SOURCE = Path(zhaogu.__file__).parent


def test_every_code_in_the_source_has_a_meaning() -> None:
    known = {code for codes in note_codes().values() for code in codes}
    used = {code for path in SOURCE.rglob("*.py") for code in re.findall(r'"(ZG-[A-Z-]+)"', path.read_text("utf-8"))}
    assert used <= known
    assert {code for code in known if code.startswith("ZG-")} <= used


def test_every_code_of_the_demo_has_a_meaning() -> None:
    known = {code for codes in note_codes().values() for code in codes}
    seen = set()
    for found in zhaogu.extract_all(documents()):
        assert isinstance(found, zhaogu.Extraction)
        seen |= {note.code for fact in found.facts for note in fact.notes}
        seen |= {note.code for note in found.notes} | {loser.code for loser in found.rejected}
    assert seen <= known


def test_an_unknown_code_speaks_for_itself() -> None:
    assert meaning("nothing_known") == "nothing_known"
