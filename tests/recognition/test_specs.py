"""The number, percentage and currency specifications of Recognizers-Text, through an adapter that only the tests use.

The specifications cut "１９９１年" into numbers, call percentage points percentages and round to fifteen digits;
the adapter says our mentions in their words. Cases that ours reads otherwise on purpose are listed with the reason.
"""

from __future__ import annotations

import json
import os
import tomllib
from decimal import Context, Decimal
from pathlib import Path

import pytest

from zhaogu.model.mention import Mention, MentionKind
from zhaogu.recognition import recognise

SPECS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).parents[3] / "shared" / "corpus")) / "specs"
HERE = Path(__file__).parent
FIFTEEN = Context(prec=14)
NUMBERS = {
    MentionKind.NUMBER,
    MentionKind.COUNT,
    MentionKind.MULTIPLE,
    MentionKind.SHARES,
    MentionKind.PERCENT,
    MentionKind.POINTS,
}

pytestmark = pytest.mark.skipif(not SPECS.is_dir(), reason="the corpus with the specifications is not here")


def cases(model: str) -> list[dict]:
    path = SPECS / f"recognizers-text-zh-{model}Model.json"
    return json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else []


def listed(model: str) -> dict[str, str]:
    """The inputs that ours reads otherwise, and why."""
    rows = tomllib.loads((HERE / "specs_not_followed.toml").read_text(encoding="utf-8"))
    return {text: row["reason"] for row in rows.get(model, []) for text in row["inputs"]}


def rounded(value: Decimal) -> Decimal:
    return FIFTEEN.plus(value)


def as_numbers(mention: Mention) -> list[Decimal]:
    if mention.kind in (MentionKind.DATE, MentionKind.PERIOD):
        return [Decimal(part) for part in mention.partial or () if part is not None]
    return [mention.value] if mention.kind in NUMBERS and mention.value is not None else []


def read_as_number(text: str) -> list[Decimal]:
    return [rounded(value) for mention in recognise(text) for value in as_numbers(mention)]


def read_as_percent(text: str) -> list[Decimal]:
    kinds = (MentionKind.PERCENT, MentionKind.POINTS)
    return [
        rounded(mention.value) for mention in recognise(text) if mention.kind in kinds and mention.value is not None
    ]


def read_as_currency(text: str) -> list[tuple[Decimal, str | None]]:
    found = [mention for mention in recognise(text) if mention.kind is MentionKind.MONEY and mention.value is not None]
    return [(rounded(mention.value), mention.unit) for mention in found]


def expected_number(case: dict) -> list[Decimal]:
    return [rounded(Decimal(result["Resolution"]["value"])) for result in case["Results"]]


def expected_percent(case: dict) -> list[Decimal]:
    return [rounded(Decimal(result["Resolution"]["value"].rstrip("%"))) for result in case["Results"]]


def expected_currency(case: dict) -> list[tuple[Decimal, str | None]]:
    said = [result["Resolution"] for result in case["Results"]]
    return [(rounded(Decimal(one["value"])), one.get("isoCurrency")) for one in said if one.get("value")]


MODELS = {
    "Number": (read_as_number, expected_number),
    "Percent": (read_as_percent, expected_percent),
    "Currency": (read_as_currency, expected_currency),
}


def verdicts(model: str) -> list[tuple[str, bool]]:
    read, expected = MODELS[model]
    return [
        (case["Input"], bool(case.get("IgnoreResolution")) or read(case["Input"]) == expected(case))
        for case in cases(model)
    ]


@pytest.mark.parametrize("model", MODELS)
def test_every_case_passes_or_is_listed(model: str) -> None:
    failing = {text for text, passed in verdicts(model) if not passed}
    excused = listed(model).keys()
    assert sorted(failing - excused) == []
    assert sorted(excused & {text for text, passed in verdicts(model) if passed}) == [], (
        "listed, but it passes: take it off"
    )


def test_fewer_than_one_in_ten_is_listed() -> None:
    total = sum(len(cases(model)) for model in MODELS)
    assert sum(len(listed(model)) for model in MODELS) * 10 < total


if __name__ == "__main__":
    for model, (read, expected) in MODELS.items():
        rows = cases(model)
        missed = [case for case, (_, passed) in zip(rows, verdicts(model), strict=True) if not passed]
        print(f"{model}: {len(rows) - len(missed)} of {len(rows)}")
        for case in missed:
            print(
                "   ",
                repr(case["Input"]),
                "expected",
                [str(x) for x in expected(case)],
                "ours",
                [str(x) for x in read(case["Input"])],
            )
