"""All the words and forms of the cues as one machine that finds the longest of them in one walk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .forms import Group


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
        """The state behind a letter, None where no wording goes on so."""
        if letter not in self.arcs:
            following = [after for node in self.nodes for after in node.arcs.get(letter, ())]
            self.arcs[letter] = State(following) if following else None
        return self.arcs[letter]


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

    def search(self, text: str, at: int) -> tuple[int, int, str] | None:
        """The first wording at or behind ``at``, as long as may be: where it begins, where it ends, and its cue."""
        first = self._root.arcs
        for start in range(at, len(text)):
            state = first.get(text[start])
            if state is None:
                continue
            found, place = None, start + 1
            while state is not None:
                if state.cue is not None:
                    found = start, place, state.cue
                letter = text[place : place + 1]
                state = state.arcs[letter] if letter in state.arcs else state.after(letter)
                place += 1
            if found is not None:
                return found
        return None


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
