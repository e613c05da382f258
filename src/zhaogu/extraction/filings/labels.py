"""What a label of a form says: the grammar of ``lexicon/filings_labels.toml`` at work.

A label is read as a set of concepts, whatever words and order a firm uses, and a metric is a set of concepts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from zhaogu.lexicon.loader import entries
from zhaogu.model import OfferBasis
from zhaogu.reading.fold import fold

from .brackets import BRACKETS, condition, leaves_out_cornerstones, unit_in_brackets
from .compounds import Compounds, compounds

TABLE = "filings_labels"
TRANCHES = ("public", "international", "preferential")
_OPEN = re.compile(r"\([^()]*$")
_PUNCTUATION = re.compile(r"[\s「」『』“”\"‘’'、，,:：;；*#.．·•/╱—–\-_<>《》\[\]|()^†]+")
_NEGATIONS = ("未", "非", "不", "无", "否", "除")
_NOTE = re.compile(r"(?:附注|备注|注|\bnotes?)\s*\(?[\d一二三四五六七八九十]{1,2}(?:\s*[、,及]\s*\d{1,2})*\)?", re.I)
ITEM = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)、．]?|[(（](?:[a-z]|[ivx]{1,4}|\d{1,2})[)）])\s+(?=[^\d\s])", re.I
)
"""The number of an item before its label: 7.1 No. of valid applications, 14. 有效申請數量."""
_HAN = 0x2E80
_FEW = 24
"""How much of a label may be unknown where it is read loosely: in letters, of which a Chinese character counts for two."""
_PARTICLES = re.compile("[的之]")
_CLAUSE = re.compile(
    r"[,，]\s*(?:before|after|without|assuming|following|including|excluding|taking|subject|based|on the basis|未计|经计|假设|包括|不包括|"
    r"视乎|于)[^()]*$",
    re.I,
)
_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label read: its concepts, the tranche that it names itself, and the condition and the unit in its brackets."""

    concepts: frozenset[str]
    tranche: str | None
    basis: OfferBasis | None
    unit: tuple[str | None, Decimal] | None = None
    without_cornerstones: bool = False


@lru_cache(1024)
def normal(text: str) -> str:
    """A label in one script and case, without punctuation and 的; letters keep single spaces between words.

    >>> normal("減：按最終發售價計算的估計應付上市開支"), normal("No. of valid applications")
    ('减按最终发售价计算估计应付上市开支', 'no of valid applications')
    """
    text = fold(text).casefold().replace("%", " percent ")
    return _PARTICLES.sub("", _BETWEEN_HAN.sub("", _PUNCTUATION.sub(" ", text))).strip()


def without_brackets(text: str) -> str:
    """``text`` without what stands in brackets, also where a bracket is cut off at the end."""
    text = fold(text)
    while (shorter := BRACKETS.sub(" ", text)) != text:
        text = shorter
    return _OPEN.sub(" ", text)


@cache
def read_label(text: str, loosely: bool = False) -> Label | None:
    """The concepts of a label, or None where it holds other words too; ``loosely``: a few that deny nothing may be there.

    >>> sorted(read_label("國際發售最終發售股份數目（經重新分配）").concepts)
    ['final', 'international', 'number', 'shares']
    >>> read_label("本公司獲准使用的商標數目") is None
    True
    >>> sorted(read_label("擬提呈公眾的發售股份最終數目", loosely=True).concepts)
    ['final', 'number', 'shares']
    """
    plain = normal(_NOTE.sub(" ", _CLAUSE.sub("", without_brackets(ITEM.sub("", text)))))
    if not plain or len(plain) > 160:
        return None
    found, rest = _concepts_in(plain)
    if not found or not (_harmless(rest) or (loosely and _passable(rest) and not _denials().search(plain))):
        return None
    basis = condition(text)
    concepts = frozenset(found).difference({"filler"}) | ({"initial"} if basis == "initial" else set())
    own = [name for name in found if name in TRANCHES]
    return Label(concepts, own[0] if own else None, basis, unit_in_brackets(text), leaves_out_cornerstones(text))


def _concepts_in(plain: str) -> tuple[list[str], str]:
    """The concepts of a label in their order, by the longest words and compounds, and what is left."""
    words, pattern = _concepts()
    found: list[str] = []
    rest, at = "", 0
    while at < len(plain):
        word = pattern.match(plain, at)
        compound = _compounds().longest(plain, at)
        if compound and (word is None or compound[1] > word.end()):
            found.append(compound[0])
            at = compound[1]
        elif word:
            found.append(words[word[0]])
            at = word.end()
        else:
            rest += plain[at].strip()
            at += 1
    return found, rest


def compound_of(plain: str) -> str | None:
    """The concept of a text that is one compound and nothing else, as ``normal`` folds it.

    >>> compound_of(normal("Hong Kong Public Offering")), compound_of(normal("國際發售的承配人"))
    ('public', None)
    """
    found = _compounds().longest(plain, 0) if plain else None
    return found[0] if found and found[1] == len(plain) else None


def _harmless(rest: str) -> bool:
    """Whether what no concept explains may be passed over: nothing, or one Chinese character that denies nothing."""
    return rest == "" or (len(rest) == 1 and not rest.isascii() and rest not in _NEGATIONS)


def _passable(rest: str) -> bool:
    """Whether unknown words are few enough to be passed over where no label is known in full."""
    return sum(2 if ord(char) > _HAN else 1 for char in rest) <= _FEW


def concept_words(name: str) -> list[str]:
    """Patterns for the words of a concept as printed, longest first."""
    found = {
        r"\s*".join(map(re.escape, normal(word))) if not word.isascii() else re.escape(word)
        for entry in entries(TABLE, "concept", id=str)
        if entry["id"] == name
        for word in entry.words
    }
    return sorted(found, key=lambda word: (-len(word), word))


@cache
def _concepts() -> tuple[dict[str, str], re.Pattern[str]]:
    words = {normal(word): entry["id"] for entry in entries(TABLE, "concept", id=str) for word in entry.words}
    words |= {
        word: "filler" for entry in entries(TABLE, "filler") for w in entry.words if (word := normal(w)) not in words
    }
    words["percent"] = "percent"
    longest = sorted(words, key=lambda word: (-len(word), word))
    parts = [rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word) for word in longest]
    return words, re.compile("|".join(parts))


@cache
def _denials() -> re.Pattern[str]:
    words = {normal(word) for entry in entries(TABLE, "denial") for word in entry.words}
    parts = [rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word) for word in sorted(words)]
    return re.compile("|".join(parts))


@cache
def _compounds() -> Compounds:
    return compounds(normal)
