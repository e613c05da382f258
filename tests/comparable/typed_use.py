"""What a user of ``mypy --strict`` writes; checked by test_typing.py."""

from datetime import date
from decimal import Decimal
from typing import assert_type

from pandas import DataFrame

import zhaogu
from zhaogu.conversion import ECB, Converted, FixedRates, Policy, Rate, convert
from zhaogu.model import Cornerstone, Evidence, Fact, IPORecord, Money, Period
from zhaogu.tables import Comparison, Memo, compare, differences_frame, facts_frame
from zhaogu.tables.cells import Cell, Tier


def use(record: IPORecord) -> None:
    assert_type(record.fact("net_profit", "2024FY"), Fact | None)
    assert_type(record.money("gross_proceeds", offer_basis="final_greenshoe_full"), Money | None)
    assert_type(record.number("public_subscription_multiple"), Decimal | None)
    assert_type(record.all("net_profit"), list[Fact])
    assert_type(record.periods("net_profit"), list[Period])
    assert_type(record.cornerstones, list[Cornerstone])
    assert_type(record.listing_date, date | None)
    price = record.offer_price
    if price is not None:
        made = price.to("USD", on=date(2026, 1, 9))
        assert_type(made, Converted)
        assert_type(made.rate, Rate | None)
        assert_type(convert(price, "USD", on=date(2026, 1, 9), rates=FixedRates({"USD/HKD": "7.8"})).amount, Decimal)
    table = compare([record], dtype="decimal")
    assert_type(table, Comparison)
    assert_type(zhaogu.compare(["a.pdf"], ["net_profit"], periods="all", policy=Policy(rates=ECB)), Comparison)
    assert_type(table.memo("zh", currency="USD"), Memo)
    assert_type(table.zhaogu.tier(record.issuer, "offer_price"), Tier | None)
    assert_type(facts_frame([record]), DataFrame)
    assert_type(differences_frame([record]), DataFrame)
    assert_type(table.memo().to_frame(), DataFrame)
    assert_type(zhaogu.reconcile(zhaogu.extract("a.txt")), list[IPORecord])
    assert_type(convert(Money(Decimal(1), "USD"), "HKD", over="2024FY"), Converted)
    assert_type(table.zhaogu.cell(record.issuer, "offer_price"), Cell | None)
    assert_type(table.zhaogu.evidence(record.issuer, "offer_price"), list[Evidence])
