"""Covers of application proofs and packs: what is redacted, line by line."""

from __future__ import annotations

import pytest
from fixtures.restated.sheets import drawn

from zhaogu.extraction.filings import extract_cover
from zhaogu.extraction.kind import recognise_kind

ZH = ["申請版本", "", "北辰生物科技股份有限公司", "（於中華人民共和國註冊成立的股份有限公司）", "", "[編纂]"]
EN = ["APPLICATION PROOF", "", "North Star Inc.", "(Incorporated in the Cayman Islands)", "", "[REDACTED]"]
CASES = {
    "numbers in their order": (
        [
            *ZH,
            "[編纂]的[編纂]數目|：|[編纂]股H股（視乎[編纂]行使與否而定）",
            "[編纂]數目|：|[編纂]股H股（可予[編纂]）",
            "[編纂]數目|：|[編纂]股H股（可予[編纂]）",
            "最高[編纂]|：|每股H股[編纂]港元，另加1%經紀佣金",
            "面值|：|每股H股人民幣1.00元",
            "[編纂]|：|[編纂]",
        ],
        {"shares_offered", "shares_offered_public", "shares_offered_international", "offer_price_high", "stock_code"},
    ),
    "tranches by name": (
        [
            *ZH,
            "[編纂]數目|：|[編纂]股H股",
            "國際[編纂]數目|：|[編纂]股H股",
            "香港[編纂]數目|：|[編纂]股H股（可予調整）",
            "[編纂]|：|每股[編纂][編纂]港元",
            "面值|：|每股H股人民幣1.00元",
            "股份代號|：|[編纂]",
        ],
        {"shares_offered", "shares_offered_public", "shares_offered_international", "offer_price", "stock_code"},
    ),
    "in English": (
        [
            *EN,
            "Number of [REDACTED] under the [REDACTED]|:|[REDACTED] Shares (subject to the [REDACTED])",
            "Number of Hong Kong [REDACTED]|:|[REDACTED] Shares (subject to reallocation)",
            "Number of International [REDACTED]|:|[REDACTED] Shares (subject to reallocation)",
            "[REDACTED]|:|Not more than HK$[REDACTED] per [REDACTED]",
            "Nominal value|:|US$0.0001 per Share",
            "[REDACTED]|:|[REDACTED]",
        ],
        {"shares_offered", "shares_offered_public", "shares_offered_international", "offer_price_high", "stock_code"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_redacted(name: str) -> None:
    lines, redacted = CASES[name]
    document = drawn(lines)
    assert recognise_kind(document).kind == "prospectus"
    facts, _, _ = extract_cover(document)
    assert {fact.metric for fact in facts if fact.status == "redacted"} == redacted
    assert {fact.metric for fact in facts if fact.status == "stated"} == {"issuer_name", "nominal_value"}
