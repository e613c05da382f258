"""The relations that the figures of an offering obey; filings keep to them, so a failure is worth a look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from zhaogu.model import Severity

Formula = Callable[..., Decimal]
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Equation:
    """``result`` is what ``formula`` makes of ``inputs``; an input with a question mark counts 0 where it is unknown.

    ``unless``: a metric whose presence makes the relation void. ``planned``: holds for planned figures too. ``instead``: another way in which documents reckon.
    """

    code: str
    result: str
    inputs: tuple[str, ...]
    formula: Formula
    words: str
    severity: Severity = "warning"
    unless: str | None = None
    planned: bool = False
    instead: Formula | None = None


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part / whole * HUNDRED


def _change(now: Decimal, before: Decimal) -> Decimal:
    return (now / before - 1) * HUNDRED


EQUATIONS = (
    Equation("ZG-PRICE-SHARES", "gross_proceeds", ("offer_price", "shares_offered", "sale_shares?"),
             lambda price, shares, sold: price * (shares - sold), "offer_price × (shares_offered − sale_shares)"),
    Equation("ZG-TRANCHES", "shares_offered",
             ("shares_offered_public", "shares_offered_international", "shares_offered_preferential?"),
             lambda public, international, preferential: public + international + preferential,
             "shares_offered_public + shares_offered_international + shares_offered_preferential", planned=True,
             instead=lambda public, international, _: public + international),
    Equation("ZG-NET-PROCEEDS", "net_proceeds", ("gross_proceeds", "listing_expenses"),
             lambda gross, expenses: gross - expenses, "gross_proceeds − listing_expenses"),
    Equation("ZG-REALLOCATION", "shares_offered_public", ("shares_offered_public_initial", "reallocated_shares"),
             lambda initial, moved: initial + moved, "shares_offered_public_initial + reallocated_shares",
             unless="upsize_shares"),
    Equation("ZG-PUBLIC-PCT", "public_share_pct", ("shares_offered_public", "shares_offered"), _share,
             "shares_offered_public ÷ shares_offered", "info", unless="upsize_shares"),
    Equation("ZG-CORNERSTONE-PCT", "cornerstone_share_pct", ("cornerstone_shares", "shares_offered"), _share,
             "cornerstone_shares ÷ shares_offered", "info", unless="upsize_shares"),
    Equation("ZG-CORNERSTONE-AMOUNT", "cornerstone_amount", ("cornerstone_shares", "offer_price"),
             lambda shares, price: shares * price, "cornerstone_shares × offer_price", "info"),
    Equation("ZG-FIRST-DAY", "first_day_change_pct", ("closing_price", "offer_price"), _change,
             "closing_price ÷ offer_price − 1"),
    Equation("ZG-GROSS-PROFIT", "gross_profit", ("revenue", "cost_of_sales"),
             lambda revenue, cost: revenue - cost, "revenue − cost_of_sales"),
    Equation("ZG-GROSS-MARGIN", "gross_margin_pct", ("gross_profit", "revenue"), _share, "gross_profit ÷ revenue"),
    Equation("ZG-RD-RATIO", "rd_ratio_pct", ("rd_expense", "revenue"), _share, "rd_expense ÷ revenue", "info"),
    Equation("ZG-PROFIT", "net_profit", ("profit_before_tax", "income_tax"),
             lambda before, tax: before - tax, "profit_before_tax − income_tax", "info", unless="net_profit_continuing"),
    Equation("ZG-PROFIT", "net_profit_continuing", ("profit_before_tax", "income_tax"),
             lambda before, tax: before - tax, "profit_before_tax − income_tax", "info"),
    Equation("ZG-NET-ASSETS", "net_assets", ("total_assets", "total_liabilities"),
             lambda assets, liabilities: assets - liabilities, "total_assets − total_liabilities", "info"),
)  # fmt: skip
