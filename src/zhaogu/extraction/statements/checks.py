"""Relations that statements themselves obey; what does not hold is a note with both sides."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from zhaogu.model.fact import Note
from zhaogu.model.money import plain

from .agree import Agreed, Agreement

_SUMS = (
    ("gross_profit", "revenue less cost of sales is gross profit", ("revenue",), ("cost_of_sales",), "gross_profit"),
    ("profit_after_tax", "profit before tax less income tax is profit", ("profit_before_tax",), ("income_tax",), "net_profit"),
    ("net_assets", "total assets less total liabilities are net assets", ("total_assets",), ("total_liabilities",), "net_assets"),
)  # fmt: skip
_SHARES = (
    ("gross_margin", "gross profit by revenue is the gross margin", "gross_profit", "gross_margin_pct"),
    ("rd_ratio", "R&D by revenue is the R&D ratio", "rd_expense", "rd_ratio_pct"),
)


def broken(agreement: Agreement) -> Iterator[Note]:
    """A note for every relation that does not hold."""
    known = {(a.figure.metric, a.figure.period.label): a for a in agreement.agreed}
    for period in dict.fromkeys(a.figure.period.label for a in agreement.agreed):
        for code, text, plus, minus, whole in _SUMS:
            total = known.get((whole, period))
            if code == "profit_after_tax":
                total = known.get(("net_profit_continuing", period), total)
            parts = [known.get((name, period)) for name in (*plus, *minus)]
            if total and all(parts):
                yield from _sum(code, text, period, [p for p in parts if p], total)
        for code, text, part, share in _SHARES:
            figures = [known.get((name, period)) for name in (part, "revenue", share)]
            if all(figures):
                yield from _share(code, text, period, [f for f in figures if f])


def _sum(code: str, text: str, period: str, parts: list[Agreed], total: Agreed) -> Iterator[Note]:
    reckoned = parts[0].figure.value - parts[1].figure.value
    slack = sum((p.figure.resolution for p in (*parts, total)), Decimal(0))
    if abs(reckoned - total.figure.value) > slack:
        yield _note(f"check_{code}", text, period, reckoned, total)


def _share(code: str, text: str, period: str, figures: list[Agreed]) -> Iterator[Note]:
    part, whole, share = (f.figure for f in figures)
    if whole.value and "rd_investment_base" not in share.notes:
        reckoned = part.value * 100 / whole.value
        if abs(reckoned - share.value) > share.resolution:
            yield _note(f"check_{code}", text, period, reckoned.quantize(share.resolution), figures[2])


def _note(code: str, text: str, period: str, reckoned: Decimal, stated: Agreed) -> Note:
    return Note(
        code=code, severity="info", text=f"{period}: {text}, but not here",
        sides=[plain(reckoned), plain(stated.figure.value)], evidence=[stated.figure.evidence],
    )  # fmt: skip
