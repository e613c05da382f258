"""Who the article names: companies by their codes, by definitions and lists, and by the weight of the evidence."""

from __future__ import annotations

from zhaogu.model.mention import Mention, MentionKind

from .abroad import by_listing_abroad
from .alike import by_clauses_alike
from .bullets import by_bullets
from .coded import by_code, by_heading, by_listing, by_row, code_apart, code_before, h_shares, taiwanese, tickers
from .company import Company, Names
from .enumerated import by_enumeration
from .frames import by_frame
from .likeliest import by_weight
from .roundup import by_round_up
from .told import by_definition, by_field, by_former_name, by_full_name, by_label, by_list

__all__ = ["Company", "companies"]


def companies(text: str, folded: str, mentions: list[Mention], title_end: int = 0) -> list[Company]:
    """The companies of an article in the order of their first mention: those that are sure first, then the likely ones."""
    names = Names(text, folded, title_end)
    codes = [m for m in mentions if m.kind is MentionKind.CODE and m.code]
    for mention in codes:
        by_code(names, mention)
    by_heading(names, codes)
    by_row(names, codes)
    by_listing(names)
    by_label(names)
    by_field(names)
    by_definition(names)
    by_full_name(names)
    by_former_name(names)
    by_list(names)
    by_bullets(names)
    by_clauses_alike(names)
    by_round_up(names)
    by_enumeration(names)
    by_frame(names)
    by_listing_abroad(names)
    by_weight(names, mentions)
    for mention in codes:
        code_apart(names, mention)
    code_before(names)
    h_shares(names)
    tickers(names)
    taiwanese(names)
    for company in names.found:
        names.short_names(company)
    return sorted(names.found, key=lambda company: company.start)
