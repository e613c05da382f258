"""The rules by which numbers of an announcement prove each other, each on a table of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.test_filings_lexicon import flow

from zhaogu.extraction.filings.found import Found
from zhaogu.extraction.filings.multiples import multiples_in, read_lone_multiple, read_multiples
from zhaogu.extraction.filings.offer import Offer
from zhaogu.extraction.filings.percentages import read_cornerstone_part, read_percentage
from zhaogu.extraction.filings.scan import PERCENT, Scan
from zhaogu.extraction.filings.shares import Shares, shares_in
from zhaogu.extraction.filings.sizes import read_moved, read_reserved, read_tranche
from zhaogu.extraction.filings.small_letters import small_letters
from zhaogu.extraction.filings.tranches import with_final, with_initial
from zhaogu.extraction.filings.upsize import added_shares
from zhaogu.reading.fold import fold

MILLION = Decimal(1_000_000)
OFFER = Offer(100 * MILLION, 30 * MILLION, 70 * MILLION)
"""30 of 100 million shares went to the public."""
MOVED = Offer(100 * MILLION, 30 * MILLION, 70 * MILLION, Decimal(0), 10 * MILLION, 90 * MILLION)
"""The same, with the ten that the public was offered first."""


def shares(text: str) -> Shares:
    return shares_in(Scan(flow(text)))


def values(found: list[Found]) -> dict[str, object]:
    return {one.metric: str(one.cell.value) for one in found}


def test_lots_are_no_part_of_an_offer() -> None:
    assert shares("每手2,000股。公開發售10,000,000股。").of(100 * MILLION).values == {10 * MILLION}


SENTENCES = {
    "Shares were offered. 12,340 valid": "12,340 valid",
    "Dealings commence at . . . . . 9:00 a.m. on Friday": "Dealings commence at . . . . . 9:00 a.m. on Friday",
    "Alpha Co. Ltd. took shares": "Alpha Co. Ltd. took shares",
    "公開發售。國際發售": "國際發售",
}


@pytest.mark.parametrize(("text", "last"), SENTENCES.items())
def test_where_a_sentence_begins_and_ends(text: str, last: str) -> None:
    scan = Scan(flow(text))
    start, end = scan.sentence(len(scan.text) - 2)
    assert scan.text[start:end].strip() == small_letters(fold(last))


SIDES = {
    "265,400,000股之申請，為原定10,000,000股之26.54倍。": [("265400000", "10000000", "26.54", "total")],
    "265,400,000股之申請，為原定10,000,000股之25.54倍。": [("265400000", "10000000", "25.54", "over")],
    "265,400,000股之申請，為原定10,000,000股之26.53倍。": [],
    "公眾申請22,000,000股。公開發售有10,000,000股。認購2.2倍。": [],
    "Applications for 22,000,000 Shares are 2.2 times the 10,000,000 Shares.": [
        ("22000000", "10000000", "2.2", "total")
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), SIDES.items())
def test_a_multiple_is_what_is_applied_for_over_what_is_offered(text: str, sides: list[tuple[str, ...]]) -> None:
    found = multiples_in(shares(text))
    assert [(*(str(n.value) for n in (one.applied, one.offered, one.times)), one.basis) for one in found] == sides


MULTIPLES = {
    "265,400,000股之申請，為公開發售原定10,000,000股之26.54倍。": ("26.54", "total"),
    "公開發售獲踴躍認購，約26.54倍。": ("26.54", "total"),
    "公開發售獲超額認購25.54倍。": ("25.54", "over"),
    "公開發售之認購不足15倍。": None,
    "倘公開發售獲認購15倍，股份將重新分配。": None,
    "甲組獲165,400,000股申請，即5,000,000股之33.08倍。": None,
    "公開發售之半，即5,000,000股，獲申請認購165,400,000股，即33.08倍。": None,
}  # fmt: skip


@pytest.mark.parametrize(("text", "multiple"), MULTIPLES.items())
def test_the_multiple_of_the_public_tranche(text: str, multiple: tuple[str, str] | None) -> None:
    printed = shares(text)
    multiples = multiples_in(printed)
    found = [*read_multiples(printed.scan, MOVED, multiples)]
    found += read_lone_multiple(printed, MOVED, multiples, (), "public")
    assert [(str(one.cell.value), one.basis) for one in found] == ([multiple] if multiple else [])


INITIAL: list[tuple[str, set[int], int | None]] = [
    # two numbers that make up the offer, and what moved between them
    ("公開發售初步10,000,000股，配售初步90,000,000股，重新分配20,000,000股。", set(), 10),
    # nothing is called the first, but multiples are counted of one of two
    ("公開發售10,000,000股，配售90,000,000股。", {10}, 10),
    # multiples are counted of the tranche as it is in the end: nothing moved
    ("公開發售30,000,000股，配售70,000,000股。", {30}, 30),
    # the same, although others are called the first
    ("股份30,000,000股及70,000,000股。初步10,000,000股及90,000,000股。", {30}, 30),
    # what moved away is proven, although what became of it is called the first too
    ("公開發售初步10,000,000股，配售90,000,000股，重新分配20,000,000股。公開發售初步30,000,000股。", set(), 10),
    # a pool is half a tranche
    ("公開發售甲組初步有5,000,000股。", set(), None),
    # only one tranche is printed as it was
    ("公開發售初步10,000,000股增至30,000,000股，20,000,000股由配售重新分配。", set(), 10),
    ("配售初步90,000,000股，減至70,000,000股。", set(), 10),
    # more than half is never the public's
    ("初步60,000,000股。", {60}, None),
    ("公開發售30,000,000股。", set(), None),
]


@pytest.mark.parametrize(("text", "counted", "public"), INITIAL, ids=[case[0] for case in INITIAL])
def test_what_the_public_was_offered_first(text: str, counted: set[int], public: int | None) -> None:
    offer = with_initial(OFFER, shares(text), {one * MILLION for one in counted})
    assert offer.public_initial == (public and public * MILLION)
    assert offer.international_initial == (public and (100 - public) * MILLION)


FINAL = {"20,000,000股重新分配，公開發售為30,000,000股，配售為70,000,000股。": 30, "並無重新分配。": 10}


@pytest.mark.parametrize(("text", "public"), FINAL.items())
def test_what_the_public_got_in_the_end(text: str, public: int) -> None:
    first = Offer(100 * MILLION, public_initial=10 * MILLION, international_initial=90 * MILLION)
    offer = with_final(first, shares(text))
    assert (offer.public, offer.international) == (public * MILLION, (100 - public) * MILLION)


ENLARGED = {
    "發售量調整權已獲行使，加發15,000,000股，原有100,000,000股。": "15000000",
    "發售量調整權已獲行使，加發15,000,000股；公開發售初步10,000,000股，配售初步90,000,000股。": "15000000",
    "發售量調整權已獲行使，加發15,000,000股。": None,
    "超額配股權涉及15,000,000股，原有100,000,000股。": None,
    "發售量調整權涉及23,000,000股，原有92,000,000股。": None,
}


@pytest.mark.parametrize(("text", "added"), ENLARGED.items())
def test_an_offer_is_enlarged_by_no_more_than_fifteen_percent(text: str, added: str | None) -> None:
    found = added_shares(shares(text), Offer(115 * MILLION))
    assert [str(one.value) for one in found] == ([added] if added else [])


SIZES = {
    "公開發售初步10,000,000股，因20,000,000股由配售轉撥至公開發售，最終為30,000,000股。": {
        "shares_offered_public_initial": "10000000",
        "shares_offered_public": "30000000",
        "reallocated_shares": "20000000",
    },
    "董事持有20,000,000股。": {},
}


@pytest.mark.parametrize(("text", "figures"), SIZES.items())
def test_where_the_shares_of_an_offer_stand(text: str, figures: dict[str, str]) -> None:
    printed = shares(text)
    found = [*read_tranche(printed, MOVED, {}, "public"), *read_moved(printed, MOVED, {})]
    assert values(found) == figures


def test_what_was_reserved_is_left_beside_the_tranches() -> None:
    offer = Offer(100 * MILLION, 30 * MILLION, 60 * MILLION)
    assert values(read_reserved(shares("僱員獲預留10,000,000股。"), offer, {})) == {
        "shares_offered_preferential": "10000000"
    }
    assert values(read_reserved(shares("董事持有10,000,000股。"), offer, {})) == {}


PARTS = {
    "公開發售之30,000,000股佔發售股份30.0%。": "30.0",
    "公開發售股份佔全球發售30%。": "30",
    "公開發售之30,000,000股佔發售股份31%。": None,
    "公開發售之30,000,000股佔已發行股本30%。": None,
    "配售股份佔全球發售30%。": None,
}


@pytest.mark.parametrize(("text", "part"), PARTS.items())
def test_what_part_of_the_offer_the_public_tranche_is(text: str, part: str | None) -> None:
    printed = shares(text)
    found = read_percentage(printed, MOVED, list(printed.scan.numbers(PERCENT)), {}, "public")
    assert [str(one.cell.value) for one in found] == ([part] if part else [])


def test_cornerstone_investors_together_by_the_part_that_they_are() -> None:
    printed = shares(
        "作為基石投資者，甲持有40,000,000股，佔40%。基石投資者合共認購25,000,000股，佔發售股份25%。"
        "基石投資者合共60,000,000股，佔9%。基石投資者合共另認購5,000,000股，佔5%。"
    )
    found = list(read_cornerstone_part(printed, OFFER, list(printed.scan.numbers(PERCENT)), {}))
    assert values(found) == {"cornerstone_shares": "25000000", "cornerstone_share_pct": "25"}
