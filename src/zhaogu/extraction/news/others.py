"""Whom a clause speaks of that is not of the article: rivals, an earlier listing, one of the same kind, the parent."""

from __future__ import annotations

import re
from typing import Final

from .cues import subjects
from .namelike import is_plain_name
from .names import Company
from .naming import Turn
from .passing import unnamed
from .phrases import lead_phrase, skip_leaders
from .places import Places
from .sifted import Sifted
from .tokens import Clause

_RELATED: Final = Sifted(
    r"(?:其|该公司|公司|集团)?(?:的)?(?:第[一二三]|主要|[最单]一?大?|核心|控股|大)*"
    r"(?:供应商|客户|股东(?!应占|权益)|母公司(?!拥有人|所有者|股东|权益|普通股|应占)|子公司|附属公司|联营公司|旗下(?:品牌|公司|子公司)?)(?:之一)?(?:的|为|是)?"
    r"|(?:同?行业|业内|业界|市场|赛道|海外|全球|国际|国内|内地|本地|本土|外资|[美欧日韩]国?洲?)?(?:内|上|中)?的?"
    r"(?:老大哥?|老二|龙头|巨头|一哥|霸主|劲敌|领头羊|头部|标杆)(?:企业|公司|厂商|品牌|同行)?(?:之一)?的?"
    r"|(?:已?[在于赴])?(?:香港|本港|港股|港交所|美国|美股|纽约|纽交所|纳斯达克|A股|内地|新加坡|台湾)上市的",
    needs="供客股母子附联旗老龙巨哥霸劲羊头标市",
)
_LISTED_BEFORE: Final = Sifted(
    r"(?:去年|前年|早前|此前|年前|更早|较早|先前|上月|早年|20\d\d年)[^,，。;；]{0,8}"
    r"(?:上市|挂牌|登陆|登场|亮相|招股|敲钟|赴[美港]|来港|IPO)(?!阶段|期|时|价|书|文件|公告|结果)[^,，。;；\d]{0,6}的",
    needs="前早年上",
)
_OTHERS: Final = _LISTED_BEFORE.needs | _RELATED.needs
_ALIKE: Final = re.compile(r"同(?:为|是|属|样是|处)[^,，。;；\d]{2,14}的")
"""Before the name of another company that is of the same kind: 同為中式快餐的甲."""
_WHEN_LISTED: Final = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月)?[初中底]?(?:首次|来港|赴美|在港)?(?:上市|挂牌|招股|登陆[^,，。;；]{1,6})(?:之初|之时|当时|时)"
)
"""Whoever was listed then is told of for comparison: 甲2019年1月上市時."""
_AFTER: Final = re.compile(r"\s*继(?!续|而|承)")
_ANOTHER: Final = re.compile(r"\s*另外?[一两][家只个间][^,，。;；\d]{2,24}")
"""A clause that only names somebody else, of whom the next ones tell."""
_H_SHARES: Final = ("港股", "港股的", "H股", "H股的")
_TRADES: Final = re.compile(r"[涨跌升挫]|[收报]于?[\d.]|收[报盘市]")
_PARENT: Final = re.compile(r"母公司(?!拥有人|所有者|股东|权益|普通股|应占)")
_SELLS: Final = re.compile(
    r"母公司[^,，。;；\d]{0,10}?(?:释出|释股|出售|沽售|卖出|售出|献售)[^。;；]{0,14}(?:股|ADS|单位)"
)
"""Shares that the parent sells are those of the offering."""


def opens_with_parent(folded: str, start: int) -> bool:
    """Whether a clause speaks of the parent of the issuer, whose profit its own is not: 母公司擁有人應佔溢利.

    >>> opens_with_parent("母公司去年收入9亿元", 0), opens_with_parent("母公司拥有人应占溢利", 0)
    (True, False)
    """
    return folded.startswith("母公司", start) and _PARENT.match(folded, start) is not None


def parent_sells(folded: str, clause: Clause) -> bool:
    """Whether the parent sells shares in a clause: they are those of the offering."""
    return _SELLS.search(folded, clause.start, clause.end) is not None


def of_others(folded: str, clause: Clause, start: int) -> str | None:
    """Whom a clause speaks of that names nobody of the article: the market, another one, an earlier one.

    ``start`` is behind the words that lead it.

    >>> said = "同为中式快餐的大米先生收入9亿元"
    >>> of_others(said, Clause(0, len(said), set(said)), 0)
    'one of the same kind'
    """
    if _after_another(folded, clause, start):
        return "an earlier one"
    if "同" in clause.letters and _is_alike(folded, clause, start):
        return "one of the same kind"
    if reason := unnamed(folded, clause):
        return reason
    if "另" in clause.letters and _ANOTHER.fullmatch(folded, clause.start, clause.end):
        return "another one"
    return None


def of_peers(folded: str, clause: Clause, peers: Places) -> bool:
    """Whether a clause speaks of competitors before its first figure."""
    if clause.figure is None:
        return False
    figure = clause.figure.start
    if not _OTHERS.isdisjoint(clause.letters) and _opens_with_another(folded, clause, figure):
        return True
    found = peers.within(clause.start, figure)
    return bool(found) and any(not any(t.start <= at < t.end for t in clause.cued) for at in found)


def is_earlier(folded: str, clause: Clause, start: int, turn: Turn, leader: Company) -> bool:
    """Whether a clause speaks of an earlier listing by the name of its first ``turn``: 繼甲首日升五成後, 去年上市的甲首日升50%.

    Whom the article names first, its ``leader``, it is about: nobody's listing was told before his.
    """
    leads = leader in turn[1]
    if not leads and _WHEN_LISTED.search(folded, start, clause.end):
        return True
    first = (leads and leader.start >= clause.start) or any(
        company.code_at is not None and clause.start <= company.code_at[0] < clause.end for company in turn[1]
    )  # 上月登陆的甲(02899): whoever is told of with his code is told of
    after = _AFTER.match(folded, clause.start, clause.end)
    before = None if first else _LISTED_BEFORE.match(folded, clause.letters, start, clause.end)
    behind = after.end() if after else before.end() if before else None
    return behind is not None and turn[0] in (clause.start, behind, start)


def of_h_shares(folded: str, clause: Clause, named: re.Pattern[str], start: int) -> bool:
    """Whether a clause turns to H shares that move, behind whose word a name stands: 當天港股甲收跌3%."""
    name = named.search(folded, start, clause.end)
    if name is None or not folded.endswith(_H_SHARES, max(clause.start, name.start() - 4), name.start()):
        return False
    return _TRADES.search(folded, name.end(), clause.end) is not None


def _after_another(folded: str, clause: Clause, start: int) -> bool:
    """An earlier listing of one that the article does not know: 繼甲首日升五成後, 更早赴美的甲,2021年以40美元發行."""
    if clause.figure:
        return "继" in clause.letters and _AFTER.match(folded, clause.start, clause.end) is not None
    before = _LISTED_BEFORE.match(folded, clause.letters, start, clause.end)
    return before is not None and is_plain_name(folded[before.end() : clause.end].strip('”」』" '))


def _is_alike(folded: str, clause: Clause, start: int) -> bool:
    """Whether a clause opens with another company that is of the same kind as who is spoken of."""
    alike = _ALIKE.match(folded, start, clause.end)
    span = lead_phrase(folded, alike.end(), clause.end) if alike else None
    return span is not None and span[1] - span[0] > 1 and is_plain_name(folded[slice(*span)])


def _opens_with_another(folded: str, clause: Clause, figure: int) -> bool:
    """Whether a clause opens with whom was listed before, or with a supplier, customer or shareholder by name."""
    start = skip_leaders(folded, clause.start, figure)
    if _LISTED_BEFORE.match(folded, clause.letters, start, figure):
        return True
    related = _RELATED.match(folded, clause.letters, start, figure)
    span = lead_phrase(folded, related.end(), figure) if related else None
    if span and related and related.group().endswith("上市的"):
        return span[1] - span[0] > 1 and folded[slice(*span)] not in subjects()["neutral"]
    if span is None or not is_plain_name(folded[slice(*span)]):
        return False
    return span[1] - span[0] > 2 or folded.startswith(subjects()["legal"], span[1])
