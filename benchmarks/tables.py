"""How long 10,000 records take to a wide table and to Parquet.

The issue of this figure: a wide table in under 2 s, Parquet in under 1 s.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from zhaogu.model import Evidence, Fact, IPORecord
from zhaogu.tables import compare, facts_frame, to_parquet

RECORDS = 10_000
LIMITS = {"wide table": 2.0, "Parquet": 1.0}
ROWS = (
    ("offer_price", "HKD", None),
    ("shares_offered", "shares", None),
    ("gross_proceeds", "HKD", None),
    ("market_cap", "HKD", None),
    ("public_subscription_multiple", "times", None),
    ("international_subscription_multiple", "times", None),
    ("closing_price", "HKD", None),
    ("first_day_change_pct", "percent", None),
    *((name, "CNY", f"{year}FY") for name in ("revenue", "net_profit", "gross_profit") for year in (2022, 2023, 2024)),
    ("rd_ratio_pct", "percent", "2024FY"),
)


def record(number: int) -> IPORecord:
    """A made-up offering."""
    issuer, day = f"Issuer {number}", date(2024, 1, 1) + timedelta(number % 700)
    shared = {
        "document": f"{number}.pdf",
        "document_sha256": "0" * 64,
        "kind": "prospectus",
        "issuer": issuer,
        "rule": "made",
    }
    evidence = Evidence(quote="made", page=1)
    facts = [Fact(metric="listing_date", value=day, unit="date", evidence=evidence, **shared)]
    facts += [
        Fact(metric=metric, value=str(number + 1), unit=unit, period=period, evidence=evidence, **shared)
        for metric, unit, period in ROWS
    ]
    return IPORecord(issuer=issuer, stock_code=f"{number:05}", documents=[f"{number}.pdf"], facts=facts)


def best(job: Callable[[list[IPORecord]], object], records: list[IPORecord]) -> float:
    """Seconds by the clock on the wall, the least of three runs over records that have looked up nothing yet."""
    spent = []
    for _ in range(3):
        new = [IPORecord.model_construct(**dict(record)) for record in records]
        started = time.perf_counter()
        job(new)
        spent.append(time.perf_counter() - started)
    return min(spent)


def main() -> int:
    """Print the seconds; status 1 when one is over its limit."""
    records = [record(number) for number in range(RECORDS)]
    table = compare(records)
    with tempfile.TemporaryDirectory() as folder:
        seconds = {
            "wide table": best(compare, records),
            "Parquet": best(lambda _: to_parquet(table, Path(folder) / "wide.parquet"), records),
            "long table": best(facts_frame, records),
        }
    for name, spent in seconds.items():
        print(f"{RECORDS:,} records to a {name}: {spent:.2f} s")
    return int(any(seconds[name] > limit for name, limit in LIMITS.items()))


if __name__ == "__main__":
    sys.exit(main())
