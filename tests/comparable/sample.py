"""The figures of the two issuers of the worked example, as an article and as their filings state them."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from zhaogu.model import Evidence, Extraction, Fact
from zhaogu.reconciliation import records

ARTICLE, RESULTS, NOTICE, STABILISATION, ZHIPU_NOTICE = (
    "article.txt",
    "00100-allotment.pdf",
    "00100-notice.pdf",
    "00100-stabilisation.pdf",
    "02513-notice.pdf",
)


def fact(issuer: str, metric: str, value: str | None, unit: str | None = None, **more: Any) -> Fact:
    """A fact with a made-up place; of an article unless ``kind`` says otherwise."""
    kind = more.pop("kind", "news")
    quote = more.pop("quote", f"{metric} {value}")
    place = {"field": "text", "start": 0, "end": len(quote)} if kind == "news" else {"page": more.pop("page", 1)}
    more.setdefault("document", ARTICLE)
    evidence = Evidence(quote=quote, **place)
    return Fact(document_sha256=sha256(more["document"].encode()).hexdigest(), kind=kind, issuer=issuer, metric=metric, value=value, unit=unit, rule="test",
                evidence=evidence, **more)  # fmt: skip


def facts(issuer: str, rows: str, **shared: Any) -> list[Fact]:
    """Facts from lines of ``metric value unit key=value …``."""
    made = []
    for line in rows.strip().splitlines():
        metric, value, unit, *more = line.split()
        made.append(fact(issuer, metric, value, unit, **{**shared, **dict(item.split("=") for item in more)}))
    return made


def extraction(document: str, kind: Any, found: list[Fact], published: str | None = None) -> Extraction:
    """An extraction of those facts."""
    return Extraction(document=document, kind=kind, published=published, facts=found, records=records(found))


MINIMAX_ARTICLE = """
stock_code 00100 text
exchange HKEX text
listing_date 2026-01-09 date
first_day_change_pct 109.09 percent
closing_price 345 HKD as_of=2026-01-09
market_cap 106700000000 HKD as_of=2026-01-09
shares_offered 33580000 shares qualifier=approx offer_basis=final_greenshoe_full stage=final resolution=10000
offer_price 165 HKD stage=final
offer_price_high 165 HKD
gross_proceeds 5540000000 HKD qualifier=approx offer_basis=final_greenshoe_full stage=final resolution=10000000
cornerstone_count 14 count stage=final
cornerstone_amount 2723000000 HKD stage=final resolution=1000000
public_subscription_multiple 1837 times basis=over stage=final resolution=1
international_subscription_multiple 37 times basis=total stage=final resolution=1
international_subscription_multiple_ex_cornerstone 79 times qualifier=approx basis=over stage=final
institutional_investors_count 460 count qualifier=over stage=final
order_amount 19000000000 USD stage=final resolution=1000000000
order_amount 132700000000 CNY qualifier=approx stage=final resolution=10000000
net_profit -73700000 USD period=2022FY period_end=2022-12-31
net_profit -269200000 USD period=2023FY period_end=2023-12-31
net_profit -465200000 USD period=2024FY period_end=2024-12-31
net_profit -304300000 USD period=2024-9M period_end=2024-09-30
net_profit -512000000 USD period=2025-9M period_end=2025-09-30
rd_ratio_pct 2000 percent period=2023FY qualifier=over
rd_ratio_pct 619.1 percent period=2024FY
rd_ratio_pct 337.4 percent period=2025-9M
revenue_growth_pct 170 percent period=2025-9M qualifier=over
overseas_revenue_pct 70 percent period=2025-9M qualifier=over
operating_kpi 650300 count period=2024FY qualifier=approx label=paying_users
"""

ZHIPU_ARTICLE = """
stock_code 02513 text
exchange HKEX text
listing_date 2026-01-08 date
offer_price 116.20 HKD stage=final
share_price 158.6 HKD as_of=2026-01-09
market_cap 69821000000 HKD as_of=2026-01-09
shares_offered 37419500 shares qualifier=approx stage=final
public_subscription_multiple 1159.46 times qualifier=approx basis=total stage=final
international_subscription_multiple 15.28 times basis=total stage=final
net_profit -144000000 CNY period=2022FY
net_profit -788000000 CNY period=2023FY
net_profit -2958000000 CNY period=2024FY
net_profit -2358000000 CNY period=2025H1
"""

MINIMAX_RESULTS = """
stock_code 00100 text
stock_short_name MINIMAX-WP text
listing_date 2026-01-09 date
offer_price 165.00 HKD stage=final resolution=0.01
offer_price_low 151.00 HKD
offer_price_high 165.00 HKD
shares_offered 29197600 shares stage=final
shares_offered_public 5077860 shares stage=final
shares_offered_international 24119740 shares stage=final
shares_offered_public_initial 1269480 shares
shares_offered_international_initial 24119740 shares
shares_in_issue 309255668 shares
over_allocated_shares 4379640 shares stage=final
upsize_shares 3808380 shares stage=final
reallocated_shares 3808380 shares stage=final
gross_proceeds 4817600000 HKD stage=final resolution=100000
listing_expenses 221500000 HKD stage=final resolution=100000
net_proceeds 4596100000 HKD stage=final resolution=100000
valid_applications 417646 count stage=final
public_subscription_multiple 1837.17 times basis=total stage=final resolution=0.01
clawback_triggered true bool stage=final
public_share_pct 17.4 percent stage=final
international_share_pct 82.6 percent stage=final
placees 376 count stage=final
international_subscription_multiple 36.76 times basis=total stage=final resolution=0.01
cornerstone_shares 16504040 shares stage=final
cornerstone_share_pct 56.53 percent stage=final
"""

MINIMAX_NOTICE = """
stock_code 00100 text
shares_offered 25389220 shares stage=plan
shares_offered_public 1269480 shares offer_basis=initial stage=plan
shares_offered_international 24119740 shares offer_basis=initial stage=plan
offer_price_high 165.00 HKD stage=plan
offer_price_low 151.00 HKD stage=plan
nominal_value 0.0001 USD stage=plan
board_lot 20 shares stage=plan
listing_date 2026-01-09 date stage=plan
entry_fee 3333.28 HKD stage=plan
prospectus_date 2025-12-31 date
over_allotment_option_shares 3808380 shares stage=plan
price_date 2026-01-07 date stage=plan
"""

MINIMAX_STABILISATION = """
stock_code 00100 text
stabilisation_end_date 2026-02-05 date
over_allotment_outcome full text
over_allotment_shares_issued 4379640 shares
over_allotment_option_shares 4379640 shares
offer_price 165.00 HKD
"""

ZHIPU_NOTICE_FACTS = """
stock_code 02513 text
shares_offered 37419500 shares stage=plan
shares_offered_public 1871000 shares offer_basis=initial stage=plan
shares_offered_international 35548500 shares offer_basis=initial stage=plan
offer_price 116.20 HKD stage=plan
board_lot 100 shares stage=plan
listing_date 2026-01-08 date stage=plan
entry_fee 11737.19 HKD stage=plan
prospectus_date 2025-12-30 date
"""

CORNERSTONES = (3065040, 1414640, 1650400, 1650400, 707320, 707320, 471540, 707320, 1650400, 707320, 943080, 707320, 1178860, 943080)  # fmt: skip


def article() -> Extraction:
    """The sample article."""
    found = facts("MiniMax", MINIMAX_ARTICLE) + facts("智譜", ZHIPU_ARTICLE)
    return extraction(ARTICLE, "news", found, "2026-01-09")


def filings() -> list[Extraction]:
    """The filings of both issuers."""
    english, chinese = "MiniMax Group Inc.", "北京智譜華章科技股份有限公司"
    rows = [
        fact(english, "cornerstone_allocation", str(shares), "shares", holder=f"Holder {place}", stage="final",
             document=RESULTS, kind="allotment", page=9)
        for place, shares in enumerate(CORNERSTONES, 1)
    ]  # fmt: skip
    return [
        extraction(RESULTS, "allotment", facts(english, MINIMAX_RESULTS, document=RESULTS, kind="allotment", page=2) + rows),
        extraction(NOTICE, "notice", facts(english, MINIMAX_NOTICE, document=NOTICE, kind="notice")),
        extraction(STABILISATION, "stabilisation",
                   facts(english, MINIMAX_STABILISATION, document=STABILISATION, kind="stabilisation")),
        extraction(ZHIPU_NOTICE, "notice", facts(chinese, ZHIPU_NOTICE_FACTS, document=ZHIPU_NOTICE, kind="notice")),
    ]  # fmt: skip
