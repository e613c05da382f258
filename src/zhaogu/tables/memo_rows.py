"""The rows of the memo."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from zhaogu.model import Fact, IPORecord, Money, Period
from zhaogu.reconciliation.derived import DERIVED

from .memo_cells import SIGNS, Page, symbol

Writer = Callable[[Page, IPORecord], str]

MULTIPLES = (
    "public_subscription_multiple",
    "international_subscription_multiple",
    "international_subscription_multiple_ex_cornerstone",
)
ADDED = ("over_allotment_shares_issued", "over_allocated_shares")
"""Over-allotment in shares: what was issued in the end, else what was over-allocated."""


def rows(page: Page) -> list[list[str]]:
    """Label and one cell an issuer, for each row."""
    plain: list[tuple[str, Writer]] = [
        ("listing_date", _listing_date),
        ("offer_price", _offer_price),
        ("shares_offered", _shares),
        ("shares_offered_full", _shares_full),
        ("gross_proceeds", _proceeds),
        ("gross_proceeds_full", _proceeds_full),
        ("market_cap_at_offer", _at_offer),
        *((name, _multiple(name)) for name in MULTIPLES),
        ("cornerstones", _cornerstones),
        ("first_day", _first_day),
        ("last_close", _last_close),
        ("market_cap", _market_cap),
    ]
    table = [[page.say(label), *(write(page, record) for record in page.records)] for label, write in plain]
    table += _profit_rows(page)
    table.append([_interim_label(page), *(_interim(page, record) for record in page.records)])
    table.append([page.say("rd_ratio"), *(_rd_ratio(page, record) for record in page.records)])
    return table


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
    top = f"{symbol(high.unit)}{high.number:,.2f}"
    if low is None or low.number is None:
        return page.say("at_cap", high=top) if price == high.number else ""
    converted = page.currency not in (None, high.unit)  # then the range stays as printed and names its currency
    own = symbol(high.unit) if converted else ""
    words = {"low": f"{own}{low.number:,.2f}", "high": f"{high.number:,.2f}"}
    if price in (high.number, low.number):
        return page.say("range_top" if price == high.number else "range_bottom", **words)
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


def _at_offer(page: Page, record: IPORecord) -> str:
    return _derived(page, record, "market_cap_at_offer")


def _derived(page: Page, record: IPORecord, name: str, period: str | None = None) -> str:
    result = DERIVED[name].rule(record, period)
    if result is None:
        return page.say("not_disclosed")
    page.used.extend(result.facts)
    mark = page.derivation(result.formula)
    if DERIVED[name].type == "money":
        return page.money(record, result.facts[0], Money(result.value, result.unit)) + mark
    return f"{result.value:+,.1f}%{mark}" if "return" in name else f"{result.value:,.1f}%{mark}"


def _multiple(name: str) -> Writer:
    return lambda page, record: page.number(record, record.fact(name), after=page.say("times"))


def _cornerstones(page: Page, record: IPORecord) -> str:
    count, amount = record.fact("cornerstone_count"), record.fact("cornerstone_amount")
    if count is None and record.cornerstones:
        number = f"{len(record.cornerstones)}{page.mark(page.say('counted_rows'))}"
    else:
        number = page.number(record, count, 0)
    if amount is None:
        made = _cornerstone_amount(page, record)
        return f"{number}{page.say('comma')}{made}" if made else number
    return f"{number}{page.say('comma')}{page.amount(record, amount)}"


def _cornerstone_amount(page: Page, record: IPORecord) -> str:
    """What the cornerstones paid: the filings print their shares, and all pay the offer price."""
    shares, price = record.fact("cornerstone_shares"), record.fact("offer_price")
    if not (shares and price and shares.number and price.number) or price.stage == "plan":
        return ""
    page.used.extend((shares, price))
    amount = Money(shares.number * price.number, price.unit)
    return page.money(record, price, amount) + page.derivation("cornerstone_shares × offer_price")


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
    return f"{page.price(record, fact)}{day}{page.say('comma')}{_derived(page, record, 'return_since_offer_pct')}"


def _market_cap(page: Page, record: IPORecord) -> str:
    fact = record.fact("market_cap")
    day = f" ({page.day(fact.as_of)})" if fact and fact.as_of else ""
    return page.amount(record, fact) + day


def _profit(page: Page, record: IPORecord, period: str) -> str:
    fact = record.fact("net_profit", period)
    if fact:
        return page.amount(record, fact)
    parent = record.fact("net_profit_attributable", period)
    return page.amount(record, parent) + (page.mark(page.say("attributable")) if parent else "")


def _interim_of(record: IPORecord) -> Period | None:
    """The latest period that is no full year."""
    parts = [period for period in record.periods("net_profit") if not period.label.endswith("FY")]
    return parts[-1] if parts else None


def _interim(page: Page, record: IPORecord) -> str:
    period = _interim_of(record)
    return f"{_profit(page, record, period.label)} ({period})" if period else page.say("not_disclosed")


def _interim_label(page: Page) -> str:
    labels = {period.label for record in page.records if (period := _interim_of(record))}
    mixed = page.mark(page.say("mixed_periods")) if len(labels) > 1 else ""
    return page.say("profit_interim") + mixed


def _rd_ratio(page: Page, record: IPORecord) -> str:
    years = [period.label for period in record.periods("rd_ratio_pct") if period.label.endswith("FY")]
    if years:
        return f"{page.number(record, record.fact('rd_ratio_pct', years[-1]), 1, '%')} ({years[-1]})"
    known = [period.label for period in record.periods("rd_expense") if period.label.endswith("FY")]
    return (
        f"{_derived(page, record, 'rd_to_revenue_pct', known[-1])} ({known[-1]})"
        if known
        else page.say("not_disclosed")
    )


def _profit_rows(page: Page) -> list[list[str]]:
    """The last three years; where issuers' last years differ, each cell names its own."""
    known = [_years(record) for record in page.records]
    if len({years[-1] for years in known if years}) > 1:
        return [
            [page.say(f"profit_{back}"), *(_profit_back(page, record, back) for record in page.records)]
            for back in (3, 2, 1)
        ]
    labels = sorted({year for years in known for year in years})[-3:]
    return [
        [page.say("profit_year", period=year), *(_profit(page, record, year) for record in page.records)]
        for year in labels
    ]


def _profit_back(page: Page, record: IPORecord, back: int) -> str:
    """The profit of the year ``back`` places from the end, with the year."""
    years = _years(record)
    if len(years) < back:
        return page.say("not_disclosed")
    return f"{_profit(page, record, years[-back])} ({years[-back]})"


def _years(record: IPORecord) -> list[str]:
    """The financial years whose profit is known."""
    names = ("net_profit", "net_profit_attributable")
    return sorted({p.label for name in names for p in record.periods(name) if p.label.endswith("FY")})


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
