"""One row of the memo: its label, and how its cells are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zhaogu.model import IPORecord, Money
from zhaogu.reconciliation.derived import DERIVED

from .memo_cells import Page

Label = Callable[[Page], str]
Writer = Callable[[Page, IPORecord], str]


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a cell an issuer. Both are written in reading order, for they number the footnotes."""

    label: Label
    write: Writer


def called(key: str, write: Writer) -> Row:
    """A row whose label is one of the memo's words."""
    return Row(lambda page: page.say(key), write)


def derived(page: Page, record: IPORecord, name: str, period: str | None = None) -> str:
    """A derived figure with its formula as a footnote."""
    result = DERIVED[name].rule(record, period)
    if result is None:
        return page.say("not_disclosed")
    page.used.extend(result.facts)
    mark = page.derivation(result.formula)
    if DERIVED[name].type == "money":
        return page.money(record, result.facts[0], Money(result.value, result.unit)) + mark
    return f"{result.value:+,.1f}%{mark}" if "return" in name else f"{result.value:,.1f}%{mark}"
