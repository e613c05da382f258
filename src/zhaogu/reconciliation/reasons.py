"""What a difference is, as data: its class, its reason, and the sentence in each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from zhaogu.model import Fact

from .arithmetic import shown

Language = Literal["en", "zh"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The class of a difference, the key of its reason in ``reasons.toml``, and what the sentence names."""

    code: str
    reason: str
    named: Mapping[str, Fact | str]

    def say(self, language: Language = "en") -> str:
        """The reason as a sentence."""
        words = {name: shown(item, language) if isinstance(item, Fact) else item for name, item in self.named.items()}
        return sentences()[self.reason][language].format(**words)


def because(code: str, reason: str, chosen: Fact, other: Fact, **named: Fact | str) -> Verdict:
    """A verdict on two facts; ``named`` is what its sentence names besides them."""
    return Verdict(code, reason, {"chosen": chosen, "other": other, **named})


@cache
def sentences() -> dict[str, dict[str, str]]:
    """The sentence of each reason, by language."""
    return tomllib.loads(files("zhaogu.reconciliation").joinpath("reasons.toml").read_text(encoding="utf-8"))
