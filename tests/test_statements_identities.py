"""What does not add up in a prospectus is a note with a code and both values: broken figures, drawn on a sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.drawn_sheets import draw

import zhaogu

SOUND = """
                          PROSPECTUS
              CONSOLIDATED STATEMENTS OF PROFIT OR LOSS
                               Year ended December 31,
                         2022          2023          2024
                       RMB’000       RMB’000       RMB’000
Revenue                 10,000        12,000        15,000
Cost of sales           (6,000)       (7,000)       (8,000)
Gross profit             4,000         5,000         7,000
Research and development expenses
                          (500)         (600)       (1,500)
Profit before tax        2,000         2,400         3,000
Income tax expense        (300)         (360)         (450)
Profit for the year      1,700         2,040         2,550

          CONSOLIDATED STATEMENTS OF FINANCIAL POSITION
                               As at December 31,
                         2022          2023          2024
                       RMB’000       RMB’000       RMB’000
Total assets            10,000        12,000        14,000
Total liabilities        6,000         6,500         7,000
Net assets               4,000         5,500         7,000

                    KEY FINANCIAL RATIOS
                               Year ended December 31,
                         2022          2023          2024
Gross profit margin      40.0%         41.7%         46.7%
R&D expense ratio         5.0%          5.0%         10.0%
"""

BROKEN = [
    ("         7,000\nResearch", "         7,100\nResearch", "ZG-GROSS-PROFIT", ["7100000", "7000000"]),
    ("         2,550", "         2,560", "ZG-PROFIT", ["2560000", "2550000"]),
    ("         7,000\n\n", "         7,010\n\n", "ZG-NET-ASSETS", ["7010000", "7000000"]),
    ("46.7%", "47.6%", "ZG-GROSS-MARGIN", ["47.6", "46.6667"]),
    ("        10.0%", "        11.0%", "ZG-RD-RATIO", ["11.0", "10"]),
]


def notes(drawing: str, path: Path) -> dict[str, list[str]]:
    draw(path, drawing)
    found = zhaogu.extract(path)
    return {note.code: note.sides for record in found.records for note in record.notes if note.code != "ZG-MISSING"}


def test_a_sound_statement_is_left_in_peace(tmp_path: Path) -> None:
    assert notes(SOUND, tmp_path / "sound.pdf") == {}


@pytest.mark.parametrize(("printed", "wrong", "code", "sides"), BROKEN, ids=[code for _, _, code, _ in BROKEN])
def test_a_broken_identity(printed: str, wrong: str, code: str, sides: list[str], tmp_path: Path) -> None:
    assert SOUND.count(printed) == 1
    assert notes(SOUND.replace(printed, wrong), tmp_path / "broken.pdf").get(code) == sides
