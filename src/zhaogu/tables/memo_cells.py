"""How a memo writes a figure: scale, sign, qualifier, and the footnotes that belong to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from zhaogu.conversion import Policy, Rate
from zhaogu.errors import ConversionError
from zhaogu.model import Fact, IPORecord, Money, Period, metric, metrics, plain
from zhaogu.reconciliation.listings import shares_counted

from .memo_numbers import SIGNS, number, per_share, symbol

Language = Literal["en", "zh"]

TEN_THOUSAND, MILLION, HUNDRED_MILLION = Decimal(10**4), Decimal(10**6), Decimal(10**8)
_BETWEEN_CHINESE = re.compile(r"(?<=[一-鿿，。；：（）]) (?=[一-鿿，。；：（）])")
NAMED = 2
"""So many documents are named in a footnote."""
QUIET = frozenset({"agrees", "rounding", "interim", "currency"})
"""Differences that need no footnote."""


class Page:
    """A memo in the making: its records and words, and the footnotes, facts and rates collected on the way."""

    def __init__(self, records: Sequence[IPORecord], language: Language, currency: str | None, policy: Policy) -> None:
        """Begin with nothing said."""
        self.records = records
        self.language = language
        self.currency = currency
        self.policy = policy
        self.footnotes: list[str] = []
        self.used: list[Fact] = []
        self.rates: dict[str, None] = {}
        self.closing: list[str] = []

    def say(self, key: str, **values: object) -> str:
        """A phrase in the memo's language."""
        return closed(str(self._words[key]).format(**values))

    @property
    def _words(self) -> dict[str, Any]:
        return words()[self.language]

    def period(self, label: str) -> str:
        """A period as the memo's readers call it."""
        period, part = Period(label), label[4:]
        if period.is_instant:
            return self.day(date.fromisoformat(label))
        names = self._words["period"]
        return str(names.get(part, names["months"]).format(year=period.year, months=period.months))

    def unit(self, currency: str) -> str:
        """A currency as the headline names it."""
        return str(
            self._words["currency"].get(currency, currency) if self.language == "zh" else symbol(currency).strip()
        )

    def derivation(self, formula: str) -> str:
        """The footnote of a derived figure, with the terms of the memo's language for the ids in its formula."""
        named = re.sub(r"[a-z_]{4,}", lambda found: self._term(found.group()), formula)
        return self.mark(self.say("derived", formula=named))

    def _term(self, name: str) -> str:
        about = metrics().get(name)
        return name if about is None else about.zh if self.language == "zh" else about.en.lower()

    def mark(self, text: str) -> str:
        """The number of a footnote, the same for the same text."""
        if text not in self.footnotes:
            self.footnotes.append(text)
        return f"[{self.footnotes.index(text) + 1}]"

    def missing(self, fact: Fact | None) -> str:
        """What stands where there is no figure."""
        if fact is None or fact.status == "stated":
            return self.say("not_disclosed")
        return self.say("not_applicable" if fact.status == "not_applicable" else "redacted")

    def notes(self, record: IPORecord, fact: Fact) -> str:
        """The footnote marks of a fact: what kind of figure it is, what is odd about it, what other documents say."""
        self.used.append(fact)
        texts = []
        if fact.stage == "plan" and metric(fact.metric).staged:
            texts.append(self.say("planned"))
        if fact.stage == "interim":
            texts.append(self.say("interim"))
        if fact.basis == "over":
            texts.append(self.say("over"))
        if is_assumed(fact):
            texts.append(self.say("assumed", unit=fact.unit or "?"))
        if fact.metric == "market_cap" and shares_counted(fact) != "all":
            texts.append(self.say(f"shares_{shares_counted(fact)}"))
        texts += [self.say(f"note_{note.code}") for note in fact.notes if f"note_{note.code}" in self._words]
        texts += self._differences(record, fact)
        return "".join(map(self.mark, texts))

    def _differences(self, record: IPORecord, fact: Fact) -> list[str]:
        """One footnote at most: for each class of difference the documents that show it and the first one's arithmetic."""
        classes: dict[str, dict[str, str]] = {}
        for difference in record.differences:
            other = record.get(difference.other)
            if difference.chosen != fact.fact_id or other is None:
                continue
            self.used.append(other)
            if difference.code not in QUIET and other.value is not None:
                reason = difference.reason_zh if self.language == "zh" else difference.reason
                classes.setdefault(difference.code, {}).setdefault(short(other.document), reason or difference.reason)
        parts = [
            self.say(
                "difference",
                document=self._some(list(reasons)),
                reason=next(iter(reasons.values())),
                code=self._words.get(f"class_{code}", code),
            )
            for code, reasons in classes.items()
        ]
        return [f"{record.issuer}{self.say('colon')}{self.say('semicolon').join(parts)}"] if parts else []

    def _some(self, documents: list[str]) -> str:
        named = ", ".join(documents[:NAMED])
        return self.say("and_more", named=named, count=len(documents) - NAMED) if len(documents) > NAMED else named

    def amount(self, record: IPORecord, fact: Fact | None) -> str:
        """An amount of money with its marks."""
        fact = self._printed(record, fact)
        if fact is None or fact.money is None:
            return self.missing(fact)
        shown = self.money(record, fact, fact.money)
        return SIGNS.get(fact.qualifier, "") + shown + self.notes(record, fact)

    def _printed(self, record: IPORecord, fact: Fact | None) -> Fact | None:
        """The figure as a document prints it in the memo's currency, where one does."""
        if fact is None or not self.currency or fact.unit == self.currency:
            return fact
        if not self.policy.believes_documents(fact.metric):
            return fact
        return record.restated(fact, self.currency) or fact

    def money(self, record: IPORecord, fact: Fact, money: Money) -> str:
        """Money in the memo's scale, converted where that was asked for."""
        money, mark = self.converted(record, fact, money)
        zh = self.language == "zh"
        text = number(money.amount / (HUNDRED_MILLION if zh else MILLION), 2 if zh else 1)
        if money.currency == (self.currency or "HKD"):
            return text
        return f"{symbol(money.currency)}{text}{self.say('million')}{mark}"

    def price(self, record: IPORecord, fact: Fact | None) -> str:
        """A price per share, never scaled, with its currency."""
        fact = self._printed(record, fact)
        if fact is None or fact.money is None:
            return self.missing(fact)
        money, mark = self.converted(record, fact, fact.money)
        shown = f"{symbol(money.currency)}{per_share(money.amount, exact=money == fact.money)}{mark}"
        return f"{SIGNS.get(fact.qualifier, '')}{shown}{self.notes(record, fact)}"

    def number(self, record: IPORecord, fact: Fact | None, digits: int = 2, after: str = "") -> str:
        """A plain number with its marks."""
        if fact is None or fact.number is None:
            return self.missing(fact)
        return f"{SIGNS.get(fact.qualifier, '')}{number(fact.number, digits)}{after}{self.notes(record, fact)}"

    def shares(self, count: Decimal) -> str:
        """A share count: English counts in millions, Chinese in 萬."""
        return number(count / (TEN_THOUSAND if self.language == "zh" else MILLION), 2)

    def converted(self, record: IPORecord, fact: Fact, money: Money) -> tuple[Money, str]:
        """``money`` in the currency asked for; as it is where none was, or with a mark where no rate is known."""
        if not self.currency or money.currency == self.currency:
            return money, ""
        try:
            made, _ = self.policy.convert(money, self.currency, fact, record)
        except ConversionError:
            return money, self.mark(self.say("not_converted", base=money.currency or "?", quote=self.currency))
        if made.rate:
            self.rates[self._told(made.rate)] = None
        return made, self.mark(self.say("peg")) if made.notes else ""

    def _told(self, rate: Rate) -> str:
        """A rate in the memo's language."""
        if self.language == "en":
            return str(rate)
        document = rate.source.removeprefix("stated by ")
        source = rate.source if document == rate.source else self.say("rate_stated", document=short(document))
        path = rate.path if rate.path.count("→") > 1 else ""
        day = self.say("rate_average", days=rate.days, day=rate.day) if rate.days > 1 else str(rate.day or "")
        number = f"1 {rate.base} = {plain(round(rate.value, 6).normalize())} {rate.quote}"
        return self.say("comma").join(filter(None, (number, source, path, day)))

    def day(self, day: date | None) -> str:
        """A date as the memo's readers write it."""
        if day is None:
            return self.say("not_disclosed")
        return f"{day.year}年{day.month}月{day.day}日" if self.language == "zh" else f"{day.day} {day:%b %Y}"


def is_assumed(fact: Fact) -> bool:
    """Whether the reader of the document took the currency from the context."""
    return any("assumed" in note.code for note in fact.notes)


def short(document: str) -> str:
    """The name of a document without its folders.

    >>> short("filings/00100.pdf"), short(r"C:\\news\\today.jsonl#7")
    ('00100.pdf', 'today.jsonl#7')
    """
    return document.replace("\\", "/").rsplit("/", 1)[-1]


def closed(text: str) -> str:
    """Chinese without the spaces that stand between two of its characters.

    >>> closed("25,389,220 股 為 29,197,600 股 − 3,808,380 股")
    '25,389,220 股為 29,197,600 股 − 3,808,380 股'
    """
    return _BETWEEN_CHINESE.sub("", text)


@cache
def words() -> dict[str, dict[str, Any]]:
    """The words of the memo, by language."""
    return tomllib.loads(files("zhaogu.tables").joinpath("memo_words.toml").read_text(encoding="utf-8"))
