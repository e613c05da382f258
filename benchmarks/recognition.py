"""How fast recognition reads, as a ratio to OpenCC's folding of the same text in the same run.

python benchmarks/recognition.py [--megabytes 2] [--check]

The sample is news made up here: sentences with new figures each time. Where they can be imported, jionlp and
recognizers-text read the amounts of the same text, a small part of it, since they take seconds for a thousand
amounts. ``--check`` fails below 3 MB of UTF-8 a second or, on a slower machine, above 22 times OpenCC's time,
which is the same measure where OpenCC folds a megabyte in 15 ms.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from opencc import OpenCC

from zhaogu.recognition import recognise

SENTENCES = (
    "{name}({code})公布發售結果,發售價定為每股{p}港元,處於{a}港元至{b}港元區間的上限,所得款項總額約{m}百萬港元。",
    "公開發售部分獲{x}倍超額認購,國際發售獲約{y}倍認購,觸發回撥後香港部分增至{n}萬股,佔全球發售約{q}%。",
    "招股書顯示,2022年至2024年,公司收入分別為{m}億元、{k}億元及{j}億元,淨利潤則為{i}萬元,按年增長{q}%。",
    "每手{l}股,入場費{e}港元,股份將於2025年{mon}月{d}日在聯交所主板開始買賣,股份代號{code}。",
    "多名基石投資者合計認購{m}億港元的股份,禁售期六個月,其中一家上市公司的附屬公司認購最多。",
    "分析員認為,行業競爭激烈,公司能否在成本上升的環境下維持毛利率,仍要視乎新產品推出的時間和市場反應。",
    "管理層在記者會上表示,集資所得主要用於研發及擴充產能,並會視乎市況考慮進一步的併購機會。",
    "该公司首日高开{q}%,收报{p}港元,较发售价上涨{i}%,成交{j}亿港元,总市值{k}亿港元。",
    "截至2025年{mon}月30日止九个月,公司录得收入{m}百万元,上年同期为{k}百万元,亏损收窄至{j}百万元。",
    "市场人士说,今年以来新股气氛良好,不少投资者选择长期持有,但也有人担心估值过高,未来存在调整压力。",
)
NAMES = ("晨星科技", "遠山能源", "和順食品", "海棠醫療", "青禾智能", "北岸物流")


def sample(megabytes: int) -> str:
    """News of about that size in UTF-8."""
    chance = random.Random(20250924)
    paragraphs: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        figures = {key: f"{chance.uniform(1, 999):,.2f}" for key in "pabmxyqkjie"}
        whole = {
            "n": f"{chance.randrange(100, 99_999):,}",
            "l": chance.choice((50, 100, 500, 1000)),
            "mon": chance.randrange(1, 13),
            "d": chance.randrange(1, 29),
        }
        text = "".join(SENTENCES).format(
            name=chance.choice(NAMES), code=f"{chance.randrange(1, 9999):05d}", **figures, **whole
        )
        paragraphs.append(text)
        size += len(text.encode())
    return "\n".join(paragraphs)


def seconds(work: Callable[[], object], rounds: int = 7) -> float:
    """The best time of a few rounds, on this process's clock."""
    best = 1e9
    for _ in range(rounds):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def others(text: str) -> dict[str, Callable[[], object]]:
    """The other libraries' money recognition over ``text``, those that are here."""
    found: dict[str, Callable[[], object]] = {}
    try:
        jionlp = import_module("jionlp")
        found["jionlp"] = lambda: jionlp.ner.extract_money(text, with_parsing=True)
    except ImportError:
        pass
    try:
        units, culture = import_module("recognizers_number_with_unit"), import_module("recognizers_text").Culture
        found["recognizers-text"] = lambda: units.recognize_currency(text, culture.Chinese)
    except ImportError:
        pass
    return found


def report(name: str, text: str) -> tuple[float, float]:
    """Print the speed over one text; megabytes a second and the ratio to OpenCC."""
    size = len(text.encode()) / 1_000_000
    recognise(text[:10_000])
    opencc = OpenCC("hk2s")
    opencc.convert(text[:1000])
    folding = seconds(lambda: opencc.convert(text))
    ours = seconds(lambda: recognise(text))
    mentions = len(recognise(text))
    print(
        f"{name}: {size:.1f} MB, {mentions:,} mentions ({mentions / size:,.0f}/MB): {size / ours:.2f} MB/s, "
        f"OpenCC {folding / size * 1000:.0f} ms/MB, zhaogu {ours / size * 1000:.0f} ms/MB, ratio {ours / folding:.1f}"
    )
    return size / ours, ours / folding


def main() -> int:
    """Run, print, and judge where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=2)
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="also read these UTF-8 files, together")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text = sample(options.megabytes)
    speed, ratio = report("sample", text)
    if options.text:
        own = "\n".join(path.read_text(encoding="utf-8") for path in options.text)
        report("given", own * max(1, 1_000_000 // len(own.encode())))
    part = text[:3000]
    ours = seconds(lambda: recognise(part))
    for name, work in others(part).items():
        print(f"{name}: {seconds(work, 1) / ours:,.0f} times our time over {len(part):,} characters")
    if options.check and speed < 3 and ratio > 22:
        print("too slow: 3 MB/s, or 22 times OpenCC's time, is the measure", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
