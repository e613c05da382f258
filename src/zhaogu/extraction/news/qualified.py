"""How exact a figure is by words that a verb parts from it: ``至少錄得3,993億``, ``頂價可集21億``, ``最大規模可達1.5億股``."""

from __future__ import annotations

import re
from typing import Final

from zhaogu.model import Qualifier

_VERB: Final = r"(?:录得?|占(?:去|到|了)?|筹得?|[集募融]资?|得|获得?|有|为|合共|合计|一共|共|可|能|达到?|收|赚|亏|蚀|借出|认购|发行|发售)"
_WORDS: Final[tuple[tuple[Qualifier, str], ...]] = (
    ("at_least", r"至少|最少|不少于|起码|不低于"),
    ("at_most", r"最多|至多|不多于|不超过|[顶封]价|上限价"),
    ("approx", r"约|大约|接近|将近|大概"),
    ("over", r"逾|超过|多于"),
    ("under", r"不足|不到|少于|未足"),
)
_PARTED: Final = re.compile("|".join(rf"(?P<{name}>(?:{words}){_VERB}{{1,3}}$)" for name, words in _WORDS))
_LARGEST: Final = re.compile(
    r"(?:最[大高多][^,，。;；\d]{2,8}(?:可达|可至|达到?|[为至])|(?:认购|出资|投资|金额|总额|规模|[集募]资)(?:额|金额|总额)?的?上限(?:为|达|是)?)$"
)
_OF: Final = re.compile(r"约占[^,，。;；\d]{2,20}$")
_LAST: Final = frozenset("录得获占去到了筹集募融资有为共计可能达收赚亏蚀出购行售至限是\n")
"""What the words of the first two patterns end with: behind another letter neither is searched."""
_NOT: Final = frozenset("签预续解违履节公条制")
"""Before 約: 簽約 is none."""
_REACH: Final = 24


def parted(folded: str, start: int, figure: int) -> Qualifier | None:
    """The qualifier before a figure where a verb stands between, else None.

    >>> parted("孖展至少录3,993亿元", 0, 5), parted("约占发售股份的57%", 0, 7), parted("录得3亿元", 0, 2)
    ('at_least', 'approx', None)
    """
    low = max(start, figure - _REACH)
    if low < figure and folded[figure - 1] in _LAST:
        if (match := _PARTED.search(folded, low, figure)) and folded[max(0, match.start() - 1)] not in _NOT:
            return next(name for name, _ in _WORDS if match[name])
        if _LARGEST.search(folded, low, figure):
            return "at_most"
    return "approx" if folded.find("约占", low, figure) >= 0 and _OF.search(folded, low, figure) else None
