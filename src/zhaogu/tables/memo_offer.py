"""The rows of the memo about the offer: dates and prices, shares and proceeds, demand, the first days of dealings."""

from __future__ import annotations

from decimal import Decimal

from zhaogu.model import Fact, IPORecord, Money

from .memo_cells import Page
from .memo_numbers import SIGNS, per_share, symbol
from .memo_row import Writer, called, derived

MULTIPLES = (
    "public_subscription_multiple",
    "international_subscription_multiple",
    "international_subscription_multiple_ex_cornerstone",
)
ADDED = ("over_allotment_shares_issued", "over_allocated_shares")
"""Over-allotment in shares: what was issued in the end, else what was over-allocated."""


def _listing_date(page: Page, record: IPORecord) -> str:
    fact = record.fact("listing_date")
    return page.day(record.listing_date) + page.notes(record, fact) if fact else page.missing(fact)


def _offer_price(page: Page, record: IPORecord) -> str:
    fact = record.fact("offer_price")
    text = page.price(record, fact)
    low, high = record.fact("offer_price_low"), record.fact("offer_price_high")
    if fact is None or fact.number is None:
        return f"{page.price(record, low)}–{page.price(record, high)}" if low and high else text
    where = _where_in_range(page, fact.number, low, high)
    return f"{text} ({where})" if where else text


def _where_in_range(page: Page, price: Decimal, low: Fact | None, high: Fact | None) -> str:
    if high is None or high.number is None:
        return ""
    top = f"{symbol(high.unit)}{per_share(high.number, exact=True)}"
    if low is None or low.number is None:
        return page.say("at_cap", high=top) if price == high.number else ""
    converted = page.currency not in (None, high.unit)  # then the range stays as printed and names its currency
    own = symbol(high.unit) if converted else ""
    words = {"low": own + per_share(low.number, exact=True), "high": per_share(high.number, exact=True)}
    if price in (high.number, low.number):
        return page.say("range_top" if price == high.number else "range_bottom", **words)
    if low.number == high.number:
        return ""
    share = (price - low.number) / (high.number - low.number) * 100
    return page.say("range_within", pct=round(share), **words)


def _shares(page: Page, record: IPORecord) -> str:
    fact = _without(record, "shares_offered")
    if fact is None or fact.number is None:
        return page.missing(fact)
    return _sign(fact) + page.shares(fact.number) + page.notes(record, fact) + _unstated_basis(page, fact)


def _shares_full(page: Page, record: IPORecord) -> str:
    fact = _with(record, "shares_offered")
    base, added = _without(record, "shares_offered"), _added(record)
    if fact is None and base and added and base.number and added.number and base.stage != "plan":
        page.notes(record, added)
        return page.shares(base.number + added.number) + page.derivation(f"shares_offered + {added.metric}")
    if fact is None or fact.number is None:
        return page.missing(fact)
    return _sign(fact) + page.shares(fact.number) + page.notes(record, fact) + _basis(page, fact)


def _proceeds(page: Page, record: IPORecord) -> str:
    fact = _without(record, "gross_proceeds")
    return page.amount(record, fact) + (_unstated_basis(page, fact) if fact else "")


def _proceeds_full(page: Page, record: IPORecord) -> str:
    fact = _with(record, "gross_proceeds")
    if fact is None:
        return _proceeds_with_the_shares_issued(page, record)
    return page.amount(record, fact) + (_basis(page, fact) if fact else "")


def _proceeds_with_the_shares_issued(page: Page, record: IPORecord) -> str:
    """Known where the over-allotment shares were issued in the end, for they were at the offer price."""
    base, added, price = (
        record.fact(name) for name in ("gross_proceeds", "over_allotment_shares_issued", "offer_price")
    )
    if not (base and added and price and base.money and added.number and price.number) or base.unit != price.unit:
        return page.missing(None)
    if base.stage == "plan" or base.offer_basis not in (None, "final_ex_greenshoe"):
        return page.missing(None)
    page.used.extend((base, added, price))
    total = Money(base.money.amount + added.number * price.number, base.unit)
    formula = "gross_proceeds + over_allotment_shares_issued × offer_price"
    return page.money(record, base, total) + page.derivation(formula)


def _multiple(name: str) -> Writer:
    return lambda page, record: page.number(record, record.fact(name), after=page.say("times"))


def _cornerstones(page: Page, record: IPORecord) -> str:
    number, amount = _cornerstone_number(page, record), _cornerstone_amount(page, record)
    return page.say("semicolon").join(filter(None, (number, amount)))


def _cornerstone_number(page: Page, record: IPORecord) -> str:
    count = record.fact("cornerstone_count")
    if count is None and record.cornerstones:
        return f"{len(record.cornerstones)}{page.mark(page.say('counted_rows'))}"
    return page.number(record, count, 0)


def _cornerstone_amount(page: Page, record: IPORecord) -> str:
    """What the cornerstones paid; where only their shares are printed, all of them pay the offer price."""
    amount = record.fact("cornerstone_amount")
    if amount is not None:
        return page.amount(record, amount)
    shares, price = record.fact("cornerstone_shares"), record.fact("offer_price")
    if not (shares and price and shares.number and price.number) or price.stage == "plan":
        return ""
    page.used.extend((shares, price))
    paid = Money(shares.number * price.number, price.unit)
    return page.money(record, price, paid) + page.derivation("cornerstone_shares × offer_price")


def _first_day(page: Page, record: IPORecord) -> str:
    close, change = record.fact("closing_price"), record.fact("first_day_change_pct")
    if close is None and change is None:
        return page.missing(close)
    shown = page.price(record, close)
    moved = f"{change.number:+,.2f}%{page.notes(record, change)}" if change and change.number is not None else ""
    return f"{shown} ({moved})" if moved else shown


def _last_close(page: Page, record: IPORecord) -> str:
    fact = record.fact("share_price") or record.fact("closing_price")
    if fact is None:
        return page.missing(fact)
    day = f" ({page.day(fact.as_of)})" if fact.as_of else ""
    return f"{page.price(record, fact)}{day}{page.say('comma')}{derived(page, record, 'return_since_offer_pct')}"


def _market_cap(page: Page, record: IPORecord) -> str:
    fact = record.fact("market_cap")
    day = f" ({page.day(fact.as_of)})" if fact and fact.as_of else ""
    return page.amount(record, fact) + day


def _without(record: IPORecord, name: str) -> Fact | None:
    fact = record.fact(name)
    return fact if fact and fact.offer_basis in (None, "final_ex_greenshoe", "initial") else None


def _with(record: IPORecord, name: str) -> Fact | None:
    actual = record.fact(name, offer_basis="final_greenshoe_actual")
    return actual or record.fact(name, offer_basis="final_greenshoe_full")


def _added(record: IPORecord) -> Fact | None:
    return next((fact for name in ADDED if (fact := record.fact(name))), None)


def _basis(page: Page, fact: Fact) -> str:
    return page.mark(page.say("basis_full" if fact.offer_basis == "final_greenshoe_full" else "basis_actual"))


def _unstated_basis(page: Page, fact: Fact) -> str:
    """Filings count without over-allotment; an article that does not say leaves it open."""
    open_ = fact.kind == "news" and fact.offer_basis is None and fact.number is not None
    return page.mark(page.say("basis_unstated")) if open_ else ""


def _sign(fact: Fact) -> str:
    return SIGNS.get(fact.qualifier, "")


OFFER = (
    called("listing_date", _listing_date),
    called("offer_price", _offer_price),
    called("shares_offered", _shares),
    called("shares_offered_full", _shares_full),
    called("gross_proceeds", _proceeds),
    called("gross_proceeds_full", _proceeds_full),
    called("market_cap_at_offer", lambda page, record: derived(page, record, "market_cap_at_offer")),
    *(called(name, _multiple(name)) for name in MULTIPLES),
    called("cornerstones", _cornerstones),
    called("first_day", _first_day),
    called("last_close", _last_close),
    called("market_cap", _market_cap),
)
