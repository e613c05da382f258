"""The exchange's forms: allotment results, formal notices, stabilisation announcements, and the covers of prospectuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from zhaogu.extraction.order import in_reading_order
from zhaogu.model import Fact, Kind, Note, Rejection
from zhaogu.reading.document import PDFDocument
from zhaogu.reading.pdf import Page

from .bare_cover import read_offer
from .capital import read_float
from .choose import About, choose
from .clauses import read_clauses
from .cornerstone_sentences import is_by_parts, is_one_of, read_investors
from .cornerstones import read_cornerstones
from .cover import read_code_line, read_cover, read_cover_date
from .days import parse_date
from .entries import cover_pages
from .fee import read_fee
from .flow import Flow
from .form import read_form
from .form_pages import form_pages
from .found import Found, Source, metrics_of, values
from .issuer import Issuer, definitions_of, find_issuer, issuer_of_statements
from .payment import read_payment
from .places import application_section, offering_sections
from .price_range import NAMES, read_range
from .running import read_running
from .scan import Scan
from .sentences import read_sentences
from .timetable import read_timetable
from .values import Cell

__all__ = ["Result", "extract_cover", "extract_filing"]

Result = tuple[list[Fact], list[Rejection], list[Note]]

_COVER_PAGES = 12
_EXTRACT_PAGES = 150
"""A prospectus of the mainland without bookmarks is searched whole up to this length."""
_FORM_FIGURES = 5
"""Fewer figures than this in the form mean that the announcement is older than the template."""
_EXERCISED = ("over_allotment_shares_issued", "additional_net_proceeds")
"""What only an over-allotment option brings that is exercised; what was bought on the market covers the rest."""
_EXPECTED = {
    "allotment": ("offer_price", "shares_offered", "shares_offered_public", "shares_offered_international",
                  "public_subscription_multiple", "net_proceeds"),
    "notice": ("shares_offered", "board_lot", "listing_date"),
    "stabilisation": ("stabilisation_end_date", "over_allotment_outcome"),
    "prospectus": ("shares_offered", "stock_code"),
}  # fmt: skip


def extract_filing(document: PDFDocument, kind: Kind) -> Result:
    """The facts of an announcement of ``kind``, the values that lost, and notes on checks, conflicts and gaps."""
    pages = in_reading_order([page for page in document.pdf if page.is_readable])
    flow = Flow(pages, by_place=True)
    scan = Scan(flow)
    covers = cover_pages(pages[:_COVER_PAGES])
    found = read_cover(covers, initial=kind == "notice") + read_code_line(pages[:_COVER_PAGES])
    is_told = False
    if kind == "allotment":
        form = read_form(form_pages(pages), parse_date(flow.folded))
        found += form + read_cornerstones(pages, values([*form, *found]).get("shares_offered"))
        is_told = len({one.metric for one in form if one.source != Source.LOOSE}) < _FORM_FIGURES
        found = _told(scan, pages, found) if is_told else found
    elif kind == "notice":
        found += read_payment(pages)
    found += read_clauses(flow, kind)
    if kind == "notice":
        found += read_offer(scan, found)
    if kind == "notice" and not metrics_of(found) & {NAMES[0], "offer_price"}:
        found += _range(scan, values(found).get(NAMES[1]))
    found += read_sentences(scan, kind, metrics_of(found))
    if kind == "notice" and "entry_fee" not in metrics_of(found):
        known = values(found)
        found += read_fee(flow, known.get("board_lot"), known.get(NAMES[1]) or known.get("offer_price"))
    if kind == "notice" and "listing_date" not in metrics_of(found):
        found += read_timetable(pages, kind, metrics_of(found), parse_date(flow.folded))
    if kind == "allotment":
        found = _with_investors(flow, found, is_told)
        found += read_float(scan, found)
    return _result(document, kind, pages, flow, _aggregated(_unexercised(_settled(found, kind))))


def _told(scan: Scan, pages: list[Page], found: list[Found]) -> list[Found]:
    """What running text states; a table of cornerstone investors may only be proven by the size of the offer that it tells."""
    told = read_running(scan, found)
    if any(one.metric == "cornerstone_allocation" for one in told):
        return told
    return told + read_cornerstones(pages, values(told).get("shares_offered"))


def _with_investors(flow: Flow, found: list[Found], is_told: bool) -> list[Found]:
    """What is found, with the cornerstone investors of sentences where no table has them, or only one that nothing proves.

    A table is proven by a total that its rows make up, or by the parts of the offer that it prints. In sentences both count too.
    """
    table = [one for one in found if one.metric.startswith("cornerstone_") and one.holder]
    known = values(found)
    total = known.get("cornerstone_shares")
    by_parts = any(one.metric == "cornerstone_share_pct" for one in table)
    if table and (not is_told or (by_parts and total in (None, _sum(table)))):
        return found
    investors = read_investors(flow, total, known.get("shares_offered"), by_shape=is_told)
    if table and _sum(investors) != total and (_sum(table) == total or not (investors and is_by_parts(investors))):
        return found
    return [one for one in found if one not in table and not is_one_of(one, investors)] + investors


def _sum(found: Iterable[Found]) -> Decimal:
    """All shares of the cornerstone investors among what is found."""
    shares = (one.cell.value for one in found if one.metric == "cornerstone_allocation")
    return sum((value for value in shares if isinstance(value, Decimal)), Decimal(0))


def extract_cover(document: PDFDocument) -> Result:
    """The offering facts of a prospectus, application proof or post-hearing pack.

    They stand on the first pages and, where bookmarks lead there, in the sections about the offering.
    """
    pages = _pages(document, range(1, _COVER_PAGES + 1))
    flow = Flow(pages)
    covers = cover_pages(pages)
    found = (
        read_cover(covers, initial=True) + read_cover_date(covers) + read_code_line(pages) + read_clauses(flow, "cover")
    )
    if not any(one.cell.status == "redacted" for one in found):
        for section in offering_sections(document.pdf):
            found += read_clauses(Flow(_pages(document, section)), "cover")
        found += read_payment(_pages(document, application_section(document.pdf)))
    if not any(one.metric == "shares_offered" for one in found) and document.pdf.page_count <= _EXTRACT_PAGES:
        found += read_clauses(Flow(document.pdf), "mainland")
    front = [*covers, *(page for page in pages if page not in covers)]
    return _result(document, "prospectus", front, flow, _settled(found, "prospectus"))


def _pages(document: PDFDocument, numbers: Iterable[int]) -> list[Page]:
    """The readable pages among ``numbers``."""
    pages = [document.pdf.page(number) for number in numbers if number <= document.pdf.page_count]
    return [page for page in pages if page.is_readable]


def _range(scan: Scan, high: Decimal | None) -> list[Found]:
    """The range of prices of a notice, if it ends where the highest price that is known does."""
    both = read_range(scan, high)
    return both if high is None or any(one.cell.value == high for one in both) else []


def _settled(found: list[Found], kind: Kind) -> list[Found]:
    """Sentences do not make a range out of a fixed price that the cover states."""
    fixed = any(
        one.metric == "offer_price" and one.source == Source.COVER and one.cell.value is not None for one in found
    )
    bounds = any(one.metric.startswith("offer_price_") and one.source == Source.COVER for one in found)
    if kind in ("notice", "prospectus") and fixed and not bounds:
        return [one for one in found if not one.metric.startswith("offer_price_")]
    return found


def _unexercised(found: list[Found]) -> list[Found]:
    """Where the option lapsed, what its exercise would have brought is none of the document's figures."""
    if {one.cell.value for one in found if one.metric == "over_allotment_outcome"} != {"lapsed"}:
        return found
    why = "the over-allotment option lapsed"
    return [replace(one, against=why) if one.metric in _EXERCISED and one.cell.value else one for one in found]


def _aggregated(found: list[Found]) -> list[Found]:
    """Where the option was exercised more than once, the shares of all exercises together go first."""
    issued = [one for one in found if one.metric == "over_allotment_shares_issued"]
    issues = {one.cell.value for one in issued if isinstance(one.cell.value, Decimal)}
    total = next((value for value in issues if len(issues) > 2 and 2 * value == sum(issues)), None)
    first = [one for one in issued if total is not None and one.cell.value == total]
    return first + [one for one in found if one not in first]


def _result(document: PDFDocument, kind: Kind, pages: list[Page], flow: Flow, found: list[Found]) -> Result:
    issuer = find_issuer(pages, flow) or (issuer_of_statements(pages) if kind == "prospectus" else None)
    if issuer:
        places = [issuer.evidence, *definitions_of(issuer.name, flow)]
        found[:0] = [Found("issuer_name", Cell(issuer.name), place, Source.COVER, "banner.issuer") for place in places]
    code = next((str(one.cell.value) for one in sorted(found, key=_by_source) if one.metric == "stock_code"), None)
    facts, rejected, conflicts = choose(found, About(document, kind, issuer, code))
    return facts, rejected, conflicts + _gaps(facts, kind, issuer)


def _by_source(one: Found) -> int:
    return one.source


def _gaps(facts: Iterable[Fact], kind: Kind, issuer: Issuer | None) -> list[Note]:
    """A note for every figure that documents of this kind have and that was not found in this one."""
    have = {fact.metric for fact in facts}
    missing = [name for name in _EXPECTED.get(kind, ()) if name not in have] + ([] if issuer else ["issuer_name"])
    return [Note(code="ZG-MISSING", text=f"{name} was not found") for name in missing]
