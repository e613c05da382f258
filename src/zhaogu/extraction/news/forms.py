"""Wordings made of parts: ``<holders>应占(的)<profit>`` stands for every word that its parts can make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zhaogu.errors import LexiconError

_MARK: Final = re.compile(r"[<>(){}|]")
_CLOSES: Final = {"(": ")", "{": "}"}
GAP: Final = r"[^。;；\n]{0,24}?"
"""A stretch of a sentence."""


@dataclass(frozen=True, slots=True)
class Group:
    """One of several ways to go on, each a row of letters and further groups; or nothing, where it is optional."""

    choices: list[list[str | Group]]
    optional: bool = False


def parse(form: str, parts: Mapping[str, Sequence[str]]) -> Group:
    """A form as groups: ``{a|b}`` is one of several, ``(a|b)`` one of them or nothing, ``<name>`` a list of parts.

    The entries of a list of parts are forms themselves.

    :raises LexiconError: the form names an unknown list or is not closed.

    >>> parse("经(调整)<profit>", {"profit": ["纯利", "溢利"]}).choices
    [['经', Group(choices=[['调整']], optional=True), Group(choices=[['纯利'], ['溢利']], optional=False)]]
    """
    choices, end = _choices(form, 0, parts)
    if end != len(form):
        raise LexiconError(f"form {form!r}: {form[end]!r} closes nothing")
    return Group(choices)


def _choices(form: str, at: int, parts: Mapping[str, Sequence[str]]) -> tuple[list[list[str | Group]], int]:
    """The alternatives from ``at`` on, and where they end."""
    choices: list[list[str | Group]] = [[]]
    while at < len(form) and form[at] not in ")}":
        if form[at] == "|":
            choices.append([])
            at += 1
        else:
            piece, at = _piece(form, at, parts)
            choices[-1].append(piece)
    return choices, at


def _piece(form: str, at: int, parts: Mapping[str, Sequence[str]]) -> tuple[str | Group, int]:
    """A group, a list of parts, or the letters up to the next mark."""
    mark = form[at]
    if mark in _CLOSES:
        choices, end = _choices(form, at + 1, parts)
        if form[end : end + 1] != _CLOSES[mark]:
            raise LexiconError(f"form {form!r}: {mark!r} is not closed")
        return Group(choices, optional=mark == "("), end + 1
    if mark == "<":
        end = form.find(">", at)
        name = form[at + 1 : end]
        if end < 0 or name not in parts:
            raise LexiconError(f"form {form!r}: there is no list of parts {name!r}")
        return Group([choice for part in parts[name] for choice in parse(part, parts).choices]), end + 1
    stop = _MARK.search(form, at + 1)
    end = stop.start() if stop else len(form)
    return form[at:end], end


def as_pattern(form: str, parts: Mapping[str, Sequence[str]]) -> str:
    """A form as a regular expression, which only looks at what follows its first stretch: another frame may begin there."""
    head, stretch, tail = form.partition("…")
    if stretch and head.count("(") + head.count("{") == head.count(")") + head.count("}"):
        return f"{as_pattern(head, parts)}(?={GAP}{as_pattern(tail, parts)})"
    return re.sub(r"\)\?([*+])", r")\1", "".join(_written(parse(form, parts))))


def _written(group: Group) -> Iterator[str]:
    """A form as a regular expression; + and * behind a group repeat it, … is a stretch of its sentence."""
    choices = ("".join(p if isinstance(p, str) else "".join(_written(p)) for p in row) for row in group.choices)
    yield f"(?:{'|'.join(choices)}){'?' if group.optional else ''}".replace("…", GAP)
