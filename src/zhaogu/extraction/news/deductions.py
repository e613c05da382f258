"""What is left after expenses: the next amount behind 扣除…開支後 is net, whatever the verb."""

from __future__ import annotations

import re
from typing import Final

from .binding import Reading
from .cues import Cue
from .figures import span
from .sifted import Sifted
from .tokens import Clause
from .walk import Walk

_DEDUCTED: Final = Sifted(
    r"(?:扣[除减掉去]?|减[去除掉]|撇[除去]|剔除|刨[去除]|除去|抛开)(?!非|基石)[^,，。;；]{0,24}?"
    r"(?:费用?|开支|成本|佣金|支出|杂费)(?!率)(?:[等、及和与][^,，。;；\d]{0,8}?(?:费用?|开支|成本|佣金|支出))*等?"
    r"(?P<after>[^,，。;；\d]{0,4}?(?:之?后|以外|外)|(?=[,，]))?",
    needs="扣减撇剔刨除抛",
)
_LEFT: Final = re.compile(
    r"[,，\s]*(?:公司|集团|其|实际|最终|最后|预?[料计期]|估计|大约|可|将|则|亦|仍|还|真正)*净?"
    r"(?:得|余下?|剩[余下]?|获得?|收[到得]?|拿到?|到手|有|为|只有|仅有|[筹集募]得?|[集募筹]资|袋走?|落袋|[进入]账|[实可所]得|实收|款项)*"
    r"(?:的?只?仅?有?为?)?\s*"
)
_COSTS: Final = re.compile(
    r"\s*(?:而|其中|当中)?(?:总|相关|整体)?(?:开支|费用|支出|成本)(?:约|为|共|合共|达|近|逾|[:：])*\s*"
)
_EXPENSES: Final = Cue(id="listing_expenses.between", words=())
_NET: Final = Cue(id="net_proceeds.left", words=())
_ASIDE: Final = re.compile(r"\s*[(（](?:即|指|为)?净额?[)）]|\s*[(（]净[^()（）]{0,6}[)）]")


def deduct(walk: Walk, clause: Clause) -> None:
    """Take in that a clause deducts expenses: ``walk.net`` is the place behind which an amount is what is left."""
    if _DEDUCTED.needs.isdisjoint(clause.letters):
        return
    for match in _DEDUCTED.pattern.finditer(walk.folded, clause.start, clause.end + 1):
        end = match.end()
        if match["after"] is None:
            cost = next((t for t in clause.tokens if t.mention and 0 <= span(t.mention)[0] - end <= 3), None)
            if cost is None:
                continue
            end = cost.end
        walk.net = end


def costs_between(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """Bare costs in the clause behind the proceeds are those of the listing: ``所得款项总额4.5亿元,开支6,050万元,实收3.895亿元``."""
    mention, last = clause.tokens[at].mention, walk.last
    if kinds[0] != "money" or mention is None or last is None or last.metric != "gross_proceeds" or last.reason:
        return None
    if last.start < walk.sentence.start or _COSTS.fullmatch(walk.folded, clause.start, span(mention)[0]) is None:
        return None
    return Reading("listing_expenses", None, _EXPENSES, (0, 0), "money")


def left(walk: Walk, clause: Clause, at: int, kinds: tuple[str, ...]) -> Reading | None:
    """The amount that nothing but a verb of having parts from what was deducted, or that brackets call net."""
    token = clause.tokens[at]
    if kinds[0] != "money" or token.mention is None:
        return None
    start, end = span(token.mention)
    if walk.net is not None and walk.net <= start and _LEFT.fullmatch(walk.folded, walk.net, start):
        return Reading("net_proceeds", None, _NET, (0, 0), "money")
    return Reading("net_proceeds", None, _NET, (0, 0), "money") if _ASIDE.match(walk.folded, end) else None


def is_net(walk: Walk, start: int) -> bool:
    """Whether an amount that is raised is what is left: the first one behind a deduction, or any behind 以淨額計."""
    behind = walk.net is not None and walk.net <= start
    return behind or bool({"net", "net_list"} & walk.roles)
