"""Row labels in one form, and what they name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from zhaogu.lexicon import entries
from zhaogu.reading.fold import fold as script

_CJK = "\u2e80-\u9fff\uf900-\ufaff"
_QUOTES = str.maketrans("’‘´`ʼ", "'''''")
_SPACE = re.compile(rf"(?<=[{_CJK}]) +| +(?=[{_CJK}])|(?<=\s)\s+")
_LEADERS = re.compile(r"(?:\s*[.…·‧・]){2,}\s*$|\s+\.+$")
_HOW_TO_FILL = re.compile(r"\((?:净)?(?:亏损|损失|减少|支出)[^()]*(?:填列|列示|表示)\)")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d{1,2}[.、](?!\d)|其中:|加:|减:|less:|add:)\s*"
)
_FOOTNOTE = re.compile(r"(?:\((?:\d{1,2}|[a-z]|note \w+|附注\w*)\)|[*#†‡^]+|(?<=[a-z一-龥])[¹²³])+$")
_MEASURE = re.compile(
    r"\((?:未经审[计核]|unaudited|(?:a )?non-?(?:ifrs|hkfrs|gaap)[^()]*|一?项?非(?:国际|香港)?(?:财务|会计)[^()]*|净额|net)\)"
)
_UNIT = re.compile(
    r"\(((?:in |expressed in |stated in |单位:|以)?(?:每股)?(?:人民币|港|美)?(?:[千百十]?[万亿]?[元仙分]|rmb(?:'000| cents?)?|hk\$(?:'000| cents?)?|us\$(?:'000| cents?)?"
    r"|hk cents?|us cents?|cents?|%|per cent|千元|百万元|百万|人民币元?/股|元/股|rmb per share)(?:/股| per share)?(?:列示|呈列|表示|计)?)\)"
)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """One script, one case, one width: what patterns of the lexicon are matched against.

    >>> fold("綜合損益表（千元）"), fold("RMB’000")
    ('综合损益表(千元)', "rmb'000")
    """
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).replace("╱", "/").replace("∕", "/")
    plain = re.sub("[－–—−]", "-", plain)
    return _SPACE.sub("", " ".join(script(plain).lower().split()))


_LONGEST = 400
"""Longer text is no label, and patterns are not tried on it."""
_MAINLAND = re.compile("资产|负债|权益|营业|净利润|总额|现金流")


def is_mainland(text: str) -> bool:
    """Whether a printed label is in the mainland's characters: there the currency is CNY and the year ends in December.

    >>> is_mainland("营业收入"), is_mainland("營業收入"), is_mainland("Revenue")
    (True, False, False)
    """
    return _MAINLAND.search(text) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """A row's label: in one form, with the unit that it states, and whether it speaks of a loss or an outflow only."""

    text: str
    unit: str | None
    only_negative: bool


@lru_cache(maxsize=20_000)
def label(text: str) -> Label:
    """``text`` without leaders, numbering, footnote marks, unit and bracketed alternatives.

    >>> label("年內（虧損）╱利潤 ........").text, label("四、利润总额（亏损总额以“－”号填列）").text
    ('年内利润', '利润总额')
    >>> label("Net (loss)/income(1) ....").text, label("资产总额（万元）")
    ('net income', Label(text='资产总额', unit='万元', only_negative=False))
    """
    plain = _LEADERS.sub("", fold(text)).strip()
    plain = _HOW_TO_FILL.sub("", plain)
    unit = _UNIT.search(plain)
    plain = _MEASURE.sub("", _UNIT.sub("", plain))
    while (
        shorter := _FOOTNOTE.sub("", _NUMBERING.sub("", plain)).strip(" :;,.、-" if plain[:1] != "-" else " :;,.、")
    ) != plain:
        plain = shorter
    both = plain
    plain = _without_alternatives(plain)
    return Label(" ".join(plain.split()), unit[1] if unit else None, _only_negative(both))


_SHORT = r"loss|losses|deficits?|deficiency|deficiency in assets|liabilities|used in|outflows?|expenses?|charge|credits?|benefits?|decrease|income|profit"
_SHORT_ZH = "或?亏损|毛损|损|负债净额|负债净值|损失|亏绌|负债|所用|使用|动用|流出|开支|费用|支出|抵免|减少"
_ALTERNATIVES = tuple(
    (re.compile(pattern), kept)
    for pattern, kept in (
        (r"\b(years?|periods?) ?(?:/|or|and) ?(?:years?|periods?)\b", r"\1"),
        (r"(?:年度|年内|年)/(?:期间|期内|期)(?=内|利|溢|亏|盈|净|综|全|经|的)(?:内)?", "年内"),
        (r"年/期(?=末|初|终)", "年"),
        (r"(?:本年度?|年度|年内)/(?:本期间?|期间|期内)", "年内"),
        (r"([年期])([末终])/[年期][末终]", r"\1\2"),
        (rf"\((?:{_SHORT})\) ?/ ?", ""),  # (loss)/profit
        (rf" ?/ ?\((?:{_SHORT})\)", ""),  # profit/(loss)
        (rf"(?<=[a-z]) \((?:{_SHORT})\)(?= |$)", ""),  # profit (loss)
        (rf"^\((?:{_SHORT})\) (?=[a-z])", ""),  # (loss) profit
        (rf"\((?:{_SHORT_ZH})\)/", ""),
        (rf"/?\((?:{_SHORT_ZH})\)", ""),
        (r"/ ?(?:losses|loss|deficits?)\b|\b(?:loss|losses|deficits?) ?/ ?", ""),
        (r"/亏损|亏损/|/亏绌|亏绌/|/损失|(?<=所得)/所用|所用/(?=所得)|(?<=产生)/(?:所用|使用)", ""),
        (r"(?<=[a-z]) \((?:net|expenses?)\)", ""),
        (r"(?<=\w)(?:,| -|-) ?(?:net|净额)$", ""),
        (r" ?\([“\"「][^()]{1,20}[”\"」]\)", ""),  # an abbreviation that is introduced
        (r"^- +", "-"),
    )
)


def _without_alternatives(text: str) -> str:
    for pattern, kept in _ALTERNATIVES:
        text = pattern.sub(kept, text)
    return text


_NEGATIVE = re.compile(
    r"亏损|毛损|亏绌|净负债|负债净|所用|使用|动用|流出|\bloss(?:es)?\b|\bdeficit|net liabilities|used in|outflow"
)
_POSITIVE = re.compile(
    r"利润|溢利|盈利|纯利|毛利|收益|盈余|所得(?!税)|产生|流入|权益|净资产|资产净|profit|income(?! tax)|earnings|provided|generated|inflow|equity|\bfrom oper|\bgain"
)


def _only_negative(text: str) -> bool:
    return bool(_NEGATIVE.search(text)) and not _POSITIVE.search(text)


@dataclass(frozen=True, slots=True)
class Item:
    """A line item of the lexicon."""

    metric: str | None
    statement: str
    rank: int
    under: str | None
    total: str | None
    voids: str | None
    """The metric that no row is of in a table with this one: a bank's interest expense is no finance cost."""
    pattern: re.Pattern[str]


@cache
def _phrases() -> dict[str, str]:
    known: dict[str, str] = {}
    for entry in entries("statements_items", "phrase", name=str):
        known[entry["name"]] = _spelled_out("|".join(entry.words), known)
    return known


def _spelled_out(text: str, phrases: dict[str, str]) -> str:
    """``text`` with each {name} replaced by the phrase of that name."""
    for name, phrase in phrases.items():
        text = text.replace("{" + name + "}", phrase)
    return f"(?:{text})"


def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_spelled_out("|".join(words), _phrases()))


@cache
def items() -> tuple[Item, ...]:
    """The line items in the order of the lexicon."""
    return tuple(
        Item(e.get("metric"), e["statement"], e.get("rank", 1), e.get("under"), e.get("total"), e.get("voids"),
             _compiled(e.words))
        for e in entries("statements_items", "item", statement=str)
    )  # fmt: skip


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((e["under"], _compiled(e.words)) for e in entries("statements_items", "heading", under=str))


@lru_cache(maxsize=20_000)
def named(text: str) -> tuple[Item, ...]:
    """The items that the normalised label ``text`` may be, best first.

    >>> [item.metric for item in named("年内利润")], [item.metric for item in named("total liabilities and equity")]
    (['net_profit'], [None])
    """
    return tuple(item for item in items() if item.pattern.fullmatch(text)) if len(text) <= _LONGEST else ()


@lru_cache(maxsize=20_000)
def heading(text: str) -> str | None:
    """The kind of heading ``text`` is, if rows beneath it mean something else for it."""
    kinds = [under for under, pattern in _headings() if pattern.fullmatch(text)] if len(text) <= _LONGEST else []
    for kind in (
        "allocation",
        "per_share",
        "comprehensive_attributable",
        "equity_attributable",
        "profit_attributable",
        "share_of_revenue",
    ):
        if kind in kinds:
            return kind
    return None


def item_of(metric: str) -> Item:
    """The first item of the lexicon that is ``metric``."""
    return next(item for item in items() if item.metric == metric)
