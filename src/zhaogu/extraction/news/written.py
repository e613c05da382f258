"""When an article was written: its dateline, or the year in which it says the shares were listed."""

from __future__ import annotations

import re
from datetime import date

from zhaogu.model.mention import Mention
from zhaogu.recognition.calendar import nearest, nearest_day
from zhaogu.recognition.dates import complete

_LEAD = 240
_OLD = 4
_DATELINE = re.compile(
    r"(?:社|[一-鿿]{2}网|本报|记者|专讯|报)[^,，。;；()（）\n\d]{0,16}(?:(?P<month>1[0-2]|[1-9])月)?"
    r"(?P<day>3[01]|[12]\d|[1-9])日(?:[^,，。;；()（）\n\d]{0,4})(?:专?电|讯|报道|报导)"
)
_LISTED = re.compile(
    r"(?P<year>20\d\d) ?年(?P<part>初|开年|年初|底|末|年底|年末)?[^,，。;；\n\d拟计申]{0,8}(?:上市|挂牌|登陆|敲钟|首秀)"
    r"(?!申请|公司|标准|规则|辅导)"
)
_MONTH = {"初": 1, "开年": 1, "年初": 1, "底": 12, "末": 12, "年底": 12, "年末": 12}


def today(folded: str, published: date | None) -> date | None:
    """The day that 今日 means: that of the agency's dateline, where it is shortly before the publication.

    >>> today("(中央社台北14日电)某公司今天挂牌。", date(2025, 7, 15))
    datetime.date(2025, 7, 14)
    """
    match = _DATELINE.search(folded, 0, _LEAD) if published else None
    if match is None or published is None:
        return published
    day = int(match["day"])
    told = nearest(int(match["month"]), day, published) if match["month"] else nearest_day(day, published)
    return told if told and 0 <= (published - told).days <= _OLD else published


def give_years(folded: str, mentions: list[Mention], published: date | None) -> None:
    """Days without a year in an article without a day: in the year in which it says that the shares were listed."""
    if published is not None:
        return
    told = {(match["year"], match["part"]) for match in _LISTED.finditer(folded)}
    if len({year for year, _ in told}) != 1:
        return
    year, part = max(told, key=lambda pair: pair[1] is not None)
    near = date(int(year), _MONTH.get(part or "", 7), 1)
    for mention in mentions:
        complete(mention, near)
