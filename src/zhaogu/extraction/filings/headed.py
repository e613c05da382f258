"""Whose statements an extract without a cover holds: the accountants' addressee, or the name above the statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from zhaogu.reading.fold import fold
from zhaogu.reading.layout import Line
from zhaogu.reading.pdf import Page

_HEAD_LINES = 4
_FORM_EN = r"(?:(?:company|co\.,?|holdings?|group) )*(?:limited|ltd\b\.?|inc\b\.?|incorporated|corporation|corp\b\.?|plc|l\.p\.)"
_FORM_ZH = "(?:股份)?(?:有限|有限责任)?公司"
_TITLE = re.compile(
    r"(?:statements?|balance sheets?|financial (?:information|statements)|accountants?'? report)\b"
    r"|[表]$|(?:财务报[表告]|财务资料|会计师报告|招股说明书|招股意向书|审计报告|附注)",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    rf"(?:to the (?:directors|shareholders|board of directors|members) of|to the board of directors and shareholders of) "
    rf"(?P<en>[A-Z][^\n()“”;:]{{2,80}}?{_FORM_EN})(?![a-z])|(?:^|致)(?P<zh>[^\n，。；:致]{{2,40}}?{_FORM_ZH})(?:列位|全体|各位)(?:董事|股东)",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"(?:(?P<en>[a-z][^\n;:“”]{{1,80}}?{_FORM_EN})(?: and (?:its )?(?:consolidated )?subsidiaries)?"
    rf"|(?P<zh>[\u3400-\u9fff()A-Za-z·]{{2,40}}?{_FORM_ZH})(?:及其?(?:附属公司|子公司))?)(?P<rest>[ ,].*|[^ ].*)?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"accountants|auditors|securities|capital limited|sponsor|certified|会计师|证券|保荐|审计师|律师|融资有限公司|本公司|贵公司|母公司",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d,\d{3}|\d\.\d")


def name_above(pages: Sequence[Page]) -> tuple[str, int, Line] | None:
    """The company's name, the page and the line it stands in."""
    found = [place for page in pages for place in _addressed(page)] or [p for page in pages for p in _headed(page)]
    if not found:
        return None
    most = Counter(name for name, _, _ in found).most_common(1)[0][0]
    return next(place for place in found if place[0] == most)


def _addressed(page: Page) -> Iterator[tuple[str, int, Line]]:
    """Names to whose directors or shareholders the page is addressed."""
    if not re.search(
        "directors of|shareholders of|members of|全体股东|列位董事|各位股东", fold(page.text), re.IGNORECASE
    ):
        return
    for line in page.lines:
        if match := _ADDRESSEE.search(fold(line.text)):
            yield _name(line, match), page.number, line


def _headed(page: Page) -> Iterator[tuple[str, int, Line]]:
    """A name alone in one of the first lines, or with what the page holds behind it."""
    for line in page.lines[:_HEAD_LINES]:
        text = fold(line.text).strip()
        match = _HEADED.fullmatch(text)
        if match is None or _OTHERS.search(text) or _AMOUNT.search(text):
            continue
        rest = (match["rest"] or "").strip()
        if not rest or (len(rest) < 60 and _TITLE.search(rest)):
            yield _name(line, match), page.number, line


def _name(line: Line, match: re.Match[str]) -> str:
    """The name as it is printed: folding keeps every character's place."""
    group = "en" if match["en"] else "zh"
    lead = len(line.text) - len(line.text.lstrip())
    return line.text[lead + match.start(group) : lead + match.end(group)].strip()
