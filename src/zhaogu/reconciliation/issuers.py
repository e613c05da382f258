"""Whose figures these are: facts of several documents grouped by issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhaogu.model import Fact, Note

from .names import core, parts

_CODE = re.compile(r"[0-9A-Z.]{1,10}")
_NAMES = ("issuer_name", "stock_short_name")


@dataclass(slots=True)
class Party:
    """One issuer as far as it is known: how documents call it, its codes, and its facts."""

    names: dict[str, None] = field(default_factory=dict)
    codes: dict[str, None] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)

    def take(self, fact: Fact) -> None:
        """Add a fact and what it says about the issuer."""
        self.facts.append(fact)
        called = [fact.issuer, *fact.aliases, fact.value if fact.metric in _NAMES else None]
        self.names |= {name: None for name in called if isinstance(name, str) and name}
        code = fact.value if fact.metric == "stock_code" else fact.stock_code
        if isinstance(code, str) and _CODE.fullmatch(code):
            self.codes[code] = None

    def absorb(self, other: Party) -> None:
        """Become both."""
        self.names |= other.names
        self.codes |= other.codes
        self.facts += other.facts

    @property
    def marks(self) -> set[str]:
        """What identifies the issuer: codes and folded names."""
        return {f"code {code}" for code in self.codes} | {f"name {core(name)}" for name in self.names if core(name)}


def parties(facts: Iterable[Fact]) -> list[Party]:
    """Facts grouped by issuer: one group a document and name, then groups joined by code or by equal names.

    Groups with different codes of one exchange stay apart, whatever their names.
    """
    groups: dict[tuple[str, str], Party] = {}
    for fact in facts:
        groups.setdefault((fact.document, core(fact.issuer or "")), Party()).take(fact)
    joined: dict[int, Party] = {}
    home_of: dict[str, Party] = {}
    for group in sorted(groups.values(), key=lambda group: not group.codes):
        home, marks = group, group.marks
        for host in _hosts(group, home_of):
            if not _clash(host, home):
                marks |= home.marks
                host.absorb(home)
                joined.pop(id(home), None)
                home = host
        joined[id(home)] = home
        for mark in marks:
            if mark not in home_of or not _clash(home_of[mark], home):
                home_of[mark] = home
    return list(joined.values())


def _hosts(group: Party, home_of: dict[str, Party]) -> list[Party]:
    """The parties that share a mark with ``group``, by code before by name."""
    return list({id(home_of[mark]): home_of[mark] for mark in sorted(group.marks) if mark in home_of}.values())


def questions(found: list[Party]) -> list[tuple[Party, Note]]:
    """A note on each party whose name stands within another's: they may be the same issuer, and were not merged."""
    known: dict[str, list[tuple[Party, str]]] = {}
    for party in found:
        for name in party.names:
            known.setdefault(core(name), []).append((party, name))
    asked: dict[tuple[int, int], tuple[Party, Party, str, str]] = {}
    for party in found:
        for name in party.names:
            for part in parts(core(name)) & known.keys():
                for other, called in known[part]:
                    if other is not party and not _clash(party, other):
                        key = min(id(party), id(other)), max(id(party), id(other))
                        asked.setdefault(key, (party, other, name, called))
    return [
        (side, Note(code="ZG-SAME-ISSUER", severity="warning", sides=[name, called], text=(
            f"{name} and {called} may be the same issuer: no code or equal name says so, so they stand apart")))
        for party, other, name, called in asked.values()
        for side in (party, other)
    ]  # fmt: skip


def _clash(one: Party, other: Party) -> bool:
    """Whether both have codes of one exchange and share none: the lengths tell the exchanges apart."""
    if not one.codes or not other.codes or one.codes.keys() & other.codes.keys():
        return False
    return bool({len(code) for code in one.codes} & {len(code) for code in other.codes})
