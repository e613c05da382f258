"""What a figure can be by its own form, and which figures stand together as a list."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from zhaogu.model.mention import Mention, MentionKind

from .tokens import ASIDE, Clause, Kind, Token

_DIGIT: Final = re.compile(r"[0-9]")
_GREAT: Final = re.compile(r"[万亿兆]")
"""What scales a Chinese numeral: 五千二百元 is a price."""
_SCALE: Final = re.compile(r"[百千万亿兆]|million|billion|mn|bn", re.IGNORECASE)
_BETWEEN: Final = re.compile(rf"\s*(?:{ASIDE})?\s*(?:[、和及与跟/对]|以及|至|到|,|，)?\s*(?:约|近|逾|超|达|为|合)?\s*")
FROM: Final = re.compile(
    r"(?:由|从|自)\s*(?:净?(?:流[出入]|亏损?|蚀|赚|盈利|利润|溢利))?(?:约|逾|近|最初的?|初始的?|原[定订先来]的?"
    r"|(?:原先|此前|早前|之前|先前)?(?:估计|预计|预期|公布|计划|披露)的)?(?:约|逾|近)?\s*$"
)
"""Before a figure: it is where a change starts."""
TO: Final = re.compile(
    r"(?:[\u4e00-\u9fff](?:至|到)|(?:扩大|增加|提高|上调|调高|加码|减少|缩减|缩小|下调)[为成])了?\s*(?:约|逾|近|超|仅|只得|仅得|只有|仅有|不足|人民币)*\s*$"
)
"""Before a figure: it is where a change ends, by whatever verb."""
INITIAL: Final = re.compile(
    r"(?:初始|最初|原[定先订来拟]|原计划|初步|原本|起初|当初|先前)(?:[^,，%成倍股\d]|股[数份票本]){0,6}$"
)
"""Before a figure: it is the one before reallocation."""
_SAME_PART: Final = re.compile(
    r"(?:\d+(?:\.\d+)?%|[一二三四五六七八九十半\d]+成[一二三四五六七八九半]?)\s*[,，(（]?\s*(?:也即|亦即|即|合|共)?约?$"
)
_OLD: Final = ("旧股", "老股", "销售股份", "待售股份")
_BY: Final = ("由", "为", "是")
_SOLD: Final = re.compile(r"(?:由|为|是)[^,，。;；、及和]{1,12}(?:出售|沽售|出让|让出|发售|减持|配售)的?(?:旧股|老股)")
_MONEY: Final = MentionKind.MONEY
_NUMBER: Final = MentionKind.NUMBER
_COUNT: Final = MentionKind.COUNT
_TYPES: Final = {MentionKind.SHARES: ("shares",), MentionKind.MULTIPLE: ("times",), MentionKind.PERCENT: ("percent",)}
_MARKS: Final = ("、", "及", "和", "与")
_PAPERS: Final = frozenset("份张宗笔件")
_BODIES: Final = frozenset("名家位个间人户只")
_GOODS: Final = frozenset("辆台架艘")
_LARGE: Final = Decimal(100_000)


def types(mention: Mention, text: str) -> tuple[str, ...]:
    """The types a figure can stand for, the likeliest first.

    A price has no scale: ``165港元`` is a price, ``55.4億港元`` an amount of money.
    """
    kind = mention.kind
    if text.endswith("折", mention.start, mention.end):
        return ()  # 打了六二折 is what is left of a price, and no percentage of an offering
    if kind is _MONEY:
        return ("price",) if mention.per in ("share", "lot") or not is_scaled(mention, text) else ("money",)
    if kind is _NUMBER:
        return ("money", "number", "units") if is_scaled(mention, text) else ("number",)
    if kind is _COUNT:
        return _counted(mention.unit)
    return _TYPES.get(kind, ())


def _counted(unit: str | None) -> tuple[str, ...]:
    """What a number of things may be: papers are units too, and what is made is neither a shop nor a person."""
    if unit in _PAPERS:
        return ("units", "count")
    return ("count",) if unit in _BODIES else ("goods",) if unit in _GOODS else ()


def is_scaled(mention: Mention, text: str) -> bool:
    """Whether the figure is printed with 萬, 億 or million, or is too large for a price."""
    if mention.value is not None and abs(mention.value) >= _LARGE:
        return True
    scale = _SCALE if _DIGIT.search(text, mention.start, mention.end) else _GREAT
    return scale.search(text, mention.start, mention.end) is not None


def lists(clause: Clause, text: str, each: bool = False) -> dict[Token, list[Token]]:
    """The figures of a clause as groups, each by its first: those with nothing but 、 or 及 between them are one list.

    Behind 分別, or where a clause before said so (``each``), two changes are one list as well: ``分別增長18.1%和減少4.2%``.
    """
    if clause.figure is None:
        return {}
    figures = [token for token in clause.tokens if token.kind is Kind.FIGURE]
    if len(figures) == 1:
        return {figures[0]: figures}
    groups: dict[Token, list[Token]] = {}
    group: list[Token] = []
    for at, token in enumerate(clause.tokens):
        each = each or (token.cue is not None and token.cue.role == "respectively")
        if token.kind is not Kind.FIGURE:
            continue
        before = clause.tokens[at - 1] if at else None
        turn = at > 1 and before is not None and before.cue is not None and before.cue.role == "change"
        turn = turn and (each or _joins(clause.tokens[at - 2], before, text))
        last = clause.tokens[at - 2] if turn else before
        end = before.start if turn and before is not None else None
        if last is not None and group and group[-1] is last and joined(last, token, text, end):
            group.append(token)
        else:
            groups[token] = group = [token]
    return groups


def _joins(last: Token, before: Token | None, text: str) -> bool:
    """Whether a change goes on with another one of its kind: ``升43.7%、跌4.2%及升161.9%``."""
    return before is not None and last.kind is Kind.FIGURE and text[last.end : before.start] in _MARKS


def joined(first: Token, second: Token, text: str, end: int | None = None) -> bool:
    """Whether two figures belong to one list or range; ``end`` is where the words that lead the second begin."""
    a, b = first.mention, second.mention
    assert a is not None and b is not None
    if a.mate == b.start or b.mate == a.start:
        return True
    if is_old(first, text) is not is_old(second, text):
        return False
    if a.kind is not b.kind and {a.kind, b.kind} != {_NUMBER, _MONEY}:
        return False
    low, high = span(a)[1], span(b)[0] if end is None else end
    return low <= high and bool(_BETWEEN.fullmatch(text, low, high))


def is_old(token: Token, text: str) -> bool:
    """Whether a number of shares is printed as one of existing shares: ``1,000萬股舊股``."""
    if text[token.end - 1] in "股份" and text.endswith(_OLD, token.start, token.end):
        return True
    return text[token.end : token.end + 1] in _BY and _SOLD.match(text, token.end) is not None


def is_before(text: str, start: int, end: int) -> bool:
    """Whether words between two places say that the figure behind them is the one before reallocation.

    >>> is_before("由500万股", 0, 1), is_before("原本占一成,即500万股", 0, 7), is_before("占一成,即500万股", 0, 5)
    (True, True, False)
    """
    if FROM.search(text, start, end) or INITIAL.search(text, start, end):
        return True
    part = _SAME_PART.search(text, start, end)
    return part is not None and INITIAL.search(text, start, part.start()) is not None


def span(mention: Mention) -> tuple[int, int]:
    """The mention with the words that qualify it."""
    return mention.outer or (mention.start, mention.end)
