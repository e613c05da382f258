"""The vocabulary holds the contract's metrics, each with an example that is one of its values."""

import subprocess
import sys
from pathlib import Path

import pytest

from zhaogu.model import metric, metrics
from zhaogu.model.fact import typed_value

NAMES = """
issuer_name stock_code stock_short_name exchange sponsor
listing_date prospectus_date price_date stabilisation_end_date lockup_expiry_date
offer_price offer_price_low offer_price_high shares_offered shares_offered_public shares_offered_international
shares_offered_preferential shares_offered_public_initial shares_offered_international_initial reallocated_shares
sale_shares upsize_shares over_allocated_shares over_allotment_option_shares over_allotment_shares_issued
over_allotment_outcome shares_in_issue public_share_pct international_share_pct public_float_pct board_lot entry_fee
nominal_value gross_proceeds listing_expenses net_proceeds additional_net_proceeds market_cap
public_subscription_multiple international_subscription_multiple international_subscription_multiple_ex_cornerstone
preferential_subscription_multiple valid_applications successful_applications placees clawback_triggered
one_lot_success_rate_pct institutional_investors_count order_amount allocation_mechanism
cornerstone_count cornerstone_amount cornerstone_shares cornerstone_share_pct cornerstone_allocation
closing_price first_day_change_pct share_price
revenue cost_of_sales gross_profit other_income selling_expense admin_expense rd_expense rd_investment finance_costs
redemption_fv_change profit_before_tax income_tax net_profit net_profit_attributable net_profit_continuing
net_profit_ex_nonrecurring adjusted_net_profit eps_basic total_assets total_liabilities net_assets cash_and_equivalents
operating_cash_flow
gross_margin_pct rd_ratio_pct revenue_growth_pct net_profit_growth_pct overseas_revenue_pct
operating_kpi
exchange_rate use_of_proceeds dividend issue_pe online_subscription_multiple
"""
CONTRACT = NAMES.split()


def test_ids_are_the_contracts_in_its_order() -> None:
    assert list(metrics()) == CONTRACT


@pytest.mark.parametrize("name", CONTRACT)
def test_example_states_a_value(name: str) -> None:
    about = metric(name)
    typed_value(about.value, about.type)
    assert about.definition.endswith(".") and about.zh and about.en
    assert not (about.instant and not about.by_period)


@pytest.mark.parametrize(
    ("name", "unit", "by_period", "instant", "staged"),
    [
        ("offer_price", None, False, False, True),
        ("entry_fee", None, False, False, True),
        ("board_lot", "shares", False, False, True),
        ("revenue", None, True, False, False),
        ("total_assets", None, True, True, False),
        ("operating_kpi", "count", True, False, False),
        ("issue_pe", "times", False, False, False),
        ("exchange_rate", "rate", False, False, False),
        ("online_subscription_multiple", "times", False, False, True),
    ],
)
def test_marks(name: str, unit: str | None, by_period: bool, instant: bool, staged: bool) -> None:
    about = metric(name)
    assert (about.unit, about.by_period, about.instant, about.staged) == (unit, by_period, instant, staged)


def test_unknown_metric_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="offer_price"):
        metric("offerprice")


def test_page_is_up_to_date() -> None:
    tool = Path(__file__).parents[2] / "tools" / "make_docs.py"
    run = subprocess.run([sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
