"""One figure under the labels of many firms: each is read by what its words mean."""

from __future__ import annotations

import pytest

from zhaogu.extraction.filings.label_rules import rule_for
from zhaogu.extraction.filings.labels import read_label

CASES = {
    ("price", None, "offer_price"): [
        "最終定價",
        "Final Price",
        "最終每股股份發售價",
        "Final Offer Price per Offer Share",
        "Offer Price per HDR",
        "每個單位發售價",
        "Final Offer Price after Downward Offer Price Adjustment",
        "下調後的最終發售價",
    ],
    ("price", None, "offer_price_high"): ["發售價範圍上限", "指示性發售價範圍上限", "High end of Offer Price range"],
    ("price", None, "offer_price_low"): ["發售價範圍下限", "Low end of the Offer Price range"],
    ("price", None, "offer_price_range"): ["最初發售價範圍", "Indicative Offer Price Range", "指示性價格範圍"],
    ("offer_shares", None, "shares_in_issue"): [
        "緊接全球發售完成後已發行股份數目",
        "Total issued share capital upon Listing",
        "總股本",
        "全球發售及資本化發行完成後的已發行股份數目",
        "經擴大已發行股本",
        "全球發售完成後的股份總數",
    ],
    ("proceeds", None, "gross_proceeds"): [
        "籌資總額",
        "發售所得款項總額",
        "Gross proceeds from the offering",
        "總所得款項",
        "所得款項毛額",
        "集資額",
        "募資總額",
    ],
    ("proceeds", None, "net_proceeds"): ["籌資淨額", "淨所得款項", "所得淨款項"],
    ("proceeds", None, "listing_expenses"): [
        "減：包銷佣金及其他上市開支",
        "Less: underwriting commissions and listing expenses",
        "減：有關全球發售的估計開支",
        "全球發售相關開支",
        "股份發售應佔開支",
        "Less: Offering-related expenses",
    ],
    ("public", "public", "valid_applications"): ["有效申請宗數", "接獲的有效申請總數"],
    ("public", "public", "successful_applications"): [
        "成功申請宗數",
        "中籤人數",
        "Number of successful valid applications",
    ],
    ("public", "public", "clawback_triggered"): [
        "是否啟用回撥機制",
        "回撥機制觸發情況",
        "有否觸發回補機制",
        "回補機制是否適用",
        "Clawback applied",
    ],
    ("public", "public", "reallocated_shares"): ["自國際發售撥回的發售股份數目", "Number of Offer Shares clawed back"],
    ("public", "public", "shares_offered_public_initial"): [
        "初步分配的發售股份數目",
        "初始發售股數",
        "原可供認購的發售股份數目",
    ],
    ("public", "public", "shares_offered_public"): ["最終分配的發售股份數目", "最終可供認購的發售股份數目"],
    ("public", "public", "public_subscription_multiple"): ["認購水準", "認購超額倍數", "Level of over-subscription"],
    ("international", "international", "placees"): ["獲配發人數目", "獲分配人數目"],
    ("company", None, "listing_date"): ["預期上市日期", "Expected listing date", "掛牌日期", "上市日"],
    ("company", None, "stock_code"): ["H股股份代號", "Stock code of H Shares"],
    ("company", None, "stock_short_name"): ["H股股份簡稱", "股票名稱簡稱"],
    ("offer_shares", None, "shares_offered"): [
        "Number of HDRs under the Global Offering",
        "全球發售的香港預託證券數目",
        "發售基金單位數目",
        "發售A類普通股數目",
    ],
    ("offer_shares", None, None): ["上市後H股總數"],
    ("proceeds", None, None): ["包銷佣金", "其他上市開支", "研發開支"],
}


@pytest.mark.parametrize(("place", "words"), [(place, words) for place, all_ in CASES.items() for words in all_])
def test_what_a_label_means(place: tuple[str, str | None, str | None], words: str) -> None:
    section, tranche, metric = place
    label = read_label(words)
    rule = rule_for(label, section, tranche) if label else None
    assert (rule.metric.replace("TRANCHE", tranche or "") if rule else None) == metric
