"""An article as sentences and clauses of cues, figures, times and names, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from zhaogu.model.mention import Mention, MentionKind

from .cues import Cue, by_id, cue_pattern, cues
from .parts import part_cue

ASIDE = (
    r"[(（](?:[^()（）\n\d]{0,16}[,，、;；:：]\s*)?(?:以?下[均相]?同|[^()（）\n\d]{0,6}(?:人民币|港[元币]|美元))[)）]"
)
"""Brackets that only name a currency: ``(人民币,下同)``. They break no list and no clause."""
_MARK = re.compile(rf"{ASIDE}|[,，;；:：。！？!?\n()（）\[\]【】|]")
_ENDS = frozenset("。！？!?")
_BRACKETS = {
    "(": "open",
    "（": "open",
    "[": "open",
    "【": "open",
    ")": "close",
    "）": "close",
    "]": "close",
    "】": "close",
}
_LABEL = re.compile(r"\s*[^\s:：，,。]{1,14}[:：]")
_ITEM = re.compile(r"[^:：]{1,14}[:：][^\d。]{0,6}\d")
"""A line that is no heading but an entry of a list: ``入場費:5,050.43元``."""
_SOFT_LINE = 24
_MANY = 200
"""Nobody writes a clause of more tokens or a sentence of more clauses: they are read in parts, for each looks at others."""
_ROW = 200
"""A row of two cells is no longer on either side of its bar."""
_TIMES = (MentionKind.DATE, MentionKind.PERIOD)
_CODE, _NOISE = MentionKind.CODE, MentionKind.NOISE


class Kind:
    """What a token is: plain words, for every clause asks its tokens and the members of an Enum are slow to reach."""

    CUE = "cue"
    FIGURE = "figure"
    TIME = "time"
    OPEN = "open"
    CLOSE = "close"


@dataclass(slots=True, eq=False)
class Token:
    """A cue, a figure, a date or period, or a bracket; equal to itself only, and so hashed and found at no cost."""

    kind: str
    start: int
    end: int
    cue: Cue | None = None
    mention: Mention | None = None


@dataclass(slots=True)
class Clause:
    """The tokens between two commas, and the first figure among them."""

    start: int
    end: int = 0
    tokens: list[Token] = field(default_factory=list)
    figure: Token | None = None


@dataclass(slots=True)
class Sentence:
    """The clauses between two full stops; ``opens`` a paragraph; ``heading`` is a short line of its own."""

    clauses: list[Clause]
    opens: bool
    heading: bool = False
    continues: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.clauses[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.clauses[-1].end


def tokenise(text: str, mentions: list[Mention], names: Collection[str] = ()) -> list[Token]:
    """Cues and figures of a folded text by position; a cue that holds a whole mention wins, else the mention does.

    ``names`` of companies are no nouns of a part, whatever they end with.
    """
    tokens = []
    waiting = iter([m for m in mentions if m.kind is not _CODE])
    mention = next(waiting, None)
    pattern, known, at = cue_pattern(), cues(), 0
    while match := pattern.search(text, at):
        start, end = match.span()
        at = end
        while mention is not None and mention.end <= start:
            tokens.append(_figure(mention))
            mention = next(waiting, None)
        if mention is not None and mention.start < end:
            if not start <= mention.start <= mention.end <= end:
                at = mention.end
                continue
            mention = next(waiting, None)
        cue = known[match.group()]
        if (part := part_cue(cue.id, text, start, names)) is not None:
            cue = by_id()[part]
        tokens.append(Token(Kind.CUE, start, end, cue=cue))
    while mention is not None:
        tokens.append(_figure(mention))
        mention = next(waiting, None)
    return [token for token in tokens if token.mention is None or token.mention.kind is not _NOISE]


def _figure(mention: Mention) -> Token:
    kind = Kind.TIME if mention.kind in _TIMES else Kind.FIGURE
    return Token(kind, mention.start, mention.end, mention=mention)


def sentences(text: str, tokens: list[Token]) -> Iterator[Sentence]:
    """Cut a text into sentences of clauses; commas inside a token are no boundaries, hard-wrapped lines neither."""
    clauses = [Clause(0)]
    place, opens, continues = 0, True, False
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        while place < len(tokens) and tokens[place].end <= at:
            _add(clauses, tokens[place])
            place += 1
        if place < len(tokens) and tokens[place].start < at:
            continue
        if len(mark) > 1:
            continue
        if mark in _BRACKETS:
            kind = Kind.OPEN if _BRACKETS[mark] == "open" else Kind.CLOSE
            _add(clauses, Token(kind, at, at + 1))
        elif mark in ":：|" and clauses[-1].tokens and clauses[-1].tokens[-1].end >= at - 2 and _labels(text, at):
            continue
        elif mark in ",，|:：":
            clauses[-1].end = at
            if len(clauses) == _MANY:
                yield Sentence(clauses, opens, continues=continues)
                opens, continues, clauses = False, True, []
            clauses.append(Clause(at + 1))
        elif mark == "\n" and is_soft(text, at):
            continue
        elif mark in _ENDS or mark in "\n;；":
            clauses[-1].end = at
            if text[clauses[0].start : at].strip():
                heading = mark == "\n" and _is_heading(text, clauses[0].start, at)
                yield Sentence(clauses, opens, heading, continues)
                opens, continues = False, mark in ";；"
            opens = opens or mark == "\n"
            clauses = [Clause(at + 1)]
    for token in tokens[place:]:
        _add(clauses, token)
    clauses[-1].end = len(text)
    if text[clauses[0].start :].strip():
        yield Sentence(clauses, opens, continues=continues)


def _add(clauses: list[Clause], token: Token) -> None:
    """Put a token into the last clause, or into another one where that is longer than anybody writes."""
    if len(clauses[-1].tokens) == _MANY:
        clauses[-1].end = token.start
        clauses.append(Clause(token.start))
    clauses[-1].tokens.append(token)
    if token.kind is Kind.FIGURE and clauses[-1].figure is None:
        clauses[-1].figure = token


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
    if at - begin < _SOFT_LINE or not after.strip() or after[0] in "\n #*>-" or _LABEL.match(after):
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
