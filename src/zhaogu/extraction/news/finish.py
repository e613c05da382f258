"""What only the whole article can tell: which listing day, how far the offering is, what currency a bare 元 is."""

from __future__ import annotations

from datetime import date

from .candidate import Candidate
from .capital import prefer_values
from .currencies import assume_currencies, market_of
from .first_days import date_debuts, listing_days, settle_trading, share_listing_days
from .stages import settle_stages
from .subjects import Subjects
from .told_twice import drop_single_investors, drop_thresholds, note_moves, rank_roundings


def finish(found: list[Candidate], who: Subjects, folded: str, traditional: bool, published: date | None) -> None:
    """Complete and judge the candidates of an article in place."""
    share_listing_days(found, who)
    date_debuts(found, folded)
    rank_roundings(found)
    drop_thresholds(found)
    note_moves(found, folded)
    prefer_values(found, folded)
    market, days = market_of(folded, who.companies), listing_days(found, published)
    assume_currencies(found, market, folded, traditional=traditional)
    settle_stages(found, who, folded, days, published)
    _refuse_strangers(found, who)
    settle_trading(found, market, folded, days, published)
    drop_single_investors(found, folded)


def _refuse_strangers(found: list[Candidate], who: Subjects) -> None:
    """Refuse the figures of companies that offer nothing."""
    issuers = {company.name for company in who.companies if who.offerings.is_issuer(company)}
    for candidate in found:
        company = candidate.company
        if company is not None and candidate.reason is None and company.name not in issuers:
            candidate.code, candidate.reason = "no_offering", f"the article tells of no offering by {company.name}"
