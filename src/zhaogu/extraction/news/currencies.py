"""The currency of a bare 元: what the text states for its figures, or the market's."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model import metric
from zhaogu.recognition.context import currency_context

from .candidate import Candidate
from .market import is_taiwan, spoken_of
from .names import Company

_MAINLAND_ISSUER: Final = re.compile(
    r"人民币|A股|科创板|中证监|国产|内地[^,，。;；:：的及和与]{0,8}?(?:商|企|公司|集团|股|龙头|平台|连锁)|总部(?:位于|设于|设在|在)(?!香港|本港)"
)
"""In a text in traditional script: the issuer is one of the mainland, whose accounts are in yuan, 內地藥企."""
_CURRENCIES: Final = {
    "HKEX": "HKD",
    "SSE": "CNY",
    "SZSE": "CNY",
    "BSE": "CNY",
    "TWSE": "TWD",
    "NASDAQ": "CNY",
    "NYSE": "CNY",
}
_CONTEXT: Final = re.compile(r"单位[:为]?\s*(?:百万|千万|亿|万|千)?(?P<unit>美元|港元|人民币|新台币)")
_KEPT_IN: Final = re.compile(
    r"[以按](?P<unit>美元|港元|人民币|新台币)(?:为)?(?:列账|列帐|记账|记帐|入账|入帐|计账|计帐|呈报|列报|列示|呈列|记账本位币)"
)
_BOOKS: Final = re.compile(
    r"(?:账本|账目|账簿|财报|报表)(?:则|却|都|均)?[用以是](?P<unit>美元|港元|人民币|新台币)(?=[,，。;；])"
)
_HEADED: Final = re.compile(
    r"(?:业绩|财务|数据|报表|账目|账本|往绩|财报|收支|表现)[^,，。;；\n()（）]{0,6}[(（](?P<unit>美元|港元|人民币|新台币)[)）]\s*[:：]"
)
_BESIDE: Final = 14
"""So near before a declaration a figure without a currency has that one."""
_NAMED: Final = {"美元": "USD", "港元": "HKD", "人民币": "CNY", "新台币": "TWD"}


def assume_currencies(found: list[Candidate], market: str, folded: str, *, traditional: bool) -> None:
    """Give every amount in bare 元 its currency, and say why; ``traditional``: the script of the text."""
    yuan = not traditional or _MAINLAND_ISSUER.search(folded) is not None
    contexts = _contexts(folded)
    for candidate in found:
        company = candidate.company
        if company is not None and candidate.unit is None:
            own = market != "TWSE" or company.exchange in ("SSE", "SZSE", "BSE")
            _assume(candidate, (company.exchange if own else None) or market, yuan, contexts)


def _contexts(folded: str) -> list[tuple[int, str]]:
    """Where the text states the currency of the accounts to come, and which: ``单位:亿美元``, ``3.2亿(美元,下同)``, ``以美元记账``, ``业绩(美元):``."""
    stated = (_CONTEXT, _KEPT_IN, _BOOKS, _HEADED)
    contexts = [(m.start(), _NAMED[m["unit"]]) for pattern in stated for m in pattern.finditer(folded)]
    if "下同" in folded:
        contexts += [(d.start - _BESIDE, d.currency) for d in currency_context(folded) if d.currency]
    return sorted(contexts)


def market_of(folded: str, companies: list[Company]) -> str:
    """The exchange that an article is about: that of its companies, else the one whose words it uses."""
    if is_taiwan(folded):
        return "TWSE"
    for company in companies:
        if company.exchange:
            return company.exchange
    return spoken_of(folded)


def _assume(candidate: Candidate, exchange: str, yuan: bool, contexts: list[tuple[int, str]]) -> None:
    """A bare 元: the market's currency for the offering, yuan for accounts."""
    if metric(candidate.metric).type not in ("money", "price"):
        return
    by_period = metric(candidate.metric).by_period
    stated = next((unit for at, unit in reversed(contexts) if at < candidate.start), None)
    if by_period and stated:
        candidate.unit, why = stated, "the unit that the text states for its figures"
    elif by_period and yuan:
        candidate.unit, why = "CNY", "accounts of a Chinese issuer"
    else:
        candidate.unit, why = _CURRENCIES.get(exchange, "HKD"), f"a listing on {exchange}"
    candidate.notes.append(("assumed_currency", f"currency assumed {candidate.unit}: {why}, bare 元"))
