"""Companies of a round-up: named one after another in front of a count, or introduced by their rank."""

from __future__ import annotations

import re
from typing import Final

from .company import Names
from .cues import word_pattern
from .namelike import is_plain_name
from .phrases import LONGEST, lead_phrase, name_before
from .places import Places

_FIRMS: Final = r"(?:公司|企业|新股|股份|药企|车企|个股|股(?=[今明昨同齐先均都也周首挂上]))"
_COUNT: Final = re.compile(
    rf"[两二三四五六七八九十\d新](?:(?<!新)[两二三四五六七八九十\d]*[家只隻间]{_FIRMS}"
    r"|(?<=新)股(?:申购|发行|上市|共|有|为)*[两二三四五六七八九十\d]+[只家])"
)
"""One set of letters begins it, for a text is searched for such a set much faster."""
_ALL: Final = frozenset("等共这")
"""Before a count: 等三家公司."""
_LISTED: Final = re.compile(r"[^\s，,。;；:：()（）]+(?:、[^\s，,。;；:：()（）]+)+$")
_RANKED: Final = re.compile(
    r"(?:最[大小多少高低早晚快热新][的者]?|第[一二三四五六]家|第[一二三四五六]只|[大小多少]者|另外?一[家只]|其[一二三])"
    r"(?:则|便|就|依次)?[是为](?P<phrase>[^\s，,。;；:：()（）]{2,24})(?=[，,(（。])"
)
_LINE: Final = re.compile(
    r"(?:^|(?<=\n))\s*(?:【[^【】\n]{2,8}】|\d{1,2}[.、]\s*|[●■▪•·*-]\s*)?(?P<name>[^\s【】()，,。:]{2,10}):(?=[^\n]*\d)"
)
_TURN: Final = re.compile(r"[。;；\n]\s*")
_PARTS: Final = re.compile("、|以?及|[和与]")
_LONGEST: Final = 10


def by_round_up(names: Names) -> None:
    """The companies of a text that counts them, in each of the ways that it may tell of them."""
    counts = [match.start() for match in _COUNT.finditer(names.folded)]
    if counts:
        _by_count(names, counts)
        _by_rank(names)
        _by_line(names)
        _by_turn(names)


def _by_count(names: Names, counts: list[int]) -> None:
    """``同意甲、乙、丙三家公司上市``: names in front of how many they are; the text repeats the first of them."""
    folded = names.folded
    for place in counts:
        count = place - 1 if folded[place - 1 : place] in _ALL else place
        listed = _LISTED.search(folded, max(0, count - 60), count)
        if listed is None:
            continue
        first, *others = pieces(folded, listed.start(), count)
        spans = [span for span in others if _may_be(folded, *span)]
        if len(spans) != len(others):
            continue
        start = next((at for at in range(first[0], first[1] - 1) if folded.count(folded[at : first[1]]) > 1), None)
        if start is not None and _may_be(folded, start, first[1]):
            spans.insert(0, (start, first[1]))
        for span in spans:
            names.add(*span).counted = True


def pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between commas and conjunctions, of two letters at least but for the last.

    >>> text = "甲乙、丙丁和戊己"
    >>> [text[start:end] for start, end in pieces(text, 0, len(text))]
    ['甲乙', '丙丁', '戊己']
    """
    spans, at = [], start
    for joint in _PARTS.finditer(folded, start, end):
        if joint.start() - at >= 2:
            spans.append((at, joint.start()))
            at = joint.end()
    spans.append((at, end))
    return spans


def _by_rank(names: Names) -> None:
    """``當中規模最大的是支付平台甲,``: a company introduced by its place among others."""
    for match in _RANKED.finditer(names.folded):
        start, end = name_before(names.folded, match.end())
        if start >= match.start("phrase") and _may_be(names.folded, start, end):
            names.add(start, end).counted = True


def _by_line(names: Names) -> None:
    """Lines of ``【創業板】甲:募資9億元``, one for each company of several: the name stands before the colon."""
    lines = [m for m in _LINE.finditer(names.folded, names.title_end) if _may_be(names.folded, *m.span("name"))]
    for match in lines if len(lines) > 1 else ():
        names.add(*match.span("name")).counted = True


def _by_turn(names: Names) -> None:
    """``甲集資5億元;乙發行3,000萬股``: where several are announced, names that open a sentence and act as issuers do."""
    folded = names.folded
    acts = Places("acts", folded)
    for opening in _TURN.finditer(folded, names.title_end):
        if not acts.any(opening.end(), opening.end() + LONGEST + 1):
            continue
        span = lead_phrase(folded, opening.end(), min(opening.end() + LONGEST, len(folded)))
        if span and span[1] - span[0] > 2 and _may_be(folded, *span) and word_pattern("acts").match(folded, span[1]):
            names.add(*span)


def _may_be(folded: str, start: int, end: int) -> bool:
    return 2 <= end - start <= _LONGEST and is_plain_name(folded[start:end])
