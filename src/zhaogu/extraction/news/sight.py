"""What a clause shows of whom it speaks, whoever was spoken of before it; of both hearings it is looked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from .bystanders import TEASER, teaser_blocks
from .naming import Naming, Turn
from .others import of_others, of_peers, opens_with_parent
from .passing import asides
from .phrases import skip_leaders
from .places import Places
from .pronouns import may_mean
from .strangers import may_open
from .tokens import Clause, Kind, Token

_OPEN: Final = frozenset("(（[【")
_FEW: Final = 3
"""So few letters behind a date leave a clause that is nothing else."""


class Sight:
    """What is seen of one clause.

    ``start`` is behind the words that lead it; ``acting`` do what issuers do; ``asides`` are brackets about somebody
    else. ``may_name``: a company's name may stand in it. Of a clause that names nobody of the article, ``other`` is whom
    it speaks of; else ``again``: it may open with a word for companies named before; or with the name of a ``stranger``,
    at this place.
    """

    __slots__ = (
        "acting", "again", "asides", "deal", "event", "is_date", "may_name", "of_parent", "other", "start", "stranger",
        "teases", "turns",
    )  # fmt: skip

    def __init__(self, start: int, turns: Sequence[Turn]) -> None:
        """Begin with where it speaks of whom."""
        self.start = start
        self.turns = turns
        self.may_name = False
        self.acting: Sequence[str] = ()
        self.asides: Sequence[tuple[int, int]] = ()
        self.teases = False
        self.of_parent = False
        self.other: str | None = None
        self.again = False
        self.stranger: tuple[int, Token] | None = None
        self.event = False
        self.deal = False
        self.is_date = False


class Sights:
    """The clauses of an article as they are seen."""

    def __init__(self, naming: Naming, places: Mapping[str, Places], *, several: bool) -> None:
        """Take the companies of the article, where its words stand, and whether it counts several companies."""
        self.naming, self._places, self._several = naming, places, several
        self.teasers = teaser_blocks(naming.folded)
        self._seen: dict[Clause, Sight] = {}

    def of(self, clause: Clause) -> Sight:
        """What is seen of a clause."""
        seen = self._seen.get(clause)
        if seen is None:
            seen = self._seen[clause] = self._look(clause)
        return seen

    def _look(self, clause: Clause) -> Sight:
        """Look at a clause for the first time."""
        folded, naming, start, end = self.naming.folded, self.naming, clause.start, clause.end
        may_name = naming.may_stand(clause)
        seen = Sight(skip_leaders(folded, start, end), naming.turns(clause) if may_name else ())
        seen.may_name = may_name
        if not _OPEN.isdisjoint(clause.letters):
            seen.asides = list(asides(folded, clause, naming.companies, naming.by_name))
        seen.of_parent = opens_with_parent(folded, seen.start)
        if seen.turns:
            seen.acting = naming.acting(clause, seen.turns) if self._several else ()
        else:
            seen.teases = TEASER.search(folded, clause.letters, start, end) is not None
            if not seen.teases and not seen.of_parent:
                rivals = of_peers(folded, clause, self._places["peers"])
                seen.other = "peers" if rivals else of_others(folded, clause, seen.start)
                seen.again = may_mean(folded, seen.start)
                seen.stranger = may_open(folded, clause)
        seen.event = self._places["events"].any(start, end) and not self._places["no_events"].any(start, end)
        seen.deal = self._places["other_deals"].any(start, end)
        seen.is_date = _is_date(clause)
        return seen

    def is_teaser(self, clause: Clause) -> bool:
        """Whether a clause stands in the lines that lead to other articles."""
        return any(start <= clause.start < end for start, end in self.teasers)


def _is_date(clause: Clause) -> bool:
    """Whether a clause is nothing but a date: ``1月9日,``."""
    if clause.figure is not None or not clause.tokens or clause.end - clause.tokens[-1].end >= _FEW:
        return False
    return all(token.kind is Kind.TIME for token in clause.tokens)
