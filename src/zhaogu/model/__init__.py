"""The nouns: money, periods, evidence, facts and the metric vocabulary. No reading, no rules."""

from .evidence import Box, Evidence
from .extraction import Extraction
from .fact import Basis, Fact, FactNote, Kind, Note, OfferBasis, Qualifier, Severity, Stage, Status, Value
from .metrics import Group, Metric, metric, metrics
from .money import Money, plain
from .period import Period
from .record import Cornerstone, DerivedValue, Difference, IPORecord, Rejection

__all__ = [
    "Basis",
    "Box",
    "Cornerstone",
    "DerivedValue",
    "Difference",
    "Evidence",
    "Extraction",
    "Fact",
    "FactNote",
    "Group",
    "IPORecord",
    "Kind",
    "Metric",
    "Money",
    "Note",
    "OfferBasis",
    "Period",
    "Qualifier",
    "Rejection",
    "Severity",
    "Stage",
    "Status",
    "Value",
    "metric",
    "metrics",
    "plain",
]
