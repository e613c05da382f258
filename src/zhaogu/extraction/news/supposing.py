"""Words that change what the figures behind them are: left out of a profit, expected, or planned and given up."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from .sifted import Sifted, starting

EXPECTS: Final = r"(?<![原材资饮燃涂肥布调废香配塑用不底染颜面衣])料(?![理商厂])"
"""料 as a verb: somebody expects what follows. It also ends words for stuff, and begins others."""
_ITEMS: Final = r"(?:公[允平]价?值|股[份权]支付|股权激励|股份酬金|以股份为基础|一次性|非经营|非现金|优先股|可转[换债]|赎回负债|上市开支|上市费用)"
_ADJUSTED: Final = Sifted(
    starting(
        "经调剔撇扣不未加还非Nn",
        rf"经?调整后(?:则|仍|亦|为|录得|实现|[,，])|(?:[剔撇扣]除|撇开|撇去|[不未]计及?|不包括|加回|还原)[^,，。;；]{{0,16}}?{_ITEMS}[^,，。;；]{{0,24}}"
        r"|(?:非(?:国际|香港)财务报告[准会]则|非国际会计准则|非(?:美国)?公认会计[准原]则|非(?:美国)?通用会计[准原]则|非国际准则|(?:[Nn]on-?|非)(?:IFRS|GAAP))"
        r"(?:计量|口径|基准|指标|标准|计算)*[下计,，]"
        r"|经?调整后?(?:则|仍|亦|也|却|反而|录得?|已|是|为)+净?(?:盈|赚|亏|蚀)",
    ),
    needs="调剔撇扣不未回还非FP",
)
_RECURRING: Final = Sifted(
    r"(?:[剔撇扣]除|撇开|[不未]计及?)(?:掉|去)?(?:[^,，。;；非]{1,12}等)?非经常性?(?:损益|项目|收益)", needs="常"
)
_LEAVE_OUT: Final = _ADJUSTED.needs | _RECURRING.needs
_EXPECTED: Final = Sifted(
    rf"{EXPECTS}(?:将|会|其|公司|集团)*"
    r"(?:截至|[今去]年|全年|[上下]半年|首|第|20\d\d|本年|录得|纯利|净利|溢利|收入|营收|盈利|亏损|股东|归母)",
    needs="料",
)
_PLANNED: Final = re.compile(
    r"(?:20\d\d年[^。;；]{0,14}?(?:先后|再|又|曾)*(?:申报|闯关|冲刺|转战|递表)[^。;；,，]{0,14}[,，]|[曾此早一原更首上前第](?:(?<=曾)经?|(?<=[此早])前|(?<=一)度|(?<=原)[本先]|(?<=更)早|(?<=首)次(?!公开|发行)|(?<=上)一?次"
    r"|(?<=前)次|(?<=第)一次)[^。;；]{0,50}?"
    r"(?:招股|申报|递表|递交|提交|申请|冲刺|冲击|筹[备划]|谋[求划]|计划|拟|启动|寻求))"
)
_GIVEN_UP: Final = re.compile(
    r"撤[回销单](?!率)|终止|搁[置浅]|告吹|未果|未能成行|放弃|取消|叫停|被否|失效|无疾而终|不了了之|折戟|夭折"
)
_SOON: Final = 20
"""So far behind its sentence a plan may be told to have been given up."""


def other_profit(text: str, letters: Set[str], start: int, end: int) -> str | None:
    """The profit that is told from a clause of such letters on, where it leaves something out of the profit.

    >>> other_profit("若剔除股份支付等因素,", {"除", "剔"}, 0, 10), other_profit("扣除发行费用后,", {"扣"}, 0, 7)
    ('adjusted_net_profit', None)
    """
    if _LEAVE_OUT.isdisjoint(letters):
        return None
    if _RECURRING.search(text, letters, start, end):
        return "net_profit_ex_nonrecurring"
    return "adjusted_net_profit" if _ADJUSTED.search(text, letters, start, end + 1) else None


def is_expected(text: str, letters: Set[str], start: int, end: int) -> bool:
    """Whether the words between two places of a clause of such letters expect the figure behind them.

    >>> is_expected("料2025年全年收入", {"料"}, 0, 11), is_expected("原材料2025年成本", {"料"}, 0, 11)
    (True, False)
    """
    return _EXPECTED.search(text, letters, start, end) is not None


def given_up(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a sentence tells of an earlier offering that came to nothing.

    >>> given_up("公司曾申报上交所主板,计划募资12亿元,次年撤回申请", 0, 25)
    (2, 22)
    """
    planned = _PLANNED.search(text, start, end)
    ended = _GIVEN_UP.search(text, planned.end(), end + _SOON) if planned else None
    return (planned.start(), ended.start()) if planned and ended else None
