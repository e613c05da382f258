"""What the net proceeds of the offering are for: an amount and its purpose, as the prospectus lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhaogu.extraction.filings.flow import Flow
from zhaogu.model.evidence import Evidence
from zhaogu.model.mention import Mention, MentionKind
from zhaogu.reading.pdf import Page
from zhaogu.recognition import recognise_folded

_FOR = r"(?:用[于作以]|拨作|投资于|(?:used|allocated|applied|invested|earmarked))"
_NET = r"(?:of (?:the|our) (?:total )?(?:estimated )?net proceeds)"
_SHARE = re.compile(
    rf"(?:约|approximately )?\d+(?:\.\d+)?% ?{_NET}?[^。;•]{{0,4}}?(?:或|即|,? ?\(?or|,? representing|\()[^。;%•]{{0,90}}?{_FOR}"
    rf"|(?:约|approximately )?(?:hk\$|us\$|rmb|人民币|港币)? ?(?<![\d,.])\d[\d,.]{{0,20}}(?![\d,.])[^。;%•]{{0,24}}?\((?:占|相当于|representing|or)[^。;%•]{{0,40}}?\d+(?:\.\d+)?%[^。;%•]{{0,60}}?{_FOR}",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:[^。;•]{0,60}%)?[^。;%•]{0,110}?(?:用[于作以]|拨作|投资于|(?:used|allocated|applied|invested|earmarked)(?: primarily| mainly)? (?:for|to|in|towards?|as))"
    r"[:,:，]? ?(?P<purpose>[^。;:；：,，(（•●]{2,120})",
    re.IGNORECASE,
)
_ABOUT = re.compile("约|approximately", re.IGNORECASE)
_LABEL = 80


def uses(pages: Sequence[Page]) -> Iterator[tuple[str, Mention, Evidence]]:
    """Purpose, amount and place of each use that is stated as a share of the proceeds and an amount."""
    flow = Flow(pages)
    for match in _SHARE.finditer(flow.folded):
        end = min(len(flow.folded), match.end() + 140)
        amount = next(
            (m for m in recognise_folded(flow.folded[match.start() : end]) if m.kind is MentionKind.MONEY), None
        )
        if amount is None or amount.unit is None or match.start() + amount.end > match.end():
            continue
        after = _PURPOSE.match(flow.folded, match.start() + amount.end)
        evidence = flow.evidence(match.start(), match.start() + amount.end, match.start() + amount.end - 1)
        if after and evidence:
            purpose = flow.text[after.start("purpose") : after.end("purpose")].strip()
            amount.qualifier = "approx" if _ABOUT.match(match[0]) else amount.qualifier
            yield _cut(purpose), amount, evidence


def _cut(purpose: str) -> str:
    """The first sentence, at most so long, ended between words."""
    first = re.split(r"\. (?=[A-Z])", purpose)[0]
    return (first if len(first) <= _LABEL else first[:_LABEL].rsplit(" ", 1)[0]).rstrip(" .")
