"""Allotment results told in running text: what each sentence states."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.clauses import read_clauses

CASES = {
    "The net proceeds, after deducting underwriting fees and estimated expenses relating to the Share Offer of "
    "approximately HK$31.5 million, are approximately HK$218.5 million.": {
        "net_proceeds": "218500000",
        "listing_expenses": "31500000",
    },
    "所得款項淨額（經扣除包銷佣金及估計開支約31.5百萬港元），估計約為218.5百萬港元。": {
        "net_proceeds": "218500000",
        "listing_expenses": "31500000",
    },
    "The gross proceeds are approximately HK$250.0 million.": {"gross_proceeds": "250000000"},
    "A total of 4,150 valid applications were received for 33,600,000 Hong Kong Offer Shares, or approximately "
    "3.36 times the total of 10,000,000 Hong Kong Offer Shares initially available.": {
        "public_subscription_multiple": "3.36"
    },
    "The final number of Offer Shares under the Hong Kong Public Offering is 10,000,000 Offer Shares, which is 10.0% "
    "of 100,000,000 Offer Shares in the Global Offering.": {
        "shares_offered_public": "10000000",
        "public_share_pct": "10.0",
        "shares_offered": "100000000",
    },
    "The final number under the International Offering is 90,000,000 Offer Shares, 90.0% of the Offer Shares.": {
        "shares_offered_international": "90000000",
        "international_share_pct": "90.0",
    },
    "The Shares, of which 400,000,000 will be in issue upon completion, begin trading soon.": {
        "shares_in_issue": "400000000"
    },
    "緊隨股份發售完成後，本公司將有400,000,000股已發行股份。": {"shares_in_issue": "400000000"},
    "發售價為2.50港元，介乎招股章程所述的發售價範圍每股2.20港元至2.80港元之間。": {
        "offer_price_low": "2.20",
        "offer_price_high": "2.80",
    },
    "最終發售價為每股發售股份3.20港元。": {"offer_price": "3.20"},
    "公開發售獲認購約5.6倍。": {"public_subscription_multiple": "5.6"},
    "香港公開發售最終包括10,000,000股發售股份，佔全球發售的10%，分配予3,100名申請人。": {
        "shares_offered_public": "10000000",
        "public_share_pct": "10",
        "successful_applications": "3100",
    },
    "緊隨全球發售完成後，已發行股份總數將為400,000,000股。": {"shares_in_issue": "400000000"},
    "全球發售包括100,000,000股發售股份。": {"shares_offered": "100000000"},
    "The Offer Price has been fixed at HK$3.20, within the indicative range of HK$2.80 to HK$3.60 per Offer Share.": {
        "offer_price": "3.20",
        "offer_price_low": "2.80",
        "offer_price_high": "3.60",
    },
    "The Global Offering comprised 100,000,000 Offer Shares; the International Offering was covered 2.3 times.": {
        "shares_offered": "100000000",
        "international_subscription_multiple": "2.3",
    },
    "8,200,000 Offer Shares have been taken up by the cornerstone investors.": {"cornerstone_shares": "8200000"},
    "6,021 valid applications were received and 3,100 applicants were successful.": {
        "valid_applications": "6021",
        "successful_applications": "3100",
    },
    "The expenses payable by the Company are estimated at HK$40.5 million.": {"listing_expenses": "40500000"},
    "Three Cornerstone Investors have been allotted 12,600,000 Offer Shares, or 12.6% of the Offer Shares.": {
        "cornerstone_shares": "12600000",
        "cornerstone_share_pct": "12.6",
    },
}


@pytest.mark.parametrize(("sentence", "figures"), CASES.items())
def test_what_a_sentence_states(sentence: str, figures: dict[str, str]) -> None:
    stated = {one.metric: one.cell.value for one in read_clauses(flow(sentence), "old")}
    assert {name: stated.get(name) for name in figures} == {name: Decimal(value) for name, value in figures.items()}
