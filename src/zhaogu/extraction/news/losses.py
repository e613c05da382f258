"""Whether a figure is a loss: a word for one says so, but not for what the issuer came back to, nor for each item of a list of profits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention

from .binding import Reading
from .figures import span
from .tokens import Clause
from .walk import Walk

_TURNED: Final = re.compile(r"回到|回正|转正|转盈|扭亏|转亏为盈|赚|盈利(?:为|约|达|了)?$")
"""Between the beginning of a clause and its figure: the loss of the clause before was over."""
_FROM: Final = re.compile(r"[从由自][^,，。;；]{0,8}$")
_TURNED_TO: Final = re.compile(r"变成|变为|转为|扭转|扭亏|转盈|回到")
"""Behind what was lost first, in its clause: ``淨利潤從虧損9,070萬元變成8.03億元``."""
_COLONS: Final = (":", "：")


def is_loss(walk: Walk, clause: Clause, reading: Reading, mention: Mention) -> bool:
    """Whether the word that tells what a figure is says that it is a loss, and nothing between them that it was over."""
    if reading.cue.sign != "-":
        return False
    if reading.at[1] > clause.start:
        left = _FROM.search(walk.folded, clause.start, reading.at[0])
        return left is None or _TURNED_TO.search(walk.folded, reading.at[1], span(mention)[0]) is None
    if _TURNED.search(walk.folded, clause.start, span(mention)[0]) or _is_below_profit(walk, reading):
        return False
    since = (c for c in walk.lately() if c.metric == reading.metric and c.start >= reading.at[1])
    return not any(isinstance(c.value, Decimal) and c.value > 0 for c in since)


def _is_below_profit(walk: Walk, reading: Reading) -> bool:
    """Whether the loss was one item under a label of profits: ``淨利潤:2022年虧520萬元,2023年1.02億元``."""
    labels = (
        token.cue
        for token in walk.history
        if walk.sentence.start <= token.start < reading.at[0] and walk.folded.startswith(_COLONS, token.end)
    )
    return any(cue is not None and cue.sign is None and cue.reads.get("money") == reading.metric for cue in labels)
