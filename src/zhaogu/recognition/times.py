"""The tokens of time: every date, year and part of a year as it is written, before they are put together."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from .numerals import read
from .words import alternation, table, words

MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
ENGLISH_COUNTS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}


class Token:
    """One written piece of a date or period; what it does not say is None."""

    __slots__ = ("count", "day", "end", "kind", "month", "part", "shift", "start", "year")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        count: int | None = None,
    ) -> None:
        """Take its branch, where it stands and the numbers in it."""
        self.kind = kind
        self.start = start
        self.end = end
        self.year = year
        self.month = month
        self.day = day
        self.count = count
        self.part: str | None = None
        self.shift: int | None = None


_G: Final = r"[ \n]?"
_Y: Final = r"(?:[12][0-9]{3}|[一二][零〇○一二三四五六七八九]{3})"
_M: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D: Final = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|卅一?|[二廿]?十?[一二三四五六七八九]|[二]?十)"
_N: Final = r"(?:[0-9]{1,2}|十[一二]?|[一二两三四五六七八九])"


@cache
def shifts(section: str, field: str) -> dict[str, int]:
    """The words of a section of ``times.toml`` and how many days, weeks, months or years they move."""
    return {word: entry[field] for group, entry in table("times", section, **{field: int}) for word in group}


@cache
def parts() -> dict[str, str]:
    """The words for parts of a year and for periods named without a date."""
    return {
        word: entry["part"]
        for section in ("part", "named")
        for group, entry in table("times", section, part=str)
        for word in group
    }


NUMBER: Final = ("iso", "ymd", "span", "ymend", "ym", "fiscal", "year", "bare", "yearcompact", "compact", "md", "mend", "m", "d", "dmy", "edm", "eended", "eyear", "name")  # fmt: skip
LABELLED: Final = ("monthday",)
"""What would be a fraction without the label before it: 上市日期:11/24."""
HAN: Final = ("ymd", "span", "ymend", "ym", "year", "md", "mend", "name")
LETTER: Final = ("mdy", "my", "emd", "eended", "epart", "ecumulative", "efy", "compact", "named", "name")
WORD: Final = ("named", "rmd", "byear", "ryear", "cumulative", "until", "ended", "weekday", "relday", "rmonth", "name")
"""The branches that can begin with a digit, a Chinese numeral, a letter, another Chinese character."""


@cache
def branches() -> dict[str, str]:
    """The pattern of each kind of time token, by its name."""
    month = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + "|Sept\\.?"
    part = alternation(words("times", "part"))
    short_day = alternation(shifts("short_day", "days"))
    relative_year = alternation(shifts("year", "years"))
    dash = r"[-–—―~至到]"
    joint = rf"月?{_G}{dash}{_G}"
    quarters = f"4{joint}6|7{joint}(?:9|12)|10{joint}12|四{joint}六|七{joint}(?:九|十二)|十{joint}十二"
    count = "|".join(ENGLISH_COUNTS)
    return {
        "ymd": rf"(?P<ymd_y>{_Y}){_G}年{_G}(?P<ymd_m>{_M}){_G}月{_G}(?P<ymd_d>{_D}){_G}[日号]",
        "iso": r"(?<![/-])(?P<iso_y>(?:19|20)[0-9]{2})(?P<iso_s>[-/.])(?P<iso_m>1[0-2]|0?[1-9])(?P=iso_s)(?P<iso_d>3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.,/-][0-9])",
        "span": rf"(?:(?P<span_y>{_Y}){_G}年?{_G})?(?:[1一]月?{_G}{dash}{_G}(?P<span_n>{_N})|(?P<span_q>{quarters}))月(?:份)?(?!{_G}[0-9]{{1,2}}{_G}[日号])",
        "ymend": rf"(?P<ymend_y>{_Y}){_G}年{_G}(?:(?P<ymend_m>{_M}){_G}月|年)?[底末](?!薪)",
        "ym": rf"(?P<ym_y>{_Y}){_G}年{_G}(?P<ym_m>{_M}){_G}月份?",
        "rmd": rf"(?P<rmd_r>{relative_year}){_G}(?:(?P<rmd_m>{_M}){_G}月{_G}(?:(?P<rmd_d>{_D}){_G}[日号]|(?P<rmd_e>[底末]))?|年?(?P<rmd_f>[底末])(?!薪))",
        "md": rf"(?P<md_m>{_M}){_G}月{_G}(?P<md_d>{_D}){_G}[日号]",
        "mend": rf"(?P<mend_m>{_M}){_G}月[底末]",
        "m": rf"(?P<m_m>1[0-2]|[1-9]){_G}月份?(?![0-9])",
        "named": rf"(?P<named_w>{alternation(words('times', 'named'))})",
        "fiscal": rf"(?P<fiscal_y>20[0-9]{{2}}){_G}[/-]{_G}(?P<fiscal_z>(?:20)?[0-9]{{2}})(?:(?:财政|会计)?年度|财年)",
        "year": rf"(?P<year_y>{_Y}){_G}年(?:度(?!假))?(?!代(?![表理码价])|(?:以?[前后内]|期|来(?!自))(?!{_G}[一二三四五六七八九十0-9]))",
        "bare": rf"(?P<bare_y>(?:19|20)[0-9]{{2}})(?={_G}(?:{part}|[前首]{_G}[一二三四五六七八九十0-9]|{_G}(?:{dash}{{1,2}}|[、及和与]){_G}(?:19|20)[0-9]{{2}}{_G}(?:年|{part}|[、及和与]))|[/、,，及和与]{_G}(?:19|20)[0-9]{{2}}{_G}[/、及和与年]|(?<=\([0-9]{{4}}){dash}(?:19|20)[0-9]{{2}}\)|(?<=\([0-9]{{4}}{dash}[0-9]{{4}})\))",
        "byear": rf"[今去前明]年?{_G}\({_G}(?P<byear_y>(?:19|20)[0-9]{{2}})年?{_G}\){_G}年(?:度(?!假))?",
        "ryear": rf"(?P<ryear_w>{relative_year})",
        "cumulative": rf"(?!前[一1]个?季)[前首头]{_G}(?P<cumulative_n>{_N}){_G}(?P<cumulative_u>个{_G}月|月|个?季度|季|个?财季)",
        "compact": r"(?P<compact_p>[12]H|[1-4]Q|FY|9M|H[12]|Q[1-4])[ -]?(?P<compact_y>20[0-9]{2}|[0-9]{2})(?![0-9A-Za-z.,])",
        "yearcompact": r"(?P<yearcompact_y>20[0-9]{2})[ -]?(?P<yearcompact_p>FY|9M|1H|2H|H[12]|Q[1-4]|[1-4]Q)(?![0-9A-Za-z])",
        "name": rf"(?P<name_w>{part})(?!(?<=[A-Z0-9])[0-9])",
        "until": r"截至|截止(?=[0-9]|20)",
        "ended": rf"止{_G}(?:的)?(?:(?P<ended_n>{_N}|[0-9]{{1,2}}){_G}个?)?{_G}(?P<ended_u>财政{_G}年度|会计年度|财年|年{_G}度|各年度|年|个?{_G}月|个?季度|上半年|半年|中期)(?:期间)?",
        "weekday": rf"(?<![一二两三四五六七八九十每0-9])(?P<weekday_w>{alternation(shifts('week', 'weeks'))}){_G}(?P<weekday_n>[一二三四五六日天])(?:{_G}\({_G}(?:(?P<weekday_m>{_M})月)?(?P<weekday_d>{_D})日?{_G}\))?(?![一二三四五六日天]|股(?![市份东价权])|[只家间](?:新股|公司|企业|个股))",
        "relday": rf"(?<![此以之如至])(?!今[次回番趟轮后届])(?!明[^日天早晚起首挂上截招登开公定止派、(两后今昨中])(?P<relday_w>{alternation(shifts('day', 'days'))}|{short_day}(?={_G}\({_G}(?:{_M}月)?{_D}{_G}日?{_G}\){_G}日?))(?:{_G}\({_G}(?:(?P<relday_m>{_M})月)?(?P<relday_d>{_D}){_G}日?{_G}\){_G}日?)?",
        "rmonth": rf"(?P<rmonth_w>{alternation(shifts('month', 'months'))}){_G}(?:\({_G}[0-9]{{1,2}}月?{_G}\){_G})?(?P<rmonth_d>{_D}){_G}[日号]",
        "d": rf"(?<![第/-])(?P<d_d>3[01]|[12][0-9]|[1-9]){_G}(?:日(?![元圆均内本前后个发以之息期间夜币])|号(?=起|止|[敲挂上截登公正]))",
        "monthday": r"(?:(?<=日期[:：])|(?<=日期[:：] )|(?<=时间[:：])|(?<=[市牌价][日][:：]))(?P<monthday_m>1[0-2]|0?[1-9])/(?P<monthday_d>3[01]|[12][0-9]|0?[1-9])(?![0-9/.%])",
        "mdy": rf"(?P<mdy_m>{month})[ \n]{{1,2}}(?P<mdy_d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?,?[ \n]{{1,2}}(?P<mdy_y>(?:19|20)[0-9]{{2}})(?![0-9])",
        "dmy": rf"(?P<dmy_d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?[ \n]{{1,2}}(?P<dmy_m>{month}),?[ \n]{{1,2}}(?P<dmy_y>(?:19|20)[0-9]{{2}})(?![0-9])",
        "my": rf"(?P<my_m>{month}),?[ \n]{{1,2}}(?P<my_y>(?:19|20)[0-9]{{2}})(?![0-9])",
        "emd": rf"(?P<emd_m>{month})[ \n]{{1,2}}(?P<emd_d>3[01]|[12][0-9]|0?[1-9])(?![0-9,.]*[0-9])",
        "edm": rf"(?P<edm_d>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?[ \n](?:of[ \n])?(?P<edm_m>{'|'.join(MONTHS)})(?![A-Za-z]|,?[ \n][0-9])",
        "ecumulative": rf"(?<=first[ \n])(?P<ecumulative_n>{count})[ \n]{{1,2}}(?P<ecumulative_u>months|quarters)[ \n]{{1,2}}(?:of|in)[ \n]{{1,2}}(?P<ecumulative_y>20[0-9]{{2}})(?![0-9])",
        "eended": rf"(?:(?:(?P<eended_n>{count}|[0-9]{{1,2}})[ \n]{{1,2}})?(?P<eended_u>months?|(?:financial |fiscal )?years?)|period|quarters?)[ \n]{{1,2}}end(?:ed|ing)(?:[ \n]{{1,2}}on)?",
        "epart": r"(?P<epart_o>first|second|third|fourth)[ \n]{1,2}(?P<epart_u>half|quarter)[ \n]{1,2}of[ \n]{1,2}(?P<epart_y>20[0-9]{2})(?![0-9])",
        "eyear": r"(?<=[Ii]n[ \n])(?P<eyear_y>(?:19|20)[0-9]{2})(?![0-9]|[,.][0-9])",
        "efy": r"(?:fiscal|financial)[ \n]{1,2}(?:year[ \n]{1,2})?(?P<efy_y>20[0-9]{2})(?![0-9])",
    }  # fmt: skip


Fields = tuple[tuple[str, int], ...]
"""The groups within a branch: what each says (``y``, ``m``, ``d``, …) and its number."""


def fields_of(pattern: re.Pattern[str], name: str) -> Fields:
    """The groups of branch ``name`` in ``pattern``."""
    return tuple((key[len(name) + 1 :], at) for key, at in pattern.groupindex.items() if key.startswith(f"{name}_"))


def token(match: re.Match[str], name: str, fields: Fields) -> Token:
    """The token of a match of branch ``name``."""
    said = {key: text for key, at in fields if (text := match[at])}
    special = _SPECIAL.get(name)
    found = Token(
        name,
        match.start(),
        match.end(),
        _year(said.get("y")),
        _month(said.get("m")),
        _number(said.get("d")),
        _count(said.get("n")),
    )
    if special:
        special(found, said)
    return found


def _relative_date(found: Token, fields: dict[str, str]) -> None:
    found.shift = shifts("year", "years")[fields["r"]]
    if "f" in fields:
        found.month = 12
    if "e" in fields or "f" in fields:
        found.part = "end"


def _end_of_month(found: Token, fields: dict[str, str]) -> None:
    """2025年底 is the end of its last month."""
    found.month = found.month or 12


def _relative_year(found: Token, fields: dict[str, str]) -> None:
    found.shift = shifts("year", "years")[fields["w"]]


def _relative_day(found: Token, fields: dict[str, str]) -> None:
    found.shift = (shifts("day", "days") | shifts("short_day", "days"))[fields["w"]]


def _relative_month(found: Token, fields: dict[str, str]) -> None:
    found.shift = shifts("month", "months")[fields["w"]]


def _weekday(found: Token, fields: dict[str, str]) -> None:
    found.shift = shifts("week", "weeks")[fields["w"]]
    found.count = "一二三四五六日天".index(fields["n"]) % 7 if fields["n"] != "天" else 6


def _word(found: Token, fields: dict[str, str]) -> None:
    found.part = parts()[fields["w"]]


def _cumulative(found: Token, fields: dict[str, str]) -> None:
    months = (found.count or 0) * (3 if "季" in fields["u"] or "quarter" in fields["u"] else 1)
    found.part = months_part(months)


def _compact(found: Token, fields: dict[str, str]) -> None:
    said = fields["p"]
    found.part = said if said in ("FY", "9M") or said[0] in "HQ" else said[1] + said[0]


_STRETCHES: Final = {(4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (7, 12): "H2"}


def _span(found: Token, fields: dict[str, str]) -> None:
    """1月至9月 counts from the year's beginning; 7至9月 is a quarter; other stretches are no period of their own."""
    stretch = fields.get("q")
    if stretch is None:
        found.part = months_part(found.count or 0)
    else:
        first, last = re.split(r"月?[ \n]?[-–—―~至到][ \n]?", stretch)
        found.part = _STRETCHES[_number(first) or 0, _number(last) or 0]


def _fiscal(found: Token, fields: dict[str, str]) -> None:
    """2024/25 is the year that ends in 2025."""
    later = fields["z"]
    found.year = int(later) if len(later) == 4 else int(fields["y"][:2] + later)


def _ended(found: Token, fields: dict[str, str]) -> None:
    unit = fields.get("u", "")
    found.part = (
        "years" if ("年" in unit and "半" not in unit) or "year" in unit else "quarters" if "季" in unit else "months"
    )
    if "半" in unit or "中期" in unit:
        found.count = 6


def _english_part(found: Token, fields: dict[str, str]) -> None:
    found.part = f"{'H' if fields['u'] == 'half' else 'Q'}{_ORDINALS[fields['o']]}"


_SPECIAL: Final = {
    "rmd": _relative_date,
    "ymend": _end_of_month,
    "ryear": _relative_year,
    "relday": _relative_day,
    "rmonth": _relative_month,
    "weekday": _weekday,
    "name": _word,
    "named": _word,
    "cumulative": _cumulative,
    "ecumulative": _cumulative,
    "compact": _compact,
    "yearcompact": _compact,
    "span": _span,
    "fiscal": _fiscal,
    "ended": _ended,
    "eended": _ended,
    "epart": _english_part,
}


def months_part(months: int) -> str | None:
    """The contract's part of a year for its first ``months`` months.

    >>> months_part(6), months_part(9), months_part(3)
    ('H1', '9M', 'Q1')
    """
    if not 1 <= months <= 12:
        return None
    return {3: "Q1", 6: "H1", 12: "FY"}.get(months) or f"{months}M"


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    number = read(text)
    return int(number[0]) if number else None


def _count(text: str | None) -> int | None:
    return ENGLISH_COUNTS[text] if text in ENGLISH_COUNTS else _number(text)


def _year(text: str | None) -> int | None:
    if text and len(text) == 2 and text.isdigit():
        return 2000 + int(text)
    return _number(text)


def _month(text: str | None) -> int | None:
    if text and text[0].isalpha() and text.isascii():
        return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(text[:3]))
    return _number(text)
