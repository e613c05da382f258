"""Companies named by tickers, labels and the codes of Taiwan."""

from __future__ import annotations

import pytest

from zhaogu.extraction.news.names import companies
from zhaogu.reading.fold import fold
from zhaogu.recognition import recognise_folded

CASES = [
    ("旅遊平台Rovora（ROVO）在那斯達克亮相，定價18美元。", [("Rovora", "ROVO")]),
    ("5日登上紐交所、代號ABCX的穩定幣商Coinlet，發行價31美元。", [("Coinlet", "ABCX")]),
    ("電動車新創公司Voltrail Motors今天在那斯達克掛牌交易，代號VTRL。", [("Voltrail Motors", "VTRL")]),
    ("每股美國存託憑證(ADS)17美元定價，在那斯達克掛牌。", []),
    ("【台北報導】封測廠青石光電（7899）將轉上市掛牌，承銷價168元。", [("青石光電", "7899")]),
    ("【甲木科技】6月30日在紐交所掛牌。\n【乙石買菜】早一天登陸紐交所。", [("甲木科技", None), ("乙石買菜", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_company_and_its_code(text: str, expected: list[tuple[str, str | None]]) -> None:
    folded = fold(text)
    assert [(c.name, c.code) for c in companies(text, folded, recognise_folded(folded))] == expected
