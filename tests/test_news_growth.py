"""The work on an article grows with its length and no faster, whatever it repeats."""

from __future__ import annotations

import sys
import time
from types import FrameType
from typing import Any

import pytest

from zhaogu.extraction.news import extract_news
from zhaogu.reading.document import TextDocument

SHORT, LONG = 40, 160
PARAGRAPHS = {
    "the same figures again": "測試科技(02899.HK)今日掛牌,發售價為每股8.50港元,收報9.8港元,市值約92億港元。",
    "other figures each time": "測試科技(02899.HK)公開發售接獲{n},511份有效申請,認購水平為{n}.63倍,一手中籤率{n}%。",
    "figures of years": "測試科技(02899.HK)2022年至2024年收入依次為{n}.1億元、{n}.3億元及{n}.6億元,毛利率由{n}.5%升至{n}.9%。",
    "bounds without a figure": "測試科技(02899.HK)招股價介乎{n}.2至{n}.8港元,最終以上限定價,集資{n}億港元。",
}


def document(paragraph: str, times: int) -> TextDocument:
    """An article of so many paragraphs, with other figures in each."""
    text = "\n\n".join(paragraph.format(n=n) for n in range(11, 11 + times))
    return TextDocument(name="a", sha256="0" * 64, text=text)


def calls(document: TextDocument) -> int:
    """How many functions are called for an article, which no load of the machine changes."""
    count = 0

    def called(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        extract_news(document)
    finally:
        sys.setprofile(before)
    return count


def seconds(document: TextDocument) -> float:
    """The processor's time for an article, the best of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        extract_news(document)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("paragraph", PARAGRAPHS.values(), ids=PARAGRAPHS.keys())
def test_work_grows_as_the_text(paragraph: str) -> None:
    """Four times the text is about four times the calls; what C does within them is bounded more loosely by time."""
    short, long = document(paragraph, SHORT), document(paragraph, LONG)
    extract_news(short)
    assert calls(long) < 4.4 * calls(short)
    assert seconds(long) < 9 * seconds(short)
