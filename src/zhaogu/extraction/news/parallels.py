"""A list of metrics against a list of figures, and growth told beside them: ``收入及純利分別為5億及1億元``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from .binding import Reading
from .cues import Cue
from .tokens import Clause, Token
from .walk import Walk

_AT_HOME: Final = re.compile(r"[境国]内|内地|大陆|本土|本地|内销")
_ABROAD: Final = re.compile(r"[海境国]外|外销|出口")
_LISTED: Final = re.compile(r"\s*(?:[、和及与/]|以及)\s*")
GROWTH: Final = {
    "revenue": "revenue_growth_pct",
    "net_profit": "net_profit_growth_pct",
    "net_profit_attributable": "net_profit_growth_pct",
}
"""Which growth is that of a metric."""


def parallel(walk: Walk, clause: Clause, at: int, group: list[Token], reading: Reading) -> list[Reading] | None:
    """One reading for each figure of a list, where the text names as many tranches or metrics."""
    if len(group) < 2 or reading.type not in reading.cue.reads:
        return None
    slot = reading.cue.reads[reading.type]
    if reading.cue.role != "ends" and all(
        a.mention and b.mention and a.mention.mate == b.mention.start for a, b in pairwise(group)
    ):
        return None  # one range
    if reading.cue.role == "ends":
        values = [t.mention.value for t in group if t.mention and t.mention.value is not None]
        falls = values == sorted(values, reverse=True)
        ends = ("offer_price_high", "offer_price_low") if falls else ("offer_price_low", "offer_price_high")
        named = [(end, reading.cue) for end in ends]  # 上下限 and 下限及上限 alike
    elif slot == "@share" and len(group) == 2 and (homes := _at_home_and_abroad(walk, clause, at)):
        named = [(name, reading.cue) for name in homes]
    elif slot == "@share" and len(group) == 2 and sum(t.mention.value or 0 for t in group if t.mention) == 100:
        named = [("public_share_pct", reading.cue), ("international_share_pct", reading.cue)]
    elif slot == "@change":
        named = [(name, reading.cue) for name in _grown(walk, clause, at, len(group))]
    elif slot.startswith("@"):
        named = [(t.cue.fills[slot[1:]], reading.cue) for t in clause.tokens[:at] if t.cue and slot[1:] in t.cue.fills]
    else:
        named = _named(walk, clause, at, reading.type) or _named_before(walk, clause, reading)
    told = dict(named)
    if len(told) != len(group):
        told = {name: cue for name, cue in named if name[0] != "!"}
    if len(told) != len(group):
        return None
    return [
        replace(
            reading, metric=None if n[0] == "!" else n, reason=n[1:] if n[0] == "!" else None, tempting=None, cue=cue
        )
        for n, cue in told.items()
    ]


def _named_before(walk: Walk, clause: Clause, reading: Reading) -> list[tuple[str, Cue]]:
    """The metrics that the clause before only names: ``营收及净利润双双创新高,分别为33亿元和4亿元``."""
    before = next((c for c in walk.sentence.clauses if c.end == clause.start - 1), None)
    if before is None or before.figure is not None or reading.at[1] > clause.start:
        return []
    said = [(t.cue.reads.get(reading.type, "@"), t.cue) for t in before.cued if t.cue]
    return [(name, cue) for name, cue in said if name[0] not in "@!"]


def _at_home_and_abroad(walk: Walk, clause: Clause, at: int) -> list[str]:
    """What two shares of the revenue are, where home and abroad are named before them: ``境内、境外收入分别占66.6%和33.4%``."""
    start, end = clause.start, clause.tokens[at].start
    home, abroad = _AT_HOME.search(walk.folded, start, end), _ABROAD.search(walk.folded, start, end)
    if home is None or abroad is None:
        return []
    names = ["!the share at home", "overseas_revenue_pct"]
    return names if home.start() < abroad.start() else names[::-1]


def _named(walk: Walk, clause: Clause, at: int, type_: str) -> list[tuple[str, Cue]]:
    """The metrics and decoys that a clause names before its figures, also by the short names of a list."""
    named, joins = [], False
    for token, following in pairwise(clause.tokens[: at + 1]):
        joined, joins = joins, _LISTED.fullmatch(walk.folded, token.end, following.start) is not None
        if token.cue is None:
            continue
        reading = token.cue.reads.get(type_, "@")
        if token.cue.short and (joins or token.end == following.start):
            named.append((token.cue.short, token.cue))
        elif reading[0] != "@" and (reading[0] != "!" or joins or joined):
            named.append((reading, token.cue))
    return named


def _grown(walk: Walk, clause: Clause, at: int, size: int) -> list[str]:
    """Whose changes a list of percentages gives: of the metrics named in its clause, in its sentence, or told last."""
    here = [t for t in clause.tokens[:at] if t.cue and "change" in t.cue.fills]
    before = [t for t in walk.history if t.start >= walk.sentence.start and t.cue and "change" in t.cue.fills]
    for tokens in (here, [*before, *here]):
        names = list(dict.fromkeys(t.cue.fills["change"] for t in tokens if t.cue and "money" in t.cue.reads))
        if len(names) == size:
            return names
    if size != 2:
        return []
    latest = dict.fromkeys(GROWTH[c.metric] for c in reversed(walk.found[-4:]) if c.metric in GROWTH)
    return list(latest)[1::-1]
