"""The worked example from the documents themselves: an article about two listings and the filings of both issuers."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from zhaogu import extract
from zhaogu.model import Extraction, IPORecord
from zhaogu.reconciliation import checks
from zhaogu.tables import Comparison, compare

CORPUS = Path(os.environ.get("ZHAOGU_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
ARTICLE = CORPUS / "news" / "minimax-zhipu.txt"
FILINGS = [
    CORPUS / "hkex" / f"{name}.pdf"
    for name in ("00100-allotment", "00100-notice", "00100-stabilisation", "02513-notice")
]
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason=f"the sample documents are not in {CORPUS}")


@cache
def read(path: Path) -> Extraction:
    return extract(path, published=date(2026, 1, 9) if path == ARTICLE else None)


@cache
def table(with_filings: bool) -> Comparison:
    return compare([read(ARTICLE), *(map(read, FILINGS) if with_filings else ())], dtype="decimal")


def record(code: str) -> IPORecord:
    return table(True).trace.record(code)


@pytest.mark.parametrize(
    ("code", "metric", "document", "class_", "arithmetic"),
    [
        ("00100", "public_subscription_multiple", "minimax-zhipu.txt", "loose_label", "1,837.17 rounded"),
        ("00100", "international_subscription_multiple", "minimax-zhipu.txt", "rounding", "37 is 36.76"),
        ("00100", "shares_offered", "minimax-zhipu.txt", "over_allotment", "29,197,600 + 4,379,640"),
        ("00100", "gross_proceeds", "minimax-zhipu.txt", "over_allotment", "33,577,240 shares × 165.00"),
        ("00100", "shares_offered", "00100-notice.pdf", "upsize", "29,197,600 − 3,808,380"),
        ("00100", "shares_offered_public", "00100-notice.pdf", "reallocation", "5,077,860 − 3,808,380"),
        ("00100", "offer_price", "minimax-zhipu.txt", "agrees", "165"),
        ("00100", "listing_date", "minimax-zhipu.txt", "agrees", "2026-01-09"),
        ("00100", "order_amount", "minimax-zhipu.txt", "currency", "6.9842 CNY/USD"),
        ("02513", "shares_offered", "02513-notice.pdf", "agrees", "37,419,500"),
        ("02513", "offer_price", "02513-notice.pdf", "agrees", "116.20"),
    ],
)
def test_differences(code: str, metric: str, document: str, class_: str, arithmetic: str) -> None:
    found = [
        difference
        for difference in record(code).differences
        if difference.metric == metric
        and (other := record(code).get(difference.other))
        and other.document.endswith(document)
    ]
    assert [difference.code for difference in found] == [class_]
    assert arithmetic in found[0].reason


def test_cornerstones_agree_by_arithmetic() -> None:
    passed = {check.code: check.computed for check in checks(record("00100")) if check.passed}
    assert passed["ZG-CORNERSTONE-COUNT"] == 14
    assert passed["ZG-CORNERSTONE-AMOUNT"] == 16504040 * Decimal("165.00")


@pytest.mark.parametrize("with_filings", [False, True])
@pytest.mark.parametrize(
    ("issuer", "column", "value"),
    [
        ("MiniMax", "offer_price", "165"),
        ("MiniMax", "cornerstone_amount", "2723000000"),
        ("MiniMax", "closing_price", "345"),
        ("MiniMax", "first_day_change_pct", "109.09"),
        ("MiniMax", "market_cap", "106700000000"),
        ("MiniMax", "rd_ratio_pct_2024FY", "619.1"),
        ("智譜", "offer_price", "116.20"),
        ("智譜", "shares_offered", "37419500"),
        ("智譜", "market_cap", "69821000000"),
        ("智譜", "public_subscription_multiple", "1159.46"),
        ("智譜", "international_subscription_multiple", "15.28"),
    ],
)
def test_figures(issuer: str, column: str, value: str, with_filings: bool) -> None:
    assert table(with_filings).loc[issuer, column] == Decimal(value)


@pytest.mark.parametrize(
    ("column", "alone", "filed"),
    [
        ("shares_offered", "33580000", "29197600"),
        ("gross_proceeds", "5540000000", "4817600000"),
        ("public_subscription_multiple", "1837", "1837.17"),
        ("international_subscription_multiple", "37", "36.76"),
    ],
)
def test_filings_lead(column: str, alone: str, filed: str) -> None:
    assert table(False).loc["MiniMax", column] == Decimal(alone)
    assert table(True).loc["MiniMax", column] == Decimal(filed)


def test_evidence_is_in_the_filing() -> None:
    (place, *_) = table(True).zhaogu.evidence("MiniMax", "gross_proceeds")
    assert place.page and "4,817.6" in place.quote
