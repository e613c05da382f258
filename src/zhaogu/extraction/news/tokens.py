"""An article as sentences and clauses of cues, figures, times and names, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from typing import Final

from zhaogu.model import metrics
from zhaogu.model.mention import Mention, MentionKind

from .cues import Cue, by_id, wordings
from .parts import OF_A_PART, part_cue

_OF_ASIDE: Final = (
    r"(?:[^()（）\n\d]{0,16}[,，、;；:：]\s*)?(?:以?下[均相]?同|[^()（）\n\d]{0,6}(?:人民币|港[元币]|美元))[)）]"
)
ASIDE: Final = f"[(（]{_OF_ASIDE}"
"""Brackets that only name a currency: ``(人民币,下同)``. They break no list and no clause."""
_MARK: Final = re.compile(rf"[,，;；:：。！？!?\n()（）\[\]【】|](?:(?<=[(（]){_OF_ASIDE})?")
_LABEL: Final = re.compile(r"\s*[^\s:：，,。]{1,14}(?:[:：]|[(（][^()（）\d]{1,8}[)）]\s*[\d:：—])")
_ITEM: Final = re.compile(r"[^:：]{1,14}[:：][^\d。]{0,6}\d")
"""A line that is no heading but an entry of a list: ``入場費:5,050.43元``."""
_SOFT_LINE: Final = 24
_MANY: Final = 200
"""Nobody writes a clause of more tokens or a sentence of more clauses: they are read in parts, for each looks at others."""
_ROW: Final = 200
"""A row of two cells is no longer on either side of its bar."""
_SO_MANY_TIMES: Final = re.compile(r"的(?:数|几|好几|近|约|逾|超过)?(?:[\d.]+|[一二两三四五六七八九十百]+)?倍")
_AND_PERCENT: Final = re.compile(r"[及和与、]\s*[\d.]+%")
_AND: Final = re.compile("[和及与]")
"""Before the last figure of a list: a comma behind it begins another one."""
_EACH: Final = re.compile(r"分别|依[次序]|先后|各[为占达自是]")
_TIMES: Final = frozenset({MentionKind.DATE, MentionKind.PERIOD})
_ON_PAPER: Final = 6
_TOPIC: Final = 24
_TOPIC_TOKENS: Final = 5
"""So far behind its topic, in letters and in tokens, a bare cost is one of it."""
_ONCE: Final = ("一度", "曾")
_OF_ACCOUNTS: Final = frozenset(name for name, metric in metrics().items() if metric.by_period)
_CHANGES: Final = ("grow", "shrink")
_DEGREES: Final = tuple("不偏颇很算")
_NO_LOT: Final = 10_000_000
_CODE: Final = MentionKind.CODE
_NOISE: Final = MentionKind.NOISE


class Kind:
    """What a token is: plain words, for every clause asks its tokens and the members of an Enum are slow to reach."""

    CUE: Final = "cue"
    FIGURE: Final = "figure"
    TIME: Final = "time"
    OPEN: Final = "open"
    CLOSE: Final = "close"


_BRACKETS: Final = dict.fromkeys("(（[【", Kind.OPEN) | dict.fromkeys(")）]】", Kind.CLOSE)


class Token:
    """A cue, a figure, a date or period, or a bracket; equal to itself only, and so hashed and found at no cost."""

    __slots__ = ("cue", "end", "kind", "mention", "start")

    def __init__(self, kind: str, start: int, end: int, cue: Cue | None = None, mention: Mention | None = None) -> None:
        """Take what it is, and where; written out, as all that is made by the hundred: a dataclass is never compiled."""
        self.kind = kind
        self.start = start
        self.end = end
        self.cue = cue
        self.mention = mention


_NONE: Final[frozenset[str]] = frozenset()


class Clause:
    """The tokens between two commas, and what every reader asks of them, worked out once.

    ``figure`` is the first figure, ``cued`` are the cues, ``letters`` those of the text and of the mark behind it.
    """

    __slots__ = ("cued", "end", "figure", "letters", "start", "tokens")

    def __init__(self, start: int, end: int = 0, letters: Set[str] = _NONE) -> None:
        """Begin one."""
        self.start = start
        self.end = end
        self.tokens: list[Token] = []
        self.figure: Token | None = None
        self.cued: Sequence[Token] = ()
        self.letters = letters

    def close(self, text: str, end: int) -> None:
        """Note where it ends, and what it holds."""
        self.end = end
        self.letters = set(text[self.start : end + 1])
        if self.tokens:
            self.cued = [token for token in self.tokens if token.cue is not None]


class Sentence:
    """The clauses between two full stops; ``opens`` a paragraph; ``heading`` is a short line of its own."""

    __slots__ = ("clauses", "continues", "end", "heading", "opens", "start")

    def __init__(self, clauses: list[Clause], opens: bool, heading: bool = False, continues: bool = False) -> None:
        """Note where it begins and ends."""
        self.clauses = clauses
        self.opens = opens
        self.heading = heading
        self.continues = continues
        self.start, self.end = (clauses[0].start, clauses[-1].end) if clauses else (0, 0)


def tokenise(text: str, mentions: list[Mention], names: Collection[str] = ()) -> list[Token]:
    """Cues and figures of a folded text by position; a cue that holds a whole mention wins, else the mention does.

    ``names`` of companies are no nouns of a part, whatever they end with.
    """
    tokens: list[Token] = []
    waiting = iter([m for m in mentions if m.kind is not _CODE])
    mention = next(waiting, None)
    machine, known, at = wordings(), by_id(), 0
    while found := machine.search(text, at):
        start, end, _ = found
        at = end
        while mention is not None and mention.end <= start:
            _place(tokens, mention)
            mention = next(waiting, None)
        if mention is not None and mention.start < end:
            if not start <= mention.start <= mention.end <= end:
                at = mention.end
                continue
            mention = next(waiting, None)
        if (meant := _meant(text, found, mention, tokens, names)) is None:
            continue
        tokens.append(Token(Kind.CUE, start, end, known[meant]))
    while mention is not None:
        _place(tokens, mention)
        mention = next(waiting, None)
    return tokens


def _meant(
    text: str, found: tuple[int, int, str], mention: Mention | None, tokens: list[Token], names: Collection[str]
) -> str | None:
    """What a cue is where it stands, before the next ``mention`` and behind ``tokens``; None where it is none."""
    start, end, id_ = found
    if id_ in OF_A_PART and (part := part_cue(id_, text, start, names)) is not None:
        id_ = part
    if id_ == "lot_gain" and mention is not None and _is_of_accounts(text, start, end, mention):
        return "lost" if text[end - 1] in "亏蚀损" else "earned"
    if id_ == "listing_expenses" and _is_of_research(text, start, end, tokens):
        return "rd_expense"
    if id_ == "intraday" and _is_of_level(text, start, end, tokens):
        return None
    if _is_adjective(text, start, end, id_) or _ends_a_name(text, start, end, mention):
        return None
    return None if text.startswith("的", end) and _SO_MANY_TIMES.match(text, end) else id_


def _ends_a_name(text: str, start: int, end: int, mention: Mention | None) -> bool:
    """Whether ``达`` is no verb, for no amount comes to a period: ``英伟达三季度营收``."""
    return text[start:end] == "达" and mention is not None and mention.start == end and mention.kind in _TIMES


def _is_of_accounts(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether a loss on paper is one of the accounts: no lot gains or loses as much, ``账面亏损50.98亿元``."""
    near = text.startswith(("账面", "帐面"), start) and mention.start - end < _ON_PAPER
    return near and mention.value is not None and abs(mention.value) >= _NO_LOT


def _is_of_research(text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Whether bare costs are those of the topic that was just named: ``研发方面,三年开支为1亿元``."""
    for token in reversed(tokens[-_TOPIC_TOKENS:]):
        if token.cue is not None and token.cue.id == "rd.topic":
            return start - token.end <= _TOPIC and "上市" not in text[start:end]
        if token.kind is Kind.FIGURE:
            return False
    return False


def _is_of_level(text: str, start: int, end: int, tokens: list[Token]) -> bool:
    """Whether ``一度`` tells how high a figure of the accounts once was: ``毛利率一度从15.9%降至7.7%``."""
    cue = tokens[-1].cue if tokens and tokens[-1].end == start else None
    return cue is not None and text[start:end] in _ONCE and not _OF_ACCOUNTS.isdisjoint(cue.reads.values())


def _is_adjective(text: str, start: int, end: int, id_: str) -> bool:
    """Whether ``高`` says how high something is and no change: ``毛利率并不高``."""
    return id_ in _CHANGES and end - start == 1 and text[start] in "高低" and text[start - 1 : start] in _DEGREES


def _place(tokens: list[Token], mention: Mention) -> None:
    """Add the token of a mention, unless it is noise."""
    if mention.kind is not _NOISE:
        kind = Kind.TIME if mention.kind in _TIMES else Kind.FIGURE
        tokens.append(Token(kind, mention.start, mention.end, None, mention))


def sentences(text: str, tokens: list[Token]) -> Iterator[Sentence]:
    """Cut a text into sentences of clauses; commas inside a token are no boundaries, hard-wrapped lines neither."""
    clauses = [Clause(0)]
    place, opens, continues, count = 0, True, False, len(tokens)
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        while place < count and tokens[place].end <= at:
            _add(clauses, tokens[place], text)
            place += 1
        if (place < count and tokens[place].start <= at) or len(mark) > 1:
            continue
        clause = clauses[-1]
        if mark in ",，" and place < count and _lists(clause, at, tokens[place], text):
            continue
        if mark in ",，" or (mark in ":：|" and not _follows(clause, text, at)):
            clause.close(text, at)
            if len(clauses) == _MANY:
                yield Sentence(clauses, opens, continues=continues)
                opens, continues, clauses = False, True, []
            clauses.append(Clause(at + 1))
        elif mark in _BRACKETS:
            _add(clauses, Token(_BRACKETS[mark], at, at + 1), text)
        elif mark in "。！？!?;；" or (mark == "\n" and not is_soft(text, at)):
            clause.close(text, at)
            if text[clauses[0].start : at].strip():
                heading = mark == "\n" and _is_heading(text, clauses[0].start, at)
                yield Sentence(clauses, opens, heading, continues)
                opens, continues = False, mark in ";；"
            opens = opens or mark == "\n"
            clauses = [Clause(at + 1)]
    for token in tokens[place:]:
        _add(clauses, token, text)
    clauses[-1].close(text, len(text))
    if text[clauses[0].start :].strip():
        yield Sentence(clauses, opens, continues=continues)


def _lists(clause: Clause, at: int, following: Token, text: str) -> bool:
    """Whether a comma stands between two figures of a list: ``分别为12%,53%及85%``."""
    last = clause.tokens[-1] if clause.tokens else None
    if last is None or last.mention is None or following.mention is None or following.kind is not Kind.FIGURE:
        return False
    if last.kind is not Kind.FIGURE or last.end != at or following.start > at + 2:
        return False
    alike = last.mention.kind is following.mention.kind
    if alike and last.mention.kind is MentionKind.PERCENT and _AND_PERCENT.match(text, following.end):
        return True
    each = _EACH.search(text, clause.start, last.start) if alike else None
    return each is not None and _AND.search(text, each.end(), last.start) is None


def _add(clauses: list[Clause], token: Token, text: str) -> None:
    """Put a token into the last clause, or into another one where that is longer than anybody writes."""
    clause = clauses[-1]
    if len(clause.tokens) == _MANY:
        clause.close(text, token.start)
        clause = Clause(token.start)
        clauses.append(clause)
    clause.tokens.append(token)
    if token.kind is Kind.FIGURE and clause.figure is None:
        clause.figure = token


def _follows(clause: Clause, text: str, at: int) -> bool:
    """Whether a colon or a bar stands right behind a token, and so between a label and what it labels."""
    return bool(clause.tokens) and clause.tokens[-1].end >= at - 2 and _labels(text, at)


def _labels(text: str, at: int) -> bool:
    """Whether a colon or a bar stands between a label and what it labels: a bar does so in a row of two cells."""
    if text[at] != "|":
        return True
    begin, below = max(0, at - _ROW), text.find("\n", at, at + _ROW)
    line = text[max(begin, text.rfind("\n", begin, at) + 1) : below if below >= 0 else at + _ROW]
    return line.strip("| ").count("|") == 1


def is_soft(text: str, at: int) -> bool:
    """Whether a line break is one of a hard-wrapped text: a long line that ends without punctuation, and more text."""
    begin = text.rfind("\n", 0, at) + 1
    below = text.find("\n", at + 1)
    if begin == 0 and (below < 0 or text[below - 1] in "。！？!?"):
        return False
    after = text[at + 1 : at + 20]
    if at - begin < _SOFT_LINE or not after.strip() or after[0] in "\n #*>-–·‧•●▪■◆○" or _LABEL.match(after):
        return False
    return text[at - 1] not in "。！？!?；;：:”」』)）|*>»" and "|" not in text[begin:at]


def _is_heading(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip()
    return (
        len(line) <= 30
        and not _ITEM.match(line)
        and text.rfind("\n", 0, end) + 1 >= start
        and not line.endswith((",", "，"))
    )
