"""The over-allotment option: what became of it, and which figures suppose it exercised or not."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from zhaogu.model import OfferBasis

from .sifted import Sifted
from .supposing import EXPECTS

_OPTION: Final = r"(?:超额配[股售发][选择]{0,2}权|超额配售选择权|超额发售权|绿鞋|超额选择权|选择权|该项权利|配股权)"
_ALL: Final = r"(?:悉数|全数|全部|全面|全额|足额|尽数)"
_SOME: Final = r"(?:部分|部份|局部)"
_USED: Final = r"(?:行使|动用|执行|启用|实施|用[尽足完罄光上掉出])"
_NOT: Final = r"(?:未|没有?|无|不|毋)"
_SUPPOSES: Final = r"(?:假[设定如若使]|倘若?|如果?|若|一旦|只要|连同|连带|计及|计入|算上|算入|加上|加计|包括|包含|兼)"
_WITHOUT: Final = re.compile(
    rf"{_NOT}[^。；;，,]{{0,4}}(?:计|考虑|包括|含|{_USED})[^。；;，,]{{0,8}}{_OPTION}"
    rf"|{_OPTION}[^。；;，,]{{0,6}}?(?:{_NOT}[^。；;，,]{{0,3}}{_USED}|(?:获)?{_USED}前|前)|超额配售前"
)
_WITH: Final = re.compile(
    rf"{_SUPPOSES}[^。；;]{{0,16}}?(?:{_OPTION}(?:[^。；;，,]{{0,12}}?{_USED})?|{_USED}(?:[\d.,]+[万亿]*[股份]?)?[^。；;，,]{{0,8}}?{_OPTION})"
    rf"|{_OPTION}(?:若|如|倘|一旦)(?:获|被)?{_ALL}?(?:获|被)?{_USED}"
    rf"|{_ALL}(?:获)?{_USED}[^。；;，,]{{0,6}}?{_OPTION}后|{_OPTION}[^。；;，,]{{0,8}}?{_USED}后"
)
_PARTIAL: Final = re.compile(
    rf"{_SOME}(?:获)?{_USED}[^。；;，,]{{0,16}}{_OPTION}|{_OPTION}[^。；;，,]{{0,48}}{_SOME}(?:获|被)?{_USED}"
    rf"|{_USED}(?:了|过|其)*(?:中|当中)?(?:的|一)?{_SOME}[^。；;，,]{{0,8}}{_OPTION}"
    rf"|{_OPTION}[^。；;，,]{{0,10}}(?:只|仅|仅仅|只是|只有|仅有)(?:获|被)?(?:{_USED}(?:了)?[^。；;，,]{{0,4}}{_SOME}|{_SOME}[^。；;，,]{{0,4}}{_USED})"
)
_FULL: Final = re.compile(
    rf"{_USED}(?:了|过)?{_ALL}(?:的)?{_OPTION}|{_ALL}(?:获)?{_USED}[^。；;，,]{{0,16}}{_OPTION}|{_USED}(?:了)?(?:全部|所有)[^。；;，,]{{0,8}}{_OPTION}"
    rf"|{_OPTION}[^。；;，,]{{0,48}}{_ALL}(?:获|被)?{_USED}"
)
_RESULT: Final = re.compile(rf"{_OPTION}[^。；;，,\n]{{0,6}}(?:实施|{_USED})(?:的)?(?:结果|情况|完毕|完成)")
_AGAIN: Final = re.compile(
    rf"\s*(?:若|如果?|倘若?|假[设如若]|一旦|而|则)*[^。；;，,\d]{{0,8}}{_USED}(?:后|之后|时|的话)?(?:[,，])?"
    r"(?:则|将|可|会|便|就|能|其|扩大|增加|提[升高]|增|升|达|为|至|到|是|约|近|逾|超过|最多|最高)*"
)
_END: Final = r"结束|届满|期满|到期|终止|失效|完结"
_LAPSED: Final = re.compile(
    rf"{_OPTION}[^。；;]{{0,24}}(?:失效|作废|期满[而且却]?(?:未|没有)获?{_USED})"
    rf"|(?:未有|没有|并无|并未|概无|从未)[^。；;，,]{{0,10}}{_USED}[^。；;，,]{{0,10}}{_OPTION}"
    rf"|{_OPTION}[^。；;，,]{{0,14}}(?:到期未获|期满未获|最终未获|并无获|并未获|没有获){_USED}"
    rf"|(?:{_END})[^。；;]{{0,20}}{_OPTION}[^。；;，,]{{0,6}}(?:未|没有|并无|并未|从未)(?:获|被)?{_USED}"
    rf"|{_OPTION}[^。；;，,]{{0,6}}(?:未|没有|并无|并未|从未)(?:获|被)?{_USED}[^。；;]{{0,24}}(?:{_END})"
    rf"|{_OPTION}[^。；;，,]{{0,6}}(?:因此|因而|故|所以|遂|最终|始终|全程|到最后|到头来|自始至终|期[内间])(?:亦|都|也|仍|均|则)?(?:未|没有|并无|并未|从未|无需?|毋须)(?:获|被|人)?(?:{_USED}|触发|启动|使用)"
    rf"|{_OPTION}[^。；;，,]{{0,6}}(?:分文未动|一股未用|一股未动|原封未动|原封不动|未派上用场|没有派上用场)"
)
_PIECE: Final = (
    r"(?:(?!100%)[\d.]+%|[一二三四五六七八九半]成[一二三四五六七八九半]?|[三四五六]分之[一二三四五]|一半|半数)"
)
_FRACTION: Final = re.compile(
    rf"{_USED}(?:了|过|其中|当中|大?约|近|逾|不足|不到|超过|仅)*{_PIECE}[^。；;，,占]{{0,4}}{_OPTION}"
    rf"|{_OPTION}[^。；;，,可]{{0,6}}{_USED}(?:了|比例|率|为|仅|大?约|近|逾|达)*{_PIECE}(?=[。；;，,]|$)"
    rf"|{_OPTION}(?:最终)?(?:只|仅|只有|仅有|大?约)+{_PIECE}(?:获|被)?{_USED}"
)
_SUPPOSED: Final = re.compile(
    rf"假[设定如若使]|假定|倘|若|如(?![期愿今数约下上此同何实])|一旦|可能|未计|不计|未考虑|不考虑|计及|计入|连同|包括|行使前|视乎|有望|或会|兼|之前|不包括|授出|授予|预期|{EXPECTS}|可(?:额外|于|在|要求)"
)
_OF_IT: Final = Sifted(rf"{_SUPPOSES}[^。；;，,]{{0,8}}?{_ALL}(?:获)?{_USED}|{_ALL}(?:获)?{_USED}后", needs="悉全足尽")
_OUTCOMES: Final = (("partial", _PARTIAL), ("full", _FULL), ("lapsed", _LAPSED), ("partial", _FRACTION))
_THEN: Final = re.compile(r"则|的话|时(?!间)")
"""Behind the exercise: it is only supposed, 绿鞋全额行使则至多4.52亿美元."""
_TO_COME: Final = re.compile(r"(?:将|会|届时)[^。；;，,]{0,10}(?:失效|作废)$")
_USED_BARE: Final = re.compile(rf"{_OPTION}(?:已经?|最终|于[^。；;，,]{{1,10}})?(?:获|被){_USED}$")
_REST: Final = re.compile(r"余下|其余|剩余|未获?行使的")


def supposed(said: str, start: int = 0, end: int | None = None) -> tuple[OfferBasis, int] | None:
    """What the figures behind these words suppose of the option, and where it is said.

    >>> supposed("倘若承销商全额行使超额配售权,募资最多16亿美元"), supposed("未计绿鞋集资880亿元")
    (('final_greenshoe_full', 0), ('final_ex_greenshoe', 0))
    """
    end = len(said) if end is None else end
    if match := _WITHOUT.search(said, start, end):
        return "final_ex_greenshoe", match.start()
    match = _WITH.search(said, start, end)
    return ("final_greenshoe_full", match.start()) if match else None


def tells_result(text: str) -> bool:
    """Whether an article tells what became of the option: what it calls final is with the shares issued under it.

    >>> tells_result("公告超额配售选择权实施结果"), tells_result("授予15%的超额配售选择权")
    (True, False)
    """
    return _RESULT.search(text) is not None


def only_supposes(said: str, start: int, end: int) -> bool:
    """Whether nothing but the exercise stands before a figure: what was told before is told again for it.

    >>> only_supposes("全额行使后为5亿元", 0, 6), only_supposes("行使后可额外发行5亿股", 0, 8)
    (True, False)
    """
    return _AGAIN.fullmatch(said, start, end) is not None


def supposed_of_it(said: str, letters: Set[str], start: int, end: int) -> tuple[OfferBasis, int] | None:
    """The same of a clause of such letters behind the one that names the option: ``若悉數行使,募資額將達10億元``."""
    match = _OF_IT.search(said, letters, start, end)
    return ("final_greenshoe_full", match.start()) if match else None


def was_used(said: str, start: int, end: int) -> bool:
    """Whether the option was exercised, nobody says how far: the shares behind it are issued.

    >>> was_used("超额配股权获行使", 0, 8), was_used("倘超额配股权获行使", 0, 9)
    (True, False)
    """
    match = _USED_BARE.search(said, start, end)
    return match is not None and _SUPPOSED.search(said, max(start, match.start() - 12), match.end()) is None


def lapses(said: str) -> bool:
    """Whether a sentence tells that the option ended unused, however many clauses it takes.

    >>> lapses("超额配股权未获行使,已于2月8日失效"), lapses("假设超额配股权未获行使,稳定价格期结束")
    (True, False)
    """
    return outcome(said) == "lapsed"


def outcome(said: str) -> str | None:
    """The outcome that a sentence states as a fact, not as an assumption.

    >>> outcome("操作人已部分行使超额配股权,涉及3,150万股"), outcome("假设悉数行使超额配股权,集资10亿元")
    ('partial', None)
    >>> outcome("该项超额配股权已于6月1日失效"), outcome("只行使了部分超额配股权")
    ('lapsed', 'partial')
    """
    for result, pattern in _OUTCOMES:
        match = pattern.search(said)
        if match is None or _SUPPOSED.search(said, max(0, match.start() - 12), match.end()):
            continue
        if _THEN.match(said, match.end()):
            continue
        if result == "lapsed" and (
            _REST.search(said, max(0, match.start() - 8), match.end()) or _TO_COME.search(match.group())
        ):
            continue
        return result
    return None
