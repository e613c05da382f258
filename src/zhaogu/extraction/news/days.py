"""What a day is: the listing, the pricing, a day of trading, or none of them."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import Mention

from .asking import note_asking
from .compared import only_compares
from .cues import by_id
from .day_events import CALLED_OFF, COUNT, dated, happened, today, told_of_past
from .day_words import SINCE, restates, word_for
from .debut import DEBUT, is_another_first
from .figures import FROM, types
from .headings import UNDER_LISTINGS, under_listings
from .instants import day_told
from .names import Company
from .tokens import Clause, Kind, Token
from .walk import Walk

_WELCOMED: Final = re.compile(
    rf"(?:迎来|喜迎|迎入|新增|再添|增添)(?:首批|新一批|第[一二三四]批)?的?{COUNT}[只家间][^,，。;；:：\d]{{0,8}}?(?:新股|公司|企业|成员)(?=[,，。;；:：!！\s]|$)"
    rf"|(?:迎来?|有|共)(?:合?共|多达)?{COUNT}[只家间](?:新股|公司|企业)(?:挂牌|上市|登场)?(?=[,，。;；:：!！\s]|$)"
)
_BOARD: Final = re.compile(r"(?:科创板|创业板|北交所|北京证券交易所|注册制)(?:于|在)?$")
_OPENS: Final = re.compile(r"(?:正式|鸣锣)*(?:开市|开板)")
"""Around a day: all shares of a new board are listed on it, 科创板今日开市."""
_TODAY: Final = re.compile(rf"{COUNT}[只家间档](?:[^,，。\d]{{0,6}})新股(?:于|在|则|均|都)?$")
_ASKED: Final = re.compile(
    r"招股|截|认购|申购|孖展|公布|公告|定价|聆讯|递表|入表|通过|抽|开售|开卖|入飞|开始接受|推介|派|获批|暗盘|结果"
)
"""Behind ``兩隻新股今日``: something else than their first day of trading."""
_SAME_DAY: Final = re.compile(r"(?:同[日天场]|同一[日天]|当日|[该那]日|[同那这]一?天)(?!收)[^,，。;；\d]{0,6}$")
_TOGETHER: Final = re.compile(
    r"(?:同[日天]|齐齐?|同步|同时|双双|一同|一起)(?:在港|在?港交所|于港)?(?:挂牌|上市|登场|上场|首挂|登陆|亮相|敲[钟锣]|鸣锣)$"
)
"""Shares that are listed together: on the day of the article, where prices show it."""
_THAT_DAY: Final = re.compile(r"(?:上市|挂牌|登[场陆]|交易)的?(?:当[天日]|首[日天]|第一[天日])")
_PLANNED: Final = re.compile(
    r"(?:拟|计划|申请|筹备|有意|考虑|寻求|谋求|冲刺|冲击|筹划|推进|推动|辅导|备战|欲|谋|待|瞄准|目标|豁免)(?:以[^,，。;；]{2,16}?(?:代[号码]|名义|身份|方式|形式))?[^,，。;；]{0,8}$"
    r"|(?:拟|计划|申请)(?:[^,，。;；]|(?<=\d),(?=\d)){0,40}(?:并|及|和|后)[^,，。;；]{0,8}$|(?:即将|快要|将要|(?<![主需重必])要)$"
)
_PLAN: Final = 56
_IN_PLACE: Final = ("price_date",)
"""What a day in an earlier clause is not told to be."""
_NOBODY: Final = re.compile(r"[^,，。;；]{0,4}(?:没有?|并无|未有|无|休市)(?:任何)?[^,，。;；]{0,2}(?:新股|公司|股份)")
"""Behind a day: nobody is listed on it."""
_LED: Final = re.compile(r"\s*(?:[(（][^()（）]{1,8}[)）])?(?:\s*[:：】|]|[ \u3000]+)")
_LEADS_LINE: Final = re.compile(r"[\s●•·▪■◆○*‧\-–—【\d.、]{0,6}")
_LISTS: Final = re.compile(r"[^申招]*?(?:收[市盘报跌涨升]|报收|首日|首挂|挂牌|登场|开[报市盘])")
"""A line of listings, and none of offers that open or close."""
_FIRSTS: Final = frozenset("首头上挂")
"""What the words of a first day begin with."""
_ON_IT: Final = re.compile(r"(?:但|惟|而|其|公司|该股|股价)*(?:于|在)?[当该同那][日天]|同一[日天]")
"""What opens a clause that goes on with the day of the clause before: 9月30日上市,當日收報120.6元."""
_MOVES: Final = re.compile(r"(?:再|续|则|又|亦|也|仍)*(?:收|跌|升|涨|挫|报|高开|低开|回[吐落调])")
_NEXT_TO_IT: Final = 40
_CLOSES: Final = re.compile(r"(?:截至|至|到|最终|最后|全日|股价)*(?:收[盘市报于涨跌升]|报收|终场)")
_OF_WHOM: Final = re.compile(r"(?:挂牌|上市|登陆[^,，。;；]{0,6}|亮相|登场|首挂)的")
_LISTED: Final = re.compile("上市|挂牌|登陆|上板|敲[钟锣]|开始交易")
_STARTS: Final = re.compile(r"\s*起(?![^,，。;；]{0,6}(?:挂牌|上市|买卖|交易))")
_TILL: Final = ("截至", "截止", "截止至", "到")


def day(walk: Walk, clause: Clause, at: int, token: Token) -> None:
    """Take in a day: a fact, the day of the prices that follow, or one whose meaning is still to come."""
    mention = token.mention
    if mention is None or mention.day is None:
        return
    if not only_compares(walk.folded, token.start, token.end):
        walk.instants.append((mention.start, Period.at(day_told(walk, mention) or mention.day)))
    note_asking(walk, clause, mention)
    if restates(walk, clause, at) or _each(walk, clause, token) or _is_nobodys(walk, clause, at, token):
        return
    if _closes_later(walk, clause, token):
        walk.trading_day = mention.day
        return
    _lead_on(walk, clause, token)
    if (told := _told_of(walk, clause, token)) is not None:
        walk.found.append(dated(walk, "listing_date", mention, *told))
        return
    cue = word_for(walk, clause, at)
    welcomed = (cue is None or cue.reads["date"][0] == "!") and _WELCOMED.search(walk.folded, token.end, clause.end)
    if cue is None or welcomed:
        if walk.sentence.heading or _trades(walk, clause, at):
            walk.trading_day = mention.day
            walk.headed = mention.day if walk.sentence.heading else walk.headed
        if welcomed:
            walk.found.append(dated(walk, "listing_date", mention, None, "news.listing.several"))
        elif _trade_together(walk, clause, token):
            walk.found.append(dated(walk, "listing_date", mention, None, "news.listing.undated"))
        elif not mention.bound and not _STARTS.match(walk.folded, token.end) and not _told(walk, clause, at):
            walk.pending = mention
        return
    if cue.reads["date"] == "!trading day" or _THAT_DAY.search(walk.folded, token.end, clause.end):
        traded = told_of_past(walk, mention)
        walk.traded, walk.trading_day = (traded, walk.who.at(token.start)), traded.day
    if cue.id == "offer_period" and walk.folded.endswith(_TILL, 0, token.start):
        walk.until = mention
    if not FROM.search(walk.folded[max(clause.start, token.start - 4) : token.start]):
        happened(walk, clause, cue, mention, token.start)


def _is_nobodys(walk: Walk, clause: Clause, at: int, token: Token) -> bool:
    """Whether a day is of no listing: of nobody, or of shares that come on the scene to be applied for, ``周一登场的是甲(申购代码001386)``."""
    if _NOBODY.match(walk.folded, token.end):
        return True
    if not walk.applied_for or _LISTED.search(walk.folded, clause.start, clause.end):
        return False
    cue = word_for(walk, clause, at)
    return cue is not None and cue.role == "listing"


def _told_of(walk: Walk, clause: Clause, token: Token) -> tuple[Company | None, str] | None:
    """Whose listing words around a day tell of without a cue, by which rule: of one, or of all shares of a board that opens."""
    if _OPENS.match(walk.folded, token.end, clause.end) and _BOARD.search(walk.folded, clause.start, token.start):
        return None, "news.listing.several"
    company = _of_whom(walk, token)
    return (company, "news.listing.of") if company is not None else None


def _closes_later(walk: Walk, clause: Clause, token: Token) -> bool:
    """Whether a price moves on a day after that of the listing, which the clause told before: ``上周五挂牌的甲今天收跌6.1%``."""
    told = walk.listed
    if told is None or told.day is None or token.mention is None or told.start < clause.start:
        return False
    later = token.mention.day is not None and token.mention.day > told.day
    return later and _MOVES.match(walk.folded, token.end) is not None


def on_that_day(walk: Walk, clause: Clause) -> None:
    """``當日`` behind a listing is its day, and what is told then is of the first day."""
    told = walk.listed
    if told is None or told.day is None or told.end >= clause.start:
        return
    if walk.follows is not None and (walk.who.turns or walk.follows is not told):
        walk.trading_day = walk.follows = None  # somebody else's, or another listing
    if (walk.published or told.day) < told.day:
        return
    near = clause.start - told.end < _NEXT_TO_IT
    if near and _ON_IT.match(walk.folded, clause.start, clause.end) is not None:
        walk.trading_day, walk.debut = told.day, True
    elif walk.trading_day is None and _goes_on(walk, clause, told):
        walk.trading_day, walk.follows = told.day, told


def _goes_on(walk: Walk, clause: Clause, told: Mention) -> bool:
    """Whether a sentence that tells of a listing goes on with a close: ``13日甲在纽交所挂牌,收盘涨87.2%``, not ``13日挂牌的甲``."""
    if told.start < walk.sentence.start or _OF_WHOM.search(walk.folded, told.end, clause.start) is not None:
        return False
    days = (t for t in clause.tokens if t.kind is Kind.TIME and t.mention is not None and t.mention.day is not None)
    return _CLOSES.match(walk.folded, clause.start, clause.end) is not None and next(days, None) is None


def _lead_on(walk: Walk, clause: Clause, token: Token) -> None:
    """A day that opens a line of an article about several listings is that of whoever the line tells of."""
    behind = _LED.match(walk.folded, token.end)
    if behind is None or token.mention is None or token.mention.day is None:
        return
    line = walk.folded.rfind("\n", 0, token.start) + 1
    headed = under_listings(walk.folded, line)
    if not (walk.who.shared or headed) or not _LEADS_LINE.fullmatch(walk.folded, line, token.start):
        return
    walk.headed, walk.led = token.mention.day, True
    end = walk.folded.find("\n", behind.end())
    told = walk.folded[behind.end() : end if end >= 0 else len(walk.folded)]
    if not headed and _LISTS.match(told) is None:
        return
    for company in walk.who.companies:
        if company.code and any(name in told for name in company.names):
            rule = UNDER_LISTINGS if headed else "news.listing.led"
            walk.found.append(dated(walk, "listing_date", token.mention, company, rule))
            if headed:
                walk.who.offerings.tell(company.name)


def _of_whom(walk: Walk, token: Token) -> Company | None:
    """Who is listed on a day that stands before its name: ``三只新股挂牌,依次为5月12日的甲、5月13日的乙``."""
    if not walk.folded.startswith("的", token.end):
        return None
    cued = (t.cue for clause in walk.sentence.clauses for t in clause.cued if t.start < token.start)
    if not any(cue is not None and cue.role == "listing" for cue in cued):
        return None
    at = token.end + 1
    return next((c for c in walk.who.companies if any(walk.folded.startswith(n, at) for n in c.names)), None)


def _trades(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a price moves on a day: ``昨日首掛,收報12元。今日再跌3%``."""
    if not walk.debut:
        return False
    following = next((t for t in clause.tokens[at + 1 :] if t.cue is not None), None)
    return following is not None and following.cue is not None and following.cue.reads.get("percent") == "@change"


def _trade_together(walk: Walk, clause: Clause, token: Token) -> bool:
    """Whether several new shares meet on a day: ``兩隻新股今日同場較勁``, which prices have to show."""
    if _TODAY.search(walk.folded, clause.start, token.start) is None:
        return False
    return _ASKED.search(walk.folded, token.end, walk.sentence.end) is None


def _each(walk: Walk, clause: Clause, token: Token) -> bool:
    """Whether a day is one of a list that belongs to as many companies: ``甲及乙分別於周四及周五掛牌``."""
    if not any(t.cue and t.cue.role == "respectively" for t in clause.tokens):
        return False
    days = [t for n, t in enumerate(clause.tokens) if t.mention and t.mention.day and not restates(walk, clause, n)]
    cues = (t.cue for t in clause.tokens if t.cue and t.cue.reads.get("date", "!")[0] != "!")
    cue, companies = next(cues, None), walk.who.at(days[-1].end)
    if len(days) < 2 or cue is None:
        return False
    if len(companies) != len(days):
        companies = walk.who.pair()
    if len(companies) != len(days):
        companies = _told_above(walk, token.start)
    if len(companies) != len(days):
        return False
    place = next(n for n, day in enumerate(days) if day is token)
    mention = days[place].mention
    if mention is not None:
        walk.found.append(dated(walk, cue.reads["date"], mention, companies[place], f"news.{cue.id}"))
    return True


def _told_above(walk: Walk, place: int) -> list[Company]:
    """The companies that the paragraph has named so far, in their order: 兩者 are they, whoever else the article tells of."""
    begin = walk.folded.rfind("\n", 0, place) + 1
    places = {c.name: min((at for n in c.names if (at := walk.folded.find(n, begin, place)) >= 0), default=-1)
              for c in walk.who.companies}  # fmt: skip
    return sorted((c for c in walk.who.companies if places[c.name] >= 0), key=lambda c: places[c.name])


def listed(walk: Walk, clause: Clause, token: Token) -> None:
    """What happened on a day that an earlier clause tells, or that is told by 同日."""
    cue, mention = token.cue, walk.pending
    assert cue is not None
    if any(t.kind is Kind.TIME and t.mention and t.mention.day for t in clause.tokens):
        return
    if SINCE.match(walk.folded, token.end):
        return
    if cue.reads["date"] == "!trading day":
        walk.trading_day = walk.trading_day or (mention.day if mention else None)
        walk.traded = (mention, walk.who.at(token.start)) if mention else walk.traded
    elif (
        cue.reads["date"] not in _IN_PLACE
        and cue.reads["date"][0] != "!"
        and not _PLANNED.search(walk.folded, max(clause.start, token.start - _PLAN), token.start)
        and not CALLED_OFF.search(walk.folded, max(clause.start, token.start - 16), token.start)
    ):
        if mention is None and _SAME_DAY.search(walk.folded, max(clause.start, token.start - 10), token.start):
            mention = walk.listed
            if mention is None and cue.reads["date"] == "listing_date":
                _listed_with(walk, token)
        mention = mention or _opening_day(walk)
        walk.pending = walk.opening = None
        if mention is None and cue.reads["date"].endswith("_end_date"):
            mention = walk.until
        if mention is not None:
            happened(walk, clause, cue, mention, token.start)
        elif DEBUT.match(walk.folded, token.start) or _TOGETHER.search(walk.folded, clause.start, token.end):
            today(walk, clause, token)


def _opening_day(walk: Walk) -> Mention | None:
    """The day of the article that its first sentence told nothing of: ``「最快IPO」今日兌現。甲在上交所掛牌``."""
    opening = walk.opening
    return opening if opening is not None and opening.day == walk.published else None


def _listed_with(walk: Walk, token: Token) -> None:
    """``甲昨日收報66.6元…同場上市的乙``: the day of trading is that of the listing, for both."""
    if walk.traded is None:
        return
    mention, companies = walk.traded
    for company in (*companies, *walk.who.at(token.end)):
        walk.found.append(dated(walk, "listing_date", mention, company, "news.listing.several"))


def moves_first(walk: Walk, clause: Clause, token: Token) -> None:
    """``上市首日破發`` tells of the listing as ``首日掛牌`` does, though it is a word for the move.

    The day that the sentence opens with is that of the listing then: ``5月10日,甲開盤報26元,首日大漲34.57%``.
    """
    if walk.folded[token.start] not in _FIRSTS or not DEBUT.match(walk.folded, token.start):
        return
    mention, cue = walk.pending, by_id()["listing"]
    if mention is None or mention.day is None or (walk.published and mention.day > walk.published):
        today(walk, clause, token)
    elif not is_another_first(walk.folded, walk.sentence.start, token.start, token.start + 5):
        walk.pending = None
        happened(walk, clause, cue, mention, token.start)


def _told(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether figures stand before a day, which is theirs then."""
    return any(t.mention and t.kind is Kind.FIGURE and types(t.mention, walk.folded) for t in clause.tokens[:at])
