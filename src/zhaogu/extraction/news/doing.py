"""What an issuer does, as it stands right behind its name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .cues import subjects, trie_pattern

_BOARD: Final = r"(?:科创板|创业板|北交所|[沪深]?主板|港股|[AH]股|港交所|联交所|[上深]交所|[沪深]市|香港)"
_DOES: Final = (
    rf"(?:{_BOARD}*(?:IPO|首发|首次公开发行|上市)的?(?:申请|计划)?(?:状态|已|正式|日前|近日|昨日|今日)*(?:获|过会|上会|受理|通过|注册|终止|提交|辅导|审核|闯关)"
    rf"|通过了?(?:{_BOARD}|上市|委员会|委)*(?:聆讯|审议)"
    r"|(?:发行价|发售价|招股价)(?:格?[为定是]|\d)"
    r"|(?:正在?|计划|拟|考虑|有意|最[快早]|预计|或|可能|将|[今明]年|年内|[上下]半年|于|在)*(?:[赴来到]港|赴美|在港|[在到]香港)(?:上市|IPO|挂牌|招股|发行)"
    rf"|(?:正式|再[次度]|已)*向(?:{_BOARD}|中国|证监会|秘密|SEC|美国|证交会|纳斯达克|纽交所)*(?:递|提交|重新|更新|申请)"
    r"|(?:终于|又|也|真的?|要|即将|今[天日])*(?:来|(?:上市|IPO|敲钟|挂牌))了"
    rf"|的?{_BOARD}*(?:上市|IPO|首发)(?:之路|之旅|征程|定价|发行价|首日)|的?招股书(?:显示|披露|称))"
)
"""What an issuer does as a sentence of the desk has it: 科創板IPO獲受理, 計劃最快今年赴港上市."""
_DOING_SO: Final = "科创北沪深主港AH联上香I首通发招正计拟考有最预或可将今明年下于在赴来到再已向终又也真要即敲挂的"
"""What begins it."""
_MOVES: Final = re.compile(
    r"(?:则|亦|也|同样|今日|昨日|首日|全日|早段|午后|盘中|一度|微|大|急|劲|再|逆市|股价)*以?(?:[开收](?:报|盘|市|于)|报收|终场|[高低平]开|[升涨跌挫飙扬泻])"
)
_MOVING: Final = frozenset("以则亦也同今昨首全早午盘一微大急劲再逆股开收报终高低平升涨跌挫飙扬泻")
"""What begins it."""
_COMPARED: Final = re.compile(
    r"(?:比|较)(?:它|其|前者|之|他|她)[^,，。;；]{0,3}[早晚迟先]|[更稍略仅]?[早晚迟先](?![进后锋导声行生天])(?:一步|[^,，。;；]{1,6}?(?:上市|挂牌|登陆|招股|敲[钟锣]))"
)
"""Behind a name: its listing came before or after that of another one: 甲比它早一個月."""
_THAN: Final = frozenset("比较更稍略仅早晚迟先")
"""What begins it."""


@cache
def acts() -> re.Pattern[str]:
    """What an issuer does, with when and where before it: ``今日在港交所掛牌``.

    >>> acts().match("今日在港交所挂牌") is not None, acts().match("的产品挂牌") is not None
    (True, False)
    """
    when = trie_pattern(subjects()["before_verbs"])
    words = [*subjects()["verbs"], *subjects()["acts"]]
    letters = {word[0] for word in (*subjects()["before_verbs"], *words)}
    letters |= set(_DOING_SO)
    return re.compile(rf"(?=[{re.escape(''.join(sorted(letters)))}])(?:{when})*(?:{trie_pattern(words)}|{_DOES})")


def moves(after: str) -> bool:
    """Whether words begin with how a share moved.

    >>> moves("首日收报9元"), moves("首日挂牌")
    (True, False)
    """
    return after[:1] in _MOVING and _MOVES.match(after) is not None


def compares(after: str) -> bool:
    """Whether words behind a name tell that its listing came before or after that of another one: 甲比它早一個月.

    >>> compares("比它早一个月上市"), compares("先锋上市")
    (True, False)
    """
    return after[:1] in _THAN and _COMPARED.match(after) is not None
