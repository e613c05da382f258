"""One stated figure, bound to its issuer, metric and period, with its source."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, computed_field, field_serializer, field_validator

from .evidence import Evidence
from .key import Key, key_of
from .metrics import metric, metrics
from .money import Money, plain

SCHEMA_VERSION: Literal[1] = 1

Kind = Literal["news", "prospectus", "notice", "allotment", "stabilisation", "other"]
Status = Literal["stated", "redacted", "not_applicable"]
Qualifier = Literal["exact", "approx", "at_least", "at_most", "over", "under"]
Basis = Literal["over", "total"]
OfferBasis = Literal["initial", "final_ex_greenshoe", "final_greenshoe_full", "final_greenshoe_actual"]
Stage = Literal["plan", "interim", "final"]
Severity = Literal["info", "warning", "error"]
Value = Decimal | date | bool | str


class Note(BaseModel):
    """Something a reader of the figures should know: an assumption, a conflict, a failed check.

    ``code`` is stable; ``sides`` holds both values where two disagree.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    severity: Severity = "info"
    text: str
    sides: list[str] = Field(default_factory=list)
    evidence: list[Evidence] = Field(default_factory=list)

    def __repr__(self) -> str:
        """Code and text."""
        return f"Note({self.code}: {self.text})"


class FactNote(BaseModel):
    """The short form of a note, as a fact line carries it."""

    model_config = ConfigDict(frozen=True)

    code: str
    severity: Severity = "info"
    text: str

    def __repr__(self) -> str:
        """Code and text."""
        return f"FactNote({self.code}: {self.text})"


class Fact(BaseModel):
    """A figure as the contract's fact line has it.

    ``value`` is typed in Python (Decimal, date, bool, str) and plain text on the wire.

    >>> fact = Fact(document="a.txt", document_sha256="0" * 64, kind="news", issuer="MiniMax", metric="offer_price",
    ...             value="165.00", unit="HKD", rule="doc", evidence=Evidence(quote="165.00港元", field="text", start=0, end=8))
    >>> fact.value, fact.money
    (Decimal('165.00'), Money(HKD 165.00))
    >>> fact
    Fact(MiniMax offer_price = HKD 165.00 <- '165.00港元')
    """

    model_config = ConfigDict(frozen=True)

    schema_version: Literal[1] = SCHEMA_VERSION
    document: str
    document_sha256: str
    kind: Kind
    issuer: str | None = None
    aliases: list[str] = Field(default_factory=list)
    stock_code: str | None = None
    metric: str
    value: Value | None = Field(None, description="In base units; plain decimal text in JSON.")
    unit: str | None = None
    resolution: Decimal | None = Field(None, description="The worth of the last printed digit.")
    status: Status = "stated"
    period: str | None = None
    period_end: date | None = None
    as_of: date | None = None
    audited: bool | None = None
    qualifier: Qualifier = "exact"
    basis: Basis | None = None
    offer_basis: OfferBasis | None = None
    stage: Stage | None = None
    holder: str | None = None
    label: str | None = None
    evidence: Evidence
    also: list[Evidence] = Field(default_factory=list)
    rule: str
    notes: list[FactNote] = Field(default_factory=list)

    @field_validator("metric")
    @classmethod
    def _known_metric(cls, name: str) -> str:
        if name not in metrics():
            raise ValueError(f"{name!r} is no metric of the contract")
        return name

    @field_validator("value", mode="before")
    @classmethod
    def _typed_value(cls, value: Any, info: ValidationInfo) -> Any:
        name = info.data.get("metric")
        if value is None or name is None:
            return value
        return typed_value(value, metric(name).type)

    @field_validator("resolution", mode="before")
    @classmethod
    def _exact_resolution(cls, value: Any) -> Any:
        if isinstance(value, float):
            raise ValueError("resolution is a Decimal or text, never a float")
        return value

    @field_serializer("value")
    def _plain_value(self, value: Value | None) -> str | None:
        return None if value is None else value_text(value)

    @field_serializer("resolution")
    def _plain_resolution(self, value: Decimal | None) -> str | None:
        return None if value is None else plain(value)

    @computed_field(description="Stable: the same fact of the same document has the same id in every run.")  # type: ignore[prop-decorator]
    @property
    def fact_id(self) -> str:
        """A digest of the document's hash, the fact's key and its value."""
        parts = (self.document_sha256, *map(str, self.key), "" if self.value is None else value_text(self.value))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    @property
    def key(self) -> Key:
        """What the stream holds one value of: see :func:`zhaogu.model.key.key_of`."""
        return key_of(self.__dict__)

    @property
    def number(self) -> Decimal | None:
        """The value where it is a number, else None."""
        return self.value if isinstance(self.value, Decimal) else None

    @property
    def money(self) -> Money | None:
        """The value as money, where it is an amount or a price."""
        if isinstance(self.value, Decimal) and metric(self.metric).type in ("money", "price"):
            return Money(self.value, self.unit)
        return None

    def __repr__(self) -> str:
        """Issuer, metric, period, value and quote."""
        value = self.status if self.value is None else f"{self.value:,f}" if self.number is not None else self.value
        unit = self.unit or ""
        shown = f"{unit} {value}" if self.money else f"{value} {unit}" if self.number is not None else f"{value}"
        about = " ".join(filter(None, (self.issuer, self.metric, self.period, self.holder)))
        quote = " ".join(self.evidence.quote.split())
        return f"Fact({about} = {shown.strip()} <- {quote if len(quote) <= 50 else quote[:47] + '...'!r})"

    __str__ = __repr__


def typed_value(value: Any, type_: str) -> Value:
    """``value`` as the Python type of a metric of ``type_``; raises ValueError for what does not fit.

    >>> typed_value("165.00", "price"), typed_value("2026-01-09", "date"), typed_value("true", "bool")
    (Decimal('165.00'), datetime.date(2026, 1, 9), True)
    """
    if isinstance(value, float):
        raise ValueError("a float is not exact: give a Decimal or text")
    if type_ == "date":
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    if type_ == "bool":
        if value in (True, "true"):
            return True
        if value in (False, "false"):
            return False
        raise ValueError(f"{value!r} is neither true nor false")
    if type_ == "text":
        return str(value)
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value))
    except InvalidOperation:
        raise ValueError(f"{value!r} is no number") from None
    if not number.is_finite():
        raise ValueError(f"{value!r} is no finite number")
    return number


def value_text(value: Value) -> str:
    """The wire form of a value: plain decimal, ISO date, ``true`` or ``false``, or the text.

    >>> value_text(Decimal("5.54E+9")), value_text(True)
    ('5540000000', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value
