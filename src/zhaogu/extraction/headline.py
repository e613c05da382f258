"""The headline of an announcement: what stands between the company's stock code and the first sentence."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"股[份票](?:代[号码]|编号)|证券代[号码]|stock code|^code ?:", re.IGNORECASE)
"""Closes the block of the company's names, in every announcement (listing rule 2.07C)."""
_DISCLAIMED: Final = re.compile(
    r"本(?:联合)?(?:公告|公布|通告|通知)(?:的|之)?(?:全部)?内容|contents\s*of\s*this\s*(?:joint\s*)?(?:announcement|notice)",
    re.IGNORECASE,
)
"""In the exchange's disclaimer, which says for what it takes no responsibility: a prospectus is called so there."""
_SENTENCE: Final = re.compile(
    r"[。;；]|[.,，]$|^(?:兹|谨)?提述|^本(?:联合)?(?:公告|公布|通告|公司)|董事会(?:欣然)?(?:宣布|谨此)|^(?:reference|application|this announcement|the (?:board|company|stock exchange) )",
    re.IGNORECASE,
)
"""Begins what the announcement tells."""
_MOST: Final = 14
"""More lines no headline has; the names of the sponsors may follow."""


def is_announcement(lines: list[str]) -> bool:
    """Whether the disclaimer on a first page is that of an announcement.

    >>> is_announcement(["对本公告的内容概不负责"]), is_announcement(["对本招股章程的内容概不负责"])
    (True, False)
    """
    return _DISCLAIMED.search("".join(lines)) is not None


def headline(lines: list[str]) -> list[str]:
    """The lines of the headline, none where no stock code closes the names of the company.

    >>> headline(["甲乙控股有限公司", "(股份代号:1093)", "建议分拆丙丁", "董事会欣然宣布,分拆已获批准。"])
    ['建议分拆丙丁']
    """
    codes = [at for at, line in enumerate(lines) if _CODE.search(line)]
    if not codes:
        return []
    after = codes[0] + 1
    while after in codes:
        after += 1
    stop = next((at for at in range(after, len(lines)) if _SENTENCE.search(lines[at])), len(lines))
    return lines[after : min(stop, after + _MOST)]
