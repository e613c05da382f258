"""The issuer's name of an extract that holds statements only."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from statement_pages import page
from zhaogu.extraction.filings.headed import name_above

CASES = [
    ("ABC ROBOTICS HOLDINGS LIMITED\nCONSOLIDATED STATEMENTS OF PROFIT OR LOSS", "ABC ROBOTICS HOLDINGS LIMITED"),
    ("ABC Robotics Inc.\nConsolidated Statements of Operations", "ABC Robotics Inc."),
    ("ABC ROBOTICS CO., LTD. AND ITS SUBSIDIARIES\nCONSOLIDATED INCOME STATEMENTS", "ABC ROBOTICS CO., LTD."),
    ("To the Directors of ABC Robotics Holdings Limited\nIntroduction", "ABC Robotics Holdings Limited"),
    ("REPORT TO THE DIRECTORS OF ABC ROBOTICS LIMITED AND BIG CAPITAL LIMITED\nIntroduction", "ABC ROBOTICS LIMITED"),
    ("星河科技股份有限公司 合併損益表", "星河科技股份有限公司"),
    ("星河科技股份有限公司  2024年度财务报表附注\n合并利润表", "星河科技股份有限公司"),
    ("审计报告\n星河科技股份有限公司全体股东：\n合并利润表", "星河科技股份有限公司"),
    (
        "就歷史財務資料致星河科技（深圳）股份有限公司列位董事及大華融資有限公司的會計師報告",
        "星河科技（深圳）股份有限公司",
    ),
    ("SUMMARY\nSummary of Consolidated Statements of Profit or Loss", None),
    ("Investment in Other Robotics Limited   12,300   15,000", None),
    ("大華會計師事務所有限公司\n執業會計師", None),
    ("貴公司的財務狀況表", None),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_name(text: str, name: str | None) -> None:
    drawn: SimpleNamespace = page(1, text)
    found = name_above([drawn])  # type: ignore[list-item]
    assert (found and found[0]) == name
