"""How far the lines of names in a table stand apart: what tells a new row from one more line of the same name."""

from __future__ import annotations

from collections.abc import Sequence

_APART = 2.2
"""So many heights of a line apart, two lines belong to no name."""
_MORE = 2.0
"""By so many points at least rows stand further apart than lines within a row; fonts that change make less of a difference."""
_SAME = 0.5
"""What differs by no more is the same."""


def breaks(places: Sequence[tuple[int, float] | None], counted: Sequence[bool], height: float) -> list[bool | None]:
    """For each line, by its page and top (None: it has no name), whether a row begins there: yes, no, or unknown.

    ``counted``: whether the line has its row's number of shares. Two such lines that adjoin are two rows, and so tell how far
    rows stand apart; where all that stand closer do so clearly, they go on with a name. The first line of a page tells nothing.

    >>> breaks([(1, 100), (1, 112), (1, 127), (1, 142), (1, 200), None], [False, True, True, True, False, False], 9)
    [None, False, True, True, True, None]
    >>> breaks([(1, 100), (1, 115), (2, 130)], [False, True, False], 9)
    [None, None, None]
    """
    steps = [_step(places, at) for at in range(len(places))]
    adjoin = [counted[at] and at > 0 and counted[at - 1] and places[at - 1] is not None for at in range(len(places))]
    rows = min((step for step, sure in zip(steps, adjoin, strict=True) if step is not None and sure), default=0.0)
    closer = [step for step in steps if step is not None and step < rows - _SAME]
    edge = rows - _MORE if closer and max(closer) <= rows - _MORE else None
    return [None if step is None else _begins(step, edge, height) for step in steps]


def _step(places: Sequence[tuple[int, float] | None], at: int) -> float | None:
    """How far a line stands below the one before it on its page."""
    here = places[at]
    above = next((place for place in reversed(places[:at]) if place is not None), None)
    return None if here is None or above is None or here[0] != above[0] else here[1] - above[1]


def _begins(step: float, edge: float | None, height: float) -> bool | None:
    if step > _APART * height:
        return True
    return None if edge is None else step > edge
