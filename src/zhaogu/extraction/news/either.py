"""Figures of 前者 and 後者 that stand for tranches or for metrics: ``香港部分…、國際部分…;前者獲7,569倍認購,後者獲22倍``."""

from __future__ import annotations

from typing import Final

from .binding import Reading
from .cues import Cue, subjects
from .phrases import skip_leaders
from .tokens import Clause
from .traits import traits
from .walk import Walk

_TRANCHES: Final = ("public", "international")
_OF_A_TRANCHE: Final = {"times": "{}_subscription_multiple", "percent": "{}_share_pct"}
_CHANGES: Final = ("change", "to")
_SPOKEN: Final = 8
"""So many figures back the two may have been told."""
_CUE: Final = Cue(id="either", words=(), basis="total")


def either(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The tranche or the metric that a clause opens with a word for, where it stands for no company."""
    if "者" not in clause.letters:
        return None
    start = skip_leaders(walk.folded, clause.start, clause.end)
    pick = next(
        (n for n, name in enumerate(("former", "latter")) if walk.folded.startswith(subjects()[name], start)), None
    )
    if pick is None or len(walk.who.joint) > 1 or walk.who.stranger:
        return None
    own = (t for t in clause.cued if t.start < clause.tokens[at].start and t.cue and t.cue.role not in _CHANGES)
    if kinds[0] != "times" and any(kinds[0] in t.cue.reads for t in own if t.cue):
        return None  # 后者只占收入的1.4%
    pair = _metrics(walk, clause, kinds) if kinds[0] in ("money", "percent") else []
    if len(pair) < len(_TRANCHES) and kinds[0] in _OF_A_TRANCHE:
        pair = _tranches(walk, kinds[0])
    return Reading(pair[pick], None, _CUE, (0, 0), kinds[0]) if len(pair) == len(_TRANCHES) else None


def _tranches(walk: Walk, kind: str) -> list[str]:
    """What a figure is of each of the two tranches, in the order in which the text spoke of them last."""
    spoken = [t.cue.scope for t in walk.history if t.cue is not None and t.cue.scope in _TRANCHES]
    scopes = list(dict.fromkeys(reversed(spoken)))[::-1]
    return [_OF_A_TRANCHE[kind].format(scope) for scope in scopes]


def _metrics(walk: Walk, clause: Clause, kinds: tuple[str, ...]) -> list[str]:
    """The two metrics told last before the clauses that open with such a word."""
    told = [c for c in walk.found[-_SPOKEN:] if not c.reason and c.start < clause.start and traits(c.metric).by_period]
    named = [c.metric for c in told if traits(c.metric).type in kinds and c.rule != f"news.{_CUE.id}"]
    return list(dict.fromkeys(reversed(named)))[:2][::-1]
