"""One record an issuer: sources matched, candidates chosen, differences explained, conflicts kept and shown."""

from .classify import classify
from .merge import reconcile, records
from .precedence import Precedence, default_precedence

__all__ = ["Precedence", "classify", "default_precedence", "reconcile", "records"]
