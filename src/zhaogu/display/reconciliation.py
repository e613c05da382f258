"""Records as text: how the sources of each issuer differ, and which relations its figures break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhaogu.model import Difference, Fact, IPORecord
from zhaogu.reconciliation import Check, checks
from zhaogu.reconciliation.arithmetic import shown

from .grid import grid, shorten

_HEADER = ("figure", "chosen", "source", "other", "source", "class")


def sources_compared(records: Iterable[IPORecord], everything: bool = False) -> str:
    """Each record's differences and failed checks; with ``everything`` also what agrees and which checks hold."""
    return "\n\n".join("\n".join(_record(record, everything)) for record in records)


def _record(record: IPORecord, everything: bool) -> Iterator[str]:
    tried = checks(record)
    held = [check for check in tried if check.passed]
    told = [difference for difference in record.differences if everything or difference.code != "agrees"]
    agreeing = sum(difference.code == "agrees" for difference in record.differences)
    documents = f"{len(record.documents)} document{'s' if len(record.documents) > 1 else ''}"
    yield f"{' '.join(filter(None, (record.issuer, record.stock_code)))}: {len(record.facts)} figures from {documents}"
    if told:
        yield grid(_HEADER, [_difference(record, difference) for difference in told])
    yield f"{agreeing} figures told by several documents agree; {len(held)} of {len(tried)} checks hold"
    if everything:
        yield from map(_check, held)
    yield from (f"! {note.code}: {note.text}" for note in record.notes)


def _difference(record: IPORecord, difference: Difference) -> list[str]:
    chosen, other = record.get(difference.chosen), record.get(difference.other)
    figure = " ".join(filter(None, (difference.metric, difference.period)))
    return [figure, *_side(chosen), *_side(other), difference.code]


def _side(fact: Fact | None) -> tuple[str, str]:
    if fact is None:
        return "", ""
    page = f" p. {fact.evidence.page}" if fact.evidence.page else ""
    return shorten(shown(fact), 28), fact.document.replace("\\", "/").rsplit("/", 1)[-1] + page


def _check(check: Check) -> str:
    about = " ".join(filter(None, (check.facts[0].metric, check.period)))
    return (
        f"  {check.code}: {about} {shown(check.facts[0])} is {check.words} ({round(check.computed, 4).normalize():,f})"
    )
