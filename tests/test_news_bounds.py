"""Untrusted articles: time that grows with the text and no faster, and days that a calendar lacks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest

import zhaogu

PUBLISHED = date(2025, 1, 2)
REPEATED = {
    "an option in every clause of one sentence": "超额配股权3亿,",
    "a ticker in every clause": "纳斯达克代号ABCD,",
    "a code of H shares in every clause": "甲乙丙(02899)H股代号03799,",
    "cells of one row": "超购5倍|",
    "figures of one clause": "(+5%)",
    "codes without a name": "(01234)",
    "first days of one sentence": "首日挂牌,",
    "days of one sentence": "6月3日挂牌,",
    "spaces": "     ",
}
NAMING = {
    "companies with codes": "{name}({number:05d})今日挂牌,发售价5元。",
    "companies with tickers": "{name}(ABCD)今日在纳斯达克挂牌,",
    "companies whose codes stand apart": "{name}今日挂牌,股份代号{number:05d}。",
    "companies of a list": "{name}(升8.2%)、",
    "companies one after another": "{name}、",
    "companies of pairs that act": "{name}与{name}今日挂牌,",
    "companies of a paragraph each": "\n【{name}】6月30日挂牌",
    "companies with short names": "{name}股份有限公司(下称“{name}”)招股,",
}
LETTERS = "金木水火土山川河海云天星辰日月"


def seconds(*texts: str) -> float:
    """The best of the runs: other work on the machine slows one of them."""
    times = []
    for text in texts:
        started = time.process_time()
        zhaogu.extract(text, published=PUBLISHED)
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_four_times_the_text_takes_no_eight_times_as_long(piece: str) -> None:
    seconds(piece * 50)
    short, long = (seconds(*[piece * times] * 2) for times in (1_000, 4_000))
    assert long < 8 * max(short, 0.05)


def named(number: int) -> str:
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in (2, 0, 1, 0))


def naming(piece: str, size: int) -> Iterator[str]:
    """Two texts of other names: what the reader remembers of the first must not help it with the second."""
    for start in (0, size):
        yield "".join(piece.format(name=named(n), number=n) for n in range(start, start + size))


@pytest.mark.parametrize("piece", NAMING.values(), ids=NAMING.keys())
def test_four_times_the_companies_take_no_eight_times_as_long(piece: str) -> None:
    short, long = seconds(*naming(piece, 500)), seconds(*naming(piece, 2_000))
    assert long < 8 * max(short, 0.1)


@pytest.mark.parametrize("published", [date(2023, 6, 1), date(2024, 6, 1)])
def test_a_lock_up_to_a_leap_day(published: date) -> None:
    text = "測試科技(02899)今日掛牌,發售價17.5元。基石投資者禁售期至2月29日屆滿。"
    found = {fact.metric: fact.value for fact in zhaogu.extract(text, published=published).facts}
    assert found["lockup_expiry_date"] == date(2024, 2, 29)
