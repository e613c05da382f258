"""Every entry of the lexicon reads its own example; a wrong entry is named."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from zhaogu.errors import LexiconError
from zhaogu.lexicon import loader
from zhaogu.model import plain
from zhaogu.model.mention import Mention
from zhaogu.recognition import recognise

TABLES = ("numbers", "currencies", "qualifiers", "units", "codes", "times")
PUBLISHED = date(2025, 9, 24)


def examples() -> list[tuple[str, str, str]]:
    found = []
    for name in TABLES:
        rows = tomllib.loads(files("zhaogu.lexicon").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        found += [
            (f"{name}.{section}", row["example"], row["reads"]) for section, entries in rows.items() for row in entries
        ]
    return found


def told(mention: Mention) -> str:
    if mention.period is not None:
        return str(mention.period)
    if mention.day is not None:
        return mention.day.isoformat()
    return mention.code or (plain(mention.value) if mention.value is not None else "")


@pytest.mark.parametrize(("section", "example", "reads"), examples())
def test_the_example_reads_what_it_says(section: str, example: str, reads: str) -> None:
    found = [told(mention) for mention in recognise(example, published=PUBLISHED)]
    assert reads in found if reads else not any(found), (section, found)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[scale]]\nwords = ["萬"]\nexample = "1萬"', "numbers.toml, [[scale]] entry 1 (['萬']): 'power' is missing"),
        ('[[scale]]\nwords = []\npower = 4\nexample = "1萬"', "'words' must be a non-empty list"),
        ('[[scale]]\nwords = ["萬"]\npower = "4"\nexample = "1萬"', "'power' must be a non-empty int"),
        ('[[scale]]\nwords = [4]\npower = 4\nexample = "1萬"', "every word must be non-empty text"),
        ("[[scale", "numbers.toml: "),
        ("", "no section [[scale]]"),
    ],
)
def test_a_wrong_entry_is_named(text: str, complaint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_table", lambda file: loader.parse(file, text))
    with pytest.raises(LexiconError) as caught:
        loader.entries("numbers", "scale", power=int)
    assert complaint in str(caught.value)


def test_a_missing_table_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        loader.entries("nowhere", "scale")
