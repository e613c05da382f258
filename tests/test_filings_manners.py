"""Whole announcements in running text, each figure told in another of many manners."""

from __future__ import annotations

from itertools import chain

import pytest
from tests.running_sentences import CHINESE, ENGLISH
from tests.test_filings_reckoning import stated

COVER = {
    "shares_offered": "133400000",
    "shares_offered_public": "40020000",
    "shares_offered_international": "93380000",
    "offer_price": "7.60",
}
PRINTED = {
    "T": "133,400,000", "p": "13,340,000", "i": "120,060,000", "P": "40,020,000", "I": "93,380,000", "moved": "26,680,000",
    "A": "353,643,000", "m": "26.51", "gA": "200,000,000", "gB": "153,643,000", "half": "6,670,000", "mA": "29.99", "mB": "23.03",
    "apps": "15,097", "aA": "14,342", "aB": "755", "succ": "8,518", "price": "7.60", "low": "6.84", "high": "8.51",
    "gross": "1013.8", "exp": "121.7", "net": "892.1", "pP": "30", "pp": "10", "pI": "70", "d": "3.42", "pl": "166",
    "over": "20,010,000", "few": "43", "top": "6,671,000", "ptop": "7.14", "dz": "2020年7月15日（星期三）", "de": "Wednesday, July 15, 2020",
}  # fmt: skip
FIGURES = {
    "offer_price": "7.60", "offer_price_low": "6.84", "offer_price_high": "8.51", "net_proceeds": "892100000",
    "valid_applications": "15097", "public_subscription_multiple": "26.51", "shares_offered_public_initial": "13340000",
    "reallocated_shares": "26680000", "shares_offered_public": "40020000", "public_share_pct": "30", "successful_applications": "8518",
    "international_subscription_multiple": "3.42", "shares_offered_international_initial": "120060000",
    "shares_offered_international": "93380000", "international_share_pct": "70", "placees": "166",
    "over_allocated_shares": "20010000", "listing_date": "2020-07-15",
}  # fmt: skip
ORDER = ("price", "range", "net", "valid", "pools", "realloc", "intl", "over", "list")


def announcement(manners: dict[str, list[str]], turn: int) -> str:
    """The ``turn``-th manner of each figure, with something that states none between them."""
    beside = manners["decoy"]
    told = (
        (manners[name][turn % len(manners[name])], beside[(turn + at) % len(beside)]) for at, name in enumerate(ORDER)
    )
    between = "" if manners is CHINESE else " "
    return between.join(chain.from_iterable(told)).format(**PRINTED)


@pytest.mark.parametrize("turn", range(23))
@pytest.mark.parametrize("manners", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_every_manner_states_the_same(manners: dict[str, list[str]], turn: int) -> None:
    found = stated(COVER, announcement(manners, turn))
    assert {name: found.get(name) for name in FIGURES} == FIGURES
