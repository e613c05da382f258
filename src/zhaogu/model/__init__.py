"""The nouns: money, periods, evidence, facts and the metric vocabulary. No reading, no rules."""

from .evidence import Box, Evidence
from .fact import Basis, Fact, FactNote, Kind, Note, OfferBasis, Qualifier, Severity, Stage, Status, Value
from .metrics import Group, Metric, metric, metrics
from .money import Money, plain
from .period import Period

__all__ = [
    "Basis",
    "Box",
    "Evidence",
    "Fact",
    "FactNote",
    "Group",
    "Kind",
    "Metric",
    "Money",
    "Note",
    "OfferBasis",
    "Period",
    "Qualifier",
    "Severity",
    "Stage",
    "Status",
    "Value",
    "metric",
    "metrics",
    "plain",
]
