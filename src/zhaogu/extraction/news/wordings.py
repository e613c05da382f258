"""All the words and forms of the cues as one machine that finds the longest of them in one walk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from .forms import Group

_LAST: Final = 0xFFFF
"""Letters above it share a place with one below: a look into the tables may say too much, never too little."""
_GROUPS: Final = 7
_ALONE: Final = 128


class Node:
    """A place within a wording: what may follow each letter, and the id of the cue that may end here."""

    __slots__ = ("arcs", "cue")

    def __init__(self, cue: str | None = None) -> None:
        """Take the cue that may end here, if any."""
        self.arcs: dict[str, list[Node]] = {}
        self.cue = cue


class State:
    """All the places where a reader of some letters may be; the states behind it are made when they are first met."""

    __slots__ = ("arcs", "cue", "nodes")

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Take the places; the first that ends a wording gives its cue."""
        self.nodes = tuple(dict.fromkeys(nodes))
        self.arcs: dict[str, State | None] = {}
        self.cue = next((node.cue for node in self.nodes if node.cue is not None), None)

    def after(self, letter: str) -> State | None:
        """Make the state behind a letter that was not met yet, None where no wording goes on so."""
        following = [after for node in self.nodes for after in node.arcs.get(letter, ())]
        made = self.arcs[letter] = State(following) if following else None
        return made


class Wordings:
    """Words and forms, each of a cue. A word keeps its cue whatever forms can make; of two forms the first has it.

    >>> from zhaogu.extraction.news.forms import parse
    >>> form = parse("经调整(后)<profit>", {"profit": ["纯利", "溢利"]})
    >>> wordings = Wordings({"纯利": "profit"}, [(form, "adjusted")])
    >>> wordings.search("2024年经调整后溢利", 0), wordings.search("纯利", 0), wordings.search("经调整", 0)
    ((5, 11, 'adjusted'), (0, 2, 'profit'), None)
    """

    def __init__(self, words: Mapping[str, str], forms: Iterable[tuple[Group, str]]) -> None:
        """Take words and forms with the ids of their cues."""
        root = Node()
        for word, cue in words.items():
            node = root
            for letter in word:
                node = node.arcs.setdefault(letter, [Node()])[0]
            node.cue = cue
        for form, cue in forms:
            for node in _enter(form, [Node(cue)]):
                for letter, following in node.arcs.items():
                    root.arcs.setdefault(letter, []).extend(following)
        self._root = State([root])
        for letter in root.arcs:
            self._root.after(letter)
        self._opens, self._follows = _sieve(self._root)

    def search(self, text: str, at: int) -> tuple[int, int, str] | None:
        """The first wording at or behind ``at``, as long as may be: where it begins, where it ends, and its cue."""
        first, opens, follows, size = self._root.arcs, self._opens, self._follows, len(text)
        following = ord(text[at]) & _LAST if at < size else 0
        for start in range(at, size):
            code, place = following, start + 1
            following = ord(text[place]) & _LAST if place < size else 0
            if not opens[code] & follows[following]:
                continue
            state, end, cue = first.get(text[start]), 0, None
            while state is not None:
                if state.cue is not None:
                    end, cue = place, state.cue
                if place == size:
                    break
                letter = text[place]
                arcs, place = state.arcs, place + 1
                state = arcs[letter] if letter in arcs else state.after(letter)
            if cue is not None:
                return start, end, cue
        return None


def _sieve(root: State) -> tuple[bytes, bytes]:
    """For every letter, the groups of first letters that it is in, and those that it may follow, as bits.

    Most pairs of letters begin no wording, and two looks into a table tell so. Letters that are wordings of their own
    are a group that everything may follow; the others are grouped by how much may follow them.
    """
    opens, follows = bytearray(_LAST + 1), bytearray([_ALONE]) * (_LAST + 1)
    behind = {
        letter: {after for node in state.nodes for after in node.arcs} for letter, state in root.arcs.items() if state
    }
    share, told = sum(map(len, behind.values())) // _GROUPS + 1, 0
    for letter in sorted(behind, key=lambda letter: -len(behind[letter])):
        bit = 1 << told // share
        told += len(behind[letter])
        state = root.arcs[letter]
        opens[ord(letter) & _LAST] |= _ALONE if state is not None and state.cue is not None else bit
        for after in behind[letter]:
            follows[ord(after) & _LAST] |= bit
    return bytes(opens), bytes(follows)


def _enter(group: Group, following: list[Node]) -> list[Node]:
    """The places where a group begins, ``following`` behind it."""
    entries = list(following) if group.optional else []
    for pieces in group.choices:
        nodes = following
        for piece in reversed(pieces):
            nodes = _enter(piece, nodes) if isinstance(piece, Group) else _letters(piece, nodes)
        entries += nodes
    return entries


def _letters(letters: str, following: list[Node]) -> list[Node]:
    for letter in reversed(letters):
        node = Node()
        node.arcs[letter] = following
        following = [node]
    return following
