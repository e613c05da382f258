"""How many articles of 2,000 characters a second the news extraction reads on one core, and whether it is linear."""

from __future__ import annotations

import sys
import time
from datetime import date

from zhaogu.extraction.news import extract_news
from zhaogu.reading.document import TextDocument

WANTED = 200
SENTENCES = (
    "測試科技({code}.HK)今日在港交所主板掛牌,發售價為每股{n}.50港元,收報{n}.8港元,較發售價升1{n}.4%,市值約{n}9.2億港元。",
    "公司全球發售{n},000萬股,香港公開發售接獲{n}5,511份有效申請,認購水平為{n}60.63倍,一手中籤率20%。",
    "國際發售認購水平{n}2.47倍,承配人57名,兩名基石投資者合共認購{n},200萬股,佔發售股份30%。",
    "所得款項總額{n}5億港元,扣除0.4億港元上市開支後,淨額約{n}4.6億港元,六成用於擴產。",
    "2022年至2024年收入依次為{n}2.88億元、{n}5.30億元及{n}6.32億元人民幣,虧損分別為9,650萬元、6,340萬元及9,780萬元。",
    "毛利率由2023年的{n}8.5%升至2024年的{n}2.5%,研發開支佔收入的比例為14.6%。",
    "分析員認為,行業競爭仍然激烈,客戶在砍價,同業亦在擴產,短期內市場不願意給予更高的估值。",
    "創辦人在儀式上表示,上市只是新的起點,公司會繼續投入研發,並把產品帶到更多海外市場。",
)


def article(length: int, n: int = 0) -> str:
    """Paragraphs of these sentences with other figures in each, counted on from ``n``, ``length`` characters of them."""
    paragraphs, size = [], 0
    while size < length:
        n += 1
        paragraphs.append("".join(sentence.format(code="02899", n=n) for sentence in SENTENCES))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:length]


def seconds(length: int, runs: int) -> float:
    """The time of one article of ``length`` characters, the best of ``runs`` with other figures each: none is read twice."""
    times = []
    for run in range(runs):
        text = article(length, 10 * run)
        document = TextDocument(name="a", sha256="0" * 64, text=text, published=date(2025, 12, 5))
        start = time.process_time()
        extract_news(document)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print the table; exit status 1 where it is too slow or grows faster than the text."""
    seconds(2_500, 3)
    short, long = seconds(2_000, 20), seconds(200_000, 1)
    print(f"{'characters':>12} {'ms':>10} {'articles of 2,000 a second':>28}")
    for length, taken in ((2_000, short), (200_000, long)):
        print(f"{length:12,} {taken * 1000:10.1f} {length / 2_000 / taken:28.0f}")
    if 1 / short < WANTED:
        sys.exit(f"{1 / short:.0f} articles a second; at least {WANTED} are wanted")
    if long > 200 * short:
        sys.exit(f"a hundred times the text takes {long / short:.0f} times as long")


if __name__ == "__main__":
    main()
