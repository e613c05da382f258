"""Whatever a table may be made from, as records or as facts."""

from __future__ import annotations

from collections.abc import Iterable

from zhaogu.model import Extraction, Fact, IPORecord
from zhaogu.reconciliation import reconcile, records

Item = Extraction | IPORecord | Fact


def as_records(items: Iterable[Item] | Item) -> list[IPORecord]:
    """One record an issuer, in order of listing date and code; extractions and bare facts are reconciled together."""
    listed = _listed(items)
    found = [item for item in listed if isinstance(item, IPORecord)]
    extractions = [item for item in listed if isinstance(item, Extraction)]
    facts = [item for item in listed if isinstance(item, Fact)]
    if extractions and facts:
        extractions.append(Extraction(document=facts[0].document, kind=facts[0].kind, facts=facts))
    found += reconcile(extractions) if extractions else records(facts)
    return sorted(found, key=_order)


def as_facts(items: Iterable[Item] | Item) -> list[Fact]:
    """The facts of all items, in their order."""
    return [fact for item in _listed(items) for fact in ([item] if isinstance(item, Fact) else item.facts)]


def _listed(items: Iterable[Item] | Item) -> list[Item]:
    if isinstance(items, (Extraction, IPORecord, Fact)):
        return [items]
    listed: list[Item] = list(items) if isinstance(items, Iterable) and not isinstance(items, str) else [items]
    for item in listed:
        if not isinstance(item, (Extraction, IPORecord, Fact)):
            raise TypeError(f"a table is made of extractions, records or facts, not of {type(item).__name__}")
    return listed


def _order(record: IPORecord) -> tuple[bool, str, str, str]:
    day = record.listing_date
    return day is None, day.isoformat() if day else "", record.stock_code or "~", record.issuer
