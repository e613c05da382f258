"""From a reading to a candidate: its variant, value, attributes and the verdict on it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from zhaogu.model import Basis, Period, Qualifier
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.model.notes import meaning

from .attributes import TRADED, attribute
from .binding import Reading
from .candidate import Candidate
from .figures import span
from .holders import holders
from .losses import is_loss
from .market import is_total
from .named import is_to_come
from .names import Company
from .partial import part
from .qualified import parted
from .supposing import is_expected
from .times import as_percent
from .tokens import Clause, Kind, Token
from .traits import is_metric, traits
from .variants import variant
from .walk import Walk

_ABOUT: Final = re.compile(r"约[^,，。;；\d]{1,14}[股数额份][的之]$")
_ABOUT_REACH: Final = 16
"""Before a multiple: it is about so many times of what was offered, 約為可供認購股數的3.61倍."""
_EACH_ABOUT: Final = re.compile(r"(?:分别|依[次序]|各)(?:约|大约|约为)(?:人民币)?$")
_ELSEWHERE: Final = re.compile(r"(?:A股|美股|美国?预托|美国?存托|预托证券|存托股|ADR|ADS)[^,，。;；:：]{0,14}$")
_LATTER_ELSEWHERE: Final = re.compile(r"(?:A股|美股|ADS|ADR|存托股)[^。;；]{0,24}[,，]后者[^。;；]{0,14}$")
"""``較其A股有約18%的折讓,後者當日收報22.08元``."""
_OF_A_SHARES: Final = re.compile(
    r"(?:^|[,，。;；])(?:其|公司|该公司|集团)?[^,，。;；较比对\d]{0,8}A股(?:[(（][^()（）]{4,14}[)）])?(?:股价|方面|今日|昨日|同日|当日|则|亦)*(?:现?报|收|跌|涨|升|挫)[^。;；]{0,60}$"
)
"""A clause that begins with A shares and their price: what follows in its sentence is told of them."""
_RECKONED: Final = re.compile(
    r"[以按][^,，。;；]{0,20}\d[^,，。;；]{0,4}计算?[,，][^,，。;；]{0,6}市值[^,，。;；\d]{0,4}$"
    r"|整[间家个](?:公司|集团)的?总?市值[^,，。;；\d]{0,4}$"
)
"""``以A股收報98.7元計,總市值約1,870億元``: what the whole company is worth."""
_TURNS_TO: Final = re.compile(
    r"(?:A股|美股|美国?预托|美国?存托|ADR|ADS|沪市|深市)(?:方面|部分|市场|走势|表现|股价|则|今日|昨日|昨晚|同日|当日)*[^,，。;；\d]{0,10}"
    r"(?:[(（][^()（）]{4,14}[)）])?[^,，。;；\d]{0,4}[,，:：][^。;；]{0,60}$"
)
"""A clause that turns to the shares on another exchange: what follows in its sentence is told of them."""
_TURN_REACH: Final = 100
_HERE: Final = re.compile(r"H股|港股|港交所|联交所|香港")
_MAINLAND_CODE: Final = re.compile(r"[(（]\d{6}(?:\.S[HZ])?[)）][^,，。;；]{0,8}$")
_ALL_OLD: Final = re.compile(
    r"(?:股份|H股)?[,，]?(?:全[数部]|悉数|皆|均|全)(?:为|是|属|系)(?:现有股东)?(?:旧股|老股|现有股份|销售股份|待售股份)"
)
"""Behind old shares: they are all that is offered."""
_CLOSED_AT: Final = re.compile(r"(?:收[平报市盘]|报收|作收|平收|打和)(?:价|报|于|在|平|与|同|正好|刚好|恰好)*$")
"""Before the offer price: it was the close as well."""
_SEVERAL_LOTS: Final = re.compile(
    r"(?:[2-9]|\d\d+|[二两三四五六七八九十百千]+|\d股|几)手?[^,，。;；\d]{0,4}(?:方|才|始|就|可|能|大概|必|稳)|[需须要][^,，。;；]{0,4}手"
)
_BEFORE: Final = 8
_BEHIND: Final = 8
"""So far around a figure its words stand."""
_CALLED: Final = re.compile(
    r"\s*[,，]\s*(?:即|亦即|也即|正是|为|是|属于?)[^,，。;；\d]{0,12}?"
    r"(?:(?P<high>上限|顶价|最高(?:发售|招股|发行)?价)|(?P<low>下限|底价|最低(?:发售|招股|发行)?价))"
)
"""Behind a price: ``39.00港元,即此前公布的最高發售價``."""
_OF_ALL: Final = re.compile(r"综合|整体|总体")
_MULTIPLES: Final = ("_multiple", "_ex_cornerstone")
_NEAR_CLOSE: Final = 5


def propose(
    walk: Walk,
    clause: Clause,
    token: Token,
    group: list[Token],
    reading: Reading,
    company: Company | None,
    period: Period | None,
) -> None:
    """Note what a figure is for one company; ``group`` is the list it stands in."""
    mention = token.mention
    if mention is None or mention.value is None:
        return
    name = reading.metric or reading.tempting
    if name is None or not is_metric(name):
        return
    name = variant(walk, name, mention, clause, reading.at[0])
    unit = _unit(name, mention, group)
    value, resolution = _value(name, mention, reading, is_loss(walk, clause, reading, mention))
    start, end = _quote(mention, reading, clause)
    qualifier = _qualifier(walk, name, mention, group, clause.start)
    candidate = Candidate(
        name, value, unit, start, end, f"news.{reading.cue.id}", company, resolution, qualifier,
        period=period, basis=_basis(walk, name, reading), stage=walk.stage, rank=_rank(reading, qualifier),
        debut=walk.debut, heading=walk.sentence.heading,
    )  # fmt: skip
    if name == "gross_margin_pct" and _OF_ALL.search(walk.folded, max(0, reading.at[0] - 2), reading.at[1]):
        candidate.rank -= 1  # 整体毛利率 goes before the margin that the revenue of a part stands beside
    attribute(walk, candidate, reading, mention, clause)
    if mention.notes:
        candidate.notes += [(note, meaning(note)) for note in mention.notes if note != "currency_open"]
    candidate.elsewhere = name in TRADED and _is_elsewhere(walk, clause, name, token.start)
    _judge(walk, candidate, reading, clause, mention)
    owned = candidate.metric == "cornerstone_shares" and candidate.reason is None
    if owned and (names := holders(walk.folded, clause, reading, token.start, walk.holders)):
        _allocate(walk, candidate, names)
        walk.last = candidate
        return
    if candidate.metric == "cornerstone_amount" and len(group) > 1 and _is_each(walk, group):
        candidate.code, candidate.reason = "decoy", "the amount of one investor"
    walk.found.append(candidate)
    walk.last = candidate
    if walk.net is not None and walk.net <= candidate.start and candidate.metric == "net_proceeds":
        walk.net = None
    if candidate.reason is not None:
        return
    if candidate.metric == "closing_price":
        walk.slots.values["change"] = ("first_day_change_pct", candidate.start)
    elif candidate.metric == "sale_shares" and _ALL_OLD.match(walk.folded, span(mention)[1]):
        walk.found.append(replace(candidate, metric="shares_offered", rule="news.shares_offered.all_old"))
    elif candidate.metric == "offer_price":
        _bound(walk, candidate, clause, token)
        _closed_there(walk, candidate, reading)


def _closed_there(walk: Walk, price: Candidate, reading: Reading) -> None:
    """``收平於發行價6.20港元``: the shares closed at what they were sold for."""
    if _CLOSED_AT.search(walk.folded, max(walk.sentence.start, reading.at[0] - _BEFORE), reading.at[0]):
        walk.found.append(replace(
            price, metric="closing_price", stage=None, offer_basis=None, rule="news.close.at_offer", as_of=walk.trading_day,
            debut=walk.debut, notes=list(price.notes),
        ))  # fmt: skip


def _is_elsewhere(walk: Walk, clause: Clause, name: str, at: int) -> bool:
    """Whether a price or move is that of A shares or depositary shares: their words or code stand before it."""
    if name == "market_cap" and _RECKONED.search(walk.folded, walk.sentence.start, at):
        return False
    if _LATTER_ELSEWHERE.search(walk.folded, max(walk.sentence.start, at - _TURN_REACH), at):
        return True
    if _ELSEWHERE.search(walk.folded, clause.start, at) or _MAINLAND_CODE.search(walk.folded, clause.start, at):
        return True
    closed = name != "first_day_change_pct" and "收" in walk.folded[max(0, at - _NEAR_CLOSE) : at]
    if not closed and walk.last is not None and walk.last.elsewhere:
        return walk.last.start >= walk.sentence.start and _HERE.search(walk.folded, walk.last.end, at) is None
    turn = _OF_A_SHARES.search(walk.folded, max(0, walk.sentence.start - 1), at) or _TURNS_TO.search(
        walk.folded, max(walk.sentence.start, at - _TURN_REACH), at
    )
    return turn is not None and _HERE.search(walk.folded, turn.start(), at) is None


def _unit(name: str, mention: Mention, group: list[Token]) -> str | None:
    """The unit of a metric, or the currency of the figure or of its list, which may name it once."""
    if (unit := traits(name).unit or mention.unit) is not None:
        return unit
    named = [token.mention.unit for token in group if token.mention and token.mention.unit]
    return named[-1] if named else None


def _value(name: str, mention: Mention, reading: Reading, loss: bool) -> tuple[Decimal, Decimal | None]:
    """The figure with its sign; a growth told as a multiple, or a multiple told as a percentage."""
    value, resolution = mention.value or Decimal(0), mention.resolution
    if loss and value > 0:
        value = -value
    if mention.unit == "张" and traits(name).type == "shares":
        return value * 1000, resolution and resolution * 1000  # a lot of Taiwan
    if mention.kind is MentionKind.PERCENT and traits(name).type == "times":
        return value.scaleb(-2), resolution and resolution.scaleb(-2)
    if reading.type == "times" and traits(name).type == "percent":
        return as_percent(value), resolution and as_percent(resolution)
    return value, resolution


def _allocate(walk: Walk, candidate: Candidate, names: list[str]) -> None:
    """Shares of named cornerstone investors, one row each."""
    walk.holders = names if len(names) > 1 else walk.holders
    for name in names:
        row = replace(candidate, metric="cornerstone_allocation", holder=name, rule="news.cornerstone.allocation")
        walk.found.append(row)


def _judge(walk: Walk, candidate: Candidate, reading: Reading, clause: Clause, mention: Mention) -> None:
    """Say why a candidate is no fact, where it is none."""
    if reading.reason:
        candidate.code, candidate.reason = "decoy", reading.reason
    elif candidate.metric in walk.blocks:
        candidate.code, candidate.reason = "decoy", walk.blocks[candidate.metric][0].lstrip("!")
    elif candidate.metric == "gross_proceeds" and is_total(walk.folded, reading.at[0]):
        candidate.code, candidate.reason = "decoy", "the whole market"
    elif reason := part(walk, candidate, clause):
        candidate.code, candidate.reason = "decoy", reason
    elif candidate.company is None:
        candidate.code, candidate.reason = "other_company", f"the figure of {walk.who.stranger or 'no issuer'}"
    elif traits(candidate.metric).by_period:
        _judge_accounts(walk, candidate, clause, mention)
    elif "unnamed" in walk.roles and not walk.names_company():
        candidate.code, candidate.reason = "decoy", "an offering that is not named"
    elif traits(candidate.metric).offering and _is_given_up(walk, candidate):
        candidate.code, candidate.reason = "decoy", "an earlier offering that was given up"


def _judge_accounts(walk: Walk, candidate: Candidate, clause: Clause, mention: Mention) -> None:
    """The same of a figure of the accounts."""
    if mention.mate is not None and (mention.kind is MentionKind.MONEY or candidate.metric.endswith("_growth_pct")):
        candidate.code, candidate.reason, walk.expected = "decoy", "a range: a forecast, and no result", candidate.start
        return
    if _is_expected(walk, candidate, clause) or is_to_come(walk, candidate.period):
        candidate.code, candidate.reason, walk.expected = "decoy", "a forecast", candidate.start
    elif candidate.period is None:
        candidate.code, candidate.reason = "no_period", "no period is stated"


def _is_each(walk: Walk, group: list[Token]) -> bool:
    """Whether the amounts of a list belong to investors one by one, and are no range."""
    return group[0].mention is not None and group[0].mention.mate is None and "respectively" in walk.roles


def _is_expected(walk: Walk, candidate: Candidate, clause: Clause) -> bool:
    said = walk.times.said[-1].at if walk.times.said else 0
    if walk.expected is not None and said < walk.expected:
        return True  # nothing but the figure told of the same time before
    return "forecast" in walk.roles or is_expected(walk.folded, clause.letters, clause.start, candidate.start)


def _is_given_up(walk: Walk, candidate: Candidate) -> bool:
    return walk.given_up is not None and walk.given_up[0] <= candidate.start < walk.given_up[1]


def _qualifier(walk: Walk, name: str, mention: Mention, group: list[Token], begin: int) -> Qualifier:
    if name.startswith("offer_price"):
        return mention.qualifier if name == "offer_price" else "exact"
    if mention.bound == "low" and mention.mate is not None:
        return "at_least"
    if mention.bound == "high" and mention.mate is not None:
        return "at_most"
    if name.endswith("_multiple") and mention.qualifier == "exact":
        start = span(mention)[0]
        if _ABOUT.search(walk.folded, max(walk.sentence.start, start - _ABOUT_REACH), start):
            return "approx"
    if walk.qualified is not None and mention.qualifier in ("exact", "approx"):
        told, at = walk.qualified
        if 0 < mention.start - at < 12 and (walk.last is None or not at <= walk.last.start < mention.start):
            return told
    first = group[0].mention
    if first is not None and first.qualifier == "approx" and mention.qualifier == "exact":
        return "approx" if _EACH_ABOUT.search(walk.folded[max(0, first.start - 8) : first.start]) else "exact"
    if mention.qualifier == "exact":
        return parted(walk.folded, begin, span(mention)[0]) or "exact"
    return mention.qualifier


def _basis(walk: Walk, name: str, reading: Reading) -> Basis | None:
    """What the words say; a bare 獲11倍 goes on with the words of the multiple before it."""
    if not name.endswith(_MULTIPLES):
        return None
    last = walk.last
    if reading.cue.basis or last is None or last.start < walk.sentence.start or last.reason or last.metric == name:
        return reading.cue.basis or "total"
    return last.basis or "total"


def _rank(reading: Reading, qualifier: Qualifier) -> int:
    if reading.cue.id == "valid_applications.strict":
        return -1
    return 2 if reading.cue.id in ("per_share", "restated", "asked_for") else 1 if qualifier in ("under", "over") else 0


def _bound(walk: Walk, price: Candidate, clause: Clause, token: Token) -> None:
    """``以上限每股10.99港元定價`` gives the end of the range as well."""
    tokens = clause.tokens
    place = tokens.index(token)
    bound = _bound_behind(tokens[place + 1 :], token.end)
    if bound is None and (called := _CALLED.match(walk.folded, token.end)):
        bound = "offer_price_high" if called["high"] else "offer_price_low"
    if (
        bound is None
        and walk.bounds
        and price.start - walk.bounds[-1][1] < 16
        and not any(t.kind is Kind.FIGURE and walk.bounds[-1][1] < t.start < token.start for t in tokens)
    ):
        bound = walk.bounds[-1][0]
    if bound is not None:
        walk.found.append(Candidate(
            bound, price.value, price.unit, price.start, price.end, price.rule + ".bound", price.company,
            price.resolution, stage=price.stage, rank=2,
        ))  # fmt: skip


def _bound_behind(tokens: list[Token], end: int) -> str | None:
    """The end of the range that a price is said to be: ``15.6元,即上限``, ``6.5元屬招股範圍下限``."""
    for token in tokens:
        if token.kind is Kind.OPEN or (token.cue is not None and token.cue.id == "offer_price.range"):
            continue
        near = token.cue is not None and token.start - end <= _BEHIND
        return token.cue.bound if near and token.cue else None
    return None


def _quote(mention: Mention, reading: Reading, clause: Clause) -> tuple[int, int]:
    """The value with its cue where they adjoin."""
    start, end = span(mention)
    low, high = reading.at
    if high and 0 <= start - high <= 2:
        start = low
    elif high and 0 <= low - end <= 2:
        end = high
    return start, end


def given(walk: Walk, name: str, value: str, token: Token) -> None:
    """A fact that the words of a cue themselves state, without a figure."""
    at, end = token.start, token.end
    if name == "one_lot_success_rate_pct" and _SEVERAL_LOTS.search(walk.folded, max(0, at - 12), end + 8):
        return
    typed = Decimal(value) if traits(name).type != "text" else value
    rule = f"news.{token.cue.id}" if token.cue else "news"
    for company in walk.who.at(at):
        walk.found.append(Candidate(name, typed, traits(name).unit, at, end, rule, company, stage=walk.stage, rank=3))
