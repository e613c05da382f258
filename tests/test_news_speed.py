"""What makes the news quick changes nothing: no letter that a sifted pattern can do without, no fact made otherwise."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from re import _parser
from typing import Any

import pytest

from zhaogu.extraction import news
from zhaogu.extraction.news import extract_news
from zhaogu.extraction.news.cues import cues, wordings
from zhaogu.extraction.news.gate import _DENIED, is_denied
from zhaogu.extraction.news.sifted import Sifted, starting
from zhaogu.model import Evidence, Fact, FactNote
from zhaogu.model.record import Rejection
from zhaogu.model.trusted import trusted
from zhaogu.reading.document import TextDocument
from zhaogu.recognition import recognise

TEXT = (
    "測試科技(02899.HK)今日在港交所主板掛牌,發售價為每股8.50元,收報9.8港元,市值約92億港元。\n\n"
    "2022年至2024年收入依次為2.88億元、5.30億元及6.32億元人民幣,首日掛牌後超額配股權獲悉數行使。"
)


def _sifted() -> Iterator[tuple[str, Sifted]]:
    for found in pkgutil.iter_modules(news.__path__, f"{news.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, Sifted):
                yield f"{found.name.rsplit('.', 1)[1]}.{name}", value


SIFTED = dict(_sifted())


def _can_do_without(items: Any, letters: frozenset[str]) -> bool:
    """Whether a part of a pattern, as it is parsed, can match a text that holds none of some letters."""
    return all(_may(op, argument, letters) for op, argument in items)


def _may(op: Any, argument: Any, letters: frozenset[str]) -> bool:
    match str(op):
        case "LITERAL":
            return chr(argument) not in letters
        case "IN":
            return any(str(kind) != "LITERAL" or chr(value) not in letters for kind, value in argument)
        case "BRANCH":
            return any(_can_do_without(branch, letters) for branch in argument[1])
        case "SUBPATTERN":
            return _can_do_without(argument[3], letters)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return argument[0] == 0 or _can_do_without(argument[2], letters)
        case "ATOMIC_GROUP":
            return _can_do_without(argument, letters)
        case "ASSERT":  # what is ahead is of the clause; behind, only what starting() looks at again from there
            ahead = argument[0] == 1
            return _can_do_without([i for i in argument[1] if ahead or str(i[0]) == "ASSERT"], letters)
        case _:
            return True


@pytest.mark.parametrize("name", SIFTED)
def test_no_match_can_do_without_its_letters(name: str) -> None:
    sifted = SIFTED[name]
    assert not _can_do_without(_parser.parse(sifted.pattern.pattern), sifted.needs)


@pytest.mark.parametrize(
    ("pattern", "needs", "right"),
    [
        ("扣除.{0,8}费用", "扣", True),
        ("扣除|减去", "扣", False),
        ("(?:扣)?除", "扣", False),
        ("[扣减]除", "扣减", True),
        ("[扣减](?<=(?=扣除|减去).)", "除去", True),
        ("(?<=扣)除", "扣", False),
    ],
)
def test_the_proof_itself(pattern: str, needs: str, right: bool) -> None:
    assert _can_do_without(_parser.parse(pattern), frozenset(needs)) is not right


def _starting() -> Iterator[tuple[str, Any, Any]]:
    """The patterns that starting() made: their letters and the wordings behind them, as they are parsed."""
    for found in pkgutil.iter_modules(news.__path__, f"{news.__name__}."):
        for name, value in vars(importlib.import_module(found.name)).items():
            pattern = value.pattern if isinstance(value, Sifted) else value
            if isinstance(pattern, re.Pattern) and "](?<=(?=" in pattern.pattern:
                (_, letters), (_, (_, behind)) = _parser.parse(pattern.pattern)
                yield f"{found.name.rsplit('.', 1)[1]}.{name}", letters, behind[0][1][1]


STARTING = {name: (letters, wordings) for name, letters, wordings in _starting()}


def _begins_otherwise(items: Any, letters: Any) -> bool:
    """Whether a pattern, as it is parsed, may begin with another letter, or with none."""
    if not items:
        return True
    (op, argument), rest = items[0], list(items[1:])
    match str(op):
        case "LITERAL":
            return (op, argument) not in letters
        case "IN":
            return any(one not in letters for one in argument)
        case "BRANCH":
            return any(_begins_otherwise([*branch, *rest], letters) for branch in argument[1])
        case "SUBPATTERN":
            return _begins_otherwise([*argument[3], *rest], letters)
        case "MAX_REPEAT" | "MIN_REPEAT":
            skipped = argument[0] == 0 and _begins_otherwise(rest, letters)
            return skipped or _begins_otherwise([*argument[2], *rest], letters)
        case _:
            return True


@pytest.mark.parametrize("name", STARTING)
def test_no_wording_begins_with_another_letter(name: str) -> None:
    letters, wordings = STARTING[name]
    assert not _begins_otherwise(list(wordings), letters)


@pytest.mark.parametrize(
    ("letters", "pattern", "right"),
    [("没暂", "(?:没|暂无)计划", True), ("没有", "没|暂无", False), ("没不", "没?有", False)],
)
def test_the_proof_of_the_beginnings(letters: str, pattern: str, right: bool) -> None:
    (_, known), (_, (_, behind)) = _parser.parse(starting(letters, pattern))
    assert _begins_otherwise(list(behind[0][1][1]), known) is not right


def test_a_sifted_pattern_finds_what_the_pattern_finds() -> None:
    costs, text = Sifted(r"扣除.{0,8}(?:费用|开支)", needs="扣"), "集资5亿港元,扣除上市费用后"
    found = costs.search(text, set(text), 0, len(text))
    assert found is not None and found.span() == re.search(r"扣除.{0,8}费用", text).span()
    assert costs.match(text, set(text), 7, len(text)) is not None


def test_facts_are_those_that_validation_makes() -> None:
    found = extract_news(TextDocument(name="a", sha256="0" * 64, text=TEXT, published=date(2025, 12, 5)))
    facts = [*found.facts, *(loser.fact for loser in found.rejected)]
    assert len(facts) > 8 and any(fact.notes for fact in facts)
    for fact in facts:
        checked = Fact(**{name: getattr(fact, name) for name in fact.model_fields_set})
        assert fact == checked and fact.model_fields_set == checked.model_fields_set
        assert [*vars(fact).items()] == [*vars(checked).items()]
        assert {name: type(value) for name, value in vars(fact).items()} == {
            name: type(value) for name, value in vars(checked).items()
        }
        assert fact.model_dump_json() == checked.model_dump_json()
        assert Fact.model_validate(fact.model_dump()) == checked


def test_places_and_rejections_are_those_that_validation_makes() -> None:
    text = f"{TEXT}\n\n发售价为每股8.50元,另有报道称发售价为每股9.50元。"
    found = extract_news(TextDocument(name="a", sha256="0" * 64, text=text, published=date(2025, 12, 5)))
    assert found.rejected
    for lost in found.rejected:
        made = Rejection(fact=lost.fact, code=lost.code, reason=lost.reason)
        assert lost == made and lost.model_fields_set == made.model_fields_set and [*vars(lost)] == [*vars(made)]
    for place in (place for fact in found.facts for place in (fact.evidence, *fact.also)):
        checked = Evidence(quote=place.quote, field=place.field, start=place.start, end=place.end)
        assert place == checked and place.model_fields_set == checked.model_fields_set
        assert [*vars(place).items()] == [*vars(checked).items()]
        assert text[place.start : place.end] == place.quote


def test_a_copy_of_a_fact_says_so_alone() -> None:
    found = extract_news(TextDocument(name="a", sha256="0" * 64, text=TEXT, published=date(2025, 12, 5)))
    one, other = found.facts[:2]
    copied = one.model_copy(update={"audited": True})
    assert "audited" in copied.model_fields_set and "audited" not in one.model_fields_set | other.model_fields_set


def test_the_sieve_lets_every_wording_pass() -> None:
    for word in cues():
        found = wordings().search(f"。{word}。", 0)
        assert found is not None and found[:2] == (1, 1 + len(word)), word


def test_a_mention_is_equal_to_what_says_the_same() -> None:
    one, other = (recognise("1月9日挂牌", published=date(2026, 1, 5))[0] for _ in range(2))
    later = one.on(date(2026, 1, 10))
    assert one == other and one is not other and one != later and later.day == date(2026, 1, 10)
    assert (later.start, later.end, later.partial, later.rule) == (one.start, one.end, one.partial, one.rule)
    assert pickle.loads(pickle.dumps(one)) == one


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("公司澄清有关上市传闻不属实。", True),
        ("公司暂无上市计划;市况没有转差。", True),
        ("否认抄袭。公司今日招股。", False),
        ("公司今日招股,市场没有意外\n招股价8元。", False),
        ("今日首挂,并无意外", False),
    ],
)
def test_denials_are_found_within_their_sentences(text: str, denied: bool) -> None:
    assert is_denied(text) is denied is (_DENIED.search(text) is not None)


def test_trusted_models_do_not_share_their_lists() -> None:
    place = Evidence(quote="a", field="text", start=0, end=1)
    values = {
        "document": "a",
        "document_sha256": "0",
        "kind": "news",
        "metric": "revenue",
        "evidence": place,
        "rule": "a",
    }
    one, other = trusted(Fact, values), trusted(Fact, values)
    assert one == other == Fact(**values) and one.also is not other.also
    assert trusted(FactNote, {"code": "a", "text": "b"}).severity == "info"
