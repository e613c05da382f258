"""What a day is: the listing, the pricing, a day of trading, or none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from zhaogu.model import Period
from zhaogu.model.mention import Mention
from zhaogu.model.notes import meaning
from zhaogu.recognition.calendar import day_of

from .asking import note_asking
from .candidate import Candidate
from .compared import only_compares
from .cues import Cue, by_id
from .debut import DEBUT, is_another_first
from .figures import FROM, types
from .headings import UNDER_LISTINGS, under_listings
from .instants import day_told
from .names import Company
from .tokens import Clause, Kind, Token
from .walk import Walk

_COUNT: Final = r"[两二三四五六七八九十\d]{1,3}"
_SEVERAL: Final = re.compile(
    rf"{_COUNT}[只家间档][^,，。]{{0,10}}(?:新股|股(?![份价东本权])|公司|企业|药企)|新股[^,，。]{{0,6}}{_COUNT}只"
    rf"|[两三四五六七八九]新?股(?![份价东本权])"
)
_WELCOMED: Final = re.compile(
    rf"(?:迎来|喜迎|迎入|新增|再添|增添)(?:首批|新一批|第[一二三四]批)?的?{_COUNT}[只家间][^,，。;；:：\d]{{0,8}}?(?:新股|公司|企业|成员)(?=[,，。;；:：!！\s]|$)"
    rf"|(?:迎来?|有|共)(?:合?共|多达)?{_COUNT}[只家间](?:新股|公司|企业)(?:挂牌|上市|登场)?(?=[,，。;；:：!！\s]|$)"
)
_TODAY: Final = re.compile(rf"{_COUNT}[只家间档](?:[^,，。\d]{{0,6}})新股(?:于|在|则|均|都)?$")
_ASKED: Final = re.compile(
    r"招股|截|认购|申购|孖展|公布|公告|定价|聆讯|递表|入表|通过|抽|开售|开卖|入飞|开始接受|推介|派|获批|暗盘|结果"
)
"""Behind ``兩隻新股今日``: something else than their first day of trading."""
_SAME_DAY: Final = re.compile(r"(?:同日|同天|同一[日天]|当日|[该那]日|[同那这]一?天)(?!收)[^,，。;；\d]{0,6}$")
_TOGETHER: Final = re.compile(
    r"(?:同[日天]|齐齐?|同步|同时|双双|一同|一起)(?:在港|在?港交所|于港)?(?:挂牌|上市|登场|登陆|亮相|敲[钟锣]|鸣锣)$"
)
"""Shares that are listed together: on the day of the article, where prices show it."""
_THAT_DAY: Final = re.compile(r"(?:上市|挂牌|登[场陆]|交易)的?(?:当[天日]|首[日天]|第一[天日])")
_CLOSED: Final = re.compile(r"收(?:[报市盘于在涨跌升挫高低]|\d)|报收|首日[升跌涨挫大弹飙劲急倒]")
_REVIEW: Final = re.compile(r"上周|上星期|[一每]周[^,，。;；]{0,6}(?:回顾|总结|重温)")
"""At the head of an article: it looks back on a week, whose days are named bare."""
_AHEAD: Final = re.compile(r"[下本]周|下星期|将|料|预[计期定]|拟|待|准备|明[日天早]")
_HEAD: Final = 60
_WEEK: Final = timedelta(days=7)
_SOON: Final = timedelta(days=31)
_FAR: Final = timedelta(days=92)
"""No listing is announced to the day so long before; where a close is told, none so far ahead is meant."""
_PLANNED: Final = re.compile(
    r"(?:拟|计划|申请|筹备|有意|考虑|寻求|谋求|冲刺|冲击|筹划|推进|推动|辅导|备战|欲|谋|待|瞄准|目标|豁免)[^,，。;；]{0,8}$"
    r"|(?:即将|快要|将要|(?<![主需重必])要)$"
)
_CALLED_OFF: Final = re.compile(
    r"(?:暂不|不再|暂缓|暂停|取消|搁置|终止|中止|撤回|撤销|叫停|放弃|不会|未能|无法|没有|推迟|延迟|延后|押后)[^,，。;；至到为]{0,10}$"
)
"""Before a listing, or its day: it does not come about."""
_FIRST_PLANNED: Final = re.compile(
    r"(?:原[定先本拟订来]|原计划|原安排|本来|本应|本拟|早前[定拟]|先前[定拟])[^,，。;；至到改推延押]{0,12}$"
)
"""Before the day of a listing: another one has come in its place, or none."""
_IN_PLACE: Final = ("price_date",)
"""What a day in an earlier clause is not told to be."""
_IN_TURN: Final = re.compile(
    r"[)）\s]*(?:率先|最先|首先|则|便|也|亦|才|再|就)*(?:轮到|轮为|则有|登场的?|先行|先到|打头阵|打响头炮|揭幕|跟进|跟随|接力|接棒|紧随|随后|殿后|压轴|压阵|收官)"
)
_ENDS: Final = re.compile(
    r"\s*(?:[(（][^()（）]{1,8}[)）])?(?:才|始|便|就|将|会|正式|自动|起)*"
    r"(?:届满|期满|到期|结束|解除|解禁|为止|止(?!损)|[方可能自由]{0,4}(?:出售|卖出|沽[售出]|减持|流通|抛售|转让))"
)
"""Behind a day: what the sentence told of ends then."""
_LASTS: Final = re.compile(r"(?:直?至|直到|为期至)$")
_ELLIPTIC: Final = re.compile(r"(?:则|便|就|却|也|亦|则?[为是在于]|定[在于]|安排在|排在)$")
_NOBODY: Final = re.compile(r"[^,，。;；]{0,4}(?:没有?|并无|未有|无|休市)(?:任何)?[^,，。;；]{0,2}(?:新股|公司|股份)")
"""Behind a day: nobody is listed on it."""
_LED: Final = re.compile(r"\s*(?:[(（][^()（）]{1,8}[)）])?(?:\s*[:：】|]|[ \u3000]+)")
_LEADS_LINE: Final = re.compile(r"[\s●•·▪■◆○*‧\-–—【\d.、]{0,6}")
_LISTS: Final = re.compile(r"[^申招]*?(?:收[市盘报跌涨升]|报收|首日|首挂|挂牌|登场|开[报市盘])")
"""A line of listings, and none of offers that open or close."""
_SINCE: Final = re.compile(
    r"(?:至今|以来|已经?|刚刚?|刚好|正好|恰好|将|快|近|逾|尚?未|不足|不到)*满?(?:[一两二三四五六七八九十半数几]|\d{1,2})+个?(?:多)?(?:周年|年(?!度)|月|星期|周|天|交易日)(?![上挂登末底初中])"
)
"""Behind a word for the listing: it was so long ago, 掛牌剛好一年."""
_ADDED: Final = re.compile(r"(?:该批|上述|超额配[发售股]|额外(?:发行的?)?)(?:的)?(?:发售|H股)?股份")
"""The shares that the over-allotment option brought: 該批股份預期於1月29日開始買賣."""
_PAST_END: Final = timedelta(days=31)
_LISTED_ONES: Final = re.compile(r"(?:上市|挂牌|登场|首挂)的?(?:新股|股份|公司)(?:表现|一览|有|包括|如下)*\s*[:：\n]")
"""A head over lines of new shares: 今日上市新股:."""
_FIRSTS: Final = frozenset("首上挂")
"""What the words of a first day begin with."""
_JOINS: Final = re.compile(r"[、及并且]|然后|随后|再")
_LEAD: Final = 3
_PLANS: Final = 24
_STARTS: Final = re.compile(r"\s*起(?![^,，。;；]{0,6}(?:挂牌|上市|买卖|交易))")
_TILL: Final = ("截至", "截止", "截止至", "到")
_UNTIL: Final = re.compile(r"(?<![迟延后前改早定])(?:至|到|截至|截止)$")
_PUT_OFF: Final = re.compile(r"(?:推迟|延迟|延期|押后|顺延|延后|提前|提早|改期|改|延)(?:至|到|为)$")
_SAYS: Final = (":", "：", "为", "于", "至", "到", "是", "定在", "截止", "在", "即")


def day(walk: Walk, clause: Clause, at: int, token: Token) -> None:
    """Take in a day: a fact, the day of the prices that follow, or one whose meaning is still to come."""
    mention = token.mention
    if mention is None or mention.day is None:
        return
    if not only_compares(walk.folded, token.start, token.end):
        walk.instants.append((mention.start, Period.at(day_told(walk, mention) or mention.day)))
    note_asking(walk, clause, mention)
    if _restates(walk, clause, at) or _each(walk, clause, token) or _NOBODY.match(walk.folded, token.end):
        return
    _lead_on(walk, clause, token)
    cue = (
        _date_cue(walk, clause, at)
        or _put_off(walk, clause, token)
        or _in_turn(walk, clause, token)
        or _runs_out(walk, clause, token)
        or _too(walk, clause, token)
    )
    welcomed = (cue is None or cue.reads["date"][0] == "!") and _WELCOMED.search(walk.folded, token.end, clause.end)
    if cue is None or welcomed:
        if walk.sentence.heading or _trades(walk, clause, at):
            walk.trading_day = mention.day
            walk.headed = mention.day if walk.sentence.heading else walk.headed
        if welcomed:
            walk.found.append(_dated(walk, "listing_date", mention, None, "news.listing.several"))
        elif _trade_together(walk, clause, token):
            walk.found.append(_dated(walk, "listing_date", mention, None, "news.listing.undated"))
        elif not mention.bound and not _STARTS.match(walk.folded, token.end) and not _told(walk, clause, at):
            walk.pending = mention
        return
    if cue.reads["date"] == "!trading day" or _THAT_DAY.search(walk.folded, token.end, clause.end):
        walk.trading_day = _told_of_past(walk, mention).day
    if cue.id == "offer_period" and walk.folded.endswith(_TILL, 0, token.start):
        walk.until = mention
    if not FROM.search(walk.folded[max(clause.start, token.start - 4) : token.start]):
        _happened(walk, clause, cue, mention, token.start)


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
            walk.found.append(_dated(walk, "listing_date", token.mention, company, rule))
            if headed:
                walk.who.offerings.tell(company.name)


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
    days = [t for n, t in enumerate(clause.tokens) if t.mention and t.mention.day and not _restates(walk, clause, n)]
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
        walk.found.append(_dated(walk, cue.reads["date"], mention, companies[place], f"news.{cue.id}"))
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
    if _SINCE.match(walk.folded, token.end):
        return
    if cue.reads["date"] == "!trading day":
        walk.trading_day = walk.trading_day or (mention.day if mention else None)
    elif (
        cue.reads["date"] not in _IN_PLACE
        and cue.reads["date"][0] != "!"
        and not _PLANNED.search(walk.folded, max(clause.start, token.start - 12), token.start)
        and not _CALLED_OFF.search(walk.folded, max(clause.start, token.start - 16), token.start)
    ):
        if mention is None and _SAME_DAY.search(walk.folded, max(clause.start, token.start - 10), token.start):
            mention = walk.listed
        walk.pending = None
        if mention is None and cue.reads["date"].endswith("_end_date"):
            mention = walk.until
        if mention is not None:
            _happened(walk, clause, cue, mention, token.start)
        elif DEBUT.match(walk.folded, token.start) or _TOGETHER.search(walk.folded, clause.start, token.end):
            _today(walk, clause, token)


def moves_first(walk: Walk, clause: Clause, token: Token) -> None:
    """``上市首日破發`` tells of the listing as ``首日掛牌`` does, though it is a word for the move."""
    if walk.folded[token.start] in _FIRSTS and DEBUT.match(walk.folded, token.start):
        _today(walk, clause, token)


def _today(walk: Walk, clause: Clause, token: Token) -> None:
    """``首日掛牌`` at the head of an article without a day is told on that day; it counts once a price shows it."""
    if (
        walk.published is None
        or walk.number > _LEAD
        or any(t.kind is Kind.TIME for c in walk.sentence.clauses for t in c.tokens)
    ):
        return
    companies = _owners(walk, clause, token.start)
    for company in companies:
        walk.found.append(Candidate(
            "listing_date", walk.headed or walk.published, "date", token.start, token.end, "news.listing.undated", company, rank=5,
            debut=len(companies) > 1, notes=[("day_from_publication", meaning("day_from_publication"))],
        ))  # fmt: skip


def _happened(walk: Walk, clause: Clause, cue: Cue, mention: Mention, place: int) -> None:
    """Note what a day was for each company of its place."""
    name = cue.reads["date"]
    if name.startswith("!"):
        return
    if name == "listing_date":
        walk.listed = mention = _told_of_past(walk, mention)
    gone = name == "listing_date" and _is_given_up(walk, mention)
    for company in _owners(walk, clause, place):
        told = _dated(walk, name, mention, company, f"news.{cue.id}")
        if gone and not told.reason:
            told.code, told.reason = "decoy", "a day that was given up"
        walk.found.append(told)


def _is_given_up(walk: Walk, mention: Mention) -> bool:
    """Whether a day was only planned for a listing that has been put off or called off: ``原定15日上市``."""
    low = max(walk.sentence.start, mention.start - _PLANS)
    before = walk.folded[low : mention.start]
    return bool(_FIRST_PLANNED.search(before) or _CALLED_OFF.search(before))


def _told_of_past(walk: Walk, mention: Mention) -> Mention:
    """A listing to come whose close is told was last week or last year: ``周五首掛,收報14.2元``; none is months ahead."""
    day = mention.day
    if walk.published is None or day is None or day <= walk.published or mention.start >= walk.sentence.end:
        return mention
    closed = _CLOSED.search(walk.folded, mention.end, walk.sentence.end) is not None
    weekday = walk.folded.startswith(("周", "星期", "礼拜"), mention.start)
    if weekday and (closed or _looks_back(walk, mention)):
        return mention.on(day - _WEEK)
    year_open = any(note.startswith("year_from") for note in mention.notes)
    if year_open and day - walk.published > (_SOON if closed else _FAR):
        return mention.on(day_of(day.year - 1, day.month, day.day) or day)
    return mention


def _looks_back(walk: Walk, mention: Mention) -> bool:
    """Whether a bare weekday is one of the week that the article reviews; ``周二(13日)`` says itself which one."""
    if any(letter.isdigit() for letter in walk.folded[mention.start : mention.end]):
        return False
    ahead = _AHEAD.search(walk.folded, walk.sentence.start, walk.sentence.end)
    return ahead is None and _REVIEW.search(walk.folded, 0, _HEAD) is not None


def _owners(walk: Walk, clause: Clause, place: int) -> Sequence[Company | None]:
    """The companies of a place; several that nobody names, and those of a lead that names nobody, are everyone: None."""
    named = walk.who.at(place)
    begin = clause.start if walk.who.turns else walk.sentence.start
    several = len(named) < 2 and (
        _SEVERAL.search(walk.folded, begin, clause.end + 12) is not None
        or _LISTED_ONES.search(walk.folded, begin, clause.end + 2) is not None
    )
    nobody_yet = not named and not walk.who.last and not walk.who.stranger and walk.number <= _LEAD
    return [None] if several or nobody_yet else named


def _put_off(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """The event of the clauses before that is put off to a day: ``原定15日上市,現押後至19日``."""
    if not _PUT_OFF.search(walk.folded, max(clause.start, token.start - 5), token.start):
        return None
    told = (t.cue for t in reversed(walk.history) if t.start >= walk.sentence.start and t.cue and "date" in t.cue.reads)
    return next(told, None)


def _in_turn(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """Where the lead tells that several are listed, who comes first or follows is listed: ``甲1月5日先行,乙昨日跟進``."""
    turns = walk.who.shared and walk.who.turns and _IN_TURN.match(walk.folded, token.end, clause.end)
    return by_id()["listing"] if turns else None


def _runs_out(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """The day on which what a clause before told of ends: ``禁售期六個月,7月13日屆滿``."""
    lasts = _LASTS.search(walk.folded, max(clause.start, token.start - 4), token.start)
    if _ENDS.match(walk.folded, token.end, clause.end) is None and lasts is None:
        return None
    told = (t.cue for t in reversed(walk.history) if t.start >= walk.sentence.start and t.cue and "date" in t.cue.reads)
    cue = next(told, None)
    return cue if cue is not None and cue.reads["date"].endswith(("_expiry_date", "_end_date")) else None


def _too(walk: Walk, clause: Clause, token: Token) -> Cue | None:
    """A day of listing again, of somebody else in the same sentence: ``甲21日掛牌,乙則為22日``."""
    if _ELLIPTIC.search(walk.folded, clause.start, token.start) is None:
        return None
    last = walk.found[-1] if walk.found else None
    if last is None or last.metric != "listing_date" or last.reason or last.start < walk.sentence.start:
        return None
    other = len(walk.who.at(token.start)) == 1 and walk.who.at(token.start)[0] is not last.company
    return by_id()["listing"] if other else None


def _told(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether figures stand before a day, which is theirs then."""
    return any(t.mention and t.kind is Kind.FIGURE and types(t.mention, walk.folded) for t in clause.tokens[:at])


def _restates(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether a day alone in brackets says another one again: ``23日(周五)``."""
    tokens = clause.tokens
    if at < 2 or tokens[at - 1].kind is not Kind.OPEN or tokens[at - 2].kind is not Kind.TIME:
        return False
    closed = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.CLOSE and tokens[at + 1].start == tokens[at].end
    return closed and tokens[at - 1].start - tokens[at - 2].end <= 1


def _date_cue(walk: Walk, clause: Clause, at: int) -> Cue | None:
    """The word that says what a day is: the next one behind it, or the last one before it."""
    token = clause.tokens[at]
    assert token.mention is not None
    ahead: list[Cue] = []
    priced = -1
    for place, other in enumerate(clause.tokens[at + 1 :], at + 1):
        if other.kind is Kind.TIME and other.mention and other.mention.day and not _restates(walk, clause, place):
            break
        if other.cue and "date" in other.cue.reads and not _SINCE.match(walk.folded, other.end):
            if other.cue.role == "listing" and other.start == priced:
                ahead.clear()  # 10月25日以15.5美元定价上市
            ahead.append(other.cue)
            priced = other.end if other.cue.id == "price_date.set" else -1
        elif other.cue and DEBUT.match(walk.folded, other.start):
            ahead.append(by_id()["debut"])
    behind = [t.cue for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads]
    if is_another_first(walk.folded, walk.sentence.start, clause.start, clause.end):
        ahead, behind = ([cue for cue in cues if cue.id != "debut"] for cues in (ahead, behind))
    if ahead and ahead[0].reads["date"] == "!trading day":
        return ahead[0]
    if behind and walk.folded.endswith(_SAYS, 0, token.start) and not _goes_on(walk, clause, at):
        return behind[0]
    ends = token.mention.bound or _UNTIL.search(walk.folded, max(0, token.start - 3), token.start)
    if ends and not _PUT_OFF.search(walk.folded, max(0, token.start - 4), token.start):
        ending = (*behind, *ahead[:1])  # 禁售期至9月27日, 至9月27日解禁
        return next((cue for cue in ending if cue.reads["date"].endswith(("_end_date", "_expiry_date"))), None)
    return next(iter(ahead or behind), None)


def _goes_on(walk: Walk, clause: Clause, at: int) -> bool:
    """Whether something else is told behind the last word before a day: ``周五截飛、同於下周四上市``."""
    last = next((t for t in reversed(clause.tokens[:at]) if t.cue and "date" in t.cue.reads), None)
    return last is not None and _JOINS.search(walk.folded, last.end, clause.tokens[at].start) is not None


def _dated(walk: Walk, name: str, mention: Mention, company: Company | None, rule: str) -> Candidate:
    assert mention.day is not None
    day = mention.day
    if name == "lockup_expiry_date" and walk.published and day < walk.published - _PAST_END and mention.notes:
        day = day_of(day.year + 1, day.month, day.day) or day  # it is still to come
    added = walk.exercised or _ADDED.search(walk.folded, walk.sentence.start, mention.start)
    blocked = "the day of the over-allotment shares" if added and name == "listing_date" else None
    return Candidate(
        name, day, "date", mention.start, mention.end, rule, company,
        code="decoy" if blocked else None, reason=blocked, notes=[(note, meaning(note)) for note in mention.notes],
    )  # fmt: skip
