"""Whom a clause or a bracket speaks of only in passing: an unnamed company, an earlier record, the owner of another code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .namelike import is_plain_name
from .names import Company
from .phrases import lead_phrase
from .sifted import Sifted, starting
from .tokens import Clause, Kind

_FIRM: Final = r"(?:公司|企业|集团|新股|品牌|平台|药企|车企|股(?![份价东权本票息民]))"
_UNNAMED: Final = Sifted(
    rf"(?:另外?有?一[家只间]|[还又]有一[家只间]|某[家只间]?(?!某)|有[家只])(?![^,，。;；:：]{{0,10}}(?:旗下|附属|子公司))[^,，。;；:：\d]{{0,14}}?{_FIRM}"
    rf"|(?<=[,，。;；\n])一[家间](?:从事|做|生产|主营|专注|来自)[^,，。;；:：\d]{{0,14}}?{_FIRM}(?=[已正也亦刚则拟递提])"
    r"|其中[有的]?一[家只间](?![^,，。;；:：]{0,6}(?:是|为|名为|叫))",
    needs="家只间某",
)
_MARKET: Final = Sifted(
    starting(
        r"共合累先今去明年上下月已迎录有标规新条办全I港企公项两二三四五六七八九十\d",
        r"(?:共有|合共有?|合计|累计有?|先后有)\s*(?:约|逾|近)?[一二三四五六七八九十百]+[只家宗](?:新股|IPO)"
        r"|(?:[今去明]年|年内|[上下]半年|月)(?:以?来|至今)?首次公开(?:招股|募股|发售|发行)(?:[集募融筹]资)(?:总额|额|规模|金额)"
        r"|(?:共有?|累计有?|已有|迎来|录得|有|合计)\s*(?:约|逾|近)?\d{1,4}\s*[只家宗](?:新股|公司|企业|中国企业|IPO)"
        r"|(?:新股|IPO)(?:上市|挂牌)?首日(?:平均|均)"
        r"|(?:标准|规则|规定|新规|条件|办法)(?:则|均|是|就)*(?:要求|订明|列明|[为须需])"
        r"|(?:全年|今年|年内|明年|去年|[上下]半年)[^，,。;；]{0,6}(?:新股|IPO|港股|A股|市场)[^，,。;；]{0,6}[集募融筹]资"
        r"|(?:新股|IPO|港股)[集募融筹]资(?:总额|额|规模|金额)"
        r"|(?:企业|公司|新股|项目)(?:大?约|已|则|共有?|达|有|合计|数量|近|逾|超)*\d{1,3}[余多]?[家只宗](?=[,，]|$)|[两二三四五六七八九十\d](?:股|[只家](?:新股|公司|企业))(?:合共|合计|总共|共|累计)(?:[集募融]资|筹)",
    ),
    needs="只家宗资筹准规件法均",
)
_EARLIER: Final = Sifted(
    r"\s*(?:而|至于|此?前|之前|对上|历来|以往)?(?:最近|上|对上|之前|此前|历来|前|过去)[^,，。;；\d]{0,4}(?:一[只单家宗]|最大)的?[^,，。;；]{0,16}?(?:新股|IPO|招股)",
    needs="近上前来去",
)
_NOBODY: Final = _UNNAMED.needs | _MARKET.needs | _EARLIER.needs
_RECORD: Final = re.compile(r"(?:19|20)\d\d年[^()]{0,6}?(?:[集募融]资|上市|首日|超购|认购)")
_CODE: Final = re.compile(r"(?:[A-Z]{2}\s*[:：]?\s*)?(?P<code>\d{4,6})(?:\.?[A-Z]{2})?\s*[,，、;；]")
_CODES: Final = re.compile(r"\d{4,6}")
_ONCE: Final = ("曾", "当年", "当时")
_LONGEST: Final = 80
"""An aside in brackets is no longer."""


def unnamed(folded: str, clause: Clause) -> str | None:
    """Whose figures a clause without a name gives, where it speaks of the market or of a company that it does not name.

    >>> text = "另一家教育公司发行价区间下调"
    >>> one, other = (Clause(0, len(said), letters=set(said)) for said in (text, "公司是一家教育公司"))
    >>> unnamed(text, one), unnamed("公司是一家教育公司", other)
    ('an unnamed one', None)
    """
    if _NOBODY.isdisjoint(clause.letters):
        return None
    if _MARKET.search(folded, clause.letters, clause.start, clause.end):
        return "the market"
    if _EARLIER.match(folded, clause.letters, clause.start, clause.end):
        return "an earlier one"
    return "an unnamed one" if _UNNAMED.search(folded, clause.letters, clause.start, clause.end) else None


def was_once(folded: str, name_end: int) -> bool:
    """Whether what stands behind a name tells of old: ``2009年甲曾凍資1,640億元``."""
    return folded.startswith(_ONCE, name_end)


def asides(
    folded: str, clause: Clause, companies: Iterable[Company], names: Iterable[str]
) -> Iterator[tuple[int, int]]:
    """The brackets of a clause that speak of somebody else: by another code, or by a name and a year of its own."""
    for place, token in enumerate(clause.tokens):
        if token.kind is not Kind.OPEN:
            continue
        end = folded.find(")", token.end, token.end + _LONGEST)
        if end < 0:
            continue
        if _CODE.match(folded, token.end, end):
            known = {int(c.code) for c in companies if c.code and c.code.isdigit()}
            if known.isdisjoint(int(code) for code in _CODES.findall(folded, token.end, end)):
                yield token.start, end
        elif place + 1 < len(clause.tokens) and clause.tokens[place + 1].kind is Kind.TIME:
            said = (token.end, clause.tokens[place + 1].start)
            name = folded[slice(*said)]
            alone = lead_phrase(folded, *said) == said and name not in names
            if alone and (is_plain_name(name) or _RECORD.match(folded, said[1], end)):
                yield token.start, end
