"""What must hold for every text: exact amounts, true offsets, folding without effect, no error, linear time."""

from __future__ import annotations

import ast
import time
import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhaogu.errors import ParseError
from zhaogu.model import Money
from zhaogu.model.mention import MentionKind
from zhaogu.reading.fold import fold
from zhaogu.recognition import parse_amount, recognise, recognise_folded

WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
CURRENCIES = {"港元": "HKD", "美元": "USD", "人民幣": "CNY", "新台幣": "TWD", "欧元": "EUR", "令吉": "MYR"}
SIGNS = {"HK$": "HKD", "US$": "USD", "RMB": "CNY", "NT$": "TWD", "€": "EUR", "港幣": "HKD"}
SCALES = {
    "": 0,
    "萬": 4,
    "万": 4,
    "百萬": 6,
    "千萬": 7,
    "億": 8,
    "亿": 8,
    "十億": 9,
    "百億": 10,
    "萬億": 12,
    " million": 6,
    " billion": 9,
    "bn": 9,
}
DIGITS = "零一二三四五六七八九"

printed = st.tuples(st.integers(1, 10**9), st.integers(0, 4)).map(lambda pair: Decimal(pair[0]).scaleb(-pair[1]))
style = st.sampled_from(("plain", "grouped", "wide"))


def formatted(number: Decimal, how: str) -> str:
    text = f"{number:,f}" if how == "grouped" else f"{number:f}"
    return text.translate(WIDE) if how == "wide" else text


def in_chinese(number: int) -> str:
    """``number`` as a formal Chinese numeral."""
    sections = []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    text, gap = "", False
    for power in reversed(range(len(sections))):
        section = sections[power]
        gap |= bool(text) and section < 1000
        if section:
            text += ("零" if gap and text else "") + four_digits(section) + ("", "万", "亿", "兆")[power]
            gap = False
    return text or "零"


def four_digits(section: int) -> str:
    text, gap = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + scale
            gap = False
        else:
            gap = True
    return text


@given(printed, style, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(CURRENCIES)))
def test_an_amount_reads_back_equal(number: Decimal, how: str, scale: str, currency: str) -> None:
    text = f"{formatted(number, how)}{scale}{currency}"
    expected = Decimal(f"{number:f}e{SCALES[scale]}")
    assert parse_amount(text) == Money(expected, CURRENCIES[currency])


@given(printed, style, st.sampled_from(sorted(SCALES)), st.sampled_from(sorted(SIGNS)))
def test_a_sign_before_reads_back_equal(number: Decimal, how: str, scale: str, sign: str) -> None:
    assert parse_amount(f"{sign}{formatted(number, how)}{scale}") == Money(
        Decimal(f"{number:f}e{SCALES[scale]}"), SIGNS[sign]
    )


@given(st.integers(1, 10**16 - 1))
def test_a_chinese_numeral_reads_back_equal(number: int) -> None:
    assert parse_amount(in_chinese(number) + "港元") == Money(Decimal(number), "HKD")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_mixed_numeral_reads_back_equal(great: int, small: int) -> None:
    assert parse_amount(f"{great:,}億{small:,}萬美元") == Money(Decimal(great * 10**8 + small * 10**4), "USD")


@given(printed, style, st.sampled_from(sorted(SCALES)))
def test_the_resolution_is_the_worth_of_the_last_digit(number: Decimal, how: str, scale: str) -> None:
    (mention,) = recognise(f"{formatted(number, how)}{scale}港元")
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    assert mention.resolution == Decimal(1).scaleb(exponent + SCALES[scale])


pieces = st.sampled_from(
    "0123456789.,，-–%()（）[]{}$¥ \n一二兩三四五六七八九十百千萬億零半點多餘約逾超不少於至最年月日號股元港幣美倍成份名家"
    "度季前首上下去今昨明周截止財HKUSQM第每／之又分"
)
texts = st.one_of(st.text(), st.lists(pieces, max_size=60).map("".join), st.text(alphabet=st.characters(codec=None)))


@given(texts, st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1)))
@settings(max_examples=600, deadline=None)
def test_any_text_gives_mentions_in_order_that_slice_to_their_words(text: str, published: date | None) -> None:
    mentions = recognise(text, published=published)
    end = 0
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        shared = mention.rule in ("period.implied", "period.ended")
        assert mention.start >= end or shared
        end = max(end, mention.end)
        assert mention.rule
        if mention.outer:
            assert mention.outer[0] <= mention.start
            assert mention.outer[1] >= mention.end
        if mention.value is not None:
            assert isinstance(mention.value, Decimal)
            assert mention.value.is_finite()


@given(texts)
@settings(max_examples=400, deadline=None)
def test_folding_never_changes_what_is_recognised(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert recognise_folded(folded) == recognise(text) == recognise(folded)


@given(st.text(alphabet=st.characters(codec=None)))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(texts)
def test_one_amount_or_a_plain_error(text: str) -> None:
    try:
        assert isinstance(parse_amount(text), Money)
    except ParseError as error:
        assert "amount" in str(error)


PATTERNS = (
    "1", "1,", "1.", "1,000", "1-", "1 ", "(", "((1", "一", "十", "百", "千萬", "零", "一點", "兩", "$", "HK$", "-", "約", "不超過", "年", "1年", "2024年",
    "2024年、", "1月", "1月1日、", "1月1日至", "2024年1月1日及", "昨日", "截至", "截至2024年", "止", "每股", "每股1", "1至", "1元至", "1、", "1元、", "三分之", "1/2 ", "HK", "A", "A.", "Jan ", "2025-",
    "123 456 ", "123，456，", "US$1m-", "Note 1 ", "電話 1 ", "\n1、", "2024年同期", "其中上半年", "百億", "minus ", "港元", "萬億", "1萬", "1億2", "\n", "1\n", "%", "〇", "第", "周三(", "昨(", "(1", "(1.0,", "year ended ", "2024, ", "http://", "😀", "\ud800",
)  # fmt: skip


def seconds(text: str) -> float:
    """The better of two runs: other work on the machine slows one of them."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        recognise(text)
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_is_linear(pattern: str) -> None:
    """Ten times the text takes ten times as long, within the noise of the clock."""
    short, long = pattern * (20_000 // len(pattern)), pattern * (200_000 // len(pattern))
    seconds(short)
    brief = max(seconds(short), 0.004)
    assert seconds(long) < 40 * brief


def test_a_megabyte_of_digits() -> None:
    assert seconds("9" * 1_000_000) < 2
    assert recognise("9" * 1_000_000) == []


def test_no_float_anywhere() -> None:
    """Not a float literal, not the name, no true division, in the code that makes values."""
    folders = [Path(str(files("zhaogu").joinpath(name))) for name in ("recognition", "lexicon")]
    for path in [
        *folders[0].glob("*.py"),
        *folders[1].glob("*.py"),
        Path(str(files("zhaogu.reading").joinpath("fold.py"))),
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), (path.name, node.lineno)
            assert not (isinstance(node, ast.Name) and node.id == "float"), (path.name, node.lineno)
            assert not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)), (path.name, node.lineno)


def test_the_lexicon_holds_no_float() -> None:
    def refuse(text: str) -> object:
        raise AssertionError(f"{text} is a float")

    for path in Path(str(files("zhaogu.lexicon"))).glob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"), parse_float=refuse)


@given(printed)
def test_values_are_what_a_float_would_spoil(number: Decimal) -> None:
    (mention,) = recognise(f"{number:f}億元")
    assert mention.kind is MentionKind.MONEY
    assert mention.value == Decimal(f"{number:f}e8")
