"""What a day is: the listing, the pricing, a day of trading, or none of them."""

from __future__ import annotations

import re

from zhaogu.model import Period
from zhaogu.model.mention import Mention
from zhaogu.model.notes import meaning

from .candidate import Candidate
from .cues import Cue
from .figures import FROM, types
from .names import Company
from .tokens import Clause, Kind, Token
from .walk import Walk

_SEVERAL = re.compile(
    r"[两二三四五六七八九十\d]{1,3}只[^,，。]{0,10}新股|新股[^,，。]{0,6}[两二三四五六七八九十\d]{1,3}只"
)


def day(walk: Walk, clause: Clause, at: int, token: Token) -> None:
    """Take in a day: a fact, the day of the prices that follow, or one whose meaning is still to come."""
    mention = token.mention
    if mention is None or mention.day is None:
        return
    walk.instant = Period.at(mention.day)
    if (cue := _date_cue(walk, clause, at)) is None:
        if not any(t.mention and t.kind is Kind.FIGURE and types(t.mention, walk.folded) for t in clause.tokens[:at]):
            walk.pending = mention
        return
    if cue.reads["date"] == "!trading day":
        walk.trading_day = mention.day
    name = cue.reads["date"]
    if FROM.search(walk.folded[max(clause.start, token.start - 4) : token.start]):
        return
    if not name.startswith("!") and _SEVERAL.search(walk.folded, clause.start, clause.end + 12):
        walk.found.append(_dated(walk, name, mention, None, cue))
    elif not name.startswith("!"):
        for company in walk.who.at(token.start):
            walk.found.append(_dated(walk, name, mention, company, cue))


def listed(walk: Walk, clause: Clause, token: Token) -> None:
    """A day told in an earlier clause than what happened on it."""
    cue, mention = token.cue, walk.pending
    assert cue is not None and mention is not None
    walk.pending = None
    if any(t.kind is Kind.TIME and t.mention and t.mention.day for t in clause.tokens):
        return
    if _SEVERAL.search(walk.folded, clause.start, clause.end + 12):
        walk.found.append(_dated(walk, cue.reads["date"], mention, None, cue))
        return
    for company in walk.who.at(token.start):
        walk.found.append(_dated(walk, cue.reads["date"], mention, company, cue))


def _date_cue(walk: Walk, clause: Clause, at: int) -> Cue | None:
    """The word that says what a day is: the next one behind it, or the last one before it."""
    ahead = [t.cue for t in clause.tokens[at + 1 :] if t.cue and "date" in t.cue.reads]
    behind = [t.cue for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads]
    if ahead and ahead[0].reads["date"] == "!trading day":
        return ahead[0]
    if behind and walk.folded.endswith((":", "为", "于", "至", "定在", "截止"), 0, clause.tokens[at].start):
        return behind[0]
    return next(iter(ahead or behind), None)


def _dated(walk: Walk, name: str, mention: Mention, company: Company | None, cue: Cue) -> Candidate:
    assert mention.day is not None
    blocked = "the day of the over-allotment shares" if walk.exercised and name == "listing_date" else None
    return Candidate(
        name, mention.day, "date", mention.start, mention.end, f"news.{cue.id}", company,
        code="decoy" if blocked else None, reason=blocked, notes=[(note, meaning(note)) for note in mention.notes],
    )  # fmt: skip
